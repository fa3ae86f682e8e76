"""What a schema cannot see inside one entry: ``mistakes(entry, today)`` gives the path, what is wrong, what to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeGuard

from dateutil.relativedelta import relativedelta

from bot.directory.age_words import wrong_ages
from bot.directory.likeness import did_you_mean
from bot.directory.phones import wrong_phone
from bot.directory.places import councils, outside, several, town, town_names
from bot.directory.rule_words import wrong_rule, wrong_start
from bot.directory.wording import is_placeholder, stray, too_hard, unexplained

EntryPath = tuple[str | int, ...]
Mistake = tuple[EntryPath, str, str]

_WHOLE = ("whole_county", "england", "uk")
_READ_BY_FAMILIES = ("summary", "caution", "not_for")
_EXPLAINED = ("summary", "caution", "not_for", "while_waiting")
_LONGEST_BETWEEN_CHECKS = relativedelta(months=12)
_LONGEST_TEXT = 1000
# A text that stands here must say something: null is not allowed.
_NEVER_NULL = ("name", "provider", "summary", "owner", "while_waiting", "languages", "waits")
_SHOUTED_WORD = 6


def first_told(stages: Iterable[Iterable[Mistake]]) -> Iterator[Mistake]:
    """The mistakes of several checks: of what one check has told, a later one tells no more."""
    told: set[EntryPath] = set()
    for stage in stages:
        found = [mistake for mistake in stage if mistake[0] not in told]
        yield from found
        told |= {path for path, _, _ in found}


def rule_mistakes(entry: Any, today: date) -> Iterator[Mistake]:
    """Rules of sessions that are none, or not of their first day. Told before the schema, which knows less about them."""
    for at, session in enumerate(items(entry, "sessions")):
        rrule, starts = (session.get("rrule"), session.get("starts")) if isinstance(session, dict) else (None, None)
        if isinstance(rrule, str) and rrule:
            first = starts if _is_day(starts) else today - timedelta(days=1)
            wrong = wrong_rule(rrule, first, today)
            if wrong:
                yield ("sessions", at, "rrule"), *wrong
            elif _is_day(starts) and (wrong := wrong_start(rrule, starts)):
                yield ("sessions", at, "starts"), *wrong


def mistakes(entry: Any, today: date) -> Iterator[Mistake]:
    """The mistakes of an entry. Parts of the wrong shape are the schema's to report, and passed over here."""
    parts = (_needs(entry), _ages(entry), _area(entry), _dates(entry, today), _contact(entry), _venues(entry), _way_in(entry), _sessions(entry))
    yield from first_told((_unsaid(entry), *parts, _words(entry)))


def part(entry: Any, key: str) -> dict[str, Any]:
    """A part with keys and values; empty where it has another shape."""
    value = entry.get(key)
    return value if isinstance(value, dict) else {}


def items(entry: Any, key: str) -> list[Any]:
    """A part that is a list; empty where it has another shape."""
    value = entry.get(key)
    return value if isinstance(value, list) else []


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
    if all(age is None or type(age) is int for age in (lo, hi)):
        wrong = wrong_ages(lo, hi, words)
        if wrong:
            yield ("ages", wrong[0]), *wrong[1:]


def _area(entry: Any) -> Iterator[Mistake]:
    area = part(entry, "area")
    covers, named = area.get("covers"), [place for place in items(area, "places") if isinstance(place, str)]
    if covers in ("towns", "councils") and not area.get("places"):
        yield ("area", "covers"), f"covers {covers} but names none", "list them under places:"
    if covers == "radius" and area.get("radius_miles") is None:
        yield ("area", "covers"), "covers a radius of unknown size", "add radius_miles: 5"
    if covers == "radius" and not any(isinstance(venue, dict) and venue.get("lat") for venue in items(entry, "venues")):
        yield ("area", "covers"), "covers a radius around no place", "give a venue with lat and lon, or list towns"
    if entry.get("kind") == "other_local_offer" and covers != "councils":
        yield ("area", "covers"), "another area's local offer must say whose", "write covers: councils and name it in places"
    if covers in _WHOLE and named:
        yield ("area", "places"), f"covers {covers} does not look at places ({named[0]})", "write covers: towns, or places: []"
    for at, place in enumerate(named):
        if covers == "towns" and town(place) is None:
            yield ("area", "places", at), *_unknown_town(place)
        if covers == "councils" and place not in councils():
            cure = did_you_mean(place, sorted(councils()), "write the council's full name")
            yield ("area", "places", at), f"{place!r} is not a council that we know", cure


