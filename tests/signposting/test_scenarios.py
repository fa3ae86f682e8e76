"""The practitioners' scenarios hold on the real directory, and tell in words what is wrong where they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.directory.load import load_directory
from bot.directory.service import Directory
from bot.directory.vocabulary import NEEDS
from bot.ops.paths import SCENARIOS, SERVICES
from bot.scenarios.run import complaints, report
from bot.scenarios.scenario import Scenario, read_scenarios
from tests.directory.conftest import TODAY, directory, service

REAL = load_directory(SERVICES)
ALL, MISTAKES = read_scenarios(SCENARIOS, REAL, TODAY)
GOOD = """\
scenarios:
  - case: A girl of three who hardly talks
    needs: [speech_language]
    ages: ["3"]
    place: Crook
    first_three: [speech_therapy]
    never: [grown-ups]
    why: A parent can ask for it.
"""


@pytest.mark.parametrize("scenario", ALL, ids=[one.case[:60] for one in ALL])
def test_a_practitioner_would_sign_the_answer(scenario: Scenario) -> None:
    found = complaints(scenario, REAL, TODAY)
    assert not found, report(scenario, found)


def test_every_scenario_can_be_read() -> None:
    assert [str(one) for one in MISTAKES] == []
    assert len(ALL) >= 80


def test_the_scenarios_cover_every_need_and_every_age() -> None:
    assert {need for one in ALL for need in one.enquiry.needs} == set(NEEDS)
    ages = [age for one in ALL for age in one.enquiry.ages]
    for lo, hi in ((-9, 0), (0, 12), (12, 36), (36, 60), (60, 132), (132, 192), (192, 216), (216, 300)):
        assert any(lo <= age[0] < hi for age in ages), (lo, hi)


def test_the_scenarios_reach_the_corners_of_the_county_and_beyond() -> None:
    places = [one.enquiry.locality for one in ALL if one.enquiry.locality]
    assert len({place.name for place in places if place.in_area}) >= 20
    assert len({place.council for place in places if place.in_area is False}) >= 6


def small() -> Directory:
    return directory(service("talk"), service("grown-ups", kind="adult_social_care", ages={"from_months": 216, "to_months": None, "words": "18 and over"}))


def scenario(tmp_path: Path, text: str) -> Scenario:
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    scenarios, findings = read_scenarios(tmp_path, small(), TODAY)
    assert findings == []
    return scenarios[0]


def test_a_scenario_that_holds_has_no_complaint(tmp_path: Path) -> None:
    assert complaints(scenario(tmp_path, GOOD), small(), TODAY) == ()


def test_what_is_missing_is_told_with_the_reason_why_it_was_left_out(tmp_path: Path) -> None:
    found = complaints(scenario(tmp_path, GOOD.replace("[speech_therapy]", "[grown-ups]").replace("never: [grown-ups]", "never: []")), small(), TODAY)
    assert len(found) == 1
    assert "Grown Ups (grown-ups) should be in the first three" in found[0]
    assert "left out: for 18 and over: this child is 3" in found[0]
    assert "Talk (speech_therapy)" in found[0]


def test_what_must_not_be_offered_is_told_with_its_reasons(tmp_path: Path) -> None:
    found = complaints(scenario(tmp_path, GOOD.replace("never: [grown-ups]", "never: [speech_therapy]")), small(), TODAY)
    assert found[0].startswith("Talk (speech_therapy) must not be offered, but is number 1: It is there to help with talking")


def test_what_should_open_soon_is_told(tmp_path: Path) -> None:
    text = GOOD.replace("first_three: [speech_therapy]", "soon: [grown-ups]").replace("    never: [grown-ups]\n", "")
    assert "should be named as opening soon" in complaints(scenario(tmp_path, text), small(), TODAY)[0]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("speech_language", "speech_languge", 3, "did you mean 'speech_language'"),
        ("[speech_therapy]", "[speech_terapy]", 6, "did you mean 'speech_therapy'"),
        ("never: [grown-ups]", "never: [gone-away]", 7, "no kind or service 'gone-away'"),
        ('ages: ["3"]', 'ages: ["old"]', 4, "cannot be read"),
        ('ages: ["3"]', 'ages: ["3", "40"]', 4, "the age '40' is past 25"),
        ('ages: ["3"]', "ages: [3]", 4, 'write "3"'),
        ('ages: ["3"]', "ages: [null]", 4, "write text"),
        ("place: Crook", "place: Qqqq", 5, "not in the gazetteer: write a town"),
        ("place: Crook", "place: Crooook", 5, "did you mean 'Crook'?"),
        ("place: Crook", "place: crookk", 5, "did you mean 'Crook'?"),
        ("place: Crook", "needs_of: [[speech_language], [sleep]]", 5, "(2 and 1): write one list a child"),
        ("place: Crook", "needs_of: [[sleeep]]", 5, "did you mean 'sleep'"),
        ("[speech_therapy]", "speech_therapy", 6, "write a list"),
        ("needs: [speech_language]", "needs: speech_language", 3, "write a list"),
        ("first_three:", "first_tree:", 6, "did you mean 'first_three'"),
        ("    why: A parent can ask for it.\n", "", 2, "'why' is missing"),
        ("scenarios:", "scenario:", 1, "did you mean 'scenarios'"),
        ("    first_three: [speech_therapy]\n    never: [grown-ups]\n", "", 2, ""),
        ("case: A girl", "\tcase: A girl", 2, "tab"),
        ("needs: [speech_language]", "needs: [", 3, "YAML"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_scenario_is_named_with_its_line_and_cure(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    (tmp_path / "a.yml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    _, findings = read_scenarios(tmp_path, small(), TODAY)
    assert {one.line for one in findings} == {line}, [str(one) for one in findings]
    assert any(said in str(one) for one in findings), [str(one) for one in findings]


def test_a_part_of_the_wrong_shape_is_told_once_and_not_read_letter_by_letter(tmp_path: Path) -> None:
    text = GOOD.replace("needs: [speech_language]", "needs: speech_language").replace("first_three: [speech_therapy]", "first_three: speech_therapy")
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    scenarios, findings = read_scenarios(tmp_path, small(), TODAY)
    assert ([one.line for one in findings], scenarios) == ([3, 6], [])


@pytest.mark.parametrize("mistake", ["first_three: speech_therapy", "first_tree: [speech_therapy]", "first_three: [[speech_therapy]]"])
def test_a_scenario_with_a_mistake_is_not_run_and_the_next_one_is(tmp_path: Path, mistake: str) -> None:
    mistaken = GOOD.replace("first_three: [speech_therapy]", mistake)
    (tmp_path / "a.yml").write_text(mistaken + GOOD.removeprefix("scenarios:\n").replace("girl", "boy"), encoding="utf-8")
    scenarios, findings = read_scenarios(tmp_path, small(), TODAY)
    assert [one.line for one in findings] == [6]
    assert [one.case for one in scenarios] == ["A boy of three who hardly talks"]
