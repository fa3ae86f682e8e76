"""Hand over to a person, with a summary to read out."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionHumanHandoff(Step):
    """See :func:`bot.conversation.steps.human_handoff`."""

    def name(self) -> str:
        return "action_human_handoff"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.human_handoff(turn)
