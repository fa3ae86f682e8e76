"""An age range in months as words: "a 4-year-old", "an 18-month-old", "a baby on the way"."""

from __future__ import annotations

from bot.enquiry import AgeRange

_YEAR = 12


def age_words(age: AgeRange) -> str:
    """The age with its article. Ranges wider than a year are said as both ends."""
    lo, hi = age
    if hi <= 0:
        return "a baby on the way"
    if hi <= _YEAR and hi - lo > 1:
        return "a baby"
    if hi <= 2 * _YEAR and hi - lo < _YEAR:
        return f"{_article(lo)} {lo}-month-old" if lo else "a newborn baby"
    first, last = lo // _YEAR, (hi - 1) // _YEAR
    if last - first >= 1 and hi - lo > _YEAR:
        return f"a child aged {first} to {last}"
    return f"{_article(first)} {first}-year-old"


def the_one_aged(age: AgeRange) -> str:
    """ "the 4-year-old", of one spoken of before."""
    return f"the {age_words(age).split(' ', 1)[1]}"


def _article(number: int) -> str:
    return "an" if number in (8, 11, 18) or 80 <= number < 90 else "a"
