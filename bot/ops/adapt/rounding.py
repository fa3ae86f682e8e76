"""The rounding that onnxruntime multiplies by, so that the network learns with what it will be read with.

``DynamicQuantizeMatMul`` gives the states of a message 256 steps by one scale from the least to the greatest, and each column
of weights its own. With 63 steps each way the sum of two products fits into 16 bits, so a processor that adds them up in 16
bits (AVX2 without VNNI) cuts nothing off and hears what every other hears (decision 0007). Slopes go through the rounding as
if it were not there (Bengio and others, 2013, "Estimating or propagating gradients through stochastic neurons").
"""

from __future__ import annotations

import tensorflow as tf

WEIGHT_STEPS = 63  # each way
_STATE_STEPS = 255


def states(x: tf.Tensor, mask: tf.Tensor) -> tf.Tensor:
    """The states (messages, pieces, width) of each message in steps of its own; ``mask`` (messages, pieces) is 0 where there is no piece."""
    there = x * tf.cast(mask, x.dtype)[:, :, None]
    least = tf.minimum(tf.reduce_min(there, [1, 2], keepdims=True), 0.0)
    most = tf.maximum(tf.reduce_max(there, [1, 2], keepdims=True), 0.0)
    step = tf.maximum(most - least, 1e-9) / _STATE_STEPS
    zero = tf.round(-least / step)
    return _straight_through(x, (tf.clip_by_value(tf.round(x / step) + zero, 0.0, _STATE_STEPS) - zero) * step)


def weights(weight: tf.Tensor) -> tf.Tensor:
    """The weights (outputs, inputs), each output's in steps of its own."""
    step = tf.maximum(tf.reduce_max(tf.abs(weight), axis=1, keepdims=True), 1e-9) / WEIGHT_STEPS
    return _straight_through(weight, tf.round(weight / step) * step)


def _straight_through(value: tf.Tensor, rounded: tf.Tensor) -> tf.Tensor:
    return value + tf.stop_gradient(rounded - value)
