"""What the sentence encoder makes of a message: a vector, and how loudly each need and each alarm speaks in it.

The network is all-MiniLM-L6-v2 (Apache-2.0), adapted to families' messages by :mod:`bot.ops.adapt` and kept beside this file
with weights of 127 steps (``adapted.onnx``; the words' own have 255); onnxruntime multiplies them on the CPU, the same on every processor (decision 0007). The word pieces (``vocab.txt``) are the uncased BERT
list (Apache-2.0). Nothing is downloaded, and both files are checked against their SHA-256 before use.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import BertWordPieceTokenizer, Encoding, Regex
from tokenizers.normalizers import Replace
from tokenizers.normalizers import Sequence as InTurn

__all__ = ["DIMENSIONS", "Encoder", "Reading", "load", "open_session", "tokenizer"]

DIMENSIONS = 384
MAX_PIECES = 160  # about 120 words; what comes after is cut, and the word features still see it
FILE = Path(__file__).with_name("adapted.onnx")
FILE_SHA256 = FILE.with_suffix(".sha256").read_text(encoding="ascii").strip()  # written beside it by `make adapt`
VOCABULARY = Path(__file__).with_name("vocab.txt")
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"

_AHEAD = 2048
# Only training has so many: no family's words stay among what it keeps.
_MANY = 512
# The components of one pipeline read the same message, its parts and what is left of it one after the other.
_REMEMBERED = 32
_OUTPUTS = ("vector", "needs", "alarms", "pieces")

Vector = npt.NDArray[np.float32]
# How a message ends or breathes is a habit and no meaning: with "!!" put to them 14 of 100 alarms fell silent (docs/decisions/0017).
_HABITS = (
    ("[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]", ""),
    ("[‘’]", "'"),
    (r"[!.…]*\?[?!.…]*", "?"),
    (r"[!.…]+(?=\s|$)", "."),
    (r"[.\s]+$", ""),
)
_NO_PIECES: Vector = np.zeros((0, DIMENSIONS), np.float32)


@dataclass(frozen=True)
class Reading:
    """One text: its unit ``vector`` (384,), and the logits of :attr:`Encoder.needs` and :attr:`Encoder.alarms`.

    ``pieces`` (pieces, 384) is what the network makes of each word piece where it stands, at ``spans`` of the text; empty where
    many texts are kept.
    """

    vector: Vector
    needs: Vector
    alarms: Vector
    pieces: Vector
    spans: Sequence[tuple[int, int]]

    def at(self, start: int, end: int) -> Vector | None:
        """The middle of the pieces of ``text[start:end]`` (384,); None where the text was cut before it."""
        rows = [row for row, (begins, ends) in enumerate(self.spans[: len(self.pieces)]) if begins < end and start < ends]
        return self.pieces[rows].mean(axis=0) if rows else None


class Encoder:
    """Reads texts; two threads a text, so that a busy server stays fair to everybody.

    ``needs`` and ``alarms`` are the names that the network learnt, in the order of its logits.
    """

    def __init__(self) -> None:
        self._session = open_session(FILE, FILE_SHA256)
        named = self._session.get_modelmeta().custom_metadata_map
        self.needs: tuple[str, ...] = tuple(json.loads(named["needs"]))
        self.alarms: tuple[str, ...] = tuple(json.loads(named["alarms"]))
        self._pieces = tokenizer()
        # The featurizer, the needs decision and the safety net read the same message one after the other.
        # Few, because they are families' words; what training reads is kept beside them until the process ends.
        self._recent: dict[str, Future[Reading]] = {}
        self._training: dict[str, Reading] = {}

    def read(self, text: str) -> Reading:
        """What the network makes of ``text``; of an empty one, of its two marker pieces. What training read comes without pieces."""
        return self._training.get(text) or self.begin(text).result()

    def begin(self, text: str) -> Future[Reading]:
        """Start to read ``text`` beside the caller."""
        known = self._recent.get(text)
        if known is None:
            if len(self._recent) >= _REMEMBERED:
                self._recent.pop(next(iter(self._recent)), None)
            known = self._recent[text] = self._start(self._pieces.encode(text))
        return known

    def _start(self, encoded: Encoding) -> Future[Reading]:
        """Read on a thread of onnxruntime's own: one of Python's would wait for the caller's lock, by milliseconds."""
        begun: Future[Reading] = Future()
        given = _given(encoded)

        def hand_over(found: Sequence[Vector], _: object, error: str) -> None:
            if error:
                begun.set_exception(RuntimeError(error))
            else:
                begun.set_result(_reading(encoded, found))

        self._session.run_async(_OUTPUTS, given, hand_over, given)
        return begun

    def read_all(self, texts: Sequence[str]) -> list[Reading]:
        """The same as :meth:`read` of each; many texts use every core, for training."""
        wanted = {text for text in texts if text not in self._training}
        if len(wanted) > _MANY:
            for text, reading in self.each(wanted):
                self._training[text] = replace(reading, pieces=_NO_PIECES, spans=())
        # Held here, because more texts than are remembered would be forgotten, and read again.
        begun = {text: self.begin(text) for text in texts if text not in self._training}
        return [begun[text].result() if text in begun else self._training[text] for text in texts]

    def each(self, texts: Collection[str]) -> Iterator[tuple[str, Reading]]:
        """Read many texts, for training, one a core; nothing is remembered."""
        # Each alone, as a server reads it: a text's numbers are rounded by one scale, which those of another beside it would move.
        session = open_session(FILE, FILE_SHA256, threads=1)

        def read(text: str) -> Reading:
            encoded = self._pieces.encode(text)
            return _reading(encoded, session.run(_OUTPUTS, _given(encoded)))

        order = list(texts)
        with ThreadPoolExecutor(os.cpu_count()) as cores:
            for at in range(0, len(order), _AHEAD):  # what is read but not asked for yet is held
                yield from zip(order[at : at + _AHEAD], cores.map(read, order[at : at + _AHEAD]))


