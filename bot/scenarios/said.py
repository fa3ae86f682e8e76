"""An enquiry from words at a terminal or in a file: needs by name, ages and a place as people say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from bot.directory.need_meant import need_meant
from bot.directory.vocabulary import NEEDS
from bot.enquiry import AgeRange, Child, Enquiry, Locality
from bot.nlu.ages import AgeMention, find_ages
from bot.nlu.place import gazetteer
from bot.nlu.place.names import Names
from bot.ops.paths import GAZETTEER

_SHORTHAND = re.compile(r"(\d+(?:\.5)?)\s*(y|yr|yrs|w|wk|wks)", re.IGNORECASE)
_UNITS = {unit: "years" for unit in ("y", "yr", "yrs")} | {unit: "weeks" for unit in ("w", "wk", "wks")}
_MONTHS_MOST = 300  # at 25 a young person leaves the local offer
# In a message "80 months" is more likely how long a family has waited, and "0" no age at all: `bot.nlu.ages` hears neither.
_MONTHS = re.compile(r"(\d{1,3}) ?(?:m|mo|mths?|months?)(?: old)?", re.IGNORECASE)
_YEARS = re.compile(r"(\d{1,4}) ?(?:y|yrs?|years?)?(?: old)?", re.IGNORECASE)
_OLDEST = 25
_RANGE = re.compile(r"(?<=\d) to (?=\d)")
_NOUGHT = re.compile(r"0+ ?(?:y|yrs?|years?)?(?: old)?", re.IGNORECASE)
_LIKE_A_PLACE = 75  # of 100
_BELOW_NOUGHT = re.compile("[-\u2010-\u2015\u2212]")


class NotUnderstood(ValueError):
    """A need, an age or a place that cannot be read; the message says what to write instead."""


def need(said: str) -> str:
    """A need of the taxonomy.

    Raises:
        NotUnderstood: there is none of this name.
    """
    if said not in NEEDS:
        raise NotUnderstood(f"there is no need called {said!r}: {need_meant(said)}")
    return said


def ages(said: str, today: date) -> list[AgeRange]:
    """The ages in words such as "4y", "73 months", "Year 9", "bump", as months ``[lo, hi)``; a bare count is taken at its word.

    Raises:
        NotUnderstood: there is no age in it, or none from birth to 25 years.
    """
    text = said.strip()
    if _BELOW_NOUGHT.match(text):
        raise NotUnderstood(f'the age {said!r} is below nought: write "4y", "18 months", or "bump" before the birth')
    if _NOUGHT.fullmatch(text):
        return [(0, 12)]
    months = _MONTHS.fullmatch(text)
    if months:
        if int(months[1]) >= _MONTHS_MOST:
            raise _past_25(said)
        return [(int(months[1]), int(months[1]) + 1)]
    years = _YEARS.fullmatch(text)
    if years and int(years[1]) > _OLDEST:
        raise _past_25(said)
    shorthand = _SHORTHAND.fullmatch(text)
    if shorthand:
        text = f"{shorthand[1]} {_UNITS[shorthand[2].lower()]} old"
    found = _find("pregnant" if text.lower() == "bump" else _RANGE.sub("-", text), today)
    if not found:
        raise NotUnderstood(f'the age {said!r} cannot be read: write "4y", "18 months", "Year 9" or "bump"')
    return [(age.lo, age.hi) for age in found]


def _find(text: str, today: date) -> list[AgeMention]:
    """The ages in words. What is nothing but one age answers "how old?"; in more than that "waited 14 months" is no age."""
    answers = find_ages(text, today, asked=True)
    if len(answers) == 1 and (answers[0].start, answers[0].end) == (0, len(text)):
        return answers
    return find_ages(text, today)


def _past_25(said: str) -> NotUnderstood:
    number = said.strip()
    cure = f"write {_OLDEST} or less; for months write '{number} months'" if number.isdecimal() else f"write {_OLDEST}, or a number below {_MONTHS_MOST} months"
    return NotUnderstood(f"the age {said!r} is past {_OLDEST}, where the local offer ends: {cure}")


def place(said: str) -> Locality:
    """The place of a town's or village's name, or a postcode.

    Raises:
        NotUnderstood: the gazetteer does not know it.
    """
    found = gazetteer().find(said, asked=True)
    if found is None:
        near = process.extractOne(said, _place_names(), scorer=fuzz.ratio, processor=default_process, score_cutoff=_LIKE_A_PLACE)
        cure = f"did you mean {near[0]!r}?" if near else "write a town, a village or a postcode"
        raise NotUnderstood(f"the place {said!r} is not in the gazetteer: {cure}")
    return found.locality


def _place_names() -> list[str]:
    """Every place as it is spelled right, without what families call it besides."""
    return sorted({place.name for places in Names.load(GAZETTEER).places.values() for place in places})


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
        locality=None if said_place is None else place(said_place),
        has_diagnosis=has_diagnosis,
        has_ehc_plan=has_ehc_plan,
    )
