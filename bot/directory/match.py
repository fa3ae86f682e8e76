"""``match(directory, enquiry, today, now=now) -> Plan``: who can help, soonest first, and why. Pure and deterministic.

1. Can they have it? (``eligibility``)  2. How well and how soon? (``rank``)  3. Few services that together
answer every need of every child, in the order they were said, then other kinds of help, then the best of the
rest (``choose``). Every reason is made from the value that decided (``reasons``), so words and order cannot disagree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from bot.directory.candidates import Candidate, Sorted, concerned, sort_out
from bot.directory.choose import choose, left_for_a_condition, left_though_it_fits, nearest_things
from bot.directory.eligibility import ruled_out
from bot.directory.freshness import current_parts
from bot.directory.geography import distance_miles
from bot.directory.notes import ending_notes
from bot.directory.person import SAFETY_NEEDS, person_for
from bot.directory.plan import ChildPlan, Exclusion, Plan, Result, Soon, Tip
from bot.directory.reasons import next_step, reasons_for
from bot.directory.service import Directory
from bot.directory.vocabulary import need_words
from bot.enquiry import Enquiry

_MOST = 6  # services of a plan
_TIPS_A_SERVICE = 3
_OF_A_BORN_CHILD = re.compile(r"\b(?:child|children|they|he|she|school|nursery|SENCO)\b", re.IGNORECASE)
_SOON_AT_MOST = 3


def match(directory: Directory, enquiry: Enquiry, today: date, now: datetime | None = None) -> Plan:
    """The plan for an enquiry.

    Each need of each child keeps at least one service in ``results`` where any fits.
    ``now`` is the time of day in County Durham: with it, a session that is over today is not offered any more.
    Ties are broken by the service's id.
    """
    sorted_out = sort_out(directory, enquiry, today, now)
    home_offer = _home_offer(directory, enquiry, today, now)
    chosen = choose(sorted_out.candidates, enquiry, _MOST - len(home_offer))
    fitting = tuple(_result(candidate, enquiry, today, now) for candidate in chosen)
    unmet = tuple(need for need in enquiry.needs if not any(need in result.needs for result in fitting))
    nearest = tuple(
        _nearest_result(candidate, need, enquiry, today, now)
        for need, candidate in nearest_things(directory, enquiry, unmet, chosen, today, now)
    )
    # Who is afraid at home needs a voice on the phone before a council's page about school.
    afraid = any(need in SAFETY_NEEDS for need in enquiry.needs)
    results = (*fitting, *nearest, *home_offer) if afraid else (*home_offer, *fitting, *nearest)
    return Plan(
        results=results,
        today=tuple(result for result in results if _is_open_door(result)),
        ask=tuple(result for result in results if not _is_open_door(result)),
        waiting=_tips(results, is_unborn=bool(enquiry.ages) and all(age[1] <= 0 for age in enquiry.ages)),
        soon=tuple(Soon(service, reason) for service, reason in sorted_out.soon[:_SOON_AT_MOST]),
        excluded=_excluded(sorted_out, results, enquiry),
        person=_person(directory, enquiry, today, now),
        unmet=tuple(need for need in unmet if not home_offer),
        notes=ending_notes(results, sorted_out.outgrown, enquiry, directory),
        per_child=_per_child(results, enquiry),
        for_all=_for_all(results, enquiry),
    )


def _result(candidate: Candidate, enquiry: Enquiry, today: date, now: datetime | None) -> Result:
    service = current_parts(candidate.service, today)
    needs = tuple(need for need in enquiry.needs if need in candidate.scores)
    distance = candidate.distance if service.venues else None
    return Result(
        service=service,
        needs=needs,
        reasons=reasons_for(service, needs, enquiry, distance, today, candidate.served),
        next=next_step(service, today, now),
        distance_miles=distance,
        self_referral=service.referral.self,
        children=candidate.served,
    )


def _nearest_result(candidate: Candidate, need: str, enquiry: Enquiry, today: date, now: datetime | None) -> Result:
    result = _result(candidate._replace(scores={}), enquiry, today, now)
    why = f"We know of nobody who is there just for {need_words([need])}. This is a good place to ask."
    return Result(**{**vars(result), "reasons": (why, *result.reasons)})


def _excluded(sorted_out: Sorted, results: Sequence[Result], enquiry: Enquiry) -> tuple[Exclusion, ...]:
    """All that was left out for a reason. On a full page the others were only outranked: that is none."""
    offered = {result.service.id for result in results}
    left = [*sorted_out.excluded, *left_for_a_condition(sorted_out.candidates, enquiry)]
    if len(results) < _MOST:
        left += left_though_it_fits(sorted_out, [result.service for result in results], enquiry)
    reasons: dict[str, str] = {}
    for service, reason in left:
        if service.id not in offered:
            reasons.setdefault(service.id, reason)
    return tuple(Exclusion(id, reasons[id]) for id in sorted(reasons))


def _is_open_door(result: Result) -> bool:
    """Whether a family can go or ring today; nobody knows that of an entry that nobody could check."""
    service = result.service
    return service.is_verified and bool(service.referral.drop_in or service.referral.self)


def _tips(results: Sequence[Result], is_unborn: bool) -> tuple[Tip, ...]:
    """One thing to do from each service offered, then the next from each; none twice.

    Nothing to watch in a child, or to ask a school, before one is born.
    """
    tips: dict[str, Tip] = {}
    for place in range(_TIPS_A_SERVICE):
        for service in (result.service for result in results):
            for text in service.while_waiting[place : place + 1]:
                if not (is_unborn and _OF_A_BORN_CHILD.search(text)):
                    tips.setdefault(text, Tip(text, service.id))
    return tuple(tips.values())


def _per_child(results: Sequence[Result], enquiry: Enquiry) -> tuple[ChildPlan, ...]:
    if len(enquiry.children) < 2:
        return ()
    plans = []
    for at in range(len(enquiry.children)):
        own = tuple(need for need in enquiry.needs if at in concerned(need, enquiry))
        mine = tuple(
            result
            for result in results
            if at in result.children and (not result.needs or any(need in own for need in result.needs))
        )
        unmet = tuple(need for need in own if not any(need in result.needs for result in mine))
        plans.append(ChildPlan(at, mine, unmet))
    return tuple(plans)


def _for_all(results: Sequence[Result], enquiry: Enquiry) -> tuple[Result, ...]:
    everyone = len(enquiry.children)
    return tuple(result for result in results if len(result.children) == everyone) if everyone > 1 else ()


def _home_offer(directory: Directory, enquiry: Enquiry, today: date, now: datetime | None) -> tuple[Result, ...]:
    """Outside the county the home council's own local offer comes before everything else; nothing inside."""
    place = enquiry.locality
    if place is None or place.in_area is not False:
        return ()
    offers = [
        service
        for service in directory.by_kind.get("other_local_offer", ())
        if service.id not in enquiry.declined and ruled_out(service, enquiry, (), place, today) is None
    ]
    if not offers:
        return ()
    service = current_parts(min(offers, key=lambda one: one.id), today)
    return (
        Result(
            service=service,
            needs=enquiry.needs,
            reasons=reasons_for(service, (), enquiry, None, today),
            next=next_step(service, today, now),
            self_referral=service.referral.self,
            children=tuple(range(len(enquiry.children))),
        ),
    )


def _person(directory: Directory, enquiry: Enquiry, today: date, now: datetime | None) -> Result | None:
    service = person_for(directory, enquiry, today)
    if service is None:
        return None
    return Result(
        service=service,
        needs=(),
        reasons=(),
        next=next_step(service, today, now),
        distance_miles=distance_miles(service, enquiry.locality),
        self_referral=service.referral.self,
    )
