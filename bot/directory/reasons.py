"""Why a service is in the plan and what the soonest step is: words made from the values that decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.directory.eligibility import (
    age_fit,
    has_no_upper_limit,
    is_for_everybody,
    limits_words,
    open_conditions,
    said,
)
from bot.directory.geography import HOME_COUNCIL, may_follow_gp, names_council, names_home
from bot.directory.service import UNVERIFIED_WORDS, Ages, Service
from bot.directory.sessions import next_session, when_words
from bot.directory.vocabulary import join_words, need_words
from bot.enquiry import AgeRange, Enquiry


def reasons_for(
    service: Service, needs: Sequence[str], enquiry: Enquiry, distance: float | None, today: date, served: Sequence[int] = ()
) -> tuple[str, ...]:
    """Plain sentences, the weightiest first. ``served`` are indexes of the children it can be for."""
    main = [need for need in needs if need in service.main]
    also = [need for need in needs if need not in service.main]
    found = [
        *_what_it_helps_with(service, main, also),
        _age_reason(service, enquiry, served, today),
        _area_reason(service, enquiry, distance),
        _door_reason(service),
        *(f"Published wait: {wait.words.rstrip('.')}" + (f" ({wait.as_of})." if wait.as_of else ".") for wait in service.waits),
        *(f"Check first: {condition}." for condition in open_conditions(service, enquiry)),
    ]
    return tuple(reason for reason in found if reason)


def _what_it_helps_with(service: Service, main: Sequence[str], also: Sequence[str]) -> tuple[str, ...]:
    if not service.is_verified:
        return UNVERIFIED_WORDS, f"It may help with {need_words([*main, *also])}." if main or also else ""
    return (
        f"It is there to help with {need_words(main)}." if main else "",
        f"It can also help with {need_words(also)}." if also else "",
    )


def next_step(service: Service, today: date, now: datetime | None) -> str | None:
    """The soonest step in words. ``now`` as in ``next_session``."""
    dated = next_session(service, today, now)
    if dated and service.is_verified:
        when, session = dated
        return f"{session.title}: {when_words(session, when)}."
    for session in service.sessions:
        words = when_words(session, None)
        if words and session.starts <= today and (session.term_time_only or not service.is_verified):
            return f"{session.title}: {words}. Check the date with them first."
    return service.referral.route or service.referral.who


def _age_reason(service: Service, enquiry: Enquiry, served: Sequence[int], today: date) -> str:
    ages = service.ages
    known = [age for at in served if (age := enquiry.children[at].age)]
    limits = f"Ages: {limits_words(ages)}" if ages.words or ages.from_months or ages.to_months else ""
    missing = _not_stated(ages, known)
    if missing:
        return f"{limits}. {missing}" if limits else missing
    left_out = [age for at, child in enumerate(enquiry.children) if at not in served and (age := child.age)]
    if not known or any(age[1] <= 0 for age in known) or is_for_everybody(ages):
        return f"{limits}." if limits else ""
    if not service.is_verified or not all(age_fit(ages, age, today).sure for age in known):
        return f"{limits}. Check that it takes your child's age." if limits else "Check that it takes your child's age."
    told = join_words(list(dict.fromkeys(said(age) for age in known)))
    fits = "fit" if len(known) > 1 else "fits"
    beyond = [said(age) for age in left_out if age_fit(ages, age, today).fits is False]
    return f"{limits}, so {told} {fits}" + (f", but not {join_words(beyond)}." if beyond else ".")


def _not_stated(ages: Ages, known: Sequence[AgeRange]) -> str:
    """What to ask about an age limit that nobody has stated; "" where all that matters is known."""
    if ages.from_months is None and ages.to_months is None:
        return "" if has_no_upper_limit(ages) else "Its age limits are not stated: ask them."
    if ages.from_months is None:
        return "Its lowest age is not stated: ask them." if known else ""
    if ages.to_months is None and not has_no_upper_limit(ages):
        return "Its highest age is not stated: ask them." if known else ""
    return ""


def _area_reason(service: Service, enquiry: Enquiry, distance: float | None) -> str:
    place, area = enquiry.locality, service.area
    if may_follow_gp(area, place):
        return "It may still help you if your GP is in County Durham: ask your GP."
    if distance is not None and place is not None:
        roughly = "About " if any(venue.approximate for venue in service.venues) else ""
        return f"{roughly}{distance:g} miles from {place.name}." if distance >= 1 else f"In or close to {place.name}."
    if area.is_national:
        return "It covers the whole country" + (", by phone or online." if service.online else ".")
    if place is not None and place.in_area is False and names_home(area, place):
        return f"It covers the {place.council} area."
    if area.covers == "whole_county" or (area.covers == "councils" and names_council(area.places, HOME_COUNCIL)):
        return "It covers all of County Durham."
    return f"It covers {join_words(area.places)}." if area.places else ""


def _door_reason(service: Service) -> str:
    referral = service.referral
    if not service.is_verified and referral.self is not False:
        return "We don't know yet who can refer: ask them."
    if service.kind == "crisis_line" and (referral.self or referral.drop_in):
        return "You can use it straight away."
    if referral.drop_in:
        return "You can walk in."
    if referral.self:
        return "You can ask for it yourself."
    if referral.self is False:
        return "Somebody has to refer you."
    return "We don't know yet who can refer: ask them."
