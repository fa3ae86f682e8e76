"""Opening hours and sessions as the standard's ``schedules``, and back.

Hours are always kept as words (``description``); days and times stand beside them only where the whole text says nothing else.
Times are local, as on the door, without a zone: an offset would be wrong for half of the year. What has ``dtstart`` is a session.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.rrule import rrulestr

from bot.directory.hours import read_hours
from bot.directory.service import Service, Session
from bot.directory.sessions import DAYS, when_words
from bot.oruk.ids import uuid_for
from bot.oruk.untrusted import Notes, day, number, text

Fields = dict[str, Any]

_CODES = list(DAYS)
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_WEEKLY = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU)){0,6}")
_MONTHLY = re.compile(r"-?[1-5](?:MO|TU|WE|TH|FR|SA|SU)(?:,-?[1-5](?:MO|TU|WE|TH|FR|SA|SU)){0,6}")
_MONTH_DAY = re.compile(r"-?(?:[1-9]|[12]\d|3[01])(?:,-?(?:[1-9]|[12]\d|3[01])){0,30}")
_TERM_TIME, _NO_BANK_HOLIDAYS = "Term time only.", "Not on bank holidays."


def schedules_of(service: Service, places: Mapping[int, str]) -> list[Fields]:
    """The schedules of a service. ``places`` are the ids of its service_at_locations, by the number of the venue."""
    own = [_hours(clause, service.contact.hours) for clause in parse_hours(service.contact.hours)] if service.contact.hours else []
    if service.contact.hours and not own:
        own = [{"description": service.contact.hours}]
    own += [_session(session, places) for session in service.sessions]
    return [
        {"id": uuid_for("schedule", f"{service.id}:{at}"), "service_id": uuid_for("service", service.id), **fields}
        for at, fields in enumerate(own)
    ]


def parse_hours(said: str) -> list[tuple[str, str, str]]:
    """``(byday, opens_at, closes_at)`` for each part of the hours; empty unless every word of them is understood."""
    return [
        (",".join(_CODES[day] for day in part.days), f"{part.opens:%H:%M}", f"{part.closes:%H:%M}")  # a whole day to 23:59, as HSDS's guidance writes it
        for part in read_hours(said)
    ]


def hours_and_sessions(
    schedules: Sequence[Mapping[str, Any]], places: Mapping[str, int], source: str, today: date, notes: Notes
) -> tuple[str | None, list[Fields]]:
    """The hours in words and the sessions of a feed's schedules; a mixture that means nothing is kept as words, and said."""
    words: dict[str, None] = {}
    sessions = []
    for schedule in schedules:
        ended = day(schedule.get("valid_to"))
        if ended and ended < today:
            notes.add(f"a time was given only until {ended}", "find out when it is open now, then write hours: or sessions:")
            continue
        found = _read_session(schedule, places, source, notes)
        if found:
            sessions.append(found)
            continue
        said = text(schedule.get("description"), "the opening hours", notes) or _said(schedule)
        if said:
            words[said] = None
        else:
            notes.add("a schedule could not be read", "find out when it is open, then write hours: or sessions:")
    return "; ".join(words) or None, sessions


def clock(value: Any) -> str | None:
    """HH:MM of "09:00", "09:00:00" or "09:00Z"; None where it is no time."""
    found = _TIME.match(value) if isinstance(value, str) else None
    return found[0] if found else None


def _hours(clause: tuple[str, str, str], said: str | None) -> Fields:
    return {"freq": "WEEKLY", "byday": clause[0], "opens_at": clause[1], "closes_at": clause[2], "description": said}


