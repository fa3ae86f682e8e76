"""Numbers beside a child that are no age: whose two they are, hours, names of things, prices; and bumps beside a child."""

from __future__ import annotations

import pytest

from tests.nlu.ages.hearing import spans, years

BUMP = (-9, 0)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("We are kinship carers for my sister's two, it's the younger one I'm writing about", []),
        ("my sister's two came in March, 5 and 7, SGO", years(5, 7)),
        ("kinship for my daughter's two (4 & 6) since last year", years(4, 6)),
        ("my son's two moved in with us at Easter", []),
        ("We're looking after my brother's three since the summer", []),
        ("I've got my daughter's 2 year old overnight", years(2)),
        ("my sister's two and not walking", years(2)),
        ("middle one of three and always overlooked", []),
        ("the eldest of my 3 won't leave her room", []),
        ("Two bairns, 2 and 5, one on the pathway 14 months", years(2, 5)),
        ("she's one on the 5th", [(6, 12)]),
    ],
)
def test_how_many_somebody_has_is_no_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "canny get to sleep till aboot 4",
        "awake till about 3 every night",
        "around 6ish every night he has a meltdown",
        "bedtime here is 7 but it's usually closer to 11",
        "I do nights, 4 on 4 off",
        "15 working days and not a peep",
    ],
)
def test_hours_and_shifts_are_no_age(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "box 7 on the DLA form",
        "size 10 and still in nappies, where do I get bigger ones",
        "Ward 9 sent us home with a leaflet",
        "ring me on ext 12 and ask for the SENCO",
        "hes blue band in reading and on book 9",
        "he's grade 3 on the GMFCS",
        "concerta 18 didn't touch him",
        "scored 17 on the AQ, what now",
        "Height 110, weight 17",
        "cognitive age 7 it says on the report",
        "petrol is 14 a time",
        "The youth group is 11+ only",
        "they've 28 in reception this year",
        "We have 24 children in the setting, 7 on the SEN register",
        "been a foster carer 12 years and never seen this",
    ],
)
def test_what_a_thing_is_numbered_measured_or_priced_by_is_no_age(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize("text", ["had his first seizure at 3, he's had dozens since", "he walked at 19 months and talked at three"])
def test_what_a_child_first_did_is_of_another_time(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("I'm 31 weeks with our second and shattered. Our first is two and a half", [BUMP, (30, 36)]),
        ("34 weeks wi number two and the 4 yr old is peeing everywhere", [BUMP, *years(4)]),
        ("18 weeks along, and a 17 month old who wont be put down", [BUMP, (17, 18)]),
        ("got a bump at 22 wks and a 2yr old who can't say his words", [BUMP, *years(2)]),
        ("our lass has a bump and a 3yo", [BUMP, *years(3)]),
        ("I'm 20+4 and my 23 month old hasn't said mama yet", [BUMP, (23, 24)]),
        ("got a bump at nursery 2 weeks ago, he's 3", years(3)),
        ("6 weeks with our second social worker, he's 9", years(9)),
    ],
)
def test_how_far_a_mother_is_tells_of_a_bump_beside_the_child(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


def test_a_school_year_said_again_with_boy_or_girl_is_the_same_child() -> None:
    assert spans("Step kids are Y6 and Y10, ours is 20 months. Y10 lass does not go in on PE days") == [*years(10, 14), (20, 21)]
