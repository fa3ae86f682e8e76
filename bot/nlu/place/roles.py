"""What a place is to the family by the words around it: home, a school, somewhere visited or left, or no place at all.

Every rule looks only within the clause and a few words to each side, so that long messages cost time in step with
their length and "school is in Durham but we live in Shildon" keeps its two halves apart.
"""

from __future__ import annotations

import itertools

from bot.nlu.place.cues import CLOSE, FILLERS, LIVE, PREPOSITIONS, is_a_place_called, is_cued, is_own_clause
from bot.nlu.place.mention import OtherHome, Role
from bot.nlu.place.organisations import is_local_service, is_named_school, is_organisation, is_street
from bot.nlu.place.passing import (
    BE,
    BE_THIRD,
    CHILDREN,
    MUMS,
    OTHERS,
    OURS,
    SCHOOLS,
    TO_A_PLACE,
    WE,
    WORKERS,
    asks,
    is_left_in_passing,
    is_met_or_told_of,
    is_where_they_live,
)
from bot.nlu.place.words import Word, phrase_set, word_set

_LOOK_BACK = 7
_MOVED = word_set("moved move moving relocated relocating flitted flitting shifted")
_TITLES = word_set("mr mrs miss ms dr doctor nurse prof professor uncle aunty auntie called named")
_NOT = word_set("not isnt arent aint dont doesnt didnt never no longer nae divvent")
_COMPS = word_set("comp comprehensive")
# Where somebody works, was treated or was born, when it stands right before the place ("I work in Durham").
_VISITED = word_set(
    """work works working job office rvi treatment appointment appointments operation placement holiday shopping
    born grew hospital hospitals placements interview residential caravan consultant surgeon specialist paediatrician scan operated birth"""
)
# The same before "to": "can't get to Durham", "referred us to Newcastle".
_TRAVEL = word_set(
    """get getting travel travelling drive drives driving bus buses train taxi trip trips visit went go goes going gone referred
    referral sent transferred back take taking took takes taken drove"""
)
_FAN = word_set("support supports supporting supporter obsessed loves love likes hates hate watch watches watching eat eats eating fan")
_EATING = word_set("eat eats eating")


def role_of(words: list[Word], start: int, end: int, *, outside: bool = False, far: bool = False) -> Role:
    """What the place ``words[start:end]`` is to the family, from the nearest word that tells. A place ``outside`` the
    county, and a ``far`` one the more so, is oftener where somebody else lives, or was left, or has a team."""
    opening = _clause_start(words, start)
    before = [word.key for word in words[opening:start]]
    if _is_titled(before) or is_street(words, end):
        return Role.NAME
    anew = _lives_right_there(before) or _goes_on_of_a_service(before, words, end)
    if is_organisation(words, start, end, outside=outside) and not anew:
        # A hub, a surgery or a village school is used by those who live there; home is not far.
        return Role.SCHOOL if not outside and (is_local_service(words, end) or is_named_school(words, end)) else Role.NAME
    if _is_denied(before) or is_left_in_passing(before, words, end):
        return Role.LEFT
    after = words[end].key if end < len(words) else ""
    said = _said_of_home(before, words, end, outside=outside)
    if after == "one" and before[-1:] == ["the"] and not outside:  # "Quebec (the Durham one)"
        return Role.BARE
    if after in _COMPS and not outside and not words[end - 1].ends_clause:  # "she goes to Crook comp"
        return Role.SCHOOL
    if said is not Role.HOME and (_is_too_far(words, end) or _is_for_treatment(before, words[end - 1])):
        return Role.LEFT
    theirs = _is_the_family_s_move(before, words, start) or _is_a_parent_with_children(before, words, end)
    elsewhere = outside and said is not Role.NAME and not theirs
    if elsewhere and _is_elsewhere(before, "" if words[end - 1].ends_clause else after, said, far=far):
        return Role.LEFT
    if _is_beside_a_name(words, start):
        return Role.BARE
    if said is not None:
        return said
    return Role.CUED if is_cued(words, start, end) or is_own_clause(words, start, end) or before[-1:] == ["now"] else Role.BARE


