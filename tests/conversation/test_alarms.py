"""An alarm interrupts, its numbers stay, and the enquiry is there afterwards."""

from __future__ import annotations

import dataclasses

import pytest

from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.finding import find_services
from bot.conversation.heard import Heard, HeardNeed
from bot.conversation.memory import Awaiting, Memory
from bot.conversation.turn import take_turn
from bot.enquiry import Child, SafetyLevel
from bot.rasa.channel import level_of
from tests.conversation.test_follow_ups import FAQS
from tests.conversation.test_merge import hear
from tests.conversation.test_steps import DIRECTORY, TODAY, say

SLEEP = Memory(needs=("sleep",), children=(Child((84, 96), ("sleep",), "son"),), awaiting="place", asked=("place",))


def test_a_crisis_keeps_the_enquiry_and_offers_to_carry_on() -> None:
    reply, memory = say("he says he wants to die", "find_service", memory=SLEEP, safety="crisis")
    assert "999" in reply.text
    assert "sleep, for a 7-year-old" in reply.text
    assert [button.title for button in reply.buttons] == ["Carry on"]
    assert (memory.needs, memory.ages, memory.alarm) == (("sleep",), ((84, 96),), "crisis")


@pytest.mark.parametrize("text", ["Carry on with my question", "he's safe now, can we carry on", "ok go on", "we're ok now"])
def test_carry_on_goes_back_to_the_plan(text: str) -> None:
    _, memory = say("he says he wants to die", "find_service", memory=SLEEP, safety="crisis")
    reply, _ = say(text, "out_of_scope", memory=memory)
    assert len(reply.services) > 1


def test_something_else_works_too_and_the_numbers_stay() -> None:
    _, memory = say("he says he wants to die", "find_service", memory=SLEEP, safety="crisis")
    for text, intent in (("he won't eat", "find_service"), ("thanks", "thanks"), ("who can I ring", "human_handoff")):
        needs = ("feeding_eating",) if intent == "find_service" else ()
        reply, memory = say(text, intent, *needs, memory=memory)
        assert "999" in reply.text.rsplit("\n\n", 1)[1]
        assert "Did this help" not in reply.text


def test_needs_in_an_alarm_are_kept() -> None:
    _, memory = say("he's 13, not been at school, says he wants to die", "crisis", "school_attendance_refusal", safety="crisis")
    assert memory.needs == ("school_attendance_refusal",)


def test_help_asked_for_beside_a_child_at_risk_stands_below_the_numbers() -> None:
    reply, _ = say("her dad hits her and she isn't talking, she's 3", "safeguarding", "speech_language", safety="safeguarding")
    assert reply.text.startswith("Thank you for telling me")
    assert "First Contact" in reply.text
    assert any(card["kind"] == "speech_therapy" for card in reply.services)
    assert reply.intro.startswith("Thank you for telling me")


def test_domestic_abuse_names_the_quick_exit_and_stays_out_of_the_line_on_the_page() -> None:
    from bot.conversation.summary import summarise

    reply, memory = say(
        "my husband hits me", "safeguarding", "domestic_abuse", safety="safeguarding", safety_rule="domestic_abuse.now"
    )
    assert "Exit this page" in reply.text
    assert "feeling safe at home" not in reply.text
    assert summarise(memory) == ""


def test_start_again_takes_the_alarm_away() -> None:
    _, memory = say("he says he wants to die", "find_service", memory=SLEEP, safety="crisis")
    reply, memory = say("start again", "correction", memory=memory)
    assert memory == Memory(voice=memory.voice)
    assert "999" not in reply.text


def test_a_young_person_hears_their_own_words() -> None:
    reply, _ = say("I don't want to be here", "crisis", memory=dataclasses.replace(SLEEP, voice="young_person"), safety="crisis")
    assert "Childline" in reply.text
    assert "your child" not in reply.text.lower()


@pytest.mark.parametrize(
    "text", ["my husband goes through my phone and on Sunday he put his hands round my neck", "his dad goes for me most weekends"]
)
def test_harm_by_a_partner_names_who_helps_with_that(text: str) -> None:
    for level in ("crisis", "safeguarding"):
        reply, _ = say(text, level, safety=level)
        assert "Harbour" in reply.text
        assert "999" in reply.text.split("Harbour")[0]


@pytest.mark.parametrize("text", ["there is no emergency", "I said I'm not suicidal", "nobody is in danger, it was about his sleep"])
def test_who_says_that_nobody_is_in_danger_gets_the_help_that_was_asked_for(text: str) -> None:
    _, memory = say("he says he wants to die", "find_service", memory=SLEEP, safety="crisis")
    reply, _ = say(text, "out_of_scope", memory=memory)
    assert len(reply.services) > 1
    assert "999" in reply.text


