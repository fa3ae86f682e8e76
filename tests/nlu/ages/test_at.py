"""Ages after "at": what the trouble is said of, and not an hour, a past or the end of a service."""

from __future__ import annotations

import pytest

from tests.nlu.ages.hearing import spans


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("a bad stammer at 9, who do we see", (108, 120)),
        ("still in nappies at 6", (72, 84)),
        ("wets the bed at 11 and won't go to camp", (132, 144)),
        ("she can't roll over at 10 months", (10, 11)),
        ("no friends at all at thirteen", (156, 168)),
        ("how does somebody get assessed for autism at 18", (216, 228)),
        ("at 14 she should be out with her pals, not in bed", (168, 180)),
        ("behind with everything at 3 and a half", (42, 48)),
        ("our lad at 19 can't cross a road", (228, 240)),
    ],
)
def test_an_age_that_the_trouble_is_said_of_is_heard(text: str, age: tuple[int, int]) -> None:
    assert spans(text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "wide awake at 4, every single night",
        "school want him collected at eleven",
        "the pump goes off at two, at four and at six",
        "diagnosed at 7 and nothing since",
        "at 2 she had ten words and then they went",
        "he held a pencil in his fist at 4",
        "everything seems to stop at 18",
        "I had my eldest at 16",
        "at seventy I can't lift him any more",
        "the meeting is on Friday at 3",
        "he was found wandering at ten to six",
    ],
)
def test_hours_past_ages_and_the_ends_of_services_are_no_ages(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("SENCO here. 15M, out of lessons since May", [(180, 192)]),
        ("dribbles a lot, few consonants. 4;3", [(51, 52)]),
        ("6y cerebral palsy, needs a new chair", [(72, 84)]),
        ("little one 17mth won't take a spoon", [(17, 18)]),
        ("my daughter two half year not speaking", [(30, 36)]),
        ("not a word from him. Two and nine months", [(33, 34)]),
    ],
)
def test_the_ways_of_notes_and_second_languages_are_heard(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("she's one bad hip and can't climb the stairs", []),
        ("my son's one to one has left", []),
        ("twin 2 can't sit up", []),
        ("four kids, two with plans, I'm shattered", []),
        ("in her head she is five but she's 14", [(168, 180)]),
        ("he's gone three weeks now and no news of a place", []),
    ],
)
def test_counts_levels_and_stretches_of_time_are_no_ages(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("my twin nieces are 20 months", [(20, 21), (20, 21)]),
        ("the twins lost their nana and they're 8", [(96, 108), (96, 108)]),
        ("our Beth, 13, walks the twins to school", [(156, 168)]),
        ("she's just had twins and her eldest is 4", [(48, 60)]),
        ("wor lass is expecting twins & we've a 4 year old already", [(-9, 0), (-9, 0), (48, 60)]),
        ("I was carrying twins, they're 6 now", [(72, 84), (72, 84)]),
    ],
)
def test_an_age_is_said_of_twins_only_where_the_words_say_so(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("I miss my old school, im 12 and on my own", [(144, 156)]),
        ("no bus round here, am 15 like", [(180, 192)]),
        ("granddaughter of 7 shares a room with him", [(84, 96)]),
        ("she's that poorly, 9 with epilepsy", [(108, 120)]),
        ("a visually impaired lad of ten wants to swim", [(120, 132)]),
        ("he's 18 come Easter and nobody has said what next", [(204, 216)]),
        ("hes 5 x", [(60, 72)]),
    ],
)
def test_everyday_ways_to_say_an_age_are_heard(text: str, ages: list[tuple[int, int]]) -> None:
    assert spans(text) == ages


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Just started comp at 11 and he's lost already", 11),
        ("only just gone up to the big school at eleven and not eating", 11),
        ("newly diagnosed at 14 and she has questions", 14),
        ("just left school at 16 with nothing to go to", 16),
        ("he's nearing the end of school at 15 and there's no plan", 15),
        ("at 12 you'd expect him to dress himself", 12),
        ("At 16 I thought she would be on the bus by now but she panics", 16),
        ("at nine most kids can tie a lace, mine can't", 9),
        ("excluded at only six for the third time", 6),
    ],
)
def test_what_has_just_happened_or_is_expected_at_an_age_tells_it(text: str, age: int) -> None:
    assert spans(text) == [(age * 12, age * 12 + 12)]


@pytest.mark.parametrize(
    "text",
    [
        "he's just left school at 3 and I'm waiting for the bus",
        "just started work at 8 and I'm late",
        "at 16 I thought about leaving home myself",
        "at 18 you move to adult services",
        "at nine he goes to bed and at ten he is up",
        "at nine you'd expect him to be in bed",
        "the alarm goes off at just five",
    ],
)
def test_hours_and_limits_beside_such_words_are_no_ages(text: str) -> None:
    assert spans(text) == []
