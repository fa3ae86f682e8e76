"""What the dialogues of the fifteenth and sixteenth batch were not answered with, and what must stay as it was beside it."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from bot.conversation import alarms, steps
from bot.conversation.memory import Memory, put_away
from bot.conversation.memory.merge import merge
from bot.conversation.shown import aspects, narrow
from bot.conversation.shown.naming import by_place_in_list
from bot.conversation.turn import take_turn
from bot.enquiry import Child, Locality
from bot.nlu import questions
from bot.nlu.needs.dismissed import blank_dismissed
from bot.nlu.place import gazetteer
from bot.nlu.questions import Aspect
from bot.nlu.voice import find_voice
from tests.conversation.test_follow_ups import ANXIOUS, CROOK, FAQS, planned, say
from tests.conversation.test_merge import TODAY, hear
from tests.conversation.test_steps import DIRECTORY

SHOWN = ("a", "b", "c")
THREE = Memory(needs=("sleep", "feeding_eating", "toileting_continence"), children=(Child((72, 84), (), "son"),), locality=CROOK)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("does the first one come to the house", "a"), ("Is it for mum to contact the first one or me?", "a"), ("can I refer to the first or is it GP only", "a"),
        ("who runs the top one", "a"), ("The first one is not possible for me", "a"), ("how much is the second one, I only get £5", "b"),
        ("the first one's 4 and the second one's deaf", None), ("the first one has autism", None), ("the first one of the month", None),
        ("my first was easy", None), ("we've had three schools, the last one excluded him", None), ("the first one walked at 11 months", None), ("the second one isn't talking yet", None),
        ("we've had two social workers and the last one left", None), ("she had two seizures, the last one was last night", None), ("They've tried two meds, the first one was no good", None),
        ("he's the last in his class to read", None), ("the second any noise happens he bolts", None), ("the first is 9 and the second is autistic", None), ("is the first one just for kids", "a"), ("weve tried the first one already, it was no use", "a"), ("I rang the last one twice", "c"), ("I've two boys, the second one bites", None), ("does the first one only take under fives", "a"),
    ],
)  # fmt: skip
def test_the_first_one_is_of_the_list_wherever_it_stands(text: str, id: str | None) -> None:
    assert by_place_in_list(text, SHOWN) == id


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("does the first one come to ur house", "visit"), ("Does the first one come into school?", "visit"), ("do they come to nursery or the house", "visit"),
        ("who even runs the top one", "runs"), ("so can I go straight to them without the GP", "refer"), ("Is it for mum to contact the first one or me?", "refer"),
        ("do they need an EHCP for that", "plan"), ("Does the first one only take people with an EHCP?", "plan"),
        ("she doesn't do phones, how else can she get hold of them", "text"),
        ("she needs an EHCP", None), ("do I need a plan B", None), ("he doesn't use the phone at school", "contact"), ("go without the GP letter", "refer"), ("when it comes to school he melts down", None), ("no one comes to the house any more", None), ("he's the only one who comes home upset", None),
        ("we've been without a health visitor since March", None), ("does he need an EHCP to go to a special school", "contact"), ("do I need an EHCP to get DLA", None),
    ],
)  # fmt: skip
def test_what_is_asked_of_one_that_is_listed(text: str, aspect: str | None) -> None:
    assert aspects.find_aspect(text) == aspect


def test_needing_a_plan_for_one_of_the_list_is_no_wish_for_a_plan() -> None:
    reply, memory = say("do they need an EHCP for that", "find_service", "ehc_plan", memory=planned())
    assert memory.needs == ANXIOUS.needs
    assert "plan" in reply.text


@pytest.mark.parametrize("text", ["woah thats a lot to take in. can we do just the sleep bit for now", "let's do just the sleep", "just the sleep one for now", "Can we start with just his sleep please"])
def test_just_one_of_the_needs_is_kept_and_its_list_shown(text: str) -> None:
    for intent in ("ask_service_detail", "ask_faq", "find_service", "correction"):
        reply, memory = say(text, intent, "sleep", memory=planned(THREE))
        assert memory.needs == ("sleep",), (text, intent)
        assert reply.services, (text, intent)


@pytest.mark.parametrize("text", ["can we just see the doctor", "I just want him to sleep", "just the thought of the school gate", "can you do just one thing for me", "He eats nowt. It's just the same.", "Meltdowns every day. It's just the mornings."])
def test_just_something_else_sets_no_need_aside(text: str) -> None:
    assert merge(THREE, hear(text), TODAY).needs == THREE.needs


@pytest.mark.parametrize("text", ["can i see the ones you said before again", "could we see that list again", "show me them again"])
def test_the_list_is_shown_once_more_when_asked_for(text: str) -> None:
    assert narrow.find_narrower(text) is narrow.again


@pytest.mark.parametrize("text", ["is there one i can message instead of talking", "is there one she can just text"])
def test_somebody_to_message_asks_for_help_from_home(text: str) -> None:
    assert narrow.find_narrower(text) is narrow.online


def test_more_like_it_is_glad_and_asks_for_nothing_alike() -> None:
    assert narrow.find_narrower("ok that sounds more like it. is the first one free") is not narrow.more_like
    assert narrow.find_narrower("any more like that one") is narrow.more_like


def test_large_print_for_school_is_not_the_page_printed() -> None:
    reply, _ = say("who tells the new school what she needs, large print and that", "find_service", memory=planned())
    assert "print this page" not in reply.text.lower()


def test_a_hearing_test_at_birth_leaves_the_worry_of_now() -> None:
    memory = Memory(needs=("hearing",), children=(Child((10, 11), ("hearing",)),))
    assert merge(memory, hear("mum says the newborn hearing test was clear, mind"), TODAY).needs == ("hearing",)
    assert merge(memory, hear("the hearing test was clear"), TODAY).needs != ("hearing",)
    assert "newborn hearing test" in blank_dismissed("newborn hearing test was fine, he still doesn't turn")


def test_another_course_that_is_not_wanted_is_set_aside() -> None:
    assert "parenting" not in blank_dismissed("I dont want another parenting class. I want someone to come and see")


def _place(name: str) -> Locality:
    found = gazetteer().find(name, asked=True)
    assert found is not None
    return found.locality


def test_a_village_chosen_of_two_and_being_moved_are_home() -> None:
    heard = dataclasses.replace(hear("we're between Frosterley and Stanhope, call it Stanhope"), locality=_place("Frosterley"))
    known = Memory(needs=("sleep",), awaiting="place")
    assert (home := merge(known, heard, TODAY).locality)
    assert home.name == "Stanhope"
    moved = dataclasses.replace(hear("yeah well they moved me last week so its actually spenny now"), locality=_place("Spennymoor"))
    assert (home := merge(dataclasses.replace(ANXIOUS, locality=CROOK), moved, TODAY).locality)
    assert home.name == "Spennymoor"
    asked = dataclasses.replace(hear("have they moved us to the Spennymoor team?"), locality=_place("Spennymoor"))
    assert merge(dataclasses.replace(ANXIOUS, locality=CROOK), asked, TODAY).locality == CROOK


def test_a_place_told_where_none_was_known_brings_the_list_for_it() -> None:
    known = planned(dataclasses.replace(ANXIOUS, locality=None))
    told = dataclasses.replace(hear("Postcode is DH7 8 something"), intent="ask_service_detail", locality=_place("DH7"))
    reply, memory = steps.respond(take_turn(known, told, DIRECTORY, FAQS, TODAY, None))
    assert memory.locality
    assert reply.services
    assert memory.shown


def test_no_car_is_no_answer_to_did_this_help() -> None:
    memory = dataclasses.replace(planned(), awaiting="helped")
    reply, _ = say("no car, no bus on weekdays", "deny", memory=memory)
    assert "What was missing" not in reply.text
    assert "What was missing" in say("no not really", "deny", memory=memory)[0].text


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Leaving care PA. 21 year old, autistic, own flat", "practitioner"), ("Early help worker. Dad on his own with 4 kids", "practitioner"),
        ("nursery manager. 3 year old, lines up the cars", "practitioner"), ("Social worker. He never rings back", None), ("social worker said no", None),
        ("Teacher. She says he's fine", None), ("20F, registered blind last year, sat at my nana's", "young_person"), ("16F, low mood, lives with nan", None),
        ("14m, my son, won't sleep", "parent"), ("18m not sitting up yet, me mam's worried", None), ("Paediatrician. 18 months wait, lad is 4", None), ("Health visitor. Lad is 2, they said wait", None),
        ("SENCO here, year 4 boy can't sit still", "practitioner"), ("OT. 7yo boy can't hold a pencil", "practitioner"), ("Hi, school nurse. Year 8 girl told me she isn't eating", "practitioner"), ("Childminder. 2 year old boy in my care bites", "practitioner"), ("Ta. What about Saturdays?", None), ("Reception. Crook", None), ("Health visitor. Never came", None), ("School nurse. Do we need one?", None),
        ("18m not walking yet, I'm getting worried", None), ("15f school refuser, I've tried everything", None), ("Year 4 teacher. My lad hates her", "parent"),
    ],
)  # fmt: skip
def test_who_writes_is_told_by_how_they_sign(text: str, voice: str | None) -> None:
    assert find_voice(text) == voice


def test_the_question_of_a_plan_that_is_asked_for_is_answered_by_law_and_not_by_the_list() -> None:
    memory = planned(Memory(needs=("ehc_plan",), children=(Child((96, 108), (), "daughter"),), locality=CROOK))
    heard = dataclasses.replace(hear("and how many weeks does it all take"), intent="ask_service_detail", questions=(("ehc-how-long", 0.69),))
    reply, _ = steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY, None))
    assert "20 weeks" in reply.text


def test_an_age_put_right_keeps_the_talk_about_that_child() -> None:
    two = Memory(needs=("transport", "learning_difficulty"), children=(Child((180, 192), ("transport",), "lad"), Child((108, 120), ("learning_difficulty",), "lass")), about_child=1)
    after = merge(two, hear("she's 8 sorry"), TODAY)
    assert after.children[1].age == (96, 108)
    assert after.about_child == 1


@pytest.mark.parametrize("text", ["we've tried melatonin and the warm bath and all that. didn't touch it", "He's on melatonin already and they've done the bedtime charts", "I've tried the star chart, that did nothing"])
def test_what_was_tried_at_home_takes_no_service_out(text: str) -> None:
    memory = planned(dataclasses.replace(THREE, needs=("sleep",)))
    assert say(text, "find_service", memory=memory)[1].declined == memory.declined


def test_what_was_tried_of_the_list_is_still_taken_out() -> None:
    memory = planned(dataclasses.replace(THREE, needs=("sleep",)))
    assert say("we've tried all of those", "find_service", memory=memory)[1].declined


@pytest.mark.parametrize("text", ["Can we have the hearing test again", "Can I get the doctor to refer him again", "could we see the paediatrician again", "can we get the EHCP assessed again"])
def test_what_is_to_be_done_again_is_not_the_list(text: str) -> None:
    assert narrow.find_narrower(text) is not narrow.again


@pytest.mark.parametrize("text", ["I don't want another night without sleep", "I don't need another meltdown at school", "We don't want any more meltdowns", "We don't want another exclusion"])
def test_what_nobody_wants_to_go_through_again_is_the_worry(text: str) -> None:
    assert blank_dismissed(text) == text


@pytest.mark.parametrize("text", ["no phone numbers that work", "No transport options came up", "No money help at all"])
def test_no_such_help_is_a_no_to_did_this_help(text: str) -> None:
    assert "What was missing" in say(text, "deny", memory=dataclasses.replace(planned(), awaiting="helped"))[0].text


@pytest.mark.parametrize("text", ["they moved me onto the Stanley waiting list last month", "they moved her to the Peterlee team's caseload", "they moved me to a school in Peterlee"])
def test_a_list_or_clinic_that_one_is_moved_to_is_not_home(text: str) -> None:
    elsewhere = "Peterlee" if "Peterlee" in text else "Stanley"
    heard = dataclasses.replace(hear(text), locality=_place(elsewhere))
    assert merge(ANXIOUS, heard, TODAY).locality == CROOK


@pytest.mark.parametrize("text", ["no hes not trying to hurt himself he just wants to go out", "no nothing's happened, he just doesnt like change", "no I'm fine love, I mean planning ahead"])
def test_a_denial_leaves_nobody_low(text: str) -> None:
    assert "low_mood_self_harm" not in merge(Memory(needs=("transport",)), hear(text, "low_mood_self_harm"), TODAY).needs
    after_alarm = Memory(needs=("low_mood_self_harm", "transport"), awaiting="alarm", alarm="crisis")
    assert merge(after_alarm, hear(text), TODAY).needs == ("transport",)


@pytest.mark.parametrize("text", ["no she's really low and not eating", "she's not herself, so low", "no one helps and she is so low", "no point, I never want to get up", "no they didn't answer the phone", "no she's not safe", "no I'm not ok", "nah camhs never rang back"])
def test_no_at_the_start_hides_no_low_mood_that_stands_or_is_told(text: str) -> None:
    standing = Memory(needs=("low_mood_self_harm",), awaiting="alarm", alarm="crisis")
    assert "low_mood_self_harm" in merge(Memory(needs=("transport",)), hear(text, "low_mood_self_harm"), TODAY).needs
    assert merge(standing, hear(text, "low_mood_self_harm"), TODAY).needs == ("low_mood_self_harm",)


@pytest.mark.parametrize("text", ["no that's esh winning not winning", "nah its all good im just skint", "camhs said no", "no nothing's wrong, she just hates change"])
def test_a_no_of_something_else_is_no_answer_to_did_this_help(text: str) -> None:
    assert "What was missing" not in say(text, "deny", memory=dataclasses.replace(planned(), awaiting="helped"))[0].text


def test_a_question_after_what_was_missing_is_not_swallowed() -> None:
    reply, _ = say("do i get free nappies", "find_service", memory=dataclasses.replace(planned(), awaiting="missing"))
    assert "what families cannot find" not in reply.text


def test_a_partner_told_of_by_whoever_wrote_like_a_practitioner_is_their_own() -> None:
    heard = dataclasses.replace(hear("I can't stay long, my fella wants me back by four or he'll go for me"), safety="safeguarding", safety_rule="second_net")
    turn = take_turn(dataclasses.replace(planned(), voice="practitioner"), heard, DIRECTORY, FAQS, TODAY)
    assert "safeguarding lead" not in alarms.vetted_words(turn)[0].text


def test_nobody_with_only_a_baby_writes_as_the_young_person() -> None:
    heard = dataclasses.replace(hear("i keep crying"), likely_voice="young_person")
    assert merge(Memory(needs=("parenting_baby",), children=(Child((1, 2), ()),)), heard, TODAY).voice is None
    assert merge(Memory(needs=("anxiety_emotional",), children=(Child((180, 192), ()),)), heard, TODAY).voice == "young_person"


def test_a_school_asked_about_with_if_moves_nobody() -> None:
    heard = dataclasses.replace(hear("ok and if the school is in Durham is it Durham's SENCO"), locality=_place("Durham"))
    assert merge(ANXIOUS, heard, TODAY).locality == CROOK


def test_a_number_is_given_where_a_grumble_stands_before_it() -> None:
    reply, _ = say("I'm not good with the internet, is there a number", "nlu_fallback", memory=planned())
    assert "what I know for each" in reply.text


def test_is_that_allowed_is_no_yes() -> None:
    assert not say("is that allowed", "affirm", memory=planned())[0].text.startswith("Good")


@pytest.mark.parametrize("text", ["how long have I got", "what's the deadline to appeal", "is there a time limit for an appeal"])
def test_the_time_for_an_appeal_is_told_where_a_plan_is_asked_for(text: str) -> None:
    assert "two months" in say(text, "ask_service_detail", memory=planned(Memory(needs=("ehc_plan",), locality=CROOK)))[0].text


def test_a_move_is_heard_beside_a_school_that_is_asked_about() -> None:
    heard = dataclasses.replace(hear("We live in Spennymoor now, does it matter if his school is in Crook"), locality=_place("Spennymoor"))
    assert (home := merge(ANXIOUS, heard, TODAY).locality)
    assert home.name == "Spennymoor"


def test_what_a_practitioner_was_told_is_answered_as_a_practitioner() -> None:
    heard = dataclasses.replace(hear("Mum disclosed: my husband pushed me down the stairs"), safety="safeguarding", safety_rule="second_net")
    turn = take_turn(dataclasses.replace(planned(), voice="practitioner"), heard, DIRECTORY, FAQS, TODAY)
    assert "safeguarding lead" in alarms.vetted_words(turn)[0].text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("not the sleep, the doctor gave us something and thats sorted now. its the meltdowns i need help with", "sleep"),
        ("His sleep is sorted now", "sleep"), ("the eating's fine now to be honest", "feeding_eating"),
        ("not the sleep any more", "sleep"),
    ],
)  # fmt: skip
def test_what_is_set_aside_is_a_need_no_longer(text: str, gone: str) -> None:
    assert gone not in merge(THREE, hear(text), TODAY).needs


def test_a_practitioner_s_family_moves() -> None:
    locality = merge(dataclasses.replace(ANXIOUS, locality=CROOK, voice="practitioner"), hear("sorry they've moved, Evenwood now"), TODAY).locality
    assert locality is not None
    assert locality.name == "Evenwood"


@pytest.mark.parametrize(
    "text",
    [
        "I wish his sleep was sorted", "how do we get his sleep all sorted", "what do we do until her sleep is sorted", "if his sleep was sorted he'd be less anxious", "is his sleep sorted now?", "he won't settle until the sleep is sorted",
        "his sleep hasn't been ruled out", "it's not about him being tired", "I'm not asking for sleep every night just one", "I want the sleep sorted", "can we get his sleep sorted please", "sleep is not sorted", "we've already got a sleep nurse", "his toilet training isn't sorted"])
def test_what_is_still_wanted_stays_a_need(text: str) -> None:
    assert merge(THREE, hear(text), TODAY).needs == THREE.needs


@pytest.mark.parametrize("text", ["she's not asking for respite, just the sleep sorting", "its NOT a diet thing, dont care what i weigh, everything makes me gag"])
def test_what_is_expressly_not_asked_for_is_blanked(text: str) -> None:
    left = blank_dismissed(text)
    assert "respite" not in left
    assert "weigh" not in left
    assert "sleep" in left or "gag" in left


@pytest.mark.parametrize(
    "text",
    [
        "I'm not asking for much, a night off", "he's not after him again is he", "we are not looking for miracles", "My son is 9, school isn't asking for an EHCP", "he is 18, not looking for work, just sits in his room", "she's 2, not looking for sounds",
        "my 4 year old isn't asking for food", "the doctors don't care how much she weighs or that she won't eat", "social worker isn't looking for respite for us",
    ],
)  # fmt: skip
def test_modest_words_set_nothing_aside(text: str) -> None:
    assert blank_dismissed(text) == text


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("sorry we've moved, Evenwood now", "Evenwood"), ("actually ive moved, got a flat in darlington now", "Darlington"),
        ("no contact since, he's living in Wales. she's safe where she is", "Crook"), ("mam's moved, Hartlepool now, so nobody to babysit", "Crook"), ("they've moved his clinic, it's at Darlington now, how do I get there", "Crook"), ("we moved his school, he's at Sunderland now", "Crook"), ("he is living in Darlington with me now, we split up", "Darlington"), ("we moved his bed, he sleeps better now", "Crook"), ("she says well done to everyone", "Crook"),
    ],
)  # fmt: skip
def test_where_the_family_lives_now(text: str, home: str) -> None:
    found = gazetteer().find(text)
    heard = dataclasses.replace(hear(text), locality=found.locality if found else None)
    locality = merge(dataclasses.replace(ANXIOUS, locality=CROOK), heard, TODAY).locality
    assert locality is not None
    assert locality.name == home


@pytest.mark.parametrize("text", ["chester le street well pelton fell if you want to be picky", "Chester-le-Street. Or rather Pelton Fell", "chester le street, technically pelton fell"])
def test_the_place_that_is_more_exact_is_home(text: str) -> None:
    locality = merge(dataclasses.replace(ANXIOUS, locality=None, awaiting="place"), hear(text), TODAY).locality
    assert locality is not None
    assert locality.name == "Pelton Fell"


@pytest.mark.parametrize("text", ["who do I ring", "where is it", "ok which one do I ring", "Kooth who is it", "where do I go", "None of the Durham ones have a number"])
def test_a_question_about_the_list_is_not_whose_area_it_is(text: str) -> None:
    birtley = gazetteer().find("Birtley", asked=True)
    assert birtley is not None
    reply, _ = say(text, "ask_service_detail", memory=dataclasses.replace(planned(), locality=birtley.locality))
    assert "So ask that council" not in reply.text


@pytest.mark.parametrize("text", ["typical. so who is it then", "how is that not Durham", "so none of the Durham ones will have me", "which council is it then"])
def test_whose_area_a_home_outside_is_in_is_said_when_asked(text: str) -> None:
    birtley = gazetteer().find("Birtley", asked=True)
    assert birtley is not None
    reply, memory = say(text, "find_service", memory=dataclasses.replace(planned(), locality=birtley.locality))
    assert "Gateshead" in reply.text
    assert memory.locality == birtley.locality


@pytest.mark.parametrize("text", ["ok ta. different kid: 7, soils himself at school most days", "unrelated, a different baby, 7 months, never startles at the hoover", "Separate family now please: girl of 4, still in nappies", "another: 5yo, talks at home, never a word at school", "fine. one that is ours: 12, power chair"])
def test_a_practitioner_goes_on_to_another_family_in_other_words(text: str) -> None:
    assert put_away.opens_another(dataclasses.replace(ANXIOUS, voice="practitioner"), hear(text))


@pytest.mark.parametrize("text", ["Different. Child says no to groups", "new: child now also not sleeping", "a different one. family group", "Separate: mum, 34, needs support herself", "New, 9 now", "new one, 2 weeks wait is too long", "different idea: can she swim", "another thing, is it free", "new one on me", "a different nurse came, 7 times"])
def test_another_thing_is_no_other_family(text: str) -> None:
    assert not put_away.opens_another(dataclasses.replace(ANXIOUS, voice="practitioner"), hear(text))


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("HV here. 26mo, 3 words, doesn't turn to name", "practitioner"), ("SW for a looked after lad, 10. out of school 4 wks", "practitioner"), ("EY SENCO. starting reception in Sept, 4y1m, not toilet trained, school says not until she's dry", "practitioner"),
        ("nursery manager. nearly 3, bites other children every day, 35 months", "practitioner"), ("Salt, 3 year old not talking", None), ("Midwife, then HV, then GP. baby 6 weeks won't feed", None), ("school nurse, year 8 girl", None), ("GP, 6 weeks check, baby not feeding", None), ("family support. 4 year old boy hitting", None),
        ("14, self harming. anything I can do tonight, Crook", None), ("11, adhd. anything I can do at home", None), ("15, epilepsy. any groups i can join for parents", None), ("15, wheelchair user. any sports clubs i could actually join?", "young_person"), ("I get wrong off the school every time he's late", None), ("I got sent out a letter about his EHCP", None), ("I got done for parking on the school zig zags", None),
        ("GP reg. physio or OT? 6yo, clumsy", "practitioner"), ("got adhd n i get done for everything at school, detention 4 days out of 5", "young_person"),
        ("teacher, my son's, says he can't sit, 7yo", "parent"), ("Nursery manager told me he bites", None), ("GP, health visitor, school nurse, nobody listens. 4yo still in nappies and we wait", None),
    ],
)  # fmt: skip
def test_who_writes_is_told_by_a_role_that_opens_the_message(text: str, voice: str | None) -> None:
    assert find_voice(text) == voice


@pytest.mark.parametrize(
    ("aspect", "words"),
    [("cost", "free"), ("consent", "agree"), ("with_me", "bring"), ("small", "group"), ("plan", "plan"), ("still_there", "last checked"), ("language", "interpreter"), ("visit", "home"), ("refer", "ask")],
)
def test_what_the_ranker_is_sure_is_asked_is_answered_however_it_is_worded(aspect: Aspect, words: str) -> None:
    memory = planned()
    for intent in ("ask_service_detail", "ask_faq", "find_service", "nlu_fallback"):
        heard = dataclasses.replace(hear("am only on me pension like, is it still running"), intent=intent, aspect=aspect)
        reply, after = steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY))
        assert words in reply.text.lower(), intent
        assert after.needs == memory.needs


def test_what_is_asked_beside_a_new_worry_does_not_hide_it() -> None:
    heard = dataclasses.replace(hear("and he wets the bed, is it dear", "toileting_continence"), aspect="cost")
    _, after = steps.respond(take_turn(planned(), heard, DIRECTORY, FAQS, TODAY))
    assert "toileting_continence" in after.needs


@pytest.mark.parametrize(
    ("text", "aspect", "question"),
    [("is it free to appeal", None, ("ehc-appeal", 0.93)), ("does her dad need to sign", "consent", ("who-can-sign", 0.98))],
)  # fmt: skip
def test_a_sure_checked_answer_stands_before_what_the_list_tells(text: str, aspect: Aspect | None, question: tuple[str, float]) -> None:
    heard = dataclasses.replace(hear(text), intent="ask_faq", aspect=aspect, questions=(question,))
    reply, _ = steps.respond(take_turn(planned(), heard, DIRECTORY, FAQS, TODAY))
    found = FAQS.get(question[0])
    assert found is not None
    assert found.answer[:40] in reply.text


def test_a_checked_answer_about_what_nobody_spoke_of_gives_way_to_the_list() -> None:
    heard = dataclasses.replace(hear("how long does it take"), intent="ask_faq", aspect="wait", questions=(("ehc-how-long", 0.9),))
    of_a_plan = dataclasses.replace(planned(), needs=("ehc_plan",))
    told = [steps.respond(take_turn(memory, heard, DIRECTORY, FAQS, TODAY))[0].text for memory in (planned(), of_a_plan)]
    assert ["20 weeks" in text for text in told] == [False, True]


@pytest.mark.parametrize("text", ["I rang them and they were rude", "they said they would ring and never did"])
def test_a_grumble_about_a_service_is_not_asking_whether_it_runs(text: str) -> None:
    heard = dataclasses.replace(hear(text), intent="ask_service_detail", aspect="still_there")
    reply, _ = steps.respond(take_turn(planned(), heard, DIRECTORY, FAQS, TODAY))
    assert "still runs" not in reply.text


@pytest.mark.parametrize(("text", "hands_over"), [("am drowning in forms this week. who do I ring for a person", True), ("how can a person treat a child like that", False), ("what number is it for a person to complain", False)])
def test_who_asks_for_a_person_in_a_complaint_is_handed_over(text: str, hands_over: bool) -> None:
    reply, _ = say(text, "complaint", memory=planned())
    assert ("right to complain" not in reply.text) is hands_over


def test_the_aspects_taught_are_those_that_are_answered() -> None:
    assert {label for label, _ in questions.about_a_service()} == {*get_args(Aspect), questions.NONE}


@pytest.mark.parametrize("text", ["Separate family now, nothing to do with him. A girl of 10", "Different patient altogether. Boy aged 9", "Figured. Next one's a different young person and she's one of yours, lass of 15", "New family now, same village. Baby of 10 months"])
def test_another_family_is_told_of_in_a_sentence_of_its_own(text: str) -> None:
    memory = dataclasses.replace(ANXIOUS, voice="practitioner", locality=CROOK)
    assert put_away.opens_another(memory, hear(text))
    locality = merge(memory, hear(text), TODAY).locality
    assert (locality == CROOK) is ("same village" in text)


@pytest.mark.parametrize("text", ["a new child in class upset him", "next one is on Tuesday", "another child hit him", "a different family worker came, no use", "the next one's full"])
def test_one_more_child_told_of_is_no_other_family(text: str) -> None:
    assert not put_away.opens_another(dataclasses.replace(ANXIOUS, voice="practitioner"), hear(text))


def test_what_the_place_really_is_counts() -> None:
    locality = merge(dataclasses.replace(ANXIOUS, locality=gazetteer().find("Chester-le-Street", asked=True).locality), hear("well its great lumley really, chesters just what i tell people"), TODAY).locality  # type: ignore[union-attr]
    assert locality is not None
    assert locality.name == "Great Lumley"


@pytest.mark.parametrize("text", ["clubs that arent full of 8 year old boys", "id rather not play parachutes w 6 year olds"])
def test_others_of_an_age_are_no_child_of_the_family(text: str) -> None:
    assert hear(text).ages == ()


def test_any_of_these_means_all_of_them_and_none_by_its_name() -> None:
    reply, _ = say("does he need a diagnosis for any of these", "ask_service_detail", memory=planned())
    assert len(reply.services) > 1


@pytest.mark.parametrize(("aspect", "chance", "asks_the_list"), [("small", 0.9, True), ("runs", 0.9, False), ("small", 0.5, False)])
def test_what_is_surely_asked_of_the_list_is_not_asked_of_this_chat(aspect: Aspect, chance: float, asks_the_list: bool) -> None:
    heard = dataclasses.replace(hear("is it just me or a group"), intent="bot_challenge", aspect=aspect, aspect_chance=chance)
    reply, _ = steps.respond(take_turn(planned(), heard, DIRECTORY, FAQS, TODAY))
    assert ("computer program" not in reply.text) is asks_the_list


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("we're moving on saturday come to think of it, so it wants to be Bishop Auckland", "Bishop Auckland"),
        ("Where's that first one based? is it Durham way", "Crook"),
        ("is that over Consett way?", "Crook"),
        ("Actually it's Consett", "Consett"),
        ("we've moved to Peterlee. is that a problem", "Peterlee"),
        ("Actually we live in Consett now, is that near", "Consett"),
        ("sorry, Consett. is that better", "Consett"),
        ("I meant Consett. Is that too far", "Consett"),
        ("we're in Shildon now. are they in Bishop Auckland", "Shildon"),
        ("his clinic moved and now it has to be Darlington", "Crook"),
        ("he is moving to secondary, school says it has to be Durham", "Crook"),
    ],
)
def test_where_it_wants_to_be_is_home_and_where_one_may_be_is_not(text: str, place: str) -> None:
    locality = gazetteer().find(text)
    heard = dataclasses.replace(hear(text), locality=locality.locality if locality else None)
    after = merge(Memory(needs=("sleep",), locality=CROOK, children=(Child((96, 108)),)), heard, TODAY).locality
    assert after is not None
    assert after.name == place


def test_the_little_one_is_put_right_by_a_year_and_nobody_is_added() -> None:
    two = Memory(needs=("hearing", "sleep"), children=(Child((144, 156)), Child((84, 96))), locality=CROOK)
    text = "Wife says I've got it wrong, the little one turned 8 in August"
    assert [child.age for child in merge(two, hear(text), TODAY).children] == [(144, 156), (96, 108)]


@pytest.mark.parametrize(("text", "age"), [("Wife says I've got it wrong, the little one turned 8", (96, 108)), ("sorry, the youngest one is 8", (96, 108))])
def test_one_is_put_right_where_the_word_says_which(text: str, age: tuple[int, int]) -> None:
    two = Memory(needs=("hearing",), children=(Child((144, 156)), Child((84, 96))), locality=CROOK)
    assert [child.age for child in merge(two, hear(text), TODAY).children] == [(144, 156), age]


@pytest.mark.parametrize("text", ["sorry forgot the middle one is 10", "actually the foster one is 11"])
def test_another_one_puts_nobody_right(text: str) -> None:
    two = Memory(needs=("hearing",), children=(Child((144, 156)), Child((84, 96))), locality=CROOK)
    ages = [child.age for child in merge(two, hear(text), TODAY).children]
    assert {(144, 156), (84, 96)} < set(ages)


@pytest.mark.parametrize("text", ["he's not coming on with his talking at 4", "no words coming at 3, none", "scared of police at 6", "known to the police at 12", "he won't go in an ambulance at 5"])
def test_what_does_not_come_at_an_age_tells_it(text: str) -> None:
    assert len(hear(text).ages) == 1


@pytest.mark.parametrize("text", ["crisis team are coming at 8", "the nurse is coming at 4", "ambulance is arriving at 9", "police were here at 10"])
def test_who_comes_at_an_hour_tells_no_age(text: str) -> None:
    assert hear(text).ages == ()


def test_a_lead_of_waiting_does_not_hide_the_question_behind_it() -> None:
    assert aspects.find_aspect("While I wait. Does the bed wetting service charge for pads") == "cost"
    assert aspects.find_aspect("while I wait. anything I can try at home") == "meanwhile"
    assert aspects.find_aspect("what can I do while I wait") == "meanwhile"
    assert aspects.find_aspect("while we're waiting, what can we do") == "meanwhile"


@pytest.mark.parametrize("text", ["Can I do it by text? phones are no good to me", "phoning is no good for her, do they text"])
def test_phones_that_are_no_good_take_nothing_out(text: str) -> None:
    reply, memory = say(text, "ask_service_detail", memory=planned())
    assert memory.awaiting != "tried"
    assert "text" in reply.text


def test_a_second_family_begins_anew_and_is_not_begun_twice() -> None:
    first = Memory(needs=("physical_disability",), children=(Child((36, 48)),), voice="practitioner")
    text = "Second family is ours, from Hesleden. Girl of 4 who only whispers to her mum"
    assert put_away.opens_another(first, hear(text))
    two = put_away.put_away(first)
    assert not put_away.opens_another(dataclasses.replace(two, needs=("speech_language",)), hear("the second family is asking how long the wait is"))
    for text in ("second family meeting is on Monday", "The second family is asking about cost", "second referral, they turned it down", "Third referral, still nothing from CAMHS for him"):
        assert not put_away.opens_another(first, hear(text))


def test_testing_that_is_no_longer_wanted_is_set_aside() -> None:
    before = Memory(needs=("adhd_assessment",), children=(Child((216, 228), (), "me"),))
    heard = hear("nah I've changed my mind about the testing, not bothered with a label. I just want an apprenticeship", "employment_training")
    assert merge(before, heard, TODAY).needs == ("employment_training",)


@pytest.mark.parametrize("text", ["I haven't changed my mind about the sleep", "ive changed my mind about sleep, I do want help with it", "changed my mind about leaving out sleep"])
def test_a_mind_that_is_not_changed_or_changed_back_keeps_the_need(text: str) -> None:
    assert "sleep" in merge(THREE, hear(text), TODAY).needs


def test_whether_somebody_may_say_no_is_no_refusal() -> None:
    reply, _ = say("Can my mum say no", "deny", memory=planned())
    assert "That's fine" not in reply.text


@pytest.mark.parametrize(
    ("text", "intent", "ranked", "answered"),
    [
        ("Can we fight it", "ask_service_detail", (("attendance-fines", 0.13), ("permanent-exclusion-challenge", 0.12)), True),
        ("do any of these have a waiting list", "ask_service_detail", (("permanent-exclusion-challenge", 0.13), ("none", 0.4)), False),
        ("do any of these open of a night", "ask_service_detail", (("permanent-exclusion-challenge", 0.13), ("none", 0.4)), False),
        ("he has a diagnosis now", "find_service", (("permanent-exclusion-challenge", 0.13),), False),
        ("ok we'll do that", "affirm", (("permanent-exclusion-challenge", 0.2),), False),
        ("can we fight it", "ask_service_detail", (("none", 0.6), ("permanent-exclusion-challenge", 0.13)), False),
    ],
)
def test_a_checked_question_may_leave_out_what_stands(text: str, intent: str, ranked: tuple[tuple[str, float], ...], answered: bool) -> None:
    excluded = planned(Memory(needs=("exclusion_suspension",), children=(Child((144, 156), (), "son"),), locality=CROOK))
    heard = dataclasses.replace(hear(text), intent=intent, questions=ranked)
    reply, _ = steps.respond(take_turn(excluded, heard, DIRECTORY, FAQS, TODAY))
    wanted = FAQS.get("permanent-exclusion-challenge")
    assert wanted is not None
    assert (wanted.answer in reply.text) == answered


def test_how_to_reach_one_of_the_list_is_told_whatever_the_ranker_makes_of_the_rest() -> None:
    text = "haha sorry that was my eldest messing on. how do I get hold of the first one"
    heard = dataclasses.replace(hear(text), intent="ask_service_detail", aspect="meanwhile", aspect_chance=0.5)
    reply, _ = steps.respond(take_turn(planned(), heard, DIRECTORY, FAQS, TODAY))
    assert reply.text.startswith("About ")


def test_nearer_is_asked_for_outright_though_a_bus_is_named() -> None:
    text = "anything nearer to us? Durham's an hour on the bus"
    reply, memory = say(text, "ask_service_detail", "transport", memory=planned())
    assert "transport" not in memory.needs
    assert "I do not hold buses" not in reply.text


def test_what_if_he_was_another_age_is_no_question_which_ages_are_taken() -> None:
    heard = dataclasses.replace(hear("and if he was 12?"), intent="correction", aspect="ages", aspect_chance=0.6)
    _, memory = steps.respond(take_turn(planned(), heard, DIRECTORY, FAQS, TODAY))
    assert [child.age for child in memory.children] == [(144, 156)]


@pytest.mark.parametrize(("text", "greets"), [("boiler man's here, hang on", False), ("I just don't want anyone making a fuss", False), ("hiya", True)])
def test_what_is_no_hello_in_the_middle_of_a_chat_begins_nothing(text: str, greets: bool) -> None:
    reply, memory = say(text, "greet", memory=planned())
    assert reply.text.startswith("Hello") == greets
    assert memory.needs == ANXIOUS.needs
