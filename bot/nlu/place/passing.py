"""A place spoken of in passing: of who told or treated, of relatives, of a bus or a group. Home is told there only where no other place is."""

from __future__ import annotations

import itertools
import re

from bot.nlu.place.cues import FILLERS, LIVE, PREPOSITIONS
from bot.nlu.place.words import Word, phrase_set, word_set

BE_THIRD = word_set("hes shes theyre")
BE = word_set("is are am was r were im") | BE_THIRD
WE = word_set("we i me us were im weve ive am")
_FRIENDS = word_set("friend friends mate mates marra marras pals")
# Whose home is not the family's own. The children are left out on purpose.
OTHERS = word_set(
    """dad dads father mam mams mum mums mother nana nanas nan nans gran grans granny grandma granda grandad grandparents
    parents sister sisters brother brothers auntie aunties aunty aunt uncle uncles cousin cousins ex husband wife partner boyfriend
    girlfriend inlaws stepdad perp perpetrator offender abuser"""
) | _FRIENDS
# Who moves with the children unless it is the writer's own: "mum moved to Horden" in a practitioner's note.
MUMS = word_set("mam mams mum mums mother parents")
CHILDREN = word_set("him her them us kids children bairns son daughter lad lass boys girls baby")
SCHOOLS = word_set(
    "school schools college nursery secondary sixth uni university pupil pupils class primary academy comp preschool playgroup skeul childminder childminders gate gates"
)
OURS = word_set("wor our my me his her their")
TO_A_PLACE = FILLERS | PREPOSITIONS
_ASKING = word_set("whats wheres hows any anything anyone anybody which who what where does do can could looking need")


def is_left_in_passing(before: list[str], words: list[Word], end: int) -> bool:
    """Whether the place is no home at all: of who told something, of a bus, or where somebody was."""
    return _is_a_teller_s(before, words, end) or _is_a_bus_s(before) or _is_where_it_was(words, end)


def is_where_they_live(before: list[str], words: list[Word], end: int) -> bool:
    """ "Thornaby, where they live", "Crook is where I live", "it's Stanhope we live", "it's Gateshead we're in just now"; not "where my mam lives" or "where we did live"."""
    after = [word.key for word in words[end : end + 5]]
    if after and after[0] == "is":
        del after[0]
    if not after or after[0] != "where":
        said = before[-1:] in (["its"], ["is"]) and tuple(after[:2]) in _WE_LIVE
        return said and (words[end + 1].ends_clause or words[end + 2].key in _FOR_NOW)
    lives = [key for key in after[1:] if key not in _STILL]
    return len(lives) > 1 and lives[0] in _DWELLERS and lives[1] in LIVE


_WE_LIVE = phrase_set("we live,we stay,we bide,i live,i stay,they live,were in,were at,im in,im at")
_FOR_NOW = word_set("just now at for like us right currently")
_STILL = word_set("all still now both")
_DWELLERS = word_set("we i they he she mum family")


def _is_where_it_was(words: list[Word], end: int) -> bool:
    """ "NE38 was where she was"."""
    return [word.key for word in words[end : end + 2]] == ["was", "where"] and not words[end - 1].ends_clause


def _is_a_bus_s(before: list[str]) -> bool:
    """ "The 21 to Durham was late"."""
    return before[-1:] == ["to"] and bool(_A_BUS.fullmatch(" ".join(before[-3:-1])))


_A_BUS = re.compile(r"(?:the|no|number|bus) x?\d{1,3}[a-z]?")


def _who_is_in(before: list[str]) -> list[str]:
    """The words up to whoever or whatever is in the place: "the doctor" of "the doctor over in"; none without a little word between."""
    last = len(before)
    while last and (before[last - 1] in TO_A_PLACE or before[last - 1] in BE or before[last - 1] == "based"):
        last -= 1
    return before[:last] if last < len(before) else []


