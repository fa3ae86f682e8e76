"""What the writer says is there already is left out, and only that."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answer.faq import Faqs
from bot.conversation import steps
from bot.conversation.heard import Heard, HeardNeed
from bot.conversation.in_place import in_place
from bot.conversation.memory import Memory
from bot.conversation.turn import take_turn
from bot.directory.load import load_directory
from bot.ops.paths import SERVICES

DIRECTORY = load_directory(SERVICES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3 words at two. SALT already involved. Tudhoe", "speech_therapy"),
        ("we already see CAMHS, it's his sleep", "camhs"),
        ("portage is in place, he needs equipment", "portage"),
        ("already under the paediatrician, can't walk yet", "community_paediatrics"),
        ("SENDIASS are involved. What else is there?", "sendiass"),
    ],
)
def test_help_that_is_there_is_heard(text: str, kind: str) -> None:
    assert kind in {service.kind for service in in_place(text, DIRECTORY)}


@pytest.mark.parametrize(
    "text",
    [
        "SALT already involved but nothing since March",
        "SALT already involved, but they never come",
        "he is already on the list for CAMHS",
        "already discharged by speech therapy",
        "we have already been turned down by CAMHS",
        "is portage already involved?",
        "he already has no friends",
        "how do I get speech therapy",
        "should CAMHS be involved already",
        "CAMHS are not involved",
    ],
)
def test_help_that_is_waited_for_over_or_doubted_stays(text: str) -> None:
    assert in_place(text, DIRECTORY) == ()


def test_only_what_the_clause_names_is_there() -> None:
    kinds = {service.kind for service in in_place("SALT already involved, need occupational therapy for his buttons", DIRECTORY)}
    assert kinds == {"speech_therapy"}


def test_the_plan_leaves_it_out_says_so_once_and_gives_the_reason() -> None:
    text = "Boy of 3, not talking. SALT already involved."
    heard = Heard(text, "find_service", 0.9, needs=(HeardNeed("speech_language", 10, 21),))
    turn = take_turn(Memory(), heard, DIRECTORY, Faqs(()), date(2026, 11, 27))
    reply, memory = steps.respond(turn)
    there = {service.id for service in in_place(text, DIRECTORY)}
    assert there
    assert not there & set(memory.shown)
    assert "already" in reply.text
    again = take_turn(memory, Heard("anything else?", "find_service", 0.9), DIRECTORY, Faqs(()), date(2026, 11, 27))
    assert again.in_place == ()
    assert there <= set(again.memory.declined)