def _said_of_home(before: list[str], words: list[Word], end: int, *, outside: bool) -> Role | None:
    if is_where_they_live(before, words, end):
        return Role.HOME
    if _is_somebody_else_s(before, words, end):
        return Role.BARE
    said = _nearest_sign(before, words[end].key if end < len(words) else "", outside=outside)
    return Role.BARE if said in (None, Role.CUED) and is_met_or_told_of(before) else said


def _is_a_parent_with_children(before: list[str], words: list[Word], end: int) -> bool:
    """ "Mum in Darlo w 2 kids", of a practitioner's family; not "my mum in Darlo has the kids"."""
    parent, after = set(before[-4:]), [word.key for word in words[end : end + 4]]
    return bool(parent & (MUMS | _DADS)) and not parent & OURS and bool(set(after[:1]) & _WITH) and bool(set(after) & _THE_CHILDREN)


_DADS = word_set("dad father")
_WITH, _THE_CHILDREN = word_set("with w wi and"), word_set("baby kids children bairns kid child bairn boys girls lads lasses twins son daughter")


def _is_titled(before: list[str]) -> bool:
    """ "Nurse Langley", but neither "school nurse Langley" nor "his mam has MS Langley"."""
    return bool(set(before[-1:]) & _TITLES) and not is_a_place_called(before) and not set(before[-2:-1]) & (_NURSES_OF | _HAS)


def _is_for_treatment(before: list[str], last: Word) -> bool:
    """ "Appointment Durham": in the county these towns alone have a hospital to go to."""
    return last.key in _HOSPITAL_TOWNS and bool(set(before[-1:]) & _TREATED)


_HOSPITAL_TOWNS = word_set("durham bishop auckland")
_TREATED = word_set("treatment appointment appointments consultant scan")


def _lives_right_there(before: list[str]) -> bool:
    """ "We live in Crook school is in Bishop", "lives Crook school is in Bishop": what follows begins anew."""
    return before[-1:] in (["lives"], ["living"]) or (len(before) > 1 and before[-2] in LIVE and before[-1] != "for")


def _goes_on_of_a_service(before: list[str], words: list[Word], end: int) -> bool:
    """ "We are in Durham council wont answer", the stop left out: nobody's family is in a council or a school."""
    home = before == ["were", "in"] or before[-3:] in (["we", "are", "in"], ["we", "r", "in"], ["we", "foster", "in"])
    return home and bool({word.key for word in words[end : end + 2]} & _NOT_LIVED_IN)


_NOT_LIVED_IN = word_set("school nursery council camhs fc sendiass")


def _clause_start(words: list[Word], start: int) -> int:
    if _is_stranded(words, start):
        return start
    first = start
    while first > max(0, start - _LOOK_BACK) and words[first - 1].key != "but" and not (words[first - 1].ends_clause and _begins_anew(words, first)):
        first -= 1
        if _says_home_anew(words, first, start):
            return first
    return first


def _begins_anew(words: list[Word], at: int) -> bool:
    """Whether after a stop a clause of its own begins at ``at``; ", which is in Durham" goes on about what was named last."""
    return words[at - 1].ends_sentence or words[at].key != "which"


def _is_stranded(words: list[Word], start: int) -> bool:
    """ "Nobody to talk to Consett", "who do we go to Consett": the little word belongs to what was said before."""
    if start < 3 or (words[start - 2].key, words[start - 1].key) not in _STRANDED:
        return False
    earlier = [word.key for word in words[max(0, start - 5) : start - 2]]
    return (earlier[-1] == "to" and words[start - 2].key != "go") or (earlier[0] == "who" and earlier[-1] in WE)


_STRANDED = phrase_set("talk to,speak to,turn to,chat to,play with,go to")


def _says_home_anew(words: list[Word], first: int, start: int) -> bool:
    """Whether "I live in", "we are at", "were in" begins at ``first``: with the stop before it left out, no "not" or "left"
    of the last sentence reaches over it ("children not understand him I live at Crook")."""
    if first == 0 or words[first - 1].key in _HOLDS_A_CLAUSE:
        return False
    key, following = words[first].key, words[first + 1].key if first + 1 < start else ""
    if key in _SUBJECTS and following in LIVE - {"home", "homes"}:
        return True
    begins = first + 1
    if key in ("we", "i") and following in BE:
        begins += 1
    elif key != "im" and not (key == "were" and _is_were_of_ours(words[first - 1])):
        return False
    return begins < start and all(word.key in TO_A_PLACE for word in words[begins:start])


