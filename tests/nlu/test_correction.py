from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.enquiry import AgeRange, Child, Enquiry
from bot.nlu.correction import Correction, find_correction
from tests.timing import own_seconds

TODAY = date(2026, 11, 24)
SEVEN = Enquiry(needs=("sleep",), children=(Child((84, 96), ("sleep",)),))
BEFORE = Enquiry(needs=("sleep",), children=(Child((204, 216), ("sleep",), "son"),))


def read(text: str, before: Enquiry = BEFORE) -> Correction:
    found = find_correction(text, TODAY, before)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "new", "rejected"),
    [
        ("sorry, 7 not 17", (84, 96), (204, 216)),
        ("sorry 7, not 17", (84, 96), (204, 216)),
        ("not 17, 7", (84, 96), (204, 216)),
        ("I meant 8", (96, 108), (204, 216)),
        ("oops i meant eight", (96, 108), (204, 216)),
        ("actually she's 6", (72, 84), (204, 216)),
        ("Sorry he's nearly 5 not 15", (54, 60), (180, 192)),
        ("that should be 9", (108, 120), (204, 216)),
        ("no he's in year 4", (96, 108), (204, 216)),
        ("wrong age sorry he is 11", (132, 144), (204, 216)),
    ],
)
def test_an_age_is_put_right(text: str, new: AgeRange, rejected: AgeRange) -> None:
    found = read(text)
    assert (found.new_ages, found.rejected_ages) == ((new,), (rejected,))


@pytest.mark.parametrize(
    ("text", "new", "rejected"),
    [
        ("no, Bishop not Barney", ("bishop",), ("barney",)),
        ("No Bishop Auckland not Barnard Castle", ("bishop auckland",), ("barnard castle",)),
        ("not Bishop, Barney", ("barney",), ("bishop",)),
        ("sorry I meant Seaham not Peterlee", ("seaham",), ("peterlee",)),
        ("change the town to Crook", ("crook",), ()),
        ("change it from Crook to Consett", ("consett",), ("crook",)),
        ("we've moved to Consett", ("consett",), ()),
        ("correction, moved last wk, Shildon now", ("shildon",), ()),
        ("I mean Spennymoor", ("spennymoor",), ()),
        ("actually we're in Durham city", ("durham city",), ()),
        ("we live in Shildon not Sheldon", ("shildon",), ("sheldon",)),
    ],
)
def test_a_place_is_put_right(text: str, new: tuple[str, ...], rejected: tuple[str, ...]) -> None:
    found = read(text)
    assert (found.new_place_words, found.rejected_place_words) == (new, rejected)


@pytest.mark.parametrize(
    ("text", "drop", "new"),
    [
        ("not speech, it's his hearing", ("speech",), ("hearing",)),
        ("hearing not speech", ("speech",), ("hearing",)),
        ("forget the sleep thing", ("sleep",), ()),
        ("ignore the school stuff", ("school",), ()),
        ("never mind about his eating", ("eating",), ()),
        ("the sleep is fine now", ("sleep",), ()),
        ("it's not about school", ("school",), ()),
    ],
)
def test_a_need_is_put_right(text: str, drop: tuple[str, ...], new: tuple[str, ...]) -> None:
    found = read(text)
    assert (found.drop_needs_words, found.new_needs_words) == (drop, new)


@pytest.mark.parametrize(
    ("text", "who", "same"),
    [
        ("it's for his sister", "sister", False),
        ("no its for her brother", "brother", False),
        ("same but for my daughter (she's 11)", "daughter", True),
        ("same again for my youngest please", "youngest", True),
        ("what about my daughter", "daughter", False),
        ("actually it's my grandson", "grandson", False),
        ("my daughter not my son", "daughter", False),
        ("I have another son, can you help him", "son", False),
        ("can you look at his brother", "brother", False),
        ("now the little un. is it a dietician i want, she only eats beige", "little un", False),
        ("right, next my eldest, he won't go in", "eldest", False),
    ],
)
def test_another_child_is_meant(text: str, who: str, same: bool) -> None:
    found = read(text)
    assert (found.other_child, found.who, found.same_needs) == (True, who, same)


def test_the_other_childs_age_replaces_nothing() -> None:
    found = read("same but for my daughter (she's 11)")
    assert found.new_ages == ((132, 144),)
    assert found.rejected_ages == ()


@pytest.mark.parametrize(
    "text", ["both of them", "for both", "it's for both of them", "all of them", "both", "both kids please"]
)
def test_all_the_children_are_meant(text: str) -> None:
    assert read(text).all_children


@pytest.mark.parametrize(
    "text",
    [
        "start again",
        "Start over",
        "can we start again please",
        "new question about my other son",
        "forget everything",
    ],
)
def test_the_enquiry_starts_again(text: str) -> None:
    assert read(text).restart


