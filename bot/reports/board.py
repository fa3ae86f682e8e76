"""The board's picture: which needs families asked about, by age and area, how help could be reached, and what families said.

No number under five is shown, nor what it is made of; every other is rounded to the nearest five, totals too; lines of like
numbers stand by name; and of an age or an area nothing is shown before one need in it was asked about five times, since one
family may have many needs (docs/decisions/0014-what-the-board-sees.md).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.clock import local_now
from bot.conversation.coarse import BANDS, NOT_SAID
from bot.conversation.counting import NOT_KNOWN
from bot.directory.coverage import LEVELS
from bot.directory.vocabulary import NEEDS, need_texts
from bot.enquiry import CountedNeed
from bot.reports.coverage import WORDS
from bot.reports.feedback import Counted
from bot.reports.page import render

_FEWEST = 5
_ROUNDED_OFF = 2  # at most, to the nearest five
# From the best to the worst, then what cannot be judged.
REACHES = (*reversed(LEVELS), NOT_KNOWN)
_REACH_WORDS: Mapping[str, str] = {
    **{str(level): words for level, words in WORDS.items()},
    NOT_KNOWN: "age or place not said, or outside the county",
}
# A need is met where a family can reach help by itself or be referred to it.
_UNMET = ("national", "nothing")
_AGES = {age: at for at, age in enumerate((*BANDS, NOT_SAID))}
_NOTHING_NEAR = "nothing near that can be reached"
_HELPED = ("yes", "partly", "no")


@dataclass(frozen=True)
class Line:
    """One line of a table: what it is about, and how often, exactly. Only what :attr:`total` and :attr:`cells` give may be seen.

    ``most`` is how often the most asked need in it was asked about: so many families there are at least.
    """

    about: str
    numbers: tuple[int, ...]
    most: int

    @property
    def total(self) -> str:
        """How often in all, as it may be seen."""
        return f"{self._told} or more" if self._told_less else shown(self._seen)

    @property
    def cells(self) -> tuple[str, ...]:
        """The numbers as they may be seen; none of a line of few families, which they would give away."""
        return tuple(shown(number) if self._seen >= _FEWEST else "" for number in self.numbers)

    @property
    def order(self) -> tuple[int, str]:
        """The most asked first, by what may be seen."""
        return -self._told, self.about

    @property
    def _told(self) -> int:
        """The rounded sum, or the least of those that are told alike."""
        return min(self._told_less, default=_rounded(self._seen))

    @property
    def _told_less(self) -> tuple[int, ...]:
        """The sums, this one among them, that are told alike, as one of them would give a hidden number away; none where none would.

        "10" of two that are shown as "<5" could only be 4 and 4, so that "5" and "10" are "5 or more".
        """
        if self._seen < _FEWEST or not any(0 < number < _FEWEST for number in self.numbers):
            return ()
        ranges = [_could_be(number) for number in self.numbers]
        lowest, highest = (sum(ends) for ends in zip(*ranges))
        telling = ((highest + _ROUNDED_OFF - _FEWEST, highest + _ROUNDED_OFF), (lowest - _ROUNDED_OFF, lowest - _ROUNDED_OFF + _FEWEST))
        return next((alike for alike in telling if _rounded(self._seen) in alike), ())

    @property
    def _seen(self) -> int:
        """The sum; of few families only that it is more than none."""
        return sum(self.numbers) if self.most >= _FEWEST else min(sum(self.numbers), 1)


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

    @property
    def with_nothing_near(self) -> int:
        """How often in all a need had nothing near: at least about so often.

        Added up from numbers that are shown anyway, and so from nothing that could give a smaller one away.
        """
        by_reach = (sum(_shown_unmet(line) for line in lines) for lines in (self.by_need, self.by_age, self.by_area))
        return max(*by_reach, sum(int(line.total) for line in self.unmet))


def picture(asked: Iterable[tuple[CountedNeed, int]], answers: Iterable[Counted], first: date, last: date) -> Picture:
    """The picture of every month that the days from ``first`` to ``last`` touch: less than a month is not kept."""
    months = _month(first), _month(last)
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
        by_need=_lines((names.get(row.need, row.need), row, times) for row, times in rows),
        by_age=tuple(sorted(_lines((row.age, row, times) for row, times in rows), key=lambda line: _AGES.get(line.about, len(_AGES)))),
        by_area=_lines((row.area, row, times) for row, times in rows),
        unmet=_in_order(Line(about, (times,), times) for about, times in unmet.items() if times >= _FEWEST),
        helped=tuple(Line(answer, (said[answer],), said[answer]) for answer in _HELPED),
        missing=_in_order(Line(reason, (times,), times) for reason, times in said.items() if reason not in _HELPED),
    )


def _month(day: date) -> str:
    """The month as it is kept ("2026-11"); strftime would write the year 1 as "1"."""
    return day.isoformat()[:7]


def shown(number: int) -> str:
    """A number as it may be seen: "0", "<5", or to the nearest five."""
    return f"<{_FEWEST}" if 0 < number < _FEWEST else str(_rounded(number))


def _shown_unmet(line: Line) -> int:
    cells = dict(zip(REACHES, line.cells))
    return sum(int(cells[way]) for way in _UNMET if cells[way].isdigit())


def _could_be(number: int) -> tuple[int, int]:
    """The least and the most that a number may be, by how it is shown."""
    if number < _FEWEST:
        return (1, _FEWEST - 1) if number else (0, 0)
    return max(_FEWEST, _rounded(number) - _ROUNDED_OFF), _rounded(number) + _ROUNDED_OFF


def _rounded(number: int) -> int:
    return _FEWEST * round(number / _FEWEST) if number >= _FEWEST else 0


def as_text(found: Picture, today: date | None = None) -> str:
    """The tables for a terminal."""
    months = _months(found, today or local_now().date())
    parts = [f"Needs that families asked about, {months}; numbers to the nearest {_FEWEST}, small ones left out."]
    for title, lines in _tables(found):
        width = max((len(line.about) for line in lines), default=0)
        parts.append(f"\n{title}")
        parts.extend(f"  {line.about:<{width}}  {line.total:>6}  {_ways(line)}".rstrip() for line in lines)
        if not lines:
            parts.append(f"  (none, or fewer than {_FEWEST})")
        if title == _NOTHING_NEAR and found.with_nothing_near:
            parts.append(f"  In all, over every age and area: about {found.with_nothing_near} times or more.")
    return "\n".join(parts)


def as_csv(found: Picture) -> str:
    """A line a number: table, what it is about, the way to help ("all" for the sum), the number as it may be seen ("" where it may not)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["table", "about", "way", "number"])
    for title, lines in _tables(found):
        for line in lines:
            writer.writerow([title, line.about, "all", line.total])
            if len(line.cells) == len(REACHES):
                writer.writerows([title, line.about, way, number] for way, number in zip(REACHES, line.cells))
    return out.getvalue()


