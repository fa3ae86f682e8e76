"""The plain words that families use for each need (data/needs/lexicon.yml)."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from bot.nlu.needs.plain import Plain
from bot.ops.paths import DATA

FILE = DATA / "needs" / "lexicon.yml"

Line = tuple[str, re.Pattern[str]]


@functools.cache
def load(file: Path = FILE) -> tuple[Line, ...]:
    """Every line of the file with its need, in the file's order.

    Raises:
        re.error: a line of the file is not a regular expression.
    """
    lines: dict[str, list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple((need, re.compile(rf"\b(?:{line})")) for need, patterns in lines.items() for line in patterns)


def hits(message: Plain) -> npt.NDArray[np.float32]:
    """Which lines match, 0 or 1, of shape ``(lines,)``."""
    return np.array([pattern.search(message.text) is not None for _, pattern in load()], dtype=np.float32)


def span(message: Plain, need: str) -> tuple[int, int] | None:
    """Where the words of ``need`` stand in the message as written: those of its first line that matches."""
    for named, pattern in load():
        if named == need:
            found = pattern.search(message.text)
            if found and found.end() > found.start():
                return message.as_written(found.start(), found.end())
    return None
