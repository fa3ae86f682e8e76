"""Counts of the needs that families asked about and how help could be reached, a month at a time.

See docs/decisions/0014-what-the-board-sees.md.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from bot.enquiry import CountedNeed
from bot.reports.counts import Counts


class EnquiryCounts:
    """The counts in one SQLite file, made at the first enquiry."""

    def __init__(self, path: Path) -> None:
        self._counts = Counts(path, "enquiries", CountedNeed._fields)

    def change(self, before: Collection[CountedNeed], after: Collection[CountedNeed]) -> bool:
        """Count an enquiry as it now stands and no longer as it stood; False where that could not be written."""
        return self._counts.change([row for row in after if row not in before], [row for row in before if row not in after])

    def all(self) -> Iterator[tuple[CountedNeed, int]]:
        """Every count, the oldest month first.

        Raises:
            sqlite3.Error: the file is there and cannot be read.
        """
        for row, times in self._counts.all():
            yield CountedNeed(*row), times