def _is_were_of_ours(before: Word) -> bool:
    """Whether "were" after ``before`` is "we're": no one and nothing that it could be said of stands there."""
    plural = before.key.endswith("s") and before.key not in _NO_PLURALS and not before.key.endswith("ss")
    return not plural and before.key not in _WERE_BEFORE


_SUBJECTS = word_set("we i he she they family")
# "Where we live", "they think we are in", "his dad and I live": the clause is part of a longer one.
_HOLDS_A_CLAUSE = _SUBJECTS | word_set(
    """my our his her the a and or if that than when where while until till before since because cos as like what who which know
    knows think thinks thought say says said wish hope sure used"""
)
_NO_PLURALS = word_set("his this hers ours theirs us yes as always sometimes is was does has adhd days weeks months years")
_WERE_BEFORE = OTHERS | CHILDREN | word_set("you there all both people those we they she he i it two three us")


def _is_somebody_else_s(before: list[str], words: list[Word], end: int) -> bool:
    """Whether only somebody else moved there ("perp moved to Leeds", not "his dad moved to Leeds with the kids"), or has
    the child there for a part of the week ("gran has him Mon to Thurs in Shildon"): home is where it was."""
    return _is_another_s_move(before, words, end) or _is_for_part_of_the_week(before, words, end)


def other_home(words: list[Word], start: int, end: int) -> OtherHome:
    """Whether ``words[start:end]`` is where the family will or may move ("we're moving to", "if they moved to"), or where the
    child is for some days of the week."""
    before = [word.key for word in words[_clause_start(words, start) : start]]
    if _is_for_part_of_the_week(before, words, end):
        return "part_time"
    moves = set(before) & _TO_MOVE or ("if" in before and set(before) & _MOVED)
    if before[-1:] != ["to"] or not moves or set(before) & _NOT or _is_another_s_move(before, words, end):
        return ""
    return "to_come"


_TO_MOVE = word_set("moving move relocating relocate flitting flit shifting")


def _after_in_clause(words: list[Word], end: int) -> list[str]:
    return [word.key for word in words[end : end + 4]] if not words[end - 1].ends_clause else []


def _is_another_s_move(before: list[str], words: list[Word], end: int) -> bool:
    after = _after_in_clause(words, end)
    moved = next((at for at in range(len(before) - 1, -1, -1) if before[at] in _MOVED | _TO_MOVE), None)
    if moved is None or before[-1:] != ["to"]:
        return False
    subject = before[max(0, moved - 4) : moved]
    others = set(subject) & (OTHERS | WORKERS if set(subject) & {"my", "me"} else (OTHERS | WORKERS) - MUMS)
    goes_along = set(before[moved + 1 :]) & _FAMILY or (after[:1] == ["with"] and set(after[1:]) & _FAMILY)
    return bool(others and not _ourselves(subject) and not goes_along)


def _is_the_family_s_move(before: list[str], words: list[Word], start: int) -> bool:
    """ "Apologies, I've checked, they moved to Leeds": how a practitioner tells of the family, with nobody else spoken of before."""
    they_moved = before[-3:] in (["they", "moved", "to"], ["theyve", "moved", "to"])
    return they_moved and {word.key for word in words[: start - 3]} <= _WHAT_A_WORKER_FOUND


_WHAT_A_WORKER_FOUND = word_set("apologies sorry update ive i just checked check looked found out now the record records system notes says say that actually so and")


def _is_for_part_of_the_week(before: list[str], words: list[Word], end: int) -> bool:
    keeps = set(before) & OTHERS and set(before) & _KEEPS and not set(before) & LIVE
    return bool(keeps and set((*before, *_after_in_clause(words, end))) & _PART_OF_THE_WEEK)


def _ourselves(subject: list[str]) -> set[str]:
    """ "Me and my ex", but not "me dad"."""
    return {word for word, following in itertools.zip_longest(subject, subject[1:]) if word in WE and (word != "me" or following not in OTHERS)}


