"""Parts of a message that name a need only to set it aside.

"He's not autistic, been ruled out", "sleep is fine now", "not about school", "we've already got an
EHCP": the words are there, the need is not. Such a part is blanked before the needs are decided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.nlu.needs.parts import Part, split_parts

_DISMISSES = re.compile(
    r"""
    \b(?:been\s+)?ruled\s+(?:it\s+)?out\b
    | \b(?:is|are|was|s|its|it's|that's|thats|been|all|gets?)\s+(?:now\s+)?(?:fine|sorted|ok|okay|resolved|great|brilliant|spot\s+on)\b
        (?!\s+(?:at|in|with|until|but|when|if)\b)
    | \b(?:fine|sorted|ok|okay|better|resolved)\s+now\b
    | \b(?:miles|much|loads|lots|far|a\s+lot)\s+better\b(?!\s+(?:if|with|when|than|at|off)\b)
    | ^(?:it'?s\s+)?not\s+(?:the|about|his|her|an?|really)\s+[\w' ]{3,24}$
    | ^(?:it'?s\s+)?not\s+(?:school|sleep|autism|adhd|eating\s+disorders?|behaviour|speech|anxiety|food|dyslexia|bullying|money|transport)$
    | \b(?:not|isn'?t|it'?s\s+not|nothing\s+to\s+do\s+with|never\s+mind|forget)\s+(?:really\s+)?(?:about|bothered\s+about|worried\s+about|asking\s+about)\b
    | \b(?:i'?m|i\s+am|we'?re|we\s+are)\s+not\s+(?:really\s+)?(?:asking\s+for|after|looking\s+for)\s+(?!(?:much|a\s+lot|anything|owt|money|him|her|them|help|miracles|the\s+(?:earth|moon|world))\b|an?\s+\w+\s+(?:every|all|just))
    | \b(?:mum|mam|dad|parents|family|she|he|they)(?:'?s|'?re|\s+is|\s+are)\s+not\s+asking\s+for\s+(?:respite|an?\s+(?:diagnosis|assessment|break|ehcp|plan|placement))\b
    | \bi\s+(?:don'?t|do\s+not)\s+care\s+what\s+i\s+weigh\b | ^don'?t\s+care\s+what\s+i\s+weigh\b | \b(?:he|she)(?:'?s|\s+is)\s+not\s+bothered\s+what\s+(?:he|she)\s+weighs\b
    | \bnothing\s+to\s+do\s+with\b
    | ^(?:sorry\s+|soz\s+|oops\s+|my\s+)?(?:fat|butter|sausage)\s+(?:fingers?|thumbs?)(?:\s+again)?$
    | \bfat\s+lips?\b
    | \b(?:hearing|eye|eyes|sight|vision|blood)\s+(?:tests?|checks?)\s+(?:(?:was|were|is|are|came\s+back|all|came|both)\s+){0,2}(?:good|fine|clear|normal|ok|okay|passed|perfect)\b
    | \b(?:no\s+(?:problems?|worries|concerns?|issues?)\s+(?:with|about|on|there|at\s+all))\b
    | \bwe(?:'?ve|\s+have)?\s+already\s+(?:got|have|had)\b(?!\s+(?:an?|the|his|her|their)\s+(?:\w+\s+){0,4}diagnos)
    | \balready\s+(?:got|have|has|had)\s+(?:an?|the|his|her|their)\b(?!\s+(?:\w+\s+){0,4}diagnos)
    | \balready\s+(?:open|involved|in\s+place|on\s+board)\b
    | \b(?:he|she|they|it)(?:'?s|\s+is|\s+are|'?re)?\s+(?:is\s+)?not\s+(?:autistic|adhd|deaf|blind|dyslexic|anxious|depressed)\b
    | \b(?:isn'?t|aint|ain't|hasn'?t\s+got|doesn'?t\s+have|has\s+not\s+got)\s+(?:autis\w+|adhd|add|dyslexi\w+|deaf|blind)\b
    | ^(?:i|we)\s+(?:really\s+)?(?:don'?t|do\s+not|divvent|dinnet)\s+(?:want|need)\s+(?:another|any\s+more|more)\s+(?:\w+\s+){0,2}(?:groups?|courses?|class(?:es)?|apps?|leaflets?|services?|meetings?|assessments?|workshops?|referrals?|programmes?|helplines?|forms?)\b
    | ^(?:(?:but|and|so|no|ok|well|look)\s+)*(?:no[\s-]?(?:one|body|1)|nee?body)(?:'?s|\s+is|\s+are)?\s+(?:in\s+(?:any\s+)?danger|hurt|being\s+hurt|hurting\s+(?:any(?:one|body)|us|him|her|them|me))(?:\s+(?:here|now|though|right\s+now))*$
    | ^(?:(?:but|and|so|no|ok|well|look)\s+)*(?:i|he|she|they|we|(?:my|our|wor)\s+\w+)(?:'?m|'?s|'?re|\s+am|\s+is|\s+are)?\s*(?:not|n'?t)\s+in\s+(?:any\s+|immediate\s+)?danger(?:\s+(?:now|right\s+now|just\s+now|though|at\s+the\s+moment|or\s+(?:owt|anything)))*$
    | ^(?:(?:but|and|so|no|ok|well|look|yes)\s+)*(?:i|he|she|they|we|(?:my|our|wor)\s+\w+)(?:'?m|'?s|'?re|\s+am|\s+is|\s+are)\s+(?:all\s+|perfectly\s+|quite\s+|totally\s+)?safe(?:\s+(?:now|here|though|enough|at\s+home|with\s+(?:me|us)))*$
    | \bused\s+to\b(?!\s+(?:it|him|her|them|that|the|being|going|be\s+able|manage|cope|love|like|enjoy|talk|say|sleep\s+(?:fine|well|ok)))
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "The newborn hearing test was clear" says nothing of how a child hears since.
_AT_BIRTH = re.compile(r"\b(?:new\s?born|at\s+birth|birth)\s+(?:hearing|screen\w*)|\bhearing\s+(?:test|screen\w*|check)\s+(?:at|when)\b.{0,20}\bborn|\bhearing\s+(?:test|screen\w*|check)\s+at\s+birth", re.IGNORECASE)
# A part that is only "that's sorted".
_POINTS_BACK = re.compile(r"(?:that|it|this)(?:'?s|\s+is|\s+was)?\s+(?:all\s+|been\s+)?(?:fine|sorted|ok|okay|done|booked|resolved)(?:\s+now)?$", re.IGNORECASE)
# "There's a baby as well but she's fine": one more child, said to need nothing.
_ONE_MORE_CHILD = re.compile(
    r"(?:and\s+|also\s+)?(?:there(?:'?s|\s+is)(?:\s+also)?|(?:we|i|he|she|they)(?:'?ve|\s+have|'?s|\s+has)(?:\s+also)?(?:\s+got)?|his|her|my|our|the)\s"
    r"(?:[\w']+\s+){0,2}?(?:baby|brother|sister|twin|siblings?|other\s+one|eldest|oldest|youngest)\b",
    re.IGNORECASE,
)
_CHILD_IS_FINE = re.compile(r"(?:but\s+|and\s+)?(?:he|she|they)(?:'?s|\s+is|'?re|\s+are)?\s+(?:all\s+|doing\s+)?(?:fine|ok|okay|great|brilliant)(?:\s+now|\s+though)?$", re.IGNORECASE)


def blank_dismissed(text: str) -> str:
    """The text with each dismissed part turned to spaces, so that positions stay as they were.

    When that would leave nothing, the text is returned whole: a message that only sets things aside
    still says what it is about.
    """
    kept = list(text)
    parts = split_parts(text)
    for first, last in _set_aside(parts):
        start, end = parts[first].start, parts[last].end
        kept[start:end] = " " * (end - start)
    remaining = "".join(kept)
    return remaining if re.search(r"\w", remaining) else text


def set_aside(text: str) -> tuple[str, ...]:
    """The parts that name something only to set it aside, each with what it points back at."""
    parts = split_parts(text)
    return tuple(text[parts[first].start : parts[last].end] for first, last in _set_aside(parts))


def only_sets_aside(text: str) -> bool:
    """Whether every part of it names something only to set it aside."""
    parts = split_parts(text)
    aside = {at for first, last in _set_aside(parts) for at in range(first, last + 1)}
    return bool(parts) and len(aside) == len(parts)


def _set_aside(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """The first and last of the parts that go together, for each that is set aside."""
    # "The school run, that's sorted": what is sorted stands in the part before.
    return [
        (at - 1 if at and _speaks_of(part.text, parts[at - 1].text) else at, at)
        for at, part in enumerate(parts)
        if _DISMISSES.search(part.text) and not _AT_BIRTH.search(part.text)
    ]


def _speaks_of(part: str, before: str) -> bool:
    return bool(_POINTS_BACK.match(part) or (_CHILD_IS_FINE.match(part) and _ONE_MORE_CHILD.search(before)))
