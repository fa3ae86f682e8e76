"""The learned second net under the rules: it may add an alarm, and never removes one that is said plainly.

A plain logistic regression over words and letter groups, trained from the project's own messages, from alarms worded as
widely as we can (``alarms*.yml``) and from messages that only sound alarming (``hard_negatives*.yml``), together with what
the adapted encoder hears. A long message is also scored in parts, because the alarm may be half a sentence
in it. It keeps no pickle: arrays and word lists, nothing that could run.
"""

from __future__ import annotations

import functools
import hashlib
import json
import random
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit, log_softmax, logsumexp, softmax
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.enquiry import SafetyLevel
from bot.nlu import encoder
from bot.nlu.place import gazetteer
from bot.nlu.safety.families import FOLDER, load
from bot.nlu.safety.normal import normalise
from bot.nlu.terms import Terms

# Chosen on messages that the net had not learnt: docs/decisions/0009-hints-are-weighed.md, and anew in benchmarks/understanding/RESULTS.md.
# A life at risk is raised from the first, any alarm from the second; from the third on harm is perhaps meant, and the numbers stand above
# the answer (docs/decisions/0020-harm-perhaps.md).
LIFE_THRESHOLD, THRESHOLD, PERHAPS_THRESHOLD = 0.12, 0.35, 0.18
# A message long enough to be read in parts must speak plainer, and a part of it plainer still: of so many words some always sound like one.
LONG_THRESHOLD, PART_THRESHOLD = 0.45, 0.8

# Harm must be so much likelier than a life at risk to be the level. Counted on all held-out sets but the test splits, with 5 in place
# of 3: of 3,049 crises eleven more are heard as such, and of 3,047 alarms of harm eight less; 8 would be four more and eleven less.
_LIFE_FIRST = 5.0

# Words that the net must know before it may speak: so many, and this share of the message.
_FEWEST_KNOWN, _SHARE_KNOWN = 3, 0.5
# Thanks are looked for so near the end: over the whole of 2,000 characters of "x x x" it took 72 ms, once for every reading.
_LONGEST_THANKS = 60  # characters

# Whether they only say where a family lives and how far they get is asked of so many words.
_FEW_OF_PLACES = 30

# How much the encoder's alarm counts beside the words'.
_ENCODER_SHARE = 0.6
# A message longer than a part is scored in parts too: so many words each, so many from the start of one to that of the next.
_PART, _STEP = 60, 40
# So few words say too little to weigh: those that were taught to be harmless are harmless as they stand ("it's getting worse").
_FEW_WORDS = 8
# An ordinary message that an alarm is told beside has so many words.
_BESIDE = range(4, 26)
# Of the fit: four times as many change nothing that can be measured.
_STEPS = 100

ALARMS: tuple[SafetyLevel, ...] = ("crisis", "safeguarding")
_LEVELS: tuple[SafetyLevel, ...] = ("none", *ALARMS)
_ARRAYS = "second_net.npz"
_WORDS = "second_net.json"

Labelled = tuple[str, SafetyLevel]


@dataclass(frozen=True)
class Finding:
    """The level that the net raises, and the score (0 to 1) of that; of the whole message where it raises none, None where it cannot read.

    ``perhaps`` is said of a message that raises none and may tell of harm.
    """

    level: SafetyLevel
    score: float | None
    perhaps: bool = False


