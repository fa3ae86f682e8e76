"""Where the towns are that a service names under ``area.places``: the gazetteer's coordinates."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Mapping

from bot.ops.paths import GAZETTEER

Point = tuple[float, float]


def town(name: str) -> Point | None:
    """Latitude and longitude of a town of the county; None where the gazetteer has none, or several."""
    return towns().get(name.strip().lower())


@functools.cache
def towns() -> Mapping[str, Point]:
    """The county's places by name and alias, in small letters. A name of its own outweighs another's alias."""
    rows = [row for row in _places() if row["in_county"] == "true"]
    names = _only_one_each((row["name"], _point(row)) for row in rows)
    aliases = _only_one_each((alias, _point(row)) for row in rows for alias in row["aliases"].split("|") if alias)
    return {**aliases, **names}


def town_names() -> list[str]:
    """The county's places as they are written: no alias, since some are slips of the pen."""
    return [row["name"] for row in _places() if row["in_county"] == "true"]


def several(name: str) -> list[str]:
    """The county's places that a name may mean: those that families call so, or that begin with it."""
    said = name.strip().lower()
    return [
        row["name"]
        for row in _places()
        if row["in_county"] == "true" and (said in row["aliases"].lower().split("|") or row["name"].lower().startswith(f"{said} "))
    ]


def outside(name: str) -> str | None:
    """The council of a place beyond the county's border, or None."""
    said = name.strip().lower()
    beyond = (row for row in _places() if row["in_county"] == "false")
    return next((row["council"] for row in beyond if said in (row["name"].lower(), *row["aliases"].lower().split("|"))), None)


@functools.cache
def _places() -> tuple[Mapping[str, str], ...]:
    with (GAZETTEER / "places.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@functools.cache
def councils() -> frozenset[str]:
    """The full names of the county's council, its neighbours' and others nearby."""
    with (GAZETTEER / "neighbours.csv").open(encoding="utf-8", newline="") as lines:
        near = {row["council"] for row in csv.DictReader(lines)}
    return frozenset(near | {row["council"] for row in _places() if row["council"]})


def _point(row: Mapping[str, str]) -> Point:
    return float(row["lat"]), float(row["lon"])


def _only_one_each(pairs: Iterable[tuple[str, Point]]) -> dict[str, Point]:
    found: dict[str, set[Point]] = {}
    for name, point in pairs:
        found.setdefault(name.strip().lower(), set()).add(point)
    return {name: next(iter(points)) for name, points in found.items() if len(points) == 1}
