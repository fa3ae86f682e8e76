"""The understanding figures on held-out messages, by voice and style (`make evaluate`).

Reads tests/understanding/*.jsonl (labels: tests/understanding/DATA.md), runs the trained model over each message and
prints one table; confusions and misses go to results/understanding.txt to read. ``--check`` compares with the figures
of tests/understanding/recorded.json, which ``--record`` writes.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.heard import Heard
from bot.ops.model import NoModel, load_parser
from bot.ops.paths import ROOT

FOLDER = ROOT / "tests" / "understanding"
RECORDED = FOLDER / "recorded.json"
# A figure may be this much worse than the recorded one before the check fails (two points).
MARGIN = 0.02
_FEWER_IS_BETTER = frozenset({"age invented", "place invented", "false alarms", "asks back"})
Row = dict[str, Any]


@dataclass(frozen=True)
class Judged:
    """One labelled message and what the model heard."""

    row: Row
    heard: Heard
    milliseconds: float

    @property
    def needs(self) -> set[str]:
        return {said.need for said in self.heard.needs}

    @property
    def ages(self) -> list[tuple[int, int]]:
        return [(age.lo, age.hi) for age in self.heard.ages]

    @property
    def place(self) -> str | None:
        return self.heard.locality.name if self.heard.locality else None

    @property
    def for_safety_only(self) -> bool:
        """The safety sets label the alarm; their ages, places and most needs were never labelled."""
        return str(self.row["split"]).startswith("safety_")

    @property
    def asked_back(self) -> bool:
        """Whether the assistant answers with a choice question instead of an answer."""
        return self.heard.intent == "nlu_fallback"


def judge(parse: Callable[[str], dict[str, Any]], rows: Sequence[Row]) -> list[Judged]:
    """Run every message once, timed."""
    judged = []
    for row in rows:
        started = time.perf_counter()
        parsed = parse(row["text"])
        judged.append(Judged(row, Heard.from_parse(parsed), (time.perf_counter() - started) * 1000))
    return judged


def figures(judged: Sequence[Judged]) -> dict[str, float | None]:
    """Each figure as a share (0 to 1), None where no message counts for it; times in milliseconds."""
    every, judged = judged, [one for one in judged if not one.for_safety_only]
    found = sum(len(one.needs & set(one.row["needs"])) for one in judged)
    said = sum(len(one.needs) + len(one.row["needs"]) for one in judged)
    choices = [one for one in judged if one.asked_back and one.row["needs"]]
    with_age = [one for one in judged if one.row["ages"]]
    without_age = [one for one in judged if not one.row["ages"]]
    with_place = [one for one in judged if one.row["place"]]
    without_place = [one for one in judged if not one.row["place"]]
    quiet = [one for one in every if one.row["safety"] == "none"]
    times = sorted(one.milliseconds for one in every)
    return {
        "intent": _share(judged, lambda one: one.heard.intent == one.row["intent"]),
        "needs F1": 2 * found / said if said else None,
        "age right": _share(with_age, lambda one: one.ages == [tuple(age) for age in one.row["ages"]]),
        "age invented": _share(without_age, lambda one: bool(one.ages)),
        "place right": _share(with_place, lambda one: one.place == one.row["place"]),
        "place invented": _share(without_place, lambda one: one.place is not None),
        "in or out": _share(
            [one for one in with_place if one.row["in_area"] is not None],
            lambda one: one.heard.locality is not None and one.heard.locality.in_area == one.row["in_area"],
        ),
        "crisis": _share([o for o in every if o.row["safety"] == "crisis"], lambda one: one.heard.safety == "crisis"),
        "safeguarding": _share(
            [o for o in every if o.row["safety"] == "safeguarding"], lambda one: one.heard.safety != "none"
        ),
        "false alarms": _share(quiet, lambda one: one.heard.safety != "none"),
        "asks back": _share(judged, lambda one: one.asked_back),
        "choice holds": _share(choices, lambda one: bool(set(one.heard.nearest_needs) & set(one.row["needs"]))),
        "p95 ms": times[int(0.95 * (len(times) - 1))] if times else None,
    }


def table(groups: dict[str, list[Judged]]) -> str:
    """One line a group, one column a figure."""
    rows = [(name, len(judged), figures(judged)) for name, judged in groups.items()]
    heads = list(rows[0][2])
    lines = ["| messages | n | " + " | ".join(heads) + " |", "|---|---|" + "---|" * len(heads)]
    for name, count, values in rows:
        cells = ["" if value is None else f"{value:.0f}" if head.endswith(" ms") else f"{value:.3f}" for head, value in values.items()]
        lines.append(f"| {name} | {count} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def misses(judged: Sequence[Judged]) -> str:
    """Every message with something wrong in it, and what was heard instead."""
    lines = []
    for one in judged:
        row = one.row
        wrong = []
        judge_all = not one.for_safety_only
        if judge_all and one.heard.intent != row["intent"]:
            wrong.append(f"intent {one.heard.intent}, not {row['intent']}")
        if judge_all and one.needs != set(row["needs"]):
            extra, missing = sorted(one.needs - set(row["needs"])), sorted(set(row["needs"]) - one.needs)
            wrong.append(f"needs +{extra} -{missing}")
        if judge_all and one.ages != [tuple(age) for age in row["ages"]]:
            wrong.append(f"ages {one.ages}, not {row['ages']}")
        if judge_all and one.place != row["place"]:
            wrong.append(f"place {one.place}, not {row['place']}")
        if one.heard.safety != row["safety"]:
            wrong.append(f"safety {one.heard.safety}, not {row['safety']}")
        if wrong:
            lines.append(f"{row['id']}: {row['text']}\n    " + "; ".join(wrong))
    return "\n".join(lines) + "\n"


def confusions(judged: Sequence[Judged]) -> str:
    """Which intent was heard for which, and for each need how often it was found, missed and made up."""
    judged = [one for one in judged if not one.for_safety_only]
    intents = Counter((one.row["intent"], one.heard.intent) for one in judged if one.row["intent"] != one.heard.intent)
    lines = [f"{count} x {said} heard as {heard}" for (said, heard), count in intents.most_common()]
    lines.append("need: right, missed, made up")
    for need in sorted({need for one in judged for need in {*one.needs, *one.row["needs"]}}):
        right = sum(need in one.needs and need in one.row["needs"] for one in judged)
        missed = sum(need in one.row["needs"] for one in judged) - right
        lines.append(f"{need}: {right}, {missed}, {sum(need in one.needs for one in judged) - right}")
    return "\n".join(lines) + "\n"


def worse(now: Mapping[str, float | None], recorded: Mapping[str, float | None]) -> list[str]:
    """Each figure that is more than :data:`MARGIN` worse than the recorded one, as a line to print.

    A figure that was recorded and can no longer be measured counts as worse. Times depend on the machine and do not.
    """
    lines = []
    for name, before in recorded.items():
        if before is None or name.endswith(" ms") or name == "choice holds":
            continue
        figure = now.get(name)
        if figure is None:
            lines.append(f"{name}: no longer measured, was {before:.3f}")
        elif (figure - before if name in _FEWER_IS_BETTER else before - figure) > MARGIN + 1e-9:
            lines.append(f"{name}: {figure:.3f}, was {before:.3f}")
    return lines


def main() -> int:
    """Print the table for the chosen splits; exit code 1 where ``--check`` fails, 2 where a file or the model is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("splits", nargs="*", default=["test", "safety_test"])
    then = parser.add_mutually_exclusive_group()
    then.add_argument("--check", action="store_true", help="fail where a figure is two points worse than recorded")
    then.add_argument("--record", action="store_true", help="write these figures as the ones to hold")
    options = parser.parse_args()
    rows: list[Row] = []
    for split in options.splits:
        file = FOLDER / f"{split}.jsonl"
        if not file.exists():
            print(f"{file} is missing", file=sys.stderr)
            return 2
        rows += [{**json.loads(line), "split": split} for line in file.read_text(encoding="utf-8").splitlines() if line]
    try:
        judged = judge(load_parser(), rows)
    except NoModel as problem:
        print(problem, file=sys.stderr)
        return 2
    groups: dict[str, list[Judged]] = {"all": judged}
    for key in ("split", "voice", "style"):
        for name in sorted({one.row[key] for one in judged}):
            groups[f"{key}: {name}"] = [one for one in judged if one.row[key] == name]
    print(table(groups))
    out = ROOT / "results" / "understanding.txt"
    out.parent.mkdir(exist_ok=True)
    out.write_text(confusions(judged) + "\n" + misses(judged), encoding="utf-8")
    print(f"\nConfusions and misses to read: {out.relative_to(ROOT)}")
    return _hold("+".join(options.splits), figures(judged), options.check, options.record)


def _hold(splits: str, now: dict[str, float | None], check: bool, record: bool) -> int:
    kept: dict[str, dict[str, float | None]] = json.loads(RECORDED.read_text()) if RECORDED.exists() else {}
    if record:
        kept[splits] = {name: value if value is None else round(value, 4) for name, value in now.items()}
        RECORDED.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    if not check:
        return 0
    if splits not in kept:
        print(f"No figures are recorded for {splits}: run with --record first", file=sys.stderr)
        return 2
    lines = worse(now, kept[splits])
    print("\n".join(["Worse than recorded:", *lines] if lines else ["No figure is worse than recorded."]))
    return 1 if lines else 0


def _share(judged: Sequence[Judged], right: Callable[[Judged], bool]) -> float | None:
    return sum(map(right, judged)) / len(judged) if judged else None


if __name__ == "__main__":
    raise SystemExit(main())
