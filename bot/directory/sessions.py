"""When a repeated session next takes place: recurrences, school terms and bank holidays of England."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import holidays
from dateutil.rrule import rrulestr

from bot.directory.service import Service, Session
from bot.directory.tables import read_table
from bot.directory.vocabulary import join_words

_LOOK_AHEAD = timedelta(days=120)
DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday", "SU": "Sunday"}
_BYDAY = re.compile(r"BYDAY=((?:[A-Z]{2},?)+)(?:;|$)")


def next_session(service: Service, today: date) -> tuple[date, Session] | None:
    """The first session from ``today`` on and its date, or None where none is known within four months."""
    dated = [(when, session) for session in service.sessions if (when := next_date(session, today))]
    return min(dated, key=lambda pair: (pair[0], pair[1].time or "", pair[1].title), default=None)


@functools.lru_cache(maxsize=16384)
def next_date(session: Session, today: date) -> date | None:
    """The session's next date; in term time only where Durham's term dates are known."""
    if session.term_time_only and not _terms():
        return None
    start = datetime.combine(session.starts, datetime.min.time())
    rule = rrulestr(session.rrule, dtstart=start)
    first = datetime.combine(today, datetime.min.time())
    for found in rule.xafter(first, inc=True):
        day: date = found.date()
        if day > today + _LOOK_AHEAD:
            return None
        if session.not_bank_holidays and day in bank_holidays(day.year):
            continue
        if session.term_time_only and not in_term(day):
            continue
        return day
    return None


def when_words(session: Session, day: date | None) -> str:
    """When it is: "Tuesday 1 December at 10am", or without a date "Tuesdays at 10am, in term time"."""
    at = f" at {clock_words(session.time)}" if session.time else ""
    if day:
        return f"{day.strftime('%A %-d %B')}{at}"
    term = "in term time" if session.term_time_only else ""
    days = _BYDAY.search(session.rrule)
    if not days:
        return f"{term}{at}"
    regular = join_words([f"{DAYS[code]}s" for code in days[1].split(",") if code in DAYS])
    return f"{regular}{at}" + (f", {term}" if term else "")


def clock_words(time: str) -> str:
    """ "10:00" as "10am", "13:30" as "1.30pm"."""
    hour, minute = (int(part) for part in time.split(":"))
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f'.{minute:02}' if minute else ''}{half}"


def in_term(day: date) -> bool:
    """Whether schools are open, by ``term_dates.yml``; False where the file does not reach that day."""
    return any(term["from"] <= day <= term["to"] for term in _terms())


@functools.cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of a year, substitute days included."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


@functools.cache
def _terms() -> list[dict[str, date]]:
    return list(read_table(Path(__file__).with_name("term_dates.yml"))["terms"] or ())
