"""The trained model's understanding, in this process: no server, no policies."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent

from bot.rasa.channel import as_words


def load_parser(model: Path) -> Callable[[str], Awaitable[dict[str, Any]]]:
    """A function from a message to Rasa's parse of it (intent, entities, safety)."""
    agent = Agent.load(str(model))

    async def parse(text: str) -> dict[str, Any]:
        parsed: dict[str, Any] = await agent.parse_message(as_words(text))
        return parsed

    return parse
