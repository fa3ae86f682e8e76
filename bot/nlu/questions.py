"""What two rankers learn from: the checked questions (``faq/*.yml``) and the questions about a service shown (``data/aspects``), as people ask each."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Literal

import yaml

from bot.nlu.ranker import Labelled

# What is asked about a service that was shown; bot/conversation/shown/aspects.py answers it.
Aspect = Literal[
    "meanwhile", "visit", "travel", "where", "say", "after", "does", "runs", "text", "cost", "wait", "diagnosis", "plan", "hours", "refer", "ages",
    "contact", "consent", "language", "with_me", "small", "still_there", "turned_down", "source", "remote", "you_ring", "simpler", "first", "recap",
]  # fmt: skip

# Where a message is cut into sentences; the marks between them go.
SENTENCE_ENDS = re.compile(r"[.!?]+\s+(?=\S)")
# What is asked and stands in none of them.
NONE = "none"
FOLDER = Path(__file__).parents[2] / "data" / "faq"
QUESTIONS = Path(__file__).parents[2] / "faq"
ASPECTS = Path(__file__).parents[2] / "data" / "aspects"
# Checked questions that are asked of a service in the same words: "is it free?"
_ALSO_OF_A_SERVICE = frozenset({"help-while-waiting", "is-it-free", "interpreter-free", "who-can-refer-therapy", "who-can-sign", "gp-on-my-own"})
# A message that asks for help is ranked up to so many words: a longer one is an enquiry and no question.
MOST_OF_AN_ENQUIRY = 16
_ONE_IN = 3  # checked questions that tell what is none about a service


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


def about_a_service() -> list[Labelled]:
    """What is asked about a service that was shown, by aspect (:mod:`bot.conversation.shown.aspects`), and other questions, which ask about none."""
    told = [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)["asked"] for file in sorted(ASPECTS.glob("*.yml"))]
    asked = [(aspect, wording) for file in told for aspect, wordings in file.items() for wording in wordings]
    others = [wording for id, wording in examples() if id not in _ALSO_OF_A_SERVICE]
    return [*asked, *((NONE, wording) for wording in others[::_ONE_IN])]


def fingerprint() -> str:
    """What these examples are, as one word; another word means that a trained ranker is out of date."""
    files = [file for folder in (QUESTIONS, FOLDER, ASPECTS) for file in sorted(folder.glob("*.yml"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
