"""Clashing age limits in words: where help ends before the need does, and what comes after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.directory.eligibility import months_words
from bot.directory.geography import outside_area
from bot.directory.plan import Result
from bot.directory.service import Directory, Service
from bot.enquiry import Child, Enquiry

_ENDS_SOON_MONTHS = 12
# From 14, plans for adult life begin (SEND code of practice, chapter 8: from Year 9 on), so that children's
# services end at 16 to 19 is worth knowing then.
_PREPARING_FROM, _PREPARING_ENDS = 168, (192, 229)
_AT_MOST = 3
_FEELINGS = frozenset({"anxiety_emotional", "low_mood_self_harm", "eating_disorder", "bereavement"})
# What ended longer ago than this is no news to anybody who sees what follows in the list.
_LATELY_MONTHS = 3
_NOT_SURE = re.compile(r"\b(?:about|check|not known|(?:do not|don't) know|not sure|sets its own)\b")


def ending_notes(
    results: Sequence[Result], outgrown: Iterable[Service], enquiry: Enquiry, directory: Directory
) -> tuple[str, ...]:
    """When help ends within a year (for over-14s: on the way to adult life) and who takes over.

    ``outgrown`` are services for a stated need that every child is too old for.
    """
    notes = [
        _ends(result.service, follows)
        for result in results
        for child in _served(result, enquiry)
        if _is_ending(result.service, child, follows := _who_comes_next(result.service, child, enquiry, directory))
    ]
    notes += [_took_over(service, directory, results) for service in outgrown if _ended_lately(service, enquiry)]
    return tuple(dict.fromkeys(note for note in notes if note))[:_AT_MOST]


def _ended_lately(service: Service, enquiry: Enquiry) -> bool:
    limit = service.ages.to_months
    return limit is not None and any(0 <= age[0] - limit < _LATELY_MONTHS for age in enquiry.ages)


def _served(result: Result, enquiry: Enquiry) -> list[Child]:
    return [enquiry.children[at] for at in result.children]


def _is_ending(service: Service, child: Child, follows: Service | None) -> bool:
    limit = service.ages.to_months
    if child.age is None or limit is None or child.age[0] >= limit:
        return False
    if limit <= child.age[0] + _ENDS_SOON_MONTHS:
        return True
    into_adult_life = _PREPARING_ENDS[0] <= limit < _PREPARING_ENDS[1]
    return child.age[0] >= _PREPARING_FROM and into_adult_life and follows is not None


def _ends(service: Service, follows: Service | None) -> str:
    return f"Help from {service.name} {_end(service)}. {_who_follows(follows)}"


def _who_comes_next(service: Service, child: Child, enquiry: Enquiry, directory: Directory) -> Service | None:
    """Whom the service names as next, else who plans adult life; nobody who does not serve where the family lives."""
    known = (_after(service, directory), _guide_to_adult_life(service, child, directory))
    return next((one for one in known if one and outside_area(one, enquiry.locality) is None), None)


def _who_follows(service: Service | None) -> str:
    if service is None:
        return "Ask them now what comes next."
    if service.conditions.under_team:  # reached through that team alone
        return f"Ask them now what comes next. If {service.conditions.under_team}, ask {service.name} too."
    return f"Ask {service.name} what comes next."


def _took_over(service: Service, directory: Directory, results: Sequence[Result]) -> str:
    after = _after(service, directory)
    if after is None or after.id not in {result.service.id for result in results}:
        return ""
    return f"Help from {service.name} {_end(service)}. After that, ask {after.name}."


def _after(service: Service, directory: Directory) -> Service | None:
    return directory.get(service.after) if service.after else None


def _guide_to_adult_life(service: Service, child: Child, directory: Directory) -> Service | None:
    """Who plans adult life with a young person, where a service that ends then names nobody itself."""
    if child.age is None or child.age[0] < _PREPARING_FROM or (service.ages.to_months or 0) < _PREPARING_ENDS[0]:
        return None
    if set(service.main) <= _FEELINGS:  # Childline, CAMHS: who uses them need not be disabled
        return None
    guides = [
        guide
        for guide in directory.by_kind.get("navigation_transition", ())
        if "transition_adulthood" in guide.main and guide.id != service.id
    ]
    return min(guides, key=lambda guide: (len(guide.main), guide.ages.from_months or 0, guide.id), default=None)


def _end(service: Service) -> str:
    """ "ends at 18", "ends at about 18" where its own words are not sure, "ends at 18 or 25" where it keeps some longer."""
    limit, usual, words = service.ages.to_months, service.ages.usual_to_months, service.ages.words or ""
    if limit is None:
        return "has an age limit"
    about = "about " if _NOT_SURE.search(words) else ""
    return f"ends at {about}{months_words(usual)} or {months_words(limit)}" if usual else f"ends at {about}{months_words(limit)}"
