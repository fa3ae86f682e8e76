"""Opening hours and sessions out as schedules, and a feed's schedules back: never a crash, never a lost word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.oruk.record import record_of
from bot.oruk.times import clock, hours_and_sessions, parse_hours
from bot.oruk.untrusted import Notes
from tests.directory.conftest import service

TODAY = date(2026, 11, 24)
WEEK = "MO,TU,WE,TH,FR,SA,SU"


@pytest.mark.parametrize(
    ("said", "parsed"),
    [
        ("Monday to Friday 9am to 5pm", [("MO,TU,WE,TH,FR", "09:00", "17:00")]),
        ("Monday to Thursday, 10am to 2pm", [("MO,TU,WE,TH", "10:00", "14:00")]),
        ("Monday to Thursday 8.30am to 5pm, Friday 8.30am to 4.30pm", [("MO,TU,WE,TH", "08:30", "17:00"), ("FR", "08:30", "16:30")]),
        ("Sunday to Thursday 7pm to 9pm", [("SU,MO,TU,WE,TH", "19:00", "21:00")]),
        ("Monday and Wednesday 12pm to 1pm", [("MO,WE", "12:00", "13:00")]),
        ("8am to 8pm, weekdays", [("MO,TU,WE,TH,FR", "08:00", "20:00")]),
        ("24 hours a day, every day", [(WEEK, "00:00", "23:59")]),
        ("Any hour, every day", [(WEEK, "00:00", "23:59")]),
        ("Every day, 10am - noon", [(WEEK, "10:00", "12:00")]),
        ("9am to 5pm, Mondays; Friday to Sunday 1pm until 5.15 pm", [("MO", "09:00", "17:00"), ("FR,SA,SU", "13:00", "17:15")]),
        ("Monday 9am to 12pm and Tuesday 1pm to 5pm.", [("MO", "09:00", "12:00"), ("TU", "13:00", "17:00")]),
    ],
)
def test_hours_that_are_understood_to_the_last_word(said: str, parsed: list[tuple[str, str, str]]) -> None:
    assert parse_hours(said) == parsed


@pytest.mark.parametrize(
    "said",
    [
        "Helpdesk Monday to Friday 8.30am to 5pm",
        "Monday to Friday 9am to 5pm, except bank holidays",
        "Monday to Friday 9am to 5pm (as listed in 2021)",
        "Monday to Friday 9 to 5",
        "Monday 5pm to 9am",
        "Monday 13pm to 14pm",
        "Monday 9.75am to 5pm",
        "By appointment",
        "",
    ],
)
def test_hours_with_anything_else_in_them_stay_words(said: str) -> None:
    assert parse_hours(said) == []
    schedules = record_of(service("a", contact={"hours": said or None})).get("schedules", [])
    assert [{key: one[key] for key in one if key not in ("id", "service_id")} for one in schedules] == ([{"description": said}] if said else [])


def test_the_words_always_stand_beside_the_times() -> None:
    said = "Monday to Thursday 8.30am to 5pm, Friday 8.30am to 4.30pm"
    schedules = record_of(service("a", contact={"hours": said}))["schedules"]
    assert [one["description"] for one in schedules] == [said, said]
    assert hours_and_sessions(schedules, {}, "feed", TODAY, Notes()) == (said, [])


@pytest.mark.parametrize(
    ("rrule", "kept"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"),
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU"),  # 1 September 2026 is a Tuesday
        ("RRULE:FREQ=MONTHLY;BYDAY=2MO", "FREQ=MONTHLY;BYDAY=2MO"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331"),
    ],
)
def test_a_session_comes_back_as_it_was(rrule: str, kept: str) -> None:
    session = {"title": "Group", "rrule": rrule, "starts": date(2026, 9, 1), "time": "10:00", "minutes": 90, "venue": None, "term_time_only": True, "not_bank_holidays": True, "source": "page"}
    schedules = record_of(service("a", sessions=[session]))["schedules"]
    assert hours_and_sessions(schedules, {}, "feed", TODAY, Notes()) == (None, [{**session, "rrule": kept, "source": "feed"}])


@pytest.mark.parametrize("rrule", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU;COUNT=5", "FREQ=YEARLY"])
def test_a_session_that_the_standard_cannot_say_stays_words(rrule: str) -> None:
    session = {"title": "Group", "rrule": rrule, "starts": date(2026, 9, 1), "source": "page"}
    (schedule,) = record_of(service("a", sessions=[session]))["schedules"]
    assert schedule["description"].startswith("Group")
    assert "freq" not in schedule


@pytest.mark.parametrize(
    "mixture",
    [
        {"freq": "WEEKLY", "bymonthday": "15", "dtstart": "2026-01-01", "opens_at": "10:00:00"},  # the standard's own example
        {"freq": "WEEKLY", "byday": "2MO", "dtstart": "2026-01-01"},
        {"freq": "MONTHLY", "byday": "MO", "dtstart": "2026-01-01"},
        {"freq": "MONTHLY", "byday": "2MO", "bymonthday": "3", "dtstart": "2026-01-01"},
        {"freq": "DAILY", "dtstart": "2026-01-01"},
        {"freq": "SECONDLY", "byday": "MO", "dtstart": "2026-01-01"},
        {"freq": "WEEKLY", "byday": "MO;COUNT=1", "dtstart": "2026-01-01"},
        {"freq": "WEEKLY", "byday": "MO", "dtstart": "2026-01-01", "interval": 0},
        {"freq": "WEEKLY", "byday": "MO", "dtstart": "2026-01-01", "interval": "often"},
        {"freq": ["WEEKLY"], "byday": {"a": 1}, "dtstart": 5},
        {"opens_at": 9, "closes_at": None, "valid_to": "soon"},
    ],
)
def test_a_mixture_that_means_nothing_is_kept_as_words_and_said(mixture: dict[str, Any]) -> None:
    notes = Notes()
    hours, sessions = hours_and_sessions([{**mixture, "description": "Ask us."}], {}, "feed", TODAY, notes)
    assert (hours, sessions) == ("Ask us.", [])
    assert bool(notes.found) is ("freq" in mixture)


def test_a_schedule_without_words_is_put_into_words() -> None:
    schedules = [{"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00:00Z", "closes_at": "17:00"}, {"byday": "WE", "opens_at": "10:00"}]
    assert hours_and_sessions(schedules, {}, "feed", TODAY, Notes())[0] == "Monday, Tuesday 09:00 to 17:00; Wednesday 10:00"


def test_times_that_have_run_out_mean_unknown_not_closed() -> None:
    notes = Notes()
    assert hours_and_sessions([{"description": "Mondays", "valid_to": "2025-12-31"}], {}, "feed", TODAY, notes) == (None, [])
    assert notes.found[0][0] == "a time was given only until 2025-12-31"


def test_a_clock_is_read_in_every_form_of_the_standard() -> None:
    assert [clock(said) for said in ("09:00", "09:00:00", "09:00Z", "09:00-05:00", "9am", "25:00", None, 9)] == ["09:00"] * 4 + [None] * 4
