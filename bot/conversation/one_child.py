"""Which of several children: "start with the little one", "now the 13-year-old", "leave the girl for now", "back to the lad".

The enquiry keeps all of them; the answers are about one until others are spoken of, or all of them again.
"""

from __future__ import annotations

import dataclasses
import re

from bot.answer.age_words import the_one_aged
from bot.answer.plan_words import for_whom
from bot.answer.reply import Button, Reply
from bot.answer.words import say
from bot.conversation.memory import Memory
from bot.conversation.memory.children import GROUP_OF
from bot.conversation.memory.whom import the_one_who
from bot.conversation.plans import Answer, offer, plan_for
from bot.conversation.shown import aspects
from bot.conversation.shown.narrow import again
from bot.conversation.turn import Turn
from bot.enquiry import Child, overlap
from bot.nlu.ages.patterns import ONE_TO_TWELVE
from bot.nlu.children import FAMILY_NEEDS
from bot.nlu.questions import SENTENCE_ENDS

_NOUN = r"(?:one|un|'un|bairn|child|kid|lad|laddie|lass|lassie|boy|girl|son|daughter|brother|sister|sibling|twin|fella|fellow|chap|man|madam)"
_AGE = rf"(?:\d{{1,2}}|{ONE_TO_TWELVE}|\w+teen)"
_SAYS_WHICH = {
    "youngest": rf"(?:little|wee|younger|young|smaller|small|baby|tiny)\s+{_NOUN}|(?:youngest|littlest|smallest)(?:\s+{_NOUN})?|baby|babby|toddler|little'?un|bairn|younger",
    "oldest": rf"(?:big|bigger|older|elder)\s+{_NOUN}|(?:eldest|oldest|biggest)(?:\s+{_NOUN})?|teenager|teen|elder|older",
    "middle": rf"middle(?:\s+{_NOUN})?",
    "other": r"other\s+(?:bairn|child|kid|lad|lass|boy|girl|son|daughter|twin|one)",
    "girl": r"girl\s+twin|her(?=\W|$)(?:\s+turn)?|daughter|lass|lassie|girl|sister|sis|niece|granddaughter|stepdaughter|dd",
    "boy": r"boy\s+twin|him|his\s+turn|son|lad|laddie|boy|brother|bro|nephew|grandson|stepson|ds",
    "aged": rf"{_AGE}[\s-]*(?:(?:year|yr|month|mth)s?[\s-]*olds?|yo|y/o)|year\s+\d{{1,2}}",
    "place": r"(?:child|bairn|kid|pupil)\s+(?:[a-d1-4]|one|two|three)|(?:first|second|third)\s+(?:child|bairn|kid)",
    "letter": r"[a-d]",
    "name": r"\[name\]",
}
_OF_OURS = r"(?:(?:the|my|our|wor|his|her|their|that|me)\s+(?:own\s+)?)?"


def _child(prefix: str) -> str:
    return _OF_OURS + "(?:" + "|".join(f"(?P<{prefix}{which}>{words})" for which, words in _SAYS_WHICH.items()) + ")"


