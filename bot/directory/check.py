"""``signpost check``: every mistake of every file in one run, with its line and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.directory.load import DirectoryError, service_files
from bot.directory.mistakes import EntryPath, did_you_mean, items, mistakes, part
from bot.directory.positions import Finding, line_of, read
from bot.directory.shape import misshapen, read_schema
from bot.directory.traceable import untraced
from bot.directory.vocabulary import NEEDS

__all__ = ["Finding", "check"]

_SCHEMA = Path(__file__).with_name("schema.json")


def check(paths: Sequence[Path], today: date | None = None, known_ids: frozenset[str] = frozenset()) -> list[Finding]:
    """The findings over files and folders, in order of file and line; empty when all is well.

    ``known_ids`` are services elsewhere that ``after`` may name when only a part of the directory is checked.
    """
    today = today or date.today()
    findings: list[Finding] = []
    entries: list[tuple[Path, Any, EntryPath, Any]] = []
    for file in _files(paths, findings):
        root, problems = read(file)
        findings += problems
        if not problems:
            shape = list(_shape(file, root))
            findings += shape
            entries += [(file, root, at, entry) for at, entry in _entries(root)]
    for file, root, at, entry in entries:
        findings += (
            Finding(file, line_of(root, (*at, *path)), what, instead)
            for path, what, instead in (*mistakes(entry, today), *untraced(entry))
        )
    findings += _between(entries, known_ids)
    if any(path.is_dir() for path in paths):
        findings += _unmet_needs(next(path for path in paths if path.is_dir()), [entry for *_, entry in entries])
    return sorted(set(findings))


def _files(paths: Sequence[Path], findings: list[Finding]) -> Iterator[Path]:
    """Each file once, however often it is named: read twice, each of its ids would stand twice."""
    seen: set[Path] = set()
    for path in paths:
        for file in _under(path, findings):
            # A link to a file is a second file, as it is for the chat; a folder under two names is one.
            itself = file.parent.resolve() / file.name
            if itself not in seen:
                seen.add(itself)
                yield file


def _under(path: Path, findings: list[Finding]) -> list[Path]:
    if path.is_file():
        return [path]
    try:
        return service_files(path)
    except DirectoryError as problem:
        file, what, instead = str(problem).split(": ", 2)
        findings.append(Finding(Path(file), 1, what, instead))
        return []


def _entries(root: Any) -> Iterator[tuple[EntryPath, Any]]:
    if isinstance(root, dict) and isinstance(root.get("services"), list):
        for at, entry in enumerate(root["services"]):
            if isinstance(entry, dict):
                yield ("services", at), entry
    elif isinstance(root, dict):
        yield (), root


def _shape(file: Path, root: Any) -> Iterator[Finding]:
    """What the schema refuses, in an editor's words."""
    if not isinstance(root, dict) or not root:
        yield Finding(file, 1, "this is not a service", "write one service (id: ..., name: ...), or a list under services:")
        return
    schema = {**read_schema(_SCHEMA), **({} if "services" in root else {"$ref": "#/$defs/service"})}
    either = schema.pop("oneOf")
    if "services" in root:
        schema |= either[1]
    yield from misshapen(file, root, schema)


def _between(entries: list[tuple[Path, Any, EntryPath, Any]], known_ids: frozenset[str]) -> Iterator[Finding]:
    """Ids that stand twice, and `after` that leads nowhere."""
    home: dict[str, tuple[Path, int]] = {}
    for file, root, at, entry in entries:
        id, line = entry.get("id"), line_of(root, (*at, "id"))
        if isinstance(id, str):
            if id in home:
                other, where = home[id]
                yield Finding(file, line, f"the id {id!r} is already used in {other}:{where}", "choose another id")
            else:
                home[id] = (file, line)
    ids = home.keys() | known_ids
    for file, root, at, entry in entries:
        after = entry.get("after")
        line = line_of(root, (*at, "after"))
        if isinstance(after, str) and after == entry.get("id"):
            yield Finding(file, line, "after names the service itself", "name the one that follows, or write null")
        elif isinstance(after, str) and after not in ids:
            yield Finding(file, line, f"there is no service {after!r}", did_you_mean(after, sorted(ids), "write null"))


def _unmet_needs(folder: Path, entries: list[Any]) -> Iterator[Finding]:
    met = {need for entry in entries for need in items(part(entry, "needs"), "main") if isinstance(need, str)}
    for need in NEEDS:
        if need not in met and len(entries) > 50:
            yield Finding(folder, 1, f"nobody's main job is the need {need!r}", "add a service, or move it from also to main")
