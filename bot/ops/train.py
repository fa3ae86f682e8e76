"""Train the model when something it is made from changed (`python -m bot.ops.train`).

Rasa's own fingerprints miss edits to helper modules and to data files outside its YAML, so what the
model is made from is hashed here, and a changed hash trains from scratch.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import yaml

from bot.ops.paths import DATA, MODEL, MODELS, ROOT

# What training reads, and nothing that only a running server reads (places, the arbiter). The rules for ages are not here either:
# a rule more or less changes little of what the net learns from them, and need not cost whoever edits it a training.
MADE_FROM = (
    "config.yml", "domain.yml", "requirements.lock", "bot/taxonomy.yml",
    "bot/nlu/ages/labelled.py", "bot/nlu/ages/learned.py", "bot/nlu/encoder", "bot/nlu/needs", "bot/nlu/questions.py", "bot/nlu/ranker.py", "bot/nlu/safety",
    "bot/rasa/extractors.py", "bot/rasa/featurizer.py", "bot/rasa/importer.py", "bot/rasa/intents.py", "bot/rasa/rankers.py", "bot/rasa/safety_net.py", "bot/rasa/trained.py",
    "data/ages", "data/aspects", "data/faq", "data/needs", "data/nlu", "data/rules", "data/safety",
)  # fmt: skip
STAMP = MODELS / "signpost.sha256"


# Of the checked questions only how they are asked is learnt: an answer that is put right costs its owner no training.
ASKED = "faq"


def fingerprint(root: Path = ROOT) -> str:
    """The SHA-256 over every file that the model is made from (names and contents), and over how the checked questions are asked."""
    digest = hashlib.sha256()
    for part in MADE_FROM:
        path = root / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(str(file.relative_to(root)).encode())
                digest.update(file.read_bytes())
    for file in sorted((root / ASKED).glob("*.yml")):
        digest.update(repr(_asked(file)).encode())
    return digest.hexdigest()


def _asked(file: Path) -> list[tuple[str, ...]]:
    """Each question's id and wordings; none where the file is broken, of which ``signpost check`` says why."""
    try:
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))
        return [(entry["id"], entry["question"], *(entry.get("also") or ())) for entry in entries]
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, UnicodeDecodeError):
        return []


def is_fresh(wanted: str) -> bool:
    """Whether the trained model on disk was made from exactly these files."""
    return MODEL.exists() and STAMP.exists() and STAMP.read_text().strip() == wanted


def train() -> int:
    """Run `rasa train`; returns its exit code. The old model stays until the new one is there."""
    command = [
        str(Path(sys.executable).with_name("rasa")), "train", "--force", "--skip-validation",  # `make check` validates
        "--fixed-model-name", "next", "--out", str(MODELS), "--data", str(DATA),
    ]  # fmt: skip
    log = MODELS / "training.log"
    with log.open("w") as out:
        code = subprocess.run(
            command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, check=False,
            env=os.environ | {"RASA_TELEMETRY_ENABLED": "false"},
        ).returncode  # fmt: skip
    if code == 0:
        (MODELS / "next.tar.gz").replace(MODEL)
    else:
        print("\n".join(log.read_text().splitlines()[-25:]), file=sys.stderr)
        print(f"Training failed; the whole log is in {log.relative_to(ROOT)}.", file=sys.stderr)
    return code


def main() -> int:
    """Train if needed. Exit code 0 when a fresh model is there."""
    wanted = fingerprint()
    if is_fresh(wanted) and "--force" not in sys.argv[1:]:
        return 0
    MODELS.mkdir(exist_ok=True)
    print("Training the assistant on the families' questions (a few minutes)...", flush=True)
    code = train()
    if code == 0:
        STAMP.write_text(wanted + "\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
