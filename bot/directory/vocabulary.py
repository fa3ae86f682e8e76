"""The closed vocabularies of the project (bot/taxonomy.yml) and how each need is said to a family."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from bot.directory.tables import read_table

_BOT = Path(__file__).parents[1]
_TAXONOMY = read_table(_BOT / "taxonomy.yml")
NEEDS: tuple[str, ...] = tuple(_TAXONOMY["needs"])
NEED_AREAS: dict[str, str] = {need: entry["area"] for need, entry in _TAXONOMY["needs"].items()}
NEED_HINTS: dict[str, str] = {need: entry["say"] for need, entry in _TAXONOMY["needs"].items()}
KINDS: dict[str, str] = dict(_TAXONOMY["kinds"])


@functools.cache
def need_texts() -> dict[str, dict[str, str]]:
    """How each need is said (bot/need_words.yml): ``short``, ``choice``, ``payload``, ``words``."""
    return read_table(_BOT / "need_words.yml")


def need_words(needs: Sequence[str]) -> str:
    """The needs as a family would list them: "sleep, eating and feeding and talking"."""
    return join_words([need_texts()[need]["short"] for need in needs])


def join_words(words: Sequence[str]) -> str:
    """Words with commas and a last "and"; "" for none."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
