"""Writes the network as ONNX, and reads and averages what was written: weights and states in integers, rounded as it learnt them.

One message at a time, because its states are rounded by one scale (:mod:`bot.ops.adapt.rounding`). Inputs ``input_ids``
(1, pieces) and ``position_ids`` (pieces,); outputs ``vector`` (1, 384), the unit mean over the pieces, the logits ``needs`` and
``alarms``, and ``pieces`` (1, pieces, 384), what the last layer but one makes of each. The labels' names stand in the file's
own metadata as JSON lists.
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
from bot.ops.adapt.rounding import WEIGHT_STEPS

_OPSET, _IR = 17, 8
_WEIGHT, _QUERY = ".weight", ".query"
_IN_STEPS, _SCALE = ".steps", ".scale"
_OF_ONNXRUNTIME = "com.microsoft"
_LEFT_OUT = ""  # where the middle of the weights is: at 0
_TABLE_STEPS = 127  # of the words, which are only looked up
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

    def in_steps(self, name: str, table: Array, most: int) -> tuple[str, str]:
        """The steps of a table, at most so many each way, and what one step of each of its columns stands for."""
        scale = np.maximum(np.abs(table).max(axis=0), np.finfo(np.float32).tiny) / most
        steps = np.rint(table / scale).astype(np.int8)
        return self.array(name + _IN_STEPS, steps), self.array(name + _SCALE, scale.astype(np.float32))

    def linear(self, x: str, name: str) -> str:
        steps, scale = self.in_steps(f"{name}{_WEIGHT}", self.given[f"{name}{_WEIGHT}"].T, WEIGHT_STEPS)
        bias = self.array(f"{name}.bias", self.given[f"{name}.bias"])
        return self.node("DynamicQuantizeMatMul", x, steps, scale, _LEFT_OUT, bias, domain=_OF_ONNXRUNTIME)

    def norm(self, x: str, name: str) -> str:
        both = [self.array(f"{name}.{kind}", self.given[f"{name}.{kind}"]) for kind in ("weight", "bias")]
        return self.node("LayerNormalization", x, *both, axis=-1, epsilon=1e-12)

    def head(self, states: str, name: str) -> str:
        """Each label attends with its own query; its weights then read what it attended to."""
        query = self.array(f"{name}{_QUERY}", self.given[f"{name}{_QUERY}"].T)
        share = self.node("Softmax", self.node("MatMul", states, query), axis=1)
        attended = self.node("MatMul", self.node("Transpose", share, perm=[0, 2, 1]), states)
        read = self.node("Mul", attended, self.array(f"{name}{_WEIGHT}", self.given[f"{name}{_WEIGHT}"]))
        sums = self.node("ReduceSum", read, self.array("last axis", [-1]), keepdims=0)
        return self.node("Add", sums, self.array(f"{name}.bias", self.given[f"{name}.bias"]), name=name)


def write(arrays: Mapping[str, Array], labels: Mapping[str, Sequence[str]], longest: int, file: Path) -> None:
    """Write ``file`` (about 23 MB) for messages of at most ``longest`` pieces."""
    graph = _Graph(arrays)
    states = _states(graph, longest)
    graph.head(states, "needs")
    graph.head(states, "alarms")
    total = graph.node("ReduceSum", states, graph.array("pieces axis", [1]), keepdims=0)
    graph.node("Div", total, graph.node("ReduceL2", total, axes=[-1], keepdims=1), name="vector")
    ints, floats = TensorProto.INT64, TensorProto.FLOAT
    made = helper.make_graph(
        graph.nodes, "families' messages",
        [helper.make_tensor_value_info("input_ids", ints, [1, "pieces"]), helper.make_tensor_value_info("position_ids", ints, ["pieces"])],
        [helper.make_tensor_value_info(name, floats, [1, size])
         for name, size in (("vector", WIDTH), *((name, len(labels[name])) for name in ("needs", "alarms")))]
        + [helper.make_tensor_value_info("pieces", floats, [1, "pieces", WIDTH])],
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
    """The learnt arrays that :func:`write` wrote, by the network's names, and the labels; each step as what it stands for.

    Raises:
        ValueError: when the file was written in another form.
    """
    model = onnx.load(file)
    held = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    whole = {name: value for name, value in held.items() if name.endswith((_WEIGHT, ".bias", _QUERY))}
    for name in (name.removesuffix(_IN_STEPS) for name in held if name.endswith(_WEIGHT + _IN_STEPS)):
        whole[name] = (held[name + _IN_STEPS].astype(np.float32) * held[name + _SCALE]).T
    if missing := [name for name in map("encoder.layer.{}.output.dense.weight".format, range(LAYERS)) if name not in whole]:
        raise ValueError(f"{file.name} has no {missing[0]}: it was written in another form")
    # A query is written the other way round, as what multiplies from the right.
    arrays = {name: value.T if name.endswith(_QUERY) else value for name, value in whole.items()}
    return arrays, {given.key: tuple(json.loads(given.value)) for given in model.metadata_props if given.key in ("needs", "alarms")}


def _states(graph: _Graph, longest: int) -> str:
    words, positions, kinds = (graph.given[f"embeddings.{kind}_embeddings.weight"] for kind in EMBEDDINGS)
    places = graph.node("Gather", graph.array("positions", positions[:longest] + kinds[0]), "position_ids")
    steps, scale = graph.in_steps("words", words, _TABLE_STEPS)
    x = graph.node("Add", graph.node("DequantizeLinear", graph.node("Gather", steps, "input_ids"), scale, axis=2), places)
    x = graph.norm(x, "embeddings.LayerNorm")
    apart, together = graph.array("apart", [0, 0, HEADS, WIDTH // HEADS]), graph.array("together", [0, 0, WIDTH])
    scale, half = graph.array("scale", (WIDTH / HEADS) ** -0.5), graph.array("half", 0.5)
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}"
        query, key, value = (
            graph.node("Transpose", graph.node("Reshape", graph.linear(x, f"{at}.attention.self.{part}"), apart), perm=order)
            for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
        )
        share = graph.node("Softmax", graph.node("Mul", graph.node("MatMul", query, key), scale), axis=-1)
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
