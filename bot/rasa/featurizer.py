"""The sentence encoder as a Rasa dense featurizer, and a head start for it.

The encoder is the slowest part of a message and needs only its text. Begun first, it reads beside the rules for safety and
places, and is done when the classifier asks for it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import encoder
from bot.nlu.needs.dismissed import blank_dismissed


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class EncoderHeadStart(GraphComponent):
    """Begins to read the message and what is left of it when parts are set aside; adds nothing to the message itself."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> EncoderHeadStart:
        encoder.load()
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/"):
                encoder.load().begin(text)  # first, because what is left of it takes time to find
                encoder.load().begin(blank_dismissed(text))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to do: training reads all its messages at once."""
        return training_data


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds one sentence vector to each message; see :mod:`bot.nlu.encoder`."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``scale`` weighs the unit vector: the larger, the less the classifier is held back."""
        return {**DenseFeaturizer.get_default_config(), "scale": 1.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        return cls(execution_context.node_name, config)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """The pinned weights are part of what a cached result depends on."""
        return encoder.FILE_SHA256 + encoder.VOCABULARY_SHA256

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check: ``scale`` is the only option."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._add_vector(message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        messages = training_data.training_examples
        encoder.load().read_all([message.get(TEXT) for message in messages if message.get(TEXT)])
        self.process(messages)
        return training_data

    def _add_vector(self, message: Message) -> None:
        text = message.get(TEXT)
        if text is None:
            return
        # An empty message has a vector too, of zeros: the classifier counts on the same width for every message.
        vector = encoder.load().read(text).vector * self._config["scale"] if text else np.zeros(encoder.DIMENSIONS)
        message.add_features(
            Features(np.atleast_2d(vector), FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
        )
