"""Which needs a message states: a multi-label decision over the whole message and its parts."""

from bot.nlu.needs.model import Example, NeedFinding, NeedsModel

__all__ = ["Example", "NeedFinding", "NeedsModel"]
