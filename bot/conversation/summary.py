"""What stands in the enquiry, in one line that a family can check: "sleep, for a 4-year-old, near Crook"."""

from __future__ import annotations

from bot.answer.age_words import age_words
from bot.answer.words import join_words, need_words
from bot.conversation.memory import Memory


def summarise(memory: Memory) -> str:
    """One line, or "" when nothing has been said yet."""
    parts = []
    if memory.needs:
        parts.append(need_words(memory.needs))
    if memory.ages:
        parts.append(f"for {join_words([age_words(age) for age in memory.ages])}")
    if memory.locality:
        parts.append(f"near {memory.locality.name}")
    return ", ".join(parts)
