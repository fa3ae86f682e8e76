"""Whether a message asks something, by its first words or those behind a stop, and how few words say one thing; no list of question words is whole."""

from __future__ import annotations

import re

A_QUESTION = re.compile(
    r"\?|(?:^|[.,!]\s+)\W*(?:(?:so|and|but|ok|okay|right|well|oh|aye|then|now|or|yes|yeah|no)\W+)*(?:^\w+(?:\s\w+)?\s+or\s+\w+\W*$|who|what|wot|when|where|which|why|y|how|hoo|if|till?|until|after\s+that|can|could|do|does|did|is|are|am|will|would|should|must|may|has)\b", re.IGNORECASE
)
# The same anywhere in a message: behind a comma, or "and".
ASKS_SOMEWHERE = re.compile(
    r"\?|(?:^|[.,;!]\s*|\b(?:and|so|but|ok|right|then|or)\s+)(?:who|what\w*|wot|when|where|which|why|how|hoo|can|could|do|does|did|is|are|am|will|would|should|must|may|has|if|by\s+when)\b",
    re.IGNORECASE,
)
# How many words a message has at most that says one thing; that only answers, or only speaks of what stands; that has room for little beside one question.
A_PHRASE, FEW_WORDS, ONE_MATTER = 5, 8, 16
