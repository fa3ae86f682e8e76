"""Which intent a message has: the learned net may raise an alarm's level and never lowers one; weighing a hint is test_safety_weighing.py's."""

from __future__ import annotations

from typing import Any

import pytest

from bot.nlu.arbitration import arbitrate
from bot.nlu.safety import NO_ALARM, Safety
from bot.nlu.safety.second_net import Finding
from bot.nlu.safety.weighing import SURE_THRESHOLD, Weighing

RANKING = [("find_service", 0.9), ("crisis", 0.1)]
HIT_BY_DAD = "my dad hits me"
WANTS_TO_DIE = "I want to die"
ORDINARY = "is there a club for autistic children"


@pytest.mark.parametrize(
    ("text", "net", "intent"),
    [
        (HIT_BY_DAD, {"level": "crisis", "score": 0.7}, "crisis"),
        (HIT_BY_DAD, {"level": "crisis", "score": 0.69}, "safeguarding"),
        (HIT_BY_DAD, {"level": "safeguarding", "score": 0.99}, "safeguarding"),
        (HIT_BY_DAD, {"level": "none", "score": 0.1}, "safeguarding"),
        (HIT_BY_DAD, None, "safeguarding"),
        (WANTS_TO_DIE, {"level": "safeguarding", "score": 0.99}, "crisis"),
        (WANTS_TO_DIE, {"level": "none", "score": 0.0}, "crisis"),
        (ORDINARY, {"level": "safeguarding", "score": 0.5}, "safeguarding"),
        (ORDINARY, {"level": "none", "score": 0.1}, "find_service"),
    ],
)
def test_the_net_raises_a_level_and_never_lowers_one(
    text: str, net: dict[str, Any] | None, intent: str
) -> None:
    assert arbitrate(text, RANKING, [], [], net).intent == intent


def test_what_the_net_has_weighed_stands() -> None:
    assert arbitrate(HIT_BY_DAD, RANKING, [], [], {"level": "none", "score": 0.01}, NO_ALARM).intent == "find_service"
    assert arbitrate(HIT_BY_DAD, RANKING, [], [], {"level": "none", "score": 0.01}).intent == "safeguarding"


def test_a_level_raised_by_the_net_says_so_and_keeps_the_words_that_the_rule_matched() -> None:
    verdict = arbitrate(HIT_BY_DAD, RANKING, [], [], {"level": "crisis", "score": 0.8})
    assert verdict.confidence == 1.0
    assert verdict.safety["rule"] == "second_net"
    assert "0.8" in verdict.safety["reason"]
    assert verdict.safety["words"] == "my dad hits me"


def test_an_alarm_that_only_the_net_doubts_says_what_the_message_is_otherwise() -> None:
    verdict = arbitrate("gone off at last. night night", [("goodbye", 0.8), ("crisis", 0.1)], [], [], {"level": "crisis", "score": 0.3, "doubtful": True}, NO_ALARM)
    assert (verdict.intent, verdict.safety["level"], verdict.safety["otherwise"]) == ("crisis", "crisis", "goodbye")


def test_what_is_unclear_beside_a_doubt_stays_unclear() -> None:
    ranking = [("crisis", 0.6), ("complaint", 0.1), ("thanks", 0.09), ("goodbye", 0.08), ("out_of_scope", 0.07)]
    assert arbitrate("hmm", ranking, [], [], {"level": "crisis", "score": 0.3, "doubtful": True}, NO_ALARM).safety["otherwise"] == "nlu_fallback"


def test_an_alarm_of_a_rule_or_a_sure_net_is_never_otherwise() -> None:
    assert "otherwise" not in arbitrate(HIT_BY_DAD, RANKING, [], [], {"level": "none", "score": 0.1, "doubtful": True}).safety
    assert "otherwise" not in arbitrate("gone off at last", RANKING, [], [], {"level": "crisis", "score": 0.9, "doubtful": False}, NO_ALARM).safety


def test_the_net_doubts_only_where_no_rule_hears_a_hint_and_the_score_is_low() -> None:
    hint = Safety("crisis", "a.rule", "why", "the words", hint=True)
    assert Weighing((), lambda: Finding("none", 0.0)).doubts(Finding("crisis", 0.3))
    assert not Weighing((hint,), lambda: Finding("none", 0.0)).doubts(Finding("crisis", 0.3))
    assert not Weighing((), lambda: Finding("none", 0.0)).doubts(Finding("crisis", SURE_THRESHOLD))
    assert not Weighing((), lambda: Finding("none", 0.0)).doubts(Finding("none", 0.1))


def test_what_may_tell_of_harm_is_heard_as_what_it_is_otherwise_and_says_perhaps() -> None:
    net = {"level": "none", "score": 0.25, "perhaps": True, "doubtful": False}
    verdict = arbitrate(ORDINARY, RANKING, [], [], net, NO_ALARM)
    assert (verdict.intent, verdict.safety["level"], verdict.safety["perhaps"]) == ("find_service", "none", "safeguarding")
    assert "perhaps" not in arbitrate(HIT_BY_DAD, RANKING, [], [], net).safety, "a rule's alarm stands"
    assert "perhaps" not in arbitrate(ORDINARY, RANKING, [], [], {"level": "none", "score": 0.1}, NO_ALARM).safety
