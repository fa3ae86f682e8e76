"""The trained model's understanding, for the tools that work without a server."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from bot.ops.paths import MODEL
from bot.ops.stores import directory

Parse = Callable[[str], dict[str, Any]]


class NoModel(Exception):
    """No model is trained; the message says what to do."""


def load_parser() -> Parse:
    """A function from a message to the model's parse of it. Importing Rasa takes seconds, so it waits until it is needed.

    Raises:
        NoModel: no model is trained.
        DirectoryError: there is no directory to answer from, which is better known before the wait.
    """
    directory()
    if not MODEL.exists():
        raise NoModel("there is no trained model yet: run `make setup` first")
    from bot.rasa.nlu import load_parser as load_model

    print("Loading the model...", file=sys.stderr)
    parse = load_model(MODEL)
    loop = asyncio.new_event_loop()
    return lambda text: loop.run_until_complete(parse(text))
