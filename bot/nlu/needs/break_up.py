"""A family that breaks up is not one where somebody is unsafe, or has died: "his dad left in August" names neither need by itself.

The learned decision hears one of them in most fathers who leave, because most of what it learnt of was left for a reason.
"""

from __future__ import annotations

import re

_ABUSE, _GRIEF = "domestic_abuse", "bereavement"
_WHO_LEAVES = r"(?:dad|daddy|father|husband|hubby|wife|partner|boyfriend|girlfriend|fella|ex)"
_BREAKS_UP = re.compile(
    rf"\b{_WHO_LEAVES}(?:'s|\s+has|\s+is|\s+just)?\s+(?:(?:just|finally|up\s+and)\s+)?(?:left|walked\s+out|moved\s+out|cleared\s+off|gone\s+off|gone|went\s+off|buggered\s+off)\b"
    r"|\b(?:split\s+up|split\s+with|separated|divorc(?:ed|ing|e)|broke(?:n)?\s+up|breaking\s+up|break[\s-]?up)\b|\bnew\s+(?:fella|bloke|partner|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)
# Any of these, and what was learnt stands.
_MAY_BE_ABUSE = re.compile(
    r"\b(?:hit\w*|violen\w*|abus\w*|scar(?:ed|es|y)|afraid|fear\w*|frighten\w*|terrif\w*|control\w*|threat\w*|temper\w*|rag(?:e|es|ing)|smash\w*|punch\w*|kick\w*|slap\w*|strangl\w*|chok\w*|throttl\w*|shout\w*|scream\w*|beat\w*|batter\w*|hurt\w*"
    r"|polis|police|court|injunction|order|solicitor|non[\s-]?mol\w*|refuge|fled|flee\w*|flit\w*|safe\w*|unsafe|stalk\w*|watch\w*|follow\w*|track\w*|coerc\w*|gasl\w*|allow\w*|let\s+me|hid|hide|hiding|bruis\w*|kill\w*|domestic|harbour|dv|da|escap\w*"
    r"|got\s+(?:away|out)|get\s+(?:away|out)|ran\s+away|prison|jail|marac|idva|belittl\w*|rap(?:e|ed|ist)|sexual\w*|nasty|cruel|bull(?:y|ied|ies|ying)|put\s+(?:me|us|her|him)\s+down|walk(?:ing|ed)?\s+on\s+egg\w*|drink\w*|drunk|monster|tyrant|grab\w*"
    r"|push\w*|shov\w*|threw|throw\w*|knock\w*|black\s+eye|bank\s+card|my\s+phone|my\s+money|permission|nightmares?|flinch\w*|jump(?:s|y)|saw\s+(?:him|what|it|things)|what\s+he\s+did|did\s+to\s+(?:me|us|her|him)|wasn'?t\s+good\s+to|bad\s+man|trauma\w*|witness\w*|(?:we|i|mam|mum|she)\s+(?:had\s+|finally\s+)?left|left\s+(?:him|her\s+(?:dad|stepdad|ex))|locks|slam\w*|near\s+us|(?:they|he|she|kids|bairns)\s+(?:all\s+)?saw|other\s+side|thank\s+god|thing\s+he\s+did|freedom\s+program\w*|dream\w*)\b",
    re.IGNORECASE,
)


def only_breaks_up(text: str) -> bool:
    """Whether a message tells of a family that breaks up, and of nothing that could be abuse."""
    return _BREAKS_UP.search(text) is not None and _MAY_BE_ABUSE.search(text) is None


def stands(text: str, need: str) -> bool:
    """Whether a ``need`` that was decided on stands beside what the message tells."""
    if need not in (_ABUSE, _GRIEF) or not only_breaks_up(text):
        return True
    return need == _GRIEF and _DIES.search(text) is not None


_DIES = re.compile(r"\b(?:di(?:ed|es|e|ying)|dead|death|pass(?:ed|ing)|lost|losing|funeral|grie\w+|bereave\w*|cancer|buried|burying|ashes|grave|suicide|miss(?:es|ing)?|hospice|loss)\b", re.IGNORECASE)
