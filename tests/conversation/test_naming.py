"""Which service a message means."""

from __future__ import annotations

import pytest

from bot.conversation.shown.naming import by_name, by_place_in_list, only_named
from bot.directory.load import load_directory
from bot.ops.paths import SERVICES

DIRECTORY = load_directory(SERVICES)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("the second one, how do I refer?", "b"), ("tell me about number 3", "c"), ("is the first one free", "a"),
        ("the last one", "c"), ("2nd one please", "b"), ("the fifth one", None), ("he's in year 2, the first year was hard", None),
        ("my second child can't sleep", None), ("first we tried school", None),
    ],
)  # fmt: skip
def test_a_place_in_the_list(text: str, id: str | None) -> None:
    assert by_place_in_list(text, ("a", "b", "c")) == id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("why not portage?", "portage-durham"), ("phone number for SENDIASS", "sendiass-durham"),
        ("tell me about the north east autism society", "north-east-autism-society"), ("what about kooth", "kooth"),
        ("whats the number for the croft", "the-croft-anxious-about-school"), ("sensry room group", "the-sensory-room-group"),
        ("sleep charity number?", "sleep-charity-national-sleep-helpline"), ("early help number", "early-help-durham"),
        ("why no short breaks", "short-breaks-durham"), ("we tried cahms", "camhs-county-durham"),
    ],
)  # fmt: skip
def test_a_name_as_families_say_it(text: str, id: str) -> None:
    found = by_name(text, DIRECTORY)
    assert found
    assert found[0].id == id


@pytest.mark.parametrize(
    "text", ["not a group, she won't cope", "how long is the wait", "I need help with sleep", "is there anything online", "too far away"]
)
def test_words_that_name_nothing(text: str) -> None:
    assert by_name(text, DIRECTORY) == ()


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("kouth", "kooth"), ("whats the portidge number please", "portage-durham"), ("Making changs together", "making-changes-together"),
        ("durham works", "durhamworks"), ("first contact", "first-contact-durham"), ("roller coaster", "rollercoaster-parent-support"),
        ("samaritan", "samaritans"), ("chester le st hub", "family-hub-chester-le-street"), ("seaham family hub", "family-hub-seaham"),
        ("the bridge", "young-carers-bridge"), ("young minds", "youngminds-parents-helpline"), ("citizens advice", "citizens-advice-county-durham"),
        ("young mind parents helpline", "youngminds-parents-helpline"), ("cahms", "camhs-county-durham"),
    ],
)  # fmt: skip
def test_a_message_that_is_only_a_name(text: str, id: str) -> None:
    found = only_named(text, DIRECTORY)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize("text", ["bless", "calm", "contact", "thanks", "hi", "no", "hub", "yes please", "harbour master wanted", "my son goes to portage", "london hub", "meltdowns"])
def test_a_message_that_is_no_name(text: str) -> None:
    assert only_named(text, DIRECTORY) is None


def test_a_name_inside_a_longer_one_is_not_meant() -> None:
    assert [one.id for one in by_name("What's the number for First Contact?", DIRECTORY)][:1] == ["first-contact-durham"]
    assert "contact-disabled-children" not in [one.id for one in by_name("ring First Contact", DIRECTORY)]
    assert [one.id for one in by_name("what is the number for Contact", DIRECTORY)][:1] == ["contact-disabled-children"]


@pytest.mark.parametrize(
    "text", ["it's been a roller coaster and nobody helps", "he won't cross the bridge by the harbour", "we are making changes at bedtime"]
)
def test_an_everyday_word_names_no_service(text: str) -> None:
    assert by_name(text, DIRECTORY) == ()


def test_an_everyday_word_that_is_asked_after_does() -> None:
    assert [one.id for one in by_name("what's the number for the bridge", DIRECTORY)][:1] == ["young-carers-bridge"]
    assert [one.id for one in by_name("is rollercoaster free", DIRECTORY, ("rollercoaster-parent-support",))] == ["rollercoaster-parent-support"]
