"""A front door with nothing real behind it: an assistant that can be told to fail, and plain rules."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.enquiry import SafetyLevel
from bot.web.parts import BrainAnswer, BrainError, Parts, Understood
from bot.web.settings import Settings

TODAY = date(2026, 11, 24)
VETTED = "If somebody is in danger now, ring 999.\nThe Samaritans listen at any hour on 116 123."
URGENT = "In danger now? Ring 999. To talk to somebody at any hour, ring Samaritans on 116 123."
UNDERSTOOD: Understood = {
    "needs": ["speech_language"],
    "ages": [[36, 48]],
    "locality": {"name": "Crook", "in_area": True, "council": "County Durham"},
}


@dataclass(frozen=True)
class Level:
    level: SafetyLevel
    hint: bool = False


@dataclass(frozen=True)
class Words:
    text: str
    contacts: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Contact:
    phone: str | None


def assess(text: str, *, hints: bool = True) -> Level:
    if "die" in text.lower():
        return Level("crisis")
    if "hits me" in text.lower():
        return Level("safeguarding")
    return Level("safeguarding", hint=True) if hints and "bruises" in text.lower() else Level("none")


def redact(text: str, today: date) -> Words:
    return Words(re.sub(r"\bOlly\b", "[name]", text))


def safety_words(level: SafetyLevel, said: str, understood: Understood) -> Words:
    return Words(VETTED, (Contact("999"), Contact("116 123")))


def service(**changes: Any) -> dict[str, Any]:
    """A card as the assistant sends it."""
    return {
        "id": "speech-therapy",
        "name": "Children's speech and language therapy",
        "kind": "speech_therapy",
        "distance_miles": 3.4,
        "next": "Ring the team yourself.",
        "reasons": ["For talking, which you said is hard.", "For a 3-year-old."],
        "phone": "0300 123 4567",
        "url": "https://www.example.org/speech",
        "checked": "2026-11-24",
        "summary": "Help for children who find it hard to talk.",
        "route": "Anyone can ask: ring, or ask your health visitor.",
        "say": "Say: I would like to refer my child.",
        "cost": "free",
        "caution": "We last saw this number in 2022. It may have changed.",
        "while_waiting": ["Talk about what your child is looking at."],
        "source": "https://www.example.org/source",
        "part": "today",
    } | changes


def answer(text: str = "Here is help.", **changes: Any) -> BrainAnswer:
    """An answer of the assistant: one reply, nothing alarming."""
    reply = {"text": text, "buttons": [], "services": [service()]} | changes
    return BrainAnswer("none", UNDERSTOOD, "talking, for a 3-year-old, near Crook", (reply,))


@dataclass
class FakeBrain:
    """Echoes what it hears, unless told otherwise."""

    reply: Callable[[str], BrainAnswer] = lambda text: answer(f"You said: {text}")
    down: bool = False
    slow: float = 0.0
    heard: list[tuple[str, str]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    busy: set[str] = field(default_factory=set)
    crossed: bool = False

    async def ask(self, sender: str, text: str) -> BrainAnswer:
        self.crossed = self.crossed or sender in self.busy
        self.busy.add(sender)
        try:
            await asyncio.sleep(self.slow)
        finally:
            self.busy.discard(sender)
        if self.down:
            raise BrainError("ClientConnectorError")
        self.heard.append((sender, text))
        return self.reply(text)

    async def forget(self, sender: str) -> None:
        if self.down:
            raise BrainError("ClientConnectorError")
        self.forgotten.append(sender)

    async def waiting_for(self) -> list[str]:
        return ["assistant"] if self.down else list(self.missing)


def parts(brain: FakeBrain, **changes: Any) -> Parts:
    """Everything fake; ``changes`` replace single parts."""
    made = Parts(
        assess=assess,
        redact=redact,
        safety_words=safety_words,
        urgent_line=lambda: URGENT,
        brain=brain,
        check_directory=lambda: None,
        today=lambda: TODAY,
    )
    return replace(made, **changes)


def settings(var: Path, **changes: Any) -> Settings:
    """Settings with limits off and a short wait for urgent answers."""
    base = Settings(var=var, limits_off=True, urgent_timeout=0.2)
    return replace(base, **changes)