_FAMILY = CHILDREN | WE
_KEEPS = word_set("got has have having gets takes with")
_PART_OF_THE_WEEK = word_set(
    """weekend weekends weekdays weeknights mon tues tue wed weds thurs thur thu fri sat sun monday mondays tuesday tuesdays wednesday
    wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays alternate fortnight"""
)


def _is_denied(before: list[str]) -> bool:
    """ "not Barney", "not in Durham", "don't want Leeds", "we don't live in Leeds", "between here and Leeds"."""
    if before[-1:] and before[-1] in ("not", "isnt", "arent"):
        return True
    if len(before) > 1 and before[-1] in ("in", "from", "near", "want") and before[-2] in _NOT:
        return True
    if before[-3:] == ["between", "here", "and"] or _is_not_the_one(before):
        return True
    living = [at for at, word in enumerate(before) if word in LIVE]
    # "He doesn't stay asleep and we live in Crook" denies no home, "he doesn't live with us in Crook" not ours.
    return bool(living) and living[-1] > 0 and before[living[-1] - 1] in _NOT and before[living[-1] + 1 :][:2] not in _WITH_US


def _is_not_the_one(before: list[str]) -> bool:
    """ "The one by the forest, not the one up by Consett"."""
    told = list(itertools.dropwhile(lambda word: word in FILLERS or word in PREPOSITIONS, reversed(before)))
    return told[:3] == ["one", "the", "not"]


_WITH_US = (["with", "us"], ["with", "me"])


# "School nurse Crook" says where she works, "nurse Langley" who she is.
_NURSES_OF = word_set("school community district nursery")
_HAS = word_set("has have got")


def _is_too_far(words: list[Word], end: int) -> bool:
    """ "Durham is too far for us" does not say where home is."""
    if words[end - 1].ends_clause:
        return False
    after = list(itertools.takewhile(lambda key: key not in _NEW_CLAUSE, (word.key for word in words[end : end + 4])))
    return after[:1] == ["originally"] or any(pair in (("too", "far"), ("miles", "away")) for pair in itertools.pairwise(after))


_NEW_CLAUSE = word_set("and so but which because cos")


def _is_beside_a_name(words: list[Word], start: int) -> bool:
    """ "Ingleton near Darlo": home is the smaller place, said first."""
    if start < 2 or words[start - 1].key not in ("near", "nr") or words[start - 1].ends_clause:
        return False
    first = start - 2
    if words[first].ends_clause:
        return False
    while first > 0 and start - first <= 4 and not words[first - 1].ends_clause:
        first -= 1
    opens_clause = first == 0 or words[first - 1].ends_clause
    return opens_clause and start - first <= 4 and words[first].key not in _OPENERS


_OPENERS = word_set(
    "we i he she they my our live living were im its the from is anything anyone anywhere something somewhere any not"
)


def _nearest_sign(before: list[str], after: str, *, outside: bool) -> Role | None:
    """Read back from the name; the first word that tells decides, and "and" ends the search."""
    if after == "originally" or before[-2:] == ["originally", "from"]:
        return Role.LEFT
    for at in range(len(before) - 1, -1, -1):
        sign = _of_home(before, at)
        if sign is None:
            sign = _of_elsewhere(before, at, outside=outside)
        if sign is not None or before[at] in _ENDS_THE_SEARCH:
            return sign
    return None


_ENDS_THE_SEARCH = word_set("and so because cos who whos whats why")


def _of_home(before: list[str], at: int) -> Role | None:
    """What a verb of living, being or moving at ``at`` says of the place after ``before``."""
    key, earlier, preposition = before[at], before[:at], before[-1]
    if _is_our_address(before, at) or _is_what_we_are(before, at):
        return Role.HOME
    if key in LIVE and before[at + 1 : at + 2] not in (["and"], ["for"]):  # "stay and play", "he lives for"
        sent = key == preposition == "home" and set(earlier[-4:]) & _NOT  # "begged me not to send her home Crook"
        return None if sent else _of_dwelling(earlier)
    if key in ("lived", "based"):
        return _of_having_lived(key, earlier)
    if key in _MOVED:
        if ("from" in before[at:] and preposition != "to") or before[-2:] == ["out", "of"]:
            return Role.BARE if key == "moving" else Role.LEFT
        if "if" in earlier:  # "what if we moved to Crook"
            return Role.BARE
        return Role.HOME if preposition in PREPOSITIONS or preposition == "to" else Role.BARE
    if key in BE and at == len(before) - 2:  # "we're in", "my parents are in"
        return _of_being(key, earlier, from_there=preposition == "from")
    if key in CLOSE - {"came", "next"} and before[at + 1 :] == ["to"]:  # "is anything nearer to Crook?"
        return Role.CUED
    if preposition == "from" and ((key == "there" and at == len(before) - 2) or _is_brought(before, at)):
        return Role.CUED
    return None


