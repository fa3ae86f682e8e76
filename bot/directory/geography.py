"""Distances, and whether a service serves where a family lives."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable

from bot.directory.places import Point, town
from bot.directory.service import Area, Service
from bot.enquiry import Locality

HOME_COUNCIL = "Durham County Council"
EARTH_MILES = 3958.8
# Councils whose families may have a GP across the border, in County Durham.
_NEIGHBOURS = frozenset(
    (
        "darlington", "hartlepool", "stockton on tees", "sunderland", "gateshead", "northumberland",
        "north yorkshire", "westmorland and furness", "cumberland",
    )
)  # fmt: skip
# A family goes this far to a service that names its towns.
NEAR_MILES = 6.0
_NOT_A_NAME = frozenset({"council", "borough", "county", "city", "metropolitan", "of"})


def miles_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle miles between two points in degrees."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_MILES * math.asin(math.sqrt(half))


def distance_miles(service: Service, locality: Locality | None) -> float | None:
    """Miles to the nearest venue, to one decimal; None where either end is unknown."""
    return _nearest(locality, service.points)


def nearest(services: Iterable[Service], locality: Locality | None) -> tuple[Service, float] | None:
    """The service with the nearest venue and the miles to it, the first by id of equals; None where none can be told."""
    known = [(service, miles) for service in services if (miles := distance_miles(service, locality)) is not None]
    return min(known, key=lambda pair: (pair[1], pair[0].id), default=None)


def outside_area(service: Service, locality: Locality | None) -> str | None:
    """Why the family's home is outside the service's area, in words; None where it is inside or nobody can tell."""
    area = service.area
    if area.is_national:
        return None
    if locality is None or locality.in_area is None:
        # Nobody said where: a service of other councils only is not for a chat about this county.
        others_only = area.covers == "councils" and not names_council(area.places, HOME_COUNCIL)
        return f"serves {_listed(area)} only" if others_only else None
    if area.covers == "councils":
        return None if names_home(area, locality) or may_follow_gp(area, locality) else f"serves {_listed(area)} only"
    if locality.in_area is False:
        if may_follow_gp(area, locality):
            return None
        return f"serves County Durham, and {locality.name} is outside it"
    return _too_far(service, locality) if area.covers in ("towns", "radius") else None


def point_of(locality: Locality | None) -> Point | None:
    """The point from which distances are told; None where nobody knows it, or a whole area was said."""
    if locality is None or locality.lat is None or locality.lon is None or locality.kind == "area":
        return None
    return locality.lat, locality.lon


def may_follow_gp(area: Area, locality: Locality | None) -> bool:
    """Whether a family outside may still be served, because the service goes by the GP and they live next door.

    That is near one of its towns, where it names towns, and in none of the councils that it serves anyway.
    """
    if not area.follows_gp or locality is None or locality.in_area is not False or not is_neighbour(locality.council):
        return False
    if area.covers == "towns":
        away = _miles_to_town(area, locality)
        return away is not None and away <= NEAR_MILES
    return not names_home(area, locality)


def names_home(area: Area, locality: Locality) -> bool:
    """Whether it serves councils by name, the family's among them."""
    home = HOME_COUNCIL if locality.in_area else locality.council
    return area.covers == "councils" and bool(home) and names_council(area.places, home or "")


def is_neighbour(council: str | None) -> bool:
    """Whether a council's area touches the county's."""
    return _plain(council or "") in _NEIGHBOURS


def _too_far(service: Service, locality: Locality) -> str | None:
    area = service.area
    if locality.name.lower() in (place.lower() for place in area.places):
        return None
    to_venue = distance_miles(service, locality)
    if area.covers == "radius":
        away, reach = to_venue, area.radius_miles or NEAR_MILES
    else:
        to_town = _miles_to_town(area, locality)
        away, reach = (to_town if to_town is not None else to_venue), NEAR_MILES
    if away is None or away <= reach:
        return None  # near, or nobody can tell: then it is not left out
    return f"serves {_listed(area)}, about {away:.0f} miles away"


def _miles_to_town(area: Area, locality: Locality) -> float | None:
    return _nearest(locality, (point for name in area.places if (point := town(name))))


def _nearest(locality: Locality | None, points: Iterable[Point]) -> float | None:
    home = point_of(locality)
    miles = [miles_between(*home, *point) for point in points] if home else []
    return round(min(miles), 1) if miles else None


def _listed(area: Area) -> str:
    return " and ".join(area.places) or "a small area"


@functools.lru_cache(maxsize=512)
def names_council(places: tuple[str, ...], council: str) -> bool:
    """Whether a council is among the places, as "Stockton" or as "Stockton-on-Tees Borough Council"."""
    said = _plain(council).split()
    return any(
        (words := _plain(place).split()) and (said[: len(words)] == words or words[: len(said)] == said) for place in places
    )


def _plain(name: str) -> str:
    return " ".join(word for word in name.lower().replace("-", " ").split() if word not in _NOT_A_NAME)
