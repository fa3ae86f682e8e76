"""The ``signpost`` command. Exit codes: 0 fine, 1 findings, 2 misuse."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bot.cli import ask, directory, scenarios
from bot.cli.errors import UsageError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sub-command; its own ``run`` does the work and returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="signpost", description="Find, check and test the help that Signpost offers families."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (ask, directory, scenarios):
        module.add_to(commands)
    options = parser.parse_args(argv)
    try:
        code: int = options.run(options)
    except UsageError as problem:
        print(f"signpost: {problem}", file=sys.stderr)
        return 2
    return code
