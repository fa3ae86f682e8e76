"""Bare ages in a note or a turned sentence: "9 with autism", "13 in Langley Moor", "9y", "5 she is", "lad 6 year".

The ways of `bot.nlu.ages.telegram` that tell an age by what the note says beside it.
"""

from __future__ import annotations

import re

from bot.nlu.ages.after import counts_any
from bot.nlu.ages.patterns import LIMIT_BEFORE, PAST_EVENT_BEFORE, TIME_WENT_AFTER
from bot.nlu.ages.subject import told_of_another_time, window, window_back
from bot.nlu.ages.tokens import SOMEBODY, STOPS, Quantity, Token, number_at, text_at
from bot.nlu.ages.words import ANDS, CHILD_WORDS, CONDITION_WORDS, MARKS, TIME_LED_BY, words

FEWEST_GLUED_MONTHS = 10  # fewer may be a wait
_ENDS_IT = MARKS | {"", "now", "like"}
# "13 in total", "2 from school": no place.
_NO_PLACE = words(
    "a an the his her my our their class total all one each every school nursery here there this that bed care"
)
_HAPPENED_THEN = words("was were walked talked spoke sat crawled rolled smiled stood")
# "5 she is", "9 our lad".
_TURNED_ROUND = re.compile(
    rf"(?:(?:(?:he|she)|(?:my|our|wor) [a-z]+|{SOMEBODY}) is"
    r"|(?:my|our|wor) (?:lad|lass|bairn|son|daughter|boy|girl|little one))(?= |$)"
)


def said_last(tokens: list[Token], q: Quantity) -> bool:
    """ "up all night, 5 she is", "he's autistic and 6"."""
    return _is_turned_round(tokens, q) or _follows_a_condition(tokens, q)


def _is_turned_round(tokens: list[Token], q: Quantity) -> bool:
    """ "5 she is", "20 months our lass"; not "in bed by 7 he is"."""
    said_of = _TURNED_ROUND.match(window(tokens, q.last, q.last + 4)) if q.unit in ("", "month") else None
    if said_of is None or LIMIT_BEFORE.search(window_back(tokens, q.first)):
        return False
    return text_at(tokens, q.last + len(said_of[0].split())) in _ENDS_IT


def _follows_a_condition(tokens: list[Token], q: Quantity) -> bool:
    """ "he's autistic and 6"; not "autistic, 2 meltdowns"."""
    joined = text_at(tokens, q.first - 1) in ("and", "n", "&", ",")
    if q.unit or q.value <= 1 or text_at(tokens, q.first - 1 - joined) not in CONDITION_WORDS:
        return False
    return not (_texts_too(tokens, q) or counts_any(tokens, q) or _is_listed(tokens, q))


def _texts_too(tokens: list[Token], q: Quantity) -> bool:
    """ "His brother's deaf 2"."""
    return q.last == len(tokens) and tokens[q.first].text == "2"


def _is_listed(tokens: list[Token], q: Quantity) -> bool:
    """ "A learning disability, 13 and 9"."""
    return text_at(tokens, q.last) in ANDS and number_at(tokens, q.last + 1) is not None


def from_a_place(tokens: list[Token], q: Quantity) -> bool:
    """ "Clumsy as owt. 13 in langley moor", "nineteen from Seaham": opens a sentence that only says where."""
    opens = q.first == 0 or text_at(tokens, q.first - 1) in STOPS
    where = text_at(tokens, q.last) in ("in", "from") and text_at(tokens, q.last + 1) not in _NO_PLACE
    rest = next((step for step in range(2, 6) if text_at(tokens, q.last + step) in ("", *MARKS)), None)
    return opens and where and not q.unit and q.value > 2 and rest is not None


def has_a_condition(tokens: list[Token], q: Quantity) -> bool:
    """ "She unclips the belt, 9 with autism": opens a clause and tells what the child has."""
    opens = q.first == 0 or text_at(tokens, q.first - 1) in MARKS
    return opens and not q.unit and text_at(tokens, q.last) == "with" and text_at(tokens, q.last + 1) in CONDITION_WORDS


def glued_to_its_unit(tokens: list[Token], q: Quantity) -> bool:
    """ "9y spina bifida", "lil one 18mth": a note's age, not a wait."""
    glued = q.last - q.first == 2 and tokens[q.first].end == tokens[q.first + 1].start
    small = q.unit == "month" and q.value >= FEWEST_GLUED_MONTHS
    waits = TIME_WENT_AFTER.match(window(tokens, q.last, q.last + 5)) or text_at(tokens, q.first - 1) in TIME_LED_BY
    return glued and not waits and ((q.unit == "year" and tokens[q.first + 1].text == "y") or small)


def child_of_years(tokens: list[Token], q: Quantity) -> bool:
    """ "my son seven years need other school", "boy disable 6 year", as a second language says it; not "he walked at 19 months"."""
    if q.unit not in ("year", "month") or q.old or window(tokens, q.last, q.last + 2).startswith(("of ", "and now")):
        return False
    for at in range(q.first - 1, max(-1, q.first - 6), -1):
        word = text_at(tokens, at)
        if word in MARKS or word in TIME_LED_BY or word in _HAPPENED_THEN:
            return False
        if word in CHILD_WORDS or word in ("he", "she"):
            return not told_of_another_time(tokens, at)
    return False


def at_age(tokens: list[Token], q: Quantity) -> bool:
    """ "3 stone at age 9": an age that is dated by nothing."""
    if text_at(tokens, q.first - 1) not in ("age", "aged") or text_at(tokens, q.first - 2) != "at":
        return False
    return not PAST_EVENT_BEFORE.search(window_back(tokens, q.first - 2))


def of_somebody_told_of(tokens: list[Token], q: Quantity) -> bool:
    """ "a lad on our street, about ten, walks up and down": a guess set off by commas."""
    set_off = text_at(tokens, q.first - 2) == "," and text_at(tokens, q.last) == ","
    return set_off and not q.unit and text_at(tokens, q.first - 1) in ("about", "around", "maybe", "roughly")
