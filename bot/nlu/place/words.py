"""The words of a message with their positions, and names squashed so that they can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

_APOSTROPHE = re.compile(r"['’]")
# "Co. Durham", "St. Helen Auckland" and "Gt. Lumley" are one name each.
_SHORTENED = r"(?!(?<=\bco|\bst|\bgt)\.)"
# Kisses and thanks at the very end belong to nothing: "latching hurts, Chilton xx".
_STOP = re.compile(_SHORTENED + r"\s*(?:[.,;:!?()\n]|(?:(?:x+|please|pls|plz|ta|thanks|thank you|thx)\b\W*)*$)", re.IGNORECASE)
_SENTENCE_STOP = re.compile(r"\s*(?:[.!?\n]|$)")
_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*", re.IGNORECASE)


@dataclass(frozen=True)
class Word:
    """``key`` is small letters without apostrophes; ``text[start:end]`` is how it was written."""

    key: str
    start: int
    end: int
    capital: bool
    ends_clause: bool  # punctuation or the end of the message follows
    ends_sentence: bool
    owns: bool = False  # written with 's at its end


def word_set(listed: str) -> frozenset[str]:
    """The words of "a b c"."""
    return frozenset(listed.split())


def phrase_set(listed: str) -> frozenset[tuple[str, ...]]:
    """The phrases of "a b,c d e", each as its words."""
    return frozenset(tuple(phrase.split()) for phrase in listed.split(","))


def words_of(text: str) -> list[Word]:
    """The words in order. Hyphens part words, apostrophes do not."""
    words = []
    for found in _WORD.finditer(text):
        ends_clause = bool(_STOP.match(text, found.end()))
        words.append(
            Word(
                _APOSTROPHE.sub("", found[0]).lower(),
                found.start(),
                found.end(),
                found[0][0].isupper(),
                ends_clause,
                ends_clause and bool(_SENTENCE_STOP.match(text, found.end())),
                found[0][-2:].lower() in ("'s", "’s"),
            )
        )
    return words


def squash(name: str) -> str:
    """A name as it is compared: "Chester-le-Street" and "chester le street" are "chesterlestreet"."""
    return "".join(word.key for word in words_of(name))
