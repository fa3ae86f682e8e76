"""``signpost check``: what is wrong in the directory and in the questions, and what to write instead."""

from __future__ import annotations

import argparse
from typing import Any

from bot.answer.faq_check import faq_mistakes
from bot.cli.errors import UsageError
from bot.cli.files import named_path
from bot.directory.check import check
from bot.directory.load import service_files
from bot.ops.stores import faq_folder, known_ids, services_folder


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    checking = commands.add_parser("check")
    checking.add_argument("paths", nargs="*", type=named_path, metavar="PATH", help="files or folders (default: the directory and the questions of faq/)")
    checking.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    """Print every mistake; exit code 1 when there is one."""
    paths = options.paths or [services_folder()]
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise UsageError(f"{missing[0]} does not exist")
    ids = known_ids()  # what a draft elsewhere may name under `after`
    findings = check(paths, known_ids=ids)
    if not options.paths and ids:
        findings += faq_mistakes(faq_folder(), ids)
    if not findings and not any(path.is_file() or service_files(path) for path in paths):
        raise UsageError(f"there is no .yml file in {paths[0]}")
    for finding in findings:
        print(finding)
    return 1 if findings else 0
