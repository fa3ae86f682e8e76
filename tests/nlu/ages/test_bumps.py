"""A child not yet born, and the ages said beside it."""

from __future__ import annotations

import pytest

from tests.nlu.ages import hearing

BUMP = (-9, 0)


@pytest.mark.parametrize(
    "text",
    [
        "baby's due at Easter and I haven't a clue",
        "there's another due in June and I am dreading it",
        "due in five weeks, no moses basket, my purse is empty",
        "due any day, my bag is packed",
        "my wife is due on the 12th",
        "Bairn's due, who has the lads while I'm in?",
        "bairn on the way and I'm frightened",
        "my partner is expecting in August",
        "her mam's expecting and scared stiff",
        "expecting number three, is there a course",
        "I'm having a baby in April, who shows you how to bath one",
        "my girlfriend's having our baby, any groups for dads",
        "new baby coming in two months, I speak Polish",
        "who comes to the house when the baby's here? it is our first",
        "I need to be ready for the baby",
        "6 months gone, no cot, no blankets",
        "24 wk gone wi me second",
        "she's five months on and won't see a midwife",
        "30 weeks and dreading giving birth",
        "Mum 30/40, low mood, wants a group",
        "it all went bad since I got pregnant",
        "expectant dad asking for a class",
        "Mum-to-be, scared of hospitals",
        "we are having a little girl in April",
        "new arrival due in June",
        "my due date is 9 February",
        "7 months on with our second",
        "21+4 pregnant and bleeding has stopped",
        "bein a dad in 8 wks and no clue",
        "wor lass is 28 wick gone",
        "another yin due at Easter",
        "me and me lass an expectin",
    ],
)
def test_a_child_to_come_is_heard_however_it_is_said(text: str) -> None:
    assert hearing.spans(text) == [BUMP]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("pregnant at 18, scared of the hospital", [BUMP, (216, 228)]),
        ("I'm pregnant and 17, my nan knows", [BUMP, (204, 216)]),
        ("am 16 and having a baby in May", [(192, 204), BUMP]),
        ("my girlfriend is pregnant and I'm 18 and want to be a good dad", [BUMP, (216, 228)]),
        ("our lass is 17 and six months gone, not so much as a babygro", [(204, 216), BUMP]),
        ("my lad is four and I've another due in spring", [(48, 60), BUMP]),
        ("my bairn's eight months and there's another one coming at Christmas", [(8, 9), BUMP]),
        ("I'm carrying twins, 28 weeks", [BUMP, BUMP]),
        ("when I was 20 weeks the midwife was cruel, she's 2 now", [(24, 36)]),
        ("twins are coming in March and I've one cot", [BUMP, BUMP]),
    ],
)
def test_a_bump_stands_beside_the_other_ages_in_the_order_said(text: str, spans: list[tuple[int, int]]) -> None:
    assert hearing.spans(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "can you get pregnant if it was only once",
        "how do I stop my daughter getting pregnant",
        "his review is due in March",
        "I'm due in court in May",
        "the first is due in June, the second form in July",
        "we are expecting a letter from the council",
        "he was born at 28 weeks and is behind",
        "six months on and mum is still waiting",
        "3 months gone and nothing from CAMHS",
        "when I was carrying he hit me",
        "he got 22/40 in his maths",
        "my sister is having a baby shower",
        "the TA who helps me is having a baby",
        "I want my mum to be there",
        "my baby needs a chair and we wait until it is here",
        "I'm carrying a boy of 6 stone up the stairs",
        "waiting 36 weeks for a midwife appointment",
        "twins are coming home in May",
    ],
)
def test_a_past_pregnancy_a_question_or_another_date_is_no_bump(text: str) -> None:
    assert BUMP not in hearing.spans(text)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("got a lad of 5, a lass of 2 and a bump, 33 weeks", [(60, 72), (24, 36), (-9, 0)]),
        ("Ferryhill: boy 8, girl 5, bump. Boy's just been told it's Duchenne", [(96, 108), (60, 72), (-9, 0)]),
        ("bump 30 wks, me 34, own mam no help", [(-9, 0)]),
        ("he is 6 and a bump on his head", [(72, 84)]),
        ("fell off the slide, he is 6, and a bump. do i ring 111", [(72, 84)]),
        ("bed, floor, and a bump. every night", []),
        ("A four year old, a two year old and a bump, hubby away", [(48, 60), (24, 36), (-9, 0)]),
        ("two kids and a bump. he's 7", [(-9, 0), (84, 96)]),
        ("Bump! still waiting 2 years", []),
        ("bump, anyone? he's 7", [(84, 96)]),
        ("he's 5 and hates the car, a bump and he screams", [(60, 72)]),
        ("he's 4, every little noise, then a bump. Awake all night", [(48, 60)]),
        ("son 6 hates loud noises and a bump, he melts down", [(72, 84)]),
    ],
)
def test_a_bump_listed_with_the_children_is_one_of_them(text: str, ages: list[tuple[int, int]]) -> None:
    assert hearing.spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("shes 16 pregnant and got learning difficulties", [(192, 204), (-9, 0)]), ("16 pregnant, Horden", [(192, 204), (-9, 0)]),
        ("she's 16 weeks pregnant", [(-9, 0)]), ("I'm 30 pregnant", [(-9, 0)]),
    ],
)  # fmt: skip
def test_a_teenager_s_age_may_stand_right_before_pregnant(text: str, ages: list[tuple[int, int]]) -> None:
    assert hearing.spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("we've another coming Friday, lass of 12, deaf in one ear", [(144, 156)]),
        ("we have another coming tomorrow - a boy, 4", [(48, 60)]),
        ("we have another coming in March and a 3 year old", [(-9, 0), (36, 48)]),
    ],
)
def test_a_child_who_comes_to_stay_is_no_bump(text: str, ages: list[tuple[int, int]]) -> None:
    assert hearing.spans(text) == ages
