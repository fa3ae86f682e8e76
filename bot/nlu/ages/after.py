"""What the words after a number say: that something is counted, timed or graded, or may be an age."""

from __future__ import annotations

import re

from bot.nlu.ages.patterns import DURATION_AFTER, LEVEL_AFTER, MONTH_NAME, PLURAL_NOUN
from bot.nlu.ages.subject import window
from bot.nlu.ages.tokens import Quantity, Token, text_at
from bot.nlu.ages.words import ADULT, CONDITIONS, COUNTED_NOUNS, JOINING, TEXTED_AFTER, VERBS_IN_S, words

_GROWN = 18
# "Birthday is 15 December", "a place 4 sept": a date, or the texted "for". May and mar (mark, maria) are words too.
_A_MONTH = re.compile(rf"(?:apr|(?!ma[ry]$){MONTH_NAME})$")
_LEADS_TO_NO_THING = CONDITIONS | JOINING | VERBS_IN_S | words(
    """
    of in at to on with by from about asd non verbal never always left won got just all no lives very too off out up
    down been nivver nevva
    """
)
# What follows a number that opens a clause and is no age: "3 in a row", "2 years", "10 percent".
NO_AGE_AFTER = words("in out of x long full whole different more other way year years to for percent th st nd rd")


def said_of_an_adult(q: Quantity, right: str) -> bool:
    """ "34 year old mum", "22 year old single mum": the age of a grown-up, however young."""
    first, second = (*right.split(" ", 2), "", "")[:2]
    if first in ("himself", "herself") and q.value >= _GROWN:  # "my son thinks I fuss, he's only 22 himself"
        return True
    if not q.old or not first.isalpha():
        return False
    # "10yo getting mam's tablets out"
    joins = first == "whose" or first in JOINING or first in VERBS_IN_S or first.endswith("ing")
    return first in ADULT or (second in ADULT and not joins)


def blocked_right(q: Quantity, right: str) -> bool:
    """Whether what follows makes it no age: "10 and over", "9 months on the list", "4 cousins", "2 eat", "15 December"."""
    first = right.split(" ", 1)[0]
    if LEVEL_AFTER.match(right) and not (q.old and first == "nappies"):  # "3yr old nappies n no interest in potty"
        return True
    if q.unit and not q.old and DURATION_AFTER.match(right):
        return True
    texted = (q.value == 2 and first in TEXTED_AFTER) or (q.value == 4 and first == "ever")
    return not q.unit and (first in COUNTED_NOUNS or texted or bool(_A_MONTH.match(first)))


def counts_things(right: str) -> bool:
    """Whether a plain plural noun follows ("4 cousins"), so that the number counts it."""
    first = right.split(" ", 1)[0]
    return first in COUNTED_NOUNS or (bool(PLURAL_NOUN.match(first)) and first not in VERBS_IN_S)


def counts_described_things(right: str) -> bool:
    """Whether words that describe lead to a plural noun: "4 chicken nuggets", "3 broken remote controls", "15 working days"."""
    for step, word in enumerate(right.split(" ")[:4]):
        if step and counts_things(word):
            return True
        if not word.isalpha() or (word.endswith("ing") and word != "working") or word in _LEADS_TO_NO_THING:
            return False
    return False


def counts_any(tokens: list[Token], q: Quantity) -> bool:
    """Whether things follow that the number may count, described or not."""
    right = window(tokens, q.last, q.last + 4)
    return counts_things(right) or counts_described_things(right) or text_at(tokens, q.last) in NO_AGE_AFTER


def cleanly_ends(right: str) -> bool:
    """Whether nothing that could be counted follows: the end, a mark, or a small joining word."""
    first = right.split(" ", 1)[0]
    return first == "" or not first.isalpha() or first in JOINING
