"""Ages as practitioners' clipped notes and young people's haste write them, and what only looks like one."""

from __future__ import annotations

import pytest

from bot.nlu.ages.cues import read
from bot.nlu.ages.reading import NO
from bot.nlu.ages.tokens import quantities, tokenize
from bot.nlu.ages.weighing import weighed
from tests.nlu.ages.hearing import spans, years


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Visit in Shotton. L 9, N 4. N says two words, lines up cars", years(9, 4)),
        ("Mam in refuge. H 11 counting every calorie, D 6 soiling again", years(11, 6)),
        ("V 14 does all the lifting for R 7 (MD, wheelchair), V late most days", years(14, 7)),
        ("Three here: J 12 ADHD meds wearing off, A 8 fine, E 2 behind on everything", years(12, 8, 2)),
        ("A 6 autistic, not sleeping", years(6)),
        ("A 5, no words", years(5)),
        ("Ongoing: B 8 hoarding food", years(8)),
        ("L 13, L 13, twins. L is fine", years(13)),
        ("M 4, M 4, both bite", years(4, 4)),
        ("child B 6, child C 3, both neglected", years(6, 3)),
        ("S 17, leaving college", years(17)),
    ],
)
def test_a_child_may_be_an_initial_and_a_bare_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "section B 5",
        "Room: C 8",
        "Room C 8",
        "vitamin D 10",
        "KS 2",
        "Plan B 2",
        "grade C 5",
        "size S 12",
        "Part F 3",
        "A 9 month wait",
        "A 20 minute chat with the SENCO",
        "A 3 page letter came",
        "A 2 bed flat is too small",
        "B 6301 is shut",
        "A 19 closed again",
        "PHQ-A 16; no plan",
        "T 2 diabetes",
        "C 4 in maths",
        "Were 12 on the waiting list",
        "K 4 meltdowns today",
        "vit D 10 drops",
        "S 17 assessment done by the team",
        "LAC under S 20, no plan",
        "M 25 shut again so no visit today",
        "SR7 8",
        "we've moved to DL5 4",
    ],
)
def test_what_is_lettered_or_the_start_of_a_postcode_is_no_child(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(("text", "age"), [("DH8 5yo, not talking", 5), ("DH8 5 autistic", 5), ("DH8 12 adhd", 12)])
def test_an_age_may_follow_a_postcode(text: str, age: int) -> None:
    assert spans(text) == years(age)


def test_the_net_does_not_take_away_a_child_by_an_initial_however_small_the_number() -> None:
    tokens = tokenize("J 8 on meds, T 2 behind")
    numbers = quantities(tokens)
    readings = [read(tokens, number) for number in numbers]
    assert NO not in weighed(tokens, numbers, readings, [0.9, 0.01])


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("12M", years(12)),
        ("8M smearing", years(8)),
        ("3M, bites", years(3)),
        ("tics and temper 10M, no car", years(10)),
        ("9 F", years(9)),
        ("22m", [(22, 23)]),
        ("biter. 26 m, bitten four this week", [(26, 27)]),
        ("8M old", [(8, 9)]),
        ("my baby is 7M", [(7, 8)]),
        ("10M girl", [(10, 11)]),
        ("9M not walking", [(9, 10)]),
        ("8M weaning", [(8, 9)]),
        ("babby 9M, up all night", [(9, 10)]),
        ("my bairn 11M has autism and wont go to school", years(11)),
        ("we wait 8M for this", []),
        ("15 m, low, off PE", years(15)),
        ("seen 6M ago, lad of 9", years(9)),
        ("on the list since 6M, lad of 9", years(9)),
        ("can walk 20 m, lad of 9", years(9)),
        ("the ramp is 22 m, lad of 9", years(9)),
    ],
)
def test_a_capital_m_is_a_male_and_a_small_one_months(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("DOB 02/24, gastrostomy", [(32, 34)]),
        ("dob 9/21", [(61, 63)]),
        ("D.O.B. 07/18, in Seaham", [(99, 101)]),
        ("date of birth: 06/19.", [(88, 90)]),
        ("DOB 03/05/2019", [(90, 91)]),
        ("DOB 25/12", []),
        ("refused 10/11, Y4", years(8)),
    ],
)
def test_a_date_of_birth_of_two_parts_is_a_month_and_a_year(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("im 19 and my mam talks to me like im 7", years(19)),
        ("i feel like im 5 when they do that, im 16", years(16)),
        ("its like im 15 and i cant leave the house", years(15)),
        ("a lad who says hes 18 keeps messaging me. im 13", years(13)),
        ("acts like a 4 year old, he's 9", years(9)),
        ("working at a 5 year old level", []),
        ("reading age 8", []),
        ("school says he's 5 and should cope", years(5)),
    ],
)
def test_an_age_that_somebody_only_seems_to_be_is_no_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("she gave me her hoodie. were 14 idk who to tell", years(14)),
        ("they came late, were 9 when it began", []),
        ("were 12 miles from school", []),
        ("bus got stopped when i turned 18, cant get to college", years(18)),
        ("his DLA was stopped when he turned 16, he is 20 now", years(20)),
        ("he was diagnosed when he turned 5", []),
        ("camhs discharged us and im missing sixth form", [(192, 228)]),
    ],
)
def test_what_young_people_say_of_their_age_in_haste_is_heard(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages
