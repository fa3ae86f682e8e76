"""Finds the place where a family lives in what they wrote: postcodes, exact names, near spellings, and what each is to
them.

The rules against false places (people called Stanley, "at the end of my tether") and the thresholds were measured on
the gazetteer's own check sets and on sentences written before tuning; data/gazetteer/README.md names the sources.
"""

from __future__ import annotations

import bisect
import dataclasses
import itertools
import re
from pathlib import Path

from bot.nlu.place.cues import (
    ends_a_few_words,
    ends_but_for_times,
    follows_a_child_in_notes,
    follows_an_age,
    follows_an_age_or_a_service,
    is_a_clause_of_names,
    is_cued,
    is_own_clause,
    is_person,
)
from bot.nlu.place.likeness import MOST_WORDS, Likenesses
from bot.nlu.place.mention import PlaceMention, Role
from bot.nlu.place.names import Names, is_far, miles_apart
from bot.nlu.place.organisations import is_local_school, is_local_service
from bot.nlu.place.postcodes import Postcode, Postcodes
from bot.nlu.place.roles import other_home, role_of
from bot.nlu.place.words import Word, squash, words_of

# A message longer than this is read no further for near spellings: it would cost time and gain nothing.
_FUZZY_WORDS = 400
# A longer name that is this much alike beats a shorter exact one inside it.
_LONGER_SCORE, _LONGER_LETTERS = 0.86, 3
# Letters between two places that are said together: ", near ".
_BESIDE = 16
# DL13 is most of Weardale.
_IN_ONE_POSTCODE = 12.0
_PART = 3
_CALLED_AFTER_TREES = frozenset("class house form ward".split())
_STREETS = frozenset("road rd lane street st avenue terrace drive".split())
# "Houghton? no, Hetton", "I put Brandon but it should be Branton", "Eaglescliffe nee wait Langley Moor".
_TAKING_BACK = re.compile(
    r"(?=.*\b(?:no|nah|nee|nope|sorry|soz|wait|hang on|scratch|mean|ment|meant|should|wrong|actually|typo)\b)(?!.*\bwait(?:ing)?\s+(?:in|at|is|list)\b)"
    r"\W+(?:(?:no|nah|nee|nope|sorry|soz|oops|er|erm|wait|hang on|scratch that|actually|typo|i|mean|ment|meant|but|it|this"
    r"|thats|that's|should|be|is|its|it's|were in|we're in|wrong)\b\W+)+",
    re.IGNORECASE,
)
_TAKING_BACK_LETTERS = 40
# Not "my mam lives there too".
_LIVES_THERE_TOO = re.compile(r"(?<!mam )(?<!mum )(?<!dad )(?<!nana )(?<!nan )\b(?:live|lives|living|stay)\s+(?:right\s+)?(?:there|here)\s+(?:too|also|as\s+well|an\s+all)\b", re.IGNORECASE)
_BY = re.compile(r"(?:,\s*|\s+)(?:by|near|nr|next to|close to|not far from|(?:just )?outside|(?:just )?(?:up|down|along|over) (?:the road )?from)\s+", re.IGNORECASE)
# "Near Hartlepool, Blackhall": what stands before the first, so many letters of it, and between the two; and after them, what tells
# that the second is spoken of and no home ("near Darlington, Durham said no").
_NEAR = re.compile(r"\b(?:near|nr|nearby|close to|not far from|outside|just by)\W+$", re.IGNORECASE)
_NEAR_LETTERS = 20
_THEN = re.compile(r"\s*,\s*(?:in\s+)?|\s+in\s+", re.IGNORECASE)
_GOES_ON = re.compile(r"\W*(?:said|says|told|is|are|was|won't|wont|don't|dont|can't|school|council|camhs)\b", re.IGNORECASE)
# "Near Hartlepool but it's Durham council", "but the council is Durham", "still County Durham": whose area a home by the border is in.
_NEAR_TO = re.compile(r"\b(?:near|nr|nearby|near to|close to|not far from|outside|just by|by|next to|beside|next door to|(?:nearly|almost|practically) in|the edge of|the border (?:of|with))\W+$", re.IGNORECASE)
_DURHAM_IS_TOLD = re.compile(
    r"^(?!.*(?:\bnot\b|n't\b).{0,15}\bdurham\b).*?(?P<told>\b(?:it'?s|its|it\s+is|we'?re|we\s+are|come|comes|fall|falls|under|but|still|though)\s+(?:(?:still|under|in|with|actually|for|comes|come)\s+){0,2}(?:(?:the\s+)?(?:county\s+)?durham\s+(?:county\s+)?(?:council|county|la|local\s+authority|side)|(?:county\s+|co\.?\s+)durham|durham(?=\s*(?:[.,;!]|$|like\b)))"
    r"|\b(?:council|la|local\s+authority|council\s+tax)(?:'?s|\s+is|\s+goes\s+to|\s+comes\s+from|\s+goes\s+through)\s+(?:county\s+)?durham|\bcouncil\s+tax\s+(?:to|through|with)\s+(?:county\s+)?durham|\bdurham(?:'?s|\s+is)\s+(?:our|my|the|wor)\s+(?:council|la|local\s+authority)|\bunder\s+(?:county\s+)?durham(?:\s+county)?(?:\s+council)?)",
    re.IGNORECASE | re.DOTALL,
)
# "We live near Darlington, his paediatrician is under Durham": not the home.
_OF_ANOTHER = re.compile(r"\b(?:schools?|nursery|college|dad|mam|mum|consultant|paediatrician|hospital|gp|doctor|clinic|team|physio|social\s+worker|he|she)(?:'?s)?\s+(?:is\s+|comes\s+|are\s+)?$", re.IGNORECASE)
_THE_COUNTY = "countydurham"
# "The Gateshead side, Rowlands Gill", "Bishop way. Coundon": the second says where on that side.
_STOP = re.compile("[.,;!?]")
_ON_A_SIDE = re.compile(r"\s+(?:side|way|area|end)\s*[,.:(-]*\s*(?:\b(?:but|well|really|actually|it'?s|like|i\s+mean)\b[\s,]*)*", re.IGNORECASE)
_TO_BE_EXACT = re.compile(r"\s+(?:really|actually|to\s+be\s+exact)\b", re.IGNORECASE)
_OF_AGE = frozenset("year years yr yrs y month months mth mths week weeks".split())
_BETWEEN_NEIGHBOURS = frozenset("near nr by or co county".split())
# Unlike "help Stanley", these ask nobody to do anything for a person.
_TREATMENTS = frozenset("physio physiotherapy playgroup respite group groups club clubs class classes course courses".split())
_NEAR_ANOTHER = frozenset("near nr by".split())
_OF_AROUND = frozenset("area estate side".split())
# A part of a town lies this near to its middle, and is said as one of these: "Gilesgate, Durham", "Newton Hall side of
# Durham". Without a stop between them they are one name, of the part: "gilesgate durham".
_IN_TOWN_MILES = 3.0
_END_OF = re.compile(r"\s+(?:side|end|part|area|bit) of\s+", re.IGNORECASE)
_PART_OF_TOWN = re.compile(rf"\s*[,(]\s*(?:in\s+)?|{_END_OF.pattern}", re.IGNORECASE)
_IN_THE_DALE = re.compile(r"\s+(?:in|up)\s+", re.IGNORECASE)


