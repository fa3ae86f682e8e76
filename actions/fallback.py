"""Offer choices instead of "I don't understand"."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import finding
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionFallback(Step):
    """See :func:`bot.conversation.finding.fallback`."""

    def name(self) -> str:
        return "action_fallback"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return finding.fallback(turn)
