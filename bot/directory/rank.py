"""How well a service answers a need: the kind a navigator would think of, main before also, soon, near, sure.

The order, from strongest: the kind's place in ``kinds.yml`` and whether the need is the service's main
job; local before national; an open door before a referral; known limits before unknown; miles; then the id.
"""

from __future__ import annotations

import functools
from pathlib import Path

import yaml

from bot.directory.service import Service
from bot.enquiry import AgeRange

_UNDER_5, _FROM_18 = 60, 216
# Kinds that are the last thing for an ordinary need, whatever else fits.
_LAST = frozenset({"crisis_line", "first_contact", "adult_social_care"})


def need_score(service: Service, need: str, age: AgeRange | None) -> float:
    """0 and up; 10 and more is what an experienced navigator would offer first."""
    kinds = kinds_for(need, age)
    place = kinds.index(service.kind) if service.kind in kinds else None
    score = 10.0 - 1.4 * place if place is not None else 0.0
    if need in service.main:
        score += 2.5 + 2.0 / len(service.main)
    if place is None and service.kind in _LAST:
        score -= 8.0
    return score


def reach_score(service: Service, distance: float | None, age_known_fit: bool | None) -> float:
    """How soon, near and sure: an open door, local, known limits, few miles."""
    score = 0.0
    if service.referral.drop_in or service.referral.self:
        score += 2.0
    elif service.referral.self is None:
        score += 0.5
    score += 0.0 if service.area.is_national else 3.0
    score += 0.5 if age_known_fit else 0.0
    if distance is not None:
        score -= min(distance, 25.0) / 12.0
    elif service.area.covers == "towns":
        score -= 1.0  # one corner of the county, and nobody knows whether it is theirs
    if service.confidence == "low" or service.unverified:
        score -= 2.0
    return score


@functools.lru_cache(maxsize=512)
def _kinds_in_band(need: str, band: str) -> tuple[str, ...]:
    lists = _kinds().get(need, {})
    return tuple(lists.get(band) or lists.get("all") or ())


def kinds_for(need: str, age: AgeRange | None) -> tuple[str, ...]:
    """The kinds for a need at an age, best first."""
    band = "all"
    if age and age[1] <= _UNDER_5:
        band = "under_5"
    elif age and age[0] >= _FROM_18:
        band = "from_18"
    return _kinds_in_band(need, band)


@functools.cache
def _kinds() -> dict[str, dict[str, list[str]]]:
    return dict(yaml.safe_load(Path(__file__).with_name("kinds.yml").read_text(encoding="utf-8")))
