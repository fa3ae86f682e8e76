"""The needs decision: plain words with their places, the lexicon's lines, what is set aside, a small trained model."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.needs import Example, NeedsModel, lexicon, model
from bot.nlu.needs.dismissed import blank_dismissed, set_aside
from bot.nlu.needs.parts import stretches
from bot.nlu.needs.plain import FILE as SPELLINGS
from bot.nlu.needs.plain import plain
from bot.ops.paths import ROOT


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("He won't SLEEP", "he wont sleep"),
        ("he canna gan te skyul", "he cant go to school"),
        ("wor bairn is up aal neet", "our child is up all night"),
        ("u r", "you r"),
    ],
)
def test_dialect_and_text_speak_are_read_as_plain_words(written: str, read: str) -> None:
    assert plain(written).text == read


@given(st.text(max_size=80))
def test_every_letter_keeps_a_place_in_the_message(text: str) -> None:
    message = plain(text)
    assert len(message.text) == len(message.starts) == len(message.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(message.starts, message.ends))


def test_a_spelling_stands_for_one_word_only() -> None:
    listed = yaml.safe_load(SPELLINGS.read_text(encoding="utf-8"))
    ways = [way for listed_ways in listed.values() for way in listed_ways]
    assert len(ways) == len(set(ways))
    assert not set(ways) & set(listed), "a word that is mended to must not be mended again"


def test_every_need_of_the_taxonomy_has_lexicon_lines() -> None:
    needs = yaml.safe_load((ROOT / "bot" / "taxonomy.yml").read_text(encoding="utf-8"))["needs"]
    assert {need for need, _ in lexicon.load()} == set(needs)


def test_no_lexicon_line_matches_without_words() -> None:
    assert not lexicon.hits(plain("")).any()
    assert not lexicon.hits(plain(" , . ! ")).any()


def test_evidence_is_the_words_as_written() -> None:
    text = "Wor lad's dyslexia, like"
    span = lexicon.span(plain(text), "learning_difficulty")
    assert span is not None
    assert text[slice(*span)] == "dyslexia"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("He can't talk. He's not autistic, been ruled out.", "autistic"),
        ("Sleep is fine now, it's the eating", "Sleep"),
        ("It's not about school, he has no friends", "school"),
        ("we've already got an EHCP, the taxi never comes", "EHCP"),
        ("twin two has no words, portage already open", "portage"),
    ],
)
def test_what_is_set_aside_is_not_read(text: str, gone: str) -> None:
    left = blank_dismissed(text)
    assert gone not in left
    assert len(left) == len(text)


@pytest.mark.parametrize("text", ["he's fine at home but not at school", "he cannot talk", "sleep is fine now"])
def test_what_is_still_hard_stays(text: str) -> None:
    assert blank_dismissed(text) == text


@pytest.fixture(scope="module")
def small() -> NeedsModel:
    sleep = [f"he will not sleep at night {word}" for word in ("lately", "ever", "now", "again", "at all", "mostly")]
    hearing = [f"she is deaf and needs hearing help {word}" for word in ("lately", "ever", "now", "again", "at all", "soon")]
    none = [f"thank you very much {word}" for word in ("pet", "then", "now", "again", "all", "love")]
    return NeedsModel.train(
        [Example(text, frozenset({"sleep"})) for text in sleep]
        + [Example(text, frozenset({"hearing"})) for text in hearing]
        + [Example(f"{one}, and {two}", frozenset({"sleep", "hearing"})) for one, two in zip(sleep, hearing)]
        + [Example(text, frozenset()) for text in none]
    )


def test_two_needs_of_one_message_are_both_found_each_with_its_words(small: NeedsModel) -> None:
    text = "he will not sleep at night, and she is deaf"
    found = {finding.need: finding.words for finding in small.find(text)}
    assert set(found) == {"sleep", "hearing"}
    assert "deaf" in found["hearing"]
    assert all(words in text and words for words in found.values())


def test_a_saved_model_decides_the_same(small: NeedsModel, tmp_path: Path) -> None:
    small.save(tmp_path)
    again = NeedsModel.load(tmp_path)
    text = "my deaf lad is awake all night"
    assert again.find(text) == small.find(text)
    assert again.hear(text, 2).nearest == small.hear(text, 2).nearest


def test_a_message_without_letters_states_no_need(small: NeedsModel) -> None:
    assert small.find("") == []
    assert small.find("...") == []
    assert small.hear("ابني لا يتكلم", asks_for_help=True).stated == []  # "my son does not talk": the chat offers an interpreter


def test_who_asks_for_help_has_the_likeliest_need_where_none_is_sure(small: NeedsModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "THRESHOLD", 1.0)
    text = "he will not sleep at night, he is up and about until the morning comes"  # too long to count by the words alone
    assert small.hear(text).stated == []
    assert [finding.need for finding in small.hear(text, asks_for_help=True).stated] == ["sleep"]
    monkeypatch.setattr(model, "LIKELY", 1.0)
    assert small.hear(text, asks_for_help=True).stated == []


def test_few_words_that_were_taught_count_though_nothing_is_sure(small: NeedsModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "THRESHOLD", 1.0)
    assert [finding.need for finding in small.hear("he will not sleep at night").stated] == ["sleep"]
    assert small.hear("not a lot").stated == []
    monkeypatch.setattr(model, "_TAUGHT", 100.0)
    assert small.hear("he will not sleep at night").stated == []


def test_a_need_that_the_encoder_was_not_adapted_to_is_decided_by_the_words() -> None:
    told = [Example(f"our {pet} eats the homework {when}", frozenset({"pets"})) for pet in ("dog", "cat", "goat") for when in ("daily", "at night", "again")]
    told += [Example(f"he will not sleep {when}", frozenset({"sleep"})) for when in ("daily", "at night", "again", "at all", "in his bed")]
    trained = NeedsModel.train(told)
    assert [found.need for found in trained.find("the dog eats the homework")] == ["pets"]
    assert [found.need for found in trained.find("she will not sleep at night")] == ["sleep"]


def test_one_who_is_fine_does_not_blank_what_is_said_of_the_other() -> None:
    assert "no words" in blank_dismissed("twins 5, one twin has no words at all other one is fine")
    assert "fine" not in blank_dismissed("twins 5, one twin has no words at all other one is fine")


@pytest.mark.parametrize("text", ["I want to make sure she is safe travelling to college", "I don't think he's safe crossing roads", "how do I know he is safe online", "nobody is at risk of exclusion"])
def test_a_worry_about_safety_is_not_set_aside(text: str) -> None:
    assert set_aside(text) == ()


@pytest.mark.parametrize("text", ["she's safe, it's her sleep", "nobody is in danger, what help is there", "No-one's hurting him, he won't eat", "he isn't in danger right now, just low"])
def test_safe_and_said_so_is_set_aside(text: str) -> None:
    assert len(set_aside(text)) == 1


def test_a_message_is_cut_where_another_child_is_told_of() -> None:
    text = "boy 4, no words, still in nappies; girl Y7 off school, and my eldest is 15 and low"
    ages = [text.index("4"), text.index("Y7"), text.index("15")]
    assert [stretch.text.strip(" ;,") for stretch in stretches(text, ages)] == ["boy 4, no words, still in nappies", "girl Y7 off school, and", "my eldest is 15 and low"]
    assert stretches(text, ages[:1]) == []
    assert stretches("twins 4 and 4", [6]) == []


@pytest.mark.parametrize("text", ["one is deaf the other is great", "one twin is deaf other one is fine", "one is deaf the other one is ok"])
def test_the_twin_who_is_fine_takes_nothing_from_the_other(text: str) -> None:
    assert "deaf" in blank_dismissed(text)
