"""What every action does around its step: slots in and out, words out, counts kept, and never silence."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.affirm import ActionAffirm
from actions.find_services import ActionFindServices
from actions.small_talk import ActionSmallTalk
from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn
from bot.ops.paths import ROOT
from bot.ops.stores import enquiry_counts, feedback_counts


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("SIGNPOST_VAR", str(tmp_path))
    for counts in (feedback_counts, enquiry_counts):
        counts.cache_clear()
    yield
    for counts in (feedback_counts, enquiry_counts):
        counts.cache_clear()


def run(action: Step, text: str, intent: str, memory: Memory | None = None, safety: str = "none") -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The action's messages, and the slots as they stand afterwards."""
    slots = (memory or Memory()).to_slots()
    parse = {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": [], "safety": {"level": safety, "rule": ""}}
    tracker = Tracker("someone", slots, parse, [], False, None, {}, None)
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker, {}))
    return dispatcher.messages, slots | {event["name"]: event["value"] for event in events}


def test_every_action_of_the_domain_is_there_and_no_other() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    executor = ActionExecutor()
    executor.register_package("actions")
    ours = {name for name, run in executor.actions.items() if run.__self__.__class__.__module__.startswith("actions.")}
    assert ours - {None} == set(domain["actions"])


def test_the_slots_of_the_domain_are_the_memory() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert set(domain["slots"]) == set(Memory().to_slots())


def test_a_plan_says_its_services_and_keeps_what_was_shown() -> None:
    messages, slots = run(ActionFindServices(), "help", "find_service", Memory(needs=("sleep",)))
    custom = messages[0]["custom"]
    assert [card["id"] for card in custom["services"]] == slots["shown"]
    assert custom["intro"]
    assert slots["awaiting"] == "age"


def test_whatever_action_is_called_an_alarm_is_answered_as_one() -> None:
    for action in (ActionSmallTalk(), ActionFindServices(), ActionAffirm()):
        messages, slots = run(action, "he wants to die", "greet", safety="crisis")
        assert "999" in messages[0]["text"]
        assert slots["alarm"] == "crisis"


def test_a_yes_to_did_this_help_is_counted_and_nothing_of_the_words() -> None:
    memory = Memory(needs=("sleep",), shown=("cerebra",), asked=("helped",), awaiting="helped")
    messages, slots = run(ActionAffirm(), "yes thank you, Jack slept", "affirm", memory)
    assert "Thank you" in messages[0]["text"]
    counted = list(feedback_counts().all())
    assert [(one.feedback.said, one.feedback.needs, one.times) for one in counted] == [("yes", ("sleep",), 1)]
    assert slots["awaiting"] == "nothing"


def test_an_enquiry_is_counted_once_however_often_it_is_answered() -> None:
    memory = Memory(needs=("sleep",))
    for _ in range(2):
        _, slots = run(ActionFindServices(), "help", "find_service", memory)
        memory = Memory.from_slots(slots)
    assert [(row.need, row.age, times) for row, times in enquiry_counts().all()] == [("sleep", "not said", 1)]


def test_an_enquiry_before_the_chat_was_started_again_stays_counted() -> None:
    _, slots = run(ActionFindServices(), "help", "find_service", Memory(needs=("sleep",)))
    _, slots = run(ActionFindServices(), "start again", "find_service", Memory.from_slots(slots))
    assert slots["counted"] is None
    assert [(row.need, times) for row, times in enquiry_counts().all()] == [("sleep", 1)]


def test_an_enquiry_that_cannot_be_counted_is_answered_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError("a fault that quotes a family's words")

    monkeypatch.setattr("actions.step.needs_to_count", fails)
    messages, slots = run(ActionFindServices(), "help", "find_service", Memory(needs=("sleep",)))
    assert messages[0]["custom"]["services"]
    assert slots["counted"] is None


class _Broken(Step):
    def name(self) -> str:
        return "action_broken"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        raise RuntimeError("a fault that quotes a family's words")


def test_a_fault_still_leaves_a_number_and_logs_its_place_and_no_words(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    messages, _ = run(_Broken(), "hello", "greet")
    assert "999" in messages[0]["text"]
    assert "action_broken failed: RuntimeError in " in caplog.text
    assert f"{Path(__file__).name}:" in caplog.text
    assert "family's words" not in caplog.text


def test_slots_that_cannot_be_read_still_leave_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        raise KeyError("a fault that quotes a family's words")

    for name in ("Memory.from_slots", "Heard.from_parse"):
        with monkeypatch.context() as patch:
            patch.setattr(f"actions.step.{name}", fails)
            messages, _ = run(ActionSmallTalk(), "hello", "greet")
        assert "999" in messages[0]["text"]


def test_a_fault_beside_an_alarm_gives_the_vetted_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any) -> Any:
        raise RuntimeError

    monkeypatch.setattr("actions.step.respond", fails)
    messages, _ = run(ActionSmallTalk(), "I want to kill myself", "crisis", safety="crisis")
    assert "Samaritans" in messages[0]["text"]
