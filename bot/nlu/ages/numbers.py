"""The numbers of a message that are ages: each one read, then put right by those beside it, by the net and by how many children it is said of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from bot.nlu.ages.after import blocked_right, cleanly_ends
from bot.nlu.ages.cues import answers, read
from bot.nlu.ages.lists import read_lists
from bot.nlu.ages.no_age import may_be_ages
from bot.nlu.ages.parent import is_a_parent
from bot.nlu.ages.patterns import CORRECTING, LATER_AFTER, SOON_AFTER
from bot.nlu.ages.reading import NO, Reading
from bot.nlu.ages.subject import window, words_before
from bot.nlu.ages.tokens import SENTENCE_ENDS, SOMEBODY, Quantity, Token, text_at
from bot.nlu.ages.weighing import weighed
from bot.nlu.ages.words import JOINS, MOST_NUMBERS, OLDEST, ONE_CHILD, PLURAL, YOUNG_PARENT, words

_TOO_OLD = (OLDEST + 1) * 12  # months
_MOST_MONTHS_SAID_AS_MONTHS = 72
# All that stands between two numbers of which the second is meant: "8, no wait, he is 9".
_TAKES_BACK = re.compile(
    r"^(?:[-,.?!] ?){0,3}(?:(?:oh|well|or|wait|sorry|actually) ,? ?)?"
    r"(?:no|nope|na|nah|nar|wait|scrap that|(?:i )?tell a lie|i lie)"
    r"(?: (?:no|wait|sorry|hang on|hold on|he is|she is|i am|make that|actually|just turned|nearly|,|-|\.|:))*$"
)
# The same where the second only says it more closely: "3, well 40 months".
_SAYS_CLOSER = re.compile(r"^(?:[(,.:-] ?){1,3}(?:(?:well|so|or|actually|exactly|that is|i mean|about)(?: ,)?(?: |$))*$")
_CARRIED_AFTER = re.compile(r"(?:gone|preg\w*|along|expecting|on the way|(?:wi|with) (?:my|me|our|her))\b")
_ROUND_A_BARE_AGE = words("nearly almost just turned both about now only age yes not")
_OPENS_AN_AGE = frozenset(("", ".", ",", "!", "?", "at"))
# "Twins and her eldest, 4": what is said of several goes back to the last word for one child alone.
_ENDS_A_GROUP = SENTENCE_ENDS | (ONE_CHILD - words("twin boy girl baby identical"))
_BORN_AT_ONCE = words("twins triplets")
_UNBORN = words("expecting carrying")
_OF_THEM = words("of aged age are is who , they")

# What gives how likely each number is an age, by where it starts in the text.
Chances = Callable[[], Mapping[int, float]]


@dataclass(frozen=True)
class AgeMention:
    """An age that was said: months ``[lo, hi)``, the span ``text[start:end]`` and ``words`` in it.

    ``who`` is the family's word for the child ("son", "sister", "he"; "me" for the writer; "" for none).
    ``listed`` tells the children of a list apart while reading ("M 8, M 5"): the token each is named by.
    It is None in what is given out.
    """

    lo: int
    hi: int
    start: int
    end: int
    words: str
    who: str = ""
    listed: int | None = field(default=None, repr=False)


def read_numbers(
    text: str, tokens: list[Token], taken: list[tuple[int, int]], chances: Chances, *, asked: bool, bumps: bool
) -> tuple[list[AgeMention], list[AgeMention]]:
    """The numbers that are ages, and those taken back; ``taken`` are the spans that births and bumps hold.

    With ``bumps`` a child is expected: "28 weeks" is then no age of a child, and "I'm 22" a parent's.
    """
    found = [q for q in may_be_ages(tokens) if not _inside(tokens, q, taken)][: MOST_NUMBERS * 4]
    readings = [read(tokens, q) for q in found]
    whole = asked or _only_numbers(tokens, found)
    readings = [
        answers(tokens, q, r) if whole and r.strength == "no" and not r.rejected else r
        for q, r in zip(found, readings, strict=True)
    ]
    _join_months(tokens, found, readings)
    _correct(tokens, found, readings)
    read_lists(tokens, found, readings)
    _say_closer(tokens, found, readings)
    by_rules, likely = readings, chances()
    readings = weighed(tokens, found, by_rules, [likely.get(tokens[q.first].start) for q in found])
    _take_back_what_the_net_heard(tokens, found, by_rules, readings)
    parent = is_a_parent(tokens, expects=bumps)
    kept: list[AgeMention] = []
    rejected: list[AgeMention] = []
    for quantity, reading in zip(found, readings, strict=True):
        span = None if bumps and quantity.unit == "week" and not quantity.old else _range(quantity, reading.shift)
        if span is None or (reading.strength == "no" and not reading.rejected):
            continue
        if reading.by_writer and quantity.unit in ("week", "month") and not quantity.old:
            span, reading = (-9, 0), replace(reading, by_writer=False, subject=None)
        elif reading.by_writer and parent and span[0] >= YOUNG_PARENT:
            continue
        mention = _age(text, tokens, quantity, span, reading)
        if reading.rejected:
            rejected.append(mention)
        else:
            ages = [other for other, r in zip(found, readings, strict=True) if r.strength != "no"]
            kept.extend([mention] * _how_many(tokens, quantity, reading, ages))
    return kept[:MOST_NUMBERS], rejected[:MOST_NUMBERS]


def _range(quantity: Quantity, shift: str) -> tuple[int, int] | None:
    """The months of a number, less where the birthday is to come; None for what no child is ("96 months", "30").

    "Nearly 9" is ``[102, 108)``, "9 in May" ``[96, 108)``.
    """
    lo, hi = quantity.months()
    if quantity.unit == "month" and quantity.value > _MOST_MONTHS_SAID_AS_MONTHS:
        return None
    if shift == "nearly":
        lo, hi = (lo - 6, lo) if quantity.unit in ("", "year") else (lo - 1, lo)
    elif shift == "later":
        lo, hi = (lo - 12, lo) if quantity.unit in ("", "year") else (lo - 1, lo)
    if lo < 0 or hi > _TOO_OLD or (quantity.unit in ("", "year") and quantity.value < 1 and not shift):
        return None
    return lo, hi


def _age(text: str, tokens: list[Token], q: Quantity, span: tuple[int, int], reading: Reading) -> AgeMention:
    """The mention of a number that was read as an age of ``span`` months."""
    start, end = tokens[q.first].start, tokens[q.last - 1].end
    who = "" if reading.subject is None else tokens[reading.subject].text
    if reading.by_writer:
        return AgeMention(*span, start, end, text[start:end], "me")
    # Two names that were taken out are two children, and so are two that are called "M".
    alike = reading.apart and (who == SOMEBODY or len(who) == 1)
    return AgeMention(*span, start, end, text[start:end], who, reading.subject if alike else None)


def _join_months(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """Reads "he is 3 and 2 months" as one age; "they are 3 and 2 months" stays two."""
    for at in range(len(found) - 2, -1, -1):
        years, months = found[at], found[at + 1]
        between = window(tokens, years.last, months.first)
        joined = between in ("and", "an", "n") or (not between and text_at(tokens, months.first + 1) == "/")  # "2 8/12"
        before = text_at(tokens, years.first - 1)  # "Three and four months. Not a word."; not "5, 3 and 9 months"
        opens = before in _OPENS_AN_AGE and not (before == "," and years.first > 1 and tokens[years.first - 2].is_number)
        open_ended = not years.unit or (years.unit == "year" and not years.old)
        gone = _CARRIED_AFTER.match(window(tokens, months.last, months.last + 2))  # "18 n 5 months gone"
        one = (readings[at].strength == "strong" or opens) and joined and open_ended and not gone
        if one and months.unit == "month" and months.value < 12 and not months.many:
            found[at] = replace(years, last=months.last, unit="year", extra_months=int(months.value))
            if opens and readings[at].strength == "no":
                readings[at] = Reading("strong")
            del found[at + 1], readings[at + 1]


def _correct(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """Pairs a number taken back with the one put in its place: "7 not 17", "not 17, 7", "17, sorry, 7"."""
    for at in range(len(found) - 1):
        first, second = found[at], found[at + 1]
        between = _without_date(window(tokens, first.last, second.first))
        if readings[at].strength != "no" and _TAKES_BACK.match(between) and _is_put_instead(tokens, first, second):
            shift = readings[at + 1].shift
            readings[at + 1] = replace(readings[at], strength="strong", shift=shift)
            readings[at] = replace(readings[at], strength="no", rejected=True)
        if second.first - first.last > 4:
            continue
        if first.value == second.value:  # "not 20, I put 20 because ..."
            continue
        if readings[at].rejected and readings[at + 1] == NO:
            readings[at + 1] = answers(tokens, second, NO)
        elif readings[at + 1].rejected and readings[at] == NO:
            readings[at] = answers(tokens, first, NO)
        elif readings[at + 1].corrects and readings[at].strength != "no":
            readings[at] = replace(readings[at], strength="no", rejected=True)


def _take_back_what_the_net_heard(
    tokens: list[Token], found: list[Quantity], by_rules: list[Reading], readings: list[Reading]
) -> None:
    """ "Shildon. 14, sorry 15. self harm": the rules heard the 15, and of the 14 they knew nothing to take back."""
    for at in range(len(found) - 1):
        only_the_net = by_rules[at].strength == "no" and readings[at].strength != "no"
        if only_the_net and readings[at + 1].strength != "no":
            between = _without_date(window(tokens, found[at].last, found[at + 1].first))
            if readings[at + 1].corrects or _TAKES_BACK.match(between) or CORRECTING.search(between):
                readings[at] = replace(NO, rejected=True)


def _without_date(between: str) -> str:
    """What stands between two numbers, less the date of a birthday: "he's 1 next month, no wait he's two"."""
    date = SOON_AFTER.match(between) or LATER_AFTER.match(between)
    return between if date is None else between[date.end() :].removeprefix(" time").lstrip()


def _is_put_instead(tokens: list[Token], first: Quantity, second: Quantity) -> bool:
    """ "8, no, 9 last week", where the second counts nothing: not "8, no 9 bus", "5, no 6 hours' sleep"."""
    right = window(tokens, second.last, second.last + 4)
    return second.unit in ("", first.unit, "year", "month") and cleanly_ends(right)


def _say_closer(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "Three and three quarters (45 months)", "3, well 40 months": the months of an age just said in years."""
    for at in range(len(found) - 1):
        years, months = found[at], found[at + 1]
        lo, hi = _range(years, readings[at].shift) or years.months()
        within = lo <= months.months()[0] < hi
        close = _SAYS_CLOSER.match(_without_date(window(tokens, years.last, months.first)))
        if blocked_right(months, window(tokens, months.last, months.last + 4)):  # "3, 41 months on the list"
            continue
        if readings[at].strength != "no" and readings[at + 1] == NO and months.unit == "month" and within and close:
            readings[at + 1] = replace(readings[at], shift="")


