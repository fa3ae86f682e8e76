"""The enquiries of one chat that others took the place of: put away, and found again by what is said of them."""

from __future__ import annotations

import dataclasses
import re

from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.memory.children import GROUP_OF
from bot.enquiry import overlap

_MOST = 8  # enquiries kept; after so many families the first is forgotten, and the others move up
_LEADS_IN = r"(?:(?:ok|okay|right|so|and|now|then|sorry|wait|oh|actually|please|thanks|thank\s+you|ta|cheers|great|lovely|good|fine|brill\w*|noted)\W+)*"
_PERSON = r"(?:girl|boy|lad|lass|lassie|baby|bairn|child(?!\s+benefit)|toddler|kid|pupil|student|teenager|teen|yp|young\s+(?:man|woman|person|lad|lass)|man|woman|twins?|family(?!\s+(?:support|hubs?|workers?|groups?))|case)"
_PARENT = r"(?:mum|mam|dad|parents?|grandparents?|foster\s+\w+)"
_AGED = r"(?:y(?:ea)?r?\s?\d{1,2}\b|\d{1,2}\s?(?:yo|yrs?|years?|months?|m|f)?\b(?!\s+(?:more|questions?|things?|weeks?|days?|hours?|mins?)\b))"
# "Next one: girl in Reception", "last one - lad in Year 6", "next lad: 14"; not "last one, anything for her mum?".
_NEXT = re.compile(
    rf"^\W*{_LEADS_IN}(?:(?:unrelated|separate|separately)\W+(?:this\s+)?)?(?:next|last|final|another|an?\s+different(?=\s+(?:one|{_PERSON}))|(?:different|new|separate)(?=\s+(?:one|{_PERSON}))|one\s+that\s+is\s+ours)(?:\s+(?:one|up|{_PERSON}|{_PARENT}))*(?:\s+(?:now|please|then|this\s+time))*\s*(?:[:,.;]|\s-)\s*"
    rf"(?!(?:this|that|same|the\s+same|his|her|their|my|our|wor|any\w*)\b)(?:[\w']+\s+){{0,2}}(?:{_PERSON}|{_AGED}|{_PARENT}(?!.*\b(?:him|her|them)\b)(?=.{{0,60}}{_AGED}))\b(?=\W+\S)(?!\s+(?:still|again|too|as\s+well)\b)",
    re.IGNORECASE,
)
# "Separate family now, nothing to do with him.", "different patient altogether", "next one's a different young person".
_ANOTHER_FAMILY = re.compile(
    rf"^\W*{_LEADS_IN}(?:(?:figured|typical|understood|noted|thought\s+so)\W+)?(?:(?:an?\s+)?(?:separate|different|new|another)\s+(?:family|case|patient|client|pupil|student|child|young\s+person|yp|referral)(?:\s+(?:now|altogether|entirely|completely|please|this\s+time))*\s*[,.:;-]"
    r"|next\s+(?:one|family|case|child|pupil|patient)(?:'?s|\s+is)\s+(?:an?\s+)?(?:(?:different|another|new|separate)\b|(?:boy|girl|lad|lass|baby|child|\d))\b)",
    re.IGNORECASE,
)
# "Second family is ours, from Hesleden. Girl of 4 ..."; not "the second family is asking about cost".
_BY_COUNT = re.compile(rf"^\W*{_LEADS_IN}(?:the\s+)?(?P<which>second|third|fourth)\s+(?:family|case|patient|client|pupil)(?:\s+now)?(?:(?:'?s|\s+is)\s|\s*[,.:;-])", re.IGNORECASE)
_SAME_PLACE = re.compile(r"\bsame\s+(?:village|town|place|area|street|postcode|estate)\b", re.IGNORECASE)
# "New one: child now also not sleeping" is news of the same.
_OF_THE_SAME = re.compile(r"^\W*(?:different|new|separate)\b[^:,.]*[:,.].{0,60}\b(?:now|also|says?|said|herself|himself)\b", re.IGNORECASE)
_ASKS = re.compile(r"^\W*\w+(?:\s+\w+)?\W+(?:how|what|when|who|where|why|which|can|could|do|does|is|are|should|would|will|tell|show|anything|something|home|evening)\b", re.IGNORECASE)
# "Back to the Year 8 girl", "back to the one in Sacriston"; not "back to school", "back to the first one" of the list.
_BACK = re.compile(rf"^\W*{_LEADS_IN}(?:can\s+(?:we|i)\s+|could\s+(?:we|i)\s+|let'?s\s+|i'?m\s+)?(?:just\s+)?(?:go\s+|going\s+|gan\s+|come\s+|coming\s+|jump\s+|switch\s+)?back\s+to\s+(?:the|that|my)\s+(?P<who>.+)", re.IGNORECASE | re.DOTALL)
_OF_A_PERSON = re.compile(rf"\b(?:{_PERSON}|{_AGED}|one\s+(?:in|who|with|from))\b", re.IGNORECASE)
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}
_BY_NUMBER = re.compile(r"^(?:very\s+)?(?P<which>first|second|third|fourth|previous|last|earlier)\s+(?:child|kid|lad|lass|boy|girl|family|case|pupil|student|client|patient|young\s+person|one(?=\W*$|\s*,\s*(?!is\b|do\b|does\b|can\b|how\b|what\b|who\b)))", re.IGNORECASE)
# "Who do I ring for the first family": asked of one that was put away, in passing.
_ASKED_FOR_THEM = re.compile(r"\b(?:for|of|about|with)\s+the\s+(?P<who>(?:first|second|third|previous)\s+(?:family|case))\W*$", re.IGNORECASE)
_BOY, _GIRL = re.compile(r"\b(?:boy|lad|his|him|he|son)\b", re.IGNORECASE), re.compile(r"\b(?:girl|lass|hers?|she|daughter)\b", re.IGNORECASE)
_ENOUGH = 2  # of _likeness: one thing that fits
_CALLED_BACK = Memory()  # holds the place of a family that is talked of again


