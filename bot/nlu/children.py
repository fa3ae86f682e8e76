"""Which child each need was said of: "he's 9 and can't sleep, his sister is 12 and anxious"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.enquiry import Child
from bot.need_ages import can_arise
from bot.nlu.ages import AgeMention
from bot.nlu.ages.tokens import CLAUSE_ENDS, Quantity, Token, quantities, text_at, tokenize
from bot.nlu.ages.words import words

NeedSpan = tuple[str, int, int]  # (need, start, end): a need of the taxonomy and the words that led to it

BOYS = words("son lad boy brother nephew grandson bro stepson ds laddie he")
GIRLS = words("daughter lass lassie girl sister niece granddaughter sis stepdaughter dd she")
_CHILDREN = (BOYS | GIRLS | words("bairn child kid baby toddler sibling youngest")) - {"he", "she"}
_YOUNGER = words("youngest younger littlest")
_OLDER = words("eldest oldest older")
_SMALL = words("little small smaller wee")
_BIG = words("big bigger elder")
# Months in which somebody is called so.
STAGES = {"baby": (0, 24), "toddler": (12, 48), "teenager": (156, 240), "teen": (156, 240)}
_OWN = words("son lad boy daughter lass lassie girl grandson granddaughter nephew niece ds dd")
_RANKED = frozenset(("youngest", "oldest", "eldest", "middle", "other", "twin", "brother", "sister", "one", "un"))
_SUBJECT_VERBS = words(
    """is has was are have cannot wont doesnt doesn't isnt struggles needs keeps gets hates refuses won't
    can't does cant who also still never just wakes cries hits bites seems suffers stopped started"""
)
_EVERYBODY = frozenset(("both", "neither", "they", "twins", "kids", "children", "bairns", "boys", "girls"))
_LINKS = frozenset(("for", "my", "the", "with", "in", "his", "her", "our", "of", "wor", "and", "other", "("))
_WRITER_FEELS = frozenset(
    ("am", "feel", "feeling", "need", "cannot", "have", "get", "cry", "was", "been", "cant", "can't", "dont", "don't")
)
# Needs that are the grown-up's own whoever else is named.
FAMILY_NEEDS = frozenset(("carer_parent_support", "domestic_abuse", "language_eal"))
# Needs that a grown-up can have too, where the words say "I".
_ANYBODYS_NEEDS = frozenset(
    ("anxiety_emotional", "low_mood_self_harm", "sleep", "bereavement", "benefits_money")
)
_WHO_CARES = "sibling_young_carer"
# A need that is asked for while a baby is still to come.
_NEEDS_BEFORE_BIRTH = frozenset(("parenting_baby",))
_FAMILY = -1
# "I just want to die": what may stand between "I" and the words of the need.
_MERELY = (["just"], ["really"])
# "He hits his sister, who is 3": who has it done to her, and what may stand between.
_DOES_TO = words(
    """hit hits hitting bite bites biting bit kick kicks kicking kicked hurt hurts hurting punch punches punching punched attack attacks attacking
    push pushes pushing pushed thump thumps thumping nip nips nipping batter batters battering slap slaps slapping smack smacks scratch scratches scratching
    pinch pinches pinching shove shoves shoving lash lashes lashing bully bullies bullying wake wakes waking scream screams screaming shout shouts shouting
    look looks looking care cares caring mind minds minding"""
)
_UP_TO_WHOM = _CHILDREN | words("his her my our wor the little big baby younger older twin wee small who whos who's is aged at on out to towards up and after for")
_OF_ANOTHER = frozenset(("he", "she", "him", "her", "his", "himself", "herself", "hisself", "for"))


@dataclass(frozen=True)
class Division:
    """``children`` in the order said, each with its own needs; ``family`` holds the grown-up's own needs."""

    children: tuple[Child, ...]
    family: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Anchor:
    """A place in the text that speaks of some children: indexes of them, or ``_FAMILY`` for the writer.

    ``done_at`` is where the text says what another child does to them, -1 where it says none.
    """

    start: int
    children: tuple[int, ...]
    noun: bool = False
    done_at: int = -1


