"""Which needs stand after a message: what is new first, without what is set aside, denied or left for another."""

from __future__ import annotations

import re

from bot.answer.words import need_texts
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.memory.children import ANOTHER
from bot.enquiry import Child
from bot.need_ages import can_arise
from bot.nlu.correction import Correction
from bot.nlu.needs import lexicon
from bot.nlu.needs.dismissed import set_aside
from bot.nlu.needs.plain import plain
from bot.nlu.questions import SENTENCE_ENDS

WORRIED, SO_LOW = "anxiety_emotional", "low_mood_self_harm"
# How somebody feels, whatever it comes of.
FEELINGS = frozenset({WORRIED, SO_LOW})
FOR_THE_WRITER = "carer_parent_support"  # the need of the grown-up who writes
DOMESTIC_ABUSE = "domestic_abuse"
_DENIES = re.compile(r"\b(?:not|no|isn'?t|ain'?t|(?:hasn'?t|haven'?t)\s+got|doesn'?t\s+have)\s+(?:an?\s+)?(?P<name>adhd|add|autis\w+|asd|asc|dyslexi\w+)\b", re.IGNORECASE)
AUTISM, ADHD = ("autism_assessment", "autism_support"), ("adhd_assessment", "adhd_support")
_CONDITION_NEEDS = {"adhd": ADHD, "add": ADHD, "autis": AUTISM, "asd": AUTISM, "asc": AUTISM, "dyslexi": ("learning_difficulty",)}
# A girl who "hardly leaves her room, not seen a friend since Easter" needs a holiday club less than somebody to talk to.
_WITHOUT_FRIENDS = "leisure_friends"


def needs_after(memory: Memory, heard: Heard, correction: Correction | None) -> tuple[str, ...]:
    """What is new first (it is what the message is about), then what stood, without what was set aside."""
    said = tuple(dict.fromkeys(said.need for said in heard.needs))
    new = tuple(sorted(said, key=lambda need: need == _WITHOUT_FRIENDS and SO_LOW in said))
    dropped = _scrapped(memory, heard) or _dropped(correction, memory.needs) or _left_for_another(correction, memory, heard)
    only = _only_these(correction, memory.needs) & frozenset(memory.needs)
    if only:  # "just the talking please"
        return tuple(need for need in memory.needs if need in only)
    if not (len(memory.children) > 1 and ANOTHER.search(heard.text)):  # "the little one's not autistic" is no brother's news
        dropped |= (_denied(heard.text) | _set_aside(heard.text, memory.needs)) - frozenset(new)
    if correction and correction.new_needs_words and dropped >= {*new, *memory.needs}:
        return tuple(dict.fromkeys((*new, *memory.needs)))  # "not anxious, angry": nothing heard could take the place
    # "Forget the sleep thing" names the need that it drops, so being heard does not keep it.
    return tuple(need for need in dict.fromkeys((*new, *memory.needs)) if need not in dropped)


def _scrapped(memory: Memory, heard: Heard) -> frozenset[str]:
    """The one need that "the baby's sleeping through now, scrap that one" names and sets aside."""
    named = heard.said & set(memory.needs)
    return named if len(named) == 1 and _SCRAP_THAT.search(heard.text) else frozenset()


_SCRAP_THAT = re.compile(r"\b(?:scrap|scrub|scratch|drop|bin|forget|lose|leave)\s+(?:that|this)\s+(?:one|bit|part|thing)\b|\b(?:that|this)\s+(?:one|bit)\s+can\s+go\b", re.IGNORECASE)


def _dropped(correction: Correction | None, needs: tuple[str, ...]) -> frozenset[str]:
    """The needs that "drop the travel training" sets aside: by the lexicon's words, else by their own ("the sleep thing")."""
    words = correction.drop_needs_words if correction else ()
    return _in_the_lexicon(words, needs) or named_needs(words)


def _left_for_another(correction: Correction | None, memory: Memory, heard: Heard) -> frozenset[str]:
    """The need that "never mind the tics, it's his eating" leaves for another, though the lexicon has no "tics": the one heard in these
    words, or the only one that stands."""
    words = correction.drop_needs_words if correction else ()
    new = heard.said - set(memory.needs)
    if not words or not new or heard.length > _LONGEST_LEAVING or ANOTHER.search(heard.text) or _AS_WELL_AS_THAT.search(heard.text) or not _LEAVES.search(heard.text):
        return frozenset()
    named = {said.need for said in heard.needs if said.need in memory.needs and any(one in heard.text[said.start : said.end].lower() for one in words)}
    return frozenset(named or (memory.needs if len(memory.needs) == 1 and not _SOMETHING_SHOWN.search(" ".join(words)) else ()))


