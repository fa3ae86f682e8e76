"""Whom of the family a message is about, and who goes when that one needs nothing."""

from __future__ import annotations

import dataclasses
import re

from bot.conversation.asking import FEW_WORDS
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.memory.children import child_called
from bot.conversation.memory.needs import told_of
from bot.enquiry import Child
from bot.nlu.children import ranked_one

# "His sister is the same": what stood holds for one more child, and the words state no need of their own.
THE_SAME = re.compile(
    r"\b(?:(?:is|has|does|needs|got|with|have)|(?:s?he|they)(?:'?s|'?re))\s+(?:exactly\s+|just\s+)?the\s+same\b(?!\s+(?:school|class|age|room|nursery))|\b(?:and|but)\s+(?:(?:s?he|they)(?:'?s|'?re)\s+)?(?:just|exactly)\s+the\s+same\b|\bsame\s+(?:problems?|thing|issues?|trouble|again|here)\b|\bditto\b",
    re.IGNORECASE,
)


def talked_about(memory: Memory, heard: Heard, children: tuple[Child, ...]) -> int | None:
    """The one of several children whom the talk goes on about; another, where "what about friends for the little one" turns to one."""
    if len(children) != len(memory.children):
        return None
    led = _led_to(heard.text, children)
    if led is not None or (led := the_one_who(heard, children)) is not None:
        return led
    if memory.about_child is None:
        return None
    if heard.needs and not heard.ages and (turned := ranked_one(heard.text, [child.age for child in children])) is not None:
        return turned
    return memory.about_child if _of_that_child(memory, heard) or _puts_that_child_right(memory, children) else None


def _led_to(text: str, children: tuple[Child, ...]) -> int | None:
    """Which of several children "For the girl - CAMHS said no. What next?" is about from its first words on."""
    match = _FOR_ONE_FIRST.match(text)
    if match is None or len(children) < 2:
        return None
    return child_called(match["who"], children)


_FOR_ONE_FIRST = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|now|then|thanks|this\s+is)\W+)*(?:for|about|with|re)\s+(?:the|my|our|wor)\s+(?P<who>(?:(?:little|big|older|elder|younger|wee)\s+)?\w+)\s*(?:-|–|:)\s*\w", re.IGNORECASE
)


def the_one_who(heard: Heard, children: tuple[Child, ...], *, alone: bool = False) -> int | None:
    """Which of several children "for the one in nappies, who do I ring" is about: by a need that is theirs alone, else by where one of that age is.

    ``alone``: only where the message says no more ("and for the one at college?").
    """
    match = _THE_ONE_WHO.match(heard.text) if len(children) > 1 else None
    if match is None or (alone and match["rest"].strip(" ?.!")):
        return None
    told = heard.said | told_of((match["how"],), tuple(need for child in children for need in child.needs))
    having = [at for at, child in enumerate(children) if told & set(child.needs)]
    stages = [ages for words, ages in _WHERE_THEY_ARE if words.search(match["how"])]
    there = [at for at, child in enumerate(children) if child.age and any(lo <= child.age[0] < hi for lo, hi in stages)]
    return next((found[0] for found in (having, there) if len(found) == 1), None)


_THE_ONE_WHO = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|then|thanks|ta|cheers)\W+)*(?:(?:(?:(?:what|how)\s+)?about|for|with|now|next)\s+(?:for\s+)?(?:the|my|our|wor)\s+(?:one|un|lad|lass|boy|girl|bairn|child|kid)|(?<=\band\s)the\s+(?:one|un))\s+(?:(?:who|that|what)(?:'?s|\s+is)?|in|at|on|with|still)\s+(?P<how>[^,.;?!]+)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# Months in which somebody is at such a place.
_WHERE_THEY_ARE = (
    (re.compile(r"\b(?:college|sixth\s+form|uni\w*|work|jobs?|apprenticeship)\b", re.IGNORECASE), (192, 312)),
    (re.compile(r"\b(?:nursery|playgroup|nappies|napp(?:y|ies)|pram|cot)\b", re.IGNORECASE), (0, 60)),
    (re.compile(r"\b(?:primary|infants?|juniors?)\b", re.IGNORECASE), (48, 132)),
    (re.compile(r"\b(?:comp|secondary|big\s+school|gcses?)\b", re.IGNORECASE), (132, 192)),
)


def of_the_sibling(heard: Heard) -> Heard:
    """ "My little sister is 9, she has no mates cos of her tics": what the sister needs, and nothing of a brother or sister who misses out."""
    if len(heard.said) < 2 or not _MY_SIBLING.match(heard.text) or _OF_SIBLINGS.search(heard.text) or _OF_US_ALL.search(heard.text):
        return heard
    return heard.without("sibling_young_carer")


_MY_SIBLING = re.compile(r"^\W*(?:(?:hi|hiya|hello|hey)\W+)?(?:(?:i'?m|am|i\s+am)\s+\w+\W+(?:and\s+)?)?(?:my|me)\s+(?:(?:little|wee|baby|big|older|younger|twin|lil)\s+)*(?:sister|brother|sis|bro)\b", re.IGNORECASE)
_OF_US_ALL = re.compile(r"\b(?:i|i'?ve|me|us|we|our|everyone|everybody|mam|mum|dad|parents)\b(?!'?m\b|\s+am\b|\s+\w*sister\b|\s+(?:live|think)\b)", re.IGNORECASE)


def _of_that_child(memory: Memory, heard: Heard) -> bool:
    """Whether no age is said but that of the child the talk is about: "can he refer himself at 13"."""
    child = memory.children[memory.about_child] if memory.about_child is not None else None
    return all(child is not None and (age.lo, age.hi) == child.age for age in heard.ages)


def _puts_that_child_right(memory: Memory, children: tuple[Child, ...]) -> bool:
    """Whether of as many children nothing has changed but how old the one is that the talk is about: "she's year 4, sorry"."""
    return all(at == memory.about_child or new.age == old.age for at, (new, old) in enumerate(zip(children, memory.children)))


def of_another_family(memory: Memory, heard: Heard) -> Memory:
    """ "What about my sister, she's in Pelton and her girl is 6": a child who lives in another place, with what stood only where it is the same."""
    moved = memory.locality is not None and heard.locality is not None and heard.locality != memory.locality
    if not moved or not heard.ages or memory.voice == "young_person" or not _ANOTHER_FAMILY.match(heard.text) or _AT_OURS.search(heard.text):
        return memory
    the_same = THE_SAME.search(heard.text) or not heard.needs
    return dataclasses.replace(memory, children=(), locality=None, about_child=None, needs=memory.needs if the_same else ())


_ANOTHER_FAMILY = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|thanks|ta|now|then)\W+)*(?:what|how)\s+about\s+(?:for\s+)?(?:(?:my|wor|our)\s+(?:sister|cousin|friend|mate|marra|neighbour)|(?:his|her|their)\s+(?:cousin|friend|mate))\b(?!'s)"
    r"(?=.*\b(?:s?he|they)(?:'?s|'?re|\s+is|\s+are|\s+lives?)\s+(?:over\s+)?(?:in|at|near)\s)",
    re.IGNORECASE | re.DOTALL,
)
_AT_OURS = re.compile(r"\b(?:with\s+(?:us|me)|we\s+live|schools?|nursery|clubs?|groups?|takes)\b", re.IGNORECASE)


