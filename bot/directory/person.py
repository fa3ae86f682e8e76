"""The person to speak to: every plan ends with one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.directory.eligibility import exclusion
from bot.directory.service import Directory, Service
from bot.enquiry import Enquiry

_SCHOOL = frozenset(
    {"sen_support_school", "ehc_plan", "school_choice_placement", "exclusion_suspension", "school_attendance_refusal", "transport"}
)
_MONEY = frozenset({"benefits_money"})
_UNDER_5 = 60
# Somebody who answers a telephone first: an adviser without a number is no person to a tired parent.
_SCHOOL_PEOPLE = ("sendiass-durham", "contact-disabled-children", "families-information-service-durham")
_EARLY_PEOPLE = ("health-visiting-county-durham", "family-health-service-0-25", "early-help-durham")
_FAMILY_PEOPLE = ("early-help-durham", "families-information-service-durham")
_ADULT_PEOPLE = ("social-care-direct", "families-information-service-durham")
_MONEY_PEOPLE = ("contact-disabled-children", "citizens-advice-england", "families-information-service-durham")
_ANYWHERE = ("contact-disabled-children", "nhs-111")


def person_for(directory: Directory, enquiry: Enquiry, today: date) -> Service | None:
    """The best service to talk things over with that these people can have; one with a phone before one without."""
    anyone = replace(enquiry, children=())
    order = (*_people(enquiry), *_ANYWHERE)
    fitting = [
        service
        for id in order
        # The list is already chosen by age; who is not born yet has a person too.
        if (service := directory.get(id)) is not None and exclusion(service, anyone, today)[0] is None
    ]
    reachable = [service for service in fitting if service.contact.phone]
    return next(iter(reachable or fitting), None)


def _people(enquiry: Enquiry) -> tuple[str, ...]:
    needs = set(enquiry.needs)
    ages = enquiry.ages
    if enquiry.locality and enquiry.locality.in_area is False:
        return ()
    if needs & _SCHOOL:
        return _SCHOOL_PEOPLE
    if needs and needs <= _MONEY:
        return _MONEY_PEOPLE
    if ages and max(hi for _, hi in ages) <= _UNDER_5:
        return _EARLY_PEOPLE
    if ages and min(lo for lo, _ in ages) >= 216:
        return _ADULT_PEOPLE
    return _FAMILY_PEOPLE
