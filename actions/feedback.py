"""Note whether a plan helped, and what was missing, with nothing that identifies anybody."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionFeedback(Step):
    """See :func:`bot.conversation.steps.feedback`."""

    def name(self) -> str:
        return "action_feedback"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.feedback(turn)