def as_page(found: Picture, today: date) -> str:
    """The page, whole; it can be read without seeing its colours, and printed."""
    columns = [_REACH_WORDS[way] for way in REACHES]
    return render("board.html", today=today, months=_months(found, today), found=found, reaches=REACHES, columns=columns, fewest=_FEWEST)


def _lines(counted: Iterable[tuple[str, CountedNeed, int]]) -> tuple[Line, ...]:
    """A line for each thing that needs are counted under."""
    numbers: dict[str, Counter[str]] = {}
    needs: dict[str, Counter[str]] = {}
    for about, row, times in counted:
        numbers.setdefault(about, Counter())[row.reach] += times
        needs.setdefault(about, Counter())[row.need] += times
    return _in_order(
        Line(about, tuple(by_reach[reach] for reach in REACHES), max(needs[about].values())) for about, by_reach in numbers.items()
    )


def _in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.order))


def _said(words: str, what: str) -> str:
    return f"{what} not said" if words == NOT_SAID else words


def _tables(found: Picture) -> Sequence[tuple[str, Sequence[Line]]]:
    return (
        ("needs", found.by_need),
        ("ages", found.by_age),
        ("areas", found.by_area),
        (_NOTHING_NEAR, found.unmet),
        ("did this help?", found.helped),
        ("what was missing", found.missing),
    )


def _ways(line: Line) -> str:
    if len(line.cells) != len(REACHES):
        return ""
    return ", ".join(f"{_REACH_WORDS[way]} {number}" for way, number in zip(REACHES, line.cells) if number not in ("", "0"))


def _months(found: Picture, today: date) -> str:
    """ "November 2026"; ", so far" where the last month is not over, ", still to come" where the first has not begun."""
    first, last = (date.fromisoformat(f"{month}-01").strftime("%B %Y") for month in found.months)
    said = first if first == last else f"{first} to {last}"
    if found.months[0] > _month(today):
        return f"{said}, still to come"
    return f"{said}, so far" if found.months[1] >= _month(today) else said
