"""Cuts a message into the parts that people join with commas, full stops, "and" or "but"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

_BREAK = re.compile(
    r"[.!?;:\n]+|,|\s+(?:and|but|plus|also|so|because|cos|then|although|while)\b"
    # "One twin has no words other one is fine": the one who is fine is spoken of in a part of its own.
    r"|\s+(?=(?:the\s+other|other\s+(?:one|twin|two|three)|the\s+other\s+(?:one|twin|two|three))(?:'?s|\s+is|\s+are)\s+(?:absolutely\s+)?(?:fine|ok|okay|great|brilliant)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    """``text[start:end]`` of the message, without the white space around it."""

    text: str
    start: int
    end: int


def split_parts(text: str) -> list[Part]:
    """The parts in the order said; the breaks themselves belong to no part."""
    parts = []
    start = 0
    for stop, next_start in [*((found.start(), found.end()) for found in _BREAK.finditer(text)), (len(text),) * 2]:
        piece = text[start:stop]
        stripped = piece.strip()
        if stripped:
            begin = start + piece.index(stripped[0])
            parts.append(Part(stripped, begin, begin + len(stripped)))
        start = next_start
    return parts


def stretches(text: str, ages: Sequence[int]) -> list[Part]:
    """What is told of each of several children: the text cut before each part that names another age, by where the ``ages`` start; empty for one."""
    starts = [part.start for part in split_parts(text)]
    cuts = sorted({max((start for start in starts if start <= age), default=0) for age in sorted(ages)[1:]} - {0})
    bounds = [0, *cuts, len(text)]
    return [Part(text[start:end], start, end) for start, end in itertools.pairwise(bounds)] if cuts else []
