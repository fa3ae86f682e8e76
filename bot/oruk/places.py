"""Venues as the standard's locations, areas as its service areas, and back.

An address of the standard must have a street, a town, a county and a postcode; a venue that lacks one is not published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.directory.geography import HOME_COUNCIL
from bot.directory.places import councils, towns
from bot.directory.service import Service, Venue
from bot.oruk import labelled
from bot.oruk.ids import uuid_for
from bot.oruk.untrusted import Notes, lines, mapping, mappings, number, text

Fields = dict[str, Any]

_COUNTY = "County Durham"
# Outside the council's area, but in the county of that name (north of the Tees).
_ALSO_IN_THE_COUNTY = frozenset({"darlington", "hartlepool", "stockton-on-tees"})
# Where somebody may be in danger if they are found.
_SECRET_KINDS = frozenset({"domestic_abuse_support"})
_GSS = "http://statistics.data.gov.uk/id/statistical-geography/"
_AREAS = {"whole_county": (_COUNTY, f"{_GSS}E06000047"), "england": ("England", f"{_GSS}E92000001"), "uk": ("United Kingdom", f"{_GSS}K02000001")}
_RADIUS = re.compile(r"Within (\d+(?:\.\d+)?) miles of its places")
_AS_OF, _COORDINATES = "Address as of", "Coordinates"
_MIDDLE_OF_TOWN = "the middle of the town, not the door"
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})")


def locations_of(service: Service) -> dict[int, Fields]:
    """The ``service_at_locations`` of a service, by the number of the venue; none where a place must stay secret."""
    if service.kind in _SECRET_KINDS:
        return {}
    return {at: found for at, venue in enumerate(service.venues) if (found := _at_location(service, venue))}


def split_address(address: str) -> tuple[str, str] | None:
    """An address's lines and its town, the county dropped; None where its end is no town that we know."""
    parts = [part.strip() for part in address.split(",")]
    if parts[-1] == _COUNTY:
        parts.pop()
    is_town = len(parts) > 1 and (parts[-1].lower() in towns() or parts[-1].lower() in _ALSO_IN_THE_COUNTY)
    return (", ".join(parts[:-1]), parts[-1]) if is_town else None


def areas_of(service: Service) -> list[Fields]:
    """The ``service_areas`` of a service; its own words about them are a text extent of the first."""
    area = service.area
    if area.covers in _AREAS:
        found = [dict(zip(("name", "uri"), _AREAS[area.covers]))]
    elif area.covers == "radius":
        found = [{"name": f"Within {area.radius_miles:g} miles of its places"}] if area.radius_miles else []
    else:
        found = [{"name": name, **({"uri": _AREAS["whole_county"][1]} if name == HOME_COUNCIL else {})} for name in area.places]
    if found and area.note:
        found[0] |= {"extent": area.note, "extent_type": "text"}
    own = {"service_id": uuid_for("service", service.id)}
    return [{"id": uuid_for("service_area", f"{service.id}:{one['name']}"), **own, **one} for one in found]


def read_venues(record: Mapping[str, Any], notes: Notes) -> tuple[list[Fields], dict[str, int]]:
    """The venues of a record, and for each of its service_at_locations which venue it is."""
    venues: list[Fields] = []
    places: dict[str, int] = {}
    for link in mappings(record.get("service_at_locations")):
        venue = _read_venue(mapping(link.get("location")), notes)
        if venue is None:
            continue
        if isinstance(link.get("id"), str):
            places[link["id"]] = len(venues)
        venues.append(venue)
    if not venues:
        notes.add("the feed gives no location with an address", "if families go somewhere, write it under venues:")
    return venues, places


