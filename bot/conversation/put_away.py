"""The enquiries of one chat that others took the place of: put away, and found again by what is said of them."""

from __future__ import annotations

import dataclasses
import re

from bot.conversation.children import GROUP_OF
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory

_MOST = 5  # enquiries kept
_LEADS_IN = r"(?:(?:ok|okay|right|so|and|now|then|thanks|thank\s+you|ta|cheers|great|lovely|good)\W+)*"
_PERSON = r"(?:girl|boy|lad|lass|lassie|baby|bairn|child|toddler|kid|pupil|student|teenager|teen|yp|young\s+(?:man|woman|person|lad|lass)|man|woman|twins?|family|case|mum|mam|dad|parents?|grandparents?|foster\s+\w+)"
_AGED = r"(?:y(?:ea)?r?\s?\d{1,2}\b|\d{1,2}\s?(?:yo|yrs?|years?|months?|m|f)?\b)"
# "Next one: girl in Reception", "last one - lad in Year 6", "next lad: 14"; not "last one, anything for her mum?".
_NEXT = re.compile(
    rf"^\W*{_LEADS_IN}(?:next|last|final|another)(?:\s+(?:one|up|{_PERSON}))*\s*(?:[:,.;]|\s-)\s*"
    rf"(?!(?:this|that|same|the\s+same|his|her|their|my|our|wor|any\w*)\b)(?:[\w']+\s+){{0,2}}(?:{_PERSON}|{_AGED})\b(?=\W+\S)(?!\s+(?:still|again|too|as\s+well)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^\W*\w+(?:\s+\w+)?\W+(?:how|what|when|who|where|why|which|can|could|do|does|is|are|should|would|will|tell|show|anything|something|home|evening)\b", re.IGNORECASE)
# "Back to the Year 8 girl", "back to the one in Sacriston"; not "back to school", "back to the first one" of the list.
_BACK = re.compile(rf"^\W*{_LEADS_IN}(?:can\s+(?:we|i)\s+|could\s+(?:we|i)\s+|let'?s\s+|i'?m\s+)?(?:just\s+)?(?:go\s+|going\s+|gan\s+|come\s+|coming\s+|jump\s+|switch\s+)?back\s+to\s+(?:the|that|my)\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)
_OF_A_PERSON = re.compile(rf"\b(?:{_PERSON}|{_AGED}|one\s+(?:in|who|with|from))\b", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:first|previous|last|other|earlier)\s+(?:child|kid|lad|lass|boy|girl|family|case|pupil|student|client|patient|young\s+person)\b", re.IGNORECASE)
_BOY, _GIRL = re.compile(r"\b(?:boy|lad|his|him|he|son)\b", re.IGNORECASE), re.compile(r"\b(?:girl|lass|hers?|she|daughter)\b", re.IGNORECASE)
_ENOUGH = 2


def opens_another(memory: Memory, heard: Heard) -> bool:
    """Whether a practitioner goes on to the next family."""
    return memory.voice == "practitioner" and bool(memory.needs) and _NEXT.match(heard.text) is not None and not _ASKS.match(heard.text)


def put_away(memory: Memory) -> Memory:
    """A new enquiry, with the one that stood kept beside it."""
    kept = dataclasses.replace(memory, cases=(), focus=None, topic="", awaiting="nothing")
    return Memory(voice=memory.voice, cases=(*memory.cases, kept)[-_MOST:] if memory.needs else memory.cases)


def called_back(memory: Memory, heard: Heard) -> Memory | None:
    """The enquiry that "back to the Year 8 girl in Lanchester" means, with the one that stood put away; None where it means none of them."""
    match = _BACK.match(heard.text) if memory.cases else None
    if match is None:
        return None
    best = max(memory.cases, key=lambda case: _likeness(case, heard, match["who"]))
    if _BEFORE.match(match["who"]) and len(memory.cases) == 1:
        found = memory.cases[0]  # of more than one nobody can tell which was the first once two have changed places
    elif _likeness(best, heard, match["who"]) < max(_ENOUGH, _likeness(memory, heard, match["who"]) + 1) or (not _OF_A_PERSON.search(match["who"]) and not _is_at_home(best, heard)):
        return None
    else:
        found = best
    others = tuple(case for case in memory.cases if case is not found)
    return dataclasses.replace(found, voice=memory.voice, cases=put_away(dataclasses.replace(memory, cases=others)).cases)


def _likeness(case: Memory, heard: Heard, who: str) -> int:
    """How much of what is said fits: the place, an age, a need (2 each), boy or girl (1)."""
    place = _is_at_home(case, heard)
    age = any(child.age and age.lo < child.age[1] and child.age[0] < age.hi for child in case.children for age in heard.ages)
    need = bool({said.need for said in heard.needs} & set(case.needs))
    groups = {GROUP_OF.get(child.who) for child in case.children}
    group = ("boy" in groups and _BOY.search(who)) or ("girl" in groups and _GIRL.search(who))
    return 2 * (place + age + need) + bool(group)


def _is_at_home(case: Memory, heard: Heard) -> bool:
    return case.locality is not None and heard.locality is not None and case.locality.name == heard.locality.name
