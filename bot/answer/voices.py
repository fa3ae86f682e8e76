"""The same facts in the words for whoever is asking: services' texts are written to a parent ("your child").

A young person is spoken to as "you"; a practitioner reads of "the child". Only words change here, never a fact.
A sentence that cannot be turned safely (it goes on with "they" for the child) is left out of a service's line for
a young person, unless nothing else would be left.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

from bot.answer.reply import Button, Reply
from bot.answer.words import say

_SENTENCES = re.compile(r"(?<=[.!?]) +")
_SPOKEN_FIELDS = ("summary", "next", "route", "caution", "cost", "hours")
# "- Name of a service: " stays; what follows may be left out.
_SERVICE_LINE = re.compile(r"- (?:[^.?!]{1,120}?: )?")
_IRREGULAR = {"is": "are", "has": "have", "does": "do", "was": "were", "goes": "go", "isn't": "aren't", "doesn't": "don't"}
_THE_CHILD = r"\b(?:your|this) child\b"
# Behind these "your child" is who does something; elsewhere something is done for them.
_DOER = re.compile(
    rf"(?P<before>^|\b(?:that|if|what|how|where|when|while|whether|why|because|so|and|or|but|which|who|once|until)\s|[,;:(]\s*)"
    rf"(?P<child>{_THE_CHILD})(?!')(?: (?P<verb>[a-z]+(?:n't)?s?))",
    re.IGNORECASE,
)
_DOES = re.compile(rf"(?P<before>)(?P<child>{_THE_CHILD}) (?P<verb>needs|loves|likes|sees|says|has|can|finds|does|eats|is)\b", re.I)
_WHOSE = re.compile(rf"{_THE_CHILD}'s( own)?\b", re.IGNORECASE)
_WHOM = re.compile(_THE_CHILD, re.IGNORECASE)
# What goes on about the child in the third person, or speaks as the parent, cannot be turned word by word.
_CANNOT_TURN = re.compile(
    rf"\b(?:my child|parent of|with your child|{_THE_CHILD}.*\b(?:they|their|he|she)\b|{_THE_CHILD}.*(?:,| and| or) (?:has|is|does|[a-z]+(?<!s)s) )",
    re.IGNORECASE,
)
# Words to say that only a parent can say.
_FOR_PARENTS = re.compile(r"\b(?:my (?:child|son|daughter|family)|parent|carer|your child|their|they|we|us|our)\b", re.IGNORECASE)
_AS_A_PARENT = re.compile(r"\b(?:parent of|I care for|my (?:family|son|daughter)|we need|at home)\b")
# Tips that hold for oneself too, once "your child" is "you".
_FOR_ONESELF = re.compile(r"(?:write down|note|keep notes|think of|ask (?!your child)|tell (?:school|the team)|mark|say|pick)\b", re.IGNORECASE)
_TO_THE_SERVICE = re.compile(r"\b(?:tell|ask|ring|show) them\b", re.IGNORECASE)
# Said as a whole before single words are turned.
_YOUNG_FIRST = (
    (re.compile(r"\brefer your child,?(?: or)? yourself\b", re.I), "refer yourself"),
    (re.compile(r"\b(ask(?: how)? to) refer your child\b", re.I), r"\1 refer yourself"),
    (re.compile(r"\byou or your child\b", re.I), "you"),
    (re.compile(r"\bsupport for you\b"), "support for your parent or carer"),
    (re.compile(r"\bfor this child\b(?!')", re.I), "for you"),
    (re.compile(r"\bopens to them\b", re.I), "opens to you"),
)  # fmt: skip
_PRACTITIONER = (
    (re.compile(r"\bYou can refer your child yourself\b"), "The family can refer the child themselves"),
    (re.compile(r"\bYou can ask for (it|help) yourself\b"), r"The family can ask for \1 themselves"),
    (re.compile(r"\bYou can walk in\b"), "The family can walk in"),
    (re.compile(r"\bSomebody has to refer you\b"), "Somebody has to refer them"),
    (re.compile(r"\bsupport for you\b"), "support for the parent or carer"),
    (re.compile(r"\bmy child's\b", re.I), "the child's"),
    (re.compile(r"\bmy child\b", re.I), "a child I work with"),
    (re.compile(r"\bYour child\b"), "The child"),
    (re.compile(r"\byour child\b"), "the child"),
)  # fmt: skip


def address(text: str, voice: str | None) -> str:
    """``text``, written to a parent, in the words for ``voice``; lines stay lines."""
    if voice == "practitioner":
        for pattern, words in _PRACTITIONER:
            text = pattern.sub(words, text)
        return text
    if voice == "young_person":
        return "\n".join(_to_young_person(line) for line in text.split("\n"))
    return text


def in_voice(reply: Reply, voice: str | None) -> Reply:
    """The whole reply in the words for ``voice``; what a button sends stays as it is."""
    if voice not in ("young_person", "practitioner"):
        return reply

    def turn(text: str) -> str:
        return address(text, voice)

    return dataclasses.replace(
        reply,
        text=turn(reply.text),
        intro=turn(reply.intro),
        outro=turn(reply.outro),
        copy=turn(reply.copy),
        notes=tuple(map(turn, reply.notes)),
        while_waiting=tuple(tips_for(reply.while_waiting, voice)),
        buttons=tuple(Button(turn(button.title), button.payload) for button in reply.buttons),
        services=tuple(_card_in_voice(card, voice) for card in reply.services),
    )


def what_to_say(text: str, voice: str | None) -> str:
    """A service's words to say when asking; where they only suit a parent, a young person gets their own."""
    if voice == "young_person" and _FOR_PARENTS.search(text):
        return say("say_young_person")
    if voice == "practitioner" and _AS_A_PARENT.search(text):
        return say("say_practitioner")
    return address(text, voice)


