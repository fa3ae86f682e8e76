"""Questions about what was shown: "the second one, how do I refer?", "what's their number?", "anything nearer?"."""

from __future__ import annotations

import dataclasses
import re

from rapidfuzz import fuzz

from bot.answer.cards import card
from bot.answer.plan_words import plan_reply
from bot.answer.reply import Button, Reply
from bot.answer.words import say
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn
from bot.directory.match import Plan, match
from bot.directory.service import Service

Answer = tuple[Reply, Memory]

_ORDINALS = {
    "first": 0, "1st": 0, "top": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
    "fifth": 4, "5th": 4, "sixth": 5, "6th": 5, "last": -1, "bottom": -1,
}  # fmt: skip
_ORDINAL = re.compile(
    r"\b(?:the\s+|number\s+|no\.?\s*|option\s+)?(first|second|third|fourth|fifth|sixth|last|top|bottom|[1-6](?:st|nd|rd|th))"
    r"\s*(?:one|service|option|thing|place|result)?\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:number|no\.?|option)\s*([1-6])\b", re.IGNORECASE)
_WHY_NOT = re.compile(r"\bwhy\s+(?:not|can'?t\s+(?:we|i|he|she|they)|isn'?t|no|wasn'?t|didn'?t\s+you)\b", re.IGNORECASE)
_TRIED = re.compile(
    r"\b(?:(?:we|i|they|she|he)?(?:'?ve| have| has)?\s*(?:already\s+)?(?:tried|been\s+to|rang|rung|done)\b"
    r"|no\s+good|no\s+use|they\s+(?:said\s+no|turned\s+us|knocked|refused|don'?t\s+answer|never))",
    re.IGNORECASE,
)
_NOT_GROUP = re.compile(r"\b(?:not|no|hates?|can'?t\s+(?:do|cope\s+with)|won'?t\s+cope\s+(?:with|in))\s+(?:a\s+|in\s+a\s+|any\s+)?groups?\b", re.IGNORECASE)
_SOONER = re.compile(r"\b(?:sooner|quicker|faster|earlier|today|right\s+now|straight\s+away|this\s+week|urgent)\b", re.IGNORECASE)
_NEARER = re.compile(r"\b(?:nearer|closer|nearest|closest|local|near\s+(?:me|us|here)|no\s+car|walking\s+distance)\b", re.IGNORECASE)
_ONLINE = re.compile(r"\b(?:online|on\s*line|by\s+phone|over\s+the\s+phone|text|video|zoom|from\s+home|virtual|app|website)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:anything\s+else|any\s+(?:others?|more)|what\s+else|other\s+(?:options?|help|ideas?)|more\s+(?:options?|help|ideas?))\b", re.IGNORECASE)
_GROUP_KINDS = frozenset({"youth_activity", "parent_carer_forum", "participation_group", "family_hub", "short_breaks"})


def answer(turn: Turn) -> Answer | None:
    """The answer about one service, a re-sorted plan, or None where the message is about neither."""
    if _WHY_NOT.search(turn.heard.text):
        explained = _why_not(turn)
        if explained:
            return explained
    narrowed = _narrow(turn)
    if narrowed:
        return narrowed
    service = _which(turn)
    if service is None:
        return _ask_which(turn)
    return _about(service, turn)


def _which(turn: Turn) -> Service | None:
    """The service that is meant: by place in the list, by name, or the one talked of last."""
    shown = turn.memory.shown
    ordinal = _ORDINAL.search(turn.heard.text)
    numbered = _NUMBERED.search(turn.heard.text)
    if shown and (ordinal or numbered):
        at = int(numbered[1]) - 1 if numbered else _ORDINALS[ordinal[1].lower()] if ordinal else 0
        if at < len(shown):
            return turn.directory.get(shown[at])
    named = find_named(turn.heard.text, turn)
    if named:
        return named
    focus = turn.memory.focus or (shown[0] if len(shown) == 1 else None)
    return turn.directory.get(focus) if focus else None


def find_named(text: str, turn: Turn) -> Service | None:
    """The service whose name stands in the text; those shown before all others."""
    shown = [service for id in turn.memory.shown if (service := turn.directory.get(id))]
    for services, enough in ((shown, 78), (turn.directory.services, 88)):
        scored = [(_name_score(service.name, text), service) for service in services]
        best = max(scored, key=lambda pair: (pair[0], pair[1].id), default=None)
        if best and best[0] >= enough:
            return best[1]
    return None


def _name_score(name: str, text: str) -> float:
    plain = re.sub(r"\([^)]*\)|\b(?:durham|county|the|service|services|team|children'?s|for|and|of)\b", " ", name.lower())
    words = " ".join(plain.split())
    if len(words) < 4:
        return 0.0
    return float(fuzz.partial_ratio(words, text.lower())) if len(text) >= len(words) else 0.0


