"""Where records come from: a feed's address, a folder that export wrote, or one JSON file."""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

from bot.oruk.fetch import Found, Limits, Unreadable, fetch, parse, rows_of


class NoSource(ValueError):
    """What was named is no source; the message says what to write."""


def read(source: str, limits: Limits | None = None) -> list[Found]:
    """Every record of a source, in the source's order.

    Raises:
        NoSource: it names nothing that can be read.
        Unreadable: what it names is broken, slow or too large.
    """
    limits = limits or Limits()
    if "://" in source:
        return asyncio.run(fetch(base_address(source), limits))
    path = Path(source)
    if path.is_file():
        return [Found(row, source) for row in rows_of(parse(_bytes(path, limits), source), source)]
    if not path.is_dir():
        raise NoSource(f"{source} is no address (https://...), no folder and no file")
    # Its files, not the ids in its list: an id could lead out of the folder.
    files = sorted((path / "services").glob("*.json"))
    if not files and (path / "services.json").is_file():
        return read(str(path / "services.json"), limits)
    if not files:
        raise NoSource(f"{source} holds no services folder: is it one that signpost oruk export wrote?")
    if len(files) > limits.records:
        raise Unreadable(f"{source}: it has more than {limits.records:,} services")
    return [Found(parse(_bytes(file, limits), str(file)), str(file)) for file in files]


def base_address(source: str) -> str:
    """The address under which a feed's endpoints stand.

    Raises:
        NoSource: it is no http or https address, or holds a name and password or a query.
    """
    try:
        parts = urlsplit(source)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        raise NoSource(f"{source[:100]} is no address: write it like https://example.org/oruk") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_fine or " " in source:
        raise NoSource(f"{source[:100]} is no address: write it like https://example.org/oruk")
    if parts.username is not None or parts.query or parts.fragment:
        raise NoSource("write the feed's address alone, without a name and password, and without ? or #")
    return source.rstrip("/").removesuffix("/services").rstrip("/")


def _bytes(file: Path, limits: Limits) -> bytes:
    try:
        if file.is_file() and file.stat().st_size <= limits.bytes_an_answer:
            return file.read_bytes()
    except OSError as problem:
        raise Unreadable(f"{file}: it cannot be read: {problem.strerror}") from None
    raise Unreadable(f"{file}: it is no file, or larger than {limits.bytes_an_answer // 1_000_000} MB")
