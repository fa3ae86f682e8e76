"""The numbers of a message that are a child's age now, and those that are not: what :mod:`bot.nlu.ages.learned` learns from.

The messages of data/ages are labelled with the ages that they state. Of every other message the rules tell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from bot.nlu.ages.finding import AgeMention, find_ages
from bot.nlu.ages.stops import read_tokens
from bot.nlu.ages.tokens import Quantity, Token, quantities

Span = tuple[int, int]

FOLDER = Path(__file__).parents[3] / "data" / "ages"


@dataclass(frozen=True)
class Number:
    """A number of the ``tokens`` of a message, one of ``numbers``, and whether it is a child's age now."""

    text: str
    tokens: list[Token]
    numbers: list[Quantity]
    number: Quantity
    is_age: bool

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return span_of(self.tokens, self.number)


def span_of(tokens: list[Token], number: Quantity) -> Span:
    """Where a number with its unit stands in the text."""
    return tokens[number.first].start, tokens[number.last - 1].end


def examples() -> list[tuple[str, list[Span]]]:
    """The messages of data/ages, each with the ages that it states, half-open ranges in months."""
    return [message for file in sorted(FOLDER.glob("*.yml")) for message in read(file)]


def read(file: Path) -> list[tuple[str, list[Span]]]:
    """The messages of one file of data/ages."""
    told = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)["messages"]
    return [(one["text"], [(lo, hi) for lo, hi in one["ages"]]) for one in told]


def fingerprint() -> str:
    """What these examples are, as one word; another word means that a trained net is out of date."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in sorted(FOLDER.glob("*.yml")))).hexdigest()


def as_labelled(text: str, ages: Sequence[Span], today: date) -> list[Number]:
    """The numbers of a message whose ages are known, less those that may or may not be the one that is meant."""
    heard = find_ages(text, today)
    tokens, found = _numbers(text)
    labels: dict[Span, bool | None] = {span_of(tokens, number): False for number in found}
    for age in set(ages):
        may = [span_of(tokens, number) for number in found if _may_be(number, age)]
        for span in may:
            mention = _mention_at(heard, span)
            sure = len(may) == 1 or (mention is not None and (mention.lo, mention.hi) == age)
            labels[span] = True if sure else labels[span] or None
    return _told(text, tokens, found, heard, labels)


def as_heard(text: str, today: date) -> list[Number]:
    """The numbers of a message as the rules hear them."""
    heard = find_ages(text, today)
    tokens, found = _numbers(text)
    labels: dict[Span, bool | None] = {}
    for number in found:
        span = span_of(tokens, number)
        # "My son is 8 ... he is 8": heard once, and the other is no number that is none.
        again = any(_may_be(number, (mention.lo, mention.hi)) for mention in heard)
        labels[span] = _mention_at(heard, span) is not None or (None if again else False)
    return _told(text, tokens, found, heard, labels)


def _numbers(text: str) -> tuple[list[Token], list[Quantity]]:
    tokens = read_tokens(text)
    return tokens, [number for number in quantities(tokens) if number.value]


def _told(
    text: str, tokens: list[Token], found: list[Quantity], heard: list[AgeMention], labels: dict[Span, bool | None]
) -> list[Number]:
    """The numbers with a label; none that says an age in another way, as part of "Year 9" or of a date of birth."""
    kept = []
    for number in found:
        span = span_of(tokens, number)
        mention, label = _mention_at(heard, span), labels[span]
        if label is not None and (mention is None or _may_be(number, (mention.lo, mention.hi))):
            kept.append(Number(text, tokens, found, number, label))
    return kept


def _mention_at(heard: Sequence[AgeMention], span: Span) -> AgeMention | None:
    return next((mention for mention in heard if mention.start < span[1] and span[0] < mention.end), None)


def _may_be(number: Quantity, age: Span) -> bool:
    """Whether a number may say an age: 7 is ``[84, 96)``, and before the birthday ``[78, 84)`` or ``[72, 84)``."""
    lo, hi = number.months()
    year = 12 if number.unit in ("", "year") else 1
    return age in ((lo, hi), (lo - year, lo), (lo - year // 2, lo))
