"""How a number reads: as an age or not, of whom, and whether that birthday is past or to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.nlu.ages.subject import (
    described_child,
    is_plural,
    names_a_child,
    person_before,
    told_of_another_time,
    window_back,
)
from bot.nlu.ages.tokens import SENTENCE_ENDS, Token, text_at
from bot.nlu.ages.words import ADULT, BE, BELONGINGS, CHILD_WORDS, ONE_CHILD, OURS, PRONOUNS, THINGS, words

Strength = Literal["strong", "list", "no"]
Shift = Literal["", "nearly", "later"]


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

_VERBS = BE | {"have", "has", "will", "ll"}
_BEFORE_AM = SENTENCE_ENDS | words(", and an n so but")
_GROUPS = words("group class school nursery college team year house")
_SELVES = words("himself herself themselves themself myself")
_BY_OWN_ACCOUNT = re.compile(r"(?:^| )by (?:his|her|their) own (?:account|reckoning|count|admission)$")
_THE_ONE = words("big small older younger elder bigger smaller first second third")  # "the big is 9"


def of_subject(tokens: list[Token], at: int, *, loose: bool, dated: bool = False) -> Reading:
    """The subject whose last word stands at ``at``: a child, the writer, an adult or a thing.

    ``dated`` lets a later time pass; ``loose`` lets a missing or unknown subject pass, where the words ("just
    turned") speak of birthdays only.
    """
    if text_at(tokens, at + 1) == "am" and (at < 0 or text_at(tokens, at) in _BEFORE_AM):  # "am 16 like"
        return Reading("strong", by_writer=True)
    at = _last_of_subject(tokens, at)
    if text_at(tokens, at) in _SELVES:  # "Jude himself is seven"
        at -= 1
    word = text_at(tokens, at)
    if word in ("who", "and", ","):
        found = person_before(tokens, at - 1)
        if found is None:
            of_ours = word == "and" and _speaks_of_ours(tokens, at)
            return Reading("strong") if loose or word == "who" or of_ours else NO
        at, word = found, tokens[found].text
    if word in _GROUPS and text_at(tokens, at - 2) in ("in", "at", "from") and text_at(tokens, at - 3) in ONE_CHILD:
        at, word = at - 3, text_at(tokens, at - 3)  # "a lad in my group is 17"
    if _is_called(tokens, at) or word in ADULT or word in THINGS or word in BELONGINGS or (told_of_another_time(tokens, at) and not dated):
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


def _is_called(tokens: list[Token], at: int) -> bool:
    """ "Our dog Bella", "his rabbit, Thumper,": the name of an animal or a thing."""
    word, before = text_at(tokens, at), text_at(tokens, at - 1)
    if not word.isalpha() or not tokens[at].capital or word in PRONOUNS or word in CHILD_WORDS or word in ("i", "they"):
        return False
    owned = before in ("called", "named", ",")
    return text_at(tokens, at - 1 - owned) in BELONGINGS


def _last_of_subject(tokens: list[Token], at: int) -> int:
    """Steps back over the verb, and over "I have" in "a little boy I have is 3", "the two I've got are 3 and 5"."""
    at -= _words_of_own_account(tokens, at)
    if text_at(tokens, at) == "got" and text_at(tokens, at - 1) == "have" and _is_one_i_have(tokens, at - 2):
        return at - 3
    while text_at(tokens, at) in _VERBS and at >= 0:
        at -= 1
    if text_at(tokens, at) == "." and len(text_at(tokens, at - 1)) == 1 and tokens[at - 1].capital:
        at -= 1  # "K. is 11"
    if text_at(tokens, at) == "that" and text_at(tokens, at - 1) in ONE_CHILD:
        return at - 1  # "a lad that is 14"
    return at - 1 if text_at(tokens, at + 1) == "have" and _is_one_i_have(tokens, at) else at


def _is_one_i_have(tokens: list[Token], i: int) -> bool:
    """Whether a child, or "the two", stands before an "I" or "we"."""
    the_two = text_at(tokens, i - 1) in ("two", "three") and text_at(tokens, i - 2) == "the"
    return text_at(tokens, i) in ("i", "we") and (the_two or text_at(tokens, i - 1) in CHILD_WORDS)


def _words_of_own_account(tokens: list[Token], at: int) -> int:
    """How many words of an aside end there: "our Jacob, who by his own account is six"."""
    told = _BY_OWN_ACCOUNT.search(window_back(tokens, at + 1, 5))
    return 0 if told is None else len(told.group().split())


def _speaks_of_ours(tokens: list[Token], at: int) -> bool:
    """ "Our Ellie has a learning disability and is 16": a name after "our", with no thing between that could be 16."""
    before = set(window_back(tokens, at).split())
    return bool(before & OURS) and not before & (THINGS | ADULT)
