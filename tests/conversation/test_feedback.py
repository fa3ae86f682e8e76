""" "Did this help?", once, with nothing kept that anybody wrote."""

from __future__ import annotations

import dataclasses

import pytest

from bot.answer.reply import Reply
from bot.conversation import feedback
from bot.conversation.memory import Memory
from bot.enquiry import Child, Locality
from tests.conversation.test_steps import DIRECTORY, say

CROOK = Locality("Crook", True, "Durham County Council", 54.7178, -1.7407)
WHOLE = Memory(needs=("sleep",), children=(Child((84, 96), ("sleep",), "son"),), locality=CROOK)


def after_plan() -> tuple[Reply, Memory]:
    return say("help", "find_service", memory=WHOLE)


def test_it_is_asked_with_two_buttons_when_nothing_else_is() -> None:
    reply, memory = after_plan()
    assert reply.text.endswith("Did this help?")
    assert [button.title for button in reply.buttons] == ["Yes, this helped", "No, something is missing"]
    assert memory.awaiting == "helped"


def test_it_is_not_asked_beside_another_question_nor_twice_nor_in_danger() -> None:
    reply, _ = say("he can't sleep", "find_service", "sleep")
    assert "Did this help?" not in reply.text
    _, memory = after_plan()
    again, _ = say("and he won't eat", "find_service", "feeding_eating", memory=memory)
    assert "Did this help?" not in again.text
    alarmed, _ = say("help", "find_service", memory=dataclasses.replace(WHOLE, alarm="crisis"))
    assert "Did this help?" not in alarmed.text


@pytest.mark.parametrize(
    ("text", "intent", "said"),
    [
        ("Yes, this helped", "thanks", "yes"), ("yes", "affirm", "yes"), ("👍", "nlu_fallback", "yes"), ("aye it did", "out_of_scope", "yes"),
        ("No, something is missing", "find_service", "no"), ("not really", "deny", "no"), ("a bit", "nlu_fallback", "partly"),
    ],
)  # fmt: skip
def test_one_tap_or_a_few_words_answer_it(text: str, intent: str, said: str) -> None:
    _, memory = after_plan()
    reply, after = say(text, intent, memory=memory)
    assert reply.feedback is not None
    assert reply.feedback.said == said
    assert after.awaiting == ("nothing" if said == "yes" else "missing")
    assert after.needs == ("sleep",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is too far away", "too far"), ("the waiting list is two years", "too long to wait"), ("they never answered the phone", "no way to reach them"),
        ("It is not for this age", "wrong age"), ("We have tried it already", "already tried"), ("It was about something else", "about something else"),
        ("dunno how to put it, my Jack just cried", "something else"),
    ],
)  # fmt: skip
def test_what_was_missing_is_kept_as_a_reason_only(text: str, said: str) -> None:
    _, memory = after_plan()
    _, memory = say("no", "deny", memory=memory)
    reply, after = say(text, "find_service", memory=memory)
    if "dunno" in text:
        assert reply.feedback is None
        return
    assert reply.feedback == dataclasses.replace(reply.feedback, said=said)  # type: ignore[type-var]
    assert not any(word in str(reply.feedback) for word in ("Jack", "Crook", "cried"))
    assert after.awaiting == "nothing"


def test_a_missing_need_is_answered_and_counted_as_one() -> None:
    _, memory = after_plan()
    _, memory = say("no", "deny", memory=memory)
    reply, after = say("nothing about his eating", "find_service", "feeding_eating", memory=memory)
    assert "feeding_eating" in after.needs
    assert reply.services
    assert reply.feedback is not None
    assert (reply.feedback.said, reply.feedback.needs) == ("another need", ("feeding_eating",))


def test_a_question_in_place_of_what_was_missing_is_answered_and_counted_where_it_says_what() -> None:
    _, memory = after_plan()
    _, memory = say("No, something is missing", "find_service", memory=memory)
    reply, _ = say("who do i speak to of them", "ask_service_detail", memory=memory)
    assert "It helps us see" not in reply.text
    assert reply.services
    reply, _ = say("is there anything nearer", "find_service", memory=memory)
    assert "It helps us see" not in reply.text
    assert reply.feedback is not None
    assert reply.feedback.said == "too far"


def test_back_in_a_bit_is_no_answer() -> None:
    _, memory = after_plan()
    reply, _ = say("2nd half starting, back in a bit", "out_of_scope", memory=memory)
    assert "What was missing" not in reply.text


def test_rather_not_say_is_fine() -> None:
    _, memory = after_plan()
    _, memory = say("no", "deny", memory=memory)
    reply, after = say("I'd rather not say", "deny", memory=memory)
    assert reply.feedback is None
    assert "fine" in reply.text
    assert after.awaiting == "nothing"


def test_a_new_need_in_place_of_an_answer_is_a_new_need() -> None:
    _, memory = after_plan()
    reply, after = say("no but he also won't eat", "find_service", "feeding_eating", memory=memory)
    assert reply.feedback is None
    assert "feeding_eating" in after.needs


def test_the_area_is_no_finer_than_a_family_hub() -> None:
    assert feedback.area_of(CROOK, DIRECTORY).endswith("Family Hub")
    assert feedback.area_of(Locality("Darlington", False, "Darlington Borough Council", 54.5, -1.5), DIRECTORY) == "outside"
    assert feedback.area_of(None, DIRECTORY) == "not said"
    assert feedback.area_of(Locality("County Durham", True, None, 54.7, -1.75, kind="area"), DIRECTORY) == "County Durham"


@pytest.mark.parametrize(("months", "name"), [(-3, "before birth"), (0, "0 to 4"), (59, "0 to 4"), (60, "5 to 10"), (200, "16 to 18"), (250, "19 to 25")])
def test_ages_are_bands(months: int, name: str) -> None:
    assert feedback.band((months, months + 1)) == name


@pytest.mark.parametrize(
    "text",
    ["is it her fault", "can we get a taxi?", "why not", "no she is not deaf", "no he can hear fine", "nah our lad isn't autistic"],
)
def test_a_question_or_a_no_about_the_child_is_no_answer_to_it(text: str) -> None:
    _, memory = after_plan()
    reply, after = say(text, "deny", memory=memory)
    assert reply.feedback is None
    assert after.awaiting == "nothing"


def test_no_with_an_age_puts_the_age_right() -> None:
    _, memory = after_plan()
    reply, after = say("no hes 5", "deny", memory=memory)
    assert reply.feedback is None
    assert after.ages == ((60, 72),)


def test_a_no_that_says_where_home_is_is_no_verdict() -> None:
    horden = Locality("Horden", True, "Durham County Council", 54.7624, -1.3141)
    _, memory = say("help", "find_service", memory=dataclasses.replace(WHOLE, locality=horden))
    assert memory.awaiting == "helped"
    reply, after = say("no its Horden, near Peterlee", "deny", memory=memory, locality=horden)
    assert reply.feedback is None
    assert after.awaiting != "missing"
