"""Which services are worth a close look, out of many thousands: the same sums as ``rank``, for all rows at once.

The close look (``candidates``) decides; this only has to leave out nothing that could be chosen. It looks at the
best rows for each need of each child, and at the best for all needs together, a few of every kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from bot.directory.columns import (
    Columns,
    Mask,
    Numbers,
    Rows,
    columns_of,
    need_scores,
    serves_council,
    session_scores,
)
from bot.directory.freshness import oldest_shown
from bot.directory.geography import NEAR_MILES, is_neighbour, point_of
from bot.directory.rank import (
    GP_ONLY,
    LOCAL,
    MILES_A_POINT,
    MILES_AT_MOST,
    TOWNS_UNKNOWN,
    UNKNOWN_LIMITS,
    UNUSUAL_AGE,
    WORTH_OFFERING,
    band,
    made_for_both,
)
from bot.directory.service import Directory, Service
from bot.enquiry import AgeRange, Enquiry, Locality

_FOR_A_NEED, _FOR_ALL, _OF_A_KIND, _FAILED = 12, 36, 6, 120
_TOUCHES = -10.0


@dataclass(frozen=True)
class Shortlist:
    """``likely`` may be had by somebody, ``failed`` by nobody; both the best first."""

    likely: tuple[Service, ...]
    failed: tuple[Service, ...]


def shortlist(directory: Directory, enquiry: Enquiry, today: date, now: datetime | None) -> Shortlist:
    """The services for the stated needs that deserve a close look, and the best of those that nobody can have."""
    columns = columns_of(directory)
    needs = [need for need in enquiry.needs if need in columns.need_rows]
    if not needs:
        return Shortlist((), ())
    ages = [child.age for child in enquiry.children] or [None]
    fits = [_age_fits(columns, age) for age in ages]
    asked = _about(columns, needs)
    total, best = _need_sums(columns, needs, ages)
    reach = _reach(columns, enquiry.locality, ages, fits) + session_scores(columns, today, now)
    value: Numbers = 0.5 * (best + total) + reach
    can = asked & np.any(fits, axis=0) & _served(columns, enquiry, today)
    likely = dict.fromkeys(_of_each_kind(columns, _best_first(value, can), _FOR_ALL))
    for need in needs:
        for age, fit in zip(ages, fits):
            rows = columns.need_rows[need]
            scores, _ = need_scores(columns, need, band(age))
            own = np.full(len(columns), -np.inf)
            own[rows] = scores + reach[rows]
            likely |= dict.fromkeys(_of_each_kind(columns, _best_first(own, can & fit & np.isfinite(own)), _FOR_A_NEED))
    likely |= dict.fromkeys(_nearest_to_go_to(columns, enquiry.locality, can))
    both = _made_for_both(columns, needs)
    likely |= dict.fromkeys(_best_first(value, can & both)[:_OF_A_KIND].tolist())
    failed = _best_first(best, asked & ~can)[:_FAILED]
    return Shortlist(tuple(columns.services[row] for row in likely), tuple(columns.services[row] for row in failed))


def _about(columns: Columns, needs: Sequence[str]) -> Mask:
    asked = np.zeros(len(columns), dtype=np.bool_)
    for need in needs:
        asked[columns.need_rows[need]] = True
    return asked & ~columns.home_offer


def _made_for_both(columns: Columns, needs: Sequence[str]) -> Mask:
    found = np.zeros(len(columns), dtype=np.bool_)
    for need in needs:
        rows = columns.combined_rows.get(need, ())
        found[[row for row in rows if made_for_both(columns.services[row], needs)]] = True
    return found


def _nearest_to_go_to(columns: Columns, place: Locality | None, can: Mask) -> list[int]:
    """Of the places to go to the nearest is chosen, whatever else is worth more (``choose``)."""
    miles = _miles(columns, place)
    return [] if miles is None else _best_first(-miles, can & columns.go_there & np.isfinite(miles))[:_FOR_A_NEED].tolist()


def _miles(columns: Columns, place: Locality | None) -> Numbers | None:
    home = point_of(place)
    return columns.venues.miles(home, len(columns)) if home else None


def _need_sums(columns: Columns, needs: Sequence[str], ages: Sequence[AgeRange | None]) -> tuple[Numbers, Numbers]:
    """The sum of each row's scores over the needs, and the best of them."""
    total, best = np.zeros(len(columns)), np.full(len(columns), _TOUCHES)
    for need in needs:
        rows = columns.need_rows[need]
        pairs = [need_scores(columns, need, name) for name in dict.fromkeys(band(age) for age in ages)]
        scores: Numbers = np.max([scores for scores, _ in pairs], axis=0)
        counts = pairs[0][1] | (scores >= WORTH_OFFERING)
        total[rows] += np.where(counts, scores, 0.0)
        best[rows] = np.maximum(best[rows], np.where(counts, scores, _TOUCHES))
    return total, best


