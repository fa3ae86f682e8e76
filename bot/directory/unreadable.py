"""What an editor did where a file is not YAML: the line of the slip, what it is, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

Slip = tuple[int, str, str]

_MERGE_MARK = "<<<<<<< "
_TAB_IN_FRONT = re.compile(r"[ -]*\t")
_NOT_CLOSED = re.compile(r"expected ',' or '[\]}]'")
_TWO_COLONS = re.compile(r":\s.*:(?:\s|$)")
_NEW_KEY = re.compile(r"\s*(?:- )?[\w-]+:(?:\s|$)")
_OPENED = re.compile(r"""^\s*(?:- )?(?:[\w-]+:\s+)?(["'])""")
_SIGN_IN_FRONT = re.compile(r"\s*(?:- )?[\w-]+:\s+([@`%&*?>|]|- |[\[{][^\]}]*[\]}]\s*[^\s,#])")
_ESCAPED = re.compile(r"\\.")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def not_yaml(text: str, problem: yaml.YAMLError) -> Slip:
    """The likeliest slip behind what a YAML reader stumbled over."""
    lines = text.split("\n")
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    opened = getattr(problem, "context_mark", None)
    line = min(mark.line + 1 if mark else 1, len(lines))
    said = str(getattr(problem, "problem", None) or str(problem).splitlines()[0])
    for slip in (*_anywhere(text, lines), *_quotes(lines, line)):
        return slip
    here = lines[line - 1]
    if _TAB_IN_FRONT.match(here):
        return line, "a tab stands where spaces must", "indent with spaces"
    sign = _SIGN_IN_FRONT.match(here)
    if sign:
        return line, f"a text that begins with {sign[1][0]} needs quotes", "put the whole text in quotes"
    if "escape" in said or "hexdecimal" in said:
        return line, "a \\ in a text in double quotes means something else", "write / instead, or take it out"
    if opened and _NOT_CLOSED.search(said):
        return opened.line + 1, "this is not YAML: a bracket that opens here is not closed", "close it, and look for a comma that is missing"
    if said.startswith("mapping values"):
        if bare := _without_a_colon(lines, line):
            return bare, "this is not YAML: this line has no colon with a space after it", "write key: value"
        if _TWO_COLONS.search(here) or (_goes_on(lines, line) and not _NEW_KEY.match(here)):
            return line, "a text with a colon in it stands without quotes", "put the whole text in quotes"
        return line, "this is not YAML: this line is indented further than the one before", "write both at the same distance from the edge"
    if "could not find expected ':'" in said and opened:
        return opened.line + 1, "this is not YAML: this line has no colon with a space after it", "write key: value"
    cure = "look at this line and the one before: both must be indented alike, and a colon, a quote or a bracket may be missing"
    return line, f"this is not YAML ({said})", cure


def _without_a_colon(lines: list[str], line: int) -> int:
    """The line whose key has lost its colon: where the reader stumbled ("summary Nurses: ..."), or the one before it; 0 where both have theirs."""
    for at in (line, line - 1):
        words = lines[at - 1].strip() if at >= 1 else ""
        if _KEY_WITHOUT_COLON.match(words) and not _NEW_KEY.match(words) and not _goes_on(lines, at):
            return at
    return 0


_KEY_WITHOUT_COLON = re.compile(r"(?:- )?[a-z_]+(?::\S|\s+\S)")


def _goes_on(lines: list[str], line: int) -> bool:
    """Whether a line goes on with the text of the line before: further in than its key, which has a text."""
    key = _KEY_AND_TEXT.match(lines[line - 2]) if line > 1 else None
    return key is not None and len(lines[line - 1]) - len(lines[line - 1].lstrip()) > key.start("key")


_KEY_AND_TEXT = re.compile(r"\s*(?:- )?(?P<key>[\w-]+):\s+[^\s#]")


def _anywhere(text: str, lines: list[str]) -> Iterator[Slip]:
    for at, words in enumerate(lines, start=1):
        if words.startswith(_MERGE_MARK):
            yield at, "two people's edits of this file were never joined", "keep the right lines, take out <<<<<<<, ======= and >>>>>>>"
    hidden = _CONTROL.search(text)
    if hidden:
        yield text.count("\n", 0, hidden.start()) + 1, f"a character that cannot be seen ({hidden[0]!r}) stands here", "write the line again by hand"


def _quotes(lines: list[str], last: int) -> Iterator[Slip]:
    """A quote that is not closed, or that closes the text too early, up to the line where the reader stumbled."""
    for at, words in enumerate(lines[:last], start=1):
        opened = _OPENED.match(words)
        if not opened:
            continue
        quote, rest = opened[1], words[opened.end() :].rstrip()
        inside = _ESCAPED.sub("", rest) if quote == '"' else rest.replace("''", "")
        following = lines[at] if at < len(lines) else ""
        if quote not in inside and (not following.strip() or _NEW_KEY.match(following)):
            yield at, f"a quote that opens here is not closed ({quote})", f"write {quote} at the end of the text too"
        if at == last and quote in inside.rstrip(quote):
            if quote == "'":
                yield at, "an apostrophe ends the text here, since it began with one", 'put " at both ends of the text instead'
            else:
                yield at, 'a " inside a text in quotes ends it', "put ' inside the text, or at both ends of it"
