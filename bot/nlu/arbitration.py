"""Which intent a message has once everything found in it is laid side by side.

The order is the order of harm: safety rules, then a stated need that small talk must not swallow,
then the classifier. A confidence set here is 1.0 only for a safety rule, which is certain by decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.nlu.safety import assess

# Small talk around a need is not what the message is for: "hi, my lad can't sleep" asks for help.
_SMALL_TALK = frozenset({"greet", "thanks", "goodbye", "affirm", "deny", "out_of_scope", "bot_challenge"})
_ENOUGH = 0.5


@dataclass(frozen=True)
class Verdict:
    """The intent, its confidence (0 to 1), and the safety finding as plain data for the tracker."""

    intent: str
    confidence: float
    safety: dict[str, str]

    @property
    def doubtful(self) -> bool:
        """Whether a close second intent should still count: not where a rule, a need or a clear score decided."""
        return self.confidence < _ENOUGH


def arbitrate(
    text: str,
    ranking: Sequence[tuple[str, float]],
    entities: Sequence[str],
    needs: Sequence[str],
    second_net: Mapping[str, Any] | None = None,
) -> Verdict:
    """Decide the intent of ``text``.

    ``ranking`` is the classifier's (intent, confidence), best first; ``entities`` the names of what was
    extracted; ``needs`` the needs found; ``second_net`` the learned net's ``level`` and ``score``.
    """
    safety = _safety(text, second_net or {})
    if safety["level"] != "none":
        return Verdict(safety["level"], 1.0, safety)
    # The rules found no alarm, so what the classifier gave the alarms is shared out among the rest.
    ordinary = [(intent, score) for intent, score in ranking if intent not in ("crisis", "safeguarding")]
    total = sum(score for _, score in ordinary) or 1.0
    intent, score = ordinary[0] if ordinary else ("find_service", 0.0)
    score /= total
    if needs and (intent in _SMALL_TALK or score < _ENOUGH):
        return Verdict("find_service", max(score, _ENOUGH), safety)
    if intent in _SMALL_TALK and intent not in ("affirm", "deny") and entities:
        return Verdict("find_service", max(score, _ENOUGH), safety)
    return Verdict(intent, score, safety)


def _safety(text: str, second_net: Mapping[str, Any]) -> dict[str, str]:
    """The rules' finding; where they found nothing, the learned net's, with its score for a reason."""
    alarm = assess(text)
    if alarm.level == "none" and second_net.get("level", "none") != "none":
        reason = f"the learned second net scored it {second_net['score']}"
        return {"level": second_net["level"], "rule": "second_net", "reason": reason, "words": ""}
    return {"level": alarm.level, "rule": alarm.rule, "reason": alarm.reason, "words": alarm.words}
