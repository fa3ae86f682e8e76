"""``signpost stale``: what each owner has to check, and what has already left the answers."""

from __future__ import annotations

import argparse
import os
from datetime import date
from itertools import groupby
from typing import Any

from bot.cli.errors import UsageError
from bot.directory.load import load_file, service_files
from bot.directory.stale import Due, due
from bot.ops.stores import services_folder

_MOST_DAYS = 3650


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("stale")
    parser.add_argument("--days", type=_days, default=30, metavar="N", help="how far to look ahead (default: 30)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the list; exit code 1 when something is due.

    Raises:
        DirectoryError: the directory cannot be read.
    """
    today = date.today()
    files = [load_file(file) for file in service_files(services_folder())]
    found = due(files, today, options.days)
    for owner, theirs in groupby(found, key=lambda one: one.owner):
        entries = list(theirs)
        print(f"{owner} ({len(entries)}):")
        for one in entries:
            print(f"  {os.path.relpath(one.file)}: {one.name}: {_said(one, today)}")
    print(_total(found, options.days))
    return 1 if found else 0


def _days(said: str) -> int:
    """Raises UsageError: it is no number of days that makes sense."""
    if not said.isdecimal() or int(said) > _MOST_DAYS:
        raise UsageError(f"{said} days make no sense: write a whole number, such as --days 30")
    return int(said)


def _said(one: Due, today: date) -> str:
    day = one.day.strftime("%-d %B %Y")
    if one.what == "read its sources again":
        return f"{one.what}: {'overdue since' if one.day < today else 'due on'} {day}"
    if one.gone:
        return f"its {one.what} left the answers on {day}: check it, or take it out"
    return f"its {one.what} will leave the answers on {day}"


def _total(found: list[Due], days: int) -> str:
    if not found:
        return f"Nothing is due within {days} days."
    files, gone = len({one.file for one in found}), sum(one.gone for one in found)
    return f"{len(found)} things to check in {files} files; {gone} have already left the answers."
