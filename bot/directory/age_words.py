"""Whether the months of an entry and its words about ages say the same."""

from __future__ import annotations

import re

Wrong = tuple[str, str, str]

_OLDEST_IN_YEARS = 25
_FIRST, _LAST = -9, 1200  # months that can be
_OF_BABIES = re.compile(r"month|week|\bbab|\bbirth\b|pregnan|newborn", re.IGNORECASE)
_BIRTH_TO = re.compile(r"(?:from )?birth to \d\d", re.IGNORECASE)
_OF_OLDER = re.compile(r"\b(?:years?\b|primary|secondary|school|pupils?|teen|young (?:people|person|adult)|to \d\d\b)", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?:(?:[a-z ]+ )?(?:ages?|aged|from|for|about|children|pupils|people) )?(\d{1,2}) ?(?:to|-|\u2013|and) ?(\d{1,2})(?:[ -]years?(?:[ -]olds?)?| inclusive)?\.?",
    re.IGNORECASE,
)


def wrong_ages(lo: int | None, hi: int | None, words: str) -> Wrong | None:
    """The key that is wrong, what is wrong and what to write; None where months and words agree, as far as can be told."""
    if (lo or 0) < _FIRST or (hi or 0) > _LAST:
        return None  # the schema says so
    if lo is not None and hi is not None and lo >= hi and not (hi <= _OLDEST_IN_YEARS < lo):
        return "to_months", f"the ages are upside down ({lo} to {hi} months)", "put the lower age in from_months"
    years = _years_as_months(lo, hi, words)
    if years:
        return years
    if lo is not None and hi is not None and lo >= hi:
        return "to_months", f"the ages are upside down ({lo} to {hi} months)", "put the lower age in from_months, and write months"
    said = _FROM_TO.fullmatch(words.strip())
    if said is None or lo is None or hi is None:
        return None
    first, last = int(said[1]), int(said[2])
    if first >= last or (first * 12 == lo and hi in (last * 12, last * 12 + 12)):
        return ("words", f"the words say {first} to {last}", "put the lower age first") if first >= last else None
    cure = f"write from_months: {first * 12}, to_months: {last * 12 + 12}, or other words"
    return "words", f"the words say {first} to {last} but the months say {lo} to {hi}", cure


def _years_as_months(lo: int | None, hi: int | None, words: str) -> Wrong | None:
    """Ages that were written in years: the words have the same numbers, or speak of older children."""
    if _OF_BABIES.search(words) and not _BIRTH_TO.match(words):
        return None
    said = {int(number) for number in re.findall(r"\d+", words)}
    low = lo if lo is not None and 0 < lo <= _OLDEST_IN_YEARS else None
    high = hi if hi is not None and 0 < hi <= _OLDEST_IN_YEARS else None
    if high and (high in said or _OF_OLDER.search(words)):
        both = f"{low} to {high}" if low else f"{high}"
        return "to_months", f"{both} months but the words speak of older children", _in_months(low, high, words)
    if low and low in said:
        return "from_months", f"{low} months but the words speak of older children", f"write months: {low} years is {low * 12}"
    return None


def _in_months(low: int | None, high: int, words: str) -> str:
    said = _FROM_TO.fullmatch(words.strip())
    if low is None:
        return f"write months: {high} years is {high * 12}"
    if said and int(said[2]) == high:
        return f"write {low * 12} and {high * 12 + 12}"
    return f"write months: {low} years is {low * 12}, and {high} years is {high * 12}, or {high * 12 + 12} to the end of that year"
