"""One reply: words, buttons and service cards, as the HTTP contract has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Button:
    """A choice. ``payload`` is a plain sentence: choosing the button says it, there are no commands."""

    title: str
    payload: str


@dataclass(frozen=True)
class Reply:
    """``services`` are cards (:mod:`bot.answer.cards`).

    ``text`` says everything by itself. ``intro`` and ``outro`` are the parts of it before and after the
    services, for a page that shows the cards in between.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    services: tuple[dict[str, Any], ...] = ()
    intro: str = ""
    outro: str = ""
    notes: tuple[str, ...] = ()
    while_waiting: tuple[str, ...] = ()
