"""Handing over to a person: who, how, when they answer, what to do until then, and a summary to read out."""

from __future__ import annotations

import itertools
import re

from bot.answer.cards import card
from bot.answer.opening import opening, when_words
from bot.answer.plan_words import first_sentence
from bot.answer.reply import Reply
from bot.answer.voices import tips_for
from bot.answer.words import say
from bot.conversation.asking import ONE_MATTER
from bot.conversation.elsewhere import local_offer
from bot.conversation.memory.needs import SO_LOW
from bot.conversation.plans import Answer, plan_for, shown_services
from bot.conversation.summary import summarise
from bot.conversation.turn import Turn
from bot.directory.eligibility import age_fit
from bot.directory.match import match
from bot.directory.plan import Plan
from bot.directory.service import Service
from bot.enquiry import Enquiry

_MOST = 3
_TIPS = 2
_ALWAYS_THERE = ("sendiass-durham", "early-help-durham", "families-information-service-durham")
# A young person can ring these alone.
_FOR_YOUNG_PEOPLE = ("childline", "sendiass-durham", "families-information-service-durham")
# Who answers at any hour, where a child is very low: an office that opens on Monday is nobody to talk to tonight.
_AT_ANY_HOUR = ("nhs-111-mental-health-option-tewv", "childline")
# Who listens at any hour, where somebody to ring is asked for now.
_LISTEN_NOW, _LISTEN_TO_THE_YOUNG = ("tewv-listening-service", "samaritans"), ("childline", "shout")
_NOW = r"\b(?:tonight|tonite|2nite|toneet|the\s+neet|right\s+now|open\s+now|this\s+evening|at\s+this\s+(?:hour|time(?!\s+of))|out\s+of\s+hours|(?:in\s+the\s+)?middle\s+of\s+the\s+night)\b"
_SOMEBODY_NOW = re.compile(
    rf"(?:\b(?:any(?:one|body|1)|some(?:one|body|1)|who(?:\s+(?:can|do|could|would|is|will))|numbers?|helplines?)\b.{{0,40}}{_NOW})|(?:{_NOW}.{{0,40}}\b(?:any(?:one|body)|some(?:one|body)|who\s+(?:can|do|could))\b)",
    re.IGNORECASE,
)
# "And if it gets worse out of hours?", "what if he kicks off at 3 in the morning".
_IF_IT_GETS_WORSE = re.compile(
    rf"\bif\b.{{0,30}}\b(?:worse|worsens|kicks?\s+off|bad|downhill|loses\s+it)\b.{{0,25}}(?:{_NOW}|\b(?:(?:at|in\s+the|of\s+a|during\s+the)\s+(?:nights?|weekends?|evenings?)|over\s+the\s+weekend|\d{{1,2}}\s*(?:am|in\s+the\s+morning))\b)"
    rf"|{_NOW}.{{0,15}}\bif\b.{{0,30}}\b(?:worse|worsens|kicks?\s+off|bad|downhill)\b",
    re.IGNORECASE,
)
# "Is the first one open tonight", "someone told me to ring out of hours", "does anyone do a group this evening".
_OF_THE_LIST = re.compile(r"\b(?:these|those|them|they|ones?|groups?|clubs?|sessions?|told|said|can'?t|don'?t|won'?t|not)\b", re.IGNORECASE)


def somebody_now(turn: Turn) -> Answer | None:
    """ "Is anyone open now", "a number I can ring tonight", "and if it gets worse at night?": who answers at any hour, before those of the list."""
    heard = turn.heard
    if not turn.memory.shown or heard.length > ONE_MATTER:
        return None
    if _IF_IT_GETS_WORSE.search(heard.text):
        reply, memory = hand_over(turn.as_before())
        return reply.led_by(say("until_open_urgent")), memory
    if turn.new_needs or heard.ages or not _SOMEBODY_NOW.search(heard.text) or _OF_THE_LIST.search(heard.text):
        return None
    return hand_over(turn.with_memory(needs=turn.before.needs))


def hand_over(turn: Turn) -> Answer:
    """Who can talk, whether they answer now where that can be known, and what to tell them."""
    people = people_for(turn)
    parts = [
        say("human_intro") + "\n" + "\n".join(person_line(person, turn) for person in people),
        _until_open(people, turn),
    ]
    copy = enquiry_to_copy(turn)
    if copy:
        parts.append(f"{say('human_summary')}\n{copy}")
    text = "\n\n".join(part for part in parts if part)
    return Reply(text, services=tuple(card(person) for person in people), copy=copy), turn.memory


