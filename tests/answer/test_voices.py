"""The same facts for a parent, a young person and a practitioner."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.answer.reply import Button, Reply
from bot.answer.voices import address, in_voice, tips_for, what_to_say
from bot.directory.load import load_directory
from bot.directory.service import Service
from bot.ops.paths import SERVICES

DIRECTORY = load_directory(SERVICES)
THE_CHILD = re.compile(r"\b(?:your|my|this) child\b", re.IGNORECASE)
# What a verb that was not turned, or a wrong "me", would look like.
BROKEN = re.compile(
    r"(?<!knows )\byou (?:is|has|was|does|needs|finds|goes|says|loves|sees)\b|\byou's\b|\byou yourself\b|\b(?:has|will|could|that) me\b|\bme (?:is|has|will|can)\b",
    re.IGNORECASE,
)


def texts(service: Service) -> Iterator[str]:
    for text in (service.summary, service.referral.route, service.referral.who, service.caution):
        if text:
            yield text


@pytest.mark.parametrize("service", DIRECTORY.services, ids=lambda one: one.id)
def test_a_young_person_reads_whole_sentences_about_you(service: Service) -> None:
    for text in texts(service):
        turned = address(f"- {service.name}: {text}", "young_person")
        assert turned.startswith(f"- {service.name}: ")
        assert not BROKEN.search(turned)
        # A sentence that cannot be turned stays only where nothing else would be left.
        assert not THE_CHILD.search(turned) or turned.endswith(text)
    for tip in tips_for(service.while_waiting, "young_person"):
        assert not THE_CHILD.search(tip)
        assert not BROKEN.search(tip)
    if service.referral.say:
        assert not re.search(r"\b(?:my|your) child\b", what_to_say(service.referral.say, "young_person"), re.IGNORECASE)


@pytest.mark.parametrize("service", DIRECTORY.services, ids=lambda one: one.id)
def test_a_practitioner_reads_of_the_child(service: Service) -> None:
    for text in (*texts(service), *service.while_waiting):
        assert not re.search(r"\b(?:your|my) child\b", address(text, "practitioner"), re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Ask if your child can try the sensory space.", "Ask if you can try the sensory space."),
        ("Keep notes of what your child loves.", "Keep notes of what you love."),
        ("It shows what your child needs.", "It shows what you need."),
        ("You can refer your child yourself.", "You can refer yourself."),
        ("for 16 and over: this child is 14; opens to them in 2028", "for 16 and over: you are 14; opens to you in 2028"),
        ("Ask for your child's own plan.", "Ask for your own plan."),
        ("The helper knows your child.", "The helper knows you."),
    ],
)
def test_your_child_becomes_you(text: str, turned: str) -> None:
    assert address(text, "young_person") == turned


def test_a_parent_reads_it_as_it_stands() -> None:
    assert address("Ask about your child.", None) == "Ask about your child."


def test_a_checked_answer_loses_no_sentence() -> None:
    answer = "Write to the team. Give your child's name, and say why you think they need more help."
    assert address(answer, "young_person") == answer


def test_what_a_button_sends_never_changes() -> None:
    reply = Reply("Your child?", buttons=(Button("My child's talking", "I need help with my child's talking"),))
    for voice in ("young_person", "practitioner"):
        assert in_voice(reply, voice).buttons[0].payload == "I need help with my child's talking"
