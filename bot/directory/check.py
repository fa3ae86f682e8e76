"""``signpost check``: every mistake of every file in one run, with its line and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.directory.likeness import SPELT_ALIKE, did_you_mean
from bot.directory.load import DirectoryError, ids_by_file, ids_of, load_file, read_text
from bot.directory.mistakes import EntryPath, Mistake, first_told, items, mistakes, part, rule_mistakes
from bot.directory.positions import Finding, files_under, line_of, read, refused
from bot.directory.shape import faults, read_schema
from bot.directory.traceable import untraced
from bot.directory.vocabulary import NEEDS

Entry = tuple[Path, Any, EntryPath, Any]

_SCHEMA = Path(__file__).with_name("schema.json")
_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COMMENT_BEHIND = re.compile(r"\S[ \t]+#")
_MEANT_FOR_YAML = re.compile(r"([^.].*?)\.(?:ya?ml|yl?m|yal?m)(?:\.txt)?", re.IGNORECASE)


def check(
    paths: Sequence[Path],
    today: date | None = None,
    known_ids: frozenset[str] = frozenset(),
    directory: Path | None = None,
) -> list[Finding]:
    """The findings over files and folders, in order of file and line; empty when all is well.

    ``known_ids`` are services elsewhere that ``after`` may name when only a part of the directory is checked, and so are
    those of ``directory``. A file inside it may not have the id of another one, and is named after its own; a draft
    outside may be the next version of a service, and keeps its id.
    """
    today = today or date.today()
    neighbours = _neighbours(directory)
    findings: list[Finding] = []
    entries: list[Entry] = []
    for file in _files(paths, findings):
        root, found = read(file)
        if not found:
            own = list(_entries(file, root))
            found = [*_of_file(file, root, own, today), *_cut_off(file)]
            entries += own
        findings += found or _not_loaded(file)
    between = list(_between(entries, known_ids | ids_of(neighbours), neighbours))
    told = {(one.file, one.line) for one in between}
    findings += between
    findings += (one for one in _beside(entries, neighbours) if (one.file, one.line) not in told)
    folders = [path for path in paths if path.is_dir()]
    findings += (finding for folder in folders for finding in _not_read(folder))
    if folders:
        findings += _unmet_needs(folders[0], [entry for *_, entry in entries])
    return sorted(set(findings))


def _of_file(file: Path, root: Any, entries: Sequence[Entry], today: date) -> Iterator[Finding]:
    """One message a place: what a rule of a session lacks, then the schema, then what it cannot see."""
    no_service = _no_service(file, root)
    if no_service:
        yield no_service
        return

    def inside(at: EntryPath, found: Iterator[Mistake]) -> Iterator[Mistake]:
        return (((*at, *path), what, instead) for path, what, instead in found)

    stages = (
        [mistake for *_, at, entry in entries for mistake in inside(at, rule_mistakes(entry, today))],
        faults(root, _schema_of(root)),
        [mistake for *_, at, entry in entries for mistake in inside(at, mistakes(entry, today))],
        [mistake for *_, at, entry in entries for mistake in inside(at, untraced(entry))],
    )
    yield from (Finding(file, line_of(root, path), what, instead) for path, what, instead in first_told(stages))


def _not_loaded(file: Path) -> Iterator[Finding]:
    """What the chat would refuse although nothing else was found: an edit never fails without a word."""
    try:
        load_file(file)
    except DirectoryError as problem:
        yield refused(problem)


def _cut_off(file: Path) -> Iterator[Finding]:
    """A text without quotes ends at #, and nobody sees the rest."""
    text = read_text(file)
    if not _COMMENT_BEHIND.search(text):
        return
    lines = text.splitlines()
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        end = event.end_mark
        if isinstance(event, yaml.ScalarEvent) and not event.style and end and end.line < len(lines):
            comment = re.match(r"\s+#(\S?)", lines[end.line][end.column :])
            if comment and (" " in event.value or comment[1]):
                yield Finding(file, end.line + 1, "everything after # is dropped", "put the whole text in quotes")


def _not_read(folder: Path) -> Iterator[Finding]:
    """Files that were meant for the chat, and that it passes over because of their names."""
    for file in sorted(folder.rglob("*")):
        meant = _MEANT_FOR_YAML.fullmatch(file.name)
        if meant and file.suffix not in (".yml", ".yaml") and file.is_file():
            yield Finding(file, 1, f"{file.name} is not read", f"name it {meant[1]}.yml")


def _files(paths: Sequence[Path], findings: list[Finding]) -> Iterator[Path]:
    """Each file once, however often it is named: read twice, each of its ids would stand twice."""
    seen: set[Path] = set()
    for path in paths:
        for file in files_under(path, findings):
            # A link to a file is a second file, as it is for the chat; a folder under two names is one.
            itself = file.parent.resolve() / file.name
            if itself not in seen:
                seen.add(itself)
                yield file


