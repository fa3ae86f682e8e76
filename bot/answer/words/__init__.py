"""The texts that families read. Content owners edit the YAML files here; nothing else speaks to them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from bot.directory.tables import read_table
from bot.directory.vocabulary import join_words, need_texts, need_words

__all__ = ["chat", "join_words", "need_texts", "need_words", "say"]

# Plain text, not HTML: the page escapes it when it shows it.
_TEMPLATES = Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)
# The places of the gazetteer whose own names say that they are outside England, where no council has a local offer.
_TEMPLATES.globals["outside_england"] = frozenset({"Scotland", "Wales", "Northern Ireland", "Ireland", "Isle of Man"})


def say(key: str, voice: str | None = None, **values: Any) -> str:
    """The text ``key`` of chat.yml, in the words for ``voice`` where it has some, with the values filled in.

    Raises:
        KeyError: when there is no such text (tests ask for each one used).
    """
    text = chat()[key]
    if isinstance(text, dict):
        text = text.get(voice or "parent", text["parent"])
    return _TEMPLATES.from_string(text).render(**values).strip()


@functools.cache
def chat() -> dict[str, Any]:
    """The texts of chat.yml as they stand."""
    return read_table(Path(__file__).with_name("chat.yml"))
