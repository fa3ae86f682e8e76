"""Lists whose ages stand by themselves, children counted off, notes, births of this week, and numbers that are no age."""

from __future__ import annotations

import pytest

from tests.nlu.ages.hearing import spans, years, years_heard


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Three of them up all night. 8, 5 and 30 months. No sleep", [*years(8, 5), (30, 31)]),
        ("Four here. 15 / 12 / 6 / 20m. The 12 has fits", [*years(15, 12, 6), (20, 21)]),
        ("ages are as follows: 6 and 9", years(6, 9)),
        ("Sacriston. 10, 7 and 1. the ten yr old is up all night with the baby", years(10, 7, 1)),
        ("Three placed with us at the minute, 5, 8 and 11, same mam. The 11 year old is fine, the 5 year old not", years(5, 8, 11)),
        ("kids are 5, 3 and 9 months", [*years(5, 3), (9, 10)]),
        ("2 kids, 1s 12 an the other 8", years(12, 8)),
        ("Two of them: L (10, ADHD) and K (13, ASD)", years(10, 13)),
        ("two boys, the younger 3 the older 5, both nonverbal", years(3, 5)),
        ("a 3 yr old plus a 1 yr old", years(3, 1)),
        ("a three year old and one of 15 mths", [*years(3), (15, 16)]),
        ("it's just the two little ones, the 5 and the 8 year old", years(5, 8)),
        ("Pupil one, Year 2, cannot manage a pencil. Pupil two, his sister, Year 9", years(6, 13)),
        ("child 1: 4 years, child 2: 7 years old", years(4, 7)),
        ("pupil 9, autistic", years(9)),
    ],
)
def test_a_list_of_ages_is_heard_by_its_shape_and_keeps_its_order(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("DS1 (12) waits for an assessment and DS2 (9) cannot sleep", years(12, 9)),
        ("ds1 is 11 and dd2 is 4", years(11, 4)),
        ("child 1 is 8, child 2 is 5", years(8, 5)),
        ("DS1 won't go in", []),
        ("ds4 wont sleep", years(4)),
        ("son 4, daughter 6", years(4, 6)),
    ],
)
def test_a_number_that_tells_which_child_is_no_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("hes 4nhalf n still in nappies", (54, 60)),
        ("she's 7andahalf", (90, 96)),
        ("1 yr 9 m, big head", (21, 22)),
        ("2 y 4 m. not talking", (28, 29)),
        ("Jude himself is seven now", (84, 96)),
        ("[name] himself is 9", (108, 120)),
        ("the lad's no but six", (72, 84)),
        ("Age on form: 8. Age in shoes: 2. Age in temper: 1.", (96, 108)),
        ("age in years: 9", (108, 120)),
        ("ex-prem 25+4, three now, tiny for it", (36, 48)),
        ("He's 4 till the clocks go forward and then he's 5", (48, 60)),
        ("his Year 9 annual review is next week", (156, 168)),
        ("he's gone up to year 7 and hates it", (132, 144)),
        ("hes 3+ and says nothing", (36, 48)),
    ],
)
def test_an_age_is_heard_as_notes_and_haste_write_it(text: str, age: tuple[int, int]) -> None:
    assert spans(text) == [age]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("born last tuesday, tongue tie", (0, 1)),
        ("gave birth yesterday and they say she's deaf", (0, 1)),
        ("I had a little boy on Thursday, it might be Down's", (0, 1)),
        ("had her on Friday, latch is awful", (0, 1)),
        ("She's one on Sunday, so 11 months now", (11, 12)),
        ("hes 1 next month, no wait hes TWO next month", (18, 24)),
        ("I get my own card at 18 which is 6 weeks off", (210, 216)),
        ("three weeks till she's 18", (210, 216)),
        ("she'll be five come the 9th", (54, 60)),
    ],
)
def test_a_birth_of_this_week_and_a_birthday_told_by_how_far_off_it_is_are_heard(text: str, age: tuple[int, int]) -> None:
    assert spans(text) == [age]


def test_whoever_is_months_gone_is_no_month_older() -> None:
    assert spans("im 18 n 5 months gone") == [(216, 228), (-9, 0)]
    assert spans("she's 2 and 10 months with five words") == [(34, 35)]


