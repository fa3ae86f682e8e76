"""The words of a message with their positions, and the cues that a name among them is where somebody lives."""

from __future__ import annotations

import re
from dataclasses import dataclass

_APOSTROPHE = re.compile(r"['’]")
_STOP = re.compile(r"\s*(?:[.,;:!?()\n]|$)")
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*", re.IGNORECASE)


@dataclass(frozen=True)
class Word:
    """``key`` is small letters without apostrophes; ``text[start:end]`` is how it was written."""

    key: str
    start: int
    end: int
    ends_clause: bool  # punctuation or the end of the message follows


def words_of(text: str) -> list[Word]:
    """The words in order. Hyphens part words, apostrophes do not."""
    return [
        Word(_APOSTROPHE.sub("", found[0]).lower(), found.start(), found.end(), bool(_STOP.match(text, found.end())))
        for found in _WORD.finditer(text)
    ]


def squash(name: str) -> str:
    """A name as it is compared: "Chester-le-Street" and "chester le street" are "chesterlestreet"."""
    return "".join(word.key for word in words_of(name))


_PREPOSITIONS = frozenset("in near nr around round outside by at towards ower over doon up doun within".split())
_LIVING = frozenset(
    "live lives living lived stay stays staying bide based moved moving move come comes from were im i'm flat house home area".split()
)
_FILLERS = frozenset("in at near from to over up down out just outside by doon ower round around the here".split())
_AFTER = frozenset("area way village town centre estate side county co durham".split())
_PERSON = frozenset(
    """my our wor son lad bairn called named little uncle aunty auntie mr mrs miss ms dr doctor nurse granda grandad
    brother sister dad cousin friend his her with for and poor young daughter lass husband wife partner hi hello
    thanks is im""".split()
)
# After these a town's name is part of the name of an organisation, not of where anybody lives.
_ORGANISATION = frozenset(
    """hospital college uni university school academy primary juniors infants secondary memorial infirmary constabulary
    council sendiass hub cathedral surgery clinic station camhs market hall works durhamworks durhamenable police
    sixth nursery foundation trust football fc rugby gp health""".split()
)
_ELSEWHERE = frozenset("school schools college nursery work works job hospital dads nanas uni placement".split())
_HOME = frozenset("live living lives stay staying based home".split())
_MOVED = frozenset("moved move moving".split())


def is_organisation(words: list[Word], end: int) -> bool:
    """Whether the name that stops before ``words[end]`` goes on as an organisation's ("Durham County Council")."""
    if words[end - 1].ends_clause:
        return False
    following = [word.key for word in words[end : end + 3]]
    if following[:1] and following[0] in _ORGANISATION:
        return True
    return following[:2] == ["county", "council"] or following[:2] == ["family", "hub"] or following[:2] == ["sixth", "form"]


def is_cued(words: list[Word], start: int, end: int) -> bool:
    """Whether the words around ``words[start:end]`` say that it is a place where somebody lives or is."""
    before = [word.key for word in words[max(0, start - 4) : start]]
    previous = before[-1] if before else ""
    after = words[end].key if end < len(words) else ""
    if previous in _PERSON and not (previous in ("for", "im", "is", "and") and after in _AFTER):
        return False
    if after in ("dc", "usa", "america", "canada"):
        return False
    if "not" in (previous, after):  # "Bishop not Barney" names two places
        return True
    if previous in _PREPOSITIONS or previous in ("live", "lives", "living", "stay"):
        return True
    if previous in ("from", "to") and any(word in _LIVING for word in before[:-1]):
        return True
    if previous == "from" and len(before) == 1:
        return True
    if previous in _FILLERS and any(word in _LIVING for word in before):
        return True
    if start == 0 and after in ("near", "nr"):
        return True
    return after in _AFTER and previous not in ("a", "the", "my", "this", "that")


def home_weight(words: list[Word], start: int, end: int) -> int:
    """How surely the name is home: 4 "we live in", 3 a cue, 2 bare, 1 a school or work there, 0 left or denied, -1 part
    of an organisation's name."""
    before = [word.key for word in words[max(0, start - 5) : start]]
    if before[-1:] in (["near"], ["nr"]) and len(before) > 1 and not words[start - 1].ends_clause and _is_name_before(words, start):
        return 2  # "Ingleton near Darlo": home is the smaller place said first
    if before[-1:] == ["not"] or before[-2:] in (["not", "in"], ["not", "from"], ["moved", "from"]):
        return 0
    if before[-1:] == ["from"] and any(word in ("moved", "move", "moving") for word in before):
        return 0
    if is_organisation(words, end):
        return -1
    if any(word in _MOVED for word in before) and before[-1] in ("to", "in", "near"):
        return 4
    if any(word in _HOME for word in before):
        return 4
    if any(word in _ELSEWHERE for word in before):
        return 1
    return 3 if is_cued(words, start, end) else 2


def _is_name_before(words: list[Word], start: int) -> bool:
    """Whether the words before "near" begin a clause: then they are a place of their own."""
    first = start - 2
    while first > 0 and start - first <= 4 and not words[first - 1].ends_clause:
        first -= 1
    return (first == 0 or words[first - 1].ends_clause) and start - first <= 4 and words[first].key not in _LIVING_WORDS


_LIVING_WORDS = frozenset("we i he she they my our live living were im its the from is".split())


def is_own_clause(words: list[Word], start: int, end: int) -> bool:
    """Whether the name is all that its clause says, at the very end: "... hates noise. brandon"."""
    if start == 0:
        return end == len(words)
    before = words[start - 1]
    return end == len(words) and before.ends_clause and before.key not in _PERSON
