"""Names of schools: "St John's Primary School", "at bluebell meadow primary"; not "a special school"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.names import is_everyday, is_word

_KIND = r"(?:primary|infants?|juniors?|nursery|academy|comp|comprehensive|secondary|catholic|rc|c of e|ce|high|grammar|community)"
_NAMED = re.compile(
    r"\b(?:(?:St\.|[A-Z][\w'’-]{0,30})[ ]){1,5}"
    r"(?:(?:C\.?[ ]?of[ ]?E\.?|CE|RC|Catholic|Community|Church of England|(?i:primary|junior|infants?|nursery|secondary|high|comprehensive|special))[ ]){0,3}"
    r"(?:(?i:school|academy|primary|juniors|infants|nursery|comprehensive|comp)|Sixth Form|College)\b"
)
_SPOKEN = re.compile(
    rf"\b(?P<lead>(?:goes to|went to|go to|moved to|attends|attending|out of|excluded from|expelled from|suspended from|at|schools?(?: is|['’]s)?)[ ])"
    rf"(?P<name>(?:(?:st\.|[a-z][a-z'’]{{1,20}})[ ]){{1,3}}?(?:{_KIND}[ ]){{0,2}}(?:{_KIND}|school))\b",
    re.IGNORECASE,
)
# Words that make a kind of school, not its name. A name holds at least one word beside them.
_ORDINARY = frozenset(
    """the a an his her my our their your its in at on from to for when where is was are were be been and or but if so i he she we they it that this these those
    what who not no as by of with does do did can could will would has have had special specialist mainstream primary secondary high junior juniors
    infant infants nursery academy local new next nearest big small old current different another any every each same previous last first normal
    ordinary private state residential day forest sunday after before home virtual sixth form county durham council year school schools college
    comp comprehensive catholic community grammar said says fine good bad best rubbish start starting leave leaving miss missing
    hate hates like likes love loves about which whole all both one two three other playing being going getting
    mid early late pre play work life since until during without though although then now because cos""".split()
)


def find_schools(text: str) -> Iterator[tuple[int, int]]:
    """The spans ``text[start:end]`` of schools' names; they may overlap."""
    for found in _NAMED.finditer(text):
        start = found.start() + _ordinary_before(found[0])
        if any(word not in _ORDINARY for word in _words(text[start : found.end()])) and not _only_begins(
            text[start : found.end()]
        ):
            yield start, found.end()
    for found in _SPOKEN.finditer(text):
        words = _words(found["name"])
        if words[0] not in _ORDINARY and all(
            word not in _ORDINARY for word in words[:-1] if not _is_kind(word)
        ):
            yield found.start("name"), found.end("name")


def _only_begins(name: str) -> bool:
    """Whether it is a sentence's first word and "school": "Asked school to go", "TAXI LATE AND SCHOOL SAY"."""
    *before, kind = name.split(" ")
    if is_word(before[-1]):
        return True
    return len(before) == 1 and kind == "school" and is_everyday(before[0].lower())


def _ordinary_before(name: str) -> int:
    """How many letters of "When Greenfield School" come before the name."""
    at = 0
    for word in name.split(" "):
        if _words(word)[0] not in _ORDINARY or word.lower() in ("durham", "new", "high", "old", "the"):
            break
        at += len(word) + 1
    return at


def _is_kind(word: str) -> bool:
    return re.fullmatch(_KIND, word) is not None


def _words(name: str) -> list[str]:
    return name.lower().replace("'", "").replace("’", "").split()
