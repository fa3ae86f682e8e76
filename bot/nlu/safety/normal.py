"""A message as the rules read it: plain lower-case words, common misspellings mended, positions kept."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

# A word (apostrophes and the signs that stand for letters inside it), or what ends or parts a clause.
# Quotation marks and brackets part nothing: 'her "boyfriend" is 23'.
_TOKEN = re.compile(r"[\w@$](?:[\w@$]|['’‘`´*!](?=[\w@$]))*|[.?!;…\n]|[,:–—]|(?<=\s)-(?=\s)")
_APOSTROPHES = re.compile(r"['’‘`´_]")
_STRETCHED = re.compile(r"(.)\1{2,}")
_LEET = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"}
)
_SPOKEN_DIGITS = {"2": "to", "4": "for"}
_COUNTED = frozenset(
    {"years", "year", "yrs", "yr", "yo", "days", "day", "hours", "hrs", "mins", "minutes", "weeks", "months"}
    | {
        "times",
        "kids",
        "bairns",
        "children",
        "boys",
        "girls",
        "sons",
        "daughters",
        "lads",
        "staff",
        "teachers",
    }
    | {
        "packs",
        "packets",
        "boxes",
        "tablets",
        "pills",
        "phones",
        "bags",
        "others",
        "more",
        "of",
        "and",
        "or",
        "x",
    }
)
_END = (0, 0, "")
_LETTERED = re.compile(r"[a-z]")
_DISGUISED = re.compile(r"[0-9@$!*]")
# Shorter words have too many everyday neighbours one letter away.
_MENDABLE_LETTERS = 6
_SHORT = 4
_LONGEST_WORD = 24


@dataclass(frozen=True)
class Spelling:
    """How to mend a word: ``fixed`` spellings, ``known`` words, and the ``mended`` ones that a slip may hide.

    ``left_alone`` are real words one letter away from a mended one.
    """

    fixed: Mapping[str, str]
    known: frozenset[str]
    mended: tuple[str, ...]
    left_alone: frozenset[str]

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True)
class Normal:
    """``joined`` is " word word . word ": every word has a space on both sides, a clause ends in " . "."""

    text: str
    joined: str
    _places: tuple[int, ...]  # where each token starts in ``joined``
    _spans: tuple[tuple[int, int], ...]  # and its span in ``text``

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the words of a match ``joined[start:end]`` stand in the message as written."""
        first = bisect_right(self._places, start + 1) - 1
        last = bisect_right(self._places, max(end - 1, start + 1)) - 1
        return self._spans[first][0], self._spans[last][1]


# The net and the rules read the same message one after the other; few are kept, because they are families' words.
@lru_cache(maxsize=4)
def normalise(text: str, spelling: Spelling) -> Normal:
    """Read ``text`` for the rules; the words keep their places in it."""
    pieces, places, spans = [" "], [], []
    at = 1
    tokens = _joined_letters(_tokens(text), spelling)
    for (start, end, word), (_, _, after) in zip(tokens, [*tokens[1:], _END]):
        mended = _SPOKEN_DIGITS[word] if word in _SPOKEN_DIGITS and _joins(after) else _mend(word, spelling)
        places.append(at)
        spans.append((start, end))
        pieces.append(mended + " ")
        at += len(mended) + 1
    # An end for the last clause, so that a rule can ask for one.
    return Normal(text, "".join([*pieces, ". "]), tuple(places), tuple(spans))


def _joins(after: str) -> bool:
    """Whether a lone 2 or 4 before this word means "to" or "for", and counts nothing."""
    return after.isalpha() and after.lower() not in _COUNTED


def _tokens(text: str) -> list[tuple[int, int, str]]:
    return [(match.start(), match.end(), match.group()) for match in _TOKEN.finditer(text)]


def _joined_letters(tokens: list[tuple[int, int, str]], spelling: Spelling) -> list[tuple[int, int, str]]:
    """Single letters in a row become the word they spell, where it is one that matters ("k m s", "k.m.s")."""
    out: list[tuple[int, int, str]] = []
    run: list[tuple[int, int, str]] = []
    for token in [*tokens, _END]:
        if len(token[2]) == 1 and (token[2].isalpha() or (run and token[2] == ".")):
            run.append(token)
            continue
        word = "".join(letter for _, _, letter in run if letter.isalpha()).lower()
        if len(run) > 2 and (word in spelling.fixed or word in spelling.mended):
            out.append((run[0][0], run[-1][1], word))
        else:
            out.extend(run)
        run = []
        if token[2]:
            out.append(token)
    return out


@lru_cache(maxsize=4096)
def _mend(token: str, spelling: Spelling) -> str:
    if not (token[0].isalnum() or token[0] in "@$_"):
        return "," if token in ",:–—-" else "."
    word = _plain(token)
    for written in (token.lower(), word):  # with its apostrophe first: "od'd" is not "odd"
        if written in spelling.fixed:
            return spelling.fixed[written]
    if word in spelling.known:
        return word
    for other in (*_undisguised(word, spelling), _STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word)):
        if other in spelling.fixed:
            return spelling.fixed[other]
        if other in spelling.known:
            return other
    if len(word) > _SHORT and word.endswith("in") and f"{word}g" in spelling.known:  # "smackin"
        return f"{word}g"
    return _neighbour(word, spelling)


def _plain(token: str) -> str:
    letters = unicodedata.normalize("NFKD", token)
    word = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return _APOSTROPHES.sub("", word) or "_"


def _undisguised(word: str, spelling: Spelling) -> list[str]:
    if not (_LETTERED.search(word) and _DISGUISED.search(word)):
        return []
    plain = word.translate(_LEET)
    if "*" not in plain or len(plain) > _LONGEST_WORD:
        return [plain]
    shape = re.compile(plain.replace("*", "[a-z]"))
    return [known for known in spelling.mended if shape.fullmatch(known)]


def _neighbour(word: str, spelling: Spelling) -> str:
    if not _MENDABLE_LETTERS <= len(word) <= _LONGEST_WORD or word in spelling.left_alone:
        return word
    for target in spelling.mended:
        if len(target) >= _MENDABLE_LETTERS and OSA.distance(word, target, score_cutoff=1) <= 1:
            return target
    return word
