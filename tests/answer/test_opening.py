"""Open or closed is said only where the hours settle it."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.answer.opening import opening, when_words

WEDNESDAY_NIGHT = datetime(2026, 11, 25, 20, 0)
OFFICE = "Monday to Thursday 8.30am to 5pm, Friday 8.30am to 4.30pm"


@pytest.mark.parametrize(
    ("hours", "now", "open_"),
    [
        (OFFICE, datetime(2026, 11, 25, 8, 30), True),
        (OFFICE, datetime(2026, 11, 25, 17, 0), False),
        (OFFICE, datetime(2026, 11, 27, 16, 45), False),
        ("24 hours a day, every day", WEDNESDAY_NIGHT, True),
        ("8am to 8pm, weekdays", datetime(2026, 11, 25, 19, 59), True),
        ("Monday to Friday 9am to 5pm", datetime(2026, 12, 25, 10, 0), False),  # Christmas Day, a Friday
        ("every day 10am to noon", datetime(2026, 12, 25, 11, 0), True),
        ("Sunday to Thursday, 7pm to 9pm", datetime(2026, 11, 29, 20, 0), True),
        ("Monday and Wednesday 9am to 5pm", datetime(2026, 11, 24, 10, 0), False),
        ("Any hour, every day.", datetime(2026, 11, 25, 23, 59, 59), True),
    ],
)
def test_whole_hours_tell_open_or_closed(hours: str, now: datetime, open_: bool) -> None:
    found = opening(hours, now)
    assert found is not None
    assert found.open is open_


@pytest.mark.parametrize(
    "hours",
    [None, "", "Weekdays 9.30am to 4pm (as published in 2021)", "Helpdesk Monday to Friday 8.30am to 5pm", "Most days",
     "Monday 5pm to 9am", "Monday 9.75am to 5pm", "Monday 13pm to 14pm",
     "Monday to Friday 9am to 5pm. At other times the emergency duty team answers the same number."],
)  # fmt: skip
def test_hours_with_anything_more_in_them_tell_nothing(hours: str | None) -> None:
    assert opening(hours, WEDNESDAY_NIGHT) is None


@pytest.mark.parametrize(
    ("hours", "now", "words"),
    [
        (OFFICE, WEDNESDAY_NIGHT, "tomorrow at 8.30am"),
        (OFFICE, datetime(2026, 11, 27, 18, 0), "on Monday at 8.30am"),
        ("Monday to Thursday, 10am to 2pm", datetime(2026, 11, 25, 6, 0), "today at 10am"),
        ("Monday to Friday 9am to 5pm", datetime(2026, 12, 24, 18, 0), "on Tuesday at 9am"),  # the 28th is a bank holiday
    ],
)
def test_the_next_opening_is_said_as_a_family_would(hours: str, now: datetime, words: str) -> None:
    found = opening(hours, now)
    assert found is not None
    assert found.next is not None
    assert when_words(found.next, now) == words
