"""What is past its review limit leaves the answers, not only gets a banner (limits: review_limits.yml)."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta

from bot.directory.service import Service
from bot.directory.tables import read_table


@functools.cache
def review_limits() -> Mapping[str, int]:
    """Months after ``last_checked`` that each part of an entry may be shown."""
    return read_table(Path(__file__).with_name("review_limits.yml"))


def too_old(service: Service, today: date) -> str | None:
    """Why an entry is too old to be offered at all, in words; None where it may be."""
    if service.last_checked >= oldest_shown("entry", today):
        return None
    return f"nobody has checked it since {service.last_checked.strftime('%B %Y')}"


def is_fresh(service: Service, part: str, today: date) -> bool:
    """Whether one part ("contact", "venues", "sessions", "waits") may still be shown."""
    return service.last_checked >= oldest_shown(part, today)


def current_parts(service: Service, today: date) -> Service:
    """The service without the parts that are past their limit; the same object where none is."""
    changes: dict[str, object] = {}
    if not is_fresh(service, "contact", today):
        changes["contact"] = replace(service.contact, phone=None, email=None, hours=None, as_of=None)
    if service.venues and not is_fresh(service, "venues", today):
        changes["venues"] = ()
    if service.sessions and (not is_fresh(service, "sessions", today) or "venues" in changes):
        changes["sessions"] = ()
    if service.waits and not is_fresh(service, "waits", today):
        changes["waits"] = ()
    return replace(service, **changes) if changes else service  # type: ignore[arg-type]


@functools.lru_cache(maxsize=64)
def oldest_shown(part: str, today: date) -> date:
    """The earliest ``last_checked`` with which a part may still be shown."""
    oldest: date = today - relativedelta(months=review_limits()[part])
    return oldest
