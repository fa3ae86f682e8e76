"""Whether the questions and answers lead only to services that are in the directory: part of ``signpost check``."""

from __future__ import annotations

from collections.abc import Iterator, Set
from pathlib import Path

from bot.directory.mistakes import did_you_mean
from bot.directory.positions import Finding, line_of, read


def unknown_services(folder: Path, ids: Set[str]) -> list[Finding]:
    """A finding for each file that cannot be read and each service that an answer names and ``ids`` does not hold."""
    return [finding for file in sorted(folder.glob("*.yml")) for finding in _of_file(file, ids)]


def _of_file(file: Path, ids: Set[str]) -> Iterator[Finding]:
    entries, problems = read(file)
    yield from problems
    for at, entry in enumerate(entries if isinstance(entries, list) else []):
        named = entry.get("services") if isinstance(entry, dict) else None
        for place, id in enumerate(named if isinstance(named, list) else []):
            if id not in ids:
                line = line_of(entries, (at, "services", place))
                yield Finding(file, line, f"there is no service {id!r}", did_you_mean(str(id), sorted(ids), "take it out"))
