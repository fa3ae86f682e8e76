"""The board's picture: which needs families asked about, by age and area, how help could be reached, and what families said.

No number under five is shown and every other is rounded to the nearest five, totals too, so that no family can be told
from the rest or worked out from a total (docs/decisions/0014-what-the-board-sees.md).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.conversation.coarse import BANDS, NOT_SAID
from bot.directory.vocabulary import NEEDS, need_texts
from bot.enquiry import Asked
from bot.reports.coverage import WORDS
from bot.reports.feedback import Counted

_FEWEST = 5
# From the best to the worst, then what cannot be judged.
REACHES = ("today", "referral", "not_stated", "national", "nothing", "not known")
_REACH_WORDS: Mapping[str, str] = {
    **{str(level): words for level, words in WORDS.items()},
    "not known": "age not said, or outside the county",
}
# A need is met where a family can reach help by itself or be referred to it.
_UNMET = ("national", "nothing")
_AGES = {age: at for at, age in enumerate((*BANDS, NOT_SAID))}
_HELPED = ("yes", "partly", "no")


@dataclass(frozen=True)
class Line:
    """One line of a table: what it is about, and how often, exactly. Show a number with :func:`shown` only."""

    about: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.numbers)


@dataclass(frozen=True)
class Picture:
    """The months counted; tables by need, age and area with a number for each of ``REACHES``; what was unmet; what families said."""

    months: tuple[str, str]
    by_need: tuple[Line, ...]
    by_age: tuple[Line, ...]
    by_area: tuple[Line, ...]
    unmet: tuple[Line, ...]
    helped: tuple[Line, ...]
    missing: tuple[Line, ...]


def picture(asked: Iterable[tuple[Asked, int]], answers: Iterable[Counted], first: date, last: date) -> Picture:
    """The picture of every month that the days from ``first`` to ``last`` touch: less than a month is not kept."""
    months = f"{first:%Y-%m}", f"{last:%Y-%m}"
    rows = [(row, times) for row, times in asked if months[0] <= row.month <= months[1]]
    said = Counter[str]()
    for answer in answers:
        if months[0] <= answer.month <= months[1]:
            said[answer.feedback.said] += answer.times
    names = {need: need_texts()[need]["short"] for need in NEEDS}
    unmet = Counter[str]()
    for row, times in rows:
        if row.reach in _UNMET:
            unmet[f"{names.get(row.need, row.need)}, {_said(row.age, 'age')}, {_said(row.area, 'place')}"] += times
    return Picture(
        months=months,
        by_need=_lines((names.get(row.need, row.need), row.reach, times) for row, times in rows),
        by_age=tuple(sorted(_lines((row.age, row.reach, times) for row, times in rows), key=lambda line: _AGES.get(line.about, len(_AGES)))),
        by_area=_lines((row.area, row.reach, times) for row, times in rows),
        unmet=tuple(Line(about, (times,)) for about, times in unmet.most_common() if times >= _FEWEST),
        helped=tuple(Line(answer, (said[answer],)) for answer in _HELPED),
        missing=tuple(Line(reason, (times,)) for reason, times in said.most_common() if reason not in _HELPED),
    )


def shown(number: int) -> str:
    """A number as it may be seen: "0", "<5", or to the nearest five."""
    if 0 < number < _FEWEST:
        return f"<{_FEWEST}"
    return str(_FEWEST * round(number / _FEWEST))


def as_text(found: Picture) -> str:
    """The tables for a terminal."""
    parts = [f"Needs that families asked about, {_months(found)}; numbers to the nearest {_FEWEST}, small ones left out."]
    for title, lines in _tables(found):
        width = max((len(line.about) for line in lines), default=0)
        parts.append(f"\n{title}")
        parts.extend(f"  {line.about:<{width}}  {shown(line.total):>6}  {_ways(line)}".rstrip() for line in lines)
        if not lines:
            parts.append("  (nothing was counted)")
    return "\n".join(parts)


def as_csv(found: Picture) -> str:
    """A line a number: table, what it is about, the way to help ("all" for the sum), the number as it may be seen."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["table", "about", "way", "number"])
    for title, lines in _tables(found):
        for line in lines:
            writer.writerow([title, line.about, "all", shown(line.total)])
            if len(line.numbers) == len(REACHES):
                writer.writerows([title, line.about, way, shown(number)] for way, number in zip(REACHES, line.numbers))
    return out.getvalue()


def as_page(found: Picture, today: date) -> str:
    """The page, whole; it can be read without seeing its colours, and printed."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("board.html").render(
        today=today, months=_months(found), found=found, reaches=REACHES, words=_REACH_WORDS, shown=shown, fewest=_FEWEST
    )


def _lines(counted: Iterable[tuple[str, str, int]]) -> tuple[Line, ...]:
    """A line for each thing asked about, the most asked first."""
    numbers: dict[str, Counter[str]] = {}
    for about, reach, times in counted:
        numbers.setdefault(about, Counter())[reach] += times
    lines = (Line(about, tuple(by_reach[reach] for reach in REACHES)) for about, by_reach in numbers.items())
    return tuple(sorted(lines, key=lambda line: (-line.total, line.about)))


def _said(words: str, what: str) -> str:
    return f"{what} not said" if words == NOT_SAID else words


def _tables(found: Picture) -> Sequence[tuple[str, Sequence[Line]]]:
    return (
        ("needs", found.by_need),
        ("ages", found.by_age),
        ("areas", found.by_area),
        ("nothing near that can be reached", found.unmet),
        ("did this help?", found.helped),
        ("what was missing", found.missing),
    )


def _ways(line: Line) -> str:
    if len(line.numbers) != len(REACHES):
        return ""
    return ", ".join(f"{_REACH_WORDS[way]} {shown(number)}" for way, number in zip(REACHES, line.numbers) if number)


def _months(found: Picture) -> str:
    first, last = (date.fromisoformat(f"{month}-01").strftime("%B %Y") for month in found.months)
    return first if first == last else f"{first} to {last}"
