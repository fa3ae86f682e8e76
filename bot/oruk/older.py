"""Records of Open Referral UK 1.0 and of Outpost in the shape of 3.0. A record of 3.0 stays as it is.

Outpost (Buckinghamshire's and other councils' software) has 1.0's pages, but its own records: ``min_age``, ``locations``
with the address inside, ``contacts[].phone``, ``weekday``, and ``mask_exact_address`` where a place must not be found.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.oruk.untrusted import Notes, mapping, mappings, number, text

Fields = dict[str, Any]

# What 3.0 has under other names.
_RENAMED = {
    "regular_schedules": "schedules", "physical_addresses": "addresses", "accessibility_for_disabilities": "accessibility",
    "organisation": "organization", "min_age": "minimum_age", "max_age": "maximum_age", "accessibilities": "accessibility",
}  # fmt: skip
_FREQUENCIES = {"week": "WEEKLY", "month": "MONTHLY"}


def upgrade(record: Mapping[str, Any], notes: Notes) -> Fields:
    """The record with 3.0's names; what 1.0 has and 3.0 has not is said."""
    found = _renamed(record)
    ranges = mappings(record.get("eligibilitys"))
    if len(ranges) == 1:
        for key, old in (("minimum_age", "minimum_age"), ("maximum_age", "maximum_age"), ("eligibility_description", "eligibility")):
            if found.get(key) is None:
                found[key] = ranges[0].get(old)
    elif ranges:
        said = "; ".join(f"{number(one.get('minimum_age'))} to {number(one.get('maximum_age'))}" for one in ranges[:5])
        notes.add(f"it has {len(ranges)} age ranges ({said})", "write one range under ages:, and the rest under words:")
    found["service_areas"] = [{**area, "name": area.get("name") or area.get("service_area")} for area in mappings(record.get("service_areas"))]
    found["languages"] = [{**one, "name": one.get("name") or one.get("language")} for one in mappings(record.get("languages"))]
    categories = [one.get("taxonomy") for one in mappings(record.get("service_taxonomys"))]
    categories += [*mappings(record.get("taxonomies")), *mappings(record.get("send_needs"))]
    found["attributes"] = [*mappings(record.get("attributes")), *({"taxonomy_term": one} for one in categories)]
    found["contacts"] = [{**one, "phones": one.get("phones") or [{"number": one.get("phone")}]} for one in mappings(record.get("contacts"))]
    places = [*mappings(record.get("service_at_locations")), *({"location": one} for one in mappings(record.get("locations")))]
    found["service_at_locations"] = [_link(place) for place in places if not _is_masked(place, notes)]
    schedules = [*mappings(found.get("schedules")), *(one for link in found["service_at_locations"] for one in mappings(link.get("schedules")))]
    found["schedules"] = [_schedule(one) for one in schedules]
    if record.get("free") is True and not mappings(record.get("cost_options")):
        found["cost_options"] = [{"option": "Free", "amount": 0}]
    if record.get("temporarily_closed") is True:
        found["status"] = "temporarily closed"
    if mappings(record.get("holiday_schedules")):
        notes.add("it has other times on holidays", "read them at the source, and write them under hours:")
    fees = text(record.get("fees"), "the fees", notes)
    if fees and not mappings(record.get("cost_options")):
        found["cost_options"] = [{"amount_description": fees}]
    elif fees:
        notes.add(f"of its fees it also says: {fees[:200]}", "write it under cost: if it still holds")
    return found


def _link(link: Mapping[str, Any]) -> Fields:
    location = _renamed(mapping(link.get("location")))
    if "addresses" not in location and location.get("postal_code"):
        location["addresses"] = [{key: location.get(key) for key in ("address_1", "city", "postal_code")}]
    point = mapping(location.get("geometry")).get("coordinates")
    if isinstance(point, list) and len(point) == 2:
        location |= {"longitude": point[0], "latitude": point[1]}
    for one in (access := [dict(one) for one in mappings(location.get("accessibility"))]):
        one["description"] = one.get("description") or one.get("accessibility") or one.get("name")
    location["accessibility"] = access
    return {**_renamed(link), "location": location}


def _is_masked(place: Mapping[str, Any], notes: Notes) -> bool:
    masked = mapping(place.get("location")).get("mask_exact_address") is True
    if masked:
        notes.add("the feed hides where a place is", "keep it hidden: write no venue, only how to get in touch")
    return masked


def _schedule(schedule: Mapping[str, Any]) -> Fields:
    freq, weekday = schedule.get("freq"), schedule.get("weekday")
    return {
        **schedule,
        "freq": _FREQUENCIES.get(freq, freq) if isinstance(freq, str) else freq,
        "byday": schedule.get("byday") or (weekday[:2].upper() if isinstance(weekday, str) else None),
    }


def _renamed(record: Mapping[str, Any]) -> Fields:
    renamed = {new: record[old] for old, new in _RENAMED.items() if old in record and not record.get(new)}
    return {**record, **renamed}
