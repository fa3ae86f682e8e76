"""Ages and places as coarsely as they are counted: a stage, and the nearest family hub."""

from __future__ import annotations

from bot.directory.geography import nearest
from bot.directory.service import Directory
from bot.enquiry import AgeRange, Locality

# The stages that services are planned by, with the month in which each begins.
BANDS = {"before birth": -12, "0 to 4": 0, "5 to 10": 60, "11 to 15": 132, "16 to 18": 192, "19 to 25": 228}
NOT_SAID = "not said"


def band(age: AgeRange) -> str:
    """The stage of a child of this age: "5 to 10"."""
    return next((name for name, first in reversed(BANDS.items()) if age[0] >= first), next(iter(BANDS)))


def area_of(place: Locality | None, directory: Directory) -> str:
    """Where a family lives, as coarse as the fifteen family hubs: never the village that they named."""
    if place is None or place.in_area is None:
        return NOT_SAID
    if not place.in_area:
        return "outside"
    hub = nearest(directory.by_kind.get("family_hub", ()), place)
    return hub[0].name if hub else "County Durham"
