"""Ways to decide the needs, side by side (`python -m benchmarks.understanding.compare`).

Each way is fitted on the training messages. Its threshold is the one that is best in cross-validation (folds grouped, so
that near-duplicates never stand on both sides); with that threshold it is measured once on the dev split. Nothing here
reads the test split. Vocabularies are made from all training messages, without labels.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import yaml
from scipy.sparse import csr_matrix, hstack
from scipy.sparse.csgraph import connected_components
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from bot.nlu import encoder
from bot.nlu.needs import lexicon
from bot.nlu.needs.dismissed import blank_dismissed
from bot.nlu.needs.plain import plain
from bot.ops.paths import DATA, ROOT

Scores = npt.NDArray[np.float64]
Labels = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]
# From the rows to learn from and their labels to the scores of the rows asked for.
Way = Callable[[Indices, Labels, Indices], Scores]

_ALIKE = 0.9  # cosine of the sentence vectors above which two messages count as near-duplicates
_GRID = np.arange(0.1, 0.8, 0.02)


def training_messages() -> list[tuple[str, frozenset[str]]]:
    """Every training message with its needs, as the needs extractor gets them from Rasa."""
    found = []
    for file in sorted((DATA / "nlu").glob("*.yml")):
        for block in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            examples = block.get("examples", []) if "intent" in block else []
            if isinstance(examples, str):
                found += [(line[2:].strip(), frozenset[str]()) for line in examples.splitlines() if line.startswith("- ")]
            else:
                found += [(one["text"].strip(), frozenset((one.get("metadata") or {}).get("needs") or ())) for one in examples]
    return found


def dev_messages() -> list[tuple[str, frozenset[str]]]:
    lines = (ROOT / "tests" / "understanding" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [(row["text"], frozenset(row["needs"])) for row in map(json.loads, filter(None, lines))]


def groups(vectors: npt.NDArray[np.float32]) -> Indices:
    """A number a message, the same for messages that say nearly the same."""
    near = np.concatenate([vectors[at : at + 500] @ vectors.T > _ALIKE for at in range(0, len(vectors), 500)])
    numbers: Indices = connected_components(csr_matrix(near), directed=False)[1]
    return numbers


def micro_f1(stated: Labels, labels: Labels) -> float:
    return float(2 * (stated & labels).sum() / (stated.sum() + labels.sum()))


def regression(features: csr_matrix, looseness: float = 3.0, stated: float = 2.0) -> Way:
    """One logistic regression a need."""

    def way(rows: Indices, labels: Labels, asked: Indices) -> Scores:
        columns = [
            LogisticRegression(
                C=looseness, class_weight={True: stated, False: 1.0}, solver="liblinear", dual=True, tol=0.01, random_state=7
            )
            .fit(features[rows], column)
            .decision_function(features[asked])
            for column in labels.T
        ]
        scores: Scores = expit(np.array(columns).T)
        return scores

    return way


def nearest(vectors: npt.NDArray[np.float32], neighbours: int = 15) -> Way:
    """The needs of the messages that are nearest by sentence vector, the nearer the more they count."""

    def way(rows: Indices, labels: Labels, asked: Indices) -> Scores:
        likeness = vectors[asked] @ vectors[rows].T
        best = np.argsort(-likeness, axis=1)[:, :neighbours]
        weights = np.exp(10 * np.take_along_axis(likeness, best, axis=1))
        scores: Scores = np.einsum("an,ank->ak", weights / weights.sum(axis=1, keepdims=True), labels[best].astype(float))
        return scores

    return way


def main() -> None:
    """Print the table and the learning curve as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=5)
    folds = parser.parse_args().folds
    known, dev = training_messages(), dev_messages()
    needs = tuple(sorted({need for _, stated in known for need in stated}))
    every = [*known, *dev]
    labels = np.array([[need in stated for need in needs] for _, stated in every])
    raw = [blank_dismissed(text) for text, _ in every]
    read = [plain(text) for text in raw]
    words = [message.text for message in read]
    count = len(known)
    vectors = encoder.load().encode_all(raw)
    by_word = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, dtype=np.float32).fit(words[:count])
    by_letter = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3, dtype=np.float32)
    counts = hstack([by_word.transform(words), by_letter.fit(words[:count]).transform(words)])
    lines = np.array([lexicon.hits(message) for message in read])
    owners = [need for need, _ in lexicon.load()]
    columns = [[at for at, owner in enumerate(owners) if owner == need] for need in needs]
    first = lines[:, [at[0] for at in columns]]
    named = np.array([lines[:, at].max(axis=1) for at in columns]).T
    dense = csr_matrix(vectors * 1.5)
    chosen = csr_matrix(hstack([counts, dense, csr_matrix(lines)]))

    def blend(rows: Indices, truth: Labels, asked: Indices) -> Scores:
        return 0.8 * regression(chosen)(rows, truth, asked) + 0.2 * nearest(vectors)(rows, truth, asked)

    ways: dict[str, Way] = {
        "lexicon, its surest line a need": lambda rows, truth, asked: first[asked].astype(float),
        "sentence vectors": regression(csr_matrix(vectors * 4)),
        "15 nearest sentence vectors": nearest(vectors),
        "words and letters": regression(csr_matrix(counts)),
        "words, letters, vectors": regression(csr_matrix(hstack([counts, dense]))),
        "... and one column a need for the lexicon": regression(csr_matrix(hstack([counts, dense, csr_matrix(named)]))),
        "... and one column a line of the lexicon (chosen)": regression(chosen),
        "chosen, with a fifth from the nearest": blend,
    }
    learn, ask = np.arange(count), np.arange(count, len(every))
    splits = list(GroupKFold(folds).split(learn, groups=groups(vectors[:count])))
    print(f"{count} training messages, {len(dev)} dev messages, {folds} folds\n")
    print("| way | threshold | cross-validated F1 | dev F1 | precision | recall | seconds to fit |\n|---|---|---|---|---|---|---|", flush=True)
    for name, way in ways.items():
        held = np.zeros((count, len(needs)))
        for rows, asked in splits:
            held[asked] = way(rows, labels[rows], asked)
        figure, threshold = max((micro_f1(held >= one, labels[:count]), one) for one in _GRID)
        started = time.process_time()
        stated = way(learn, labels[:count], ask) >= threshold
        seconds = time.process_time() - started
        right = (stated & labels[count:]).sum()
        print(
            f"| {name} | {threshold:.2f} | {figure:.3f} | {micro_f1(stated, labels[count:]):.3f} | "
            f"{right / stated.sum():.3f} | {right / labels[count:].sum():.3f} | {seconds:.0f} |",
            flush=True,
        )
    print("\n| share of the training messages | dev F1 at the chosen way's best threshold |\n|---|---|")
    order = np.random.default_rng(7).permutation(count)
    for share in (0.25, 0.5, 0.75, 1.0):
        rows = order[: int(share * count)]
        scores = regression(chosen)(rows, labels[rows], ask)
        print(f"| {share:.0%} | {max(micro_f1(scores >= one, labels[count:]) for one in _GRID):.3f} |", flush=True)


if __name__ == "__main__":
    main()
