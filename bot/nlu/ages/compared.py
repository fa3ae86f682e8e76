"""Another family's child, told of to compare: "next door's 4 year old rides a bike, ours is seven" asks for help for one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WITHIN = 45  # letters
_OF_ANOTHER_FAMILY = re.compile(
    r"\b(?:(?:the|a) (?:little )?(?:girl|boy|lad|lass|one|bairn|kid|child) (?:next door|next to (?:us|him|her)|over the road|across the road|down the (?:road|street)|in the flat (?:below|above))"
    r"|(?:next door|(?:my|our|a|wor|the|(?P<whose>his|her)) (?:(?:best|close|good|old|little) )?(?:mate|m8|friend|pal|marra|neighbour|cousin|colleague))(?:'?s|’s))"
    r"(?: (?:own|wee|little|sister|brother|baby|lad|lass|boy|girl|bairn|son|daughter|one|kid|child|is|only|just|about|of|aged|who|a)(?:'s|’s)?){0,4} $"
)
_OF_OURS = re.compile(
    r"\b(?:(?:mine|ours)\b|(?:my|our|wor) (?!(?:mate|m8|friend|pal|marra|neighbour|cousin|colleague)\b)(?:[a-z]+ ){0,2}?(?:lad|lass|son|daughter|boy|girl|bairn|one|baby|eldest|youngest)\b)[^.!?,]{0,15}$"
)
_OF_HIM = re.compile(r"\b(?:he|she)(?:'s|’s| is|s) (?:(?:only|just|nearly) )?$")
# "A lad of 22 with a van picks her up": a grown stranger, whose age is told beside the child's; not "I've a lad of 19".
_A_STRANGER = re.compile(r"(?<!have )(?<!got )(?<!'ve )(?<!’ve )(?<!foster )(?<!for )(?<!with )\ban? (?:[a-z]+ )?(?:lad|man|bloke|fella|guy|woman|lass|boy|male) (?:of|aged|who(?:'s|’s| is)) $")
_GROWN_UP = re.compile(r"(?:1[89]|2\d)(?!\d| ?(?:months?|mths?|weeks?|wks?)\b)")
_DOES_SOMETHING_TO = re.compile(r"\d+(?:(?!\b(?:he|she|they|i|we)\b)[^.!?;]){0,40}\b(?:[a-z]{3,}s|[a-z]{2,}(?:ing|ed)|took|sent|gave|bought|met) (?:her|him)\b")
_BOTH = re.compile(r"\bboth (?:of|autistic|need|have|has|are|is|want|struggl|wait|with|adhd|the same)")


def are_own(text: str, starts: Sequence[int]) -> list[bool]:
    """Whether each age, by where it starts, counts; another family's child does too unless one's own is told of beside it."""
    strangers = [_is_a_stranger(text, start) for start in starts]
    if any(strangers) and not all(strangers):
        return [not stranger for stranger in strangers]
    before = [text[max(0, start - _WITHIN) : start].lower() for start in starts]
    others = [_OF_ANOTHER_FAMILY.search(words) for words in before]
    if not any(others) or _BOTH.search(text.lower()):
        return [True] * len(starts)
    of_a_childs_friend = any(other and other["whose"] for other in others)
    beside = any(_OF_OURS.search(words) or (of_a_childs_friend and _OF_HIM.search(words)) for words in before)
    return [not (beside and other) for other in others]


def _is_a_stranger(text: str, start: int) -> bool:
    """Whether an age of 18 and more is of somebody who does something to the child."""
    before, after = text[max(0, start - _WITHIN) : start].lower(), text[start : start + _WITHIN + _WITHIN].lower()
    grown = _GROWN_UP.match(after) is not None
    return grown and bool(_A_STRANGER.search(before) and _DOES_SOMETHING_TO.match(after))
