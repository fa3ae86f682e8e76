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
    with (GAZETTEER / "places.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["in_county"] == "true"]
    names = _only_one_each((row["name"], _point(row)) for row in rows)
    aliases = _only_one_each((alias, _point(row)) for row in rows for alias in row["aliases"].split("|") if alias)
    return {**aliases, **names}


@functools.cache
def councils() -> frozenset[str]:
    """The full names of the county's council, its neighbours' and others nearby."""
    with (GAZETTEER / "neighbours.csv").open(encoding="utf-8", newline="") as lines:
        near = {row["council"] for row in csv.DictReader(lines)}
    with (GAZETTEER / "places.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(near | {row["council"] for row in csv.DictReader(lines) if row["council"]})


def _point(row: Mapping[str, str]) -> Point:
    return float(row["lat"]), float(row["lon"])


def _only_one_each(pairs: Iterable[tuple[str, Point]]) -> dict[str, Point]:
    found: dict[str, set[Point]] = {}
    for name, point in pairs:
        found.setdefault(name.strip().lower(), set()).add(point)
    return {name: next(iter(points)) for name, points in found.items() if len(points) == 1}
