"""Fits the network: AdamW with warm-up, three kinds of label at once, messages of like length side by side."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from bot.nlu.safety.second_net import ALARMS
from bot.ops.adapt.examples import Example
from bot.ops.adapt.network import Network

EPOCHS, EPOCHS_GOING_ON = 4, 1
_BATCH = 32
_RATE, _HEAD_RATE = 5e-5, 1e-3
_WARM_UP = 0.1  # share of all steps
_DECAY = 0.01
_DROPOUT = 0.1
_LONGEST_STEP = 1.0
_WEIGHT_OF = {"needs": 1.0, "intents": 0.5, "alarms": 1.0}
_TOGETHER = 50  # batches among which messages are sorted by length

Ids = Sequence[int]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Labels:
    """The columns of the heads, by name."""

    needs: tuple[str, ...]
    intents: tuple[str, ...]

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Labels:
        needs = sorted({need for example in examples for need in example.needs})
        return cls(tuple(needs), tuple(sorted({example.intent for example in examples if example.intent})))


def pad(messages: Sequence[Ids]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Ids and mask of shape (messages, longest)."""
    longest = max(map(len, messages))
    ids = np.zeros((len(messages), longest), np.int32)
    mask = np.zeros_like(ids)
    for row, message in enumerate(messages):
        ids[row, : len(message)] = message
        mask[row, : len(message)] = 1
    return ids, mask


def fit(
    network: Network, labels: Labels, examples: Sequence[Example], read: Callable[[str], Ids],
    after_epoch: Callable[[int, float], None], epochs: int = EPOCHS, seed: int = 7,
) -> None:  # fmt: skip
    """Fit ``network`` in place; ``after_epoch`` gets the epoch's number and its middle loss."""
    tf.random.set_seed(seed)
    draw = random.Random(seed)
    messages = [read(example.text) for example in examples]
    targets = [_target(labels, example) for example in examples]
    steps = epochs * -(-len(examples) // _BATCH)
    step = _step(network)
    count = 0
    for epoch in range(epochs):
        losses = []
        for batch in _batches(messages, draw):
            count += 1
            columns = [np.array(column) for column in zip(*(targets[at] for at in batch))]
            losses.append(float(step(*pad([messages[at] for at in batch]), *columns, _slope(count, steps), float(count))))
        after_epoch(epoch, float(np.mean(losses)))


def _target(labels: Labels, example: Example) -> tuple[Floats, np.int32, Floats, np.float32]:
    """Needs, intent, alarms, and 1 where needs and intent are labelled at all."""
    needs = np.array([need in example.needs for need in labels.needs], np.float32)
    intent = labels.intents.index(example.intent) if example.intent else 0
    alarms = np.array([example.alarm == level for level in ALARMS], np.float32)
    return needs, np.int32(intent), alarms, np.float32(example.intent is not None)


def _batches(messages: Sequence[Ids], draw: random.Random) -> Iterator[list[int]]:
    order = list(range(len(messages)))
    draw.shuffle(order)
    found = []
    for start in range(0, len(order), _BATCH * _TOGETHER):
        near = sorted(order[start : start + _BATCH * _TOGETHER], key=lambda at: len(messages[at]))
        found += [near[at : at + _BATCH] for at in range(0, len(near), _BATCH)]
    draw.shuffle(found)
    yield from found


def _slope(step: int, steps: int) -> float:
    warm = steps * _WARM_UP
    return min(1.0, step / warm) * max(0.0, 1.0 - max(0.0, step - warm) / (steps - warm))


def _step(network: Network) -> Callable[..., tf.Tensor]:
    learnt = [*network.body.values(), *network.heads.values()]
    rates = [_RATE] * len(network.body) + [_HEAD_RATE] * len(network.heads)
    first = [tf.Variable(tf.zeros_like(value)) for value in learnt]
    second = [tf.Variable(tf.zeros_like(value)) for value in learnt]
    whole, real = tf.TensorSpec([None, None], tf.int32), tf.TensorSpec([], tf.float32)
    rows = tf.TensorSpec([None, None], tf.float32)

    @tf.function(input_signature=[whole, whole, rows, tf.TensorSpec([None], tf.int32), rows, tf.TensorSpec([None], tf.float32), real, real])
    def step(ids, mask, needs, intents, alarms, labelled, slope, count):  # type: ignore[no-untyped-def]
        with tf.GradientTape() as tape:
            logits = network(ids, mask, _DROPOUT)
            of_needs = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(needs, logits["needs"]), 1)
            of_intents = tf.nn.sparse_softmax_cross_entropy_with_logits(intents, logits["intents"])
            of_alarms = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(alarms, logits["alarms"]), 1)
            told = _WEIGHT_OF["needs"] * of_needs + _WEIGHT_OF["intents"] * of_intents
            loss = tf.reduce_mean(labelled * told + _WEIGHT_OF["alarms"] * of_alarms)
        slopes = [tf.convert_to_tensor(slope_) for slope_ in tape.gradient(loss, learnt)]
        slopes, _ = tf.clip_by_global_norm(slopes, _LONGEST_STEP)
        for value, change, mean, square, rate in zip(learnt, slopes, first, second, rates):
            mean.assign(0.9 * mean + 0.1 * change)
            square.assign(0.999 * square + 0.001 * change * change)
            along = mean / (1 - tf.pow(0.9, count)) / (tf.sqrt(square / (1 - tf.pow(0.999, count))) + 1e-6)
            value.assign_sub(slope * rate * (along + (_DECAY * value if len(value.shape) > 1 else 0.0)))
        return loss

    fitting: Callable[..., tf.Tensor] = step
    return fitting
