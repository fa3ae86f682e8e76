"""What a match gives: the help in the order to try it, and why, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from bot.directory.service import Service


@dataclass(frozen=True)
class Result:
    """One service that fits. ``next`` is the soonest step in words.

    ``children`` are indexes into the enquiry's children whom it serves; empty where no child was described.
    """

    service: Service
    needs: tuple[str, ...]
    reasons: tuple[str, ...]
    next: str | None
    distance_miles: float | None = None
    self_referral: bool | None = None
    children: tuple[int, ...] = ()


@dataclass(frozen=True)
class Exclusion:
    """A service for a stated need that nobody in the enquiry can have, and why."""

    id: str
    reason: str


@dataclass(frozen=True)
class Soon:
    """A service that opens to the child within twelve months."""

    service: Service
    reason: str


@dataclass(frozen=True)
class Tip:
    """Something to do meanwhile, and the service whose entry says so."""

    text: str
    service_id: str


@dataclass(frozen=True)
class ChildPlan:
    """The part of a plan that is for one child: ``child`` is its index in the enquiry."""

    child: int
    results: tuple[Result, ...]
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """``results`` holds ``today`` and ``ask`` together, in rank order; the first three matter most.

    A need in ``unmet`` has no service of its own for this enquiry; ``results`` may then hold the nearest thing,
    whose ``needs`` are empty. ``per_child`` and ``for_all`` (what serves every child) are filled from two children on.
    """

    results: tuple[Result, ...] = ()
    today: tuple[Result, ...] = ()
    ask: tuple[Result, ...] = ()
    waiting: tuple[Tip, ...] = ()
    soon: tuple[Soon, ...] = ()
    excluded: tuple[Exclusion, ...] = ()
    person: Result | None = None
    unmet: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    per_child: tuple[ChildPlan, ...] = ()
    for_all: tuple[Result, ...] = ()
