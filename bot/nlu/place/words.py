"""The words of a message with their positions, and names squashed so that they can be compared."""

from __future__ import annotations

import dataclasses
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
    ends_clause: bool  # punctuation, the end of the message or the capital of a new sentence follows
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
    return _with_stops_left_out(text, words)


# Ages in words; "one" stands for too much else.
SMALL_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
# Who types no stops, or dictates, mostly keeps the capital of the next sentence. Only words that nobody is called by and
# no name holds: "Crook Who sorts it", but not "Crook School" or "in The Grove".
_BEGINS = word_set(
    """we were weve he hes she shes they theyre theyve my our his her the it its this that theres these there who whos what whats
    when where wheres how why which is isnt are arent am can cant could do dont does doesnt did didnt has hasnt have havent had was
    wont would should any anyone anybody anything someone nobody noone nothing everyone everything no not but and so also been
    being just now then still since because after before if up only every all both another other some please"""
)
# After one of these the sentence goes on, however the next word is written: "the Who", "called No Place".
_GOES_ON = word_set(
    "a an the my our his their your in at on of to for from by with near nr into and or like called named is dr doctor mr mrs miss ms st"
)


def _with_stops_left_out(text: str, words: list[Word]) -> list[Word]:
    """``words``, each one that stands before the capital of a new sentence ending the last."""
    told = list(words)
    for at in range(1, len(words) - 1):
        last, word, following = words[at - 1 : at + 2]
        if not last.ends_clause and _begins_a_sentence(text, last, word, following):
            told[at - 1] = dataclasses.replace(last, ends_clause=True, ends_sentence=True)
    return told


def _begins_a_sentence(text: str, last: Word, word: Word, following: Word) -> bool:
    """ "Crook Who sorts it", but neither "CROOK WHO SORTS IT" nor "Crook Who Sorts It"."""
    if not word.capital or word.key not in _BEGINS or last.key in _GOES_ON or not text[word.start + 1 : word.end].islower():
        return False
    if last.capital and word.key in _OF_A_CHILD:  # "Brandon He is four" is more likely the child
        return False
    return not following.capital or following.key in _SELF


_OF_A_CHILD = word_set("he hes she shes his her")
_SELF = word_set("i im ive id ill")


def squash(name: str) -> str:
    """A name as it is compared: "Chester-le-Street" and "chester le street" are "chesterlestreet"."""
    return "".join(word.key for word in words_of(name))
