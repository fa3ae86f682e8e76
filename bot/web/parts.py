"""What the front door is given: the safety rules, the redaction, the assistant, the directory's health.

The front door holds no rules about children or services; it only calls these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypedDict

from bot.enquiry import AgeRange, SafetyLevel


class Understood(TypedDict):
    """What stands in a conversation, as the HTTP contract has it."""

    needs: list[str]
    ages: list[list[int]]
    locality: dict[str, Any] | None


@dataclass(frozen=True)
class BrainAnswer:
    """What the assistant said to one message. ``replies`` is never empty."""

    safety: SafetyLevel
    understood: Understood
    summary: str
    replies: tuple[dict[str, Any], ...]


class BrainError(Exception):
    """The assistant gave no usable answer. The message names the kind of fault, never a visitor's words."""


class Brain(Protocol):
    """The assistant."""

    async def ask(self, sender: str, text: str) -> BrainAnswer:
        """Answer one message.

        Raises:
            BrainError: when it is down, slow, silent or speaks nonsense.
        """

    async def forget(self, sender: str) -> None:
        """Delete a conversation, or raise BrainError."""

    async def waiting_for(self) -> list[str]:
        """Which of its servers do not answer, by name; empty when all do."""


class Assessed(Protocol):
    """What the safety rules found: a ``hint`` is left to who reads the whole message, where somebody does."""

    @property
    def level(self) -> SafetyLevel: ...

    @property
    def hint(self) -> bool: ...


class Assess(Protocol):
    """The safety rules; without ``hints`` only what is said plainly counts."""

    def __call__(self, text: str, *, hints: bool = True) -> Assessed: ...


class Redacted(Protocol):
    """A text without what could name a family."""

    @property
    def text(self) -> str: ...


class SafetyWords(Protocol):
    """The vetted words for somebody in danger. Each contact has ``phone``, which may be None."""

    @property
    def text(self) -> str: ...

    @property
    def contacts(self) -> Sequence[Any]: ...


# (needs, ages in months, place) -> a reply with text, buttons and services; a shared link is drawn with it.
PlanFor = Callable[[Sequence[str], Sequence[AgeRange], "str | None"], dict[str, Any]]


@dataclass(frozen=True)
class Parts:
    """``check_directory`` returns a warning or None, and raises when there is no directory at all."""

    assess: Assess
    redact: Callable[[str, date], Redacted]
    safety_words: Callable[[SafetyLevel, str, Understood], SafetyWords]  # for what was said, and what stands in the conversation
    urgent_line: Callable[[], str]
    brain: Brain
    check_directory: Callable[[], str | None]
    plan_for: PlanFor | None = None
    # What is said first to a message in another language than English; nothing to one in English.
    in_other_language: Callable[[str], tuple[dict[str, Any], ...]] = lambda text: ()
    today: Callable[[], date] = date.today
