"""What makes a number an age: the words before and after it.

A number counts as an age only on evidence ("he is", "aged", "year old", "my daughter,"), and never where the
words say that it is a wait, a past or later age, a level, a limit of a service or the age of an adult.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.nlu.age_after import blocked_right, cleanly_ends, counts_things, said_of_an_adult
from bot.nlu.age_at import at_this_age
from bot.nlu.age_subject import (
    described_child,
    is_plural,
    names_a_child,
    person_before,
    told_of_another_time,
    window,
    window_back,
)
from bot.nlu.age_tokens import SENTENCE_ENDS, Quantity, Token, number_at, text_at
from bot.nlu.age_words import (
    ADULT,
    AGE_LIMIT_HEAD,
    AGE_OF_WHOM,
    AGE_WORD,
    AT_THIS_AGE,
    BE,
    BLOCKED_AFTER,
    CHILD_WORDS,
    CONDITIONS,
    CORRECTING,
    COUNTED,
    DATED_BEFORE,
    FILLER,
    FIT_AFTER,
    FIT_FOR_AGE,
    GAVE_ME,
    JOINING,
    JUST_PAST,
    LATER_AFTER,
    LEVEL_BEFORE,
    LIMIT_BEFORE,
    NEARLY,
    NOT,
    NOT_YET,
    OLD_IN_THE_PAST,
    OLD_LIMIT_BEFORE,
    PAST_EVENT,
    PLURAL,
    PRONOUNS,
    SOON_AFTER,
    THINGS,
    TURNED,
    TURNING,
    VERBS_IN_S,
    words,
)

Strength = Literal["strong", "list", "no"]
Shift = Literal["", "nearly", "later"]
Said = Literal["", "nearly", "turned", "later", "not"]


@dataclass(frozen=True)
class Reading:
    """How a number reads. ``shift`` is "nearly", "later" (that birthday is to come) or "" (that age now)."""

    strength: Strength
    shift: Shift = ""
    subject: int | None = None  # the token that the age is said of
    several: bool = False  # said of more than one child: "they are", "both", "twins"
    rejected: bool = False  # "not 17"
    by_writer: bool = False  # "I am 16"
    corrects: bool = False  # "sorry 7" after another number
    apart: bool = False  # one of a list of children, each by name


NO = Reading("no")


def read(tokens: list[Token], q: Quantity) -> Reading:
    """Whether the words around a number make it an age, and of whom."""
    right = window(tokens, q.last, q.last + 7)
    if right.startswith("ago") and re.search(
        r"\b(?:born|had (?:the|a|our|my|her|his) (?:(?:first|second|third|new) )?(?:baby|bairn|little (?:one|boy|girl)))(?: (?:just|only|about|around))?$", window_back(tokens, q.first)
    ):
        return Reading("strong", subject=person_before(tokens, q.first - 1)) if q.unit else NO
    if q.unit in ("day", "week") and not q.old and text_at(tokens, q.first - 1) == "in":
        return NO  # "nine professionals in 12 days"
    if (blocked_right(q, right) and not _is_of_one_child(tokens, q.first)) or said_of_an_adult(q, right):
        return NO
    if _is_a_pronoun(q, right, text_at(tokens, q.first - 1)) or _is_no_age_by(tokens, q):
        return NO
    if _is_an_idiom(tokens, q) or _OF_THEIRS.search(window_back(tokens, q.first)):
        return NO
    at, said, negated, several = _strip(tokens, q.first)
    if negated and not re.match(r"(?:yet|till|til|until|for)\b", right):
        return Reading("no", rejected=not (tokens[q.first].text == "one" and right[:1].isalpha()))  # "not one answer"
    left = window_back(tokens, at)
    if negated and not left and right.startswith("yet"):  # "Not three yet."
        return Reading("strong", "later")
    if LEVEL_BEFORE.search(left) or LEVEL_BEFORE.search(window_back(tokens, q.first)):
        return NO
    found = _cue(tokens, q, at, left, right, said)
    if found.strength == "no":
        return found
    shift = "" if q.many else "later" if negated else _shift(said, right, past=text_at(tokens, at - 1) in ("was", "were"))
    return replace(found, shift=shift, several=found.several or several)


# "I have my daughter's two": how many, and not how old the daughter is.
_OF_THEIRS = re.compile(r"(?:^| )(?:have|has|got|mind|minding|after|watch|watching|raising|up|on|fostering|took) (?:my|our|wor|his|her) [a-z]+ is$")


_AFTER_ONE = words("and but now soon next in on at last tomorrow today so he she year month nearly almost who as cannot wont until till has")
_WHICH = words("big small little other older younger this that the first second")
_NUMBERED_OFF = words("twin times")
_WEIGHS = words("lb lbs st stone")


def _is_a_pronoun(q: Quantity, right: str, before: str) -> bool:
    """ "She's one good eye", "one with ADHD", "my son's one to one", "the big one, 9": no age of one year."""
    first = right.split(" ", 1)[0]
    return q.value == 1 and not q.unit and ((first.isalpha() and first not in _AFTER_ONE) or before in _WHICH)


def _is_no_age_by(tokens: list[Token], q: Quantity) -> bool:
    """ "Twin 2 isn't crawling", "17 times 23", "4lb 9"."""
    before = text_at(tokens, q.first - 1)
    weighs = before in _WEIGHS and q.first > 1 and tokens[q.first - 2].is_number
    return not q.unit and (before in _NUMBERED_OFF or weighs)


def _is_an_idiom(tokens: list[Token], q: Quantity) -> bool:
    """ "Five going on fifteen" is five and so is "five going on two"; "8 going on 9" is nearly nine."""
    if q.first < 3 or window(tokens, q.first - 2, q.first) != "going on":
        return False
    now = number_at(tokens, q.first - 3)
    return now is not None and not 0 < q.value - now[0] <= 1


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
    if q.value <= 4 and tokens[q.first].text.isalpha() and (right.startswith(_ONE_WHO) or right.split(" ")[0] in VERBS_IN_S):
        return reading
    at, said, negated, several = _strip(tokens, q.first)
    if negated or text_at(tokens, at - 1) in _NO_ANSWER_AFTER:
        return reading
    return Reading("list", _shift(said, right, past=False), several=several)


_ONE_WHO = ("doesnt ", "doesn't ", "wont ", "cannot ", "cant ", "never ", "still ", "does ", "will ", "can ", "aged ", "age ", "is ", "who ", "has ", "with ", "was ", "in ", "at ", "are ", "have ")
_NO_ANSWER_AFTER = THINGS | ADULT | {"year", "yr", "years", "number", "no"}


def _shift(said: Said, right: str, *, past: bool) -> Shift:
    if said == "turned" or past:
        return ""
    if said == "nearly" or SOON_AFTER.match(right):
        return "nearly"
    return "later" if said == "later" or LATER_AFTER.match(right) else ""


def _strip(tokens: list[Token], at: int) -> tuple[int, Said, bool, bool]:
    """Steps back over "nearly", "just turned", "now", "both", "not": where the rest ends, what they meant."""
    said: Said = ""
    negated = several = False
    for _ in range(6):
        left = window_back(tokens, at)
        match, meaning = _modifier(left)
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
    for pattern, meaning in _MODIFIERS:
        match = pattern.search(left)
        if match is not None:
            return match, meaning
    return None, ""


_MODIFIERS: tuple[tuple[re.Pattern[str], Said], ...] = (
    (NEARLY, "nearly"),
    (TURNED, "turned"),
    (TURNING, "later"),
    (NOT, "not"),
)


def _cue(tokens: list[Token], q: Quantity, at: int, left: str, right: str, said: Said) -> Reading:
    """The first of the known ways to say an age that fits the words before ``at`` and after the number."""
    before = text_at(tokens, at - 1)
    if AGE_WORD.search(left) or AGE_OF_WHOM.search(left):
        return _after_age_word(tokens, q, at)
    if _fits_the_age(q, before, left, right):
        return Reading("strong")
    if before == "at" and at_this_age(tokens, q):
        return Reading("strong")
    if before == "been" and right.startswith("since ") and not q.unit:
        return _of_subject(tokens, at - 2, loose=False)
    if said == "turned" and q.unit and not q.old and text_at(tokens, at) == "gone":
        return NO  # "gone two days"
    if before == "and" and text_at(tokens, at - 2) in CONDITIONS and text_at(tokens, at - 3) in BE and not q.unit:
        return _of_subject(tokens, at - 4, loose=False)  # "He's autistic and eight"
    if before in BE:
        corrected = CORRECTING.search(left) and cleanly_ends(right)
        found = Reading("strong", corrects=True) if corrected else _after_be(tokens, q, at - 1, right, said)
        one_old = found == NO and q.old and text_at(tokens, q.first - 1) in ("a", "an") and not told_of_another_time(tokens, at - 2)
        return _old(tokens, q, at, right) if one_old else found  # "what I've still got is a six year old"
    if said in ("turned", "later") or (said == "nearly" and cleanly_ends(right) and not q.unit):
        led_by = at if text_at(tokens, at) == "," else at - 1  # "placed with us, just turned 4": the child stands before the comma
        return NO if said == "later" and NOT_YET.match(right) else _of_subject(tokens, led_by, loose=True, dated=_is_dated(right) or bool(DATED_BEFORE.search(left)))
    return _without_a_verb(tokens, q, at, left, right)


def _fits_the_age(q: Quantity, before: str, left: str, right: str) -> bool:
    """ "too young at 3", "is 4 too young", "at 11 he still wets": an age that the child has now."""
    if q.unit:
        return False
    too_young = FIT_AFTER.match(right) and before in ("is", "at", "")
    return bool(FIT_FOR_AGE.search(left) or too_young or (before == "at" and AT_THIS_AGE.match(right)))


def _without_a_verb(tokens: list[Token], q: Quantity, at: int, left: str, right: str) -> Reading:
    limit = OLD_LIMIT_BEFORE if q.old else LIMIT_BEFORE
    if limit.search(window_back(tokens, q.first)) and not (q.old and q.upto is not None):
        return NO
    if q.old or (q.unit in ("year", "month") and right.split(" ")[0] in CHILD_WORDS):
        return _old(tokens, q, at, right)
    if q.upto is not None or text_at(tokens, at - 1) in ADULT:
        return NO
    return _beside_a_child(tokens, q, at, left, right)


def _after_age_word(tokens: list[Token], q: Quantity, at: int) -> Reading:
    start = at
    while start > max(0, at - 6) and text_at(tokens, start - 1) in (
        "age",
        "aged",
        "ages",
        "is",
        "of",
        "are",
        ":",
        "-",
        "=",
    ):
        start -= 1
    head = window_back(tokens, start)
    if text_at(tokens, start) == "aged" and text_at(tokens, start - 1) in ("have", "has"):  # "I have aged ten years"
        return NO
    if AGE_LIMIT_HEAD.search(head) or PAST_EVENT.search(head) or q.upto is not None:
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


def _after_be(tokens: list[Token], q: Quantity, be: int, right: str, said: Said) -> Reading:
    past = tokens[be].text in ("was", "were")
    if past and not JUST_PAST.match(right):
        return NO
    at = be - 1
    while text_at(tokens, at) in (
        "only",
        "just",
        "now",
        "still",
        "have",
        "has",
        "will",
        "is",
        "going",
        "to",
        "age",
        "soon",
    ):
        at -= 1
    if not q.old and not q.unit and counts_things(right):
        return NO
    reading = _of_subject(tokens, at, loose=(past and at < 0) or bool(said), dated=not past and _is_dated(right))
    if tokens[be].text == "are" and reading.strength == "strong":
        return replace(reading, strength="list", several=True)
    return reading


def _is_dated(right: str) -> bool:
    """ "When she turns 18 in March": the birthday has a date, so today's age is known."""
    return bool(SOON_AFTER.match(right) or LATER_AFTER.match(right))


