"""Records of Open Referral UK 1.0 (and of Outpost, which speaks it) in the shape of 3.0. A record of 3.0 stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.oruk.untrusted import Notes, mapping, mappings, number

Fields = dict[str, Any]

# What 1.0 calls the lists that 3.0 has under other names.
_RENAMED = {"regular_schedules": "schedules", "physical_addresses": "addresses", "accessibility_for_disabilities": "accessibility"}


def upgrade(record: Mapping[str, Any], notes: Notes) -> Fields:
    """The record with 3.0's names; what 1.0 has and 3.0 has not is said."""
    found = _renamed(record)
    ranges = mappings(record.get("eligibilitys"))
    if len(ranges) == 1:
        for key, old in (("minimum_age", "minimum_age"), ("maximum_age", "maximum_age"), ("eligibility_description", "eligibility")):
            found.setdefault(key, ranges[0].get(old))
    elif ranges:
        said = "; ".join(f"{number(one.get('minimum_age'))} to {number(one.get('maximum_age'))}" for one in ranges[:5])
        notes.add(f"it has {len(ranges)} age ranges ({said})", "write one range under ages:, and the rest under words:")
    found["service_areas"] = [{**area, "name": area.get("name") or area.get("service_area")} for area in mappings(record.get("service_areas"))]
    found["languages"] = [{**one, "name": one.get("name") or one.get("language")} for one in mappings(record.get("languages"))]
    found["attributes"] = [*mappings(record.get("attributes")), *({"taxonomy_term": one.get("taxonomy")} for one in mappings(record.get("service_taxonomys")))]
    found["service_at_locations"] = [_link(link) for link in mappings(record.get("service_at_locations"))]
    found["schedules"] = [*mappings(found.get("schedules")), *(one for link in found["service_at_locations"] for one in mappings(link.get("schedules")))]
    if mappings(record.get("holiday_schedules")):
        notes.add("it has other times on holidays", "read them at the source, and write them under hours:")
    if isinstance(record.get("fees"), str) and record["fees"].strip() and not mappings(record.get("cost_options")):
        found["cost_options"] = [{"amount_description": record["fees"]}]
    return found


def _link(link: Mapping[str, Any]) -> Fields:
    location = _renamed(mapping(link.get("location")))
    location["accessibility"] = [{**one, "description": one.get("description") or one.get("accessibility")} for one in mappings(location.get("accessibility"))]
    return {**_renamed(link), "location": location}


def _renamed(record: Mapping[str, Any]) -> Fields:
    renamed = {new: record[old] for old, new in _RENAMED.items() if old in record and not record.get(new)}
    return {**record, **renamed}
