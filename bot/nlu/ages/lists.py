"""Ages that only the list they stand in tells: "7 and 9", "four at home: 15, 12, 9 and 3", "Freddie's 6, Florence 4"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.nlu.ages.after import blocked_right, counts_any, counts_described_things, counts_things
from bot.nlu.ages.cues import answers
from bot.nlu.ages.parts import open_parts
from bot.nlu.ages.reading import NO, Reading
from bot.nlu.ages.subject import is_first_name, is_small_name, may_be_a_name, window
from bot.nlu.ages.tokens import STOPS, Quantity, Token, text_at
from bot.nlu.ages.words import BOY_OR_GIRL, CHILD_WORDS, JOINS, MARKS, OURS, PLURAL, words

# What leads from the count of children to their ages: "four at home: ", "two at different schools, ", "3 (".
_COUNTED_OFF = re.compile(
    r"^(?:(?:at home|of (?:mine|ours|them|us|my own)"
    r"|kids|children|bairns|boys|girls|lads|lasses|brothers|sisters|siblings) ?)+ ?[:,(-]?$"
    r"|^(?:at|with|in|under|now|here) (?:[a-z']+ ){1,3}[:,(-]$"
    r"|^[:(]$"
)
# What may stand between a child and the number: "Freddie's 6", "Kayden, 9yrs", "Mia (nearly 4)".
_LEADS_TO_AGE = words("who is , ( : - = aged age now just nearly almost")
# What a child of a list may follow.
_BEFORE_A_NAME = MARKS | JOINS | OURS | {"", "with", "have", "got", "then", "yo", "yrs", "months", "old"}
_AND_THE_OTHER = re.compile(r"^(?:old )?(?:,|and|an|n|&|, and|but) (?:the|my|our|wor) (?:other|second|next|third)(?: one)? ?,?$")
_MOST_BETWEEN = 10  # tokens
_MOST_BETWEEN_NAMES = 14
# "Ive two on middle rate 6 and 9", "we've three here 12 and 6"; not "we have two appointments 3 and 10".
_HAVE, _OF_OURS = words("have ive weve got with mine"), words("together on at in here with under now from of")
_NO_AGES_AFTER = words("at by till til until from between to for of x is was were are up on in page size about around over under than the number")


def read_lists(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """Makes ages in ``readings`` of the numbers that a list of ages holds."""
    _spread(tokens, found, readings)
    _count_off(tokens, found, readings)
    _go_by_name(tokens, found, readings)
    _one_and_the_other(tokens, found, readings)
    _told_again(tokens, found, readings)
    open_parts(tokens, found, readings)


def _one_and_the_other(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "One is 13 an the other 7"."""
    for at, number in enumerate(found[1:]):
        one, other = readings[at], readings[at + 1]
        of_one = one.strength != "no" and one.subject is not None and tokens[one.subject].text == "one"
        if of_one and other == NO and _AND_THE_OTHER.match(window(tokens, found[at].last, number.first)):
            counts = counts_any(tokens, number) or blocked_right(number, window(tokens, number.last, number.last + 5))
            readings[at + 1] = NO if counts else Reading("list", apart=True)


