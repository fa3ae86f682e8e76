"""Ages told by how a clause is built, with no child before the number: "Being eight, he ...", "and her only seventeen"."""

from __future__ import annotations

import re

from bot.nlu.ages.after import cleanly_ends
from bot.nlu.ages.patterns import TIME_WENT_AFTER
from bot.nlu.ages.reading import NO, Reading
from bot.nlu.ages.subject import window, window_back
from bot.nlu.ages.tokens import Quantity, Token
from bot.nlu.ages.words import WHEN_WORDS

_WITHIN = 24  # words after the number that may say whose age it is
_OPENS = r"(?:^|[,:(-] )"
_CHILD = r"(?:he|she|they|(?:my|our|wor) [a-z]+)"
_OURS = r"(?:mine|ours|him|her|my|our|wor)"
# "Being eight, he ...", "to be eleven and have no friends", "this one, five and full of worry".
_BUILT: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(rf"{_OPENS}being$"), re.compile(rf", (?:and|{_CHILD}) |{_CHILD} ")),
    (re.compile(r"^to be$"), re.compile(r"and (?:have|not|never|still|cannot|be|only|feel|unable)\b")),
    (re.compile(r"(?:^| )(?:this|that|the other) one ,$"), re.compile(r"and (?!a |one |\d)|,")),
    # Not "reads like somebody of six"
    (re.compile(r"(?:^|(?<!like)(?<!as)(?<!than)(?<!for) )(?:somebody|someone) of(?: only| just)?$"), re.compile(r"(?:that|who|with|to|and|when|if)\b|[.,?!]|$")),
    # "When they're ten like mine"; "when you're twelve and can't read ..., and that is what is happening to him"
    (re.compile(r"(?:^| )(?:they|you) are$"), re.compile(rf"like {_OURS}\b")),
    (re.compile(r"(?:^| )when you are$"), re.compile(r"and .* that is (?:what|how|where|it|why)\b.* (?:him|her|he|she|them)\b")),
    # "At the age of thirteen she has decided"; not "at the age of 16 he has to leave"
    (
        re.compile(rf"{_OPENS}at the (?:ripe old |grand old )?age of$"),
        re.compile(rf",? ?{_CHILD} (?:is|are|still|cannot|wont|doesn't|doesnt|refuses|needs|(?:has|have)(?! (?:to|had|got to)\b)) "),
    ),
)
# "And her only seventeen, well"; not "and her only two friends".
_WITH_HIM = re.compile(r"(?:^| )(?:and|with) (?:him|her|them)(?: (?:only|just|still|barely|nobbut|all of|not even|even))+$")
# "He gets to nine years old and all of a sudden"; not "until he gets to 18".
_GETS_TO = re.compile(rf"(?:^| ){_CHILD} (?:gets|get|has got|is got|got) to$")
# "Canny lonely wi it, nine he is."; not "bed by 7 he is".
_SAID_LAST, _HE_IS = re.compile(r"(?:^|,)$"), re.compile(r"(?:he|she) is(?: (?:now|noo))?(?: [.,!?;)-]|$)")
# "HV: 2y4m, no words yet": what a note opens with.
_NOTED = re.compile(r"(?:^|[.,] )[a-z]+ [-:]$")
# "Born 10 weeks early, now 5 months", "prem baby (29 weeks), now 14 months".
_EARLY_NOW = re.compile(r"(?:^| )(?:prem\w*|early|gestation|nicu|scbu)(?: [a-z]+)*(?: \(? ?\d+ (?:weeks|wks|weeker) ?\)?)?(?: [,.-])* (?:is |she is |he is )?(?:now|nearly|and now)$")


def phrased(tokens: list[Token], q: Quantity) -> Reading:
    """The reading of a number by the clause that it stands in; "one" is more often somebody."""
    left, right = window_back(tokens, q.first), window(tokens, q.last, q.last + _WITHIN)
    if q.upto is not None or (q.value == 1 and not q.unit):
        return NO
    if q.old and right.startswith("and ") and _GETS_TO.search(left) and not WHEN_WORDS & set(left.split()):
        return Reading("strong")
    if q.extra_months is not None and _NOTED.search(left) and not TIME_WENT_AFTER.match(right):
        return Reading("strong")
    if not q.unit and _SAID_LAST.search(left) and _HE_IS.match(right):
        return Reading("strong")
    if q.unit and not q.old:
        return Reading("strong") if _EARLY_NOW.search(left) else NO
    told = any(before.search(left) and after.match(right) for before, after in _BUILT)
    with_him = _WITH_HIM.search(left) is not None and cleanly_ends(right)
    return Reading("strong") if told or with_him else NO