@pytest.mark.parametrize(
    "text",
    [
        "not sure",
        "he's 7",
        "my son can't sleep",
        "thanks",
        "no",
        "He can't sleep and we live in Crook",
        "",
        "no thank you",
        "no that's not right",
        "thanks, not sure it will help",
        "yes please",
    ],
)
def test_nothing_is_put_right(text: str) -> None:
    assert find_correction(text, TODAY, BEFORE) is None


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    find_correction(text, TODAY, BEFORE)


@pytest.mark.parametrize("piece", ["no ", "not a, ", "sorry ", "forget the ", "same for ", "we moved to a "])
def test_time_stays_short_on_a_message_of_the_longest_kind(piece: str) -> None:
    text = (piece * 2000)[:2000]
    assert own_seconds(lambda: find_correction(text, TODAY, BEFORE)) < 0.5


@pytest.mark.parametrize("text", ["why not speech therapy in durham?", "so why not Portage", "ok, why not the school nurse?"])
def test_asking_why_not_takes_nothing_out(text: str) -> None:
    assert find_correction(text, TODAY, Enquiry(("speech_language",))) is None


def test_many_excuses_cost_no_time() -> None:
    before = Enquiry(children=(Child((48, 60)), Child((84, 96))))
    for text in (f"{'no sorry, ' * 180}he is 5", f"{'5 and ' * 300}x"):
        assert own_seconds(partial(find_correction, text, TODAY, before)) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Case 3. Boy of 6, tics, Easington",
        "ok thanks. Family two: girl, 4, not talking",
        "c2 3yo hearing loss, both sides",
        "and next: Y6 girl, reads well",
        "next one - 16F low mood",
        "3rd: 5yo smears",
        "2) 16yo school anxiety Seaham",
        "next pt, diff family. mum of 6yo, DLA renewal, cant face the form. Tow Law",
        "cheers, next family: lad of 9 who can't sleep",
        "Right, different case now: reception girl in Shildon",
        "Lovely. New family now. Dad in Bowburn with a daughter of 6",
        "great, on to the next case. girl of 4, no words",
    ],
)
def test_a_practitioner_who_goes_on_to_the_next_family_starts_again(text: str) -> None:
    assert read(text).restart


@pytest.mark.parametrize(
    "text",
    [
        "Case 2. the sister, 7, frightened of him",
        "next: the sister, 7",
        "3rd time the taxi was late",
        "second one: is it free",
        "second one, is it girls only",
        "next, my lad won't sleep",
        "next: girls club near Crook",
        "2nd: girl of 6, not talking either",
        "next, youngest, 6yo",
        "c2 class at school",
        "next week she's 5",
        "the next family hub along",
        "he hit another pupil, school excluded him",
        "does he need a new referral, or can school do it",
        "he's with another family now, foster placement",
        "our case no 12, still waiting",
        "it's for family 5-12s",
    ],
)
def test_families_and_cases_told_of_start_nothing_again(text: str) -> None:
    found = find_correction(text, TODAY, BEFORE)
    assert found is None or not found.restart


@pytest.mark.parametrize(
    ("text", "age"), [
        ("and what if she was 11?", (132, 144)), ("if he were only 4 then", (48, 60)), ("what happens if he is 18", (216, 228)),
        ("does she still get it if she was 19", (228, 240)), ("if i was 19 would it still be them", (228, 240)),
    ],
)
def test_what_if_puts_another_age_in_place(text: str, age: AgeRange) -> None:
    found = read(text)
    assert (found.new_ages, found.rejected_ages) == ((age,), ((204, 216),))


def test_what_if_of_a_time_is_no_age() -> None:
    assert find_correction("what if he is 5 minutes late", TODAY, BEFORE) is None


@pytest.mark.parametrize("text", ["he's tired, sleep is ok some nights", "we had melatonin, sleep is better with it but it ran out"])
def test_what_is_better_only_sometimes_stays(text: str) -> None:
    assert find_correction(text, TODAY, BEFORE) is None


def test_what_is_sorted_goes_wherever_in_the_message_it_is_said() -> None:
    assert read("guess what, transport is all sorted, so only the plan now").drop_needs_words == ("transport",)


def test_what_if_of_a_school_year_puts_its_age_in_place() -> None:
    correction = read("And if the pupil was Year 9 rather than Year 3?", SEVEN)
    assert correction.new_ages == ((156, 168),)


def test_the_age_that_turns_out_to_be_her_sister_s_is_put_right() -> None:
    correction = read("sorry I've told you wrong, she's 9, it's her sister that's 7", SEVEN)
    assert (correction.rejected_ages, correction.new_ages, correction.other_child) == (((84, 96),), ((108, 120),), False)


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("nursery have the nappies in hand so forget about that bit", "toilet"),
        ("hearing test came back this morning all clear!!", "hearing"),
        ("his speech is being dealt with by school", "speech"),
    ],
)
def test_what_somebody_has_in_hand_is_set_aside(text: str, dropped: str) -> None:
    assert read(text).drop_needs_words == (dropped,)


