"""An age at a terminal. What is typed after ``--age`` is one for certain, so a bare count of years or months is taken at its word.

In a message "80 months" is more likely how long a family has waited, and "0" no age at all: `bot.nlu.ages` hears neither.
"""

from __future__ import annotations

import re
from datetime import date

from bot.enquiry import AgeRange
from bot.scenarios import said as terms

_MONTHS_MOST = 300  # at 25 a young person leaves the local offer
_MONTHS = re.compile(r"(\d{1,3}) ?(?:m|mo|mths?|months?)(?: old)?", re.IGNORECASE)
_NOUGHT = re.compile(r"0+ ?(?:y|yrs?|years?)?(?: old)?", re.IGNORECASE)
_BELOW_NOUGHT = re.compile("[-\u2010-\u2015\u2212]")


def ages(said: str, today: date) -> list[AgeRange]:
    """The ages in words such as "4y", "73 months", "Year 9", "bump", as months ``[lo, hi)``.

    Raises:
        NotUnderstood: there is no age in it, or none below 25 years.
    """
    text = said.strip()
    if _BELOW_NOUGHT.match(text):
        raise terms.NotUnderstood(f'the age {said!r} is below nought: write "4y", "18 months", or "bump" before the birth')
    if _NOUGHT.fullmatch(text):
        return [(0, 12)]
    months = _MONTHS.fullmatch(text)
    if months is None:
        return terms.ages(said, today)
    if int(months[1]) >= _MONTHS_MOST:
        raise terms.NotUnderstood(f"the age {said!r} is past 25: write a number below {_MONTHS_MOST} months")
    return [(int(months[1]), int(months[1]) + 1)]
