"""Writes the network as ONNX, and reads and averages what was written: weights in 8 bits, which onnxruntime multiplies block by block.

Inputs ``input_ids`` and ``attention_mask`` (messages, pieces) and ``position_ids`` (pieces,); outputs ``vector``
(messages, 384), the unit mean over the pieces, the logits ``needs`` and ``alarms``, and ``pieces`` (messages, pieces, 384),
what the last layer but one makes of each. The labels' names stand in the file's own metadata as JSON lists.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from bot.ops.adapt.network import EMBEDDINGS, HEADS, LAYERS, WIDTH, Array

_OPSET, _IR = 17, 8
_WEIGHT, _QUERY = ".weight", ".query"
_IN_8_BITS, _SCALE = ".8_bits", ".scale"
# onnxruntime's MatMulNBits rounds the states of one piece, so many at a time, to 8 bits too (level 4); its weights begin at 128.
_OF_ONNXRUNTIME, _BLOCK, _IN_INTEGERS, _ZERO = "com.microsoft", 128, 4, 128
# Counted from 0. Of the last four layers this and the one before tell best which number is an age (decision 0010).
_PIECES_LAYER = LAYERS - 2
# So much of the mean is what was learnt now: chosen in decision 0013.
_NEW = 0.85


class _Graph:
    """Nodes and arrays in the order made; every method gives the name of its result."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.given = arrays
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: dict[str, onnx.TensorProto] = {}

    def array(self, name: str, value: npt.NDArray[np.generic] | float | list[int]) -> str:
        held = np.asarray(value, np.int64 if isinstance(value, list) else np.float32) if not isinstance(value, np.ndarray) else value
        self.arrays.setdefault(name, numpy_helper.from_array(np.array(held, order="C"), name))
        return name

    def node(self, kind: str, *inputs: str, name: str = "", **options: object) -> str:
        result = name or f"{kind}.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [result], name=result, **options))
        return result

    def in_8_bits(self, name: str, table: Array) -> tuple[str, str]:
        """The steps of a table, and what one step of each of its columns stands for."""
        steps, scale = _in_steps(table)
        return self.array(name + _IN_8_BITS, steps), self.array(name + _SCALE, scale)

    def linear(self, x: str, name: str) -> str:
        weight = self.given[f"{name}{_WEIGHT}"]
        steps, scale = _in_steps(weight.T)
        outputs, inputs = weight.shape
        blocks = inputs // _BLOCK
        packed = self.array(f"{name}{_WEIGHT}{_IN_8_BITS}", (steps.T.astype(np.int16) + _ZERO).astype(np.uint8).reshape(outputs, blocks, _BLOCK))
        scales = self.array(f"{name}{_WEIGHT}{_SCALE}", np.repeat(scale, blocks))
        product = self.node(
            "MatMulNBits", x, packed, scales, domain=_OF_ONNXRUNTIME, K=inputs, N=outputs, bits=8, block_size=_BLOCK, accuracy_level=_IN_INTEGERS
        )
        return self.node("Add", product, self.array(f"{name}.bias", self.given[f"{name}.bias"]))

    def norm(self, x: str, name: str) -> str:
        both = [self.array(f"{name}.{kind}", self.given[f"{name}.{kind}"]) for kind in ("weight", "bias")]
        return self.node("LayerNormalization", x, *both, axis=-1, epsilon=1e-12)

    def head(self, states: str, unseen: str, name: str) -> str:
        """Each label attends with its own query; its weights then read what it attended to."""
        query = self.array(f"{name}{_QUERY}", self.given[f"{name}{_QUERY}"].T)
        share = self.node("Softmax", self.node("Add", self.node("MatMul", states, query), unseen), axis=1)
        attended = self.node("MatMul", self.node("Transpose", share, perm=[0, 2, 1]), states)
        read = self.node("Mul", attended, self.array(f"{name}{_WEIGHT}", self.given[f"{name}{_WEIGHT}"]))
        sums = self.node("ReduceSum", read, self.array("last axis", [-1]), keepdims=0)
        return self.node("Add", sums, self.array(f"{name}.bias", self.given[f"{name}.bias"]), name=name)


def _in_steps(table: Array) -> tuple[npt.NDArray[np.int8], Array]:
    """Every number as one of -127 to 127 steps, by column, and the length of a step of each column."""
    scale = np.maximum(np.abs(table).max(axis=0), np.finfo(np.float32).tiny) / 127
    return np.rint(table / scale).astype(np.int8), scale.astype(np.float32)


