"""On the real directory: what the words above a plan say, and that nothing below takes it back."""

from __future__ import annotations

import pytest

from bot.answer.plan_words import plan_reply
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation.memory import Memory
from bot.directory.load import load_directory
from bot.directory.match import match
from bot.ops.paths import SERVICES
from bot.scenarios.said import enquiry
from tests.directory.conftest import TODAY

REAL = load_directory(SERVICES)
NOTHING = "I did not find a service in my list for English as a new language."


def reply(*needs: str, place: str = "Consett") -> Reply:
    asked = enquiry(list(needs), ["7"], place, TODAY)
    return plan_reply(match(REAL, asked, TODAY), Memory(needs=asked.needs, children=asked.children, locality=asked.locality))


def test_that_nothing_was_found_stands_first_where_only_the_nearest_thing_is_offered() -> None:
    told = reply("language_eal")
    assert told.services
    assert told.text.startswith(NOTHING)
    assert "Here is help" not in told.text
    assert told.text.count("I did not find") == 1


def test_the_heading_names_only_the_needs_that_something_was_found_for() -> None:
    told = reply("sleep", "language_eal")
    assert told.intro == "Here is help with sleep for a 7-year-old near Consett."
    assert any(note.startswith(NOTHING) for note in told.notes)


def test_the_heading_leaves_out_the_child_for_whom_nothing_was_found() -> None:
    asked = enquiry(["sleep", "language_eal"], ["3", "7"], "Consett", TODAY)
    little, big = asked.children
    memory = Memory(needs=asked.needs, children=(little.with_needs(["sleep"]), big.with_needs(["language_eal"])), locality=asked.locality)
    plan = match(REAL, memory.as_enquiry(), TODAY)
    assert plan_reply(plan, memory).intro == "Here is help with sleep for a 3-year-old near Consett."


@pytest.mark.parametrize("place", ["Scotland", "Wales"])
def test_no_local_offer_is_promised_outside_england(place: str) -> None:
    outside = f"{place} is outside England: help is arranged in another way there. Ask your own council."
    for told in (reply("sleep", place=place).intro, say("which_need_outside", place=place, council=None, name="", url=None)):
        assert outside in told
        assert "local offer" not in told


@pytest.mark.parametrize("place", ["Edinburgh", "London"])
def test_where_the_nation_is_not_known_the_local_offer_is_said_of_england_alone(place: str) -> None:
    for told in (reply("sleep", place=place).intro, say("which_need_outside", place=place, council=None, name="", url=None)):
        assert "If that is in England, your own council has a page called the local offer." in told
        assert "outside England" not in told