_LEADS_IN = r"(?:(?:ok|okay|right|so|and|but|now|then|next|thanks|thank\s+you|ta|cheers|oh|no|aye|yes|sorry|actually|please|well|reet|alreet|great|good|wait|no\s+wait|wrong\s+(?:bairn|child|kid|one|lad|lass))\W+)*"
_TURNS_TO = (
    r"(?:(?:can|could|shall)\s+(?:we|you|i)\s+|let'?s\s+|i(?:'d)?\s+(?:want|like|need)\s+to\s+|it'?s\s+(?:really\s+|just\s+)?|i'?m\s+on\s+about\s+|i\s+mean[t]?\s+|(?:go(?:ing)?|gan(?:nin)?)\s+"
    r"|back\s+to\s+|start(?:ing)?\s+(?:off\s+)?with\s+|begin\s+with\s+|focus\s+on\s+|concentrate\s+on\s+|do\s+|look\s+at\s+|just\s+|only\s+|first\s+|what\s+about\s+|how\s+about\s+"
    r"|(?:could|can)\s+you\s+(?:do|give\s+me)\s+|give\s+me\s+|tell\s+me\s+(?:about|for)\s+|what(?:'?s|\s+is)\s+(?:there\s+(?:for|on)|for)\s+|(?:which|what)\s+(?:ones?\s+)?(?:are|is)\s+for\s+|(?:(?:is|are)\s+there\s+)?(?:any|some)(?:thing|where|one|body)\s+(?:there\s+)?(?:just\s+|only\s+)?for\s+|(?:is\s+there\s+)?(?:owt|summat|sommat)\s+(?:there\s+)?(?:just\s+|only\s+)?for\s+|go\s+on\s+then\W+|i\s+wanted\s+"
    r"|(?:move\s+)?on\s+to\s+|for\s+|about\s+|with\s+|talk\s+about\s+|help\s+(?:for|with)\s+|now\s+|then\s+)*"
)
_ENDS = (
    r"(?:\W+(?:(?:that\s+)?(?:i|we)(?:'?m|'?re)?\s+(?:need|want|after|asking|looking)(?:\s+(?:some\s+|the\s+)?(?:help|support|owt|anything))?(?:\s+(?:for|with|about))?|now|then|first|again|please|instead|next|only|mainly|pet|mind|for\s+now|on\s+(?:his|her|their)\s+own|for\s+(?:a|the)\s+(?:minute|moment)|just\s+now|turn|i'?m\s+(?:on|asking|worried|fretting|bothered)\s+about"
    r"|(?:that'?s|who'?s|is|'s)\s+(?:the\s+|more\s+|most\s+)?(?:urgent|worst|main\s+one|worry|main\s+worry|one\s+i'?m\s+(?:most\s+)?worried\s+about)))*\W*$"
)
_LEAVES = r"(?:forget|leave|never\s*mind|park|skip|not)\s+(?:about\s+)?"
# "Never mind the break, what about the 17yo": a matter that is left for now.
_MATTER_LEFT = r"(?:(?:forget|leave|never\s*mind|park|not\s+(?:bothered|worried)\s+about|i'?ll\s+worry\s+about)\b[^,.;]{1,45}[,.;]\s*(?:and\s+|but\s+)?)?"
_FOR_NOW = r"(?:\s+(?:for\s+now|now|a\s+minute|for\s+a\s+minute|just\s+now|the\s+now|out\s+of\s+it|out|then))*"
# "I said there were two of them but it's only the youngest I need help for".
_AFTER_ALL = r"(?:(?:i|we)\s+(?:know\s+(?:i|we)\s+)?(?:said|told\s+you|put|wrote|asked)\b[^.;!?]{0,40}?[,.]?\s*\bbut\s+)?"
_TURN = re.compile(rf"^\W*{_LEADS_IN}{_AFTER_ALL}(?:{_LEAVES}{_child('not_')}{_FOR_NOW}\W+(?:and\s+|but\s+)?)?{_MATTER_LEFT}{_LEADS_IN}{_TURNS_TO}{_child('')}{_ENDS}", re.IGNORECASE)
_LEFT = re.compile(rf"^\W*{_LEADS_IN}(?:can\s+we\s+|let'?s\s+|just\s+)*{_LEAVES}{_child('')}{_FOR_NOW}\W*$", re.IGNORECASE)
# A sentence that says no more: "just the girl for a minute please".
_BY_ITSELF = re.compile(rf"^\W*{_LEADS_IN}(?:(?:just|only)\s+(?:do\s+|for\s+|about\s+)?|i\s+meant?\s+|back\s+to\s+|(?:go(?:ing)?|gan)\s+back\s+to\s+|start(?:ing)?\s+with\s+|on\s+to\s+){_child('')}(?:\s+wi(?:th)?\s+the\s+\w+)?{_ENDS}", re.IGNORECASE)
_LONGEST = 18  # words
_MAY_BE_ANYTHING = frozenset({"other one", "her", "him", "older", "younger"})
_PLACES = {"a": 0, "1": 0, "one": 0, "first": 0, "b": 1, "2": 1, "two": 1, "second": 1, "c": 2, "3": 2, "three": 2, "third": 2, "d": 3, "4": 3}


def for_which(turn: Turn) -> Answer | None:
    """ "Which of these are for which child?": for whom each of those shown is."""
    if len(turn.memory.children) < 2 or turn.heard.needs or not _FOR_WHICH.search(turn.heard.text):
        return None
    plan = plan_for(turn.memory, turn)
    told = [(result.service.name, for_whom(result, plan, turn.memory)) for result in plan.results]
    lines = [f"- {name}: {whom}" for name, whom in told if whom]
    return (Reply("\n".join([say("for_which"), *lines])), turn.memory) if lines else None


_FOR_WHICH = re.compile(r"\bwhich\b.{0,30}\bfor\s+(?:which|whom?|what)\b|\bwho'?s\s+which\b|\bwhich\s+(?:child|bairn|kid|one|lad|lass|boy|girl)\s+(?:is|are)\s+(?:this|these|that|they|those|it)\s+for\b", re.IGNORECASE)


