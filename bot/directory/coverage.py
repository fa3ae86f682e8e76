"""Where the directory helps and where it does not: each need at each age in each place, by the soonest way in.

It asks the same questions as the matcher (age, area, conditions), of every service whose work the need is. What
nobody has stated is not read as fit: a service of unknown ages or an unknown way in counts as "not_stated".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.directory.eligibility import age_fit, ruled_out
from bot.directory.rank import WORTH_OFFERING, need_score
from bot.directory.service import Directory, Service
from bot.directory.vocabulary import NEEDS
from bot.enquiry import AgeRange, Child, Enquiry, Locality
from bot.need_ages import can_arise

Level = Literal["nothing", "national", "not_stated", "referral", "today"]

# From the worst to the best. A national line can be rung today, but it is nobody who can come.
LEVELS: tuple[Level, ...] = ("nothing", "national", "not_stated", "referral", "today")
# In months. Not the board's stages (bot/conversation/coarse.py): those are kept in its counts by their names, and part at 19 where adult services begin at 18.
AGE_BANDS: Mapping[str, AgeRange] = {
    "before birth": (-9, 0),
    "under 1": (0, 12),
    "1 and 2": (12, 36),
    "3 and 4": (36, 60),
    "5 to 10": (60, 132),
    "11 to 15": (132, 192),
    "16 and 17": (192, 216),
    "18 to 24": (216, 300),
}


@dataclass(frozen=True)
class Cell:
    """What a family with one need and one age finds from one place. ``services`` are ids, those of ``level`` only."""

    need: str
    age: str
    place: str
    level: Level
    services: tuple[str, ...]


def coverage(directory: Directory, places: Sequence[Locality], today: date) -> list[Cell]:
    """A cell for each need, each age band at which it can arise and each place, in that order."""
    return [
        _cell(directory, need, band, place, today)
        for need in NEEDS
        for band in AGE_BANDS
        if can_arise(need, AGE_BANDS[band])
        for place in places
    ]


def worst(cells: Sequence[Cell]) -> Level:
    """The worst level among cells."""
    return min((cell.level for cell in cells), key=LEVELS.index)


def reach(directory: Directory, enquiry: Enquiry, need: str, age: AgeRange, today: date) -> tuple[Level, tuple[str, ...]]:
    """The soonest way in for one need of an enquiry and a child of that age, and the ids of the services that it leads to."""
    levels: dict[Level, list[str]] = {}
    for service in directory.by_need.get(need, ()):
        if _does_it(service, need, age) and ruled_out(service, enquiry, (Child(age),), enquiry.locality, today) is None:
            levels.setdefault(_level(service, age, today), []).append(service.id)
    best: Level = max(levels, key=LEVELS.index) if levels else "nothing"
    return best, tuple(sorted(levels.get(best, [])))


def _cell(directory: Directory, need: str, band: str, place: Locality, today: date) -> Cell:
    age = AGE_BANDS[band]
    return Cell(need, band, place.name, *reach(directory, Enquiry((need,), (Child(age),), place), need, age, today))


def _does_it(service: Service, need: str, age: AgeRange) -> bool:
    """A national website of other councils, or what only touches the need, covers nothing."""
    return service.kind != "other_local_offer" and (need in service.main or need_score(service, need, age) >= WORTH_OFFERING)


def _level(service: Service, age: AgeRange, today: date) -> Level:
    if service.area.is_national:
        return "national"
    if age_fit(service.ages, age, today).fits is None:
        return "not_stated"
    if service.conditions.under_team or service.referral.self is False:
        return "referral"
    return "today" if service.referral.self or service.referral.drop_in else "not_stated"
