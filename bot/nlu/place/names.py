"""Every name and alias of the gazetteer, squashed, and which place each one means."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.enquiry import Locality
from bot.nlu.place.words import squash, words_of

_DURHAM = "Durham County Council"
# The middle of the county (areas.csv). A namesake further out than this is a hamlet over the Pennines or on the
# Cleveland coast, whose families would not ask here; a town is asked about wherever it lies.
_MIDDLE = (54.70, -1.75)
_RIVAL_MILES = 27.0
_FAR_MILES = 40.0
_MILES_PER_DEGREE = 69.1
# "Hilton near Yarm": the Hilton that lies this near to Yarm is meant, if no other does.
_NEIGHBOUR_MILES = 14.0


@dataclass(frozen=True)
class Place:
    """One row of the gazetteer."""

    name: str
    kind: str
    lat: float | None
    lon: float | None
    in_area: bool | None
    council: str | None

    @property
    def locality(self) -> Locality:
        """This place as part of an enquiry."""
        return Locality(
            self.name, self.in_area, self.council, self.lat, self.lon, "area" if self.kind == "area" else "place"
        )


@dataclass(frozen=True)
class Names:
    """``places`` by squashed name; ``rules`` says what a risky name needs: ``cue`` (a place cue), ``first_name``
    (the same, for names that people bear) or ``never_alone_word`` (the cue always); ``lengths`` of how many words each
    name is at most."""

    places: dict[str, tuple[Place, ...]]
    rules: dict[str, str]
    lengths: dict[str, int]

    @classmethod
    def load(cls, folder: Path) -> Names:
        """Read places.csv, areas.csv, far_places.csv and risky_names.csv.

        Raises:
            OSError: a file is missing. KeyError, ValueError: a file has lost a column or a number.
        """
        rules = {squash(row["name"]): _rule(row) for row in _read(folder / "risky_names.csv") if row["rule"] != "note"}
        found: dict[str, list[Place]] = defaultdict(list)
        lengths: dict[str, int] = defaultdict(int)
        for spoken, place in _near_and_wide(folder):
            key = squash(spoken)
            lengths[key] = max(lengths[key], len(words_of(spoken)))
            if place not in found[key]:
                found[key].append(place)
        for row in _read(folder / "far_places.csv"):
            key = squash(row["name"])
            lengths[key] = max(lengths[key], len(words_of(row["name"])))
            if key not in found:
                found[key] = [Place(row["name"], "town", None, None, False, row["council"] or None)]
                # A far city in a message is mostly football, a hospital or an aunt: it needs a cue.
                rules[key] = "cue"
        return cls({key: tuple(places) for key, places in found.items()}, rules, lengths)

    def locality(self, key: str, beside: Locality | None = None, without: frozenset[str] = frozenset()) -> Locality:
        """What ``key`` means. With ``beside``, a place named next to it, the nearest namesake is taken; ``without`` are names that were denied.

        Where namesakes lie in different councils, ``in_area`` is None and ``candidates`` holds them.
        """
        places = tuple(place for place in self.places[key] if place.name not in without) or self.places[key]
        if len(places) > 1 and beside and (nearest := _nearest(places, beside)):
            return nearest.locality
        candidates = tuple(place.name for place in places) if len(places) > 1 else ()
        inside = [place for place in places if place.in_area]
        rivals = [place for place in places if not place.in_area and (place.kind == "town" or _is_near(place))]
        if inside and rivals:
            return Locality(_said(key, places), None, None, candidates=candidates)
        best = _best(key, inside or list(places))
        return Locality(
            best.name, best.in_area, best.council, best.lat, best.lon, best.locality.kind, candidates
        )


def _nearest(places: tuple[Place, ...], beside: Locality) -> Place | None:
    """The only one near ``beside``, or the one right beside it where the next is far further: the Seaton by Seaham; None where two may be meant."""
    near = sorted((miles, at) for at, place in enumerate(places) if (miles := miles_apart(place, beside)) < _NEIGHBOUR_MILES)
    alone = len(near) == 1 or (len(near) > 1 and near[0][0] < _RIGHT_BESIDE and near[1][0] > _FAR_FURTHER * near[0][0])
    return places[near[0][1]] if alone else None


_RIGHT_BESIDE = 3.0  # miles
_FAR_FURTHER = 3  # times


def _best(key: str, places: list[Place]) -> Place:
    """The one that bears the plain name, then a town, then one whose name begins with it, then the first."""
    plain = [place for place in places if squash(place.name) == key]
    towns = [place for place in places if place.kind == "town"]
    # "Shotton" is rather Shotton Colliery than Old Shotton.
    begins = [place for place in places if squash(place.name).startswith(key)]
    return (plain or towns or begins or places)[0]


def _said(key: str, places: tuple[Place, ...]) -> str:
    """The part of the name that the places share: what the family said, spelled right."""
    first = places[0].name.split(" (")[0]
    words = first.replace("-", " ").split()
    shared = [word for word in words if squash(word) in key]
    return " ".join(shared) or first


def is_far(locality: Locality) -> bool:
    """Whether it lies outside the county and its neighbours: Leeds, Scotland."""
    return locality.in_area is False and miles_apart(locality, Locality("", None, None, *_MIDDLE)) > _FAR_MILES


def _is_near(place: Place) -> bool:
    return miles_apart(place, Locality("", None, None, *_MIDDLE)) < _RIVAL_MILES


def miles_apart(place: Place | Locality, other: Locality) -> float:
    """Miles in a straight line; infinite where either has no position."""
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return math.inf
    east = (place.lon - other.lon) * math.cos(math.radians(place.lat))
    return math.hypot(place.lat - other.lat, east) * _MILES_PER_DEGREE


def _rule(row: dict[str, str]) -> str:
    return "first_name" if row["rule"] == "cue" and "first name" in row["why"] else row["rule"]


def _near_and_wide(folder: Path) -> Iterator[tuple[str, Place]]:
    for row in _read(folder / "places.csv"):
        place = Place(
            row["name"], row["kind"], float(row["lat"]), float(row["lon"]), row["in_county"] == "true", row["council"]
        )
        for spoken in (row["name"], row["name"].split(" (")[0], *filter(None, row["aliases"].split("|"))):
            yield spoken, place
    for row in _read(folder / "areas.csv"):
        in_area = {"true": True, "false": False}.get(row["in_county"])
        council = _DURHAM if in_area else None
        place = Place(row["name"], "area", float(row["lat"]), float(row["lon"]), in_area, council)
        for spoken in (row["name"], *filter(None, row["aliases"].split("|"))):
            yield spoken, place


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as rows:
        return list(csv.DictReader(rows))
