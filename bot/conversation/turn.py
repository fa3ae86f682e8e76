"""One turn of a conversation: what stood, what was just heard, what stands now, and what is known."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.answer.faq import SURE, Faq, Faqs
from bot.conversation.asked_for import asked_for
from bot.conversation.heard import Heard
from bot.conversation.in_place import in_place
from bot.conversation.memory import Memory
from bot.conversation.memory.meant import answers_question, as_meant, of_their_own
from bot.conversation.memory.merge import merge
from bot.directory.eligibility import HOME, OF_ROOFS
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

    def with_memory(self, **changes: Any) -> Turn:
        """The turn with these of the memory's fields changed."""
        return dataclasses.replace(self, memory=dataclasses.replace(self.memory, **changes))

    def with_heard(self, **changes: Any) -> Turn:
        """The turn as if the message were another in these fields."""
        return dataclasses.replace(self, heard=dataclasses.replace(self.heard, **changes))

    def as_before(self) -> Turn:
        """The turn with no new need or child: the message asks about what stood."""
        before, now = self.before.children, self.memory.children
        if 0 < len(now) < len(before):  # "leave his sister out for now. Is there a charge"
            return self
        # "Right, he's 12, so back to now": the one child's age is put right all the same.
        put_right = len(now) == len(before) == 1 and tells_an_age(self.heard.text)
        children = (dataclasses.replace(before[0], age=now[0].age),) if put_right else before
        return self.with_memory(needs=self.before.needs, children=children)

    def at_home(self) -> Turn:
        """ "Why not speech therapy in Durham?" asks of a place; home stays where it was said to be."""
        return self.with_memory(locality=self.before.locality or self.memory.locality)

    @property
    def keeps_only_some(self) -> bool:
        """Whether of what was asked for only some is left, and nothing new: "just the sleep bit for now"."""
        return bool(self.memory.needs) and set(self.memory.needs) < set(self.before.needs)

    @property
    def without_new_needs(self) -> Memory:
        """What stands where no need that the message was heard to state counts: it asks, and tells of nothing hard."""
        return dataclasses.replace(self.memory, needs=self.before.needs)

    @property
    def new_needs(self) -> frozenset[str]:
        """The needs that the message was heard to state and that did not stand before it."""
        return self.heard.said - set(self.before.needs)

    @property
    def needs_taken_up(self) -> frozenset[str]:
        """The needs that stand now and did not before: of :attr:`new_needs` those that the memory kept, and what it made of others."""
        return frozenset(self.memory.needs) - set(self.before.needs)

    def checked_question(self, *, sure: float = SURE) -> Faq | None:
        """The checked question that the message asks, or None.

        "How long until she is seen", of a list for worries, asks of the list, and not for the wait for an autism test, which nobody spoke of.
        """
        found = self.faqs.find(self.heard.text, self.heard.questions, sure=sure)
        if found is None or not (self.before.shown and self.heard.aspect and found.needs):
            return found
        spoken_of = {*self.before.needs, *self.heard.said}
        return found if spoken_of & set(found.needs) else None


def tells_an_age(text: str) -> bool:
    """Whether it says how old the child is: "but he is 17, who does it for 17"."""
    return _TELLS_AN_AGE.search(text) is not None


_TELLS_AN_AGE = re.compile(r"(?<!if )(?<!when )\b(?:s?he)(?:'?s|\s+is)\s+(?:only\s+|just\s+|still\s+)?\d{1,2}\b(?!\s*(?:months|weeks|days)\b)", re.IGNORECASE)


def take_turn(
    before: Memory, heard: Heard, directory: Directory, faqs: Faqs, today: date, now: datetime | None = None
) -> Turn:
    """Fold what was heard into what stood."""
    turn = _folded(before, _without_a_doubt(heard, before), directory, faqs, today, now)
    # "Different family: ..." opens a chat anew, and a doubt in the first message of one is an alarm.
    return turn if turn.memory.shown or not turn.heard.doubted else _folded(before, heard, directory, faqs, today, now)


def _folded(before: Memory, heard: Heard, directory: Directory, faqs: Faqs, today: date, now: datetime | None) -> Turn:
    there = in_place(heard.text, directory)
    heard = as_meant(before, heard, directory, faqs)
    memory = of_their_own(before, heard, merge(before, heard, today))
    now_asked = asked_for(heard.text)
    asked = (*now_asked, *_still_asked_for(memory, heard, now_asked))
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


def _without_a_doubt(heard: Heard, before: Memory) -> Heard:
    """What a message is otherwise, where the learned net alone doubts it in the middle of a chat: "gone off at last. night night".

    The urgent numbers stand above the answer all the same (``steps.respond``). After an alarm every doubt is one again.
    """
    goes_back = _GOES_BACK.search(heard.text) is not None  # to the enquiry; the numbers stay below every answer after an alarm
    alarmed = (before.alarm != "none" and not goes_back) or any(case.alarm != "none" for case in before.cases)
    if not heard.otherwise or not before.shown or alarmed:
        return heard
    return dataclasses.replace(heard, safety="none", safety_rule="", intent=heard.otherwise, needs=heard.needs_otherwise, doubted=True)


# "I'm at my mam's tonight. What was there for Mason's talking", after an alarm.
_GOES_BACK = re.compile(r"\bwhat\s+was\s+(?:there|that|it)\s+(?:for|about)\b", re.IGNORECASE)


def _still_asked_for(memory: Memory, heard: Heard, now_asked: tuple[str, ...]) -> tuple[str, ...]:
    """What was asked for before; a roof no longer, where the home is spoken of again and something else is needed ("a hoist")."""
    other_half = HOME in heard.said and not OF_ROOFS & set(now_asked)
    return tuple(id for id in memory.asked_for if not (other_half and id in OF_ROOFS))
