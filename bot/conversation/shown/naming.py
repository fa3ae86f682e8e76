"""Which service of the directory a message means: by its place in the list, by name, or by what families call it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from rapidfuzz import fuzz

from bot.answer.words import need_texts
from bot.directory.service import Directory, Service
from bot.directory.tables import read_table

_ORDINALS = {
    "first": 0, "1st": 0, "top": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
    "fifth": 4, "5th": 4, "sixth": 5, "6th": 5, "last": -1, "bottom": -1,
}  # fmt: skip
_NTH = "first|second|third|fourth|fifth|sixth|last|top|bottom"
_ORDINAL = re.compile(
    rf"\b(?:the|number|no\.?|option)\s+({_NTH}|[1-6](?:st|nd|rd|th))"
    r"(?:\s+(?:one|1|service|option|place|result))?(?=\W*$|\s+(?:open|service|option|place|result|please|what|how|who|is|or|do|does|can|looks?|sounds?|again)\b|,)"
    # "Does the first one come to the house", "tried the first one already"; not "she had two fits, the last one was at night".
    r"|\b(?:(?:is|are|does|do|can|will|would|could|who|how|what|when|where|which)\b[^.!?]{0,30}?\b"
    r"|(?:tried|try|ring|rang|rung|called?|phoned?|e-?mailed?|contact(?:ed)?|like|pick|choose|used?|done|did|been\s+to|(?:go|start)\s+with)\s+)"
    rf"the\s+({_NTH})\s+(?:one|1)\b"
    r"|^\W*(first|second|third|fourth|fifth|sixth|last|[1-6](?:st|nd|rd|th))(?:\s+one)?(?:\s+please)?\W*$"
    r"|\b(?:that|this)\s+(first|second|third|fourth|fifth|sixth|last)\s+(?:one|1)\b",
    re.IGNORECASE,
)
# "The first one's 4 and the second one's deaf", "the first one of the month".
_OF_NO_LIST = re.compile(r"\b(?:first|second|third|last)(?:\s+one)?(?:'?s|\s+is|\s+has)?\s+(?:only\s+)?(?:\d|deaf\b|blind\b|autis\w+|adhd\b|non-?\s?verbal|not\s+(?:talking|walking|sleeping)\b|of\s+(?:the|each|every)\s+(?:month|week|year)\b)", re.IGNORECASE)
_THE_OTHER = re.compile(r"^\W*(?:(?:no|and|ok|what|what's|whats|about|is)\W+)*the\s+other\s+one(?=\W*$|\s+(?:please|then|free|open)\b)", re.IGNORECASE)
_THE_ONE = re.compile(r"\b(?:the|that|them|those)\s+(?P<what>[a-z]+(?:\s+[a-z]+)?)\s+(?:one|lot|people|team|place|folk|group|charity|service|thing)\b")
_NUMBERED = re.compile(r"\b(?:number|no\.?|option)\s*([1-6])\b", re.IGNORECASE)
# Words that many names share say nothing about which service is meant.
_SHARED = re.compile(
    r"\b(?:durham|county|the|service|services|team|teams|children'?s|children|child|for|and|of|support|help|family|families|advice|in|at|"
    r"school|schools|young|people|parents?|carers?|information|council|a|to|with|health|online|or|first|year|years|from|your|ask|age|going|then|while)\b"
)
_ALIKE = 84  # of 100: one letter wrong in a word of seven


def by_place_in_list(text: str, shown: tuple[str, ...], focus: str | None = None) -> str | None:
    """The id that "the second one", "number 2" or "the other one" than ``focus`` means, or None."""
    if _THE_OTHER.search(text) and focus in shown and len(shown) > 1:
        return shown[(shown.index(focus) + 1) % len(shown)]
    numbered, ordinal = _NUMBERED.search(text), None if _OF_NO_LIST.search(text) else _ORDINAL.search(text)
    if numbered:
        at = int(numbered[1]) - 1
    elif ordinal:
        at = _ORDINALS[next(filter(None, ordinal.groups())).lower()]
    else:
        return None
    return shown[at] if -len(shown) <= at < len(shown) else None


def means_another(text: str) -> bool:
    """Whether "the other one" of the list is meant, whichever that is."""
    return _THE_OTHER.search(text) is not None


def by_name(text: str, directory: Directory, shown: tuple[str, ...] = ()) -> tuple[Service, ...]:
    """Every service that the text names, those shown first; where it names none, the one that it nearly names."""
    if found := named(text, directory, shown):
        return found
    said = _said(text)
    alike = [(hits, -len(_telling_words(one)), one) for one in _shown_first(directory, shown) if (hits := _likeness(one, said))]
    # max keeps the first of equals, and those shown come first.
    return (max(alike, key=lambda found: found[:2])[2],) if alike else _by_one_word(said, directory, shown)


def _by_one_word(said: str, directory: Directory, shown: tuple[str, ...]) -> tuple[Service, ...]:
    """ "The dietitians", "the speech one", "that bereavement place": of those shown, the one whose name or main need has the word,
    the first of several where one is said."""
    listed = directory.all_of(shown)
    # "The little one first: that speech thing" says the first of a child.
    match = next((one for one in _THE_ONE.finditer(said) if set(one["what"].split()) - _NO_NAME), None)
    words = set(match["what"].split()) - _NO_NAME if match else set()
    named = [one for one in listed if _has_word(one, words) or (len(own := _telling_words(one)) == 1 and f" {own[0]} " in said)]
    if match and not named:
        return tuple(one for one in listed if words & {word for need in one.main for word in need_texts()[need]["words"].split()})[:1]
    return tuple(named[:1]) if match or len(named) == 1 else ()


def _has_word(service: Service, words: set[str]) -> bool:
    name = bare(service.name).split()
    return any(fuzz.ratio(word, other) >= _ALIKE for word in words for other in name if len(word) > 2)


_NO_NAME = frozenset("for and with from about wait waiting queue number first second third fourth fifth sixth last other right only same next big little new old good best nearest school nursery whole".split())


def named(text: str, directory: Directory, shown: tuple[str, ...] = ()) -> tuple[Service, ...]:
    """Every service that the text names, those shown first; a word such as CAMHS names all of its kind."""
    said = _said(text)
    ranked = _shown_first(directory, shown)
    known = {
        one.id: {alias for alias in _own_names(one) if f" {alias} " in said and (one.id in shown or _is_meant(alias, said))}
        for one in ranked
    }
    every = set().union(*known.values())
    # "First Contact" names no charity called Contact.
    meant = {alias for alias in every if not any(alias in other for other in every - {alias})}
    own = [one for one in ranked if known[one.id] & meant]
    # "CAMHS crisis" names one of the kind, and not every CAMHS.
    kinds = {
        (kind, alias)
        for kind, names in _known_as().items()
        for name in names
        if f" {(alias := bare(name))} " in said and not any(alias in other for other in meant - {alias})
    }
    of_kind = [one for one in ranked if one not in own and any(_goes_by(one, kind, alias, directory) for kind, alias in kinds)]
    return (*own, *of_kind)


# Names that people say of other things: "it's been a roller coaster", "he won't cross the bridge". They are a service's where it
# was shown, is asked after, or is all that is said (:func:`only_named`).
_EVERYDAY = frozenset({"rollercoaster", "roller coaster", "the bridge", "harbour", "harbor", "making changes"})
_ASKS_AFTER = re.compile(r"\b(?:number|phone|tell me about|what about|how about|whats|what is|what are|who are|who is|tried|referred|referral|refer)\b")


def _is_meant(name: str, said: str) -> bool:
    return name not in _EVERYDAY or _ASKS_AFTER.search(said) is not None


def only_named(text: str, directory: Directory) -> Service | None:
    """The service that a message names, well or badly spelt, and says nothing else; None for any other message."""
    words = ["street" if word == "st" else word for word in bare(text).split() if word not in _ROUND_A_NAME]
    rest = " ".join(words)
    if not words or len(words) > _LONGEST_NAME or rest in _SAYS_MORE:
        return None
    if words[-1] in ("hub", "hubs") and len(words) > 1:
        return _hub(" ".join(word for word in words[:-1] if word != "family"), directory)
    names = {name: service for service in directory.services for name in _own_names(service)}
    for said in (bare(text), rest):  # "the bridge" is a name, "the kooth" is not
        if said in names:
            return names[said]
    if rest in {bare(alias) for aliases in _known_as().values() for alias in aliases}:
        return next(iter(named(rest, directory)), None)
    alike = max(names, key=lambda name: fuzz.ratio(name, rest))
    return names[alike] if len(rest) > _SHORT_WORD and fuzz.ratio(alike, rest) >= _ALIKE else None


def _hub(place: str, directory: Directory) -> Service | None:
    of_place = [one for one in directory.by_kind.get("family_hub", ()) if place and f" {place} " in _said(one.name)]
    return min(of_place, key=lambda one: (len(one.name), one.id), default=None)


_ROUND_A_NAME = frozenset("the a please number phone for what is whats who are about tell me info information hi hello do you know of".split())
_LONGEST_NAME = 6  # words
_SHORT_WORD = 4  # letters: one wrong makes another word of it ("calm" is not CALMS)
_SAYS_MORE = frozenset({"contact"})  # a charity's name, and what one does


def _said(text: str) -> str:
    """The words alone, in small letters, with a space on either side; to contact somebody names no charity called Contact."""
    return f" {_TO_CONTACT.sub(' ', bare(text))} "


# "How do we contact it", "he cries after contact with his mam"; not "can I speak to Contact".
_TO_CONTACT = re.compile(r"\b(?:(?:i|we|you|they|he|she|(?<!speak )(?<!talk )to|in|no|after)\s+contact|contact\s+(?:it|them|him|her|me|us|that|this|these|those|with|details))\b")


def _shown_first(directory: Directory, shown: tuple[str, ...]) -> list[Service]:
    return sorted(directory.services, key=lambda one: (shown.index(one.id) if one.id in shown else len(shown), one.id))


@functools.lru_cache(maxsize=4096)
def _own_names(service: Service) -> tuple[str, ...]:
    """The name without its brackets, and short names inside them."""
    inside = [part for part in re.findall(r"\(([^)]*)\)", service.name) if " " not in part]
    outside = re.sub(r"\([^)]*\)", " ", service.name)
    first = outside.split(",")[0].split(":")[0]
    names = [bare(name) for name in (outside, first, *inside, *_known_as().get(service.id, ()))]
    return tuple(name for name in dict.fromkeys(names) if len(name) >= 3 and _SHARED.sub("", name).strip())


def _goes_by(service: Service, kind: str, alias: str, directory: Directory) -> bool:
    """Of a kind with several services, those that bear the word; where none does, all of the kind."""
    if service.kind != kind:
        return False
    of_kind = directory.by_kind.get(kind, ())
    bearing = [one for one in of_kind if all(word.rstrip("s") in bare(one.name) for word in alias.split())]
    bearing = bearing or [one for one in of_kind if alias.split()[0] in bare(one.name)]
    return service in bearing or not bearing


def _likeness(service: Service, said: str) -> int:
    """How many of the words that set a name apart are in the text, nearly as they are; 0 where too few."""
    own = _telling_words(service)
    hits = [word for word in own if any(fuzz.ratio(word, other) >= _ALIKE for other in said.split())]
    enough = len(hits) >= 2 and len(hits) * 5 >= len(own) * 2 and _is_meant(" ".join(hits), said)
    # "Our doctor is in Newton Aycliffe" names the town, and not its hub.
    only_the_town = service.kind == "family_hub" and not _HUB.search(said)
    return len(hits) if enough and not only_the_town else 0


_HUB = re.compile(r"\b(?:hub|centre|drop ?in|one)s?\b")


@functools.lru_cache(maxsize=4096)
def _telling_words(service: Service) -> tuple[str, ...]:
    words = bare(re.sub(r"\([^)]*\)", " ", service.name))
    return tuple(word for word in dict.fromkeys(_SHARED.sub(" ", words).split()) if len(word) >= 4)


def bare(name: str) -> str:
    """The words alone, in small letters, with one space between."""
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", name.lower().replace("’", "").replace("'", "")).split())


@functools.cache
def _known_as() -> Mapping[str, list[str]]:
    return read_table(Path(__file__).with_name("known_as.yml"))
