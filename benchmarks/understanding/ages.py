"""Ages heard by the rules alone and with the learned net (`python -m benchmarks.understanding.ages`, about 5 minutes).

Each file of data/ages that a writer wrote blind is left out in turn: its net has seen the others, and what the rules hear in every
other training message. The rules have been mended for what was read since (data/DATA.md says what).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.nlu.ages import find_ages, labelled, learned, weighing
from bot.nlu.needs.dismissed import blank_dismissed
from bot.ops.adapt import examples
from bot.rasa.extractors import ONE_IN

_NEVER = 2.0  # no chance is over it

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
    texts = [example.text for example in examples.load() if example.intent is not None][::ONE_IN]
    bars = weighing.SURE_IN_A_LIST
    print("| left out | rules | with the net, no lists | with the net |\n|---|---|---|---|")
    for file in files:
        left_out = labelled.read(file)
        unseen = {text for text, _ in left_out}
        others = [message for message in labelled.examples() if message[0] not in unseen]
        unseen |= {blank_dismissed(text) for text in unseen}  # as the encoder's examples have it
        net = learned.train(others, [text for text in texts if text not in unseen], today)
        cells = [count(left_out, None, today)]
        for bar in (_NEVER, bars):
            weighing.SURE_IN_A_LIST = bar
            cells.append(count(left_out, net, today))
        told = " | ".join(f"{right} of {aged}, invented {invented} of {ageless}" for right, aged, invented, ageless in cells)
        print(f"| {file.stem} | {told} |", flush=True)


if __name__ == "__main__":
    main()
