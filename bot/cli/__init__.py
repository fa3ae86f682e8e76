"""The ``signpost`` command. Exit codes: 0 fine, 1 findings, 2 misuse.

A directory that cannot be read leaves a command with nothing to work on, which is told here for all of them (2). Only those
that judge whether it may go out (``check``, ``preview``, ``oruk``) have a word of their own for it: there it is a finding.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Mapping, Sequence

from bot.cli.errors import UsageError
from bot.directory.load import DirectoryError

__all__ = ["main"]

# Each command and what --help says of it. Its module is imported when it is called: the models' libraries take seconds.
_COMMANDS: Mapping[str, str] = {
    "ask": "understand one message (or a file of them) and plan the help",
    "match": "plan the help for a need, an age and a place",
    "check": "check the directory's files",
    "stale": "list what is due for checking, by owner",
    "preview": "show which answers an edit of services/ changes, and why",
    "scenarios": "run the practitioners' signposting scenarios",
    "coverage": "show where help is reachable, and where nothing fits",
    "report": "show which needs families asked about, and how help could be reached",
    "oruk": "publish the directory as an Open Referral UK feed, or read other feeds",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one sub-command; its own ``run`` does the work and returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    try:
        options = _parser(arguments).parse_args(arguments)
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


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that is called; of the others it knows the names."""
    parser = argparse.ArgumentParser(
        prog="signpost", description="Find, check and test the help that Signpost offers families."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    called = next((word for word in arguments if not word.startswith("-")), None)
    for name, summary in _COMMANDS.items():
        if name == called:
            importlib.import_module(f"bot.cli.{name}").add_to(commands)
        else:
            commands.add_parser(name, help=summary)
    return parser