def _is_what_we_are(before: list[str], at: int) -> bool:
    """ "Anyway we're Crook", "we are just Wingate folk"; not "they were"."""
    verb, earlier = before[at], before[:at]
    if verb not in _WE_ARE or not set(before[at + 1 :]) <= _JUST:
        return False
    if verb in ("are", "am", "r"):
        return earlier[-1:] in (["we"], ["i"])
    return verb == "im" or not (earlier and (earlier[-1] in _WERE_BEFORE or earlier[-1].endswith("s")))


_WE_ARE = word_set("were im are am r")
_JUST = word_set("just only all actually")


def _is_our_address(before: list[str], at: int) -> bool:
    """ "Address Pity Me", "our address is in Crook"; not "what's the address in"."""
    return before[at] == "address" and set(before[at + 1 :]) <= TO_A_PLACE | {"is"} and not set(before[:at]) & _OF_ANOTHER_ADDRESS


def _of_having_lived(verb: str, earlier: list[str]) -> Role | None:
    if verb == "based":
        return None if not earlier else _of_dwelling(earlier) if WE & set(earlier) else Role.CUED
    return Role.LEFT if "used" in earlier else _of_dwelling(earlier) if _WE_HAVE & set(earlier) else Role.CUED


_OF_ANOTHER_ADDRESS = word_set("the what whats an email web school old last previous")


def _is_brought(before: list[str], at: int) -> bool:
    """ "Will they bring her from Stanhope", "would they bus him in from"."""
    return before[at] in ("bring", "bus", "fetch") and before[at + 1 : at + 2] in (["him"], ["her"], ["them"], ["us"])


def _of_elsewhere(before: list[str], at: int, *, outside: bool) -> Role | None:
    """The same for a school, a hospital, a journey, a football team."""
    key, preposition = before[at], before[-1]
    if key == "left" and (outside or not _is_left_without(before, at)) and not _is_out_of_reach(before, at):
        return Role.LEFT
    if key == "bred" and preposition == "in":  # "born and bred in Crook" says home
        return Role.HOME
    if key == "be" and "used" in before[:at] and "there" not in before[:at]:  # "there used to be a group in Crook"
        return Role.LEFT
    if key == "far":
        return _of_far(before, at)
    if all(word in FILLERS or word in PREPOSITIONS for word in before[at + 1 :]):
        stay = _of_a_stay(before, at, outside=outside)
        if stay is not None:
            return stay
    journey = _of_a_journey(before, at)
    return _of_a_fan(before, at, outside=outside) if journey is None else journey


def _is_out_of_reach(before: list[str], at: int) -> bool:
    """ "The nurse left in July Crook", "it has left its mark Crook": nothing joins the place to what was said. And a "left
    ear" is no leaving."""
    return (at < len(before) - 1 and before[-1] not in _JOINS) or before[max(0, at - 1) : at] in (["his"], ["her"], ["my"])


_JOINS = TO_A_PLACE | word_set("the our my his her their")


def _of_a_stay(before: list[str], at: int, *, outside: bool) -> Role | None:
    """A school, work, a hospital, right before the place or with "here in" between."""
    key, earlier = before[at], before[:at]
    if key == "born" and "here" in before[at + 1 :]:
        return Role.CUED
    if before[-1] == "here":  # "school office here Crook": who writes, then where from
        return None
    bare = at == len(before) - 1
    if bare and _is_gone_without(before, at):
        return None
    if key in SCHOOLS or (key in _DOCTORS and not bare and set(earlier[-2:]) & OURS):  # "wor doctor's in Aycliffe"
        return Role.SCHOOL
    if key in _CLINICS and not bare and not asks(earlier):
        return Role.LEFT
    if bare and not outside and key in _WANTED | _SCANS:
        return Role.BARE
    if key in _WORK and set(earlier[-2:]) == _LIVING_AND:  # "I live and work in Crook"
        return Role.HOME
    if not outside and key in _WANTED and _is_wanted(earlier):
        return Role.CUED
    if key == "job" and set(earlier) & _CALLED_OUT:  # police go on a job to where a family is
        return Role.CUED
    return Role.LEFT if _is_visit(key, earlier) else None


