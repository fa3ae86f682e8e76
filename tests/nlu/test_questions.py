"""Which checked question a message asks, learnt from its many wordings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.answer.faq import Faq, Faqs
from bot.nlu import questions
from bot.nlu.ranker import Ranker, train
from bot.ops.paths import ROOT

pytestmark = pytest.mark.slow
FEW = [
    *(("portage", text) for text in ("what is portage", "whats portage when its at home", "portage meaning", "what do portage do")),
    *(("transport", text) for text in ("who gets a school taxi", "can he get transport to school", "how far for the taxi", "school bus who pays")),
    *((questions.NONE, text) for text in ("how do I make soup", "when is the bin day", "who won the match", "what is the time")),
]


def test_a_ranker_tells_wordings_it_has_not_seen_and_is_kept(tmp_path: Path) -> None:
    ranker = train(FEW)
    ranker.save(tmp_path)
    kept = Ranker.load(tmp_path)
    for text, id in (("what even is portage", "portage"), ("does she get a taxi to school", "transport")):
        assert kept.rank(text)[0][0] == id
        assert kept.rank(text) == ranker.rank(text)
    chances = [chance for _, chance in kept.rank("what even is portage")]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) == pytest.approx(1, abs=0.01)


def test_every_wording_is_of_a_question_that_has_an_answer() -> None:
    ids = {entry["id"] for file in (ROOT / "faq").glob("*.yml") for entry in yaml.safe_load(file.read_text(encoding="utf-8"))}
    told = [yaml.safe_load(file.read_text(encoding="utf-8"))["asked"] for file in (ROOT / "data" / "faq").glob("*.yml")]
    assert {id for file in told for id in file} <= ids | {questions.NONE}
    assert min(len(wordings) for file in told for wordings in file.values()) >= 15


def entry(id: str, question: str) -> Faq:
    return Faq(id, question, (), "An answer.", (), date(2026, 11, 28))


FAQS = Faqs((entry("a", "What is Portage?"), entry("b", "Who gets a school taxi?")))


def test_a_sure_ranking_is_answered_and_a_doubtful_one_offers_choices() -> None:
    assert FAQS.find("portage meaning", [("a", 0.6), ("b", 0.2)]) is FAQS.entries[0]
    assert FAQS.find("portage meaning", [("a", 0.3), ("b", 0.25)]) is None
    assert FAQS.near([("a", 0.3), ("b", 0.25), ("gone", 0.2)]) == FAQS.entries


def test_what_likely_stands_in_no_answer_is_neither_answered_nor_guessed() -> None:
    asked = [(questions.NONE, 0.7), ("a", 0.2)]
    assert FAQS.find("how do I make soup", asked) is None
    assert FAQS.near(asked) == ()


def test_an_entry_that_was_added_after_training_is_found_by_its_own_words() -> None:
    assert FAQS.find("what is portage", [(questions.NONE, 0.9)]) is FAQS.entries[0]
