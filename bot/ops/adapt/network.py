"""all-MiniLM-L6-v2 (a BERT of 6 layers, 12 heads, 384 wide) with heads for needs, intents and alarms, in TensorFlow.

Each label has a query of its own over the pieces of the message, so that a need in a half-sentence is not thinned out by
the rest (the "label attention" of Mullenbach and others, 2018, "Explainable Prediction of Medical Codes"). States and weights
are rounded as the written file rounds them (:mod:`bot.ops.adapt.rounding`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from bot.ops.adapt import rounding

Array = npt.NDArray[np.float32]

LAYERS, HEADS, WIDTH = 6, 12, 384
_EPSILON = 1e-12
_LINEAR = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
PARTS = (*_LINEAR, "attention.output.LayerNorm", "intermediate.dense", "output.dense", "output.LayerNorm")
EMBEDDINGS = ("word", "position", "token_type")


def read_weights(file: Path) -> dict[str, Array]:
    """The 32-bit arrays of a safetensors file: eight bytes of length, a JSON header, the numbers."""
    content = file.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    return {
        name: np.frombuffer(content[start + at["data_offsets"][0] : start + at["data_offsets"][1]], np.float32).reshape(at["shape"])
        for name, at in header.items()
        if name != "__metadata__" and at["dtype"] == "F32"
    }


class Network(tf.Module):
    """``needs``, ``intents`` and ``alarms`` are how many columns the heads have; heads that ``weights`` does not hold begin anew.

    The embeddings stay as they were trained.
    """

    def __init__(self, weights: Mapping[str, Array], needs: int, intents: int, alarms: int, seed: int = 7) -> None:
        super().__init__()
        draw = np.random.default_rng(seed)
        self.fixed = {kind: tf.constant(weights[f"embeddings.{kind}_embeddings.weight"]) for kind in EMBEDDINGS}
        names = ["embeddings.LayerNorm", *(f"encoder.layer.{at}.{part}" for at in range(LAYERS) for part in PARTS)]
        self.body = {f"{name}.{kind}": tf.Variable(weights[f"{name}.{kind}"]) for name in names for kind in ("weight", "bias")}
        self.heads = {
            name: tf.Variable(draw.normal(0, 0.02, shape).astype(np.float32))
            for name, shape in {
                "needs.query": (needs, WIDTH), "needs.weight": (needs, WIDTH),
                "alarms.query": (alarms, WIDTH), "alarms.weight": (alarms, WIDTH),
                "intents.query": (1, WIDTH), "intents.weight": (intents, WIDTH),
            }.items()
        }  # fmt: skip
        # A need and an alarm are rare: the heads begin by doubting.
        starts = {"needs.bias": (needs, -3.0), "alarms.bias": (alarms, -2.0), "intents.bias": (intents, 0.0)}
        self.heads |= {name: tf.Variable(np.full(size, start, np.float32)) for name, (size, start) in starts.items()}
        for name in self.heads.keys() & weights.keys():  # of a network that goes on learning
            self.heads[name].assign(weights[name])

    def __call__(self, ids: tf.Tensor, mask: tf.Tensor, dropout: float = 0.0) -> dict[str, tf.Tensor]:
        """Logits of the three heads, each (messages, labels). ``ids`` and ``mask`` are (messages, pieces)."""
        drop = (lambda x: tf.nn.dropout(x, dropout)) if dropout else tf.identity
        states = self._states(ids, mask, drop)
        unseen = (1.0 - tf.cast(mask, tf.float32))[:, :, None] * -1e9

        def attended(head: str) -> tf.Tensor:
            share = tf.nn.softmax(tf.einsum("mpw,lw->mpl", states, self.heads[f"{head}.query"]) + unseen, axis=1)
            return tf.einsum("mpl,mpw->mlw", share, states)

        logits = {
            head: tf.einsum("mlw,lw->ml", attended(head), self.heads[f"{head}.weight"]) + self.heads[f"{head}.bias"]
            for head in ("needs", "alarms")
        }
        meant = attended("intents")[:, 0]
        return {**logits, "intents": tf.einsum("mw,lw->ml", meant, self.heads["intents.weight"]) + self.heads["intents.bias"]}

    def arrays(self) -> dict[str, Array]:
        """Every array of the network by name."""
        learnt = {name: np.asarray(value) for name, value in {**self.body, **self.heads}.items()}
        return learnt | {f"embeddings.{kind}_embeddings.weight": np.asarray(value) for kind, value in self.fixed.items()}

    def _states(self, ids: tf.Tensor, mask: tf.Tensor, drop: object) -> tf.Tensor:
        pieces = tf.shape(ids)[1]
        x = tf.gather(self.fixed["word"], ids) + self.fixed["position"][:pieces] + self.fixed["token_type"][0]
        x = drop(self._norm(x, "embeddings.LayerNorm"))  # type: ignore[operator]
        unseen = (1.0 - tf.cast(mask, tf.float32))[:, None, None, :] * -1e9
        for layer in range(LAYERS):
            at = f"encoder.layer.{layer}"
            given = rounding.states(x, mask)
            query, key, value = (self._split(self._linear(given, f"{at}.attention.self.{part}")) for part in ("query", "key", "value"))
            share = tf.nn.softmax(tf.matmul(query, key, transpose_b=True) / (WIDTH // HEADS) ** 0.5 + unseen)
            seen = tf.transpose(tf.matmul(drop(share), value), [0, 2, 1, 3])  # type: ignore[operator]
            seen = self._linear(rounding.states(tf.reshape(seen, tf.shape(x)), mask), f"{at}.attention.output.dense")
            x = self._norm(x + drop(seen), f"{at}.attention.output.LayerNorm")  # type: ignore[operator]
            inner = rounding.states(tf.nn.gelu(self._linear(rounding.states(x, mask), f"{at}.intermediate.dense")), mask)
            x = self._norm(x + drop(self._linear(inner, f"{at}.output.dense")), f"{at}.output.LayerNorm")  # type: ignore[operator]
        return drop(x)  # type: ignore[operator]

    def _linear(self, x: tf.Tensor, name: str) -> tf.Tensor:
        return tf.einsum("mpi,oi->mpo", x, rounding.weights(self.body[f"{name}.weight"])) + self.body[f"{name}.bias"]

    def _norm(self, x: tf.Tensor, name: str) -> tf.Tensor:
        mean, variance = tf.nn.moments(x, [-1], keepdims=True)
        return (x - mean) * tf.math.rsqrt(variance + _EPSILON) * self.body[f"{name}.weight"] + self.body[f"{name}.bias"]

    @staticmethod
    def _split(x: tf.Tensor) -> tf.Tensor:
        shape = tf.shape(x)
        return tf.transpose(tf.reshape(x, [shape[0], shape[1], HEADS, WIDTH // HEADS]), [0, 2, 1, 3])
