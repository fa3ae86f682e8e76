"""The learned needs decision: word and character features, a sentence vector, one weight row a need.

Every need is decided on its own (a message may state several), over the whole message and over its
parts; the part that speaks loudest for a need is kept as the evidence for it.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import skops.io
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu import encoder
from bot.nlu.needs.dismissed import blank_dismissed
from bot.nlu.needs.parts import Part, split_parts

THRESHOLD = 0.42
# A part alone is weaker evidence than the message it stands in: it needs this much more.
PART_THRESHOLD = 0.62
MIN_PART_LETTERS = 8


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


@dataclass
class NeedsModel:
    """A trained needs decision. ``weights`` is (needs, features), ``bias`` is (needs,)."""

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
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, dtype=np.float32).fit(texts)
        letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3, dtype=np.float32
        ).fit(texts)
        features = _features(words, letters, texts)
        weights, bias = [], []
        for need in needs:
            labels = np.array([need in example.needs for example in examples])
            fitted = LogisticRegression(
                C=6.0, class_weight={True: 3.0, False: 1.0}, solver="liblinear", random_state=7
            ).fit(features, labels)
            weights.append(fitted.coef_[0])
            bias.append(fitted.intercept_[0])
        return cls(needs, words, letters, np.array(weights), np.array(bias))

    def find(self, text: str) -> list[NeedFinding]:
        """The needs stated in ``text``, the surest first."""
        text = blank_dismissed(text)
        whole = Part(text, 0, len(text))
        parts = [part for part in split_parts(text) if len(part.text) >= MIN_PART_LETTERS]
        scores = self.scores([whole.text, *(part.text for part in parts)])
        findings = []
        for column, need in enumerate(self.needs):
            in_parts = scores[1:, column]
            best = int(in_parts.argmax()) if len(in_parts) else -1
            score = max(float(scores[0, column]), float(in_parts[best]) if best >= 0 else 0.0)
            if scores[0, column] >= THRESHOLD or (best >= 0 and in_parts[best] >= PART_THRESHOLD):
                span = parts[best] if best >= 0 else whole
                findings.append(NeedFinding(need, score, span.start, span.end, span.text))
        return sorted(findings, key=lambda finding: (-finding.score, finding.need))

    def nearest(self, text: str, count: int) -> list[str]:
        """The likeliest needs, sure or not, for a question that offers choices."""
        scores = self.scores([blank_dismissed(text)])[0]
        return [self.needs[column] for column in np.argsort(-scores)[:count]]

    def scores(self, texts: list[str]) -> npt.NDArray[np.float64]:
        """Probabilities of shape (texts, needs)."""
        logits = _features(self.words, self.letters, texts) @ self.weights.T + self.bias
        scores: npt.NDArray[np.float64] = 1.0 / (1.0 + np.exp(-logits))
        return scores

    def save(self, folder: Path) -> None:
        """Write the model without pickle (skops)."""
        skops.io.dump(vars(self), folder / "needs.skops")

    @classmethod
    def load(cls, folder: Path) -> NeedsModel:
        """Read what :meth:`save` wrote.

        Raises:
            FileNotFoundError: when the folder holds no model.
        """
        file = folder / "needs.skops"
        fields: dict[str, Any] = skops.io.load(file, trusted=skops.io.get_untrusted_types(file=file))
        return cls(**fields)


def _features(words: TfidfVectorizer, letters: TfidfVectorizer, texts: list[str]) -> csr_matrix:
    return csr_matrix(
        hstack([words.transform(texts), letters.transform(texts), csr_matrix(_vectors(tuple(texts)))])
    )


@functools.lru_cache(maxsize=8)
def _vectors(texts: tuple[str, ...]) -> npt.NDArray[np.float32]:
    load = encoder.load()
    return np.array([load.encode(text) for text in texts]) * 2.0
