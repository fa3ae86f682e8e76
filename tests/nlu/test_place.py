"""Where a family lives, and where nobody lives."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.place import gazetteer

DATA = Path(__file__).parent / "data"


def name(text: str, *, asked: bool = False) -> str | None:
    found = gazetteer().find(text, asked=asked)
    return found.locality.name if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we live in barney", "Barnard Castle"),
        ("chesterlestreet", "Chester-le-Street"),
        ("just outside spenymoor", "Spennymoor"),
        ("DL14 6QW", "DL14"),
        ("my postcode is dh1 5uj", "DH1"),
        ("school is in Durham but we live in Shildon", "Shildon"),
        ("moved from Darlington to Consett", "Consett"),
        ("not Crook, Willington", "Willington"),
        ("Bishop not Barney", "Bishop Auckland"),
        ("up Weardale", "Weardale"),
        ("County Durham", "County Durham"),
        ("we live in Leeds", "Leeds"),
        ("Hartlepool way", "Hartlepool"),
        ("Durham County Council said no", None),
        ("Darlington Memorial won't see him", None),
        ("my son Stanley", None),
        ("our Brandon is 9", None),
        ("I'm at the end of my tether", None),
        ("I hope someone can help us this spring", None),
        ("left by themselves", None),
        ("the A690 was shut", None),
        ("", None),
    ],
)
def test_the_home_is_found_and_nothing_else(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "in_area", "council"),
    [
        ("Darlington", False, "Darlington Borough Council"),
        ("Crook", True, "Durham County Council"),
        ("I'm in Middleton", None, None),
        ("near the Toon", False, "Newcastle City Council"),
        ("DL1 1AA", False, "Darlington Borough Council"),
    ],
)
def test_inside_or_outside_the_county(text: str, in_area: bool | None, council: str | None) -> None:
    found = gazetteer().find(text, asked=True)
    assert found is not None
    assert (found.locality.in_area, found.locality.council) == (in_area, council)


def test_a_full_postcode_is_kept_only_as_its_outward_code() -> None:
    found = gazetteer().find("we are DL14 6QW")
    assert found is not None
    assert "6QW" not in str(found.locality)
    assert found.words == "DL14"


def test_a_risky_name_alone_counts_when_the_place_was_asked_for() -> None:
    assert name("no place", asked=True) == "No Place"
    assert name("there is no place for him") is None


def test_the_gazetteer_s_own_check_sets() -> None:
    rows = list(csv.DictReader((DATA / "check_positive.csv").open(encoding="utf-8")))
    right = 0
    for row in rows:
        found = gazetteer().find(row["text"])
        right += found is not None and row["expected"] in (found.locality.name, *found.locality.candidates)
    assert right / len(rows) >= 0.96
    negatives = list(csv.DictReader((DATA / "check_negative.csv").open(encoding="utf-8")))
    assert sum(gazetteer().find(row["text"]) is not None for row in negatives) / len(negatives) <= 0.02


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for mention in gazetteer().find_all(text):
        assert 0 <= mention.start < mention.end <= len(text)
