"""Which intent a message has once everything found in it is laid side by side.

The order is the order of harm: safety rules, then a stated need that small talk must not swallow,
then the classifier. A confidence set here is 1.0 only for an alarm, which is certain by decision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.nlu.safety import Safety, assess

# Small talk around a need is not what the message is for: "hi, my lad can't sleep" asks for help.
_SMALL_TALK = frozenset({"greet", "thanks", "goodbye", "affirm", "deny", "out_of_scope", "bot_challenge"})
_ENOUGH = 0.5
# How sure the net must be of an alarm for its "crisis" to raise a rule's "safeguarding": harm by somebody else and a
# life at risk can stand in one message, and the life comes first.
_SURE_OF_CRISIS = 0.7
_BY_THE_NET = "second_net"
_CLEAR, _UNCLEAR = 0.42, "nlu_fallback"  # as the fallback classifier has it in config.yml, which comes after


@dataclass(frozen=True)
class Verdict:
    """The intent, its confidence (0 to 1), and the safety finding as plain data for the tracker.

    An alarm that only the learned net hears, and is not sure of, says with ``otherwise`` which intent the message has if it is none:
    in the middle of a chat that is what it is heard as (bot/conversation/turn.py). One that raises none and may tell of harm says so
    with ``perhaps``: the numbers stand above the answer.
    """

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
    alarm: Safety | None = None,
) -> Verdict:
    """Decide the intent of ``text``.

    ``ranking`` is the classifier's (intent, confidence), best first; ``entities`` the names of what was
    extracted; ``needs`` the needs found; ``second_net`` the learned net's ``level``, ``score`` and ``perhaps``, and whether it is ``doubtful``;
    ``alarm`` that of the rules once the net has weighed it, None where there is no net: then every hint stands.
    """
    safety = _safety(alarm or assess(text), second_net or {})
    otherwise = _ordinary(ranking, entities, needs, safety)
    if safety["level"] == "none":
        return otherwise
    doubtful = safety["rule"] == _BY_THE_NET and (second_net or {}).get("doubtful", False)
    clear = otherwise.intent if otherwise.confidence >= _CLEAR else _UNCLEAR
    return Verdict(safety["level"], 1.0, {**safety, "otherwise": clear} if doubtful else safety)


def _ordinary(ranking: Sequence[tuple[str, float]], entities: Sequence[str], needs: Sequence[str], safety: dict[str, str]) -> Verdict:
    """Which intent it is where nobody is in danger."""
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


def _safety(alarm: Safety, second_net: Mapping[str, Any]) -> dict[str, str]:
    """The rules' finding, which the learned net may raise and never lowers; the net's score is then the reason."""
    level, score = second_net.get("level", "none"), second_net.get("score")
    unseen = alarm.level == "none" and level != "none"
    graver = alarm.level == "safeguarding" and level == "crisis" and (score or 0.0) >= _SURE_OF_CRISIS
    if unseen or graver:
        reason = f"the learned second net scored it {score}"
        return {"level": level, "rule": _BY_THE_NET, "reason": reason, "words": alarm.words}
    found = {"level": alarm.level, "rule": alarm.rule, "reason": alarm.reason, "words": alarm.words}
    return {**found, "perhaps": "safeguarding"} if alarm.level == "none" and second_net.get("perhaps") else found