def _unknown_town(place: str) -> tuple[str, str]:
    one_of = several(place)
    if len(one_of) > 1:
        return f"{place!r} is several places", f"write {' or '.join((', '.join(one_of[:-1]), one_of[-1]))}"
    council = outside(place)
    if council:
        return f"{place!r} is outside the county", f"take it out, or write covers: councils and {council!r}"
    return f"{place!r} is not a place that we know in the county", did_you_mean(place, town_names(), "write a town of the gazetteer")


def _dates(entry: Any, today: date) -> Iterator[Mistake]:
    checked, due = entry.get("last_checked"), entry.get("next_check")
    if _is_day(checked) and checked > today:
        yield ("last_checked",), f"last_checked {checked} is in the future", "write the day it was checked"
        return
    if not _is_day(checked) or not _is_day(due):
        return
    if due <= checked:
        yield ("next_check",), f"next_check {due} is not after last_checked {checked}", "write a later day"
    elif due > checked + _LONGEST_BETWEEN_CHECKS and due <= today + _LONGEST_BETWEEN_CHECKS:
        yield ("last_checked",), f"last_checked {checked} is more than a year before next_check {due}", "write the day its sources were last read"
    elif due > checked + _LONGEST_BETWEEN_CHECKS:
        yield ("next_check",), f"next_check {due} is more than a year off", f"write {checked + _LONGEST_BETWEEN_CHECKS} or earlier"


def _is_day(value: Any) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _contact(entry: Any) -> Iterator[Mistake]:
    contact = part(entry, "contact")
    phone = contact.get("phone")
    wrong = wrong_phone(phone) if isinstance(phone, str) and phone else None
    if wrong:
        yield ("contact", "phone"), *wrong
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


def _sessions(entry: Any) -> Iterator[Mistake]:
    for at, session in enumerate(items(entry, "sessions")):
        venue, venues = session.get("venue") if isinstance(session, dict) else None, items(entry, "venues")
        if isinstance(venue, int) and isinstance(entry.get("venues", []), list) and venue >= len(venues):
            cure = "count the venues from 0" if venues else "this service has no venues: add one, or write null"
            yield ("sessions", at, "venue"), f"there is no venue number {venue}", cure


def _unsaid(entry: Any) -> Iterator[Mistake]:
    """Texts that say nothing."""
    for path, text in texts_of(entry):
        null = "write what is true: null may not stand here" if path[0] in _NEVER_NULL or path[-1] in ("title", "source") else "write null"
        if is_placeholder(text):
            yield path, f"{text!r} only stands for something missing", null
        elif text and not text.strip():
            yield path, f"{path[-1]} has nothing but spaces", null


def _words(entry: Any) -> Iterator[Mistake]:
    texts = list(texts_of(entry))
    whole = " ".join(text for _, text in texts)
    for path, text in texts:
        if len(text) > _LONGEST_TEXT:
            yield path, f"this text is {len(text)} letters long", f"families read no more than {_LONGEST_TEXT}: say it shorter"
            continue
        yield from ((path, *wrong) for wrong in stray(text))
        if path[0] not in _EXPLAINED and path[:2] not in (("referral", "route"), ("referral", "say")):
            continue
        for acronym in unexplained(text, whole):
            small = f"write {acronym.lower()} in small letters, or " if len(acronym) >= _SHOUTED_WORD else "write "
            yield path, f"{acronym} is not explained", f"{small}the words first, then ({acronym})"
    for key in _READ_BY_FAMILIES:
        text = entry.get(key)
        grade = too_hard(text) if isinstance(text, str) and len(text) <= _LONGEST_TEXT else None
        if grade:
            yield (key,), f"{key} is hard to read (grade {grade:.1f})", "use shorter sentences and everyday words"


def texts_of(node: Any, path: EntryPath = ()) -> Iterator[tuple[EntryPath, str]]:
    """Each text of an entry with its path, but for its id and its sources."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in ("sources", "id"):
                yield from texts_of(value, (*path, key))
    elif isinstance(node, list):
        for at, value in enumerate(node):
            yield from texts_of(value, (*path, at))
