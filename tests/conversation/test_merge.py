"""What a new message changes: corrections replace, additions add, "start again" clears."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from bot.conversation.heard import Heard, HeardNeed
from bot.conversation.memory import Memory
from bot.conversation.memory.meant import answers_question
from bot.conversation.memory.merge import merge
from bot.enquiry import Child, Locality
from bot.nlu.ages import find_ages
from bot.nlu.needs.dismissed import blank_dismissed
from bot.nlu.place import gazetteer

TODAY = date(2026, 11, 24)
CROOK = Locality("Crook", True, "Durham County Council", 54.7, -1.7)


def hear(text: str, *needs: str) -> Heard:
    """A message as the extractors would hear it; each need is found in the whole text."""
    place = gazetteer().find(text)
    return Heard(
        text=text,
        intent="find_service",
        confidence=1.0,
        needs=tuple(HeardNeed(need, 0, len(text)) for need in needs),
        ages=tuple(find_ages(text, TODAY)),
        locality=place.locality if place else None,
    )


def talk(*messages: tuple[str, ...], memory: Memory | None = None) -> Memory:
    memory = memory or Memory()
    for text, *needs in messages:
        memory = merge(memory, hear(text, *needs), TODAY)
    return memory


def test_an_addition_adds() -> None:
    memory = talk(("he can't sleep", "sleep"), ("and he won't eat", "feeding_eating"))
    assert memory.needs == ("feeding_eating", "sleep")


def test_a_later_age_belongs_to_the_child_already_spoken_of() -> None:
    memory = talk(("my son can't sleep", "sleep"), ("he's 7",))
    assert memory.ages == ((84, 96),)


def test_a_sister_is_a_second_child() -> None:
    memory = talk(("my son is 9 and can't sleep", "sleep"), ("his sister is 12 and anxious", "anxiety_emotional"))
    assert memory.ages == ((108, 120), (144, 156))


@pytest.mark.parametrize(
    "text",
    [
        "we have a 6 year old too who can't hold a pencil",
        "I've also got a 6 year old who is dead clumsy",
        "my 6 yo trips over everything",
    ],
)
def test_a_child_brought_in_with_another_age_is_a_second_child(text: str) -> None:
    memory = talk(("my 3 yr old is such a picky eater", "feeding_eating"), (text, "motor_coordination"))
    assert memory.ages == ((36, 48), (72, 84))


@pytest.mark.parametrize("text", ["he's nearly 4 actually", "sorry my 4 year old I mean", "he turned 4 last week"])
def test_a_new_age_of_the_same_child_is_no_second_child(text: str) -> None:
    assert len(talk(("my 3 yr old is such a picky eater", "feeding_eating"), (text,)).ages) == 1


@pytest.mark.parametrize(
    ("text", "ages"),
    [("sorry, 7 not 17", ((84, 96),)), ("I meant 8", ((96, 108),)), ("actually she's 6", ((72, 84),))],
)
def test_a_corrected_age_replaces(text: str, ages: tuple[tuple[int, int], ...]) -> None:
    assert talk(("my daughter is 17 and can't sleep", "sleep"), (text,)).ages == ages


def test_a_corrected_place_replaces() -> None:
    memory = talk(("we live in Barnard Castle, he can't sleep", "sleep"), ("no, Bishop not Barney",))
    assert memory.locality is not None
    assert memory.locality.name == "Bishop Auckland"


def test_a_need_set_aside_is_dropped() -> None:
    memory = talk(("he can't sleep or eat", "sleep", "feeding_eating"), ("forget the sleep thing",))
    assert memory.needs == ("feeding_eating",)


@pytest.mark.parametrize("before", [(), ("hello, I live in Crook",)])
def test_what_a_child_still_does_not_do_is_no_correction(before: tuple[str, ...]) -> None:
    first = [before] if before else []
    memory = talk(*first, ("my son is 5 and still not potty trained, Newton Aycliffe", "toileting_continence"))
    assert memory.needs == ("toileting_continence",)
    assert memory.ages == ((60, 72),)


@pytest.mark.parametrize("text", ["not adhd, i put the wrong one!!", "Apologies, it's a girl, no ADHD", "he isn't ADHD, they checked"])
def test_a_condition_that_is_not_there_is_dropped(text: str) -> None:
    memory = talk(("could he have ADHD, and he can't read", "adhd_assessment", "learning_difficulty"), (text,))
    assert memory.needs == ("learning_difficulty",)


def test_start_again_clears() -> None:
    memory = talk(("my son is 9, can't sleep, we live in Crook", "sleep"), ("start again",))
    assert memory == Memory(voice=memory.voice)


@pytest.mark.parametrize(("awaiting", "text"), [("age", "4"), ("age", "she's 4"), ("place", "crook"), ("place", "stanley")])
def test_a_bare_answer_counts_when_it_was_asked_for(awaiting: str, text: str) -> None:
    memory = Memory(needs=("sleep",), awaiting=awaiting)  # type: ignore[arg-type]
    assert answers_question(memory, hear(text), TODAY)
    after = merge(memory, hear(text), TODAY)
    assert after.ages or after.locality


def test_a_bare_number_is_no_age_when_nobody_asked() -> None:
    assert merge(Memory(needs=("sleep",)), hear("the second of 2"), TODAY).ages == ()


def test_slots_carry_the_whole_memory() -> None:
    memory = Memory(
        needs=("sleep",), children=(Child((84, 96), ("sleep",), "son"),), locality=CROOK, has_ehc_plan=False,
        voice="parent", declined=("a",), shown=("b",), focus="b", asked=("age",), awaiting="place", alarm="crisis",
    )  # fmt: skip
    assert Memory.from_slots(memory.to_slots()) == memory
    assert Memory.from_slots({}) == Memory()


def test_a_child_named_again_by_age_is_the_same_child() -> None:
    memory = talk(("my kids are 5 and 11 and he hits", "behaviour"), ("and the 11 year old is worried about school", "anxiety_emotional"))
    assert memory.ages == ((60, 72), (132, 144))
    assert memory.children[1].needs[-1] == "anxiety_emotional"


def test_just_the_one_leaves_the_others_out() -> None:
    memory = talk(("my kids are 5 and 11 and can't sleep", "sleep"), ("just the 5 year old please",))
    assert memory.ages == ((60, 72),)


def test_it_is_for_his_sister_takes_his_place_and_keeps_the_need() -> None:
    memory = talk(("my son is 7 and anxious", "anxiety_emotional"), ("sorry, it's for his sister, she's 13",))
    assert memory.ages == ((156, 168),)
    assert memory.children[0].needs == ("anxiety_emotional",)


def test_the_same_trouble_is_no_need_of_its_own() -> None:
    memory = talk(("my son is 4 and hardly sleeps", "sleep"), ("his sister who's 2 is the same", "sibling_young_carer"))
    assert memory.needs == ("sleep",)
    assert [child.needs for child in memory.children] == [("sleep",), ("sleep",)]


def test_a_need_that_is_dropped_goes_from_the_child_too() -> None:
    memory = talk(("he's 6 and can't sleep or eat", "sleep", "feeding_eating"), ("remove the sleep one", "sleep"))
    assert memory.needs == ("feeding_eating",)
    assert all("sleep" not in child.needs for child in memory.children)


SLEEPLESS = (("my son is 4 and can't sleep", "sleep"),)


def test_a_baby_who_is_fine_brings_nobody_in() -> None:
    memory = talk(*SLEEPLESS, ("there's a baby as well but she's fine, no worries there", "parenting_baby"))
    assert (memory.ages, memory.needs) == (((48, 60),), ("sleep",))


def test_a_baby_with_a_need_is_one_more_child() -> None:
    memory = talk(*SLEEPLESS, ("actually the baby isnt feeding that great. shes 8 months", "feeding_eating"))
    assert memory.ages == ((48, 60), (8, 9))


def test_a_baby_put_right_takes_the_place() -> None:
    memory = talk(*SLEEPLESS, ("sorry the baby is 9 months, thats who won't sleep", "sleep"))
    assert memory.ages == ((9, 10),)


@pytest.mark.parametrize("text", ["no worries, my daughter is 8", "no sleep for her either, she is 8"])
def test_a_no_before_a_word_puts_no_age_right(text: str) -> None:
    assert talk(*SLEEPLESS, (text, "sleep")).ages == ((48, 60), (96, 108))


def test_what_a_child_cannot_do_yet_is_no_correction() -> None:
    memory = talk(
        ("my daughter is 9 and behind with her reading", "learning_difficulty"),
        ("I've also got a 3 year old who isn't potty trained, we've tried everything", "toileting_continence"),
    )
    assert set(memory.needs) == {"learning_difficulty", "toileting_continence"}


@pytest.mark.parametrize(
    "text", ["No, it isn't his sleep I'm asking about, it's the noise", "Scrap what I said about his sleep, it's the noise"]
)
def test_what_was_not_asked_about_goes(text: str) -> None:
    assert talk(*SLEEPLESS, (text, "sensory_processing")).needs == ("sensory_processing",)


def test_a_swap_for_something_unheard_keeps_what_stood() -> None:
    assert talk(("she is 7 and anxious", "anxiety_emotional"), ("sorry not anxious, angry",)).needs == ("anxiety_emotional",)


def test_a_little_one_years_younger_is_one_more_child() -> None:
    memory = talk(("my eldest is 9 and behind with his reading", "learning_difficulty"), ("and my little one's 3 and hardly says a word", "speech_language"))
    assert memory.ages == ((108, 120), (36, 48))


def test_the_child_who_is_fine_goes() -> None:
    memory = talk(
        ("My daughter's 4 and hardly says a word", "speech_language"),
        ("I said that wrong. It's my son who hardly talks and he's 3. My daughter is fine", "speech_language"),
    )
    assert memory.ages == ((36, 48),)


def test_scrap_that_with_something_in_its_place_keeps_the_child() -> None:
    memory = talk(*SLEEPLESS, ("no scrap that, I've asked him now. It's not sleep, its the noise he cannot stand", "sensory_processing"))
    assert (memory.needs, memory.ages) == (("sensory_processing",), ((48, 60),))


def test_what_a_child_is_not_doing_either_is_a_need() -> None:
    memory = talk(("my daughter won't go in to school", "school_attendance_refusal"), ("she's not sleeping either", "sleep"))
    assert set(memory.needs) == {"school_attendance_refusal", "sleep"}


def test_somebody_who_is_not_the_school_takes_no_need_out() -> None:
    memory = talk(
        ("school are doing nothing for her", "sen_support_school"), ("who can help with the school, somebody who's not the school?",)
    )
    assert memory.needs == ("sen_support_school",)


def test_a_named_child_taken_back_leaves_only_the_other() -> None:
    memory = talk(
        ("my little boy [name] who is 9 is scared of everything", "anxiety_emotional"),
        ("sorry. it's not [name], I meant his sister [name], she's 7. [name] is fine. same thing, the worrying", "anxiety_emotional"),
    )
    assert (memory.ages, memory.needs) == (((84, 96),), ("anxiety_emotional",))


@pytest.mark.parametrize("text", ["sorry 5 and 8", "no, 5 and 8", "sorry, they are 5 and 8"])
def test_the_ages_of_all_children_may_be_put_right_at_once(text: str) -> None:
    assert talk(("my sons are 4 and 7 and can't sleep", "sleep"), (text,)).ages == ((60, 72), (96, 108))


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("20 months actually", ((96, 108), (20, 21))),
        ("20 months actually, and he's not crawling either", ((96, 108), (20, 21))),
        ("sorry, 9", ((108, 120), (12, 24))),
        ("actually he's 2", ((96, 108), (24, 36))),
        ("actually I've a 3 year old as well", ((96, 108), (12, 24), (36, 48))),
        ("actually my niece is 2 and she has it", ((96, 108), (12, 24), (24, 36))),
    ],
)
def test_one_age_put_right_is_that_of_the_child_nearest_to_it(text: str, ages: tuple[tuple[int, int], ...]) -> None:
    memory = talk(("my son is 8 and has a plan", "ehc_plan"), ("and I've a 1 year old who's not sitting yet", "physical_disability"), (text,))
    assert memory.ages == ages


@pytest.mark.parametrize("before", [("my daughter is 4 and not talking",), ("my son is 10 and my daughter is 4",)])
@pytest.mark.parametrize("text", ["Nursery say no, they won't have her", "no, nursery says she bites"])
def test_what_nursery_says_makes_no_known_age_wider_and_nobody_more(before: tuple[str, ...], text: str) -> None:
    known = talk((*before, "speech_language"))
    assert talk((text,), memory=known).ages == known.ages


@pytest.mark.parametrize("text", ["actually he's 6 and my daughter is 9", "sorry they are 5 and 8"])
def test_more_ages_put_right_than_there_were_cost_nobody_the_reply(text: str) -> None:
    assert talk(("my son is 7 and can't sleep", "sleep"), (text,)).ages


def test_ages_of_others_put_nobody_right() -> None:
    memory = talk(("my sons are 4 and 7 and can't sleep", "sleep"), ("no the paediatrician said ages 5 and 8 are normal",))
    assert set(memory.ages) >= {(48, 60)}


@pytest.mark.parametrize("text", ["help for my bairn please", "what about my kid", "what about my son"])
def test_a_word_for_a_child_already_spoken_of_adds_nobody(text: str) -> None:
    assert len(talk(("my son is 7 and can't sleep", "sleep"), (text,)).children) == 1


def test_the_same_for_a_child_whose_age_is_not_said_is_one_more_child() -> None:
    memory = talk(("my son is 7 and can't sleep", "sleep"), ("same for my daughter",))
    assert [(child.who, child.age, child.needs) for child in memory.children] == [("son", (84, 96), ("sleep",)), ("daughter", None, ("sleep",))]


@pytest.mark.parametrize("text", ["what about his sister shes 9", "and how about my other one, she's 9", "What about for my daughter, 9"])
@pytest.mark.parametrize("heard", [(), ("sibling_young_carer",)])
def test_a_child_asked_about_with_no_need_said_is_asked_about_for_what_stands(text: str, heard: tuple[str, ...]) -> None:
    memory = talk(("my son is 7 and won't eat", "feeding_eating"), (text, *heard))
    assert [child.needs for child in memory.children] == [("feeding_eating",), ("feeding_eating",)]


@pytest.mark.parametrize("text", ["and his brother too, 11", "his sister as well, she's 9", "and our other lad an all, 11"])
def test_a_brother_who_has_it_too_is_one_more_child_with_the_same_need(text: str) -> None:
    memory = talk(("my son is 7 and wets the bed", "toileting_continence"), (text, "sibling_young_carer"))
    assert memory.needs == ("toileting_continence",)
    assert [child.needs for child in memory.children] == [("toileting_continence",)] * 2


@pytest.mark.parametrize("text", ["my son also adhd", "my lad also bites", "his brother as well, he's autistic"])
def test_a_need_said_of_him_too_is_kept(text: str) -> None:
    assert "behaviour" in talk(("my son is 7 and wets the bed", "toileting_continence"), (text, "behaviour")).needs


@pytest.mark.parametrize(("first", "then", "age"), [("my son is 4", "he's at nursery", (48, 60)), ("he's at nursery", "he's 4", (48, 60)), ("she is 16", "she's in sixth form", (192, 204))])
def test_a_stage_does_not_widen_an_age_that_was_said(first: str, then: str, age: tuple[int, int]) -> None:
    assert talk((first + " and can't sleep", "sleep"), (then,)).ages[-1:] == (age,)


def test_the_sister_of_a_case_is_one_more_child() -> None:
    memory = talk(("16F low mood, Shildon", "low_mood_self_harm"), ("case 3: the sister, 7, wont sleep", "sleep"))
    assert [(child.age, child.needs) for child in memory.children] == [((192, 204), ("low_mood_self_harm",)), ((84, 96), ("sleep",))]


def test_a_child_asked_about_with_a_need_of_her_own_has_that_one() -> None:
    memory = talk(("my son is 7 and won't eat", "feeding_eating"), ("what about his sister, she's 9 and can't sleep", "sleep"))
    assert memory.children[-1].needs == ("sleep",)


@pytest.mark.parametrize("text", ["leave her brother out of it for now", "forget his brother, only my daughter then", "never mind the little brother"])
def test_a_child_who_is_left_out_again_takes_along_what_was_said_of_that_child_alone(text: str) -> None:
    memory = talk(("my daughter is 14 and anxious", "anxiety_emotional"), ("her brother is 6 and falls over", "motor_coordination"))
    assert memory.needs == ("motor_coordination", "anxiety_emotional")
    memory = talk((text, "sibling_young_carer"), memory=memory)
    assert memory.needs == ("anxiety_emotional",)
    assert [child.age for child in memory.children] == [(168, 180)]


@pytest.mark.parametrize(
    "text",
    [
        "I have to take my daughter out of school",
        "don't forget my daughter",
        "the other kids leave his sister out, she's lonely",
        "school say he's fine but I know something's wrong",
        "sorry to ask again, he's ok during the day but nights are bad",
    ],
)
def test_nobody_is_left_out_who_is_told_of(text: str) -> None:
    memory = talk(("my son is 9 and can't sleep", "sleep"), ("his sister is 12 and anxious", "anxiety_emotional"), (text,))
    assert [child.age for child in memory.children] == [(108, 120), (144, 156)]
    assert set(memory.needs) == {"sleep", "anxiety_emotional"}


def test_the_one_who_was_muddled_up_and_is_fine_goes() -> None:
    memory = talk(
        ("my grandson is 9 and deaf in one ear", "hearing"), ("sorry I have mixed them up, it's his sister who is deaf, she is 11. He's fine", "hearing")
    )
    assert [child.age for child in memory.children] == [(132, 144)]


def test_the_only_child_is_not_left_out() -> None:
    memory = talk(("my son is 9 and can't sleep", "sleep"), ("forget my son's school", ))
    assert [child.age for child in memory.children] == [(108, 120)]


IN_CROOK = Memory(needs=("ehc_plan",), locality=CROOK)


@pytest.mark.parametrize(
    "text",
    [
        "is it Durham council I ring or Hartlepool",
        "she's under speech therapy in Sunderland, does she start again",
        "he sees a consultant over in Middlesbrough as well",
    ],
)
def test_a_place_named_in_passing_moves_nobody(text: str) -> None:
    assert talk((text,), memory=IN_CROOK).locality == CROOK


@pytest.mark.parametrize(
    ("text", "place"),
    [("we've moved to Murton now", "Murton"), ("Consett", "Consett"), ("what is there in Spennymoor", "Spennymoor"), ("we live in Darlington", "Darlington"), ("that's me mams address, we flitted to Spennymoor last month", "Spennymoor"), ("sorry, Stanhope not Stanley, my phone keeps changing it", "Stanhope")],
)
def test_a_place_told_as_home_or_asked_about_moves_the_enquiry(text: str, place: str) -> None:
    found = talk((text,), memory=IN_CROOK).locality
    assert found is not None
    assert found.name == place


def test_a_different_child_begins_again_in_the_same_place() -> None:
    stood = Memory(needs=("autism_assessment",), children=(Child((84, 96), ("autism_assessment",), "son"),), locality=CROOK)
    memory = talk(("a different child now, 4, still in nappies", "toileting_continence"), memory=stood)
    assert memory.needs == ("toileting_continence",)
    assert memory.ages == ((48, 60),)
    assert memory.locality == CROOK


def test_another_year_brings_no_child_in() -> None:
    stood = Memory(needs=("transport",), children=(Child((120, 132), ("transport",), "son"),))
    memory = talk(("well he's in Y5 so he's got another year yet",), memory=stood)
    assert len(memory.children) == 1


@pytest.mark.parametrize("text", ["do I have to start again with the plan", "does she start again there", "when can I start again with the sleep routine"])
def test_somebody_who_would_start_again_clears_nothing(text: str) -> None:
    assert talk((text,), memory=IN_CROOK) == IN_CROOK


def test_a_brother_who_is_not_autistic_takes_nothing_from_the_one_who_is() -> None:
    children = (Child((108, 120), ("autism_support",), "son"), Child((60, 72), ("leisure_friends",), "son"))
    stood = Memory(needs=("autism_support", "leisure_friends"), children=children)
    assert talk(("the little one's not autistic but he'd love to go",), memory=stood).needs == stood.needs


def test_a_need_is_taken_out_though_the_reason_follows_without_a_comma() -> None:
    stood = Memory(needs=("sleep", "behaviour"))
    assert talk(("scrap the sleep he went straight off last night",), memory=stood).needs == ("behaviour",)


@pytest.mark.parametrize(
    ("text", "need", "after"),
    [
        ("i've not slept right in months", "sleep", "carer_parent_support"),
        ("I feel sick with worry", "anxiety_emotional", "carer_parent_support"),
        ("I'm so worried about him, he's anxious", "anxiety_emotional", "anxiety_emotional"),
        ("not sleeping either", "sleep", "sleep"),
    ],
)
def test_what_a_parent_tells_of_themselves_is_no_need_of_the_child(text: str, need: str, after: str) -> None:
    known = Memory(needs=("speech_language",), children=(Child((36, 48), ("speech_language",)),), voice="parent")
    assert merge(known, hear(text, need), TODAY).needs[0] == after


def test_a_young_persons_own_sleep_is_their_need() -> None:
    known = Memory(needs=("anxiety_emotional",), children=(Child((180, 192), ("anxiety_emotional",)),), voice="young_person")
    assert "sleep" in merge(known, hear("i've not slept right in months", "sleep"), TODAY).needs


@pytest.mark.parametrize("voice", [None, "young_person"])
def test_a_young_persons_low_mood_is_no_parents(voice: str | None) -> None:
    known = Memory(needs=("anxiety_emotional",), children=(Child((168, 180), ("anxiety_emotional",), "me"),), voice=voice)
    after = merge(known, hear("i feel so low", "low_mood_self_harm"), TODAY)
    assert "low_mood_self_harm" in after.needs
    assert "carer_parent_support" not in after.needs


def test_a_sister_of_the_same_age_is_a_second_child() -> None:
    memory = talk(("my son is 9 and can't sleep", "sleep"), ("my daughter is 9 and anxious", "anxiety_emotional"))
    assert [(child.who, child.needs) for child in memory.children] == [("son", ("sleep",)), ("daughter", ("anxiety_emotional",))]


def test_one_more_child_takes_nobodys_place() -> None:
    memory = talk(("my son is 9 and can't sleep", "sleep"), ("sorry I've also got a 3 year old who won't talk", "speech_language"))
    assert memory.ages == ((108, 120), (36, 48))


def test_feeling_very_low_comes_before_what_else_the_message_tells() -> None:
    memory = talk(("hardly leaves her room, not seen a friend since Easter", "leisure_friends", "low_mood_self_harm"))
    assert memory.needs == ("low_mood_self_harm", "leisure_friends")


def test_a_child_who_is_set_aside_for_now_takes_his_needs_along() -> None:
    memory = talk(
        ("need ot for my lad hes 10, dyspraxia, willington", "motor_coordination"),
        ("actually forget him for now its his sister thats the problem, shes 14 and panics every day", "anxiety_emotional", "sibling_young_carer"),
    )
    assert memory.needs == ("anxiety_emotional",)
    assert memory.ages == ((168, 180),)
    assert memory.locality is not None


def test_a_sister_whom_it_is_about_is_no_sibling_who_misses_out() -> None:
    memory = talk(("my son is 5 and not talking", "speech_language"), ("sorry, it's for his sister", "sibling_young_carer"))
    assert memory.needs == ("speech_language",)


@pytest.mark.parametrize("text", ["sorry shes 5 not 15, fat fingers", "8 not 18, butter fingers"])
def test_clumsy_fingers_are_set_aside(text: str) -> None:
    assert "fingers" not in blank_dismissed(text)


def test_a_child_who_cannot_be_left_for_a_minute_stays() -> None:
    memory = talk(("my daughter is 8 and anxious", "anxiety_emotional"), ("it's her brother too, 5, not talking, and I can't leave her for a minute", "speech_language"))
    assert set(memory.needs) == {"anxiety_emotional", "speech_language"}
    assert len(memory.children) == 2


@pytest.mark.parametrize(
    "text",
    [
        "actually it's about his sister, she's 13, she is frightened of him and gets no time with us", "actually sorry it's for his brother, he's fed up of all the time I spend on him",
        "it's his sister, she's 8, she feels ignored and he bullies her",
    ],
)  # fmt: skip
def test_a_sister_who_misses_out_keeps_her_need(text: str) -> None:
    assert "sibling_young_carer" in talk(("my son is 10 and autistic", "autism_support"), (text, "sibling_young_carer")).needs


def test_clumsy_fingers_of_a_child_are_a_sign() -> None:
    assert "clumsy fingers" in blank_dismissed("my son is 7, clumsy fingers cant do buttons")


@pytest.mark.parametrize("text", ["no it's his sister I need help for, she's 12, she never gets a minute with us because of him", "it's for his sister, she's 12, she feels invisible and does everything for him"])
def test_a_sister_who_goes_without_keeps_her_need_in_other_words(text: str) -> None:
    assert "sibling_young_carer" in talk(("my son is 9 and autistic", "autism_support"), (text, "sibling_young_carer")).needs


def test_a_body_in_danger_tells_of_no_low_mood() -> None:
    heard = dataclasses.replace(hear("she stopped breathing", "low_mood_self_harm"), safety="crisis", safety_rule="emergency.body")
    assert merge(Memory(), heard, TODAY).needs == ()
    by_herself = dataclasses.replace(hear("she took an overdose and she's not breathing", "low_mood_self_harm"), safety="crisis", safety_rule="emergency.body")
    assert merge(Memory(), by_herself, TODAY).needs == ("low_mood_self_harm",)


@pytest.mark.parametrize("text", ["I have two kids, 8 and 12", "sorry, two kids, 8 and 12"])
def test_two_kids_of_whom_one_was_told_of_are_two(text: str) -> None:
    known = Memory(needs=("anxiety_emotional",), children=(Child((96, 108), ("anxiety_emotional",), "child"),))
    assert merge(known, hear(text), TODAY).ages == ((96, 108), (144, 156))


def test_a_child_set_aside_by_the_age_goes_and_nobody_becomes_that_age() -> None:
    two = Memory(needs=("sleep",), children=(Child((96, 108), ("sleep",)), Child((144, 156), ("sleep",))))
    assert merge(two, hear("forget the 12 year old"), TODAY).ages == ((96, 108),)
    one = Memory(needs=("sleep",), children=(Child((96, 108), ("sleep",)),))
    assert merge(one, hear("forget the 12 year old"), TODAY).ages == ((96, 108),)


@pytest.mark.parametrize("text", ["he is also not sleeping", "also not sleeping", "he's usually not sleeping"])
def test_also_not_sleeping_is_one_more_need(text: str) -> None:
    known = Memory(needs=("speech_language",), children=(Child((48, 60), ("speech_language",)),))
    assert set(merge(known, hear(text, "sleep"), TODAY).needs) == {"sleep", "speech_language"}


def test_a_way_to_school_is_no_need_of_a_baby() -> None:
    memory = talk(("our baby is 7 months, she is floppy", "physical_disability"), ("we don't drive", "transport"))
    assert memory.needs == ("physical_disability",)


def test_a_way_to_school_stays_where_it_is_all_that_is_told_or_school_is_named() -> None:
    assert talk(("my baby is 7 months, we need transport", "transport")).needs == ("transport",)
    for text in ("we don't drive and his school is ten miles off", "can he get a taxi, we don't drive", "the 8.10 bus doesn't take his chair", "she wants to learn to get the bus", "there's no bus to the academy now and I don't drive", "the PRU is 40 minutes away and there's no bus", "he starts at Trinity in September and I don't drive"):
        assert "transport" in talk(("he is 5 and deaf", "hearing"), (text, "transport")).needs, text


@pytest.mark.parametrize("text", ["we don't drive", "Theres one bus and I havent a car", "no bus after 6 up here so evenings are out", "I cant be getting to Durham at my age", "It is 40 minutes away and I am not allowed to drive."])
def test_how_far_a_family_gets_is_no_need_of_a_way_to_school(text: str) -> None:
    """data/LABELLING.md: `transport` is getting to school, a taxi, an escort, a pass, learning to travel."""
    assert talk(("he is 5 and deaf", "hearing"), (text, "transport")).needs == ("hearing",)


def test_a_deaf_parent_s_hearing_is_no_need_of_the_child() -> None:
    child = ("my son is 3 and hits others", "behaviour")
    assert talk(child, ("I am deaf, I can't phone", "hearing")).needs == ("behaviour",)


@pytest.mark.parametrize("text", ["he is deaf", "I am deaf and I think he is too", "I'm profoundly deaf, he doesn't turn when I bang the door", "I'm after deaf services for him"])
def test_a_child_s_hearing_beside_the_parent_s_is_a_need(text: str) -> None:
    assert "hearing" in talk(("my son is 3 and hits others", "behaviour"), (text, "hearing")).needs


def test_ages_told_again_of_known_children_bring_nobody_in() -> None:
    memory = talk(("one is 13 with panic attacks, one is 6 and soils himself", "anxiety_emotional"), ("the 6 year old is seen to, only the 13 year old needs help",))
    assert sorted(memory.ages) == [(72, 84), (156, 168)]


def test_just_one_of_the_needs_that_stand_is_kept() -> None:
    memory = talk(("he's 4, hardly talks and is in nappies", "speech_language", "toileting_continence"))
    memory = talk(("nursery have the nappies in hand. Just the talking please.", "toileting_continence", "speech_language", "early_years_development"), memory=memory)
    assert memory.needs == ("speech_language",)


def test_what_families_call_a_need_drops_it_where_it_stands() -> None:
    memory = talk(("he's 4, hardly talks and is in nappies", "speech_language", "toileting_continence"), ("school has got the nappies covered",))
    assert memory.needs == ("speech_language",)


def test_another_family_in_another_place_is_an_enquiry_of_its_own() -> None:
    memory = talk(("my lad is 8 and stammers, we're in Crook", "speech_language"), ("what about my sister, she's in Pelton and her girl is 6, same thing", "speech_language"))
    assert (memory.ages, memory.needs, memory.locality and memory.locality.name) == (((72, 84),), ("speech_language",), "Pelton")
    memory = talk(("what about his cousin, shes 16 and has adhd. shes in Dawdon", "adhd_support"), memory=memory)
    assert (memory.ages, memory.needs, memory.locality and memory.locality.name) == (((192, 204),), ("adhd_support",), "Dawdon")


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("what about my niece, she's 9 and lives with us in Durham, wets the bed", ["toileting_continence"]),
        ("what about my neighbour, she takes her 9 year old to a club in Stanley, could he go", ["leisure_friends"]),
        ("what about his friend's club in Spennymoor, it takes 8 year olds", []),
        ("what about my sister, she's 9 and goes to school in Willington and can't sleep", ["sleep"]),
    ],
)
def test_a_place_in_passing_makes_no_other_family(text: str, needs: list[str]) -> None:
    memory = talk(("my lad is 8 and stammers, we're in Crook", "speech_language"), (text, *needs))
    assert (96, 108) in memory.ages
    assert "speech_language" in memory.needs


@pytest.mark.parametrize(
    "text",
    [
        "The school is in Ferryhill, do they go by my address or theirs",
        "don't use his address, he's in Darlington now",
        "the form asks about his old school in Chester-le-Street, do I put that in",
        "We changed our house for a bungalow last year, his dad is in Peterlee",
        "we changed home to suit his chair. his nana is in Consett",
        "The appointment has moved again, it's Tuesday, his dad is in Peterlee",
    ],
)
def test_a_place_beside_a_word_about_addresses_is_not_home(text: str) -> None:
    memory = talk(("my lad is 8 and stammers, we live in Crook", "speech_language"), (text,))
    assert memory.locality is not None
    assert memory.locality.name == "Crook"


@pytest.mark.parametrize("text", ["School said if we don't like it, take my son out", "can you take my son out, for a few hours, to give me a break", "leave my son out, they always do"])
def test_a_son_who_is_taken_out_stays_in_the_enquiry(text: str) -> None:
    memory = talk(("my son is 13 and hits", "behaviour"), ("his sister is 4 and can't sleep", "sleep"), (text,))
    assert len(memory.children) == 2


def test_a_sister_of_the_same_house_stays_in_the_enquiry() -> None:
    memory = talk(("my lad is 8 and stammers, we're in Crook", "speech_language"), ("what about his sister, she's 6 and goes to school in Pelton", "speech_language"))
    assert len(memory.ages) == 2


def test_the_address_to_use_is_home() -> None:
    memory = talk(("he's 13 and anxious, Easington Colliery", "anxiety_emotional"), ("He's placed with an aunt in Shotton Colliery from Monday, so use that address",))
    assert memory.locality is not None
    assert memory.locality.name == "Shotton Colliery"


def test_how_old_he_was_when_they_began_to_wait_is_no_answer_to_how_old() -> None:
    memory = dataclasses.replace(talk(("we've waited so long for an autism test for our son", "autism_assessment")), awaiting="age")
    assert talk(("he was 5 when we went on it, he's 7 now",), memory=memory).ages == ((84, 96),)


def test_left_out_needs_no_of_it() -> None:
    memory = talk(("lad of 10 cannot get in the bath", "equipment_housing"), ("his sister is 13 and feels left out", "sibling_young_carer"))
    memory = talk(("leave his sister out for now, back to the bathroom",), memory=memory)
    assert (memory.ages, memory.needs) == (((120, 132),), ("equipment_housing",))


def test_a_move_that_is_put_down_is_home() -> None:
    memory = talk(("lad of 10 cannot get in the bath, Tanfield Lea", "equipment_housing"), ("thing is we've moved since, its Ebchester now, put that down",))
    assert memory.locality is not None
    assert memory.locality.name == "Ebchester"


TWO_OF_THEM = Memory(
    needs=("speech_language", "anxiety_emotional"),
    children=(Child((60, 72), ("speech_language",)), Child((108, 120), ("anxiety_emotional",))),
    locality=CROOK,
)


@pytest.mark.parametrize("text", ["the 9 year old bites the little one", "the 9 year old hits his brother", "my 9yo batters the little one"])
def test_a_known_child_called_by_their_age_is_no_one_more(text: str) -> None:
    memory = talk((text, "behaviour"), memory=TWO_OF_THEM)
    assert memory.ages == TWO_OF_THEM.ages
    assert "behaviour" in memory.children[1].needs
    memory = talk(("sorry, the oldest is 10 actually",), memory=memory)
    assert memory.ages == ((60, 72), (120, 132))


@pytest.mark.parametrize(
    "text",
    ["the 9 year old's fine now, just the little one", "actually my eldest is sorted now", "the older one is fine", "the 9 year old doesn't need owt now", "[name]'s not anxious any more she's fine it's just [name] now"],
)
def test_the_child_who_is_fine_goes_with_what_only_they_needed(text: str) -> None:
    memory = talk((text,), memory=TWO_OF_THEM)
    assert (memory.ages, memory.needs) == (((60, 72),), ("speech_language",))


@pytest.mark.parametrize("text", ["the 9yo's covered now", "my eldest has been seen to, ta", "the 9 year old's all in hand now"])
def test_the_child_who_is_covered_goes(text: str) -> None:
    assert talk((text,), memory=TWO_OF_THEM).ages == ((60, 72),)


@pytest.mark.parametrize("text", ["the 9 year old is fine at school but not at home", "is the 9 year old fine to go", "the eldest's sleep is fine now"])
def test_a_child_who_is_fine_in_one_thing_stays(text: str) -> None:
    assert talk((text,), memory=TWO_OF_THEM).ages == TWO_OF_THEM.ages


@pytest.mark.parametrize("text", ["youngest is 2, all good with her", "the little one's 2, no bother with him", "there's also a baby of 6 months, she's fine"])
def test_one_more_who_is_fine_does_not_come_in(text: str) -> None:
    assert talk((text,), memory=TWO_OF_THEM) == TWO_OF_THEM


def test_an_age_years_away_leaves_the_child_as_old_as_they_are() -> None:
    memory = talk(("my daughter is 14, autistic", "autism_support"), ("she's 18 in four years - does the plan carry on?", "ehc_plan"))
    assert memory.ages == ((168, 180),)


def test_a_sister_in_a_long_message_takes_the_place_of_her_brother() -> None:
    memory = talk(
        ("son's 13, got his ADHD diagnosis in spring", "adhd_support"),
        ("Ah no, hang on, he's grand on his tablets. It's for his sister I'm asking. She's 10, no diagnosis, but she's the double of him. How do we get her assessed for it?", "sibling_young_carer"),
    )
    assert memory.ages == ((120, 132),)
    assert "adhd_assessment" in memory.needs
    assert "sibling_young_carer" not in memory.needs


def test_a_child_assessed_for_it_long_ago_asks_for_no_test() -> None:
    memory = talk(("he's 9 with ADHD", "adhd_support"), ("he was assessed for it two years back",))
    assert memory.needs == ("adhd_support",)


@pytest.mark.parametrize("text", ["never mind the tics it's his eating that's doing me head in he only eats beige", "forget the tics, he only eats beige food"])
def test_what_is_left_for_another_need_goes(text: str) -> None:
    memory = talk(("he's 6 and he's got tics", "complex_medical"), (text, "feeding_eating"))
    assert memory.needs == ("feeding_eating",)


@pytest.mark.parametrize("text", ["never mind the website, he only eats beige food", "ignore the typo, he only eats beige food", "never mind the tics, he also only eats beige food", "forget the tics for a minute, his brother only eats beige food", "forget the first one, he only eats beige food"])
def test_a_service_that_is_left_takes_no_need_with_it(text: str) -> None:
    memory = talk(("he's 6 and he's got tics", "complex_medical"), (text, "feeding_eating"))
    assert set(memory.needs) == {"feeding_eating", "complex_medical"}


def test_a_brother_who_is_the_same_has_what_the_first_has() -> None:
    memory = talk(("he's 3, not talking", "speech_language"), ("does it count for his brother too he's two and a half and he's the same",))
    assert [child.needs for child in memory.children] == [("speech_language",), ("speech_language",)]


@pytest.mark.parametrize(
    "text",
    [
        "no we're near Darlington like but it's Durham council", "Is portage still running in Durham?", "Where do I send the request in Durham", "is top up funding available in Durham? Who do I ring?",
        "my brother has a boy too, he lives in Darlington. same help?", "my cousin's lad is the same, they're in Peterlee",
    ],
)  # fmt: skip
def test_the_county_and_another_family_s_home_move_nobody(text: str) -> None:
    assert talk((text,), memory=TWO_OF_THEM).locality == CROOK


@pytest.mark.parametrize("text", ["we're in Durham now, is portage running in Durham", "we've moved in with my sister, she lives in Peterlee"])
def test_a_family_that_moves_there_has_moved(text: str) -> None:
    assert talk((text,), memory=TWO_OF_THEM).locality != CROOK


def test_just_the_first_two_leaves_the_third_out() -> None:
    three = dataclasses.replace(TWO_OF_THEM, children=(*TWO_OF_THEM.children, Child((144, 156), ("sleep",))), needs=(*TWO_OF_THEM.needs, "sleep"))
    memory = talk(("so just the first two then",), memory=three)
    assert (memory.ages, memory.needs) == (TWO_OF_THEM.ages, TWO_OF_THEM.needs)


def test_what_is_sorted_believe_it_or_not_goes() -> None:
    memory = talk(("she won't sleep and labels hurt her", "sleep", "sensory_processing"), ("Believe it or not sleep's sorted now, her gran got her a heavy blanket", ))
    assert memory.needs == ("sensory_processing",)


def test_one_who_is_fine_but_needs_something_stays() -> None:
    two = Memory(needs=("sleep", "behaviour"), children=(Child((132, 144), ("behaviour",), "son"), Child((72, 84), ("sleep",), "daughter")))
    for text in ("my youngest is ok but he still needs help with sleep", "the eldest is fine and then he gets home and explodes"):
        assert len(merge(two, hear(text), TODAY).children) == 2


def test_who_is_not_worried_about_something_leaves_the_need_that_stands() -> None:
    memory = talk(("is he autistic? he's 6", "autism_assessment"), ("I'm not worried about his weight, he just won't sleep", "sleep"))
    assert set(memory.needs) == {"autism_assessment", "sleep"}


def test_an_age_is_not_put_right_by_an_hour_or_a_level() -> None:
    for text in ("i told you 7 but it's 9 in the morning he starts", "I said 7, he is more like 3 in his head"):
        assert talk(("he's 7 and can't sleep", "sleep"), (text,)).ages == ((84, 96),)


def test_a_child_who_lives_elsewhere_and_is_asked_for_moves_the_enquiry() -> None:
    memory = talk(("he's 7 and can't sleep, Peterlee", "sleep"), ("it's my sister's boy I'm asking for, he lives in Bishop Auckland",))
    assert memory.locality is not None
    assert memory.locality.name == "Bishop Auckland"


@pytest.mark.parametrize(
    ("first", "second", "ages"),
    [
        ("my lad is 9 and can't sleep", "baby's 10 months and up five times a night", ((108, 120), (10, 11))),
        ("3 and a half not toilet trained", "other ones 5 wont eat owt but beige food", ((42, 48), (60, 72))),
        ("My big daughter is 12, sad all day", "Small daughter has 6 years, she has epilepsy", ((144, 156), (72, 84))),
        ("my lad's 9, not toilet trained", "me other lad's 15 and he's got nee mates", ((108, 120), (180, 192))),
        ("our lad is 9, adhd", "Small one is 2, he is behind with everything", ((108, 120), (24, 36))),
    ],
)
def test_a_second_child_told_of_later_does_not_take_the_place_of_the_first(first: str, second: str, ages: tuple[tuple[int, int], ...]) -> None:
    assert talk((first, "sleep"), (second, "feeding_eating")).ages == ages


@pytest.mark.parametrize(("text", "age"), [("he's 10 now", (120, 132)), ("sorry, my little lad is 6 not 9", (72, 84)), ("my daughter is 8, I mean my son", (96, 108))])
def test_the_same_child_with_another_age_is_no_second_one(text: str, age: tuple[int, int]) -> None:
    assert talk(("my son is 9 and can't sleep", "sleep"), (text,)).ages == (age,)


@pytest.mark.parametrize("text", ["n at 18 who picks up", "what happens when he's 18", "does it stop at 18"])
def test_an_age_to_come_is_asked_about_and_not_told(text: str) -> None:
    memory = Memory(needs=("transport",), children=(Child((192, 204), ("transport",), "lad"),))
    heard = dataclasses.replace(hear(text), ages=tuple(find_ages(text, TODAY)) or tuple(find_ages(text, TODAY, asked=True)))
    assert merge(memory, heard, TODAY).ages == ((192, 204),)


@pytest.mark.parametrize("text", ["My husband he drives bus in Durham, is funny yes?", "It's a good ten miles up from Barnard Castle.", "my mam works in Consett"])
def test_a_place_named_in_passing_is_no_new_home(text: str) -> None:
    home = talk(("we live in Crook, he can't sleep", "sleep"), (text,)).locality
    assert home is not None
    assert home.name == "Crook"


def test_the_one_that_is_scrapped_goes() -> None:
    memory = talk(("my lad is 9, he hits out", "behaviour"), ("baby's 10 months and up five times a night", "sleep"), ("the baby's sleeping through now. scrap that one", "sleep"))
    assert memory.needs == ("behaviour",)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Boy is better now, new teacher, no more hitting. Only the girl and her eating please.", ((36, 48),)),
        ("my son has moved to his dad's so it's just my daughter", ((36, 48),)),
        ("the 6 year old is sorted, so it's just the 3 year old", ((36, 48),)),
    ],
)
def test_who_is_better_or_gone_is_left_out_where_the_message_says_who_is_left(text: str, left: tuple[tuple[int, int], ...]) -> None:
    memory = Memory(needs=("behaviour", "feeding_eating"), children=(Child((72, 84), ("behaviour",), "son"), Child((36, 48), ("feeding_eating",), "daughter")))
    after = merge(memory, hear(text), TODAY)
    assert (after.ages, after.needs) == (left, ("feeding_eating",))


def test_two_of_three_are_left_by_their_ages() -> None:
    memory = Memory(needs=("sleep", "exclusion_suspension"), children=(Child((60, 72), ("sleep",)), Child((96, 108), ("sleep",)), Child((168, 180), ("exclusion_suspension",))))
    after = merge(memory, hear("The 14 year old has moved to another placement, so it's just the two little ones, the 5 and the 8 year old"), TODAY)
    assert (after.ages, after.needs) == (((60, 72), (96, 108)), ("sleep",))


def test_only_the_girl_with_nobody_gone_keeps_the_boy_in_mind() -> None:
    memory = Memory(needs=("behaviour", "feeding_eating"), children=(Child((72, 84), ("behaviour",), "son"), Child((36, 48), ("feeding_eating",), "daughter")))
    assert len(merge(memory, hear("just the girl please"), TODAY).children) == 2


def test_not_me_leaves_the_young_writer_out() -> None:
    memory = Memory(needs=("feeding_eating",), children=(Child((204, 216), (), "me"), Child((72, 84), ("feeding_eating",), "bro")))
    assert merge(memory, hear("its for him not me btw"), TODAY).ages == ((72, 84),)


def test_a_young_person_who_asks_for_a_brother_is_not_told_of_help_for_you() -> None:
    asks = dataclasses.replace(hear("am 17 an my lil bro is 6 n he wil only eat beige stuff"), needs=(HeardNeed("feeding_eating", 30, 54),))
    assert merge(Memory(), asks, TODAY).voice is None
    own = dataclasses.replace(hear("im 15 and i cant sleep, my brother is 8"), needs=(HeardNeed("sleep", 12, 22),))
    assert merge(Memory(), own, TODAY).voice == "young_person"


@pytest.mark.parametrize("text", ["Can they both go to the same thing or is the baby too young?", "is the baby too little for that"])
def test_the_baby_who_is_known_is_no_third_child(text: str) -> None:
    memory = Memory(needs=("speech_language",), children=(Child((36, 48), ("speech_language",), "girl"), Child((18, 19), (), "")))
    assert merge(memory, hear(text), TODAY).ages == ((36, 48), (18, 19))


def test_who_had_the_test_and_wants_help_with_it_has_the_help_in_its_place() -> None:
    memory = Memory(needs=("adhd_assessment",), children=(Child((120, 132), ("adhd_assessment",), "grandson"),))
    after = merge(memory, hear("he's had the test, he's got it doon on paper that it's ADHD. It's help with it he's after, not testing", "adhd_assessment"), TODAY)
    assert (after.needs, after.children[0].needs) == (("adhd_support",), ("adhd_support",))


@pytest.mark.parametrize("text", ["he's had the test but we're still waiting for the letter, is there help with it", "is there help while we wait for the test"])
def test_who_still_waits_for_the_test_keeps_it(text: str) -> None:
    assert talk(("my grandson is 10, adhd test he wants", "adhd_assessment"), (text,)).needs == ("adhd_assessment",)


def test_my_own_short_night_is_no_need_of_the_child_s() -> None:
    memory = talk(("he's 4 and not talking", "speech_language"), ("MONTHS, sorry. 14 months. I've had about two hours' kip", "sleep"))
    assert "sleep" not in memory.needs


@pytest.mark.parametrize("text", ["my phone's put lad. its my LASS. she's still 7", "autocorrect, my daughter, she's 7"])
def test_a_child_mistyped_is_not_a_second_one(text: str) -> None:
    memory = talk(("my lad bites and kicks, he's 7", "behaviour"), (text,))
    assert (memory.ages, memory.needs) == (((84, 96),), ("behaviour",))


def test_what_if_i_am_18_by_then_is_an_age_to_come() -> None:
    memory = talk(("im 17 and i get panic attacks", "anxiety_emotional"), ("and what if im 18 before i get to the top of the list",))
    assert memory.ages == ((204, 216),)


def test_just_the_biting_stays_the_need_of_the_child_who_bites() -> None:
    memory = Memory(needs=("toileting_continence", "behaviour"), children=(Child((48, 60), ("behaviour",)), Child((72, 84), ("toileting_continence",))))
    after = merge(memory, hear("the big one's dry now, 3 nights. just the biting", "behaviour"), TODAY)
    assert (after.needs, [child.needs for child in after.children]) == (("behaviour",), [("behaviour",), ()])


THREE_OF_THEM = Memory(
    needs=("toileting_continence", "school_attendance_refusal", "employment_training"),
    children=(Child((48, 60), ("toileting_continence",), "lass"), Child((108, 120), ("school_attendance_refusal",)), Child((192, 204), ("employment_training",))),
    locality=CROOK,
)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("leave the eldest, careers have picked that one up", 2),
        ("aye you can leave my oldest", 2),
        ("not the youngest, nursery has it covered", 0),
        ("please remove oldest son, he have help already", 2),
        ("forget the little one", 0),
        ("skip the teenager for now", 2),
        ("no need for the middle one now", 1),
        ("dinnet bother with the big lad, the college are on it", 2),
        ("u can drop the 4yo, health visitor sorting it", 0),
        ("we don't need anything for the youngest any more", 0),
    ],
)
def test_one_of_three_who_is_set_aside_goes_with_their_needs(text: str, gone: int) -> None:
    memory = talk((text, "sibling_young_carer"), memory=THREE_OF_THEM)
    left = [child for at, child in enumerate(THREE_OF_THEM.children) if at != gone]
    assert memory.children == tuple(left)
    assert memory.needs == tuple(need for child in left for need in child.needs)


@pytest.mark.parametrize(
    "text",
    [
        "we can't leave the oldest on his own",
        "the oldest won't leave the little one alone",
        "school said leave the oldest alone when he's upset",
        "leave the youngest with nana, they said, but she won't have it",
        "can you take the youngest out for a few hours",
        "don't forget the youngest",
        "do I leave the eldest at college",
    ],
)
def test_nobody_of_three_goes_who_is_not_set_aside(text: str) -> None:
    assert talk((text,), memory=THREE_OF_THEM).children == THREE_OF_THEM.children


def test_what_is_told_of_another_beside_who_is_set_aside_is_heard() -> None:
    text = "leave the oldest, the youngest won't sleep"
    asks = dataclasses.replace(hear(text), needs=(HeardNeed("sleep", text.index("sleep"), len(text)),))
    memory = merge(THREE_OF_THEM, asks, TODAY)
    assert "sleep" in memory.children[0].needs
    assert "employment_training" not in memory.needs


def test_the_twins_are_taken_out_together() -> None:
    memory = talk(("twins are 3 and not talking", "speech_language"), ("their sister is 9 and anxious", "anxiety_emotional"), ("take the twins out",))
    assert (memory.ages, memory.needs) == (((108, 120),), ("anxiety_emotional",))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("our own daughter is 12 and she feels pushed out by it all", (144, 156)),
        ("my own lad is 9 and he's jealous of all the attention", (108, 120)),
        ("our birth son's 7 and gets no time with us", (84, 96)),
        ("me own bairn's 10 and fed up", (120, 132)),
    ],
)
def test_a_foster_carers_own_child_comes_beside_the_one_they_foster(text: str, age: tuple[int, int]) -> None:
    memory = talk(("I'm a foster carer, little one is 14 months, on a feeding tube", "complex_medical"), (text, "sibling_young_carer"))
    assert memory.ages == ((14, 15), age)
    assert [child.needs for child in memory.children] == [("complex_medical",), ("sibling_young_carer",)]
    assert memory.voice == "foster_carer"


@pytest.mark.parametrize(
    ("first", "text", "age"),
    [
        ("my lad is 12 and never sleeps", "no wait that's the other lad, the one who doesn't sleep is 8", (96, 108)),
        ("my lad is 10 and never sleeps", "hang on that's his brother's age, he's 6", (72, 84)),
        ("my lass is 14 and never sleeps", "sorry wrong lass, it's the 8 year old I mean", (96, 108)),
        ("my son is 15 and never sleeps", "oh I've mixed him up with his brother, he's 13", (156, 168)),
        ("my lad is 11 and never sleeps", "soz thats the other lads age, this un is 9", (108, 120)),
        ("my granddaughter is 4 and never sleeps", "ee I gave you her cousin's age, she's 3", (36, 48)),
    ],
)
def test_an_age_that_was_another_childs_is_put_right(first: str, text: str, age: tuple[int, int]) -> None:
    memory = talk((first, "sleep"), (text, "sleep"))
    assert (memory.ages, memory.needs) == ((age,), ("sleep",))


def test_two_who_were_mixed_up_keep_their_needs() -> None:
    memory = Memory(needs=("behaviour", "sleep"), children=(Child((120, 132), ("behaviour",), "grandson"), Child((168, 180), ("sleep",), "sister")))
    memory = talk(("I got them the wrong way round, he's 14 and she's 10",), memory=memory)
    assert memory.ages == ((168, 180), (120, 132))
    assert memory.children[1].needs == ("sleep",)


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("for the one in nappies, who is it I contact", 0),
        ("and for the one at college?", 2),
        ("what about the lad who won't go into school", 1),
        ("the girl in nursery bit him", None),
        ("which is the one with a text line", None),
    ],
)
def test_one_of_three_is_known_by_need_or_by_where_they_are(text: str, child: int | None) -> None:
    said = ("school_attendance_refusal",) if child == 1 else ()
    assert talk((text, *said), memory=THREE_OF_THEM).about_child == child


def test_a_sisters_tics_are_no_news_of_the_one_who_writes() -> None:
    text = "my little sister is 9, she has no mates cos of her tics"
    assert talk((text, "leisure_friends", "sibling_young_carer")).needs == ("leisure_friends",)
    jealous = "my sister is 9 and autistic and I never get any attention"
    assert "sibling_young_carer" in talk((jealous, "autism_support", "sibling_young_carer")).needs


def test_a_brother_who_is_just_the_same_has_what_stood() -> None:
    memory = talk(("Year 4 girl, reading at Year 1 level", "learning_difficulty"), ("her brother's at the comp in Year 8 and just the same",))
    assert memory.children[1].needs == ("learning_difficulty",)
    assert talk(("tell a lie, Year 7 he is, not 8",), memory=memory).ages == ((96, 108), (132, 144))
