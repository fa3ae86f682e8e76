"""A dialogue script: what is said, and what must hold after each turn. One YAML file holds a list of scripts.

A script has ``name``, ``about`` (the behaviour) and ``turns``. A turn has ``say`` and any of:

``has``, ``has_not``    words that the replies (texts, buttons, services' names) hold or do not hold, in any case
``has_any``             at least one of these
``needs``               exactly these stand; ``needs_with``: these are among them; ``needs_without``: these are not
``ages``                in months, in the order said; ``place``: its name, or null for none; ``in_area``: true, false or null
``shows``               kinds of service on offer; ``shows_not``; ``shows_any``; ``offers: some|none``
``safety``              none, crisis or safeguarding
``asks``                the one question asked: age, place or none
``button``              in place of ``say``: press the newest button with this title
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.answer.words import chat

_CHECKS = frozenset(
    "has has_not has_any needs needs_with needs_without ages place in_area shows shows_not shows_any offers safety asks".split()
)


@dataclass(frozen=True)
class Turn:
    """``say`` is None where ``button`` is pressed."""

    say: str | None
    button: str | None
    checks: dict[str, Any]


@dataclass(frozen=True)
class Script:
    """One dialogue; ``batch`` is the name of its file."""

    name: str
    batch: str
    turns: tuple[Turn, ...]


def load_scripts(folder: Path) -> list[Script]:
    """Every script of the folder.

    Raises:
        ValueError: a turn says nothing, checks nothing or checks something unknown; a name is used twice.
    """
    scripts = [
        Script(raw["name"], file.stem, tuple(_turn(turn, raw["name"]) for turn in raw["turns"]))
        for file in sorted(folder.glob("*.yml"))
        for raw in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
    names = [script.name for script in scripts]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"used twice: {', '.join(twice)}")
    return scripts


def _turn(raw: dict[str, Any], name: str) -> Turn:
    checks = {key: value for key, value in raw.items() if key not in ("say", "button")}
    if ("say" in raw) == ("button" in raw):
        raise ValueError(f"{name}: a turn has either say or button")
    if not checks or checks.keys() - _CHECKS:
        raise ValueError(f"{name}: {raw.get('say')!r} checks nothing, or {sorted(checks.keys() - _CHECKS)}")
    return Turn(raw.get("say"), raw.get("button"), checks)


def questions_in(text: str) -> list[str]:
    """Which of the two questions about an enquiry a reply asks, by their texts."""
    texts = chat()
    found = []
    for question in ("age", "place"):
        asked = [texts[key] for key in texts if key.startswith(f"ask_{question}")]
        wordings = [wording for one in asked for wording in (one.values() if isinstance(one, dict) else (one,))]
        if any(wording.split("?")[0] in text for wording in wordings):
            found.append(question)
    return found
