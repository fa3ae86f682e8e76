"""A hint of the rules counts only where the net cannot read the message; what they say plainly always does."""

from __future__ import annotations

import pytest

from bot.nlu.safety import alarms, assess
from bot.nlu.safety.second_net import Finding
from bot.nlu.safety.weighing import standing

HINT = "he has gone missing"  # "his hearing aid has gone missing"
PLAIN = "I want to die"


def level(text: str, score: float | None) -> str:
    return standing(alarms(text), Finding("none", score)).level


def test_the_example_is_a_hint() -> None:
    assert assess(HINT).hint
    assert not assess(PLAIN).hint


@pytest.mark.parametrize("score", [0.0, 0.2])
def test_a_hint_is_left_to_the_net_that_read_it(score: float) -> None:
    assert level(HINT, score) == "none"


def test_a_hint_stands_where_the_net_cannot_read() -> None:
    assert level(HINT, None) == "safeguarding"


@pytest.mark.parametrize("score", [0.0, None])
def test_what_is_said_plainly_stands_whatever_the_net_says(score: float | None) -> None:
    assert level(PLAIN, score) == "crisis"


@pytest.mark.parametrize("text", [f"{HINT}. {PLAIN}", f"{PLAIN}. {HINT}"])
def test_a_hint_beside_it_does_not_stand_in_the_way_of_a_plain_alarm(text: str) -> None:
    assert level(text, 0.0) == "crisis"
