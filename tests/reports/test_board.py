"""The board's picture: whole months, small numbers left out, nothing that a total gives away."""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from bot.answer.reply import Feedback
from bot.enquiry import CountedNeed
from bot.reports.board import Line, Picture, as_csv, as_page, as_text, picture, shown
from bot.reports.enquiries import EnquiryCounts
from bot.reports.feedback import Counted

CONSETT = "Consett Family Hub"
SLEEP = CountedNeed("2026-11", "sleep", "5 to 10", CONSETT, "today")
VISION = CountedNeed("2026-11", "vision", "0 to 4", CONSETT, "nothing")


def november(*asked: tuple[CountedNeed, int], answers: tuple[Counted, ...] = ()) -> Picture:
    return picture(asked, answers, date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (7, "5"), (8, "10"), (62, "60")])
def test_small_numbers_are_left_out_and_others_rounded(number: int, words: str) -> None:
    assert shown(number) == words


def test_a_need_has_its_numbers_by_the_way_to_help() -> None:
    found = november((SLEEP, 12), (SLEEP._replace(reach="referral", age="11 to 15"), 8), (VISION, 6))
    sleep, vision = found.by_need
    assert (sleep.cells[:2], sleep.total) == (("10", "10"), "20")
    assert vision.cells[4] == "5"
    assert [line.about for line in found.by_age] == ["0 to 4", "5 to 10", "11 to 15"]
    assert [line.total for line in found.by_area] == ["25"]


def test_what_nobody_near_could_be_reached_for_is_named_where_it_is_asked_often_enough() -> None:
    rare = VISION._replace(area="Stanley Family Hub")
    found = november((VISION, 6), (rare, 4), (SLEEP, 50))
    assert [(line.about.rpartition(", ")[2], line.total) for line in found.unmet] == [(CONSETT, "5")]
    assert "Stanley" not in as_text(found).split("nothing near")[1]


def test_what_is_spread_over_ages_and_areas_is_told_in_all_though_no_group_is_large() -> None:
    spread = [(VISION._replace(area=f"{place} Family Hub"), 3) for place in ("Consett", "Stanley", "Seaham", "Crook", "Shildon")]
    found = november(*spread, (SLEEP, 50))
    assert found.unmet == ()
    assert as_text(found).count("In all, over every age and area: about 15 times or more.") == 1
    assert "In all, over every age and area, a need had nothing near about 15 times or more." in as_page(found, date(2026, 12, 1))


def test_what_is_told_in_all_is_added_up_from_what_is_shown() -> None:
    needs = ("sleep", "vision", "hearing", "transport", "behaviour", "feeding_eating")
    found = november(*((VISION._replace(need=need), 4) for need in needs))
    assert {line.total for line in found.by_need} == {"<5"}
    assert found.with_nothing_near == 0, "24, but perhaps of four families"


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 12, 1), "November 2026;"),
        (date(2026, 11, 30), "November 2026, so far;"),
        (date(2026, 10, 31), "November 2026, still to come;"),
    ],
)
def test_a_period_that_is_not_over_says_so(today: date, words: str) -> None:
    assert words in as_text(november(), today)
    assert f"unmet, {words[:-1]}</h1>" in as_page(november(), today)


def test_months_that_have_begun_and_are_not_over_are_so_far() -> None:
    found = picture([], [], date(2026, 9, 1), date(2027, 1, 31))
    assert "September 2026 to January 2027, so far;" in as_text(found, date(2026, 11, 5))


def test_months_before_and_after_are_not_in_it_and_a_day_means_its_month() -> None:
    other = SLEEP._replace(month="2026-12")
    found = picture([(SLEEP, 9), (other, 9)], [], date(2026, 11, 20), date(2026, 11, 21))
    assert [line.total for line in found.by_need] == ["10"]
    assert "November 2026" in as_text(found)


