"""What is told or asked of the whole list in words that no entry answers, and questions that are typed as they sound."""

from __future__ import annotations

import dataclasses

import pytest

from bot.conversation import refusals, steps
from bot.conversation.in_place import in_place
from bot.conversation.memory import Memory
from bot.conversation.shown.aspects import find_aspect
from bot.conversation.shown.spelling import spelt_out
from bot.conversation.turn import take_turn
from bot.enquiry import Child, Locality
from tests.conversation.test_follow_ups import FAQS, SLEEPLESS, TODAY, planned, say
from tests.conversation.test_merge import hear
from tests.conversation.test_steps import DIRECTORY

STANLEY = Locality("Stanley", True, "Durham County Council", 54.869, -1.6985)
IN_NEED_OF_A_BREAK = Memory(needs=("short_breaks_respite",), children=(Child((108, 120), ("short_breaks_respite",), "son"),), locality=STANLEY)
BORED = Memory(needs=("leisure_friends",), children=(Child((144, 156), ("leisure_friends",), "daughter"),), locality=STANLEY)
NO_SPEECH = Memory(needs=("speech_language",), children=(Child((48, 60), ("speech_language",), "son"),), locality=STANLEY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wud we need a docters leter", "would we need a doctor's letter"), ("culd i get a refferal", "could i get a referral"), ("is there a fone nmber", "is there a phone number"),
        ("duz it need a diagnosys", "does it need a diagnosis"), ("shud I book an appointmnt", "should I book an appointment"), ("any intrpreters", "any interpreter"),
    ],
)  # fmt: skip
def test_a_question_typed_as_it_sounds_is_spelt_out(typed: str, meant: str) -> None:
    assert spelt_out(typed) == meant


@pytest.mark.parametrize("text", ["he is awaiting a place and a diagnostic test", "a thresholds document, pending", "the ointment for her arms", "a disappointment to us all", "writing and walking at the weekend"])
def test_english_words_stay_as_they_are(text: str) -> None:
    assert spelt_out(text) == text


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("wud they want a docters letter", "refer"), ("have we got to see the gp furst", "refer"), ("am i allowed to ring them", "refer"), ("can their grandad bring her instead", "with_me"),
        ("I'm on nights, can somebody else drop him off", "with_me"), ("does it have to be me that takes her", "with_me"), ("how do I write to them", "text"), ("it used to take ages, is it any better", "wait"),
        ("is it for all ages", "ages"), ("can you take part", None),
    ],
)  # fmt: skip
def test_what_is_asked_is_heard(text: str, aspect: str | None) -> None:
    assert find_aspect(text) == aspect


@pytest.mark.parametrize(
    "text",
    [
        "we applied in 2022 and were told no", "asked once, got told no", "they knocked us back a few years ago", "we got turned down for that before", "they said he doesn't meet the threshold",
        "they reckoned she wasn't disabled enough", "I tried last time and got nowhere", "we rang them in March and they said no",
    ],
)  # fmt: skip
def test_an_old_no_is_no_last_word_and_the_help_stays(text: str) -> None:
    before = planned(IN_NEED_OF_A_BREAK)
    reply, memory = say(text, "nlu_fallback", memory=before)
    assert "not the last word" in reply.text
    assert memory.shown == before.shown
    assert memory.declined == before.declined
    assert [card["id"] for card in reply.services] == list(before.shown)


def test_a_school_that_said_no_before_is_no_new_need() -> None:
    before = planned(IN_NEED_OF_A_BREAK)
    reply, memory = say("we asked at school before and they said no", "find_service", "sen_support_school", memory=before)
    assert "not the last word" in reply.text
    assert memory.needs == before.needs


@pytest.mark.parametrize("text", ["he was told no and threw his plate", "told him no and he ran off", "what if we're told no", "he refused school last year", "nobody said no to us yet", "they refused it last week"])
def test_no_old_no_of_a_service(text: str) -> None:
    assert not refusals.of_before(text)


@pytest.mark.parametrize("text", ["what about the summer holidays", "owt on in half term?", "and over easter, what then", "it's when the schools are off that he struggles", "what do they do in the six weeks"])
def test_the_holidays_are_answered_by_what_runs_then(text: str) -> None:
    reply, memory = say(text, "ask_service_detail", memory=planned(IN_NEED_OF_A_BREAK))
    assert "school holidays" in reply.text
    assert "short-breaks-durham" in memory.shown
    assert all("holiday" in f"{one.name} {one.summary}".lower() for one in DIRECTORY.all_of(memory.shown))


