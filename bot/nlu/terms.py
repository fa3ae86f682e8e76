"""Words and letter groups of a text, and what a trained row of weights says of them.

The same numbers as scikit-learn's tf-idf and a sparse product, for one text at a time: building sparse matrices took most of
an answer's time. The vectorizers are fitted by scikit-learn, with ``sublinear_tf`` and unit length.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer

Weights = npt.NDArray[np.float64]

# Words whose letter groups are kept: everyday ones come again and again, and one word tells nothing of who wrote it.
_WORDS_KEPT = 4096


class Terms:
    """Fitted vectorizers side by side: a term of the second stands behind all of the first."""

    def __init__(self, vectorizers: Sequence[TfidfVectorizer]) -> None:
        self._parts: list[tuple[Callable[[str], Sequence[int]], Weights, int]] = []
        start = 0
        for one in vectorizers:
            if not one.sublinear_tf or one.norm != "l2":
                raise ValueError("only vectorizers with sublinear_tf and unit length")
            self._parts.append((_known_terms(one), np.asarray(one.idf_), start))
            start += len(one.vocabulary_)
        self.size = start

    def speak(self, text: str, weights: Weights) -> Weights:
        """The product of the text's terms with ``weights`` (terms, labels); zeros where it has none that is known."""
        said = np.zeros(weights.shape[1])
        for known_terms, idf, start in self._parts:
            counts = Counter(known_terms(text))
            if counts:
                at = np.fromiter(counts, dtype=np.int64, count=len(counts))
                values = np.array([1.0 + math.log(count) for count in counts.values()]) * idf[at]
                said += (values / np.linalg.norm(values)) @ weights[at + start]
        return said


def _known_terms(vectorizer: TfidfVectorizer) -> Callable[[str], Sequence[int]]:
    """What finds the columns of a text's terms, with repeats."""
    analyse, vocabulary = vectorizer.build_analyzer(), vectorizer.vocabulary_

    def of(text: str) -> tuple[int, ...]:
        return tuple(vocabulary[term] for term in analyse(text) if term in vocabulary)

    if vectorizer.analyzer != "char_wb":
        return of
    of_word = functools.lru_cache(_WORDS_KEPT)(of)  # no letter group reaches over a space
    return lambda text: [column for word in text.split() for column in of_word(word)]