def _age_fits(columns: Columns, age: AgeRange | None) -> Mask:
    if age is None:
        return np.ones(len(columns), dtype=np.bool_)
    fits: Mask = (age[1] > columns.lo) & (age[0] < columns.hi)
    return fits


def _reach(
    columns: Columns, place: Locality | None, ages: Sequence[AgeRange | None], fits: Sequence[Mask]
) -> Numbers:
    gp_only = np.zeros(len(columns), dtype=np.bool_)
    if place is not None and place.in_area is False:
        gp_only = columns.follows_gp & ~_names_home(columns, place)
    reach: Numbers = columns.standing + np.where(gp_only, GP_ONLY, np.where(columns.national, 0.0, LOCAL))
    reach += _age_scores(columns, ages, fits)
    if place is None:
        reach += np.where(columns.towns, TOWNS_UNKNOWN, 0.0)
    elif (miles := _miles(columns, place)) is not None:
        unknown = np.where(columns.go_there, MILES_AT_MOST, 0.0)
        reach -= np.where(np.isfinite(miles), np.minimum(miles, MILES_AT_MOST), unknown) / MILES_A_POINT
    return reach


def _age_scores(columns: Columns, ages: Sequence[AgeRange | None], fits: Sequence[Mask]) -> Numbers:
    known = [(age, fit) for age, fit in zip(ages, fits) if age is not None]
    if not known:
        return columns.unsaid_age
    sure = np.any([fit & columns.limits_known for _, fit in known], axis=0)
    usual = np.any([(age[1] > columns.usual_lo) & (age[0] < columns.usual_hi) for age, _ in known], axis=0)
    scores: Numbers = np.where(usual, np.where(sure, columns.known_age, UNKNOWN_LIMITS), UNUSUAL_AGE)
    return scores


def _served(columns: Columns, enquiry: Enquiry, today: date) -> Mask:
    """Rows whose area, conditions and last check do not rule the family out (a radius, and towns over the border: looked at closely)."""
    served: Mask = columns.checked >= oldest_shown("entry", today).toordinal()
    if enquiry.has_diagnosis is False:
        served = served & ~columns.needs_diagnosis
    if enquiry.has_ehc_plan is False:
        served = served & ~columns.needs_plan
    place = enquiry.locality
    if place is None or place.in_area is None:
        return served & columns.serves_home
    if place.in_area is False:
        near = columns.follows_gp if is_neighbour(place.council) else np.zeros(len(columns), dtype=np.bool_)
        return served & (columns.national | _names_home(columns, place) | near)
    served &= columns.serves_home
    home = point_of(place)
    if home is None:
        return served
    miles = columns.town_points.miles(home, len(columns))
    too_far: Mask = columns.towns & np.isfinite(miles) & (miles > NEAR_MILES + 0.1)  # a tenth for rounding
    return served & ~too_far


def _names_home(columns: Columns, place: Locality) -> Mask:
    return serves_council(columns, place.council) if place.council else np.zeros(len(columns), dtype=np.bool_)


def _best_first(value: Numbers, among: Mask) -> Rows:
    rows = np.flatnonzero(among)
    order: Rows = rows[np.argsort(-value[rows], kind="stable")]
    return order


def _of_each_kind(columns: Columns, rows: Rows, count: int) -> Iterator[int]:
    kinds: Counter[str] = Counter()
    found = 0
    for row in rows.tolist():
        kind = columns.kind[row]
        if kinds[kind] < _OF_A_KIND:
            kinds[kind] += 1
            found += 1
            yield row
            if found == count:
                return
