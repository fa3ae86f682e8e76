"""Rasa's logistic regression over the one vector that every message has, without the sparse matrices that it would make of it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class VectorIntentClassifier(LogisticRegressionClassifier):
    """Learns and decides as Rasa's does; making two sparse matrices of 384 numbers, and one of both, was most of its time."""

    def _create_X(self, messages: list[Message]) -> npt.NDArray[np.float64]:
        """The sentence vectors of messages, of shape (messages, 384); the encoder's featurizer gives each message one."""
        return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
