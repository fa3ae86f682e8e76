"""Who of several children an enquiry is no longer about: "leave her brother out of it", "the 9 year old's fine now", "only the girl please"."""

from __future__ import annotations

import dataclasses
import re

from bot.conversation.heard import Heard
from bot.conversation.memory.children import GROUP_OF, child_called, is_the_writer
from bot.enquiry import Child, overlap
from bot.nlu.children import STAGES

_LEADS_IN = r"(?:(?:no|ok|okay|actually|sorry|so|and|but|oh|just|please|pls|right|thanks|ta|cheers|aye|yes|well|now|then|pet|love|hun|hinny|hinney|mate|(?:you|u|ye|we)\s+can|let'?s)\W+){0,4}"
_ASKED = r"(?:(?:can|could)\s+(?:you|u|we)\W+)?"
_NOUN = r"(?:one|un|lad|lass|lassie|bairn|boy|girl|son|daughter|child|kid|brother|sister|twin)"
_AGED = r"\d{1,2}[\s-]*(?:(?:years?|yrs?|y|months?|mths?)[\s-]*o(?:lds?)?|yo|y/o)"
_OURS = r"(?:the|my|our|wor|his|her|their|that)\s+"


def _whom(name: str) -> str:
    """Words for a child, kept as ``name``: "the oldest", "oldest son", "her little brother", "the 16 year old", "the twins"."""
    ranked = r"(?:eldest|oldest|youngest|middle|(?:older|elder|younger|little|big|bigger|wee)(?=\s+\w))"
    return rf"(?P<{name}>(?:{_OURS})?(?:{ranked}(?:\s+{_NOUN})?|{_AGED}(?:\s+{_NOUN})?)|{_OURS}(?!other\b)\w+)"


_SORTED = r"(?:sorted|covered|in\s+hand|dealt\s+with|taken\s+care\s+of|seen\s+to)"
_NOW = r"(?:for\s+(?:now|the\s+(?:minute|moment))|now|then|please|pls|any\s*more|at\s+the\s+minute|off\s+the\s+list)"
# "Leave her brother out of it for now", "you can leave the eldest, the youth team have him", "skip the teenager": a child who was brought in goes
# again, with what was said of that child alone. Not "leave the eldest with nana", "leave my son out, they always do", "can you take the twins out".
_LEAVE_OUT = re.compile(
    rf"(?:^|[,.;!?])\W*{_LEADS_IN}{_ASKED}"
    rf"(?:(?:leave|take)\s+{_whom('out')}\s+out\s+of\s+(?:it|this|that|the\s+list)\b"
    rf"|leave\s+{_whom('left')}\s+(?:out|off)(?=\s*(?:{_NOW}|[,.;]\s*(?:back|just|only)\b|\W*$))"
    rf"|take\s+{_whom('off')}\s+off(?=\s*(?:{_NOW}|[,.;!]|$))"
    rf"|(?:forget|ignore|never\s*mind|drop|skip|remove|delete|scrap|close|no\s+need\s+for|(?:don'?t|do\s+not|divvent|dinnet|dinna)\s+(?:bother|worry)(?=\s+(?:about|with|wi)\b)|not\s+(?:bothered|worried)\s+about)\s+(?:(?:about|with|wi|for)\s+)?{_whom('gone')}(?=\s*(?:[,.;!?-]|$|{_NOW}\b))"
    rf"|(?:(?:i|we)\s+)?(?:don'?t|do\s+not|dont|nee\s+longer|no\s+longer)\s+need\s+(?:(?:owt|anything|any|help|nowt|it)\s+){{1,2}}for\s+{_whom('helped')}(?=\s*(?:[,.;!]|$|{_NOW}\b)))"
    rf"|^\W*{_LEADS_IN}(?:leave\s+{_whom('be')}(?=\s*(?:{_NOW}\b|[,.;!]|-\s|$))"
    rf"|take\s+{_whom('away')}\s+out(?=\s*(?:{_NOW}\b|[.;!]|$))"
    rf"|not\s+(?:for\s+)?{_whom('no')}\s*[,.;-](?=[^?]*\b(?:{_SORTED}|fine|picked\s+(?:\w+\s+)?up|(?:has|have|'?s|'?ve|got)\s+(?:got\s+)?(?:him|her|them|that|it))\b))",
    re.IGNORECASE,
)
# "So just the first two then", of three.
_FIRST_TWO = re.compile(r"^\W*(?:(?:so|ok|okay|right|no|aye|yes|well|actually|and|it'?s)\W+)*(?:just|only)\s+(?:for\s+|about\s+)?(?:the|my|our|wor|them)\s+first\s+(?:two|2)(?:\s+(?:kids|bairns|children|of\s+them))?(?:\W+(?:then|now|please|for\s+now))*\W*$", re.IGNORECASE)
# "The boy is better now. Only the girl please", "the 14 year old has moved, so it's just the 5 and the 8 year old": who is left, and why.
_GOES = re.compile(
    r"\b(?:(?:is|'?s|are)\s+(?:\w+\s+)?(?:better|sorted|fine|ok|okay|grand|discharged|settled)|(?:has|'?s|have)\s+(?:now\s+|just\s+)?(?:moved|left|gone)|moved\s+(?:out|on|to)|went\s+(?:back|home|to)|gone\s+(?:back|home|to)|no\s+(?:more|longer))\b",
    re.IGNORECASE,
)
_WHO_IS_LEFT = re.compile(
    r"(?:^|[.!?,;-]\s*|\b(?:so|now|and)\s+)(?:(?:so|now|and|it'?s|its|we'?re|there'?s|then|please)\s+)*(?:just|only)\s+(?:for\s+|about\s+|got\s+|left\s+with\s+)?(?P<left>(?:the|my|our|wor)\s+(?:(?:little|big|older|younger)\s+)?(?P<who>\w+)[^.!?]*)",
    re.IGNORECASE,
)
# "It's for him not me btw".
_NOT_ME = re.compile(r"\bnot\s+(?:for\s+)?me\b(?!\s+\w+ing\b)|\bi'?m\s+(?:fine|ok|okay)\s+(?:me|myself)\b", re.IGNORECASE)


