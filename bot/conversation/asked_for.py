"""The services that a message asks for by a word of its own: "he's outgrown his wheelchair", "how do I get carers allowance"."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from bot.conversation.naming import bare
from bot.directory.tables import read_table

# "Not a wheelchair", "we've got a dentist", "don't want home ed": told of, and not asked for.
_NOT_ASKED = re.compile(r"\b(?:not|no|isnt|never|already|got|have|had|tried|dont|refused|said|without|left|is|im|am|hes|shes|his|her)(?: \w+)?$")


def asked_for(text: str) -> tuple[str, ...]:
    """The ids of bot/conversation/asked_for.yml whose words the message has, in the order said."""
    said = bare(text)
    return tuple(dict.fromkeys(_words()[match[0]] for match in _pattern().finditer(said) if not _is_told_of(said, match)))


def _is_told_of(said: str, match: re.Match[str]) -> bool:
    # What a child has is told of in just these words ("he is deaf"); a thing that is there needs no asking for.
    return match[0] in _THINGS and bool(_NOT_ASKED.search(said[: match.start()].rstrip()))


_THINGS = frozenset({"dentist", "dentists", "stairlift", "stair lift", "wet room", "ramp", "hearing aid", "hearing aids", "home education", "home ed"})


@functools.cache
def _words() -> Mapping[str, str]:
    told = read_table(Path(__file__).with_name("asked_for.yml"))
    return {word: id for id, words in told.items() for word in words}


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
