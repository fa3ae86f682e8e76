"""The directory while it is being edited: a valid edit is in use within two seconds, a broken one never."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date
from pathlib import Path

from bot.directory.check import check
from bot.directory.load import DirectoryError, ServiceFile, Stamp, assemble, load_file, stamps
from bot.directory.service import Directory

logger = logging.getLogger(__name__)

_LOOK_EVERY_SECONDS = 1.0


class DirectoryStore:
    """Serves one whole version at a time; a caller keeps the version it took for its whole answer."""

    def __init__(self, root: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Load the directory.

        Raises:
            DirectoryError: the very first version is broken: there is no good one to serve.
        """
        self._root = root
        self._clock = clock
        self._lock = threading.Lock()
        self.warning: str | None = None
        self._refused: tuple[dict[str, Stamp], date] | None = None
        self._seen = stamps(root)
        self._files = {path: load_file(Path(path)) for path in self._seen}
        self._directory = assemble(self._files.values())
        self._looked = clock()

    def current(self) -> Directory:
        """The newest valid version. Looks at the files at most once a second; meanwhile others get the last one."""
        if self._lock.acquire(blocking=False):
            try:
                if self._clock() - self._looked >= _LOOK_EVERY_SECONDS:
                    self._looked = self._clock()
                    self._refresh()
            finally:
                self._lock.release()
        return self._directory

    def _refresh(self) -> None:
        looked_at = None
        try:
            # To check an edit takes seconds, so a refused one is not checked again while it stays as it is. The day counts: a date may be too early only today.
            looked_at = stamps(self._root), date.today()
            if looked_at == self._refused:
                return
            self._take_edits(looked_at[0])
            if self.warning:
                logger.info("directory: the edit is mended, serving the new version")
            self.warning = self._refused = None
        except DirectoryError as problem:
            self._refused = looked_at
            if self.warning != str(problem):
                logger.warning("directory: still serving the last good version: %s", problem)
            self.warning = str(problem)

    def _take_edits(self, now: dict[str, Stamp]) -> None:
        """Read what changed and swap the whole version in, or raise and leave everything as it was."""
        if now == self._seen:
            return
        changed = [Path(path) for path, stamp in now.items() if self._seen.get(path) != stamp]
        _refuse_mistakes(changed, self._directory)
        fresh = {str(file): load_file(file) for file in changed}
        files = {path: fresh.get(path) or self._files[path] for path in now}
        directory = assemble(files.values())
        _refuse_lost(files.values(), self._directory.by_id.keys() - directory.by_id.keys())
        self._directory, self._files, self._seen = directory, files, now


def _refuse_mistakes(files: Sequence[Path], directory: Directory) -> None:
    """An edit must pass ``signpost check`` before families see it.

    Raises:
        DirectoryError: with the line of the first mistake and what to write instead.
    """
    findings = check(files, date.today(), frozenset(directory.by_id))
    if findings:
        first, more = findings[0], f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        raise DirectoryError(first.file, first.what, f"{first.instead}{more}", first.line)


def _refuse_lost(files: Iterable[ServiceFile], gone: Set[str]) -> None:
    """A service that another one follows may not go before that one is changed.

    Raises:
        DirectoryError: with the file that still names it under ``after``.
    """
    for file in files:
        for service in file.services:
            if service.after in gone:
                raise DirectoryError(file.path, f"{service.id} names {service.after!r} under after, which is gone", "name another one, or write null")