@dataclass(frozen=True)
class SecondNet:
    """A trained net. ``weights`` is (levels, features), ``bias`` is (levels,), levels as in ``_LEVELS``; ``quiet`` are the
    harmless messages of few words that it was taught."""

    words: TfidfVectorizer
    letters: TfidfVectorizer
    weights: npt.NDArray[np.float64]
    bias: npt.NDArray[np.float64]
    quiet: frozenset[str] = frozenset()

    def score(self, text: str) -> dict[SafetyLevel, float]:
        """How likely each level is for the message as a whole, 0 to 1; the three add up to 1."""
        return _scores([text], self._logits([text]))[0]

    def level(self, text: str) -> SafetyLevel:
        """The alarm that the net raises."""
        return self.finding(text).level

    def finding(self, text: str) -> Finding:
        """The alarm that the message raises, or one of its parts, and how likely it is that there is one at all."""
        return self.begin(text)()

    def begin(self, text: str) -> Callable[[], Finding]:
        """Weigh the words of a message; what is given back weighs what the encoder heard beside them, once it has read."""
        if not self._can_read(text):
            return lambda: Finding("none", None)
        said = plain(text)
        if said in self.quiet or load().calm.fullmatch(said):
            return lambda: Finding("none", 0.0)
        texts = [text, *parts(text)]
        for one in texts:
            encoder.load().begin(one)
        by_words = self._logits(texts)
        return lambda: self._finding(texts, by_words)

    def _finding(self, texts: Sequence[str], by_words: npt.NDArray[np.float64]) -> Finding:
        """Of a message and its parts, with what the words say of each (:meth:`_logits`)."""
        whole, *rest = _scores(texts, by_words)
        if rest:
            return _of_long(whole, rest)
        found = raised(whole)
        says_something = found.level != "none" or found.perhaps
        return Finding("none", 0.0) if says_something and is_of_places(texts[0]) else found

    def _can_read(self, text: str) -> bool:
        """Whether enough of the words are known: a letter, a tag or another language tells the net nothing."""
        said = plain(text).split()
        known = sum(word in self.words.vocabulary_ for word in said)
        return known >= _FEWEST_KNOWN and known >= len(said) * _SHARE_KNOWN

    def _logits(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """What the words say of each level, of shape (texts, levels)."""
        return np.array([self._terms.speak(plain(text), self._by_term) for text in texts]) + self.bias

    @functools.cached_property
    def _terms(self) -> Terms:
        return Terms([self.words, self.letters])

    @functools.cached_property
    def _by_term(self) -> npt.NDArray[np.float64]:
        """The weights laid out a row a term, so that a message copies only its own."""
        return np.ascontiguousarray(self.weights.T)

    def save(self, folder: Path) -> None:
        """Write the net as arrays and word lists."""
        np.savez_compressed(
            folder / _ARRAYS,
            weights=self.weights,
            bias=self.bias,
            words_idf=self.words.idf_,
            letters_idf=self.letters.idf_,
        )
        terms = {
            "words": self.words.get_feature_names_out().tolist(),
            "letters": self.letters.get_feature_names_out().tolist(),
            "quiet": sorted(self.quiet),
        }
        (folder / _WORDS).write_text(json.dumps(terms, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> SecondNet:
        """Read what :meth:`save` wrote.

        Raises:
            FileNotFoundError: when the folder holds no net.
        """
        terms = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            words, letters = _word_features(terms["words"]), _letter_features(terms["letters"])
            words.idf_, letters.idf_ = arrays["words_idf"], arrays["letters_idf"]
            return cls(words, letters, arrays["weights"], arrays["bias"], frozenset(terms["quiet"]))


def is_of_places(text: str) -> bool:
    """Whether a few words say where a family lives and how far they get, and nothing else, whatever the net makes of the names."""
    mentions = gazetteer().find_all(text, asked=True) if len(text.split()) <= _FEW_OF_PLACES else []
    for mention in sorted(mentions, key=lambda one: -one.start):
        text = f"{text[: mention.start]}Durham{text[mention.end :]}"
    return load().calm.fullmatch(plain(text)) is not None


def _scores(texts: Sequence[str], by_words: npt.NDArray[np.float64]) -> list[dict[SafetyLevel, float]]:
    """How likely each level is, by what the words say of each text, of shape (texts, levels), and by what the encoder heard."""
    by_words = log_softmax(by_words, axis=1)
    heard = encoder.load().read_all(texts)
    by_encoder = np.array([reading.alarms for reading in heard])[:, [encoder.load().alarms.index(level) for level in ALARMS]]
    any_by_words = logsumexp(by_words[:, 1:], axis=1) - by_words[:, 0]
    quiet = -np.logaddexp(0, by_encoder).sum(axis=1)  # the log of how likely no alarm is
    any_by_encoder = np.log(-np.expm1(quiet)) - quiet
    some = expit((1 - _ENCODER_SHARE) * any_by_words + _ENCODER_SHARE * any_by_encoder)
    which = softmax((1 - _ENCODER_SHARE) * by_words[:, 1:] + _ENCODER_SHARE * by_encoder, axis=1)
    shares = np.column_stack([1 - some, some[:, None] * which])
    return [dict(zip(_LEVELS, row)) for row in shares.tolist()]


def raised(scores: dict[SafetyLevel, float]) -> Finding:
    """What a message of few words raises: a life at risk sooner than harm, which is perhaps meant where nothing is raised yet."""
    some = _of_any(scores)
    if scores["crisis"] >= LIFE_THRESHOLD or some >= THRESHOLD:
        return _of_level(scores)
    return Finding("none", some, perhaps=some >= PERHAPS_THRESHOLD)


def _of_long(whole: dict[SafetyLevel, float], pieces: Sequence[dict[SafetyLevel, float]]) -> Finding:
    """What a long message raises, or the loudest of its parts."""
    loudest = max(pieces, key=_of_any)
    if _of_any(whole) >= LONG_THRESHOLD:
        return _of_level(whole)
    if _of_any(loudest) >= PART_THRESHOLD:
        return _of_level(loudest)
    return Finding("none", _of_any(whole))


def _of_level(scores: dict[SafetyLevel, float]) -> Finding:
    """The likelier alarm, a life at risk before harm, with the score that both have together."""
    at_risk = scores["crisis"] * _LIFE_FIRST >= scores["safeguarding"]
    return Finding("crisis" if at_risk else "safeguarding", _of_any(scores))


def _of_any(scores: dict[SafetyLevel, float]) -> float:
    """The score that both alarms have together."""
    return round(scores["crisis"] + scores["safeguarding"], 3)


def train(messages: Sequence[Labelled]) -> SecondNet:
    """Fit the net. Deterministic for the same messages in the same order; all three levels must occur."""
    short = _short_and_quiet(messages)
    quiet = [(part, level) for text, level in messages if level == "none" for part in parts(text)]
    messages = [*messages, *quiet, *beside_ordinary(messages)]
    said = [plain(text) for text, _ in messages]
    words, letters = _word_features(), _letter_features()
    features = csr_matrix(hstack([words.fit_transform(said), letters.fit_transform(said)]))
    # Unweighted: the ordinary is the rule, so that a message of few words is no alarm by itself. It would go on to 350 steps, and
    # says the same after 100: of 4,914 alarms of the held-out sets 4,802 heard both times, 202 and 203 of 5,649 raised.
    fitted = LogisticRegression(C=3.0, max_iter=_STEPS, random_state=7)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopped early on purpose
        fitted.fit(features, [_LEVELS.index(level) for _, level in messages])
    return SecondNet(words, letters, fitted.coef_, fitted.intercept_, short)


def _short_and_quiet(messages: Sequence[Labelled]) -> frozenset[str]:
    """The harmless messages of few words, as the net reads them, that are nowhere taught as an alarm."""
    said = [(plain(text), level) for text, level in messages if len(text.split()) <= _FEW_WORDS]
    alarming = {words for words, level in said if level != "none"}
    return frozenset(words for words, level in said if level == "none") - alarming


def beside_ordinary(messages: Sequence[Labelled]) -> list[Labelled]:
    """Every other alarm beside an ordinary message, and pairs of ordinary ones: words beside an alarm must not outweigh it."""
    chance = random.Random(7)
    ordinary = [text for text, level in messages if level == "none"]
    short = [text for text in ordinary if len(text.split()) in _BESIDE]
    if not short:
        return []
    alarming = [one for one in messages if one[1] != "none"]
    told = chance.sample(alarming, len(alarming) // 2)
    told += [(text, _LEVELS[0]) for text in chance.sample(ordinary, min(len(told), len(ordinary)))]
    return [(_joined(text, chance.choice(short), chance), level) for text, level in told]


def _joined(one: str, other: str, chance: random.Random) -> str:
    first, second = (one, other) if chance.random() < 0.5 else (other, one)
    return f"{first.rstrip(' .!?')}. {second}"


def level_of(intent: str | None) -> SafetyLevel:
    """The level of a training message by its intent, which an alarm is named after."""
    return next((level for level in ALARMS if level == intent), "none")


@functools.cache
def hard_negatives() -> tuple[str, ...]:
    """Messages with alarming words and no danger in them: train with each as "none"."""
    return tuple(text for group in _groups("hard_negatives*.yml") for text in group["messages"])


def rule_examples() -> tuple[Labelled, ...]:
    """What the rules were written for and their near-misses: the net learns both."""
    return tuple(
        (text, level)
        for family in load().families
        for texts, level in ((family.alarms, family.level), (family.quiet, _LEVELS[0]))
        for text in texts
    )


@functools.cache
def alarms() -> tuple[Labelled, ...]:
    """Messages with danger in them beside those of the intents, each with its level."""
    return tuple((text, group["level"]) for group in _groups("alarms*.yml") for text in group["messages"])


def _groups(pattern: str) -> list[dict[str, Any]]:
    files = sorted(FOLDER.glob(pattern))
    return [group for file in files for group in yaml.safe_load(file.read_text(encoding="utf-8"))["groups"]]


def examples() -> tuple[Labelled, ...]:
    """All that the net learns from beside the training messages of the intents."""
    return (*alarms(), *((text, _LEVELS[0]) for text in hard_negatives()), *rule_examples())


def fingerprint() -> str:
    """What a trained net depends on beside the training messages that Rasa knows of: change it and train again."""
    content = b"".join(file.read_bytes() for file in sorted(FOLDER.glob("*.yml")))
    settings = f"{_PART} {_STEP} {_BESIDE} {_FEW_WORDS} {_STEPS}"
    return hashlib.sha256(content + settings.encode()).hexdigest()


def parts(text: str) -> list[str]:
    """The overlapping parts of a long message; none for one that is read whole."""
    said = text.split()
    if len(said) <= _PART:
        return []
    return [" ".join(said[at : at + _PART]) for at in range(0, len(said) - _PART + _STEP, _STEP)]


def plain(text: str) -> str:
    """The words as the rules spell them, without a greeting before and thanks after: those tell a habit and no danger."""
    rules = load()
    joined = normalise(text, rules.spelling).joined
    greeting = rules.greeting.match(joined)
    said = joined[greeting.end() :] if greeting else joined
    while thanks := rules.thanks.search(bare := said.rstrip(" .,"), max(0, len(bare) - _LONGEST_THANKS)):
        said = bare[: thanks.start()].rstrip(" .,")
    return f"{f' {said}'.rstrip(' .') if greeting else said.rstrip(' .')} . "


def _word_features(vocabulary: list[str] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        vocabulary=vocabulary, ngram_range=(1, 3), token_pattern=r"(?u)\b\w+\b", sublinear_tf=True, min_df=2
    )


def _letter_features(vocabulary: list[str] | None = None) -> TfidfVectorizer:
    return TfidfVectorizer(
        vocabulary=vocabulary, analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=2
    )

