"""Ages that a remark is made of: "nine is young to ...", "too late at 14 to ask", "small for twelve".

People say so of the child they write about, whatever the subject of the remark.
"""

from __future__ import annotations

import re

from bot.nlu.ages.after import cleanly_ends
from bot.nlu.ages.at import done_by_the_clock, may_be_the_hour
from bot.nlu.ages.patterns import PARENT
from bot.nlu.ages.reading import NO, Reading, of_subject
from bot.nlu.ages.subject import window, window_back
from bot.nlu.ages.tokens import Quantity, Token

_DEGREE = (
    r"(?:not|still|really|just|only|surely|quite|very|awful|awfully|far|way|much|so|that|pretty|fairly|too|well|dead|a bit"
    r"|a little|a tad)"
)
_IS = r"(?:is|was|seems|feels|sounds|looks|must be|might be|would be)"
_YOUNG = r"(?:(?:young|old|little|small|big|tiny)(?: enough)?|no age)"
_LATE = r"(?:late|early)"
# Nothing that these words describe may follow: not "ten is big classes".
_GOES_ON = r"(?= (?:to|for|and|but|so|yet|when|in|if|i|we|he|she|they|is)\b| [.,!?;)-]|$)"
# What a clause, and with it the remark, opens behind.
_CLAUSE_OPENS = re.compile(
    r"(?:^|[,:(-] ?|(?:^| )(?:that|think|thinks|thought|reckon|reckons|reckoned|say|says|said|know|knows|believe|feel|guess|suppose"
    r"|agree|but|and|so|because|cos|if|though|although|surely|honestly|maybe|even|mind|like))(?: (?:only|even|surely))?$"
)
_ASKED_OPENS = r"(?:^|[,:(-] ?|(?:^| )(?:and|but|or|so|how|why|when) )"
_ASKED = re.compile(rf"{_ASKED_OPENS}(?:is|was)(?: not)?$")  # "is 4 too young", "isn't eleven late"
_MIGHT = re.compile(rf"{_ASKED_OPENS}(?:would|will|might|could)$")  # "would four be too young for ..."
_MIGHT_BE = re.compile(rf"be (?:{_DEGREE} )*(?:{_YOUNG}|(?P<late>{_LATE})){_GOES_ON}")
_JUDGED = re.compile(rf"{_IS} (?:{_DEGREE} )*(?:{_YOUNG}|(?P<late>{_LATE})){_GOES_ON}")
_JUDGED_IN_QUESTION = re.compile(rf"(?:{_DEGREE} )*(?:{_YOUNG}|(?P<late>{_LATE})){_GOES_ON}")
_OF_A_PARENT = re.compile(rf"\bto (?:be|become) (?:an? )?(?:{PARENT})\b")

_JUDGED_AT = re.compile(r"(?:^| )(?:too (?:young|old|little|small|big)|(?:old|young) enough|only|still)(?: for \w+| to \w+)? at$")
_LATE_AT = re.compile(rf"(?:^| )(?:it|i|we|he|she|they)(?: \w+){{0,2}} (?:{_DEGREE} )+{_LATE}(?: for \w+| to \w+)? at$")
_STILL_AFTER = re.compile(  # "At 11 he still wets", "at 14 is it too late"
    r"(?:(?:(?:he|she|it|they) (?:is|are)|its|it's) (?:worse|still|now|getting)"
    r"|(?:he|she|they) (?:has (?!to)|still|cannot|wont|doesnt|doesn't|cant)"
    rf"|,? ?(?:is|are|am) (?:it|he|she|they|i|we) (?:{_DEGREE} )+(?:{_YOUNG}|{_LATE})\b)"
)

_SIZED = (
    r"(?:small|big|tall|tiny|little|short|young|heavy|strong|slow|immature|mature|skinny|thin|clever|bright|quiet|behind"
    r"|advanced|babyish|chatty)"
)
_WHO = r"(?:he|she|they|i|(?:my|our|wor) [a-z]+)"
_SIZED_FOR = re.compile(rf"(?P<who>(?:^| ){_WHO}) (?:is|am|are|looks?|seems?) (?:(?!too ){_DEGREE} )*{_SIZED} for$")
_FOR_OPENS = re.compile(r"(?:^|, |(?:^| )(?:and|but) )for$")
_IS_SIZED = re.compile(rf",? ?{_WHO} (?:is|am|are|looks?|seems?) (?:{_DEGREE} )*{_SIZED}\b")


def judged(tokens: list[Token], q: Quantity) -> Reading:
    """The reading of a bare number that a remark is made of; not "nine is late for a bus", "the car is small for 6"."""
    if q.unit or q.upto is not None:
        return NO
    left, right = window_back(tokens, q.first, 10), window(tokens, q.last, q.last + 10)
    if _is_remarked_on(q, left, right) or _is_judged_at(q, left, right):
        return Reading("strong")
    if _FOR_OPENS.search(left) and _IS_SIZED.match(right):
        return Reading("strong")
    sized = _SIZED_FOR.search(left) if cleanly_ends(right) else None
    return NO if sized is None else of_subject(tokens, q.first - _words_from(left, sized.end("who")) - 1, loose=False)


def _words_from(left: str, end: int) -> int:
    """How many words stand behind a place in the words."""
    return len(left[end:].split())


def _is_remarked_on(q: Quantity, left: str, right: str) -> bool:
    """ "I do think nine is young to be ...", "isn't eleven late for ..."; of a mother "twenty is young to be a mam"."""
    remark = _JUDGED.match(right) if _CLAUSE_OPENS.search(left) else None
    if remark is None and _ASKED.search(left):
        remark = _JUDGED_IN_QUESTION.match(right)
    if remark is None and _MIGHT.search(left):
        remark = _MIGHT_BE.match(right)
    if remark is None or _OF_A_PARENT.search(right):
        return False
    return not remark["late"] or not done_by_the_clock(q, right[remark.end() :])


def _is_judged_at(q: Quantity, left: str, right: str) -> bool:
    """ "Too young at 3", "is it too late at 14 to ask", "at 11 he still wets"."""
    if _LATE_AT.search(left):
        return not done_by_the_clock(q, f"{left} {right}")
    clause = left.rpartition(", ")[2]
    still = left.endswith("at") and _STILL_AFTER.match(right) and not may_be_the_hour(q, clause, right, is_now=True)
    return bool(_JUDGED_AT.search(left) or still)