def _is_gone_without(before: list[str], at: int) -> bool:
    """ "Kicked out of school Crook", "tablets stopped working Crook": what is not gone to has no place, and no "in" joins it."""
    if before[at] in _NO_SCHOOL_NAMED or before[at] not in _WORK | SCHOOLS:
        return before[at] in _NO_SCHOOL_NAMED
    lately = before[max(0, at - 4) : at]
    if before[at] == "work" and lately[-1:] == ["at"]:  # "when my mum is at work Crook"
        return True
    verb = lately[-2:-1] if lately[-1:] == ["the"] else lately[-1:]
    return ("out", "of") in itertools.pairwise(lately) or bool(set(verb) & _GONE)


_GONE = _NOT | word_set("stop stops stopped quit off refuses refusing")
_SCANS = word_set("scan birth jobs")
# "Cannot get her through the gates Crook": unlike "school Crook", nobody names these after a place.
_NO_SCHOOL_NAMED = word_set("gate gates class pupil pupils")


def _is_wanted(before: list[str]) -> bool:
    """ "Any appointments in Crook", "who is the epilepsy specialist in", "is there", "we need a paediatrician in Crook"."""
    lately = before[-4:]
    return bool(
        set(lately) & {"any", "who", "whos"}
        or ("is", "there") in itertools.pairwise(lately)
        or set(before[-3:-1]) & {"need", "needs", "want"}
    )


_WANTED = word_set("treatment appointment appointments specialist paediatrician consultant")


def _of_a_journey(before: list[str], at: int) -> Role | None:
    key, preposition = before[at], before[-1]
    if key in _LINES and preposition in ("from", "to"):
        return _of_a_line(before, at)
    if key not in _TRAVEL:
        return None
    if key == "back" and set(before[max(0, at - 1) : at]) & _MOVED:  # "moved back from Spain to Crook"
        return None
    if preposition == "to" and (_is_in_reach(before, at) or before[max(0, at - 1) :] in _BACK_HOME):
        return Role.CUED
    # "The bus by myself from Langley Park into Durham" goes far back.
    from_there = "from" in before[max(at, len(before) - 5) : -1]
    away = preposition in ("to", "into") or (preposition == "for" and key in _LINES)
    return Role.LEFT if away and (at >= len(before) - 4 or from_there) else None


def _of_a_fan(before: list[str], at: int, *, outside: bool) -> Role | None:
    """ "He supports Sunderland", not "any support in Crook?"; no team of the county's own is so great: "ADHD support for
    parents Shildon"."""
    key = before[at]
    if key not in _FAN or before[-1] in PREPOSITIONS or (key == "support" and not outside):
        return None
    if not outside and before[-2:] in (["i", "love"], ["we", "love"], ["i", "hate"], ["we", "hate"]):
        return Role.CUED  # "we love Crook but there's nothing here for him"
    # "Fussy eating help Shildon", "watching the match Shildon": what is eaten or watched is something else.
    reach = 1 if key in _EATING else 3
    return Role.NAME if at >= len(before) - reach and set(before[at + 1 :]) <= _OF_A_FAN else None


# "Two buses there and two back to Crook", "then back to Crook"; not "he's to go back to Durham".
_BACK_HOME = tuple([how, "back", "to"] for how in ("then", "and", "two", "race", "rush", "drive", "dash", "straight"))
_OF_A_FAN = word_set("with by all his her the my our their of every any anything everything things going playing watching football team")


def _is_left_without(before: list[str], at: int) -> bool:
    """ "We were left with nothing in Crook", "left her with me in Crook", "no food left in Crook": it is where they stayed."""
    nothing_is_left = set(before[max(0, at - 3) : at]) & _LEFT_OVER
    with_us = any(list(pair) in _WITH_US for pair in itertools.pairwise(before[at + 1 :]))
    return bool(with_us or nothing_is_left or set(before[at + 1 : at + 2]) & _LEFT_SO or set(before[max(0, at - 1) : at]) & _WAS)