def test_where_nothing_is_known_of_the_holidays_that_is_said_with_whom_to_ask() -> None:
    before = planned(NO_SPEECH)
    reply, memory = say("what about the summer holidays", "ask_service_detail", memory=before)
    assert "I have not seen what these do in the school holidays" in reply.text
    assert "Families Information Service" in reply.text
    assert memory.shown == before.shown


@pytest.mark.parametrize("text", ["we're on holiday next week", "can we take him on holiday in term time", "six weeks is a long wait"])
def test_another_holiday_is_none_of_the_list_s(text: str) -> None:
    assert "school holidays" not in say(text, "nlu_fallback", memory=planned(IN_NEED_OF_A_BREAK))[0].text


@pytest.mark.parametrize("text", ["we haven't a car and it's one bus a day", "no car here", "I don't drive and the bus is every two hours", "we live in the sticks, no buses after five", "my partner has the car all day"])
def test_how_far_the_family_gets_is_answered_by_what_needs_no_travel(text: str) -> None:
    reply, memory = say(text, "nlu_fallback", memory=planned(SLEEPLESS))
    assert "needs no travel" in reply.text
    assert any(one.online for one in DIRECTORY.all_of(memory.shown))


@pytest.mark.parametrize("text", ["he has no bus to school", "we've no car, how does he get to college"])
def test_a_way_to_school_is_no_question_of_the_list(text: str) -> None:
    assert "needs no travel" not in say(text, "find_service", "transport", memory=planned(SLEEPLESS))[0].text


@pytest.mark.parametrize("text", ["is there a gaming club or summat", "any football teams", "owt with horses", "does anyone do minecraft", "what about art classes"])
def test_a_thing_of_the_kind_listed_is_answered_by_the_list(text: str) -> None:
    before = planned(BORED)
    reply, memory = say(text, "nlu_fallback", memory=before)
    assert "comes nearest" in reply.text or "of that kind" in reply.text
    assert memory.shown
    assert memory.needs == before.needs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("been on to the virtual school, they're on it", "Virtual School"), ("SENDIASS are helping us already", "SENDIASS"), ("we've got portage", "Portage"),
        ("the SENCO's already on it", "SENCO"), ("I spoke to CAMHS, they're dealing with it", "CAMHS"),
    ],
)  # fmt: skip
def test_help_that_is_on_it_is_there(text: str, name: str) -> None:
    assert any(name in service.name for service in in_place(text, DIRECTORY))


@pytest.mark.parametrize("text", ["we've got to ring CAMHS", "we've got a meeting with SENDIASS", "have you got portage's number", "we've got no portage", "are CAMHS on it already"])
def test_help_that_is_not_there_yet(text: str) -> None:
    assert in_place(text, DIRECTORY) == ()


def test_help_that_is_there_is_taken_out_and_the_rest_offered() -> None:
    before = planned(NO_SPEECH)
    reply, memory = say("afasic are helping us already", "ask_service_detail", memory=before)
    assert "already" in reply.text
    assert "afasic" not in memory.shown
    assert memory.shown


@pytest.mark.parametrize("text", ["do they need a hearing test first", "must he have his hearing checked before they see him"])
def test_a_test_that_may_come_first_is_no_need_of_one(text: str) -> None:
    before = planned(NO_SPEECH)
    reply, memory = say(text, "find_service", "hearing", memory=before)
    assert "you need one first" in reply.text
    assert memory.needs == before.needs


def test_a_hearing_test_that_is_asked_for_is_a_need() -> None:
    assert "hearing" in say("he needs a hearing test too", "find_service", "hearing", memory=planned(NO_SPEECH))[1].needs


def test_what_can_be_had_without_a_wait_stands_beside_the_tips() -> None:
    reply, _ = say("what do we do in the meantime", "ask_service_detail", memory=planned(SLEEPLESS))
    assert reply.text.startswith("While you wait")
    assert 1 <= len(reply.services) <= 3
    assert "nobody has to refer you" in reply.text


def test_thanks_with_a_plan_to_print_are_heard_and_no_need_in_them() -> None:
    before = planned(NO_SPEECH)
    reply, memory = say("lovely, I'll print it and take it to the SENCO", "thanks", "sen_support_school", memory=before)
    assert reply.text.startswith("You're welcome.")
    assert memory.needs == before.needs
    assert not say("how do I print this", "ask_faq", memory=before)[0].text.startswith("You're welcome.")


def _ranked(text: str, aspect: str, *needs: str) -> tuple[str, Memory]:
    heard = dataclasses.replace(hear(text, *needs), intent="ask_service_detail", questions=(("none", 1.0),), aspect=aspect, aspect_chance=0.9)
    reply, memory = steps.respond(take_turn(planned(NO_SPEECH), heard, DIRECTORY, FAQS, TODAY))
    return reply.text, memory


