"""Ages that stand beside things, crowds and other families' children; and ages told in a turn of phrase."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.ages import find_ages
from bot.nlu.ages.after import may_be_ages
from bot.nlu.ages.tokens import tokenize

TODAY = date(2026, 11, 27)


def spans(text: str) -> list[tuple[int, int]]:
    return [(found.lo, found.hi) for found in find_ages(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("my mate's girl is 6 and reads books, mine's 8 and can't", [(96, 108)]),
        ("my best friend's little lad is 3 and chats away, our lass is 4 and says nowt", [(48, 60)]),
        ("my friend's boy is 9 and needs a club", [(108, 120)]),
        ("the girl next door is 4 and rides a bike, ours is 6", [(72, 84)]),
        ("her mate's sister is 2 and dry, she's 5 and soaked", [(60, 72)]),
        ("my friend's lad is 7, ours is 9, both autistic", [(84, 96), (108, 120)]),
    ],
)
def test_another_familys_child_counts_only_where_no_own_one_is_told_of(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "bed 9 years old and the rails broke",
        "our doorbell is 10 years old",
        "four in the morning again and he's up",
        "he is level of year 2 in maths",
        "his sister got tested for autism at 9",
        "three, four o'clock he's up till",
        "baby massage group, 8 mams and a few dads",
        "I teach year 3 and 4 together",
        "the wheelchair is 6 years old and the brakes have gone",
        "his glasses are 2 years old",
        "twelve or so words and no more",
        "2 odd hours of sleep",
        "4 kids 2 with autism, no help",
        "three children, two of them waiting",
        "she's one in a million but she's hard work",
        "he's at about year 2 in his reading",
        "our baby was stillborn in March",
        "she's doing what an 18 month old does",
        "rdg age 6, spelling age 5",
    ],
)
def test_things_crowds_levels_and_the_dead_are_no_ages(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Year and a half, no words at all", [(18, 24)]),
        ("year and a half of waiting for speech therapy", []),
        ("what is on for a 6/7 yr old in Consett", [(72, 96)]),
        ("F12 low mood, M7 tics", [(144, 156), (84, 96)]),
        ("stuck on the M6 with him screaming", []),
        ("our lass soon is 16, who helps with college", [(186, 192)]),
        ("sixth birthday yesterday and he hid from it all", [(72, 84)]),
        ("my baby boy is now two and says nothing", [(24, 36)]),
        ("my baby boy is just nine months", [(9, 10)]),
        ("born 11 days ago and can't latch", [(0, 1)]),
        ("he was 18 on thursday and they stopped it", [(216, 228)]),
        ("me two, 9 and 12, don't sleep", [(108, 120), (144, 156)]),
        ("the baby, well he's 2, won't eat", [(24, 36)]),
        ("new born here and I'm not coping", [(0, 3)]),
        ("due 4th march, and I've a lad of 3", [(-9, 0), (36, 48)]),
        ("due 4th march, the form for my lad of 3", [(36, 48)]),
    ],
)
def test_an_age_told_in_a_turn_of_phrase_is_heard(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("I'm 19 and mam says I can't have my own flat", [(228, 240)]),
        ("im 20, had a row with mam about college", [(240, 252)]),
        ("I'm 22, a worn out single mum and he won't sleep", []),
        ("I'm a mum, I'm 23", []),
    ],
)
def test_a_young_person_who_tells_of_a_parent_is_none(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


def test_a_note_that_opens_with_an_age_may_go_on_with_a_thing() -> None:
    assert may_be_ages(tokenize("6yo shoes off in every shop"))
    assert not may_be_ages(tokenize("the 6yo shoes, all broken"))
