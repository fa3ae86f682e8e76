"""The services that somebody in an enquiry can have, each scored for every need; and those that nobody can, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from bot.directory.eligibility import SOON_MONTHS, Verdict, age_fit, ruled_out
from bot.directory.geography import distance_miles
from bot.directory.rank import (
    WORTH_OFFERING,
    age_score,
    is_usual_age,
    made_for_both,
    need_score,
    only_by_kind,
    reach_score,
    unusual_age,
)
from bot.directory.service import Directory, Service
from bot.directory.shortlist import shortlist
from bot.enquiry import AgeRange, Child, Enquiry

# A need of the grown-up who writes: said of no child, it is no child's.
_GROWN_UPS_NEED = "carer_parent_support"


class Candidate(NamedTuple):
    """A service that fits. ``scores`` are by need, ``served`` the indexes of the children it can be for."""

    service: Service
    scores: dict[str, float]
    reach: float
    distance: float | None
    served: tuple[int, ...]
    usual_age: bool = True
    made_for_both: bool = False  # for children with two of the stated needs at once
    with_need_said: bool = True  # one of the children has the need that it is made for besides, if it is for such

    @property
    def best(self) -> float:
        """How well it does the need that it does best."""
        return max(self.scores.values())

    @property
    def total(self) -> float:
        """Its worth to the whole enquiry: the need it does best, half of each other, and how soon it is reached."""
        return 0.5 * (self.best + sum(self.scores.values())) + self.reach

    @property
    def order(self) -> tuple[float, str]:
        """Best first; ties by id."""
        return -self.total, self.service.id


@dataclass
class Sorted:
    """What an enquiry's services fell into. ``soon`` opens within a year, ``outgrown`` ended before this age."""

    candidates: list[Candidate] = field(default_factory=list)
    excluded: list[tuple[Service, str]] = field(default_factory=list)
    soon: list[tuple[Service, str]] = field(default_factory=list)
    outgrown: list[Service] = field(default_factory=list)
    touching: list[Service] = field(default_factory=list)  # fits, and only touches what was asked for


def sort_out(directory: Directory, enquiry: Enquiry, today: date, now: datetime | None) -> Sorted:
    """The services for the stated needs, as candidates or with the reason why not."""
    found = Sorted()
    looked_at = shortlist(directory, enquiry, today, now)
    everyone = tuple(range(len(enquiry.children)))
    told_apart = any(child.needs for child in enquiry.children)
    by_word = [one for one in directory.all_of(enquiry.asked_for) if any(one.meets(need) for need in enquiry.needs)]
    for service in dict.fromkeys((*by_word, *looked_at.likely, *looked_at.failed)):
        if service.id in enquiry.declined:
            found.excluded.append((service, "you said this one is not right, or you have tried it"))
            continue
        served = children_in_question(service, enquiry) if told_apart else everyone
        children = tuple(enquiry.children[at] for at in served) if told_apart else enquiry.children
        verdict = ruled_out(service, enquiry, children, enquiry.locality, today)
        if verdict is None:
            candidate = candidate_for(service, enquiry, served, today, now)
            ages = [age for at in candidate.served if (age := enquiry.children[at].age)]
            if service.id not in enquiry.asked_for and only_by_kind(service, ages):
                found.excluded.append((service, unusual_age(service, ages)))
            elif candidate.scores:
                found.candidates.append(candidate)
            else:
                found.touching.append(service)
        else:
            _keep_reason(found, service, verdict, enquiry)
    return found


def children_in_question(service: Service, enquiry: Enquiry) -> tuple[int, ...]:
    """Indexes of the children whom a service could be about: a need of one is not all children's."""
    everyone = tuple(range(len(enquiry.children)))
    if not any(child.needs for child in enquiry.children) or _is_for_the_grown_up(service, enquiry):
        return everyone
    about = tuple(at for at in everyone if _could_be_about(service, enquiry.children[at]))
    return about or everyone