def test_buses_in_a_question_about_a_visit_are_no_need_of_a_way_to_school() -> None:
    text, memory = _ranked("do they go into nursery or am I dragging him on two buses", "visit", "transport")
    assert "home or to school" in text
    assert memory.needs == ("speech_language",)


def test_an_interpreter_is_asked_for_and_no_texts() -> None:
    text, memory = _ranked("my english on telephone is bad, have they interpreter for kurdish", "language", "language_eal")
    assert "interpreter is free" in text
    assert "language_eal" in memory.needs


def test_still_that_bad_of_a_wait_asks_how_long_it_is() -> None:
    text, _ = _ranked("the last family waited 20 weeks. is it still that bad", "still_there")
    assert "wait" in text
    assert "still runs" not in text


WORRIED = Memory(needs=("anxiety_emotional",), children=(Child((168, 180), ("anxiety_emotional",), "daughter"),), locality=STANLEY)


@pytest.mark.parametrize("text", ["her mam says no to CAMHS", "she won't go back to CAMHS", "not keen on CAMHS again"])
def test_one_that_the_family_turns_down_goes_and_nobody_is_told_of_a_no(text: str) -> None:
    before = planned(WORRIED)
    reply, memory = say(text, "find_service", "anxiety_emotional", memory=before)
    assert "taken Child and adolescent" in reply.text
    assert "reason in writing" not in reply.text
    assert set(memory.declined) > set(before.declined)


@pytest.mark.parametrize("text", ["she's not even got a diagnosis yet", "there's no diagnosis though", "hasn't been diagnosed with anything official", "but we've never had a formal diagnosis"])
def test_no_diagnosis_told_of_is_answered_for_each(text: str) -> None:
    reply, memory = say(text, "find_service", memory=planned(WORRIED))
    assert "diagnosis" in reply.text
    assert "Start here" not in reply.text
    assert memory.needs == WORRIED.needs


@pytest.mark.parametrize("text", ["he had no diagnosis until he was nine and then we moved", "the diagnosis was wrong"])
def test_a_tale_of_a_diagnosis_asks_nothing_of_the_list(text: str) -> None:
    reply, _ = say(text, "nlu_fallback", memory=planned(WORRIED))
    assert "For each of these" not in reply.text


@pytest.mark.parametrize("text", ["not the council please", "anyone but not the council", "I don't trust the council as far as I can throw them"])
def test_help_that_the_council_does_not_run_is_shown(text: str) -> None:
    reply, memory = say(text, "ask_service_detail", memory=planned(WORRIED))
    assert "the council does not run" in reply.text
    assert not any("council" in (DIRECTORY.get(id) or pytest.fail(id)).provider.lower() for id in memory.shown)


def test_what_is_taken_back_goes_though_somebody_is_on_it() -> None:
    both = planned(Memory(needs=("benefits_money", "speech_language"), children=(Child((48, 60), ("benefits_money", "speech_language"), "son"),), locality=STANLEY))
    _, memory = say("leave the money out, we've already got Citizens Advice on it", "correction", memory=both)
    assert memory.needs == ("speech_language",)


@pytest.mark.parametrize("text", ["he's never been on a bus by himself, does anyone do travel training", "I'd need help getting there on the bus, never been on one on my own", "different thing, could he get a taxi instead of the bus"])
def test_whoever_wants_to_learn_to_travel_asks_for_more_than_the_way_there(text: str) -> None:
    heard = dataclasses.replace(hear(text, "transport"), intent="find_service", aspect="travel", aspect_chance=0.8)
    _, memory = steps.respond(take_turn(planned(BORED), heard, DIRECTORY, FAQS, TODAY))
    assert "transport" in memory.needs


@pytest.mark.parametrize("text", ["and if it gets worse out of hours?", "what if she gets worse at night", "what if it all kicks off at 3 in the morning"])
def test_if_it_gets_worse_at_night_is_answered_with_who_answers_then(text: str) -> None:
    heard = dataclasses.replace(hear(text), intent="ask_faq", questions=(("part-time-timetable", 0.6),))
    reply, memory = steps.respond(take_turn(planned(WORRIED), heard, DIRECTORY, FAQS, TODAY))
    assert "111" in reply.text
    assert memory.needs == WORRIED.needs


@pytest.mark.parametrize(("text", "words"), [("smashing ta", "welcome"), ("canny. bye for now", "care"), ("lovely cheers pet", "welcome")])
def test_praise_and_thanks_tell_of_no_need(text: str, words: str) -> None:
    reply, memory = say(text, "find_service", "behaviour", memory=planned(WORRIED))
    assert words in reply.text
    assert memory.needs == WORRIED.needs
