"""One reply: words, buttons and service cards, as the HTTP contract has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Feedback:
    """One answer to "did this help?", with nothing of anybody's words (docs/decisions/0006).

    ``said`` is yes, partly, no, or what was missing; ``ages`` are bands; ``area`` is the nearest family hub's name,
    "outside" or "not said"; ``kinds`` are the kinds of service that were shown.
    """

    said: str
    needs: tuple[str, ...]
    ages: tuple[str, ...]
    area: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Button:
    """A choice. ``payload`` is a plain sentence: choosing the button says it, there are no commands."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """``services`` are cards (:mod:`bot.answer.cards`).

    ``text`` says everything by itself. ``intro`` and ``outro`` are the parts of it before and after the
    services, for a page that shows the cards in between. ``copy`` is plain text for a family to take along, "" where
    there is none; it stands in ``text`` too. ``feedback`` is what the answer to "did this help?" adds to the counts.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    services: tuple[dict[str, Any], ...] = ()
    intro: str = ""
    outro: str = ""
    notes: tuple[str, ...] = ()
    while_waiting: tuple[str, ...] = ()
    copy: str = ""
    feedback: Feedback | None = None
    doubted: bool = False  # what may have been an alarm was answered as none, with the urgent numbers above

    def led_by(self, words: str) -> Reply:
        """The same with ``words`` above it."""
        return replace(self, text=f"{words}\n\n{self.text}", intro=f"{words}\n\n{self.intro}" if self.intro else "")

    def ending_with(self, words: str) -> Reply:
        """The same with ``words`` below it; a page shows them below the services where an intro stands above those."""
        outro = "\n\n".join(part for part in (self.outro, words) if part) if self.intro else ""
        return replace(self, text=f"{self.text}\n\n{words}", outro=outro)
