"""The plan for what stands, and the reply made of it."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterable

from bot.answer.cards import card
from bot.answer.plan_words import in_order_shown, plan_reply, whom_to_reach
from bot.answer.reply import Reply
from bot.conversation.asked_for import of_conditions
from bot.conversation.memory import Memory
from bot.conversation.memory.needs import FEELINGS
from bot.conversation.turn import Turn
from bot.directory.match import match
from bot.directory.plan import Plan
from bot.directory.service import Directory, Service

Answer = tuple[Reply, Memory]

_FOR_PARENTS = re.compile(r"\b(?:parents?|carers?|mums?|dads?)\b", re.IGNORECASE)
# "Parents and carers of children": not "new parents", who may be 17.
_PARENTS_OF = re.compile(r"\bparents?(?: and carers)? of (?:a )?(?:child|young)", re.IGNORECASE)
_YOUNG = re.compile(r"\byoung\b|\bparents,? (?:and )?(?:children|young)", re.IGNORECASE)


def plan_for(memory: Memory, turn: Turn, without: Iterable[str] = ()) -> Plan:
    """The plan, without the services of these ids and those already declined."""
    young = memory.voice == "young_person"
    of_parents = (id for id in _for_parents_only(turn.directory) if id not in memory.asked_for) if young else ()
    without = (*without, *of_parents)
    asked = dataclasses.replace(
        memory.in_question,
        declined=(*memory.declined, *without),
        asked_for=(*_asked_for(memory, turn.directory), *(_FOR_THE_YOUNG if young and memory.needs[:1] and memory.needs[0] in FEELINGS else ())),
    )
    return match(turn.directory, asked.as_enquiry(), turn.today, now=turn.now)


def plan_out_of(keep: Callable[[Service], bool], turn: Turn) -> Plan | None:
    """The plan out of the services that ``keep`` says; None where none of them meets a need."""
    plan = plan_for(turn.memory, turn, without=[one.id for one in turn.directory.services if not keep(one)])
    return plan if any(result.needs for result in plan.results) else None


def _asked_for(memory: Memory, directory: Directory) -> tuple[str, ...]:
    """What was asked for by a word; the charity of a condition only where it meets the first need."""
    return tuple(
        one.id
        for one in directory.all_of(memory.asked_for)
        if one.id not in of_conditions() or any(one.meets(need) for need in memory.in_question.needs[:1])
    )


# Where a young person can say how they feel today, with no parent, school or doctor in between.
_FOR_THE_YOUNG = ("kooth", "childline")


@functools.lru_cache(maxsize=4)
def _for_parents_only(directory: Directory) -> tuple[str, ...]:
    """What a young person cannot use: its name, or the ages it takes, say that it is for parents or carers (of others)."""
    return tuple(
        one.id
        for one in directory.services
        if (_FOR_PARENTS.search(one.name) and not _YOUNG.search(one.name)) or _PARENTS_OF.search(one.ages.words or "")
    )


def offer(plan: Plan, memory: Memory, turn: Turn, *, lead: str = "", question: str | None = None) -> Answer:
    """The plan in words, led by ``lead``; what was shown before is remembered as seen."""
    told = bool(turn.before.shown) and turn.before.locality == memory.locality
    reply = plan_reply(plan, memory.in_question, question, lead=lead, place_told=told)
    shown = tuple(result.service.id for result in in_order_shown(plan))
    seen = tuple(dict.fromkeys((*turn.memory.seen, *turn.memory.shown)))
    return reply, dataclasses.replace(memory, shown=shown, seen=seen, focus=None)


def person_reply(text: str, memory: Memory, turn: Turn) -> Answer:
    """Nothing more to offer: said as it is, with a person who can look further."""
    person = plan_for(memory, turn).person
    if person is None:
        return Reply(text), memory
    return Reply(f"{text}\n\n{whom_to_reach(person.service)}", services=(card(person.service),)), memory


def of_one(text: str, service: Service, turn: Turn) -> Answer:
    """Words about one service, with its card; it is the one talked of from here on."""
    return Reply(text, services=(card(service),)), dataclasses.replace(turn.memory, focus=service.id)


def shown_services(turn: Turn) -> list[Service]:
    """The services of the newest plan, in the order shown."""
    return turn.directory.all_of(turn.memory.shown)