@pytest.mark.parametrize("text", ["who do I tell", "so who should we ring?", "what do I do now", "where can i go"])
def test_whom_to_tell_right_after_an_alarm_names_whom_to_reach(text: str) -> None:
    _, memory = say("a grown man online wants him to send a photo", "safeguarding", memory=SLEEP, safety="safeguarding")
    reply, after = say(text, "ask_faq", memory=memory)
    assert "First Contact: 03000 267 979" in reply.text
    assert after.needs == SLEEP.needs
    later, _ = say(text, "ask_faq", memory=after)
    assert "before you are sure" not in later.text  # by then it is a question about the help


@pytest.mark.parametrize(
    "text",
    ["I wouldn't do anything. I'm just that tired", "no no not like that, she thinks it's a place you get the bus to", "I didn't mean it like that",
     "it's fine honestly don't send anyone", "just joking lol", "please dont tell my mam", "don't tell anyone", "I wouldn't hurt myself honestly"],
)  # fmt: skip
def test_what_is_taken_back_adds_no_need_and_leaves_the_numbers(text: str) -> None:
    _, memory = say("i can't go on", "crisis", memory=SLEEP, safety="crisis")
    reply, after = say(text, "find_service", "low_mood_self_harm", memory=memory)
    assert reply.text.startswith("Thank you for telling me")
    assert "999" in reply.text
    assert after.needs == SLEEP.needs
    assert [button.title for button in reply.buttons] == ["Carry on"]


@pytest.mark.parametrize(
    "text",
    ["they won't do anything about it", "she didn't mean to take that many", "dont tell my dad he will kill me", "i wouldn't do it til the kids are asleep",
     "he wouldn't do it in front of people", "he doesn't mean it"],
)  # fmt: skip
def test_words_that_take_nothing_back_are_not_thanked_for(text: str) -> None:
    _, memory = say("he hits me when he drinks", "safeguarding", memory=SLEEP, safety="safeguarding")
    reply, _ = say(text, "find_service", memory=memory)
    assert "sends nobody" not in reply.text
    assert "999" in reply.text


def test_a_new_need_told_while_an_alarm_is_taken_back_is_kept() -> None:
    _, memory = say("i can't go on", "crisis", memory=SLEEP, safety="crisis")
    _, after = say("i didn't mean it like that, he can't sit still in class either", "find_service", "adhd_support", memory=memory)
    assert "adhd_support" in after.needs


def test_a_fresh_start_right_after_an_alarm_still_names_whom_to_ring() -> None:
    _, memory = say("i can't go on", "crisis", memory=SLEEP, safety="crisis")
    reply, _ = say("who do i ring? start again", "ask_faq", memory=memory)
    assert "999" in reply.text


def test_an_alarm_after_an_alarm_is_raised_again_and_may_be_taken_back_again() -> None:
    _, memory = say("i can't go on", "crisis", memory=SLEEP, safety="crisis")
    _, memory = say("i've got the tablets here", "crisis", memory=memory, safety="crisis")
    reply, _ = say("i wouldn't do it", "deny", memory=memory)
    assert reply.text.startswith("Thank you for telling me")


@pytest.mark.parametrize("text", ["im scared", "I'm really frightened", "i don't feel scared of dogs"])
def test_scared_and_no_more_is_asked_of_with_the_numbers_at_once(text: str) -> None:
    reply, memory = say(text, "out_of_scope")
    assert ("Childline" in reply.text) is ("dogs" not in text)
    assert memory.alarm == "none"


def test_a_partner_who_checks_the_phone_is_for_those_who_know_about_that() -> None:
    reply, _ = say("he checks my phone you see so I have to be careful", "safeguarding", safety="safeguarding", safety_rule="second_net")
    assert "Harbour" in reply.text


def test_an_alarm_that_only_the_net_heard_amid_a_list_says_how_to_go_on_if_it_is_wrong() -> None:
    shown = dataclasses.replace(SLEEP, shown=("school-nursing",))
    unsure, _ = say("it would be dead good to go out with other kids", "find_service", memory=shown, safety="crisis", safety_rule="second_net")
    assert unsure.text.index("999") < unsure.text.index("took that the wrong way") < unsure.text.index("I have kept")
    for rule, memory in (("suicide.plain", shown), ("second_net", SLEEP)):
        plain, _ = say("he says he wants to die", "find_service", memory=memory, safety="crisis", safety_rule=rule)
        assert "took that the wrong way" not in plain.text


