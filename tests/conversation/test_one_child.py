"""Turning to one of several children, and back to all of them."""

from __future__ import annotations

import pytest

from bot.conversation.memory import Memory
from bot.enquiry import Child
from tests.conversation.test_steps import say

TWO = Memory(
    needs=("sleep", "behaviour"),
    children=(Child((156, 168), ("behaviour",), "son"), Child((48, 60), ("sleep",), "daughter")),
    shown=("durham-family-hub",),
)
THREE = Memory(
    needs=("sleep", "behaviour", "hearing"),
    children=(Child((132, 144), ("behaviour",), "son"), Child((96, 108), ("hearing",), "daughter"), Child((24, 36), ("sleep",), "son")),
    shown=("durham-family-hub",),
)


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("forget the little one for now, it's the 13 year old that's urgent", 0),
        ("right, now the little one", 1),
        ("start with the 13yo", 0),
        ("do the girl first", 1),
        ("her first", 1),
        ("leave the lad for now", 1),
        ("leave the big lad, it's the toddler I'm fretting about", 1),
        ("what's there for the older one", 0),
        ("never mind the club, what about the 4 year old", 1),
        ("and B?", 1),
        ("child 1 only please", 0),
        ("littlest", 1),
    ],
)
def test_the_answer_is_about_the_child_that_is_turned_to(text: str, child: int) -> None:
    reply, memory = say(text, "find_service", memory=TWO)
    assert memory.about_child == child
    assert memory.as_understood()["ages"] == [list(TWO.children[child].age)]  # type: ignore[arg-type]
    assert memory.as_understood()["needs"] == list(TWO.children[child].needs)
    assert memory.children == TWO.children, "the other child is not forgotten"
    assert "alone" in reply.text


def test_the_middle_one_of_three_is_known_by_age() -> None:
    _, memory = say("start with the middle one", "find_service", memory=THREE)
    assert memory.about_child == 1


def test_all_of_them_again_brings_everybody_back_with_their_own_needs() -> None:
    _, memory = say("the eldest first", "find_service", memory=TWO)
    _, memory = say("and both of them again", "correction", memory=memory)
    assert memory.about_child is None
    assert memory.children == TWO.children


def test_a_need_said_while_one_child_is_talked_of_is_that_childs() -> None:
    _, memory = say("the eldest first", "find_service", memory=TWO)
    _, memory = say("and dyslexia, what is there for that", "find_service", "learning_difficulty", memory=memory)
    assert memory.children[0].needs == ("behaviour", "learning_difficulty")


def test_a_name_is_not_known_so_the_child_is_asked_for_by_age() -> None:
    reply, memory = say("back to [name]", "find_service", memory=TWO)
    assert memory.about_child is None
    assert [button.title for button in reply.buttons] == ["The 13-year-old", "The 4-year-old"]
    _, memory = say(reply.buttons[1].payload, "find_service", memory=memory)
    assert memory.about_child == 1


@pytest.mark.parametrize("text", ["is it free", "the second one", "her school won't help", "both", "what about the one in Consett"])
def test_other_messages_turn_to_no_child(text: str) -> None:
    _, memory = say(text, "ask_service_detail", memory=TWO)
    assert memory.about_child is None


def test_with_one_child_nothing_is_turned_to() -> None:
    one = Memory(needs=("sleep",), children=(Child((48, 60), ("sleep",), "son"),), shown=("durham-family-hub",))
    _, memory = say("the little one", "find_service", memory=one)
    assert memory.about_child is None


def test_which_is_for_which_child_is_told() -> None:
    two = Memory(needs=("sleep", "speech_language"), children=(Child((96, 108), ("sleep",)), Child((36, 48), ("speech_language",))), locality=None)
    _, memory = say("help", "find_service", memory=two)
    reply, _ = say("which of these are for which child sorry", "ask_service_detail", memory=memory)
    assert "Children's speech and language therapy: For the 3-year-old." in reply.text


def test_a_need_that_is_known_beside_the_child_turns_to_that_child() -> None:
    _, memory = say("the eldest first", "find_service", memory=TWO)
    _, memory = say("right, and the sleep stuff for the little one?", "find_service", "sleep", memory=memory)
    assert memory.about_child == 1
    assert memory.children == TWO.children


def test_a_new_need_of_one_child_is_no_mere_turn() -> None:
    _, memory = say("and speech for the little one", "find_service", "speech_language", memory=TWO)
    assert "speech_language" in memory.needs


