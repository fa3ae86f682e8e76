"""Answer how something works, from the checked questions and answers."""

from __future__ import annotations

from actions.step import Step
from bot.answer.reply import Reply
from bot.conversation import steps
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


class ActionAnswerFaq(Step):
    """See :func:`bot.conversation.steps.answer_faq`."""

    def name(self) -> str:
        return "action_answer_faq"

    def answer(self, turn: Turn) -> tuple[Reply, Memory]:
        return steps.answer_faq(turn)