def _entries(file: Path, root: Any) -> Iterator[Entry]:
    if isinstance(root, dict) and isinstance(root.get("services"), list):
        for at, entry in enumerate(root["services"]):
            if isinstance(entry, dict):
                yield file, root, ("services", at), entry
    elif isinstance(root, dict) and "scenarios" not in root:
        yield file, root, (), root


def _no_service(file: Path, root: Any) -> Finding | None:
    """A file that holds something else, in one line."""
    if isinstance(root, dict) and "scenarios" in root:
        return Finding(file, 1, "these are scenarios, not services", f"write: signpost scenarios {file}")
    if isinstance(root, list) and any(isinstance(one, dict) and "question" in one for one in root):
        return Finding(file, 1, "these are questions and answers, not services", "keep them in faq/, and write: signpost check faq")
    if not isinstance(root, dict) or not root:
        return Finding(file, 1, "this is not a service", "write one service (id: ..., name: ...), or a list under services:")
    return None


def _schema_of(root: dict[str, Any]) -> dict[str, Any]:
    schema = {**read_schema(_SCHEMA), **({} if "services" in root else {"$ref": "#/$defs/service"})}
    either = schema.pop("oneOf")
    return schema | either[1] if "services" in root else schema


def _neighbours(directory: Path | None) -> dict[Path, list[str]]:
    """The ids of the directory's files; none where its folder cannot be read."""
    try:
        return ids_by_file(directory) if directory else {}
    except DirectoryError:
        return {}


def _beside(entries: Sequence[Entry], neighbours: Mapping[Path, Sequence[str]]) -> Iterator[Finding]:
    """Files inside the directory with the id of a file that is not checked now, or with another name than their own id."""
    checked = {file.resolve() for file, *_ in entries}
    taken = {id: file for file, ids in neighbours.items() if file.resolve() not in checked for id in ids}
    inside = {file.resolve() for file in neighbours}
    for file, root, at, entry in entries:
        id, line = entry.get("id"), line_of(root, (*at, "id"))
        if not isinstance(id, str) or file.resolve() not in inside:
            continue
        if id in taken:
            yield Finding(file, line, f"the id {id!r} is already used in {taken[id]}", "choose another id, and name the file after it")
        elif not at and id != file.stem and _AN_ID.fullmatch(id):
            yield Finding(file, line, f"the id {id!r} and the file's name are not the same", f"name the file {id}.yml, or mend the id if it is new")


def used_twice(stand: Iterable[tuple[Path, int, Any]]) -> Iterator[Finding]:
    """Each id that stood before, from the file, line and id of every entry; what is no text is another mistake."""
    home: dict[str, str] = {}
    for file, line, id in stand:
        if isinstance(id, str):
            if id in home:
                yield Finding(file, line, f"the id {id!r} is already used in {home[id]}", "choose another id")
            home.setdefault(id, f"{file}:{line}")


def _between(entries: Sequence[Entry], known_ids: frozenset[str], files: Iterable[Path]) -> Iterator[Finding]:
    """Ids that stand twice, and `after` that leads nowhere. ``files`` are the directory's, whose names of services are looked at too."""
    stand = [(file, line_of(root, (*at, "id")), entry.get("id")) for file, root, at, entry in entries]
    yield from used_twice(sorted(stand, key=lambda one: one[0].stem != one[2]))  # a copy is told, not the file that has the id's name
    ids = known_ids.union(id for *_, id in stand if isinstance(id, str))
    for file, root, at, entry in entries:
        after = entry.get("after")
        line = line_of(root, (*at, "after"))
        if isinstance(after, str) and after == entry.get("id"):
            yield Finding(file, line, "after names the service itself", "name the one that follows, or write null")
        elif isinstance(after, str) and after not in ids:
            named = _ids_by_name(entries, files).get(after.strip().casefold())
            cure = f"write its id: {named}" if named else did_you_mean(after, sorted(ids), "write null", SPELT_ALIKE)
            yield Finding(file, line, f"there is no service {after!r}", cure)


def _ids_by_name(entries: Iterable[Entry], files: Iterable[Path]) -> dict[str, str]:
    """The id of each service by its name in small letters."""
    read_now = (one for file in files for one in _entries(file, read(file)[0]))
    return {str(entry.get("name")).casefold(): id for *_, entry in (*entries, *read_now) if isinstance(id := entry.get("id"), str)}


def _unmet_needs(folder: Path, entries: list[Any]) -> Iterator[Finding]:
    met = {need for entry in entries for need in items(part(entry, "needs"), "main") if isinstance(need, str)}
    for need in NEEDS:
        if need not in met and len(entries) > 50:
            yield Finding(folder, 1, f"nobody's main job is the need {need!r}", "add a service, or move it from also to main")