def _session(session: Session, places: Mapping[int, str]) -> Fields:
    rule = dict(part.partition("=")[::2] for part in session.rrule.removeprefix("RRULE:").split(";"))
    exceptions = [_TERM_TIME] * session.term_time_only + [_NO_BANK_HOLIDAYS] * session.not_bank_holidays
    fields: Fields = {"description": session.title, **({"notes": " ".join(exceptions)} if exceptions else {})}
    if session.venue is not None and session.venue in places:
        fields["service_at_location_id"] = places[session.venue]
    if rule.get("FREQ") not in ("WEEKLY", "MONTHLY") or rule.keys() - {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL"}:
        return {**fields, "description": f"{session.title}: {when_words(session, None)}".rstrip(": ")}
    start = session.starts.isoformat()
    fields |= {"freq": rule["FREQ"], "dtstart": start, "valid_from": start, "interval": int(rule.get("INTERVAL", 1))}
    if rule["FREQ"] == "WEEKLY":
        fields["byday"] = rule.get("BYDAY") or _CODES[session.starts.weekday()]
    else:
        fields |= {"byday": rule["BYDAY"]} if "BYDAY" in rule else {"bymonthday": rule.get("BYMONTHDAY") or str(session.starts.day)}
    if "UNTIL" in rule:
        fields["valid_to"] = datetime.strptime(rule["UNTIL"][:8], "%Y%m%d").date().isoformat()
    return fields | _times(session)


def _times(session: Session) -> Fields:
    if not session.time:
        return {}
    opens = datetime.strptime(session.time, "%H:%M")
    closes = opens + timedelta(minutes=session.minutes or 0)
    return {"opens_at": session.time, **({"closes_at": f"{closes:%H:%M}"} if closes > opens and closes.day == opens.day else {})}


def _read_session(schedule: Mapping[str, Any], places: Mapping[str, int], source: str, notes: Notes) -> Fields | None:
    starts, rule = day(schedule.get("dtstart")), _rule(schedule)
    if starts is None or rule is None:
        if schedule.get("freq") and rule is None:
            notes.add("a repeated time could not be read as a rule", "find out when it takes place, then write sessions:")
        return None
    opens, closes = clock(schedule.get("opens_at")), clock(schedule.get("closes_at"))
    said = str(schedule.get("notes") or "")
    place = schedule.get("service_at_location_id")
    notes.add("a session was read from the feed", "check its day, time, and whether it keeps to term time and bank holidays")
    return {
        "title": text(schedule.get("description"), "a session's title", notes) or "Session",
        "rrule": rule,
        "starts": starts,
        "time": opens,
        "minutes": _minutes(opens, closes),
        "venue": places.get(place) if isinstance(place, str) else None,
        "term_time_only": _TERM_TIME in said,
        # Unless we know that it takes place then, no family is sent to a closed door.
        "not_bank_holidays": True,
        "source": source,
    }


def _rule(schedule: Mapping[str, Any]) -> str | None:
    freq, byday, monthday = (str(schedule.get(key) or "").replace(" ", "").upper() for key in ("freq", "byday", "bymonthday"))
    days = {"WEEKLY": _WEEKLY, "MONTHLY": _MONTHLY}.get(freq)
    if days and days.fullmatch(byday) and not monthday:
        on = f"BYDAY={byday}"
    elif freq == "MONTHLY" and _MONTH_DAY.fullmatch(monthday) and not byday:
        on = f"BYMONTHDAY={monthday}"
    else:
        return None
    interval = number(schedule.get("interval", 1))
    if interval is None or interval != int(interval) or not 1 <= interval <= 12:
        return None
    ends = day(schedule.get("valid_to"))
    rule = ";".join([f"FREQ={freq}", *([f"INTERVAL={int(interval)}"] if interval > 1 else []), on, *([f"UNTIL={ends:%Y%m%d}"] if ends else [])])
    try:
        rrulestr(rule, dtstart=datetime(2026, 1, 1))
    except (ValueError, TypeError, KeyError):
        return None
    return rule


def _said(schedule: Mapping[str, Any]) -> str | None:
    byday = str(schedule.get("byday") or "").upper()
    days = [DAYS[code[-2:]] for code in byday.replace(" ", "").split(",") if code[-2:] in DAYS]
    opens, closes = clock(schedule.get("opens_at")), clock(schedule.get("closes_at"))
    if not days or not opens:
        return None
    return f"{', '.join(dict.fromkeys(days))} {opens}" + (f" to {closes}" if closes else "")


def _minutes(opens: str | None, closes: str | None) -> int | None:
    if not opens or not closes:
        return None
    span = datetime.strptime(closes, "%H:%M") - datetime.strptime(opens, "%H:%M")
    minutes = int(span.total_seconds()) // 60
    return minutes if 5 <= minutes <= 720 else None