def answer(turn: Turn) -> Answer | None:
    """The help for the child that the message turns to; which child, where a name or a word does not tell; None for all else."""
    text = turn.heard.text
    children = turn.before.children
    if (told := _with_news(turn)) is not None:
        return told
    if _sets_somebody_aside(turn):
        return again(turn)
    if len(children) < 2 or turn.heard.length > _LONGEST or turn.answers_question or turn.heard.locality:
        return None
    if _turns_to_all(turn):
        return again(dataclasses.replace(turn, memory=dataclasses.replace(turn.before, about_child=None, awaiting="nothing")))
    if _ONE_NAME_IS_FINE.search(text):
        return _which_child(turn.memory)
    if (one := the_one_who(turn.heard, children, alone=True)) is not None:
        return _offer(one, dataclasses.replace(turn.without_new_needs, children=children), turn)
    turned, left = _TURN.match(text) or _with_what_is_known(turn), _LEFT.match(text)
    match = turned or left
    if match is None:
        return None
    which, found = _who(match, turn)
    if found is None and (which == "letter" or match[which].lower() in _MAY_BE_ANYTHING):
        return None
    if found is not None and not turned:
        found = 1 - found if len(children) == 2 else None
    memory = dataclasses.replace(turn.without_new_needs, children=children)
    return _which_child(memory) if found is None else _offer(found, memory, turn)


def _sets_somebody_aside(turn: Turn) -> bool:
    """Whether "so just the first two then" or, of three, "skip the teenager" says no more than who is left."""
    children = turn.before.children
    fewer = 0 < len(turn.memory.children) < len(children) and not turn.heard.needs
    return fewer and (turn.heard.intent in ("affirm", "deny", "goodbye") or (len(children) > 2 and _LEFT.match(turn.heard.text) is not None))


def _turns_to_all(turn: Turn) -> bool:
    text, of_one = turn.heard.text, turn.before.about_child is not None
    said = _STILL_ALL.match(text) or (_ALL_AGAIN.match(text) if of_one else None)
    return said is not None and not turn.new_needs and not turn.heard.ages


# "All of them again please", after "now the one who wants a job".
_ALL_AGAIN = re.compile(rf"^\W*{_LEADS_IN}(?:(?:back\s+to|show\s+me|see|for)\s+)?(?:all|both|everyone|everybody)(?:\s+(?:of\s+)?(?:them|the\s+(?:kids|bairns|children)|two|three))?(?:\s+(?:again|please|now|then))*\W*$", re.IGNORECASE)
# "Aye both of them still need help": each what they need.
_STILL_ALL = re.compile(rf"^\W*{_LEADS_IN}(?:it'?s\s+)?(?:both|all|the\s+(?:two|pair|three)|they)(?:\s+(?:of\s+(?:them|the\s+(?:kids|bairns|children|boys|girls|lads))|two|three|both|all))*\s+(?:still|do)\s+(?:\w+\s+)?(?:need|needs|want)(?:\s+(?:help|it|this|support|something|summat|owt))?\W*$", re.IGNORECASE)
# "[name] is fine now, just [name]": one of the two is left, and nobody can tell which.
_ONE_NAME_IS_FINE = re.compile(r"\[name\](?:'?s|\s+is)\s+(?:\w+\s+)?(?:fine|ok|okay|alright|grand|sorted|better)\b.{0,30}\b(?:just|only)\s+(?:for\s+|about\s+)?\[name\]|\b(?:just|only)\s+(?:for\s+|about\s+)?\[name\]\s*(?:now)?[,.;]?\s*\[name\](?:'?s|\s+is)\s+(?:\w+\s+)?(?:fine|ok|okay|alright|grand|sorted|better)\b", re.IGNORECASE)


