"""Can they have it? Age, area and conditions, each answered with the reason that decided it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.directory.freshness import too_old
from bot.directory.geography import outside_area
from bot.directory.service import Ages, Service
from bot.directory.tables import read_table
from bot.directory.vocabulary import need_words
from bot.enquiry import AgeRange, Child, Enquiry, Locality

SOON_MONTHS = 12
ADULT_MONTHS = 216
_YEAR = 12
# A missing upper bound is no limit where the service takes young adults anyway, or where its words say so.
_OPEN_ENDED_FROM = 168
_NO_UPPER_LIMIT = re.compile(
    r"\b(?:all ages|any age|every(?:one|body)|any(?:one|body)|adults?|(?:and|or) (?:over|above|older|beyond)|parents|carers)\b",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(r"\b(?:all ages|any age|every(?:one|body)|any(?:one|body)|adults)\b", re.IGNORECASE)
_SAYS_UNKNOWN = re.compile(
    r"\b(?:not known|not stated|(?:do not|don't) know|check the|age to check|not sure)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class AgeFit:
    """How one child's age sits with a service: ``fits`` is None where the limits or the age are not known.

    ``sure`` is False where only part of the child's range is inside. ``opens_in`` is months until the service
    opens to the child (latest case), where it opens later. ``outgrown`` is True where the child is too old.
    """

    fits: bool | None
    sure: bool = True
    reason: str | None = None
    opens_in: int | None = None
    outgrown: bool = False


@dataclass(frozen=True)
class Verdict:
    """Why nobody in an enquiry can have a service, and for the ages: when it opens, or that it is outgrown."""

    reason: str
    opens_in: int | None = None
    outgrown: bool = False


@functools.lru_cache(maxsize=8192)
def age_fit(ages: Ages, age: AgeRange | None, today: date) -> AgeFit:
    """Whether a child of this age is within the limits. A limit that is not known is neither fit nor unfit."""
    lo, hi = lower_limit(ages), ages.to_months
    if age is None or (lo is None and hi is None):
        return AgeFit(None)
    if lo is not None and age[1] <= lo:
        return AgeFit(False, reason=_opens(lo, age, today), opens_in=lo - age[0])
    if hi is not None and age[0] >= hi:
        return AgeFit(False, reason=f"{_for(ages)}: this child is {said(age)}", outgrown=True)
    inside = (lo is None or age[0] >= lo) and (hi is None or age[1] <= hi) and is_usual(ages, age)
    known = lo is not None and (hi is not None or has_no_upper_limit(ages))
    return AgeFit(True if known else None, sure=inside)


def lower_limit(ages: Ages) -> int | None:
    """``from_months``, but no limit before birth where a service is for everybody (999 is for the pregnant too)."""
    return -_YEAR if ages.from_months == 0 and is_for_everybody(ages) else ages.from_months


def is_for_everybody(ages: Ages) -> bool:
    """Whether the words name everybody, or adults: then the child's age says nothing."""
    return bool(ages.words and _EVERYBODY.search(ages.words))


def is_usual(ages: Ages, age: AgeRange) -> bool:
    """Whether all of the child's range is within the ages of which a service is known to take everybody."""
    lo, hi = ages.usual_from_months, ages.usual_to_months
    return not _SAYS_UNKNOWN.search(ages.words or "") and (lo is None or age[0] >= lo) and (hi is None or age[1] <= hi)


def has_no_upper_limit(ages: Ages) -> bool:
    """Whether a missing ``to_months`` means "no limit" rather than "nobody knows"."""
    if ages.to_months is not None:
        return False
    words = ages.words or ""
    return bool(_NO_UPPER_LIMIT.search(words)) or (
        ages.from_months is not None and ages.from_months >= _OPEN_ENDED_FROM and not _SAYS_UNKNOWN.search(words)
    )


def limits_words(ages: Ages) -> str:
    """The limits in words: the service's own, else "ages 5 to 17", "age 14 and over", "under 5"."""
    if ages.words:
        return ages.words
    lo, hi = ages.from_months, ages.to_months
    if lo and lo > 0 and hi:
        return f"ages {months_words(lo)} to {months_words(hi - 1)}"
    if lo and lo > 0:
        return f"age {months_words(lo)} and over"
    if hi:
        return f"under {months_words(hi)}"
    return "all ages" if hi is None and has_no_upper_limit(ages) else "ages not stated"


