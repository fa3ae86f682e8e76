"""The records of a feed on the web. The feed is trusted with nothing: not with time, size, redirects or an end to its pages."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import json
import re
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

_PER_PAGE = 100
_REDIRECTS = 3
_AT_ONCE = 4  # kind to a council's server
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}")
_MOVED = frozenset({301, 302, 303, 307, 308})


class Unreadable(ValueError):
    """A feed that cannot be used; the message begins with the address or file."""


@dataclass(frozen=True)
class Limits:
    """How much of a feed is taken. Past any of them the whole import is refused: half a feed looks like a whole one."""

    seconds_a_request: float = 20
    seconds: float = 900
    bytes_an_answer: int = 10_000_000
    bytes_in_all: int = 200_000_000
    pages: int = 1_000
    records: int = 10_000


@dataclass(frozen=True)
class Found:
    """One record as it was read, and where."""

    record: Any
    address: str


def parse(content: bytes, where: str) -> Any:
    """The JSON of an answer or a file.

    Raises:
        Unreadable: it is none.
    """
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError:
        raise Unreadable(f"{where}: this is not UTF-8") from None
    except RecursionError:
        raise Unreadable(f"{where}: too many brackets inside each other") from None
    except ValueError as problem:
        raise Unreadable(f"{where}: this is not JSON, or breaks off ({problem})") from None


def rows_of(content: Any, where: str) -> list[Any]:
    """The rows of a page of 3.0 (``contents``) or 1.0 (``content``), of a list, or the one service that it is.

    Raises:
        Unreadable: it is none of these.
    """
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        for key in ("contents", "content"):
            if isinstance(content.get(key), list):
                return list(content[key])
        if "name" in content and "id" in content:
            return [content]
    raise Unreadable(f"{where}: this is no page, no list and no service of Open Referral UK")


def is_last(content: Any, number: int) -> bool:
    """Whether a page says that no other follows; False where it says nothing (Outpost has no ``empty``, some have less)."""
    if not isinstance(content, dict):
        return True  # a plain list has no pages
    for key in ("last_page", "last"):
        if isinstance(content.get(key), bool):
            return bool(content[key])
    totals = [content.get(key) for key in ("total_pages", "totalPages")]
    return any(isinstance(total, int) and number >= total for total in totals)


async def fetch(base: str, limits: Limits | None = None) -> list[Found]:
    """Every record of the feed at ``base``, each asked for on its own so that it is whole.

    Raises:
        Unreadable: the feed is broken, slow, too large, or leads astray.
    """
    limits = limits or Limits()
    timeout = aiohttp.ClientTimeout(total=limits.seconds_a_request)
    # trust_env is off: a password from .netrc would go to whoever runs the feed.
    connector = aiohttp.TCPConnector(resolver=None if await _asked_inside(base) else _PublicOnly())
    async with aiohttp.ClientSession(connector=connector, timeout=timeout, trust_env=False, cookie_jar=aiohttp.DummyCookieJar(), headers={"Accept": "application/json", "User-Agent": "signpost-oruk"}) as session:
        reader = _Reader(session, limits)
        try:
            return await asyncio.wait_for(reader.records(base), limits.seconds)
        except asyncio.TimeoutError:
            raise Unreadable(f"{base}: it takes longer than {limits.seconds:g} seconds") from None


class _Reader:
    def __init__(self, session: aiohttp.ClientSession, limits: Limits) -> None:
        self._session, self._limits = session, limits
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._read = 0

    async def records(self, base: str) -> list[Found]:
        rows = await self._rows(base)
        tasks = [asyncio.create_task(self._whole(base, row)) for row in rows]
        try:
            return list(await asyncio.gather(*tasks))
        finally:
            for task in tasks:
                task.cancel()

    async def _rows(self, base: str) -> list[Any]:
        found: list[Any] = []
        seen: set[str] = set()
        for number in range(1, self._limits.pages + 1):
            address = f"{base}/services?page={number}&per_page={_PER_PAGE}"
            content = await self._get(address)
            # A server that does not know `page` gives the same rows for ever.
            fresh = [row for row in rows_of(content, address) if (key := key_of(row)) not in seen and not seen.add(key)]  # type: ignore[func-returns-value]
            found += fresh
            if len(found) > self._limits.records:
                raise Unreadable(f"{base}: it has more than {self._limits.records:,} services")
            if not fresh or is_last(content, number):
                return found
        raise Unreadable(f"{base}: it has more than {self._limits.pages:,} pages")

    async def _whole(self, base: str, row: Any) -> Found:
        """The nested record of a row; the row itself where the feed has nothing under its id."""
        id = row.get("id") if isinstance(row, dict) else None
        if not isinstance(id, (str, int)) or not _ID.fullmatch(str(id)):  # it could lead out of /services/
            return Found(row, f"{base}/services")
        address = f"{base}/services/{id}"
        async with self._turn:
            found = await self._get(address, missing=row)
        if not isinstance(found, dict):
            raise Unreadable(f"{address}: this is no service")
        return Found(found, address)

    async def _get(self, address: str, missing: Any = None) -> Any:
        try:
            return await self._follow(address, missing)
        except asyncio.TimeoutError:
            raise Unreadable(f"{address}: no answer within {self._limits.seconds_a_request:g} seconds") from None
        except (aiohttp.ClientError, UnicodeError) as problem:  # a name of a server too long to be one is the latter
            raise Unreadable(f"{address}: {type(problem).__name__}: {problem}") from None

    async def _follow(self, address: str, missing: Any) -> Any:
        at = address
        for _ in range(_REDIRECTS + 1):
            async with self._session.get(URL(at, encoded=True), allow_redirects=False) as answer:
                if answer.status in _MOVED:
                    at = redirected(at, answer.headers.get("Location", ""))
                    continue
                if answer.status == 404 and missing is not None:
                    return missing
                if answer.status != 200:
                    raise Unreadable(f"{at}: it answers {answer.status}")
                return parse(await self._body(answer, at), at)
        raise Unreadable(f"{address}: it leads to another address more than {_REDIRECTS} times")

    async def _body(self, answer: aiohttp.ClientResponse, at: str) -> bytes:
        body = bytearray()
        async for chunk in answer.content.iter_chunked(65_536):
            body += chunk
            self._read += len(chunk)
            if self._read > self._limits.bytes_in_all:
                raise Unreadable(f"{at}: the feed is larger than {self._limits.bytes_in_all // 1_000_000} MB")
            if len(body) > self._limits.bytes_an_answer:
                raise Unreadable(f"{at}: one answer is larger than {self._limits.bytes_an_answer // 1_000_000} MB")
        return bytes(body)


def redirected(at: str, location: str) -> str:
    """Where a redirect leads.

    Raises:
        Unreadable: to no web address, to an unsafe one, or from the open web into this machine or its network.
    """
    try:
        target = urljoin(at, location)
        before, after = urlsplit(at), urlsplit(target)
        safe = after.scheme == before.scheme or (before.scheme, after.scheme) == ("http", "https")
        safe = safe and bool(after.hostname) and after.username is None and (_is_private(before.hostname) or not _is_private(after.hostname))
    except ValueError:
        safe = False
    if not location or not safe:
        raise Unreadable(f"{at}: it leads to {location[:100]!r}, where a feed has no business")
    return target


def _is_private(host: str | None) -> bool:
    try:
        return not ipaddress.ip_address(host or "").is_global
    except ValueError:
        return host == "localhost" or (host or "").endswith((".localhost", ".local", ".internal"))


async def _asked_inside(base: str) -> bool:
    """Whether the feed itself is on this machine or its network, by its address or by what its name stands for."""
    host = urlsplit(base).hostname or ""
    try:
        return _is_private(host) or any(_is_private(found["host"]) for found in await ThreadedResolver().resolve(host, family=socket.AF_UNSPEC))
    except (OSError, UnicodeError):
        return False  # the first request says what is wrong with it


class _PublicOnly(AbstractResolver):
    """Refuses names that stand for addresses of this machine or its network ("0x7f.1" is one too), however a feed leads there."""

    def __init__(self) -> None:
        self._resolver = ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        if any(_is_private(one["host"]) for one in found):
            raise OSError(errno.EACCES, f"{host} stands for an address in this network, where a feed has no business")
        return found

    async def close(self) -> None:
        await self._resolver.close()


def key_of(row: Any) -> str:
    """What tells one record from another: its id, else all of it."""
    if isinstance(row, dict) and isinstance(row.get("id"), (str, int)):
        return f"id {row['id']}"
    return json.dumps(row, sort_keys=True)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")