def left_out(children: tuple[Child, ...], heard: Heard) -> tuple[tuple[Child, ...], Heard] | None:
    """The children whom "leave her brother out of it" or "forget the 12 year old" means, where somebody else is left, and what is still to be heard.

    None where the message sets nobody aside. An age that sets somebody aside is nobody's, though no child has it: then none is left out.
    """
    text = heard.text
    if _FIRST_TWO.match(text) and len(children) > 1:
        return children[2:], _nothing_of(heard)
    if meant := _all_but_who_is_left(children, heard) or _the_writer(children, text):
        return meant, _nothing_of(heard)
    match = _LEAVE_OUT.search(text)
    if match is None or match.lastgroup is None:
        return None
    words = match[match.lastgroup]
    meant = those_called(words, children)
    if 0 < len(meant) < len(children):
        return meant, of_who_stays(heard, match.end(), tuple(child for child in children if child not in meant))
    return ((), _nothing_of(heard)) if _AGE_IN.search(words) else None


def _nothing_of(heard: Heard) -> Heard:
    return dataclasses.replace(heard, needs=(), ages=())


def of_who_stays(heard: Heard, start: int, stay: tuple[Child, ...]) -> Heard:
    """What is heard of the children who stay, behind the words that set another aside: "forget the eldest, the little one can't sleep"."""
    named = [match.start() for match in _NAMES_ONE.finditer(heard.text, start) if those_called(match["who"], stay) or len(stay) == 1]
    if not named:
        return _nothing_of(heard)
    return dataclasses.replace(
        heard,
        text=" " * named[0] + heard.text[named[0] :],  # "the oldest" is no longer spoken of
        needs=tuple(said for said in heard.needs if said.start >= named[0]),
        ages=tuple(age for age in heard.ages if age.start >= named[0]),
    )


