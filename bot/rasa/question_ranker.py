"""Which of the checked questions a message asks, as a Rasa component: writes ``questions``, the likeliest ids with their chances."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import encoder, questions
from bot.rasa.trained import TrainedComponent

# A longer message tells of a child, and asks something besides.
MOST_WORDS = 45


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionRanker(TrainedComponent[questions.QuestionRanker]):
    """A thin adapter over :mod:`bot.nlu.questions`."""

    kind = questions.QuestionRanker

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Questions and the encoder that it learns from and Rasa does not know of; a change must train it again."""
        return questions.fingerprint() + encoder.FILE_SHA256

    def train(self, training_data: TrainingData) -> Resource:
        return self._keep(questions.train(questions.examples()))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/") and self._model is not None and len(text.split()) <= MOST_WORDS:
                message.set("questions", [list(one) for one in self._model.rank(text)], add_to_output=True)
        return messages
