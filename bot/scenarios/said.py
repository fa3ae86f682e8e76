"""An enquiry from words at a terminal or in a file: needs by name, ages and a place as people say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.directory.mistakes import did_you_mean
from bot.directory.vocabulary import NEEDS
from bot.enquiry import AgeRange, Child, Enquiry, Locality
from bot.nlu.ages import find_ages
from bot.nlu.place import gazetteer

_SHORTHAND = re.compile(r"(\d+(?:\.5)?)\s*(y|yr|yrs|m|mo|mth|mths|w|wk|wks)", re.IGNORECASE)
_UNITS = {unit: "years" for unit in ("y", "yr", "yrs")} | {unit: "months" for unit in ("m", "mo", "mth", "mths")}
_UNITS |= {unit: "weeks" for unit in ("w", "wk", "wks")}


class NotUnderstood(ValueError):
    """A need, an age or a place that cannot be read; the message says what to write instead."""


def need(said: str) -> str:
    """A need of the taxonomy.

    Raises:
        NotUnderstood: there is none of this name.
    """
    if said not in NEEDS:
        cure = did_you_mean(said, list(NEEDS), "see bot/taxonomy.yml", 30)
        raise NotUnderstood(f"there is no need called {said!r}: {cure}")
    return said


def ages(said: str, today: date) -> list[AgeRange]:
    """The ages in words such as "4y", "18 months", "Year 9", "bump", as months ``[lo, hi)``.

    Raises:
        NotUnderstood: there is no age in it.
    """
    shorthand = _SHORTHAND.fullmatch(said.strip())
    text = f"{shorthand[1]} {_UNITS[shorthand[2].lower()]} old" if shorthand else said
    if text.strip().lower() == "bump":
        text = "pregnant"
    found = find_ages(text, today, asked=True)
    if not found:
        raise NotUnderstood(f'the age {said!r} cannot be read: write "4y", "18 months", "Year 9" or "bump"')
    return [(age.lo, age.hi) for age in found]


def place(said: str) -> Locality:
    """The place of a town's or village's name, or a postcode.

    Raises:
        NotUnderstood: the gazetteer does not know it.
    """
    found = gazetteer().find(said, asked=True)
    if found is None:
        raise NotUnderstood(f"the place {said!r} is not in the gazetteer: write a town, a village or a postcode")
    return found.locality


def enquiry(
    needs: Sequence[str],
    said_ages: Sequence[str] = (),
    said_place: str | None = None,
    today: date | None = None,
    *,
    needs_of: Sequence[Sequence[str]] = (),
    has_diagnosis: bool | None = None,
    has_ehc_plan: bool | None = None,
) -> Enquiry:
    """The enquiry. ``needs_of`` are the needs of each child's own, in the order of the ages.

    Raises:
        NotUnderstood: a need, an age or the place cannot be read.
    """
    today = today or date.today()
    ranges = [age for said in said_ages for age in ages(said, today)]
    own = [tuple(need(one) for one in group) for group in needs_of]
    children = tuple(Child(age, own[at] if at < len(own) else ()) for at, age in enumerate(ranges))
    return Enquiry(
        needs=tuple(dict.fromkeys(need(one) for one in needs)),
        children=children,
        locality=place(said_place) if said_place else None,
        has_diagnosis=has_diagnosis,
        has_ehc_plan=has_ehc_plan,
    )
