from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.voice import find_voice, has_diagnosis, has_ehc_plan
from tests.timing import own_seconds


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("my son is 7 and won't sleep", "parent"),
        ("wor lass is 11 and won't go in", "parent"),
        ("I'm a mam of three and on my knees", "parent"),
        ("my 7 year old bites", "parent"),
        ("My autistic daughter is anxious", "parent"),
        ("im 22 weeks pregnant", "parent"),
        ("I'm 19 and my baby won't feed", "parent"),
        ("our little one isnt talking", "parent"),
        ("I'm his dad", "parent"),
        ("my grandson is 8", "grandparent"),
        ("I'm his nana and he lives with me", "grandparent"),
        ("nana here, bairn wont eat", "grandparent"),
        ("our grandbairns stay with us", "grandparent"),
        ("our foster child is 13", "foster_carer"),
        ("I'm a foster carer", "foster_carer"),
        ("we foster two boys", "foster_carer"),
        ("im 16 and i cant cope", "young_person"),
        ("I'm in year 10 and hate school", "young_person"),
        ("my mum doesn't know i feel like this", "young_person"),
        ("i am nineteen and autistic", "young_person"),
        ("my foster carer says I should ask", "young_person"),
        ("a pupil in my class is struggling", "practitioner"),
        ("I'm a SENCO at a primary", "practitioner"),
        ("a family I work with needs respite", "practitioner"),
        ("I am supporting a mum whose son is 7", "practitioner"),
        ("health visitor here, 2 year old not talking", "practitioner"),
        ("my stepdaughter is cutting", "parent"),
        ("me and his mam cannot cope", "parent"),
        ("we adopted her at 2", "parent"),
        ("I teach year 5", "practitioner"),
        ("Supporting a family with two autistic boys", "practitioner"),
        ("foster mum here", "foster_carer"),
        ("he won't sleep", None),
        ("hello", None),
        ("where is the family hub", None),
        ("9 year old with dyslexia", None),
        ("the teacher said he is behind", None),
        ("", None),
    ],
)
def test_the_voice_is_told_from_plain_cues(text: str, voice: str | None) -> None:
    assert find_voice(text) == voice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he's diagnosed autistic", True),
        ("she was diagnosed last year", True),
        ("he has an adhd diagnosis", True),
        ("got his diagnosis in march", True),
        ("no diagnosis yet", False),
        ("not diagnosed", False),
        ("undiagnosed but obvious", False),
        ("waiting for an autism assessment", False),
        ("awaiting diagnosis", False),
        ("autism has been ruled out", False),
        ("hasn't been diagnosed", False),
        ("diagnosed with adhd, awaiting autism assessment", True),
        ("he won't sleep", None),
        ("never got a diagnosis", False),
        ("do we need a diagnosis first", None),
        ("how long does the diagnosis take", None),
    ],
)
def test_a_stated_diagnosis(text: str, expected: bool | None) -> None:
    assert has_diagnosis(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we've already got an EHCP", True),
        ("he has an ehcp", True),
        ("she's on an EHC plan", True),
        ("we have a plan but school ignore it", True),
        ("ehcp in place", True),
        ("his EHCP says 1:1", True),
        ("no ehcp", False),
        ("he hasn't got an ehcp", False),
        ("applied for an ehcp", False),
        ("ehcp was refused", False),
        ("I want to get an EHCP", False),
        ("they said no to an EHCP", False),
        ("is the EHCP late", None),
        ("what is an EHCP", None),
        ("he won't sleep", None),
    ],
)
def test_a_stated_ehc_plan(text: str, expected: bool | None) -> None:
    assert has_ehc_plan(text) is expected


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    find_voice(text)
    has_diagnosis(text)
    has_ehc_plan(text)


@pytest.mark.parametrize("piece", ["i am a ", "my ", "waiting for ", "has an ", "as an a "])
def test_time_stays_short_on_a_message_of_the_longest_kind(piece: str) -> None:
    text = (piece * 2000)[:2000]
    assert own_seconds(lambda: (find_voice(text), has_diagnosis(text), has_ehc_plan(text))) < 0.5
