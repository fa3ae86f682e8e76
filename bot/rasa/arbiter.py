"""The last word on a message's intent: safety first, then what the other extractors found.

Rules decide safety with no model; the learned second net may add an alarm, weighs a mere hint, and never removes what is said plainly.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.arbitration import Verdict, arbitrate
from bot.nlu.needs.model import THRESHOLD
from bot.nlu.safety import Safety
from bot.nlu.safety import load as load_rules
from bot.nlu.safety.weighing import Weighing, standing


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class IntentArbiter(GraphComponent):
    """Puts :func:`bot.nlu.arbitration.arbitrate`'s verdict over the classifier's intent."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> IntentArbiter:
        load_rules()  # a server whose safety rules cannot be read must not start
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/"):
                self._judge(message, text)
        return messages

    @staticmethod
    def _judge(message: Message, text: str) -> None:
        ranking = message.get(INTENT_RANKING_KEY) or []
        verdict: Verdict = arbitrate(
            text,
            [(entry["name"], float(entry["confidence"])) for entry in ranking],
            [entity["entity"] for entity in message.get(ENTITIES, [])],
            [entity["value"] for entity in message.get(ENTITIES, []) if entity["entity"] == "need"],
            *_heard(message.get("alarms")),
        )
        intent = {"name": verdict.intent, "confidence": verdict.confidence}
        # What is decided leaves no close second, which would make the fallback classifier doubt it.
        others = [entry for entry in ranking if entry["name"] != verdict.intent and verdict.doubtful]
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [intent, *others], add_to_output=True)
        message.set("safety", verdict.safety, add_to_output=True)
        if verdict.safety["level"] != "none":
            # Beside an alarm a need counts only where it is stated: a guess at clubs has no place under "ring 999".
            if "otherwise" in verdict.safety:  # what it states if it is none
                message.set("needs_otherwise", [entity for entity in message.get(ENTITIES, []) if entity["entity"] == "need"], add_to_output=True)
            sure = [entity for entity in message.get(ENTITIES, []) if entity.get("confidence_entity", 1.0) >= THRESHOLD]
            more = (message.get("needs_beside_crisis") or []) if verdict.safety["level"] == "crisis" else []
            message.set(ENTITIES, sure + more, add_to_output=True)


def _heard(weighing: Weighing | None) -> tuple[dict[str, Any], Safety | None]:
    """What the net makes of a message, and the rules' alarm that stands beside it; nothing where no net was trained."""
    if weighing is None:
        return {}, None
    finding = weighing.finding()
    return {**asdict(finding), "doubtful": weighing.doubts(finding)}, standing(weighing.raised, finding)
