"""The first reply to a stated need already names a service, on held-out messages and with the trained model."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from bot.cli.ask import understand
from bot.conversation import steps
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.turn import take_turn
from bot.ops.evaluate import FOLDER
from bot.ops.model import load_parser
from bot.ops.stores import directory, questions

pytestmark = pytest.mark.model
NOON = datetime(2026, 11, 24, 12)
MESSAGES = [
    row
    for line in (FOLDER / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    if (row := json.loads(line))["needs"] and row["intent"] == "find_service" and row["safety"] == "none"
]


@pytest.fixture(scope="module")
def parse() -> Callable[[str], dict[str, Any]]:
    return load_parser()


def test_every_reply_to_a_stated_need_names_a_service(parse: Callable[[str], dict[str, Any]]) -> None:
    without = []
    for row in MESSAGES:
        turn = take_turn(Memory(), Heard.from_parse(parse(row["text"])), directory(), questions(), NOON.date(), NOON)
        reply, _ = steps.respond(turn)
        named = [card["name"] for card in reply.services if card["name"] in reply.text]
        if not named and turn.heard.safety == "none":
            without.append(row["text"])
    assert without == []
    assert len(MESSAGES) >= 60


def test_the_first_service_needs_no_question(parse: Callable[[str], dict[str, Any]]) -> None:
    found = [bool(understand(parse, row["id"], row["text"], NOON)["results"]) for row in MESSAGES]
    assert statistics.mean(found) >= 0.9


@pytest.mark.parametrize("text", ["", " ", "\U0001f600", "x" * 100_000, "a\x00b", "/restart", "\u0645\u0631\u062d\u0628\u0627", "<b>"])
def test_no_message_breaks_the_understanding(parse: Callable[[str], dict[str, Any]], text: str) -> None:
    line = understand(parse, "1", text, NOON)
    assert line["answer"]
    assert line["safety"] == "none"
