"""Whether somebody answers now, from the hours as an entry has them in words. Pure.

They tell whether a line is open only where the whole text is understood (:mod:`bot.directory.hours`). Anything else is
None: then the hours are said and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.directory.hours import Stretch, read_hours
from bot.directory.sessions import bank_holidays, clock_words

_LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True)
class Opening:
    """``open`` now, and where closed, when it opens next."""

    open: bool
    next: datetime | None = None


def opening(hours: str | None, now: datetime) -> Opening | None:
    """Open or closed at ``now`` (local time), or None where the words do not settle it.

    A line with office days is taken as closed on bank holidays in England; one that is open every day is not.
    """
    stretches = read_hours(hours or "")
    if not stretches:
        return None
    if any(start <= now < end for start, end in _openings(stretches, now)):
        return Opening(open=True)
    return Opening(open=False, next=min((start for start, _ in _openings(stretches, now) if start > now), default=None))


def when_words(when: datetime, now: datetime) -> str:
    """ "today at 9am", "tomorrow at 8.30am", "on Monday at 9am", as a family would say it."""
    days = (when.date() - now.date()).days
    day = {0: "today", 1: "tomorrow"}.get(days, f"on {when:%A}" if days < 7 else f"on {when.day} {when:%B}")
    return f"{day} at {clock_words(f'{when:%H:%M}')}"


def _openings(stretches: tuple[Stretch, ...], now: datetime) -> Iterator[tuple[datetime, datetime]]:
    every_day = frozenset(day for stretch in stretches for day in stretch.days) == frozenset(range(7))
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = now.date() + timedelta(days=ahead)
        if not every_day and day in bank_holidays(day.year):
            continue
        for stretch in stretches:
            if day.weekday() in stretch.days:
                yield datetime.combine(day, stretch.opens, now.tzinfo), datetime.combine(day, stretch.closes, now.tzinfo)
