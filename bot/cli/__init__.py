"""The ``signpost`` command. Exit codes: 0 fine, 1 findings, 2 misuse.

A directory that cannot be read leaves a command with nothing to work on, which is told here for all of them (2). Only those
that judge whether it may go out (``check``, ``preview``, ``oruk``) have a word of their own for it: there it is a finding.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from bot.cli import ask, coverage, directory, oruk, preview, report, scenarios, stale
from bot.cli.errors import UsageError
from bot.directory.load import DirectoryError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sub-command; its own ``run`` does the work and returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="signpost", description="Find, check and test the help that Signpost offers families."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (ask, directory, stale, preview, scenarios, coverage, report, oruk):
        module.add_to(commands)
    options = parser.parse_args(argv)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except UsageError as problem:
        print(f"signpost: {problem}", file=sys.stderr)
        return 2
    except DirectoryError as problem:
        print(f"signpost: {problem} (signpost check says more)", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `signpost stale | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code
