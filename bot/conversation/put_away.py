"""The enquiries of one chat that others took the place of: put away, and found again by what is said of them."""

from __future__ import annotations

import dataclasses
import re

from bot.conversation.children import GROUP_OF
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory

_MOST = 5  # enquiries kept
_LEADS_IN = r"(?:(?:ok|okay|right|so|and|now|then|thanks|thank\s+you|ta|cheers|great|lovely|good)\W+)*"
_WHO = r"(?:one|up|child|kid|lad|lass|boy|girl|young\s+(?:person|man|woman|lad|lass)|yp|bairn|baby|student|pupil|family|case|client|patient|mum|mam|dad|parent)"
# "Next one: girl in Reception", "last one - lad in Year 6"; not "next one: how do I apply for DLA", "next one, his sister".
_NEXT = re.compile(
    rf"^\W*{_LEADS_IN}(?:next|last|final|another)(?:\s+{_WHO})*\s*(?:[:,.;]|\s-)\s*"
    r"(?!(?:and\s+|is\s+|it's\s+)?(?:how|what|when|who|where|why|which|can|could|do|does|is|are|should|would|will|he|she|they|it|i|we|you|his|her|their|my|our|wor|the\s+(?:same|other|second|first)|same|sister|brother|twin|sibling|please|thanks)\b)(?=\S+(?:\s+\S+){2})",
    re.IGNORECASE,
)
_BACK = re.compile(rf"^\W*{_LEADS_IN}(?:can\s+(?:we|i)\s+|could\s+(?:we|i)\s+|let'?s\s+|i'?m\s+)?(?:just\s+)?(?:go\s+|going\s+|gan\s+|come\s+|coming\s+|jump\s+|switch\s+)?back\s+to\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)
_ORDINALS = {"first": 0, "second": 1, "third": 2}
_NUMBERED = re.compile(r"\b(?:the\s+)?(first|second|third|last|previous)\s+(?:one|child|kid|lad|lass|boy|girl|family|case|pupil|student|client|patient|young\s+person)\b", re.IGNORECASE)
_BOY, _GIRL = re.compile(r"\b(?:boy|lad|his|him|he|son)\b", re.IGNORECASE), re.compile(r"\b(?:girl|lass|hers?|she|daughter)\b", re.IGNORECASE)
_ENOUGH = 2


def opens_another(memory: Memory, heard: Heard) -> bool:
    """Whether a practitioner goes on to the next family."""
    return memory.voice == "practitioner" and bool(memory.needs) and _NEXT.match(heard.text) is not None


def put_away(memory: Memory) -> Memory:
    """A new enquiry, with the one that stood kept beside it."""
    kept = dataclasses.replace(memory, cases=(), focus=None, topic="", awaiting="nothing", alarm="none")
    return Memory(voice=memory.voice, cases=(*memory.cases, kept)[-_MOST:] if memory.needs else memory.cases)


def called_back(memory: Memory, heard: Heard) -> Memory | None:
    """The enquiry that "back to the Year 8 girl in Lanchester" means, with the one that stood put away; None where it means none of them."""
    match = _BACK.match(heard.text) if memory.cases else None
    if match is None:
        return None
    numbered = _NUMBERED.match(match["who"])
    if numbered and (at := _ORDINALS.get(numbered[1].lower(), len(memory.cases) - 1)) < len(memory.cases):
        found = memory.cases[at]
    else:
        best = max(memory.cases, key=lambda case: _likeness(case, heard, match["who"]))
        if _likeness(best, heard, match["who"]) < max(_ENOUGH, _likeness(memory, heard, match["who"]) + 1):
            return None
        found = best
    others = tuple(case for case in memory.cases if case is not found)
    return dataclasses.replace(found, voice=memory.voice, cases=put_away(dataclasses.replace(memory, cases=others)).cases)


def _likeness(case: Memory, heard: Heard, who: str) -> int:
    """How much of what is said fits: the place, an age, a need (2 each), boy or girl (1)."""
    place = case.locality is not None and heard.locality is not None and case.locality.name == heard.locality.name
    age = any(child.age and age.lo < child.age[1] and child.age[0] < age.hi for child in case.children for age in heard.ages)
    need = bool({said.need for said in heard.needs} & set(case.needs))
    groups = {GROUP_OF.get(child.who) for child in case.children}
    group = ("boy" in groups and _BOY.search(who)) or ("girl" in groups and _GIRL.search(who))
    return 2 * (place + age + need) + bool(group)
