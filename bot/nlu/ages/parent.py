"""Whether the writer is a parent ("my son", "as a single mum"), so that "I'm 22" is no child's age."""

from __future__ import annotations

import re

from bot.nlu.ages.patterns import PARENT
from bot.nlu.ages.subject import window_back, words_before
from bot.nlu.ages.tokens import Token, text_at
from bot.nlu.ages.words import OURS, words

_OWN_CHILD = words(
    "son daughter lad lass boy girl bairn child kids children baby toddler boys girls kid bairns twins"
)
_UNBORN = words("bairn child baby twins")
_CHILDREN_HAD = words("kids children bairns son daughter boys girls toddler")
# "As a single mum", "I'm a dad"; not "I'm 19 and mam says", "a text from mam", "I'm back at mam's".
_SELF = re.compile(
    r"(?:^| )(?:as|am|an?|single|lone|young)"
    rf"(?: (?!and\b|n\b|but|so\b|with|from|to\b|or\b|my\b|for\b|at\b|in\b|of\b|off\b|near\b|by\b|round\b|like\b|wi\b|w\b)[a-z]+){{0,2}} (?:{PARENT}|parent)$"
)
_OF_CHILDREN, _SOMEBODYS = words("of to"), words("my his her the our wor me their your and")
# "I'm 24, dad, no access", "im 18 mum with no help"; not "I'm 19, mam says".
_AM_AGED = re.compile(rf"(?:^| )am \d+ (?:[,-] )?(?:{PARENT}|parent)$")
_BESIDE_AGE = words("of to with and n no but")


def is_a_parent(tokens: list[Token], *, expects: bool = False) -> bool:
    """Whether the writer speaks as a parent, so that "I'm 22" is a parent's age; with ``expects`` of a child born before."""
    born = _OWN_CHILD - _UNBORN if expects else _OWN_CHILD
    return any(
        _names_own_child(tokens, at, born) or (not expects and _calls_self_parent(tokens, at))
        for at in range(len(tokens))
    )


def _names_own_child(tokens: list[Token], at: int, born: frozenset[str]) -> bool:
    """ "My son", "I have kids", "my 4 year old"; not "my wee brother, not my kid", "my baby brother"."""
    word = tokens[at].text
    if word not in born and word not in ("yo", "old"):
        return False
    near = words_before(tokens, at, 3)
    if "not" in near:  # "my wee brother, not my kid"
        return False
    if near & {"have", "got"} and word in _CHILDREN_HAD:
        return True
    if not near & OURS:
        return False
    if word in ("yo", "old"):
        return not {"brother", "sister", "cousin", "friend"} & {text_at(tokens, at + step) for step in range(1, 4)}
    return text_at(tokens, at + 1) not in ("brother", "sister")


def _calls_self_parent(tokens: list[Token], at: int) -> bool:
    """ "As a single mum", "I am a dad"; not "my mum"."""
    if tokens[at].text not in ("mum", "mam", "mom", "dad", "parent"):
        return False
    left, after = window_back(tokens, at + 1, 5), text_at(tokens, at + 1)
    of_children = after in _OF_CHILDREN and text_at(tokens, at - 1) not in _SOMEBODYS
    beside_age = _AM_AGED.search(left) is not None and not (after.isalpha() and after not in _BESIDE_AGE)
    return of_children or beside_age or _SELF.search(left) is not None
