"""Ages: our half-open months, the standard's ``minimum_age`` and ``maximum_age`` in years.

The standard does not say what its upper bound means; most feeds mean whole years, all of the last one included. So
[0, 60) is 0 to 4, and 4 is read as up to the fifth birthday. A bound that is no birthday is a fraction: 42 months are 3.5.
"""

from __future__ import annotations

from typing import Any

from bot.oruk.untrusted import Notes, number

_YEAR = 12
_BIRTHDAY_25 = 25
# Feeds write 99, 100 or 120 for "no limit"; our schema ends at 100 years.
_NO_LIMIT = 99


def in_years(lo: int | None, hi: int | None) -> dict[str, float]:
    """The fields for ``[lo, hi)`` months; a bound that nobody knows, and one before birth as an upper one, is left out."""
    fields: dict[str, float] = {}
    if lo is not None:
        fields["minimum_age"] = _years(max(lo, 0))
    if hi is not None and hi > 0:
        fields["maximum_age"] = hi // _YEAR - 1 if hi % _YEAR == 0 else _years(hi)
    return fields


def in_months(minimum: Any, maximum: Any, notes: Notes) -> tuple[int | None, int | None]:
    """``(from_months, to_months)`` of two values of a feed; what is no age is None, and said."""
    lo, hi = _lower(minimum, notes), _upper(maximum, notes)
    if lo is not None and hi is not None and lo >= hi:
        notes.add(f"the ages are upside down ({lo} to {hi} months)", "find them out, then fill in ages:")
        return None, None
    return lo, hi


def _lower(said: Any, notes: Notes) -> int | None:
    years = _age(said, "lowest", notes)
    return None if years is None else round(years * _YEAR)


def _upper(said: Any, notes: Notes) -> int | None:
    years = _age(said, "highest", notes)
    if years is None:
        return None
    if years >= _NO_LIMIT:
        notes.add(f"the highest age is {years:g}, which often means no limit", "if so, leave to_months: null and write all ages under words:")
        return None
    if years == _BIRTHDAY_25:
        notes.add("the highest age 25 was read as up to the 25th birthday (300 months)", "write to_months: 312 if it takes them until they turn 26")
        return _BIRTHDAY_25 * _YEAR
    return int(years + 1) * _YEAR if years == int(years) else round(years * _YEAR)


def _age(said: Any, which: str, notes: Notes) -> float | None:
    years = number(said)
    if years is None or years < 0:  # a negative one is how live feeds say that it is not known
        notes.add(f"the {which} age is not known", f"find it out, then write {'from' if which == 'lowest' else 'to'}_months:")
        return None
    if years > 120:
        notes.add(f"the {which} age {years:g} cannot be", f"find it out, then write {'from' if which == 'lowest' else 'to'}_months:")
        return None
    return min(years, 100.0) if which == "lowest" else years


def _years(months: int) -> float:
    return months // _YEAR if months % _YEAR == 0 else round(months / _YEAR, 4)
