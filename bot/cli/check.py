"""``signpost check``: what is wrong in the directory, in the questions and in the tables that name services, and what to write instead."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.answer.faq_check import faq_mistakes
from bot.cli.errors import UsageError
from bot.cli.files import named_path
from bot.cli.named_ids import unknown_ids
from bot.directory.check import check
from bot.directory.load import service_files
from bot.directory.positions import Finding
from bot.ops.stores import faq_folder, known_ids, services_folder

_GONE = re.compile(r"there is no service '(.+)'")


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    checking = commands.add_parser("check")
    checking.add_argument("paths", nargs="*", type=named_path, metavar="PATH", help="files or folders (default: the directory, the questions of faq/ and the tables that name services)")
    checking.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every mistake; exit code 1 when there is one.

    Raises:
        UsageError: a path is not there, cannot be looked at, or holds no service.
    """
    asked = options.paths or [services_folder()]
    missing = [path for path in asked if not _is_there(path)]
    if missing:
        raise UsageError(f"{missing[0]} does not exist")
    questions = [path for path in asked if _is_under(path, faq_folder())] if options.paths else [faq_folder()]
    paths = [path for path in asked if path not in questions]
    findings = check(paths, directory=services_folder()) if paths else []
    for path in questions:
        folder = path if path.is_dir() else path.parent
        findings += [one for one in faq_mistakes(folder, known_ids()) if path in (folder, one.file)]
    findings += [] if options.paths else unknown_ids(known_ids())
    if not findings and not questions and not any(path.is_file() or service_files(path) for path in paths):
        raise UsageError(f"there is no .yml file in {paths[0]}")
    for finding in _together(findings):
        print(finding)
    return 1 if findings else 0


def _together(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, of all places that name one service which is gone the first alone, with how many there are."""
    places = Counter(one.what for one in findings)
    told: set[str] = set()
    for one in findings:
        gone = _GONE.fullmatch(one.what)
        if not gone or places[one.what] == 1:
            yield one
        elif one.what not in told:
            told.add(one.what)
            what = f"{one.what}, and {places[one.what]} places name it, this one first"
            yield replace(one, what=what, instead=f"{one.instead} (git grep -n -w -F {gone[1]} shows each)")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as problem:
        raise UsageError(f"{path} cannot be read: {problem.strerror}") from None


def _is_under(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
