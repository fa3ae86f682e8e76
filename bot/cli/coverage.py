"""``signpost coverage``: for which need, at which age, in which place the directory has nothing."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.cli.files import add_files, write
from bot.directory import coverage as covered
from bot.ops.stores import directory
from bot.reports.coverage import as_csv, as_page, as_table
from bot.scenarios.said import place


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("coverage")
    add_files(parser, page="write the heat-map page here", csv="write a line for each need, age and place here")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the table and write the files; exit code 1 when somewhere nothing fits.

    Raises:
        UsageError: a file cannot be written.
        DirectoryError: the directory cannot be read.
    """
    services, today = directory(), date.today()
    cells = covered.coverage(services, [place(name) for name in _places()], today)
    print(as_table(cells))
    write(options.csv, lambda: as_csv(cells))
    write(options.html, lambda: as_page(cells, services, today))
    gaps = sum(cell.level == "nothing" for cell in cells)
    print(f"{len(cells)} squares (need, age and place); in {gaps} the directory has nothing.")
    return 1 if gaps else 0


def _places() -> list[str]:
    path = Path(covered.__file__).with_name("coverage_places.yml")
    names: list[str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return names