_NAMES_ONE = re.compile(rf"\b{_whom('who')}", re.IGNORECASE)
_AGE_IN = re.compile(r"\b(?P<age>\d{1,2})[\s-]*(?P<months>m)?", re.IGNORECASE)
_SEVERAL = {"boys": "boy", "lads": "boy", "sons": "boy", "girls": "girl", "lasses": "girl", "daughters": "girl"}


def those_called(words: str, children: tuple[Child, ...]) -> tuple[Child, ...]:
    """Those of several children whom "the oldest", "the 16 year old", "her brother", "the twins" or "the teenager" means; none where that is not sure."""
    if age := _AGE_IN.search(words):
        months = int(age["age"]) * (1 if age["months"] else 12)
        return tuple(child for child in children if child.age and overlap(child.age, (months, months + (1 if age["months"] else 12))))
    last = words.split()[-1].lower()
    if last == "twins":
        return _twins(children)
    if last in _SEVERAL:
        return tuple(child for child in children if _SEVERAL[last] in (GROUP_OF.get(child.who), _SEVERAL.get(child.who)))
    if last == "middle" or " middle " in f" {words.lower()} ":
        return _middle(children)
    lo, hi = STAGES.get(last, (0, 0))
    at = child_called(words, children)
    return (children[at],) if at is not None else _only(tuple(child for child in children if child.age and lo <= child.age[0] < hi))


def _only(found: tuple[Child, ...]) -> tuple[Child, ...]:
    return found if len(found) == 1 else ()


def _twins(children: tuple[Child, ...]) -> tuple[Child, ...]:
    """Those told of as twins, else the only two of one age."""
    told = tuple(child for child in children if child.who in ("twins", "twin"))
    ages = [child.age for child in children]
    alike = tuple(child for child in children if child.age and ages.count(child.age) > 1)
    return told or (alike if len(alike) == 2 else ())


def _middle(children: tuple[Child, ...]) -> tuple[Child, ...]:
    """The middle one of three whose ages are known."""
    ages = sorted(child.age for child in children if child.age)
    return tuple(child for child in children if child.age == ages[1]) if len(ages) == len(children) == 3 else ()


def _all_but_who_is_left(children: tuple[Child, ...], heard: Heard) -> tuple[Child, ...]:
    """Everybody but the children whom "so it's just the girl" names by an age or a word, where the message says that somebody is better or gone."""
    match = _WHO_IS_LEFT.search(heard.text) if len(children) > 1 and _GOES.search(heard.text) else None
    if match is None:
        return ()
    said = {(age.lo, age.hi) for age in heard.ages if match.start("left") <= age.start < match.end("left")}
    group = GROUP_OF.get(match["who"].lower())
    left = [child for child in children if child.age in said] if said else [child for child in children if group and GROUP_OF.get(child.who) == group]
    return tuple(child for child in children if child not in left) if left else ()


def _the_writer(children: tuple[Child, ...], text: str) -> tuple[Child, ...]:
    """The young person who writes, where "not me" says that it is for somebody else who is known."""
    writers = tuple(child for child in children if is_the_writer(child))
    return writers if _NOT_ME.search(text) and len(writers) < len(children) else ()


def fine_ones(children: tuple[Child, ...], heard: Heard) -> tuple[Child, ...]:
    """The children whom "the 9 year old's fine now" or "the eldest is sorted" says to need nothing, where somebody else is left."""
    found = tuple(child for match in _ONE_IS_FINE.finditer(heard.text) for child in those_called(match["who"], children))
    return found if len(found) < len(children) else ()