@pytest.mark.parametrize(
    "text",
    [
        "hearing test was fine but he still doesn't hear me",
        "her hearing test was not clear",
        "hearing test is on Friday, is it ok if I bring his sister",
        "hearing test was okay, they say, but he has glue ear",
        "The eye test was with a good man but she has a squint",
        "the council still haven't got the transport sorted",
        "nobody has got the taxi sorted for September",
        "school has not got the plan sorted",
        "have school got the transport sorted?",
        "his speech is in hand but we've waited 2 years",
        "nothing about his behaviour is under control",
        "The driver is fine but the escort shouts at him",
        "her left eye is fine but she can't see out of the right",
    ],
)
def test_what_is_not_settled_is_not_set_aside(text: str) -> None:
    correction = find_correction(text, TODAY, BEFORE)
    assert correction is None or not {"hearing", "eye", "transport", "taxi", "plan", "speech", "behaviour"} & set(correction.drop_needs_words)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("just the talking please", ("talking",)),
        ("so just the talking now", ("talking",)),
        ("only need help with the sleep side now", ("sleep",)),
    ],
)
def test_just_one_matter_sets_all_else_aside(text: str, only: tuple[str, ...]) -> None:
    assert read(text).only_needs_words == only


@pytest.mark.parametrize("text", [
        "it's just the noise that sets him off",
        "only the school won't listen",
        "just the two of us at home",
        "she'll not eat nowt but toast",
        "he does talk, but only the odd word",
        "We get DLA, but only the low rate",
        "she won't eat now, just the school dinners",
        "so just the school nurse then?",
        "just the speech team please",
    ])
def test_just_and_only_in_a_tale_set_nothing_aside(text: str) -> None:
    correction = find_correction(text, TODAY, BEFORE)
    assert correction is None or (correction.only_needs_words, correction.drop_needs_words) == ((), ())


def test_but_he_is_17_puts_a_what_if_right() -> None:
    correction = read("ok but he is 17. who does it for 17", SEVEN)
    assert (correction.rejected_ages, correction.new_ages) == (((84, 96),), ((204, 216),))


@pytest.mark.parametrize("text", ["his brother wanted to come but he's 11", "I'd leave him with his brother but he's only 12", "apologies for the delay, his sister is 5 and up all night"])
def test_the_age_of_somebody_else_puts_nothing_right(text: str) -> None:
    correction = find_correction(text, TODAY, SEVEN)
    assert correction is None or not correction.rejected_ages


def test_what_if_before_another_question_puts_its_age_in_place() -> None:
    correction = read("what if he was 19, does it all just stop", SEVEN)
    assert correction.new_ages == ((228, 240),)


def test_a_house_changed_in_a_second_language_is_a_move() -> None:
    assert read("excuse me now we change house, is Seaham").new_place_words == ("seaham",)


def test_a_drop_in_drops_nothing() -> None:
    assert find_correction("what days was that drop in for the talking", TODAY, BEFORE) is None


def test_the_child_that_was_thought_of_is_no_second_one() -> None:
    correction = read("Apologies, he is year 9, I was thinking of the other one", SEVEN)
    assert (correction.rejected_ages, correction.new_ages) == (((84, 96),), ((156, 168),))


TWO = Enquiry(needs=("sleep",), children=(Child((108, 120), ("sleep",), "daughter"), Child((132, 144), (), "son")))


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("Sorry the eldest's 13", (132, 144)),
        ("actually my eldest is 14", (132, 144)),
        ("oops, the big lad is 14", (132, 144)),
        ("sorry my youngest is 6", (108, 120)),
        ("no the little one is 7", (108, 120)),
        ("sorry, my daughter is 6", (108, 120)),
    ],
)
def test_the_one_of_several_children_who_is_named_has_the_new_age(text: str, rejected: AgeRange) -> None:
    found = read(text, TWO)
    assert (found.rejected_ages, found.other_child) == ((rejected,), False)


@pytest.mark.parametrize("text", ["sorry I've also got an older lad, he's 15", "actually my eldest is 15 as well"])
def test_one_more_child_takes_no_age_from_the_others(text: str) -> None:
    found = find_correction(text, TODAY, TWO)
    assert found is None or found.rejected_ages == ()


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("You can take the food off the list", "food"),
        ("tick the sleep off, that's done", "sleep"),
        ("the talking can come off now", "talking"),
        ("right, cross his sleep stuff off please", "sleep"),
    ],
)
def test_what_comes_off_the_list_is_set_aside(text: str, dropped: str) -> None:
    assert read(text).drop_needs_words == (dropped,)


