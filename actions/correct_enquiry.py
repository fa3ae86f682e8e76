"""Put right what was said before, and answer again."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionCorrectEnquiry(Step):
    """See :func:`bot.conversation.steps.correct_enquiry`."""

    def name(self) -> str:
        return "action_correct_enquiry"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.correct_enquiry(turn)
