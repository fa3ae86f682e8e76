"""Plays a script through the assistant and says what did not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


@dataclass(frozen=True)
class _Seen:
    """What a check looks at: the words in small letters, what stands, what is on offer, what is asked."""

    text: str
    answer: Answer
    kinds: frozenset[str]
    asks: list[str]

    @property
    def needs(self) -> set[str]:
        return set(self.answer.understood["needs"])

    @property
    def place(self) -> str | None:
        place = self.answer.understood["locality"]
        return str(place["name"]) if place else None


def _says(word: Any, seen: _Seen) -> bool:
    return str(word).lower() in seen.text


# Each takes what the script wants, as it stands there and as a list.
_HOLDS: dict[str, Callable[[Any, list[Any], _Seen], bool]] = {
    "has": lambda _, words, seen: all(_says(word, seen) for word in words),
    "has_not": lambda _, words, seen: not any(_says(word, seen) for word in words),
    "has_any": lambda _, words, seen: any(_says(word, seen) for word in words),
    "needs": lambda _, needs, seen: seen.needs == set(needs),
    "needs_with": lambda _, needs, seen: set(needs) <= seen.needs,
    "needs_without": lambda _, needs, seen: not set(needs) & seen.needs,
    "ages": lambda ages, _, seen: seen.answer.understood["ages"] == ages,
    "place": lambda place, _, seen: seen.place == place,
    "in_area": lambda inside, _, seen: (seen.answer.understood["locality"] or {}).get("in_area") == inside,
    "shows": lambda _, kinds, seen: set(kinds) <= seen.kinds,
    "shows_any": lambda _, kinds, seen: bool(set(kinds) & seen.kinds),
    "shows_not": lambda _, kinds, seen: not set(kinds) & seen.kinds,
    "offers": lambda some, _, seen: bool(seen.kinds) == (some == "some"),
    "safety": lambda level, _, seen: seen.answer.safety == level,
    "asks": lambda question, _, seen: seen.asks == ([] if question == "none" else [question]),
}


def _faults(turn: Turn, answer: Answer, directory: Directory) -> Iterator[str]:
    cards = [card for reply in answer.replies for card in reply["services"]]
    asks = [question for reply in answer.replies for question in questions_in(reply["text"])]
    seen = _Seen(shown(answer).lower(), answer, frozenset(directory.by_id[card["id"]].kind for card in cards), asks)
    for check, wanted in turn.checks.items():
        if not _HOLDS[check](wanted, wanted if isinstance(wanted, list) else [wanted], seen):
            stands = answer.understood
            yield (
                f"{check}: {wanted} (stands: {stands['needs']} {stands['ages']} {seen.place}; kinds {sorted(seen.kinds)}; "
                f"asks {asks}; {answer.safety})"
            )