_OF_A_CHILD = r"(?= (?:one|un|lad|lass|boy|girl|son|daughter|bairn|brother|sister|child|kid)\b)"
_RANKS = re.compile(
    rf"(?<!his )(?<!her )(?<!their )\b(?:(?P<oldest>eldest|oldest|(?:older|elder|big|bigger){_OF_A_CHILD}|big(?= (?:is|has)\b))"
    rf"|(?P<youngest>youngest|(?:younger|little|littler|small|smaller|wee){_OF_A_CHILD}|small(?= (?:is|has)\b))|(?P<baby>baby|toddler|newborn))(?:'?s)?\b",
    re.IGNORECASE,
)
_BABY_UNTIL = 36  # months
# "The eldest is fine, it's the other one", "not the little one", "the baby wakes him": another is meant, or somebody does it to another.
_ANOTHER_IS_MEANT = re.compile(
    r"\bthe other (?:one|lad|lass|boy|girl|bairn|child)\b|\bnot (?:the|my|our|wor) (?:little|big|older|younger|eldest|oldest|youngest|baby|toddler)\b|(?:'s|\bis|\bare) (?:fine|ok|okay|grand|champion)\b"
    r"|\b(?:wakes?|hits?|bites?|hurts?|kicks?|bullies)\s+(?:him|her|them)\b",
    re.IGNORECASE,
)


def ranked_one(text: str, ages: Sequence[tuple[int, int] | None]) -> int | None:
    """Which of several children "the little one", "my eldest" or "the baby" means; None where an age is not known, or nobody or several are meant."""
    known = [age for age in ages if age is not None]
    ranks = {match.lastgroup for match in _RANKS.finditer(text)}
    if len(known) < 2 or len(known) < len(ages) or len(ranks) != 1 or _ANOTHER_IS_MEANT.search(text):
        return None
    at = known.index(max(known)) if ranks == {"oldest"} else known.index(min(known))
    return None if ranks == {"baby"} and known[at][1] > _BABY_UNTIL else at


def split_children(text: str, ages: Sequence[AgeMention], needs: Sequence[NeedSpan]) -> tuple[Child, ...]:
    """The children of a message with their ages and needs; empty where none is described."""
    return divide(text, ages, needs).children


def divide(text: str, ages: Sequence[AgeMention], needs: Sequence[NeedSpan]) -> Division:
    """Gives each need to the child it was said of, to all where it was said of all, or to the family."""
    tokens = tokenize(text)
    cast = _Cast(tokens, ages)
    starts = [anchor.start for anchor in cast.anchors]
    given: dict[int, list[str]] = {}
    for need, start, end in sorted(needs, key=lambda span: span[1]):
        for child in cast.owners(need, start, end, starts):
            kept = given.setdefault(child, [])
            if need not in kept:
                kept.append(need)
    children = tuple(
        Child(age, tuple(given.get(at, ())), who)
        for at, (age, who) in enumerate(cast.known)
        if age is not None or given.get(at)
    )
    return Division(children, tuple(given.get(_FAMILY, ())))


def _told_in_a_pair(tokens: list[Token], ages: Sequence[AgeMention]) -> list[str]:
    """The word for each age: "a brother and sister 5 and 12" says that he is 5 and she 12."""
    whos = [age.who for age in ages]
    for at in range(len(tokens) - 2 if len(ages) == 2 else 0):
        first, second = tokens[at].text, tokens[at + 2].text
        pair = text_at(tokens, at + 1) in ("and", "&", "n") and any(first in one and second in other for one, other in ((BOYS, GIRLS), (GIRLS, BOYS)))
        if pair and all(0 <= age.start - tokens[at + 2].end < _NEAR_A_PAIR for age in ages):
            whos = [first, second]
    return whos


_NEAR_A_PAIR = 30  # letters


def _told_one_by_one(tokens: list[Token], ages: Sequence[AgeMention]) -> dict[int, int]:
    """Which token means which of two children: "8 and 10, one autistic one deaf", "the first won't eat, the second won't sleep"."""
    behind = [at for at, token in enumerate(tokens) if len(ages) == 2 and token.start >= max(age.end for age in ages)]
    ones = [at for at in behind if tokens[at].text == "one" and text_at(tokens, at + 1) in _SAID_OF_ONE]
    others = [at for at in behind if tokens[at].text == "other" and text_at(tokens, at - 1) == "the" and ones and at > ones[0]]
    if ones and len(ones) + len(others) == 2 and text_at(tokens, ones[0] - 1) in CLAUSE_ENDS | {"", "and", ":", "-"}:
        return {ones[0]: 0, (others or ones[1:])[0]: 1}
    firsts, seconds = ([at for at in behind if tokens[at].text == word and text_at(tokens, at - 1) == "the" and text_at(tokens, at + 1) not in _NO_CHILD] for word in ("first", "second"))
    return {firsts[0]: 0, seconds[0]: 1} if len(firsts) == len(seconds) == 1 and firsts < seconds else {}


