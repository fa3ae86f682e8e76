"""What a schema cannot see inside one entry: ``mistakes(entry, today)`` gives the path, what is wrong, what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import phonenumbers
from dateutil.relativedelta import relativedelta
from rapidfuzz import process

from bot.directory.places import councils, town, towns
from bot.directory.sessions import rule_of
from bot.directory.wording import is_placeholder, too_hard, unexplained

EntryPath = tuple[str | int, ...]
Mistake = tuple[EntryPath, str, str]

_SHORT_CODES = re.compile(r"^(?:999|101|111|112|116 ?\d{3}|\d{5})\b")
_SPEAKS_OF_YEARS = re.compile(r"\b(?:year|to \d\d)\b")
_FROM_TO = re.compile(r"^(?:for |ages? |from )?(\d{1,2}) to (\d{1,2})$")
_BRITAIN = 44
_READ_BY_FAMILIES = ("summary", "caution", "not_for")
_EXPLAINED = ("summary", "caution", "not_for", "while_waiting")
_LONGEST_BETWEEN_CHECKS = relativedelta(months=12)


def mistakes(entry: Any, today: date) -> Iterator[Mistake]:
    """The mistakes of an entry. Parts of the wrong shape are the schema's to report, and passed over here."""
    yield from _needs(entry)
    yield from _ages(entry)
    yield from _area(entry)
    yield from _dates(entry, today)
    yield from _contact(entry)
    yield from _venues(entry)
    yield from _way_in(entry)
    yield from _sessions(entry, today)
    yield from _words(entry)


def part(entry: Any, key: str) -> dict[str, Any]:
    """A part with keys and values; empty where it has another shape."""
    value = entry.get(key)
    return value if isinstance(value, dict) else {}


def items(entry: Any, key: str) -> list[Any]:
    """A part that is a list; empty where it has another shape."""
    value = entry.get(key)
    return value if isinstance(value, list) else []


def did_you_mean(word: str, known: list[str], otherwise: str, least: float = 60) -> str:
    """The known word that is nearest, as a cure; ``otherwise`` where none is near."""
    near = process.extractOne(word, known, score_cutoff=least)
    return f"did you mean {near[0]!r}?" if near else otherwise


def _needs(entry: Any) -> Iterator[Mistake]:
    needs = part(entry, "needs")
    if isinstance(entry.get("needs"), dict) and not items(needs, "main") and not items(needs, "also"):
        yield ("needs",), "it helps with no need", "list at least one under main:"
    both = [need for need in items(needs, "also") if need in items(needs, "main")]
    if both:
        yield ("needs", "also"), f"{both[0]!r} stands in main and in also", "keep it in one of the two"


def _ages(entry: Any) -> Iterator[Mistake]:
    ages = part(entry, "ages")
    lo, hi, words = ages.get("from_months"), ages.get("to_months"), str(ages.get("words") or "")
    if not isinstance(lo, int) or not isinstance(hi, int):
        return
    if lo >= hi:
        yield ("ages", "to_months"), f"the ages are upside down ({lo} to {hi} months)", "put the lower age in from_months"
    elif hi <= 25 and _SPEAKS_OF_YEARS.search(words) and "month" not in words:
        yield ("ages", "to_months"), f"{hi} months looks like years", f"write months: {hi} years is {hi * 12}"
    said = _FROM_TO.match(words)
    if said and lo < hi and (int(said[1]) * 12 != lo or hi not in (int(said[2]) * 12, int(said[2]) * 12 + 12)):
        cure = f"from_months: {int(said[1]) * 12}, to_months: {int(said[2]) * 12 + 12}, or other words"
        yield ("ages", "words"), f"the words say {said[1]} to {said[2]} but the months say {lo} to {hi}", cure


def _area(entry: Any) -> Iterator[Mistake]:
    area = part(entry, "area")
    covers, named = area.get("covers"), [place for place in items(area, "places") if isinstance(place, str)]
    if covers in ("towns", "councils") and not area.get("places"):
        yield ("area", "covers"), f"covers {covers} but names none", "list them under places:"
    if covers == "radius" and not area.get("radius_miles"):
        yield ("area", "covers"), "covers a radius of unknown size", "add radius_miles: 5"
    if covers == "radius" and not any(isinstance(venue, dict) and venue.get("lat") for venue in items(entry, "venues")):
        yield ("area", "covers"), "covers a radius around no place", "give a venue with lat and lon, or list towns"
    if entry.get("kind") == "other_local_offer" and covers != "councils":
        yield ("area", "covers"), "another area's local offer must say whose", "write covers: councils and name it in places"
    for at, place in enumerate(named):
        if covers == "towns" and town(place) is None and place.lower() not in towns():
            cure = did_you_mean(place, [name.title() for name in towns()], "write a town of the gazetteer")
            yield ("area", "places", at), f"{place!r} is not a place that we know in the county", cure
        if covers == "councils" and place not in councils():
            cure = did_you_mean(place, sorted(councils()), "write the council's full name")
            yield ("area", "places", at), f"{place!r} is not a council that we know", cure