def _of_subject(tokens: list[Token], at: int, *, loose: bool, dated: bool = False) -> Reading:
    """The subject whose last word stands at ``at``: a child, the writer, an adult or a thing.

    ``dated`` lets a later time pass; ``loose`` lets a missing or unknown subject pass, where the words ("just turned") speak of birthdays only.
    """
    if text_at(tokens, at + 1) == "am" and (at < 0 or text_at(tokens, at) in SENTENCE_ENDS | {",", "and", "an", "n", "so", "but"}):  # "am 16 like"
        return Reading("strong", by_writer=True)
    at = _last_of_subject(tokens, at)
    word = text_at(tokens, at)
    if word in ("who", "and", ","):
        found = person_before(tokens, at - 1)
        if found is None:
            return Reading("strong") if loose or word == "who" or (word == "and" and _speaks_of_ours(tokens, at)) else NO
        at, word = found, tokens[found].text
    if word in ADULT or word in THINGS or (told_of_another_time(tokens, at) and not dated):
        return NO
    if word in ("i", "me", "we"):
        return Reading("strong", subject=at, by_writer=True)
    the_one = word in _THE_ONE and text_at(tokens, at - 1) in ("the", "my", "our")  # "the big is 9, the small is 5"
    if the_one or word in PRONOUNS or word in CHILD_WORDS:
        several = is_plural(tokens, at)
        return Reading("list" if several else "strong", subject=at, several=several)
    if names_a_child(tokens, at) or (loose and not word.isalpha()):
        return Reading("strong", subject=at if word.isalpha() else None)
    child = described_child(tokens, at)
    return NO if child is None else Reading("strong", subject=child)