def _only_numbers(tokens: list[Token], found: list[Quantity]) -> bool:
    """Whether the message is nothing but ages: "4", "four.", "7 and 9"."""
    inside = {at for quantity in found for at in range(quantity.first, quantity.last)}
    rest = [token.text for at, token in enumerate(tokens) if at not in inside]
    return bool(found) and all(
        word in JOINS or word in _ROUND_A_BARE_AGE or not word.isalnum() for word in rest
    )


def _how_many(tokens: list[Token], quantity: Quantity, reading: Reading, ages: list[Quantity]) -> int:
    """How many children one of the ``ages`` is said of: two for "twins" and "both 4"."""
    if reading.apart or _are_told_already(tokens, quantity, ages):
        return 1
    alone = len(ages) == 1
    before = words_before(tokens, quantity.first, 8, ends=_ENDS_A_GROUP)
    after = [token.text for token in tokens[quantity.last : quantity.last + 2]]
    if after[:1] and after[0] != "twin" and after[0] in ONE_CHILD:  # "twins ..., 14 yr old brother"
        return 1
    together = before | set(after)
    if "triplets" in together:
        return 3
    if "twins" in together or ("twin" in together and together & (PLURAL - {"they", "one", "two", "all"})):
        return 2
    if "twin" in before and before & {"me", "i"} and text_at(tokens, quantity.first - 1) == "are":
        return 2  # "me and my twin are 16"
    of_twins = "they" in before and any(token.text == "twins" for token in tokens[: quantity.first])
    return 2 if (reading.several and alone and "both" in before) or (alone and of_twins) else 1


