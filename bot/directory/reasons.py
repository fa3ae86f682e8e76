"""Why a service is in the plan, the soonest step, and what happens when an age limit comes: all in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.directory.eligibility import age_fit, limits_words, open_conditions, said
from bot.directory.plan import Result
from bot.directory.service import Directory, Service
from bot.directory.sessions import next_session
from bot.directory.vocabulary import need_words
from bot.enquiry import Enquiry

_ENDS_SOON_MONTHS = 12


def reasons_for(
    service: Service, needs: Sequence[str], enquiry: Enquiry, distance: float | None, today: date
) -> tuple[str, ...]:
    """Plain sentences, the weightiest first, each from a value that the match used."""
    found = []
    main = [need for need in needs if need in service.main]
    also = [need for need in needs if need not in service.main]
    if main:
        found.append(f"It is there to help with {need_words(main)}.")
    if also:
        found.append(f"It can also help with {need_words(also)}.")
    found.append(_age_reason(service, enquiry, today))
    found.append(_area_reason(service, enquiry, distance))
    found.append(_door_reason(service))
    found.extend(f"Published wait: {wait.words}" + (f" ({wait.as_of})." if wait.as_of else ".") for wait in service.waits)
    found.extend(f"Check first: {condition}." for condition in open_conditions(service, enquiry))
    return tuple(reason for reason in found if reason)


def next_step(service: Service, today: date) -> tuple[str | None, date | None]:
    """The soonest step in words, with a dated session's day where one is known."""
    dated = next_session(service, today)
    if dated:
        when, session = dated
        at = f" at {session.time}" if session.time else ""
        return f"{session.title}: {when.strftime('%A %-d %B')}{at}.", when
    return service.referral.route or service.referral.who, None


def ending_notes(
    results: Sequence[Result], enquiry: Enquiry, directory: Directory, today: date
) -> tuple[str, ...]:
    """For services whose age limit comes within a year: when help ends and what comes after."""
    notes = []
    for result in results:
        limit = result.service.ages.to_months
        for child in enquiry.children:
            if child.age and limit and child.age[0] < limit <= child.age[0] + _ENDS_SOON_MONTHS:
                after = directory.get(result.service.after) if result.service.after else None
                follows = f"Ask {after.name} what comes next." if after else "Ask them now what comes next."
                notes.append(f"{result.service.name} is {_until(result.service)}. {follows}")
    return tuple(dict.fromkeys(notes))


def _until(service: Service) -> str:
    words = limits_words(service.ages)
    return words if words.startswith("for ") else f"for {words}"


def _age_reason(service: Service, enquiry: Enquiry, today: date) -> str:
    ages = service.ages
    if ages.from_months is None and ages.to_months is None:
        return f"Ages: {ages.words}." if ages.words else "Its age limits are not stated: ask them."
    known = [child.age for child in enquiry.children if child.age]
    fitting = [age for age in known if age_fit(ages, age, today).fits]
    if not fitting:
        return f"Ages: {limits_words(ages)}."
    sure = all(age_fit(ages, age, today).sure for age in fitting)
    told = " and ".join(said(age) for age in fitting)
    words = f"Ages: {limits_words(ages)}, so {told} fits." if "born" not in told else f"Ages: {limits_words(ages)}."
    return words if sure else f"Ages: {limits_words(ages)}. Check that it takes your child's age."


def _area_reason(service: Service, enquiry: Enquiry, distance: float | None) -> str:
    place = enquiry.locality
    if service.area.follows_gp and place is not None and place.in_area is False:
        return "It may still help you if your GP is in County Durham: ask your GP."
    if distance is not None and place is not None:
        roughly = "About " if any(venue.approximate for venue in service.venues) else ""
        return f"{roughly}{distance:g} miles from {place.name}." if roughly else f"{distance:g} miles from {place.name}."
    if service.area.is_national:
        return "It covers the whole country" + (", by phone or online." if service.online else ".")
    if service.area.covers == "whole_county":
        return "It covers all of County Durham."
    return f"It covers {' and '.join(service.area.places)}." if service.area.places else ""


def _door_reason(service: Service) -> str:
    referral = service.referral
    if referral.drop_in:
        return "You can walk in."
    if referral.self:
        return "You can ask for it yourself."
    if referral.self is False:
        return "Somebody has to refer you."
    return "We don't know yet who can refer: ask them."
