"""On the real directory: where help ends before the need does, and where it has not begun, the plan says so in words."""

from __future__ import annotations

from bot.directory.load import load_directory
from bot.directory.match import match
from bot.directory.plan import Plan
from bot.ops.paths import SERVICES
from bot.scenarios.said import enquiry
from tests.directory.conftest import TODAY

REAL = load_directory(SERVICES)


def plan(need: str, age: str, place: str = "Crook") -> Plan:
    return match(REAL, enquiry([need], [age], place, TODAY), TODAY)


def test_from_fourteen_the_end_of_childrens_therapy_is_said_with_whom_to_ask() -> None:
    notes = plan("motor_coordination", "15").notes
    [note] = [note for note in notes if note.startswith("Help from Children's occupational therapy ends at 18 or 19. Ask them now what comes next.")]
    assert "If the Children with Disabilities Team already knows the young person, ask Navigation workers" in note  # nobody else can


def test_outside_the_county_nobody_of_the_county_is_named_as_next() -> None:
    assert plan("motor_coordination", "15", "Darlington").notes == ()
    notes = plan("motor_coordination", "18", "Darlington").notes
    assert "Help from Children's occupational therapy ends at 18 or 19. Ask them now what comes next." in notes


def test_a_small_child_is_spared_what_ends_in_ten_years() -> None:
    assert plan("motor_coordination", "7").notes == ()


def test_what_ends_within_a_year_is_said_at_any_age() -> None:
    notes = plan("autism_assessment", "4").notes
    assert any("under 5 ends at 5" in note and "5 to 17" in note for note in notes), notes


def test_what_has_just_ended_names_who_took_over() -> None:
    notes = plan("short_breaks_respite", "18").notes
    assert "Help from Short breaks for disabled children ends at 18. After that, ask Social Care Direct." in notes


def test_what_ended_a_while_ago_is_not_told_where_the_list_has_what_follows() -> None:
    assert plan("sleep", "7").notes == ()
    assert plan("feeding_eating", "2 years 7 months").notes == ()
    assert plan("sleep", "6").notes == ("Help from Family health visitors ends at 6. After that, ask School nurses.",)


def test_what_opens_within_a_year_is_named_with_the_year() -> None:
    soon = {one.service.id: one.reason for one in plan("employment_training", "15").soon}
    assert soon["durhamworks"] == "for 16 and over: this child is 15; opens to them in 2026 or 2027"


def test_an_age_in_months_tells_the_month() -> None:
    soon = {one.service.id: one.reason for one in plan("early_years_development", "18 months").soon}
    assert soon["two-year-integrated-check"].endswith("opens to them by May 2027")
