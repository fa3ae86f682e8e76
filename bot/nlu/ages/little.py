"""Months or weeks told of a baby by what a note says beside them: "HV: 8 months, not reaching", "the seventh, 20 months, ..."."""

from __future__ import annotations

import re

from bot.nlu.ages.patterns import TIME_WENT_AFTER
from bot.nlu.ages.reading import NO, Reading
from bot.nlu.ages.subject import told_of_another_time, window
from bot.nlu.ages.tokens import Quantity, Token, text_at
from bot.nlu.ages.words import MARKS, ONE_CHILD, OURS, words

_WITHIN = 12  # words
_LEFT_OUT = r"(?:not|no|cannot|cant|isnt|hardly|barely|never|doesnt|doesn't|wont|hasnt|still not|is not)"
_SKILL = (
    r"(?:sitting|sits?|crawling|crawls?|walking|walks?|rolling|rolls?|babble|babbling|reaching|reach|smiling|smiles?|fixing"
    r"|following (?:light|faces|things|objects|a |with|toys)|pointing|waving|talking|words|sounds|standing|stands?|weight|chewing|weaning|weaned"
    r"|eye contact|head control|clapping|grasping|holding|bearing|feeding|moving|looking"
    r"|latch(?:ing)?|suck(?:ing)?|swallow(?:ing)?|take (?:a|the|his|her) bottle|gain(?:ing)?)"
)
# "Not reaching", "one side stiff", "floppy"; not "no words from camhs".
_TELLS_OF_A_BABY = re.compile(
    rf"(?:[,:(-] )?(?:(?:and )?{_LEFT_OUT} (?:\w+ )?{_SKILL}\b(?! (?:from|back|through|on|up|for a)\b)"
    r"|(?:(?:and|is|very|so|quite|still) )*(?:one side|both legs|one leg|left (?:side|arm|leg|hand)|right (?:side|arm|leg|hand)|floppy|stiff|head lag|tube fed|on oxygen|colic|colicky|reflux)\b)"
)
_CARED_FOR = re.compile(r", (?:on (?:oxygen|milk|formula|meds|a tube|peg)|(?:ng |peg |gastrostomy )?tube\b|(?:tube|peg) fed)")
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth last")
_LITTLE = words("little wee baby tiny bitty")
_FED = words("feeding feeds fed latch latching colic colicky reflux gaining crying cries unsettled")
_OLDEST_MONTHS, _OLDEST_WEEKS = 36, 24


def of_a_baby(tokens: list[Token], q: Quantity) -> Reading:
    """The reading of months or weeks by what is said of a baby; a wait has no skills."""
    most = {"month": _OLDEST_MONTHS, "week": _OLDEST_WEEKS}.get(q.unit, 0)
    if q.old or q.upto is not None or not 1 <= q.value <= most:
        return NO
    right = window(tokens, q.last, q.last + _WITHIN)
    child = _beside_child(tokens, q)
    if child is not None and not told_of_another_time(tokens, child) and _goes_with_a_child(tokens, q, child, right):
        return Reading("strong", subject=child)
    opens = text_at(tokens, q.first - 1) in MARKS | {""}
    in_brackets = text_at(tokens, q.first - 1) == "(" and _CARED_FOR.match(right)
    told = in_brackets or (opens and _is_boy_or_girl(tokens, q)) or _is_the_nth(tokens, q) or (opens and _TELLS_OF_A_BABY.match(right))
    return Reading("strong") if told else NO


def _beside_child(tokens: list[Token], q: Quantity) -> int | None:
    """The word for one child right before the number."""
    return q.first - 1 if text_at(tokens, q.first - 1) in ONE_CHILD | {"babe"} else None


def _goes_with_a_child(tokens: list[Token], q: Quantity, child: int, right: str) -> bool:
    """ "Boy 6 weeks feeding hourly", "her little boy 18 months shy but happy"; not "my little lad 8 months without school"."""
    first = right.split(" ")[0]
    if first in _FED or _TELLS_OF_A_BABY.match(right):
        return True
    little = q.unit == "month" and text_at(tokens, child - 1) in _LITTLE
    return little and first.isalpha() and first not in ("no", "not", "and") and not TIME_WENT_AFTER.match(right)


def _is_boy_or_girl(tokens: list[Token], q: Quantity) -> bool:
    """ "20m F not walking": months, and a capital for boy or girl."""
    return q.unit == "month" and text_at(tokens, q.last) in ("m", "f") and tokens[q.last].capital


def _is_the_nth(tokens: list[Token], q: Quantity) -> bool:
    """ "The seventh, 20 months, does not look up"; not "the third, 6 months later"."""
    nth = text_at(tokens, q.first - 2) in _ORDINALS and text_at(tokens, q.first - 3) in OURS | {"the", "her", "his", "their"}
    return nth and text_at(tokens, q.first - 1) == "," and text_at(tokens, q.last) == ","
