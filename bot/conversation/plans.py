"""The plan for what stands, and the reply made of it. The only place of the conversation that asks the directory."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable

from bot.answer.cards import card
from bot.answer.plan_words import in_order_shown, plan_reply, whom_to_reach
from bot.answer.reply import Reply
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn
from bot.directory.match import Plan, match
from bot.directory.service import Directory, Service

Answer = tuple[Reply, Memory]

_FOR_PARENTS = re.compile(r"\b(?:parents?|carers?|mums?|dads?)\b", re.IGNORECASE)
_YOUNG = re.compile(r"\byoung\b|\bparents,? (?:and )?(?:children|young)", re.IGNORECASE)


def plan_for(memory: Memory, turn: Turn, without: Iterable[str] = ()) -> Plan:
    """The plan, without the services of these ids and those already declined."""
    without = (*without, *(_for_parents_only(turn.directory) if memory.voice == "young_person" else ()))
    enquiry = dataclasses.replace(memory.in_question, declined=(*memory.declined, *without)).as_enquiry()
    return match(turn.directory, enquiry, turn.today)


@functools.lru_cache(maxsize=4)
def _for_parents_only(directory: Directory) -> tuple[str, ...]:
    """What a young person cannot use: its name says that it is for parents or carers (of others)."""
    return tuple(one.id for one in directory.services if _FOR_PARENTS.search(one.name) and not _YOUNG.search(one.name))


def offer(plan: Plan, memory: Memory, turn: Turn, *, lead: str = "", question: str | None = None) -> Answer:
    """The plan in words, led by ``lead``; what was shown before is remembered as seen."""
    told = bool(turn.before.shown) and turn.before.locality == memory.locality
    reply = plan_reply(plan, memory.in_question, question, lead=lead, place_told=told)
    shown = tuple(result.service.id for result in in_order_shown(plan))
    seen = tuple(dict.fromkeys((*turn.memory.seen, *turn.memory.shown)))
    return reply, dataclasses.replace(memory, shown=shown, seen=seen, focus=None)


def person_reply(words: str, memory: Memory, turn: Turn) -> Answer:
    """Nothing more to offer: said as it is, with a person who can look further."""
    person = plan_for(memory, turn).person
    if person is None:
        return Reply(words), memory
    return Reply(f"{words}\n\n{whom_to_reach(person.service)}", services=(card(person.service),)), memory


def of_one(text: str, service: Service, turn: Turn) -> Answer:
    """Words about one service, with its card; it is the one talked of from here on."""
    return Reply(text, services=(card(service),)), dataclasses.replace(turn.memory, focus=service.id)


def shown_services(turn: Turn) -> list[Service]:
    """The services of the newest plan, in the order shown."""
    return turn.directory.all_of(turn.memory.shown)
