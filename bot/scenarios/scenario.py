"""Reads scenario files (``tests/signposting/*.yml``, described by ``schema.json``): every mistake with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.directory.load import DirectoryError, service_files
from bot.directory.mistakes import did_you_mean
from bot.directory.positions import Finding, line_of, read
from bot.directory.service import Directory
from bot.directory.shape import misshapen, read_schema
from bot.directory.vocabulary import KINDS
from bot.enquiry import Enquiry
from bot.scenarios.said import NotUnderstood, enquiry

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
    for file in _files(path, findings):
        root, problems = read(file)
        findings += problems or misshapen(file, root, read_schema(_SCHEMA))
        for at, raw in enumerate(_entries(root)):
            mistakes = list(_unknown_words(file, root, at, raw, directory))
            findings += mistakes
            try:
                scenario = _scenario(raw, f"{file}:{line_of(root, ('scenarios', at))}", today)
            except NotUnderstood as problem:
                what, _, instead = str(problem).rpartition(": ")
                findings.append(Finding(file, line_of(root, ("scenarios", at)), what, instead))
            except (KeyError, TypeError, AttributeError):
                continue  # the schema says what is wrong with its shape
            else:
                scenarios += [] if mistakes else [scenario]
    return scenarios, sorted(set(findings))


def _files(path: Path, findings: list[Finding]) -> list[Path]:
    if path.is_file():
        return [path]
    try:
        return service_files(path)
    except DirectoryError as problem:
        file, what, instead = f"{problem}: mend it".split(": ", 2)
        findings.append(Finding(Path(file), 1, what, instead))
        return []


def _entries(root: Any) -> Sequence[Any]:
    entries = root.get("scenarios") if isinstance(root, Mapping) else None
    return entries if isinstance(entries, list) else ()


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


def _unknown_words(file: Path, root: Any, at: int, raw: Any, directory: Directory) -> Iterator[Finding]:
    """Kinds and ids that do not exist: a scenario about a service that is gone would pass for ever."""
    for key in _WANTED if isinstance(raw, Mapping) else ():
        words = raw.get(key)
        for place, one in enumerate(words if isinstance(words, list) else ()):
            for word in one if isinstance(one, list) else [one]:
                if isinstance(word, str) and word not in KINDS and word not in directory.by_id:
                    cure = did_you_mean(word, [*KINDS, *sorted(directory.by_id)], "write a kind or a service's id", 70)
                    yield Finding(file, line_of(root, ("scenarios", at, key, place)), f"there is no kind or service {word!r}", cure)
