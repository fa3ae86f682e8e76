"""Answer about a service that was shown."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionServiceDetail(Step):
    """See :func:`bot.conversation.steps.service_detail`."""

    def name(self) -> str:
        return "action_service_detail"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.service_detail(turn)