def _last_of_subject(tokens: list[Token], at: int) -> int:
    """Steps back over the verb, and over "I have" in "a little boy I have is 3"."""
    while text_at(tokens, at) in BE | {"have", "has", "will", "ll"} and at >= 0:
        at -= 1
    of_mine = text_at(tokens, at) in ("i", "we") and text_at(tokens, at + 1) == "have" and text_at(tokens, at - 1) in CHILD_WORDS
    return at - 1 if of_mine else at


def _speaks_of_ours(tokens: list[Token], at: int) -> bool:
    """ "Our Ellie has a learning disability and is 16": a name after "our", with no thing between that could be 16."""
    before = set(window_back(tokens, at).split())
    return bool(before & {"my", "our", "wor"}) and not before & (THINGS | ADULT)


def _old(tokens: list[Token], q: Quantity, at: int, right: str) -> Reading:
    if OLD_IN_THE_PAST.search(window_back(tokens, q.first)) or _of_any_child(tokens, q, right):
        return NO
    subject = person_before(tokens, at - 1) if text_at(tokens, at - 1) not in ("have", "got", "has") else None
    if subject is not None and (
        tokens[subject].text in ("i", "me", *ADULT)
        or any(token.text in ("and", "but", "&") for token in tokens[subject : q.first])
    ):
        subject = None
    for step, word in enumerate(right.split(" ")[:3]):
        if word in CHILD_WORDS:
            subject = q.last + step
            break
        if not word.isalpha() or word in JOINING:
            break
    return Reading("list", subject=subject, several=is_plural(tokens, subject))