def _with_news(turn: Turn) -> Answer | None:
    """ "Just the girl please. She won't go to school", "he is being seen. Only the 13-year-old now": the first or last sentence says which
    child; what else the message tells stands as it was heard, and a need that no child has is that child's."""
    text, before, children = turn.heard.text, turn.before, turn.memory.children
    sentences = SENTENCE_ENDS.split(text)
    if len(before.children) < 2 or len(children) != len(before.children) or len(sentences) < 2 or turn.answers_question or turn.heard.locality:
        return None
    match = next((match for one in (sentences[0], sentences[-1]) if (match := _BY_ITSELF.match(one))), None)
    if match is None or turn.heard.intent in ("complaint", "human_handoff"):
        return None
    rest = " ".join(one for one in sentences if one != match.string)
    # A question, and what is told of somebody else behind it, are answered and read as they would be without it.
    if "?" in rest or aspects.find_aspect(rest) or (match.string == sentences[0] and _OF_SOMEBODY_ELSE.search(rest) and not _WHO_IS_FINE.search(rest)):
        return None
    spoken_of = tuple(age for age in turn.heard.ages if text[age.start : age.end] in match.string)
    _, found = _who(match, turn.with_heard(ages=spoken_of))
    if found is None:
        return None
    nobodys = tuple(need for need in turn.memory.needs if need not in FAMILY_NEEDS and not any(need in child.needs for child in children))
    own = children[found].with_needs((*nobodys, *children[found].needs))
    children = (*children[:found], own, *children[found + 1 :])
    return _offer(found, dataclasses.replace(turn.memory, children=children), turn)


_WHO_IS_FINE = re.compile(r"\b(?:fine|ok|okay|forget|never\s*mind)\b", re.IGNORECASE)
_OF_SOMEBODY_ELSE = re.compile(r"\b(?:his|her|their|the\s+other|other)\s+(?:\w+\s+)?(?:brother|sister|twin|one|lad|lass|boy|girl)\b|\b(?:me|myself|mam|mum|dad)\b", re.IGNORECASE)


def _with_what_is_known(turn: Turn) -> re.Match[str] | None:
    """ "Right, and the toilet stuff for the little one?": the child at the end, beside needs that are all told of already."""
    said = turn.heard.said
    return _FOR_ONE.match(turn.heard.text) if said and said <= set(turn.before.needs) else None


_FOR_ONE = re.compile(
    rf"^\W*{_LEADS_IN}(?:the|that|his|her)\s+(?:\w+\s+){{1,2}}(?:stuff|help|ones?|thing|things|side|bit)\s+(?:for|about)\s+{_child('')}{_ENDS}", re.IGNORECASE
)


def _who(match: re.Match[str], turn: Turn) -> tuple[str, int | None]:
    """In which way the words of a match say a child, and which of those known it is."""
    which = next(which for which in _SAYS_WHICH if match[which])
    return which, _meant(which, match[which].lower(), turn)


def _meant(which: str, word: str, turn: Turn) -> int | None:
    """The place of the child that is meant among those known."""
    children = turn.before.children
    if which in ("youngest", "oldest", "middle"):
        known = sorted((child.age, at) for at, child in enumerate(children) if child.age)
        if len(known) < len(children) or (which == "middle" and len(known) != 3):
            return None
        return {"youngest": known[0], "oldest": known[-1], "middle": known[len(known) // 2]}[which][1]
    if which == "other":
        return 1 - turn.before.about_child if len(children) == 2 and turn.before.about_child is not None else None
    if which in ("girl", "boy"):
        return _only([at for at, child in enumerate(children) if GROUP_OF.get(child.who) == which])
    if which == "aged":
        return _only([at for at, child in enumerate(children) if child.age and any(overlap(child.age, (age.lo, age.hi)) for age in turn.heard.ages)])
    place = next((at for said, at in _PLACES.items() if said in word.split()), None)
    return place if place is not None and place < len(children) else None


def _only(found: list[int]) -> int | None:
    return found[0] if len(found) == 1 else None


def _offer(at: int, memory: Memory, turn: Turn) -> Answer:
    memory = dataclasses.replace(memory, about_child=at, awaiting="nothing")
    who = _words_for(memory.children[at])
    of_others = {need for child in memory.children for need in child.needs}
    if not memory.children[at].needs and of_others and set(memory.needs) <= of_others | FAMILY_NEEDS:
        return Reply(say("one_child_what", memory.voice, who=who)), memory  # "and the baby?", of whom nothing was said
    reply, after = offer(plan_for(memory, turn), memory, turn, lead=say("one_child", memory.voice, who=who))
    return reply, dataclasses.replace(after, seen=())


def _which_child(memory: Memory) -> Answer | None:
    """Names are not kept, so nobody can tell who is meant by one."""
    buttons = tuple(Button(words[0].upper() + words[1:], words) for child in memory.children if child.age for words in [_words_for(child)])
    return (Reply(say("which_child"), buttons=buttons), memory) if len(set(buttons)) > 1 else None


def _words_for(child: Child) -> str:
    if child.age:
        return the_one_aged(child.age)
    return f"your {child.who}" if child.who else say("that_child")
