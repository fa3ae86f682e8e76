"""``signpost coverage``: for which need, at which age, in which place the directory has nothing."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.cli.errors import UsageError
from bot.directory import coverage as covered
from bot.ops.stores import directory
from bot.reports.coverage import as_csv, as_page, as_table
from bot.scenarios.said import place


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("coverage", help="show where help is reachable, and where nothing fits")
    parser.add_argument("--html", type=Path, metavar="F", help="write the heat-map page here")
    parser.add_argument("--csv", type=Path, metavar="F", help="write a line for each need, age and place here")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table and write the files; exit code 1 when somewhere nothing fits.

    Raises:
        UsageError: a file cannot be written.
    """
    services, today = directory(), date.today()
    cells = covered.coverage(services, [place(name) for name in _places()], today)
    print(as_table(cells))
    _write(options.csv, lambda: as_csv(cells))
    _write(options.html, lambda: as_page(cells, services, today))
    gaps = sum(cell.level == "nothing" for cell in cells)
    print(f"{len(cells)} squares (need, age and place); in {gaps} the directory has nothing.")
    return 1 if gaps else 0


def _write(file: Path | None, content: Callable[[], str]) -> None:
    if file is None:
        return
    try:
        file.write_text(content(), encoding="utf-8")
    except OSError as problem:
        raise UsageError(f"{file} cannot be written: {problem.strerror}") from None


def _places() -> list[str]:
    path = Path(covered.__file__).with_name("coverage_places.yml")
    names: list[str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return names
