"""Distances, and whether a service serves where a family lives."""

from __future__ import annotations

import math

from bot.directory.service import Service
from bot.enquiry import Locality

_EARTH_MILES = 3958.8
# Councils whose families may have a GP across the border, in County Durham.
_NEIGHBOURS = frozenset(
    (
        "darlington", "hartlepool", "stockton on tees", "sunderland", "gateshead", "northumberland",
        "north yorkshire", "westmorland and furness", "cumberland",
    )
)  # fmt: skip
# A family goes this far to a service that names a town without a venue we can measure to.
NEAR_MILES = 6.0


def miles_between(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle miles between two points in degrees."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_MILES * math.asin(math.sqrt(half))


def distance_miles(service: Service, locality: Locality | None) -> float | None:
    """Miles to the nearest venue, to one decimal; None where either end is unknown."""
    if locality is None or locality.lat is None or locality.lon is None or locality.kind == "area":
        return None
    found = [
        miles_between(locality.lat, locality.lon, venue.lat, venue.lon)
        for venue in service.venues
        if venue.lat is not None and venue.lon is not None
    ]
    return round(min(found), 1) if found else None


def outside_area(service: Service, locality: Locality | None) -> str | None:
    """Why the family's home is outside the service's area, in words; None where it is inside or nobody can tell."""
    area = service.area
    if area.is_national:
        return None
    if locality is None or locality.in_area is None:
        # Nobody said where: a service of other councils only is not for a chat about this county.
        others_only = area.covers == "councils" and not _council_fits(area.places, "Durham County Council")
        return f"serves {', '.join(area.places)} only" if others_only and service.kind != "other_local_offer" else None
    if service.kind == "other_local_offer":
        return None if locality.in_area is False and _council_fits(area.places, locality.council) else "for another council's area"
    if area.covers == "councils":
        fits = _council_fits(area.places, locality.council) or (
            locality.in_area and _council_fits(area.places, "Durham County Council")
        )
        return None if fits else f"serves {', '.join(area.places)} only"
    if locality.in_area is False:
        if area.follows_gp and _plain(locality.council or "") in _NEIGHBOURS:
            return None
        return f"serves County Durham, and {locality.name} is outside it"
    if area.covers in ("towns", "radius"):
        return _too_far(service, locality)
    return None


def _too_far(service: Service, locality: Locality) -> str | None:
    reach = service.area.radius_miles or NEAR_MILES
    away = distance_miles(service, locality)
    if away is None or away <= reach:
        return None  # near, or nobody can tell: then it is not left out
    return f"serves {_places(service)}, about {away:.0f} miles away"


def _places(service: Service) -> str:
    return " and ".join(service.area.places) or "a small area"


def _council_fits(places: tuple[str, ...], council: str | None) -> bool:
    if council is None:
        return False
    return any(_plain(place) in _plain(council) or _plain(council) in _plain(place) for place in places)


def _plain(name: str) -> str:
    words = name.lower().replace("-", " ").split()
    return " ".join(word for word in words if word not in ("council", "borough", "county", "city", "metropolitan"))
