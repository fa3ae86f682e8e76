"""The checked questions (``faq/*.yml``) in the many ways in which people ask each: what a ranker learns from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import yaml

from bot.nlu.ranker import Labelled

# What is asked and stands in none of them.
NONE = "none"
FOLDER = Path(__file__).parents[2] / "data" / "faq"
QUESTIONS = Path(__file__).parents[2] / "faq"


def examples() -> list[Labelled]:
    """Every way in which each question is asked: those of ``faq/*.yml`` and those of ``data/faq/*.yml``."""
    own = [
        (entry["id"], wording)
        for file in sorted(QUESTIONS.glob("*.yml"))
        for entry in yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        for wording in (entry["question"], *(entry.get("also") or ()))
    ]
    told = [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)["asked"] for file in sorted(FOLDER.glob("*.yml"))]
    more = [(id, wording) for file in told for id, wordings in file.items() for wording in wordings]
    known = {id for id, _ in own} | {NONE}
    # A question that a content owner took out is asked as before, and answered no more.
    return [*own, *((id if id in known else NONE, wording) for id, wording in more)]


def fingerprint() -> str:
    """What these examples are, as one word; another word means that a trained ranker is out of date."""
    files = [*sorted(QUESTIONS.glob("*.yml")), *sorted(FOLDER.glob("*.yml"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