def people_for(turn: Turn) -> list[Service]:
    """At most three, the best for this enquiry first. Outside the county nobody of the county is named."""
    enquiry = turn.memory.as_enquiry() if turn.memory.needs else Enquiry(locality=turn.memory.locality)
    plan = match(turn.directory, enquiry, turn.today, now=turn.now)
    found = [plan.person.service] if plan.person else []
    place = turn.memory.locality
    if place and place.in_area is False:
        offer = local_offer(turn.directory, place.council)
        return [*found, *([offer] if offer else [])][:_MOST]
    alone = turn.memory.voice == "young_person"
    at_any_hour: tuple[str, ...] = _AT_ANY_HOUR if SO_LOW in turn.memory.needs else ()
    if not at_any_hour and _SOMEBODY_NOW.search(turn.heard.text) and turn.memory.voice != "practitioner":
        at_any_hour = _LISTEN_TO_THE_YOUNG if alone else _LISTEN_NOW
    first = [one.id for one in (*found, *_by_phone(plan))]
    found = []
    for id in (*at_any_hour, *first, *(_FOR_YOUNG_PEOPLE if alone else _ALWAYS_THERE)):
        service = turn.directory.get(id)
        if service is None or service in found:
            continue
        if id in first or not ((alone or id == "childline") and any(age_fit(service.ages, age, turn.today).fits is False for age in turn.memory.ages)):  # Childline is for under-19s
            found.append(service)
    return found[:_MOST]


def _by_phone(plan: Plan) -> list[Service]:
    """The first of the plan that families may ring themselves, and that is there for what is hard."""
    may_ring = (result.service for result in plan.results if result.needs and result.service.contact.phone and result.service.referral.self)
    return list(itertools.islice(may_ring, 1))


def person_line(person: Service, turn: Turn) -> str:
    """Name, how to reach them, and when: open or closed only where the entry's hours settle it."""
    contact = person.contact
    reach = say("contact_ring", phone=contact.phone) if contact.phone else contact.url or contact.email or first_sentence(person.referral.route)
    now = opening(contact.hours, turn.now) if turn.now else None
    if not contact.phone:
        when = ""
    elif now is None:
        when = contact.hours or say("hours_unknown")
    elif now.open:
        when = f"{contact.hours} ({say('open_now')})"
    else:
        opens = say("opens", when=when_words(now.next, turn.now)) if now.next and turn.now else ""
        when = f"{contact.hours} ({say('closed_now')}{opens})"
    known = ", ".join(part for part in (reach, when) if part)
    return f"- {person.name}" + (f": {known}" if known else "")


def _until_open(people: list[Service], turn: Turn) -> str:
    """What to do meanwhile, where nobody listed is known to answer now and it is not office time."""
    if turn.now is None or not people:
        return ""
    states = [opening(person.contact.hours, turn.now) for person in people]
    if any(state is not None and state.open for state in states):
        return ""
    office = opening("Monday to Friday 9am to 5pm", turn.now)
    if any(state is None for state in states) and (office is None or office.open):
        return ""
    tips = plan_for(turn.memory, turn).waiting if turn.memory.needs else ()
    lines = tips_for([tip.text for tip in tips], turn.memory.voice)[:_TIPS]
    return "\n".join([say("until_open"), *(f"- {line}" for line in (*lines, say("until_open_urgent")))])


def enquiry_to_copy(turn: Turn) -> str:
    """What was told, in one sentence to read out; "" where nothing was."""
    summary = summarise(turn.memory)
    return say("copy_enquiry", turn.memory.voice, summary=summary) if summary else ""


def list_to_copy(turn: Turn) -> str:
    """The enquiry and every service shown, as plain lines."""
    lines = [f"- {service.name}: {_reach(service)}" for service in shown_services(turn)]
    return "\n".join([part for part in (enquiry_to_copy(turn), *lines) if part])


def _reach(service: Service) -> str:
    found = ", ".join(part for part in (service.contact.phone, service.contact.email, service.contact.url) if part)
    return found or service.referral.route or say("contact_unknown")
