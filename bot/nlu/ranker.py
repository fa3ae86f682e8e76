"""Tells which of several labels a message has, by two judges whose odds are multiplied.

A logistic regression over words and letter groups, and one over what the adapted encoder makes of the message. It keeps no
pickle: arrays and word lists. Used for the checked questions (:mod:`bot.nlu.questions`) and for who writes
(:mod:`bot.rasa.rankers`); figures: benchmarks/understanding/RESULTS.md.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import hstack
from scipy.special import log_softmax, softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu import encoder
from bot.nlu.terms import Terms

_WORDS_LOOSENESS, _VECTOR_LOOSENESS = 30.0, 100.0
_ARRAYS, _LISTS = "ranker.npz", "ranker.json"

Array = npt.NDArray[np.float64]
Labelled = tuple[str, str]


@dataclass(frozen=True)
class Ranker:
    """A trained ranker. The weights are (features, labels), ``by_vector`` of the encoder's 384; the biases are (labels,)."""

    labels: tuple[str, ...]
    words: TfidfVectorizer
    letters: TfidfVectorizer
    by_words: Array
    words_bias: Array
    by_vector: Array
    vector_bias: Array

    def rank(self, text: str, most: int = 4) -> list[tuple[str, float]]:
        """The likeliest labels with how likely each is (0 to 1), the likeliest first."""
        words = log_softmax(self._terms.speak(text.lower(), self.by_words) + self.words_bias)
        vector = log_softmax(encoder.load().read(text).vector @ self.by_vector + self.vector_bias)
        both = softmax((words + vector) / 2)
        return [(self.labels[at], round(float(both[at]), 3)) for at in np.argsort(-both)[:most]]

    @functools.cached_property
    def _terms(self) -> Terms:
        return Terms([self.words, self.letters])

    def save(self, folder: Path) -> None:
        """Write the ranker as arrays and word lists."""
        np.savez_compressed(
            folder / _ARRAYS, by_words=self.by_words, words_bias=self.words_bias, by_vector=self.by_vector,
            vector_bias=self.vector_bias, words_idf=self.words.idf_, letters_idf=self.letters.idf_,
        )  # fmt: skip
        lists = {
            "labels": self.labels,
            "words": self.words.get_feature_names_out().tolist(),
            "letters": self.letters.get_feature_names_out().tolist(),
        }
        (folder / _LISTS).write_text(json.dumps(lists, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Ranker:
        """Read what :meth:`save` wrote.

        Raises:
            FileNotFoundError: when the folder holds no ranker.
        """
        lists = json.loads((folder / _LISTS).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            words, letters = _word_features(lists["words"]), _letter_features(lists["letters"])
            words.idf_, letters.idf_ = arrays["words_idf"], arrays["letters_idf"]
            kept = [arrays[name] for name in ("by_words", "words_bias", "by_vector", "vector_bias")]
        return cls(tuple(lists["labels"]), words, letters, *kept)


def train(told: Sequence[Labelled]) -> Ranker:
    """Fit the ranker on (label, wording) pairs of at least three labels. Deterministic for the same pairs in the same order."""
    labels, texts = [label for label, _ in told], [text.lower() for _, text in told]
    words, letters = _word_features(), _letter_features()
    features = hstack([words.fit_transform(texts), letters.fit_transform(texts)])
    read = {text: reading.vector for text, reading in encoder.load().each(dict.fromkeys(text for _, text in told))}
    by_words = LogisticRegression(C=_WORDS_LOOSENESS, max_iter=400, tol=1e-3).fit(features, labels)
    by_vector = LogisticRegression(C=_VECTOR_LOOSENESS, max_iter=400, tol=1e-3).fit(np.array([read[text] for _, text in told]), labels)
    return Ranker(
        tuple(by_words.classes_.tolist()), words, letters,
        np.ascontiguousarray(by_words.coef_.T), by_words.intercept_, np.ascontiguousarray(by_vector.coef_.T), by_vector.intercept_,
    )  # fmt: skip


def _word_features(vocabulary: list[str] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(vocabulary=vocabulary, ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b", sublinear_tf=True)


def _letter_features(vocabulary: list[str] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(vocabulary=vocabulary, analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2)
