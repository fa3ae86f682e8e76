"""``signpost ask``: one message, or many, through the trained model and the same matcher as the chat."""

from __future__ import annotations

import argparse
import json
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.answer.reply import Reply
from bot.cli.errors import UsageError
from bot.cli.files import refuse_unwritable
from bot.cli.match import result_as_json
from bot.clock import local_now
from bot.conversation import steps
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.turn import take_turn
from bot.directory.match import match
from bot.ops.model import NoModel, Parse, load_parser
from bot.ops.stores import directory, questions

_UNSURE = "nlu_fallback"
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("ask")
    parser.add_argument("text", nargs="?", help="the message, in quotes")
    parser.add_argument("--json", action="store_true", help="print one JSON object, in one line")
    parser.add_argument("--batch", type=Path, metavar="IN.jsonl", help='lines {"id","text"}')
    parser.add_argument("--out", type=Path, metavar="OUT.jsonl", help="where the answers go, in the same order")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Answer the message or the batch.

    Raises:
        UsageError: the call makes no sense.
        DirectoryError: the directory cannot be read.
    """
    # TensorFlow and SQLAlchemy warn of what only Rasa's own release could mend; kept in a list, the warnings go to nobody.
    with warnings.catch_warnings(record=True):
        try:
            return _batch(options) if options.batch or options.out else _single(options)
        except NoModel as problem:
            raise UsageError(str(problem)) from None


def _single(options: argparse.Namespace) -> int:
    if options.text is None or not options.text.strip():
        raise UsageError('write: signpost ask "what is hard, how old, where"')
    line = understand(load_parser(), "1", options.text, local_now())
    print(json.dumps(line, ensure_ascii=False) if options.json else line["answer"])
    return 0


def understand(parse: Parse, id: Any, text: str, now: datetime) -> dict[str, Any]:
    """One line of the contract (`ask --json`) for ``text``."""
    # Half of a character (bytes that are no UTF-8, "\ud800" in JSON) can be neither read nor printed.
    parsed = parse(_HALF_A_CHARACTER.sub("\ufffd", text))
    heard = Heard.from_parse(parsed)
    intent, confidence = _intent(heard, parsed.get("intent_ranking") or ())
    turn = take_turn(Memory(), heard, directory(), questions(), now.date(), now)
    memory = turn.memory
    plan = match(turn.directory, memory.as_enquiry(), now.date(), now=now)
    reply, _ = steps.respond(turn)
    results = plan.results if memory.needs else ()
    place = memory.locality
    return {
        "id": id,
        "intent": intent,
        "confidence": round(confidence, 4),
        "safety": heard.safety,
        "needs": list(memory.needs),
        "ages": [list(age) for age in memory.ages],
        "locality": place
        and {"name": place.name, "in_area": place.in_area, "council": place.council, "lat": place.lat, "lon": place.lon},
        "results": [result_as_json(result) for result in results],
        "excluded": [{"id": one.id, "reason": one.reason} for one in plan.excluded] if memory.needs else [],
        "answer": reply.text if results else _with_choices(reply),
    }


def _intent(heard: Heard, ranking: Iterable[Mapping[str, Any]]) -> tuple[str, float]:
    """The intent and how sure it is: the likeliest where none is sure, which Rasa calls by a word of its own."""
    if heard.intent != _UNSURE:
        return heard.intent, heard.confidence
    return next(((one["name"], float(one["confidence"])) for one in ranking if one["name"] != _UNSURE), ("out_of_scope", 0.0))


def _with_choices(reply: Reply) -> str:
    """What a chat asks, with what its buttons offer: "which of these is closest?" says nothing alone."""
    choices = "\n".join(f"- {button.title}" for button in reply.buttons)
    return f"{reply.text}\n\nYou can choose:\n{choices}" if choices else reply.text


def _batch(options: argparse.Namespace) -> int:
    if not options.batch or not options.out or options.text is not None:
        raise UsageError("write: signpost ask --batch IN.jsonl --out OUT.jsonl")
    lines = list(_read(options.batch))
    refuse_unwritable(options.out)
    parse = load_parser()
    now = local_now()
    # Half of a character in an id goes out as it came, "\ud800".
    with options.out.open("w", encoding="utf-8", errors="backslashreplace") as out:
        for line in lines:
            answer = understand(parse, line["id"], line["text"], now)
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0


def _read(source: Path) -> Iterator[dict[str, Any]]:
    try:
        content = source.read_text(encoding="utf-8-sig")  # a mark in front is left there by Windows' editors
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageError(f"{source} cannot be read: {problem}") from None
    for number, raw in enumerate(content.split("\n"), start=1):
        if not raw.strip():
            continue
        try:
            line = json.loads(raw)
        except (ValueError, RecursionError):
            line = None
        if not isinstance(line, dict) or "id" not in line or not isinstance(line.get("text"), str):
            raise UsageError(f'{source}:{number}: not a line like {{"id": "1", "text": "my lad is 4"}}')
        yield line
