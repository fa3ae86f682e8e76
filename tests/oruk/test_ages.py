"""Ages out to years and back to months."""

from __future__ import annotations

from typing import Any

import pytest

from bot.oruk.ages import in_months, in_years
from bot.oruk.untrusted import Notes


@pytest.mark.parametrize(
    ("lo", "hi", "fields"),
    [
        (0, 60, {"minimum_age": 0, "maximum_age": 4}),
        (0, 12, {"minimum_age": 0, "maximum_age": 0}),
        (132, 216, {"minimum_age": 11, "maximum_age": 17}),
        (216, 300, {"minimum_age": 18, "maximum_age": 24}),
        (18, 60, {"minimum_age": 1.5, "maximum_age": 4}),
        (0, 42, {"minimum_age": 0, "maximum_age": 3.5}),
        (-9, 24, {"minimum_age": 0, "maximum_age": 1}),
        (-9, 0, {"minimum_age": 0}),
        (None, 300, {"maximum_age": 24}),
        (168, None, {"minimum_age": 14}),
        (None, None, {}),
    ],
)
def test_months_become_years(lo: int | None, hi: int | None, fields: dict[str, float]) -> None:
    assert in_years(lo, hi) == fields


@pytest.mark.parametrize(
    ("minimum", "maximum", "months"),
    [
        (0, 4, (0, 60)),
        (4, 11, (48, 144)),
        (11, 18, (132, 228)),
        (0, 24, (0, 300)),
        (0, 25, (0, 300)),
        (1.5, 3.5, (18, 42)),
        ("4", "11", (48, 144)),
        (0, 0, (0, 12)),
        (-1, -1, (None, None)),
        (-1, 4, (None, 60)),
        (None, None, (None, None)),
        (True, [], (None, None)),
        ("four", {}, (None, None)),
        (float("nan"), float("inf"), (None, None)),
        (0, 99, (0, None)),
        (0, 10**40, (0, None)),
        (5, 2, (None, None)),
    ],
)
def test_years_become_months(minimum: Any, maximum: Any, months: tuple[int | None, int | None]) -> None:
    assert in_months(minimum, maximum, Notes()) == months


def test_25_is_read_as_the_25th_birthday_and_said() -> None:
    notes = Notes()
    in_months(0, 25, notes)
    assert notes.found == [("the highest age 25 was read as up to the 25th birthday (300 months)", "write to_months: 312 if it takes them until they turn 26")]


def test_an_unknown_age_is_said() -> None:
    notes = Notes()
    in_months(-1, None, notes)
    assert [what for what, _ in notes.found] == ["the lowest age is not known", "the highest age is not known"]


def test_every_bound_but_25_whole_years_comes_back_as_it_was() -> None:
    for hi in (None, *range(1, 421)):
        fields = in_years(0, hi)
        assert in_months(fields.get("minimum_age"), fields.get("maximum_age"), Notes()) == (0, 300 if hi == 312 else hi)
