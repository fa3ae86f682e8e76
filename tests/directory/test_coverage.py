"""Need by age by place: the best that a family finds there, with nothing unknown read as fit."""

from __future__ import annotations

import pytest
import yaml

from bot.directory.coverage import AGE_BANDS, Cell, coverage, worst
from bot.directory.service import Service
from bot.directory.vocabulary import NEEDS
from bot.enquiry import Locality
from bot.need_ages import FILE, can_arise
from bot.reports.coverage import as_csv, as_page, as_table
from tests.directory.conftest import TODAY, directory, service

CROOK = Locality("Crook", True, "Durham County Council", 54.7146, -1.74649)
SEAHAM = Locality("Seaham", True, "Durham County Council", 54.838, -1.346)


def cell(*services: Service, age: str = "5 to 10", place: Locality = CROOK) -> Cell:
    found = coverage(directory(*services), [place], TODAY)
    return next(one for one in found if (one.need, one.age) == ("speech_language", age))


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        ({}, "today"),
        ({"referral": {"self": None, "drop_in": True}}, "today"),
        ({"referral": {"self": False, "who": "a GP"}}, "referral"),
        ({"conditions": {"under_team": "only for children in care"}}, "referral"),
        ({"referral": {"self": None}}, "not_stated"),
        ({"ages": {"from_months": None, "to_months": None, "words": None}}, "not_stated"),
        ({"area": {"covers": "uk"}}, "national"),
        ({"ages": {"from_months": 216, "to_months": None, "words": None}}, "nothing"),
        ({"area": {"covers": "towns", "places": ["Seaham"]}}, "nothing"),
        ({"kind": "other_local_offer"}, "nothing"),
        ({"needs": {"main": ["sleep"]}}, "nothing"),
    ],
)  # fmt: skip
def test_the_level_is_the_way_in(changes: dict[str, object], level: str) -> None:
    found = cell(service("one", **changes))
    assert found.level == level
    assert found.services == (() if level == "nothing" else ("one",))


def test_the_best_of_several_counts_and_is_named() -> None:
    through = service("through", referral={"self": False, "who": "a GP"})
    assert cell(through, service("open"), service("also-open")) == Cell("speech_language", "5 to 10", "Crook", "today", ("also-open", "open"))


def test_places_are_told_apart() -> None:
    one = service("one", area={"covers": "towns", "places": ["Seaham"]})
    assert cell(one, place=SEAHAM).level == "today"


def test_what_is_past_review_covers_nothing() -> None:
    old = service("old", last_checked=TODAY.replace(year=2023), next_check=TODAY.replace(year=2024))
    assert cell(old).level == "nothing"


def test_a_need_that_cannot_arise_is_no_gap() -> None:
    found = coverage(directory(), [CROOK], TODAY)
    assert not [one for one in found if (one.need, one.age) == ("employment_training", "1 and 2")]
    assert can_arise("parenting_baby", AGE_BANDS["before birth"])
    assert {one.need for one in found} == set(NEEDS)


def test_every_need_with_ages_is_a_need() -> None:
    ages = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    assert set(ages) <= set(NEEDS)
    assert all(lo < hi for lo, hi in ages.values())


def test_the_worst_place_stands_for_all() -> None:
    cells = [Cell("sleep", "5 to 10", "Crook", "today", ("a",)), Cell("sleep", "5 to 10", "Seaham", "nothing", ())]
    assert worst(cells) == "nothing"
    assert "NOTHING (1)" in as_table(cells)
    page = as_page(cells, directory(), TODAY)
    assert "nothing (in 1 of 2 places)" in page
    assert "<li>sleep, 5 to 10: Seaham</li>" in page
    assert as_csv(cells).splitlines()[1:] == ["sleep,5 to 10,Crook,today,a", "sleep,5 to 10,Seaham,nothing,"]