def read_area(record: Mapping[str, Any], notes: Notes) -> Fields:
    """The area of a record; ``covers`` is None unless every name in it is one that we know."""
    areas = mappings(record.get("service_areas"))
    names = [name for one in areas if (name := text(one.get("name"), "a service area", notes))]
    note = next((said for one in areas if one.get("extent_type") == "text" and (said := text(one.get("extent"), "a service area", notes))), None)
    uris = {one.get("uri") for one in areas if isinstance(one.get("uri"), str)}
    found: Fields = {"covers": None, "places": [], "radius_miles": None, "follows_gp": False, "note": note}
    whole = next((covers for covers, (name, uri) in _AREAS.items() if names == [name] or (uris == {uri} and len(areas) == 1)), None)
    radius = _RADIUS.fullmatch(names[0]) if len(names) == 1 else None
    if names and all(name in councils() for name in names):
        found |= {"covers": "councils", "places": names}
    elif whole:
        found["covers"] = whole
    elif radius:
        found |= {"covers": "radius", "radius_miles": float(radius[1])}
    elif names and all(name.lower() in towns() for name in names):
        found |= {"covers": "towns", "places": names}
    else:
        said = f"the area {', '.join(names)[:200]!r} is none that we know" if names else "the feed gives no area"
        notes.add(said, "write covers: whole_county, towns, radius, councils, england or uk")
    return found


def _at_location(service: Service, venue: Venue) -> Fields | None:
    split = split_address(venue.address) if venue.address and venue.postcode else None
    if split is None:
        return None
    key = f"{service.id}:{venue.written}"
    id, form = uuid_for("location", key), "postal" if "postal address" in (venue.name or "").lower() else "physical"
    address = {
        "id": uuid_for("address", key),
        "location_id": id,
        "address_1": split[0],
        "city": split[1],
        "state_province": _COUNTY,
        "postal_code": venue.postcode,
        "country": "GB",
        "address_type": form,
    }
    location: Fields = {"id": id, "location_type": form, "name": venue.name}
    location["description"] = labelled.join({_AS_OF: venue.as_of, _COORDINATES: _MIDDLE_OF_TOWN if venue.approximate else None})
    location |= {"latitude": venue.lat, "longitude": venue.lon, "addresses": [address]}
    if venue.access:
        location["accessibility"] = [{"id": uuid_for("accessibility", key), "location_id": id, "description": venue.access}]
    return {
        "id": uuid_for("service_at_location", key),
        "service_id": uuid_for("service", service.id),
        "location_id": id,
        "location": {name: value for name, value in location.items() if value is not None},
    }


def _read_venue(location: Mapping[str, Any], notes: Notes) -> Fields | None:
    addresses = mappings(location.get("addresses"))
    if len(addresses) > 1:
        notes.add("a location has several addresses; the first was taken", "check which one families go to")
    address = addresses[0] if addresses else {}
    street = [text(address.get(key), "an address", notes) for key in ("address_1", "address_2", "city")]
    written = ", ".join(dict.fromkeys(part for part in street if part)) or None
    postcode = read_postcode(address.get("postal_code"), notes)
    about, rest = labelled.split(lines(location.get("description"), "a location", notes), (_AS_OF, _COORDINATES))
    if rest:
        notes.add(f"a location says: {rest[:200]}", "place it where it belongs, or leave it")
    lat, lon = _point(location, notes)
    name = text(location.get("name"), "a location's name", notes)
    if not written and not postcode and lat is None:
        return None
    access = [said for one in mappings(location.get("accessibility")) for key in ("description", "details") if (said := text(one.get(key), "accessibility", notes))]
    return {
        "name": name,
        "address": written,
        "postcode": postcode,
        "lat": lat,
        "lon": lon,
        "access": "; ".join(dict.fromkeys(access)) or None,
        "as_of": about.get(_AS_OF),
        "approximate": about.get(_COORDINATES) == _MIDDLE_OF_TOWN,
    }


def read_postcode(value: Any, notes: Notes) -> str | None:
    """A postcode in capitals with its space; another text is left out, and said."""
    said = text(value, "a postcode", notes)
    found = _POSTCODE.fullmatch(" ".join(said.upper().split())) if said else None
    if said and not found:
        notes.add(f"{said[:20]!r} is no postcode", "find it out, then write postcode:")
    return f"{found[1]} {found[2]}" if found else None


def _point(location: Mapping[str, Any], notes: Notes) -> tuple[float | None, float | None]:
    lat, lon = number(location.get("latitude")), number(location.get("longitude"))
    if lat is None or lon is None:
        return None, None
    if not (53.9 <= lat <= 55.9 and -3.1 <= lon <= -0.9):  # as bot/directory/schema.json has them
        notes.add(f"the coordinates {lat:g}, {lon:g} are not in the North East", "check them, then write lat: and lon:")
        return None, None
    return lat, lon
