"""The learned second net as a Rasa component: it may add an alarm and weighs the rules' hints; what they say plainly stands."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.enquiry import SafetyLevel
from bot.nlu.safety.second_net import SecondNet, examples, fingerprint, train
from bot.nlu.safety.weighing import weighed

_ALARMS: dict[str, SafetyLevel] = {"crisis": "crisis", "safeguarding": "safeguarding"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondSafetyNet(GraphComponent):
    """Writes ``second_net`` (level and score) and ``rules_alarm`` (the rules' alarm that stands) on each message.

    The arbiter after it decides what they count for.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, net: SecondNet | None = None) -> None:
        self._storage = storage
        self._resource = resource
        self._net = net

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SecondSafetyNet:
        return cls(model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Messages and rules that the net learns from and Rasa does not know of; a change must train it again."""
        return fingerprint()

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SecondSafetyNet:
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, SecondNet.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        labelled: list[tuple[str, SafetyLevel]] = [
            (message.get(TEXT).strip(), _ALARMS.get(message.get(INTENT), "none"))
            for message in training_data.intent_examples
            if message.get(TEXT)
        ]
        self._net = train([*labelled, *examples()])
        with self._storage.write_to(self._resource) as folder:
            self._net.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text and self._net is not None:
                finding = self._net.finding(text)
                message.set("second_net", {"level": finding.level, "score": finding.score})
                message.set("rules_alarm", asdict(weighed(text, self._net, finding)))
        return messages
