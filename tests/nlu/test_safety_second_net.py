"""The second net: trained from messages, kept without pickle, quiet on what only sounds alarming."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.enquiry import SafetyLevel
from bot.nlu import encoder
from bot.nlu.safety.families import FOLDER
from bot.nlu.safety.second_net import (
    SecondNet,
    alarms,
    beside_ordinary,
    examples,
    fingerprint,
    hard_negatives,
    parts,
    plain,
    train,
)
from bot.ops.paths import ROOT
from tests.timing import own_seconds

# The net is trained on all its messages, which takes a minute and a half.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def net() -> SecondNet:
    messages: list[tuple[str, SafetyLevel]] = list(examples())
    levels: tuple[SafetyLevel, ...] = ("crisis", "safeguarding")
    for level in levels:
        content = yaml.safe_load((ROOT / "data" / "nlu" / f"{level}.yml").read_text(encoding="utf-8"))
        messages += [(entry["text"].strip(), level) for entry in content["nlu"][0]["examples"]]
    return train(messages)


def test_scores_add_up_to_one(net: SecondNet) -> None:
    assert sum(net.score("my son can't sleep").values()) == pytest.approx(1)


def test_the_words_are_weighed_before_the_encoder_has_read(net: SecondNet, monkeypatch: pytest.MonkeyPatch) -> None:
    text, begun = "she told me she wants to die and she has taken tablets", encoder.load()
    asked: list[str] = []
    monkeypatch.setattr(begun, "read_all", lambda texts: asked.extend(texts) or [begun.read(one) for one in texts])
    finding = net.begin(text)
    assert asked == []
    assert finding() == net.finding(text)
    assert asked == [text, text]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("she told me she wants to die and she has taken tablets", "crisis"),
        ("her stepdad hits her and she is scared to go home", "safeguarding"),
        ("is there a club for autistic children", "none"),
    ],
)
def test_plain_messages_get_their_level(net: SecondNet, text: str, level: str) -> None:
    assert net.level(text) == level


@pytest.mark.parametrize(
    "text", ["b", "<b>", "my daughter", "Moje dziecko nie mówi i bardzo się boi. Gdzie szukać pomocy?", "\u0645\u0631\u062d\u0628\u0627"]
)
def test_the_net_says_nothing_of_what_it_cannot_read(net: SecondNet, text: str) -> None:
    assert net.level(text) == "none"


@pytest.mark.parametrize("typed", ["Hi, {}", "hello there. {}", "{}. Thanks", "{}, many thanks xx", "{}!!", "Good morning. {} 😭", "{}..."])
def test_a_greeting_thanks_and_how_it_ends_are_not_weighed(net: SecondNet, typed: str) -> None:
    text = "she said she wont be here for her birthday"
    by_words = net._logits([text])
    assert np.allclose(net._logits([typed.format(text)]), by_words, atol=0.05)


def test_a_kept_net_scores_the_same(net: SecondNet, tmp_path: Path) -> None:
    net.save(tmp_path)
    text = "he says he won't be here for his birthday"
    assert SecondNet.load(tmp_path).score(text) == pytest.approx(net.score(text))
    assert not list(tmp_path.glob("*.pkl"))


def test_there_are_enough_hard_negatives() -> None:
    assert len(set(hard_negatives())) >= 300


def test_there_are_enough_alarms_and_none_is_also_a_hard_negative() -> None:
    texts = {text.lower() for text, _ in alarms()}
    for level in ("crisis", "safeguarding"):
        assert sum(found == level for _, found in alarms()) >= 250
    assert len(texts) == len(alarms())
    assert not texts & {text.lower() for text in hard_negatives()}


def test_what_the_net_learns_from_is_in_no_hold_out() -> None:
    learned = {text.lower() for text, _ in examples()}
    for part in ("safety_dev", "safety_test", "safety_fresh_test", "safety_blind_3", "safety_blind_4", "safety_blind_5", "safety_blind_6", "safety_blind_7", "safety_blind_12"):
        lines = (ROOT / "tests" / "understanding" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
        assert not learned & {json.loads(line)["text"].lower() for line in lines}


def test_half_a_sentence_in_a_long_message_is_heard(net: SecondNet) -> None:
    text = (
        "We would like to know about swimming and the bus pass and whether the physio can come to school, "
        "he is nine and has cerebral palsy, and he told his sister last night that he wants to die, "
        "also is there a holiday club in the summer for him and his cousin because we both work"
    )
    assert net.level(text) == "crisis"


@pytest.mark.parametrize("alarm", ["her stepdad beats her", "he has taken all the tablets", "she says she will jump off the bridge tonight"])
@pytest.mark.parametrize("ordinary", ["ADHD, 10, Peterlee. Anyone who helps with the evenings", "Is there a bus pass for college, he is 17"])
def test_ordinary_words_beside_an_alarm_do_not_outweigh_it(net: SecondNet, ordinary: str, alarm: str) -> None:
    assert net.level(f"{ordinary}. {alarm}") != "none"
    assert net.level(f"{alarm}. {ordinary}") != "none"
    assert net.level(ordinary) == "none"


def test_what_is_told_beside_is_the_same_each_time() -> None:
    messages: list[tuple[str, SafetyLevel]] = [("she wants to die", "crisis"), ("he hits me", "safeguarding"), ("is there a club near us", "none")]
    told = beside_ordinary(messages)
    assert told == beside_ordinary(messages)
    assert sorted(level != "none" for _, level in told) == [False, True]
    assert all("is there a club near us" in text for text, _ in told)
    assert beside_ordinary(messages[:2]) == []


def test_only_a_long_message_is_cut_into_parts_that_overlap_and_leave_no_word_out() -> None:
    said = [f"word{at}" for at in range(205)]
    assert parts(" ".join(said[:60])) == []
    for length in (61, 80, 100, 101, 205):
        cut = [part.split() for part in parts(" ".join(said[:length]))]
        assert {word for part in cut for word in part} == set(said[:length])
        assert all(one[-20:] == other[:20] for one, other in itertools.pairwise(cut))
        assert all(20 < len(part) <= 60 for part in cut)


def test_an_alarm_behind_a_page_of_ordinary_words_is_heard(net: SecondNet) -> None:
    page = " ".join(
        [
            "We would like to know about swimming and the bus pass for our lad, who is nine and in year five in Consett.",
            "The physio came to school twice before the holidays and it helped, but the chair is too small now.",
            "His sister asked about the young carers group as well, and whether there is a trip in the summer.",
            "Could you also say how the annual review works and who writes the report, because nobody has told us.",
        ]
    )
    assert net.level(page) == "none"
    assert net.level(f"{page} Last night he told his sister that he wants to die and he has the tablets ready.") == "crisis"


def test_the_fingerprint_changes_with_the_messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    shutil.copytree(FOLDER, tmp_path / "safety")
    monkeypatch.setattr("bot.nlu.safety.second_net.FOLDER", tmp_path / "safety")
    assert fingerprint() == before
    with (tmp_path / "safety" / "alarms.yml").open("a", encoding="utf-8") as file:
        file.write("# one more\n")
    assert fingerprint() != before


@pytest.mark.parametrize("text", ["hi everyone knows he hits me", "evening meal he locks them out"])
def test_a_word_that_only_looks_like_a_greeting_stays(text: str) -> None:
    assert plain(text).split() == [*text.removeprefix("hi ").split(), "."]


@pytest.mark.parametrize("unit", ["x ", ". ", "ta . ", "hi . "])
def test_thanks_without_end_cost_no_time(unit: str) -> None:
    text = unit * (2000 // len(unit)) + "q"
    assert own_seconds(lambda: plain(text)) < 0.02
