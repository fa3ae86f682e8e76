"""How well, how soon and how surely a service answers: plain sums, so that an order can be explained.

The order, from strongest: the kind's place in ``kinds.yml`` and whether the need is the service's main job;
local before national; an open door before a referral (a dated session, then drop-in, then asking yourself);
stated age limits before unknown ones; a short published wait; miles. Ties go by the service's id.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.directory.eligibility import AgeFit
from bot.directory.freshness import is_fresh
from bot.directory.geography import may_follow_gp
from bot.directory.service import Service
from bot.directory.sessions import next_session
from bot.enquiry import AgeRange, Locality

# From here on a service does the need's job as a navigator would have it done; below WORTH_OFFERING it only touches it.
DOES_THE_JOB = 8.0
WORTH_OFFERING = 4.0
_UNDER_5, _FROM_16, _FROM_18 = 60, 192, 216
_SOON_DAYS = timedelta(days=14)
_LONGEST_WAIT_WEEKS, _WAIT_WEIGHT = 104.0, 0.6
_UNSURE = {"high": 0.0, "medium": 0.5, "low": 2.0}
# Kinds that are the last thing for an ordinary need, whatever else fits.
LAST_KINDS = frozenset({"crisis_line", "first_contact", "adult_social_care"})


def need_score(service: Service, need: str, age: AgeRange | None) -> float:
    """How well a service answers a need at an age; compare with ``DOES_THE_JOB`` and ``WORTH_OFFERING``."""
    place = kind_places(need, band(age)).get(service.kind)
    score = 10.0 - 1.4 * place if place is not None else 0.0
    if need in service.main:
        score += 2.5 + 2.0 / len(service.main)
    if place is None and service.kind in LAST_KINDS:
        score -= 8.0
    return score


def reach_score(service: Service, distance: float | None, locality: Locality | None, today: date) -> float:
    """How soon and near: the door, local before national, the published wait, miles."""
    area = service.area
    score = _door(service, today) - _wait(service, today)
    if may_follow_gp(area, locality):
        score -= 1.0  # only if their GP is in the county: what surely serves them comes first
    elif not area.is_national:
        score += 3.0
    if distance is not None:
        score -= min(distance, 25.0) / 12.0
    elif area.covers == "towns" and locality is None:
        score -= 1.0  # one corner of the county, and nobody knows whether it is theirs
    if service.conditions.under_team:
        score -= 1.5  # only with something that nobody has said
    return score - _UNSURE[service.confidence]


def age_score(service: Service, ages: Sequence[AgeRange], fits: Sequence[AgeFit]) -> float:
    """How sure the ages are. ``ages`` are the known ones of the children in question, ``fits`` how each sits."""
    if any(fit.fits for fit in fits):
        return 0.5
    if not ages:
        unknown = service.ages.from_months is None and service.ages.to_months is None
        return -2.5 if _is_narrow(service) else -0.75 if unknown else 0.0
    return -1.0 if any(_is_usual_age(service, age) for age in ages) else -6.0


def band(age: AgeRange | None) -> str:
    """The age band of ``kinds.yml``: "under_5", "from_16", "from_18", else "all"."""
    if age is None:
        return "all"
    if age[1] <= _UNDER_5:
        return "under_5"
    if age[0] >= _FROM_18:
        return "from_18"
    return "from_16" if age[0] >= _FROM_16 else "all"


@functools.lru_cache(maxsize=1024)
def kind_places(need: str, band: str) -> Mapping[str, int]:
    """The kinds for a need in an age band with their places, 0 the first that a navigator thinks of."""
    lists = _table("kinds.yml").get(need, {})
    order = lists.get(band) or (lists.get("from_16") if band == "from_18" else None) or lists.get("all") or ()
    return {kind: place for place, kind in enumerate(order)}


def _door(service: Service, today: date) -> float:
    if service.sessions and is_fresh(service, "sessions", today):
        dated = next_session(service, today)
        if dated and dated[0] - today <= _SOON_DAYS:
            return 2.6
    if service.referral.drop_in:
        return 2.4
    if service.referral.self:
        return 2.0
    return 0.5 if service.referral.self is None else 0.0


def _wait(service: Service, today: date) -> float:
    weeks = [wait.weeks for wait in service.waits if wait.weeks is not None]
    if not weeks or not is_fresh(service, "waits", today):
        return 0.0
    return min(max(weeks), _LONGEST_WAIT_WEEKS) / _LONGEST_WAIT_WEEKS * _WAIT_WEIGHT


def _is_narrow(service: Service) -> bool:
    """Only for a few years of childhood, or only for adults: a risk to offer before the age is known."""
    lo, hi = service.ages.from_months or 0, service.ages.to_months or 300
    return hi - lo <= 72 or lo >= 192


def _is_usual_age(service: Service, age: AgeRange) -> bool:
    """Whether a kind of help is usually for this age; asked only where a service does not state its limits."""
    usual = _table("kind_ages.yml").get(service.kind)
    if usual is None:
        return True
    lo = service.ages.from_months if service.ages.from_months is not None else usual[0]
    hi = service.ages.to_months if service.ages.to_months is not None else usual[1]
    return bool(age[1] > lo and age[0] < hi)


@functools.cache
def _table(name: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return table
