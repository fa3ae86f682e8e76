"""The directory as columns of numbers, for ``shortlist``: a row a service, in the order of their ids."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from bot.directory.eligibility import has_no_upper_limit, lower_limit
from bot.directory.geography import EARTH_MILES, HOME_COUNCIL, names_council
from bot.directory.places import Point, town
from bot.directory.rank import (
    GO_THERE_KINDS,
    KNOWN_AGE,
    door_score,
    few_ages_score,
    need_score_in,
    plain_door_score,
    standing_cost,
    unsaid_age_score,
    usual_ages,
)
from bot.directory.service import Directory, Service

_NO_LIMIT = 100_000

Rows = NDArray[np.intp]
Mask = NDArray[np.bool_]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Points:
    """Places of the rows in radians, those of one row side by side. ``rows`` have any, from ``starts`` on."""

    rows: Rows
    starts: Rows
    lat: Numbers
    lon: Numbers

    @classmethod
    def of(cls, points: Sequence[Sequence[Point]]) -> Points:
        """From the latitudes and longitudes of each row, in degrees."""
        rows = [row for row, found in enumerate(points) if found]
        starts = np.cumsum([0, *(len(points[row]) for row in rows)])[:-1]
        flat = np.radians(np.array([point for found in points for point in found], dtype=np.float64).reshape(-1, 2))
        return cls(np.array(rows, dtype=np.intp), starts.astype(np.intp), flat[:, 0], flat[:, 1])

    def miles(self, home: Point, count: int) -> Numbers:
        """Great-circle miles from home to the nearest point of each of ``count`` rows; infinite where it has none."""
        found = np.full(count, np.inf)
        if len(self.rows):
            phi, theta = np.radians(home)
            half = np.sin((self.lat - phi) / 2) ** 2 + np.cos(phi) * np.cos(self.lat) * np.sin((self.lon - theta) / 2) ** 2
            found[self.rows] = 2 * EARTH_MILES * np.arcsin(np.sqrt(np.minimum.reduceat(half, self.starts)))
        return found


@dataclass(frozen=True, eq=False)
class Columns:
    """What decides and ranks, for all services at once. Ages are months; scores as in ``rank``."""

    services: tuple[Service, ...]
    lo: Rows
    hi: Rows
    limits_known: Mask
    known_age: Numbers  # what stated limits that fit are worth
    usual_lo: Rows
    usual_hi: Rows
    unsaid_age: Numbers
    standing: Numbers  # the door without a look at the calendar, less what is unsure about the entry
    with_sessions: Rows
    national: Mask
    towns: Mask
    councils: Mask
    serves_home: Mask  # not for other councils only
    follows_gp: Mask
    needs_diagnosis: Mask
    needs_plan: Mask
    home_offer: Mask
    go_there: Mask
    checked: Rows
    kind: list[str]
    venues: Points
    town_points: Points
    need_rows: dict[str, Rows]
    combined_rows: dict[str, Rows]  # by the need that must come with another

    def __len__(self) -> int:
        return len(self.services)


@functools.lru_cache(maxsize=4)
def columns_of(directory: Directory) -> Columns:
    """The columns of a version of the directory, made once."""
    services = tuple(sorted(directory.services, key=lambda service: service.id))
    row_of = {service.id: row for row, service in enumerate(services)}
    usual = [usual_ages(service) for service in services]
    return Columns(
        services=services,
        lo=_whole(limit if (limit := lower_limit(service.ages)) is not None else -_NO_LIMIT for service in services),
        hi=_whole(service.ages.to_months if service.ages.to_months is not None else _NO_LIMIT for service in services),
        limits_known=_flags(_limits_known(service) for service in services),
        known_age=_numbers(KNOWN_AGE + few_ages_score(service) for service in services),
        usual_lo=_whole(lo for lo, _ in usual),
        usual_hi=_whole(hi for _, hi in usual),
        unsaid_age=_numbers(unsaid_age_score(service) for service in services),
        standing=_numbers(plain_door_score(service) - standing_cost(service) for service in services),
        with_sessions=_whole(row for row, service in enumerate(services) if service.sessions),
        national=_flags(service.area.is_national for service in services),
        towns=_flags(service.area.covers == "towns" for service in services),
        councils=_flags(service.area.covers == "councils" for service in services),
        serves_home=_flags(_serves_home(service) for service in services),
        follows_gp=_flags(service.area.follows_gp for service in services),
        needs_diagnosis=_flags(service.conditions.diagnosis == "needed" for service in services),
        needs_plan=_flags(service.conditions.ehc_plan == "needed" for service in services),
        home_offer=_flags(service.kind == "other_local_offer" for service in services),
        go_there=_flags(service.kind in GO_THERE_KINDS for service in services),
        checked=_whole(service.last_checked.toordinal() for service in services),
        kind=[service.kind for service in services],
        venues=Points.of([service.points for service in services]),
        town_points=Points.of([_town_points(service) for service in services]),
        need_rows={
            need: np.unique(_whole(row_of[service.id] for service in found)) for need, found in directory.by_need.items()
        },
        combined_rows=_combined_rows(services),
    )


@functools.lru_cache(maxsize=1024)
def need_scores(columns: Columns, need: str, band: str) -> tuple[Numbers, Mask]:
    """The score of each row of ``columns.need_rows[need]`` in an age band, and whether the need is its main job."""
    services = [columns.services[row] for row in columns.need_rows[need]]
    return _numbers(need_score_in(service, need, band) for service in services), _flags(need in one.main for one in services)


def session_scores(columns: Columns, today: date, now: datetime | None) -> Numbers:
    """What a dated session adds to each row's door, as ``rank`` has it: of many alike the soonest must not be left out."""
    return _session_scores(columns, today, now.replace(second=0, microsecond=0) if now else None)


@functools.lru_cache(maxsize=8)
def _session_scores(columns: Columns, today: date, minute: datetime | None) -> Numbers:
    found = np.zeros(len(columns))
    services = [columns.services[row] for row in columns.with_sessions]
    found[columns.with_sessions] = [door_score(service, today, minute) - plain_door_score(service) for service in services]
    return found


@functools.lru_cache(maxsize=256)
def serves_council(columns: Columns, council: str) -> Mask:
    """The rows that name a council."""
    rows = np.flatnonzero(columns.councils)
    found = np.zeros(len(columns), dtype=np.bool_)
    found[rows] = [names_council(columns.services[row].area.places, council) for row in rows]
    return found


def _limits_known(service: Service) -> bool:
    ages = service.ages
    return ages.from_months is not None and (ages.to_months is not None or has_no_upper_limit(ages))


def _combined_rows(services: Sequence[Service]) -> dict[str, Rows]:
    found: dict[str, list[int]] = {}
    for row, service in enumerate(services):
        if service.conditions.with_need:
            found.setdefault(service.conditions.with_need, []).append(row)
    return {need: np.array(rows, dtype=np.intp) for need, rows in found.items()}


def _serves_home(service: Service) -> bool:
    return service.area.covers != "councils" or names_council(service.area.places, HOME_COUNCIL)


def _town_points(service: Service) -> list[Point]:
    if service.area.covers != "towns":
        return []
    return [point for name in service.area.places if (point := town(name))] or service.points


def _whole(values: Iterable[int]) -> Rows:
    return np.array(list(values), dtype=np.intp)


def _numbers(values: Iterable[float]) -> Numbers:
    return np.array(list(values), dtype=np.float64)


def _flags(values: Iterable[bool]) -> Mask:
    return np.array(list(values), dtype=np.bool_)
