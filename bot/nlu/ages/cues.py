"""What makes a number an age: the words before and after it.

A number counts as an age only on evidence ("he is", "aged", "year old", "my daughter,"), and never where the
words say that it is a wait, a past or later age, a level, a limit of a service or the age of an adult.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from bot.nlu.ages.after import blocked_right, cleanly_ends, counts_any, counts_things, said_of_an_adult
from bot.nlu.ages.at import at_this_age
from bot.nlu.ages.beside import by_initial, called_old, is_of_one_child, without_a_verb
from bot.nlu.ages.judged import judged
from bot.nlu.ages.little import of_a_baby
from bot.nlu.ages.patterns import (
    AGE_LIMIT_BEFORE,
    AGE_OF_WHOM,
    AGE_WORD,
    CORRECTING,
    DATED_BEFORE,
    FILLER,
    JUST_PAST_AFTER,
    LATER_AFTER,
    LEVEL_BEFORE,
    LIMIT_BEFORE,
    NEARLY,
    NOT,
    NOT_YET,
    NOT_YET_AFTER,
    PAST_EVENT_BEFORE,
    PLACE_IN_A_QUEUE,
    SOON_AFTER,
    TURNED,
    TURNING,
    WEEKDAY,
    WHO_IS_IT,
)
from bot.nlu.ages.phrased import phrased
from bot.nlu.ages.reading import NO, Reading, Shift, of_subject
from bot.nlu.ages.subject import is_plural, person_before, told_of_another_time, window, window_back
from bot.nlu.ages.tokens import OPENS_A_CLAUSE, Quantity, Token, follows_initial, number_at, text_at
from bot.nlu.ages.words import (
    ADULT,
    BE,
    CHILD_WORDS,
    CONDITIONS,
    COUNTED_NOUNS,
    OLDEST,
    OLDEST_PUPIL,
    ONE_CHILD,
    THINGS,
    VERBS_IN_S,
    WHEN_WORDS,
    words,
)

_DATE_GOES_ON = re.compile(r"(?: (?:days?|weeks?|months?|time))? (?!and\b|but\b|so\b)[a-z]")
_TO_COME: tuple[tuple[re.Pattern[str], Shift], ...] = ((SOON_AFTER, "nearly"), (LATER_AFTER, "later"))
Said = Literal["", "nearly", "turned", "later", "not"]

# "I had the baby 3 weeks ago", "born about 6 weeks ago": what stands before the number.
_BORN_BEFORE = re.compile(
    r"\b(?:born"
    r"|had (?:the|a|our|my|her|his) (?:(?:first|second|third|new) )?(?:baby|bairn|little (?:one|boy|girl)))"
    r"(?: (?:just|only|about|around))?$"
)
# "I have 13 years since Saturday", as a second language says that the birthday is just past; not "we have 2 years since the referral".
_SINCE_A_DAY = re.compile(rf"since (?:yesterday|(?:last )?{WEEKDAY}|last (?:week|weekend|month))(?= ?[.,!?;]|$)")
# "Not 4 yet", "not three until May": no number that is taken back.
_TO_COME_AFTER = re.compile(r"(?:yet|till|til|until|for)\b")
_THEN_BEFORE = re.compile(r"(?:^| )(?:till?|til|until|untill)\b.* then(?: (?:he|she|they|i) (?:is|am|are|will be))?$")
_THEN_WITHIN = 14  # tokens
# What may follow the age "one"; before anything else "one" is somebody or something.
_AFTER_AGE_ONE = words(
    """
    and but now soon next in on at last tomorrow today so he she year month nearly almost who as cannot wont until till
    has
    """
)
# "One on the pathway", "one at a special school"; not "one on the 5th", "one at the end of the month".
_ONE_THERE = re.compile(r"(?:on|at) (?:the|an?|his|her|my|our) (?!end\b|start\b|beginning\b|weekend\b|minute\b|moment\b)[a-z]")
_ONE_IN_MANY = ("in a million", "in a hundred", "in a thousand", "in ten", "in a row", "in the same")
_ONE_AT_SCHOOL = tuple(f"in {year} " for year in ("year", "yr", "y", "reception", "nursery"))
_WHICH_ONE = words("big small little other older younger this that the first second")
# "Two who ...", "three still ...": children counted, where a number in letters answers.
_ONE_WHO = tuple(
    f"{word} "
    for word in (
        "doesnt doesn't wont cannot cant never still does will can aged age is who has with was in at are have".split()
    )
)
_NO_ANSWER_AFTER = THINGS | ADULT | words("year yr years number no")
_BETWEEN_AGE_WORD = words("age aged ages is of are : - =")
_BETWEEN_BE = words("only just now still have has will is going to age soon may might must")
_BEFORE_LATER = re.compile(r"(?:years old )?(?:before|by)\b")  # "he may be 5 before he's seen"
_OUR_CHILD = re.compile(r"(?:my|our|wor) (?:daughter|son|baby|boy|girl|child|lad|lass|bairn)\b")
_WHOSE_BEING = words("him her his them their")
_ONE_OF_THEM = ONE_CHILD | words("he she")
_DOES_TO = re.compile(r"[a-z]+s (?:to )?(?:me|us|my|our|wor|his|her|him|it|the|hissel|himself|herself|everything|everyone|everybody)\b")
_BARELY = words("only just barely nearly almost")  # "excluded at only six"
_YOUNGEST_WRITER = 8  # years
_MODIFIERS: tuple[tuple[re.Pattern[str], Said], ...] = (
    (NEARLY, "nearly"),
    (NOT_YET, "later"),
    (TURNED, "turned"),
    (TURNING, "later"),
    (NOT, "not"),
)


def read(tokens: list[Token], q: Quantity) -> Reading:
    """Whether the words around a number make it an age, and of whom."""
    right = window(tokens, q.last, q.last + 7)
    since = _since_a_birth_or_birthday(tokens, q, right)
    if since is not None:
        return since
    if q.unit in ("day", "week") and not q.old and text_at(tokens, q.first - 1) == "in":
        return NO  # "nine professionals in 12 days"
    if (blocked_right(q, right) and not is_of_one_child(tokens, q.first)) or said_of_an_adult(q, right):
        return NO
    if _is_a_pronoun(q, right, text_at(tokens, q.first - 1)):
        return NO
    if is_an_idiom(tokens, q.first - 2):
        return NO
    if follows_initial(tokens, q.first) and 2 <= q.value <= OLDEST and right.split(" ")[0] not in ADULT:
        return Reading("strong")
    for said in (by_initial(tokens, q, right), judged(tokens, q), phrased(tokens, q), of_a_baby(tokens, q)):
        if said != NO:
            return said
    return _by_words_before(tokens, q, right)


def _since_a_birth_or_birthday(tokens: list[Token], q: Quantity, right: str) -> Reading | None:
    """ "I had the baby 3 weeks ago"; "I have 13 years since Saturday"."""
    if right.startswith("ago") and _BORN_BEFORE.search(window_back(tokens, q.first)):
        return Reading("strong", subject=person_before(tokens, q.first - 1)) if q.unit else NO
    has_years = q.unit == "year" and text_at(tokens, q.first - 1) in ("have", "has")
    return of_subject(tokens, q.first - 2, loose=False) if has_years and _SINCE_A_DAY.match(right) else None


def _by_words_before(tokens: list[Token], q: Quantity, right: str) -> Reading:
    """The reading by the cue before a number, with what "nearly", "not" or a date make of it."""
    at, said, negated, several = _strip(tokens, q.first)
    if negated and not _TO_COME_AFTER.match(right):
        return Reading("no", rejected=not (tokens[q.first].text == "one" and right[:1].isalpha()))  # "not one answer"
    left = window_back(tokens, at)
    if negated and not left and right.startswith("yet"):  # "Not three yet."
        return Reading("strong", "later")
    if _is_the_next(tokens, at) or LEVEL_BEFORE.search(left) or LEVEL_BEFORE.search(window_back(tokens, q.first)):
        return NO
    found = _cue(tokens, q, at, left, right, said)
    if found.strength == "no":
        return found
    shift: Shift = "" if q.many else "later" if negated else _birthday(said, left, right)
    return replace(found, shift=shift, several=found.several or several)


def _is_the_next(tokens: list[Token], at: int) -> bool:
    """ "He's 4 till the clocks go forward and then he's 5": the age that follows the one just said."""
    near = tokens[max(0, at - _THEN_WITHIN) : at]
    return _THEN_BEFORE.search(window_back(tokens, at, _THEN_WITHIN)) is not None and any(token.is_number for token in near)


def _is_a_pronoun(q: Quantity, right: str, before: str) -> bool:
    """ "She's one good eye", "one with ADHD", "my son's one to one", "the big one, 9": no age of one year."""
    first = right.split(" ", 1)[0]
    elsewhere = right.startswith((*_ONE_IN_MANY, *_ONE_AT_SCHOOL)) or _ONE_THERE.match(right)
    return q.value == 1 and not q.unit and (bool(elsewhere) or (first.isalpha() and first not in _AFTER_AGE_ONE) or before in _WHICH_ONE)


def is_an_idiom(tokens: list[Token], going: int) -> bool:
    """ "Five going on fifteen" is five and so is "five going on two"; "8 going on 9" is nearly nine."""
    if going < 1 or window(tokens, going, going + 2) != "going on":
        return False
    now, then = number_at(tokens, going - 1), number_at(tokens, going + 2)
    return now is not None and then is not None and not 0 < then[0] - now[0] <= 1


def answers(tokens: list[Token], q: Quantity, reading: Reading) -> Reading:
    """A bare number read as the answer to "how old?": an age unless something else is counted."""
    right = window(tokens, q.last, q.last + 7)
    left = window_back(tokens, q.first)
    if (
        counts_things(right)
        or _is_a_pronoun(q, right, text_at(tokens, q.first - 1))
        or blocked_right(q, right)
        or LIMIT_BEFORE.search(left)
        or LEVEL_BEFORE.search(left)
    ):
        return reading
    some_who = right.startswith(_ONE_WHO) or right.split(" ")[0] in VERBS_IN_S
    if q.value <= 4 and tokens[q.first].text.isalpha() and some_who:
        return reading
    at, _, negated, _ = _strip(tokens, q.first)
    return reading if negated or text_at(tokens, at - 1) in _NO_ANSWER_AFTER else believed(tokens, q)


def believed(tokens: list[Token], q: Quantity) -> Reading:
    """A number that is known to be an age: the words beside it tell whether the birthday is to come, and of how many it is said."""
    _, said, _, several = _strip(tokens, q.first)
    shift = _shift(said, window(tokens, q.last, q.last + 7), past=False)
    return Reading("list", shift, several=several)


def _shift(said: Said, right: str, *, past: bool) -> Shift:
    """Whether the birthday is past or to come: "nearly 9", "9 soon", "turns 9"; a birthday that was is past."""
    if said == "turned" or past:
        return ""
    if said == "nearly" or _follows(SOON_AFTER, right):
        return "nearly"
    return "later" if said == "later" or _follows(LATER_AFTER, right) else ""


def _follows(date: re.Pattern[str], right: str) -> bool:
    """Whether a date follows; behind a comma it must end there: "he's 15, on Saturday he's off to my mam's" is 15."""
    match = date.match(right)
    return match is not None and not (right.startswith(",") and _DATE_GOES_ON.match(right[match.end() :]))


def _birthday(said: Said, left: str, right: str) -> Shift:
    """Whether the birthday is past or to come, by the words behind the number or a date before the child."""
    be = left.rpartition(" ")[2]
    shift = _shift(said, right, past=be in ("was", "were"))
    may_be_dated = shift != "nearly" and (said == "later" or be in ("is", "am", "are"))
    return (_is_dated_before(left) if may_be_dated else "") or shift


def _is_dated_before(left: str) -> Shift:
    """ "Tomorrow he's 6", "next May she is 12": the date of the birthday opens the clause."""
    for pattern, shift in _TO_COME:
        if _opens_with(pattern, left) and not left.startswith("this year"):
            return shift
    return ""


def _opens_with(date: re.Pattern[str], left: str) -> bool:
    """Whether a date, and then only the child, leads to the number: "tomorrow he is", "and last week she was"."""
    clause = re.sub(r"^(?:and|but|so|cos|because|only) ", "", left.rpartition(", ")[2])
    who = WHO_IS_IT.search(clause)
    head = clause[: who.start()] if who else ""
    match = date.match(head)
    return match is not None and head[match.end() :] in ("", " time", " week", " month", " day")


def _strip(tokens: list[Token], at: int) -> tuple[int, Said, bool, bool]:
    """Steps back over "nearly", "just turned", "now", "both", "not": where the rest ends, what they meant."""
    said: Said = ""
    negated = several = paused = False
    for _ in range(6):
        left = window_back(tokens, at)
        match, meaning = _modifier(left)
        if paused and meaning in ("turned", "later"):  # "gets hit, 6 and no friends"
            break
        paused = left.endswith(",")
        if match is None:
            match = FILLER.search(left)
            if match is None or AGE_WORD.search(left):
                break
            several = several or match.group().strip() in ("both", "all")
        elif meaning == "not":
            negated = negated or not said
        else:
            said = said or meaning
        at -= len(match.group().split())
    return at, said, negated, several


def _modifier(left: str) -> tuple[re.Match[str] | None, Said]:
    """The "nearly", "just turned", "turns" or "not" that words end with, and which it is."""
    for pattern, meaning in _MODIFIERS:
        match = pattern.search(left)
        if match is not None:
            return match, meaning
    return None, ""


def _cue(tokens: list[Token], q: Quantity, at: int, left: str, right: str, said: Said) -> Reading:
    """The first of the known ways to say an age that fits the words before ``at`` and after the number."""
    before = text_at(tokens, at - 1)
    if AGE_WORD.search(left) or AGE_OF_WHOM.search(left):
        return _after_age_word(tokens, q, at)
    if before == "at" and at_this_age(tokens, q if text_at(tokens, at) not in _BARELY else replace(q, first=at)):
        return Reading("strong")
    if not q.unit and is_an_idiom(tokens, q.last):
        return Reading("list", subject=person_before(tokens, at - 1))  # "our Tom, six going on sixteen"
    if before == "been" and right.startswith("since ") and not q.unit:
        return of_subject(tokens, at - 2, loose=False)
    if said == "turned" and q.unit and not q.old and text_at(tokens, at) in ("gone", "not"):
        return NO  # "gone two days", "not long two weeks"
    if before == "and" and text_at(tokens, at - 2) in CONDITIONS and text_at(tokens, at - 3) in BE and not q.unit:
        return of_subject(tokens, at - 4, loose=False)  # "He's autistic and eight"
    if before in BE and not _is_of_the_clock(tokens, at - 1):
        corrected = CORRECTING.search(left) and cleanly_ends(right)
        return Reading("strong", corrects=True) if corrected else _after_be(tokens, q, at, right, said)
    if said in ("turned", "later") or (said == "nearly" and cleanly_ends(right) and not q.unit):
        return _at_a_birthday(tokens, at, left, right, said)
    return without_a_verb(tokens, q, at, left, right)


def _is_of_the_clock(tokens: list[Token], at: int) -> bool:
    """ "Awake till 2am 12 years old": no "am" of "I am"."""
    return tokens[at].text == "am" and at > 0 and tokens[at - 1].is_number


def _at_a_birthday(tokens: list[Token], at: int, left: str, right: str, said: Said) -> Reading:
    """ "Just turned 4", "turns 9 in May", "nearly 3."; not "will be 5 before the place comes up"."""
    if said == "later" and NOT_YET_AFTER.match(right):
        return NO
    # "Placed with us, just turned 4": the child stands before the comma.
    if text_at(tokens, at - 1) in COUNTED_NOUNS - CHILD_WORDS:  # "meltdowns hit double figures"
        return NO
    led_by = at if text_at(tokens, at) == "," else at - 1
    dated = _is_dated(right) or bool(DATED_BEFORE.search(left))
    return of_subject(tokens, led_by, loose=True, dated=dated)


def _after_age_word(tokens: list[Token], q: Quantity, at: int) -> Reading:
    """ "My son aged 7", "ages 5 and 3"; not "from age 5", "diagnosed aged 4", "mum aged 40", "I have aged ten years"."""
    start = at
    while start > max(0, at - 6) and text_at(tokens, start - 1) in _BETWEEN_AGE_WORD:
        start -= 1
    head = window_back(tokens, start)
    if text_at(tokens, start) == "aged" and text_at(tokens, start - 1) in ("have", "has"):  # "I have aged ten years"
        return NO
    if AGE_LIMIT_BEFORE.search(head) or PAST_EVENT_BEFORE.search(head) or q.upto is not None:
        return NO
    subject = person_before(tokens, start - 1)
    if subject is not None and tokens[subject].text in ADULT:
        # "Mum of 3, ages 5, 3 and 7 weeks"
        of_children = number_at(tokens, subject + 2) is not None and text_at(tokens, subject + 1) in ("of", "to")
        return Reading("list", several=True) if of_children else NO
    if subject is not None and told_of_another_time(tokens, subject):
        return NO
    several = text_at(tokens, at - 1) == "ages" or is_plural(tokens, subject)
    return Reading("list", subject=subject, several=several)


def _after_be(tokens: list[Token], q: Quantity, at: int, right: str, said: Said) -> Reading:
    """The age that stands behind "is" or its like, or is one "year old": "what I've still got is a six year old"."""
    found = _said_of_subject(tokens, q, at - 1, right, said)
    one_old = q.old and (text_at(tokens, q.first - 1) in ("a", "an") or _OUR_CHILD.match(right) is not None)  # "is 1 year old my daughter"
    if found == NO and one_old and not told_of_another_time(tokens, at - 2):
        return called_old(tokens, q, at, right)
    return found


def _said_of_subject(tokens: list[Token], q: Quantity, be: int, right: str, said: Said) -> Reading:
    """ "My son is only 7", "they are 3 and 5", "he was 9 last week"; not "he was 9", "there are 4 cousins"."""
    past = tokens[be].text in ("was", "were")
    if tokens[be].text == "were" and PLACE_IN_A_QUEUE.match(right):
        return NO
    if tokens[be].text == "were" and _may_be_we(tokens, q, be, right):
        return Reading("strong", subject=be, by_writer=True)
    if past and not (JUST_PAST_AFTER.match(right) or _opens_with(JUST_PAST_AFTER, window_back(tokens, be + 1))):
        return NO
    at = be - 1
    while text_at(tokens, at) in _BETWEEN_BE:
        at -= 1
    counted = not q.old and not q.unit and counts_things(right) and not (not past and _does_that(tokens, at, right))
    if counted or (tokens[be].text == "be" and _BEFORE_LATER.match(right)):
        return NO
    if tokens[be].text == "being" and text_at(tokens, at) in _WHOSE_BEING:  # "with her being ten"
        return Reading("strong", subject=at)
    dated = _is_dated(right) or bool(_is_dated_before(window_back(tokens, be + 1)))
    reading = of_subject(tokens, at, loose=(past and at < 0) or bool(said), dated=not past and dated)
    if tokens[be].text == "are" and reading.strength == "strong":
        return replace(reading, strength="list", several=True)
    return reading


def _does_that(tokens: list[Token], at: int, right: str) -> bool:
    """ "The bairn is seven clings to me": what one child does to somebody; not "he's two wheelchairs", which he has, nor "6 sizes behind"."""
    of_one = text_at(tokens, at) in _ONE_OF_THEM or tokens[max(at, 0)].capital
    return of_one and right.split(" ")[0] not in COUNTED_NOUNS and _DOES_TO.match(right) is not None


def _may_be_we(tokens: list[Token], q: Quantity, were: int, right: str) -> bool:
    """ "Were 15 idk what to do": the "we're" of somebody young; not "they were late, were 9 when it began"."""
    opens = text_at(tokens, were - 1) in OPENS_A_CLAUSE
    young = not q.unit and tokens[q.first].is_number and _YOUNGEST_WRITER <= q.value <= OLDEST_PUPIL
    return opens and young and not counts_any(tokens, q) and right.split(" ")[0] not in WHEN_WORDS | {"at", "then", "that"}


def _is_dated(right: str) -> bool:
    """ "When she turns 18 in March": the birthday has a date, so today's age is known."""
    return bool(SOON_AFTER.match(right) or LATER_AFTER.match(right))
