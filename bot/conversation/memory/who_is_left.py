"""Who of several children an enquiry is no longer about: "leave her brother out of it", "the 9 year old's fine now", "only the girl please"."""

from __future__ import annotations

import re

from bot.conversation.heard import Heard
from bot.conversation.memory.children import GROUP_OF, closer, is_the_writer
from bot.enquiry import Child, overlap
from bot.nlu.children import ranked_one

# "Leave her brother out of it for now": a child who was brought in goes again, with what was said of that child alone.
_SOMEBODY_OF_OURS = r"(?:my|our|wor|his|her|the)\s+(?:(?:little|big|older|younger)\s+)?"
_LEAVE_OUT = re.compile(
    r"(?:^|[,.;!?])\W*(?:(?:no|ok|okay|actually|sorry|so|and|just|please|can\s+(?:you|we)|let'?s)\W+){0,3}"
    rf"(?:(?:leave|take)\s+{_SOMEBODY_OF_OURS}(?P<out>\w+)\s+out\s+of\s+(?:it|this|that|the\s+list)\b"
    rf"|leave\s+{_SOMEBODY_OF_OURS}(?P<left>\w+)\s+(?:out|off)(?=\s*(?:for\s+now|please|[,.;]\s*(?:back|just|only)\b|\W*$))"
    rf"|take\s+{_SOMEBODY_OF_OURS}(?P<off>\w+)\s+off(?=\s*(?:for\s+now|please|now|[,.;!]|$))"
    rf"|(?:forget|ignore|never\s*mind|drop)\s+(?:about\s+)?{_SOMEBODY_OF_OURS}(?P<gone>\w+)(?=\s*(?:[,.;!?]|$|for\s+now|now\b|then\b)))",
    re.IGNORECASE,
)
_LEAVE_OUT_AGED = re.compile(
    r"^\W*(?:(?:no|ok|okay|actually|sorry|so|and|just|please)\W+){0,3}(?:forget|ignore|never\s*mind|drop|leave\s+out)\s+(?:about\s+)?(?:the|my|our|his|her)\s+(?P<age>\d{1,2})[\s-]*(?:(?:years?|yrs?|y)[\s-]*o(?:lds?)?|yo|y/o)\W*(?:for\s+now|now|then|please)?\W*$",
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
    r"(?:^|[.!?,;-]\s*|\b(?:so|now|and)\s+)(?:(?:so|now|and|it'?s|its|we'?re|there'?s|then|please)\s+)*(?:just|only)\s+(?:for\s+|about\s+|left\s+with\s+)?(?P<left>(?:the|my|our|wor)\s+(?:(?:little|big|older|younger)\s+)?(?P<who>\w+)[^.!?]*)",
    re.IGNORECASE,
)
# "It's for him not me btw".
_NOT_ME = re.compile(r"\bnot\s+(?:for\s+)?me\b(?!\s+\w+ing\b)|\bi'?m\s+(?:fine|ok|okay)\s+(?:me|myself)\b", re.IGNORECASE)


def left_out(children: tuple[Child, ...], heard: Heard) -> tuple[Child, ...] | None:
    """The children whom "leave her brother out of it" or "forget the 12 year old" means, where somebody else is left.

    None where the message sets nobody aside. An age that sets somebody aside is nobody's, though no child has it: then none is left out.
    """
    text = heard.text
    if _FIRST_TWO.match(text) and len(children) > 1:
        return children[2:]
    aged = _LEAVE_OUT_AGED.search(text)
    if aged:
        months = int(aged["age"]) * 12
        meant = tuple(child for child in children if child.age and overlap(child.age, (months, months + 12)))
        return meant if len(meant) < len(children) else ()
    if meant := _all_but_who_is_left(children, heard) or _the_writer(children, text):
        return meant
    match = _LEAVE_OUT.search(text)
    group = GROUP_OF.get(next(filter(None, match.groups())).lower()) if match else None
    meant = tuple(child for child in children if group and GROUP_OF.get(child.who) == group)
    return meant if 0 < len(meant) < len(children) else None


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
    ages = [child.age for child in children]
    found = []
    for match in _ONE_IS_FINE.finditer(heard.text):
        said = [(age.lo, age.hi) for age in heard.ages if match.start("who") <= age.start < match.end("who")]
        rank = ranked_one(match["who"], ages)
        found += [child for at, child in enumerate(children) if at == rank or (said and child.age is not None and closer(said[0], child.age) == child.age)]
    return tuple(found) if len(found) < len(children) else ()


_FINE_WORDS = r"(?:fine|ok|okay|alright|all\s+right|all\s+good|grand|champion|sorted|sound|doing\s+(?:well|great|fine|ok|okay))"
_ONE_IS_FINE = re.compile(
    r"(?:^\W*|[.,;!?]\s*|\b(?:and|but|so|no|aye|well|ok|sorry|actually)\s+)(?P<who>(?:the|my|our|wor)\s+(?:(?:eldest|oldest|youngest|baby|toddler|(?:older|elder|younger|little|big|bigger|wee)\s+\w+)"
    r"|\w+[\s-]*(?:(?:years?|yrs?|y)[\s-]*o(?:lds?)?|yo|y/o)))"
    rf"(?:(?:'?s|\s+is)\s+(?:(?:absolutely|all|just|actually|honestly)\s+)*{_FINE_WORDS}|\s+(?:doesn'?t|does\s+not|don'?t)\s+need\s+(?:owt|nowt|anything|any\s+help|help|it)(?:\s+any\s*more)?)(?:\s+now)?(?=\s*(?:[.,;!?]|$|(?:and|but|so|it'?s|just|thanks|though|really|actually)\b))(?!\W+(?:and|but|so|then|it'?s)?\W*[^.!?]{{0,40}}\b(?:still|needs?|not|screams?|explodes?|won'?t|can'?t|what\s+about\s+(?:his|her)|does\s+need)\b)",
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
