"""What the encoder learns from: the training messages with intent and needs, and what the safety net learns from."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from bot.enquiry import SafetyLevel
from bot.nlu.needs.dismissed import blank_dismissed
from bot.nlu.safety import alarms, second_net
from bot.ops.adapt.retyping import retyped
from bot.ops.paths import DATA, ROOT

# What people say about this and that: so many sentences by themselves, and among so many others in a long message.
_SENTENCES, _AMID = 20_000, range(3, 8)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
_FEWEST_WORDS = 3
# So many of all are read as somebody else would type them.
_RETYPED = 0.6
# What is new is met so many times where it is learnt above all else.
_TIMES = 2


@dataclass(frozen=True)
class Example:
    """One message. ``intent`` is None for a message that is labelled for safety only."""

    text: str
    intent: str | None
    needs: frozenset[str]
    alarm: SafetyLevel


def load(seed: int) -> list[Example]:
    """Every message that training sees, in the order of the files, many typed in another way: another ``seed``, other ways."""
    messages = [_example(*one) for one in as_written()]
    safety = second_net.examples()
    # Or an alarm told beside somebody else's ordinary enquiry would be outweighed by it.
    heard = [*((one.text, one.alarm) for one in messages), *safety]
    joined = second_net.beside_ordinary(heard)
    # And every sentence about something else would sound like one.
    rambled = in_sentences(heard, [one.text for one in messages if one.alarm == "none"], seed)
    told = messages + [Example(text, None, frozenset(), level) for text, level in (*safety, *joined, *rambled)]
    chance = random.Random(seed)
    return [replace(one, text=retyped(one.text, chance)) if chance.random() < _RETYPED else one for one in told]


def in_sentences(messages: Sequence[second_net.Labelled], ordinary: Sequence[str], seed: int) -> list[second_net.Labelled]:
    """Sentences of ``ordinary`` messages by themselves, every fourth alarm amid some of them, and as many long messages of nothing else.

    Every sentence about something else (a husband's job, a lost coat) sounded like an alarm. The net's words said no to most of
    them without, and would take twice as long to fit.
    """
    chance = random.Random(seed)
    said = dict.fromkeys(sentence for text in ordinary for sentence in _sentences(text))
    plain = [sentence for sentence in said if next(alarms(sentence), None) is None]
    if len(plain) < _AMID.stop:
        return []
    alone = chance.sample(plain, min(_SENTENCES, len(plain)))
    alarming = [one for one in messages if one[1] != "none"]
    told = chance.sample(alarming, len(alarming) // 4)
    told += [(text, "none") for text in chance.sample(plain, min(len(told), len(plain)))]
    amid = []
    for text, level in told:
        around = chance.sample(plain, chance.choice(_AMID))
        around.insert(chance.randrange(len(around) + 1), text)
        amid.append((" ".join(around), level))
    return [*((sentence, "none") for sentence in alone), *amid]


def _sentences(text: str) -> list[str]:
    """The sentences of a message that has more than one, without those too short to be read."""
    said = [one.strip() for one in _SENTENCE_ENDS.split(text)]
    return [one for one in said if len(one.split()) >= _FEWEST_WORDS] if len(said) > 1 else []


def files_called(names: frozenset[str]) -> tuple[Path, ...]:
    """The files of data/nlu and data/safety called so (without ".yml"), by name.

    Raises:
        ValueError: a name is no such file.
    """
    found = {file.stem: file for folder in ("nlu", "safety") for file in sorted((DATA / folder).glob("*.yml"))}
    if unknown := sorted(names - found.keys()):
        raise ValueError(f"no such file of training messages: {', '.join(unknown)}")
    return tuple(found[name] for name in sorted(names))


def above_all(new: Sequence[Path], told: Sequence[Example], most: int, seed: int) -> list[Example]:
    """Every message of the files ``new`` so many times, and ``told`` drawn by chance up to ``most``.

    Raises:
        ValueError: they leave no room for the others.
    """
    fresh = [one for file in new for one in _of_file(file)]
    rest = most - len(fresh) * _TIMES
    if rest < len(fresh):
        raise ValueError(f"{len(fresh)} new messages {_TIMES} times over leave too little of {most} for the others")
    chance = random.Random(seed)
    # Once as they are written, then as others would type them.
    again = [replace(one, text=retyped(one.text, chance)) for _ in range(_TIMES - 1) for one in fresh]
    return [*fresh, *again, *chance.sample(list(told), min(rest, len(told)))]


def _of_file(file: Path) -> list[Example]:
    """The messages of one file, of either kind, as written."""
    content = _content(file)
    of_safety = [Example(text, None, frozenset(), group.get("level", "none")) for group in content.get("groups", ()) for text in group["messages"]]
    return of_safety + [_example(*one) for one in _of_intents(content)]


def as_written() -> list[tuple[str, str, frozenset[str]]]:
    """Intent, text and needs of every training message, in the order of the files."""
    return [one for file in sorted((DATA / "nlu").glob("*.yml")) for one in _of_intents(_content(file))]


def held_out(split: str) -> list[tuple[str, frozenset[str]]]:
    """The messages of tests/understanding with their needs, read as the needs decision reads them."""
    lines = (ROOT / "tests" / "understanding" / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(blank_dismissed(row["text"]), frozenset(row["needs"])) for row in map(json.loads, filter(None, lines))]


def _content(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return content


def _of_intents(content: dict[str, Any]) -> list[tuple[str, str, frozenset[str]]]:
    """Intent, text and needs of every message of a file of data/nlu; none of one of data/safety."""
    return [(block["intent"], *one) for block in content.get("nlu", ()) if "intent" in block for one in _lines(block["examples"])]


def _lines(examples: str | list[dict[str, object]]) -> list[tuple[str, frozenset[str]]]:
    if isinstance(examples, str):
        return [(line[2:].strip(), frozenset[str]()) for line in examples.splitlines() if line.startswith("- ")]
    return [(str(one["text"]).strip(), frozenset((one.get("metadata") or {}).get("needs") or ())) for one in examples]  # type: ignore[attr-defined]


def _example(intent: str, text: str, needs: frozenset[str]) -> Example:
    # Read as the needs decision reads it: what is set aside is not there.
    return Example(blank_dismissed(text), intent, needs, second_net.level_of(intent))
