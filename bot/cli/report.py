"""``signpost report``: the board's picture of needs met and unmet, anonymously."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from datetime import date
from typing import Any

from bot.cli.errors import UsageError
from bot.cli.files import add_files, write
from bot.ops.stores import counts_folder, enquiry_counts, feedback_counts
from bot.reports.board import as_csv, as_page, as_text, picture


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("report")
    parser.add_argument("--from", dest="first", type=_day, required=True, metavar="D", help="a day (2026-11-01) of the first month")
    parser.add_argument("--to", dest="last", type=_day, required=True, metavar="D", help="a day of the last month; whole months are counted")
    add_files(parser, page="write the page here", csv="write a line for each number here")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the tables and write the files.

    Raises:
        UsageError: the days are the wrong way round, the counts cannot be read, or a file cannot be written.
    """
    if options.last < options.first:
        raise UsageError(f"--to {options.last} is before --from {options.first}")
    try:
        enquiries = list(enquiry_counts().all())
        found = picture(enquiries, feedback_counts().all(), options.first, options.last)
    except sqlite3.Error as problem:
        raise UsageError(f"the counts cannot be read: {problem}") from None
    if not enquiries:
        print(f"No enquiry was ever counted in {counts_folder()}: where the chat keeps its data elsewhere, set SIGNPOST_VAR to that folder.", file=sys.stderr)
    print(as_text(found))
    write(options.csv, lambda: as_csv(found))
    write(options.html, lambda: as_page(found, date.today()))
    return 0


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{said!r} is no day: write it as 2026-11-01") from None
