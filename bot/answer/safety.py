"""What is said when somebody may be in danger: vetted words and the numbers that fit this age and place.

The words and every number's source are in safety_words.yml. Nothing here is written by a model.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.directory.tables import read_table
from bot.enquiry import MINUTES_COUNT, AgeRange, Danger

_WORDS = Path(__file__).with_name("safety_words.yml")
# Ages in months from which a line is not for the young person any more (see the `why` of each in the words).
_TOO_OLD_FROM = {"childline": 19 * 12, "childline_for_child": 19 * 12, "papyrus": 35 * 12}


@dataclass(frozen=True)
class SafetyContact:
    """Whom to reach. ``phone`` may be an instruction to text; None means that no number was ever checked."""

    name: str
    phone: str | None


@dataclass(frozen=True)
class SafetyAnswer:
    """``text`` says everything by itself; ``listed`` is whom to reach, a line each, and ``contacts`` the same people."""

    text: str
    listed: str
    contacts: tuple[SafetyContact, ...]


def safety_answer(
    danger: Danger,
    *,
    child_age: AgeRange | None,
    in_area: bool | None,
    council: str | None,
    voice: str | None,
    domestic_abuse: bool,
    child_told: bool = True,
) -> SafetyAnswer:
    """The reply to an alarm about ``danger``.

    ``child_age`` is in months; for a young person's own voice it is theirs. ``in_area`` None means that the
    place is not known: then County Durham's numbers are given, and each says that it is for County Durham.
    Without ``child_told`` nobody knows whether a child is spoken of or writes: no line says "your child".

    Raises:
        ValueError: for "none", which needs no such answer.
    """
    if danger == "none":
        raise ValueError("no alarm, so no safety answer")
    words = load()
    voice = voice if voice in ("young_person", "practitioner") else "parent"
    # A life at risk comes before everything else, domestic abuse too: who knows about that is named last.
    kind = "domestic_abuse" if domestic_abuse and danger == "safeguarding" else danger
    order = words["order"][kind][voice]
    if domestic_abuse and danger in ("crisis", "threat"):
        order = [*order, "harbour", "domestic_abuse_helpline"]
    if not child_told:
        order = ["childline" if key == "childline_for_child" else key for key in order]
    chosen = [key for key in order if _fits(key, child_age, in_area)]
    place = council or words["your_council"]
    lines = [words["contacts"][key]["line"].replace("{{ council }}", place) for key in chosen]
    listed = "\n".join(f"- {line}" for line in lines)
    closing = words["closing_emergency" if danger in MINUTES_COUNT else "closing"]
    text = f"{words['opening'][kind][voice]}\n\n{words['numbers_heading']}\n{listed}\n\n{closing}"
    return SafetyAnswer(text, listed, tuple(_contact(words["contacts"][key], key, council) for key in chosen))


def urgent_line() -> str:
    """One line with the urgent numbers, for pages that can show nothing else."""
    line: str = load()["urgent"]
    return line


@functools.cache
def load() -> Mapping[str, Any]:
    """The vetted words, read once; every server calls this before it starts.

    Raises:
        OSError: when the file cannot be read: nothing may start without these words.
    """
    return read_table(_WORDS)


def _fits(key: str, child_age: AgeRange | None, in_area: bool | None) -> bool:
    if key in ("first_contact", "harbour"):
        return in_area is not False
    if key == "own_council":
        return in_area is False
    return child_age is None or child_age[0] < _TOO_OLD_FROM.get(key, child_age[0] + 1)


def _contact(entry: Mapping[str, Any], key: str, council: str | None) -> SafetyContact:
    name = f"Social care at {council}" if key == "own_council" and council else entry["name"]
    return SafetyContact(name, entry["phone"])
