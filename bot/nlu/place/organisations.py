"""When a place's name is part of the name of something else: "Durham County Council", "Bishop Auckland hospital"."""

from __future__ import annotations

import itertools

from bot.nlu.place.words import SMALL_NUMBERS, Word, phrase_set, word_set

# The city and the county have too many services, and too large ones, to say where anybody lives.
_TOO_WIDE = word_set("durham county")
# After these a town's name is part of the name of an organisation or a thing, not of where anybody lives.
_ORGANISATION = word_set(
    """hospital royal college uni university school academy primary juniors infants secondary memorial infirmary constabulary
    council sendiass hub cathedral surgery clinic station camhs market hall durhamworks durhamenable police
    sixth nursery foundation trust football fc afc rugby gp health nhs united shirt shirts kit match fans puddings
    pudding accent trains museum cricket fire library tickets scored jail prison baths woods castle beach office"""
)
_ORGANISATION_PAIRS = phrase_set(
    "county council,family hub,sixth form,local offer,send team,sen team,ehcp team,social services,parent carer,"
    "borough council,city council,youth club,leisure centre,mental health,childrens services,children services,kick off,kicks off,train station,bus station"
)
_SCHOOL_WORDS = word_set("school academy primary juniors infants secondary college comp nursery")


def is_organisation(words: list[Word], start: int, end: int, *, outside: bool = False) -> bool:
    """Whether ``words[start:end]`` is part of an organisation's name: "Durham County Council", "New College Durham"."""
    before = [word.key for word in itertools.takewhile(lambda word: not word.ends_clause, reversed(words[max(0, start - 2) : start]))][::-1]
    if before[-1:] and before[-1] in ("hospital", "university", "infirmary", "cathedral", "radio"):
        return True
    # Those that are named so are the city's or lie outside: "waiting for CAMHS Peterlee" is told by who lives there.
    large = outside or words[end - 1].key in _TOO_WIDE
    if large and before[-1:] and before[-1] in ("college", "uni", "camhs"):
        return True
    if before[-1:] == ["of"] and before[0] in ("hospital", "university", "bishop", "college"):
        return True
    if words[end - 1].ends_clause:
        return False
    following = words[end : end + 4]
    keys = [word.key for word in following]
    if keys[:1] == ["works"] and large:  # "Durham Works", but "Crook works for us"
        return True
    if before[-1:] in (["in"], ["at"]) and keys[:1] == ["services"]:
        return True
    if keys[:1] and (keys[0] in _ORGANISATION or tuple(keys[:2]) in _ORGANISATION_PAIRS):
        return True
    if _has_a_name_between(words, end) and keys[1] in _SCHOOL_WORDS:
        return True
    return keys[:1] == ["and"] and any(key in ("nhs", "foundation", "fire") for key in keys[2:])


def is_street(words: list[Word], end: int) -> bool:
    """ "Newcastle Road", "Durham St": called after a place that it leads to."""
    return end < len(words) and not words[end - 1].ends_clause and words[end].key in _STREETS


_STREETS = word_set("road rd street avenue ave lane terrace")


def is_local_service(words: list[Word], end: int) -> bool:
    """Whether what is named after the place ``words[:end]`` serves those who live there: "Sacriston hub", "Crook surgery",
    "Horden primary"."""
    last = words[end - 1]
    if last.ends_clause or last.key in _TOO_WIDE:
        return False
    keys = tuple(word.key for word in words[end : end + 2])
    return is_local_school(words, end) or keys[:1] in _LOCAL or keys in _LOCAL


def is_local_school(words: list[Word], end: int) -> bool:
    """ "Horden primary", "Crook nursery"."""
    return end < len(words) and not words[end - 1].ends_clause and words[end].key in _LOCAL_SCHOOLS


def is_named_school(words: list[Word], end: int) -> bool:
    """ "Seaham High School", "Tow Law Millennium Primary", but not "Bishop Barrington School", named after a bishop."""
    named = words[end - 1].key not in _TOO_WIDE | {"bishop"} and _has_a_name_between(words, end)
    return named and words[end + 1].key in _LOCAL_SCHOOLS


def _has_a_name_between(words: list[Word], end: int) -> bool:
    """ "Durham Johnston school"."""
    if end + 1 >= len(words) or words[end - 1].ends_clause or words[end].ends_clause:
        return False
    return words[end].capital and words[end].key not in SMALL_NUMBERS  # "Durham Six School says"


_LOCAL = phrase_set(
    "hub,library,surgery,family hub,medical centre,medical practice,medical group,gp surgery,doctors surgery,health centre,"
    "health visitor,health visitors,childrens centre,community centre,leisure centre,youth club,youth centre,playgroup,police,market,"
    "football,rugby,cricket,baths"
)
_LOCAL_SCHOOLS = word_set("school academy primary infants juniors nursery preschool")
