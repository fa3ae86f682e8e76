"""A place that is not home today: a move to come, and where a child is for some of the week."""

from __future__ import annotations

import dataclasses

import pytest

from bot.conversation.memory import Memory
from bot.conversation.memory.home import ASKS_TO_USE
from bot.enquiry import Child
from tests.conversation.test_follow_ups import CROOK, say

PLAN = Memory(needs=("ehc_plan",), children=(Child((96, 108), ("ehc_plan",), "son"),), locality=CROOK)
OFFERS = {"Gateshead": "local-offer-gateshead", "Hartlepool": "local-offer-hartlepool", "Darlington": "local-offer-darlington"}


def planned() -> Memory:
    return say("help", "find_service", memory=PLAN)[1]


def test_a_council_whose_page_is_not_known_is_named_without_one() -> None:
    reply, _ = say("we're moving to North Shields in May", "find_service", memory=planned())
    assert "North Tyneside" in reply.text
    assert "None" not in reply.text


@pytest.mark.parametrize("intent", ["find_service", "ask_service_detail", "nlu_fallback"])
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("we're moving to Blaydon after Christmas", "Gateshead"),
        ("what if we moved to Hartlepool", "Hartlepool"),
        ("might be relocating to Darlington for his work", "Darlington"),
        ("once they move to Gateshead what then", "Gateshead"),
    ],
)
def test_a_move_to_come_keeps_home_and_names_the_next_council_s_list(text: str, place: str, intent: str) -> None:
    reply, memory = say(text, intent, memory=planned())
    assert [card["id"] for card in reply.services] == [OFFERS[place]]
    assert "Once you live in" in reply.text
    assert memory.locality == CROOK
    assert memory.needs == PLAN.needs


def test_a_move_told_of_with_the_first_need_stands_above_the_list() -> None:
    reply, memory = say("we live in Consett and are moving to Darlington in May. he needs a plan", "find_service", "ehc_plan", memory=Memory())
    assert "Once you live in Darlington" in reply.text
    assert memory.locality is not None
    assert memory.locality.name == "Consett"


@pytest.mark.parametrize("text", ["his nana has him mon to wed in Hartlepool, does that matter", "he's with his dad weekends in Darlington"])
def test_days_in_another_council_s_area_move_nobody(text: str) -> None:
    reply, memory = say(text, "find_service", memory=planned())
    assert "Some health services follow your GP, not your address" in reply.text
    assert reply.services[0]["kind"] == "other_local_offer"
    assert memory.locality == CROOK


@pytest.mark.parametrize(
    "text",
    ["we moved to Darlington last week", "his dad's moving to Darlington", "we're not moving to Darlington", "he sees a doctor in Darlington", "we're moving to Peterlee in May"],
)
def test_nothing_is_said_of_a_move_where_none_over_the_border_is_to_come(text: str) -> None:
    assert "Once you live in" not in say(text, "find_service", memory=planned())[0].text


def test_with_a_new_need_the_list_comes_too() -> None:
    reply, memory = say("we're moving to Darlington in May and he won't sleep", "find_service", "sleep", memory=planned())
    assert "Once you live in Darlington" in reply.text
    assert "sleep" in memory.needs
    assert len(reply.services) > 1


def test_a_practitioner_reads_of_the_family() -> None:
    reply, _ = say("if they moved to Darlington altogether?", "find_service", memory=dataclasses.replace(planned(), voice="practitioner"))
    assert "Once they live in Darlington" in reply.text


def test_the_main_home_after_all_is_one_tap() -> None:
    reply, memory = say("her nan has her thurs and fri in Darlington", "find_service", memory=planned())
    assert [button.title for button in reply.buttons] == ["Home is Darlington"]
    moved = say(reply.buttons[0].payload, "find_service", memory=memory)[1]
    assert moved.locality is not None
    assert moved.locality.name == "Darlington"


@pytest.mark.parametrize("text", ["CLA 13 fostered in Sunderland, social worker is Durham, won't go to school", "foster child 9 we live in Hartlepool but he is Durham's LAC"])
def test_a_child_in_durhams_care_who_lives_outside_has_durhams_virtual_school(text: str) -> None:
    reply, memory = say(text, "find_service", "school_attendance_refusal", memory=Memory())
    assert "Durham's Virtual School" in reply.text
    assert memory.locality is not None
    assert memory.locality.in_area is False


@pytest.mark.parametrize("text", ["foster child 9, we live in Hartlepool", "my lad is 9, we live in Hartlepool, his school is in Durham", "LAC 9, LA is Durham, lives in Horden"])
def test_no_other_child_is_said_to_be_in_durhams_care(text: str) -> None:
    assert "in Durham's care" not in say(text, "find_service", "sleep", memory=Memory())[0].text


def test_an_address_that_says_durham_is_told_whose_area_it_looks_to_be() -> None:
    outside = say("he's 8 and stammers, we're in Birtley", "find_service", "speech_language", memory=Memory())[1]
    reply, memory = say("but my address says county durham on everything??", "ask_faq", memory=outside)
    assert "Gateshead" in reply.text
    assert "council tax" in reply.text
    assert memory.locality == outside.locality


@pytest.mark.parametrize("text", ["sorry, our address is in Durham", "no, wrong, our address is Framwellgate Moor, Durham"])
def test_an_address_in_durham_moves_home_there(text: str) -> None:
    outside = say("he's 8 and stammers, we're in Hartlepool", "find_service", "speech_language", memory=Memory())[1]
    _, memory = say(text, "correction", memory=outside)
    assert memory.locality is not None
    assert memory.locality.in_area


def test_a_council_tax_bill_from_durham_is_home_in_the_county() -> None:
    outside = say("he's 8 and stammers, we're in Birtley", "find_service", "speech_language", memory=Memory())[1]
    _, memory = say("my council tax bill says Durham County Council", "find_service", memory=outside)
    assert memory.locality is not None
    assert memory.locality.in_area


def test_a_letter_about_harm_is_no_word_about_the_post() -> None:
    outside = say("he's 8 and stammers, we're in Hartlepool", "find_service", "speech_language", memory=Memory())[1]
    _, memory = say("the letter is from Durham court about his dad hitting me", "find_service", "domestic_abuse", memory=outside)
    assert "domestic_abuse" in memory.needs


def test_post_is_not_spoken_of_to_a_home_in_the_county() -> None:
    reply, _ = say("my address says county durham on everything", "find_service", memory=planned())
    assert "council tax" not in reply.text


@pytest.mark.parametrize("text", ["We've just moved to Seaham, can we get speech therapy in school", "We're in Peterlee now, can we use the groups in our area", "can I get help at home"])
def test_who_has_moved_in_asks_no_leave_to_use_it(text: str) -> None:
    assert not ASKS_TO_USE.search(text)


def test_who_lives_outside_may_ask_what_there_is_in_durham() -> None:
    assert ASKS_TO_USE.search("can I use anything in Durham")


def test_another_family_over_the_border_is_told_their_council_and_home_stays() -> None:
    reply, memory = say("my brother has a boy too, he lives in Darlington. same help?", "find_service", memory=planned())
    assert [card["id"] for card in reply.services] == ["local-offer-darlington"]
    assert memory.locality == CROOK


def test_a_home_in_the_county_stays_where_the_council_is_told() -> None:
    reply, memory = say("no we're near Darlington like but it's Durham council", "correction", memory=planned())
    assert "County Durham is for you" in reply.text
    assert memory.locality == CROOK
