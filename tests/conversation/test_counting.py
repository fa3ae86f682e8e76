"""What of an enquiry is counted: needs by stage, area and reach, and nothing closer."""

from __future__ import annotations

from datetime import date

from bot.conversation.counting import needs_to_count
from bot.conversation.memory import Memory
from bot.enquiry import Child, Locality
from bot.ops.stores import directory

TODAY = date(2026, 11, 27)
CROOK = Locality("Crook", True, "Durham County Council", 54.714, -1.745)


def test_a_need_is_counted_with_its_stage_and_the_nearest_hub_and_never_the_village() -> None:
    (row,) = needs_to_count(Memory(needs=("sleep",), children=(Child((84, 96)),), locality=CROOK), directory(), TODAY)
    assert (row.month, row.need, row.age) == ("2026-11", "sleep", "5 to 10")
    assert row.area.endswith("Family Hub")
    assert row.reach == "today"
    assert row.area != "Crook"


def test_each_need_goes_with_the_child_who_has_it() -> None:
    children = (Child((108, 120), ("sleep",)), Child((144, 156), ("anxiety_emotional",)))
    rows = needs_to_count(Memory(needs=("sleep", "anxiety_emotional"), children=children), directory(), TODAY)
    assert [(row.need, row.age) for row in rows] == [("sleep", "5 to 10"), ("anxiety_emotional", "11 to 15")]


def test_what_cannot_be_judged_is_said_to_be_not_known() -> None:
    outside = Locality("Darlington", False, "Darlington Borough Council", 54.5, -1.5)
    (no_age,) = needs_to_count(Memory(needs=("sleep",), locality=CROOK), directory(), TODAY)
    (no_place,) = needs_to_count(Memory(needs=("sleep",), children=(Child((84, 96)),)), directory(), TODAY)
    (elsewhere,) = needs_to_count(Memory(needs=("sleep",), children=(Child((84, 96)),), locality=outside), directory(), TODAY)
    assert (no_age.age, no_age.reach) == ("not said", "not known")
    assert (no_place.area, no_place.reach) == ("not said", "not known")
    assert (elsewhere.area, elsewhere.reach) == ("outside", "not known")


def test_two_children_of_one_stage_are_one_row() -> None:
    assert len(needs_to_count(Memory(needs=("sleep",), children=(Child((60, 72)), Child((84, 96)))), directory(), TODAY)) == 1


def test_of_somebody_in_danger_nothing_new_is_counted() -> None:
    before = needs_to_count(Memory(needs=("sleep",)), directory(), TODAY)
    in_danger = Memory(needs=("sleep", "vision"), alarm="crisis", counted=before)
    assert needs_to_count(in_danger, directory(), TODAY) == before


def test_an_enquiry_stays_in_the_month_in_which_it_began() -> None:
    begun = needs_to_count(Memory(needs=("sleep",)), directory(), TODAY)
    (row,) = needs_to_count(Memory(needs=("sleep",), counted=begun), directory(), date(2026, 12, 1))
    assert row.month == "2026-11"
