"""The safety rules as data: families of patterns, read from YAML and compiled once.

Pattern language: a regular expression over the words of :mod:`bot.nlu.safety.normal`, where ``<name>`` stands
for a word group of words.yml and ``~3`` for up to three words of the same clause. Gaps are bounded, and so is what is repeated
(``(?:so |very )*`` is read as six at most), so that the time to match is linear in the length of the message.
"""

from __future__ import annotations

import functools
import re
import sre_parse
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from bot.enquiry import SafetyLevel
from bot.nlu.safety.excuses import BRAKES, Excuses, Match
from bot.nlu.safety.normal import Spelling
from bot.ops.paths import DATA

FOLDER = DATA / "safety"
RULE_FILES = ("crisis.yml", "safeguarding.yml")

_GAP = re.compile(r"~(\d) ")
_GROUP = re.compile(r"<([a-z_]+)>")
_REPEATED = re.compile(r"\)([*+])(?!\?)")
# Sizes of the letter groups that rule a pattern out; a pattern's letters are cut to the longest.
_GROUP_SIZES = (2, 3, 4, 5, 6)
_LETTERS = re.compile(r"[a-z]{3,}")


class SafetyRulesError(RuntimeError):
    """The safety rules are missing or malformed. Nothing may start without them."""


@dataclass(frozen=True)
class Pattern:
    """One pattern, and the letter groups of which all that it matches holds one at least.

    Most patterns are ruled out by their letter groups, which is many times quicker than to try them. A ``hint`` stands in
    ordinary messages too (docs/decisions/0009-hints-are-weighed.md).
    """

    regex: re.Pattern[str]
    needs: frozenset[str]
    hint: bool