_LEFT_SO = word_set("with without out waiting on alone behind to school college sixth")
_LEFT_OVER = word_set("no any nothing none places spaces")
_WAS = word_set("be been being got getting was were are is feel feeling felt im")


def _of_a_line(before: list[str], at: int) -> Role | None:
    """ "A seat on the bus from Witton Park" is where they get on; the last bus, a train or a way there is a journey."""
    if before[-1] == "to":
        return None if before[at + 1 : at + 2] == ["route"] else Role.LEFT
    if set(before[max(0, at - 3) : at]) & _FEW_BUSES or before[at + 1 : at + 2] == ["ride"]:
        return Role.CUED
    is_bus = before[at] in ("bus", "buses") and not set(before[:at]) & _COMING_BACK
    return Role.BARE if is_bus else Role.LEFT


def _of_far(before: list[str], at: int) -> Role | None:
    """ "How far is that from Crook", "not too far from Crook", "do they come as far as Crook"; but "as far as the school
    gate in Crook" tells nothing and "too far to Durham" is no home."""
    if before[-1] == "from" or (at and before[at - 1] in _NOT):
        too_far = before[at - 1 : at] == ["too"] and not set(before[:at]) & _NOT
        return Role.BARE if too_far else Role.CUED
    if "from" in before[at + 1 :]:  # "too far from Durham out in Coundon"
        return None
    if before[at + 1 : at + 2] != ["as"]:
        return Role.LEFT
    if len(before) > at + 2:
        return None
    return Role.CUED if set(before[:at]) & _COMING_OUT or "only" in before[:at] else Role.LEFT


def _is_in_reach(before: list[str], at: int) -> bool:
    """ "Would they travel to Crook", "we came back to Crook"; where "we can get to" is not home."""
    if at != len(before) - 2:
        return False
    if before[at] == "back":
        return before[max(0, at - 1) : at] in (["came"], ["come"], ["coming"])
    return before[max(0, at - 2) : at] in (["would", "they"], ["will", "they"], ["do", "they"])


def _is_elsewhere(before: list[str], after: str, said: Role | None, *, far: bool) -> bool:
    """Whether a place outside the county is somebody else's, was left, or is only gone to: "he's in Scotland", "my sister in
    Leeds", "his dad moved to Leeds", "came from Leeds", "off to Whitby", "tonsils out at Darlo". In a town next door ("he's
    in Darlington") it may well be the child who is there."""
    if (after in _OF_A_TEAM and said is not Role.HOME) or "score" in before[-2:] or (said is Role.BARE and "moving" not in before):
        return True
    preposition, near = before[-1:], set(before[-4:])
    subject = next((word for word in reversed(before) if word in _THIRD or word in WE), "")
    if preposition == ["to"]:
        # "Nearest to Darlington" is near home; to move away is not to live there yet.
        return not near & _TOWARDS_HOME and ("moving" in near or not set(before) & _MOVED or subject in _THIRD)
    if preposition == ["from"] and "moving" not in before:
        return bool(set(before) & _ARRIVED) or ("come" in before[:-2] and before[-3] not in WE)
    if not preposition or preposition[0] not in ("in", "at", "near"):
        return False
    if said is Role.HOME:
        return "wants" in near
    is_there = "lived" in near or (before[-2:-1] and (before[-2] in BE or before[-2] == "now"))
    return bool(
        (is_there and subject in (_THIRD if far or "lived" in near else OTHERS))
        or near & OTHERS
        or (set(before) & _VISITED_OUTSIDE and not asks(before))
    )


_THIRD = OTHERS | word_set("he she they hes shes theyre boys girls pal pals")
_TOWARDS_HOME = CLOSE | word_set("new local belong belongs come")
# What is said to have come from there; who lives there now says "we're from".
_ARRIVED = word_set("go came comes coming fled arriving arrived moved escaped plan certificate diagnosis carers")
# What somebody does, or has had done, in a place that is not their own.
_VISITED_OUTSIDE = (_VISITED - {"placement"}) | word_set(
    """man lady woman fella plan written wrote married marrying wedding law weekend hotels hospitals hospice course clinic
    appointment weigh weighed physio services camp residential tonsils glued leave wants ended turned started bloods tennis
    assessment certificate diagnosis rode went day thing training"""
)
# "Sunderland won", "a Darlington one".
_OF_A_TEAM = word_set("score scores scorer scorers result results win won lost were play plays match game one ones")


