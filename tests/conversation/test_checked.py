"""Checked answers in the middle of a talk: what a few words ask for right after one, and what a question owns."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from bot.answer.faq import load_faqs
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import take_turn
from bot.enquiry import Child
from bot.ops.paths import FAQ
from tests.conversation.test_merge import hear
from tests.conversation.test_steps import DIRECTORY

TODAY = date(2026, 11, 30)
FAQS = load_faqs(FAQ)
OF_A_PLAN = Memory(needs=("ehc_plan",), children=(Child(None, ("ehc_plan",)),), topic="ehc")
AUTISTIC = Memory(needs=("autism_support",), children=(Child((96, 108), ("autism_support",), "boy"),), shown=("north-east-autism-society",))


def ask(text: str, *needs: str, memory: Memory, intent: str = "ask_faq", ranked: tuple[tuple[str, float], ...] = (("none", 0.3),)) -> tuple[Reply, Memory]:
    heard = dataclasses.replace(hear(text, *needs), intent=intent, questions=ranked)
    return steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY))


def answers(reply: Reply, id: str) -> bool:
    entry = FAQS.get(id)
    return entry is not None and entry.answer[:25].replace("your child", "the child") in reply.text.replace("your child", "the child")


@pytest.mark.parametrize(
    ("text", "id", "ranked"),
    [
        ("And the whole process to final plan?", "ehc-how-long", (("ehc-appeal", 0.27), ("ehc-how-long", 0.16))),
        ("What if the LA misses it?", "ehc-how-long", (("none", 0.33), ("ehc-not-delivered", 0.07))),
        ("And for post-16 transfer?", "ehc-phase-transfer", (("post16-transport", 0.61), ("ehc-phase-transfer", 0.12))),
        ("parent wants to appeal, how long do they have", "ehc-appeal", (("ehc-appeal", 0.95),)),
        ("can they go to tribunal without mediation", "ehc-mediation", (("ehc-appeal", 0.52), ("ehc-mediation", 0.47))),
        ("how long does tribunal take", "ehc-tribunal-wait", (("ehc-appeal", 0.97),)),
        ("Do you have the model letter", "ehc-model-letters", (("what-is-this", 0.33), ("none", 0.27))),
        ("Does the school get asked for advice and how long do we have to reply?", "ehc-advice-six-weeks", (("nhs-complaint-wait", 0.24),)),
        ("and the plan must be finalised by when", "ehc-phase-transfer", (("ehc-how-long", 0.41),)),
        ("so the college one, when", "ehc-phase-transfer", (("post16-transport", 0.5), ("ehc-phase-transfer", 0.15))),
    ],
)  # fmt: skip
def test_a_few_words_after_an_answer_about_a_plan_stay_with_the_plan(text: str, id: str, ranked: tuple[tuple[str, float], ...]) -> None:
    reply, memory = ask(text, memory=OF_A_PLAN, ranked=ranked)
    assert answers(reply, id)
    assert memory.topic == "ehc"


def test_a_question_that_surely_is_of_something_else_leaves_the_topic() -> None:
    reply, memory = ask("who gets free school transport", "transport", memory=OF_A_PLAN, ranked=(("school-transport-who", 0.9), ("ehc-how-long", 0.09)))
    assert memory.topic != "ehc"
    assert not answers(reply, "ehc-how-long")


def test_after_an_answer_about_transport_the_appeal_is_of_transport() -> None:
    reply, _ = ask("how do I appeal", memory=Memory(needs=("transport",), children=(Child(None, ("transport",)),), topic="transport"))
    assert answers(reply, "school-transport-refused")


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Year 6 pupil, phase transfer - deadline for naming secondary?", ("school_choice_placement", "ehc_plan")),
        ("phase transfer deadline year 6 EHCP", ("ehc_plan",)),
        ("phase transfer date for post 16", ("ehc_plan",)),
    ],
)
def test_a_rule_is_told_whatever_the_school_year(text: str, needs: tuple[str, ...]) -> None:
    reply, memory = ask(text, *needs, memory=Memory(), intent="find_service", ranked=(("ehc-phase-transfer", 0.97),))
    assert "15 February" in reply.text
    assert set(memory.needs) == set(needs)


def test_an_age_without_a_rule_asks_for_the_list() -> None:
    reply, memory = ask("portage for my 3 year old in Crook", "early_years_development", memory=Memory(), intent="find_service", ranked=(("portage-what", 0.9),))
    assert memory.shown
    assert not answers(reply, "portage-what")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("the social worker says I need a special guardianship for my grandson, hes 4, we are in Consett", "special-guardian-help"),
        ("I'm a special guardian for my grandson of 4, Consett. what help is there for me", "special-guardian-help"),
        ("we've got an SGO for our niece", "special-guardian-help"),
        ("kinship carer, grandson is 4, Consett", "kinship-carer-help"),
    ],
)
def test_who_brings_up_a_relative_s_child_is_told_whom_to_ring_first(text: str, id: str) -> None:
    reply, memory = ask(text, memory=Memory(), intent="find_service")
    assert answers(reply, id)
    assert "03000 265 435" in reply.text
    assert "What is hard" not in reply.text
    assert reply.services
    assert memory.topic == "kinship"
    further, _ = ask("what help do I get if I get that", memory=memory, intent="ask_service_detail")
    assert answers(further, "special-guardian-help")


def test_a_special_guardian_who_says_what_is_hard_gets_the_list() -> None:
    _, memory = ask("I'm a special guardian, he can't sleep, he's 7, Crook", "sleep", memory=Memory(), intent="find_service")
    assert memory.shown


@pytest.mark.parametrize(("text", "id"), [("diagnos what mean", "diagnosis-meaning"), ("what does diagnosis mean", "diagnosis-meaning"), ("what is a referral", "referral-meaning")])
def test_a_word_is_explained_and_adds_no_need(text: str, id: str) -> None:
    before = Memory(needs=("speech_language",), children=(Child((60, 72), ("speech_language",)),), shown=("afasic",))
    for memory in (before, Memory()):
        reply, after = ask(text, "autism_support", memory=memory)
        assert answers(reply, id)
        assert after.needs == memory.needs
        assert after.children == memory.children


def test_money_asked_for_in_a_talk_owns_the_reply_and_stands_after_it() -> None:
    reply, memory = ask("I can't work because of it is there any money", "benefits_money", memory=AUTISTIC, intent="find_service")
    assert [card["id"] for card in reply.services] == ["dla-child", "carers-allowance"]
    assert set(memory.needs) == {"autism_support", "benefits_money"}
    diagnosed, _ = ask("do I need him diagnosed for that", memory=memory, intent="ask_service_detail")
    assert answers(diagnosed, "dla-diagnosis")


def test_what_the_help_costs_is_no_wish_for_money() -> None:
    _, memory = ask("how much money i pay", "benefits_money", memory=AUTISTIC, ranked=(("is-it-free", 0.8),))
    assert memory.needs == ("autism_support",)


def test_swimming_with_fits_is_no_club() -> None:
    before = Memory(needs=("complex_medical",), children=(Child((72, 84), ("complex_medical",)),), shown=("epilepsy-action",))
    reply, memory = ask("he can swim?", "leisure_friends", memory=before, intent="find_service")
    assert "never swim alone" in reply.text
    assert "999" in reply.text
    assert memory.needs == ("complex_medical",)


@pytest.mark.parametrize(("text", "id"), [("deadline for applying", "transport-when-apply"), ("Who pays for the taxi then", "transport-who-pays")])
def test_what_is_asked_where_transport_stands_is_of_transport(text: str, id: str) -> None:
    stands = ("transport", "ehc_plan")
    before = Memory(needs=stands, children=(Child((180, 192), stands),), shown=("post16-transport-durham",))
    reply, _ = ask(text, memory=before, ranked=(("ehc-how-long", 0.69), ("none", 0.1)))
    assert answers(reply, id)


@pytest.mark.parametrize(("id", "not_said"), [("part-time-timetable", "You must agree"), ("ehc-assessment-who-can-ask", "ask yourself"), ("ehc-annual-review", "You get reports")])
def test_what_a_parent_may_do_is_not_said_of_a_school(id: str, not_said: str) -> None:
    entry = FAQS.get(id)
    assert entry is not None
    assert not_said not in entry.answer
    assert "parent" in entry.answer


@pytest.mark.parametrize("text", ["can a parent self refer", "who would refer him"])
def test_who_may_refer_is_not_what_the_word_means(text: str) -> None:
    before = Memory(needs=("speech_language",), children=(Child((60, 72), ("speech_language",)),), shown=("afasic",))
    reply, _ = ask(text, memory=before, ranked=(("referral-meaning", 0.9),), intent="ask_service_detail")
    assert not answers(reply, "referral-meaning")


def test_a_benefit_that_was_refused_is_no_question_what_there_is() -> None:
    reply, _ = ask("they refused dla", "benefits_money", memory=AUTISTIC, intent="find_service", ranked=(("benefit-decision-challenge", 0.94),))
    assert not answers(reply, "money-cannot-work")


@pytest.mark.parametrize("text", ["how long have I got to tell them they're wrong", "how long do we have to challenge it", "by when do i have to appeal"])
def test_how_long_a_family_has_to_dispute_money_is_no_wait_of_the_list(text: str) -> None:
    money = Memory(needs=("benefits_money",), children=(Child((96, 108), ("benefits_money",)),), shown=("citizens-advice-durham",))
    assert answers(ask(text, memory=money, intent="ask_service_detail")[0], "benefit-decision-challenge")


@pytest.mark.parametrize("text", ["EHC assessment refused last week, what is there", "the council turned down the EHCP", "Durham refused to assess him", "they said no to the needs assessment"])
def test_a_plan_refused_leads_with_what_the_law_gives(text: str) -> None:
    reply, _ = ask(text, "ehc_plan", memory=Memory(), intent="find_service")
    assert reply.text.startswith("A no can be hard")
    assert reply.services


@pytest.mark.parametrize("text", ["we want an EHC plan, school refused him", "he refused to do the assessment for the EHCP, what next"])
def test_what_is_no_refusal_of_a_plan_gets_no_law(text: str) -> None:
    assert "A no can be hard" not in ask(text, "ehc_plan", memory=Memory(), intent="find_service")[0].text


def test_what_is_wanted_beside_a_question_about_it_comes_in() -> None:
    before = Memory(needs=("motor_coordination",), children=(Child((84, 96), ("motor_coordination",)),), shown=("movement-matters",))
    reply, after = ask("His parents would also like an EHC needs assessment. Who do they ask?", "ehc_plan", memory=before, ranked=(("ehc-assessment-who-can-ask", 0.95),))
    assert answers(reply, "ehc-assessment-who-can-ask")
    assert set(after.needs) == {"ehc_plan", "motor_coordination"}


def test_who_decides_is_asked_of_the_school_that_is_wanted() -> None:
    before = Memory(needs=("school_choice_placement",), children=(Child((48, 60), ("school_choice_placement",)),), shown=("ipsea",))
    assert answers(ask("who decides that then, the school or the council?", memory=before)[0], "school-choice")


def test_turned_down_where_a_way_to_school_stands_is_answered_with_the_appeal() -> None:
    before = Memory(needs=("transport",), children=(Child((132, 144), ("transport",)),), shown=("school-transport-durham",))
    assert answers(ask("turned down", memory=before, intent="goodbye")[0], "school-transport-refused")


@pytest.mark.parametrize(("text", "stands"), [("n can i get pip", True), ("dla sight loss", True), ("i want to appeal", False)])
def test_what_is_wished_for_or_only_named_comes_in_beside_its_answer(text: str, stands: bool) -> None:
    before = Memory(needs=("vision",), children=(Child((216, 228), ("vision",)),), shown=("sensory-support-durham",))
    _, after = ask(text, "benefits_money", memory=before, ranked=(("dla-what", 0.97),))
    assert ("benefits_money" in after.needs) is stands


def test_parents_who_disagree_with_the_school_that_is_named() -> None:
    before = Memory(needs=("school_choice_placement",), children=(Child((120, 132), ("school_choice_placement",)),), shown=("ipsea",))
    assert answers(ask("n if parents disagree w what they name", memory=before)[0], "school-choice")


@pytest.mark.parametrize("text", ["what if dad objects", "what if mum says no", "wot if her parents wont sign"])
def test_a_parent_who_objects_is_no_team_that_said_no(text: str) -> None:
    before = Memory(needs=("anxiety_emotional",), children=(Child((156, 168), ("anxiety_emotional",)),), voice="practitioner", shown=("camhs-durham",))
    assert answers(ask(text, memory=before)[0], "who-can-sign")


@pytest.mark.parametrize("text", ["what if they say no", "what if camhs says no"])
def test_a_team_that_may_say_no_is_no_parent_who_objects(text: str) -> None:
    before = Memory(needs=("anxiety_emotional",), children=(Child((156, 168), ("anxiety_emotional",)),), shown=("camhs-durham",))
    assert not answers(ask(text, memory=before)[0], "who-can-sign")


SENT_OUT = Memory(needs=("exclusion_suspension",), children=(Child((108, 120), ("exclusion_suspension",), "boy"),), shown=("sendiass-durham",))
IN_NAPPIES = Memory(needs=("toileting_continence",), children=(Child((48, 60), ("toileting_continence",), "boy"),), shown=("sendiass-durham",))
LEFT_OUT = Memory(needs=("sen_support_school",), children=(Child((96, 108), ("sen_support_school",), "girl"),), shown=("sendiass-durham",))
SLEEPS_BADLY = Memory(needs=("sleep",), children=(Child((60, 72), ("sleep",), "boy"),), shown=("sendiass-durham",))


@pytest.mark.parametrize(
    ("text", "memory", "id"),
    [
        ("They are allowed to do this?", SENT_OUT, "sent-home-early"),
        ("surely that's illegal", SENT_OUT, "sent-home-early"),
        ("that's not legal is it", SENT_OUT, "sent-home-early"),
        ("on what grounds", SENT_OUT, "sent-home-early"),
        ("they just ring and say fetch him home, is that even allowed", SENT_OUT, "sent-home-early"),
        ("nursery won't have him in nappies, can they do that", IN_NAPPIES, "nappies-at-school"),
        ("they left her out of the trip again, is that legal", LEFT_OUT, "disability-discrimination"),
    ],
)
def test_whether_it_is_allowed_is_asked_of_what_stands(text: str, memory: Memory, id: str) -> None:
    reply, _ = ask(text, memory=memory)
    assert answers(reply, id)


@pytest.mark.parametrize(
    ("text", "memory"),
    [
        ("the GP won't refer him, can they do that", SENT_OUT),
        ("is it allowed", SLEEPS_BADLY),
        ("he's not allowed on his tablet after seven", IN_NAPPIES),
        ("the surgery lost the form, is that allowed", IN_NAPPIES),
    ],
)
def test_what_is_allowed_otherwise_has_no_such_answer(text: str, memory: Memory) -> None:
    reply, _ = ask(text, memory=memory)
    assert not any(answers(reply, id) for id in ("sent-home-early", "nappies-at-school", "disability-discrimination", "school-transport-refused"))


@pytest.mark.parametrize("text", ["does he get extra at school with being looked after?", "is there more help in school because she's fostered?", "he's in care, shouldn't school get money for him?"])
def test_what_a_child_in_care_gets_at_school_is_told(text: str) -> None:
    reply, _ = ask(text, memory=SLEEPS_BADLY)
    assert answers(reply, "virtual-school-what")


def test_a_school_that_looked_after_a_form_is_no_child_in_care() -> None:
    reply, _ = ask("can school send the form?", memory=SLEEPS_BADLY)
    assert not answers(reply, "virtual-school-what")


@pytest.mark.parametrize("text", ["dont tell my teacher i said that", "please don't tell anyone", "dnt tell school ok"])
def test_a_young_person_who_wants_nobody_told_hears_what_stays_private(text: str) -> None:
    reply, memory = ask(text, memory=Memory(needs=("leisure_friends",), voice="young_person"), intent="correction")
    assert "not sent to" in reply.text
    assert memory.needs == ("leisure_friends",)
