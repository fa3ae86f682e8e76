"""Every text that families read is plain, kind and complete, whoever asks: the chat's own words, and plans made of services."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import textstat

from bot.answer.faq import Faqs
from bot.answer.plan_words import plan_reply
from bot.answer.reply import Reply
from bot.answer.voices import in_voice
from bot.answer.words import chat
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.plans import plan_for
from bot.conversation.turn import Turn, take_turn
from bot.directory.load import load_directory
from bot.directory.vocabulary import NEEDS, need_texts
from bot.enquiry import Child, Locality
from bot.ops.paths import DATA, ROOT, SERVICES

TODAY = date(2026, 11, 25)
DIRECTORY = load_directory(SERVICES)
# A grade of 6 is a reading age of 11, the upper end of what is asked for.
HARDEST_GRADE = 6.0
# Names and words that a family in this chat has to meet; a short word stands for each when the grade is measured.
ALLOWED = ("special educational needs and disabilities", "special educational needs or disabilities", "physical disability", "County Durham")
BLAME = re.compile(
    r"hard to (?:engage|reach)|fail(?:ed|ure|ing)|refus(?:e|al|ing)|non-?complian|you must\b|should have\b|problem (?:child|famil)"
    r"|naughty (?:child|boy|girl)|bad (?:parent|behaviour)|suffer|mental age|handicap|normal child",
    re.IGNORECASE,
)
KNOWN = {"SEND", "EHC", "GP", "NHS", "A", "I", "ADHD", "PIP", "DLA"}
VOICES = (None, "parent", "grandparent", "foster_carer", "young_person", "practitioner")
ABOUT_A_CHILD = re.compile(r"\b(?:your|the|my|this) child\b|\bfamil(?:y|ies) (?:live|you)", re.IGNORECASE)


def texts() -> Iterator[tuple[str, str]]:
    """Each text with its key, every branch of a template filled with short words."""

    def walk(key: str, value: Any) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for name, inner in value.items():
                yield from walk(f"{key}.{name}", inner)
        else:
            yield key, re.sub(r"\{\{.*?\}\}", "sleep", re.sub(r"\{%.*?%\}", "", value))

    for key, value in chat().items():
        yield from walk(key, value)


def grade(text: str) -> float:
    for name in ALLOWED:
        text = text.replace(name, "needs")
    return float(textstat.flesch_kincaid_grade(text))


@pytest.mark.parametrize(("key", "text"), list(texts()), ids=[key for key, _ in texts()])
def test_a_text_is_plain_and_kind(key: str, text: str) -> None:
    assert not BLAME.search(text)
    assert set(re.findall(r"\b[A-Z]{2,}\b", text)) <= KNOWN
    assert not re.search(r"\b(?:mum|mam|mom|dad|mother|father)\b", text, re.IGNORECASE)
    if len(text.split()) >= 8:
        assert grade(text) <= HARDEST_GRADE


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, text in texts() if key.endswith("young_person")])
def test_a_text_for_a_young_person_says_you(key: str, text: str) -> None:
    assert not ABOUT_A_CHILD.search(text)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, text in texts() if key.endswith("practitioner")])
def test_a_text_for_a_practitioner_never_says_your_child(key: str, text: str) -> None:
    assert not re.search(r"\b(?:your|my) child\b", text, re.IGNORECASE)


def test_no_text_presumes_a_diagnosis() -> None:
    for key, text in texts():
        assert not re.search(r"\b(?:his|her|their|your child's|the) (?:autism|ADHD|diagnosis|condition|disorder)\b", text), key


@functools.cache
def plan(need: str, voice: str | None, years: int) -> Reply:
    """The first reply to a stated need, as the chat gives it."""
    memory = Memory(needs=(need,), children=(Child((years * 12, years * 12 + 12), (need,)),), voice=voice)
    turn = _turn(memory)
    return in_voice(plan_reply(plan_for(memory, turn), memory, "place"), voice)


def _turn(memory: Memory) -> Turn:
    return take_turn(memory, Heard("", "find_service", 1.0), DIRECTORY, Faqs(()), TODAY)


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("voice", VOICES)
def test_a_plan_is_plain_and_comes_soon(need: str, voice: str | None) -> None:
    for years in (16, 19) if voice == "young_person" else (3, 8, 15):
        reply = plan(need, voice, years)
        assert grade(re.sub(r"^- ", "", reply.text, flags=re.MULTILINE)) <= HARDEST_GRADE
        assert not BLAME.search(reply.intro + reply.outro)
        first = reply.services[0]["name"]
        assert len(reply.text[: reply.text.index(first)].split()) <= 60
        if voice == "young_person":
            assert not re.search(r"\b(?:your|my) child\b", reply.text, re.IGNORECASE)
        if voice == "practitioner":
            assert not re.search(r"\b(?:your|my) child\b", reply.text, re.IGNORECASE)


@pytest.mark.parametrize(
    "place",
    [
        Locality("Darlington", False, "Darlington Borough Council"),
        Locality("Carlisle", False, None),
        Locality("Middleton", None, None, candidates=("Middleton St George", "Middleton-in-Teesdale")),
        Locality("Crook", True, "Durham County Council", 54.72, -1.74),
    ],
    ids=lambda place: place.name,
)
def test_the_first_service_comes_within_sixty_words_wherever_and_for_several(place: Locality) -> None:
    children = (Child((108, 120), ("sleep", "behaviour"), "son"), Child((36, 48), ("speech_language", "feeding_eating"), "daughter"))
    memory = Memory(needs=("sleep", "behaviour", "speech_language", "feeding_eating"), children=children, locality=place)
    reply = plan_reply(plan_for(memory, _turn(memory)), memory)
    assert len(reply.text[: reply.text.index(reply.services[0]["name"])].split()) <= 60


def test_every_need_has_its_words() -> None:
    assert set(need_texts()) == set(NEEDS)
    for words in need_texts().values():
        assert set(words) == {"short", "choice", "payload", "words"}
        assert grade(f"Here is help with {words['short']} for a child near us.") <= HARDEST_GRADE


def test_what_a_choice_sends_is_a_training_message() -> None:
    trained = (DATA / "nlu" / "choices.yml").read_text(encoding="utf-8")
    for need, words in need_texts().items():
        assert f"      {words['payload']}\n    metadata: {{needs: [{need}]" in trained


def test_every_text_is_used() -> None:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "actions").glob("*.py")]
    code = "".join(file.read_text(encoding="utf-8") for file in files).replace("'", '"')
    by_intent_or_question = {"greet", "thanks", "goodbye", "bot_challenge", "out_of_scope", "ask_age", "ask_place"}
    assert [key for key in chat() if f'"{key}"' not in code and key not in by_intent_or_question] == []


def test_every_text_has_one_key() -> None:
    keys = re.findall(r"^(\w+):", (ROOT / "bot/answer/words/chat.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert [key for key in keys if keys.count(key) > 1] == []