def candidate_for(
    service: Service, enquiry: Enquiry, asked: tuple[int, ...], today: date, now: datetime | None
) -> Candidate:
    """A service that fits, scored. ``asked`` are the children whom it could be about."""
    fits = [age_fit(service.ages, enquiry.children[at].age, today) for at in asked]
    served = tuple(at for at, fit in zip(asked, fits) if fit.fits is not False)
    distance = distance_miles(service, enquiry.locality)
    ages = [age for at in served if (age := enquiry.children[at].age)]
    usual = is_usual_age(service, ages)
    reach = reach_score(service, distance, enquiry.locality, today, now) + age_score(service, ages, fits, usual)
    besides = service.conditions.with_need
    together = [] if besides is None else [needs for needs in _needs_together(served, enquiry) if besides in needs]
    both = any(made_for_both(service, tuple(needs)) for needs in together)
    said = besides is None or bool(together)
    return Candidate(service, _scores(service, enquiry, served), reach, distance, served, usual, both, said)


def _needs_together(served: tuple[int, ...], enquiry: Enquiry) -> list[frozenset[str]]:
    """The needs that each of the children has at once: their own, and those that were said of nobody; all, where no child was described.

    "He is behind at school, his sister is scared of it" is no child with both.
    """
    of_nobody = frozenset(enquiry.needs) - {need for child in enquiry.children for need in child.needs}
    children = [enquiry.children[at] for at in served]
    return [of_nobody | frozenset(child.needs) for child in children] or [frozenset(enquiry.needs)]


def concerned(need: str, enquiry: Enquiry) -> tuple[int, ...]:
    """Indexes of the children who have a need; where it was said of none, those of whom no need was said, else all.

    Empty for the grown-up's own need for support: "for the 5-year-old" beside a parents' group would be wrong.
    """
    children = tuple(enumerate(enquiry.children))
    own = tuple(at for at, child in children if need in child.needs)
    if need == _GROWN_UPS_NEED:
        return own
    return own or tuple(at for at, child in children if not child.needs) or tuple(at for at, _ in children)


def _scores(service: Service, enquiry: Enquiry, served: tuple[int, ...]) -> dict[str, float]:
    scores = {}
    for need in enquiry.needs:
        main = need in service.main
        if main or need in service.also:
            best = max(need_score(service, need, age) for age in _ages_with(need, enquiry, served))
            if main or best >= WORTH_OFFERING or service.id in enquiry.asked_for:
                scores[need] = best
    return scores


def _ages_with(need: str, enquiry: Enquiry, served: tuple[int, ...]) -> list[AgeRange | None]:
    own = [at for at in concerned(need, enquiry) if at in served] or list(served)
    return [enquiry.children[at].age for at in own] or [None]


def _is_for_the_grown_up(service: Service, enquiry: Enquiry) -> bool:
    """A parents' group is about all their children, not only about the baby to come of whom no need was said."""
    return service.meets(_GROWN_UPS_NEED) and _GROWN_UPS_NEED in enquiry.needs and not concerned(_GROWN_UPS_NEED, enquiry)


def _could_be_about(service: Service, child: Child) -> bool:
    return not child.needs or any(service.meets(need) for need in child.needs)


def _keep_reason(found: Sorted, service: Service, verdict: Verdict, enquiry: Enquiry) -> None:
    is_main = any(need in service.main for need in enquiry.needs)
    found.excluded.append((service, verdict.reason))
    if verdict.opens_in is not None and verdict.opens_in <= SOON_MONTHS and is_main and not _is_only_in_name(service, enquiry):
        found.soon.append((service, verdict.reason))
    if verdict.outgrown and is_main:
        found.outgrown.append(service)


def _is_only_in_name(service: Service, enquiry: Enquiry) -> bool:
    """Whether "opens soon" would promise what is not meant: CAMHS from birth on, Childline for a baby."""
    besides = service.conditions.with_need
    is_late = service.ages.usual_from_months is not None or (besides is not None and besides not in enquiry.needs)
    return is_late or service.kind == "crisis_line"
