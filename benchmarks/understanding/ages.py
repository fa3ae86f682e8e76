"""Ages heard by the rules alone and with the learned net (`python -m benchmarks.understanding.ages`, about 5 minutes).

Each file of data/ages that was written blind (`families_*`: a writer each, the later ones several: data/DATA.md) is left out in turn: its net has seen the
others, and what the rules hear in every other training message. The rules have been mended for what was read since (data/DATA.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.nlu.ages import find_ages, labelled, learned
from bot.ops.adapt import examples
from bot.rasa.extractors import ONE_IN

Messages = Sequence[tuple[str, Sequence[labelled.Span]]]


def count(messages: Messages, net: learned.AgeNet | None, today: date) -> tuple[int, int, int, int]:
    """Messages with ages whose ages are all right, and how many have any; messages without in which one is invented, and how many."""
    right = aged = invented = ageless = 0
    for text, ages in messages:
        heard = [(age.lo, age.hi) for age in find_ages(text, today, net=net)]
        if ages:
            aged, right = aged + 1, right + (heard == list(ages))
        else:
            ageless, invented = ageless + 1, invented + bool(heard)
    return right, aged, invented, ageless


def main() -> None:
    """Print one row a file and way."""
    today = date.today()
    files = sorted(labelled.FOLDER.glob("families_*.yml"))
    everything = labelled.examples()
    known = {text for text, _ in everything}
    texts = [text for _, text, _ in examples.as_written() if text not in known][::ONE_IN]
    print("| left out | rules | with the net |\n|---|---|---|")
    for file in files:
        left_out = labelled.read(file)
        unseen = {text for text, _ in left_out}
        others = [message for message in everything if message[0] not in unseen]
        net = learned.train(others, texts, today)
        cells = [count(left_out, way, today) for way in (None, net)]
        told = " | ".join(f"{right} of {aged}, invented {invented} of {ageless}" for right, aged, invented, ageless in cells)
        print(f"| {file.stem} | {told} |", flush=True)


if __name__ == "__main__":
    main()
