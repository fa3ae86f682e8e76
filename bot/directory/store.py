"""The directory while it is being edited: a valid edit is in use within a second, a broken one never."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from bot.directory.load import DirectoryError, assemble, parse_file, read_text, service_files
from bot.directory.service import Directory, Service

logger = logging.getLogger(__name__)

_LOOK_EVERY_SECONDS = 1.0

_Stamp = tuple[int, int]  # modification time in ns, size in bytes


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
        self._files: dict[Path, tuple[_Stamp, str, tuple[Service, ...]]] = {}
        self.warning: str | None = None
        self._seen: dict[Path, _Stamp] = {}
        self._looked = clock()
        self._directory = self._load()

    def current(self) -> Directory:
        """The newest valid version. Looks at the files at most once a second."""
        with self._lock:
            if self._clock() - self._looked >= _LOOK_EVERY_SECONDS:
                self._looked = self._clock()
                self._refresh()
            return self._directory

    def _refresh(self) -> None:
        try:
            self._directory = self._load()
            if self.warning:
                logger.info("directory: the edit is mended, serving the new version")
            self.warning = None
        except DirectoryError as problem:
            if self.warning != str(problem):
                logger.warning("directory: still serving the last good version: %s", problem)
            self.warning = str(problem)

    def _load(self) -> Directory:
        files = service_files(self._root)
        stamps = {file: _stamp(file) for file in files}
        if self._seen == stamps and self._files.keys() == stamps.keys() and not self.warning:
            return self._directory
        fresh = dict(self._files)
        for file in fresh.keys() - stamps.keys():
            del fresh[file]
        for file, stamp in stamps.items():
            if file not in fresh or fresh[file][0] != stamp:
                text = read_text(file)
                fresh[file] = (stamp, text, parse_file(file, text))
        directory = assemble([(file, *fresh[file][1:]) for file in files])
        self._files, self._seen = fresh, stamps
        return directory


def _stamp(file: Path) -> _Stamp:
    try:
        status = file.stat()
    except OSError as problem:  # deleted between listing and looking: the next look sees it
        raise DirectoryError(f"{file}: cannot be read: {problem.strerror}") from None
    return status.st_mtime_ns, status.st_size
