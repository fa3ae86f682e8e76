"""Ages said as in a telegram, with no verb: "screams at socks. 5", "20 months. not crawling", "16, seaham".

Read only where a message states no age in any other way, and only where one such number stands there: two are a list.
"""

from __future__ import annotations

import re

_NUMBER = r"(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_UNIT = r"(?:\s?(?P<unit>months?|mths?|mo|mnths?|wks?|weeks?|yrs?|years?|yo|y))?"
# All that its clause says...
_OWN_CLAUSE = re.compile(rf"(?:^|(?<!no)[.,;!?\n(])\s*{_NUMBER}{_UNIT}\s*(?=$|[.,;!?\n)])", re.IGNORECASE)
# ...or months at the very start, where a wait or a duration would go on with its own word.
_MONTHS_FIRST = re.compile(
    r"^\s*(?P<number>\d{1,2})\s?(?P<unit>months?|mths?|mnths?)\b(?!\s*(?:on|wait\w*|since|ago|later|now|of|for|in|to|without|off|before|after|from|and (?:waiting|counting|still waiting)))",
    re.IGNORECASE,
)
_OLDEST_YEARS, _OLDEST_MONTHS = 25, 59
_SPELT = {
    word: value
    for value, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split(),
        start=1,
    )
}


def find_telegram_ages(text: str) -> list[tuple[int, int, int, int]]:
    """``(lo, hi, start, end)`` of the one such age, or nothing."""
    found = {match.start("number"): match for rule in (_OWN_CLAUSE, _MONTHS_FIRST) for match in rule.finditer(text)}
    if len(found) != 1:
        return []
    (match,) = found.values()
    months = _months(match["number"].lower(), (match["unit"] or "").lower())
    return [(*months, match.start("number"), match.end("unit") if match["unit"] else match.end("number"))] if months else []


def _months(number: str, unit: str) -> tuple[int, int] | None:
    value = int(number) if number.isdigit() else _SPELT[number]
    if unit.startswith("w"):
        return (value // 4, value // 4 + 1) if 1 <= value <= 24 else None
    if unit.startswith("m"):
        return (value, value + 1) if 1 <= value <= _OLDEST_MONTHS else None
    return (value * 12, value * 12 + 12) if 1 <= value <= _OLDEST_YEARS else None