def _of_any_child(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "Doing what six month olds do": children in general."""
    whose = text_at(tokens, q.first - 1) in ("my", "our", "wor", "two", "both", "the")
    return q.many and not whose and right.startswith(("can ", "should ", "would ", "are ", "do"))


def _beside_a_child(tokens: list[Token], q: Quantity, at: int, left: str, right: str) -> Reading:
    """ "my daughter, 9," and "(7)" and "my 7 has": a number beside the word for a child, counting nothing."""
    if _counts_something(tokens, q, at, right):
        return NO
    if CORRECTING.search(left) and cleanly_ends(right):
        return Reading("strong", corrects=True)
    before = text_at(tokens, at - 1)
    of_one = before in ("he", "she") and (not q.unit or right == "" or not right[0].isalpha())
    if of_one or (before == "i" and _is_the_writers(tokens, q, at, right)):
        return _of_subject(tokens, at - 1, loose=False)
    if before in ("my", "our", "wor", "mine") or (before == "me" and text_at(tokens, at - 2) not in GAVE_ME):
        return NO if text_at(tokens, at - 2) == "of" else _my_number(q, right)  # "number 2 of my 4"
    step = at - 1
    if text_at(tokens, step) in (",", "(", ":", "-", "of", "is", "."):
        step -= 1
    if _is_that_childs(tokens, q, at, step, right):
        if told_of_another_time(tokens, step):
            return NO
        return Reading("list", subject=step, several=is_plural(tokens, step))
    if q.unit == "year" and right.split(" ")[0] in CHILD_WORDS:
        return Reading("list", subject=q.last)
    if (before in ("has", "have") and q.unit == "year" and cleanly_ends(right)) or (before == "have" and right[:1] in _SECOND_LANGUAGE_ENDS and text_at(tokens, at - 2) in ("he", "she")):
        return _of_subject(tokens, at - 2, loose=False)
    return _beside_a_name(tokens, q, at, step, right)


def _counts_something(tokens: list[Token], q: Quantity, at: int, right: str) -> bool:
    """Whether a number is a count or a stretch of time: "the oldest one", "4 cousins", "5 weeks of this"."""
    the_oldest_one = tokens[q.first].text == "one" and not q.unit
    counted = counts_things(right) and not _is_called_by_age(tokens, q, right) and not _is_of_one_child(tokens, at)
    small = q.unit in ("week", "month") and text_at(tokens, at - 1) in _BABIES  # "lo 5 wks colic"
    goes_on = q.unit != "" and not cleanly_ends(right) and not small and not _is_of_one_child(tokens, at)
    return the_oldest_one or counted or goes_on or _splits_a_count(tokens, q, right)


def _is_the_writers(tokens: list[Token], q: Quantity, at: int, right: str) -> bool:
    """ "School say not our job. i 14.", as a second language says it."""
    return not q.unit and not right[:1].isalpha() and text_at(tokens, at - 2) in ("", *SENTENCE_ENDS, ",")


def _splits_a_count(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "Three boys, two with ADHD"."""
    count = number_at(tokens, q.first - 3) if text_at(tokens, q.first - 1) == "," and text_at(tokens, q.first - 2) in PLURAL else None
    return count is not None and q.value <= count[0] and right.startswith(("with ", "diagnosed ", "autistic ", "of ", "on "))


def _is_of_one_child(tokens: list[Token], at: int) -> bool:
    """ "A baby of 7 months asleep next door"."""
    of_one = text_at(tokens, at - 1) == "of" and text_at(tokens, at - 2) in CHILD_WORDS - PLURAL - _ONE_OF
    return of_one and not told_of_another_time(tokens, at - 2)


_SECOND_LANGUAGE_ENDS = ("", ".", "!", "?")  # "he have 3."
_BABIES = words("lo bby bab babby baby")
_THE_ONE = words("big small bigger smaller first second third")
_NO_NAME = THINGS | words("year yr section a b dl sr ts nhs ks p no i number bus stage")


def _is_that_childs(tokens: list[Token], q: Quantity, at: int, child: int, right: str) -> bool:
    """Whether a number after the word for a child is that child's age, not a count of children."""
    word, link = text_at(tokens, child), text_at(tokens, at - 1)
    if word == "one" and text_at(tokens, child - 1) in _WHICH_ONE:
        return True
    if word not in CHILD_WORDS or word in ("little", "middle", "young", "friend", "foster"):
        return False
    if (link == "of" and word in _ONE_OF) or (q.value <= 4 and not q.unit and right.startswith(COUNTED) and (word in PLURAL or not right.startswith("have "))):
        return False
    return link != "." or right[:1] in (".", ",", "", "&", "a")


def _is_called_by_age(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "Grandson 3 licks everything": a verb in -s follows, not a thing that is counted."""
    before = text_at(tokens, q.first - 1)
    one_child = before in CHILD_WORDS and before not in PLURAL
    return one_child and tokens[q.first].is_number and q.value >= 2 and right.split(" ")[0] not in BLOCKED_AFTER


_WHICH_ONE = frozenset(("younger", "older", "other", "little", "big", "middle", "youngest", "oldest"))
_ONE_OF = frozenset(("youngest", "oldest", "eldest", "one", "middle", "twin", "ones"))


def _my_number(q: Quantity, right: str) -> Reading:
    """ "my 7 has autism" is a child of 7, "my two are autistic" is two children."""
    counts = right.startswith(COUNTED) or (
        q.value <= 4 and not q.unit and not right.startswith(("has ", "is "))
    )
    return NO if counts or q.unit in ("week", "day") else Reading("list")


def _beside_a_name(tokens: list[Token], q: Quantity, at: int, name: int, right: str) -> Reading:
    mark, closed = (
        text_at(tokens, q.first - 1),
        right[:1] in (")", ",", "") or right.startswith(("and ", "who ")),
    )
    if mark == "(" and text_at(tokens, name) in ADULT:  # "Mum (19) is pregnant"
        return NO
    if (mark == "(" and right[:1] == ")") or (mark == "," and closed and names_a_child(tokens, name)):
        child = person_before(tokens, name)
        return Reading("list", subject=child) if child is not None or text_at(tokens, name).isalpha() else NO
    if cleanly_ends(right) and not q.unit and tokens[max(at - 1, 0)].capital and at > 1:
        child = person_before(tokens, at - 2)
        if (
            child is not None
            and tokens[child].text in CHILD_WORDS
            and text_at(tokens, at - 1) not in _NO_NAME
        ):
            return Reading("list", subject=child)
    aside = (
        mark in (",", "just", "only")
        and right[:1] in ("", ".", ",", ")", "!", "?")
        and not tokens[max(at - 2, 0)].is_number
    )
    if aside and right[:1] == "," and mark == "," and not q.unit and q.value > 1 and tokens[q.first].is_number and _stands_apart(tokens, q):
        return Reading("list")
    child = person_before(tokens, at - 1) if aside and not q.unit else None
    if child is not None and tokens[child].text not in (*ADULT, "i", "me"):
        return Reading("list", subject=child)
    return Reading("strong") if at == 0 and _opens_a_telegram(q, right) else NO


def _stands_apart(tokens: list[Token], q: Quantity) -> bool:
    """ "Not one mate left to call for him, 14, and it shows": between commas, with no other number beside it."""
    return not any(number_at(tokens, at) is not None for at in (q.first - 2, q.first - 3, q.last + 1, q.last + 2))


def _opens_a_telegram(q: Quantity, right: str) -> bool:
    """ "15, autistic", "just 2 and no words", "14 and pregnant", and others that open with the age."""
    if q.unit or re.match(r"(?:,|and|or|-|&) (?:\d|then|counting|more|a |maybe|sometimes)", right):
        return False
    clean = cleanly_ends(right) and right != ""
    return right[:1] == "," or (clean and (q.exact_part or q.first > 0 or right.startswith("and ")))
