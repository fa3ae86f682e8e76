"""When a repeated session next takes place: recurrences, school terms and bank holidays of England."""

from __future__ import annotations

import functools
from datetime import date, datetime, timedelta
from pathlib import Path

import holidays
import yaml
from dateutil.rrule import rrulestr

from bot.directory.service import Service, Session

_LOOK_AHEAD = timedelta(days=120)


def next_session(service: Service, today: date) -> tuple[date, Session] | None:
    """The first session from ``today`` on and its date, or None where none is known within four months."""
    dated = [(when, session) for session in service.sessions if (when := next_date(session, today))]
    return min(dated, key=lambda pair: (pair[0], pair[1].title), default=None)


def next_date(session: Session, today: date) -> date | None:
    """The session's next date; in term time only where Durham's term dates are known."""
    start = datetime.combine(session.starts, datetime.min.time())
    rule = rrulestr(session.rrule, dtstart=start)
    first = datetime.combine(today, datetime.min.time())
    for found in rule.between(first, first + _LOOK_AHEAD, inc=True):
        day: date = found.date()
        if session.not_bank_holidays and day in bank_holidays(day.year):
            continue
        if session.term_time_only and not in_term(day):
            continue
        return day
    return None


def in_term(day: date) -> bool:
    """Whether schools are open, by ``term_dates.yml``; False where the file does not reach that day."""
    return any(term["from"] <= day <= term["to"] for term in _terms())


@functools.cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of a year, substitute days included."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


@functools.cache
def _terms() -> list[dict[str, date]]:
    path = Path(__file__).with_name("term_dates.yml")
    return list(yaml.safe_load(path.read_text(encoding="utf-8"))["terms"] or ())
