"""What is said above a list: a child whose needs were not understood, and what can be had with no telephone."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from bot.answer.faq import Faqs
from bot.conversation import steps
from bot.conversation.heard import HeardNeed
from bot.conversation.memory import Memory
from bot.conversation.shown.aspects import find_aspect, not_by_phone
from bot.conversation.turn import take_turn
from bot.directory.load import load_directory
from bot.ops.paths import SERVICES
from tests.conversation.test_merge import hear

TODAY = date(2026, 11, 24)
DIRECTORY = load_directory(SERVICES)


def answer(text: str, *needs: tuple[str, str]) -> str:
    heard = dataclasses.replace(hear(text), needs=tuple(HeardNeed(need, text.index(words), text.index(words) + len(words)) for need, words in needs))
    return steps.respond(take_turn(Memory(), heard, DIRECTORY, Faqs(()), TODAY))[0].text


def test_a_child_whose_needs_were_not_understood_is_named() -> None:
    text = "boy 4 in nursery, hardly any words; girl Y7 off school 5 weeks and won't say why"
    assert "I did not catch what is hard for the 11-year-old" in answer(text, ("speech_language", "hardly any words"))


@pytest.mark.parametrize(
    "text",
    [
        "he's 5 and won't sleep, my daughter is 9 and she is fine",
        "he's 5 and won't sleep, he has a sister of 9.",
        "im 17, my brother is 5 and won't sleep",
        "my twins are 5, one won't sleep the other is great",
    ],
)
def test_a_child_of_whom_nothing_hard_is_told_is_not_asked_about(text: str) -> None:
    assert "I did not catch" not in answer(text, ("sleep", "won't sleep"))


@pytest.mark.parametrize(
    "text",
    [
        "Mam has no internet and hates phoning",
        "I am deaf so please no telephone",
        "I do not like the phone. People go too fast",
        "How do I contact them if I can not hear?",
        "she doesn't do phone calls",
        "im scared of ringing people",
        "Mam 31, no car, panics on the phone",
        "he gets really anxious on the phone",
    ],
)
def test_whoever_cannot_or_will_not_phone_is_heard(text: str) -> None:
    assert not_by_phone(text)


@pytest.mark.parametrize("text", ["he hates the phone ringing", "she won't use the phone at school", "they never phone back", "he can't hear from one side", "do I phone them", "he struggles with phone noises"])
def test_a_phone_spoken_of_otherwise_is_no_refusal(text: str) -> None:
    assert not not_by_phone(text)


def test_asked_of_a_list_it_is_the_question_how_to_reach_them_without() -> None:
    assert find_aspect("I do not like the phone. People go too fast") == "text"


def test_the_list_says_first_what_needs_no_call() -> None:
    told = answer("I hate phoning. She's 4 and has no words. Ferryhill", ("speech_language", "no words"))
    assert told.startswith("You don't have to ring.")
    assert "Family Hub" in told.split("Here is help")[0]


@pytest.mark.parametrize("text", ["would they be wanting owt off us, money wise", "is it dear, that one", "would we be out of pocket"])
def test_what_they_charge_is_asked_about_the_list(text: str) -> None:
    shown = Memory(needs=("sleep",), shown=("eric",))
    heard = dataclasses.replace(hear(text), needs=(HeardNeed("benefits_money", 0, len(text)),))
    assert take_turn(shown, heard, DIRECTORY, Faqs(()), TODAY).memory.needs[-1:] == ("sleep",)


def test_who_has_no_internet_either_is_not_sent_online() -> None:
    told = answer("Mam has no internet and hates phoning. Girl of 11, off school with anxiety. Ferryhill", ("anxiety_emotional", "anxiety"))
    lead = told.split("Here is")[0]
    assert "walk in" in lead
    assert "online" not in lead
