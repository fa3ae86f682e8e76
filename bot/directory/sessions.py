"""When a repeated session next takes place: recurrences, school terms and bank holidays of England."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import holidays
from dateutil.rrule import rrule, rrulestr

from bot.directory.service import Service, Session
from bot.directory.tables import read_table
from bot.directory.vocabulary import join_words

_LOOK_AHEAD = timedelta(days=120)
_FIRST_WITHIN = timedelta(days=2 * 366)
_CALENDAR_YEARS = 400  # after which every date falls on the same weekday again
_MINUTES_A_DAY = 24 * 60
DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday", "SU": "Sunday"}
_NUMBERED_DAY = re.compile(r"[+-]?(\d+)(?:MO|TU|WE|TH|FR|SA|SU)\b")
_WEEKS_OF_A_MONTH, _WEEKS_OF_A_YEAR = 5, 53
_BYDAY = re.compile(r"BYDAY=((?:[A-Z]{2},?)+)(?:;|$)")


def next_session(service: Service, today: date, now: datetime | None = None) -> tuple[date, Session] | None:
    """The first session from ``today`` on and its date, or None where none is known within four months.

    ``now`` is the time in County Durham (``local_now``); with it, what is over today is not the next one.
    """
    dated = [(when, session) for session in service.sessions if (when := _still_to_come(session, today, now))]
    return min(dated, key=lambda pair: (pair[0], pair[1].time or "", pair[1].title), default=None)


def days_until(day: date, session: Session, today: date) -> float:
    """Days from the start of ``today`` to a session, hours included; one without a time counts as the day's last."""
    whole = (day - today).days
    if session.time is None:
        return whole + 1.0
    return whole + _minutes_into_day(session.time) / _MINUTES_A_DAY


def rule_of(text: str, starts: date) -> rrule:
    """A session's rule, which has a first date: "31 February" would be looked for to the end of the calendar, seconds each time.

    Raises:
        ValueError: it is no single rule, or has no date within two years.
    """
    weeks = _WEEKS_OF_A_MONTH if "MONTH" in text else _WEEKS_OF_A_YEAR
    if any(int(number) > weeks for number in _NUMBERED_DAY.findall(text)):
        raise ValueError("it counts more weeks than there are")  # over which dateutil falls, in some years only
    start = datetime.combine(starts, datetime.min.time())
    rule = rrulestr(text, dtstart=start)
    if not isinstance(rule, rrule):
        raise ValueError("one rule a session, without dates of its own")
    # dateutil looks to the year 9999 and cannot be stopped. The same rule in the calendar's last round finds the same dates, and has little left to look through.
    last_round = start.replace(year=starts.year + (date.max.year - 2 - starts.year) // _CALENDAR_YEARS * _CALENDAR_YEARS)
    first = next(iter(rule.replace(dtstart=last_round, until=None)), None)
    if first is None or first - last_round > _FIRST_WITHIN:
        raise ValueError("no date within two years of its start")
    return rule


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


def _still_to_come(session: Session, today: date, now: datetime | None) -> date | None:
    day = next_date(session, today)
    if day and now and _is_over(session, day, now):
        return next_date(session, day + timedelta(days=1))
    return day


def _is_over(session: Session, day: date, now: datetime) -> bool:
    """Whether it has ended or, where nobody knows how long it is, has begun. One without a time may still be to come."""
    if session.time is None:
        return False
    over = timedelta(minutes=_minutes_into_day(session.time) + (session.minutes or 0))
    return datetime.combine(day, datetime.min.time()) + over <= now


def when_words(session: Session, day: date | None) -> str:
    """When it is: "Tuesday 1 December at 10am", or without a date "Tuesdays at 10am, in term time"."""
    at = f" at {clock_words(session.time)}" if session.time else ""
    if day:
        return f"{day.strftime('%A %-d %B')}{at}"
    term = "in term time" if session.term_time_only else ""
    regular = join_words([f"{day}s" for day in weekdays_of(session.rrule)])
    if not regular:
        return f"{term}{at}"
    return f"{regular}{at}" + (f", {term}" if term else "")


def weekdays_of(rule: str) -> list[str]:
    """The weekdays on which a rule repeats every time; none where it counts them ("the first Tuesday"), or goes by other days."""
    days = _BYDAY.search(rule)
    return [DAYS[code] for code in days[1].split(",") if code in DAYS] if days else []


def clock_words(time: str) -> str:
    """ "10:00" as "10am", "13:30" as "1.30pm"."""
    hour, minute = divmod(_minutes_into_day(time), 60)
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f'.{minute:02}' if minute else ''}{half}"


def _minutes_into_day(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


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
