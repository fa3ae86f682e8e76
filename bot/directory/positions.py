"""Reads a service file with the line of every key and item, for ``signpost check``."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.directory.load import DirectoryError, read_text, refuse_aliases


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake: where it is (``line`` from 1), what is wrong, and what to write instead."""

    file: Path
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}: {self.instead}"


def read(file: Path) -> tuple[Any, list[Finding]]:
    """The file's content with positions, or None and why it cannot be read as YAML."""
    try:
        text = read_text(file)
        refuse_aliases(text)
    except DirectoryError as problem:
        what, _, instead = str(problem).removeprefix(f"{file}: ").partition(": ")
        return None, [Finding(file, 1, what, instead or "mend the file")]
    except ValueError as problem:
        line, what, instead = str(problem).split(": ", 2)
        return None, [Finding(file, int(line.removeprefix("line ")), what, instead)]
    try:
        return YAML(typ="rt", pure=True).load(io.StringIO(text)), []
    except DuplicateKeyError as problem:
        line = problem.problem_mark.line + 1
        return None, [Finding(file, line, "a key stands twice", "keep one of the two")]
    except MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        what = "a tab stands where spaces must" if "\\t" in str(problem.problem) else "this is not YAML"
        cure = "indent with spaces" if "tab" in what else f"look at this line and the one before ({problem.problem})"
        return None, [Finding(file, mark.line + 1 if mark else 1, what, cure)]
    except (YAMLError, ValueError, OverflowError) as problem:
        return None, [Finding(file, 1, "this is not YAML", f"look at the file ({str(problem).splitlines()[0]})")]


def line_of(root: Any, path: Sequence[str | int]) -> int:
    """The line (from 1) of the deepest part of ``path`` that has one."""
    line = 1
    node = root
    for step in path:
        position = getattr(node, "lc", None)
        if position is None:
            break
        try:
            line = (position.key(step) if isinstance(step, str) else position.item(step))[0] + 1
            node = node[step]
        except (KeyError, IndexError, TypeError, AttributeError):
            break
    return line
