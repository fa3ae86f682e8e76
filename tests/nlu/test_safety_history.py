"""Years that have gone by since what a message tells of."""

from __future__ import annotations

import pytest

from bot.nlu.safety import assess
from bot.nlu.safety.history import grew_up


@pytest.mark.parametrize(
    ("tale", "expected"),
    [
        (" at twelve she was touched by a man , shes twenty now and training . ", True),
        (" he was eight . hes fourteen and has a paper round . ", True),
        (" we got her at five from a bad home . shes fourteen now and loves clothes . ", True),
        (" he was seven . hes eight now and still goes . ", False),
        (" nobody has seen him since he left college at 3 , hes 17 . ", False),
    ],
)
def test_an_age_then_and_one_years_above_it_now_is_history(tale: str, expected: bool) -> None:
    assert grew_up(tale) is expected


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("At twelve she was touched by a man on holiday. She's twenty now and wants driving lessons", "none"),
        (
            "At twelve she was touched by a man and he's messaged her again last night. She's twenty now",
            "safeguarding",
        ),
        ("My husband hits me. We married seven years ago", "safeguarding"),
        ("I was fine at ten, I'm fifteen and my dad hits me", "safeguarding"),
    ],
)
def test_what_goes_on_or_is_told_as_present_stays_an_alarm(text: str, level: str) -> None:
    assert assess(text).level == level
