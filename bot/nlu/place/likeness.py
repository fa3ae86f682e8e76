"""Misspelt names: windows of a few words compared with every name that begins with the same letter.

Scorer and thresholds were measured on the gazetteer's check sets: of the scorers tried, OSA similarity alone stayed
free of false places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.place.words import Word

MOST_WORDS = 5
_MIN_LETTERS = 5
# Similarities from which a misspelling counts, with and without a cue; short names need more.
_CUED, _BARE, _SHORT_EXTRA = 0.76, 0.84, 0.04
_SHORT = 7
# No name of a place holds one of these, so words around them are no misspelt place ("in the middle of it").
_GLUE = frozenset(
    """of to a an is are was at and or but my our we he she they it its for i im ive his her him from near not no so be
    if as up down out do does has have had that this there who what when with me us you your can cant will wont all any
    too very just hes shes theyre weve youre hed shed thats theres heres wasnt isnt wont""".split()
)
# These stand inside names ("Houghton le Spring") but end none, and only "the" begins one.
_INNER = frozenset("in le on by under".split())


@dataclass(frozen=True)
class Likeness:
    """``words[start:end]`` is like the name ``key``."""

    start: int
    end: int
    key: str
    score: float


class Likenesses:
    """The names by first letter, ready to be compared."""

    def __init__(self, names: Iterable[str], rules: dict[str, str], not_places: frozenset[str]) -> None:
        self._rules = rules
        self._not_places = not_places
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        self._longest = 0
        for name in names:
            self._longest = max(self._longest, len(name))
            if len(name) >= _MIN_LETTERS and rules.get(name) != "never_alone_word":
                self._by_letter[name[0]].append(name)

    def windows(self, words: list[Word]) -> Iterator[tuple[int, int, str]]:
        """Each run of words that could be a misspelt name: first, last and the letters squashed."""
        for start, word in enumerate(words):
            if word.key in _INNER:
                continue
            key = ""
            for end in range(start + 1, min(start + MOST_WORDS, len(words)) + 1):
                last = words[end - 1]
                key += last.key
                if last.key in _GLUE or len(key) > self._longest + 3:
                    break
                if last.key not in _INNER and len(key) >= _MIN_LETTERS and key[0].isalpha():
                    yield start, end, key
                if last.ends_clause:
                    break

    def nearest(self, key: str, *, cued: bool) -> tuple[float, str] | None:
        """The name most like ``key``, if any is like enough."""
        if key in self._not_places:
            return None
        cutoff = _CUED if cued else _BARE
        for name, score, _ in process.extract(
            key, self._by_letter.get(key[0], ()), scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=3
        ):
            if len(name) < _SHORT and score < cutoff + _SHORT_EXTRA:
                continue
            if name in self._rules and not (cued and self._bears_likeness(key, name)):
                continue
            return float(score), name
        return None

    @staticmethod
    def _bears_likeness(key: str, risky: str) -> bool:
        return len(risky) >= _SHORT and len(key) <= len(risky) + 1 and not risky.startswith("the")