def test_what_families_said_and_missed_is_counted() -> None:
    yes, far = (Counted("2026-11", Feedback(said, ("sleep",), (), CONSETT, ()), times) for said, times in (("yes", 7), ("too far", 5)))
    found = november((SLEEP, 12), answers=(yes, far))
    assert [(line.about, line.total) for line in found.helped] == [("yes", "5"), ("partly", "0"), ("no", "0")]
    assert [(line.about, line.total) for line in found.missing] == [("too far", "5")]


def test_no_exact_small_number_is_in_any_form_of_it() -> None:
    found = november((SLEEP, 3), (VISION, 2), (VISION._replace(reach="today"), 1), answers=(Counted("2026-11", Feedback("no", (), (), CONSETT, ()), 1),))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", as_page(found, date(2026, 12, 1)))
    numbers = [line.rpartition(",")[2] for line in as_csv(found).splitlines()[1:]]
    printed = re.findall(r"<?\d+", re.sub(r"\d+ to \d+|nearest 5|fewer than 5|November 2026", "", as_text(found)))
    assert set(cells) == {"&lt;5", "–", "0"}
    assert set(numbers) == {"<5", "", "0"}
    assert set(printed) == {"<5", "0"}


def test_of_few_families_with_many_needs_nothing_is_shown() -> None:
    one_family = [(SLEEP._replace(need=need), 1) for need in ("sleep", "vision", "hearing", "transport", "behaviour", "feeding_eating")]
    found = november(*one_family)
    for line in (*found.by_age, *found.by_area):
        assert (line.total, set(line.cells)) == ("<5", {""})


def test_lines_of_like_numbers_stand_by_name_so_that_their_order_tells_nothing() -> None:
    few = [(SLEEP._replace(need=need), times) for need, times in (("sleep", 1), ("behaviour", 3), ("vision", 4), ("hearing", 2))]
    names = [line.about for line in november(*few).by_need]
    assert names == sorted(names)
    many = [(SLEEP._replace(need=need), times) for need, times in (("sleep", 14), ("behaviour", 13), ("vision", 16))]
    names = [line.about for line in november(*many).by_need]
    assert names == sorted(names)


def test_what_families_said_is_shown_where_no_need_was_counted() -> None:
    found = november(answers=(Counted("2026-11", Feedback("yes", (), (), CONSETT, ()), 9),))
    assert "Did this help?" in as_page(found, date(2026, 12, 1))


def test_a_month_without_a_count_says_so() -> None:
    assert "none, or fewer than 5" in as_text(november())
    assert "No need was counted" in as_page(november(), date(2026, 12, 1))


def test_an_enquiry_that_says_more_is_counted_once(tmp_path: Path) -> None:
    counts = EnquiryCounts(tmp_path / "var" / "enquiries.db")
    first = SLEEP._replace(age="not said", reach="not known")
    assert counts.change((), (first,))
    assert counts.change((first,), (SLEEP, VISION))
    assert counts.change((), (SLEEP,)), "another family"
    assert sorted(counts.all()) == [(SLEEP, 2), (VISION, 1)]


def test_the_counts_hold_no_day_and_nobody(tmp_path: Path) -> None:
    counts = EnquiryCounts(tmp_path / "enquiries.db")
    counts.change((), (SLEEP,))
    with sqlite3.connect(tmp_path / "enquiries.db") as store:
        columns = [row[1] for row in store.execute("PRAGMA table_info(enquiries)")]
    assert columns == ["month", "need", "age", "area", "reach", "times"]


def test_a_store_that_cannot_be_written_says_so_and_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not EnquiryCounts(tmp_path / "file" / "enquiries.db").change((), (SLEEP,))


def test_no_total_gives_a_hidden_number_away() -> None:
    """Every line of three numbers up to twelve: what is shown leaves two values or more for each number that is hidden."""
    alike = defaultdict(list)
    for numbers in itertools.product(range(13), repeat=3):
        line = Line("sleep", numbers, sum(numbers))
        alike[line.total, line.cells].append(numbers)
    for (total, cells), all_numbers in alike.items():
        for at, shown_as in enumerate(cells):
            assert shown_as != "<5" or len({numbers[at] for numbers in all_numbers}) > 1, (total, cells)
