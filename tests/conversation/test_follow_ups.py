"""Questions about what was shown, answered from the entries and never invented."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime

import pytest

from bot.answer.faq import load_faqs
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.shown import aspects, narrow
from bot.conversation.turn import take_turn
from bot.enquiry import Child, Locality
from bot.ops.paths import FAQ
from tests.conversation.test_merge import hear
from tests.conversation.test_steps import DIRECTORY

TODAY = date(2026, 11, 25)
FAQS = load_faqs(FAQ)
CROOK = Locality("Crook", True, "Durham County Council", 54.7178, -1.7407)
ANXIOUS = Memory(needs=("anxiety_emotional",), children=(Child((168, 180), ("anxiety_emotional",), "daughter"),), locality=CROOK)
SLEEPLESS = Memory(needs=("sleep",), children=(Child((72, 84), ("sleep",), "son"),), locality=CROOK)
NIGHT = datetime(2026, 11, 25, 22, 0)


def say(text: str, intent: str, *needs: str, memory: Memory, now: datetime | None = None, ranked: tuple[str, float] = ("none", 1.0)) -> tuple[Reply, Memory]:
    heard = dataclasses.replace(hear(text, *needs), intent=intent, questions=(ranked,))
    return steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY, now))


def planned(memory: Memory = ANXIOUS) -> Memory:
    return say("help", "find_service", memory=memory)[1]


def kinds(reply: Reply) -> set[str]:
    return {card["kind"] for card in reply.services}


@pytest.mark.parametrize("intent", ["ask_service_detail", "find_service", "nlu_fallback", "out_of_scope", "ask_faq"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what do I say when I ring?", "You could say"), ("what happens after?", "when will I hear"), ("is it free?", "It is free"),
        ("how long is the wait?", "wait"), ("do we need a diagnosis?", "diagnosis"), ("who can refer?", "what I know for each"),
        ("who do I ring then", "what I know for each"), ("are the drop ins free", "It is free"),
        ("do I need to book", "what I know for each"), ("is there anything at weekends", "when it is open"),
        ("when are they open?", "when it is open"),
    ],
)  # fmt: skip
def test_a_question_about_the_list_is_answered_whatever_it_was_taken_for(intent: str, text: str, said: str) -> None:
    reply, memory = say(text, intent, memory=planned())
    assert said in reply.text
    assert memory.needs == ("anxiety_emotional",)


@pytest.mark.parametrize("intent", ["ask_service_detail", "find_service", "nlu_fallback", "ask_faq"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what meanwhile", "While you wait"), ("and in the meantime?", "While you wait"), ("what can school do meanwhile", "While you wait"),
        ("while waiting?", "While you wait"), ("what can we do until then", "While you wait"),
        ("so who do i ring first", "Start with"), ("which first", "Start with"), ("gp or you lot first?", "Start with"),
        ("do they take 17s?", "what I know for each"), ("do they take under 6s", "what I know for each"),
        ("can mum ring herself", "what I know for each"), ("can she self refer", "what I know for each"),
        ("does mum have to go via GP or can she self refer", "what I know for each"), ("needs GP ref?", "what I know for each"), ("if not diagnosed?", "diagnosis"), ("what's the criteria", "what I know for each"),
    ],
)  # fmt: skip
def test_a_practitioner_s_short_question_about_the_list_is_answered(intent: str, text: str, said: str) -> None:
    before = planned()
    reply, memory = say(text, intent, memory=before)
    assert said in reply.text
    assert (memory.needs, memory.ages) == (before.needs, before.ages)


def test_the_other_one_is_the_one_after_that_talked_of() -> None:
    memory = planned()
    _, memory = say("the first one", "ask_service_detail", memory=memory)
    for at, text in ((1, "no the other one"), (2, "what's the other one?")):
        _, memory = say(text, "deny", memory=memory)
        assert memory.focus == memory.shown[at]
    assert say("and the second", "find_service", memory=memory)[1].focus == memory.shown[1]


@pytest.mark.parametrize("text", ["no the other one", "the other one please"])
def test_the_other_one_of_many_is_asked_for(text: str) -> None:
    reply, _ = say(text, "deny", memory=dataclasses.replace(planned(), awaiting="nothing"))
    assert reply.text == "Which one do you mean?"
    assert len(reply.buttons) > 2


@pytest.mark.parametrize("text", ["they said no", "they refused it last week"])
def test_a_no_that_names_nobody_takes_nothing_out(text: str) -> None:
    before = planned()
    reply, memory = say(text, "find_service", memory=before)
    assert memory.declined == before.declined
    assert len(reply.buttons) == len(before.shown)


@pytest.mark.parametrize(("text", "gone"), [("CAMHS", "camhs-county-durham"), ("kooth", "kooth"), ("the third one", None)])
def test_which_one_said_no_is_then_left_out(text: str, gone: str | None) -> None:
    before = planned()
    _, asked = say("they said no", "find_service", memory=before)
    _, memory = say(text, "goodbye", memory=asked)
    assert (gone or before.shown[2]) in memory.declined
    assert set(memory.declined) < set(before.shown) | set(memory.declined)
    assert memory.awaiting != "tried"


@pytest.mark.parametrize(
    ("text", "needs"),
    [("the other one can't sleep", ("sleep",)), ("scared of doing number 2", ("toileting_continence",)), ("is there a club for 8 year olds", ("leisure_friends",))],
)
def test_what_sounds_like_the_list_and_tells_of_a_need_is_a_need(text: str, needs: tuple[str, ...]) -> None:
    memory = say("tell me about the second one", "ask_service_detail", memory=planned())[1]
    assert set(needs) <= set(say(text, "find_service", *needs, memory=memory)[1].needs)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("what does the first one cost", "free"), ("what happens at the first appointment", "what I know for each"),
        ("where's the number", "what I know for each"), ("what do I say when they come to the house", "You could say"),
    ],
)
def test_a_word_in_a_question_does_not_make_it_another_question(text: str, said: str) -> None:
    assert said in say(text, "ask_service_detail", memory=planned())[0].text


@pytest.mark.parametrize("text", ["is open to early help, 6yo, behaviour", "open to CAMHS, waiting for autism assessment", "CAMHS have a number of concerns, 12, anxious"])
def test_a_note_that_names_a_service_asks_for_help(text: str) -> None:
    reply, memory = say(text, "find_service", "behaviour", memory=Memory())
    assert memory.needs == ("behaviour",)
    assert len(reply.services) > 1


def test_a_child_who_was_hurt_is_not_told_how_to_listen_to_a_child() -> None:
    young = Memory(alarm="safeguarding", voice="young_person")
    for text in ("what do I say when I ring", "what should I tell my teacher"):
        assert "not their fault" not in say(text, "find_service", memory=young)[0].text


@pytest.mark.parametrize("text", ["school nursing number", "how do I get hold of the school nursing team"])
def test_the_school_nurses_are_meant_by_their_name(text: str) -> None:
    assert say(text, "ask_service_detail", memory=Memory())[0].services[0]["id"] == "school-nursing-county-durham"


@pytest.mark.parametrize("text", ["benefits crisis line number", "is there a domestic violence crisis line"])
def test_another_crisis_line_is_not_the_childrens(text: str) -> None:
    services = say(text, "ask_service_detail", memory=Memory())[0].services
    assert all(one["id"] != "camhs-crisis-liaison-county-durham" for one in services)


@pytest.mark.parametrize("text", ["they refused dla", "they said no to transport"])
def test_a_no_to_something_else_is_no_no_to_the_plan(text: str) -> None:
    plan = planned(Memory(needs=("ehc_plan",), children=(Child((96, 108), ("ehc_plan",), "son"),), locality=CROOK))
    need = "benefits_money" if "dla" in text else "transport"
    assert "appeal" not in say(text, "find_service", need, memory=plan)[0].text.split("\n")[0]


@pytest.mark.parametrize("text", ["no that's fine thank you very much", "no I don't think so thank you"])
def test_a_polite_no_is_a_no(text: str) -> None:
    assert "That's fine" in say(text, "deny", memory=dataclasses.replace(planned(), awaiting="nothing"))[0].text


@pytest.mark.parametrize("text", ["this is no use", "that's no good to me", "they are useless"])
def test_a_list_that_is_no_use_is_asked_after(text: str) -> None:
    before = planned()
    reply, memory = say(text, "complaint", memory=before)
    assert "missing" in reply.text
    assert (memory.declined, memory.awaiting) == (before.declined, "missing")


def test_a_plan_that_was_refused_is_answered_with_what_can_be_done() -> None:
    plan = planned(Memory(needs=("ehc_plan",), children=(Child((96, 108), ("ehc_plan",), "son"),), locality=CROOK))
    reply, memory = say("they refused it last week actually", "ask_service_detail", memory=plan)
    assert "appeal" in reply.text
    assert memory.declined == plan.declined


def test_what_to_say_to_a_child_is_told_after_an_alarm() -> None:
    reply, _ = say("what do i say to her", "find_service", memory=Memory(alarm="safeguarding"))
    assert "not their fault" in reply.text


@pytest.mark.parametrize("text", ["she doesnt want us to tell anyone about it"])
def test_a_long_no_is_not_taken_for_no_thanks(text: str) -> None:
    assert "That's fine" not in say(text, "deny", memory=planned())[0].text


def test_whether_an_age_is_taken_is_answered_with_yes_or_no() -> None:
    school_nurses = dataclasses.replace(planned(), focus="school-nursing-county-durham")
    assert say("do they take 7 year olds?", "find_service", memory=school_nurses)[0].text.startswith("Yes.")
    assert say("do they take under 3s?", "find_service", memory=school_nurses)[0].text.startswith("No.")
    assert say("does portage take 9s?", "ask_faq", memory=school_nurses)[0].text.startswith("No. Durham Portage")


def test_of_two_that_are_named_the_one_to_start_with_is_said() -> None:
    reply, memory = say("which first, school nurse or CAMHS?", "find_service", memory=planned())
    assert memory.focus is not None
    assert DIRECTORY.by_id[memory.focus].kind in ("school_nursing", "camhs")
    assert "at the same time" in reply.text


@pytest.mark.parametrize("text", ["CAMHS crisis number", "number for the CAMHS crisis team please", "mental health crisis line for children"])
def test_the_crisis_team_is_another_than_camhs(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=Memory())
    assert reply.services[0]["id"] == "camhs-crisis-liaison-county-durham"


@pytest.mark.parametrize("intent", ["out_of_scope", "find_service", "greet"])
def test_a_named_service_s_hours_are_told_whatever_it_was_taken_for(intent: str) -> None:
    reply, _ = say("what time is SENDIASS open", intent, memory=Memory())
    assert reply.services[0]["id"] == "sendiass-durham"


def test_what_is_asked_about_one_is_answered_from_its_entry() -> None:
    memory = planned()
    _, memory = say("tell me about the second one", "ask_service_detail", memory=memory)
    reply, _ = say("is it free?", "ask_faq", memory=memory)
    service = DIRECTORY.by_id[memory.shown[1]]
    assert reply.services[0]["id"] == service.id
    assert ("free" in reply.text) if service.cost.amount == "free" else ("not seen what it costs" in reply.text or service.cost.words)


def test_an_unknown_wait_is_said_to_be_unknown() -> None:
    memory = dataclasses.replace(planned(), focus="portage-durham")
    reply, _ = say("how long is the wait?", "ask_service_detail", memory=memory)
    assert "I have not found how long the wait is" in reply.text


def test_a_question_of_its_own_is_left_to_the_checked_answers() -> None:
    reply, memory = say("how long is the wait for an autism assessment?", "ask_faq", memory=planned())
    assert "four years" in reply.text
    assert memory.needs == ("anxiety_emotional",)


def test_camhs_said_no_takes_out_camhs_and_nothing_else() -> None:
    memory = planned()
    reply, after = say("we've tried CAMHS, they said no", "ask_service_detail", "anxiety_emotional", memory=memory)
    assert not any("CAMHS" in card["name"] for card in reply.services)
    kept = [id for id in memory.shown if "camhs" not in id]
    assert set(kept[:2]) <= set(after.shown)


def test_the_second_one_tried_takes_out_the_second_one() -> None:
    memory = planned()
    _, after = say("we've tried the second one", "ask_service_detail", memory=memory)
    assert memory.shown[1] not in after.shown
    assert memory.shown[0] in after.shown


@pytest.mark.parametrize("text", ["we've tried everything and she is still so anxious", "honestly we tried everything", "school refused to help"])
def test_tired_words_take_nothing_out(text: str) -> None:
    memory = planned()
    _, after = say(text, "find_service", "anxiety_emotional", memory=memory)
    assert after.declined == ()


def test_what_was_tried_stays_out_after_a_correction() -> None:
    memory = planned()
    _, memory = say("we've tried the first one", "ask_service_detail", memory=memory)
    gone = set(memory.declined)
    _, after = say("sorry, she's 12", "correction", memory=memory)
    assert after.ages == ((144, 156),)
    assert not gone & set(after.shown)


def test_what_else_never_shows_the_same_twice_and_loses_nothing_for_later() -> None:
    first = planned()
    _, second = say("what else is there?", "ask_service_detail", memory=first)
    assert not set(first.shown) & set(second.shown)
    _, third = say("anything else?", "ask_service_detail", memory=second)
    assert third is not None
    _, again = say("sorry, she's 13", "correction", memory=third)
    assert set(first.shown[:2]) & set(again.shown)


def test_not_a_group_leaves_out_groups() -> None:
    memory = planned(dataclasses.replace(ANXIOUS, needs=("leisure_friends",)))
    reply, _ = say("not a group, he won't cope", "find_service", memory=memory)
    assert not kinds(reply) & {"youth_activity", "parent_carer_forum", "participation_group", "family_hub", "short_breaks"}


def test_online_offers_only_what_is_online() -> None:
    reply, memory = say("is there anything online?", "ask_service_detail", memory=planned())
    assert all(DIRECTORY.by_id[id].online for id in memory.shown)
    assert "online" in reply.text.split(".")[0]


def test_nothing_nearer_is_said_with_the_nearest_and_a_person() -> None:
    memory = planned(dataclasses.replace(ANXIOUS, needs=("early_years_development",), children=(Child((36, 48), ("early_years_development",)),)))
    reply, after = say("anything nearer?", "ask_service_detail", memory=memory)
    assert "nearer" in reply.text.lower() or "no place near" in reply.text
    assert reply.services
    reply, _ = say("anything nearer?", "ask_service_detail", memory=after)
    assert "nearest to Crook" in reply.text or "no place near" in reply.text


def test_nearer_asks_for_the_place_once_and_never_after_a_refusal() -> None:
    nowhere = dataclasses.replace(planned(dataclasses.replace(ANXIOUS, locality=None)), asked=())
    reply, memory = say("anything nearer?", "ask_service_detail", memory=nowhere)
    assert "Which town" in reply.text
    _, memory = say("I'd rather not say", "deny", memory=memory)
    reply, _ = say("anything nearer?", "ask_service_detail", memory=memory)
    assert "Which town" not in reply.text
    assert reply.services


def test_something_for_me_adds_the_carers_own_need_and_shows_that_alone() -> None:
    reply, memory = say("something for me, not him", "out_of_scope", memory=planned())
    assert memory.needs == ("carer_parent_support", "anxiety_emotional")
    assert all({"carer_parent_support"} & {*DIRECTORY.by_id[id].main, *DIRECTORY.by_id[id].also} for id in memory.shown)
    assert "support for you" in reply.text


@pytest.mark.parametrize(("text", "why"), [("why not portage?", "14"), ("why not CAMHS?", "in your list"), ("why no wheelchair service?", "something else")])
def test_why_not_is_answered_from_what_decided(text: str, why: str) -> None:
    memory = planned(dataclasses.replace(ANXIOUS, needs=("anxiety_emotional", "global_delay")))
    memory = dataclasses.replace(memory, shown=(*memory.shown, "camhs-county-durham"))
    reply, _ = say(text, "ask_service_detail", memory=memory)
    assert why in reply.text


def test_more_like_this_is_of_the_same_kind() -> None:
    hubs = planned(dataclasses.replace(ANXIOUS, needs=("parenting_baby",), children=(Child((0, 12), ("parenting_baby",)),)))
    memory = dataclasses.replace(hubs, shown=("kooth",), needs=("anxiety_emotional",), children=ANXIOUS.children)
    reply, _ = say("more like the first one", "ask_service_detail", memory=memory)
    assert kinds(reply) <= {DIRECTORY.by_id["kooth"].kind} or "nothing else like" in reply.text


def test_take_along_is_plain_lines_without_the_familys_words() -> None:
    memory = planned()
    reply, _ = say("can you print this or send it to me", "ask_service_detail", memory=memory)
    assert reply.copy in reply.text
    assert all(DIRECTORY.by_id[id].name in reply.copy for id in memory.shown)


def test_a_new_need_is_no_follow_up() -> None:
    reply, memory = say("is there anything for his sleep too, he wakes all night and nothing works", "find_service", "sleep", memory=planned())
    assert "sleep" in memory.needs
    assert "sleep" in reply.text


def test_a_question_in_the_middle_says_how_to_go_on_and_the_answer_is_still_taken() -> None:
    _, memory = say("she is so anxious", "find_service", "anxiety_emotional", memory=Memory())
    assert memory.awaiting == "age"
    reply, memory = say("what is an EHC plan?", "ask_faq", memory=memory)
    assert "How old" not in reply.text
    assert "you can tell me the child's age" in reply.text
    _, memory = say("14", "out_of_scope", memory=memory)
    assert memory.ages == ((168, 180),)


def test_a_question_right_after_another_may_leave_out_what_it_is_about() -> None:
    _, memory = say("how long does an EHC plan take?", "ask_faq", memory=Memory())
    reply, memory = say("and what if they say no?", "ask_service_detail", memory=memory)
    assert "not the end" in reply.text
    _, memory = say("thanks", "thanks", memory=memory)
    assert memory.topic == ""


def test_a_person_comes_with_hours_where_they_settle_it_and_with_what_to_do_at_night() -> None:
    reply, _ = say("can I talk to someone?", "human_handoff", memory=planned(), now=NIGHT)
    assert "Until they open" in reply.text
    assert "NHS 111" in reply.text
    assert "we do not know their hours" in reply.text
    assert reply.copy == "I am looking for help with worry and big feelings, for a 14-year-old, near Crook."
    day, _ = say("can I talk to someone?", "human_handoff", memory=planned(), now=datetime(2026, 11, 25, 11, 0))
    assert "Until they open" not in day.text


def early(age: tuple[int, int] | None, place: Locality | None) -> Memory:
    children = (Child(age, ("early_years_development",), "son"),) if age else ()
    return planned(Memory(needs=("early_years_development",), children=children, locality=place))


HARTLEPOOL = Locality("Hartlepool", False, "Hartlepool Borough Council", 54.69, -1.21)


@pytest.mark.parametrize(
    ("age", "place", "said", "unsaid"),
    [
        ((84, 96), CROOK, "this child is 7", "outside it"),
        ((24, 30), HARTLEPOOL, "Hartlepool is outside it. Look at the Hartlepool SEND Local Offer first", "this child is"),
        ((24, 30), CROOK, "About Durham Portage", "may not be able"),
        (None, None, "About Durham Portage", "may not be able"),
    ],
)
@pytest.mark.parametrize("text", ["and portage?", "what is the number for portage"])
def test_a_named_service_that_is_for_another_age_or_place_is_said_to_be_so(
    text: str, age: tuple[int, int] | None, place: Locality | None, said: str, unsaid: str
) -> None:
    reply, _ = say(text, "ask_service_detail", memory=early(age, place))
    assert said in reply.text
    assert unsaid not in reply.text


@pytest.mark.parametrize("intent", ["find_service", "ask_service_detail", "nlu_fallback"])
@pytest.mark.parametrize(
    ("text", "start", "name"),
    [
        ("how far is that from shildon", "Shildon", "CAMHS"),
        ("how far are they from Peterlee", "Peterlee", "CAMHS"),
        ("how far is camhs from Sedgefield?", "Sedgefield", "CAMHS"),
        ("how far is it", "Crook", "CAMHS"),
        ("how far is the family hub from Seaham", "Seaham", "Seaham Family Hub"),
    ],
)
def test_how_far_is_told_in_miles_and_moves_nobody(text: str, start: str, name: str, intent: str) -> None:
    reply, memory = say(text, intent, memory=planned())
    assert f"from {start} as the crow flies" in reply.text
    assert name in reply.text
    assert memory.locality == CROOK


def test_how_far_from_where_we_live_tells_the_home() -> None:
    _, memory = say("how far is that from Seaham, we live there now", "find_service", memory=planned())
    assert memory.locality is not None
    assert memory.locality.name == "Seaham"
    assert say("how far is it from Seaham", "find_service", "sleep", memory=Memory())[1].locality is not None


def test_outside_the_county_no_person_of_the_county_is_named() -> None:
    away = dataclasses.replace(ANXIOUS, locality=Locality("Darlington", False, "Darlington Borough Council", 54.52, -1.55))
    reply, _ = say("can I talk to someone?", "human_handoff", memory=planned(away))
    assert reply.services
    assert not any(DIRECTORY.by_id[card["id"]].area.covers in ("whole_county", "towns", "radius") for card in reply.services)


def test_who_is_told_is_answered_for_a_young_person() -> None:
    young = dataclasses.replace(ANXIOUS, voice="young_person")
    first, memory = say("help", "find_service", memory=young)
    assert "not sent to your parents" in first.text
    reply, after = say("will my mum find out?", "find_service", "low_mood_self_harm", memory=memory)
    assert "not sent to your parents" in reply.text
    assert after.needs == ("anxiety_emotional",)


def test_nonsense_ends_with_choices_and_a_person() -> None:
    reply, _ = say("asdf qwer", "out_of_scope", memory=Memory())
    assert reply.buttons
    assert reply.services


def test_not_what_i_meant_is_met_with_sorry_choices_and_a_person() -> None:
    reply, memory = say("no that's not what I meant", "deny", memory=planned())
    assert reply.text.startswith("I'm sorry")
    assert reply.buttons
    assert reply.services
    assert memory.needs == ("anxiety_emotional",)


def test_a_stated_diagnosis_is_no_question_about_one() -> None:
    reply, memory = say("he has a diagnosis already", "ask_service_detail", memory=planned())
    assert memory.has_diagnosis is True
    assert "Start here today" in reply.text


def test_an_answer_that_is_the_same_for_all_is_said_once() -> None:
    free = [one for one in DIRECTORY.services if one.cost.amount == "free" and not one.cost.words][:3]
    assert aspects.about_all("cost", free, None).count("It is free") == 1


def test_a_question_that_no_checked_answer_fits_is_answered_from_what_was_shown() -> None:
    reply, _ = say("is the whole lot free for all of them?", "ask_faq", memory=planned())
    assert "It is free" in reply.text


def test_a_longer_next_question_after_a_checked_answer_is_answered_too() -> None:
    _, memory = say("what is an EHC plan?", "ask_faq", memory=planned())
    reply, _ = say("and how long does it take to get one, from asking to having it?", "ask_service_detail", memory=memory)
    assert "20 weeks" in reply.text


@pytest.mark.parametrize("text", ["ok show me those again please", "can you show me the list again", "what was on the list"])
def test_the_list_is_shown_again(text: str) -> None:
    memory = planned()
    reply, after = say(text, "ask_service_detail", memory=memory)
    assert [card["id"] for card in reply.services]
    assert after.shown == memory.shown


@pytest.mark.parametrize("text", ["are they even allowed to do that??", "can they do that", "is that legal"])
def test_whether_a_school_may_send_a_child_home_is_told(text: str) -> None:
    sent_home = dataclasses.replace(ANXIOUS, needs=("exclusion_suspension",), children=(Child((96, 108), ("exclusion_suspension",), "son"),))
    reply, after = say(text, "ask_service_detail", memory=planned(sent_home))
    assert "against the law" in reply.text
    assert after.needs == ("exclusion_suspension",)
    assert "against the law" not in say(text, "ask_service_detail", memory=planned())[0].text


@pytest.mark.parametrize("text", ["owt I can do on the laptop after tea", "something she could use at home on a tablet"])
def test_what_is_done_on_a_screen_is_online(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned())
    assert reply.services
    assert all(DIRECTORY.by_id[card["id"]].online for card in reply.services)


@pytest.mark.parametrize("text", ["she'd prefer a drop in", "somewhere without forms please"])
def test_who_wants_no_forms_is_shown_what_takes_people_at_once(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned())
    assert reply.services
    assert all(DIRECTORY.by_id[card["id"]].referral.self or DIRECTORY.by_id[card["id"]].referral.drop_in for card in reply.services)


@pytest.mark.parametrize("text", ["is there a waitin list", "will they see her soon or is there a queue"])
def test_a_wait_is_asked_for_in_other_words_too(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned())
    assert "wait" in reply.text


def test_one_more_child_with_the_same_need_is_no_question_about_one_service() -> None:
    reply, memory = say("can I have the same for my son please, he's 8", "ask_service_detail", memory=planned())
    assert reply.services
    assert [child.age for child in memory.children] == [(168, 180), (96, 108)]


def test_can_anyone_help_is_answered_with_the_list() -> None:
    reply, _ = say("can anybody help me write it down", "ask_service_detail", memory=planned())
    assert reply.services


@pytest.mark.parametrize("text", ["which is closest", "and which one is the nearest?", "what's nearest"])
def test_which_is_nearest_is_answered_of_those_shown(text: str) -> None:
    reply, memory = say(text, "ask_service_detail", memory=planned())
    assert "is the nearest, about" in reply.text
    assert [one["id"] for one in reply.services] == [memory.focus]


@pytest.mark.parametrize("text", ["any group rather than 1:1", "she'd prefer a group", "a group not one to one if there is one"])
def test_groups_wanted_are_not_left_out(text: str) -> None:
    reply, _ = say(text, "find_service", memory=planned())
    assert "left out groups" not in reply.text
    assert kinds(reply) <= {"youth_activity", "parent_carer_forum", "participation_group", "family_hub", "short_breaks"} or "no group" in reply.text


@pytest.mark.parametrize(
    "text", ["just tell me one thing to do monday morning", "give me the short version", "who should i ring first thing", "too much to read"]
)
def test_one_thing_is_told_where_one_is_asked_for(text: str) -> None:
    reply, _ = say(text, "out_of_scope", memory=planned())
    assert reply.text.startswith("Start with ")
    assert len(reply.services) == 1


def test_nobody_trained_is_no_refusal() -> None:
    memory = planned()
    reply, after = say("they said no one's trained to give her the midazolam", "find_service", memory=memory)
    assert "Which one" not in reply.text
    assert after.awaiting != "tried"


def test_a_person_to_talk_to_knows_about_what_is_hard() -> None:
    eating = Memory(needs=("eating_disorder",), children=(Child((180, 192), ("eating_disorder",)),), locality=CROOK)
    reply, _ = say("can i talk to a real person", "human_handoff", memory=eating)
    assert any(card["phone"] and card["name"].startswith("Beat") for card in reply.services)


def test_a_place_is_meant_by_the_help_that_it_gives() -> None:
    grieving = planned(Memory(needs=("bereavement", "sleep"), children=(Child((60, 72), ("bereavement", "sleep")),), locality=CROOK))
    reply, _ = say("that bereavement place you said, will they come to the house?", "ask_service_detail", "bereavement", memory=grieving)
    assert [card["name"] for card in reply.services] == ["The Jigsaw Project (St Cuthbert's Hospice)"]


def test_no_car_for_the_way_to_school_asks_for_nothing_nearer() -> None:
    taxi = planned(Memory(needs=("transport",), children=(Child((96, 108), ("transport",)),), locality=CROOK))
    reply, _ = say("how am I meant to get her there, I don't drive", "find_service", "transport", memory=taxi)
    assert "nearer" not in reply.text


def test_what_comes_first_is_found_though_nothing_was_shown_yet() -> None:
    reply, _ = say("what do they do first", "ask_service_detail", memory=ANXIOUS)
    assert len(reply.services) > 1


@pytest.mark.parametrize("text", ["you've not answered that", "that doesn't answer my question", "you didn't answer me"])
def test_an_answer_that_was_none_is_owned_up_to(text: str) -> None:
    assert say(text, "deny", memory=planned())[0].text.startswith("I'm sorry")


def test_doubt_about_a_place_is_said_once() -> None:
    on_the_border = dataclasses.replace(ANXIOUS, locality=Locality("DH8", None, None, 54.85, -1.84, "outcode"))
    reply, memory = say("help", "find_service", memory=on_the_border)
    assert "I can't tell if DH8" in reply.text
    again, memory = say("he can't sleep either", "find_service", "sleep", memory=memory)
    assert "I can't tell" not in again.text
    moved, _ = say("we're DL5", "find_service", "sleep", memory=memory)
    assert "I can't tell if DL5" in moved.text


@pytest.mark.parametrize(("place", "said"), [("trimdon", "near Trimdon."), ("Trimdon Grange", "near Trimdon Grange."), ("Newton Aycliffe", "near Newton Aycliffe.")])
def test_a_name_that_several_villages_share_is_said_as_it_was(place: str, said: str) -> None:
    assert said in say(f"we live in {place}", "find_service", "sleep", memory=Memory())[0].text


@pytest.mark.parametrize("intent", ["ask_service_detail", "human_handoff", "find_service", "nlu_fallback"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("can we text anyone", "chat to a counsellor"), ("do they do live chat", "chat to a counsellor"), ("which ones take texts", "chat to a counsellor"),
        ("is there a drop in", "you can walk in"), ("anywhere we can just turn up", "you can walk in"),
        ("we'd want face to face", "not just online"), ("can they see her in person", "not just online"), ("not online please", "not just online"),
    ],
)  # fmt: skip
def test_how_one_can_be_reached_is_answered_from_the_entries(intent: str, text: str, said: str) -> None:
    reply, memory = say(text, intent, memory=planned())
    assert said in reply.text
    assert memory.needs == ("anxiety_emotional",)


def test_what_is_only_online_is_left_out_of_face_to_face() -> None:
    reply, _ = say("we'd want face to face", "find_service", memory=planned())
    assert "kooth" not in [card["id"] for card in reply.services]


@pytest.mark.parametrize("text", ["she won't speak to anyone face to face. anything online", "she can't do it in person"])
def test_who_cannot_meet_anybody_is_not_given_meetings(text: str) -> None:
    reply, _ = say(text, "find_service", memory=planned())
    assert "not just online" not in reply.text


def test_are_the_drop_ins_free_asks_for_the_cost() -> None:
    reply, _ = say("are the drop ins free", "ask_service_detail", memory=planned())
    assert "It is free" in reply.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("any drop ins?", True), ("i don't want to ring, is there a drop-in", True), ("are there any that aren't drop-ins?", False), ("we tried some drop ins and they were no good", False)],
)
def test_no_drop_in_is_not_asked_for_where_it_is_turned_down(text: str, wanted: bool) -> None:
    assert (narrow.find_narrower(text) is narrow.drop_in) is wanted


def test_a_hubs_own_town_is_no_place_to_start_from() -> None:
    reply, memory = say("how far is Seaham family hub", "ask_service_detail", memory=planned())
    assert "from Crook" in reply.text
    assert "0 miles" not in reply.text
    assert memory.locality == CROOK


def test_two_questions_in_one_message_are_both_answered() -> None:
    reply, _ = say("is any of that free and can i just turn up", "ask_service_detail", memory=planned())
    assert "free" in reply.text
    assert "refer" in reply.text
    one, _ = say("is any of that free", "ask_service_detail", memory=planned())
    assert "refer" not in one.text


@pytest.mark.parametrize("text", ["i dont want my mum involved", "can i get help without my parents knowing", "I don't want my dad to find out"])
@pytest.mark.parametrize("voice", ["young_person", None])
def test_who_wants_no_parent_involved_is_told_what_stays_private(text: str, voice: str | None) -> None:
    reply, _ = say(text, "deny", memory=dataclasses.replace(ANXIOUS, voice=voice))
    assert "is not sent to your parents" in reply.text


@pytest.mark.parametrize("text", ["that phone number didnt work", "the number for camhs is dead", "we rang, nobody picks up", "wrong number"])
def test_a_number_that_fails_gets_the_other_ways_and_is_counted(text: str) -> None:
    reply, memory = say(text, "complaint", memory=planned())
    assert "may have changed" in reply.text
    assert "03000 269 995" in reply.text
    assert reply.feedback is not None
    assert reply.feedback.said == "no way to reach them"
    assert memory.needs == ("anxiety_emotional",)


@pytest.mark.parametrize("text", ["what number do i ring", "the line manager is not working with us", "she doesn't answer the phone"])
def test_other_talk_of_numbers_is_no_number_that_fails(text: str) -> None:
    assert "may have changed" not in say(text, "ask_service_detail", memory=planned())[0].text


def test_a_number_asked_for_besides_the_cost_is_told_too() -> None:
    reply, _ = say("is it free and whats their number", "ask_service_detail", memory=planned(SLEEPLESS))
    assert "It is free" in reply.text
    assert "ring 0" in reply.text


def test_the_sleep_one_is_the_first_of_those_that_are_called_so() -> None:
    reply, memory = say("does the sleep one do it over the phone and is it free", "ask_service_detail", memory=planned(SLEEPLESS))
    assert [card["id"] for card in reply.services] == ["sleep-charity-national-sleep-helpline"]
    assert "Ring 0" in reply.text
    reply, _ = say("are any of them free", "ask_service_detail", memory=memory)
    assert len(reply.services) > 1


def test_a_question_about_the_cost_that_opens_with_a_need_is_answered_with_the_help() -> None:
    heard = dataclasses.replace(hear("Is that free? my son 4 not talking bishop auckland", "speech_language"), intent="ask_service_detail")
    reply, _ = steps.respond(take_turn(Memory(), heard, DIRECTORY, FAQS, TODAY, None))
    assert "Start here" in reply.text


def test_is_a_named_service_free_is_answered_from_its_entry() -> None:
    reply, _ = say("are school nurses free", "ask_faq", memory=planned())
    assert reply.text.startswith("About School nurses")
    assert "It is free" in reply.text


PLAN = Memory(needs=("ehc_plan",), has_ehc_plan=True, children=(Child((72, 84), ("ehc_plan",), "daughter"),), locality=CROOK)
TRANSPORT = Memory(needs=("transport",), children=(Child((132, 144), ("transport",), "son"),), locality=CROOK)


@pytest.mark.parametrize("intent", ["ask_faq", "find_service", "ask_service_detail", "deny"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("How long time council must answer me", "within 20 weeks"), ("And if they say no?", "not the end"),
        ("who can come with me to it", "take a friend"),
    ],
)  # fmt: skip
def test_a_question_about_the_plan_asked_for_is_no_question_about_the_list(intent: str, text: str, said: str) -> None:
    assert said in say(text, intent, memory=planned(PLAN))[0].text


@pytest.mark.parametrize("intent", ["ask_faq", "find_service"])
def test_an_appeal_about_transport_is_no_appeal_about_a_plan(intent: str) -> None:
    reply, _ = say("how long have i got to appeal", intent, memory=planned(TRANSPORT))
    assert "Transport Case Review" in reply.text
    assert "two months" not in reply.text


def test_that_speech_thing_is_the_therapy_that_was_shown() -> None:
    talking = Memory(needs=("speech_language",), children=(Child((30, 36), ("speech_language",), ""),), locality=CROOK)
    reply, _ = say("the little one first. do i need to go thru the doctor for that speech thing", "ask_service_detail", memory=planned(talking))
    assert reply.text.startswith("About Children's speech and language therapy")


def test_a_complaint_that_asks_who_else_is_given_no_more_of_the_list() -> None:
    reply, _ = say("His social worker hasn't rung back in 4 days. Who else do I go to?", "complaint", memory=planned())
    assert "right to complain" in reply.text


def test_a_town_where_the_doctor_is_names_no_hub() -> None:
    reply, memory = say("oh but our doctor is in newton aycliffe does that count", "ask_service_detail", memory=planned())
    assert "family-hub-newton-aycliffe" not in [card["id"] for card in reply.services]
    assert memory.locality == CROOK


def test_a_letter_from_the_doctor_names_no_service() -> None:
    reply, _ = say("did you say i need a letter from the doctor", "ask_service_detail", memory=planned())
    assert "Autism or ADHD assessment" not in reply.text


def test_a_young_persons_question_whether_mam_is_told_in_text_speak() -> None:
    young = dataclasses.replace(planned(), voice="young_person")
    assert "not sent to your parents" in say("newton aycliffe. wud they tell my mam tho", "find_service", memory=young)[0].text


def test_help_that_a_young_person_asks_for_a_parent_stays_a_parents() -> None:
    young = dataclasses.replace(planned(), voice="young_person")
    reply, memory = say("canny. owt for me mam anarl she's proper struggling", "find_service", "carer_parent_support", memory=young)
    assert "carer_parent_support" in memory.needs
    assert "support for your parent or carer" in reply.text
    assert "carer_parent_support" in say("what about online", "ask_service_detail", memory=memory)[1].needs
    assert "carer_parent_support" not in say("something for me, I'm so alone", "find_service", "carer_parent_support", memory=young)[1].needs


@pytest.mark.parametrize(
    ("text", "need"),
    [("I want to appeal his exclusion", "exclusion_suspension"), ("that group doesn't appeal to her", "leisure_friends"), ("she's lost her appeal for the school place", "school_choice_placement")],
)
def test_another_appeal_is_none_about_transport(text: str, need: str) -> None:
    assert "Transport Case Review" not in say(text, "find_service", need, memory=planned(TRANSPORT))[0].text


@pytest.mark.parametrize("text", ["when is the council open", "when do I ring the council", "can I take my son to it", "can someone come with me to the group"])
def test_what_only_sounds_like_a_question_about_the_plan(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned(PLAN))
    assert "20 weeks" not in reply.text
    assert "looked at at least" not in reply.text


@pytest.mark.parametrize(("text", "id"), [("how much is DLA", "dla-what"), ("how much is carer's allowance", "carers-allowance-what"), ("how much does portage help", "portage-what")])
def test_how_much_a_benefit_is_asks_for_no_cost(text: str, id: str) -> None:
    assert "It is free" not in say(text, "ask_faq", memory=planned(), ranked=(id, 0.9))[0].text


@pytest.mark.parametrize("text", ["can u tell me the number for kooth", "do u know any clubs near me", "can my gp tell if I have adhd"])
def test_asking_to_be_told_is_no_question_who_is_told(text: str) -> None:
    young = dataclasses.replace(planned(), voice="young_person")
    assert "not sent to your parents" not in say(text, "find_service", memory=young)[0].text


@pytest.mark.parametrize("text", ["do you tell my mam", "will my school know about this", "will they tell my dad if i ring", "is this private"])
def test_whether_somebody_is_told_is_answered(text: str) -> None:
    young = dataclasses.replace(planned(), voice="young_person")
    assert "not sent to your parents" in say(text, "ask_faq", memory=young)[0].text


def test_a_young_carer_who_needs_somebody_is_no_parent() -> None:
    young = dataclasses.replace(planned(), voice="young_person")
    _, memory = say("I do everything for my mam and need someone to talk to", "find_service", "carer_parent_support", memory=young)
    assert "carer_parent_support" not in memory.needs


@pytest.mark.parametrize("text", ["is it free? i've got no phone", "how long is the wait, they never phone", "is it free, he's on number 3"])
def test_a_phone_that_is_not_asked_for_adds_no_numbers(text: str) -> None:
    assert "ring 0" not in say(text, "ask_service_detail", memory=planned(SLEEPLESS))[0].text


REFUSES = Memory(needs=("school_attendance_refusal",), children=(Child((96, 108), ("school_attendance_refusal",), "daughter"),), locality=CROOK)
SENT_HOME = Memory(needs=("exclusion_suspension",), children=(Child((144, 156), ("exclusion_suspension",), "son"),), locality=CROOK)


@pytest.mark.parametrize("intent", ["nlu_fallback", "ask_faq", "find_service"])
def test_whether_one_is_fined_is_asked_of_a_child_who_cannot_go_in(intent: str) -> None:
    assert "fine" in say("can you tell me if theyll actually fine me", intent, memory=planned(REFUSES))[0].text
    assert "Start here" not in say("can you tell me if theyll actually fine me", intent, memory=planned(REFUSES))[0].text


def test_are_they_allowed_may_end_a_longer_message() -> None:
    text = "they rang and said just keep him home till monday, nothing in writing. are they aloud to do that"
    reply, _ = say(text, "find_service", "exclusion_suspension", memory=planned(SENT_HOME))
    assert "Start here" not in reply.text


def test_who_a_complaint_is_sent_to_is_no_copy_of_the_list() -> None:
    reply, _ = say("i want to put a complaint in who do i send it to", "complaint", memory=planned())
    assert "right to complain" in reply.text


def test_me_mam_is_my_mam() -> None:
    young = dataclasses.replace(planned(), voice="young_person")
    assert "not sent to your parents" in say("dont want me mam knowin tho", "deny", memory=young)[0].text


def test_help_that_has_come_after_an_alarm_is_greeted_before_the_numbers() -> None:
    alarmed = dataclasses.replace(planned(), alarm="crisis", awaiting="alarm")
    heard = dataclasses.replace(hear("ambulance is here. thank you"), intent="crisis", safety="crisis")
    reply, _ = steps.respond(take_turn(alarmed, heard, DIRECTORY, FAQS, TODAY, None))
    assert reply.text.startswith("I'm glad that help is there")
    assert "999" in reply.text


def test_a_plain_question_about_the_list_is_answered_where_nothing_was_made_of_it() -> None:
    reply, _ = say("right thanks. how long is the wait for one atm", "nlu_fallback", memory=planned())
    assert "what I know for each" in reply.text


@pytest.mark.parametrize("text", ["I don't want the police coming, he'll kill me", "there's no ambulance coming, he's hurt me bad", "is the ambulance coming"])
def test_help_that_has_not_come_is_not_greeted(text: str) -> None:
    alarmed = dataclasses.replace(planned(), alarm="crisis", awaiting="alarm")
    heard = dataclasses.replace(hear(text), intent="crisis", safety="crisis")
    assert not steps.respond(take_turn(alarmed, heard, DIRECTORY, FAQS, TODAY, None))[0].text.startswith("I'm glad")


@pytest.mark.parametrize("text", ["Durham will do fine", "phone would be fine", "any day will do, mornings are fine", "do you think she will be fine"])
def test_what_is_fine_is_no_fine(text: str) -> None:
    assert "£" not in say(text, "find_service", memory=planned(REFUSES))[0].text


@pytest.mark.parametrize("text", ["he only gets 2 hours of speech therapy a year, is that allowed", "the GP won't refer him, can they do that"])
def test_another_matter_that_may_not_be_allowed_is_not_being_sent_home(text: str) -> None:
    assert "send a child home" not in say(text, "ask_faq", memory=planned(SENT_HOME))[0].text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("are you going to tell my mum", True), ("r u gonna tell my mam", True), ("is anyone going to tell my dad", True), ("are they going to tell anyone", True),
        ("do you know what else there is", False), ("do you know about any groups for my age", False), ("can you tell the difference between bullying and messing", False),
    ],
)  # fmt: skip
def test_who_is_told_is_asked_in_many_ways(text: str, told: bool) -> None:
    young = dataclasses.replace(planned(), voice="young_person")
    assert ("not sent to your parents" in say(text, "find_service", memory=young)[0].text) is told


def test_an_appeal_that_may_be_about_an_exclusion_is_none_about_transport() -> None:
    both = dataclasses.replace(TRANSPORT, needs=("transport", "exclusion_suspension"))
    assert "Transport Case Review" not in say("can I appeal", "ask_faq", memory=planned(both))[0].text


TWO = Memory(
    needs=("school_attendance_refusal", "speech_language"),
    children=(Child((180, 192), ("school_attendance_refusal",), "son"), Child((36, 48), ("speech_language",), "daughter")),
    locality=CROOK,
)


@pytest.mark.parametrize("text", ["are they near the bus", "can you get there by bus", "is parking free for all of them?", "which bus goes there"])
def test_no_bus_and_no_parking_is_made_up(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned())
    assert reply.text.startswith("I do not hold buses or parking")
    assert "It is free" not in reply.text


def test_a_button_pressed_late_is_the_answer_to_its_question() -> None:
    asked = say("is it free", "ask_service_detail", memory=planned())[1]
    assert "helped" in asked.asked
    assert asked.awaiting != "helped"
    reply, memory = say("No, something is missing", "deny", memory=asked)
    assert "What was missing?" in reply.text
    assert memory.awaiting == "missing"


def test_a_plain_no_later_is_no_answer_to_whether_it_helped() -> None:
    asked = say("is it free", "ask_service_detail", memory=planned())[1]
    assert "What was missing?" not in say("no", "deny", memory=asked)[0].text


@pytest.mark.parametrize("intent", ["find_service", "ask_faq"])
def test_how_to_get_what_the_list_holds_is_told_from_its_entry(intent: str) -> None:
    reply, _ = say("how do I get a bus pass for him", intent, "transport", memory=planned(TRANSPORT))
    assert "About School and College Transport" in reply.text


def test_a_question_that_names_one_need_of_two_is_answered_for_that_one() -> None:
    reply, _ = say("what about her speech, who do i ring", "ask_service_detail", "speech_language", memory=planned(TWO))
    shown = [DIRECTORY.get(card["id"]) for card in reply.services]
    assert shown
    assert all(one and one.meets("speech_language") for one in shown)


@pytest.mark.parametrize("text", ["is there somewhere just for him", "owt just for the lad", "anything for him"])
def test_something_for_one_of_two_children_turns_to_that_one(text: str) -> None:
    assert say(text, "ask_service_detail", memory=planned(TWO))[1].about_child == 0


EXCLUDED = Memory(needs=("exclusion_suspension",), children=(Child((132, 144), ("exclusion_suspension",), "son"),), locality=CROOK)
ON_THE_LIST = Memory(needs=("autism_assessment",), children=(Child((156, 168), ("autism_assessment",), "daughter"),), locality=CROOK)


@pytest.mark.parametrize("text", ["can they legally do that", "are they actually allowed to do that", "is that even legal"])
def test_whether_it_is_legal_is_answered_of_a_child_who_is_sent_home(text: str) -> None:
    assert "against the law" in say(text, "ask_service_detail", memory=planned(EXCLUDED))[0].text


def test_an_appeal_after_an_exclusion_is_none_about_a_plan() -> None:
    reply, memory = say("i want to appeal", "complaint", "ehc_plan", memory=planned(EXCLUDED))
    assert "governors" in reply.text
    assert memory.needs == ("exclusion_suspension",)


@pytest.mark.parametrize("text", ["can we pay for it ourselves instead", "could we go private", "what about a private one"])
def test_paying_for_an_assessment_is_answered_with_what_is_made_of_it(text: str) -> None:
    assert "You do not have to pay for a diagnosis" in say(text, "ask_service_detail", memory=planned(ON_THE_LIST))[0].text


@pytest.mark.parametrize("text", ["ok and is there anyone SHE could talk to not me", "is there somebody for her to talk to"])
def test_somebody_for_the_child_to_talk_to_is_no_group_for_the_parent(text: str) -> None:
    reply, memory = say(text, "human_handoff", memory=planned(ON_THE_LIST))
    assert memory.needs[0] == "anxiety_emotional"
    assert "worry and big feelings" in reply.text


@pytest.mark.parametrize("text", ["which one comes to the house", "which of them come out to us", "who comes to the house"])
def test_which_of_them_comes_to_the_house_is_told_of_each(text: str) -> None:
    assert "come to your home" in say(text, "ask_service_detail", memory=planned())[0].text


@pytest.mark.parametrize(("text", "fits"), [("is he too old at 4 and a half", False), ("is she too old at 2", True), ("would he be too old", None)])
def test_whether_the_child_is_too_old_is_asked_of_the_one_just_told_of(text: str, fits: bool | None) -> None:
    told = dataclasses.replace(planned(SLEEPLESS), focus="portage-durham" if DIRECTORY.get("portage-durham") else "")
    reply, _ = say(text, "correction", memory=told)
    assert ("That age fits" if fits else "That age does not fit") in reply.text


def test_a_checked_answer_comes_before_the_same_list_again() -> None:
    text = "parents can't read English, can we have an interpreter"
    reply, _ = say(text, "find_service", "anxiety_emotional", memory=planned(), ranked=("interpreter-free", 0.6))
    assert "an interpreter is free" in reply.text


@pytest.mark.parametrize("text", ["at hospital now thanks", "we're in a&e", "on our way to the hospital"])
def test_at_the_hospital_after_an_alarm_is_help_that_is_there(text: str) -> None:
    alarmed = dataclasses.replace(planned(), alarm="crisis", awaiting="alarm")
    assert say(text, "find_service", memory=alarmed)[0].text.startswith("I'm glad")


@pytest.mark.parametrize(
    "text",
    [
        "she won't go to hospital", "I'm scared to go to A&E", "he was in hospital last year", "at A&E they said there's a 12 hour wait", "I'm going to hospital him",
        "he's in hospital because of what his dad did", "we're in hospital and I think mum is making him ill",
    ],
)  # fmt: skip
def test_a_hospital_that_nobody_is_at_is_not_greeted(text: str) -> None:
    alarmed = dataclasses.replace(planned(), alarm="crisis", awaiting="alarm")
    assert not say(text, "find_service", memory=alarmed)[0].text.startswith("I'm glad")


def test_the_charity_of_a_condition_stands_behind_what_is_asked_for() -> None:
    hoist = Memory(needs=("equipment_housing", "complex_medical"), children=(Child((264, 276), ("equipment_housing", "complex_medical"), "son"),), locality=CROOK)
    reply, _ = say("he has epilepsy and his hoist broke", "find_service", "equipment_housing", "complex_medical", memory=hoist)
    assert reply.services[0]["id"] != "epilepsy-action"
    alone = say("he has epilepsy", "find_service", "complex_medical", memory=Memory(locality=CROOK))[0]
    assert alone.services[0]["id"] == "epilepsy-action"


def test_everyday_words_of_a_long_name_name_no_service() -> None:
    reply, _ = say("whats the point of going on the list then", "ask_service_detail", memory=planned(ON_THE_LIST))
    assert "Help with going to school" not in reply.text


def test_a_grumble_gets_a_person_and_not_the_list_read_out_again() -> None:
    reply, memory = say("honestly its one door after another", "correction", memory=planned())
    assert "Your list of help still stands" in reply.text
    assert "Start here" not in reply.text
    assert memory.needs == ("anxiety_emotional",)


@pytest.mark.parametrize("text", ["ok ta x", "cheers pet", "right thanks hun xx", "champion"])
def test_thanks_in_any_words_are_thanks(text: str) -> None:
    assert "welcome" in say(text, "nlu_fallback", memory=planned())[0].text


@pytest.mark.parametrize("text", ["thanks, what about sleep", "ta but he is 7"])
def test_thanks_with_something_behind_them_are_not_all(text: str) -> None:
    assert "welcome" not in say(text, "find_service", "sleep", memory=planned())[0].text


@pytest.mark.parametrize("text", ["is there owt i can do with him at home til then", "anything I can try tonight", "ne thing i can try 2nite".replace("ne thing", "anything")])
def test_what_to_do_until_then_is_the_tips_for_waiting(text: str) -> None:
    assert "Start here" not in say(text, "ask_service_detail", memory=planned(SLEEPLESS))[0].text


def test_what_to_say_when_they_pick_up_is_no_dead_number() -> None:
    assert "You could say" in say("what do i even say when they pick up", "ask_service_detail", memory=planned())[0].text


@pytest.mark.parametrize("text", ["they never pick up", "nobody answers", "they don't even answer"])
def test_nobody_who_answers_is_a_dead_number(text: str) -> None:
    assert "older pages" in say(text, "complaint", memory=planned())[0].text


def test_a_fine_that_school_threatens_is_answered() -> None:
    reply, _ = say("school say theyre going to fine me can they do that", "ask_service_detail", "school_attendance_refusal", "sen_support_school", memory=planned(REFUSES))
    assert "£" in reply.text


@pytest.mark.parametrize("text", ["need pay money?", "i must pay?"])
def test_need_pay_asks_what_it_costs(text: str) -> None:
    assert "free" in say(text, "find_service", memory=planned())[0].text


def test_how_far_is_asked_in_dialect_too() -> None:
    assert "miles" in say("hoo far is it like", "out_of_scope", memory=planned(SLEEPLESS))[0].text or "not seen where" in say("hoo far is it", "ask_service_detail", memory=planned(SLEEPLESS))[0].text


def test_safe_for_now_after_an_alarm_is_no_need_of_safety_at_home() -> None:
    alarmed = dataclasses.replace(planned(), alarm="crisis", awaiting="alarm")
    _, memory = say("She's safe right now, she's in with her mum. What do we say to her", "find_service", "domestic_abuse", memory=alarmed)
    assert "domestic_abuse" not in memory.needs


@pytest.mark.parametrize("text", ["I don't think she's safe with him", "I never feel we're safe when he comes round", "we're safe in the refuge now, I left my husband because he hit me"])
def test_not_safe_after_an_alarm_stays_a_need(text: str) -> None:
    alarmed = dataclasses.replace(planned(), alarm="crisis", awaiting="alarm")
    assert "domestic_abuse" in say(text, "find_service", "domestic_abuse", memory=alarmed)[1].needs


@pytest.mark.parametrize("text", ["is he too old to still be wetting the bed", "is he too young for an ADHD assessment", "are we too old to foster"])
def test_too_old_for_something_else_is_not_asked_of_the_service(text: str) -> None:
    told = dataclasses.replace(planned(SLEEPLESS), focus="portage-durham")
    assert "That age" not in say(text, "find_service", memory=told)[0].text


@pytest.mark.parametrize("text", ["is there anyone my husband can talk to", "is there anyone they can talk to about the EHCP", "is there someone he can talk to about the plan"])
def test_somebody_for_a_grown_up_to_talk_to_is_no_feeling_of_the_child(text: str) -> None:
    assert "anxiety_emotional" not in say(text, "ask_service_detail", memory=planned(ON_THE_LIST))[1].needs


@pytest.mark.parametrize("text", ["what can I do for me lad", "what do I do for me bairn who wont sleep", "what's there for me little lad"])
def test_for_me_lad_is_for_the_lad(text: str) -> None:
    assert "carer_parent_support" not in say(text, "find_service", memory=planned(SLEEPLESS))[1].needs


@pytest.mark.parametrize("text", ["ok I'll do that first", "he did that last", "he never does what I say when we are out", "he kicks off on the bus"])
def test_everyday_words_name_none_of_the_list(text: str) -> None:
    reply, memory = say(text, "find_service", memory=planned(SLEEPLESS))
    assert not memory.declined
    assert memory.focus is None
    assert "You could say" not in reply.text
    assert "buses" not in reply.text


def test_words_for_a_call_are_given_and_nobody_to_ring() -> None:
    reply, _ = say("Please write for me what I say when I call, easy English", "human_handoff", memory=planned())
    assert "You could say" in reply.text


@pytest.mark.parametrize("text", ["what am i meant to do till then", "what are we supposed to do until they see him"])
def test_what_one_is_meant_to_do_until_then_is_the_tips(text: str) -> None:
    assert aspects.find_aspect(text) == "meanwhile"


def test_what_to_do_for_me_is_help_for_the_parent() -> None:
    assert say("and what do I do for ME when he's home all week", "find_service", memory=planned())[1].needs[0] == "carer_parent_support"


def test_too_old_for_the_first_one_is_told_of_the_first_one() -> None:
    before = planned(SLEEPLESS)
    reply, _ = say("isnt she too old for that first one", "nlu_fallback", memory=before)
    assert [card["id"] for card in reply.services] == [before.shown[0]]


def test_the_first_thing_to_do_is_the_first_of_the_list() -> None:
    reply, memory = say("whats the first thing i should actually do", "ask_service_detail", memory=planned())
    assert reply.text.startswith("Start with")
    assert memory.focus


@pytest.mark.parametrize("intent", ["find_service", "ask_faq", "ask_service_detail", "nlu_fallback"])
@pytest.mark.parametrize("id", [one.id for one in DIRECTORY.services][::4])
def test_the_button_of_a_service_tells_of_that_service_and_moves_nobody(id: str, intent: str) -> None:
    service = DIRECTORY.get(id)
    assert service is not None
    before = planned(ANXIOUS)
    reply, memory = say(f"Tell me about {service.name}", intent, "sensory_processing", memory=before)
    assert reply.text.startswith(f"About {service.name}")
    assert (memory.locality, memory.needs, memory.focus) == (before.locality, before.needs, id)


def test_the_button_of_a_service_is_known_though_a_word_of_its_name_was_left_out() -> None:
    assert say("Tell me about Child [name] UK", "find_service", memory=planned())[0].text.startswith("About Child Bereavement UK")


@pytest.mark.parametrize("text", ["I'm no good on the phone, what do I say to them", "they just say he's had enough"])
def test_what_was_not_tried_is_not_taken_out(text: str) -> None:
    assert narrow.find_narrower(text) is None


@pytest.mark.parametrize("text", ["owt that's not a waiting list", "anything without a long wait?", "which ones don't have a waiting list"])
def test_help_without_a_wait_is_the_help_that_comes_soonest(text: str) -> None:
    assert narrow.find_narrower(text) is narrow.sooner


@pytest.mark.parametrize("text", ["which one would you ring first if it was your bairn", "who would you start with", "which one do i do frist"])
def test_which_to_start_with_is_one(text: str) -> None:
    reply, _ = say(text, "find_service", memory=planned())
    assert "Start with" in reply.text


def test_what_they_do_is_told_of_each() -> None:
    before = planned()
    reply, memory = say("what do they do there", "nlu_fallback", memory=before)
    assert all(DIRECTORY.get(id).summary.split(".")[0] in reply.text for id in before.shown[:2])  # type: ignore[union-attr]
    assert memory.needs == before.needs


def test_how_to_get_there_without_a_car_is_no_need_for_a_way_to_school() -> None:
    before = planned()
    reply, memory = say("how would I get there, no car til the new year", "find_service", "transport", memory=before)
    assert "buses" in reply.text
    assert memory.needs == before.needs


def test_the_list_of_one_matter_again_is_that_list_alone() -> None:
    memory = dataclasses.replace(planned(), needs=("sleep", "anxiety_emotional"))
    reply, after = say("what were the sleep ones again", "find_service", "sleep", memory=memory)
    assert "sleep" in reply.intro
    assert "worry" not in reply.intro
    assert after.needs == memory.needs


@pytest.mark.parametrize("text", ["how do I show this to the nursery manager", "can I show it to his teacher"])
def test_showing_it_to_somebody_takes_it_along(text: str) -> None:
    reply, _ = say(text, "nlu_fallback", memory=planned())
    assert reply.copy


def test_who_cannot_ring_is_told_of_other_ways() -> None:
    reply, _ = say("i hate phoning people", "human_handoff", memory=planned())
    assert "I have not seen that" in reply.text or "text" in reply.text


def test_a_question_for_hours_in_a_longer_message_is_answered() -> None:
    reply, _ = say("her mam works nights at the hospital so is there anything that isn't 9 to 5", "find_service", memory=planned())
    assert "open" in reply.text
    assert "Here is help" not in reply.text


def test_whether_one_has_to_tell_is_no_refusal_to_say() -> None:
    reply, _ = say("so do I have to tell them", "deny", memory=dataclasses.replace(planned(), awaiting="place"))
    assert "You don't have to say" not in reply.text


@pytest.mark.parametrize("text", ["who runs that?", "who runs the first one", "Who are they when they're at home? Is it the council?", "is it NHS", "are they a charity"])
@pytest.mark.parametrize("intent", ["ask_service_detail", "ask_faq", "find_service"])
def test_who_runs_it_is_told_from_the_entry(text: str, intent: str) -> None:
    reply, _ = say(text, intent, memory=planned())
    assert "run by" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "can the school refer him or does it have to be the gp",
        "pull the other one, that's years and years and he'll be left school by then. can school refer her or does it have to be the gp",
        "can I ring them myself as his carer or does it have to be his social worker",
    ],
)
def test_who_may_refer_is_told_whoever_else_is_named(text: str) -> None:
    reply, memory = say(text, "correction", memory=planned())
    assert "ask for it yourself" in reply.text
    assert memory.focus != "social-care-direct"


@pytest.mark.parametrize("text", ["I need a break from caring but it'd have to be weekends", "can somebody sit with him so I can sleep, it has to be evenings"])
def test_a_break_that_is_asked_for_is_a_need_whenever_it_has_to_be(text: str) -> None:
    assert "short_breaks_respite" in say(text, "find_service", "short_breaks_respite", memory=planned())[1].needs


@pytest.mark.parametrize(
    "text",
    ["is this private?", "is it free or is it private", "is it the council I ring?", "he's the only one who is behind", "she's the one who runs into the road", "who provides the taxi", "who is running late"],
)
def test_other_questions_are_not_taken_for_who_runs_it(text: str) -> None:
    assert "run by" not in say(text, "ask_faq", memory=planned())[0].text


def test_is_it_the_council_of_this_chat_is_told_what_the_chat_is() -> None:
    assert "computer program" in say("is it the council?", "bot_challenge", memory=planned(), ranked=("what-is-this", 0.5))[0].text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I want to complain about the school. What happens next?", "complaint"),
        ("I'd like to talk to a real person. Who do I ring?", "human_handoff"),
        ("What do I say? She keeps asking me if she is normal", "nlu_fallback"),
        ("do I have to send her to school every day", "nlu_fallback"),
        ("can someone come with you to meetings?", "nlu_fallback"),
    ],
)
def test_a_sentence_of_another_matter_is_no_question_about_the_list(text: str, intent: str) -> None:
    reply, _ = say(text, intent, memory=planned())
    assert not any(told in reply.text for told in ("what I know for each", "You could say", "come to your home", "no checked steps"))


def test_whether_an_age_is_taken_is_answered_beside_the_age() -> None:
    assert "Yes" in say("do they take 14 year olds? she's 14", "ask_service_detail", memory=planned())[0].text


def test_a_time_that_it_has_to_be_is_no_wish_for_a_break() -> None:
    reply, memory = say("she works through the week so it'd have to be weekends", "find_service", "short_breaks_respite", memory=planned())
    assert memory.needs == ANXIOUS.needs
    assert "open" in reply.text
    assert "short_breaks_respite" in say("is there a club at weekends so I get a break", "find_service", "short_breaks_respite", memory=planned())[1].needs


def test_an_age_put_right_before_a_question_about_the_list_is_kept() -> None:
    older = dataclasses.replace(planned(), children=(Child((228, 240), ("anxiety_emotional",), "daughter"),))
    _, memory = say("right well she's 14 so back to now. who do i ring first", "ask_service_detail", memory=older)
    assert memory.ages == ((168, 180),)


@pytest.mark.parametrize("text", ["Lovely, thank you. He's a little star, he'd do anything for her", "ta very much, he's a good lad really"])
def test_thanks_with_a_kind_word_is_answered_as_thanks(text: str) -> None:
    assert say(text, "find_service", memory=planned())[0].text.startswith("You're welcome")


@pytest.mark.parametrize(
    "text",
    [
        "thanks. is it free", "thanks but he needs help with his speech", "ta. what else is there", "thanks, the second one", "cheers, more about Kooth",
        "thanks, put me through to somebody", "thanks. explain an EHCP", "thanks, start again please", "thank you, and for his brother",
        "thanks. I rang and nobody picked up", "thank you. I feel like giving up", "Thanks bye, i give up", "thanks. I've had enough",
    ],
)  # fmt: skip
def test_thanks_with_a_question_is_not_only_thanks(text: str) -> None:
    assert not say(text, "find_service", memory=planned())[0].text.startswith("You're welcome")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("do they come to you? I cannot be dragging him on two buses", "come to your home"),
        ("to much words. who do i ring", "what I know for each"),
        ("blowing a gale here sorry, had to shut the door. does her gp have to send her", "ask for it yourself"),
        ("thanks mate. one more, can i put her forward meself or does it have to be the doctor", "ask for it yourself"),
        ("somebody come my house?", "come to your home"),
    ],
)
def test_a_question_beside_a_grumble_is_answered_of_the_list(text: str, said: str) -> None:
    assert said in say(text, "ask_faq", memory=planned())[0].text


@pytest.mark.parametrize("text", ["whats the nearest hub", "whats the address of the hub", "which family hub is nearest", "is there a hub near me"])
def test_the_nearest_hub_is_told_by_where_home_is(text: str) -> None:
    reply, memory = say(text, "ask_faq", memory=planned())
    assert "family hub to Crook" in reply.text
    assert [card["kind"] for card in reply.services] == ["family_hub"]
    assert memory.needs == planned().needs


def test_what_has_no_door_nearby_still_names_the_hub() -> None:
    memory = dataclasses.replace(planned(), needs=("exclusion_suspension",), shown=("sendiass-durham", "ipsea"))
    reply, _ = say("which is nearest to me", "ask_service_detail", memory=memory)
    assert "Your nearest is" in reply.text


def test_one_number_has_a_number() -> None:
    memory = dataclasses.replace(planned(), shown=("childrens-speech-language-therapy-county-durham", "health-visiting-county-durham"))
    reply, _ = say("just give me one number to ring", "human_handoff", memory=memory)
    assert "03000" in reply.text


@pytest.mark.parametrize(
    "text", ["is the first one open tonight", "are the groups open at this time of year", "can't talk right now, can I text them", "someone told me to ring 111 out of hours", "I can call tomorrow not tonight"]
)
def test_what_is_open_of_the_list_is_no_cry_for_somebody_now(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned())
    assert "samaritans" not in [card["id"] for card in reply.services]


@pytest.mark.parametrize("text", ["I find the hub no good", "we tried the nearest hub and nobody helped", "where is the mental health hub", "is the nearest hub free"])
def test_a_hub_that_was_tried_or_is_another_is_not_looked_up(text: str) -> None:
    reply, _ = say(text, "ask_service_detail", memory=planned())
    assert "family hub to Crook" not in reply.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("is there anything national", True), ("any national charities", True), ("what is the National Careers Service", False), ("my lad got picked for the national team", False)],
)
def test_only_help_for_the_whole_country_is_asked_for_as_national(text: str, wanted: bool) -> None:
    assert (narrow.find_narrower(text) is narrow.national) is wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what if they say no", "A no is often not the last word"),
        ("what happens if school turn us down", "A no is often not the last word"),
        ("what's the source for the first one?", "Checked on"),
        ("when was it checked", "Checked on"),
        ("can you ring them for me", "I can't ring"),
        ("is it in person or on zoom", "You do not have to leave home"),
    ],
)
def test_a_no_a_source_and_what_the_chat_cannot_do_are_answered(text: str, words: str) -> None:
    reply, memory = say(text, "ask_service_detail", memory=planned())
    assert words in reply.text
    assert memory.needs == planned().needs


@pytest.mark.parametrize("text", ["what if they say no an all", "what do I say to them", "I'll ring them tomorrow", "do they all cost owt"])
def test_a_remark_after_which_one_was_it_takes_out_nothing(text: str) -> None:
    _, memory = say("help", "find_service", memory=Memory(needs=("sleep", "behaviour"), children=(Child((84, 96)),), locality=CROOK))
    _, after = say(text, "ask_service_detail", memory=dataclasses.replace(memory, awaiting="tried"))
    assert after.declined == memory.declined


@pytest.mark.parametrize("text", ["all of them", "aye all of them", "both", "everything", "we tried them all"])
def test_all_of_them_after_which_one_was_it_takes_out_all(text: str) -> None:
    _, memory = say("help", "find_service", memory=Memory(needs=("sleep", "behaviour"), children=(Child((84, 96)),), locality=CROOK))
    _, after = say(text, "ask_service_detail", memory=dataclasses.replace(memory, awaiting="tried"))
    assert set(memory.shown) <= set(after.declined)


def test_a_no_gets_more_than_that_it_is_taken_out() -> None:
    _, memory = say("help", "find_service", memory=Memory(needs=("sleep",), children=(Child((84, 96)),), locality=CROOK))
    reply, after = say("the school nurses said no", "ask_service_detail", memory=memory)
    assert after.declined == memory.shown[:1]
    assert "Ask them why" in reply.text


TWO = Memory(
    needs=("speech_language", "toileting_continence"),
    children=(Child((42, 48), ("speech_language",), "lad"), Child((84, 96), ("toileting_continence",), "sister")),
    locality=CROOK,
)


def test_asked_for_one_of_two_children_only_what_is_for_that_one_is_answered() -> None:
    everything = {card["name"] for card in say("which one do i ring", "ask_service_detail", memory=planned(TWO))[0].services}
    for_her = {card["name"] for card in say("which one do i ring for her", "ask_service_detail", memory=planned(TWO))[0].services}
    for_him = {card["name"] for card in say("is there a wait for the little one", "ask_service_detail", memory=planned(TWO))[0].services}
    assert for_her < everything
    assert for_him < everything
    assert "Children's speech and language therapy" in for_him - for_her


@pytest.mark.parametrize(("text", "aspect"), [("am i old enough to go without my mam", "ages"), ("how do i get them to see him", "refer"), ("would they be wanting owt off us, money wise", "cost")])
def test_a_plain_question_is_heard_by_its_words(text: str, aspect: str) -> None:
    assert aspects.find_aspect(text) == aspect


def test_a_birthday_this_week_adds_no_need() -> None:
    _, memory = say("He's 15 on Saturday by the way", "find_service", "leisure_friends", memory=planned(Memory(needs=("sleep",), children=(Child((168, 180), ("sleep",), "son"),))))
    assert memory.needs == ("sleep",)


def test_by_when_a_pass_must_be_asked_for_is_a_checked_answer() -> None:
    bus = Memory(needs=("transport",), children=(Child((144, 156), ("transport",), "son"),), locality=CROOK)
    assert "apply" in say("when does it have to be in by", "ask_service_detail", memory=planned(bus))[0].text.lower()


@pytest.mark.parametrize("text", ["Thank you very much, you are kind. Goodbye", "k thx. deleting this now", "Right. Thanks for being straight with me. Bye"])
def test_a_kind_goodbye_is_a_goodbye(text: str) -> None:
    assert "Take care" in say(text, "find_service", memory=planned())[0].text
