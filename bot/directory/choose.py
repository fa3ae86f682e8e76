"""Few services that together answer every need: what was asked for by its own word first, then each need's best, then what is made for two of the needs at
once, then other kinds of help, then the best of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice

from bot.directory.candidates import Candidate, Sorted, candidate_for, children_in_question, concerned
from bot.directory.eligibility import ruled_out
from bot.directory.rank import (
    DOES_THE_JOB,
    GO_THERE_KINDS,
    LAST_KINDS,
    MILES_AT_MOST,
    WORTH_OFFERING,
    band,
    kind_places,
    need_score,
    only_by_kind,
    unusual_age,
)
from bot.directory.service import Directory, Service
from bot.directory.vocabulary import need_words
from bot.enquiry import AgeRange, Enquiry

# Kinds of which one is enough in a plan: the nearest. Others of the kind are as good and only fill the page.
_ONE_IS_ENOUGH = frozenset({"family_hub", "other_local_offer", "crisis_line"})
_SAME_KIND_AT_MOST = 2
_ASKED_FOR_AT_MOST = 2
# The first few are what gets read: they hold different kinds of help, where another kind is about as good.
_FIRST_FEW = 3
_ABOUT_AS_GOOD = 2.0
_UNPLACED = 0.2
# How far down a need's kinds the nearest thing may stand, where nobody is there for the need itself.
_NEAREST_KINDS = 4
# A national service of these kinds is there for one condition or one payment: nobody to ask about another need.
_OF_ONE_THING = frozenset({"needs_led_support", "benefits_advice"})


def choose(candidates: Sequence[Candidate], enquiry: Enquiry, limit: int) -> list[Candidate]:
    """At most ``limit`` candidates in the order to show them; more only where needs or children ask for more."""
    pool = sorted(_one_of_each(candidates, enquiry), key=lambda candidate: candidate.order)
    chosen = [one for id in enquiry.asked_for for one in pool if one.service.id == id][:_ASKED_FOR_AT_MOST]
    for need, child in _to_be_answered(enquiry):
        if not any(_answers(candidate, need, child, enquiry) for candidate in chosen):
            best = _best_for(need, child, enquiry, [one for one in pool if one not in chosen])
            if best:
                chosen.append(best)
    chosen += [one for one in pool if one.made_for_both and one not in chosen][: max(limit - len(chosen), 0)][:1]
    # What is made for a need that nobody said fills no page, nor what is only for some and not usually for this age.
    pool = [one for one in pool if one.with_need_said and not _is_doubtful(one)]
    chosen += _other_kinds(pool, chosen, min(_FIRST_FEW, limit))
    chosen += _the_rest(pool, chosen, limit)
    return chosen


def left_for_a_condition(candidates: Sequence[Candidate], enquiry: Enquiry) -> Iterator[tuple[Service, str]]:
    """What is not usually for this age, or made for a need besides that nobody said, with the reason."""
    for candidate in candidates:
        service = candidate.service
        if not candidate.usual_age:
            yield service, unusual_age(service, [age for at in candidate.served if (age := _age(at, enquiry))])
        elif not candidate.with_need_said and service.conditions.with_need:
            yield service, f"made for those who also need help with {need_words([service.conditions.with_need])}"


def left_though_it_fits(found: Sorted, offered: Sequence[Service], enquiry: Enquiry) -> Iterator[tuple[Service, str]]:
    """What is not on the page though there is room: it would only fill it."""
    kinds = {service.kind: service.name for service in reversed(offered)}
    for service in [*(candidate.service for candidate in found.candidates), *found.touching]:
        asked = [need for need in enquiry.needs if service.meets(need)]
        if service.kind in _ONE_IS_ENOUGH and service.kind in kinds:
            yield service, f"one of its kind is shown, {kinds[service.kind]}, and you can use this one too"
        elif service.conditions.under_team:
            yield service, f"only if {service.conditions.under_team}"
        else:
            yield service, f"not one of the first to ask about {need_words(asked)}, but you can ask it too"


def nearest_things(
    directory: Directory,
    enquiry: Enquiry,
    unmet: Sequence[str],
    chosen: Sequence[Candidate],
    today: date,
    now: datetime | None,
) -> Iterator[tuple[str, Candidate]]:
    """For each need without a service: whom a navigator would turn to, though it is not there for it.

    One for each need, two of different kinds where the page is nearly empty.
    """
    taken = {candidate.service.id for candidate in chosen} | enquiry.declined
    for need in unmet:
        for found in islice(_nearest(directory, enquiry, need, taken, today, now), 1 if len(chosen) >= _FIRST_FEW else 2):
            taken |= {found.service.id}
            yield need, found


def _to_be_answered(enquiry: Enquiry) -> Iterator[tuple[str, int | None]]:
    """Each need with each child it is about, in the order said; (need, None) where no child was described."""
    for need in enquiry.needs:
        for child in concerned(need, enquiry) or (None,):
            yield need, child


def _answers(candidate: Candidate, need: str, child: int | None, enquiry: Enquiry) -> bool:
    if need not in candidate.scores or (child is not None and child not in candidate.served):
        return False
    return need_score(candidate.service, need, _age(child, enquiry)) >= DOES_THE_JOB


def _best_for(need: str, child: int | None, enquiry: Enquiry, pool: Sequence[Candidate]) -> Candidate | None:
    age = _age(child, enquiry)
    fitting = [one for one in pool if need in one.scores and (child is None or child in one.served)]
    if len(enquiry.children) < 2:
        return min(fitting, key=lambda one: (_is_doubtful(one), -one.scores[need] - one.reach, one.service.id), default=None)
    return min(fitting, key=lambda one: (_is_doubtful(one), -need_score(one.service, need, age) - one.reach, one.service.id), default=None)


def _age(child: int | None, enquiry: Enquiry) -> AgeRange | None:
    return enquiry.children[child].age if child is not None else None


def _other_kinds(pool: Sequence[Candidate], chosen: Sequence[Candidate], limit: int) -> list[Candidate]:
    kinds = {candidate.service.kind for candidate in chosen}
    left = [candidate for candidate in pool if candidate not in chosen]
    enough = left[0].total - _ABOUT_AS_GOOD if left else 0.0
    added: list[Candidate] = []
    for candidate in left:
        if len(chosen) + len(added) >= limit or candidate.total < enough:
            break
        if candidate.service.kind not in kinds and candidate.best >= DOES_THE_JOB:
            kinds.add(candidate.service.kind)
            added.append(candidate)
    return added


def _the_rest(pool: Sequence[Candidate], chosen: Sequence[Candidate], limit: int) -> list[Candidate]:
    """The best of what is left: no kind too often, and a kind more often only where no other fills the page."""
    # What is only for some (children in care) fills the page only where nothing else does; what takes only some of
    # this age, and a national charity for one illness, only where there is next to nothing.
    fitting = sorted(pool, key=_is_for_some)
    usual = [one for one in fitting if one.usual_age and not (_is_for_some(one) and one.service.area.is_national)]
    added = _filled(usual, chosen, limit, _SAME_KIND_AT_MOST, WORTH_OFFERING)
    added += _filled(usual, [*chosen, *added], limit, limit, DOES_THE_JOB)
    return added + _filled(fitting, [*chosen, *added], min(limit, _FIRST_FEW), _SAME_KIND_AT_MOST, WORTH_OFFERING)


def _filled(
    pool: Sequence[Candidate], chosen: Sequence[Candidate], limit: int, of_a_kind: int, least: float
) -> list[Candidate]:
    ids = {candidate.service.id for candidate in chosen}
    kinds = [candidate.service.kind for candidate in chosen]
    added: list[Candidate] = []
    for candidate in pool:
        if len(kinds) >= limit:
            break
        service = candidate.service
        if service.id not in ids and kinds.count(service.kind) < of_a_kind and candidate.best >= least:
            kinds.append(service.kind)
            added.append(candidate)
    return added


def _is_for_some(candidate: Candidate) -> bool:
    return bool(candidate.service.conditions.under_team) and not candidate.made_for_both


def _is_doubtful(candidate: Candidate) -> bool:
    """Only for some, and not usually for this age."""
    return not candidate.usual_age and _is_for_some(candidate)


def _one_of_each(candidates: Sequence[Candidate], enquiry: Enquiry) -> list[Candidate]:
    """All candidates, but of the kinds of which one is enough only the one asked for, else the nearest (the best where nobody can tell)."""
    kept: list[Candidate] = []
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        kind = candidate.service.kind
        if kind not in _ONE_IS_ENOUGH:
            kept.append(candidate)
        elif kind not in best or _rank_in_kind(candidate, enquiry) < _rank_in_kind(best[kind], enquiry):
            best[kind] = candidate
    return [*kept, *best.values()]


def _rank_in_kind(candidate: Candidate, enquiry: Enquiry) -> tuple[bool, tuple[float | str, ...]]:
    nearness = _place_to_go if candidate.service.kind in GO_THERE_KINDS else _nearness
    return candidate.service.id not in enquiry.asked_for, nearness(candidate)


def _place_to_go(candidate: Candidate) -> tuple[float | str, ...]:
    """Of places to go to the near one is better than one of which more is known, or whose entry names more needs.

    Only where somebody has checked it, the age is usual there, and it is there for a need as much as the others.
    """
    service = candidate.service
    only_also = not any(need in service.main for need in candidate.scores)
    away = candidate.distance if candidate.distance is not None else MILES_AT_MOST
    return not service.is_verified, not candidate.usual_age, only_also, away, _unplaced(candidate) - candidate.best - candidate.reach, service.id


def _nearness(candidate: Candidate) -> tuple[float, str]:
    """Alike in all else, the nearest has the most worth."""
    return _unplaced(candidate) - candidate.total, candidate.service.id


def _unplaced(candidate: Candidate) -> float:
    """Without a place the entry without a venue stands for them all."""
    return _UNPLACED if candidate.distance is None and candidate.service.venues else 0.0


def _nearest(
    directory: Directory, enquiry: Enquiry, need: str, taken: frozenset[str] | set[str], today: date, now: datetime | None
) -> Iterator[Candidate]:
    ages = [enquiry.children[at].age for at in concerned(need, enquiry)] or [None]
    for kind in list(kind_places(need, band(ages[0])))[:_NEAREST_KINDS]:
        if kind in LAST_KINDS:
            continue
        fitting = []
        for service in directory.by_kind.get(kind, ()):
            asked = children_in_question(service, enquiry)
            children = tuple(enquiry.children[at] for at in asked)
            of_one_thing = service.area.is_national and kind in _OF_ONE_THING
            # Nor is what is there for no need of its own, such as a team for complaints.
            if service.id in taken or service.conditions.under_team or of_one_thing or not service.main:
                continue
            known = [child.age for child in children if child.age]
            if not only_by_kind(service, known) and not ruled_out(service, enquiry, children, enquiry.locality, today):
                fitting.append(candidate_for(service, enquiry, asked, today, now))
        yield from sorted(fitting, key=lambda one: (-one.reach, one.service.id))[:1]
