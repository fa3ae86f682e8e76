"""Misspelt names: windows of a few words compared with every name that begins with the same letter.

Scorer and thresholds were measured on the gazetteer's check sets: of the scorers tried, OSA similarity alone stayed
free of false places.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.place.words import Word

MOST_WORDS = 5
_ENGLISH = Path(__file__).parents[1] / "encoder" / "vocab.txt"
_MIN_LETTERS = 5
# Similarities from which a misspelling counts, with and without a cue; short names need more.
_CUED, _BARE, _SHORT_EXTRA = 0.76, 0.84, 0.04
_SHORT = 7
# "Bishop Oakland", "Chester ie Street": everyday words that are meant for a name are as long and as like as this.
_LONG, _LONG_CUED, _LONG_BARE = 11, 0.85, 0.92
# No name of a place holds one of these, so words around them are no misspelt place ("in the middle of it").
_GLUE = frozenset(
    """of to a an is are was at and or but my our we he she they it its for i im ive his her him from near not no so be
    if as up down out do does has have had that this there who what when with me us you your can cant will wont all any
    too very just hes shes theyre weve youre hed shed thats theres heres wasnt isnt wont""".split()
)
# These stand inside names ("Houghton le Spring") but end none, and begin none.
_INNER = frozenset("in le on by under".split())
_ARTICLE = "the"
_NO_VOWELS = str.maketrans("", "", "aeiouy")
_DOUBLED = re.compile(r"(.)\1+")


class Likenesses:
    """The names by first letter, ready to be compared."""

    def __init__(self, names: Mapping[str, int], rules: dict[str, str], not_places: frozenset[str]) -> None:
        """``names`` says of how many words each squashed name is."""
        self._lengths = names
        self._everyday = _everyday_words()
        self._rules = rules
        self._not_places = not_places
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        self._by_consonants: dict[str, list[str]] = defaultdict(list)
        self._longest = 0
        for name in names:
            self._longest = max(self._longest, len(name))
            # "The scales" is like "the dales": after "the" any word is too like any other.
            fit = rules.get(name) not in ("never_alone_word", "college") and not name.startswith(_ARTICLE)
            if len(name) >= _MIN_LETTERS and fit:
                self._by_letter[name[0]].append(name)
                self._by_consonants[_consonants(name)].append(name)

    def windows(self, words: list[Word]) -> Iterator[tuple[int, int, str]]:
        """Each run of words that could be a misspelt name: first, last and the letters squashed."""
        for start, word in enumerate(words):
            if word.key in _INNER or word.key == _ARTICLE:
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

    def nearest(self, words: list[Word], key: str, *, cued: bool) -> tuple[float, str] | None:
        """The name most like ``key`` (``words``, squashed), if any is like enough."""
        if key in self._not_places:
            return None
        everyday = key not in self._lengths and self.are_everyday(words)
        if everyday and (len(words) == 1 or len(key) < _LONG):
            return None
        length = sum(word.key not in _INNER for word in words)
        sure, unsure = (_LONG_CUED, _LONG_BARE) if everyday else (_CUED, _BARE)
        cutoff = sure if cued else unsure
        for name, score, _ in process.extract(
            key, self._by_letter.get(key[0], ()), scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=3
        ):
            if key in self._lengths and name != key:  # "the shields" are not like South Shields
                continue
            if len(name) < _SHORT and score < cutoff + _SHORT_EXTRA:
                continue
            # "Spenny more" falls apart only where a cue says that it is one name; "hind leg" is no name at all.
            if length > self._lengths[name] and (everyday or not cued):
                continue
            if name in self._rules and not (cued and self._bears_likeness(key, name)):
                continue
            return float(score), name
        return self._without_vowels(words, key) if cued or words[-1].ends_clause else None

    def _without_vowels(self, words: list[Word], key: str) -> tuple[float, str] | None:
        """ "chstr le st": phone text-speak leaves vowels out, and one name alone has these consonants."""
        consonants = _consonants(key)
        names = self._by_consonants.get(consonants, ())
        if len(consonants) < _MIN_LETTERS or len(names) != 1 or names[0][0] != key[0] or names[0] in self._rules:
            return None
        return (_CUED, names[0]) if len(key) < len(names[0]) and not self.are_everyday(words) else None

    def are_everyday(self, words: list[Word]) -> bool:
        """Whether each of ``words`` is a common English word."""
        return all(word.key in self._everyday for word in words)

    @staticmethod
    def _bears_likeness(key: str, risky: str) -> bool:
        return len(risky) >= _SHORT and len(key) <= len(risky) + 1


def _everyday_words() -> frozenset[str]:
    """The whole words of the sentence encoder's list, the commonest of English: no misspelt name is made of them alone."""
    return frozenset(line for line in _ENGLISH.read_text(encoding="utf-8").splitlines() if line.isalpha())


def _consonants(name: str) -> str:
    """ "chesterlestreet" is "chstrlstrt"; what is doubled counts once."""
    return _DOUBLED.sub(r"\1", name.translate(_NO_VOWELS))
