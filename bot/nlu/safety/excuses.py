"""What holds a match of the safety rules back: each excuse by the name that a family gives among its ``brakes``.

An excuse is a question about the words around one match. Any one that is answered yes holds the match back, and none
undoes another: what overrules an excuse is asked within it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.nlu.safety.history import grew_up

# How far, in characters, the words that hold a match back may stand from it; its whole sentence is read for a time said.
_WINDOW = 60
_SENTENCE = 200
# How far the sentence of a match, and the one after it, may reach where they date the match.
_TALE = 170
# How far the words of an excuse that holds a match may reach to either side of it.
_HELD_WITHIN = 300
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Match:
    """What a pattern matched, ``joined[start + 1 : end]``, and the words around it.

    ``joined`` is the whole message as :mod:`bot.nlu.safety.normal` spells it: words with one blank between, " . " where a
    sentence ends. A match starts at the blank before its first word.
    """

    joined: str
    start: int
    end: int

    @functools.cached_property
    def clause_before(self) -> str:
        """The words before it, of its sentence and near by."""
        window = self.joined[max(0, self.start - _WINDOW) : self.start + 1]
        return " " + window[window.rfind(" . ") + 3 :] if " . " in window else window

    @functools.cached_property
    def clause_after(self) -> str:
        """The words after it, of its sentence and near by."""
        window = self.joined[self.end : self.end + _WINDOW]
        stop = window.find(" . ")
        return window[: stop + 1] if stop >= 0 else window

    @property
    def words(self) -> str:
        """What the pattern matched."""
        return self.joined[self.start + 1 : self.end]

    @property
    def clause(self) -> str:
        """The match with the words near by."""
        return self.clause_before + self.words + self.clause_after

    @functools.cached_property
    def around(self) -> Around:
        """The sentence of the match and its neighbours."""
        return _around(self.joined, self.start, self.end)

    @functools.cached_property
    def tale(self) -> str:
        """The sentence of the match with the one after it, as far as they may date it."""
        opened = self.joined.rfind(" . ", max(0, self.start - _TALE), self.start + 1)
        first = opened + 2 if opened >= 0 else max(0, self.start - _TALE)
        stop = self.joined.find(" . ", self.end, self.end + _TALE)
        after = self.joined.find(" . ", stop + 2, stop + _TALE) if stop >= 0 else -1
        return self.joined[first : after + 3] if after >= 0 else self.joined[first : self.end + _TALE]

    def is_within(self, excuse: re.Pattern[str]) -> bool:
        """Whether the words of ``excuse`` hold the whole match."""
        return any(
            found.start() <= self.start + 1 and self.end <= found.end()
            for found in excuse.finditer(self.joined, max(0, self.start - _HELD_WITHIN), self.end + _HELD_WITHIN)
        )


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
class Excuses:
    """The patterns of words.yml, and what each brake asks with them. Rules that lack one have no such excuse."""

    negated: re.Pattern[str] = _NEVER
    plain_denial: re.Pattern[str] = _NEVER
    topic_before: re.Pattern[str] = _NEVER
    topic_after: re.Pattern[str] = _NEVER
    of_own_child: re.Pattern[str] = _NEVER
    small_child: re.Pattern[str] = _NEVER
    grown_up: re.Pattern[str] = _NEVER
    no_grown_up: re.Pattern[str] = _NEVER
    past: re.Pattern[str] = _NEVER
    present: re.Pattern[str] = _NEVER
    ended: re.Pattern[str] = _NEVER
    turn: re.Pattern[str] = _NEVER
    back_again: re.Pattern[str] = _NEVER
    told_as_past: re.Pattern[str] = _NEVER
    long_ago: re.Pattern[str] = _NEVER
    goes_on: re.Pattern[str] = _NEVER
    then: re.Pattern[str] = _NEVER
    dated_after: re.Pattern[str] = _NEVER
    mended: re.Pattern[str] = _NEVER
    safe_now: re.Pattern[str] = _NEVER
    turned_back: re.Pattern[str] = _NEVER
    not_safe_yet: re.Pattern[str] = _NEVER
    recent: re.Pattern[str] = _NEVER
    general: re.Pattern[str] = _NEVER
    one_person: re.Pattern[str] = _NEVER
    lesson: re.Pattern[str] = _NEVER
    for_paper: re.Pattern[str] = _NEVER
    made_real: re.Pattern[str] = _NEVER
    asked: re.Pattern[str] = _NEVER
    said_no: re.Pattern[str] = _NEVER
    said_yes: re.Pattern[str] = _NEVER
    mistaken: re.Pattern[str] = _NEVER
    no_person: re.Pattern[str] = _NEVER
    to_a_thing: re.Pattern[str] = _NEVER

    def is_negated(self, match: Match) -> bool:
        """It is said not to be so."""
        return bool(self.negated.search(match.clause_before)) or match.is_within(self.plain_denial)

    def is_topic(self, match: Match) -> bool:
        """It is what a leaflet, a policy or a talk is about."""
        if self._goes_on_now(match) and self.of_own_child.search(match.clause_before):
            return False  # "resources for my daughter who self-harms every day"
        return bool(self.topic_before.search(match.clause_before) or self.topic_after.match(match.clause_after))

    def is_small_childs(self, match: Match) -> bool:
        """A small child does it: behaviour, where no grown-up is near."""
        small = self.small_child.search(match.clause) and not self.grown_up.search(match.clause)
        return bool(small) or match.is_within(self.no_grown_up)

    def is_no_persons(self, match: Match) -> bool:
        """A beast or a toy does it."""
        around = match.around
        return bool(self.no_person.search(around.before)) and not self.grown_up.search(f"{around.after}. ")

    def is_done_to_a_thing(self, match: Match) -> bool:
        """It is done to a toy or a thing."""
        return bool(self.to_a_thing.match(f" {match.around.words}{match.around.after}"))

    def is_lesson(self, match: Match) -> bool:
        """It is what a lesson, a form or a general question is about, and no one person is in the sentence."""
        around = match.around
        if self._is_recent(around):
            return False
        if self.general.search(around.before) and not self.one_person.search(around.own):
            return True
        if self.for_paper.search(f"{around.own}.{around.following[0]}. "):
            return not self.made_real.search(around.near)
        return bool(self.lesson.search(around.before)) and not self.made_real.search(around.onward)

    def is_answered_no(self, match: Match) -> bool:
        """It was asked and the answer is no, or it was thought and was something else."""
        around = match.around
        if self._is_recent(around):
            return False
        answered = (
            self.asked.search(around.before)
            and self.said_no.search(around.onward)
            and not self.said_yes.search(around.onward)
        )
        return bool(answered or self.mistaken.search(around.near))

    def is_over(self, match: Match) -> bool:
        """It was then, and all is well since; or years have gone by."""
        return self._is_mended(match) or self._is_history(match)

    def is_past(self, match: Match) -> bool:
        """It is told of a time gone by, and does not come back nor came after them; or years have gone by."""
        told = self.past.search(self._dated(match)) and not (
            self._goes_on_now(match) or self.back_again.search(match.joined) or self._came_after_them(match)
        )
        return bool(told) or self._is_history(match)

    def is_left_behind(self, match: Match) -> bool:
        """They say that they are safe now, no "but" turns from that to the match, and the danger did not come after them."""
        return self._says_safe(match) and not self.not_safe_yet.search(match.joined)

    def _goes_on_now(self, match: Match) -> bool:
        """Whether the words matched are of the present themselves ("is having a fit", "hits me"), and not said to have ended."""
        return bool(self.present.search(f" {match.words} ")) and not self.ended.search(match.clause_before)

    def _came_after_them(self, match: Match) -> bool:
        return self._says_safe(match) and bool(self.not_safe_yet.search(match.joined))

    def _says_safe(self, match: Match) -> bool:
        safe = self.safe_now.search(match.joined)
        return safe is not None and not (
            safe.end() <= match.start and self.turned_back.search(match.joined, safe.end() - 1, match.end)
        )

    def _is_recent(self, around: Around) -> bool:
        """Whether it happened now, whatever else is said."""
        return bool(self.recent.search(around.own) or self.recent.search(around.following[0]))

    def _is_mended(self, match: Match) -> bool:
        """Whether it was then, the message says that all is well since, and nothing beside it says that it came back."""
        around = match.around
        if self._is_recent(around) or self._goes_on_now(match):
            return False
        dated = self._between_turns(around.before, around.words, around.after)
        if self.dated_after.match(around.following[0]):
            dated += around.following[0]
        return bool(self.then.search(dated) and self.mended.search(match.joined)) and not (
            self.back_again.search(around.beside) or self.not_safe_yet.search(around.beside)
        )

    def _is_history(self, match: Match) -> bool:
        """Whether it is told as past, and its sentence or the next one says that years have gone by.

        Words of today in those two sentences keep the alarm, as does harm told in the present tense.
        """
        return (
            bool(self.told_as_past.search(self._dated(match)))
            and not self.goes_on.search(match.tale)
            and (bool(self.long_ago.search(match.tale)) or grew_up(match.tale))
        )

    def _dated(self, match: Match) -> str:
        return self._between_turns(match.clause_before, match.words, match.clause_after)

    def _between_turns(self, before: str, words: str, after: str) -> str:
        """The match with the words that may date it: from the last "now" or "but" before it to the first after it.

        "An overdose at 14, he's 16 now and wants to die" tells of today.
        """
        return f" {self.turn.split(before)[-1].lstrip()}{words}{self.turn.split(after)[0].rstrip()} "


# What a family's ``brakes`` may name.
BRAKES: Mapping[str, Callable[[Excuses, Match], bool]] = {
    "negated": Excuses.is_negated,
    "topic": Excuses.is_topic,
    "lesson": Excuses.is_lesson,
    "asked": Excuses.is_answered_no,
    "past": Excuses.is_past,
    "over": Excuses.is_over,
    "safe_now": Excuses.is_left_behind,
    "small_child": Excuses.is_small_childs,
    "no_person": Excuses.is_no_persons,
    "to_a_thing": Excuses.is_done_to_a_thing,
}


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
