"""One turn of a conversation: what stood, what was just heard, what stands now, and what is known."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime

from bot.answer.faq import Faqs
from bot.conversation.asked_for import asked_for
from bot.conversation.heard import Heard
from bot.conversation.in_place import in_place
from bot.conversation.memory import Memory
from bot.conversation.merge import answers_question, merge
from bot.directory.service import Directory, Service


@dataclass(frozen=True)
class Turn:
    """Everything that a step needs to answer; ``memory`` already holds what was just heard.

    ``in_place`` is the help that the message says is there already. ``now`` is the local time, None where nobody needs to
    know who answers the telephone now.
    """

    before: Memory
    memory: Memory
    heard: Heard
    directory: Directory
    faqs: Faqs
    today: date
    answers_question: bool
    in_place: tuple[Service, ...] = ()
    now: datetime | None = None


def take_turn(
    before: Memory, heard: Heard, directory: Directory, faqs: Faqs, today: date, now: datetime | None = None
) -> Turn:
    """Fold what was heard into what stood."""
    there = in_place(heard.text, directory)
    memory = merge(before, heard, today)
    asked = (*asked_for(heard.text), *memory.asked_for)
    return Turn(
        before=before,
        memory=dataclasses.replace(
            memory,
            declined=tuple(dict.fromkeys((*memory.declined, *(one.id for one in there)))),
            asked_for=tuple(dict.fromkeys(id for id in asked if directory.get(id))),
        ),
        heard=heard,
        directory=directory,
        faqs=faqs,
        today=today,
        answers_question=answers_question(before, heard, today),
        in_place=there,
        now=now,
    )