def of_the_other(memory: Memory, heard: Heard) -> tuple[Memory, Heard]:
    """ "It's his sister" tells who it is about, and nothing of brothers and sisters who miss out; "forget him for now" sets aside what he needs."""
    for_now = _FOR_NOW.search(heard.text)
    only_who = heard.length <= FEW_WORDS or len(heard.said) > 1 or for_now or _ASKING_FOR.search(heard.text)
    if only_who and not _OF_SIBLINGS.search(heard.text):
        heard = heard.without("sibling_young_carer")
    return dataclasses.replace(memory, needs=(), children=()) if for_now and len(memory.children) == 1 else memory, heard


# "It's for his sister I'm asking": whom it is about.
_ASKING_FOR = re.compile(r"\bfor\s+(?:his|her|their|my|our|wor)\s+(?:\w+\s+)?\w+\s+(?:that\s+)?(?:i'?m|i\s+am|we'?re|we\s+are|i\s+was)\s+(?:asking|ringing|writing|here|after)\b", re.IGNORECASE)
_FOR_NOW = re.compile(r"\b(?:forget|never\s*mind|ignore)\s+(?:about\s+)?(?:him|her|that\s+one|(?:my|our|wor)\s+\w+)\s+for\s+(?:now|a\s+(?:bit|minute|sec\w*)|the\s+(?:minute|moment|now))\b", re.IGNORECASE)
_OF_SIBLINGS = re.compile(
    r"\b(?:carers?|caring|cares?\s+for|looks?\s+after|looking\s+after|helps|sibs?|siblings?|miss(?:es|ing)\s+out|left\s+out|ignored|(?:no|any|all\s+the)\s+(?:time|attention)|jealous|lonely|invisible|forgotten|never\s+gets|because\s+of\s+(?:him|her)|does\s+everything|minute\s+with|resent\w*|fed\s+up|pushed\s+out"
    r"|(?:scared|frightened|afraid|terrified)\s+of\s+(?:him|her)|(?:he|she)\s+(?:hits|hurts|bull\w+|batters|bites)|hits|hurts|bullies)\b",
    re.IGNORECASE,
)


def without(memory: Memory, children: tuple[Child, ...]) -> Memory:
    """The memory without some children and the needs that only they had."""
    left = tuple(child for child in memory.children if child not in children)
    theirs = {need for child in children for need in child.needs} - {need for child in left for need in child.needs}
    of_whom = memory.children[memory.about_child] if memory.about_child is not None and memory.about_child < len(memory.children) else None
    return dataclasses.replace(
        memory,
        children=left,
        needs=tuple(need for need in memory.needs if need not in theirs),
        about_child=left.index(of_whom) if of_whom in left and len(left) > 1 else None,
    )


def whose_need_is_over(memory: Memory, text: str) -> tuple[Child, ...]:
    """The one of several children who alone had what "[name]'s not anxious any more, she's fine" says is over."""
    match = _NO_LONGER.search(text)
    over = told_of((match["what"],), memory.needs) if match else frozenset()
    having = tuple(child for child in memory.children if over & set(child.needs))
    return having if len(having) == 1 < len(memory.children) else ()


_NO_LONGER = re.compile(r"\[name\](?:'?s|\s+is)\s+(?:not|no\s+longer)\s+(?P<what>\w+)(?:\s+(?:any\s*more|now))?\b(?=.*\b(?:fine|ok|okay|alright|grand|just|only)\b)", re.IGNORECASE)


def without_ages_of(children: tuple[Child, ...], heard: Heard) -> Heard:
    """What was heard, without the ages that children who need nothing are called by."""
    theirs = {child.age for child in children}
    return dataclasses.replace(heard, ages=tuple(age for age in heard.ages if (age.lo, age.hi) not in theirs))
