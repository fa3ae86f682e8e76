"""Does it hear the same when the message is typed in another way? (`python -m benchmarks.understanding.retyped dev safety_dev`)

Each message of the chosen splits is read as it is written, and once more for each habit: another ending, no punctuation, a word
of greeting or thanks. The labels stay what they are, so a figure that falls shows what hangs on the habit and not on the words.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable

from bot.ops.evaluate import FOLDER, figures, judge
from bot.ops.model import load_parser

HABITS: dict[str, Callable[[str], str]] = {
    "as written": lambda text: text,
    "full stop put": lambda text: text if text[-1:] in ".?!" else f"{text}.",
    "!! in place of the end": lambda text: f"{text.rstrip(' .!?')}!!",
    "no full stop at the end": lambda text: text.rstrip(" ."),
    "question marks left out": lambda text: text.replace("?", ""),
    "sentences run on": lambda text: re.sub(r"[.!]\s+", " ", text),
    "no punctuation": lambda text: re.sub(r"[.,!?;:'’\"]+(?!\d)", "", text),
    "CAPITALS": str.upper,
    "Hi, before": lambda text: f"Hi, {text}",
    "Thanks after": lambda text: f"{text.rstrip(' .')}. Thanks",
    "please help after": lambda text: f"{text.rstrip(' .')} please help",
    "emoji after": lambda text: f"{text} 😭",
}
_SHOWN = ("intent", "needs F1", "age right", "age invented", "place right", "place invented", "crisis", "safeguarding", "false alarms")


def main() -> int:
    """Print a line a habit, a column a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("splits", nargs="+")
    rows = [
        {**json.loads(line), "split": split}
        for split in parser.parse_args().splits
        for line in (FOLDER / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
        if line
    ]
    parse = load_parser()
    print(f"{len(rows)} messages\n\n| typed | any alarm | " + " | ".join(_SHOWN) + " |\n|---|---|" + "---|" * len(_SHOWN))
    for habit, typed in HABITS.items():
        judged = judge(parse, [{**row, "text": typed(row["text"])} for row in rows])
        alarms = [one for one in judged if one.row["safety"] != "none"]
        any_alarm = sum(one.heard.safety != "none" for one in alarms) / max(1, len(alarms))
        now = figures(judged)
        cells = [f"{any_alarm:.3f}", *("" if now[name] is None else f"{now[name]:.3f}" for name in _SHOWN)]
        print(f"| {habit} | " + " | ".join(cells) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