@pytest.mark.parametrize(
    ("text", "needs", "child"),
    [
        ("Just the girl for a minute please. I should have said she won't go into school any more", ["school_attendance_refusal"], 1),
        ("back to the lad. he's been sent home again", ["exclusion_suspension"], 0),
    ],
)
def test_what_follows_the_child_that_is_turned_to_is_told_of_that_child(text: str, needs: list[str], child: int) -> None:
    _, memory = say(text, "find_service", *needs, memory=TWO)
    assert memory.about_child == child
    assert memory.as_understood()["needs"] == [*needs, *TWO.children[child].needs]
    assert memory.children[1 - child] == TWO.children[1 - child]


def test_the_last_sentence_says_which_child_is_left() -> None:
    text = "The 4 year old has been picked up by the sleep nurse, so take her off please. Only the 13 year old now."
    _, memory = say(text, "find_service", "sleep", memory=TWO)
    assert memory.about_child == 0
    assert memory.as_understood()["needs"] == ["behaviour"]
    assert memory.children == TWO.children


@pytest.mark.parametrize("text", ["Only the boy hits. He is 13 and she is 4.", "Back to school on Monday. he's dreading it"])
def test_a_sentence_that_tells_more_turns_to_nobody(text: str) -> None:
    assert say(text, "find_service", memory=TWO)[1].about_child is None


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Back to the lad. His sister has started hurting herself", ["low_mood_self_harm"]),
        ("Just him. I need help for me as well", ["carer_parent_support"]),
        ("Back to the lad. What's the number for CAMHS?", []),
        ("Just the girl. How long is the wait?", []),
    ],
)
def test_what_is_of_somebody_else_or_asked_behind_it_is_not_given_to_the_child(text: str, needs: list[str]) -> None:
    _, memory = say(text, "find_service", *needs, memory=TWO)
    assert not set(needs) & set(memory.children[0].needs)
    assert memory.about_child is None


def test_what_is_told_before_the_last_sentence_turns_is_kept() -> None:
    _, memory = say("My lad is 14 now. Just my daughter please", "find_service", memory=TWO)
    assert memory.children[0].age == (168, 180)
    assert memory.about_child == 1


def test_a_sister_who_is_fine_does_not_keep_the_talk_from_the_one_who_is_meant() -> None:
    _, memory = say("No, I meant the younger one. His big brother is absolutely fine, you can forget about him.", "correction", memory=TWO)
    assert memory.as_understood()["ages"] == [[48, 60]]


def test_the_age_of_the_child_that_is_talked_of_keeps_the_talk_there() -> None:
    _, memory = say("start with the 13yo", "find_service", memory=TWO)
    _, memory = say("Can he self-refer at 13?", "ask_faq", memory=memory)
    assert memory.about_child == 0


@pytest.mark.parametrize("text", ["what's for the 4 year old", "I said there were two of them but it's only the youngest I need help for", "just the little one I need help with", "which ones are for the youngest"])
def test_the_one_child_may_be_asked_for_in_other_words(text: str) -> None:
    reply, memory = say(text, "correction", memory=TWO)
    assert memory.as_understood()["ages"] == [[48, 60]]
    assert "alone" in reply.text


@pytest.mark.parametrize("text", ["what's for [name]", "[name] is fine now, just [name]", "just [name] now, [name]'s fine"])
def test_of_two_names_it_is_asked_who_is_meant(text: str) -> None:
    reply, _ = say(text, "correction", memory=TWO)
    assert [button.title for button in reply.buttons] == ["The 13-year-old", "The 4-year-old"]


def test_what_follows_for_the_girl_is_of_her_alone() -> None:
    _, memory = say("For the girl - they said no. What next?", "find_service", "sleep", memory=TWO)
    assert memory.about_child == 1


@pytest.mark.parametrize("text", ["aye both of them still need help", "they both still need help", "the two of them still need it"])
def test_both_still_need_help_shows_the_list_for_each(text: str) -> None:
    reply, memory = say(text, "nlu_fallback", memory=Memory(needs=TWO.needs, children=TWO.children, shown=TWO.shown, awaiting="helped"))
    assert memory.children == TWO.children
    assert "13-year-old" in reply.text
    assert "4-year-old" in reply.text


def test_the_list_of_those_who_are_left_is_shown_whatever_that_was_taken_for() -> None:
    reply, memory = say("so just the first two then", "affirm", memory=THREE)
    assert memory.children == THREE.children[:2]
    assert "11-year-old" in reply.text
    assert "2-year-old" not in reply.text


def test_a_question_for_one_of_them_leaves_both_in_sight() -> None:
    _, memory = say("For the boy, must be the doctor who sends him?", "ask_service_detail", memory=TWO)
    assert memory.about_child is None
