"""What every action does around its own step: hear, remember, answer, and never stay silent."""

from __future__ import annotations

import dataclasses
import logging
from abc import abstractmethod
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from bot.answer.reply import Reply
from bot.answer.safety import safety_answer, urgent_line
from bot.answer.words import say
from bot.clock import local_now
from bot.conversation.counting import needs_to_count
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.steps import respond
from bot.conversation.turn import Turn, take_turn
from bot.nlu.safety.dangers import danger
from bot.ops.faults import kind_and_place
from bot.ops.stores import directory, enquiry_counts, feedback_counts, questions

logger = logging.getLogger(__name__)


class Step(Action):
    """One conversation step. A subclass names itself and says how it answers a turn."""

    @abstractmethod
    def name(self) -> str:
        """``action_`` and the stem of the module's name."""

    @abstractmethod
    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        """The reply and what stands afterwards."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        heard = None
        try:
            heard = Heard.from_parse(tracker.latest_message)
            memory = Memory.from_slots(tracker.slots)
            now = local_now()
            turn = take_turn(memory, heard, directory(), questions(), now.date(), now)
            # Rules bring an alarm to action_raise_alarm; respond() lets no other step answer it with anything else.
            reply, after = respond(turn, self.answer)
        except Exception as fault:  # the one place where a fault must still leave the family with a number to ring
            logger.error("%s failed: %s", self.name(), kind_and_place(fault))
            dispatcher.utter_message(text=_after_a_fault(heard))
            return []
        _speak(dispatcher, reply)
        if reply.feedback is not None:
            feedback_counts().add(reply.feedback, now.date())
        return _changed_slots(memory, _counted(after, now.date()))


def _counted(memory: Memory, today: date) -> Memory:
    """Count the enquiry as it now stands. A fault of the counting is logged by its kind and costs nobody the reply.

    An enquiry that was started again has forgotten what it was counted as, so that the one before stays counted.
    """
    try:
        rows = needs_to_count(memory, directory(), today)
        done = rows == memory.counted or enquiry_counts().change(memory.counted, rows)
    except Exception as fault:
        logger.error("an enquiry could not be counted: %s", type(fault).__name__)
        done = False
    return dataclasses.replace(memory, counted=rows) if done else memory


def _after_a_fault(heard: Heard | None) -> str:
    """What is said when a step failed: to somebody in danger the vetted words, which need nothing of what may be broken.

    Where not even the message could be read, the front door, which has its own rules, puts the vetted words first.
    """
    if heard is None or heard.safety == "none":
        return f"{say('failed')} {urgent_line()}"
    return safety_answer(danger(heard.text, heard.safety), child_age=None, in_area=None, council=None, voice=None, domestic_abuse=False).text


def _speak(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    dispatcher.utter_message(
        text=reply.text,
        buttons=[{"title": button.title, "payload": button.payload} for button in reply.buttons],
        json_message={
            "services": list(reply.services),
            "intro": reply.intro,
            "outro": reply.outro,
            "notes": list(reply.notes),
            "while_waiting": list(reply.while_waiting),
            "copy": reply.copy,
            "doubted": reply.doubted,
        },
    )


def _changed_slots(before: Memory, after: Memory) -> list[dict[str, Any]]:
    old, new = before.to_slots(), after.to_slots()
    return [SlotSet(slot, value) for slot, value in new.items() if value != old[slot]]
