"""One place that a message names."""

from __future__ import annotations

from dataclasses import dataclass

from bot.enquiry import Locality


@dataclass(frozen=True)
class PlaceMention:
    """``text[start:end]`` is what was said; ``score`` 0 to 1; ``weight`` says how surely it is home."""

    locality: Locality
    start: int
    end: int
    words: str
    score: float
    weight: int = 0