def _asks_who(before: list[str]) -> bool:
    """ "Who works in Crook with deaf children", "does a speech therapist work in Crook"."""
    return before[:1] == ["who"] or (before[:1] in (["does"], ["do"]) and not set(before) & WE)


def _is_visit(key: str, earlier: list[str]) -> bool:
    """Whether ``key`` takes somebody somewhere: "my job in", "got an apprenticeship in", but not "find him work in"."""
    lately = set(earlier[-3:])
    if key in ("work", "job", "jobs"):
        return not lately & _SEEKING and not _asks_who(earlier)
    if key == "works":
        return not _asks_who(earlier)
    if key == "apprenticeship":
        return bool(lately & _HAS_ONE)
    return key in _VISITED and not (key == "placement" and _is_foster_placement(earlier))


_CALLED_OUT = word_set("attended attending attend responded deployed")
_WORK = word_set("work works job jobs working")
_LIVING_AND = frozenset(("live", "and"))
_SEEKING = word_set("find finding get getting into any want wants looking")
_HAS_ONE = word_set("got interview start starts started starting my his her")


def _is_foster_placement(before: list[str]) -> bool:
    """ "LAC sibs, placement in Seaham" is home; a work placement, and one that is over, is not."""
    return not set(before[-3:]) & {"work", "college", "school", "after", "last", "previous", "old", "first", "from"}


# "No bus from Lanchester", "two buses from": home is where they set out.
_FEW_BUSES = word_set("no two three four 2 3 4 first only nee")
_COMING_BACK = word_set("last back home off missed")
_COMING_OUT = word_set("come comes coming cover covers travel")
_LINES = word_set("train trains bus buses coach flight flights")
_WE_HAVE = word_set("have ve weve ive has hes shes always")


def _of_dwelling(subject: list[str]) -> Role:
    """Whose home: "we live", "she lives" are the family's; "his dad lives", "me mates live" are somebody else's."""
    last = subject[-4:]
    nearby = {word for word, following in itertools.zip_longest(last, last[1:]) if word != "me" or following not in OTHERS}
    if ("used" in nearby and "to" in nearby) or last[-1:] == ["did"]:  # "we did live in Crook but"
        return Role.LEFT
    # "No car and live in Trimdon" denies no home.
    denials = set(itertools.takewhile(lambda word: word != "and", reversed(last))) & _NOT
    if denials - {"no"} or (denials and "longer" in last):  # "no we live in Crook"
        return Role.LEFT
    if nearby & MUMS and "and" in last and set(last) & _THE_CHILDREN and not set(last) & OURS:  # "mum and baby live in"
        return Role.HOME
    return Role.BARE if nearby & OTHERS and not nearby & WE else Role.HOME


def _of_being(verb: str, subject: list[str], *, from_there: bool) -> Role:
    nearby = set(itertools.takewhile(lambda word: word != "and", reversed(subject[-3:])))  # "he works and we're in"
    if verb in ("were", "was") and subject[-1:] in (["we"], ["i"]):  # "we were in Stockton": not any more
        return Role.BARE
    if nearby & _VISITED and "with" not in nearby:  # "the family I work with are in Crook"
        return Role.LEFT
    if verb in ("im", "were") or nearby & WE or verb == "am" or (verb in BE_THIRD and from_there):
        return Role.HOME
    if subject[-1:] and subject[-1] in ("college", "uni"):  # further from home than a school
        return Role.LEFT
    if nearby & SCHOOLS or set(subject[-1:]) & _DOCTORS:  # "our doctor is in Newton Aycliffe": home is not far, and may be over the border
        return Role.SCHOOL
    return Role.BARE if nearby & OTHERS else Role.CUED


_DOCTORS = word_set("doctor doctors gp gps surgery dentist")
_CLINICS = word_set("clinics consultants specialists hospitals")  # "the clinic's in Sunderland"
