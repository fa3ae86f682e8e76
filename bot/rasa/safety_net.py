"""The learned second net as a Rasa component: it may add an alarm and judges the rules' hints; what they say plainly stands."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.enquiry import SafetyLevel
from bot.nlu.safety import alarms
from bot.nlu.safety.second_net import SecondNet, examples, fingerprint, level_of, train
from bot.nlu.safety.weighing import Weighing
from bot.rasa.trained import TrainedComponent


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondSafetyNet(TrainedComponent[SecondNet]):
    """Writes ``alarms`` on each message: the rules', and the net's finding for whoever calls for it once the encoder has read.

    The arbiter at the end does, and decides what they count for: nobody waits for the encoder before.
    """

    kind = SecondNet

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Messages and rules that the net learns from and Rasa does not know of; a change must train it again."""
        return fingerprint()

    def train(self, training_data: TrainingData) -> Resource:
        labelled: list[tuple[str, SafetyLevel]] = [
            (message.get(TEXT).strip(), level_of(message.get(INTENT)))
            for message in training_data.intent_examples
            if message.get(TEXT)
        ]
        return self._keep(train([*labelled, *examples()]))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text and self._model is not None:
                message.set("alarms", Weighing(tuple(alarms(text)), self._model.begin(text)))
        return messages
