"""What is said to somebody who writes in another language than English."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from bot.directory.tables import read_table

_WORDS = Path(__file__).with_name("words") / "languages.yml"


def language_replies(tag: str) -> tuple[dict[str, Any], ...]:
    """The reply in English, and the same in the language of this BCP 47 tag where there is one (``lang`` says which)."""
    english: dict[str, Any] = {"text": _words()["english"], "buttons": [], "services": []}
    own = _words()["own"].get(tag)
    return (english,) if own is None else ({**english, "text": own, "lang": tag}, english)


@functools.cache
def _words() -> dict[str, Any]:
    return read_table(_WORDS)
