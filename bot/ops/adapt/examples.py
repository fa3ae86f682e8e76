"""What the encoder learns from: the training messages with intent and needs, and what the safety net learns from."""

from __future__ import annotations

import json
from dataclasses import dataclass

import yaml

from bot.enquiry import SafetyLevel
from bot.nlu.needs.dismissed import blank_dismissed
from bot.nlu.safety import second_net
from bot.ops.paths import DATA, ROOT


@dataclass(frozen=True)
class Example:
    """One message. ``intent`` is None for a message that is labelled for safety only."""

    text: str
    intent: str | None
    needs: frozenset[str]
    alarm: SafetyLevel


def load() -> list[Example]:
    """Every message that training sees, in the order of the files."""
    messages = [_example(*one) for one in as_written()]
    safety = second_net.examples()
    # Or an alarm told beside somebody else's ordinary enquiry would be outweighed by it.
    heard = [*((one.text, one.alarm) for one in messages), *safety]
    joined = second_net.beside_ordinary(heard)
    # And every sentence about something else would sound like one.
    rambled = second_net.in_sentences(heard, [one.text for one in messages if one.alarm == "none"])
    return messages + [Example(text, None, frozenset(), level) for text, level in (*safety, *joined, *rambled)]


def as_written() -> list[tuple[str, str, frozenset[str]]]:
    """Intent, text and needs of every training message, in the order of the files."""
    files = sorted((DATA / "nlu").glob("*.yml"))
    blocks = [block for file in files for block in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]]
    return [(block["intent"], *one) for block in blocks if "intent" in block for one in _lines(block["examples"])]


def held_out(split: str) -> list[tuple[str, frozenset[str]]]:
    """The messages of tests/understanding with their needs, read as the needs decision reads them."""
    lines = (ROOT / "tests" / "understanding" / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(blank_dismissed(row["text"]), frozenset(row["needs"])) for row in map(json.loads, filter(None, lines))]


def _lines(examples: str | list[dict[str, object]]) -> list[tuple[str, frozenset[str]]]:
    if isinstance(examples, str):
        return [(line[2:].strip(), frozenset[str]()) for line in examples.splitlines() if line.startswith("- ")]
    return [(str(one["text"]).strip(), frozenset((one.get("metadata") or {}).get("needs") or ())) for one in examples]  # type: ignore[attr-defined]


def _example(intent: str, text: str, needs: frozenset[str]) -> Example:
    # Read as the needs decision reads it: what is set aside is not there.
    return Example(blank_dismissed(text), intent, needs, second_net.level_of(intent))