def _are_told_already(tokens: list[Token], quantity: Quantity, ages: list[Quantity]) -> bool:
    """ "Twins (6) and a 3yo", "18 month twins and a six year old": the age of the twins, or triplets, is another one."""
    group = next((at for at in range(quantity.first - 1, -1, -1) if tokens[at].text in _BORN_AT_ONCE), None)
    if group is not None and _are_unborn(tokens, group):
        return True
    near = tokens[quantity.last : quantity.last + 2]
    follows = next((step for step, token in enumerate(near) if token.text in _BORN_AT_ONCE), None)
    if follows is not None:  # "a 10yo, twins of 8"
        after = quantity.last + follows + 1
        return near[0].text == "," and any(after <= age.first <= after + 2 for age in ages)
    return group is not None and any(age.last == group or group < age.first < quantity.first for age in ages)


def _are_unborn(tokens: list[Token], group: int) -> bool:
    """ "Expecting twins and we've a 4 year old", "pregnant with twins"; not "carrying twins, they're 6 now"."""
    before = text_at(tokens, group - 1)
    told = before in _UNBORN or (before == "with" and text_at(tokens, group - 2) == "pregnant")
    return told and text_at(tokens, group + 1) not in _OF_THEM


def _inside(tokens: list[Token], quantity: Quantity, taken: list[tuple[int, int]]) -> bool:
    """Whether a number is part of what was heard already: the "17" of "her 17th birthday"."""
    start, end = tokens[quantity.first].start, tokens[quantity.last - 1].end
    return any(start < other_end and other_start < end for other_start, other_end in taken)
