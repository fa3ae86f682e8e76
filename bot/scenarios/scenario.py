"""Reads scenario files (``tests/signposting/*.yml``, described by ``schema.json``): every mistake with its line."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.directory.likeness import did_you_mean
from bot.directory.mistakes import EntryPath, Mistake, items
from bot.directory.positions import Finding, files_under, line_of, read
from bot.directory.service import Directory
from bot.directory.shape import misshapen, read_schema
from bot.directory.vocabulary import KINDS
from bot.enquiry import Enquiry
from bot.scenarios.said import NotUnderstood, ages, enquiry, need, place

_SCHEMA = Path(__file__).with_name("schema.json")
_WANTED = ("first_three", "anywhere", "soon", "never")

# A kind or an id, or several of which one is enough.
Wanted = tuple[str, ...]


@dataclass(frozen=True)
class Scenario:
    """One case and what a good navigator would tell this family. ``where`` is "file:line"."""

    case: str
    enquiry: Enquiry
    why: str
    where: str
    first_three: tuple[Wanted, ...] = ()
    anywhere: tuple[Wanted, ...] = ()
    soon: tuple[Wanted, ...] = ()
    never: tuple[str, ...] = ()


def read_scenarios(path: Path, directory: Directory, today: date) -> tuple[list[Scenario], list[Finding]]:
    """The scenarios of a file or folder, and what is wrong with those that cannot be used."""
    scenarios: list[Scenario] = []
    findings: list[Finding] = []
    for file in files_under(path, findings):
        root, problems = read(file)
        shape = problems or list(misshapen(file, root, read_schema(_SCHEMA)))
        findings += shape
        for at, raw in enumerate(_entries(root)):
            found = _mistakes(raw, directory, today)
            mistakes = [Finding(file, line_of(root, ("scenarios", at, *path)), what, cure) for path, what, cure in found]
            findings += mistakes
            lines = _lines(root, at)
            # Read in half, a scenario would pass or fail for something that nobody wrote.
            if not mistakes and not any(one.line in lines for one in shape):
                scenarios.append(_scenario(raw, f"{file}:{lines.start}", today))
    return scenarios, sorted(set(findings))


def _entries(root: Any) -> Sequence[Any]:
    entries = root.get("scenarios") if isinstance(root, Mapping) else None
    return entries if isinstance(entries, list) else ()


def _lines(root: Any, at: int) -> range:
    """The lines of an entry: to the next one, or to the end of any file."""
    first = line_of(root, ("scenarios", at))
    is_last = at + 1 == len(root["scenarios"])
    return range(first, sys.maxsize if is_last else max(first + 1, line_of(root, ("scenarios", at + 1))))


def _scenario(raw: Any, where: str, today: date) -> Scenario:
    asked = enquiry(
        raw["needs"],
        raw.get("ages") or (),
        raw.get("place"),
        today,
        needs_of=raw.get("needs_of") or (),
        has_diagnosis=raw.get("diagnosis"),
        has_ehc_plan=raw.get("ehc_plan"),
    )
    return Scenario(
        case=str(raw["case"]),
        enquiry=asked,
        why=str(raw["why"]),
        where=where,
        first_three=_wanted(raw.get("first_three")),
        anywhere=_wanted(raw.get("anywhere")),
        soon=_wanted(raw.get("soon")),
        never=tuple(raw.get("never") or ()),
    )


def _wanted(raw: Sequence[str | Sequence[str]] | None) -> tuple[Wanted, ...]:
    return tuple((one,) if isinstance(one, str) else tuple(one) for one in raw or ())


def _mistakes(raw: Any, directory: Directory, today: date) -> list[Mistake]:
    """What the schema cannot see in an entry. Parts of the wrong shape are the schema's to report."""
    if not isinstance(raw, Mapping):
        return []
    unread = list(_unread(raw, today))
    return [*unread, *_unknown_words(raw, directory), *([] if unread else _uneven(raw, today))]


def _unread(raw: Mapping[str, Any], today: date) -> Iterator[Mistake]:
    """Needs, ages and a place that mean nothing, each where it stands."""
    readers: dict[str, Callable[[str], object]] = {"needs": need, "needs_of": need, "ages": lambda said: ages(said, today), "place": place}
    for key, reader in readers.items():
        for path, said in _words(raw.get(key), (key,)):
            try:
                reader(said)
            except NotUnderstood as problem:
                what, _, instead = str(problem).rpartition(": ")
                yield path, what, instead
    for at, age in enumerate(items(raw, "ages")):
        if isinstance(age, (int, float)):
            yield ("ages", at), f"the age {age} stands without quotes", f'write "{age}"'


def _uneven(raw: Mapping[str, Any], today: date) -> Iterator[Mistake]:
    """Needs of each child's own that are not one list a child: it would be anybody's guess whose they are."""
    own = items(raw, "needs_of")
    children = sum(len(ages(said, today)) for _, said in _words(raw.get("ages")))
    if own and len(own) != children:
        cure = "write one list a child, in the order of the ages, and [] for a child without needs of their own"
        yield ("needs_of",), f"needs_of and ages do not tell of as many children ({len(own)} and {children})", cure


def _unknown_words(raw: Mapping[str, Any], directory: Directory) -> Iterator[Mistake]:
    """Kinds and ids that do not exist: a scenario about a service that is gone would pass for ever."""
    for key in _WANTED:
        for path, word in _words(raw.get(key), (key,)):
            if word not in KINDS and word not in directory.by_id:
                cure = did_you_mean(word, [*KINDS, *sorted(directory.by_id)], "write a kind or a service's id", 70)
                yield path, f"there is no kind or service {word!r}", cure


def _words(node: Any, path: EntryPath = ()) -> Iterator[tuple[EntryPath, str]]:
    """Every text of a part, alone or in lists, with its path."""
    if isinstance(node, str):
        yield path, node
    for at, one in enumerate(node if isinstance(node, list) else ()):
        yield from _words(one, (*path, at))