def months_words(months: int) -> str:
    """An age limit in years where years tell it ("4"), else in halves or months ("2 and a half", "18 months")."""
    if months % _YEAR == 0 or months > 4 * _YEAR:
        return str(months // _YEAR)
    if months > 2 * _YEAR and months % 6 == 0:
        return f"{months // _YEAR} and a half"
    return f"{months} months" if months < 2 * _YEAR else str(months // _YEAR)


def said(age: AgeRange) -> str:
    """The child's age in a reason: "4", "18 months", "not born yet"."""
    if age[1] <= 0:
        return "not born yet"
    if age[1] <= 2 * _YEAR:
        if age[1] - age[0] > 1:
            return f"under {months_words(age[1])}"
        months = max(age[0], 0)
        return "newborn" if months == 0 else f"{months} month{'s' if months > 1 else ''}"
    first, last = max(age[0], 0) // _YEAR, (age[1] - 1) // _YEAR
    return str(first) if first == last else f"{first} to {last}"


def unmet_condition(service: Service, enquiry: Enquiry) -> str | None:
    """The condition that what the family said does not meet, in words; None where all may hold."""
    conditions = service.conditions
    if conditions.not_with_need in enquiry.needs:
        return service.not_for or f"not the right help together with {need_words([conditions.not_with_need])}"
    if other_half := _other_half_of_home(service, enquiry):
        return other_half
    if conditions.diagnosis == "needed" and enquiry.has_diagnosis is False:
        return "needs a diagnosis first"
    if conditions.ehc_plan == "needed" and enquiry.has_ehc_plan is False:
        return "only with an education, health and care (EHC) plan"
    return None


# One need holds two things: a roof over the head, and what makes a home work for a child. Which one is meant, its own words say
# (bot/conversation/asked_for.yml); who is there for a roof, people.yml.
HOME = "equipment_housing"
_ROOFS: list[str] = read_table(Path(__file__).with_name("people.yml"))["roof"]["ids"]
ROOF, OF_ROOFS = _ROOFS[0], frozenset(_ROOFS)
_OF_THINGS = frozenset(
    {"equipment_service", "occupational_therapy", "physiotherapy", "complex_care_nursing", "needs_led_support", "sensory_support_teachers", "cwd_social_care"}
)


def _other_half_of_home(service: Service, enquiry: Enquiry) -> str | None:
    """Why a wheelchair service is no help with damp, nor a housing team with a hoist; what meets another need, or is asked for, stays."""
    if service.id in enquiry.asked_for or not service.meets(HOME):
        return None
    meets_another = any(service.meets(need) for need in enquiry.needs if need != HOME)
    if ROOF in enquiry.asked_for:
        return "it is for equipment and changes to a home" if service.kind in _OF_THINGS and not meets_another else None
    of_roofs = service.id == ROOF or (service.id in OF_ROOFS and not meets_another)
    return "it is for trouble with a home, such as damp, rent or a landlord" if of_roofs else None


def open_conditions(service: Service, enquiry: Enquiry) -> list[str]:
    """Conditions that nobody has said anything about yet, as words to check."""
    conditions = service.conditions
    found = []
    if conditions.diagnosis == "needed" and enquiry.has_diagnosis is None:
        found.append("you need a diagnosis for this one")
    if conditions.ehc_plan == "needed" and enquiry.has_ehc_plan is None:
        found.append("you need an education, health and care (EHC) plan for this one")
    if conditions.in_school:
        found.append("it is for children who go to a school or nursery")
    if conditions.under_team:
        found.append(conditions.under_team)
    return found


def ruled_out(
    service: Service, enquiry: Enquiry, children: tuple[Child, ...], place: Locality | None, today: date
) -> Verdict | None:
    """Why none of ``children`` can have the service; None if somebody can, or nobody can tell."""
    stale = too_old(service, today)
    if stale:
        return Verdict(stale)
    outside = outside_area(service, place)
    if outside:
        return Verdict(outside)
    condition = unmet_condition(service, enquiry)
    if condition:
        return Verdict(condition)
    fits = [age_fit(service.ages, child.age, today) for child in children]
    if not fits or any(fit.fits is not False for fit in fits):
        return None
    opening = [fit.opens_in for fit in fits if fit.opens_in is not None]
    reasons = dict.fromkeys(fit.reason for fit in fits if fit.reason)
    return Verdict("; ".join(reasons), min(opening, default=None), all(fit.outgrown for fit in fits))


def _opens(lo: int, age: AgeRange, today: date) -> str:
    """ "for 16 and over: this child is 14; opens to them in 2028 or 2029" (an age in years tells only the year)."""
    if lo <= 0:
        return "from birth on: this baby is not born yet"
    first = _after(today, lo - age[1] + 1)
    last = _after(today, lo - age[0])
    if age[1] - age[0] <= 2:
        when = f"by {last.strftime('%B %Y')}"
    else:
        when = f"in {first.year}" if first.year == last.year else f"in {first.year} or {last.year}"
    return f"for {months_words(lo)} and over: this child is {said(age)}; opens to them {when}"


def _for(ages: Ages) -> str:
    words = limits_words(ages)
    return words if words.startswith(("for ", "from ", "up to ")) else f"for {words}"


def _after(today: date, months: int) -> date:
    index = today.year * 12 + today.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
