"""Counts of answers to "did this help?", a month at a time. No row is about one conversation, and none holds words.

A row is (month, what was said, needs, ages in bands, area, kinds shown) with how often that came; see
docs/decisions/0006-feedback-without-words.md.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.answer.reply import Feedback

logger = logging.getLogger(__name__)

_TABLE = """
CREATE TABLE IF NOT EXISTS feedback (
    month TEXT NOT NULL, said TEXT NOT NULL, needs TEXT NOT NULL, ages TEXT NOT NULL, area TEXT NOT NULL,
    kinds TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (month, said, needs, ages, area, kinds)
) WITHOUT ROWID
"""
_ADD = """
INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, 1)
ON CONFLICT (month, said, needs, ages, area, kinds) DO UPDATE SET times = times + 1
"""
_WAIT_SECONDS = 1.0
_BETWEEN = " | "


@dataclass(frozen=True)
class Counted:
    """One kind of answer in one month ("2026-11"), and how many gave it."""

    month: str
    feedback: Feedback
    times: int


class FeedbackCounts:
    """The counts in one SQLite file, made at the first answer."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, feedback: Feedback, today: date) -> None:
        """Count one answer. A store that cannot be written never costs a family its reply: it is logged instead."""
        row = (
            f"{today:%Y-%m}", feedback.said, _BETWEEN.join(feedback.needs), _BETWEEN.join(feedback.ages), feedback.area,
            _BETWEEN.join(feedback.kinds),
        )  # fmt: skip
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as store, store:
                store.execute(_TABLE)
                store.execute(_ADD, row)
        except (sqlite3.Error, OSError):
            logger.exception("an answer to 'did this help?' could not be counted")

    def all(self) -> Iterator[Counted]:
        """Every count, the oldest month first; none where nobody has answered yet."""
        if not self._path.exists():
            return
        with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as store:
            rows = store.execute("SELECT month, said, needs, ages, area, kinds, times FROM feedback").fetchall()
        for month, said, needs, ages, area, kinds, times in rows:
            yield Counted(month, Feedback(said, _split(needs), _split(ages), area, _split(kinds)), times)


def _split(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(_BETWEEN)) if joined else ()