@pytest.mark.parametrize(
    "text",
    [
        "Our dog Bella is 9 and getting past it",
        "his rabbit, Thumper, is 4",
        "the key says 36m+ on every toy",
        "is there a 16+ provision",
        "Year 9 annual reviews are supposed to talk about adulthood",
        "in general year 9 reviews must look at work",
        "His old school only went up to Year 4",
        "the unit only takes them to year 6",
        "I wasn't born yesterday",
        "we had her on Friday for respite",
        "the dog was born last week",
        "visits at 3, 6 and 9 months",
        "3, 6 and 9 month reviews all missed",
        "two waits, one of 15 months and one of 2 years",
        "his BMI is 13",
        "18 months till he's 5",
        "bedtime's 7, up at 11, up at 3",
        "the group meets at 6",
    ],
)
def test_an_animals_age_a_floor_a_year_of_all_pupils_and_a_visit_are_no_childs_age(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("I'm not after a plan, he's only 2!", years(2)),
        ("he has a wheelchair, he's 8", years(8)),
        ("one is 9 and the other 12 kids in class laugh", years(9)),
        ("LO 29/12, no words", [(29, 30)]),
    ],
)
def test_what_stands_near_a_thing_or_a_count_still_tells_the_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("got one of 5 with autism and one of 2 who copies him", [5, 2]),
        ("a lass of 6 and one of 3, both up all night", [6, 3]),
        ("I have one of 11 and another of 7", [11, 7]),
        ("he's one of 5 and the only one who struggles", []),
        ("one of 3 assessments done and one of 2 cancelled", []),
        ("one of 4 kids and he gets lost", []),
    ],
)
def test_one_of_an_age_is_a_child_and_one_of_several_is_none(text: str, ages: list[int]) -> None:
    assert years_heard(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("autism + 7 + no school place", [7]),
        ("sings all day, nine and still can't read a word", [9]),
        ("top juniors, eleven already, and nobody has rung", [11]),
        ("me + 3 + no car", []),
        ("three meltdowns, five already today", []),
        ("he did 3 years with a lovely TA", []),
    ],
)
def test_a_bare_age_between_marks_is_heard_and_a_count_is_not(text: str, ages: list[int]) -> None:
    assert years_heard(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("twins of 8 and a 3yo", [(96, 108), (96, 108), (36, 48)]),
        ("a 10yo, twins of 8 and a 3yo", [(120, 132), (96, 108), (96, 108), (36, 48)]),
        ("Bishop Auckland, twins (6) and a 3yo", [(72, 84), (72, 84), (36, 48)]),
        ("18 month twins and a six year old", [(18, 19), (18, 19), (72, 84)]),
        ("twins are 5, she is 9", [(60, 72), (60, 72), (108, 120)]),
        ("my 9 year old twins", [(108, 120), (108, 120)]),
    ],
)
def test_only_the_twins_are_two(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("my two, 6 and 13, both adhd", [(72, 84), (156, 168)]),
        ("My son's two come to me. The lad is eight", [(96, 108)]),
        ("my son's two and a half", [(30, 36)]),
        ("hv - 2y4m no words yet", [(28, 29)]),
        ("HV: 2y4m waiting since May", []),
        ("2 8/12, no words", [(32, 33)]),
        ("still in pull ups, reception class, withholds", [(48, 60)]),
        ("nursery class is full", []),
    ],
)
def test_how_many_children_are_no_age_and_notes_open_with_one(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("3 yr 9. SALT said not till ears are sorted", [(45, 46)]),
        ("he's 3 yrs, 9 words", [(36, 48)]),
        ("born 9 weeks early now 7 months, keeps his hand in a fist", [(7, 8)]),
        ("my little brother 7 in the day because mam works", [(84, 96)]),
        ("diagnosed adhd y9, 17 now at sixth form", [(204, 216)]),
        ("speech lady stopped in y3", []),
        ("boccia wi 8 yr olds, im 17", [(204, 216)]),
        ("she clings at the door of nursery class, shaking", [(36, 60)]),
        ("reception and not trained, school keep ringing", [(48, 60)]),
    ],
)
def test_ages_of_notes_of_the_little_and_of_the_young(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages
