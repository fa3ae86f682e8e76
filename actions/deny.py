"""Take a no, or "rather not say", as the answer to what was asked."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionDeny(Step):
    """See :func:`bot.conversation.steps.deny`."""

    def name(self) -> str:
        return "action_deny"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.deny(turn)
