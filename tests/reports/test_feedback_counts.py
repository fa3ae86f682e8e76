"""Answers to "did this help?" are counted by the month, and nothing else is kept."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from bot.answer.reply import Feedback
from bot.reports.feedback import FeedbackCounts

TODAY = date(2026, 11, 25)
YES = Feedback("yes", ("sleep",), ("5 to 10",), "Consett Family Hub", ("school_nursing", "sleep_support"))


def test_the_same_answer_twice_is_one_row(tmp_path: Path) -> None:
    counts = FeedbackCounts(tmp_path / "var" / "feedback.db")
    counts.add(YES, TODAY)
    counts.add(YES, date(2026, 11, 2))
    assert [(one.month, one.feedback, one.times) for one in counts.all()] == [("2026-11", YES, 2)]


def test_no_day_no_time_and_no_order_is_kept(tmp_path: Path) -> None:
    counts = FeedbackCounts(tmp_path / "feedback.db")
    counts.add(YES, TODAY)
    with sqlite3.connect(tmp_path / "feedback.db") as store:
        columns = [row[1] for row in store.execute("PRAGMA table_info(feedback)")]
    assert columns == ["month", "said", "needs", "ages", "area", "kinds", "times"]


def test_nobody_has_answered_yet(tmp_path: Path) -> None:
    assert list(FeedbackCounts(tmp_path / "none.db").all()) == []


def test_a_store_that_cannot_be_written_costs_nobody_a_reply(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    FeedbackCounts(tmp_path / "file" / "feedback.db").add(YES, TODAY)
