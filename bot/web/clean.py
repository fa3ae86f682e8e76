"""Take out what a visitor cannot see: control, tag, direction and zero-width characters.

Hidden text can carry words to a machine that its reader never saw, and a null byte breaks databases.
"""

from __future__ import annotations

import re
import unicodedata

# Letters written apart from their accents are joined (NFC, not NFKC: that would read "2½" as "21⁄2").
# Variation selectors choose an emoji's picture, and 256 of them in a row can spell hidden text.
_VARIATION = re.compile("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\u0085\v\f]")
# Controls, formats (tags, directions, zero width), halves of characters, private use.
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co"})


def clean(text: str) -> str:
    """The visible text, with line ends as newlines and no space around it."""
    text = _VARIATION.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", "".join(filter(_is_seen, text))).strip()


def _is_seen(char: str) -> bool:
    return char in "\n\t" or unicodedata.category(char) not in _HIDDEN_CATEGORIES
