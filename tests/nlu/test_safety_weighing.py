"""A hint of the rules lowers the bar of the net that read the message; what they say plainly always stands."""

from __future__ import annotations

import pytest

from bot.enquiry import SafetyLevel
from bot.nlu.safety import alarms, assess
from bot.nlu.safety.second_net import Finding, raised
from bot.nlu.safety.weighing import standing

HINT = "he has gone missing"  # "his hearing aid has gone missing"
PLAIN = "I want to die"


def level(text: str, score: float | None, heard: SafetyLevel = "none") -> str:
    return standing(alarms(text), Finding(heard, score)).level


def test_the_example_is_a_hint() -> None:
    assert assess(HINT).hint
    assert not assess(PLAIN).hint


def test_a_hint_falls_where_the_net_heard_next_to_nothing() -> None:
    assert level(HINT, 0.04) == "none"


@pytest.mark.parametrize("score", [0.05, 0.2, None])
def test_a_hint_stands_where_the_net_heard_something_or_cannot_read(score: float | None) -> None:
    assert level(HINT, score) == "safeguarding"


def test_the_level_of_an_alarm_that_the_net_raises_is_the_nets() -> None:
    assert level(HINT, 0.9, heard="crisis") == "none"


@pytest.mark.parametrize("score", [0.0, None])
def test_what_is_said_plainly_stands_whatever_the_net_says(score: float | None) -> None:
    assert level(PLAIN, score) == "crisis"


@pytest.mark.parametrize("text", [f"{HINT}. {PLAIN}", f"{PLAIN}. {HINT}"])
def test_a_hint_beside_it_does_not_stand_in_the_way_of_a_plain_alarm(text: str) -> None:
    assert level(text, 0.0) == "crisis"


@pytest.mark.parametrize(
    ("crisis", "harm", "level", "perhaps"),
    [
        (0.0, 0.3, "none", True),
        (0.0, 0.35, "safeguarding", False),
        (0.12, 0.01, "crisis", False),
        (0.12, 0.3, "crisis", False),
        (0.1, 0.1, "none", True),
        (0.05, 0.3, "safeguarding", False),
        (0.05, 0.05, "none", False),
    ],
)
def test_a_life_at_risk_is_raised_sooner_than_harm(crisis: float, harm: float, level: str, perhaps: bool) -> None:
    found = raised({"none": 1 - crisis - harm, "crisis": crisis, "safeguarding": harm})
    assert (found.level, found.perhaps) == (level, perhaps)