def doubtful(text: str, otherwise: str, level: SafetyLevel = "crisis") -> Heard:
    return dataclasses.replace(hear(text), intent=level, safety=level, safety_rule="second_net", otherwise=otherwise)


def answered(heard: Heard, memory: Memory) -> tuple[Reply, Memory]:
    return steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY), steps.raise_alarm)


def test_a_doubt_in_the_middle_of_a_chat_is_answered_with_the_numbers_above() -> None:
    shown = say("help", "find_service", memory=SLEEP)[1]
    reply, memory = answered(doubtful("gone off at last. night night", "goodbye"), shown)
    assert reply.text.startswith("Just in case: In danger now? Ring 999.")
    assert memory.alarm == "none"
    assert "You have done the right thing" not in reply.text
    assert reply.doubted


def test_a_doubt_in_a_first_message_or_after_an_alarm_is_an_alarm() -> None:
    shown = say("help", "find_service", memory=SLEEP)[1]
    for memory in (Memory(), dataclasses.replace(shown, alarm="safeguarding")):
        reply, after = answered(doubtful("gone off at last. night night", "goodbye"), memory)
        assert "999" in reply.text
        assert not reply.text.startswith("Just in case")
        assert after.alarm == "crisis"
        assert not reply.doubted


def test_an_alarm_that_is_sure_is_no_doubt_in_the_middle_of_a_chat() -> None:
    shown = say("help", "find_service", memory=SLEEP)[1]
    heard = dataclasses.replace(doubtful("I've taken all my tablets", ""), otherwise="")
    reply, after = answered(heard, shown)
    assert after.alarm == "crisis"
    assert not reply.text.startswith("Just in case")


def test_a_doubt_is_heard_as_the_enquiry_goes_on() -> None:
    shown = say("help", "find_service", memory=SLEEP)[1]
    heard = dataclasses.replace(doubtful("would they come to us? my wife had a section", "ask_service_detail"), needs=())
    reply, memory = answered(heard, shown)
    assert memory.needs == SLEEP.needs
    assert "Here is what I know" in reply.text or "come" in reply.text


def test_the_level_given_out_is_what_the_answer_was_to() -> None:
    doubt = {"level": "crisis", "otherwise": "goodbye"}
    assert level_of(doubt, doubted=True) == "none"
    assert level_of(doubt, doubted=False) == "crisis", "after a fault the vetted words were given"
    assert level_of({"level": "crisis"}, doubted=True) == "crisis"
    assert level_of({"level": "none"}, doubted=False) == "none"
    assert level_of({}, doubted=False) is None


def test_a_doubt_about_another_family_or_beside_one_with_an_alarm_is_an_alarm() -> None:
    shown = dataclasses.replace(say("help", "find_service", memory=SLEEP)[1], voice="practitioner")
    reply, after = answered(doubtful("Next one: lad of 15, found with a belt in his room", "find_service"), shown)
    assert (reply.doubted, after.alarm) == (False, "crisis")
    beside = dataclasses.replace(shown, cases=(dataclasses.replace(SLEEP, alarm="crisis"),))
    reply, after = answered(doubtful("back to the first one, he's gone off again", "find_service"), beside)
    assert (reply.doubted, after.alarm) == (False, "crisis")


def test_what_a_doubt_states_is_what_it_would_state_if_it_were_none() -> None:
    shown = say("help", "find_service", memory=SLEEP)[1]
    heard = dataclasses.replace(doubtful("and he just picks at his tea", "find_service"), needs=(), needs_otherwise=(HeardNeed("feeding_eating", 0, 10),))
    reply, memory = answered(heard, shown)
    assert memory.needs == ("feeding_eating", "sleep")
    assert reply.intro.startswith("Just in case")
    assert "Just in case" in reply.text


def test_the_numbers_stand_once_and_nobody_is_asked_whether_a_doubt_helped() -> None:
    shown = say("help", "find_service", memory=SLEEP)[1]
    reply, _ = answered(doubtful("I'm scared", "find_service"), shown)
    assert "Just in case" not in reply.text
    assert "999" in reply.text
    reply, memory = answered(doubtful("thanks, bye", "thanks"), shown)
    assert "Did this help" not in reply.text
    assert memory.awaiting != "helped"


def test_who_goes_back_to_the_enquiry_after_an_alarm_is_answered_with_the_numbers_below() -> None:
    shown = dataclasses.replace(say("help", "find_service", memory=SLEEP)[1], alarm="safeguarding", awaiting="alarm")
    reply, memory = answered(doubtful("im at my mams tonight. what was there for his sleep", "find_service"), shown)
    assert (reply.doubted, memory.alarm) == (True, "safeguarding")
    assert "Still here if you need them: 999" in reply.text
    assert "Just in case" not in reply.text
    assert reply.services