_FINE_WORDS = r"(?:fine|ok|okay|alright|all\s+right|all\s+good|grand|champion|sorted|sound|doing\s+(?:well|great|fine|ok|okay))"
_ONE_IS_FINE = re.compile(
    r"(?:^\W*|[.,;!?]\s*|\b(?:and|but|so|no|aye|well|ok|sorry|actually)\s+)(?P<who>(?:the|my|our|wor)\s+(?:(?:eldest|oldest|youngest|middle|baby|toddler|twins|teenager|(?:older|elder|younger|little|big|bigger|wee)\s+\w+)(?:\s+(?:one|lad|lass|boy|girl|son|daughter|bairn|child))?"
    r"|\w+[\s-]*(?:(?:years?|yrs?|y)[\s-]*o(?:lds?)?|yo|y/o)))"
    rf"(?:(?:'?s|\s+is|\s+are|\s+has\s+been|'?s\s+been|\s+got)\s+(?:(?:absolutely|all|just|actually|honestly|now|being)\s+)*(?:{_FINE_WORDS}|{_SORTED})|\s+(?:doesn'?t|does\s+not|don'?t)\s+need\s+(?:owt|nowt|anything|any\s+help|help|it)(?:\s+any\s*more)?)(?:\s+now)?(?=\s*(?:[.,;!?]|$|(?:and|but|so|it'?s|just|thanks|though|really|actually|by)\b))(?!\W+(?:and|but|so|then|it'?s)?\W*[^.!?]{{0,40}}\b(?:still|needs?|not|screams?|explodes?|won'?t|can'?t|what\s+about\s+(?:his|her)|does\s+need)\b)",
    re.IGNORECASE,
)


def one_more_is_fine(text: str) -> bool:
    """Whether a message tells of nobody but a child who needs nothing: "youngest is 2, all good with her"."""
    return _ONE_MORE_IS_FINE.match(text) is not None


# "Youngest is 2, all good with her": one more child, of whom there is nothing to ask.
_ONE_MORE_IS_FINE = re.compile(
    rf"^(?!.*\b(?:but|except|apart|though|not|never)\b|.*n't\b|.*\?)\W*(?:(?:and|oh|also|so|well|then)\W+)*(?:there'?s\s+(?:also\s+)?)?(?:(?:the|my|our|wor|his|her|an?)\s+)?(?:eldest|oldest|youngest|middle|other|little|big|baby|brother|sister|toddler|twins?)\b[^.!?]{{0,30}}?[,.;-]\s*(?:and\s+|but\s+)?"
    rf"(?:(?:no|nee)\s+(?:problems?|bother|worries|concerns?|issues?)|{_FINE_WORDS}|(?:s?he|they)(?:'?s|'?re|\s+is|\s+are)\s+(?:absolutely\s+|all\s+|just\s+)?{_FINE_WORDS}|nothing\s+wrong|nowt\s+wrong|nowt\s+the\s+matter)(?:\s+(?:with|about)\s+(?:him|her|them|that\s+one))?(?:\s+(?:though|like|thankfully|thank\s+god))?\W*$",
    re.IGNORECASE | re.DOTALL,
)


def without_the_fine_one(children: tuple[Child, ...], text: str) -> tuple[Child, ...]:
    """ "It's my son, my daughter is fine": one child less, where another is left and the word says which."""
    match = _IS_FINE.search(text) or (_HE_IS_FINE.search(text) if _MUDDLED.search(text) else None)
    group = GROUP_OF.get(match["who"].lower()) if match else None
    left = tuple(child for child in children if GROUP_OF.get(child.who) != group)
    return left if group and left else children


_IS_FINE = re.compile(r"\b(?:my|our|wor|his|her|the)\s+(?P<who>\w+)(?:'s|\s+is)\s+(?:absolutely\s+|all\s+)?(?:fine|ok|okay|alright|all\s+right)\b(?!\s+(?:at|in|with|when|until))", re.IGNORECASE)
_HE_IS_FINE = re.compile(r"(?:^|[.;!?,]\s)(?P<who>he|she)(?:'s|\s+is)\s+(?:absolutely\s+)?(?:fine|ok|okay|alright)\s?(?:[.!]|$)", re.IGNORECASE)
_MUDDLED = re.compile(r"\b(?:sorry|soz|oops|i\s+meant?|mistake|muddled|mixed\s+(?:(?:them|it|him|her)\s+)?up)\b", re.IGNORECASE)
