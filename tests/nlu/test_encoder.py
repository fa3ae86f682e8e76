"""The sentence encoder reads a text the same however it was begun."""

from __future__ import annotations

import numpy as np
import pytest
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from tokenizers import Encoding

from bot.nlu import encoder
from bot.nlu.needs.dismissed import blank_dismissed, only_sets_aside
from bot.nlu.safety.second_net import Finding
from bot.nlu.safety.weighing import Weighing
from bot.rasa.arbiter import IntentArbiter
from bot.rasa.featurizer import EncoderHeadStart

_TEXT = "he is four and has ten words, sleep is fine now"


def test_a_text_that_was_begun_is_read_once_and_the_same() -> None:
    reader = encoder.Encoder()
    begun = reader.begin(_TEXT)
    assert reader.read(_TEXT) is begun.result()
    other = encoder.Encoder().read(_TEXT)
    np.testing.assert_allclose(begun.result().needs, other.needs, rtol=1e-5, atol=1e-5)


def test_the_head_start_begins_the_message_and_what_is_left_of_it() -> None:
    encoder.load.cache_clear()
    EncoderHeadStart().process([Message({TEXT: _TEXT}), Message({TEXT: "/greet"})])
    assert list(encoder.load()._recent) == [_TEXT, blank_dismissed(_TEXT)]


def test_more_texts_than_are_remembered_are_each_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = encoder.Encoder()
    read: list[Encoding] = []
    start = reader._start
    monkeypatch.setattr(reader, "_start", lambda encoded: read.append(encoded) or start(encoded))
    assert len(reader.read_all([f"message {number}" for number in range(50)])) == 50
    assert len(read) == 50


def test_a_text_is_heard_the_same_alone_and_among_others() -> None:
    alone = encoder.Encoder().read(_TEXT)
    among = dict(encoder.Encoder().each([_TEXT]))[_TEXT]
    assert alone.spans == among.spans
    for one, other in zip((alone.vector, alone.needs, alone.alarms, alone.pieces), (among.vector, among.needs, among.alarms, among.pieces)):
        assert np.array_equal(one, other)


def test_what_the_network_refuses_raises_and_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_given", lambda encoded: {})
    with pytest.raises((RuntimeError, ValueError)):
        encoder.Encoder().begin("hello").result(timeout=5)


def test_a_text_that_cannot_be_read_raises_and_does_not_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = encoder.Encoder()
    monkeypatch.setattr(reader, "_pieces", None)
    with pytest.raises(AttributeError):
        reader.read("hello")


def test_an_encoder_that_fails_is_no_silence_of_the_safety_net() -> None:
    def fails() -> Finding:
        raise RuntimeError("cannot read")

    message = Message({TEXT: "hello", ENTITIES: [], "alarms": Weighing((), fails)})
    with pytest.raises(RuntimeError):
        IntentArbiter().process([message])


def test_the_net_s_finding_is_called_for_by_the_arbiter() -> None:
    message = Message({TEXT: "she has put her things in order", ENTITIES: [], "alarms": Weighing((), lambda: Finding("crisis", 0.9))})
    IntentArbiter().process([message])
    assert message.get("safety")["level"] == "crisis"
    assert message.get("safety")["rule"] == "second_net"


def test_beside_an_alarm_only_a_stated_need_counts() -> None:
    guess = {"entity": "need", "value": "leisure_friends", "confidence_entity": 0.3}
    stated = {"entity": "need", "value": "sleep", "confidence_entity": 0.9}
    age = {"entity": "age", "value": [108, 120]}
    message = Message({TEXT: "he has stopped breathing", ENTITIES: [guess, stated, age]})
    IntentArbiter().process([message])
    assert message.get("safety")["level"] == "crisis"
    assert message.get(ENTITIES) == [stated, age]


def test_beside_a_crisis_low_mood_counts_where_it_is_likely() -> None:
    likely = {"entity": "need", "value": "low_mood_self_harm", "confidence_entity": 0.4}
    crisis = Message({TEXT: "he says he wants to kill himself", ENTITIES: [], "needs_beside_crisis": [likely]})
    harm = Message({TEXT: "his stepdad hits him", ENTITIES: [], "needs_beside_crisis": [likely]})
    IntentArbiter().process([crisis, harm])
    assert crisis.get(ENTITIES) == [likely]
    assert harm.get(ENTITIES) == []


def test_a_check_that_came_back_good_is_set_aside() -> None:
    assert only_sets_aside("hearing test good")
    assert "hearing" not in blank_dismissed("hearing tests came back clear, still no words")


def test_a_number_is_read_where_it_stands_whatever_stands_before_it() -> None:
    text = "😀 he is 7 and a bit"
    read = encoder.load().read(text)
    at = text.index("7")
    piece = read.at(at, at + 1)
    assert piece is not None
    row = next(row for row, span in enumerate(read.spans) if span == (at, at + 1))
    assert (piece == read.pieces[row]).all()


def test_a_number_of_several_pieces_is_the_middle_of_them() -> None:
    text = "she is 3yr9m"
    read = encoder.load().read(text)
    start = text.index("3")
    rows = [row for row, (begins, ends) in enumerate(read.spans) if begins >= start and ends > begins]
    piece = read.at(start, len(text))
    assert len(rows) > 1
    assert piece is not None
    assert np.allclose(piece, read.pieces[rows].mean(axis=0))


def test_what_was_cut_off_is_nowhere() -> None:
    text = "word " * 300 + "7"
    assert encoder.load().read(text).at(len(text) - 1, len(text)) is None


def test_many_texts_are_read_the_same_in_whatever_order_they_come() -> None:
    texts = [f"{word} is {age} and lives in Crook" for word in ("he", "she") for age in range(1, 41)]
    one, other = (dict(encoder.Encoder().each(order)) for order in (texts, texts[::-1]))
    assert all((one[text].vector == other[text].vector).all() for text in texts)


@pytest.mark.parametrize("typed", ["{}.", "{}!!", "{}!", "{}...", "{} 😭", "{} 🙏🙏", "{}…\n"])
def test_how_a_message_ends_changes_nothing_that_is_heard(typed: str) -> None:
    text = "he's sat on the bridge and won't talk to me"
    plain, other = encoder.load().read(text), encoder.load().read(typed.format(text))
    assert np.array_equal(plain.alarms, other.alarms)
    assert np.array_equal(plain.needs, other.needs)


def test_a_question_stays_one_however_it_is_shouted_and_a_full_stop_inside_stays() -> None:
    pieces = encoder.tokenizer()
    assert pieces.encode("can he stay?").ids == pieces.encode("CAN HE STAY?!?!").ids != pieces.encode("can he stay").ids
    assert pieces.encode("it’s 2.30 p.m. now!!! ok").tokens == ["[CLS]", "it", "'", "s", "2", ".", "30", "p", ".", "m", ".", "now", ".", "ok", "[SEP]"]


def test_the_pieces_stand_where_they_stood_whatever_is_dropped() -> None:
    text = "😭 help!!! he's 9 now..."
    encoded = encoder.tokenizer().encode(text)
    assert [text[start:end] for start, end in encoded.offsets if start < end] == ["help", "!", "he", "'", "s", "9", "now"]
