"""What the redaction takes out and what it leaves, beside scrubadub: `python -m benchmarks.privacy.measure`.

Every line of `tests/privacy/labelled.jsonl` says which parts must go and which must stay. Recall is the share of parts
that must go and are gone; over-redaction is the share of parts that must stay and are gone. An age that a date of birth
is turned into ("aged 7") is counted apart, because no other tool is asked for it. Writes RESULTS.md beside this file.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import scrubadub

from bot.privacy.redact import redact

LABELLED = Path(__file__).parents[2] / "tests" / "privacy" / "labelled.jsonl"
RESULTS = Path(__file__).with_name("RESULTS.md")
TODAY = date(2026, 11, 24)
SETS = {
    "first": "the rules were tuned on it",
    "second": "blind until its faults were mended; no longer",
    "third": "written before that mending; blind until its own faults were mended",
    "fourth": "written before that second mending, measured after it, never tuned on",
}


_AS_FIRST_MET = (
    "Blind figures, each before any rule was changed for its set: second 48 of 50 (96%) gone and 3 of 94 (3.2%) lost; third",
    "37 of 48 (77%) and 1 of 96 (1.0%); fourth is still blind. The third and fourth were written by the hand that wrote the",
    "rules, to be hard: rare first names, no capitals, names with no cue. Expect about four in five of such names to go, and",
    "nearly all phone numbers, e-mails, postcodes, birth dates and named schools. scrubadub is used as it comes: its finders",
    "of names need models that are downloaded, so most of what it misses is names.",
)


@dataclass(frozen=True)
class Line:
    """One labelled message."""

    of: str
    text: str
    goes: tuple[str, ...]
    stays: tuple[str, ...]


@dataclass
class Score:
    """Counts of parts, and the words of every fault."""

    goes: int = 0
    gone: int = 0
    stays: int = 0
    lost: int = 0
    ages: int = 0
    ages_said: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.gone / self.goes

    @property
    def over_redaction(self) -> float:
        return self.lost / self.stays


def labelled() -> list[Line]:
    """The whole file, in order."""
    lines = LABELLED.read_text(encoding="utf-8").splitlines()
    return [_line(json.loads(line)) for line in lines if line.strip()]


def score(lines: Iterable[Line], clean: Callable[[str], str]) -> Score:
    """How ``clean`` does on these lines."""
    total = Score()
    for line in lines:
        left = clean(line.text)
        kept, said = left.casefold(), line.text.casefold()
        for part in line.goes:
            total.goes += 1
            total.gone += part.casefold() not in kept
            if part.casefold() in kept:
                total.faults.append(f"left {part!r}: {left}")
        for part in line.stays:
            if part.casefold() not in said:
                total.ages += 1
                total.ages_said += part in left
                continue
            total.stays += 1
            total.lost += part.casefold() not in kept
            if part.casefold() not in kept:
                total.faults.append(f"lost {part!r}: {left}")
    return total


def ours(text: str) -> str:
    return redact(text, TODAY).text


def scrubbed() -> Callable[[str], str]:
    """scrubadub as it comes, for British English."""
    scrubber = scrubadub.Scrubber(locale="en_GB")
    return lambda text: str(scrubber.clean(text))


def report() -> str:
    lines = labelled()
    tools = {"ours": ours, "scrubadub 2 (en_GB)": scrubbed()}
    rows = [
        "# What is taken out before anything is stored",
        "",
        "`python -m benchmarks.privacy.measure`, one run, in the project's environment.",
        "",
        "| messages | tool | recall | over-redaction | birth dates said as an age | time a message |",
        "|---|---|---|---|---|---|",
    ]
    for name, kind in SETS.items():
        chosen = [line for line in lines if line.of == name]
        for tool, clean in tools.items():
            started = time.perf_counter()
            found = score(chosen, clean)
            took = (time.perf_counter() - started) / len(chosen)
            rows.append(
                f"| {name} ({len(chosen)}): {kind} | {tool} | {found.gone} of {found.goes} ({found.recall:.0%}) "
                f"| {found.lost} of {found.stays} ({found.over_redaction:.1%}) | {found.ages_said} of {found.ages} "
                f"| {took * 1000:.1f} ms |"
            )
    rows += ["", *_AS_FIRST_MET, "", "## What ours still gets wrong", ""]
    rows += [
        f"- {name}: {fault}"
        for name in SETS
        for fault in score((x for x in lines if x.of == name), ours).faults
    ]
    return "\n".join(rows) + "\n"


def main() -> None:
    text = report()
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


def _line(raw: dict[str, object]) -> Line:
    goes, stays = raw["goes"], raw["stays"]
    assert isinstance(goes, list)
    assert isinstance(stays, list)
    return Line(str(raw["set"]), str(raw["text"]), tuple(goes), tuple(stays))


if __name__ == "__main__":
    main()
