"""Plain YAML and nothing else, fast: no key twice, no aliases, no tags, no depth that a service file never has.

libyaml finds the structure; turning its nodes into values is done here, in half the time of PyYAML's general way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

# A service file is five deep; far deeper ones are made to break a reader.
DEEPEST = 20
_TAG = "tag:yaml.org,2002:"
_WORDS: dict[str, bool] = {
    word: value
    for value, names in ((True, ("true", "yes", "on")), (False, ("false", "no", "off")))
    for name in names
    for word in (name, name.capitalize(), name.upper())
}
# YAML has more ways to write a number, and its readers do not agree on them: 060 is 48 for one and 60 for another.
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d*|\d+\.\d*|\.\d+)(?:[eE][-+]?\d+)?")
_NOUGHT_IN_FRONT = re.compile(r"0\d+")
_CONSTRUCTOR = yaml.constructor.SafeConstructor()  # only its readers of single values, which keep nothing
_READERS: dict[str, Callable[[yaml.ScalarNode], Any]] = {
    f"{_TAG}int": _CONSTRUCTOR.construct_yaml_int,
    f"{_TAG}float": _CONSTRUCTOR.construct_yaml_float,
    f"{_TAG}timestamp": _CONSTRUCTOR.construct_yaml_timestamp,
}


class NotPlain(ValueError):
    """Why a text is not taken: "line 3: what is wrong: what to do"."""

    def __init__(self, mark: Any, what: str, instead: str) -> None:
        self.line = mark.line + 1 if mark else 1
        self.what, self.instead = what, instead
        super().__init__(f"line {self.line}: {what}: {instead}")


def parse(text: str) -> Any:
    """The text's content as dicts, lists and plain values.

    Raises:
        NotPlain: it uses what no service file needs.
        yaml.YAMLError: it is not YAML.
    """
    if "*" in text and "&" in text:
        refuse_traps(text)
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return None if node is None else _value(node, 0)


def refuse_traps(text: str) -> None:
    """Refuse aliases, since a few lines of them unfold into gigabytes, and endless nesting.

    Raises:
        NotPlain, yaml.YAMLError: as ``parse``.
    """
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise NotPlain(event.start_mark, "an alias (*name) is not allowed here", "write the words out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise NotPlain(event.start_mark, "too many brackets inside each other", "write it as a service file")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _value(node: yaml.Node, depth: int) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return scalar(node)
    if depth >= DEEPEST:
        raise NotPlain(node.start_mark, "too many brackets inside each other", "write it as a service file")
    if isinstance(node, yaml.SequenceNode) and node.tag == f"{_TAG}seq":
        return [_value(item, depth + 1) for item in node.value]
    if isinstance(node, yaml.MappingNode) and node.tag == f"{_TAG}map":
        return _mapping(node, depth)
    raise NotPlain(node.start_mark, *odd_tag(node.tag))


def _mapping(node: yaml.MappingNode, depth: int) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise NotPlain(key_node.start_mark, "a key must be a word", "write key: value")
        key = scalar(key_node)
        if key in found:
            raise NotPlain(key_node.start_mark, f"the key {key!r} stands twice", "keep one of the two")
        found[key] = _value(value_node, depth + 1)
    return found


def scalar(node: yaml.ScalarNode) -> Any:
    """A single value.

    Raises:
        NotPlain: it is no word, text, day or number of the plain kind.
    """
    tag, value = node.tag, node.value
    if tag == f"{_TAG}str":
        if value[:1] == "0" and not node.style and _NOUGHT_IN_FRONT.fullmatch(value):
            raise NotPlain(node.start_mark, *_odd_number(value))
        return value
    if tag == f"{_TAG}null":
        return None
    if tag == f"{_TAG}bool" and value in _WORDS:
        return _WORDS[value]
    if tag == f"{_TAG}timestamp":
        try:
            return _READERS[tag](node)
        except (ValueError, OverflowError):
            raise NotPlain(node.start_mark, f"{value!r} is not a day of the calendar", "write it like 2026-11-24") from None
    if tag in _READERS:
        if _NUMBER.fullmatch(value):
            return _READERS[tag](node)
        raise NotPlain(node.start_mark, *_odd_number(value))
    raise NotPlain(node.start_mark, *odd_tag(tag))


def odd_tag(tag: str) -> tuple[str, str]:
    """What is wrong with a tag, and what to write instead."""
    if tag.startswith("!"):
        return f"a text that begins with ! is no text for YAML ({tag})", "put the whole text in quotes"
    return f"the tag {tag} is not allowed here", "take it out"


def _odd_number(value: str) -> tuple[str, str]:
    if ":" in value:
        return f"the time {value} needs quotes", f'write "{value}", or the minutes where a number belongs'
    if _NOUGHT_IN_FRONT.fullmatch(value):
        return f"{value} is a number with a 0 in front", f'put it in quotes: "{value}", or write {value.lstrip("0") or 0} where a number belongs'
    return f"{value!r} is no number that can be used", "mend it, or put it in quotes"
