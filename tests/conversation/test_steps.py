"""What each kind of message is answered with, on the real directory and with no model."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from bot.answer.faq import Faqs, load_faqs
from bot.conversation import checked, steps
from bot.conversation.asking import A_QUESTION
from bot.conversation.memory import Memory
from bot.conversation.shown.naming import by_name
from bot.conversation.turn import take_turn
from bot.directory.load import load_directory
from bot.directory.vocabulary import NEEDS
from bot.enquiry import Child, Locality
from bot.ops.paths import FAQ, SERVICES
from tests.conversation.test_merge import hear

TODAY = date(2026, 11, 24)
DIRECTORY = load_directory(SERVICES)
SLEEP = Memory(needs=("sleep",), children=(Child((84, 96), ("sleep",), "son"),))


def say(text: str, intent: str, *needs: str, memory: Memory | None = None, **more: object):  # type: ignore[no-untyped-def]
    heard = dataclasses.replace(hear(text, *needs), intent=intent, **more)
    return steps.respond(take_turn(memory or Memory(), heard, DIRECTORY, Faqs(()), TODAY))


@pytest.mark.parametrize("need", NEEDS)
def test_every_need_is_answered_with_a_service_at_once(need: str) -> None:
    reply, memory = say("please help", "find_service", need)
    assert reply.services
    assert reply.services[0]["name"] in reply.text
    assert memory.shown


def test_the_first_service_comes_within_sixty_words() -> None:
    reply, _ = say("he can't sleep, he's 7, we live in Crook", "find_service", "sleep")
    assert len(reply.text[: reply.text.index(reply.services[0]["name"])].split()) <= 60


def test_at_most_one_question_for_age_and_one_for_place() -> None:
    _, memory = say("he can't sleep", "find_service", "sleep")
    asked = []
    for _ in range(4):
        asked.append(memory.awaiting)
        _, memory = say("and something else", "find_service", "behaviour", memory=memory)
    assert asked.count("age") <= 1
    assert asked.count("place") <= 1


def test_an_alarm_is_answered_whatever_the_intent() -> None:
    for intent in ("greet", "find_service", "correction", "ask_faq", "nlu_fallback", "complaint"):
        reply, memory = say("help", intent, safety="crisis", memory=SLEEP)
        assert "999" in reply.text
        assert memory.needs == SLEEP.needs


def test_the_second_one_is_the_second_one_shown() -> None:
    _, memory = say("he can't sleep, he's 7", "find_service", "sleep")
    reply, after = say("the second one, how do I refer?", "ask_service_detail", memory=memory)
    assert after.focus == memory.shown[1]
    assert reply.services[0]["id"] == memory.shown[1]


def test_their_number_is_the_number_of_the_one_talked_of() -> None:
    _, memory = say("he can't sleep, he's 7", "find_service", "sleep")
    _, memory = say("tell me about the first one", "ask_service_detail", memory=memory)
    reply, _ = say("what's their number?", "ask_service_detail", memory=memory)
    assert reply.services[0]["id"] == memory.shown[0]


def test_an_unknown_number_is_said_to_be_unknown() -> None:
    memory = Memory(needs=("speech_language",), shown=("childrens-speech-language-therapy-county-durham",))
    reply, _ = say("what's the number?", "ask_service_detail", memory=memory)
    assert "no checked phone number" in reply.text


def test_why_not_is_answered_from_the_exclusions() -> None:
    memory = Memory(needs=("global_delay",), children=(Child((120, 132)),), shown=("a",))
    reply, _ = say("why not portage?", "ask_service_detail", memory=memory)
    assert "Portage" in reply.text
    assert "10" in reply.text


def test_what_we_tried_is_not_offered_again() -> None:
    _, memory = say("he can't sleep, he's 7", "find_service", "sleep")
    reply, after = say("we've tried all of them", "ask_service_detail", memory=memory)
    assert not set(after.shown) & set(memory.shown) or not reply.services


def test_not_understood_offers_choices_then_a_person() -> None:
    first, memory = say("mumble", "nlu_fallback")
    assert 3 <= len(first.buttons) <= 6
    second, _ = say("mumble", "nlu_fallback", memory=memory)
    assert second.services


def test_a_person_comes_with_a_summary_to_read_out() -> None:
    reply, _ = say("can I talk to someone", "human_handoff", memory=SLEEP)
    assert "sleep, for a 7-year-old" in reply.text
    assert reply.services[0]["phone"]


def test_outside_the_county_the_family_is_told_and_led_home() -> None:
    reply, _ = say("we live in Darlington and he can't sleep", "find_service", "sleep")
    assert "Darlington Borough Council" in reply.text
    assert reply.services[0]["id"] == "local-offer-darlington"


def test_a_name_shared_by_two_councils_is_asked_back() -> None:
    reply, memory = say("we live in Middleton and he can't sleep", "find_service", "sleep")
    assert memory.locality == dataclasses.replace(memory.locality or Locality("", None, None), in_area=None)
    assert len(reply.buttons) >= 2
    assert reply.text.count("Which town") == 1
    again, _ = say("and he won't eat", "find_service", "feeding_eating", memory=memory)
    assert "Which town" not in again.text


def test_a_young_person_is_spoken_to_as_you() -> None:
    reply, _ = say("I'm 16 and I can't sleep", "find_service", "sleep")
    assert "for you" in reply.text


def test_nothing_shown_is_none() -> None:
    for need in NEEDS:
        reply, _ = say("please help, he's 7, we live in Crook", "find_service", need)
        assert "None" not in reply.text
        assert "null" not in reply.text


@pytest.mark.parametrize("text", ["sleep is fine now", "forget the sleep thing"])
def test_taking_out_the_only_need_is_taken_at_its_word(text: str) -> None:
    reply, memory = say(text, "correction", "sleep", memory=SLEEP)
    assert "taken that out" in reply.text
    assert (memory.needs, memory.ages) == ((), ((84, 96),))


def test_asking_for_the_same_in_another_town_gives_the_list_there() -> None:
    before = dataclasses.replace(SLEEP, locality=Locality("Consett", True, "Durham County Council", 54.85, -1.83))
    reply, memory = say("what about the one in Bishop Auckland", "ask_service_detail", memory=before)
    assert memory.locality is not None
    assert memory.locality.name == "Bishop Auckland"
    assert reply.services


@pytest.mark.parametrize(("asked", "text"), [("place", "does it matter where i live"), ("age", "why do you need to know how old he is")])
def test_why_something_is_asked_is_said_and_it_is_not_asked_again(asked: str, text: str) -> None:
    reply, memory = say(text, "ask_service_detail", memory=dataclasses.replace(SLEEP, awaiting=asked))  # type: ignore[arg-type]
    assert "You don't have to say" in reply.text
    assert "?" not in reply.text
    assert memory.needs == ("sleep",)


@pytest.mark.parametrize("text", ["and for [name]?", "what about [name] then", "and for him?"])
def test_asking_about_a_named_child_gives_the_list(text: str) -> None:
    _, planned = say("help", "find_service", memory=SLEEP)
    reply, _ = say(text, "ask_service_detail", memory=planned)
    assert "Start here" in reply.text


def test_a_word_about_the_child_before_anything_was_said_clears_nothing() -> None:
    reply, _ = say("it's my grandson", "correction", memory=Memory(awaiting="choice"))
    assert "started again" not in reply.text


def test_a_question_mark_alone_is_no_yes() -> None:
    reply, _ = say("?", "affirm", memory=Memory())
    assert reply.buttons


@pytest.mark.parametrize(("age", "named"), [((180, 192), True), ((240, 252), False)])
def test_a_young_person_is_sent_to_childline_only_while_it_takes_them(age: tuple[int, int], named: bool) -> None:
    memory = Memory(needs=("anxiety_emotional",), children=(Child(age, ("anxiety_emotional",), "me"),), voice="young_person")
    reply, _ = say("can I talk to a person", "human_handoff", memory=memory)
    assert ("Childline" in reply.text) is named


def test_somebody_to_talk_to_tonight_for_a_very_low_child_answers_at_any_hour() -> None:
    low = Memory(needs=("low_mood_self_harm",), children=(Child((168, 180), ("low_mood_self_harm",), "son"),), shown=("kooth",))
    reply, _ = say("is there anyone he can talk to tonight", "human_handoff", memory=low)
    assert [one["id"] for one in reply.services][:2] == ["nhs-111-mental-health-option-tewv", "childline"]
    grown = Memory(needs=("low_mood_self_harm",), children=(Child((264, 276), ("low_mood_self_harm",), "son"),), shown=("kooth",))
    reply, _ = say("is there anyone he can talk to tonight", "human_handoff", memory=grown)
    assert "childline" not in [one["id"] for one in reply.services]


@pytest.mark.parametrize("text", ["Gateshead", "hartlepool", "we live in Sunderland"])
def test_a_place_outside_alone_is_told_so_with_its_local_offer(text: str) -> None:
    reply, memory = say(text, "find_service")
    assert "looks to be outside County Durham" in reply.text
    assert "What is hard right now?" in reply.text
    assert any(card["kind"] == "other_local_offer" for card in reply.services)
    assert memory.awaiting == "choice"


def test_a_far_place_alone_names_no_list_that_is_not_known() -> None:
    reply, _ = say("we live in Leeds", "find_service")
    assert "own list of help" not in reply.text
    assert all(card["kind"] != "other_local_offer" for card in reply.services)


def test_a_place_inside_alone_is_only_thanked_for() -> None:
    assert "outside" not in say("Ferryhill", "find_service")[0].text


@pytest.mark.parametrize("intent", ["greet", "out_of_scope", "bot_challenge", "thanks", "find_service", "nlu_fallback"])
def test_a_name_alone_is_answered_whatever_it_was_taken_for(intent: str) -> None:
    reply, memory = say("rollercoaster", intent)
    assert [one["id"] for one in reply.services] == ["rollercoaster-parent-support"]
    assert memory.focus == "rollercoaster-parent-support"


YOUNG = Memory(voice="young_person")


def test_a_young_person_who_is_low_is_given_somebody_of_their_own_first() -> None:
    reply, memory = say("im 13 and gay and i cry every night", "find_service", "carer_parent_support", memory=YOUNG)
    shown = [one["id"] for one in reply.services]
    assert memory.needs == ("anxiety_emotional",)
    assert shown[:2] == ["kooth", "childline"]
    assert not {"qwell", "relationships-matter-durham", "youngminds-parents-helpline"} & {*shown}


def test_a_young_person_s_other_need_comes_first_where_it_was_said_first() -> None:
    reply, _ = say("im 18, no job, feel rubbish", "find_service", "employment_training", "low_mood_self_harm", memory=YOUNG)
    assert reply.services[0]["id"] == "durhamworks"


def test_a_young_mother_keeps_her_own_need() -> None:
    _, memory = say("im 19, my baby is 3 months, i need someone to talk to", "find_service", "carer_parent_support", memory=YOUNG)
    assert "carer_parent_support" in memory.needs


def test_a_parent_s_low_child_is_not_sent_to_childline_first() -> None:
    reply, _ = say("my daughter is 13 and so low", "find_service", "low_mood_self_harm")
    assert reply.services[0]["id"] == "camhs-county-durham"


def test_from_18_the_gp_is_the_way_in() -> None:
    reply, _ = say("my daughter is 22 and thinks she is autistic", "find_service", "autism_assessment")
    assert reply.services[0]["id"] == "adult-autism-adhd-assessment"
    reply, _ = say("my son is 20 and only eats toast", "find_service", "feeding_eating")
    assert "a GP is the way in" in reply.text
    assert "paediatric-weight-management" not in [one["id"] for one in reply.services]
    for child in ("my daughter is 12", "my daughter"):
        reply, _ = say(f"{child} and only eats toast", "find_service", "feeding_eating")
        assert "a GP is the way in" not in reply.text


def test_what_is_for_adults_is_not_first_where_no_age_is_known() -> None:
    reply, _ = say("could it be autism", "find_service", "autism_assessment")
    assert reply.services[0]["id"] != "adult-autism-adhd-assessment"


def test_school_nurses_are_not_first_for_sleep_at_19() -> None:
    reply, _ = say("im 19 and can't sleep", "find_service", "sleep", memory=YOUNG)
    assert "school-nursing-county-durham" not in [one["id"] for one in reply.services][:2]


def test_a_house_that_is_in_the_name_and_the_address_is_said_once() -> None:
    reply, _ = say("what's the number for camhs", "ask_service_detail")
    assert reply.text.count("North End House") == 1


def test_is_it_for_ten_year_olds_of_the_one_talked_of() -> None:
    _, memory = say("kooth", "greet")
    reply, _ = say("is it for 10 year olds", "ask_service_detail", memory=memory)
    assert reply.text.startswith("No.")


@pytest.mark.parametrize(
    "text",
    ["hmm and the other thing I said", "he still doesn't sleep", "his school's over in Gateshead", "our doctor has never rung us back", "no, we have none of that", "he is my great grandson if it helps", "hang on, somebody's at the door"],
)
@pytest.mark.parametrize("intent", ["find_service", "nlu_fallback", "correction", "greet"])
def test_a_list_that_stands_is_not_read_out_again(text: str, intent: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, after = say(text, intent, memory=memory)
    assert len(reply.text.split()) < 60
    assert "list of help st" in reply.text
    assert "Which of these" not in reply.text
    assert after.shown == memory.shown
    changed, _ = say("he's 12 not 7", "correction", memory=after)
    assert "Start here" in changed.text


@pytest.mark.parametrize("text", ["just so tired of it like", "it's by Hartlepool that", "school have asked me in on Tuesday", "do I need paper?"])
def test_only_what_complains_is_told_how_to_complain(text: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say(text, "complaint", memory=memory, confidence=0.7)
    assert "complain" not in reply.text


@pytest.mark.parametrize("text", ["I want to complain", "nobody listens to us", "what a shambles", "they are that rude"])
def test_what_complains_is_told_how_to_complain(text: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say(text, "complaint", memory=memory, confidence=0.7)
    assert "right to complain" in reply.text


def test_how_somebody_feels_is_answered_kindly_and_is_no_complaint() -> None:
    _, memory = say("feeling low", "find_service", "low_mood_self_harm")
    reply, _ = say("dunno, sad I suppose", "complaint", "low_mood_self_harm", memory=memory, confidence=0.5)
    assert "sorry you feel like this" in reply.text
    assert "complain" not in reply.text


@pytest.mark.parametrize("text", ["thanks. how long is the wait for sleep help", "so who would help with his sleep?", "Right. Who can sit down with him and help him sleep"])
def test_what_is_asked_of_a_need_that_stands_is_answered(text: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say(text, "find_service", "sleep", memory=memory)
    assert "Thank you for telling me" not in reply.text
    assert len(reply.services) > 1


def test_who_would_rather_not_say_keeps_the_help_in_sight() -> None:
    _, memory = say("he can't sleep", "find_service", "sleep")
    reply, _ = say("I'd rather not say", "deny", memory=memory)
    assert reply.text.startswith("That's fine")
    assert len(reply.text.split()) < 60
    assert reply.services


def test_a_bare_why_not_is_asked_of_which() -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say("how come", "ask_service_detail", memory=memory)
    assert "Which one do you mean?" in reply.text
    assert reply.buttons


@pytest.mark.parametrize("intent", ["ask_faq", "thanks", "find_service"])
@pytest.mark.parametrize("text", ["right ta bye", "ok night night pet", "cya x"])
def test_a_plain_goodbye_is_one_whatever_it_sounds_like(text: str, intent: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    assert "Take care" in say(text, intent, memory=memory)[0].text


def test_not_today_asks_for_nothing_sooner() -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    assert "soonest" not in say("not today though", "deny", memory=memory)[0].text


@pytest.mark.parametrize("text", ["too long", "2 long that", "that's too long to wait", "ah thats ages"])
@pytest.mark.parametrize("intent", ["goodbye", "ask_service_detail", "complaint"])
def test_too_long_a_wait_gives_what_is_sooner(text: str, intent: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    assert "soonest" in say(text, intent, memory=memory)[0].text


@pytest.mark.parametrize("intent", ["deny", "affirm", "goodbye", "thanks"])
@pytest.mark.parametrize("text", ["what then", "after that?", "and if not?", "right what now", "why not", "so what instead", "till 18?"])
def test_a_question_of_few_words_is_no_no_and_no_goodbye(text: str, intent: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say(text, intent, memory=memory)
    for waved_off in ("That's fine", "Take care", "Good. Is there", "You're welcome"):
        assert waved_off not in reply.text


@pytest.mark.parametrize(("text", "intent"), [("no thanks", "deny"), ("ok bye", "goodbye"), ("no", "deny"), ("yes", "affirm"), ("is that all? ta, bye", "goodbye")])
def test_a_no_and_a_goodbye_stay_what_they_are(text: str, intent: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say(text, intent, memory=dataclasses.replace(memory, awaiting="nothing"))
    assert len(reply.text.split()) < 40
    assert "checked answer" not in reply.text


@pytest.mark.parametrize("text", ["sorry, back now, where were we", "where had we got to?", "right where was I", "where did we get up to"])
def test_where_we_were_is_one_line_of_what_stands(text: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, after = say(text, "ask_service_detail", memory=memory)
    assert reply.text.startswith("We were on this: sleep, for a 7-year-old, near Crook. Start with ")
    assert after.shown == memory.shown


@pytest.mark.parametrize("text", ["where do we go", "where are we meant to go for it", "where is the first one"])
def test_where_to_go_is_no_question_of_where_we_were(text: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    assert "We were on this" not in say(text, "ask_service_detail", memory=memory)[0].text


@pytest.mark.parametrize("text", ["so which one", "ok but who", "who's first", "which is soonest", "which is the best one", "right who"])
def test_a_bare_which_is_told_where_to_start(text: str) -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    assert say(text, "ask_service_detail", memory=memory)[0].text.startswith("Start with ")


def test_which_to_ring_and_what_to_say_are_told_together() -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say("which one do I ring now and what do I say when they answer", "ask_service_detail", memory=memory)
    assert reply.text.startswith("Start with ")
    assert "say" in reply.text.lower()


def test_why_not_is_told_of_the_one_talked_of_last() -> None:
    memory = Memory(needs=("early_years_development",), children=(Child((48, 60), ("early_years_development",)),), focus="portage-durham")
    reply, _ = say("why not", "deny", memory=memory)
    assert "is not in your list" in reply.text


def test_what_there_is_instead_is_the_list_where_none_was_shown() -> None:
    memory = Memory(needs=("early_years_development",), children=(Child((48, 60), ("early_years_development",)),), focus="portage-durham")
    reply, after = say("so what instead", "deny", memory=memory)
    assert after.shown
    assert "Start here" in reply.text


def test_a_tired_word_in_the_middle_is_met_with_a_kind_one() -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, after = say("am just knackered", "complaint", "carer_parent_support", memory=memory, confidence=0.7)
    assert reply.text.startswith("I'm sorry, that sounds hard.")
    assert "carer_parent_support" in after.needs


def test_whether_it_is_open_today_is_asked_of_the_one_talked_of() -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    memory = dataclasses.replace(memory, focus="school-nursing-county-durham")
    reply, _ = say("I go there today, is it open?", "ask_service_detail", memory=memory, aspect="hours")
    assert len(reply.services) == 1


def test_the_easy_answer_has_a_number_to_ring() -> None:
    memory = Memory(needs=("speech_language",), children=(Child((48, 60), ("speech_language",)),), shown=("childrens-speech-language-therapy-county-durham",))
    reply, _ = say("not understand. easy words please", "ask_service_detail", memory=memory, aspect="simpler")
    assert "ring 0" in reply.text


def test_whether_help_is_wanted_is_asked_once_after_checked_answers() -> None:
    entry = load_faqs(FAQ).get("portage-what")
    assert entry is not None
    memory = Memory(needs=("early_years_development",))
    first, after = checked.faq_reply(entry, take_turn(memory, hear("what is portage"), DIRECTORY, Faqs(()), TODAY))
    again, _ = checked.faq_reply(entry, take_turn(after, hear("what is portage"), DIRECTORY, Faqs(()), TODAY))
    assert "Do you want help with this?" in first.text
    assert "Do you want help with this?" not in again.text


def test_what_is_known_of_none_is_said_once() -> None:
    _, memory = say("he can't sleep, he's 7, Crook", "find_service", "sleep")
    reply, _ = say("can they come to the house", "ask_service_detail", memory=memory)
    assert reply.text.count("We have not seen") <= 1


@pytest.mark.parametrize("text", ["how do we contact it", "how would I contact them", "he cries after contact with his mam"])
def test_to_contact_somebody_names_no_charity(text: str) -> None:
    assert not by_name(text, DIRECTORY, ("contact-disabled-children",))


@pytest.mark.parametrize("text", ["tell me about Contact", "can I speak to Contact"])
def test_the_charity_contact_is_named_all_the_same(text: str) -> None:
    assert next(one.name for one in by_name(text, DIRECTORY)).startswith("Contact")


def test_a_checked_answer_to_a_stated_need_names_somebody() -> None:
    reply, _ = say("Who do I see about a disabled facilities grant", "ask_faq", "equipment_housing")
    assert any(card["name"] in reply.text for card in reply.services)


@pytest.mark.parametrize("text", ["start again", "can we start over", "Reset"])
def test_start_again_before_anything_was_said_begins(text: str) -> None:
    reply, memory = say(text, "correction")
    assert "What is hard" in reply.text
    assert not memory.needs


def test_a_long_question_that_nothing_is_made_of_gets_the_list_again() -> None:
    shown = say("help", "find_service", memory=SLEEP)[1]
    long = "right well is there anybody who will come in to the school meeting with me cos i just go to bits"
    assert say(long, "find_service", memory=shown)[0].services
    assert "stands" in say("he is not daft he is a good lad", "find_service", memory=shown)[0].text


@pytest.mark.parametrize("text", ["gp or me", "right ok. now the other one, can they keep sending him home", "well is there anybody"])
def test_a_question_is_one_after_a_comma_and_by_its_or(text: str) -> None:
    assert A_QUESTION.search(text)


@pytest.mark.parametrize("text", ["I don't want his dad knowing where we live", "we don't have any family to see to him"])
def test_who_hides_from_somebody_else_is_no_young_person_who_asks_for_privacy(text: str) -> None:
    assert "is not sent to your parents" not in say(text, "find_service", memory=SLEEP)[0].text


@pytest.mark.parametrize(
    ("text", "stood", "named"),
    [
        ("right go on then, now the eating", ("sleep",), "feeding_eating"), ("what about his speech then", ("sleep",), "speech_language"),
        ("hm ok. we'll need the bus help back on, he's just said he's on shifts", ("employment_training",), "transport"),
    ],
)  # fmt: skip
def test_a_need_by_its_bare_name_comes_in(text: str, stood: tuple[str, ...], named: str) -> None:
    memory = Memory(needs=stood, children=(Child((36, 48), stood, "girl"),) if "sleep" in stood else (Child((192, 204), stood, "girl"),), shown=("x",))
    reply, after = say(text, "affirm", memory=memory)
    assert set(after.needs) == {*stood, named}
    assert reply.services


@pytest.mark.parametrize("text", ["now the second one", "right, now the other one please", "what about the number", "back to the first"])
def test_what_names_something_of_the_list_is_no_need(text: str) -> None:
    _, after = say(text, "affirm", memory=Memory(needs=("sleep",), children=(Child((36, 48), ("sleep",), "girl"),), shown=("eric-bowel-bladder",)))
    assert after.needs == ("sleep",)


def test_only_some_of_it_is_the_list_for_that_and_no_goodbye() -> None:
    memory = Memory(needs=("toileting_continence", "feeding_eating", "sleep"), children=(Child((36, 48), (), "girl"),), shown=("x",))
    reply, after = say("eee that's too much at once, sorry pet. just the sleep for now", "goodbye", memory=memory)
    assert after.needs == ("sleep",)
    assert reply.services


@pytest.mark.parametrize("text", ["Thank you brother", "ta flower", "thanks my friend"])
def test_thanks_are_thanks_whatever_one_is_called(text: str) -> None:
    reply, _ = say(text, "find_service", memory=Memory(needs=("sleep",), children=(Child((36, 48), (), "girl"), Child((72, 84), (), "boy")), shown=("x",)))
    assert "welcome" in reply.text


def test_a_late_bus_is_no_way_to_school() -> None:
    _, after = say("its chucking it down n the bus is 25 mins late ffs", "find_service", "transport", memory=Memory(needs=("leisure_friends",)))
    assert after.needs == ("leisure_friends",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hi am knackerd, our lad is 5 and doesn't talk proper", "that sounds hard"), ("CAMHS bounced the referral, he's 7 and won't speak", "not the last word"),
        ("the referral was rejected and he's still not talking", "not the last word"),
    ],
)  # fmt: skip
def test_the_first_answer_speaks_to_a_worn_out_parent_and_to_a_no(text: str, said: str) -> None:
    reply, _ = say(text, "find_service", "speech_language")
    assert said in reply.text
    assert reply.services


@pytest.mark.parametrize("text", ["he refused school again and won't talk", "the school said we should ask you about talking", "he can't say no, he's 3"])
def test_what_is_no_refusal_of_a_service_gets_no_word_about_one(text: str) -> None:
    assert "last word" not in say(text, "find_service", "speech_language")[0].text


def test_who_helps_with_what_stands_is_answered_with_the_first_that_does() -> None:
    memory = planned_for("sleep", "toileting_continence")
    reply, after = say("so who helps with the wetting", "ask_faq", "toileting_continence", memory=memory)
    assert len(reply.services) == 1
    service = DIRECTORY.get(str(reply.services[0]["id"]))
    assert service is not None
    assert service.meets("toileting_continence")
    assert set(after.needs) == {"sleep", "toileting_continence"}


def test_which_first_answers_what_is_asked_beside_it() -> None:
    reply, _ = say("which 1 do i ring first n is it free", "ask_service_detail", memory=planned_for("motor_coordination"))
    assert "Start with" in reply.text
    assert "free" in reply.text


def test_whether_they_are_in_one_place_is_no_wish_for_something_nearer() -> None:
    reply, _ = say("are them two in the same place, I don't drive", "ask_service_detail", memory=planned_for("motor_coordination"))
    assert "nothing nearer" not in reply.text
    assert "DH3 3AT" in reply.text


def planned_for(*needs: str) -> Memory:
    crook = Locality("Crook", True, "Durham County Council", 54.7178, -1.7407)
    return say("help", "find_service", memory=Memory(needs=needs, children=(Child((72, 84), needs, "son"),), locality=crook))[1]


def test_heartfelt_thanks_are_no_reason_to_point_at_the_list() -> None:
    reply, _ = say("thank you. you've no idea what it is to get a straight answer", "affirm", memory=planned_for("motor_coordination"))
    assert "welcome" in reply.text


def test_whether_any_of_it_is_at_night_asks_for_the_hours() -> None:
    reply, _ = say("is any of that in the night, or do I just keep my alarm set", "ask_service_detail", memory=planned_for("sleep"))
    assert "Which one do you mean" not in reply.text
    assert "open" in reply.text


@pytest.mark.parametrize("text", ["and is ther a group we can go to", "is there any group"])
def test_a_group_that_is_asked_for_is_shown(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned_for("leisure_friends"))
    assert "around" in reply.text
    assert reply.services


def test_a_practitioner_is_not_consoled() -> None:
    memory = dataclasses.replace(planned_for("learning_difficulty"), voice="practitioner")
    reply, _ = say("she has low mood too", "find_service", "low_mood_self_harm", memory=memory)
    assert "sounds hard" not in reply.text


def test_which_first_says_the_way_in_once() -> None:
    text = say("who do i refer to first", "ask_service_detail", memory=planned_for("motor_coordination"))[0].text
    lines = [line for line in text.splitlines() if line]
    assert len(lines) == len(set(lines)) == 1


@pytest.mark.parametrize("text", ["wait time", "waiting times"])
def test_a_bare_wait_time_is_no_goodbye(text: str) -> None:
    reply, _ = say(text, "goodbye", memory=planned_for("motor_coordination"))
    assert "wait" in reply.text
    assert "Take care" not in reply.text


@pytest.mark.parametrize("text", ["wot if gp says no", "wat if they say no"])
def test_a_question_typed_as_it_sounds_is_answered(text: str) -> None:
    assert "not the last word" in say(text, "ask_faq", memory=planned_for("motor_coordination"))[0].text


def test_a_doctor_s_letter_asks_for_the_way_in() -> None:
    reply, _ = say("doctors letter?", "ask_service_detail", memory=planned_for("motor_coordination"))
    assert "ask for it yourself" in reply.text


def test_no_bus_so_evenings_are_out_is_no_goodbye() -> None:
    reply, _ = say("no bus after 6 up here so evenings are out", "goodbye", memory=planned_for("vision"))
    assert "Take care" not in reply.text


@pytest.mark.parametrize("text", ["right thats me done, bye pet", "thats all we needed, ta", "night night then, off to bed"])
def test_a_goodbye_in_many_words_is_still_one(text: str) -> None:
    assert "Take care" in say(text, "goodbye", memory=planned_for("vision"))[0].text


def test_a_need_by_a_name_that_only_the_lexicon_knows_comes_in() -> None:
    _, after = say("right what about the pooing then", "affirm", memory=planned_for("sleep"))
    assert set(after.needs) == {"sleep", "toileting_continence"}


def test_whom_first_with_a_reason_behind_it_is_one_service() -> None:
    reply, _ = say("who do i ring first, i only have 10 mins", "ask_service_detail", memory=planned_for("motor_coordination", "sleep"))
    assert reply.text.startswith("Start with")