def tips_for(tips: Sequence[str], voice: str | None) -> list[str]:
    """What to do meanwhile: a young person gets the tips that somebody can follow for themselves."""
    if voice == "young_person":
        tips = [tip for tip in tips if not _WHOM.search(tip) or (_FOR_ONESELF.match(tip) and not _cannot_turn(tip))]
    return [turned for tip in tips if (turned := address(tip, voice))]


def _card_in_voice(card: dict[str, Any], voice: str) -> dict[str, Any]:
    turned: dict[str, Any] = {
        field: _only_what_turns(value) if voice == "young_person" else address(value, voice)
        for field in _SPOKEN_FIELDS
        if (value := card.get(field))
    }
    return card | turned | {
        "say": what_to_say(card["say"], voice) if card.get("say") else None,
        "reasons": [address(reason, voice) for reason in card["reasons"]],
        "while_waiting": tips_for(card["while_waiting"], voice),
    }


def _to_young_person(line: str) -> str:
    """One line: a service's ("- Name: ...") loses what cannot be turned, a checked answer keeps it as it is."""
    if line.startswith("- "):
        name = match[0] if (match := _SERVICE_LINE.match(line)) else "- "
        return name + _only_what_turns(line[len(name) :])
    return " ".join(sentence if _cannot_turn(sentence) else _turn(sentence) for sentence in _SENTENCES.split(line))


def _only_what_turns(text: str) -> str:
    """The sentences that can be turned; where there are none, all as they are."""
    sentences = _SENTENCES.split(text)
    return " ".join(_turn(sentence) for sentence in sentences if not _cannot_turn(sentence)) or text


def _cannot_turn(sentence: str) -> bool:
    return bool(_CANNOT_TURN.search(_TO_THE_SERVICE.sub("", sentence)))


def _turn(sentence: str) -> str:
    for pattern, words in _YOUNG_FIRST:
        sentence = pattern.sub(words, sentence)
    sentence = _WHOSE.sub(lambda match: _like(match[0], f"your{match[1] or ''}"), sentence)
    for doer in (_DOER, _DOES):
        sentence = doer.sub(lambda match: f"{match['before']}{_like(match['child'], 'you')} {_for_you(match['verb'])}", sentence)
    return _WHOM.sub(lambda match: _like(match[0], "you"), sentence)


def _like(model: str, word: str) -> str:
    return word[0].upper() + word[1:] if model[0].isupper() else word


def _for_you(verb: str) -> str:
    """The verb after "you" in place of after "your child": "finds" is "find"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if not verb.endswith("s") or verb.endswith("ss") or verb == "always":
        return verb
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("shes", "ches", "sses")) else verb[:-1]
