"""The parameters of the lists, as the standard words them. All of them together must hold (AND).

``minimum_age`` asks for services *whose own* lowest age is at least the value, not for those that take a child of that age:
that is how the standard words it. A service that does not say what is asked about is not in the answer.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.directory.geography import miles_between, outside_area
from bot.directory.sessions import DAYS
from bot.enquiry import Locality
from bot.nlu.place.postcodes import Postcodes
from bot.ops.paths import GAZETTEER
from bot.oruk.feed import Published
from bot.oruk.ids import is_uuid
from bot.oruk.untrusted import number

Fields = dict[str, Any]
Wanted = Callable[[Published, Fields], bool]

MOST_PER_PAGE, _PER_PAGE = 100, 50
_METRES_A_MILE = 1609.344
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
# Of HSDS's core, and of no use to whoever asks unless they are kept: a wrong answer would look like a right one.
_NOT_OFFERED = {
    "modified_after": "the directory keeps no times of change",
    "minimal": "ask for pages of /services",
    "full": "ask for /services/{id}",
    "format": "the answer is always JSON",
}


class BadParameter(ValueError):
    """A parameter that cannot be read; the message says what to write."""


def paging(given: Mapping[str, list[str]]) -> tuple[int, int]:
    """The number of the page, from 1, and how many rows it takes (at most MOST_PER_PAGE).

    Raises:
        BadParameter: one is no whole number above 0.
    """
    return _count(given, "page", 1), min(_count(given, "per_page", _PER_PAGE), MOST_PER_PAGE)


def filters(given: Mapping[str, list[str]], *, places: bool = False) -> Wanted:
    """What a service (and, with ``places``, its nested service_at_location) must be to be in the answer.

    Raises:
        BadParameter: a parameter cannot be read, is given twice, or is one that we do not offer.
    """
    for name, why in _NOT_OFFERED.items():
        if name in given:
            raise BadParameter(f"{name} is not offered here: {why}")
    tests: list[Wanted] = []
    if words := (_one(given, "search") or "").casefold().split():
        tests.append(lambda one, _: all(word in _searched(one) for word in words))
    for id in given.get("taxonomy_term_id", []):
        tests.append(functools.partial(_has_term, key="id", id=_uuid("taxonomy_term_id", id)))
    for id in given.get("taxonomy_id", []):
        tests.append(functools.partial(_has_term, key="taxonomy_id", id=_uuid("taxonomy_id", id)))
    if (organization := _one(given, "organization_id")) is not None:
        wanted = _uuid("organization_id", organization)
        tests.append(lambda one, _: one.record["organization_id"] == wanted)
    if (least := _age(given, "minimum_age")) is not None:
        tests.append(lambda one, _: one.record.get("minimum_age", -1) >= least)
    if (most := _age(given, "maximum_age")) is not None:
        tests.append(lambda one, _: one.record.get("maximum_age", float("inf")) <= most)
    tests += _when(given)
    tests += _where(given) if places else []
    return lambda one, row: all(test(one, row) for test in tests)


def _when(given: Mapping[str, list[str]]) -> Iterable[Wanted]:
    """Day and times: one and the same schedule must meet all of them."""
    day, start, end = (_one(given, name) for name in ("day", "start_time", "end_time"))
    if day is start is end is None:
        return
    codes = {name.casefold(): code for code, name in DAYS.items()} | {code.casefold(): code for code in DAYS}
    if day is not None and day.casefold() not in codes:
        raise BadParameter(f"day {day!r} is no day: write MO, TU, WE, TH, FR, SA or SU")
    for name, said in (("start_time", start), ("end_time", end)):
        if said is not None and not _TIME.fullmatch(said):
            raise BadParameter(f"{name} {said!r} is no time: write it like 09:30")
    code = codes[day.casefold()] if day is not None else ""
    yield lambda one, _: any(
        # MO, 2MO and -1MO are all Mondays
        code in schedule.get("byday", "")
        and (start is None or schedule.get("opens_at", "") >= start[:5])
        and (end is None or schedule.get("closes_at", "99") <= end[:5])
        for schedule in one.record.get("schedules", [])
        if "byday" in schedule or day is None
    )


def _where(given: Mapping[str, list[str]]) -> Iterable[Wanted]:
    postcode, proximity = _one(given, "postcode"), _one(given, "proximity")
    if postcode is None:
        if proximity is not None:
            raise BadParameter("proximity needs a postcode: write postcode=DL14 6QL&proximity=5000")
        return
    home = _place(postcode)
    yield lambda one, _: outside_area(one.service, home) is None
    if proximity is not None:
        metres = number(proximity)
        if metres is None or metres < 0:
            raise BadParameter(f"proximity {proximity[:30]!r} is no distance: write metres, like 5000")
        yield lambda _, link: _metres(home, link["location"]) <= metres


def _metres(home: Locality, location: Fields) -> float:
    """How far a location is; where it has no coordinates, the middle of its postcode's sector. Infinite where nobody can tell."""
    lat, lon = location.get("latitude"), location.get("longitude")
    if lat is None:
        known = _postcodes().find(location["addresses"][0]["postal_code"])
        lat, lon = (known[0].locality.lat, known[0].locality.lon) if known else (None, None)
    if lat is None or lon is None or home.lat is None or home.lon is None:
        return float("inf")
    return miles_between(home.lat, home.lon, lat, lon) * _METRES_A_MILE


def _place(said: str) -> Locality:
    found = _postcodes().find(said[:20])
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(said.rstrip())):
        raise BadParameter(f"postcode {said[:20]!r} is no postcode: write it like DL14 6QL")
    if found[0].locality.lat is None:
        raise BadParameter(f"we do not know where the postcode {said[:20]!r} is: only those of the North East of England")
    return found[0].locality


@functools.cache
def _postcodes() -> Postcodes:
    return Postcodes.load(GAZETTEER / "postcodes.csv")


def _has_term(one: Published, _: Fields, *, key: str, id: str) -> bool:
    return any(attribute["taxonomy_term"][key] == id for attribute in one.record["attributes"])


def _searched(one: Published) -> str:
    record = one.record
    names = (attribute["taxonomy_term"]["name"] for attribute in record["attributes"])
    return " ".join((record["name"], record["description"], record["organization"]["name"], *names)).casefold()


def _one(given: Mapping[str, list[str]], name: str) -> str | None:
    values = given.get(name, [])
    if len(values) > 1:
        raise BadParameter(f"{name} is given {len(values)} times: give it once")
    return values[0] if values else None


def _count(given: Mapping[str, list[str]], name: str, otherwise: int) -> int:
    said = _one(given, name)
    if said is None:
        return otherwise
    if not (said.isascii() and said.isdigit() and len(said) <= 9 and int(said) > 0):
        raise BadParameter(f"{name} {said[:30]!r} is no whole number above 0")
    return int(said)


def _age(given: Mapping[str, list[str]], name: str) -> float | None:
    said = _one(given, name)
    if said is None:
        return None
    years = number(said)
    if years is None or years < 0:
        raise BadParameter(f"{name} {said[:30]!r} is no age: write years, like 4 or 1.5")
    return years


def _uuid(name: str, said: str) -> str:
    if not is_uuid(said):
        raise BadParameter(f"{name} {said[:40]!r} is no UUID")
    return said.lower()
