"""What a turn makes of a message that names its need by halves."""

from __future__ import annotations

import pytest

from bot.conversation.memory import Memory
from bot.conversation.turn import take_turn
from bot.enquiry import Child
from tests.conversation.test_follow_ups import FAQS
from tests.conversation.test_merge import hear
from tests.conversation.test_steps import DIRECTORY, TODAY


def needs_of(text: str, memory: Memory | None = None) -> tuple[str, ...]:
    return take_turn(memory or Memory(), hear(text, "feeding_eating"), DIRECTORY, FAQS, TODAY).memory.needs


@pytest.mark.parametrize(
    "text", ["i dont eat anymore", "I can't eat in front of people", "ive stopped eating lunch", "i hide food so mam thinks i ate it", "i skip meals", "im not eating really"]
)
def test_who_does_not_eat_themselves_is_no_fussy_toddler(text: str) -> None:
    assert needs_of(text) == ("eating_disorder",)


@pytest.mark.parametrize("text", ["he doesn't eat anymore", "my daughter won't eat her dinner", "I don't eat with him, he throws his food", "I can't get him to eat"])
def test_a_child_who_eats_little_is_helped_with_eating(text: str) -> None:
    assert needs_of(text) == ("feeding_eating",)


def test_a_parent_who_does_not_eat_leaves_the_child_s_need_alone() -> None:
    parent = Memory(needs=("feeding_eating",), children=(Child((36, 48), ("feeding_eating",), "son"),), voice="parent")
    assert needs_of("I never eat at the table now", parent) == ("feeding_eating",)


def test_a_need_that_is_heard_may_be_taken_up_as_another() -> None:
    parent = Memory(needs=("toileting_continence",), children=(Child((36, 48), ("toileting_continence",), "son"),), voice="parent")
    turn = take_turn(parent, hear("I've not slept right in months", "sleep"), DIRECTORY, FAQS, TODAY)
    assert turn.new_needs == {"sleep"}
    assert turn.needs_taken_up == {"carer_parent_support"}
