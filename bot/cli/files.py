"""The files that a report may be written to: ``--html F`` and ``--csv F``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from bot.cli.errors import UsageError


def add_files(parser: argparse.ArgumentParser, *, page: str, csv: str) -> None:
    """Add both options, with their help."""
    parser.add_argument("--html", type=Path, metavar="F", help=page)
    parser.add_argument("--csv", type=Path, metavar="F", help=csv)


def named_path(said: str) -> Path:
    """A file or a folder that is named; "" would be the folder where the command is run.

    Raises:
        UsageError: there is no name.
    """
    if not said.strip():
        raise UsageError("the name of a file or folder is empty: write one, or leave it out")
    return Path(said)


def refuse_unwritable(file: Path) -> None:
    """Look before the long work whose outcome ``file`` is for. What stands in it stays.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        file.open("a").close()
    except OSError as problem:
        raise UsageError(f"{file} cannot be written: {problem.strerror}") from None


def write(file: Path | None, content: Callable[[], str]) -> None:
    """Write what was asked for.

    Raises:
        UsageError: the file cannot be written.
    """
    if file is None:
        return
    try:
        file.write_text(content(), encoding="utf-8")
    except OSError as problem:
        raise UsageError(f"{file} cannot be written: {problem.strerror}") from None
