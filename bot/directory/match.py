"""``match(directory, enquiry, today) -> Plan``: who can help, soonest first, and why. Pure and deterministic.

1. Can they have it? (``eligibility``)  2. How well and how soon? (``rank``)  3. Few services that together
answer every need: each need's best first, in the order the needs were said, then the best of the rest.
Every reason is made from the value that decided (``reasons``), so words and order cannot disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.directory.eligibility import SOON_MONTHS, age_fit, exclusion
from bot.directory.geography import distance_miles
from bot.directory.person import person_for
from bot.directory.plan import Exclusion, Plan, Result, Soon, Tip
from bot.directory.rank import need_score, reach_score
from bot.directory.reasons import ending_notes, next_step, reasons_for
from bot.directory.service import Directory, Service
from bot.enquiry import AgeRange, Child, Enquiry

__all__ = ["Plan", "Result", "match"]

# Kinds of which one is enough in a plan: the nearest. Others of the kind are as good and only fill the page.
_ONE_IS_ENOUGH = frozenset({"family_hub", "other_local_offer", "crisis_line"})
_SAME_KIND_AT_MOST = 2
# Below this a service is about something else that only touches the need.
_WORTH_OFFERING = 4.0


@dataclass(frozen=True)
class _Candidate:
    service: Service
    need_scores: dict[str, float]
    reach: float
    distance: float | None

    @property
    def total(self) -> float:
        return max(self.need_scores.values()) + 0.5 * (sum(self.need_scores.values()) - max(self.need_scores.values())) + self.reach

    def score_for(self, need: str) -> float:
        return self.need_scores[need] + self.reach if need in self.need_scores else float("-inf")

    @property
    def name_order(self) -> str:
        return self.service.id


def match(directory: Directory, enquiry: Enquiry, today: date, limit: int = 6) -> Plan:
    """The plan for an enquiry.

    ``limit`` is the most services in ``results``; each need keeps at least one where any fits. Ties are
    broken by the service's id.
    """
    candidates, excluded, soon = _sort_out(directory, enquiry, today)
    chosen = _choose(candidates, enquiry, limit)
    results = tuple(_result(candidate, enquiry, today) for candidate in chosen)
    results = _other_council_first(directory, enquiry, results, today)[: max(limit, len(enquiry.needs))]
    answered = {need for result in results for need in result.needs}
    return Plan(
        results=results,
        today=tuple(result for result in results if _is_open_door(result)),
        ask=tuple(result for result in results if not _is_open_door(result)),
        waiting=_tips(results, candidates),
        soon=soon,
        excluded=excluded,
        person=_person(directory, enquiry, today),
        unmet=tuple(need for need in enquiry.needs if need not in answered),
        notes=ending_notes(results, enquiry, directory, today),
    )


def _sort_out(
    directory: Directory, enquiry: Enquiry, today: date
) -> tuple[list[_Candidate], tuple[Exclusion, ...], tuple[Soon, ...]]:
    candidates: list[_Candidate] = []
    excluded: dict[str, str] = {}
    soon: list[Soon] = []
    seen: set[str] = set()
    for need in enquiry.needs:
        for service in directory.by_need.get(need, ()):
            if service.id in seen or service.kind == "other_local_offer":
                continue
            seen.add(service.id)
            if service.id in enquiry.declined:
                excluded[service.id] = "you said this one is not right, or you have tried it"
                continue
            reason, fit = exclusion(service, _about(enquiry, service), today)
            if reason is None:
                candidates.append(_candidate(service, enquiry, today))
                continue
            excluded[service.id] = reason
            if fit and fit.opens_in is not None and fit.opens_in <= SOON_MONTHS and need in service.main:
                soon.append(Soon(service, reason))
    kept = [candidate for candidate in candidates if candidate.need_scores]
    return kept, tuple(Exclusion(id, excluded[id]) for id in sorted(excluded)), tuple(soon[:3])


def _about(enquiry: Enquiry, service: Service) -> Enquiry:
    """The enquiry with only those children whom this service could be about: a need of one is not all children's."""
    about = tuple(
        child
        for child in enquiry.children
        if not child.needs or any(need in (*service.main, *service.also) for need in child.needs)
    )
    return replace(enquiry, children=about or enquiry.children)


def _candidate(service: Service, enquiry: Enquiry, today: date) -> _Candidate:
    distance = distance_miles(service, enquiry.locality)
    fits = [age_fit(service.ages, child.age, today).fits for child in enquiry.children]
    scores = {}
    for need in enquiry.needs:
        if need in service.main or need in service.also:
            ages = _ages_with(need, enquiry.children)
            best = max(need_score(service, need, age) for age in ages)
            if best >= _WORTH_OFFERING or need in service.main:
                scores[need] = best
    penalty = 0.0 if any(fits) else 1.0 if fits or not _is_narrow(service) else 2.5
    return _Candidate(service, scores, reach_score(service, distance, any(fits)) - penalty, distance)