def _given(encoded: Encoding) -> dict[str, npt.NDArray[np.int64]]:
    """What the network is given of a text: its pieces, of shape (1, pieces), and their places."""
    return {"input_ids": np.array([encoded.ids], dtype=np.int64), "position_ids": np.arange(len(encoded.ids))}


def _reading(encoded: Encoding, found: Sequence[Vector]) -> Reading:
    """``found`` as in :data:`_OUTPUTS`."""
    vector, needs, alarms, pieces = (one[0] for one in found)
    return Reading(vector, needs, alarms, pieces, encoded.offsets)


@functools.cache
def load() -> Encoder:
    """The process's one encoder (about 60 MB), built at first use.

    Raises:
        ValueError: when the network or the word pieces are not the pinned files.
    """
    return Encoder()


def tokenizer() -> BertWordPieceTokenizer:
    """The word pieces, at most :data:`MAX_PIECES` a text; full stops at the end, exclamation marks and emoji say nothing.

    Raises:
        ValueError: when the list is not the pinned file.
    """
    _verify(VOCABULARY, VOCABULARY_SHA256)
    pieces = BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    pieces.normalizer = InTurn([*(Replace(Regex(habit), plain) for habit, plain in _HABITS), pieces.normalizer])
    pieces.enable_truncation(MAX_PIECES)
    return pieces


def open_session(file: Path, sha256: str, threads: int = 2) -> onnxruntime.InferenceSession:
    """A network on the CPU, on so many threads, the caller's among them.

    Raises:
        ValueError: when the file is not the pinned one.
    """
    _verify(file, sha256)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Its threads wait awake for one another within a message (a millisecond less), and no core is kept busy between messages.
    options.add_session_config_entry("session.intra_op.allow_spinning", "1")
    options.add_session_config_entry("session.force_spinning_stop", "1")
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def _verify(path: Path, sha256: str) -> None:
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise ValueError(f"{path.name} is not the pinned file: expected SHA-256 {sha256}, found {found}")