def _is_a_teller_s(before: list[str], words: list[Word], end: int) -> bool:
    """ "The lass at the hub in Stanley said ring you", "doctor in Durham give only vitamin": where a person was who said or did
    something. Of the family, "mum in Crook says", it is home, and a school is not far from it."""
    does = words[end].key if end < len(words) and not words[end - 1].ends_clause else ""
    told = does in _TELLS or (does in _GIVES and end + 1 < len(words) and words[end + 1].key in _TO_US)
    if not (told or does in _DOES) or (before[-1:] and before[-1] in BE):
        return False
    who = _who_is_in(before)
    if not who or set(before) & _WANTED_OF or asks(before[:1]):
        return False
    family = who[-1] in _FAMILY_OF_NOTES and not set(who[-3:-1]) & OURS
    return who[-1] in WORKERS or (told and not family and who[-1] not in LIVE | WE | SCHOOLS | _TEACHERS)


_TEACHERS = word_set("teacher teachers senco head headteacher tutor one")  # "he needs a swim, the one at Crook says"
_TELLS = word_set("said says told tells wrote reckons reckoned thinks thought suggested mentioned recommended advised")
_GIVES, _TO_US = word_set("gave gives give"), word_set("me us")
_DOES = _GIVES | word_set(
    """never is are was has have had wont will would did didnt does doesnt came come comes cancelled closed discharged lost put puts sent saw
    rang phoned keep keeps shut wants want"""
)
_WANTED_OF = word_set("any every who whos which need needs")
_FAMILY_OF_NOTES = MUMS | CHILDREN | word_set("family dad carer carers child parent boy girl teenager he she they nana nan gran grandma")


def is_met_or_told_of(before: list[str]) -> bool:
    """Whether the place is told of for what or who is there: "my dr in", "seen at", "there's a group in", "we go to a group in",
    "works nights at the factory in". It may be home, where no other place is said."""
    who = _who_is_in(before)
    if not who or set(before) & _WANTED_OF or asks(before):
        return False
    told_of = (who[-1] in _SERVED and "the" in who[-4:-1]) or (who[0] == "theres" and who[1:2] in _ONE)
    met = who[-1] in WORKERS | _MET or bool(set(who) & _MEETS)
    return told_of or met or _is_somebody_of_ours(who) or any(_goes_there(who, at) for at in range(len(who)))


def _goes_there(who: list[str], at: int) -> bool:
    if who[at] in ("works", "working"):
        return True
    return who[at] in _GOES and who[at + 1 : at + 2] == ["to"] and len(who) > at + 2 and not set(who[:at]) & {"to", "can"}


def _is_somebody_of_ours(who: list[str]) -> bool:
    """ "My mam's in", "his mother in law in", "my brother's lad in"; not "me and my mam in", "with her dad in", nor whom help is asked for:
    "for my sister in", "my friend in"."""
    if set(who) & _FRIENDS:
        return False
    if who[-2:] == ["in", "law"]:
        who = who[:-2]
    if len(who) > 2 and who[-1] in CHILDREN and who[-2] in OTHERS:
        who = who[:-1]
    owned = len(who) > 1 and who[-1] in OTHERS and who[-2] in OURS
    return (owned or who[-1:] in (["nanas"], ["nans"])) and not set(who[-3:-2]) & _TOGETHER and not set(who) & LIVE


_ONE = (["a"], ["an"], ["one"], ["some"])
_TOGETHER = word_set("and with for")
_MEETS = word_set("meet meets meeting met")
_SERVED = word_set("group groups club clubs clinic centre hub library swimming baths class classes session sessions course bank")
_GOES = word_set("go goes went attend attends")
_MET = word_set("assessment assessments assessed seen diagnosed discharged")
WORKERS = word_set(
    """doctor doctors dr gp gps nurse nurses midwife midwives consultant consultants paed paeds paediatrician psychologist psychiatrist
    therapist salt physio dentist worker workers sw hv visitor visitors camhs counsellor registrar"""
)


def asks(before: list[str]) -> bool:
    return bool(set(before) & _ASKING) or ("is", "there") in itertools.pairwise(before)
