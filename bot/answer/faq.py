"""Questions and answers about how things work, kept by content owners in ``faq/*.yml``.

Each answer has its sources and the date they were read. A question finds its answer by what the trained ranker
heard (bot/nlu/questions.py), or by nearly the words of an entry; where neither is sure, nothing is better than a guess.
"""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from rapidfuzz import fuzz

from bot.answer import meaning
from bot.answer.words import need_texts
from bot.directory.likeness import did_you_mean

# The ranker of bot/nlu/questions.py answers from SURE on and offers what is at least LIKELY; an entry that it has not learnt yet is found
# by nearly the same words. Chosen on phrasings held out of training: benchmarks/understanding/RESULTS.md.
SURE, OUTRIGHT, LIKELY = 0.4, 0.75, 0.12
# "Can we fight it", where an exclusion stands: so much likelier is a question about what was told of before.
_LIKELIER = 8.0
_OF_NONE = 0.5  # so likely is it none of them that nothing which stands makes it one
_LEAST_OF_A_TOPIC = 0.08  # an answer just given tells more of what is asked next than a need that stands
_CHOICES = 3
_WEIGHT_OF_MEANING = 0.65
# So alike is said by an entry's own words; with a meaning that is the same (1) the words must be so alike for it.
_SAID_SO = 0.85
_LEAST_IN_WORDS = (_SAID_SO - _WEIGHT_OF_MEANING) / (1 - _WEIGHT_OF_MEANING) - 1e-6
# Few phrasings of one topic are left to choose from; they must be near, as the words are few and common.
_THEN_THRESHOLD = 0.68
_LEADS_IN = re.compile(r"^\W*(?:(?:and|so|ok|okay|right|but)\W+)+", re.IGNORECASE)
# Words of every question say nothing about which question it is.
_FILLER = re.compile(
    r"\b(?:please|hi|hello|can|could|you|tell|me|i|we|to|the|a|an|do|does|is|are|what|what's|whats|how|my|our|for|of|about|it)\b"
)


logger = logging.getLogger(__name__)
Ranked = Sequence[tuple[str, float]]  # ids with how likely each is, the likeliest first


@dataclass(frozen=True)
class Faq:
    """One question with its checked answer. ``services`` are ids of who can tell more."""

    id: str
    question: str
    also: tuple[str, ...]
    answer: str
    sources: tuple[dict[str, str], ...]
    last_checked: date
    services: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # where one of these stands, the question may be asked without saying what it is about
    topic: str = ""  # what it is about: "ehc"
    then: tuple[str, ...] = ()  # how it is asked right after another answer of the topic: "what if they say no?"


@dataclass(frozen=True)
class Faqs:
    """All questions and answers of one version of the folder."""

    entries: tuple[Faq, ...]

    def find(self, text: str, ranked: Ranked, *, sure: float = SURE) -> Faq | None:
        """The entry that answers ``text``, or None where none is near enough. ``ranked`` is what the trained ranker heard."""
        return self._worded_so(text) or (self.get(ranked[0][0]) if ranked[0][1] >= sure else None)

    def _worded_so(self, text: str) -> Faq | None:
        """The entry that is nearly so worded. Meaning takes a thousand times as long as words, so it is asked only where they leave it open."""
        may_be = [
            (entry, phrasing)
            for entry in self.entries
            for phrasing in (entry.question, *entry.also)
            if _alike_in_words(text, phrasing) >= _LEAST_IN_WORDS
        ]
        scored = [(-_score(text, phrasing), entry.id, entry) for entry, phrasing in may_be]
        best = min(scored, default=None, key=lambda one: one[:2])
        return best[2] if best and -best[0] >= _SAID_SO else None

    def near(self, ranked: Ranked) -> tuple[Faq, ...]:
        """The few that may be meant, the likeliest first; none where what is asked likely stands in none of them."""
        if self.get(ranked[0][0]) is None:
            return ()
        likely = [self.get(id) for id, chance in ranked if chance >= LIKELY]
        return tuple(entry for entry in likely if entry is not None)[:_CHOICES]

    def of_what_stands(self, ranked: Ranked, needs: Sequence[str]) -> Faq | None:
        """The entry that is meant where one of ``needs`` stands and the question leaves out what it is about, or None."""
        meant = {entry.id for entry in self.entries if set(needs) & set(entry.needs)}
        return self._of_these(ranked, meant, least=LIKELY)

    def of_the_topic(self, ranked: Ranked, topic: str) -> Faq | None:
        """The entry that a question right after another answer of ``topic`` means, or None; what surely asks something else does."""
        meant = {entry.id for entry in self.entries if entry.topic == topic}
        elsewhere = ranked[0][1] >= OUTRIGHT and ranked[0][0] not in meant
        return None if elsewhere else self._of_these(ranked, meant, least=_LEAST_OF_A_TOPIC)

    def _of_these(self, ranked: Ranked, ids: Set[str], *, least: float) -> Faq | None:
        """The likeliest of ``ids`` that is ``least`` likely, where it is likely enough once all of them count for more; or None."""
        entries = [(self.get(id), chance) for id, chance in ranked]
        if any(entry is None and chance >= _OF_NONE for entry, chance in entries):
            return None
        meant = [(entry, chance) for entry, chance in entries if entry and chance >= least and entry.id in ids]
        entry, chance = max(meant, key=lambda one: one[1], default=(None, 0.0))
        # All else counts as it is, and what the ranker left out of its list too.
        told = sum(chance for _, chance in meant)
        of_all = told * _LIKELIER + max(1.0, sum(chance for _, chance in ranked)) - told
        return entry if chance * _LIKELIER / of_all >= SURE else None

    def get(self, id: str) -> Faq | None:
        """The entry of this id, or None."""
        return next((entry for entry in self.entries if entry.id == id), None)

    def find_next(self, topic: str, text: str) -> Faq | None:
        """The entry of ``topic`` that a short "and what if they say no?" asks for, or None."""
        words = [(entry, phrasing) for entry in self.entries if topic and entry.topic == topic for phrasing in entry.then]
        # "And how long does it take to get one, from asking to having it?"
        asked = {text, text.split(",")[0], _LEADS_IN.sub("", text).split(",")[0]}
        scored = [(_score(one, phrasing), entry.id, entry) for entry, phrasing in words for one in asked]
        best = max(scored, default=None)
        return best[2] if best and best[0] >= _THEN_THRESHOLD else None


