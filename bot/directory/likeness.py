"""The known word that somebody may have meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

SPELT_ALIKE = 85.0  # of 100: two words that differ by a slip
_A_WORD_OF_IT = 90.0
_SHORTEST_WORD = 4


def did_you_mean(word: str, known: Iterable[str], otherwise: str, least: float = 65) -> str:
    """The known word that is nearest, as a cure; ``otherwise`` where none is near."""
    near = max(known, key=lambda one: _likeness(word, one), default=None)
    return f"did you mean {near!r}?" if near is not None and _likeness(word, near) >= least else otherwise


def _likeness(word: str, known: str) -> float:
    said, meant = plain(word), plain(known)
    if len(said) >= _SHORTEST_WORD and said in meant.split("_"):
        return _A_WORD_OF_IT
    return fuzz.ratio(said, meant)


def plain(word: str) -> str:
    """A word as names of lists are written: small letters, with _ between."""
    return re.sub(r"[\s-]+", "_", word.strip().lower())
