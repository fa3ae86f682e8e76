"""How likely a number is a child's age now, as learnt from labelled numbers.

Two judges of their own, whose odds are multiplied: the words around the number, each by its place, and what the adapted
encoder makes of the number where it stands. The rules know the ways in which ages are said; this has learnt what they look
like, and :mod:`bot.nlu.ages.weighing` lets it overrule a rule where it is all but certain (decision 0010).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.special import expit
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from bot.nlu import encoder
from bot.nlu.ages.labelled import Number, Span, as_heard, as_labelled, span_of
from bot.nlu.ages.tokens import Quantity, Token

_AROUND = 6  # words each side
_FEWEST = 3  # numbers that have a feature; what is rarer says little and would be most of the file
_LABELLED_COUNTS = 3.0  # beside 1 for what the rules hear
_PUNCTUATION = re.compile(r"[.,!?;:'’\"]+(?!\d)")
_WORDS_LOOSENESS, _PIECES_LOOSENESS = 0.3, 0.003
_FILE = "ages.json"

Array = npt.NDArray[np.float64]


@dataclass
class AgeNet:
    """A trained net: a weight for each feature of the words, one for each of the encoder's dimensions (384,), and both biases."""

    words: dict[str, float]
    pieces: Array
    bias: float

    def chances(self, text: str, tokens: list[Token], numbers: Sequence[Quantity]) -> list[float | None]:
        """How likely each number is a child's age now, 0 to 1; None for one behind what the encoder reads."""
        by_words = [sum(self.words.get(feature, 0.0) for feature in around(tokens, number, numbers)) for number in numbers]
        heard = encoder.load().begin(text).result()
        pieces = [heard.at(*span_of(tokens, number)) for number in numbers]
        return [None if piece is None else float(expit(words + float(self.pieces @ piece) + self.bias)) for words, piece in zip(by_words, pieces)]

    def save(self, folder: Path) -> None:
        """Write the net as JSON."""
        told = {"words": self.words, "pieces": self.pieces.tolist(), "bias": self.bias}
        (folder / _FILE).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> AgeNet:
        """Read what :meth:`save` wrote.

        Raises:
            FileNotFoundError: when the folder holds no net.
        """
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return cls(told["words"], np.array(told["pieces"]), told["bias"])


def around(tokens: list[Token], number: Quantity, numbers: Sequence[Quantity]) -> list[str]:
    """The words beside a number, alone, in pairs and by place, and what kind of number it is. Other numbers lose their value."""
    inside = {at: f"#{other.unit}" for other in numbers for at in range(other.first, other.last)}

    def word(at: int) -> str:
        return "^" if at < 0 else "$" if at >= len(tokens) else inside.get(at) or tokens[at].text

    left = [word(number.first - 1 - step) for step in range(_AROUND)]
    right = [word(number.last + step) for step in range(_AROUND)]
    kind, size = f"{number.unit}{' old' if number.old else ''}", _size(number)
    places = [f"{side}{step} {text}" for side, words in (("l", left), ("r", right)) for step, text in enumerate(words)]
    pairs = [f"{side}{step}{step + 1} {words[step]} {words[step + 1]}" for side, words in (("l", left), ("r", right)) for step in range(3)]
    both = [
        f"l012 {' '.join(left[:3])}", f"r012 {' '.join(right[:3])}", f"lr {left[0]} {right[0]}",
        f"llr {left[1]} {left[0]} {right[0]}", f"lrr {left[0]} {right[0]} {right[1]}",
    ]  # fmt: skip
    near = [f"near {side} {text}" for side, words in (("l", left), ("r", right)) for text in sorted(set(words))]
    what = [
        f"kind {kind}", f"size {size}", f"kind size {kind} {size}", f"kind l {kind} {left[0]}", f"kind r {kind} {right[0]}",
        f"size l {size} {left[0]}", f"size r {size} {right[0]}", f"digits {tokens[number.first].is_number}",
        f"part {number.exact_part}", f"range {number.upto is not None}", f"numbers {min(len(numbers), 4)}",
    ]  # fmt: skip
    return [*places, *pairs, *both, *near, *what]


def _size(number: Quantity) -> str:
    bounds = ((1, "one"), (5, "small"), (12, "kid"), (18, "teen"), (25, "adult"))
    return next((name for most, name in bounds if number.value <= most), "grown")


def train(messages: Sequence[tuple[str, Sequence[Span]]], texts: Sequence[str], today: date) -> AgeNet:
    """Fit the net on ``messages`` with the ages that they state, and on ``texts``, of which the rules tell.

    Deterministic for the same rules and messages. Each of ``messages`` is learnt a second time as somebody types it who leaves
    the punctuation out: dev, fresh_9 to _11 and ages_blind_2 typed like that, 96.0% of the ages are heard, and without 93.6%
    (as written 97.8% both ways).
    """
    labelled = [
        one
        for text, ages in messages
        for typed in dict.fromkeys((text, _PUNCTUATION.sub("", text)))
        for one in as_labelled(typed, ages, today)
    ]
    heard = [one for text in texts for one in as_heard(text, today)]
    counts = [_LABELLED_COUNTS] * len(labelled) + [1.0] * len(heard)
    read = _pieces([*labelled, *heard])
    told = [(one, count, piece) for one, count, piece in zip([*labelled, *heard], counts, read) if piece is not None]
    is_age = np.array([one.is_age for one, _, _ in told])
    weights = np.array([count for _, count, _ in told])
    terms = CountVectorizer(analyzer=lambda features: features, binary=True, min_df=_FEWEST)
    by_words = LogisticRegression(C=_WORDS_LOOSENESS, solver="liblinear", random_state=7).fit(
        terms.fit_transform([around(one.tokens, one.number, one.numbers) for one, _, _ in told]), is_age, sample_weight=weights
    )
    pieces = np.array([piece for _, _, piece in told])
    middle, spread = pieces.mean(axis=0), pieces.std(axis=0)
    by_pieces = LogisticRegression(C=_PIECES_LOOSENESS, max_iter=200).fit((pieces - middle) / spread, is_age, sample_weight=weights)
    own = by_pieces.coef_[0] / spread
    bias = by_words.intercept_[0] + by_pieces.intercept_[0] - own @ middle
    return AgeNet(dict(zip(terms.get_feature_names_out().tolist(), by_words.coef_[0].tolist())), own, float(bias))


def _pieces(numbers: Sequence[Number]) -> list[encoder.Vector | None]:
    """What the encoder makes of each number where it stands; None for one behind what it reads."""
    spans: dict[str, list[Span]] = {}
    for one in numbers:
        spans.setdefault(one.text, []).append(one.span)
    found = {(text, span): reading.at(*span) for text, reading in encoder.load().each(spans) for span in spans[text]}
    return [found[one.text, one.span] for one in numbers]
