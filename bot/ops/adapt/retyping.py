"""The same message as somebody else would type it: how it is put on the screen must not say what it means.

Without, what the encoder heard hung on habits: with "Thanks" put to them 3 of 100 alarms fell silent (docs/decisions/0017).
"""

from __future__ import annotations

import random
import re

_OPENINGS = ("Hi", "Hi,", "Hello", "Hello.", "hiya", "Hi there,", "Good morning.", "Good evening,", "hey", "Hi all,", "Please.", "hello sorry", "Hi. Not sure if this is the right place.")
_CLOSINGS = (
    "Thanks", "thank you", "ta", "Many thanks", "thanks in advance", "Thank you x", "x", "xx", "pls", "please", "please help", "pls help", "Please advise.",
    "any advice", "any ideas?", "Any help appreciated", "what do I do", "what can I do?", "Sorry to bother you", "sorry for the long message", "cheers",
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!]\s+")
_BETWEEN = (" ", " ", ", ", " - ", "... ")
_LONG_WORD = re.compile(r"[a-z]{5,}")
# How often each habit is taken on; several may be.
_DROPS, _RUNS_ON, _OPENS, _CLOSES, _SLIPS = 0.3, 0.3, 0.12, 0.2, 0.15
# So few words are no enquiry that somebody opens and closes.
_FEWEST_WORDS = 4


def retyped(text: str, chance: random.Random) -> str:
    """``text`` with other punctuation, perhaps a word of greeting or thanks, perhaps a slip of the finger."""
    for dropped in (",", "'", "?"):
        if chance.random() < _DROPS:
            text = text.replace(dropped, "").replace("’", "" if dropped == "'" else "’")
    if chance.random() < _RUNS_ON:
        text = _SENTENCE_END.sub(chance.choice(_BETWEEN), text)
    if chance.random() < _SLIPS:
        text = _slipped(text, chance)
    if len(text.split()) < _FEWEST_WORDS:
        return text
    if chance.random() < _OPENS:
        text = f"{chance.choice(_OPENINGS)} {text}"
    if chance.random() < _CLOSES:
        text = f"{text.rstrip(' .!')}{chance.choice(('. ', ' ', ', '))}{chance.choice(_CLOSINGS)}"
    return text


def _slipped(text: str, chance: random.Random) -> str:
    """One long word with two letters changed over, one left out or one doubled; the first letter stays."""
    words = list(_LONG_WORD.finditer(text))
    if not words:
        return text
    word = chance.choice(words)
    at = chance.randrange(word.start() + 1, word.end() - 1)
    here, after = text[at], text[at + 1]
    return text[:at] + chance.choice((after + here, after, here + here + after)) + text[at + 2 :]