@pytest.mark.parametrize("memory", [Memory(), SLEEP])
def test_what_may_tell_of_harm_is_answered_with_the_numbers_above(memory: Memory) -> None:
    heard = dataclasses.replace(hear("he cannot sleep at his dads, something is not right there", "sleep"), perhaps=True)
    reply, after = steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY), find_services)
    assert reply.text.startswith("Just in case: In danger now? Ring 999.")
    assert (after.alarm, level_of({"level": "none", "perhaps": "safeguarding"}, doubted=reply.doubted)) == ("none", "none")


def test_what_may_tell_of_harm_is_read_from_the_parse() -> None:
    assert Heard.from_parse({"text": "hm", "safety": {"level": "none", "perhaps": "safeguarding"}}).perhaps
    assert not Heard.from_parse({"text": "hm", "safety": {"level": "none"}}).perhaps


@pytest.mark.parametrize("voice", [None, "young_person", "practitioner"])
def test_a_body_in_danger_gets_the_ambulance_and_nothing_about_feelings(voice: str | None) -> None:
    stands = dataclasses.replace(SLEEP, voice=voice, shown=("school-nursing",))
    reply, memory = say("she's gone floppy and blue", "crisis", memory=stands, safety="crisis", safety_rule="second_net")
    assert reply.text.startswith("Ring 999 now")
    for words in ("Samaritans", "PAPYRUS", "option 2", "feels this way", "I am sorry", "I have kept"):
        assert words not in reply.text
    assert [button.title for button in reply.buttons] == ["Carry on"]
    later, _ = say("what else is there", "find_service", memory=memory)
    assert later.text.rsplit("\n\n", 1)[1] == "Still here if you need them: 999; NHS 111 (111)."


def test_a_body_in_danger_tells_of_nobody_s_mood() -> None:
    _, memory = say("she's stopped crying and gone floppy", "crisis", "low_mood_self_harm", safety="crisis", safety_rule="second_net")
    assert memory.needs == ()


def test_the_ambulance_that_came_is_heard_after_an_emergency_too() -> None:
    _, memory = say("he's swallowed a battery", "crisis", memory=SLEEP, safety="crisis")
    reply, _ = say("the ambulance is here now", "find_service", memory=memory)
    assert reply.text.startswith("I'm glad that help is there")


@pytest.mark.parametrize(
    ("text", "level"),
    [("mum disclosed to me that dad holds her by the throat", "crisis"), ("a mum I visit says her partner grabbed her throat last night", "safeguarding"), ("he strangled me", "crisis")],
)
def test_hands_on_a_neck_lead_to_who_helps_with_domestic_abuse_and_not_to_the_suicide_lines(text: str, level: SafetyLevel) -> None:
    reply, memory = say(text, level, safety=level)
    assert "Harbour" in reply.text
    assert "National Domestic Abuse Helpline" in reply.text
    assert "PAPYRUS" not in reply.text
    assert "Exit this page" in reply.text
    later, _ = say("help with sleep", "find_service", "sleep", memory=memory)
    assert later.text.rsplit("\n\n", 1)[1].endswith("Harbour Support Services (03000 202 525).")


@pytest.mark.parametrize("text", ["what if he sees her phone", "but he checks my messages", "in case he looks at the phone bill"])
def test_a_phone_that_may_be_seen_is_answered_where_a_partner_is_feared(text: str) -> None:
    _, memory = say("my husband hits me", "safeguarding", "domestic_abuse", safety="safeguarding", safety_rule="domestic_abuse.now")
    reply, _ = say(text, "safeguarding", memory=memory, safety="safeguarding", safety_rule="second_net")
    assert "safe time" in reply.text
    assert "Harbour: 03000 202 525" in reply.text
    assert "999" in reply.text[:400]  # where the front door looks for it
    assert "Thank you for telling me" not in reply.text


def test_a_second_alarm_of_harm_is_not_the_same_card_again() -> None:
    first, memory = say("her dad hits her", "safeguarding", safety="safeguarding")
    second, _ = say("he shouts at her and she hides under the table", "safeguarding", memory=memory, safety="safeguarding")
    assert "don't need proof" in first.text
    assert second.text.startswith("Thank you for telling me that too")
    assert "First Contact: 03000 267 979" in second.text
    assert "999" in second.text[:400]