class FaqStore:
    """Reads the folder again when a file in it changed. ``warning`` says what is wrong with an edit that was refused."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._stamp: tuple[tuple[str, int], ...] | None = None
        self._faqs = Faqs(())
        self.warning: str | None = None

    def current(self) -> Faqs:
        """The newest valid version; the last good one stays while an edit is broken.

        Raises:
            yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError, OSError: the files are broken, and no good version was read before.
        """
        stamp = tuple((str(file), file.stat().st_mtime_ns) for file in sorted(self._root.glob("*.yml")))
        if stamp != self._stamp:
            try:
                self._faqs, self.warning = load_faqs(self._root), None
            except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError, OSError) as problem:
                if not self._faqs.entries:
                    raise
                self.warning = f"an edit of {self._root.name}/ is refused, and the questions stay as they were ({type(problem).__name__}): run signpost check"
                logger.warning(self.warning)
            self._stamp = stamp
        return self._faqs


def load_faqs(root: Path) -> Faqs:
    """Every entry of ``root/*.yml``.

    Raises:
        yaml.YAMLError: a file is not YAML.
        KeyError, TypeError, ValueError: an entry lacks a field or has one of the wrong kind, or an id is used twice.
    """
    entries = [
        _entry(raw)
        for file in sorted(root.glob("*.yml"))
        for raw in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
    ids = [entry.id for entry in entries]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise ValueError(f"used twice: {', '.join(twice)}")
    return Faqs(tuple(entries))


def _entry(raw: dict[str, Any]) -> Faq:
    for need in raw.get("needs") or ():
        if need not in need_texts():
            raise ValueError(f"{raw['id']}: no need is called {need!r}: {did_you_mean(str(need), list(need_texts()), 'see bot/taxonomy.yml')}")
    return Faq(
        id=raw["id"],
        question=raw["question"],
        also=tuple(raw.get("also") or ()),
        answer=raw["answer"].strip(),
        sources=tuple(raw["sources"]),
        last_checked=raw["last_checked"],
        services=tuple(raw.get("services") or ()),
        needs=tuple(raw.get("needs") or ()),
        topic=raw.get("topic") or "",
        then=tuple(raw.get("then") or ()),
    )


def _score(text: str, phrasing: str) -> float:
    near = float(_vector(text) @ _vector(phrasing))
    return _WEIGHT_OF_MEANING * near + (1 - _WEIGHT_OF_MEANING) * _alike_in_words(text, phrasing)


def _alike_in_words(text: str, phrasing: str) -> float:
    return fuzz.token_sort_ratio(_plain(text), _plain(phrasing)) / 100


@functools.lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(_FILLER.sub(" ", re.sub(r"[^\w\s']", " ", text.lower())).split())


@functools.lru_cache(maxsize=4096)
def _vector(text: str) -> npt.NDArray[np.float32]:
    return meaning.vector(text.lower())
