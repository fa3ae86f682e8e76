"""Take a no, or "rather not say", as the answer to what was asked."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import small_talk
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionDeny(Step):
    """See :func:`bot.conversation.small_talk.deny`."""

    def name(self) -> str:
        return "action_deny"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return small_talk.deny(turn)
