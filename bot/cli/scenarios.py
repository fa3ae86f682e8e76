"""``signpost scenarios``: is what the directory offers what a good navigator would say?"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from bot.cli.errors import UsageError
from bot.ops.paths import SCENARIOS
from bot.ops.stores import directory
from bot.scenarios.run import complaints, report
from bot.scenarios.scenario import read_scenarios


def add_to(commands: Any) -> None:
    """Add the sub-command to the parser."""
    parser = commands.add_parser("scenarios")
    parser.add_argument("path", nargs="?", type=Path, default=SCENARIOS, metavar="PATH", help="a file or folder of scenarios")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every failure and a last line with the count; exit code 1 when there is one.

    Raises:
        UsageError: there is nothing to run.
        DirectoryError: the directory cannot be read.
    """
    if not options.path.exists():
        raise UsageError(f"{options.path} does not exist")
    services, today = directory(), date.today()
    scenarios, findings = read_scenarios(options.path, services, today)
    if not scenarios and not findings:
        raise UsageError(f"there are no scenarios in {options.path}: a file ends in .yml and begins with scenarios:")
    for finding in findings:
        print(finding)
    failed = [(scenario, found) for scenario in scenarios if (found := complaints(scenario, services, today))]
    for scenario, found in failed:
        print(report(scenario, found))
    print(f"{len(scenarios) - len(failed)} of {len(scenarios)} scenarios are as they should be{_unread(len(findings))}.")
    return 1 if failed or findings else 0


def _unread(mistakes: int) -> str:
    if not mistakes:
        return ""
    return f"; {mistakes} mistake{'s' if mistakes > 1 else ''} in the files: a scenario with a mistake is not run"
