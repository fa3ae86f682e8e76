"""The need that somebody may have meant by a word that is none of the taxonomy's."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from bot.directory.likeness import SPELT_ALIKE, did_you_mean, plain
from bot.directory.vocabulary import KINDS, NEED_HINTS, NEEDS, need_texts

_WORD = re.compile(r"[^\W_]{3,}")
_SAYS_NO_NEED = frozenset({"and", "for", "help", "not", "the", "with"})
_WITH_THEIR_WORDS = 3  # more of them would only be a long line


def need_meant(said: str) -> str:
    """The need as a cure: by the words that families have for it ("meltdowns"), else by its spelling; all needs where none is near."""
    words, is_kind = _words(said), plain(said) in KINDS
    hits = {need: sum(_likeness(word, need) for word in words) for need in NEEDS}
    most = max(hits.values())
    if most and (most >= SPELT_ALIKE * len(words) or not is_kind):
        cure = _one_of([need for need in NEEDS if hits[need] == most])
    elif is_kind:
        cure = "name the need that it helps with"
    else:
        cure = did_you_mean(said, NEEDS, f"write one of the needs of bot/taxonomy.yml: {', '.join(NEEDS)}")
    return f"that is a kind of service, not a need: {cure}" if is_kind else cure


def _one_of(needs: Sequence[str]) -> str:
    if len(needs) > _WITH_THEIR_WORDS:
        return f"did you mean one of {', '.join(needs)}?"
    return f"did you mean {' or '.join(f'{need!r} ({NEED_HINTS[need]})' for need in needs)}?"


def _likeness(word: str, need: str) -> float:
    return max(fuzz.ratio(word, one, score_cutoff=SPELT_ALIKE) for one in _heard(need))


@functools.cache
def _heard(need: str) -> frozenset[str]:
    """The words of a need: its name's, the taxonomy's, and those that buttons and messages have."""
    return _words(f"{need} {NEED_HINTS[need]} {need_texts()[need]['words']}")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _SAYS_NO_NEED
