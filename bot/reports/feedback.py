"""Counts of answers to "did this help?", a month at a time. No row is about one conversation, and none holds words.

A row is (month, what was said, needs, ages in bands, area, kinds shown) with how often that came; see
docs/decisions/0006-feedback-without-words.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.answer.reply import Feedback
from bot.reports.counts import Counts

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
        self._counts = Counts(path, "feedback", ("month", "said", "needs", "ages", "area", "kinds"))

    def add(self, feedback: Feedback, today: date) -> None:
        """Count one answer, or log that it could not be."""
        needs, ages, kinds = (_BETWEEN.join(words) for words in (feedback.needs, feedback.ages, feedback.kinds))
        self._counts.change([(f"{today:%Y-%m}", feedback.said, needs, ages, feedback.area, kinds)])

    def all(self) -> Iterator[Counted]:
        """Every count, the oldest month first; none where nobody has answered yet."""
        for (month, said, needs, ages, area, kinds), times in self._counts.all():
            yield Counted(month, Feedback(said, _split(needs), _split(ages), area, _split(kinds)), times)


def _split(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(_BETWEEN)) if joined else ()
