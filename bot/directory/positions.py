"""Reads a service file with the line of every key and item, for ``signpost check``."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import YAMLError

from bot.directory.load import DirectoryError, read_text
from bot.directory.plain_yaml import NotPlain, not_days, refuse_traps


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake: where it is (``line`` from 1), what is wrong, and what to write instead."""

    file: Path
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}: {self.instead}"


_MERGE_MARK = "<<<<<<< "
_TAB_IN_FRONT = re.compile(r"[ -]*\t")
_NOT_CLOSED = re.compile(r"expected ',' or '[\]}]'")


def read(file: Path) -> tuple[Any, list[Finding]]:
    """The file's content with positions, or None and why it cannot be read as YAML."""
    text = ""
    try:
        text = read_text(file)
        refuse_traps(text)
    except DirectoryError as problem:
        what, _, instead = str(problem).removeprefix(f"{file}: ").partition(": ")
        return None, [Finding(file, 1, what, instead or "mend the file")]
    except NotPlain as problem:
        return None, [_not_plain(file, problem)]
    except yaml.YAMLError as problem:
        return None, [_not_yaml(file, text, problem)]
    try:
        return YAML(typ="rt", pure=True).load(io.StringIO(text)), []
    except DuplicateKeyError as problem:
        return None, [Finding(file, problem.problem_mark.line + 1, "a key stands twice", "keep one of the two")]
    except YAMLError as problem:
        return None, [_not_yaml(file, text, problem)]
    except (ValueError, OverflowError) as problem:
        return None, [_not_plain(file, day) for day in not_days(text)] or [_not_yaml(file, text, problem)]


def _not_plain(file: Path, problem: NotPlain) -> Finding:
    line, what, instead = str(problem).split(": ", 2)
    return Finding(file, int(line.removeprefix("line ")), what, instead)


def _not_yaml(file: Path, text: str, problem: Exception) -> Finding:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    marked = next((at for at, words in enumerate(lines, start=1) if words.startswith(_MERGE_MARK)), None)
    if marked:
        return Finding(file, marked, "two people's edits of this file were never joined", "keep the right lines, take out <<<<<<<, ======= and >>>>>>>")
    if line <= len(lines) and _TAB_IN_FRONT.match(lines[line - 1]):
        return Finding(file, line, "a tab stands where spaces must", "indent with spaces")
    said = str(getattr(problem, "problem", None) or str(problem).splitlines()[0])
    opened = getattr(problem, "context_mark", None)
    if opened and _NOT_CLOSED.search(said):
        return Finding(file, opened.line + 1, "this is not YAML: a bracket that opens here is not closed", "close it, and look for a comma that is missing")
    return Finding(file, line, "this is not YAML", f"look at this line and the one before ({said})")


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
