"""How many scripts pass whole, how many turns hold, how many questions are asked (`python -m tests.dialogues.measure`)."""

from __future__ import annotations

import argparse
import asyncio
import statistics
from collections.abc import Sequence
from pathlib import Path

from bot.ops.paths import MODEL
from bot.ops.stores import directory
from tests.dialogues.assistant import open_chat
from tests.dialogues.runner import Played, play
from tests.dialogues.script import Script, load_scripts

FOLDER = Path(__file__).parent


async def play_all(scripts: Sequence[Script], model: Path) -> list[Played]:
    """Play the scripts one after another, each in a session of its own."""
    chat, sessions = open_chat(model)
    return [await play(script, chat, sessions, directory) for script in scripts]


def main() -> int:
    """Print the figures of each batch, and the transcripts that did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="another folder of scripts, such as tests/dialogues/unseen")
    parser.add_argument("--batch", help="only this file, without its ending")
    parser.add_argument("--name", default="", help="only scripts with these words in their name")
    parser.add_argument("--all", action="store_true", help="print every transcript")
    options = parser.parse_args()
    scripts = [one for one in load_scripts(options.folder) if options.batch in (None, one.batch) and options.name in one.name]
    played = asyncio.run(play_all(scripts, options.model))
    for one in played:
        if options.all or not one.passed:
            print(one.transcript() + "\n")
    for batch in sorted({one.script.batch for one in played}):
        print(figures(batch, [one for one in played if one.script.batch == batch]))
    return int(any(not one.passed for one in played))


def figures(batch: str, played: Sequence[Played]) -> str:
    """One line a batch."""
    turns = [faults for one in played for faults in one.faults]
    before = [one.questions_before_help for one in played if one.questions_before_help is not None]
    asked = [len(one.questions) for one in played]
    return (
        f"{batch}: {sum(one.passed for one in played)} of {len(played)} scripts whole, "
        f"{sum(not faults for faults in turns)} of {len(turns)} turns; questions before help: "
        f"median {statistics.median(before or [0])}; questions in all: most {max(asked, default=0)}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