@pytest.mark.parametrize("text", ["not today tho", "no not now", "i havent for ages", "not this week like"])
def test_what_is_not_happening_now_is_heard_right_after_a_crisis(text: str) -> None:
    _, memory = say("i cut sometimes", "crisis", memory=dataclasses.replace(SLEEP, voice="young_person"), safety="crisis")
    reply, after = say(text, "deny", memory=memory)
    assert reply.text.startswith("I'm glad it is not right now")
    assert "shout to 85258" in reply.text
    assert "999" in reply.text
    assert after.needs == SLEEP.needs


@pytest.mark.parametrize("text", ["today", "now", "tonight", "not today thanks to the medication he had a fit yesterday"])
def test_a_time_alone_is_no_not_now(text: str) -> None:
    _, memory = say("i cut sometimes", "crisis", memory=SLEEP, safety="crisis")
    reply, _ = say(text, "deny", memory=memory)
    assert "not right now" not in reply.text


def test_whom_to_tell_is_answered_behind_a_word_that_the_child_is_safe() -> None:
    foster = dataclasses.replace(SLEEP, voice="foster_carer")
    _, memory = say("he told me last night his uncle used to hit him with a belt", "safeguarding", memory=foster, safety="safeguarding")
    reply, _ = say("He's safe now with us. So who do I tell?", "find_service", memory=memory)
    assert reply.text.startswith("Tell the child's social worker today")
    assert "First Contact: 03000 267 979" in reply.text


@pytest.mark.parametrize("text", ["no I'm not going to do anything daft I'm just knackered like", "im not gonna do owt", "I'm not going to hurt myself, I'm just tired"])
def test_a_tired_parent_takes_an_alarm_back_and_stays_a_parent(text: str) -> None:
    tired = dataclasses.replace(SLEEP, needs=("carer_parent_support", "sleep"))
    _, memory = say("I want to walk out the door and not come back", "crisis", memory=tired, safety="crisis")
    reply, after = say(text, "find_service", "carer_parent_support", memory=memory, likely_voice="young_person")
    assert reply.text.startswith("Thank you for telling me. This chat sends nobody")
    assert (after.voice, after.needs) == (None, tired.needs)


@pytest.mark.parametrize("text", ["dont want mam knowing", "dont tell my mam", "I don't want my mum to find out", "please dont tell my dad", "can i do it without mam knowing"])
@pytest.mark.parametrize("awaiting", ["nothing", "helped", "place"])
def test_a_wish_that_no_parent_is_told_is_about_privacy(text: str, awaiting: Awaiting) -> None:
    stands = Memory(needs=("school_attendance_refusal",), voice="young_person", shown=("school-nursing",), awaiting=awaiting)
    reply, memory = say(text, "deny", memory=stands)
    assert reply.text.startswith("What you type here is not sent to your parents")
    assert memory.needs == stands.needs


@pytest.mark.parametrize("text", ["what do i say", "he seems fine should i wait", "do I really need to ring", "can we just drive him there", "is it serious"])
def test_what_is_asked_right_after_an_emergency_is_answered_with_999(text: str) -> None:
    _, memory = say("he's swallowed a battery", "crisis", safety="crisis")
    reply, _ = say(text, "bot_challenge", memory=memory)
    assert reply.text.startswith("Ring 999 now. Say what has happened")


@pytest.mark.parametrize("text", ["ok were at a&e", "im at the hospital now", "she's in hospital with her nana"])
def test_who_is_at_the_hospital_already_needs_no_999(text: str) -> None:
    _, memory = say("he's swallowed a battery", "crisis", safety="crisis")
    reply, _ = say(text, "nlu_fallback", memory=memory)
    assert reply.text.startswith("I'm glad that help is there") or "nana" in text


def test_who_is_worn_out_and_says_no_more_is_no_young_person() -> None:
    _, memory = say("I'm just knackered like", "find_service", "carer_parent_support", likely_voice="young_person")
    assert (memory.voice, memory.needs) == (None, ("carer_parent_support",))


def test_the_hospital_is_heard_one_turn_later_too() -> None:
    _, memory = say("he's swallowed a battery", "crisis", safety="crisis")
    _, memory = say("should i wait", "ask_faq", memory=memory)
    reply, _ = say("ok were at a&e", "nlu_fallback", memory=memory)
    assert reply.text.startswith("I'm glad that help is there")


@pytest.mark.parametrize("text", ["ok theyre here", "they're here now", "they are on their way"])
def test_whoever_was_rung_has_come(text: str) -> None:
    _, memory = say("baby 5 weeks floppy wont feed", "find_service", safety="crisis")
    reply, _ = say(text, "nlu_fallback", memory=memory)
    assert "Which of these" not in reply.text
    assert "glad that help is there" in reply.text
