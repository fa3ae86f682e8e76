"""The coverage of the directory as a table, as CSV and as a page that can be read without seeing its colours."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from bot.directory.coverage import AGE_BANDS, LEVELS, Cell, Level, worst
from bot.directory.service import Directory
from bot.directory.vocabulary import NEEDS, need_texts
from bot.reports.page import render

WORDS: dict[Level, str] = {
    "today": "today",
    "referral": "through referral",
    "not_stated": "way in or ages not stated",
    "national": "only a national line or website",
    "nothing": "nothing",
}
_SHORT: dict[Level, str] = {"today": "today", "referral": "referral", "not_stated": "not stated", "national": "national", "nothing": "NOTHING"}


def as_table(cells: Sequence[Cell]) -> str:
    """Need by age, the worst of all places; "(3)" is how many places are as bad where not all are."""
    width = max(len(need) for need in NEEDS)
    lines = [" ".join([" " * width, *(f"{band:>12}" for band in AGE_BANDS)])]
    for need in NEEDS:
        found = [_short([cell for cell in cells if (cell.need, cell.age) == (need, band)]) for band in AGE_BANDS]
        lines.append(" ".join([f"{need:<{width}}", *(f"{text:>12}" for text in found)]))
    return "\n".join(lines)


def as_csv(cells: Iterable[Cell]) -> str:
    """A line a cell: need, age, place, level, and the ids of the services of that level."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["need", "age", "place", "level", "services"])
    writer.writerows([cell.need, cell.age, cell.place, cell.level, " ".join(cell.services)] for cell in cells)
    return out.getvalue()


def as_page(cells: Sequence[Cell], directory: Directory, today: date) -> str:
    """The heat-map page, whole: need by age for all places together, then for each place."""
    places = list(dict.fromkeys(cell.place for cell in cells))
    return render(
        "coverage.html",
        today=today,
        services=len(directory.services),
        bands=list(AGE_BANDS),
        words=WORDS,
        levels=list(reversed(LEVELS)),
        county=_rows(cells, len(places)),
        places=[(place, _rows([cell for cell in cells if cell.place == place], 1)) for place in places],
        gaps=_gaps(cells, len(places)),
        need_words={need: need_texts()[need]["short"] for need in NEEDS},
    )


def _gaps(cells: Sequence[Cell], places: int) -> list[tuple[str, str, str]]:
    """Need, age and where, for what the directory has nothing for."""
    found: dict[tuple[str, str], list[str]] = {}
    for cell in cells:
        if cell.level == "nothing":
            found.setdefault((cell.need, cell.age), []).append(cell.place)
    return [
        (need, age, "everywhere" if len(where) == places else ", ".join(where)) for (need, age), where in found.items()
    ]


def _rows(cells: Sequence[Cell], places: int) -> list[tuple[str, list[tuple[Level | None, str]]]]:
    by_pair: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        by_pair.setdefault((cell.need, cell.age), []).append(cell)
    return [
        (need_texts()[need]["short"], [_square(by_pair.get((need, band), []), places) for band in AGE_BANDS]) for need in NEEDS
    ]


def _square(cells: Sequence[Cell], places: int) -> tuple[Level | None, str]:
    if not cells:
        return None, "does not arise"
    level = worst(cells)
    as_bad = sum(cell.level == level for cell in cells)
    return level, WORDS[level] + (f" (in {as_bad} of {places} places)" if as_bad < places else "")


def _short(cells: Sequence[Cell]) -> str:
    if not cells:
        return "-"
    level = worst(cells)
    as_bad = sum(cell.level == level for cell in cells)
    return _SHORT[level] + (f" ({as_bad})" if as_bad < len(cells) else "")