def opens_another(memory: Memory, heard: Heard) -> bool:
    """Whether a practitioner goes on to the next family."""
    counted = _BY_COUNT.match(heard.text)
    is_new = counted is not None and _ORDINALS[counted["which"].lower()] >= len(_with_this(memory)) and bool(heard.ages or heard.locality)
    opens = (_NEXT.match(heard.text) or _ANOTHER_FAMILY.match(heard.text)) is not None and not _ASKS.match(heard.text)
    return memory.voice == "practitioner" and bool(memory.needs) and (is_new or opens) and not _OF_THE_SAME.match(heard.text)


def put_away(memory: Memory, text: str = "") -> Memory:
    """A new enquiry, with the one that stood kept beside it, in the order in which the families were first told of; "same village" keeps the place."""
    place = memory.locality if _SAME_PLACE.search(text) else None
    return Memory(voice=memory.voice, locality=place, cases=_with_this(memory)[-_MOST:] if memory.needs else memory.cases)


def _with_this(memory: Memory) -> tuple[Memory, ...]:
    """The cases with the enquiry that stands in its own place, or last where it has none yet."""
    kept = dataclasses.replace(memory, cases=(), focus=None, topic="", awaiting="nothing")
    own = next((at for at, case in enumerate(memory.cases) if case == _CALLED_BACK), None)
    return (*memory.cases, kept) if own is None else (*memory.cases[:own], kept, *memory.cases[own + 1 :])


def called_back(memory: Memory, heard: Heard) -> Memory | None:
    """The enquiry that "back to the Year 8 girl in Lanchester" means, with the one that stood put away; None where it means none of them."""
    match = (_BACK.match(heard.text) or _ASKED_FOR_THEM.search(heard.text)) if memory.cases and not opens_another(memory, heard) else None
    at = _which(memory, heard, match["who"]) if match else None
    if at is None:
        return None
    cases = _with_this(memory)
    return dataclasses.replace(memory.cases[at], voice=memory.voice, cases=(*cases[:at], _CALLED_BACK, *cases[at + 1 :]))


def _which(memory: Memory, heard: Heard, who: str) -> int | None:
    """The place of the case that is meant: by its number, else by what fits it better than the enquiry that stands."""
    there = [at for at, case in enumerate(memory.cases) if case != _CALLED_BACK]
    if number := _BY_NUMBER.match(who):
        at = _ORDINALS.get(number["which"].lower(), there[-1] if there else 0)
        return at if at in there else None
    best = max(there, key=lambda at: _likeness(memory.cases[at], heard, who), default=None)
    if best is None or not (_OF_A_PERSON.search(who) or _is_at_home(memory.cases[best], heard)):
        return None
    fits = _likeness(memory.cases[best], heard, who)
    alike = [at for at in there if _likeness(memory.cases[at], heard, who) == fits]
    return best if fits >= _ENOUGH and len(alike) == 1 and fits > _likeness(memory, heard, who) else None


def _likeness(case: Memory, heard: Heard, who: str) -> int:
    """How much of what is said fits: the place, an age, a need, boy or girl (2 each)."""
    place = _is_at_home(case, heard)
    age = any(overlap(known, (age.lo, age.hi)) for known in case.ages for age in heard.ages)
    need = bool(heard.said & set(case.needs))
    groups = {GROUP_OF.get(child.who) for child in case.children}
    group = ("boy" in groups and _BOY.search(who)) or ("girl" in groups and _GIRL.search(who))
    return 2 * (place + age + need + bool(group))


def _is_at_home(case: Memory, heard: Heard) -> bool:
    return case.locality is not None and heard.locality is not None and case.locality.name == heard.locality.name
