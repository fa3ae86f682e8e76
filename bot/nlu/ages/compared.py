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
_BOTH = re.compile(r"\bboth (?:of|autistic|need|have|has|are|is|want|struggl|wait|with|adhd|the same)")


def are_own(text: str, starts: Sequence[int]) -> list[bool]:
    """Whether each age, by where it starts, counts; another family's child does too unless one's own is told of beside it."""
    before = [text[max(0, start - _WITHIN) : start].lower() for start in starts]
    others = [_OF_ANOTHER_FAMILY.search(words) for words in before]
    if not any(others) or _BOTH.search(text.lower()):
        return [True] * len(starts)
    of_a_childs_friend = any(other and other["whose"] for other in others)
    beside = any(_OF_OURS.search(words) or (of_a_childs_friend and _OF_HIM.search(words)) for words in before)
    return [not (beside and other) for other in others]
