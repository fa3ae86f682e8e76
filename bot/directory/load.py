"""Reads the service files. Fast and strict: a file that cannot be trusted is refused whole.

``signpost check`` (:mod:`bot.directory.check`) explains every mistake with its line; this module only has to
be sure that nothing wrong gets in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.directory.service import Directory, Service
from bot.directory.vocabulary import KINDS, NEEDS

MAX_BYTES = 1_000_000


class DirectoryError(ValueError):
    """A file, or the whole directory, cannot be used; the message begins with the file's name."""


class StrictLoader(yaml.CSafeLoader):
    """Plain YAML only: no key twice. (Aliases are refused before; libyaml would unfold them unseen.)"""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice: keep one", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def service_files(root: Path) -> list[Path]:
    """Every YAML file under ``root``, in a fixed order.

    Raises:
        DirectoryError: a link leads out of the folder.
    """
    top = root.resolve()
    files = sorted(path for path in root.rglob("*.yml") if path.is_file())
    for file in files:
        if not file.resolve().is_relative_to(top):
            raise DirectoryError(f"{file}: this link leads out of the directory's folder: put the file itself here")
    return files


def read_text(file: Path) -> str:
    """The text of a service file.

    Raises:
        DirectoryError: the file is too large, not UTF-8, or cannot be read.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            raise DirectoryError(f"{file}: larger than {MAX_BYTES // 1000} kB: one service a file is enough")
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as problem:
        raise DirectoryError(f"{file}: not UTF-8 (byte {problem.start}): save the file as UTF-8") from None
    except OSError as problem:
        raise DirectoryError(f"{file}: cannot be read: {problem.strerror}") from None


def parse_file(file: Path, text: str) -> tuple[Service, ...]:
    """The services of one file: one mapping, or a ``services`` list.

    Raises:
        DirectoryError: the text is not YAML of the right shape.
    """
    try:
        refuse_aliases(text)
        raw = yaml.load(text, Loader=StrictLoader)
    except (yaml.YAMLError, ValueError) as problem:
        raise DirectoryError(f"{file}: {problem}") from None
    try:
        services = tuple(Service.from_mapping(entry) for entry in _entries(raw))
    except (KeyError, TypeError, AttributeError) as problem:
        raise DirectoryError(f"{file}: {type(problem).__name__}: {problem}") from None
    for service in services:
        _refuse_unknown_words(file, service)
    return services


def load_directory(root: Path) -> Directory:
    """The whole directory under ``root``.

    Raises:
        DirectoryError: any file cannot be used, or an id stands in two of them.
    """
    parts = [(file, read_text(file)) for file in service_files(root)]
    return assemble([(file, text, parse_file(file, text)) for file, text in parts])


def assemble(parts: list[tuple[Path, str, tuple[Service, ...]]]) -> Directory:
    """One directory from parsed files.

    Raises:
        DirectoryError: an id stands twice.
    """
    digest = hashlib.sha256()
    home: dict[str, Path] = {}
    services: list[Service] = []
    for file, text, found in parts:
        digest.update(text.encode())
        for service in found:
            if service.id in home:
                raise DirectoryError(f"{file}: the id {service.id} is already used in {home[service.id]}")
            home[service.id] = file
            services.append(service)
    return Directory.of(tuple(services), digest.hexdigest())


def refuse_aliases(text: str) -> None:
    """A few lines with aliases can unfold into gigabytes, so none is taken."""
    if "*" in text and "&" in text:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise ValueError(f"line {line}: an alias (*name) is not allowed here: write the words out")


def _entries(raw: Any) -> Iterator[dict[str, Any]]:
    if not isinstance(raw, dict):
        raise TypeError("the file must be one service, or a list under `services:`")
    yield from raw.get("services", [raw])


def _refuse_unknown_words(file: Path, service: Service) -> None:
    unknown = [need for need in (*service.main, *service.also) if need not in NEEDS]
    if unknown or service.kind not in KINDS:
        word = unknown[0] if unknown else service.kind
        raise DirectoryError(f"{file}: {word!r} is not in the taxonomy")
    if service.contact.phone is not None and not isinstance(service.contact.phone, str):
        raise DirectoryError(f"{file}: the phone number was read as a number: put it in quotes")
