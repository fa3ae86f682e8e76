"""People's names where a message gives them as such: "my son Jack", "called Ellie-Mae", "I'm Sarah", "Mrs Smith".

A capital alone is no evidence (families type without any, and Stanley is a town), so a cue is always needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = r"[A-Z][a-z’']+(?:-[A-Z]?[a-z]+)?"
_FULL = rf"(?P<name>{_NAME}(?:\s+{_NAME})?)"
_RELATIVE = (
    r"(?:son|daughter|lad|lass|boy|girl|bairn|baby|child|brother|sister|nephew|niece|grandson|granddaughter|husband|wife|partner"
    r"|mum|mam|dad|nana|twins?|eldest|youngest|friend|stepson|stepdaughter|little one|pupil|student|client|patient)"
)
_CAPITAL_CUES = re.compile(
    rf"(?:\b(?i:my|our|wor|his|her|their|the)\s+(?:(?i:little|big|eldest|youngest|older|younger|foster|step|\d+\s?(?:yo|year old|yr old|month old))\s+)*(?i:{_RELATIVE}),?\s+"
    rf"|\b(?i:Mr|Mrs|Miss|Ms|Mx|Dr|Doctor|Nurse|Sister)\.?\s+"
    rf"|\b(?i:our|wor)\s+)"
    rf"{_FULL}"
)
_SAID_CUES = re.compile(
    r"\b(?:(?:called|named|(?:my|his|her|their|the child's|childs|kid's)\s+name(?:\s+is|'s|s)|names?\s+is|my\s+names|this\s+is)\s+)"
    r"(?P<name>[A-Za-z][a-z’'-]{1,20}(?:-[A-Za-z][a-z]+)?(?:\s+[A-Z][a-z’'-]+)?)",
    re.IGNORECASE,
)
_WRITER = re.compile(rf"\b(?:I'm|I’m|Im|I am|It's|Hi,? it's)\s+{_FULL}(?=\s*(?:[,.!]|and\b|from\b|$|,))")
_SIGNED = re.compile(rf"(?:\b(?i:thanks|thank you|regards|cheers|love|from|yours)\b[,!.\s]*)\n+\s*{_FULL}\s*$")
_TITLED = re.compile(r"\b(?:mr|mrs|miss|ms|dr)\.?\s+(?P<name>[a-z][a-z'-]{2,20})\b", re.IGNORECASE)

# Words that follow a cue and are no name; risk words above all, which must never disappear.
_NOT_NAMES = frozenset(
    """autism autistic adhd add asd senco camhs sendiass portage ehcp ehc plan dla pip gp cp downs asperger aspergers tourettes
    the a an is has was and but not no so who he she they it in at on of for to from with really just very too also about
    names calling stupid thick lazy naughty fat ugly weird dead dying suicidal depressed anxious scared worried tired exhausted sorry desperate
    pregnant deaf blind disabled autism's british english polish ukrainian syrian monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    year reception nursery key stage mum mam dad nana grandad please thanks help hello hi because when what where
    i im i'm will would can cant can't should our my his her their this that there single lone foster""".split()
)


def find_names(text: str) -> list[tuple[int, int]]:
    """The spans ``text[start:end]`` of names, in order, not overlapping."""
    spans = sorted(set(_spans(text)))
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept + _repeats(text, kept)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_CAPITAL_CUES, _SAID_CUES, _WRITER, _SIGNED, _TITLED):
        for found in pattern.finditer(text):
            first, *rest = found["name"].split()
            if first.lower().strip("'’") in _NOT_NAMES:
                continue
            name = found["name"] if rest and rest[0].lower() not in _NOT_NAMES else first
            yield found.start("name"), found.start("name") + len(name)


def _repeats(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same names where they stand again without a cue ("my son Jack ... Jack hates it")."""
    again = []
    for name in {text[start:end] for start, end in spans}:
        if not name[0].isupper():
            continue
        for found in re.finditer(rf"\b{re.escape(name)}\b", text):
            if not any(start < found.end() and found.start() < end for start, end in spans):
                again.append(found.span())
    return again
