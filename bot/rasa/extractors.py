"""Ages, localities and needs as Rasa entity extractors: thin adapters over the modules of ``bot.nlu``.

Entity values: ``age`` is ``[lo, hi]`` in months, ``locality`` the fields of :class:`bot.enquiry.Locality`,
``need`` a need of the taxonomy. ``start`` and ``end`` hold the words that led to it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import encoder
from bot.nlu.ages import find_ages, labelled, learned
from bot.nlu.needs import Example, NeedFinding, NeedsModel, break_up
from bot.nlu.place import gazetteer
from bot.rasa.trained import TrainedComponent

Entity = dict[str, Any]

# How many needs a choice question may draw on.
_NEAREST = 4
# Of the training messages the ages learn from every other one: all of them take twice the time and tell no more.
ONE_IN = 2


def _with_words(messages: list[Message]) -> Iterator[tuple[Message, str]]:
    """Each message that has words; a payload such as /greet carries its own entities and no words of a family."""
    for message in messages:
        text = message.get(TEXT)
        if text and not text.startswith("/"):
            yield message, text


def _add_entities(message: Message, found: list[Entity], extractor: str) -> None:
    found = [{**entity, "extractor": extractor} for entity in found]
    message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class AgeExtractor(EntityExtractorMixin, TrainedComponent[learned.AgeNet]):
    """Adds an ``age`` entity for each child's age that a message states.

    Learns to tell ages from other numbers by data/ages and by what the rules hear in every other training message.
    """

    kind = learned.AgeNet

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Messages and the encoder that the net learns from and Rasa does not know of; a change must train it again."""
        return labelled.fingerprint() + encoder.FILE_SHA256

    def train(self, training_data: TrainingData) -> Resource:
        told = labelled.examples()
        known = {text for text, _ in told}
        texts = [text for message in training_data.intent_examples if (text := (message.get(TEXT) or "").strip()) and text not in known]
        return self._keep(learned.train(told, texts[::ONE_IN], date.today()))

    def process(self, messages: list[Message]) -> list[Message]:
        for message, text in _with_words(messages):
            _add_entities(message, self._find(text), self.name)
        return messages

    def _find(self, text: str) -> list[Entity]:
        return [
            {"entity": "age", "value": [age.lo, age.hi], "who": age.who, "start": age.start, "end": age.end}
            for age in find_ages(text, date.today(), net=self._model)
        ]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LocalityExtractor(EntityExtractorMixin, GraphComponent):
    """Adds a ``locality`` entity for the place where the family lives."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> LocalityExtractor:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message, text in _with_words(messages):
            _add_entities(message, self._find(text), self.name)
        return messages

    @staticmethod
    def _find(text: str) -> list[Entity]:
        found = gazetteer().find(text)
        if found is None:
            return []
        value = dataclasses.asdict(found.locality)
        return [{"entity": "locality", "value": value, "start": found.start, "end": found.end}]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class NeedExtractor(EntityExtractorMixin, TrainedComponent[NeedsModel]):
    """Adds a ``need`` entity for each need that a message states.

    Learns from the ``needs`` in the metadata of every training message (see data/LABELLING.md).
    """

    kind = NeedsModel

    def train(self, training_data: TrainingData) -> Resource:
        examples = []
        for message in training_data.intent_examples:
            # Small talk carries no label because it states no need.
            labels = ((message.get("metadata") or {}).get("example") or {}).get("needs") or ()
            if message.get(TEXT):
                examples.append(Example(message.get(TEXT).strip(), frozenset(labels)))
        return self._keep(NeedsModel.train(examples))

    def process(self, messages: list[Message]) -> list[Message]:
        if self._model is None:
            return messages
        for message, text in _with_words(messages):
            intent = (message.get(INTENT) or {}).get("name")
            ages = [entity["start"] for entity in message.get(ENTITIES, []) if entity["entity"] == "age"]
            hearing = self._model.hear(text, _NEAREST, asks_for_help=intent == "find_service", ages=ages)
            message.set("nearest_needs", hearing.nearest, add_to_output=True)
            message.set("needs_beside_crisis", [{**one, "extractor": self.name} for one in _as_entities(hearing.beside_crisis)])
            _add_entities(message, _as_entities([one for one in hearing.stated if break_up.stands(text, one.need)]), self.name)
        return messages


def _as_entities(found: list[NeedFinding]) -> list[Entity]:
    return [
        {"entity": "need", "value": one.need, "confidence_entity": round(one.score, 3), "start": one.start, "end": one.end}
        for one in found
    ]
