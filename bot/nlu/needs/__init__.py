"""Which needs a message states: a multi-label decision over the whole message, whose parts give the evidence."""

from bot.nlu.needs.model import Example, NeedFinding, NeedsModel

__all__ = ["Example", "NeedFinding", "NeedsModel"]
