"""The services that a message asks for by a word of its own: "he's outgrown his wheelchair", "how do I get carers allowance".

Some words tell of a need as well ("notice to quit"), which no classifier has learnt to hear in them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.conversation.shown.naming import bare
from bot.directory.eligibility import ROOF
from bot.directory.service import Directory
from bot.directory.tables import read_table

# "Not a wheelchair", "we've got a dentist", "don't want home ed": told of, and not asked for.
_NOT_ASKED = re.compile(r"\b(?:not|no|isnt|never|already|got|have|had|tried|dont|refused|said|without|left|is|im|am|hes|shes|his|her)(?: \w+)?$")


class _Asked(NamedTuple):
    """What a word asks for, the need that it tells of whatever else was heard, the one it tells of where nothing was, and whether it only says what a child has."""

    ids: tuple[str, ...]
    need: str | None
    need_if_none: str | None
    of_a_condition: bool = False


def asked_for(text: str) -> tuple[str, ...]:
    """The ids of bot/conversation/asked_for.yml whose words the message has, in the order said."""
    return tuple(dict.fromkeys(id for asked in _found(text) for id in asked.ids))


def need_asked_for(text: str, heard: Collection[str], directory: Directory) -> str | None:
    """The need that the message's own words tell of, where nothing that they ask for meets a need that was heard."""
    for asked in _found(text):
        services = [one for id in asked.ids if (one := directory.get(id))]
        need = asked.need or (None if heard else asked.need_if_none)
        if need and not any(one.meets(said) for one in services for said in heard):
            return need
    return None


def where_told(text: str, need: str) -> tuple[int, int]:
    """Where the words stand that tell of the need ("my sister, 9, has no friends cos of her tics"); the whole text where they are not found as written."""
    said = bare(text)
    for match in _pattern().finditer(said):
        row = _words()[match[0]]
        as_written = re.search(r"\W+".join("['’]?".join(map(re.escape, word)) for word in match[0].split()), text, re.IGNORECASE) if need in (row.need, row.need_if_none) else None
        if as_written:
            return as_written.span()
    return 0, len(text)


@functools.cache
def of_conditions() -> frozenset[str]:
    """The ids that only the name of a condition asks for."""
    return frozenset(id for asked in _words().values() if asked.of_a_condition for id in asked.ids)


def _found(text: str) -> list[_Asked]:
    said = bare(text)
    return [_words()[match[0]] for match in _pattern().finditer(said) if not _is_told_of(said, match)]


def _is_told_of(said: str, match: re.Match[str]) -> bool:
    if ROOF in _words()[match[0]].ids and (_NONE_OF_IT.search(said[: match.start()].rstrip()) or _OF_SOMETHING_ELSE.match(said[match.end() :])):
        return True
    # What a child has is told of in just these words ("he is deaf"); a thing that is there needs no asking for.
    return match[0] in _THINGS and bool(_NOT_ASKED.search(said[: match.start()].rstrip()))


# "No damp", "not been evicted"; "lose our home help", "notice to leave school".
_NONE_OF_IT = re.compile(r"\b(?:no|not|isnt|arent|aint|never|without)(?: (?:a|an|any|yet|really|been|being|got|got any))?$")
_OF_SOMETHING_ELSE = re.compile(r" (?:help|carer|tutor|school|nursery|college|sixth form|work|job)\b")
_THINGS = frozenset({"dentist", "dentists", "stairlift", "stair lift", "wet room", "ramp", "hearing aid", "hearing aids", "home education", "home ed"})


@functools.cache
def _words() -> Mapping[str, _Asked]:
    told = read_table(Path(__file__).with_name("asked_for.yml"))
    rows = [(ids, row if isinstance(row, dict) else {"words": row}) for ids, row in told.items()]
    return {word: _Asked(tuple(ids.split()), row.get("need"), row.get("need_if_none"), bool(row.get("of_a_condition"))) for ids, row in rows for word in row["words"]}


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
