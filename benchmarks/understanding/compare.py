"""Ways to decide the needs, side by side (`python -m benchmarks.understanding.compare`; `--diet 20` adds Rasa's DIET).

`--told 4000` lets each way learn from as many of the training messages, drawn at random: DIET needs hours for all of them.

Each way learns from the training messages and is asked about those of ``dev`` and ``fresh``; the figure is micro F1 at the
threshold that is best on those asked about, which flatters every way alike. Nothing here reads the test split. The encoder's
own head learnt from all the training messages when it was adapted (`make adapt`), whatever `--told` says.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.answer import meaning
from bot.nlu import encoder
from bot.nlu.needs import lexicon
from bot.nlu.needs.plain import plain
from bot.ops.adapt import examples

Scores = npt.NDArray[np.float64]
Labels = npt.NDArray[np.bool_]
Message = tuple[str, frozenset[str]]
_SPLITS = ("dev", "fresh")


def micro_f1(stated: Labels, labels: Labels) -> float:
    return float(2 * (stated & labels).sum() / (stated.sum() + labels.sum()))


def regression(features: csr_matrix, known: Labels) -> Scores:
    """Logits of one logistic regression a need, for the rows after the known ones."""
    count = len(known)
    columns = [
        LogisticRegression(C=3.0, class_weight={True: 2.0, False: 1.0}, solver="liblinear", dual=True, tol=0.01, random_state=7)
        .fit(features[:count], column)
        .decision_function(features[count:])
        for column in known.T
    ]
    return np.array(columns).T


def diet(told: Sequence[Message], asked: Sequence[Message], needs: Sequence[str], epochs: int) -> Scores:
    """How sure Rasa's DIET is of each need, 0 to 1, of shape (asked, needs).

    DIET decides for one label. A message with several needs is told it once for each of them, one with none as "none", and
    a need is stated where its share reaches a threshold. A label for each joined set ("a+b") makes some 3,000 of them, with
    which training was stopped after 40 minutes.
    """
    from bot.rasa.nlu import load_parser

    grouped: dict[str, list[str]] = {}
    for text, stated in told:
        if text.strip():
            for name in sorted(stated) or ["none"]:
                grouped.setdefault(name, []).append(" ".join(text.split()))
    blocks = [{"intent": name, "examples": [{"text": text} for text in texts]} for name, texts in grouped.items()]
    recipe = {
        "recipe": "default.v1", "assistant_id": "diet", "language": "en",
        "importers": [{"name": "bot.rasa.importer.QuickFileImporter"}],
        "pipeline": [
            {"name": "WhitespaceTokenizer"},
            {"name": "CountVectorsFeaturizer"},
            {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
            {"name": "DIETClassifier", "epochs": epochs, "entity_recognition": False, "constrain_similarities": True, "ranking_length": 0},
        ],
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "config.yml").write_text(yaml.safe_dump(recipe), encoding="utf-8")
        (folder / "nlu.yml").write_text(yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True), encoding="utf-8")
        rasa = [str(Path(sys.executable).with_name("rasa")), "train", "nlu", "--config", "config.yml", "--nlu", "nlu.yml"]
        subprocess.run([*rasa, "--out", ".", "--fixed-model-name", "diet"], cwd=folder, check=True, capture_output=True)
        parse = load_parser(next(folder.glob("*diet.tar.gz")))
    loop = asyncio.new_event_loop()
    ranked = [loop.run_until_complete(parse(text))["intent_ranking"] for text, _ in asked]
    shares = [{one["name"]: one["confidence"] for one in ranking} for ranking in ranked]
    return np.array([[share.get(need, 0.0) for need in needs] for share in shares])


def main() -> None:
    """Print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--diet", type=int, default=0, metavar="EPOCHS", help="train DIET too (minutes)")
    parser.add_argument("--told", type=int, default=0, metavar="MESSAGES", help="learn from as many, drawn at random (default: all)")
    options = parser.parse_args()
    epochs = options.diet
    told = [(one.text, one.needs) for one in examples.load() if one.intent is not None]
    if options.told:
        told = random.Random(7).sample(told, options.told)
    held = {split: examples.held_out(split) for split in _SPLITS}
    asked = [message for split in held.values() for message in split]
    every = [*told, *asked]
    needs = encoder.load().needs
    known = np.array([[need in stated for need in needs] for _, stated in told])
    truth = np.array([[need in stated for need in needs] for _, stated in asked])
    raw = [text for text, _ in every]
    read = [plain(text) for text in raw]
    words = [message.text for message in read]
    by_word = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, dtype=np.float32).fit(words[: len(told)])
    by_letter = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3, dtype=np.float32).fit(words[: len(told)])
    counts = hstack([by_word.transform(words), by_letter.transform(words)])
    lines = np.array([lexicon.hits(message) for message in read])
    owners = [need for need, _ in lexicon.load()]
    named = np.array([lines[len(told) :, [at for at, owner in enumerate(owners) if owner == need]].max(axis=1) for need in needs]).T
    published = csr_matrix(np.array([meaning.vector(text or ".") for text in raw]))
    readings = encoder.load().read_all(raw)
    adapted = csr_matrix(np.array([reading.vector for reading in readings]))
    heard = np.array([reading.needs for reading in readings[len(told) :]])
    by_words = regression(csr_matrix(hstack([counts, csr_matrix(lines * 0.5)])), known)
    ways: dict[str, Callable[[], Scores]] = {
        "words and letters": lambda: regression(csr_matrix(counts), known),
        "words, letters, lexicon": lambda: by_words,
        "published encoder's vector": lambda: regression(csr_matrix(published * 4), known),
        "words, letters, lexicon, published vector": lambda: regression(csr_matrix(hstack([counts, published * 1.5, csr_matrix(lines * 0.5)])), known),
        "adapted encoder's vector": lambda: regression(csr_matrix(adapted * 4), known),
        "words, letters, lexicon, adapted vector": lambda: regression(csr_matrix(hstack([counts, adapted * 1.5, csr_matrix(lines * 0.5)])), known),
        "adapted encoder's head": lambda: heard,
        "head and words, letters, lexicon, half each (chosen)": lambda: (heard + by_words) / 2,
    }
    sizes = np.cumsum([0, *(len(split) for split in held.values())])
    spans = {split: slice(sizes[at], sizes[at + 1]) for at, split in enumerate(held)}
    print(f"{len(told)} training messages\n\n| way | " + " | ".join(f"{split} ({len(held[split])})" for split in held) + " | seconds |")
    print("|---" * (len(held) + 2) + "|", flush=True)

    def row(name: str, stated: Callable[[float], Labels], thresholds: Sequence[float], seconds: float) -> None:
        best = [max(micro_f1(stated(one)[span], truth[span]) for one in thresholds) for span in spans.values()]
        print(f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in best) + f" | {seconds:.0f} |", flush=True)

    row("lexicon only", lambda _: named > 0, [0.5], 0)
    for name, way in ways.items():
        started = time.monotonic()
        scores = 1 / (1 + np.exp(-way()))
        row(name, lambda one, scores=scores: scores >= one, np.arange(0.1, 0.8, 0.02), time.monotonic() - started)  # type: ignore[misc]
    if epochs:
        started = time.monotonic()
        shares = diet(told, asked, needs, epochs)
        row(f"Rasa's DIET, {epochs} epochs", lambda one: shares >= one, np.arange(0.02, 0.9, 0.02), time.monotonic() - started)


if __name__ == "__main__":
    main()