class Gazetteer:
    """Every settlement, area and postcode, found in a message."""

    def __init__(self, names: Names, postcodes: Postcodes, not_places: frozenset[str]) -> None:
        self._names = names
        self.postcodes = postcodes
        self._likenesses = Likenesses(names.lengths, names.rules, not_places)

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """Read the files of ``folder`` (data/gazetteer).

        Raises:
            OSError: a file is missing. KeyError, ValueError: a file has lost a column or a number.
        """
        lines = (folder / "not_places.txt").read_text(encoding="utf-8").splitlines()
        not_places = frozenset(line.strip() for line in lines if line and not line.startswith("#"))
        return cls(Names.load(folder), Postcodes.load(folder / "postcodes.csv"), not_places)

    def find(self, text: str, *, asked: bool = False) -> PlaceMention | None:
        """The family's home, or None. With ``asked`` (the last question was "where do you live?") a bare name counts."""
        mentions = [mention for mention in self.find_all(text, asked=asked) if mention.may_be_home]
        home = max(mentions, key=_likeliest_home, default=None)
        if home is not None and home.locality.kind in ("outcode", "sector"):
            return self._town_of(text, home, mentions) or home
        return home

    def _town_of(self, text: str, code: PlaceMention, mentions: list[PlaceMention]) -> PlaceMention | None:
        """ "TS28 5 Wingate": the settlement said beside a postcode that it can have, which also tells namesakes apart."""
        for one in sorted(mentions, key=lambda mention: (-mention.role, mention.start)):
            if one.role <= Role.SCHOOL or one.locality.kind != "place":
                continue
            between = text[min(one.end, code.end) : max(one.start, code.start)]
            if one.role is Role.BARE and len(between) > _BESIDE and _STOP.search(between):  # "DL16 is home, he's at his dad's in Durham"
                continue
            key = squash(one.words)
            town = self._names.locality(key, code.locality) if key in self._names.places else one.locality
            # "Sunderland address but SR7": the post town lies over the border, and the code says where they live.
            if miles_apart(town, code.locality) <= _IN_ONE_POSTCODE and (code.locality.in_area is None or town.in_area in (code.locality.in_area, None)):
                return dataclasses.replace(one, locality=town)
        return None

    def find_all(self, text: str, *, asked: bool = False) -> list[PlaceMention]:
        """Every place named, in order, each with what it is to the family."""
        words = words_of(text)
        postcodes = self._coded(text, words, asked)
        named = self._exact(text, words, asked)
        near = self._near(text, words, named, asked)
        named = [mention for mention in named if not any(_holds(longer, mention) for longer in near)]
        named = self._told_apart(sorted([*named, *near], key=lambda mention: mention.start))
        named = [self._within(text, one, following) for one, following in itertools.zip_longest(named, named[1:])]
        kept = [mention for mention in named if not any(_meet(mention, code) for code in postcodes)]
        corrected = _as_corrected(text, sorted([*postcodes, *kept], key=lambda mention: mention.start))
        return self._by_the_council_told(text, _of_the_grandchild(text, _lived_in_too(text, corrected)))

    def _by_the_council_told(self, text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """ "We're near Hartlepool but it's Durham council": the town over the border is near, and home is in the county."""
        told = _DURHAM_IS_TOLD.search(text)
        near = [one for one in mentions if told and one.locality.in_area is False and _NEAR_TO.search(text[max(0, one.start - _NEAR_LETTERS) : one.start])]
        if told is None or not near or _GOES_ON.match(text[told.end() :]) or _OF_ANOTHER.search(text[: told.start("told")]):
            return mentions
        closer = any(one.locality.in_area and one.role > Role.SCHOOL and not told.start("told") <= one.start < told.end() for one in mentions)
        county = self._names.locality(_THE_COUNTY)
        return [
            dataclasses.replace(one, role=Role.LEFT)
            if one in near
            else dataclasses.replace(one, role=Role.CUED, locality=county)
            if not closer and told.start("told") <= one.start < told.end()
            else one
            for one in mentions
        ]

    def _coded(self, text: str, words: list[Word], asked: bool) -> list[PlaceMention]:
        starts = [word.start for word in words]
        found = []
        for code in self.postcodes.find(text, asked=asked):
            first = bisect.bisect_left(starts, code.start)
            last = bisect.bisect_left(starts, code.end)
            if not _is_meant(code, words, first, last):
                continue
            role = role_of(words, first, last)
            # Nobody says a postcode for anything but an address, and their own unless they say whose.
            role = Role.HOME if role in (Role.BARE, Role.CUED, Role.NAME) else role
            found.append(PlaceMention(code.locality, code.start, code.end, code.outward, 1.0, role))
        return found

    def _exact(self, text: str, words: list[Word], asked: bool) -> list[PlaceMention]:
        found: list[PlaceMention] = []
        at = 0
        while at < len(words):
            for count in range(min(MOST_WORDS, len(words) - at), 0, -1):
                key = "".join(word.key for word in words[at : at + count])
                if key not in self._names.places and words[at + count - 1].owns:
                    key = key[:-1]  # "the county's leaflet", "Consett's full"
                if key not in self._names.places or _parted(words, at, at + count):
                    continue
                if not self._falls_apart(words, at, at + count, key) and self._allowed(key, words, at, at + count, asked):
                    found.append(self._mention(text, words, at, at + count, key, 1.0))
                    at += count
                    break
            else:
                at += 1
        return found

    def _falls_apart(self, words: list[Word], start: int, end: int, key: str) -> bool:
        """ "Where's he up to on the list" has no Toon, "his red car" no Redcar: everyday words that make a name of fewer
        words keep three letters each, and need a cue."""
        run = words[start:end]
        if len(run) <= self._names.lengths.get(key, MOST_WORDS) or not self._likenesses.are_everyday(run):
            return False
        cued = is_cued(words, start, end) or is_own_clause(words, start, end)
        return not cued or min(len(word.key) for word in run) < _PART

    def _allowed(self, key: str, words: list[Word], start: int, end: int, asked: bool) -> bool:
        """Whether a name that is also a person's or an everyday word is meant as a place here."""
        rule = self._names.rules.get(key)
        if rule == "college":  # "lovely place at Houghall", but "we live at Houghall"
            at = start > 0 and words[start - 1].key in ("at", "is", "to")
            return not at or role_of(words, start, end) == Role.HOME
        if rule and end < len(words) and words[end].key in _CALLED_AFTER_TREES and not words[end - 1].ends_clause:  # "he's in Hawthorn class"
            return False
        if rule is None or is_cued(words, start, end):
            return True
        alone = start == 0 and end == len(words)
        if rule == "never_alone_word":
            near = start == 0 or words[start - 1].ends_clause
            near = near and end < len(words) and words[end].key in _NEAR_ANOTHER  # "Doggie, near Ferryhill"
            by_a_place = (end - start > 1 or near) and self._stands_by_a_place(words, end)
            return (alone and asked) or by_a_place or is_a_clause_of_names(words, start, end)
        if self._is_told(key, rule, words, start, end):
            return True
        if is_person(words, start, end):
            return alone and asked
        return (
            alone
            or asked
            or is_own_clause(words, start, end, anywhere=rule == "cue")
            or (start == 1 and words[0].key.isdigit())  # "17 stanley left school"
            or (rule == "cue" and _ends_a_note(words, start, end) and follows_an_age_or_a_service(words[start - 1]))
            or (rule == "first_name" and end == len(words) and (self._follows_a_treatment(key, words, start) or follows_an_age(words, start)))
            or (rule == "cue" and words[end - 1].ends_clause and follows_a_child_in_notes(words, start))
            or (rule == "cue" and ends_a_few_words(words, start, end))
            or self._stands_by_a_place(words, end)
        )

    def _is_told(self, key: str, rule: str, words: list[Word], start: int, end: int) -> bool:
        """Whether a postcode or what is there tells the place from a person."""
        before, after = words[max(0, start - 1) : start], words[end : end + 1]
        if any(self.postcodes.knows(word.key) for word in (*before, *after)):  # "Stanley (DH9)"
            return True
        if before and before[0].key == "the" and after and after[0].key in _OF_AROUND:  # "in the Stanley area"
            return True
        if before and before[0].key == "for" and rule == "cue" and self._is_town(key):  # "a therapist for Crook"
            return True
        return self._has_a_local_service(key, words, start, end)

    def _has_a_local_service(self, key: str, words: list[Word], start: int, end: int) -> bool:
        """ "Crook surgery", "our Bishop hub": not "Highfield school", which is no place's, nor "our Stanley nursery"."""
        if not is_local_service(words, end) or not self._is_town(key):
            return False
        return self._names.rules[key] == "cue" or not is_person(words, start, end) or not is_local_school(words, end)

    def _is_town(self, key: str) -> bool:
        return any(place.kind == "town" and place.in_area for place in self._names.places[key])

    def _follows_a_treatment(self, key: str, words: list[Word], start: int) -> bool:
        """ "Arthritis in children, physio Stanley", "baby group Stanley"."""
        return start > 0 and self._is_town(key) and words[start - 1].key in _TREATMENTS

    def _stands_by_a_place(self, words: list[Word], end: int) -> bool:
        """ "Crook, Bishop Auckland", "Brandon near Durham": the place that follows vouches for the risky name."""
        if end < len(words) and words[end].key in _BETWEEN_NEIGHBOURS:
            end += 1
        for count in range(1, min(MOST_WORDS, len(words) - end) + 1):
            key = "".join(word.key for word in words[end : end + count])
            if key in self._names.places and key not in self._names.rules:
                return role_of(words, end, end + count) != Role.NAME
        return False

    def _near(self, text: str, words: list[Word], exact: list[PlaceMention], asked: bool) -> list[PlaceMention]:
        """Misspelt names, best first where they overlap; inside an exact name only where they make it longer."""
        found: list[PlaceMention] = []
        read = words[:_FUZZY_WORDS]
        exact = [mention for mention in exact if mention.start < read[-1].end] if read else []
        for start, end, key in self._likenesses.windows(read):
            inside = [mention for mention in exact if mention.start < words[end - 1].end and words[start].start < mention.end]
            alone = end - start == len(words)
            cued = alone or is_cued(words, start, end) or is_own_clause(words, start, end)
            match = self._likenesses.nearest(words[start:end], key, cued=cued or asked)
            if match is None or (match[0] == 1.0 and inside):
                continue
            if end < len(words) and words[end].key in _STREETS and not words[end - 1].ends_clause:
                continue
            if inside and not _outgrows(key, match, inside):
                continue
            found.append(self._mention(text, words, start, end, match[1], match[0]))
        return _without_overlaps(found)

    def _mention(self, text: str, words: list[Word], start: int, end: int, key: str, score: float) -> PlaceMention:
        first, last = words[start].start, words[end - 1].end
        locality = self._names.locality(key)
        role = role_of(words, start, end, outside=locality.in_area is False, far=is_far(locality))
        return PlaceMention(locality, first, last, text[first:last], score, role, other_home(words, start, end))

    def _told_apart(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """ "Hilton near Yarm" is Stockton's Hilton: a place named beside a shared name says which is meant."""
        told = list(mentions)
        for at, mention in enumerate(told):
            before, after = told[max(0, at - 1) : at], told[at + 1 : at + 2]
            beside_area = before and before[0].locality.kind == "area" and mention.start - before[0].end <= _BESIDE
            if beside_area and mention.role == Role.CUED:
                # "up Weardale at Westgate": the place is home if the dale around it is.
                told[at] = dataclasses.replace(mention, role=max(Role.CUED, before[0].role))
            key = squash(mention.words)
            if not mention.locality.candidates or key not in self._names.places:
                continue
            for other in (*after, *before):
                gap = max(other.start - mention.end, mention.start - other.end)
                if gap <= _BESIDE and other.locality.kind != "area" and other.role != Role.LEFT:
                    told[at] = dataclasses.replace(mention, locality=self._names.locality(key, other.locality))
                    break
        return self._told_elsewhere(told)

    def _told_elsewhere(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """ "Seaton. The Seaton by Seaham": what is told of one mention holds for the other; "not Seaton Carew" leaves that one out."""
        denied = frozenset(one.locality.name for one in mentions if one.role == Role.LEFT)
        plain = {squash(one.words): one.locality for one in mentions if one.locality.in_area is not None}
        told = []
        for one in mentions:
            key = squash(one.words)
            open_still = one.role != Role.LEFT and (one.locality.in_area is None or one.locality.name in denied)
            if open_still and one.locality.candidates and key in self._names.places:
                one = dataclasses.replace(one, locality=plain.get(key) or self._names.locality(key, without=denied))
            told.append(one)
        return told

    def _within(self, text: str, one: PlaceMention, following: PlaceMention | None) -> PlaceMention:
        """``one`` as the place ``following`` it tells: "Gilesgate, Durham" is Durham, the town where both are said, but
        lies where Gilesgate does; "Cotherstone in Teesdale" is home if Teesdale is."""
        if following is None or one.locality.kind != "place" or following.role <= Role.SCHOOL:
            return one
        between = text[one.end : following.start]
        if following.locality.kind == "area":
            dale = one.role == Role.BARE and (_IN_THE_DALE.fullmatch(between) or _END_OF.fullmatch(between))  # "Hexham end of Northumberland"
            return dataclasses.replace(one, role=following.role) if dale else one
        town = following.locality
        parts = self._kind(one) == "suburb" and self._kind(following) == "town" and one.locality.council == town.council
        if parts and _PART_OF_TOWN.fullmatch(between) and miles_apart(town, one.locality) <= _IN_TOWN_MILES:
            return dataclasses.replace(one, locality=dataclasses.replace(town, lat=one.locality.lat, lon=one.locality.lon))
        return one

    def _kind(self, mention: PlaceMention) -> str:
        places = self._names.places.get(squash(mention.locality.name), ())
        return next((place.kind for place in places if place.name == mention.locality.name), "")


def _as_corrected(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "Houghton? no, Hetton" takes the first back; "Stanley by Consett" is the first, and says where it lies; "near Hartlepool,
    Blackhall" is the second."""
    told = list(mentions)
    for at in range(1, len(told)):
        between = text[told[at - 1].end : told[at].start]
        if len(between) <= _TAKING_BACK_LETTERS and _TAKING_BACK.fullmatch(between):
            told[at - 1] = dataclasses.replace(told[at - 1], role=Role.LEFT)
        elif _ON_A_SIDE.fullmatch(between) and told[at - 1].role > Role.SCHOOL < told[at].role:
            told[at] = dataclasses.replace(told[at], role=max(told[at - 1].role, told[at].role))
            told[at - 1] = dataclasses.replace(told[at - 1], role=Role.BARE)
        elif _lies_near(text, told[at - 1], told[at]):
            told[at] = dataclasses.replace(told[at], role=max(told[at - 1].role, told[at].role))
            told[at - 1] = dataclasses.replace(told[at - 1], role=Role.LEFT)
        elif _BY.fullmatch(between) and Role.BARE <= told[at - 1].role < Role.HOME and told[at].role > Role.BARE:
            told[at - 1] = dataclasses.replace(told[at - 1], role=Role.CUED)
            told[at] = dataclasses.replace(told[at], role=Role.BARE)
    return told


def _of_the_grandchild(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "My granddaughter lives in Yarm, I'm in Sedgefield": of a grandparent who lives elsewhere home is where the child is."""
    if not _GRANDCHILD.search(text) or _IS_WITH_US.search(text):
        return mentions
    own = [one for one in mentions if _I_AM_IN.search(text[: one.start])]
    theirs = [one for one in mentions if one not in own and one.role >= Role.LEFT and (_THEY_ARE_IN.search(text[: one.start]) or _WHERE_THEY_LIVE.match(text, one.end))]
    if not own or not theirs:
        return mentions
    return [dataclasses.replace(one, role=Role.LEFT if one in own else Role.HOME if one in theirs else one.role) for one in mentions]


_GRANDCHILD = re.compile(
    r"\bgrand\s?(?:son|daughter|bairn|child|kid|lad|lass|babb?y)\w*\b|\b(?:my|our|wor|me)\s+(?:son|daughter|lad|lass)(?:'?s\s+(?:\w+\s+)?(?:boy|girl|lad|lass|bairn|baby|kid|child)|(?:\s+\w+){0,3}\s+(?:and|with)\s+(?:the|her|his|their)\s+(?:baby|twins|bairns?|kids|children))"
    r"|\b(?:nana|nan|gran|grandma|granda|grandad)\s+here\b",
    re.IGNORECASE,
)
_IS_WITH_US = re.compile(r"\b(?:live[sd]?|living|stay(?:s|ing)?|is|are|been)\s+with\s+(?:me|us)\b|\b(?:in\s+(?:my|our)\s+care|kinship|special\s+guardian\w*|SGO)\b", re.IGNORECASE)
_IN = r"(?:\s+(?:over|ower|up|down|doon|out))?\s+(?:in|at)\s+$"
_I_AM_IN = re.compile(rf"\b(?:i'?m|i\s+am|i\s+live|we'?re|we\s+are|we\s+live|me\s+and\s+(?:granda|grandad|nana|grandma)\s+(?:live|are))(?:\s+\w+)?{_IN}|\b(?:nana?|gran|grandma|granda|grandad)\s+here\s+(?:from|in)\s+$", re.IGNORECASE)
_WHERE_THEY_LIVE = re.compile(r",?\s+(?:is\s+)?where\s+(?:they|he|she)\s+(?:all\s+)?lives?\b", re.IGNORECASE)
_THEY_ARE_IN = re.compile(
    rf"\b(?:(?:they|he|she)(?:'?re|'?s|\s+are|\s+is|\s+lives?)|(?:grand\s?\w+|family|(?:his|her|their)\s+(?:mam|mum|mother|dad|parents)|(?:my|our)\s+(?:son|daughter))(?:\s+aged?\s+\w+)?(?:\s+and\s+(?:his|her|their|the)\s+\w+)?(?:'?s|\s+lives?|\s+are|\s+is))(?:\s+all)?{_IN}",
    re.IGNORECASE,
)


def _lived_in_too(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """ "School is in Houghton and the boy live there also": the one place named, of the school or not, is home."""
    if len(mentions) != 1 or mentions[0].role not in (Role.SCHOOL, Role.LEFT) or not _LIVES_THERE_TOO.search(text, mentions[0].end):
        return mentions
    return [dataclasses.replace(mentions[0], role=Role.CUED)]


def _lies_near(text: str, town: PlaceMention, place: PlaceMention) -> bool:
    """ "We're near Hartlepool, Blackhall": the town over the border says where the village of the county lies."""
    over_the_border = town.locality.in_area is False and place.locality.in_area is True
    exact = _TO_BE_EXACT.match(text, place.end)  # "near Consett, Leadgate actually"
    if not (over_the_border or exact) or place.role <= Role.SCHOOL or not _THEN.fullmatch(text[town.end : place.start]):
        return False
    before, after = text[max(0, town.start - _NEAR_LETTERS) : town.start], text[place.end : place.end + _NEAR_LETTERS]
    return _NEAR.search(before) is not None and not _GOES_ON.match(after)


def _likeliest_home(mention: PlaceMention) -> tuple[int, bool, bool, bool, float, int]:
    """Home before a bare name, a postcode before a name, a place before the dale around it, the council's own before a
    place outside, then the surest, then the first."""
    kind = mention.locality.kind
    return mention.role, kind in ("outcode", "sector"), kind != "area", mention.locality.in_area is not False, mention.score, -mention.start


def _parted(words: list[Word], first: int, last: int) -> bool:
    """ "Help for an 8 year old, Cassop" names no Old Cassop."""
    if any(word.ends_clause for word in words[first : last - 1]):
        return True
    return last - first > 1 and words[first].key == "old" and first > 0 and words[first - 1].key in _OF_AGE


def _ends_a_note(words: list[Word], start: int, end: int) -> bool:
    """ "M 6 Crook", and with the stop left out "M 6 Crook Letter came", but not "table 6 crook by the door"."""
    sentence = words[start].capital and end < len(words) and words[end].capital
    return sentence or words[end - 1].ends_sentence or ends_but_for_times(words, end)


def _is_meant(code: Postcode, words: list[Word], first: int, last: int) -> bool:
    """ "dl 5" is a postcode and "my dh 5" a dear husband; "ne1" is also how some write "anyone", "CA 7" a chronological age."""
    if code.whole:
        return True
    if code.outward != "NE1" and not code.outward.startswith("CA"):
        return not (code.spaced and is_person(words, first, last))
    beside = {word.key for word in (*words[max(0, first - 3) : first], *words[last : last + 1])}
    return len(words) == last - first or is_cued(words, first, last) or "postcode" in beside


def _outgrows(key: str, match: tuple[float, str], inside: list[PlaceMention]) -> bool:
    """ "sunderland brdge" is Sunderland Bridge, in the county, and not Sunderland."""
    exact = max((squash(mention.words) for mention in inside), key=len)
    longer = min(len(key), len(match[1])) >= len(exact) + _LONGER_LETTERS
    return longer and match[0] >= _LONGER_SCORE and exact in key


def _without_overlaps(mentions: list[PlaceMention]) -> list[PlaceMention]:
    kept: list[PlaceMention] = []
    for mention in sorted(mentions, key=lambda found: (-found.score, found.start)):
        if not any(_meet(mention, other) for other in kept):
            kept.append(mention)
    return kept


def _meet(one: PlaceMention, other: PlaceMention) -> bool:
    return one.start < other.end and other.start < one.end


def _holds(longer: PlaceMention, shorter: PlaceMention) -> bool:
    return longer.start <= shorter.start and shorter.end <= longer.end
