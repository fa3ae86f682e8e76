"""A baby of a few weeks: "only a few weeks old", "new baby's here three weeks", "lo 5 wks", "10 days since I had him"."""

from __future__ import annotations

import re

from bot.nlu.ages.births import Stage
from bot.nlu.ages.subject import who_before, window
from bot.nlu.ages.tokens import Token, months_of, number_at, text_at
from bot.nlu.ages.words import ANDS, BABY, MARKS, WEEK_UNITS, words

_BABY_WORDS = BABY | words("bubs bub lo newborn babba bubba")
_IS_HERE = words("is here at girl boy now only born ,")
_DAYS = {**dict.fromkeys(WEEK_UNITS, 7), "day": 1, "days": 1}
_NEW_DAYS = 84  # a baby older than this is told by months
_SINCE_BIRTH = re.compile(r"since (?:i|ah|aa|she|we|my wife) had (?:him|her|them|the|our|my)$")
# "Baby 3 weeks early", "6 weeks of colic".
_NOT_AN_AGE = words(
    """
    early premature prem ago late overdue waiting until till to before after off on gone of pregnant without no with
    """
)


def find_newborn(tokens: list[Token]) -> Stage | None:
    """A baby of few weeks: "only a few weeks old", [0, 3); to the week in "new baby's here three weeks", "lo 5 wks"."""
    for at in range(len(tokens) - 1):
        some = tokens[at].text in ("few", "couple", "several")
        unit = at + (2 if text_at(tokens, at + 1) == "of" else 1)
        if some and text_at(tokens, unit) in ("weeks", "wks", "days") and text_at(tokens, unit + 1) == "old":
            return Stage(0, 3, tokens[at].start, tokens[unit + 1].end, who_before(tokens, at))
        count = number_at(tokens, at - 1) if tokens[at].text in _DAYS else None
        days = count[0] * _DAYS[tokens[at].text] if count else 0
        if count and days <= _NEW_DAYS and _SINCE_BIRTH.match(window(tokens, at + 1, at + 5)):
            months = months_of(days)
            return Stage(months, months + 1, tokens[at - 1].start, tokens[at].end, "baby")
        if tokens[at].text in _BABY_WORDS and (stage := _weeks_of_a_baby(tokens, at)) is not None:
            return stage
    return None


def _is_so_old(tokens: list[Token], first: int, after: int) -> bool:
    """ "Baby is 40 days.", where nothing follows that the days could be of."""
    said = text_at(tokens, first - 1) in ("is", "only", "now") or text_at(tokens, first - 2) == "is"
    return said and text_at(tokens, after) in MARKS | ANDS | {""}


def _weeks_of_a_baby(tokens: list[Token], at: int) -> Stage | None:
    """The weeks or days that follow the word for a baby, or its "is", "here", "at"."""
    first = at + 1
    while text_at(tokens, first) in _IS_HERE and first < at + 4:
        first += 1
    number = number_at(tokens, first)
    days = _DAYS.get(text_at(tokens, number[1])) if number is not None else None
    after = "" if number is None else text_at(tokens, number[1] + 1)
    if number is None or days is None or number[0] * days > _NEW_DAYS:
        return None
    if after in _NOT_AN_AGE or (days == 1 and after != "old" and not _is_so_old(tokens, first, number[1] + 1)):
        return None
    months = months_of(number[0] * days)
    return Stage(months, months + 1, tokens[first].start, tokens[number[1]].end, tokens[at].text)