_SAID_OF_ONE = words("is isn't isnt has hasn't hasnt won't wont can't cant cannot doesn't doesnt with needs not never wets hates keeps autistic deaf blind adhd anxious disabled")
_NO_CHILD = words("of to day time thing word hour year week month night term or parent school")


class _Cast:
    """The people of one message: the children known so far and where the text speaks of each."""

    def __init__(self, tokens: list[Token], ages: Sequence[AgeMention]) -> None:
        self.tokens = tokens
        self.ages = ages
        self.known: list[tuple[tuple[int, int] | None, str]] = [((age.lo, age.hi), who) for age, who in zip(ages, _told_in_a_pair(tokens, ages))]
        self._whos = {age.start: who for age, (_, who) in zip(ages, self.known)}
        self.writer_is_child = any(age.who == "me" for age in ages)
        self._one_by_one = _told_one_by_one(tokens, ages)
        self.anchors: list[_Anchor] = []
        self._spoken_of: list[tuple[tuple[int, ...], str]] = []
        self._scan()
        if not self.known:
            self.known.append((None, ""))

    def _scan(self) -> None:
        by_start: dict[int, list[int]] = self._said_again()
        for at, age in enumerate(self.ages):
            by_start.setdefault(age.start, []).append(at)
        for at, token in enumerate(self.tokens):
            if token.start in by_start:
                named = text_at(self.tokens, at + 1).isalpha()
                self._add(at, tuple(by_start.pop(token.start)), self.known_who(at), noun=named)
            anchor = self._person(at)
            if anchor is not None:
                self._add(at, anchor, token.text, noun=token.text in _CHILDREN)

    def _said_again(self) -> dict[int, list[int]]:
        """Where a known age is named again ("the 5 year old has ADHD", "the 5 and the 8 year old"): the start of the words, the children."""
        again: dict[int, list[int]] = {}
        starts = {age.start for age in self.ages}
        before: Quantity | None = None
        for quantity in quantities(self.tokens):
            start = self.tokens[quantity.first].start
            same = self._aged(quantity) if start not in starts and quantity.old else []
            if same:
                again[start] = [*(self._aged(before) if before and self._joined(before, quantity) else []), *same]
            before = quantity
        return again

    def _aged(self, quantity: Quantity) -> list[int]:
        """The one child whose age a number can be; none where two can have it."""
        lo, hi = quantity.months()
        same = [at for at, age in enumerate(self.ages) if lo <= age.lo < hi]
        return same if len(same) == 1 else []

    def _joined(self, before: Quantity, quantity: Quantity) -> bool:
        between = [token.text for token in self.tokens[before.last : quantity.first]]
        return not before.unit and bool(between) and between[0] in ("and", "&", "n") and set(between[1:]) <= {"the", "my", "our", "wor"}

    def known_who(self, at: int) -> str:
        return self._whos.get(self.tokens[at].start, "")

    def _done_at(self, at: int) -> int:
        """Where "hits" starts in "hits his sister, who is 3", for the words for her at this token; -1 where nothing is done to her."""
        while at and text_at(self.tokens, at - 1) in _UP_TO_WHOM:
            at -= 1
        return self.tokens[at - 1].start if at and self.tokens[at - 1].text in _DOES_TO else -1

    def _add(self, at: int, children: tuple[int, ...], word: str, *, noun: bool = False) -> None:
        self.anchors.append(_Anchor(self.tokens[at].start, children, noun, self._done_at(at)))
        if children != (_FAMILY,):
            self._spoken_of.append((children, word))

    def _person(self, at: int) -> tuple[int, ...] | None:
        word = self.tokens[at].text
        if word in ("i", "myself"):
            return self._writer()
        if word in ("he", "she", "him", "his"):
            return self._pronoun(at, "girl" if word == "she" else "boy")
        if word == "her" and text_at(self.tokens, at + 1) not in _CHILDREN:
            return self._pronoun(at, "girl")
        if word in _EVERYBODY or (word == "all" and self._means_them_all(at)):
            return self._two_of_more(word) or tuple(range(len(self.known))) or None
        if at in self._one_by_one:
            return (self._one_by_one[at],)
        ranked = self._ranked(at) or self._of_that_stage(at)
        return ranked or (self._noun(at) if word in _CHILDREN else None)

    def _means_them_all(self, at: int) -> bool:
        """ "Three kids, 6, 8 and 13, all autistic"; not "all day", "all the time"."""
        before, after = text_at(self.tokens, at - 1), text_at(self.tokens, at + 1)
        return len(self.ages) > 1 and (before in CLAUSE_ENDS | {",", "are"} or after == "three") and after not in _NO_CHILD | {"the", "her", "his", "their", "i", "he", "she", "my", "our", "we", "it", "that"}

    def _two_of_more(self, word: str) -> tuple[int, ...]:
        """ "My boys are 6 and 8 and both have ADHD, my daughter is 13": the two who were spoken of last, where more are told of."""
        told = [children for children, _ in reversed(self._spoken_of) if len(children) < len(self.known)]
        last = told[0] if told and len(told[0]) == 2 else tuple(dict.fromkeys(children[0] for children in told if len(children) == 1))[:2]
        return tuple(sorted(last)) if word in ("both", "neither") and len(self.ages) > len(last) == 2 else ()

    def _ranked(self, at: int) -> tuple[int, ...] | None:
        """The youngest or eldest of several children whose ages are known: "the older one", "the little lad"."""
        word = self.tokens[at].text
        of_somebody = text_at(self.tokens, at - 1) in ("his", "her", "their")  # "he bites his little sister": what follows is of him
        small_or_big = word in _SMALL | _BIG and text_at(self.tokens, at + 1) in _RANKED | _CHILDREN and not of_somebody
        if len(self.ages) < 2 or not (word in _YOUNGER | _OLDER or small_or_big) or any(age.who == word for age in self.ages):
            return None
        order = sorted(range(len(self.ages)), key=lambda at: self.ages[at].lo)
        return (order[0] if word in _YOUNGER | _SMALL else order[-1],)

    def _of_that_stage(self, at: int) -> tuple[int, ...] | None:
        """ "Kids 2 and 16: the toddler won't sleep, the teenager wants a job": the only one of those ages; not "acts like a baby"."""
        word = self.tokens[at].text
        if text_at(self.tokens, at - 1) not in ("the", "my", "our", "wor") or text_at(self.tokens, at - 2) == "like":
            return None
        lo, hi = STAGES.get(word, (0, 0))
        fitting = [at for at, age in enumerate(self.ages) if lo <= age.lo < hi]
        told = len(self.ages) > 1 and not any(age.who == word for age in self.ages)
        return (fitting[0],) if told and len(fitting) == 1 else None

    def _writer(self) -> tuple[int, ...]:
        own = tuple(at for at, age in enumerate(self.ages) if age.who == "me")
        return own or (_FAMILY,)

    def _pronoun(self, at: int, gender: str) -> tuple[int, ...] | None:
        if text_at(self.tokens, at) == "his" and text_at(self.tokens, at + 1) in _CHILDREN | _RANKED:
            return None
        other = (GIRLS if gender == "boy" else BOYS) | {"me"}
        recent = [children for children, word in reversed(self._spoken_of[-12:]) if word not in other]
        born = set(self._born())
        last = next((children for children in recent if born & set(children)), recent[0] if recent else None)
        if last is not None:
            return last
        fitting = [at for at, (_, who) in enumerate(self.known) if who not in other and who != "me"]
        said_so = [at for at in fitting if self.known[at][1] in ("he", "she")]  # "he bites his 2 year old brother, he's 5"
        return next(((at,) for at in said_so or fitting), None)

    def _noun(self, at: int) -> tuple[int, ...] | None:
        word = self.tokens[at].text
        aged = [index for index, (_, who) in enumerate(self.known) if who == word]
        if aged:
            return (aged[0],) if len(aged) == 1 else None
        meant = self._said_as_pronoun(word)
        if meant is not None:
            self.known[meant] = (self.known[meant][0], word)
            return (meant,)
        if self._age_follows(at) or not self._acts(at):
            return None
        waiting = [index for index, (age, who) in enumerate(self.known) if age is None and who == word]
        if not waiting:
            self.known.append((None, word))
            waiting = [len(self.known) - 1]
        return (waiting[0],)

    def _said_as_pronoun(self, word: str) -> int | None:
        """The child that "My son has ADHD. He is 9." gives an age to by "he" alone."""
        pronoun = "he" if word in BOYS else "she"
        fitting = [at for at, (_, who) in enumerate(self.known) if who == pronoun]
        return fitting[0] if word in _OWN and len(fitting) == 1 else None

    def _age_follows(self, at: int) -> bool:
        """Whether an age said beside the word already stands for this child ("my 7 year old lad")."""
        start, end = self.tokens[at].start, self.tokens[at].end
        said_by_the_word = any(age.start <= start and end <= age.end for age in self.ages)  # "the baby"
        return said_by_the_word or any(0 <= age.start - end < 30 or 0 <= start - age.end < 4 for age in self.ages)

    def _acts(self, at: int) -> bool:
        """Whether a child is spoken of: in "his sister is anxious", not in "he hits his sister"."""
        before = {text_at(self.tokens, at - step) for step in (1, 2)}
        return text_at(self.tokens, at + 1) in _SUBJECT_VERBS or not before - {"my", "our", "wor", ""}

    def owners(self, need: str, start: int, end: int, starts: list[int]) -> tuple[int, ...]:
        """The children, or the family, that a need was said of."""
        everyone = self._able(need)
        if need in FAMILY_NEEDS and not self.writer_is_child:
            return (_FAMILY,)
        if need == _WHO_CARES and self.writer_is_child:  # "I'm 19 and look after my brother, who is 11"
            return self._writer()
        at = bisect_right(starts, start) - 1
        after = self._next_noun(at + 1, end)
        if after is not None and not self._right_after_an_age(start):
            return after
        while at >= 0:
            anchor = self.anchors[at]
            of_family = anchor.children == (_FAMILY,)
            if of_family and need in _ANYBODYS_NEEDS and self._writer_feels(anchor, start, end):
                return (_FAMILY,)
            if not of_family and not self._is_over(need, anchor, start):
                break
            at -= 1
        inside = next(
            (
                a.children
                for a in self.anchors[max(at, 0) :]
                if start <= a.start < end and a.children != (_FAMILY,) and not start <= a.done_at < end
            ),
            None,
        )
        if inside is not None:
            return inside
        if at < 0:
            ahead = next(
                (a.children for a in self.anchors if a.start >= end and a.children != (_FAMILY,)), None
            )
            return ahead or everyone
        return self.anchors[at].children

    def _born(self) -> tuple[int, ...]:
        """The children who are born; all where none is."""
        born = tuple(at for at, (age, _) in enumerate(self.known) if age is None or age[1] > 0)
        return born or tuple(range(len(self.known)))

    def _able(self, need: str) -> tuple[int, ...]:
        """The children old enough for the need; all where none is."""
        among = range(len(self.known)) if need in _NEEDS_BEFORE_BIRTH else self._born()
        able = tuple(at for at in among if (age := self.known[at][0]) is None or can_arise(need, age))
        return able or tuple(among)

    def _is_over(self, need: str, anchor: _Anchor, start: int) -> bool:
        """ "4 words, has a 6 week old sister, referred to SALT": a new clause speaks of the child who can have the need again."""
        if set(anchor.children) & set(self._able(need)):
            return False
        return any(token.text in CLAUSE_ENDS for token in self.tokens if anchor.start < token.start < start)

    def _next_noun(self, at: int, end: int) -> tuple[int, ...] | None:
        """The child right after a need: "anxious daughter", "sleep for my 9 year old"."""
        if (
            at >= len(self.anchors)
            or self.anchors[at].children == (_FAMILY,)
            or self.anchors[at].start - end > 24
            or self.anchors[at].done_at >= 0
        ):
            return None
        anchor = self.anchors[at]
        between = [token.text for token in self.tokens if end <= token.start < anchor.start]
        joined = "(" in between or "for" in between or "with" in between or "in" in between or not between
        return (
            anchor.children
            if joined and all(word in _LINKS for word in between) and (between or anchor.noun)
            else None
        )

    def _right_after_an_age(self, start: int) -> bool:
        """Whether the need stands right behind an age, as in "son 9 autistic daughter 4 adhd"."""
        return any(age.end + 1 == start for age in self.ages)

    def _writer_feels(self, anchor: _Anchor, start: int, end: int) -> bool:
        """Whether "I" is the one who feels it: "I have been so low", "I want to kill myself"."""
        between = [token.text for token in self.tokens if anchor.start < token.start < start]
        own = {token.text for token in self.tokens if start <= token.start < end}
        if own & _OF_ANOTHER:
            return False  # "it's the 11 year old I'm worried about, hates himself"
        if not between or between in _MERELY:
            return True
        return len(between) <= 5 and between[0] in _WRITER_FEELS and not set(between) & _OF_ANOTHER