@pytest.mark.parametrize("text", ["can the plaster come off his arm", "can they take him off the list", "dont take the sleep off the list", "do they take the money off her"])
def test_what_else_comes_off_is_left(text: str) -> None:
    found = find_correction(text, TODAY, BEFORE)
    assert found is None or not found.drop_needs_words


@pytest.mark.parametrize("text", ["actually it's not ADHD it's anxiety", "it is not adhd it is anxiety", "its not adhd, its just anxiety"])
def test_not_this_it_is_that_needs_no_comma(text: str) -> None:
    found = read(text)
    assert (found.drop_needs_words, found.new_needs_words) == (("adhd",), ("anxiety",))


@pytest.mark.parametrize(
    "text",
    ["sorry he is 10 and he hits his little sister", "Actually he's 10, his little brother is fine", "he is 10 actually and won't leave his little sister alone"],
)
def test_a_sister_spoken_of_behind_an_age_does_not_get_it(text: str) -> None:
    two = Enquiry(needs=("behaviour",), children=(Child((108, 120), ("behaviour",), "son"), Child((60, 72), (), "daughter")))
    assert read(text, two).rejected_ages == ((108, 120),)


@pytest.mark.parametrize(
    "text",
    [
        "They want to take his transport off, what can I do", "school want to take the speech therapy out", "they might take transport off", "he won't let me take his nappies off",
        "I have to take his nappy off and he screams", "the bus pass can come off", "it's not just his sleep it's his behaviour", "it's not only sleep it's food as well",
        "It's awful where we live", "it's his nana we live with", "it's hard when we live in Stanley",
    ],
)  # fmt: skip
def test_what_others_take_off_and_what_is_more_than_one_thing_puts_nothing_right(text: str) -> None:
    found = find_correction(text, TODAY, BEFORE)
    assert found is None or not (found.drop_needs_words or found.new_needs_words or found.new_place_words)


@pytest.mark.parametrize(
    ("text", "known", "new", "rejected"),
    [
        ("Oh and I've said 7, it's 8 months now, I've lost track of the date", ((7, 8),), (8, 9), (7, 8)),
        ("i put 7, its 8", ((84, 96),), (96, 108), (84, 96)),
        ("I put year 4 but I meant year 3", ((96, 108),), (84, 96), (96, 108)),
        ("I said she was 7 but she's 8", ((84, 96), (132, 144)), (96, 108), (84, 96)),
        ("said 8, hes 9", ((36, 48), (96, 108)), (108, 120), (96, 108)),
        ("I typed 3, should be 4", ((36, 48),), (48, 60), (36, 48)),
        ("I tell a lie, he's 14. It's his cousin that's 15.", ((180, 192),), (168, 180), (180, 192)),
        ("I had the age wrong for the little one, it's 26 months, not 20", ((20, 21), (72, 84)), (26, 27), (20, 21)),
    ],
)
def test_an_age_told_otherwise_before_is_put_right(text: str, known: tuple[AgeRange, ...], new: AgeRange, rejected: AgeRange) -> None:
    found = read(text, Enquiry(needs=("sleep",), children=tuple(Child(age, ("sleep",)) for age in known)))
    assert (found.new_ages, found.rejected_ages) == ((new,), (rejected,))


@pytest.mark.parametrize("text", ["they said 7 but he's 8 weeks in", "I said 7 but it's 6 months waiting", "I put 2 sugars in it's 5 spoons"])
def test_numbers_that_put_no_age_right(text: str) -> None:
    assert find_correction(text, TODAY, SEVEN) is None


def test_what_nobody_need_bother_with_is_set_aside_in_dialect() -> None:
    assert read("divvent bother with the respite now, me mother's ganna have her").drop_needs_words == ("respite",)
    assert read("no bother about the friends thing now she's joined guides").drop_needs_words == ("friends",)


@pytest.mark.parametrize("text", ["actually no scrub the bus, her dad'll take her", "bin the bus, it's a job he wants", "scratch the bus. something else"])
def test_a_need_may_be_scrubbed(text: str) -> None:
    assert read(text).drop_needs_words == ("bus",)


@pytest.mark.parametrize(
    ("text", "new"),
    [("I make mistake, she will have 6 in December, now she has 5", ((60, 72),)), ("sorry, she has 5 now", ((60, 72),)), ("sorry he has two", ()), ("sorry he has 5 teachers", ())],
)
def test_an_age_that_somebody_has_is_put_right(text: str, new: tuple[tuple[int, int], ...]) -> None:
    found = find_correction(text, TODAY, Enquiry(children=(Child((72, 84)),)))
    assert (found.new_ages if found else ()) == new