def _about(service: Service, turn: Turn) -> Answer:
    contact, referral = service.contact, service.referral
    phone = say("detail_phone", phone=contact.phone) if contact.phone else say("detail_no_phone", name=service.name)
    if contact.phone and contact.hours:
        phone += f" {contact.hours}."
    lines = [
        say("detail_intro", name=service.name),
        phone,
        say("detail_url", url=contact.url) if contact.url else "",
        f"E-mail: {contact.email}" if contact.email else "",
        *(_venue_line(venue.name, venue.address, venue.postcode) for venue in service.venues if venue.address),
        referral.route or referral.who or "",
        referral.say or "",
        service.caution or "",
        "" if contact.phone or contact.url else _who_can_tell(turn),
    ]
    text = "\n".join(line for line in lines if line)
    return Reply(text, services=(card(service, turn.today),)), dataclasses.replace(turn.memory, focus=service.id)


def _venue_line(name: str | None, address: str | None, postcode: str | None) -> str:
    return "Address: " + ", ".join(part for part in (name, address, postcode) if part)


def _who_can_tell(turn: Turn) -> str:
    guide = turn.directory.get("families-information-service-durham")
    if guide is None:
        return ""
    return say("person_line", name=guide.name, phone=guide.contact.phone, url=guide.contact.url)


def _ask_which(turn: Turn) -> Answer | None:
    shown = [service for id in turn.memory.shown if (service := turn.directory.get(id))]
    if not shown:
        return (Reply(say("detail_nothing_shown")), turn.memory) if not turn.heard.needs else None
    buttons = tuple(Button(service.name, f"Tell me about {service.name}") for service in shown)
    return Reply(say("detail_which"), buttons=buttons), turn.memory


def _why_not(turn: Turn) -> Answer | None:
    service = find_named(turn.heard.text, turn)
    if service is None or not turn.memory.needs:
        return None
    plan = _plan(turn.memory, turn)
    reasons = [one.reason for one in plan.excluded if one.id == service.id]
    if reasons:
        text = say("why_not", name=service.name, reason=reasons[0])
    elif service.id in turn.memory.shown:
        text = say("why_not_shown", name=service.name)
    else:
        text = say("why_not_other_need", name=service.name, summary=service.summary)
    return Reply(text, services=(card(service, turn.today),)), dataclasses.replace(turn.memory, focus=service.id)


def _narrow(turn: Turn) -> Answer | None:
    """ "Anything sooner / nearer / online?", "we've tried that", "not a group", "what else?": the plan again."""
    text, memory = turn.heard.text, turn.memory
    if not memory.needs or not memory.shown:
        return None
    if _TRIED.search(text) or _MORE.search(text):
        named = _which(turn)
        gone = (named.id,) if named and _TRIED.search(text) else memory.shown
        return _again(dataclasses.replace(memory, declined=(*memory.declined, *gone)), turn)
    if _NOT_GROUP.search(text):
        groups = tuple(service.id for service in turn.directory.services if service.kind in _GROUP_KINDS)
        return _again(dataclasses.replace(memory, declined=(*memory.declined, *groups)), turn)
    if _NEARER.search(text) and memory.locality is None and "place" not in memory.asked:
        asked = dataclasses.replace(memory, awaiting="place", asked=(*memory.asked, "place"))
        return Reply(say("ask_place")), asked
    for pattern, keep in ((_ONLINE, _is_remote), (_SOONER, _is_open_door), (_NEARER, _has_venue)):
        if pattern.search(text):
            others = tuple(service.id for service in turn.directory.services if not keep(service))
            return _again(memory, turn, without=others)
    return None


def _again(memory: Memory, turn: Turn, without: tuple[str, ...] = ()) -> Answer:
    plan = _plan(dataclasses.replace(memory, declined=(*memory.declined, *without)), turn)
    if not plan.results:
        person = plan.person or _plan(turn.memory, turn).person
        cards = (card(person.service, turn.today),) if person else ()
        return Reply(say("nothing_more"), services=cards), memory
    shown = tuple(result.service.id for result in plan.results)
    return plan_reply(plan, memory, turn.today, None), dataclasses.replace(memory, shown=shown, focus=None)


def _plan(memory: Memory, turn: Turn) -> Plan:
    return match(turn.directory, memory.as_enquiry(), turn.today)


def _is_remote(service: Service) -> bool:
    return bool(service.online)


def _is_open_door(service: Service) -> bool:
    return bool(service.referral.drop_in or (service.referral.self and service.contact.phone))


def _has_venue(service: Service) -> bool:
    return bool(service.venues)
