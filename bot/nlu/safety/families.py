"""The safety rules as data: families of patterns, and what holds them back.

Pattern language: a regular expression over the words of :mod:`bot.nlu.safety.normal`, where ``<name>`` stands
for a word group of words.yml and ``~3`` for up to three words of the same clause. Gaps are bounded, so the
time to match is linear in the length of the message.
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
from bot.nlu.safety.history import grew_up
from bot.nlu.safety.normal import Spelling
from bot.ops.paths import DATA

FOLDER = DATA / "safety"
RULE_FILES = ("crisis.yml", "safeguarding.yml")

# How far, in characters, the words that hold a match back may stand from it; its whole sentence is read for a time said.
_WINDOW = 60
_SENTENCE = 200
# How far the sentence of a match, and the one after it, may reach where they date the match.
_TALE = 170
_NEVER = re.compile(r"(?!)")
_GAP = re.compile(r"~(\d) ")
_GROUP = re.compile(r"<([a-z_]+)>")
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
    brakes: frozenset[str]
    alarms: tuple[str, ...]
    quiet: tuple[str, ...]


@dataclass(frozen=True)
class Around:
    """A match by sentences: the rest of its own on both sides, the one before, and the two after, all in " words "."""

    before: str
    words: str
    after: str
    previous: str
    following: tuple[str, str]

    @property
    def own(self) -> str:
        """The whole sentence of the match."""
        return self.before + self.words + self.after

    @property
    def onward(self) -> str:
        """The rest of its sentence and the next one."""
        return f"{self.after}.{self.following[0]}. "

    @property
    def beside(self) -> str:
        """All but the words of the match."""
        return f"{self.previous}.{self.before}.{self.after}.{self.following[0]}.{self.following[1]}. "

    @property
    def near(self) -> str:
        """All of it: where a sign of now undoes an excuse."""
        return f"{self.previous}.{self.own}.{self.following[0]}.{self.following[1]}"


@dataclass(frozen=True)
class Rules:
    """All families, crisis first, with the spelling and the general excuses that they share."""

    families: tuple[Family, ...]
    spelling: Spelling
    negated: re.Pattern[str]
    topic_before: re.Pattern[str]
    topic_after: re.Pattern[str]
    past: re.Pattern[str]
    then: re.Pattern[str]
    mended: re.Pattern[str]
    turn: re.Pattern[str]
    small_child: re.Pattern[str]
    grown_up: re.Pattern[str]
    back_again: re.Pattern[str]
    safe_now: re.Pattern[str]
    turned_back: re.Pattern[str]
    not_safe_yet: re.Pattern[str]
    # These hold the match itself, or date its sentence by the next one; rules that lack them have no such excuse.
    long_ago: re.Pattern[str] = _NEVER
    told_as_past: re.Pattern[str] = _NEVER
    goes_on: re.Pattern[str] = _NEVER
    no_grown_up: re.Pattern[str] = _NEVER
    plain_denial: re.Pattern[str] = _NEVER
    # These are looked for in the sentence of the match, or in the one after it.
    dated_after: re.Pattern[str] = _NEVER
    recent: re.Pattern[str] = _NEVER
    general: re.Pattern[str] = _NEVER
    lesson: re.Pattern[str] = _NEVER
    one_person: re.Pattern[str] = _NEVER
    for_paper: re.Pattern[str] = _NEVER
    made_real: re.Pattern[str] = _NEVER
    asked: re.Pattern[str] = _NEVER
    said_no: re.Pattern[str] = _NEVER
    said_yes: re.Pattern[str] = _NEVER
    no_person: re.Pattern[str] = _NEVER
    to_a_thing: re.Pattern[str] = _NEVER
    mistaken: re.Pattern[str] = _NEVER

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
        before, after = _clause_before(joined, start), _clause_after(joined, end)
        around = before + joined[start + 1 : end] + after
        if family.unless is not None and family.unless.search(around):
            return True
        if self._held_by_its_words(family, joined, start + 1, end):
            return True
        if "negated" in family.brakes and self.negated.search(before):
            return True
        if "topic" in family.brakes and (self.topic_before.search(before) or self.topic_after.match(after)):
            return True
        if (
            "small_child" in family.brakes
            and self.small_child.search(around)
            and not self.grown_up.search(around)
        ):
            return True
        if self._held_by_its_sentence(family, joined, _around(joined, start, end)):
            return True
        dated = self._as_dated(before, joined[start + 1 : end], after)
        if not family.brakes.isdisjoint(("past", "over")) and self._is_history(dated, joined, start, end):
            return True
        # What was left behind is no alarm, unless it came after them; what comes back is no longer past.
        if "safe_now" in family.brakes and self._left_behind(joined, start, end):
            return not self.not_safe_yet.search(joined)
        return (
            "past" in family.brakes and bool(self.past.search(dated)) and not self.back_again.search(joined)
        )

    def _held_by_its_words(self, family: Family, joined: str, start: int, end: int) -> bool:
        """Whether an excuse holds all of ``joined[start:end]``: the family's own, a plain no, or a small doer."""
        excuses = (
            family.unless_across,
            self.plain_denial if "negated" in family.brakes else None,
            self.no_grown_up if "small_child" in family.brakes else None,
        )
        return any(excuse is not None and _holds(excuse, joined, start, end) for excuse in excuses)

    def _held_by_its_sentence(self, family: Family, joined: str, around: Around) -> bool:
        """Whether the sentence of the match, with its neighbours, tells of history, a topic, a no or no person."""
        brakes = family.brakes
        if "no_person" in brakes and (
            self.no_person.search(around.before) and not self.grown_up.search(f"{around.after}. ")
        ):
            return True
        if "to_a_thing" in brakes and self.to_a_thing.match(f" {around.words}{around.after}"):
            return True
        if self.recent.search(around.own) or self.recent.search(around.following[0]):
            return False
        if "over" in brakes:
            dated = self._as_dated(around.before, around.words, around.after)
            if self.dated_after.match(around.following[0]):
                dated += around.following[0]
            if self.then.search(dated) and self._is_mended(joined, around.beside):
                return True
        if "lesson" in brakes and self._is_lesson(around):
            return True
        return "asked" in brakes and (self._said_no(around) or bool(self.mistaken.search(around.near)))

    def _is_lesson(self, around: Around) -> bool:
        """Whether it is what a lesson, a form or a general question is about, and no one person is in the sentence."""
        if self.general.search(around.before) and not self.one_person.search(around.own):
            return True
        if self.for_paper.search(f"{around.own}.{around.following[0]}. "):
            return not self.made_real.search(around.near)
        return bool(self.lesson.search(around.before)) and not self.made_real.search(around.onward)

    def _said_no(self, around: Around) -> bool:
        """Whether it was asked, and the answer is no."""
        return (
            bool(self.asked.search(around.before))
            and bool(self.said_no.search(around.onward))
            and not self.said_yes.search(around.onward)
        )

    def _as_dated(self, before: str, words: str, after: str) -> str:
        """The match with the words that may date it: from the last "now" or "but" before it to the first after it.

        "An overdose at 14, he's 16 now and wants to die" tells of today.
        """
        return f" {self.turn.split(before)[-1].lstrip()}{words}{self.turn.split(after)[0].rstrip()} "

    def _is_history(self, dated: str, joined: str, start: int, end: int) -> bool:
        """Whether the match is told as past, and its sentence or the next one says that years have gone by.

        Words of today in those two sentences keep the alarm, as does harm told in the present tense.
        """
        if not self.told_as_past.search(dated):
            return False
        tale = _tale(joined, start, end)
        return not self.goes_on.search(tale) and (bool(self.long_ago.search(tale)) or grew_up(tale))

    def _is_mended(self, joined: str, beside: str) -> bool:
        """Whether the message says that all is well since, and nothing beside it says that it came back."""
        undone = self.back_again.search(beside) or self.not_safe_yet.search(beside)
        return bool(self.mended.search(joined)) and not undone

    def _left_behind(self, joined: str, start: int, end: int) -> bool:
        """Whether the message says that they are safe, and no "but" turns from that to what is matched."""
        safe = self.safe_now.search(joined)
        return safe is not None and not (
            safe.end() <= start and self.turned_back.search(joined, safe.end() - 1, end)
        )


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
    return Rules(families, spelling, **excuses)


