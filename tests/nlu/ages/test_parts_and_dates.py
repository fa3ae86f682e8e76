"""Halves and asides, what a second language says, birthdays just past or dated, and counts that stand where an age could."""

from __future__ import annotations

import pytest

from tests.nlu.ages.hearing import spans

Ages = list[tuple[int, int]]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("and Alfie, seven and a half if you ask him, is having his dinner", [(90, 96)]),
        ("our Jacob, who by his own account is six and three quarters, stops at the gate", [(81, 84)]),
        ("Jacob by his own account is six", [(72, 84)]),
        ("my g'son is 5 n 3/4, skool rung 9.50", [(69, 72)]),
        ("my g'daughter is 4", [(48, 60)]),
        ("The two I've got are six and a half and nearly nine", [(78, 84), (102, 108)]),
        ("the two we've got are 6 and 9", [(72, 84), (108, 120)]),
        ("the report by her own account is 6 weeks late", []),
        ("Sleep, two and a half on a good night", []),
        ("the appointments I've got are 3 and 4", []),
        ("the two I've got are at 3 and 4", []),
    ],
)
def test_an_aside_beside_an_age_leaves_it(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("shes 12 n half of it never makes it off the fork", [(144, 156)]),
        ("he's 7 and half the time he bolts", [(84, 96)]),
        ("2 and half he cannot talk", [(30, 36)]),
        ("my daughter is 3 and half the other is 5", [(42, 48), (60, 72)]),
    ],
)
def test_half_of_something_else_is_no_half_year(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("I have 13 years since Saturday. In my class is 29", [(156, 168)]),
        ("he has 6 years since yesterday", [(72, 84)]),
        ("I have 2 years since the referral", []),
        ("we have 2 years since Saturday school stopped", []),
        ("I am boy of 12, on December 3 I am 13. In changing room is 40 boys", [(144, 156)]),
        ("I'm a girl of 14 and nobody sits with me", [(168, 180)]),
        ("on December 3 kids came to his party, he's 7", [(84, 96)]),
        ("review on November 12", []),
        ("May 3, Leo 5, both autistic", [(60, 72)]),
        ("I have 3: big is year 6, middle year 2, small 17 month", [(120, 132), (72, 84), (17, 18)]),
        ("big wait, small 17 month wait", []),
        ("big bed, small 6 month review", []),
    ],
)
def test_ages_are_heard_as_a_second_language_says_them(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("she's six and the life and soul. But bedtime's at seven and sleep's at one", [(72, 84)]),
        ("nap's at 12 and tea's at 5", []),
        ("she still needs a nap at six", [(72, 84)]),
        ("he's still in nappies at bedtime at 7", [(84, 96)]),
    ],
)
def test_a_time_of_the_day_is_no_age(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Our wee man is nine, he's working about where a five-year-old would in class", [(108, 120)]),
        ("he's four and about where a two year old would be", [(48, 60)]),
        ("somewhere where a five year old can play", [(60, 72)]),
        ("is there a club where a 9 year old would fit in", [(108, 120)]),
    ],
)
def test_where_a_child_of_another_age_would_be_is_a_level(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("im 17, 18 on 5/2. dla is stoppin n they sent a 40pg pip form, due 14 dec", [(204, 216)]),
        ("30 pg booklet and my lad is 9", [(108, 120)]),
        ("im 20wks pg", [(-9, 0)]),
        ("he's 9 on 12/3", [(96, 108)]),
        ("he's 9 on the 12th", [(102, 108)]),
        ("15 in march. my lil sis is 6 n has cp, dad forgot my assembly", [(168, 180), (72, 84)]),
        ("12 in March. 3 in April. My lad is 9", [(108, 120)]),
        ("12 in class. my lad is 6", [(72, 84)]),
        ("about his lad, six the week before Christmas", [(60, 72)]),
        ("M-CHAT 15 the week before", []),
        ("Freddie was three on Bonfire Night and in our room he runs his own railway", [(36, 48)]),
        ("Wor Mia was five on Halloween", [(60, 72)]),
        ("he was three on Christmas Day when it began, he's 7 now", [(84, 96)]),
        ("she was two on Halloween in 2019", []),
        ("he was three on holiday when it began, he's 7 now", [(84, 96)]),
    ],
)
def test_a_birthday_is_dated_by_a_day_a_month_or_a_feast(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Four last week, cake like a digger. School in September with twelve words", [(48, 60)]),
        ("four last week, three this week", []),
        ("Four last week. Three this week. Seizures.", []),
        ("Four last week, all of them seizures", []),
        ("Two last week. Both at school", []),
        ("he was four last week, his sister is three this week", [(48, 60), (30, 36)]),
    ],
)
def test_a_birthday_of_last_week_opens_a_message_and_a_tally_is_none(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("You'll want dates of birth: Noah 03/05/2017, Ava 19/11/2020, Finn 28/08/2025", [(114, 115), (72, 73), (14, 15)]),
        ("dates of birth: [name] 03/05/2017, [name] 19/11/2020 and [name] 28/08/2025", [(114, 115), (72, 73), (14, 15)]),
        ("DOBs Noah (03/05/2017), Ava (19/11/2020)", [(114, 115), (72, 73)]),
        ("dob eldest 3 May 2017, youngest 19 Nov 2020", [(114, 115), (72, 73)]),
        ("DOB Noah 03/05/2017, diagnosed 12/05/2020", [(114, 115)]),
        ("DOB 03/05/2017, Review 12/05/2020", [(114, 115)]),
        ("[name] 03/05/2017", []),
    ],
)
def test_each_date_of_birth_of_a_list_by_name_counts(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("All works well, but spare is only 2. Who is community team to order?", []),
        ("but Alfie is only 2", [(24, 36)]),
        ("a GP practice, 9,400 patients and ten minutes each", []),
        ("the same 1,140 kids and he's 9", [(108, 120)]),
        ("ages 9,12,15", [(108, 120), (144, 156), (180, 192)]),
        ("Ava 9, 400 pupils in her school", [(108, 120)]),
        ("GP surgery. Boy, 6y 3m, 8 ear infections, shouts everything, telly at 45", [(75, 76)]),
        ("Boy, 6y 3m, 8", [(75, 76), (96, 108)]),
    ],
)
def test_what_is_counted_beside_a_child_is_no_age(text: str, ages: Ages) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("we have our granddaughter, eight, three days a week. That child holds her breath from nine until three", [(96, 108)]),
        ("he's two days a week at college", []),
        ("she's 18 months a week on Saturday", [(17, 18)]),
        ("he's three days old", [(0, 1)]),
        ("I work in our baby room. One of the 9, fifteen months, gags and turns away", [(15, 16)]),
        ("one of our 8, three years old, bites", [(36, 48)]),
        ("one of the 9, three weeks on the list", []),
        ("one of the 9 is autistic", []),
        ("got one of 5 with autism and one of 2 who copies him", [(60, 72), (24, 36)]),
        ("I've one hand free, the other's under a five month old", [(5, 6)]),
        ("is there a group for under a 5 year old", []),
        ("he reads under a five year old", []),
    ],
)
def test_how_often_of_how_many_and_who_lies_there(text: str, ages: Ages) -> None:
    assert spans(text) == ages
