"""What is answered of one service, or of those shown: its number, way in and cost, how far it is, why it is not among them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence

from bot.answer.cards import card
from bot.answer.plan_words import tip_section, waiting_tips, whom_to_reach
from bot.answer.reply import Button, Reply
from bot.answer.threshold import threshold
from bot.answer.voices import what_to_say
from bot.answer.words import join_words, say
from bot.conversation.asking import ONE_MATTER
from bot.conversation.elsewhere import local_offer
from bot.conversation.memory.children import child_called
from bot.conversation.memory.home import ASKS_HOW_FAR, names_a_start
from bot.conversation.memory.needs import FEELINGS
from bot.conversation.people import list_to_copy
from bot.conversation.plans import Answer, of_one, plan_for, shown_services
from bot.conversation.shown import aspects, choosing
from bot.conversation.shown.naming import by_name, by_place_in_list
from bot.conversation.shown.narrow import of_a_kind
from bot.conversation.shown.spelling import spelt_out
from bot.conversation.summary import summarise
from bot.conversation.turn import Turn
from bot.directory.eligibility import age_fit
from bot.directory.geography import distance_miles, nearest, outside_area
from bot.directory.service import Service
from bot.nlu.questions import Aspect

# "Why not", of the one talked of last: "can a child of 4 get portage?"
BARE_WHY_NOT = re.compile(r"^\W*(?:(?:so|but|and|ok|oh|right)\W+)*(?:(?:why|y)\s+(?:not|can'?t\s+(?:we|i|he|she|they|it))|how\s+come)(?:\s+(?:that\s+one|him|her|us|them|it|then|though|tho|like|have\s+it))*\W*$", re.IGNORECASE)
WHY_NOT = re.compile(r"\bwhy\s+(?:not|can'?t\s+(?:we|i|he|she|they)|isn'?t|no|wasn'?t|didn'?t\s+you)\b", re.IGNORECASE)
# "Tell me more", "what is that one": asks for one of the list, and says not which.
_ASKS_FOR_ONE = re.compile(r"\b(?:ones?|that|this|it|details?|info\w*|more|tell\s+me|which)\b", re.IGNORECASE)
# A longer message that names a service says something of its own; then what it asks of the plan is not all that it says.
SHORT_WITH_A_NAME = 10

def answer(turn: Turn) -> Answer | None:
    """The answer about one service, or about those shown; None where the message is about neither."""
    return why_not(turn.at_home()) if WHY_NOT.search(turn.heard.text) else choosing.whether_taken(turn) or about(turn)


def about_all_shown(turn: Turn) -> Answer | None:
    """ "Are the drop-ins free": a question that has no checked answer, and that the entries shown may answer."""
    if not turn.memory.shown:
        return None
    if turn.heard.length <= SHORT_WITH_A_NAME and aspects.find_aspect(turn.heard.text):
        return about(turn)
    likely = turn.heard.likely_aspect if turn.heard.length <= ONE_MATTER else None
    return about(turn.as_before(), likely) if likely else None


def names_one(turn: Turn) -> bool:
    """Whether the message means a service, by its name or its place in the list."""
    text, shown = turn.heard.text, turn.memory.shown
    return bool(by_name(text, turn.directory, shown) or by_place_in_list(text, shown, turn.memory.focus))


def take_along(turn: Turn) -> Answer:
    """The list as plain text, and how to print or pass it on."""
    copy = list_to_copy(turn)
    thanks = say("take_along_thanks") if _THANKS.search(turn.heard.text) else ""
    return Reply(f"{thanks} {say('take_along')}\n\n{copy}".strip(), copy=copy), turn.memory


_THANKS = re.compile(r"\b(?:ta|cheers|thx|thanks|thank\s*(?:you|u)|brill\w*|lovely|smashing|perfect)\b", re.IGNORECASE)


def _meanwhile(turn: Turn) -> Answer | None:
    """What the plan says to do while waiting, and the help of the list that can be had without a wait or a referral."""
    section = tip_section(waiting_tips(plan_for(turn.memory, turn), turn.memory.voice))
    if not section:
        return None
    now = [one for one in shown_services(turn) if _can_be_had_today(one)][:_MOST_TODAY]
    told = say("meanwhile_now", names=join_words([one.name for one in now]), many=len(now) > 1) if now else ""
    return Reply("\n\n".join(part for part in (section, told) if part), services=tuple(map(card, now))), turn.memory


_MOST_TODAY = 3


def _can_be_had_today(service: Service) -> bool:
    """Whether one can walk in, ring or go online now: no wait is known of, and nobody has to refer."""
    reached = service.referral.drop_in or (service.online and (service.contact.phone or service.contact.url))
    return bool(service.is_verified and reached and not service.waits and service.referral.self is not False)


def recap(turn: Turn) -> Answer | None:
    """What stands in one line, with the first of the list; None where nothing does."""
    summary = summarise(turn.memory)
    if not summary:
        return None
    first = next(iter(shown_services(turn)), None)
    told = say("recap", turn.memory.voice, summary=summary, name=first.name if first else "", phone=first.contact.phone if first else "")
    return Reply(told, services=(card(first),) if first else ()), turn.memory


# What is asked of no one service, whichever is meant.
OF_THE_WHOLE: dict[Aspect | None, Callable[[Turn], Answer | None]] = {
    "meanwhile": _meanwhile,
    "simpler": choosing.in_short,
    "first": choosing.which_first,
    "recap": recap,
}


def about(turn: Turn, asked: Aspect | None = None) -> Answer | None:
    turn = turn.with_heard(text=spelt_out(turn.heard.text))
    aspect = asked or aspects.find_aspect(turn.heard.text)
    if ASKS_HOW_FAR.search(turn.heard.text):  # "how far is it from Peterlee" names no service that is called after Peterlee
        start = turn.heard.locality if names_a_start(turn.heard.text) else None
        turn = turn.with_heard(text=_FROM_THERE.sub("", turn.heard.text), locality=start)
    if aspect in OF_THE_WHOLE:
        return OF_THE_WHOLE[aspect](turn)
    if aspect == "say" and _WHICH_TO_RING.search(turn.heard.text) and (told := choosing.which_first(turn, with_words=True)):
        return told
    # "Can I ring them, or does it have to be his social worker" names no service.
    turn = turn.with_heard(text=OR_SOMEBODY_ELSE.sub("", turn.heard.text))
    if aspect == "diagnosis":  # asks for no service that is called after one
        turn = turn.with_heard(text=_A_DIAGNOSIS.sub("", turn.heard.text))
    service = None if _COMPARES.search(turn.heard.text) else choosing.which_is_meant(turn)
    if service is None:
        return _about_shown(aspect, turn)
    if aspect in (None, "contact"):
        return everything(service, turn)
    if aspect == "where" and (told := _how_far([service], turn)):
        return told
    lines = (say("detail_intro", name=service.name), _not_for(service, turn), *(aspects.about_one(one, service, turn.memory.voice) for one in _asked(aspect, turn)))
    return of_one("\n".join(line for line in lines if line), service, turn)


_A_DIAGNOSIS = re.compile(r"\b(?:an?\s+|no\s+|any\s+|his\s+|her\s+)?diagnos\w+", re.IGNORECASE)
_COMPARES = re.compile(r"\bdifference\b(?=\W*$| between (?:them|these|those|the two|the first))", re.IGNORECASE)
OR_SOMEBODY_ELSE = re.compile(r"\s+or\s+(?:does|do|must|has|have|is)\s+(?:it|that|i|we|he|she)\b[^,.;?!]*?\b(?:social\s+worker|gp|doctor'?s?|school|nursery|health\s+visitor|teacher|senco)\b(?!\s+nurse)", re.IGNORECASE)
_FROM_THERE = re.compile(r"(?<!far)\s+from\b.*", re.IGNORECASE | re.DOTALL)


def _about_shown(aspect: Aspect | None, turn: Turn) -> Answer | None:
    """No service in particular: the question is answered for each one shown, and each can be chosen."""
    shown = _for_the_child(for_the_need(shown_services(turn), turn), turn)
    if not shown:
        return (Reply(say("detail_nothing_shown")), turn.memory) if not turn.memory.needs else None
    aspect = aspect or turn.heard.likely_aspect
    if aspect in OF_THE_WHOLE:
        return OF_THE_WHOLE[aspect](turn)
    feels = FEELINGS & set(turn.memory.in_question.needs) or turn.memory.alarm != "none"
    if aspect == "text" and feels:  # who hates telephones gets a line that takes texts
        shown = [*turn.directory.all_of(one for one in _TAKES_TEXTS if one not in turn.memory.shown), *shown]
    buttons = to_choose(shown)
    if aspect is None and (told := of_a_kind(turn)):
        return told
    if aspect is None:
        return Reply(say("detail_which" if _ASKS_FOR_ONE.search(turn.heard.text) else "detail_no_answer"), buttons=buttons), turn.memory
    if aspect == "where" and (told := _how_far(shown, turn)):
        return told
    text = "\n\n".join(aspects.about_all(one, shown, turn.memory.voice) for one in _asked(aspect, turn))
    return Reply(text, buttons=buttons, services=tuple(card(service) for service in shown)), turn.memory


# "Which one do I ring now and what do I say when they pick up"
_WHICH_TO_RING = re.compile(r"\b(?:which|who)\b.{0,20}\b(?:ring|call|phone|try|start)\b", re.IGNORECASE)


def for_the_need(shown: list[Service], turn: Turn) -> list[Service]:
    """Those of the list for the need that the question names ("what about her speech, who do I ring"), else all."""
    return [one for one in shown if any(one.meets(need) for need in turn.heard.said)] or shown


def _for_the_child(shown: list[Service], turn: Turn) -> list[Service]:
    """Those for the one of several children whom "which do I ring for her" or "for the little one" means, else all."""
    children, match = turn.memory.children, _FOR_WHOM.search(turn.heard.text)
    if len(children) < 2 or match is None:
        return shown
    at = child_called(match["who"], children)
    if at is None:
        return shown
    child = children[at]
    theirs = [one for one in shown if any(one.meets(need) for need in child.needs) and (child.age is None or age_fit(one.ages, child.age, turn.today).fits is not False)]
    return theirs or shown


_FOR_WHOM = re.compile(r"\bfor\s+(?P<who>(?:(?:the|my|our|wor|his|her)\s+(?:(?:little|big|older|younger|wee)\s+)?)?\w+)(?:\W+(?:then|please|first|now|though|tho))*\W*$", re.IGNORECASE)


def to_choose(services: Sequence[Service]) -> tuple[Button, ...]:
    return tuple(Button(one.name, f"{_TELL_ME_ABOUT}{one.name}") for one in services)


_TELL_ME_ABOUT = "Tell me about "
_TAKES_TEXTS = ("shout",)


def about_the_button(turn: Turn) -> Answer | None:
    """A button of :func:`to_choose` was pressed: its service, whatever needs or places its name speaks of."""
    said = turn.heard.text.strip()
    if not said.startswith(_TELL_ME_ABOUT):
        return None
    # A word of the service's name may have been taken for somebody's and left out ("Child [name] UK").
    name = re.compile(re.escape(said.removeprefix(_TELL_ME_ABOUT)).replace(re.escape("[name]"), r"\w+"))
    service = next((one for one in turn.directory.services if name.fullmatch(one.name.replace("’", "'"))), None)
    return everything(service, dataclasses.replace(turn, memory=turn.before)) if service else None


def _asked(aspect: Aspect, turn: Turn) -> tuple[Aspect, ...]:
    return (aspect, *aspects.also_asked(turn.heard.text, aspect))


def _how_far(services: list[Service], turn: Turn) -> Answer | None:
    """Miles to each that has a door, from the place that the question names or from home; None where none can be told."""
    if not ASKS_HOW_FAR.search(turn.heard.text):
        return None
    start = turn.heard.locality or turn.memory.locality
    if len(services) == 1 and services[0].id not in turn.memory.shown:  # of all family hubs, the nearest
        found = nearest(by_name(turn.heard.text, turn.directory), start)
        services = [found[0]] if found else services
    known = [(one, miles) for one in services if (miles := distance_miles(one, start)) is not None]
    if not known or start is None:
        return None
    lines = [say("how_far", name=one.name, miles=f"{miles:g}", place=start.name) for one, miles in known]
    text = lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
    memory = dataclasses.replace(turn.memory, focus=known[0][0].id) if len(services) == 1 else turn.memory
    return Reply(text, services=tuple(card(one) for one, _ in known)), memory


def everything(service: Service, turn: Turn) -> Answer:
    contact, referral, voice = service.contact, service.referral, turn.memory.voice
    phone = say("detail_phone", phone=contact.phone) if contact.phone else say("detail_no_phone", name=service.name)
    if contact.phone and contact.hours:
        phone += f" {contact.hours}."
    lines = [
        say("detail_intro", name=service.name),
        _not_for(service, turn),
        phone,
        say("detail_url", url=contact.url) if contact.url else "",
        say("detail_email", email=contact.email) if contact.email else "",
        *(say("detail_address", address=venue.written) for venue in service.venues if venue.address),
        referral.route or referral.who or "",
        what_to_say(referral.say, voice) if referral.say else "",
        threshold(service) if voice == "practitioner" else "",
        service.caution or "",
        "" if contact.phone or contact.url else who_can_tell(turn),
    ]
    return of_one("\n".join(line for line in lines if line), service, turn)


def _not_for(service: Service, turn: Turn) -> str:
    """Why a service that the family names cannot be theirs, by age or by place; "" where it may be."""
    place = turn.memory.locality
    unfit = [fit for age in turn.memory.in_question.ages if (fit := age_fit(service.ages, age, turn.today)).fits is False]
    age = unfit[0].reason if unfit and len(unfit) == len(turn.memory.in_question.ages) else ""
    area = outside_area(service, place) if place and place.in_area is not None else ""
    offer = local_offer(turn.directory, place.council) if place and area else None
    return say("not_for_you", turn.memory.voice, age=age, area=area, offer=offer.name if offer else "") if age or area else ""


def who_can_tell(turn: Turn) -> str:
    guide = turn.directory.get("families-information-service-durham")
    return whom_to_reach(guide) if guide else ""


def why_not(turn: Turn) -> Answer | None:
    talked_of = turn.directory.get(turn.memory.focus) if turn.memory.focus else None
    named = by_name(turn.heard.text, turn.directory, turn.memory.shown) or ((talked_of,) if talked_of and BARE_WHY_NOT.match(turn.heard.text) else ())
    if not named or not turn.memory.needs:
        return None
    reasons = {one.id: one.reason for one in plan_for(turn.memory, turn).excluded}
    service = next((one for one in named if one.id in reasons), named[0])
    if service.id in reasons:
        text = say("why_not", name=service.name, reason=reasons[service.id])
    elif service.id in turn.memory.declined:
        text = say("why_not_declined", name=service.name)
    elif service.id in turn.memory.shown:
        text = say("why_not_shown", name=service.name)
    elif any(service.meets(need) for need in turn.memory.needs):
        text = say("why_not_fits", name=service.name)
    else:
        text = say("why_not_other_need", name=service.name, summary=service.summary)
    return of_one(text, service, turn)
