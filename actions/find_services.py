"""Help with a stated need, at once, then at most one question."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import finding
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionFindServices(Step):
    """See :func:`bot.conversation.finding.find_services`."""

    def name(self) -> str:
        return "action_find_services"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return finding.find_services(turn)