def _is_narrow(service: Service) -> bool:
    """Only for a few years of childhood, or only for adults: a risk to offer before the age is known."""
    lo, hi = service.ages.from_months or 0, service.ages.to_months or 300
    return hi - lo <= 72 or lo >= 192


def _ages_with(need: str, children: Sequence[Child]) -> list[AgeRange | None]:
    concerned = [child for child in children if need in child.needs] or list(children)
    return [child.age for child in concerned] or [None]


def _choose(candidates: list[_Candidate], enquiry: Enquiry, limit: int) -> list[_Candidate]:
    pool = sorted(_one_of_each(candidates), key=lambda candidate: (-candidate.total, candidate.name_order))
    chosen: list[_Candidate] = []
    for need in enquiry.needs:
        if any(candidate.score_for(need) >= 10.0 for candidate in chosen):
            continue  # a service already chosen does this need's job well
        best = min(
            (candidate for candidate in pool if candidate not in chosen and need in candidate.need_scores),
            key=lambda candidate: (-candidate.score_for(need), candidate.name_order),
            default=None,
        )
        if best:
            chosen.append(best)
    for candidate in pool:
        if len(chosen) >= limit:
            break
        same_kind = sum(candidate.service.kind == other.service.kind for other in chosen)
        if candidate not in chosen and same_kind < _SAME_KIND_AT_MOST and max(candidate.need_scores.values()) >= _WORTH_OFFERING:
            chosen.append(candidate)
    return chosen


def _one_of_each(candidates: list[_Candidate]) -> list[_Candidate]:
    """All candidates, but of the kinds of which one is enough only the best (the nearest where that is known)."""
    kept: list[_Candidate] = []
    best: dict[str, _Candidate] = {}
    for candidate in candidates:
        kind = candidate.service.kind
        if kind not in _ONE_IS_ENOUGH:
            kept.append(candidate)
        elif kind not in best or _nearness(candidate) < _nearness(best[kind]):
            best[kind] = candidate
    return [*kept, *best.values()]


def _nearness(candidate: _Candidate) -> tuple[float, float, str]:
    # Without a place the entry for the whole county stands for them all: it has no venue of its own.
    distance = candidate.distance if candidate.distance is not None else (900.0 if candidate.service.venues else 800.0)
    return (distance, -candidate.total, candidate.name_order)


def _result(candidate: _Candidate, enquiry: Enquiry, today: date) -> Result:
    service = candidate.service
    needs = tuple(need for need in enquiry.needs if need in candidate.need_scores)
    children = tuple(
        at for at, child in enumerate(enquiry.children) if age_fit(service.ages, child.age, today).fits is not False
    )
    words, when = next_step(service, today)
    return Result(
        service=service,
        needs=needs,
        reasons=reasons_for(service, needs, enquiry, candidate.distance, today),
        next=words,
        next_date=when,
        distance_miles=candidate.distance,
        self_referral=service.referral.self,
        children=children,
    )


def _is_open_door(result: Result) -> bool:
    referral = result.service.referral
    return bool(referral.drop_in or referral.self)


def _tips(results: Sequence[Result], candidates: list[_Candidate]) -> tuple[Tip, ...]:
    """One thing to do from each service offered, then the next from each."""
    tips: list[Tip] = []
    for place in range(3):
        for result in results:
            if place < len(result.service.while_waiting):
                tips.append(Tip(result.service.while_waiting[place], result.service.id))
    return tuple(tips)


def _other_council_first(
    directory: Directory, enquiry: Enquiry, results: tuple[Result, ...], today: date
) -> tuple[Result, ...]:
    """Outside the county the home council's own local offer comes before everything else."""
    place = enquiry.locality
    if place is None or place.in_area is not False:
        return results
    offers = [
        service
        for service in directory.services
        if service.kind == "other_local_offer" and exclusion(service, replace(enquiry, children=()), today)[0] is None
    ]
    first = tuple(
        Result(
            service=service,
            needs=enquiry.needs,
            reasons=reasons_for(service, (), enquiry, None, today),
            next=next_step(service, today)[0],
            self_referral=service.referral.self,
        )
        for service in offers[:1]
    )
    return (*first, *results)


def _person(directory: Directory, enquiry: Enquiry, today: date) -> Result | None:
    service = person_for(directory, enquiry, today)
    if service is None:
        return None
    return Result(
        service=service,
        needs=(),
        reasons=(),
        next=next_step(service, today)[0],
        distance_miles=distance_miles(service, enquiry.locality),
        self_referral=service.referral.self,
    )
