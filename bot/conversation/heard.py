"""What one message said, read from Rasa's parse of it. The only place that knows the parse's shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

from bot.enquiry import Locality, SafetyLevel
from bot.nlu.ages import AgeMention
from bot.nlu.questions import NONE, Aspect
from bot.nlu.voice import Voice

# Chosen on the held-out messages that have been read: benchmarks/understanding/RESULTS.md.
SURE_OF_VOICE = 0.9
SURE_OF_ASPECT = 0.45
# Where the ranker found a message too long to be a question: none of them.
_NO_QUESTION = ((NONE, 1.0),)
LIKELY_ASPECT = 0.2  # where there would be no answer else


@dataclass(frozen=True)
class HeardNeed:
    """A need and the words that led to it: ``text[start:end]``."""

    need: str
    start: int
    end: int


@dataclass(frozen=True)
class Heard:
    """One message, understood on its own (the memory of the conversation is not in it). ``text`` has plain apostrophes."""

    text: str
    intent: str
    confidence: float
    needs: tuple[HeardNeed, ...] = ()
    ages: tuple[AgeMention, ...] = ()
    locality: Locality | None = None
    safety: SafetyLevel = "none"
    safety_rule: str = ""
    safety_words: str = ""  # that a rule matched; "" where only the learned net heard an alarm
    otherwise: str = ""  # the intent if that alarm is none, where the net doubts it
    needs_otherwise: tuple[HeardNeed, ...] = ()
    doubted: bool = False  # heard as ``otherwise``, because a chat was under way
    perhaps: bool = False  # raises no alarm, and may tell of harm all the same
    likely_voice: Voice | None = None  # who writes, where the trained ranker is sure of it
    aspect: Aspect | None = None  # what it asks about a service that was shown, where the trained ranker is sure
    aspect_chance: float = 1.0
    likely_aspect: Aspect | None = None  # the likeliest such question, sure or not, where there would be no answer else
    questions: tuple[tuple[str, float], ...] = _NO_QUESTION  # the checked questions that it may ask, with how likely each is
    nearest_needs: tuple[str, ...] = ()  # the likeliest needs even where none is sure, for a choice question

    @classmethod
    def from_parse(cls, parse: Mapping[str, Any]) -> Heard:
        """Read Rasa's ``latest_message``; missing parts are empty."""
        text = (parse.get("text") or "").replace("’", "'")  # as every pattern reads it; the same length
        entities = parse.get("entities") or []
        localities = [entity["value"] for entity in entities if entity["entity"] == "locality"]
        intent = parse.get("intent") or {}
        safety = parse.get("safety") or {}
        ranked = parse.get("aspects") or []
        return cls(
            text=text,
            intent=intent.get("name") or "nlu_fallback",
            confidence=float(intent.get("confidence") or 0.0),
            needs=_needs(entities),
            needs_otherwise=_needs(parse.get("needs_otherwise") or ()),
            ages=tuple(_age(entity, text) for entity in entities if entity["entity"] == "age"),
            locality=as_locality(localities[0]) if localities else None,
            safety=safety.get("level", "none"),
            safety_rule=safety.get("rule") or "",
            safety_words=safety.get("words") or "",
            otherwise=safety.get("otherwise") or "",
            perhaps="perhaps" in safety,
            likely_voice=_likely_voice(parse.get("voice") or {}),
            aspect=_aspect(ranked[:1], SURE_OF_ASPECT),
            aspect_chance=float(ranked[0][1]) if ranked else 0.0,
            likely_aspect=_aspect(ranked, LIKELY_ASPECT),
            questions=tuple((id, float(chance)) for id, chance in parse.get("questions") or _NO_QUESTION),
            nearest_needs=tuple(parse.get("nearest_needs") or ()),
        )

    @property
    def said(self) -> frozenset[str]:
        """The needs that it was heard to state."""
        return frozenset(one.need for one in self.needs)

    def without(self, *needs: str) -> Heard:
        """The same, with these needs not heard."""
        return replace(self, needs=tuple(one for one in self.needs if one.need not in needs))

    @property
    def in_doubt(self) -> bool:
        """Whether the urgent numbers stand above its answer, though it is answered as no alarm."""
        return self.doubted or self.perhaps

    @property
    def asks_of_the_list(self) -> bool:
        """Whether it likelier asks about a service that was shown than one of the checked questions."""
        return self.aspect is not None and self.aspect_chance > (self.questions[0][1] if self.questions[0][0] != NONE else 0.0)

    @property
    def length(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @property
    def says_something(self) -> bool:
        """Whether the message holds anything that an enquiry is made of."""
        return bool(self.needs or self.ages or self.locality)


def _needs(entities: Iterable[Mapping[str, Any]]) -> tuple[HeardNeed, ...]:
    return tuple(HeardNeed(entity["value"], entity["start"], entity["end"]) for entity in entities if entity["entity"] == "need")


def _aspect(ranked: Sequence[tuple[str, float]], least: float) -> Aspect | None:
    """The likeliest that asks something about a service, with ``least`` at least."""
    return next((cast(Aspect, name) for name, chance in ranked if name in get_args(Aspect) and chance >= least), None)


def _likely_voice(ranked: Mapping[str, Any]) -> Voice | None:
    name = ranked.get("name")
    return name if name in ("young_person", "practitioner") and ranked.get("confidence", 0.0) >= SURE_OF_VOICE else None


def _age(entity: Mapping[str, Any], text: str) -> AgeMention:
    (lo, hi), start, end = entity["value"], entity["start"], entity["end"]
    return AgeMention(lo, hi, start, end, text[start:end], entity.get("who") or "")


def as_locality(raw: Mapping[str, Any]) -> Locality:
    """A locality from its plain fields, as entities and slots carry it."""
    return Locality(**{**raw, "candidates": tuple(raw.get("candidates") or ())})
