"""The needs decision: half what the adapted encoder hears, half words, letters and the lexicon's lines.

Every need is decided on its own, because a message may state several. A need that the encoder was not adapted to yet is
decided by the words alone. The evidence for a need is its lexicon words where they stand, else the part of the message
that speaks loudest for it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import skops.io
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu import encoder
from bot.nlu.needs import lexicon
from bot.nlu.needs.dismissed import blank_dismissed
from bot.nlu.needs.parts import Part, split_parts, stretches
from bot.nlu.needs.plain import Plain, plain
from bot.nlu.terms import Terms

# Chosen on the messages of dev, fresh, fresh_9 and fresh_10 (benchmarks/understanding/RESULTS.md).
THRESHOLD = 0.52
# Where somebody asks for help and no need reaches that, the likeliest is better than a question, down to here.
LIKELY = 0.25
# What is told of one of several children counts by itself too, from here: in a long note the first child's needs drown the second's. Of the 664 needs of
# 19 sets of messages that name several ages four more are right with it, and none is wrong (benchmarks/understanding/RESULTS.md).
SURE_APART = 0.98
# A young person's crisis is told by signs, so beside a crisis low mood counts from here: of the crises of five sets it then
# stood on 34 of 34 that carry it and 1 of 7 that do not (33 and 0 at THRESHOLD).
LOW_MOOD, LOW_MOOD_BESIDE_CRISIS = "low_mood_self_harm", 0.35
_ENCODER_SHARE = 0.5
_LEXICON_WEIGHT = 0.5
# "Pica", "no danger awareness": so few words, that were taught and that the encoder makes nothing of, count by themselves.
_FEW_WORDS, _TAUGHT = 8, 1.0
_STATED_WEIGHT = 2.0  # a stated need is rare beside the messages that do not state it
_LOOSENESS = 3.0


Scores = npt.NDArray[np.float64]

_LETTER = re.compile(r"[a-z]")
_A_WORD = re.compile(r"[a-z]{4}")  # "a bit" is no child who bites

@dataclass(frozen=True)
class Example:
    """One labelled message."""

    text: str
    needs: frozenset[str]


@dataclass(frozen=True)
class NeedFinding:
    """One need with its score (0 to 1) and the words that led to it: ``text[start:end]``."""

    need: str
    score: float
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Hearing:
    """What a message states, the surest first; the likeliest needs for a question that offers choices; what more counts beside a crisis."""

    stated: list[NeedFinding]
    nearest: list[str]
    beside_crisis: list[NeedFinding]


@dataclass
class NeedsModel:
    """A trained needs decision. ``weights`` is (features, needs), row by row in memory; ``bias`` is (needs,)."""

    needs: tuple[str, ...]
    words: TfidfVectorizer
    letters: TfidfVectorizer
    weights: npt.NDArray[np.float64]
    bias: npt.NDArray[np.float64]

    @classmethod
    def train(cls, examples: list[Example]) -> NeedsModel:
        """Fit one logistic regression a need. Deterministic for the same examples in the same order."""
        needs = tuple(sorted({need for example in examples for need in example.needs}))
        texts = [blank_dismissed(example.text) for example in examples]
        read = [plain(text).text for text in texts]
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, dtype=np.float32).fit(read)
        letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3, dtype=np.float32
        ).fit(read)
        features = _features(words, letters, texts)
        weights, bias = [], []
        for need in needs:
            labels = np.array([need in example.needs for example in examples])
            # The dual form is a third of the time: there are more features than messages.
            fitted = LogisticRegression(
                C=_LOOSENESS, class_weight={True: _STATED_WEIGHT, False: 1.0},
                solver="liblinear", dual=True, tol=0.01, random_state=7,
            ).fit(features, labels)  # fmt: skip
            weights.append(fitted.coef_[0])
            bias.append(fitted.intercept_[0])
        # Row by row: a product with it then copies nothing, which is most of what a message would cost.
        return cls(needs, words, letters, np.ascontiguousarray(np.array(weights).T), np.array(bias))

    def find(self, text: str) -> list[NeedFinding]:
        """The needs stated in ``text``, the surest first, each with the words that led to it."""
        return self.hear(text).stated

    def hear(self, text: str, nearest: int = 0, *, asks_for_help: bool = False, ages: Sequence[int] = ()) -> Hearing:
        """The needs stated in ``text``, and the ``nearest`` likeliest whether stated or not.

        With ``asks_for_help`` (the message is known to ask for some) a need that is only likely counts where none is sure. ``ages`` are where
        the ages of children start in it.
        """
        text = blank_dismissed(text)
        message = plain(text)
        by_words = self._by_words(message)
        scores = self._weighed(text, by_words)
        likeliest = np.argsort(-scores)
        # Another script is all unknown to words and encoder, which then make of it what they like.
        can_read = _LETTER.search(message.text) is not None
        stated = [int(column) for column in likeliest if scores[column] >= THRESHOLD and can_read]
        if can_read and not stated and len(text.split()) <= _FEW_WORDS and by_words.max() >= _TAUGHT and _A_WORD.search(message.text):
            stated = [int(by_words.argmax())]
        if can_read and not stated and asks_for_help and scores[likeliest[0]] >= LIKELY:
            stated = [int(likeliest[0])]
        findings = self._findings(text, message, scores, stated)
        if can_read and len(ages) > 1:
            findings = _surest_first([*findings, *self._apart(text, ages, {self.needs[column] for column in stated})])
        more = [column for column, need in enumerate(self.needs) if need == LOW_MOOD and LOW_MOOD_BESIDE_CRISIS <= scores[column] < THRESHOLD]
        return Hearing(findings, [self.needs[column] for column in likeliest[:nearest]], self._findings(text, message, scores, more))

    def _findings(self, text: str, message: Plain, scores: Scores, stated: list[int]) -> list[NeedFinding]:
        findings = []
        spoken: list[tuple[Part, Scores]] = []
        for column in stated:
            need = self.needs[column]
            span = lexicon.span(message, need)
            if span is None:
                spoken = spoken or self._by_part(text)
                loudest = max(spoken, key=lambda one: float(one[1][column]))[0]
                span = loudest.start, loudest.end
            findings.append(NeedFinding(need, float(scores[column]), *span, text[slice(*span)]))
        return _surest_first(findings)

    def _apart(self, text: str, ages: Sequence[int], known: set[str]) -> list[NeedFinding]:
        """What more each stretch about one of several children states for sure, where it is read by itself."""
        found: dict[str, NeedFinding] = {}
        for stretch in stretches(text, ages):
            message = plain(stretch.text)
            scores = self._weighed(stretch.text, self._by_words(message))
            sure = [column for column, need in enumerate(self.needs) if scores[column] >= SURE_APART and need not in known | found.keys()]
            for one in self._findings(stretch.text, message, scores, sure):
                found[one.need] = replace(one, start=one.start + stretch.start, end=one.end + stretch.start)
        return list(found.values())

    def _by_part(self, text: str) -> list[tuple[Part, Scores]]:
        """Each part of the text with how much its words speak for each need."""
        own = self.weights[: self._terms.size]
        return [(part, self._terms.speak(plain(part.text).text, own)) for part in split_parts(text) or [Part(text, 0, len(text))]]

    def _by_words(self, message: Plain) -> Scores:
        """What the words say for each need, of shape (needs,): above 0 they speak for it."""
        spoken: Scores = self._terms.speak(message.text, self.weights) + self.bias
        spoken += lexicon.hits(message) * _LEXICON_WEIGHT @ self.weights[self._terms.size :]
        return spoken

    def _weighed(self, text: str, by_words: Scores) -> Scores:
        """How likely each need is, 0 to 1, of shape (needs,), by the words and the encoder."""
        # A need that the encoder does not know is the words' alone: its column is the added 0, its share 0.
        by_encoder = np.append(encoder.load().read(text).needs, 0.0)[self._columns]
        share = np.where(self._columns < 0, 0.0, _ENCODER_SHARE)
        scores: Scores = expit((1 - share) * by_words + share * by_encoder)
        return scores

    @functools.cached_property
    def _terms(self) -> Terms:
        return Terms([self.words, self.letters])

    @functools.cached_property
    def _columns(self) -> npt.NDArray[np.int64]:
        """Where each need stands among the encoder's, -1 for one that it does not know."""
        known = encoder.load().needs
        return np.array([known.index(need) if need in known else -1 for need in self.needs])

    def save(self, folder: Path) -> None:
        """Write the model without pickle (skops)."""
        skops.io.dump({field.name: getattr(self, field.name) for field in fields(self)}, folder / "needs.skops")

    @classmethod
    def load(cls, folder: Path) -> NeedsModel:
        """Read what :meth:`save` wrote.

        Raises:
            FileNotFoundError: when the folder holds no model.
        """
        file = folder / "needs.skops"
        held: dict[str, Any] = skops.io.load(file, trusted=skops.io.get_untrusted_types(file=file))
        return cls(**held)


def _surest_first(findings: list[NeedFinding]) -> list[NeedFinding]:
    return sorted(findings, key=lambda finding: (-finding.score, finding.need))


def _features(words: TfidfVectorizer, letters: TfidfVectorizer, texts: list[str]) -> csr_matrix:
    """Words, letters, and one column a line of the lexicon, in this order."""
    messages = [plain(text) for text in texts]
    read = [message.text for message in messages]
    return csr_matrix(
        hstack(
            [
                words.transform(read),
                letters.transform(read),
                csr_matrix(np.array([lexicon.hits(message) for message in messages]) * _LEXICON_WEIGHT),
            ]
        )
    )