def write(arrays: Mapping[str, Array], labels: Mapping[str, Sequence[str]], longest: int, file: Path) -> None:
    """Write ``file`` (about 23 MB) for messages of at most ``longest`` pieces."""
    graph = _Graph(arrays)
    states = _states(graph, longest)
    mask = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    by_piece = graph.node("Unsqueeze", mask, graph.array("last", [-1]))
    unseen = graph.node("Mul", graph.node("Sub", by_piece, graph.array("one", 1.0)), graph.array("big", 1e9))
    graph.head(states, unseen, "needs")
    graph.head(states, unseen, "alarms")
    total = graph.node("ReduceSum", graph.node("Mul", states, by_piece), graph.array("pieces axis", [1]), keepdims=0)
    graph.node("Div", total, graph.node("ReduceL2", total, axes=[-1], keepdims=1), name="vector")
    ints, floats = TensorProto.INT64, TensorProto.FLOAT
    made = helper.make_graph(
        graph.nodes, "families' messages",
        [*(helper.make_tensor_value_info(name, ints, ["messages", "pieces"]) for name in ("input_ids", "attention_mask")),
         helper.make_tensor_value_info("position_ids", ints, ["pieces"])],
        [helper.make_tensor_value_info(name, floats, ["messages", size])
         for name, size in (("vector", WIDTH), *((name, len(labels[name])) for name in ("needs", "alarms")))]
        + [helper.make_tensor_value_info("pieces", floats, ["messages", "pieces", WIDTH])],
        list(graph.arrays.values()),
    )  # fmt: skip
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET), helper.make_opsetid(_OF_ONNXRUNTIME, 1)], ir_version=_IR)
    helper.set_model_props(model, {name: json.dumps(list(names)) for name, names in labels.items()})
    onnx.checker.check_model(model)
    onnx.save(model, file)


def average(learnt: Mapping[str, Array], before: Mapping[str, Array]) -> dict[str, Array]:
    """Most of what was learnt and a little of what was learnt the time before, array by array; what only ``learnt`` has stays.

    Two networks that began as one mistake different messages, and their mean fewer than either (Wortsman and others, 2022,
    "Model soups"); counted for ours in decision 0013.
    """
    return {name: _NEW * value + (1 - _NEW) * before[name] if name in before else value for name, value in learnt.items()}


def read(file: Path) -> tuple[dict[str, Array], dict[str, tuple[str, ...]]]:
    """The learnt arrays that :func:`write` wrote, by the network's names, and the labels; each 8-bit number as what it stands for."""
    model = onnx.load(file)
    held = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    whole = {name: value for name, value in held.items() if name.endswith((_WEIGHT, ".bias", _QUERY))}
    for name in (name.removesuffix(_IN_8_BITS) for name in held if name.endswith(_WEIGHT + _IN_8_BITS)):
        packed = held[name + _IN_8_BITS]
        steps = packed.reshape(len(packed), -1).astype(np.float32) - _ZERO
        whole[name] = steps * held[name + _SCALE].reshape(len(packed), -1)[:, :1]
    # A query is written the other way round, as what multiplies from the right.
    arrays = {name: value.T if name.endswith(_QUERY) else value for name, value in whole.items()}
    return arrays, {given.key: tuple(json.loads(given.value)) for given in model.metadata_props if given.key in ("needs", "alarms")}


def _states(graph: _Graph, longest: int) -> str:
    words, positions, kinds = (graph.given[f"embeddings.{kind}_embeddings.weight"] for kind in EMBEDDINGS)
    places = graph.node("Gather", graph.array("positions", positions[:longest] + kinds[0]), "position_ids")
    steps, scale = graph.in_8_bits("words", words)
    x = graph.node("Add", graph.node("DequantizeLinear", graph.node("Gather", steps, "input_ids"), scale, axis=2), places)
    x = graph.norm(x, "embeddings.LayerNorm")
    mask = graph.node("Cast", "attention_mask", to=TensorProto.FLOAT)
    unseen = graph.node("Mul", graph.node("Sub", mask, graph.array("one", 1.0)), graph.array("big", 1e9))
    unseen = graph.node("Unsqueeze", unseen, graph.array("heads and rows", [1, 2]))
    apart, together = graph.array("apart", [0, 0, HEADS, WIDTH // HEADS]), graph.array("together", [0, 0, WIDTH])
    scale, half = graph.array("scale", (WIDTH / HEADS) ** -0.5), graph.array("half", 0.5)
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}"
        query, key, value = (
            graph.node("Transpose", graph.node("Reshape", graph.linear(x, f"{at}.attention.self.{part}"), apart), perm=order)
            for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
        )
        share = graph.node("Softmax", graph.node("Add", graph.node("Mul", graph.node("MatMul", query, key), scale), unseen), axis=-1)
        seen = graph.node("Transpose", graph.node("MatMul", share, value), perm=[0, 2, 1, 3])
        seen = graph.linear(graph.node("Reshape", seen, together), f"{at}.attention.output.dense")
        x = graph.norm(graph.node("Add", x, seen), f"{at}.attention.output.LayerNorm")
        inner = graph.linear(x, f"{at}.intermediate.dense")
        # GELU, as BERT has it: x / 2 * (1 + erf(x / sqrt 2)); onnxruntime makes one step of it.
        bent = graph.node("Erf", graph.node("Div", inner, graph.array("root of 2", 2**0.5)))
        inner = graph.node("Mul", graph.node("Mul", inner, graph.node("Add", bent, graph.array("one", 1.0))), half)
        x = graph.norm(graph.node("Add", x, graph.linear(inner, f"{at}.output.dense")), f"{at}.output.LayerNorm")
        if layer == _PIECES_LAYER:
            graph.node("Identity", x, name="pieces")
    return x
