"""Adapting the encoder: what is learnt, and that the written file says what the network says."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import tensorflow as tf
import yaml

from bot.nlu import encoder
from bot.nlu.safety.second_net import ALARMS
from bot.ops.adapt import export, learning, rounding
from bot.ops.adapt.examples import Example, above_all, files_called, in_sentences
from bot.ops.adapt.network import LAYERS, PARTS, WIDTH, Array, Network
from bot.ops.adapt.retyping import retyped

WORDS = 200
pytestmark = pytest.mark.slow


def weights() -> dict[str, Array]:
    """A network of the real shape with few words and chance weights."""
    draw = np.random.default_rng(3)
    tables = {"word": WORDS, "position": 32, "token_type": 2}
    found = {f"embeddings.{kind}_embeddings.weight": draw.normal(0, 0.1, (size, WIDTH)) for kind, size in tables.items()}
    for name in ("embeddings.LayerNorm", *(f"encoder.layer.{at}.{part}" for at in range(LAYERS) for part in PARTS)):
        wide = {"intermediate.dense": (4 * WIDTH, WIDTH), "output.dense": (WIDTH, 4 * WIDTH)}
        shape = next((size for part, size in wide.items() if name.endswith(part) and "attention" not in name), (WIDTH, WIDTH))
        norm = name.endswith("LayerNorm")
        found[f"{name}.weight"] = np.ones(WIDTH) if norm else draw.normal(0, 0.04, shape)
        found[f"{name}.bias"] = np.zeros(WIDTH if norm else shape[0])
    return {name: value.astype(np.float32) for name, value in found.items()}


def test_the_written_file_says_what_the_network_says(tmp_path: Path) -> None:
    network = Network(weights(), needs=3, intents=2, alarms=2)
    file = tmp_path / "made.onnx"
    export.write(network.arrays(), {"needs": ("a", "b", "c"), "alarms": ALARMS}, 32, file)
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    assert json.loads(session.get_modelmeta().custom_metadata_map["needs"]) == ["a", "b", "c"]
    messages = [[5, 9, 30, 8], [7, 2]]
    wanted = {name: value.numpy() for name, value in network(*learning.pad(messages)).items()}
    for row, message in enumerate(messages):
        given = {"input_ids": np.array([message]), "position_ids": np.arange(len(message))}
        vector, needs, alarms, pieces = session.run(["vector", "needs", "alarms", "pieces"], given)
        assert pieces.shape == (1, len(message), WIDTH)
        # Both round alike; where the last digits of a number differ it may fall on the next step.
        assert np.abs(needs - wanted["needs"][row]).max() < 0.05
        assert np.abs(alarms - wanted["alarms"][row]).max() < 0.05
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_what_fills_up_a_batch_is_not_read() -> None:
    network = Network(weights(), needs=3, intents=2, alarms=2)
    among, alone = (network(*learning.pad(messages))["needs"].numpy() for messages in ([[5, 9, 30, 8], [7, 2]], [[7, 2]]))
    assert np.abs(alone[0] - among[1]).max() < 0.05


def test_states_and_weights_are_rounded_to_the_steps_that_they_are_multiplied_by() -> None:
    draw = np.random.default_rng(5)
    states = draw.normal(0, 2, (2, 3, 8)).astype(np.float32)
    mask = np.array([[1, 1, 1], [1, 0, 0]], np.int32)
    states[1, 1:] = 90.0  # where there is no piece
    rounded = rounding.states(tf.constant(states), tf.constant(mask)).numpy()
    for at, there in ((0, 3), (1, 1)):
        own = states[at, :there]
        step = (max(own.max(), 0) - min(own.min(), 0)) / 255
        assert np.abs(rounded[at, :there] - own).max() <= step * 0.51
        assert np.allclose(rounded[at, :there] / step, np.rint(rounded[at, :there] / step), atol=1e-3)
    weight = draw.normal(0, 0.1, (4, 8)).astype(np.float32)
    steps = rounding.weights(tf.constant(weight)).numpy() / (np.abs(weight).max(axis=1, keepdims=True) / rounding.WEIGHT_STEPS)
    assert np.allclose(steps, np.rint(steps), atol=1e-3)
    assert np.abs(steps).max() == pytest.approx(rounding.WEIGHT_STEPS)


def test_no_sum_of_two_products_is_cut_off_in_16_bits() -> None:
    assert 2 * 255 * rounding.WEIGHT_STEPS <= 2**15 - 1


def test_the_written_file_is_read_again_and_averaged(tmp_path: Path) -> None:
    network = Network(weights(), needs=3, intents=2, alarms=2)
    file = tmp_path / "made.onnx"
    named = {"needs": ("a", "b", "c"), "alarms": ALARMS}
    export.write(network.arrays(), named, 32, file)
    arrays, labels = export.read(file)
    assert labels == named
    learnt = {name for name in network.arrays() if not name.startswith(("intents.", "embeddings.word", "embeddings.position", "embeddings.token"))}
    assert set(arrays) == learnt
    assert all(np.abs(arrays[name] - network.arrays()[name]).max() < 0.005 for name in learnt)  # a step of each column
    mean = export.average({name: 4 * value for name, value in arrays.items()}, arrays)
    assert all(np.allclose(mean[name], 3.55 * arrays[name]) for name in learnt)
    assert export.average({"intents.weight": np.ones((2, 3), np.float32)}, arrays).keys() == {"intents.weight"}


def test_learning_tells_apart_what_is_labelled_apart() -> None:
    told = [Example("5 6 7", "find_service", frozenset({"sleep"}), "none"), Example("8 9 10", "crisis", frozenset(), "crisis")] * 16
    labels = learning.Labels.of(told)
    network = Network(weights(), len(labels.needs), len(labels.intents), len(ALARMS))
    losses: list[float] = []
    learning.fit(network, labels, told, lambda text: [int(word) for word in text.split()], lambda _, loss: losses.append(loss), epochs=12)
    assert losses[-1] < losses[0] / 2
    ids, mask = learning.pad([[5, 6, 7], [8, 9, 10]])
    heard = {name: value.numpy() for name, value in network(ids, mask).items()}
    assert heard["needs"][0, 0] > heard["needs"][1, 0]
    assert heard["alarms"][1, 0] > heard["alarms"][0, 0]


def test_what_is_new_is_met_twice_beside_a_share_of_all_else() -> None:
    told = [Example(f"message {at}", "find_service", frozenset(), "none") for at in range(3000)]
    learnt = above_all(files_called(frozenset({"alarms_39"})), told, 500, seed=7)
    new = [one for one in learnt if one not in told]
    assert len(learnt) == 500
    assert 0 < len(new) < 250
    assert len(new) % 2 == 0
    assert {one.alarm for one in new} <= set(ALARMS)
    assert learnt == above_all(files_called(frozenset({"alarms_39"})), told, 500, seed=7)


@pytest.mark.parametrize(("names", "most", "said"), [({"alarms_39", "nowhere"}, 500, "nowhere"), ({"alarms_39"}, 30, "too little")])
def test_new_files_that_are_not_there_or_leave_no_room_are_refused(names: set[str], most: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        above_all(files_called(frozenset(names)), [], most, seed=7)


def test_the_file_beside_the_encoder_knows_every_need_of_the_taxonomy() -> None:
    taxonomy = yaml.safe_load(Path("bot/taxonomy.yml").read_text(encoding="utf-8"))
    assert set(encoder.load().needs) == set(taxonomy["needs"]), "run `make adapt`: until then a new need is decided by words alone"


def test_a_network_that_goes_on_begins_with_what_was_learnt() -> None:
    learnt = Network(weights(), needs=3, intents=2, alarms=2, seed=11).arrays()
    kept = {name: value for name, value in learnt.items() if not name.startswith("intents.")}  # the file holds no intents
    on = Network(weights() | kept, needs=3, intents=2, alarms=2).arrays()
    assert all(np.array_equal(on[name], value) for name, value in kept.items())
    assert not np.array_equal(on["intents.weight"], learnt["intents.weight"])


RAMBLES = [f"The bus was late on day {at}. We had our dinner at number {at}. He likes his trains." for at in range(8)]


def test_sentences_of_ordinary_messages_teach_by_themselves_and_amid_them_stand_alarms() -> None:
    told = in_sentences([*(("he says he wants to die", "crisis") for _ in range(8)), ("we live in Crook", "none")], RAMBLES, 7)
    assert told == in_sentences([*(("he says he wants to die", "crisis") for _ in range(8)), ("we live in Crook", "none")], RAMBLES, 7)
    alone = {text for text, level in told if level == "none"}
    assert {"He likes his trains.", "The bus was late on day 3."} <= alone
    amid = [text for text, level in told if level == "crisis"]
    assert len(amid) == 2
    assert all("he says he wants to die" in text and text.count(".") >= 3 for text in amid)


def test_a_sentence_in_which_a_rule_hears_an_alarm_is_not_taught_as_harmless() -> None:
    told = in_sentences([("we live in Crook", "none")], [*RAMBLES, "It was in the film. He says he wants to die. It was good."], 7)
    assert not any("wants to die" in text for text, _ in told)


def test_without_ordinary_messages_there_are_no_sentences() -> None:
    assert in_sentences([("he says he wants to die", "crisis")], [], 7) == []


def test_retyping_keeps_the_words_and_their_order_but_for_one_slip() -> None:
    text = "She's seven, won't settle and bites her sister. What can I do? He's at school."
    words = re.findall(r"[a-z]+", text.lower().replace("'", ""))
    seen = {retyped(text, random.Random(seed)) for seed in range(200)}
    assert len(seen) > 50
    for typed in seen:
        kept = re.findall(r"[a-z]+", typed.lower().replace("'", ""))
        begin = kept.index("shes")
        assert sum(one != other for one, other in zip(kept[begin : begin + len(words)], words)) <= 1


@pytest.mark.parametrize("text", ["", "7", "yes please", "?", "ey up"])
def test_few_words_get_no_greeting_and_nothing_breaks(text: str) -> None:
    assert all(len(retyped(text, random.Random(seed)).split()) <= len(text.split()) for seed in range(50))
