"""Say how to complain, and to whom."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionComplaint(Step):
    """See :func:`bot.conversation.steps.complaint`."""

    def name(self) -> str:
        return "action_complaint"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.complaint(turn)
