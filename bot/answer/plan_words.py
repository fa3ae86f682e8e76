"""A plan as a reply: start here today, ask for this, while you wait, and a person to speak to."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.age_words import age_words, the_one_aged
from bot.answer.cards import result_card
from bot.answer.reply import Button, Reply
from bot.answer.threshold import threshold
from bot.answer.voices import tips_for
from bot.answer.words import join_words, need_words, say
from bot.conversation.memory import Memory
from bot.conversation.summary import ages_in_question, child_words, place_words
from bot.directory.eligibility import ADULT_MONTHS
from bot.directory.plan import Plan, Result
from bot.directory.service import Service

# A tired reader takes in a few; the rest are a question away ("is there anything else?").
_TIPS = 4


def plan_reply(
    plan: Plan, memory: Memory, question: str | None = None, lead: str = "", *, place_told: bool = False
) -> Reply:
    """The whole answer. ``question`` is "age", "place" or None: what is asked at the end. ``lead`` comes first.
    ``place_told``: a list for the same place came before, so that doubt about it is not said again.

    The first service comes soon: what help ends or opens later is said below the services.
    """
    intro = " ".join(part for part in (lead, _intro(plan, memory, place_told=place_told)) if part)
    notes = (*_unmet(plan, memory), *_from_18(plan, memory), *plan.notes, *(say("soon", name=soon.service.name, reason=soon.reason) for soon in plan.soon))
    tips = waiting_tips(plan, memory.voice)
    outro = "\n\n".join(part for part in (whom_to_reach(plan.person.service) if plan.person else "", _privacy(memory), _question(question, memory)) if part)
    sections = [
        intro,
        _section("today_heading", plan.today, plan, memory),
        _section("ask_heading", plan.ask, plan, memory),
        tip_section(tips),
        *notes,
        outro,
    ]
    return Reply(
        text="\n\n".join(section for section in sections if section),
        buttons=_buttons(memory),
        services=_cards(plan, memory),
        intro=intro,
        outro=outro,
        notes=notes,
        while_waiting=tips,
    )


def _intro(plan: Plan, memory: Memory, *, place_told: bool) -> str:
    place = memory.locality
    lines = []
    if place and place.in_area is False:
        key = "plan_intro_outside" if place.council else "plan_intro_outside_unknown"
        lines.append(say(key, place=place.name, council=place.council))
    elif place and place.in_area is None and not place_told:
        lines.append(say("plan_unsure_area", place=place.name))
    if not plan.results:
        lines.append(say("nothing_found"))
    elif _found_for_none(plan, memory):
        lines.append(say("nothing_just_for_need", needs=need_words(plan.unmet)))
    else:
        memory = _of_what_was_found(plan, memory)
        near = place_words(place) if place and place.in_area is not False else None
        by_child = child_words(memory, memory.needs)
        child = "" if by_child else join_words([age_words(age) for age in ages_in_question(memory, memory.needs)])
        lines.append(say("plan_intro", memory.voice, needs=by_child or need_words(memory.needs), child=child, place=near))
    return " ".join(lines)


def _unmet(plan: Plan, memory: Memory) -> tuple[str, ...]:
    told_first = not plan.results or _found_for_none(plan, memory)
    return (say("nothing_for_need", needs=need_words(plan.unmet)),) if plan.unmet and not told_first else ()


def _found_for_none(plan: Plan, memory: Memory) -> bool:
    """Whether all that is offered is only the nearest thing."""
    return bool(plan.unmet) and set(memory.needs) <= set(plan.unmet)


def _of_what_was_found(plan: Plan, memory: Memory) -> Memory:
    """What the heading speaks of: the needs that something was found for, and the children who have one of them."""
    met = tuple(need for need in memory.needs if need not in plan.unmet)
    children = tuple(child for child in memory.children if not child.needs or set(child.needs) & set(met))
    return dataclasses.replace(memory, needs=met, children=children)


def _from_18(plan: Plan, memory: Memory) -> tuple[str, ...]:
    """From 18 on health teams for children end, and most that follows is reached through a GP: said where the list does not say it."""
    ages = ages_in_question(memory, memory.needs)
    adult = bool(ages) and all(age[0] >= ADULT_MONTHS for age in ages)
    told = any((result.service.ages.from_months or 0) >= ADULT_MONTHS and "GP" in (result.next or "") for result in plan.results)
    return (say("gp_from_18", memory.voice),) if adult and set(memory.needs) & _HEALTH and not told else ()


_HEALTH = frozenset(
    {
        "autism_assessment", "adhd_assessment", "adhd_support", "sleep", "toileting_continence", "feeding_eating", "anxiety_emotional",
        "low_mood_self_harm", "eating_disorder", "hearing", "vision", "physical_disability", "motor_coordination", "complex_medical", "speech_language",
    }
)  # fmt: skip


def _section(heading: str, results: tuple[Result, ...], plan: Plan, memory: Memory) -> str:
    if not results:
        return ""
    return "\n".join([f"{say(heading)}:", *(f"- {_line(result, plan, memory)}" for result in results)])


def for_whom(result: Result, plan: Plan, memory: Memory) -> str:
    """ "For the 2-year-old." or "For both children."; "" where there is one child, or none was described."""
    mine = [one.child for one in plan.per_child if result in one.results]
    if not mine:
        return ""
    if len(mine) == len(plan.per_child):
        return say("for_both") if len(mine) == 2 else say("for_all_children")
    ages = [age for at in mine if (age := memory.children[at].age)]
    who = [the_one_aged(age) for age in ages]
    return say("for_some", who=join_words(list(dict.fromkeys(who)))) if who else ""


def _line(result: Result, plan: Plan, memory: Memory) -> str:
    service, voice = result.service, memory.voice
    parts = [f"{service.name}: {service.summary}", for_whom(result, plan, memory)]
    if result.next:
        parts.append(result.next)
    if voice == "practitioner":
        parts += [service.referral.who or "", threshold(service)]
    if service.contact.phone:
        parts.append(f"Phone {service.contact.phone}.")
    if service.caution:
        parts.append(service.caution)
    return " ".join(dict.fromkeys(part.strip() for part in parts if part))


def waiting_tips(plan: Plan, voice: str | None) -> tuple[str, ...]:
    """What to do while waiting, each once, the first few."""
    return tuple(tips_for(list(dict.fromkeys(tip.text for tip in plan.waiting)), voice)[:_TIPS])


def tip_section(tips: tuple[str, ...]) -> str:
    """The tips under their heading; "" where there are none."""
    return "\n".join([f"{say('waiting_heading')}:", *(f"- {tip}" for tip in tips)]) if tips else ""


def whom_to_reach(service: Service) -> str:
    """Whom to speak to, and how: by phone, by e-mail, by the first step of the way in or on the web."""
    route = first_sentence(service.referral.route)
    return say("person_line", name=service.name, phone=service.contact.phone, email=service.contact.email, route=route, url=service.contact.url)


def first_sentence(text: str | None) -> str:
    """The first sentence without its stop; "" for none."""
    return re.split(r"(?<=[.!?]) ", text)[0].rstrip(".") if text else ""


def in_order_shown(plan: Plan) -> tuple[Result, ...]:
    """The results as a family sees them, so that "the second one" is the second: what is open today, then the rest."""
    return (*plan.today, *plan.ask)


def _privacy(memory: Memory) -> str:
    """A young person is told once, with the first plan, what stays private."""
    return say("what_stays_private") if memory.voice == "young_person" and not memory.shown else ""


def _question(question: str | None, memory: Memory) -> str:
    place = memory.locality
    if question == "place" and place and place.in_area is None:
        return say("ask_place_unsure")
    return say(f"ask_{question}", memory.voice) if question else ""


def _buttons(memory: Memory) -> tuple[Button, ...]:
    place = memory.locality
    if place and place.in_area is None:
        return tuple(Button(name, f"I live in {name}") for name in place.candidates[:4])
    return ()


def _cards(plan: Plan, memory: Memory) -> tuple[dict[str, object], ...]:
    parts = {result.service.id: "today" for result in plan.today}
    # Where nothing fits, the person to speak to is the service on offer.
    offered = in_order_shown(plan) or ((plan.person,) if plan.person else ())
    cards = [result_card(result, parts.get(result.service.id, "ask")) for result in offered]
    for card, result in zip(cards, offered):
        card["reasons"] = [*filter(None, [for_whom(result, plan, memory)]), *card["reasons"]]
        if memory.voice == "practitioner":
            card["reasons"] = [*card["reasons"], *filter(None, (result.service.referral.who, threshold(result.service)))]
    return tuple(cards)
