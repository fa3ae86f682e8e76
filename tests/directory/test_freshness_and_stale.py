"""What is past its review limit leaves the answers, and the owners are told before and after."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.directory.freshness import review_limits
from bot.directory.load import ServiceFile
from bot.directory.match import match
from bot.directory.service import Service
from bot.directory.stale import due
from bot.enquiry import Enquiry
from tests.directory.conftest import TODAY, directory, service

FULL: dict[str, Any] = {
    "contact": {"phone": "03000 267 979", "email": "a@example.org", "url": "https://example.org", "hours": "9 to 5"},
    "venues": [{"name": "A hub", "lat": 54.7, "lon": -1.7}],
    "sessions": [{"title": "Drop-in", "rrule": "FREQ=WEEKLY;BYDAY=TU", "starts": date(2024, 1, 2), "source": "x"}],
    "waits": [{"words": "12 weeks", "weeks": 12, "as_of": "2024", "source": "x"}],
}


def checked(day: date) -> Service:
    return service("one", last_checked=day, next_check=date(day.year + 1, day.month, day.day), **FULL)


def shown(day: date) -> Service:
    return match(directory(checked(day)), Enquiry(("speech_language",)), TODAY).results[0].service


def test_what_was_checked_today_is_shown_whole() -> None:
    assert shown(TODAY) == checked(TODAY)


def test_sessions_leave_first() -> None:
    assert shown(date(2026, 8, 25)).sessions
    late = shown(date(2026, 8, 23))
    assert not late.sessions
    assert late.venues
    assert late.contact.phone


def test_old_contacts_and_places_leave_but_the_web_page_stays() -> None:
    late = shown(date(2025, 11, 23))
    assert late.contact.phone is late.contact.email is late.contact.hours is None
    assert late.contact.url == "https://example.org"
    assert not late.venues
    assert late.waits


def test_an_old_entry_leaves_the_answers_with_the_reason() -> None:
    plan = match(directory(checked(date(2025, 5, 23))), Enquiry(("speech_language",)), TODAY)
    assert plan.results == ()
    assert plan.excluded[0].reason == "nobody has checked it since May 2025"


def test_the_limits_are_those_that_owners_set() -> None:
    assert review_limits().keys() == {"contact", "venues", "sessions", "waits", "entry"}


def listed(day: date, days: int) -> list[str]:
    return [one.what for one in due([ServiceFile("a.yml", b"", (checked(day),))], TODAY, days)]


@pytest.mark.parametrize(
    ("day", "days", "what"),
    [
        (TODAY, 30, set()),
        (TODAY, 366, {"read its sources again", "sessions", "phone, e-mail and hours", "places"}),
        (date(2026, 8, 26), 7, {"sessions"}),
        (date(2025, 5, 1), 0, {"read its sources again", "sessions", "phone, e-mail and hours", "places", "published waits", "whole entry"}),
    ],
)  # fmt: skip
def test_stale_lists_what_is_due(day: date, days: int, what: set[str]) -> None:
    assert set(listed(day, days)) == what


def test_stale_says_what_has_left_on_the_day_that_it_left() -> None:
    found = {one.what: one for one in due([ServiceFile("a.yml", b"", (checked(date(2026, 8, 23)),))], TODAY, 0)}
    assert found.keys() == {"sessions"}
    assert found["sessions"].gone
    assert found["sessions"].day == date(2026, 11, 24)
    assert not shown(date(2026, 8, 23)).sessions


def test_an_entry_has_only_what_it_has_to_lose() -> None:
    bare = service("bare", last_checked=date(2020, 1, 1), next_check=date(2020, 6, 1))
    assert {one.what for one in due([ServiceFile("a.yml", b"", (bare,))], TODAY, 0)} == {"read its sources again", "whole entry"}
