"""Reads the service files. Fast and strict: a file that cannot be trusted is refused whole.

``signpost check`` (:mod:`bot.directory.check`) explains every mistake with its line; this module only has to
be sure that nothing wrong gets in.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.directory.plain_yaml import NotPlain, parse
from bot.directory.service import Directory, Service, Session
from bot.directory.sessions import rule_of
from bot.directory.vocabulary import KINDS, NEEDS

MAX_BYTES = 1_000_000
_NEEDS = frozenset(NEEDS)
_EVERY_DAY_OR_LESS = re.compile(r"^(?:RRULE:)?FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)\b")
_ID = re.compile(r"""^(?:[ ]*-[ ]+|[ ]+)?id:[ ]+["']?([a-z0-9-]+)["']?[ ]*(?:#.*)?$""", re.MULTILINE)
_CLOCK = re.compile(r"^(?:[01]\d|2[0-3]):[0-5]\d$")

Stamp = tuple[int, int, int]  # times of the last modification and of the last change of rights in ns, size in bytes


class DirectoryError(ValueError):
    """A file, or the whole directory, cannot be used: where, what is wrong and, where that is known, its line (from 1) and what to write instead."""

    def __init__(self, file: Path | str, what: str, instead: str = "", line: int = 0) -> None:
        self.file, self.what, self.instead, self.line = Path(file), what, instead, line
        super().__init__(": ".join(filter(None, (str(file), f"line {line}" if line else "", what, instead))))


@dataclass(frozen=True)
class ServiceFile:
    """One file's services, and a digest of every word in it."""

    path: str
    digest: bytes
    services: tuple[Service, ...]


def load_directory(root: Path) -> Directory:
    """The whole directory under ``root``.

    Raises:
        DirectoryError: any file cannot be used, or an id stands in two of them.
    """
    return assemble(load_file(Path(path)) for path in stamps(root))


def load_file(file: Path) -> ServiceFile:
    """The services of one file.

    Raises:
        DirectoryError: the file cannot be used.
    """
    text = read_text(file)
    return ServiceFile(str(file), hashlib.sha256(text.encode()).digest(), parse_file(file, text))


def service_files(root: Path) -> list[Path]:
    """Every YAML file under ``root``, in a fixed order.

    Raises:
        DirectoryError: a link leads out of the folder.
    """
    return [Path(path) for path in stamps(root)]


def ids_by_file(root: Path) -> dict[Path, list[str]]:
    """The ids of each file under ``root``, of broken files too, since only the line of the id is looked for.

    Raises:
        DirectoryError: as ``stamps``.
    """
    return {Path(path): _ids(Path(path)) for path in stamps(root)}


def ids_of(by_file: Mapping[Path, Sequence[str]]) -> frozenset[str]:
    """The ids in the files, and the name of each that is one service's: where that cannot be read or has another id, only it is wrong."""
    return frozenset(id for file, ids in by_file.items() for id in (ids if len(ids) > 1 else (*ids, file.stem)))


def _ids(file: Path) -> list[str]:
    try:
        return _ID.findall(read_text(file))
    except DirectoryError:
        return []


def stamps(root: Path) -> dict[str, Stamp]:
    """The path of every service file under ``root``, in a fixed order, with what changes when it is edited.

    Raises:
        DirectoryError: a link leads out of the folder, or a folder cannot be read.
    """
    try:
        return dict(sorted(_walk(str(root), os.path.realpath(root))))
    except OSError as problem:  # deleted between listing and looking: the next look sees it
        raise DirectoryError(problem.filename or root, "cannot be read", problem.strerror or "") from None


def read_text(file: Path) -> str:
    """The text of a service file.

    Raises:
        DirectoryError: the file is too large, not UTF-8, or cannot be read.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            raise DirectoryError(file, f"larger than {MAX_BYTES // 1000} kB", "one service a file is enough")
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as problem:
        line = problem.object.count(b"\n", 0, problem.start) + 1
        raise DirectoryError(file, "a character of this line is not UTF-8", "save the file as UTF-8", line) from None
    except OSError as problem:
        raise DirectoryError(file, "cannot be read", problem.strerror or "") from None


def parse_file(file: Path, text: str) -> tuple[Service, ...]:
    """The services of one file: one mapping, or a ``services`` list.

    Raises:
        DirectoryError: the text is not YAML of the right shape.
    """
    try:
        raw = parse(text)
    except yaml.MarkedYAMLError as problem:  # whose own words are three lines
        line = problem.problem_mark.line + 1 if problem.problem_mark else 0
        raise DirectoryError(file, f"this is not YAML ({problem.problem})", line=line) from None
    except NotPlain as problem:
        raise DirectoryError(file, problem.what, problem.instead, problem.line) from None
    except (yaml.YAMLError, ValueError) as problem:
        raise DirectoryError(file, str(problem).splitlines()[0]) from None
    try:
        services = tuple(Service.from_mapping(entry) for entry in _entries(raw))
    except (KeyError, TypeError, AttributeError) as problem:
        raise DirectoryError(file, type(problem).__name__, str(problem)) from None
    for service in services:
        _refuse_unknown_words(file, service)
        for session in service.sessions:
            _refuse_endless(file, session)
    return services


def assemble(files: Iterable[ServiceFile]) -> Directory:
    """One directory from its files.

    Raises:
        DirectoryError: an id stands twice.
    """
    digest = hashlib.sha256()
    home: dict[str, str] = {}
    services: list[Service] = []
    for file in files:
        digest.update(file.digest)
        for service in file.services:
            if service.id in home:
                raise DirectoryError(file.path, f"the id {service.id} is already used in {home[service.id]}")
            home[service.id] = file.path
            services.append(service)
    return Directory.of(tuple(services), digest.hexdigest())


def _walk(folder: str, top: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue  # an editor's own files
            if entry.is_symlink() and not _leads_inside(entry.path, top):
                raise DirectoryError(entry.path, "this link leads out of the directory's folder", "put the file itself here")
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, top)
            elif entry.name.endswith((".yml", ".yaml")) and entry.is_file():
                status = entry.stat()
                yield entry.path, (status.st_mtime_ns, status.st_ctime_ns, status.st_size)


def _leads_inside(path: str, top: str) -> bool:
    return os.path.realpath(path).startswith(top + os.sep)


def _entries(raw: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(raw, dict):
        raise TypeError("the file must be one service, or a list under `services:`")
    yield from raw.get("services", [raw])


def _refuse_unknown_words(file: Path, service: Service) -> None:
    unknown = [need for need in (*service.main, *service.also) if need not in _NEEDS]
    if unknown or service.kind not in KINDS:
        word = unknown[0] if unknown else service.kind
        raise DirectoryError(file, f"{word!r} is not in the taxonomy")


def _refuse_endless(file: Path, session: Session) -> None:
    """A rule that repeats by the second would be counted for ever, and one without a date nearly so."""
    if session.time is not None and not _CLOCK.match(session.time):
        raise DirectoryError(file, f"the time {session.time!r} is not like 13:30")
    try:
        if not _EVERY_DAY_OR_LESS.match(session.rrule):
            raise ValueError("a session takes place once a day or less")
        rule_of(session.rrule, session.starts)
    except (ValueError, TypeError, KeyError) as problem:
        raise DirectoryError(file, f"rrule {session.rrule!r}", str(problem)) from None
