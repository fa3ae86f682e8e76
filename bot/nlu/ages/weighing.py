"""What the rules make of a number once the learned net has judged it: all but certain, the net overrules them.

Why, and what it was counted on: docs/decisions/0010-numbers-are-weighed.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from bot.nlu.ages.after import cleanly_ends, counts_any
from bot.nlu.ages.cues import believed, is_an_idiom
from bot.nlu.ages.patterns import AGE_OF_A_SKILL, LEVEL_OF
from bot.nlu.ages.reading import NO, Reading
from bot.nlu.ages.stops import leaves_out_stops
from bot.nlu.ages.subject import window_back
from bot.nlu.ages.tokens import Quantity, Token, text_at
from bot.nlu.ages.words import ANDS, JOINS, MARKS, ONE_CHILD, YOUNG_PARENT, words

SURE, UNLIKELY = 0.95, 0.05
# A number beside an age in one list ("5 yrs, 3 yrs and 3 months") needs no more than to be likelier an age than not.
SURE_IN_A_LIST = 0.5
_LEVEL_BEFORE = re.compile(rf"(?:{LEVEL_OF}|{AGE_OF_A_SKILL})$")
_PLAINLY = re.compile(rf"(?:^| )(?:he|she|(?:my|our|wor) (?:{'|'.join(sorted(ONE_CHILD))})) (?:is|turned|has (?:just )?turned)(?: (?:only|just|now|nearly|almost|about))*$")
# "What about when I'm 18", "if I need it after he's 16".
_IS_TO_COME = re.compile(r"(?:^| )(?:when|wen|once|after|until|till|til|before) (?:i am|he is|she is|they are|am|im|hes|shes)$")
_BETWEEN = JOINS | words("a an then one twins")
_MOST_BETWEEN = 3  # tokens


class Net(Protocol):
    """What has learnt to tell an age."""

    def chances(self, text: str, tokens: list[Token], numbers: Sequence[Quantity]) -> list[float | None]: ...


def weighed(
    tokens: list[Token], numbers: Sequence[Quantity], readings: Sequence[Reading], chances: Sequence[float | None]
) -> list[Reading]:
    """The readings that stand, one a number; a number that is taken back ("not 17") stays so, and so does one without a chance."""
    told = any(reading.strength != "no" for reading in readings)
    stand = [_alone(tokens, *one, told=told) for one in zip(numbers, readings, chances, strict=True)]
    steps = range(1, len(stand))
    for at, beside in [*((at, at - 1) for at in steps), *((at - 1, at) for at in reversed(steps))]:
        chance = chances[at]
        if chance is None or chance < SURE_IN_A_LIST or stand[at] != NO or stand[beside].strength == "no":
            continue
        if _in_one_list(tokens, numbers[min(at, beside)], numbers[max(at, beside)]) and not _is_a_level(tokens, numbers[at]):
            stand[at] = believed(tokens, numbers[at])
    return stand


def _alone(tokens: list[Token], number: Quantity, reading: Reading, chance: float | None, *, told: bool) -> Reading:
    """One reading by its own chance; ``told`` is whether the rules hear an age in the message."""
    if chance is None or reading.rejected:
        return reading
    if reading.strength == "no":
        parents = told and number.months()[0] >= YOUNG_PARENT  # "24 n skint, lad is 3"
        idiom = is_an_idiom(tokens, number.first - 2)  # "19 going on 12"
        left_out = parents or idiom or _is_a_level(tokens, number) or _IS_TO_COME.search(window_back(tokens, number.first))
        return believed(tokens, number) if chance >= SURE and not left_out else reading
    # "They are one and three": most that is called one is no age, so the net doubts those that are.
    several = reading.several and text_at(tokens, number.last) in ANDS | MARKS | {""}  # not "twins, 8 months, one on oxygen"
    sure = number.value == 1 and (reading.strength == "strong" or several)
    sure = sure or _is_said_plainly(tokens, number, reading)
    sure = sure or (reading.strength == "strong" and reading.apart)  # "J 8 on meds, T 2 behind": a child by name, however small the number
    return NO if chance < UNLIKELY and not sure else reading


def _is_said_plainly(tokens: list[Token], number: Quantity, reading: Reading) -> bool:
    """ "Shes only two she was sick" of who types no stops, where what the net makes of the words behind is of another sentence."""
    goes_on = text_at(tokens, number.last).isalpha() and leaves_out_stops(tokens)
    if reading.strength != "strong" or not goes_on or (number.unit and not number.old):  # "two years below me"
        return False
    texted = tokens[number.first].text in ("2", "4") and not cleanly_ends(text_at(tokens, number.last))  # "says hes 2 clever"
    return not texted and _PLAINLY.search(window_back(tokens, number.first)) is not None and not counts_any(tokens, number)


def _is_a_level(tokens: list[Token], number: Quantity) -> bool:
    """ "The weight of an eight year old", "doing what a two year old does"."""
    return _LEVEL_BEFORE.search(window_back(tokens, number.first)) is not None


def _in_one_list(tokens: list[Token], before: Quantity, after: Quantity) -> bool:
    between = tokens[before.last : after.first]
    return len(between) <= _MOST_BETWEEN and all(token.text in _BETWEEN for token in between)
