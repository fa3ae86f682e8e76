"""The trained model's understanding, in this process: no server, no policies."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import structlog

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # read when Rasa imports TensorFlow, on the next line
warnings.simplefilter("ignore")  # Rasa's own dependencies warn on every start

from rasa.core.agent import Agent  # noqa: E402

from bot.rasa.channel import as_words  # noqa: E402


def load_parser(model: Path) -> Callable[[str], Awaitable[dict[str, Any]]]:
    """A function from a message to Rasa's parse of it (intent, entities, safety)."""
    # Rasa logs each message it parses; here they go to nobody.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        agent = Agent.load(str(model))

    async def parse(text: str) -> dict[str, Any]:
        parsed: dict[str, Any] = await agent.parse_message(as_words(text))
        return parsed

    return parse
