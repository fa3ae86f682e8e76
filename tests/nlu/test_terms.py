"""One text's words and letters, and what trained weights say of them: the same as scikit-learn's matrices."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.terms import Terms

TEXTS = ["he will not sleep at all", "she is up at night, up and up", "no words yet at two", "they will not eat"]


def fitted() -> tuple[TfidfVectorizer, TfidfVectorizer]:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, dtype=np.float32).fit(TEXTS)
    return words, TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32).fit(TEXTS)


@pytest.mark.parametrize("text", [*TEXTS, "up up UP, sleep", "", "xyzzy", "Ünïcode ☂ at night"])
def test_terms_speak_as_scikit_learns_matrices_do(text: str) -> None:
    words, letters = fitted()
    terms = Terms([words, letters])
    weights = np.random.default_rng(1).normal(size=(terms.size, 4))
    wanted = words.transform([text]) @ weights[: len(words.vocabulary_)] + letters.transform([text]) @ weights[len(words.vocabulary_) :]
    assert terms.speak(text, weights) == pytest.approx(np.asarray(wanted)[0], abs=1e-5)


def test_vectorizers_of_another_kind_are_refused() -> None:
    with pytest.raises(ValueError, match="sublinear"):
        Terms([TfidfVectorizer().fit(TEXTS)])
