"""The second net: trained from messages, kept without pickle, quiet on what only sounds alarming."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.enquiry import SafetyLevel
from bot.nlu.safety.second_net import SecondNet, hard_negatives, train
from bot.ops.paths import ROOT


@pytest.fixture(scope="module")
def net() -> SecondNet:
    messages: list[tuple[str, SafetyLevel]] = [(text, "none") for text in hard_negatives()]
    levels: tuple[SafetyLevel, ...] = ("crisis", "safeguarding")
    for level in levels:
        content = yaml.safe_load((ROOT / "data" / "nlu" / f"{level}.yml").read_text(encoding="utf-8"))
        messages += [(entry["text"].strip(), level) for entry in content["nlu"][0]["examples"]]
    return train(messages)


def test_scores_add_up_to_one(net: SecondNet) -> None:
    assert sum(net.score("my son can't sleep").values()) == pytest.approx(1)


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


def test_a_kept_net_scores_the_same(net: SecondNet, tmp_path: Path) -> None:
    net.save(tmp_path)
    text = "he says he won't be here for his birthday"
    assert SecondNet.load(tmp_path).score(text) == pytest.approx(net.score(text))
    assert not list(tmp_path.glob("*.pkl"))


def test_there_are_enough_hard_negatives() -> None:
    assert len(set(hard_negatives())) >= 300
