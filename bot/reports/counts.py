"""Numbers kept in one SQLite table: so many times each row of plain words, and nothing of who or when."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

logger = logging.getLogger(__name__)

_WAIT_SECONDS = 1.0

Row = tuple[str, ...]


class Counts:
    """How often each row came. The file and its table are made at the first row."""

    def __init__(self, path: Path, table: str, columns: Sequence[str]) -> None:
        self._path, self._table = path, table
        names, places = ", ".join(columns), ", ".join("?" for _ in columns)
        same = " AND ".join(f"{column} = ?" for column in columns)
        self._create = (
            f"CREATE TABLE IF NOT EXISTS {table} ({', '.join(f'{column} TEXT NOT NULL' for column in columns)},"
            f" times INTEGER NOT NULL, PRIMARY KEY ({names})) WITHOUT ROWID"
        )
        self._one_more = f"INSERT INTO {table} VALUES ({places}, 1) ON CONFLICT ({names}) DO UPDATE SET times = times + 1"
        self._one_less = f"UPDATE {table} SET times = times - 1 WHERE {same}"
        self._no_more = f"DELETE FROM {table} WHERE times < 1"
        self._all = f"SELECT {names}, times FROM {table}"

    def change(self, more: Iterable[Row], less: Iterable[Row] = ()) -> bool:
        """Count each of ``more`` once more and each of ``less`` once less, all or none of them.

        A store that cannot be written never costs a family its reply: it is logged, and the answer is False.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as store, store:
                store.execute(self._create)
                store.executemany(self._one_more, more)
                store.executemany(self._one_less, less)
                store.execute(self._no_more)
        except (sqlite3.Error, OSError):
            logger.exception("the %s could not be counted", self._table)
            return False
        return True

    def all(self) -> Iterator[tuple[Row, int]]:
        """Each row with how often it came, in the order of the columns; none where nothing was counted yet.

        Raises:
            sqlite3.Error: the file is there and cannot be read.
        """
        if not self._path.exists():
            return
        with closing(sqlite3.connect(self._path, timeout=_WAIT_SECONDS)) as store:
            store.execute(self._create)
            rows = store.execute(self._all).fetchall()
        for *row, times in rows:
            yield tuple(row), times
