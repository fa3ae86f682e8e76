"""The words of an entry: readable at 9 to 11, no unexplained letters, no placeholder."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import textstat
import yaml

# A grade of 8 in the Flesch-Kincaid scale is the upper end of what readers of 11 manage; names of services push it up.
HARDEST_GRADE = 8.5
_FEWEST_WORDS = 8
_ACRONYM = re.compile(r"\b[A-Z]{2,}[A-Za-z]*s?\b")
_PLACEHOLDER = re.compile(r"^\s*(?:none|null|n/?a|tbc|tbd|tba|todo|(?:to be|not yet) (?:confirmed|added|announced|known)|to follow|not known|unknown|coming soon|\?+|-+|xxx+)\.?\s*$", re.IGNORECASE)


_MARKUP = re.compile(r"<[A-Za-z/!][^>]*>|\]\(|&(?:nbsp|amp|lt|gt|quot|#\d+);")


def stray(text: str) -> Iterator[tuple[str, str]]:
    """Signs that a family would see and that nobody meant: what is wrong, and what to do."""
    if text.count('"') % 2:
        yield 'a single " stands in this text', 'take it out, or put " at both ends of the text'
    if text.count("\u201c") != text.count("\u201d"):
        yield "a curly quote has no partner in this text", "take it out"
    elif text.startswith("\u201c") and text.endswith("\u201d"):
        yield "curly quotes stand around this text, and families would see them", 'write straight ones: "'
    markup = _MARKUP.search(text)
    if markup:
        yield f"{markup[0]!r} is shown to families as it stands", "write plain words, without tags and links"


def too_hard(text: str) -> float | None:
    """The reading grade of a text that is too hard, or None."""
    if len(text.split()) < _FEWEST_WORDS:
        return None
    grade = float(textstat.flesch_kincaid_grade(text))
    return grade if grade > HARDEST_GRADE else None


def unexplained(text: str, whole: str) -> Iterator[str]:
    """Acronyms of ``text`` that neither the allow-list nor the entry's own words (``whole``) explain."""
    for acronym in dict.fromkeys(_ACRONYM.findall(text)):
        bare = acronym.rstrip("s")
        if acronym in _allowed() or bare in _allowed():
            continue
        if f"({acronym})" in whole or re.search(rf"\b{re.escape(acronym)}\s*\([A-Za-z]", whole):
            continue
        yield acronym


def is_placeholder(text: str) -> bool:
    """Whether a text only stands for a missing one: null says that better."""
    return bool(_PLACEHOLDER.match(text))


@functools.cache
def _allowed() -> frozenset[str]:
    content = yaml.safe_load(Path(__file__).with_name("known_acronyms.yml").read_text(encoding="utf-8"))
    return frozenset(content)