_LONGEST_LEAVING = 25  # words
_AS_WELL_AS_THAT = re.compile(r"\b(?:also|too|as\s+well|an?'?\s+all|and\s+all|another|both)\b", re.IGNORECASE)
_LEAVES = re.compile(r"\b(?:forget|ignore|never\s*mind|scrap|scrub|scratch|bin|drop|skip)\b", re.IGNORECASE)
# "Forget the first one", "never mind the school nurse": something of the list, and no need.
_SOMETHING_SHOWN = re.compile(r"\b(?:ones?|first|second|third|last|list|that|this|it|them|those|nurses?|team|service|number|phone|clubs?|groups?|gp|doctor|camhs|school|email|website|hub|helpline|charity|money|cost|bus|car|typos?|spelling|mistakes?|capitals|messages?|questions?|weather|rest|mess|time|noise|dog)\b", re.IGNORECASE)


def _only_these(correction: Correction | None, needs: tuple[str, ...]) -> frozenset[str]:
    """The needs that "just the talking please" keeps: by their own words, else by the lexicon's ("just the internship one")."""
    if correction is None or not correction.only_needs_words:
        return frozenset()
    words = correction.only_needs_words
    return named_needs(words) or _in_the_lexicon(words, needs)


def _denied(text: str) -> frozenset[str]:
    """The needs of a condition that the message says is not there: "not ADHD, I put the wrong one"."""
    said = {match["name"].lower() for match in _DENIES.finditer(text)}
    return frozenset(need for name, needs in _CONDITION_NEEDS.items() if any(word.startswith(name) for word in said) for need in needs)


def _set_aside(text: str, needs: tuple[str, ...]) -> frozenset[str]:
    """The needs that the message sets aside: "not the sleep, the doctor gave us something", "sleep's sorted now"."""
    text = _OR_NOT.sub(" ", text)
    open_ones = [sentence for sentence in SENTENCE_ENDS.split(text) if _STILL_OPEN.search(sentence)]
    parts = [
        part.replace("'s", "")
        for part in set_aside(text)
        if _NOT_THAT.match(part) or (_IS_SORTED.search(part) and not any(part in sentence for sentence in open_ones))
    ]
    return told_of(tuple(parts), needs)


# "Believe it or not sleep's sorted now" denies nothing.
_OR_NOT = re.compile(r"\b(?:believe|like)\s+it\s+or\s+not\b", re.IGNORECASE)
_NOT_THAT = re.compile(
    r"^\W*(?:(?:it'?s|no|and|but|really|actually)\s+)*not\s+(?:about\s+)?(?:the|his|her)\s+(?!him\b|her\b|them\b)[\w']+(?:\s+(?!so\b|as\b|being\b)[\w']+)?(?:\s+(?:any\s*more|now|bit|thing|stuff))?\W*$"
    r"|^\W*(?:i|we|s?he|they|mum|mam|dad|family|parents)(?:'?s|'?re|'?m|\s+is|\s+are|\s+am)\s+not\s+(?:really\s+)?(?:asking|looking)\s+for\s+(?:any\s+|the\s+)?[\w']+(?:\s+(?:any\s*more|now|at\s+all))?\W*$",
    re.IGNORECASE,
)
_IS_SORTED = re.compile(r"\b(?:is|are|was|been|all|'?s|gets?)\s+(?:all\s+|now\s+)?(?:sorted|resolved)\b|\b(?:sorted|fine|ok|okay|better|resolved)\s+now\b", re.IGNORECASE)
_STILL_OPEN = re.compile(r"\?|\b(?:not|never|hasn'?t|haven'?t|isn'?t|aren'?t|want\w*|wish\w*|if|until|til+|once|when|how|getting|get|need\w*|should|would|unless|before|hope\w*)\b", re.IGNORECASE)


def on_the_way_to_school(needs: tuple[str, ...], memory: Memory, children: tuple[Child, ...]) -> tuple[str, ...]:
    """Without a way to school that is new, beside children who are all too young for one: "we don't drive", of a baby."""
    ages = [child.age for child in children]
    too_young = bool(ages) and all(age is not None and not can_arise("transport", age) for age in ages)
    left = tuple(need for need in needs if need != "transport" or need in memory.needs or not too_young)
    return left or needs


def told_of(phrases: tuple[str, ...], needs: tuple[str, ...]) -> frozenset[str]:
    """Those of ``needs`` that the phrases tell of: by their own words or the lexicon's."""
    return (named_needs(phrases) & frozenset(needs)) | _in_the_lexicon(phrases, needs)


def _in_the_lexicon(phrases: tuple[str, ...], needs: tuple[str, ...]) -> frozenset[str]:
    """Those of ``needs`` that the lexicon hears in the phrases."""
    return frozenset(need for need in needs for phrase in phrases if lexicon.span(plain(phrase), need))


def named_needs(phrases: tuple[str, ...]) -> frozenset[str]:
    """The needs that words of a correction name ("the sleep thing")."""
    words = {word for phrase in phrases for word in phrase.lower().split()} - _SMALL
    return frozenset(need for need, texts in need_texts().items() if words & set(texts["words"].split()))


_SMALL = frozenset({"and", "a", "an", "the", "for", "with", "of", "in", "at", "or", "to", "you", "your", "from", "as"})