def _told_again(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "9, 6 and 1. The nine yr old ...", "we've three, 4, 7 and 10, same mam. The four year old ...": a list set
    apart by marks is one of ages where one of its numbers is read as an age elsewhere; its order stands."""
    ages = {q.value for q, reading in zip(found, readings, strict=True) if reading.strength != "no" and q.unit in ("", "year")}
    at = 0
    while at < len(found):
        run = at
        while run + 1 < len(found) and _joined(tokens, found[run], found[run + 1]):
            run += 1
        bare = all(readings[place] == NO and found[place].unit in ("", "month") for place in range(at, run + 1))
        if text_at(tokens, found[at].first - 1) == ":" and text_at(tokens, found[at].first - 2) not in CHILD_WORDS | {"ages", "aged"}:
            bare = False  # "Blood sugars today: 7, 9, 12"
        if run > at and bare and _set_apart(tokens, found[at], found[run]) and any(q.value in ages for q in found[at : run + 1]):
            for place in range(at, run + 1):
                readings[place] = Reading("list", apart=True)
        at = run + 1


def _set_apart(tokens: list[Token], first: Quantity, last: Quantity) -> bool:
    """Whether a mark or nothing stands on either side; a list that opens a message may go on: "12 9 6 not the big one"."""
    if first.first == 0 and not counts_any(tokens, last):
        return True
    return all(text_at(tokens, at) in MARKS | {""} for at in (first.first - 1, last.last))


def _go_by_name(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "Freddie's 6, Florence 4, Frank 2", "M 8 ADHD / M 5 / F 2 ok": each child with a number beside it.

    Two at least, one of them surely a child: an unknown name alone could be a town, "F 2" alone a key.
    """
    named = [at for at, q in enumerate(found) if not readings[at].rejected and _named(tokens, q) is not None]
    for run in _runs(tokens, found, named):
        children = [_named(tokens, found[at]) for at in run]
        letters = all(len(text_at(tokens, child or 0)) == 1 for child in children)
        sure = any(is_first_name(tokens, child or 0) or is_small_name(tokens, child or 0) for child in children)
        sure = sure or any(readings[at].strength != "no" for at in run)
        if len(run) < 2 or not (letters or sure):
            continue
        for at, child in zip(run, children, strict=True):
            reading = answers(tokens, found[at], NO) if readings[at] == NO else readings[at]
            if reading.strength != "no":
                subject = child if reading.subject is None else reading.subject
                readings[at] = replace(reading, subject=subject, apart=True)


def _runs(tokens: list[Token], found: list[Quantity], named: list[int]) -> list[list[int]]:
    """The children named close to each other."""
    runs: list[list[int]] = []
    for at in named:
        if runs and found[at].first - found[runs[-1][-1]].last <= _MOST_BETWEEN_NAMES:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _named(tokens: list[Token], q: Quantity) -> int | None:
    """The token of the name, or of the "M" or "F", that a number stands beside."""
    right = window(tokens, q.last, q.last + 5)
    if q.unit == "day" or q.upto is not None or blocked_right(q, right) or counts_things(right):
        return None
    at = q.first - 1
    while text_at(tokens, at) in _LEADS_TO_AGE and q.first - at < 4:
        at -= 1
    before = text_at(tokens, at - 1)
    opens = before in _BEFORE_A_NAME or (at > 0 and tokens[at - 1].is_number)
    initial = text_at(tokens, at + 1) == "(" and len(text_at(tokens, at)) == 1 and tokens[at].capital  # "L (11, ADHD)"
    letter = text_at(tokens, at) in BOY_OR_GIRL or initial
    named = is_first_name(tokens, at) or may_be_a_name(tokens, at) or is_small_name(tokens, at)
    return at if at >= 0 and opens and (letter or named) else None


def _spread(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """Carries an age along a list: "7 and 9", "ages 3, 5 and 8", "my 5 and 7 year old"."""
    for at in range(len(found) - 1, 0, -1):
        before, after = found[at - 1], found[at]
        shared = after.old or after.unit == "year" or readings[at].several
        fits = readings[at].strength != "no" and readings[at - 1] == NO and not before.unit
        if shared and fits and _joined(tokens, before, after):
            apart = after.unit == "month" and text_at(tokens, after.first - 1) == "a"  # "a 7 and a 14 month old"
            found[at - 1] = before if apart else replace(before, unit=after.unit)
            readings[at - 1] = replace(readings[at], shift="")
    for at in range(len(found) - 1):
        before, after = found[at], found[at + 1]
        if readings[at].strength == "list" and readings[at + 1] == NO and _joined(tokens, before, after):
            answered = NO if _counts_more(tokens, after) else answers(tokens, after, NO)
            if answered.strength != "no":
                readings[at + 1] = replace(readings[at], shift=answered.shift)


def _counts_more(tokens: list[Token], q: Quantity) -> bool:
    """ "3 and 8, and two state pensions"."""
    return not tokens[q.first].is_number and not q.unit and counts_described_things(window(tokens, q.last, q.last + 4))


def _count_off(tokens: list[Token], found: list[Quantity], readings: list[Reading]) -> None:
    """ "Four at home: 15, 12, 9 and 3", "two at different schools, 6 and 9": as many numbers as were counted are ages."""
    for at in range(len(found) - 2):
        count = found[at]
        run = at + 1
        while run + 1 < len(found) and _joined(tokens, found[run], found[run + 1]):
            run += 1
        between = window(tokens, count.last, found[at + 1].first)
        counted = _COUNTED_OFF.match(between) or _are_told_with_no_mark(tokens, count, found[at + 1], found[run])
        one_of_them = count.value == 1 and not tokens[found[at + 1].first].is_number  # "one at mainstream, one at special"
        if count.unit or count.value != run - at or not counted or one_of_them:
            continue
        for place in range(at + 1, run + 1):
            if readings[place].strength == "no" and not readings[place].rejected:
                readings[place] = Reading("list" if tokens[found[place].first].text == "one" else "strong", apart=True)  # "and one in nursery"


def _are_told_with_no_mark(tokens: list[Token], count: Quantity, first: Quantity, last: Quantity) -> bool:
    """ "Got 2 brothers placed with us 7 and 5 neither sleep", "we've three 12 6 and 4": children, and numbers that count nothing."""
    between = tokens[count.last : first.first]
    ours = text_at(tokens, count.first - 1) in _HAVE and text_at(tokens, count.last) in _OF_OURS
    ours = ours or window(tokens, count.last, count.last + 2) in ("of mine", "of ours", "of them")
    children = text_at(tokens, count.last) in PLURAL or text_at(tokens, count.last + 1) in PLURAL or ours
    children = children or not (between or tokens[count.first].is_number)  # "we've three 12 6 and 4"
    near = len(between) <= _MOST_BETWEEN and not any(token.text in STOPS for token in between)
    if not (children and near) or text_at(tokens, first.first - 1) in _NO_AGES_AFTER:
        return False
    # "Had three 2 hour meltdowns".
    bare = count.value > 1 and not first.unit and last.unit in ("", "year", "month") and tokens[first.first].is_number
    right = window(tokens, last.last, last.last + 5)
    return bare and not (counts_things(right) or counts_described_things(right) or blocked_right(last, right))


def _joined(tokens: list[Token], before: Quantity, after: Quantity) -> bool:
    """Whether only a comma, an "and" or their like stand between two numbers, or nothing: "3, 5 and a 7", "the 5 and the 8 year old"."""
    between = tokens[before.last : after.first]
    joined = not between or any(token.text in JOINS for token in between)
    return joined and len(between) <= 2 and all(token.text in JOINS or token.text == "a" or (after.old and token.text in OURS | {"the"}) for token in between)
