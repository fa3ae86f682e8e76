"""How well, how soon and how surely a service answers: plain sums, so that an order can be explained.

The order, from strongest: the kind's place in ``kinds.yml`` and whether the need is the service's main job;
local before national; an open door before a referral (a dated session, the sooner the better, then drop-in, then
asking yourself); what somebody has checked before what nobody could;
stated age limits before unknown ones; a short published wait; miles. Ties go by the service's id.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.directory.eligibility import AgeFit, has_no_upper_limit, lower_limit, months_words, said
from bot.directory.freshness import is_fresh
from bot.directory.geography import may_follow_gp, point_of
from bot.directory.service import Ages, Service
from bot.directory.sessions import days_until, next_session
from bot.directory.tables import read_table
from bot.enquiry import AgeRange, Locality, overlap

# From here on a service does the need's job as a navigator would have it done; below WORTH_OFFERING it only touches it.
DOES_THE_JOB = 8.0
WORTH_OFFERING = 4.0
# A plan to read or a dentist, there for no need of its own, stands behind what is there for one.
NO_JOB_OF_ITS_OWN = 2.0
# What each part of the sums is worth.
LOCAL, GP_ONLY, TOWNS_UNKNOWN = 3.0, -1.0, -1.0
KNOWN_AGE, UNKNOWN_LIMITS, UNUSUAL_AGE = 0.5, -1.0, -8.0
# Made for few ages before made for all: DLA (to 16) and PIP (from 16) before a fund for every child.
FEW_AGES = 0.5
# A session today; one in two weeks is worth a little less, and still more than a drop-in. It decides between services alike
# in all else, and weighs against a mile or two; it never overturns how well a service fits the need.
SESSION_SOON, _WORTH_OF_SOONER = 2.6, 0.18
_DROP_IN, _ASK_YOURSELF, _DOOR_UNKNOWN = 2.4, 2.0, 0.5
MILES_A_POINT, MILES_AT_MOST = 12.0, 25.0
_UNDER_5, _FROM_16, _FROM_18 = 60, 192, 216
_ALL_AGES, _NO_LIMIT = 300, 1200
_SOON_DAYS = 14
_LONGEST_WAIT_WEEKS, _WAIT_WEIGHT = 104.0, 0.6
_UNSURE, _UNVERIFIED = {"high": 0.0, "medium": 0.1}, 2.0
# Kinds that are nothing but places to go to.
GO_THERE_KINDS = frozenset({"family_hub"})
# Kinds that are the last thing for an ordinary need, whatever else fits.
LAST_KINDS = frozenset({"crisis_line", "first_contact", "adult_social_care"})


def need_score(service: Service, need: str, age: AgeRange | None) -> float:
    """How well a service answers a need at an age; compare with ``DOES_THE_JOB`` and ``WORTH_OFFERING``."""
    return need_score_in(service, need, band(age))


def need_score_in(service: Service, need: str, band: str) -> float:
    """The same for an age band of ``kinds.yml``."""
    place = kind_places(need, band).get(service.kind)
    score = 10.0 - 1.4 * place if place is not None else 0.0
    if need in service.main:
        score += 2.5 + 2.0 / len(service.main)
    if not service.main:
        score -= NO_JOB_OF_ITS_OWN
    if place is None and service.kind in LAST_KINDS:
        score -= 8.0
    return score


def reach_score(
    service: Service, distance: float | None, locality: Locality | None, today: date, now: datetime | None
) -> float:
    """How soon and near: the door, local before national, the published wait, miles."""
    area = service.area
    score = door_score(service, today, now) - wait_cost(service, today) - standing_cost(service)
    if may_follow_gp(area, locality):
        score += GP_ONLY
    elif not area.is_national:
        score += LOCAL
    if distance is not None:
        score -= min(distance, MILES_AT_MOST) / MILES_A_POINT
    elif service.kind in GO_THERE_KINDS and point_of(locality):
        score -= MILES_AT_MOST / MILES_A_POINT  # nobody can tell how far: after those near enough to name
    elif area.covers == "towns" and locality is None:
        score += TOWNS_UNKNOWN
    return score


def age_score(service: Service, ages: Sequence[AgeRange], fits: Sequence[AgeFit], usual: bool) -> float:
    """How sure the ages are. ``ages`` are the known ones of the children in question, ``fits`` how each sits, ``usual`` as ``is_usual_age``."""
    if not ages:
        return unsaid_age_score(service)
    if not usual:
        return UNUSUAL_AGE
    return KNOWN_AGE + few_ages_score(service) if any(fit.fits for fit in fits) else UNKNOWN_LIMITS


def few_ages_score(service: Service) -> float:
    """More for a service that is made for few of the ages from 0 to 25."""
    lo, hi = max(service.ages.from_months or 0, 0), min(service.ages.to_months or _ALL_AGES, _ALL_AGES)
    return FEW_AGES * (1 - max(hi - lo, 0) / _ALL_AGES)


def is_usual_age(service: Service, ages: Sequence[AgeRange]) -> bool:
    """Whether one of the ages is among those that a service is usually for; True where no age is known."""
    usual = usual_ages(service)
    return not ages or any(overlap(age, usual) for age in ages)


def unusual_age(service: Service, ages: Sequence[AgeRange]) -> str:
    """Why a service is not usually for any of the ages, in words: "usually for under 19, and for only some from then on: this child is 20"."""
    lo, hi = usual_ages(service)
    age = ages[0]
    limit = f"for {months_words(lo)} and over" if age[1] <= lo else f"for under {months_words(hi)}"
    if only_by_kind(service, ages):
        end = "lowest" if age[1] <= lo else "highest"
        return f"such help is usually {limit}, and its {end} age is not stated: this child is {said(age)}"
    return f"usually {limit}, and for only some others: this child is {said(age)}"


def only_by_kind(service: Service, ages: Sequence[AgeRange]) -> bool:
    """Whether the ages are unusual for its kind of help alone: the entry itself tells of no child of these ages that it takes."""
    lo, hi = _own_usual_ages(service.ages)
    return not is_usual_age(service, ages) and all(
        (lo is None or age[1] > lo) and (hi is None or age[0] < hi) for age in ages
    )


def made_for_both(service: Service, needs: Sequence[str]) -> bool:
    """Whether a service is made for children who have two of the needs at once."""
    besides = service.conditions.with_need
    return besides in needs and any(need != besides and service.meets(need) for need in needs)


def unsaid_age_score(service: Service) -> float:
    """Where no age is known: what is only for a few years, or only for adults, is a risk to offer."""
    ages = service.ages
    lo, hi = ages.from_months or 0, ages.to_months or _ALL_AGES
    if lo >= _FROM_18:  # most who ask, ask for a child
        return -4.0
    if hi - lo <= 72 or lo >= _FROM_16:
        return -2.5
    return -0.75 if ages.from_months is None and ages.to_months is None else 0.0


def usual_ages(service: Service) -> tuple[int, int]:
    """The months a service is for: its own usual ages, else its limits, else those that are usual for its kind."""
    lo, hi = _own_usual_ages(service.ages)
    if hi is None and has_no_upper_limit(service.ages):
        hi = _NO_LIMIT
    if lo is not None and hi is not None:
        return lo, hi
    usual_lo, usual_hi = kind_ages(service.kind)
    return (lo if lo is not None else usual_lo, hi if hi is not None else usual_hi)


def _own_usual_ages(own: Ages) -> tuple[int | None, int | None]:
    """The usual ages that the entry itself tells, else its limits."""
    lo = own.usual_from_months if own.usual_from_months is not None else lower_limit(own)
    return lo, own.usual_to_months if own.usual_to_months is not None else own.to_months


def door_score(service: Service, today: date, now: datetime | None) -> float:
    """A dated session soon, then drop-in, then asking yourself, then not known, then through somebody else."""
    if service.sessions and service.is_verified and is_fresh(service, "sessions", today):
        dated = next_session(service, today, now)
        if dated and (dated[0] - today).days <= _SOON_DAYS:
            return SESSION_SOON - _WORTH_OF_SOONER * days_until(*dated, today) / (_SOON_DAYS + 1)
    return plain_door_score(service)


def plain_door_score(service: Service) -> float:
    """The door without a look at the calendar."""
    if not service.is_verified:  # nobody knows that the door is open
        return 0.0 if service.referral.self is False else _DOOR_UNKNOWN
    if service.referral.drop_in:
        return _DROP_IN
    if service.referral.self:
        return _ASK_YOURSELF
    return _DOOR_UNKNOWN if service.referral.self is None else 0.0


def wait_cost(service: Service, today: date) -> float:
    """What a published wait costs, up to two years; an unknown wait costs nothing."""
    weeks = [wait.weeks for wait in service.waits if wait.weeks is not None]
    if not weeks or not is_fresh(service, "waits", today):
        return 0.0
    return min(max(weeks), _LONGEST_WAIT_WEEKS) / _LONGEST_WAIT_WEEKS * _WAIT_WEIGHT


def standing_cost(service: Service) -> float:
    """What its own uncertainty costs: a condition that nobody has said, an entry that is less than sure."""
    unsure = _UNSURE[service.confidence] if service.is_verified else _UNVERIFIED
    return (1.5 if service.conditions.under_team else 0.0) + unsure


def band(age: AgeRange | None) -> str:
    """The age band of ``kinds.yml``: "under_5", "from_16", "from_18", else "all"."""
    if age is None:
        return "all"
    if age[1] <= _UNDER_5:
        return "under_5"
    if age[0] >= _FROM_18:
        return "from_18"
    return "from_16" if age[0] >= _FROM_16 else "all"


def kind_ages(kind: str) -> AgeRange:
    """The months that a kind of help is usually for."""
    lo, hi = _table("kind_ages.yml").get(kind, (-12, 1200))
    return lo, hi


@functools.lru_cache(maxsize=1024)
def kind_places(need: str, band: str) -> Mapping[str, int]:
    """The kinds for a need in an age band with their places, 0 the first that a navigator thinks of."""
    lists = _table("kinds.yml").get(need, {})
    order = lists.get(band) or (lists.get("from_16") if band == "from_18" else None) or lists.get("all") or ()
    return {kind: place for place, kind in enumerate(order)}


@functools.cache
def _table(name: str) -> Mapping[str, Any]:
    return read_table(Path(__file__).with_name(name))
