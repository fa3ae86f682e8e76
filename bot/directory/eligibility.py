"""Can they have it? Age, area and conditions, each answered with the reason that decided it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.directory.geography import outside_area
from bot.directory.service import Ages, Service
from bot.enquiry import AgeRange, Enquiry

SOON_MONTHS = 12
ADULT_MONTHS = 216
_YEAR = 12


@dataclass(frozen=True)
class AgeFit:
    """How one child's age sits with a service: ``fits`` is None where the limits or the age are not known.

    ``sure`` is False where only part of the child's range is inside. ``opens_in`` is months until the service
    opens to the child (latest case), where it opens later.
    """

    fits: bool | None
    sure: bool = True
    reason: str | None = None
    opens_in: int | None = None


def age_fit(ages: Ages, age: AgeRange | None, today: date) -> AgeFit:
    """Whether a child of this age is within the limits; unknown limits are never fit nor unfit."""
    lo, hi = ages.from_months, ages.to_months
    if age is None or (lo is None and hi is None):
        return AgeFit(None)
    if lo is not None and age[1] <= lo:
        return AgeFit(False, reason=_opens(lo, age, today), opens_in=lo - age[0])
    if hi is not None and age[0] >= hi:
        return AgeFit(False, reason=f"for {limits_words(ages)}: this child is {said(age)}")
    inside = (lo is None or age[0] >= lo) and (hi is None or age[1] <= hi)
    return AgeFit(None if lo is None and hi is None else True, sure=inside)


def limits_words(ages: Ages) -> str:
    """The limits in words: the service's own, else "ages 5 to 17", "children from 14", "under 5"."""
    if ages.words:
        return ages.words
    lo, hi = ages.from_months, ages.to_months
    if lo and hi:
        return f"ages {_years(lo)} to {_years(hi - 1)}"
    if lo:
        return f"age {_years(lo)} and over"
    if hi:
        return f"under {_years(hi)}"
    return "all ages"


def said(age: AgeRange) -> str:
    """The child's age in a reason: "4", "18 months", "not born yet"."""
    if age[1] <= 0:
        return "not born yet"
    if age[1] <= 2 * _YEAR:
        return f"{age[0]} months" if age[1] - age[0] == 1 else f"under {_years(age[1])}"
    first, last = age[0] // _YEAR, (age[1] - 1) // _YEAR
    return str(first) if first == last else f"{first} to {last}"


def unmet_condition(service: Service, enquiry: Enquiry) -> str | None:
    """The condition that the family said they do not meet, in words; None where all may hold."""
    conditions = service.conditions
    if conditions.diagnosis == "needed" and enquiry.has_diagnosis is False:
        return "needs a diagnosis first"
    if conditions.ehc_plan == "needed" and enquiry.has_ehc_plan is False:
        return "only with an education, health and care (EHC) plan"
    return None


def open_conditions(service: Service, enquiry: Enquiry) -> list[str]:
    """Conditions that nobody has said anything about yet, as words to check."""
    conditions = service.conditions
    found = []
    if conditions.diagnosis == "needed" and enquiry.has_diagnosis is None:
        found.append("you need a diagnosis for this one")
    if conditions.ehc_plan == "needed" and enquiry.has_ehc_plan is None:
        found.append("you need an education, health and care (EHC) plan for this one")
    if conditions.under_team:
        found.append(conditions.under_team)
    return found


def exclusion(service: Service, enquiry: Enquiry, today: date) -> tuple[str | None, AgeFit | None]:
    """Why nobody in the enquiry can have the service, and the age fit that decided it; (None, None) if somebody can."""
    outside = outside_area(service, enquiry.locality)
    if outside:
        return outside, None
    condition = unmet_condition(service, enquiry)
    if condition:
        return condition, None
    fits = [age_fit(service.ages, child.age, today) for child in enquiry.children if child.age is not None]
    if fits and all(fit.fits is False for fit in fits):
        return fits[0].reason, fits[0]
    return None, None


def _opens(lo: int, age: AgeRange, today: date) -> str:
    """ "for 16 and over: this child is 14; opens to them in 2028 or 2029" (a year is all that an age in years tells)."""
    first = _after(today, lo - age[1] + 1)
    last = _after(today, lo - age[0])
    if age[1] - age[0] == 1:
        when = last.strftime("%B %Y")
    else:
        when = str(first.year) if first.year == last.year else f"{first.year} or {last.year}"
    starts = f"{_years(lo)} and over" if lo >= _YEAR else "after the birth"
    return f"for {starts}: this child is {said(age)}; opens to them in {when}"


def _after(today: date, months: int) -> date:
    index = today.year * 12 + today.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _years(months: int) -> str:
    if months % _YEAR == 0 or months > 4 * _YEAR:
        return str(months // _YEAR)
    return f"{months} months" if months < 2 * _YEAR else f"{months // _YEAR} and a half"
