"""Opening hours in words, as days and times. Pure.

Hours are free text. They are read only where the whole text is understood: days, times and nothing else that could
change them ("as published in 2020" could).
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import time

from bot.directory.sessions import DAYS

_NAMES = [name.lower() for name in DAYS.values()]
_NAME = re.compile("|".join(_NAMES))
_WEEK = tuple(range(7))
_DAY = f"(?:{_NAME.pattern})s?"
_DAYS = re.compile(rf"weekdays|every day|{_DAY}(?:\s*(?:to|and|-|–)\s*{_DAY})?")
_TIME = re.compile(r"noon|midday|(1[0-2]|0?[1-9])(?:[.:]([0-5]\d))?\s*(am|pm)")
_HOURS = rf"(?:{_TIME.pattern})\s*(?:to|until|-|–)\s*(?:{_TIME.pattern})"
_STRETCH = re.compile(rf"(?:{_DAYS.pattern}),?\s+{_HOURS}|{_HOURS},?\s+(?:{_DAYS.pattern})")
_ANY_HOUR = re.compile(r"(?:24 hours a day|any hour),? every day")
_BETWEEN = re.compile(r"[\s,;]*(?:and)?[\s,;]*")


@dataclass(frozen=True)
class Stretch:
    """Open from ``opens`` to ``closes``, local times of one day, on ``days`` in the order said; Monday is 0."""

    days: tuple[int, ...]
    opens: time
    closes: time


@functools.lru_cache(maxsize=256)
def read_hours(said: str) -> tuple[Stretch, ...]:
    """Each part of the hours; none unless every word of them is understood, and none where one lasts over midnight."""
    said = said.strip().rstrip(".").lower()
    if _ANY_HOUR.fullmatch(said):
        return (Stretch(_WEEK, time.min, time.max),)
    found, end = [], 0
    for match in _STRETCH.finditer(said):
        opens, closes = (_time(*clock.groups()) for clock in _TIME.finditer(match[0]))
        if opens >= closes or not _BETWEEN.fullmatch(said, end, match.start()):
            return ()
        found.append(Stretch(_days(match[0]), opens, closes))
        end = match.end()
    return tuple(found) if end == len(said) else ()


def _days(stretch: str) -> tuple[int, ...]:
    if "weekdays" in stretch or "every day" in stretch:
        return _WEEK[:5] if "weekdays" in stretch else _WEEK
    named = [_NAMES.index(name) for name in _NAME.findall(stretch)]
    if "and" in stretch:
        return tuple(named)
    return tuple((named[0] + step) % 7 for step in range((named[-1] - named[0]) % 7 + 1))


def _time(hour: str | None, minute: str | None, half: str | None) -> time:
    return time(int(hour) % 12 + (12 if half == "pm" else 0), int(minute or 0)) if hour else time(12)
