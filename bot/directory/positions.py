"""Reads a service file with the line of every key and item, for ``signpost check``: each value just as the chat reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.directory.load import DirectoryError, read_text, service_files
from bot.directory.plain_yaml import DEEPEST, NotPlain, odd_tag, refuse_traps, scalar
from bot.directory.unreadable import not_yaml


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake: where it is (``line`` from 1), what is wrong, and what to write instead."""

    file: Path
    line: int
    what: str
    instead: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}: {self.instead}"


class _Placed:
    """Of each key of a mapping or item of a list: its line, and how its value is written where that stands without quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str | int, int] = {}
        self.written: dict[str | int, str] = {}

    def place(self, at: str | int, start: yaml.Node, value: yaml.Node) -> None:
        """Keep where ``at`` stands, whose line is the one on which ``start`` begins."""
        self.lines[at] = start.start_mark.line + 1
        if isinstance(value, yaml.ScalarNode) and not value.style:
            self.written[at] = value.value


class Keys(_Placed, dict[Any, Any]):
    """Keys and values, and where they stand."""


class Items(_Placed, list[Any]):
    """A list, and where its items stand."""


def read(file: Path) -> tuple[Any, list[Finding]]:
    """The file's content with positions, or None and why it cannot be read as YAML."""
    text = ""
    try:
        text = read_text(file)
        refuse_traps(text)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except DirectoryError as problem:
        return None, [refused(problem)]
    except NotPlain as problem:
        return None, [Finding(file, problem.line, problem.what, problem.instead)]
    except yaml.YAMLError as problem:
        return None, [Finding(file, *not_yaml(text, problem))]
    problems: list[Finding] = []
    root = None if node is None else _content(node, lambda problem: problems.append(Finding(file, problem.line, problem.what, problem.instead)))
    return (None, problems) if problems else (root, [])


def refused(problem: DirectoryError) -> Finding:
    """What the chat's own reader says of a file, as a finding."""
    return Finding(problem.file, problem.line or 1, problem.what, problem.instead or "mend it: the chat cannot read this file")


def files_under(path: Path, findings: list[Finding]) -> list[Path]:
    """A file itself, or the YAML files of a folder; none where it cannot be looked through, which is added to ``findings``."""
    if path.is_file():
        return [path]
    try:
        return service_files(path)
    except DirectoryError as problem:
        findings.append(refused(problem))
        return []


def _content(node: yaml.Node, refuse: Callable[[NotPlain], None], depth: int = 0) -> Any:
    if isinstance(node, yaml.ScalarNode):
        try:
            return scalar(node)
        except NotPlain as problem:
            refuse(problem)
            return None
    if depth >= DEEPEST:
        refuse(NotPlain(node.start_mark, "too many brackets inside each other", "write it as a service file"))
    elif node.tag not in (yaml.resolver.Resolver.DEFAULT_MAPPING_TAG, yaml.resolver.Resolver.DEFAULT_SEQUENCE_TAG):
        refuse(NotPlain(node.start_mark, *odd_tag(node.tag)))
    elif isinstance(node, yaml.SequenceNode):
        return _items(node, refuse, depth)
    elif isinstance(node, yaml.MappingNode):
        return _keys(node, refuse, depth)
    return None


def _items(node: yaml.SequenceNode, refuse: Callable[[NotPlain], None], depth: int) -> Items:
    found = Items()
    for at, item in enumerate(node.value):
        found.append(_content(item, refuse, depth + 1))
        found.place(at, item, item)
    return found


def _keys(node: yaml.MappingNode, refuse: Callable[[NotPlain], None], depth: int) -> Keys:
    found = Keys()
    for key_node, value in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            refuse(NotPlain(key_node.start_mark, "a key must be a word", "write key: value"))
            continue
        key = key_node.value
        if key in found:
            refuse(NotPlain(key_node.start_mark, f"the key {key!r} stands twice, first in line {found.lines[key]}", "keep one of the two"))
            continue
        found[key] = _content(value, refuse, depth + 1)
        found.place(key, key_node, value)
    return found


def line_of(root: Any, path: Sequence[str | int]) -> int:
    """The line (from 1) of the deepest part of ``path`` that has one."""
    line = 1
    node = root
    for step in path:
        if not isinstance(node, _Placed) or step not in node.lines:
            break
        line = node.lines[step]
        node = node[step]  # type: ignore[index]
    return line


def written_at(root: Any, path: Sequence[str | int]) -> str | None:
    """How the value at ``path`` is written, where it stands without quotes."""
    node = root
    for step in path[:-1]:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return None
    return node.written.get(path[-1]) if path and isinstance(node, _Placed) else None
