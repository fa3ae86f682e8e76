"""What is due for checking: entries whose next check is near or past, and parts that leave the answers or have left them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.directory.freshness import review_limits
from bot.directory.load import ServiceFile
from bot.directory.service import Service

_PARTS = {
    "contact": "phone, e-mail and hours",
    "venues": "places",
    "sessions": "sessions",
    "waits": "published waits",
    "entry": "whole entry",
}


@dataclass(frozen=True, order=True)
class Due:
    """One thing to do for an owner. ``day`` is when it is due, or when a part leaves the answers."""

    owner: str
    day: date
    file: str
    name: str
    what: str
    gone: bool = False  # it is in no answer any more


def due(files: Iterable[ServiceFile], today: date, days: int = 30) -> list[Due]:
    """Everything that is due within ``days`` from today, or overdue: by owner, the earliest first."""
    until = today + timedelta(days=days)
    return sorted(found for file in files for service in file.services for found in _of(service, file.path, today, until))


def _of(service: Service, file: str, today: date, until: date) -> Iterator[Due]:
    if service.next_check <= until:
        yield Due(service.owner, service.next_check, file, service.name, "read its sources again")
    for part in _parts(service):
        last: date = service.last_checked + relativedelta(months=review_limits()[part])
        if last < until:
            yield Due(service.owner, last + timedelta(days=1), file, service.name, _PARTS[part], last < today)


def _parts(service: Service) -> Iterator[str]:
    """The parts that an entry has to lose."""
    contact = service.contact
    if contact.phone or contact.email or contact.hours:
        yield "contact"
    if service.venues:
        yield "venues"
    if service.sessions:
        yield "sessions"
    if service.waits:
        yield "waits"
    yield "entry"
