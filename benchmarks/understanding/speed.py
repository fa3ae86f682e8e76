"""NLU time of Signpost's recipe and of Rasa's default one in the same run (`python -m benchmarks.understanding.speed`).

The default recipe is trained here on the same messages, with one epoch unless asked for more: more epochs make it wiser,
not slower. Both parse the same dev messages of 17 to 23 words by turns, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from bot.ops.paths import DATA, MODEL, ROOT

_WORDS = range(17, 24)


def default_recipe(epochs: int) -> dict[str, Any]:
    """The pipeline that Rasa suggests where none is given (rasa/engine/recipes/config_files/default_config.yml)."""
    return {
        "recipe": "default.v1",
        "assistant_id": "default-recipe",
        "language": "en",
        "pipeline": [
            {"name": "WhitespaceTokenizer"},
            {"name": "RegexFeaturizer"},
            {"name": "LexicalSyntacticFeaturizer"},
            {"name": "CountVectorsFeaturizer"},
            {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
            {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True},
            {"name": "EntitySynonymMapper"},
            {"name": "ResponseSelector", "epochs": epochs, "constrain_similarities": True},
            {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
        ],
    }


def train_default(folder: Path, epochs: int) -> Path:
    """Train it into ``folder``. Raises CalledProcessError when Rasa does."""
    config = folder / "config.yml"
    config.write_text(yaml.safe_dump(default_recipe(epochs), sort_keys=False), encoding="utf-8")
    rasa = str(Path(sys.executable).with_name("rasa"))
    command = [rasa, "train", "nlu", "--config", str(config), "--nlu", str(DATA / "nlu"), "--domain", "domain.yml"]
    subprocess.run([*command, "--out", str(folder), "--fixed-model-name", "default"], cwd=ROOT, check=True, capture_output=True)
    return folder / "nlu-default.tar.gz" if (folder / "nlu-default.tar.gz").exists() else folder / "default.tar.gz"


def main() -> None:
    """Print the middle and the 95th percentile of both, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--model", type=Path, default=MODEL)
    options = parser.parse_args()
    lines = (ROOT / "tests" / "understanding" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [text for text in (json.loads(line)["text"] for line in lines if line) if len(text.split()) in _WORDS]
    from bot.rasa.nlu import load_parser

    with tempfile.TemporaryDirectory() as folder:
        parsers = {"Signpost": load_parser(options.model), "Rasa's default": load_parser(train_default(Path(folder), options.epochs))}
    loop = asyncio.new_event_loop()
    times: dict[str, list[float]] = {name: [] for name in parsers}
    for number in range(3):
        for text in texts:
            for name, parse in parsers.items():
                # A message that was read before is remembered by the encoder: each round says it differently.
                said = text + " " + "x" * number
                started = time.perf_counter()
                loop.run_until_complete(parse(said))
                times[name].append((time.perf_counter() - started) * 1000)
    print(f"{len(texts)} messages of {_WORDS.start} to {_WORDS.stop - 1} words, three times\n\n| recipe | middle ms | p95 ms |\n|---|---|---|")
    for name, taken in times.items():
        print(f"| {name} | {np.percentile(taken, 50):.1f} | {np.percentile(taken, 95):.1f} |")


if __name__ == "__main__":
    main()
