"""Whether a stretch of a message tells of somebody who was a child then and is years older now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.nlu.ages.patterns import ONE_TO_TWELVE
from bot.nlu.ages.tokens import number_at, tokenize

_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty"
_AGE = rf"((?:{_TENS}) (?:one|two|three|four|five|six|seven|eight|nine)|{_TENS}|{_TEENS}|{ONE_TO_TWELVE}|[1-9]\d?)"
# "At three" may be a time of day where no sentence opens with it; from thirteen on it is an age.
_THEN = re.compile(
    rf"(?:(?:^ |[.,] )(?:but |and )?(?:at|aged) | (?:aged|(?:came|come) to us at|(?:got|had|adopted|fostered) (?:him|her|them) at|(?:i|he|she|we|they) (?:was|were)"
    rf"(?: only| just| about| all of)?) | at (?=1[3-9] |thirteen|fourteen|fifteen|sixteen|seventeen)){_AGE}"
    r"(?= (?:\.|,|and|or|by|i|he|she|we|they|when|years|in|after|because|it|her|his|my|covered|with|from|to|on|then|but))"
)
_NOW = re.compile(
    r" (?:im|i am|hes|he is|shes|she is|theyre|hell be|shell be|now|be|,) (?:now |nearly |just |nearly |about )?"
    rf"{_AGE}(?= (?:\.|,|and|now|in|years|but|old|next|this|with|has|dry))"
)
# Fewer years than these are no history: what was done at seven may go on at eight.
_YEARS_SINCE = 3


def grew_up(tale: str) -> bool:
    """Whether ``tale``, as the rules read it, names an age then and one that is years above it now."""
    then = list(_ages(_THEN.findall(tale)))
    return bool(then) and any(now >= max(then) + _YEARS_SINCE for now in _ages(_NOW.findall(tale)))


def _ages(found: Iterable[str]) -> Iterator[float]:
    """Each age in years."""
    return (number[0] for words in found if (number := number_at(tokenize(words), 0)) is not None)
