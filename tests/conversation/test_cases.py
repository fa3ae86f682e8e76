"""Several families in one chat: a practitioner goes on to the next, and comes back to one of those before."""

from __future__ import annotations

import dataclasses
import json

import pytest

from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.memory.put_away import called_back, opens_another
from bot.conversation.turn import take_turn
from bot.enquiry import Child, Locality
from tests.conversation.test_follow_ups import FAQS
from tests.conversation.test_merge import TODAY, hear
from tests.conversation.test_steps import DIRECTORY

SACRISTON = Locality("Sacriston", True, "Durham County Council", 54.82, -1.62)
PELTON = Locality("Pelton", True, "Durham County Council", 54.87, -1.61)
PENCIL = Memory(needs=("motor_coordination",), children=(Child((96, 108), ("motor_coordination",), "boy"),), locality=SACRISTON, voice="practitioner")


def say(text: str, *needs: str, memory: Memory, place: Locality | None = None, intent: str = "find_service") -> tuple[Reply, Memory]:
    heard = dataclasses.replace(hear(text, *needs), intent=intent, locality=place)
    return steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY, None))


def two_families() -> Memory:
    _, first = say("help", memory=PENCIL)
    return say("Next one: girl in Reception, barely talks. The family live in Pelton.", "speech_language", memory=first, place=PELTON)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Next one: girl in Reception, barely talks.", "next lad: 14, no mates, on the xbox all night", "Last one: lad in Year 6, his nan died in spring",
        "Next young person: 19, wants a job", "thanks. next one - baby of 10 months, doesn't turn to sounds", "next one, different family: boy, 3, bites", "next one: dad at the desk, 10 year old still wetting the bed",
    ],
)  # fmt: skip
def test_the_next_one_of_a_practitioner_is_another_family(text: str) -> None:
    assert opens_another(PENCIL, hear(text))


@pytest.mark.parametrize(
    "text",
    [
        "next one: how do I apply for DLA?", "next one, his sister, 7", "Last one: is it free?", "next one please", "next: can mum ring them herself", "Last one, anything for her mum?",
        "Next, any holiday clubs nearby?", "Next, tell me about EHC plans", "Next: anything for siblings", "Next, sleep support for the same girl", "Last one - evening groups for parents", "Last one, home visits for this family?",
        "Last one: dad is worried he can't keep her safe tonight", "Next one: mum needs help with DLA forms for him", "Next one, family support worker for them please", "Final one: child benefit, does it stop at 16", "Next one: 2 more questions about him",
        "last one, what's the number", "next one: same family, the brother", "another thing, she bites",
    ],
)  # fmt: skip
def test_a_next_question_is_of_the_same_family(text: str) -> None:
    assert not opens_another(PENCIL, hear(text))


def test_a_parent_s_next_one_is_one_more_child() -> None:
    parent = dataclasses.replace(PENCIL, voice="parent")
    assert not opens_another(parent, hear("next one: girl in Reception, barely talks"))


def test_the_next_family_begins_anew_and_the_one_before_is_kept() -> None:
    memory = two_families()
    assert memory.needs == ("speech_language",)
    assert memory.locality == PELTON
    assert [case.needs for case in memory.cases] == [("motor_coordination",)]


def test_going_back_finds_the_family_by_place_age_need_or_number() -> None:
    memory = two_families()
    assert memory.cases[0].shown
    for text, needs, place in (
        ("Back to the Year 4 boy with the pencil, in Sacriston.", ("motor_coordination",), SACRISTON),
        ("going back to the first family", (), None),
        ("ok back to the lad who can't hold a pencil", ("motor_coordination",), None),
        ("sorry, go back to the little boy", (), None),
        ("back to the first one", (), None),
        ("can you give me the details for the first family", (), None),
    ):
        heard = dataclasses.replace(hear(text, *needs), locality=place)
        found = called_back(memory, heard)
        assert found is not None, text
        assert (found.needs, found.locality) == (PENCIL.needs, SACRISTON)
        assert [case.needs for case in found.cases if case.needs] == [("speech_language",)]


@pytest.mark.parametrize("text", ["back to school is so hard for her", "can we go back to the girl", "back to basics then", "he went back to the nursery", "Back to school after half term he just refuses", "can we go back to the one you showed"])
def test_going_back_to_nobody_who_was_told_of_changes_nothing(text: str) -> None:
    assert called_back(two_families(), hear(text)) is None


def test_going_back_shows_that_family_s_help_and_says_so() -> None:
    reply, memory = say("Back to the boy in Sacriston", memory=two_families(), place=SACRISTON)
    assert "We are back to this: hand skills and balance" in reply.text
    assert memory.children == PENCIL.children
    assert memory.shown


