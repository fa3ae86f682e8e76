"""A hint of the rules falls only where the net all but rules an alarm out, in the message and in the hint's own sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from bot.nlu.safety import alarms, assess
from bot.nlu.safety.second_net import Finding
from bot.nlu.safety.weighing import sentence_of, weighed

HINT = "he has gone missing"  # "his hearing aid has gone missing"
OTHER_HINT = "he went over the bridge"
PLAIN = "I want to die"
ORDINARY = "we live in Crook and he is 7"


@dataclass
class FakeNet:
    """Scores what it is told, anything else 0.01."""

    scores: dict[str, float | None] = field(default_factory=dict)

    def finding(self, text: str) -> Finding:
        return Finding("none", self.scores.get(text, 0.01))


def level(text: str, scores: dict[str, float | None] | None = None) -> str:
    net = FakeNet(scores or {})
    return weighed(text, alarms(text), net, net.finding(text)).level


def test_the_example_is_a_hint() -> None:
    assert assess(HINT).hint
    assert not assess(PLAIN).hint


def test_a_hint_falls_where_the_net_all_but_rules_an_alarm_out() -> None:
    assert level(HINT) == "none"


@pytest.mark.parametrize("score", [0.3, 0.9, None])
def test_ordinary_words_beside_a_hint_do_not_outweigh_its_sentence(score: float | None) -> None:
    assert level(f"{ORDINARY}. {HINT}. {ORDINARY}", {HINT: score}) == "safeguarding"
    assert level(f"{ORDINARY}. {HINT}. {ORDINARY}", {HINT: 0.19}) == "none"


@pytest.mark.parametrize("score", [0.15, None])
def test_a_hint_stands_in_a_message_that_may_be_an_alarm_or_cannot_be_read(score: float | None) -> None:
    assert level(HINT, {HINT: score}) == "safeguarding"


def test_what_is_said_plainly_stands_whatever_the_net_says() -> None:
    assert level(PLAIN) == "crisis"
    assert level(f"{HINT}. {PLAIN}") == "crisis"


def test_every_hint_is_weighed_by_itself() -> None:
    assert all(alarm.hint for alarm in alarms(OTHER_HINT))
    for told in (f"{HINT}. {OTHER_HINT}", f"{OTHER_HINT}. {HINT}"):
        assert level(told) == "none"
        assert level(told, {HINT: 0.5}) == "safeguarding"
        assert level(told, {OTHER_HINT: 0.5}) == "crisis"


def test_the_same_words_are_weighed_wherever_they_stand() -> None:
    told = f"{HINT} at the toy shop. {HINT}"
    assert level(told) == "none"
    assert level(told, {HINT: 0.5}) == "safeguarding"


def test_the_sentence_of_some_words() -> None:
    text = "He is 7. My dad hits me! Every day; help"
    for words, sentence in (
        ("dad hits", "My dad hits me"),
        ("He is", "He is 7"),
        ("help", "help"),
        ("7. My dad", "He is 7. My dad hits me"),
    ):
        start = text.index(words)
        assert sentence_of(start, start + len(words), text) == sentence
