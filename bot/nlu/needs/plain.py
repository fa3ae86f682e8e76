"""A message as the needs decision reads it: small letters, no apostrophes, dialect and text-speak as plain words."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import yaml

from bot.ops.paths import DATA

FILE = DATA / "needs" / "spellings.yml"
_WORD = re.compile(r"[a-z0-9]+(?:['’`][a-z0-9]+)*", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’`]")


@dataclass(frozen=True)
class Plain:
    """``text`` with, for each letter of it, where the word or sign that it stands for starts and ends as written."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """The span in the message for ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


@functools.cache
def spellings() -> dict[str, str]:
    """From a word as families write it to the plain one (data/needs/spellings.yml)."""
    listed: dict[str, list[str]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {written: word for word, ways in listed.items() for written in ways}


def plain(text: str) -> Plain:
    """The plain words of ``text``; signs and spaces between them stay."""
    mended = spellings()
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _WORD.finditer(text):
        _keep(text, at, found.start(), pieces, starts, ends)
        word = _APOSTROPHE.sub("", found.group().lower())
        shown = mended.get(word, word)
        pieces.append(shown)
        # A mended word is shown whole; one that is spelt right keeps each letter's own place.
        if shown == found.group().lower():
            _places(found.start(), found.end(), starts, ends)
        else:
            starts += [found.start()] * len(shown)
            ends += [found.end()] * len(shown)
        at = found.end()
    _keep(text, at, len(text), pieces, starts, ends)
    return Plain("".join(pieces), tuple(starts), tuple(ends))


def _keep(text: str, start: int, end: int, pieces: list[str], starts: list[int], ends: list[int]) -> None:
    # Letter by letter: lower() of a letter such as İ is two letters long.
    pieces.extend(letter.lower()[:1] for letter in text[start:end])
    _places(start, end, starts, ends)


def _places(start: int, end: int, starts: list[int], ends: list[int]) -> None:
    starts.extend(range(start, end))
    ends.extend(range(start + 1, end + 1))
