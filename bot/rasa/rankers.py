"""Three rankers as Rasa components: which checked question a message asks, what it asks about a service shown, and who writes it."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import encoder, questions
from bot.nlu.ranker import Ranker, train
from bot.rasa.trained import TrainedComponent

# A longer message tells of a child, and asks something besides; one that was taken for an enquiry is a question only where it is short.
_MOST_WORDS = 45
# Of the families' own messages every fourth is learnt from: there are six times as many as of the others.
_FAMILY, _ONE_IN = "family", 4
_OTHERS = frozenset({"young_person", "practitioner"})
# Of messages that ask nothing about a service every so many tell so.
_ASK_NOTHING = frozenset({"find_service", "correction", "thanks", "affirm", "deny", "human_handoff", "complaint", "out_of_scope"})
_ONE_IN_SO_MANY = 20
_SURE_OF_A_SENTENCE = 0.6
_LIKELIEST = 3
_QUESTIONS = 8  # what stands in the enquiry may make a less likely one the likeliest
_LAST_SENTENCES = 2


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class QuestionRanker(TrainedComponent[Ranker]):
    """Writes ``questions``, the likeliest ids of ``faq/*.yml`` with their chances, on each message short enough to be one."""

    kind = Ranker

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Questions and the encoder that it learns from and Rasa does not know of; a change must train it again."""
        return questions.fingerprint() + encoder.FILE_SHA256

    def train(self, training_data: TrainingData) -> Resource:
        return self._keep(train(questions.examples()))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if self._model is not None and _may_ask(message):
                message.set("questions", [list(one) for one in self._model.rank(message.get(TEXT), most=_QUESTIONS)], add_to_output=True)
        return messages


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class AspectRanker(TrainedComponent[Ranker]):
    """Writes ``aspects``, what the message likeliest asks about a service that was shown, with their chances, on each short enough to ask.

    Learns from data/aspects, and from the checked questions and every so many messages of the families what asks nothing of the kind.
    """

    kind = Ranker

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Questions and the encoder that it learns from and Rasa does not know of; a change must train it again."""
        return questions.fingerprint() + encoder.FILE_SHA256

    def train(self, training_data: TrainingData) -> Resource:
        said = [message.get(TEXT).strip() for message in training_data.intent_examples if message.get(INTENT) in _ASK_NOTHING and message.get(TEXT)]
        others = [(questions.NONE, text) for text in said[::_ONE_IN_SO_MANY] if len(text.split()) <= _MOST_WORDS]
        return self._keep(train([*questions.about_a_service(), *others]))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if self._model is not None and _may_ask(message):
                message.set("aspects", [list(one) for one in _asked(self._model, message.get(TEXT))], add_to_output=True)
        return messages


def _asked(model: Ranker, text: str) -> list[tuple[str, float]]:
    """What is asked, in the message as a whole or in a sentence of it: "my support worker is called Dawn. Can Dawn talk for me?"."""
    whole = model.rank(text, most=_LIKELIEST)
    sentences = questions.SENTENCE_ENDS.split(text)
    if whole[0][0] != questions.NONE or len(sentences) == 1:
        return whole
    ranked = (model.rank(sentence, most=_LIKELIEST) for sentence in sentences[: -_LAST_SENTENCES - 1 : -1])  # the question comes last
    return next((one for one in ranked if one[0][0] != questions.NONE and one[0][1] >= _SURE_OF_A_SENTENCE), whole)


def _may_ask(message: Message) -> bool:
    """Whether a message is short enough to be a question and no more, and raises no alarm that is sure."""
    text, safety = message.get(TEXT), message.get("safety") or {}
    if safety.get("level", "none") != "none" and "otherwise" not in safety:
        return False
    enquiry = (safety.get("otherwise") or (message.get(INTENT) or {}).get("name")) == "find_service"
    most = questions.MOST_OF_AN_ENQUIRY if enquiry else _MOST_WORDS
    return bool(text) and not text.startswith("/") and len(text.split()) <= most


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class VoiceRanker(TrainedComponent[Ranker]):
    """Writes ``voice``, who likeliest writes (a young person, a practitioner, else the family) and how likely that is.

    Learns from the ``voice`` in the metadata of the training messages.
    """

    kind = Ranker

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """The encoder that it learns from; a change must train it again."""
        return encoder.FILE_SHA256

    def train(self, training_data: TrainingData) -> Resource:
        told = []
        for message in training_data.intent_examples:
            voice = ((message.get("metadata") or {}).get("example") or {}).get("voice")
            if voice and message.get(TEXT):
                told.append((voice if voice in _OTHERS else _FAMILY, message.get(TEXT).strip()))
        family = [one for one in told if one[0] == _FAMILY][::_ONE_IN]
        return self._keep(train([*(one for one in told if one[0] != _FAMILY), *family]))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/") and self._model is not None:
                name, chance = self._model.rank(text, most=1)[0]
                message.set("voice", {"name": name, "confidence": chance}, add_to_output=True)
        return messages
