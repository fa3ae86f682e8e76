"""What is asked of the chat itself is answered whatever else is said in the same breath."""

from __future__ import annotations

import pytest

from bot.conversation.memory import Memory
from bot.enquiry import Child
from tests.conversation.test_steps import say

SLEEP = Memory(needs=("sleep",), children=(Child((84, 96), ("sleep",), "son"),))


@pytest.mark.parametrize("text", ["Thank you very much, you are good person. Are you person?", "r u a robot", "are you even real"])
def test_whether_it_is_a_person_is_told_beside_thanks(text: str) -> None:
    reply, memory = say(text, "thanks", memory=SLEEP)
    assert "computer program" in reply.text
    assert memory.needs == ("sleep",)


def test_whether_it_is_a_person_is_told_with_a_word_behind_it() -> None:
    reply, _ = say("are you a robot? just wondering", "find_service")
    assert "computer program" in reply.text


def test_whether_it_is_a_person_is_told_at_the_end_of_a_long_message() -> None:
    reply, _ = say("On Sunday in our church we make big lunch for all the people, you can come also, ha ha. Or you are computer?", "out_of_scope")
    assert "computer program" in reply.text


@pytest.mark.parametrize("text", ["Can you write in Polish?", "You can write in Polish to me?", "do you speak arabic", "can i write in my own language"])
def test_who_asks_for_another_language_is_told_how_to_get_help_in_it(text: str) -> None:
    reply, memory = say(text, "out_of_scope", "language_eal", memory=SLEEP)
    assert "interpreter" in reply.text
    assert memory.needs == ("sleep",)


@pytest.mark.parametrize("text", ["do they speak Polish there", "are you able to help with sleep", "you are real help", "is there a real person I can ring"])
def test_what_is_asked_of_a_service_is_not_of_the_chat(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=SLEEP)
    assert "I'm a computer program, not a person" not in reply.text
    assert "I can read only English" not in reply.text
