"""The check that holds the understanding figures, and what each split may count for."""

from __future__ import annotations

from typing import Any

from bot.conversation.heard import Heard, HeardNeed
from bot.ops.evaluate import Judged, confusions, figures, worse


def _judged(split: str = "test", heard_needs: tuple[str, ...] = (), heard_intent: str = "find_service", **labels: Any) -> Judged:
    row = {
        "id": "1", "text": "text", "intent": "find_service", "needs": [], "ages": [], "place": None, "in_area": None,
        "safety": "none", "voice": "parent", "style": "plain", "split": split, **labels,
    }  # fmt: skip
    needs = tuple(HeardNeed(need, 0, 4) for need in heard_needs)
    return Judged(row, Heard("text", heard_intent, 0.9, needs, nearest_needs=("sleep", "hearing")), 5.0)


def test_a_drop_of_more_than_two_points_fails() -> None:
    assert worse({"intent": 0.91}, {"intent": 0.931}) == ["intent: 0.910, was 0.931"]
    assert worse({"intent": 0.92}, {"intent": 0.94}) == []


def test_more_false_alarms_are_worse_and_fewer_are_not() -> None:
    assert worse({"false alarms": 0.05}, {"false alarms": 0.02})
    assert not worse({"false alarms": 0.0}, {"false alarms": 0.05})


def test_a_figure_that_cannot_be_measured_any_more_fails() -> None:
    assert worse({"crisis": None}, {"crisis": 1.0})
    assert not worse({"crisis": None}, {"crisis": None})


def test_times_are_the_machines_and_do_not_fail() -> None:
    assert not worse({"p95 ms": 90.0}, {"p95 ms": 9.0})


def test_safety_splits_count_for_safety_only() -> None:
    main = _judged(heard_needs=("sleep",), needs=["sleep"])
    extra = _judged("safety_test", heard_needs=("hearing",), safety="crisis")
    told = figures([main, extra])
    assert told["needs F1"] == 1.0
    assert told["crisis"] == 0.0
    assert told["intent"] == 1.0


def test_the_choice_holds_a_right_need_when_one_of_them_is_offered() -> None:
    asked = [_judged(heard_intent="nlu_fallback", needs=["sleep"]), _judged(heard_intent="nlu_fallback", needs=["vision"])]
    told = figures([*asked, _judged(), _judged()])
    assert told["asks back"] == 0.5
    assert told["choice holds"] == 0.5


def test_confusions_name_the_intents_and_count_each_need() -> None:
    told = confusions([_judged(heard_intent="ask_faq", heard_needs=("sleep",), needs=["hearing"])])
    assert "1 x find_service heard as ask_faq" in told
    assert "hearing: 0, 1, 0" in told
    assert "sleep: 0, 0, 1" in told