def test_a_question_behind_going_back_is_answered_for_that_family() -> None:
    reply, memory = say("Back to the Year 4 boy in Sacriston. Is there a wait?", memory=two_families(), place=SACRISTON)
    assert "We are back to this" in reply.text
    assert "wait" in reply.text
    assert memory.needs == PENCIL.needs


def test_cases_survive_the_slots_as_plain_values_and_are_never_nested() -> None:
    memory = two_families()
    slots = json.loads(json.dumps(memory.to_slots()))
    assert Memory.from_slots(slots) == memory
    assert all(not case.cases for case in memory.cases)


def test_start_again_forgets_every_family() -> None:
    _, memory = say("start again", memory=two_families(), intent="correction")
    assert memory.cases == ()


def test_what_the_board_counted_goes_with_its_family() -> None:
    memory = two_families()
    counted = dataclasses.replace(memory.cases[0], counted=(("a", "b", "c", "d"),))  # type: ignore[arg-type]
    back = called_back(dataclasses.replace(memory, cases=(counted,)), dataclasses.replace(hear("back to the one in Sacriston"), locality=SACRISTON))
    assert back is not None
    assert back.counted == counted.counted


def test_what_is_told_besides_going_back_is_heard() -> None:
    memory = two_families()
    assert say("back to the boy in Sacriston, he's not sleeping either", "sleep", memory=memory, place=SACRISTON)[1].needs == ("sleep", "motor_coordination")
    assert say("back to the boy in Sacriston, he's in year 5 not year 4", memory=memory, place=SACRISTON)[1].ages == ((108, 120),)


def test_two_families_that_look_alike_can_both_be_asked_about() -> None:
    _, first = say("help", memory=PENCIL)
    _, twin = say("Next one: boy in Year 4, can't hold a pencil, Sacriston", "motor_coordination", memory=first, place=SACRISTON)
    reply, _ = say("how long is the wait?", memory=twin, intent="ask_service_detail")
    assert "We are back" not in reply.text


def test_an_alarm_stays_in_sight_of_the_family_it_is_about() -> None:
    _, memory = say("Next one: girl in Reception, barely talks. Pelton", "speech_language", memory=dataclasses.replace(say("help", memory=PENCIL)[1], alarm="safeguarding"), place=PELTON)
    assert memory.alarm == "none"
    assert say("back to the boy in Sacriston", memory=memory, place=SACRISTON)[1].alarm == "safeguarding"


def test_families_keep_their_number_however_often_one_goes_back() -> None:
    _, memory = say("Next one: lad in Year 6, very quiet. Crook", "bereavement", memory=two_families())
    for text, need in (("back to the first family", "motor_coordination"), ("back to the second family", "speech_language"), ("back to the first one", "motor_coordination"), ("back to the third case", "bereavement")):
        _, memory = say(text, memory=memory)
        assert memory.needs == (need,), text
    assert json.loads(json.dumps(memory.to_slots())) == memory.to_slots()
    assert Memory.from_slots(memory.to_slots()) == memory
    _, memory = say("Next one: girl of 15, wants a job", "employment_training", memory=memory)
    assert say("back to the third case", memory=memory)[1].needs == ("bereavement",)


def test_a_question_for_the_family_before_is_answered_from_its_list() -> None:
    reply, memory = say("who do i ring for the first family", memory=two_families(), intent="ask_service_detail")
    assert memory.needs == PENCIL.needs
    assert "We are back to this" in reply.text


def test_going_back_from_the_sixth_family_loses_none() -> None:
    memory = two_families()
    for need in ("hearing", "vision", "sleep", "transport"):
        _, memory = say("Next one: boy in Year 3, Crook", need, memory=memory)
    _, memory = say("back to the third family", memory=memory)
    assert memory.needs == ("hearing",)
    assert [case.needs[0] for case in memory.cases if case.needs] == ["motor_coordination", "speech_language", "vision", "sleep", "transport"]


@pytest.mark.parametrize("text", ["What about the second child, she's 4 and bites", "Nothing for the first child, but the second child is 4", "go back to the first one on the list", "back to the second one you gave me, do they come to school"])
def test_a_second_child_or_one_of_the_list_is_no_family_before(text: str) -> None:
    assert called_back(two_families(), hear(text)) is None


def test_a_third_family_now_is_another() -> None:
    memory = two_families()
    heard = hear("Third family now. Dad died in October, daughters in Year 2 and Year 6, Shotton Colliery.", "bereavement")
    assert opens_another(memory, heard)