def _family(entry: Mapping[str, Any], groups: Mapping[str, str]) -> Family:
    if entry["level"] not in get_args(SafetyLevel):
        raise ValueError(f"{entry['id']}: unknown level {entry['level']!r}")
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
        brakes=frozenset(entry.get("brakes", ())),
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
    return _GAP.sub(lambda match: rf"(?:[\w,]+ ){{0,{match.group(1)}}}", spelled)


def _holds(excuse: re.Pattern[str], joined: str, start: int, end: int) -> bool:
    """Whether the words of ``excuse`` hold all of ``joined[start:end]``."""
    return any(found.start() <= start and end <= found.end() for found in excuse.finditer(joined))


def _tale(joined: str, start: int, end: int) -> str:
    """The sentence around ``joined[start:end]`` with the one after it."""
    opened = joined.rfind(" . ", max(0, start - _TALE), start + 1)
    first = opened + 2 if opened >= 0 else max(0, start - _TALE)
    stop = joined.find(" . ", end, end + _TALE)
    after = joined.find(" . ", stop + 2, stop + _TALE) if stop >= 0 else -1
    return joined[first : after + 3] if after >= 0 else joined[first : end + _TALE]


def _around(joined: str, start: int, end: int) -> Around:
    """The sentence of ``joined[start:end]`` and its neighbours, each cut to a bounded length."""
    back = joined[max(0, start - 2 * _SENTENCE) : start + 1].split(" . ")
    ahead = joined[end : end + 3 * _SENTENCE].split(" . ")
    before, after = back[-1][-_SENTENCE:], ahead[0][:_SENTENCE]
    previous = f" {back[-2][-_SENTENCE:]} " if len(back) > 1 else ""
    following = [*(f" {sentence[:_SENTENCE]} " for sentence in ahead[1:3]), "", ""]
    return Around(
        f" {before.lstrip()}" if len(back) > 1 else before,
        joined[start + 1 : end],
        f"{after} " if len(ahead) > 1 else after,
        previous,
        (following[0], following[1]),
    )


def _clause_before(joined: str, start: int) -> str:
    window = joined[max(0, start - _WINDOW) : start + 1]
    return " " + window[window.rfind(" . ") + 3 :] if " . " in window else window


def _clause_after(joined: str, end: int) -> str:
    window = joined[end : end + _WINDOW]
    stop = window.find(" . ")
    return window[: stop + 1] if stop >= 0 else window
