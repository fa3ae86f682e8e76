"""A family that breaks up is not one where somebody is unsafe."""

from __future__ import annotations

import pytest

from bot.nlu.needs.break_up import only_breaks_up, stands


@pytest.mark.parametrize(
    "text",
    [
        "his dad left in august", "my husband left me and I've got twins of 3", "her dad moved out and she cries every night", "we split up last year, he's 7",
        "me and his mam are divorcing and he won't sleep", "my mam's got a new fella",
    ],
)  # fmt: skip
def test_a_break_up_alone_is_no_abuse(text: str) -> None:
    assert only_breaks_up(text)
    assert not stands(text, "domestic_abuse")
    assert stands(text, "sleep")


@pytest.mark.parametrize(
    "text",
    [
        "his dad left after he hit me", "we split up because he checks my phone and I'm scared", "we left him last year, kids struggling", "my husband left but he watches the house",
        "divorced a bully, daughter frightened of men", "her dad moved out because the court made him", "dad left and he still threatens us",
    ],
)  # fmt: skip
def test_a_break_up_with_harm_in_it_stands(text: str) -> None:
    assert stands(text, "domestic_abuse")


def test_somebody_who_died_is_grieved_for_though_a_family_broke_up() -> None:
    assert stands("we split up when he was two and his dad has now died", "bereavement")
    assert not stands("his dad left in august", "bereavement")
