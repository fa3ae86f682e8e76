"""The plain words that families use for each need (data/needs/lexicon.yml)."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import yaml

from bot.ops.paths import DATA

FILE = DATA / "needs" / "lexicon.yml"


@functools.cache
def load(file: Path = FILE) -> dict[str, re.Pattern[str]]:
    """One pattern a need.

    Raises:
        re.error: a line of the file is not a regular expression.
    """
    lines: dict[str, list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {need: re.compile("|".join(rf"\b(?:{line})" for line in patterns)) for need, patterns in lines.items()}


def spans(text: str) -> dict[str, tuple[int, int]]:
    """The needs whose words stand in ``text``, each with the span of the first such words."""
    kept = [at for at, letter in enumerate(text) if letter not in "'’`"]
    plain = "".join(text[at] for at in kept).lower()
    return {
        need: (kept[found.start()], kept[found.end() - 1] + 1)
        for need, pattern in load().items()
        if (found := pattern.search(plain)) and found.end() > found.start()
    }
