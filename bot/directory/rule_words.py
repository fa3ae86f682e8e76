"""What is wrong with the rule of a session (FREQ=WEEKLY;BYDAY=TU), in an editor's words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.directory.likeness import did_you_mean
from bot.directory.sessions import DAYS, rule_of, weekdays_of
from bot.directory.vocabulary import join_words

_ABOUT_A_YEAR = timedelta(weeks=52)  # in whole weeks: a rule without a day goes by the weekday of its start
_LIKE = "write it like FREQ=WEEKLY;BYDAY=TU"
_PARTS = ("FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY", "COUNT", "UNTIL", "WKST")
_CLOCK_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")
_REPEATS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_FORTNIGHTS = ("FORTNIGHTLY", "BIWEEKLY")
_DAY = re.compile(r"([+-]?\d*)(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"\d{8}(?:T\d{6})?")
_HIGHEST = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYWEEKNO": 53, "BYYEARDAY": 366, "BYSETPOS": 366}
_WEEKS = {"MONTHLY": 5, "YEARLY": 53}
_SECOND_YEAR = datetime(2, 1, 1)
_WRITTEN_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")

Wrong = tuple[str, str]


def wrong_rule(rrule: str, starts: date, today: date) -> Wrong | None:
    """What is wrong with a rule and what to write instead, or None."""
    wrong = _wrong_parts(rrule.removeprefix("RRULE:"))
    if wrong:
        return wrong
    try:
        following = rule_of(rrule, starts).after(datetime.combine(today, datetime.min.time()), inc=True)
    except (ValueError, TypeError, KeyError, IndexError) as problem:
        return f"rrule {rrule!r} is not a rule ({problem})", _LIKE
    if following is None:
        return f"this session takes place no more (rrule {rrule!r})", "take it out, or give its new dates"
    return None


def wrong_start(rrule: str, starts: date) -> Wrong | None:
    """What is wrong with a first day that its rule, which is a good one, does not have, and the rule's days around it; or None.

    A rule of every second week counts the weeks from it: the wrong day may be in the wrong week.
    """
    start = datetime.combine(starts, datetime.min.time())
    rule = rule_of(rrule, starts)
    if rule.after(start, inc=True) == start:
        return None
    of_any_week = rule.replace(dtstart=max(start, _SECOND_YEAR) - _ABOUT_A_YEAR, interval=1, count=None, until=None)
    around = " or ".join(str(day.date()) for day in (of_any_week.before(start), of_any_week.after(start)) if day)
    weekdays = weekdays_of(rrule)
    if not weekdays or f"{start:%A}" in weekdays:
        return f"starts {starts} is no day of the rule {rrule}", f"write the first day that is: {around}"
    first = weekdays[0] if len(weekdays) == 1 else "day"
    return f"starts {starts} is a {start:%A}, but the rule says {join_words([f'{day}s' for day in weekdays])}", f"write the first {first}, {around}"


def _wrong_parts(rrule: str) -> Wrong | None:
    if "=" not in rrule:
        return f"rrule {rrule!r} is no rule", _LIKE
    if re.search(r"\s", rrule):
        return f"rrule {rrule!r} has a space in it", "take the space out" if "\n" not in rrule else "write one rule a session"
    if rrule != rrule.upper() and "BYDAY" in rrule.upper() and not re.search(r"BYDAY=[^;]*[A-Z]?[a-z]{3}", rrule):
        return f"rrule {rrule!r} has small letters", f"write {rrule.upper()}"
    found: dict[str, str] = {}
    for part in rrule.split(";"):
        key, _, value = part.partition("=")
        wrong = _wrong_part(key, value, found)
        if wrong:
            return wrong
        found[key] = value
    return _wrong_repeat(found)


def _wrong_part(key: str, value: str, found: dict[str, str]) -> Wrong | None:
    if key not in _PARTS:
        return _unknown_part(key)
    if key in found:
        return f"{key} stands twice, and only the last one counts", f"write {key}={found[key]},{value}"
    if not value:
        return f"{key} says nothing", f"take {key}= out"
    apart = re.search(r"[,:]([A-Z]+)=", value)
    if apart:
        return f"the parts of the rrule stand apart by {apart[0][0]!r}", f"write ; before {apart[1]}="
    if key == "UNTIL" and not _UNTIL.fullmatch(value):
        return f"UNTIL={value} is not the day of a rule", f"write UNTIL={_compact(value)}"
    if key in ("INTERVAL", "COUNT") and not re.fullmatch(r"[1-9]\d*", value):
        return f"{key}={value} is no whole number from 1", f"write it like {key}=2"
    if key == "BYDAY":
        return next((wrong for day in value.split(",") if (wrong := _wrong_day(day))), None)
    if key in _HIGHEST:
        return next((wrong for number in value.split(",") if (wrong := _wrong_number(key, number))), None)
    return None


def _unknown_part(key: str) -> Wrong:
    if not key:
        return "the rrule has a ; too much", "take it out: one ; stands between two parts"
    if key in _CLOCK_PARTS:
        return f"{key} gives a time of day", "take it out: the time stands under time:"
    return f"a rule has no part {key!r}", did_you_mean(key, _PARTS, f"write {', '.join(_PARTS[:6])}, COUNT or UNTIL")


def _compact(day: str) -> str:
    """A day as a rule has it; an example where it cannot be told."""
    for form in _WRITTEN_DAYS:
        try:
            return datetime.strptime(day, form).strftime("%Y%m%d")
        except ValueError:
            pass
    begins = re.match(r"\d{8}(?=T)", day)
    return begins[0] if begins else "20271031 for 31 October 2027"


def _wrong_day(day: str) -> Wrong | None:
    if _DAY.fullmatch(day) and not re.fullmatch(r"[+-]?0+\D+", day):
        return None
    meant = next((code for code in DAYS if day.upper().startswith(code)), None)
    if "-" in day[1:]:
        return f"BYDAY={day} is no list of days", "write each one: MO,TU,WE,TH,FR"
    if meant and re.fullmatch(r"[A-Za-z]+", day):
        return f"BYDAY={day} is no day", f"write {meant} for {DAYS[meant]}"
    return f"BYDAY={day} is no day", "write MO, TU, WE, TH, FR, SA or SU, with 1 in front for the first of the month: 1TU"


def _wrong_number(key: str, number: str) -> Wrong | None:
    if re.fullmatch(r"[+-]?\d+", number) and 1 <= abs(int(number)) <= _HIGHEST[key]:
        return None
    return f"{key}={number} cannot be", f"write a number from 1 to {_HIGHEST[key]}"


def _wrong_repeat(parts: dict[str, str]) -> Wrong | None:
    """Whether it repeats as a session can, and counts only the weeks that there are."""
    repeat = parts.get("FREQ")
    if repeat is None:
        return "the rule does not say how often", _LIKE
    if repeat not in _REPEATS:
        cure = "write FREQ=WEEKLY;INTERVAL=2" if repeat in _FORTNIGHTS else "write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY"
        return f"FREQ={repeat} is not how a session repeats", cure
    for day in parts.get("BYDAY", "").split(","):
        numbered = _DAY.fullmatch(day)
        if not numbered or not numbered[1]:
            continue
        name, number = DAYS[numbered[2]], abs(int(numbered[1]))
        if repeat not in _WEEKS:
            return f"BYDAY={day} counts the {name}s of a month, but the rule is {repeat}", f"write BYDAY={numbered[2]}, or FREQ=MONTHLY;BYDAY={day}"
        of_a_month = repeat == "MONTHLY" or "BYMONTH" in parts
        if number > _WEEKS["MONTHLY" if of_a_month else "YEARLY"]:
            cure = f"write BYDAY=2{numbered[2]} for the second one" + (f", or BYMONTHDAY={number} for the day {number}" if number <= 31 else "")
            return f"there is no {_nth(number)} {name} in a {'month' if of_a_month else 'year'}", cure
    return None


def _nth(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
