"""Ages that a remark is made of: young, late or small for an age, and not for a bus, a club or a car."""

from __future__ import annotations

import pytest

from tests.nlu.ages.hearing import years_heard


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("I do think eight is young to be sent home", 8),
        ("Twelve is too old to be having meltdowns like this", 12),
        ("you'd think seven was old enough to know hot from cold", 7),
        ("surely ten is a bit old for a dummy", 10),
        ("7 is no age to be on your own all day", 7),
        ("the nurse reckons nine is late to still be wetting", 9),
        ("isn't eleven very late for a first assessment", 11),
        ("is it too late at 14 to ask about autism", 14),
        ("am I too late at 8 to apply for a plan for him", 8),
        ("at 14 is it too late to ask", 14),
        ("for twelve he's small, and for small he's strong", 12),
        ("he's small for eleven and gets picked on", 11),
    ],
)
def test_the_age_that_a_remark_is_made_of_is_heard(text: str, age: float) -> None:
    assert years_heard(text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "nine is late for a bus, she gets cold",
        "six is early to be up every day with him",
        "eight is late to be putting him to bed",
        "is it too late at 9 to ring",
        "three is too many for one teacher",
        "ten is a big class",
        "one is too small and the other too big",
        "twenty is young to be a mam",
        "the car is too small for 6 and a wheelchair",
        "this flat is small for five",
        "for two it's too small",
        "for 12 she pays nothing",
    ],
)
def test_hours_counts_and_things_that_are_remarked_on_are_no_ages(text: str) -> None:
    assert years_heard(text) == []
