"""What the net for ages learns from, and that it says the same once it is saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.nlu.ages import labelled, learned
from bot.nlu.ages.tokens import quantities, tokenize

TODAY = date(2026, 11, 26)


def told(text: str, *ages: tuple[int, int]) -> dict[str, bool]:
    return {text[slice(*one.span)]: one.is_age for one in labelled.as_labelled(text, ages, TODAY)}


def test_a_number_is_an_age_where_it_says_a_labelled_one() -> None:
    assert told("The architect is nine, the fort took 14 cushions", (108, 120)) == {"nine": True, "14": False}


def test_a_birthday_to_come_is_told_by_the_number() -> None:
    assert told("nearly 5 and 2 words", (54, 60)) == {"5": True, "2": False}


def test_of_two_numbers_that_may_be_the_age_the_one_that_the_rules_hear_counts() -> None:
    assert told("he is 7 and waits 7 months", (84, 96)) == {"7": True, "7 months": False}
    assert told("hes 5 n hes 6 stone", (60, 72)) == {"5": True}, "6 may be 5 before a birthday, and teaches nothing"


def test_school_years_and_dates_of_birth_teach_nothing() -> None:
    assert told("Year 9 and 3 friends", (156, 168)) == {"3": False}


def test_other_messages_are_told_by_the_rules() -> None:
    numbers = labelled.as_heard("my son is 7, waited 14 months", TODAY)
    assert [(one.is_age, one.number.value) for one in numbers] == [(True, 7), (False, 14)]


@pytest.mark.slow
def test_every_message_of_the_data_is_a_sound_example() -> None:
    messages = labelled.examples()
    assert len({text for text, _ in messages}) == len(messages) > 4000
    assert all(text == text.strip() and lo < hi for text, ages in messages for lo, hi in ages)
    numbers = [one.is_age for text, ages in messages for one in labelled.as_labelled(text, ages, TODAY)]
    assert 0.3 < sum(numbers) / len(numbers) < 0.7


def test_an_age_said_again_is_not_taught_as_none() -> None:
    numbers = labelled.as_heard("my son is 8 and struggling. he is 8 and can't read 3 words", TODAY)
    assert [(one.is_age, one.number.value) for one in numbers] == [(True, 8), (False, 3)]


def test_other_numbers_lose_their_value_in_the_words_around() -> None:
    tokens = tokenize("waited 14 months he is 7")
    numbers = quantities(tokens)
    assert {"l2 #month", "l0 is", "r0 $", "size kid", "numbers 2"} <= set(learned.around(tokens, numbers[1], numbers))


@pytest.mark.slow
def test_a_net_tells_ages_apart_and_says_the_same_once_saved(tmp_path: Path) -> None:
    net = learned.train(labelled.examples()[::8], ["my son is 7", "waited 14 months"], TODAY)
    net.save(tmp_path)
    text = "the boy next door is eleven and has 3 dogs"
    tokens = tokenize(text)
    chances = net.chances(text, tokens, quantities(tokens))
    assert learned.AgeNet.load(tmp_path).chances(text, tokens, quantities(tokens)) == chances
    eleven, three = chances
    assert eleven is not None
    assert three is not None
    assert eleven > 0.7 > 0.3 > three


def test_a_number_behind_what_the_encoder_reads_has_no_chance() -> None:
    net = learned.AgeNet({}, learned.np.zeros(learned.encoder.DIMENSIONS), 0.0)
    text = "word " * 300 + "he is 7"
    tokens = tokenize(text)
    assert net.chances(text, tokens, quantities(tokens)) == [None]


def test_an_absent_net_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        learned.AgeNet.load(tmp_path)