def _dates(entry: Any, today: date) -> Iterator[Mistake]:
    checked, due = entry.get("last_checked"), entry.get("next_check")
    if isinstance(checked, date) and checked > today:
        yield ("last_checked",), f"last_checked {checked} is in the future", "write the day it was checked"
    if not isinstance(checked, date) or not isinstance(due, date):
        return
    if due <= checked:
        yield ("next_check",), f"next_check {due} is not after last_checked {checked}", "write a later day"
    elif due > checked + _LONGEST_BETWEEN_CHECKS:
        yield ("next_check",), f"next_check {due} is more than a year off", f"write {checked + _LONGEST_BETWEEN_CHECKS} or earlier"


def _contact(entry: Any) -> Iterator[Mistake]:
    contact = part(entry, "contact")
    phone = contact.get("phone")
    if isinstance(phone, str) and not is_british(phone):
        yield ("contact", "phone"), f"{phone!r} cannot be a British phone number", "check the digits on the service's page"
    reached = [key for key in ("phone", "email", "url") if contact.get(key)]
    if entry.get("unverified") is True and (reached or entry.get("venues")):
        key = reached[0] if reached else "venues"
        path: EntryPath = ("contact", key) if reached else ("venues",)
        yield path, f"{key} is given although nobody verified this entry", "take it out until it is verified"
    if entry.get("confidence") == "low" and entry.get("unverified") is not True:
        yield ("confidence",), "confidence is low but the entry is not marked", "add unverified: true"


def _venues(entry: Any) -> Iterator[Mistake]:
    for at, venue in enumerate(items(entry, "venues")):
        lat, lon = (venue.get("lat"), venue.get("lon")) if isinstance(venue, dict) else (None, None)
        if (lat is None) != (lon is None):
            yield ("venues", at), "only one of lat and lon is given", "give both, or neither"


def _way_in(entry: Any) -> Iterator[Mistake]:
    referral = part(entry, "referral")
    if referral.get("self") is False and not referral.get("route") and not referral.get("who"):
        yield ("referral", "self"), "a family cannot ask for it, and nothing says who can", "fill in who: or route:"
    if referral.get("self") is False and referral.get("drop_in") is True:
        yield ("referral", "drop_in"), "it says drop in, but also that a family cannot ask for it", "correct one of the two"


def _sessions(entry: Any, today: date) -> Iterator[Mistake]:
    for at, session in enumerate(items(entry, "sessions")):
        if not isinstance(session, dict):
            continue
        yield from _rule(session, ("sessions", at, "rrule"), today)
        venue = session.get("venue")
        if isinstance(venue, int) and venue >= len(items(entry, "venues")):
            yield ("sessions", at, "venue"), f"there is no venue number {venue}", "count the venues from 0"


def _rule(session: dict[str, Any], path: EntryPath, today: date) -> Iterator[Mistake]:
    rrule, starts = str(session.get("rrule")), session.get("starts")
    if "FREQ=" not in rrule or "SECONDLY" in rrule or "MINUTELY" in rrule or "HOURLY" in rrule:
        return  # the schema says so
    start = datetime.combine(starts, datetime.min.time()) if isinstance(starts, date) else datetime(2026, 1, 1)
    try:
        following = rule_of(rrule, start).after(datetime.combine(today, datetime.min.time()), inc=True)
    except (ValueError, TypeError, KeyError) as problem:
        yield path, f"rrule {rrule!r} is not a rule ({problem})", "write it like FREQ=WEEKLY;BYDAY=TU"
        return
    if following is None:
        yield path, f"this session takes place no more (rrule {rrule!r})", "take it out, or give its new dates"


def _words(entry: Any) -> Iterator[Mistake]:
    texts = list(_texts(entry))
    whole = " ".join(text for _, text in texts)
    for path, text in texts:
        if is_placeholder(text):
            yield path, f"{text!r} only stands for something missing", "write null"
    for path, text in texts:
        if path[0] not in _EXPLAINED and path[:2] not in (("referral", "route"), ("referral", "say")):
            continue
        for acronym in unexplained(text, whole):
            yield path, f"{acronym} is not explained", f"write the words first, then ({acronym})"
    for key in _READ_BY_FAMILIES:
        grade = too_hard(entry[key]) if isinstance(entry.get(key), str) else None
        if grade:
            yield (key,), f"{key} is hard to read (grade {grade:.1f})", "use shorter sentences and everyday words"


def _texts(node: Any, path: EntryPath = ()) -> Iterator[tuple[EntryPath, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in ("sources", "id"):
                yield from _texts(value, (*path, key))
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from _texts(value, (*path, at))


def is_british(phone: str) -> bool:
    """Whether a text can be a British telephone number, a short code such as 111, or a text number such as 85258."""
    if _SHORT_CODES.match(phone):
        return True
    try:
        number = phonenumbers.parse(phone, "GB")
    except phonenumbers.NumberParseException:
        return False
    return number.country_code == _BRITAIN and phonenumbers.is_possible_number(number)
