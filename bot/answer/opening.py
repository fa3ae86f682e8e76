"""Whether somebody answers now, from the hours as an entry has them in words. Pure.

Hours are free text. They tell whether a line is open only where the whole text is understood: days, times and
nothing else that could change them ("as published in 2020" could). Anything else is None: then the hours are said and
no more.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.directory.sessions import DAYS, bank_holidays, clock_words

_DAYS = tuple(day.lower() for day in DAYS.values())
_DAY = "(?:" + "|".join(_DAYS) + ")s?"
_TIME = r"(?:noon|midday|\d{1,2}(?:[.:]\d{2})?\s*(?:am|pm))"
_HOURS = rf"(?P<from>{_TIME})\s*(?:to|until|-|–)\s*(?P<to>{_TIME})"
_WHICH = rf"(?P<days>weekdays|every day|(?P<first>{_DAY})(?:\s*(?:to|-|–)\s*(?P<last>{_DAY}))?)"
_STRETCH = re.compile(rf"(?:{_WHICH},?\s+{_HOURS}|{_HOURS.replace('from', 'from2').replace('<to>', '<to2>')},?\s+{_WHICH.replace('<days>', '<days2>').replace('<first>', '<first2>').replace('<last>', '<last2>')})", re.IGNORECASE)  # fmt: skip
_ALWAYS = re.compile(r"^(?:24 hours a day,? every day|any hour,? every day)\.?$", re.IGNORECASE)
_BETWEEN = re.compile(r"^[\s,;]*(?:and)?[\s,;]*$")
_LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True)
class Opening:
    """``open`` now, and where closed, when it opens next."""

    open: bool
    next: datetime | None = None


@dataclass(frozen=True)
class _Stretch:
    days: frozenset[int]
    start: time
    end: time


def opening(hours: str | None, now: datetime) -> Opening | None:
    """Open or closed at ``now`` (local time), or None where the words do not settle it.

    A line with office days is taken as closed on bank holidays in England; one that is open every day is not.
    """
    if not hours:
        return None
    if _ALWAYS.match(hours.strip()):
        return Opening(open=True)
    stretches = _stretches(hours)
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


def _openings(stretches: tuple[_Stretch, ...], now: datetime) -> Iterator[tuple[datetime, datetime]]:
    every_day = frozenset(day for stretch in stretches for day in stretch.days) == frozenset(range(7))
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = now.date() + timedelta(days=ahead)
        if not every_day and day in bank_holidays(day.year):
            continue
        for stretch in stretches:
            if day.weekday() in stretch.days:
                yield datetime.combine(day, stretch.start, now.tzinfo), datetime.combine(day, stretch.end, now.tzinfo)


@functools.lru_cache(maxsize=256)
def _stretches(hours: str) -> tuple[_Stretch, ...]:
    text, end, found = hours.strip().rstrip("."), 0, []
    for match in _STRETCH.finditer(text):
        if not _BETWEEN.match(text[end : match.start()]):
            return ()
        found.append(_stretch({key: value for key, value in match.groupdict().items() if value}))
        end = match.end()
    return tuple(found) if found and end == len(text) else ()


def _stretch(said: dict[str, str]) -> _Stretch:
    words = {key.rstrip("2"): value for key, value in said.items()}
    return _Stretch(_days(words), _time(words["from"]), _time(words["to"]))


def _days(words: dict[str, str]) -> frozenset[int]:
    if words["days"].lower() in ("weekdays", "every day"):
        return frozenset(range(5 if words["days"].lower() == "weekdays" else 7))
    first = _DAYS.index(words["first"].lower().rstrip("s"))
    last = _DAYS.index(words["last"].lower().rstrip("s")) if "last" in words else first
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def _time(words: str) -> time:
    said = words.lower().replace(" ", "")
    if said in ("noon", "midday"):
        return time(12)
    hour, _, minute = said[:-2].replace(":", ".").partition(".")
    return time(int(hour) % 12 + (12 if said.endswith("pm") else 0), int(minute or 0))
