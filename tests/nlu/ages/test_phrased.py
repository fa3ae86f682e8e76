"""Ages told by how a clause is built, and the numbers and stages in like clauses that are no child's age now."""

from __future__ import annotations

import pytest

from tests.nlu.ages.hearing import spans, years_heard


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Being seven, she thinks she can cross the road alone", 7),
        ("Being ten, and being quiet, nobody looks at him twice", 10),
        ("To be nine and never asked to a party, it hurts to see", 9),
        ("when you're eleven and can't tell the time they laugh, and that is what is happening to her", 11),
        ("How do you explain autism to somebody of thirteen?", 13),
        ("i mind a lass thats 12 an she wont eat", 12),
        ("I mind a lass that's 12 and won't eat", 12),
        ("The older is 13 and he looks after me", 13),
        ("Would five be too old for a buggy? She gets tired.", 5),
        ("What is on for them when they're nine like ours and hate noise?", 9),
        ("at the age of fourteen he has decided he won't wear them", 14),
        ("His sister loves it but this one, six and full of fear, can't settle", 6),
        ("Exams on her own in a room, and her only sixteen, it broke her", 16),
        ("It's one long cry, and him only four, and I'm on my own", 4),
        ("she gets to eight years old and all of a sudden she's scared of the bath", 8),
    ],
)
def test_the_age_is_heard_by_how_the_clause_is_built(text: str, age: float) -> None:
    assert years_heard(text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "We waited 10 months for the first one and now they say another 5",
        "He isn't asleep till gone 11",
        "it's gone 10 and he's up",
        "His mam left when he was a baby of 4 months",
        "What happens in year 9 for children with plans?",
        "In year 2 she was on half days and it did no good",
        "being one of the quiet ones, he gets missed",
        "and her only two friends have moved",
        "at the age of 16 he has to leave",
        "until he gets to 18 years old and then it stops",
        "Would eight be too late to ring? The bus is at seven",
        "Reception have told me the appointment is cancelled because she is off",
        "What do sixth forms want from us?",
    ],
)
def test_what_is_built_alike_and_is_no_age_now_is_not_heard(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Reception have rung again because he's hit somebody", (48, 60)),
        ("sixth form want him to drop a subject, is that allowed", (192, 228)),
        ("In year 9 he was excluded last week", (156, 168)),
        ("she's gone 10 and can't read", (120, 132)),
    ],
)
def test_a_school_stage_that_acts_about_a_child_is_heard(text: str, span: tuple[int, int]) -> None:
    assert spans(text) == [span]