@dataclass(frozen=True)
class Family:
    """Patterns of one danger, plain ones before hints. ``brakes`` name the general excuses that count for it, ``unless`` are its own.

    ``unless`` is looked for in the same clause; ``unless_across`` may span sentences, so it must hold the match itself
    ("nits again. kill me."). ``along_with`` must be somewhere in the message too; None asks for nothing.
    """

    id: str
    level: SafetyLevel
    reason: str
    patterns: tuple[Pattern, ...]
    unless: re.Pattern[str] | None
    unless_across: re.Pattern[str] | None
    along_with: re.Pattern[str] | None
    brakes: tuple[str, ...]
    alarms: tuple[str, ...]
    quiet: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """All families, crisis first, with the spelling and the general excuses that they share; ``calm``, ``greeting`` and ``thanks`` are for the learned net."""

    families: tuple[Family, ...]
    spelling: Spelling
    excuses: Excuses
    calm: re.Pattern[str]
    greeting: re.Pattern[str]
    thanks: re.Pattern[str]

    @functools.cached_property
    def by_letters(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """The patterns, as (family, pattern) in the order of the files, that each letter group may lead to."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, family in enumerate(self.families):
            for number, pattern in enumerate(family.patterns):
                for letters in pattern.needs:
                    found.setdefault(letters, []).append((at, number))
        return {letters: tuple(places) for letters, places in found.items()}

    def held_back(self, family: Family, joined: str, start: int, end: int) -> bool:
        """Whether the words around ``joined[start:end]`` show that the match is no alarm."""
        match = Match(joined, start, end)
        if family.unless is not None and family.unless.search(match.clause):
            return True
        if family.unless_across is not None and match.is_within(family.unless_across):
            return True
        return any(BRAKES[name](self.excuses, match) for name in family.brakes)


@functools.cache
def load() -> Rules:
    """The rules of this checkout, read once.

    Raises:
        SafetyRulesError: when a file cannot be read or a rule cannot be used.
    """
    return read(FOLDER)


def read(folder: Path) -> Rules:
    """The rules in ``folder``: words.yml and one file a level.

    Raises:
        SafetyRulesError: when a file cannot be read or a rule cannot be used.
    """
    try:
        words = yaml.safe_load((folder / "words.yml").read_text(encoding="utf-8"))
        raw = [entry for name in RULE_FILES for entry in _entries(folder / name)]
        return _rules(words, raw)
    except (OSError, yaml.YAMLError, re.error, KeyError, TypeError, ValueError) as error:
        raise SafetyRulesError(f"The safety rules in {folder.name}/ cannot be used: {error!r}") from error


def _entries(file: Path) -> list[Mapping[str, Any]]:
    entries: list[Mapping[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))["families"]
    if not entries:
        raise ValueError(f"{file.name} holds no families")
    return entries


def _rules(words: Mapping[str, Any], raw: list[Mapping[str, Any]]) -> Rules:
    groups = {name: _group(listed) for name, listed in words["groups"].items()}
    for _ in range(2):  # a group may name other groups
        groups = {name: _expand(body, groups) for name, body in groups.items()}
    families = tuple(_family(entry, groups) for entry in raw)
    excuses = {name: re.compile(_alternatives(listed, groups)) for name, listed in words["excuses"].items()}
    known = frozenset(
        word
        for family in families
        for pattern in family.patterns
        for word in _LETTERS.findall(pattern.regex.pattern)
    )
    fixed = {
        str(variant): str(right) for right, variants in words["spellings"].items() for variant in variants
    }
    spelling = Spelling(fixed, known, tuple(words["mended"]), frozenset(words["left_alone"]))
    calm = re.compile(rf" (?:{_alternatives(words['calm'], groups)}) (?:\. ){{0,3}}")
    before, after = (_alternatives(words["polite"][where], groups) for where in ("before", "after"))
    greeting, thanks = re.compile(rf"(?: (?:{before})(?: [.,])*)+ "), re.compile(rf" (?:{after})$")
    return Rules(families, spelling, Excuses(**excuses), calm, greeting, thanks)


def _family(entry: Mapping[str, Any], groups: Mapping[str, str]) -> Family:
    if entry["level"] not in get_args(SafetyLevel):
        raise ValueError(f"{entry['id']}: unknown level {entry['level']!r}")
    if unknown := set(entry.get("brakes", ())) - BRAKES.keys():
        raise ValueError(f"{entry['id']}: unknown brakes {sorted(unknown)}")
    return Family(
        id=entry["id"],
        level=entry["level"],
        reason=entry["reason"],
        patterns=tuple(
            _pattern(rf" (?:{_expand(pattern, groups)})(?= )", hint=key == "hints")
            for key in ("patterns", "hints")
            for pattern in entry.get(key, ())
        ),
        unless=_optional(entry.get("unless"), groups),
        unless_across=_optional(entry.get("unless_across"), groups),
        along_with=_optional(entry.get("along_with"), groups),
        brakes=tuple(entry.get("brakes", ())),
        alarms=tuple(entry["alarms"]),
        quiet=tuple(entry["quiet"]),
    )


def _pattern(source: str, *, hint: bool) -> Pattern:
    needs = frozenset(letters[: _GROUP_SIZES[-1]] for letters in needed_letters(source))
    if not needs:
        raise ValueError(f"a pattern that names no word at all: {source[:60]!r}")
    return Pattern(re.compile(source), needs, hint)


def letter_groups(joined: str) -> frozenset[str]:
    """All runs of two to six characters in ``joined``, to hold against :attr:`Pattern.needs`."""
    return frozenset(joined[at : at + size] for size in _GROUP_SIZES for at in range(len(joined) - size + 1))


def needed_letters(source: str) -> frozenset[str]:
    """Letters of which every match of ``source`` holds at least one; empty where nothing is sure.

    Where a pattern asks for several things in a row, the one whose shortest choice is longest is kept: it is the rarest.
    """
    parsed: Any = sre_parse.parse(source)
    return _needed(parsed) or frozenset()


def _needed(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    found: list[frozenset[str]] = []
    run = ""
    for operation, content in [*parsed, (None, None)]:
        if operation is sre_parse.LITERAL:
            run += chr(content)
            continue
        if len(run.strip()) > 1:
            found.append(frozenset({run.strip()}))
        run = ""
        inner: frozenset[str] | None = None
        if operation is sre_parse.SUBPATTERN:
            inner = _needed(content[-1])
        elif operation in (sre_parse.MAX_REPEAT, sre_parse.MIN_REPEAT) and content[0] > 0:
            inner = _needed(content[2])
        elif operation is sre_parse.BRANCH:
            branches = [_needed(branch) for branch in content[1]]
            if all(branches):
                inner = frozenset().union(*(branch for branch in branches if branch))
        if inner:
            found.append(inner)
    return max(found, key=lambda choices: min(map(len, choices)), default=None)


def _optional(listed: list[str] | None, groups: Mapping[str, str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<= )(?:{_alternatives(listed, groups)})(?= )") if listed else None


def _alternatives(listed: list[str], groups: Mapping[str, str]) -> str:
    return "|".join(_expand(pattern, groups) for pattern in listed)


def _group(listed: str | list[str]) -> str:
    return "(?:" + (listed if isinstance(listed, str) else "|".join(listed)) + ")"


def _expand(pattern: str, groups: Mapping[str, str]) -> str:
    spelled = _GROUP.sub(lambda match: groups[match.group(1)], pattern)
    spelled = _REPEATED.sub(lambda match: "){0,6}" if match.group(1) == "*" else "){1,6}", spelled)
    return _GAP.sub(lambda match: rf"(?:[\w,]+ ){{0,{match.group(1)}}}", spelled)
