"""Plays a script through the assistant and says what did not hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.directory.service import Directory
from bot.web.chat import Answer, Chat
from bot.web.sessions import Sessions
from tests.dialogues.script import Script, Turn, questions_in


@dataclass
class Played:
    """What came of one script. ``faults`` has one list a turn; ``questions`` counts questions about the enquiry."""

    script: Script
    faults: list[list[str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    questions_before_help: int | None = None  # None where no need was stated, so that none was due
    said: list[tuple[str, str]] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not any(self.faults)

    def transcript(self) -> str:
        """Every turn with its faults, to read."""
        lines = [f"{self.script.batch}: {self.script.name}"]
        for (message, reply), faults in zip(self.said, self.faults):
            lines += [f"  > {message}", *(f"  < {line}" for line in reply.splitlines() if line)]
            lines += [f"  FAULT {fault}" for fault in faults]
        return "\n".join(lines)


async def play(script: Script, chat: Chat, sessions: Sessions, directory: Callable[[], Directory]) -> Played:
    """Play ``script`` in a session of its own."""
    played, session, answer = Played(script), sessions.open(None), None
    for turn in script.turns:
        message = turn.say if turn.say is not None else _press(turn.button, answer)
        if message is None:
            played.said.append((f"[{turn.button}]", ""))
            played.faults.append([f"no button {turn.button!r}"])
            continue
        answer = await chat.answer(session, chat.check(message))
        played.said.append((message, shown(answer)))
        played.faults.append(list(_faults(turn, answer, directory())))
        _count_questions(played, answer)
    return played


def shown(answer: Answer) -> str:
    """All that a family reads of an answer: texts, choices, names of services."""
    parts = []
    for reply in answer.replies:
        parts += [reply["text"], *(f"[{button['title']}]" for button in reply["buttons"])]
        parts += [f"({service['name']})" for service in reply["services"]]
    return "\n".join(parts)


def _press(title: str | None, answer: Answer | None) -> str | None:
    buttons = [button for reply in (answer.replies if answer else ()) for button in reply["buttons"]]
    return next((str(button["payload"]) for button in buttons if button["title"] == title), None)


def _count_questions(played: Played, answer: Answer) -> None:
    asked = [question for reply in answer.replies for question in questions_in(reply["text"])]
    if answer.understood["needs"] and played.questions_before_help is None:
        first = answer.replies[0]
        # Help that is named in the same breath comes before the question that ends the reply.
        helped = any(reply["services"] for reply in answer.replies)
        played.questions_before_help = len(played.questions) + (0 if helped else len(questions_in(first["text"])))
    played.questions += asked


def _faults(turn: Turn, answer: Answer, directory: Directory) -> Any:
    text = shown(answer).lower()
    understood, place = answer.understood, answer.understood["locality"]
    kinds = {directory.by_id[card["id"]].kind for reply in answer.replies for card in reply["services"]}
    asks = [question for reply in answer.replies for question in questions_in(reply["text"])]
    for check, wanted in turn.checks.items():
        values = wanted if isinstance(wanted, list) else [wanted]
        held = {
            "has": lambda: all(str(word).lower() in text for word in values),
            "has_not": lambda: not any(str(word).lower() in text for word in values),
            "has_any": lambda: any(str(word).lower() in text for word in values),
            "needs": lambda: sorted(understood["needs"]) == sorted(values),
            "needs_with": lambda: set(values) <= set(understood["needs"]),
            "needs_without": lambda: not set(values) & set(understood["needs"]),
            "ages": lambda: understood["ages"] == wanted,
            "place": lambda: (place["name"] if place else None) == wanted,
            "shows": lambda: set(values) <= kinds,
            "shows_any": lambda: bool(set(values) & kinds),
            "shows_not": lambda: not set(values) & kinds,
            "offers": lambda: bool(kinds) == (wanted == "some"),
            "safety": lambda: answer.safety == wanted,
            "asks": lambda: asks == ([] if wanted == "none" else [wanted]),
        }[check]()
        if not held:
            yield f"{check}: {wanted} (stands: {understood['needs']} {understood['ages']} {place and place['name']}; kinds {sorted(kinds)}; asks {asks}; {answer.safety})"
