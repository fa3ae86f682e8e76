"""The person to speak to: every plan ends with one. Who that is for whom stands in ``people.yml``."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.directory.eligibility import ADULT_MONTHS, ruled_out
from bot.directory.freshness import current_parts
from bot.directory.service import Directory, Service
from bot.directory.tables import read_table
from bot.enquiry import Enquiry

_SCHOOL = frozenset(
    {"sen_support_school", "ehc_plan", "school_choice_placement", "exclusion_suspension", "school_attendance_refusal", "transport"}
)
_MONEY = frozenset({"benefits_money"})
SAFETY_NEEDS = frozenset({"domestic_abuse"})
_UNDER_5 = 60


def person_for(directory: Directory, enquiry: Enquiry, today: date) -> Service | None:
    """The best service to talk things over with that these people can have; one with a phone before one without."""
    found: dict[str, Service] = {}
    for service in _people(directory, enquiry):
        # The list is already chosen by age; who is not born yet has a person too.
        if service.id not in found and ruled_out(service, enquiry, (), enquiry.locality, today) is None:
            found[service.id] = current_parts(service, today)
            if found[service.id].contact.phone:
                return found[service.id]
    return next(iter(found.values()), None)


def _people(directory: Directory, enquiry: Enquiry) -> Iterator[Service]:
    order = [_people_by_situation()[name] for name in dict.fromkeys((_situation(enquiry), "anywhere"))]
    for group in order:
        yield from directory.all_of(group["ids"])
    for group in order:
        for kind in group["kinds"]:
            yield from directory.by_kind.get(kind, ())


def _situation(enquiry: Enquiry) -> str:
    needs, ages = set(enquiry.needs), enquiry.ages
    if needs & SAFETY_NEEDS:
        return "safety"
    if enquiry.locality and enquiry.locality.in_area is False:
        return "anywhere"
    if needs & _SCHOOL:
        return "school"
    if needs and needs <= _MONEY:
        return "money"
    if ages and max(hi for _, hi in ages) <= _UNDER_5:
        return "under_5"
    if ages and min(lo for lo, _ in ages) >= ADULT_MONTHS:
        return "adult"
    return "family"


@functools.cache
def _people_by_situation() -> Mapping[str, Mapping[str, list[str]]]:
    return read_table(Path(__file__).with_name("people.yml"))
