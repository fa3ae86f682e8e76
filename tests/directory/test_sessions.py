"""Which session is the next one, and what a sooner one is worth."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from bot.directory.match import match
from bot.directory.plan import Plan
from bot.directory.service import Service
from bot.directory.sessions import rule_of
from bot.enquiry import Child, Enquiry
from tests.directory.conftest import TODAY, directory, service

ASKED = Enquiry(("speech_language",), (Child((36, 48)),))
SATURDAY = date(2026, 11, 28)


def weekly(day: str, time: str | None = "10:00", **more: Any) -> dict[str, Any]:
    return {"title": "Drop-in", "rrule": f"FREQ=WEEKLY;BYDAY={day}", "starts": date(2026, 9, 1), "time": time, "source": "x", **more}


def with_session(id: str, day: str, time: str | None = "10:00", **more: Any) -> Service:
    return service(id, sessions=[weekly(day, time)], **more)


def ids(plan: Plan) -> list[str]:
    return [result.service.id for result in plan.results]


def test_of_services_alike_in_all_else_the_sooner_session_comes_first() -> None:
    late, soon = with_session("a-monday", "MO"), with_session("b-wednesday", "WE")  # today is a Tuesday
    plan = match(directory(late, soon), ASKED, TODAY)
    assert ids(plan) == ["b-wednesday", "a-monday"]
    assert [result.service.id for result in plan.today] == ["b-wednesday", "a-monday"]


def test_a_session_later_today_comes_before_one_tomorrow_and_an_earlier_hour_before_a_later() -> None:
    tomorrow, evening, morning = with_session("a", "WE", "09:00"), with_session("b", "TU", "18:00"), with_session("c", "TU", "11:00")
    assert ids(match(directory(tomorrow, evening, morning), ASKED, TODAY)) == ["c", "b", "a"]
    assert ids(match(directory(tomorrow, evening, morning), ASKED, TODAY, now=datetime(2026, 11, 24, 12))) == ["b", "a", "c"]


def test_a_sooner_session_does_not_overturn_what_a_service_is_there_for() -> None:
    mainly = with_session("mainly", "MO")
    also = with_session("also", "TU", needs={"main": ["behaviour"], "also": ["speech_language"]})
    assert ids(match(directory(also, mainly), ASKED, TODAY)) == ["mainly", "also"]


def test_a_dated_session_in_two_weeks_is_still_sooner_than_an_open_door() -> None:
    fortnight = service("z-fortnight", sessions=[weekly("TU") | {"starts": date(2026, 12, 8), "time": None}])
    door = service("a-door", referral={"self": True, "drop_in": True, "route": "Walk in."})
    assert ids(match(directory(door, fortnight), ASKED, TODAY)) == ["z-fortnight", "a-door"]


def test_of_many_alike_the_soonest_is_not_left_out_before_the_close_look() -> None:
    many = [with_session(f"a-{at:02}", "MO") for at in range(40)]
    assert ids(match(directory(*many, with_session("z-tomorrow", "WE")), ASKED, TODAY))[0] == "z-tomorrow"
    over = [with_session(f"a-{at:02}", "TU") for at in range(40)]
    at_noon = match(directory(*over, with_session("z-tomorrow", "WE")), ASKED, TODAY, now=datetime(2026, 11, 24, 12))
    assert ids(at_noon)[0] == "z-tomorrow"


@pytest.mark.parametrize(
    ("now", "minutes", "time", "day"),
    [
        (None, None, "09:00", SATURDAY),
        (datetime(2026, 11, 28, 22, 38), None, "09:00", date(2026, 12, 5)),
        (datetime(2026, 11, 28, 8, 59), None, "09:00", SATURDAY),
        (datetime(2026, 11, 28, 9), None, "09:00", date(2026, 12, 5)),  # it has begun, and nobody knows its end
        (datetime(2026, 11, 28, 9, 30), 60, "09:00", SATURDAY),
        (datetime(2026, 11, 28, 10), 60, "09:00", date(2026, 12, 5)),
        (datetime(2026, 11, 28, 22, 38), None, None, SATURDAY),  # no time is known
    ],
)
def test_a_session_that_is_over_today_is_not_the_next_one(now: datetime | None, minutes: int | None, time: str | None, day: date) -> None:
    group = service("group", sessions=[weekly("SA", time, minutes=minutes)])
    plan = match(directory(group), ASKED, SATURDAY, now=now)
    assert f"{day.strftime('%A %-d %B')}" in str(plan.results[0].next)


@pytest.mark.parametrize(
    ("rule", "starts"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", date(2026, 9, 1)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261215", date(2026, 9, 1)),
        ("FREQ=DAILY;COUNT=3", date(2026, 9, 1)),
        ("FREQ=MONTHLY;BYDAY=1SA", date(2026, 9, 1)),
        ("FREQ=YEARLY", date(2024, 2, 29)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2027, 3, 1)),
    ],
)
def test_a_rule_with_a_date_is_taken(rule: str, starts: date) -> None:
    assert rule_of(rule, starts)[0].date() >= starts


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;BYDAY=MO;BYSETPOS=2", "FREQ=WEEKLY;BYDAY=TU\nEXDATE:20261201T000000", "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29"],
)
def test_a_rule_without_a_date_or_with_more_than_one_part_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"two years|one rule"):
        rule_of(rule, date(2027, 1, 1))
