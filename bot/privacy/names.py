"""People's names where a message gives them as such: "my son Jack", "called Ellie-Mae", "I'm Sarah", "Mrs Smith".

A capital alone is no evidence (families type without any, and Stanley is a town). A cue is needed, or a capital on a
common first name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.nlu.language import easy_words

_HERE = Path(__file__).parent
Span = tuple[int, int]

# Letters of any alphabet; a first one that is no plain small letter ("Łukasz") counts as a capital.
_CAPITAL_LETTER, _LETTER = r"[^\W\d_a-zß-öø-ÿ]", r"[^\W\d_]"
_SMALL_LETTER = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_NAME = rf"(?:[DO]['’])?{_CAPITAL_LETTER}{_SMALL_LETTER}+(?:['’]{_LETTER}{_SMALL_LETTER}+)?(?:-[A-Z]?{_SMALL_LETTER}+)?"
_ANY = rf"(?:[DdOo]['’])?{_LETTER}{{2,20}}(?:-{_LETTER}{{2,20}})?"
_SURNAME = rf"(?:[ ](?:[A-Z]\.?[ ])?{_NAME})?"
_CHILD = (
    "sons?|daughters?|lads?|lass|lasses|boys?|girls?|bairns?|baby|child|children|kids?|twins?|eldest|youngest|oldest|little one|"
    "grandson|granddaughter|grandchild|grandchildren|stepson|stepdaughter|nephew|niece"
)
_ADULT = (
    "brother|sister|husband|wife|partner|boyfriend|girlfriend|fiance|ex|mum|mam|mother|dad|father|nana|nan|gran|granny|grandma|"
    "grandad|granda|auntie|aunty|uncle|cousin|friend|mate|neighbour|stepdad|stepmum"
)
_WORKER = (
    "pupil|student|client|patient|young person|social worker|health visitor|key ?worker|support worker|case ?worker|family worker|"
    "teacher|head ?teacher|head|senco|sendco|teaching assistant|ta|tutor|consultant|paediatrician|therapist|psychologist|nurse|midwife|"
    "childminder|carer|one to one"
)
_PERSON = rf"(?:{_CHILD}|{_ADULT}|{_WORKER})"
# "my little son Jack", "mum Tracy", "our health visitor, Karen Bell", "pupil: Ava Thompson"
_AFTER_PERSON = re.compile(rf"\b(?i:{_PERSON})(?P<gap>[ ]is[ ]|[,:]?[ ])(?P<name>{_ANY}{_SURNAME})")
# "mum to Priya"
_PARENT_OF = re.compile(rf"\b(?i:{_ADULT}|parents?|carers?)[ ](?:to|of)[ ](?P<name>{_ANY}{_SURNAME})")
# "the lass next door, Chardonnay, ..."
_SET_APART = re.compile(rf"\b(?i:{_PERSON})[ ](?:[a-z]+[ ]){{0,2}}[a-z]+[ ]?,[ ](?P<name>{_NAME}{_SURNAME})(?=,)")
# "help Theodora, she is 11", "Calum, who is 13"
_SPOKEN_OF = re.compile(
    rf"(?<!\bfrom )(?<!\bof )(?<!\bin )(?<!\bto )(?<!\bat )\b(?P<name>{_NAME}{_SURNAME})(?=,[ ](?i:(?:s?he|who)(?:['’]s|s|[ ](?:is|has|was|will|can|cant|can['’]t|won['’]t))|they['’]re)\b)"
)
# "our Kayden", "wor Callum"
_AFTER_OUR = re.compile(rf"\b(?i:our|wor)[ ](?P<name>{_ANY}{_SURNAME})")
_CALLED = re.compile(
    rf"\b(?i:he|she|hes|shes|(?:s?he|who|i|they|that)['’](?:s|m|re)|(?:s?he|who)[ ]is|im|i[ ]am|{_PERSON}|someone|lady|man|woman|person)[ ]"
    rf"(?i:called|named|known[ ]as)[ ](?P<name>{_ANY}{_SURNAME})"
)
_NAMED = re.compile(
    rf"\b(?i:name(?:[ ]is|['’]s|:)|names(?:[ ]are|:)|['’]s[ ]name)[ ](?P<name>{_ANY}{_SURNAME})"
)
_NAMES = re.compile(
    rf"\b(?i:names)[ ](?P<name>{_ANY}{_SURNAME})"
)  # "my names jack"; "names rather than policies"
_OTHER_CALLED = re.compile(rf"\b(?i:called|named)[ ](?P<name>{_ANY}{_SURNAME})")
_WRITER = re.compile(
    rf"\b(?:I['’]m|Im|i['’]m|im|I[ ]am|[Ii]t['’]?s|[Ii]t[ ]is[ ]for|[Tt]his[ ]is)[ ](?P<name>{_NAME}{_SURNAME})(?=\s*(?:[,.!]|and\b|from\b|\d|$))"
)
# Without capitals only a known first name counts: "im kieran 15".
_SMALL_WRITER = re.compile(
    r"\b(?i:i['’]?m|i am|it['’]?s|this is) (?P<name>[a-z]{2,20})(?= (?:from|and|aged?|mam|mum|dad|\d))"
)
_TITLED = re.compile(
    rf"\b(?:(?i:mrs|mr|ms|mx|dr|prof)\.?[ ]|Miss[ ])(?:[A-Z]\.?[ ])?(?P<name>{_ANY}{_SURNAME})"
)
# These are words as well as titles: "the doctor gave him".
_TITLED_IN_FULL = re.compile(
    rf"\b(?i:doctor|nurse|professor|auntie|aunty|uncle)[ ](?P<name>{_ANY}{_SURNAME})"
)
_SIGNED = re.compile(
    r"\b(?i:thanks|thank[ ]you|regards|wishes|cheers|love|sincerely|faithfully|ta)[,!.]?\s+(?:from[ ])?"
    rf"(?P<name>{_NAME}{_SURNAME})(?=[ ]?(?:x+|[.!])?[ ]?(?:\n|[(]|$))"
)
# "emma, mam of 2", "Leanne here": how people begin.
_BEGUN = re.compile(
    rf"^\W*(?:(?i:hi|hiya|hello|hey|good (?:morning|afternoon|evening))[ ,.!]+)?(?P<name>{_ANY})(?=,[ ](?:(?i:a|the)[ ])?(?i:{_PERSON})[ ](?i:of|to)\b|[ ]here\b)"
)
_HEADED = re.compile(
    rf"\b(?i:from|re|regarding|name|child|pupil|student|patient|client|parent|contact|mother|father)[ ]?:[ ]?(?P<name>{_NAME}{_SURNAME})"
)
# "Zayn (8)", "Mia, aged 11"
_WITH_AGE = re.compile(rf"(?P<name>{_NAME})(?=[ ]\(\d{{1,2}}\)|,?[ ]aged[ ]\d)")
_CAPITAL = re.compile(rf"\b(?P<name>{_NAME})(?=(?P<surname>{_SURNAME}))")
_NEXT = re.compile(rf"(?:[ ]?\(?(?:aged[ ])?\d{{1,2}}\)?)?,?[ ](?:and|&)[ ](?P<name>{_NAME}{_SURNAME})")
# After these a first name is part of the name of a service: "Martin House", "Daisy Chain".
_SERVICE_AFTER = re.compile(
    r"(?:['’]s)?[ ](?i:house|chain|trust|centre|foundation|hospice|hospital|unit|project|charity|ward)\b"
)
_MONTHS = frozenset({"april", "may", "june", "august"})
_NATION = re.compile(r"(?:ian|ese|ish)$")  # "I am Bulgarian"; Brian and Sebastian are known names
_CUT_SHORT = re.compile(r"['’]t\b")  # "Doctor don't know"
_VERB_AFTER = re.compile(
    r"(?:['’]s)?(?:,|[ ](?i:is|was|has|wont|won['’]t|cant|can['’]t|cannot|cannit|doesnt|doesn['’]t|hates|loves|keeps|needs|bites|hits|and|\d|"
    r"won|will|wants|aged|struggles|starts|got|had|goes|just|lives|who|with)\b|[.]|$)"
)


def find_names(text: str) -> list[Span]:
    """The spans ``text[start:end]`` of names, in order, not overlapping."""
    kept: list[Span] = []
    for start, end in sorted(_spans(text)):
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    kept = _with_the_next(text, kept)
    return _with_repeats(text, kept)


def _spans(text: str) -> Iterator[Span]:
    """Names by every cue. How sure a cue is decides which words it accepts."""
    for pattern in (_CALLED, _NAMED, _TITLED):
        yield from _accepted(pattern, text, unknown_small=True)
    for pattern in (
        _AFTER_PERSON,
        _PARENT_OF,
        _TITLED_IN_FULL,
        _SET_APART,
        _SPOKEN_OF,
        _HEADED,
        _SIGNED,
        _WITH_AGE,
        _WRITER,
    ):
        yield from _accepted(pattern, text)
    for pattern in (_AFTER_OUR, _OTHER_CALLED, _BEGUN, _SMALL_WRITER, _NAMES):
        yield from _accepted(pattern, text, known_only=True)
    for found in _AFTER_OUR.finditer(text):
        span = _cut(found)
        if (
            text[span[0]].isupper()
            and not is_word(text[span[0] : span[1]])
            and _VERB_AFTER.match(text, span[1])
        ):
            yield span
    for found in _CAPITAL.finditer(text):
        if _first(found["name"]) in _known()[0] and not (
            _SERVICE_AFTER.match(text, found.end()) or _CUT_SHORT.match(text, found.end())
        ):
            surname = "" if is_word(found["surname"].strip() or "the") else found["surname"]
            yield found.start(), found.end() + len(surname)


def _accepted(
    pattern: re.Pattern[str], text: str, *, unknown_small: bool = False, known_only: bool = False
) -> Iterator[Span]:
    """Spans of ``pattern`` whose first word can be a name: a known one, or one with a capital (or, after the surest
    cues, without) that is no word of ``not_names.txt``."""
    for found in pattern.finditer(text):
        first = _first(found["name"])
        plain, words = _known()
        after = found.start("name") + len(first)
        if _SERVICE_AFTER.match(text, after) or _CUT_SHORT.match(text, after):
            continue
        if pattern is _WRITER and first in _MONTHS:  # "it's June and nobody rang"
            continue
        if first in plain or first in words or (not known_only and _may_be(found, unknown_small)):
            yield _cut(found)


def _may_be(found: re.Match[str], unknown_small: bool) -> bool:
    name = found["name"]
    if is_word(name) or not (name[0].isupper() or unknown_small):
        return False
    if _NATION.search(name):
        return False
    if (not unknown_small or found.re is _TITLED) and is_everyday(_first(name)):
        return False  # "my Grandson Lives with me": some people begin many words with a capital
    gap = found.groupdict().get("gap") or " "
    # "her mam, Portage said": after a comma an unknown name must go on as a name does.
    return (
        gap == " "
        or gap.startswith(":")
        or bool(re.match(r"[,)]|[ ]is[ ]\d|[ ]aged", found.string[found.end() :]))
    )


def _cut(found: re.Match[str]) -> Span:
    """The name without a surname that is a word ("Max Autism")."""
    name, start = found["name"], found.start("name")
    parts = name.split(" ")
    while len(parts) > 1 and is_word(parts[-1]):
        parts.pop()
    return start, start + len(" ".join(parts))


def _with_the_next(text: str, spans: list[Span]) -> list[Span]:
    """ "Noah and Isla", "Liam (8) and Ethan": a name joined to a name is one."""
    found = dict(spans)
    waiting = list(spans)
    while waiting:
        following = _NEXT.match(text, waiting.pop()[1])
        if following and following.start("name") not in found and not is_word(following["name"]):
            span = _cut(following)
            found[span[0]] = span[1]
            waiting.append(span)
    return sorted(found.items())


def _with_repeats(text: str, spans: list[Span]) -> list[Span]:
    """The same names where they stand again without a cue ("my son Jack ... Jack hates it"), and their parts."""
    names = {
        part
        for start, end in spans
        for part in text[start:end].split(" ")
        if part[0].isupper() and len(part) > 2
    }
    if not names:
        return spans
    taken = {at for start, end in spans for at in range(start, end)}
    again = [found.span() for found in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)?", text) if found[0] in names]
    return sorted([*spans, *(span for span in again if span[0] not in taken)])


def _first(name: str) -> str:
    return re.split(r"[ \-'’]", name, maxsplit=1)[0].lower()


def is_word(name: str) -> bool:
    """Whether the first word of these is one that is never a name (``not_names.txt``)."""
    return re.split(r"[ \-]", name, maxsplit=1)[0].lower().replace("'", "").replace("’", "") in _not_names()


def is_everyday(word: str) -> bool:
    """Whether a small word is one that every child of ten knows, or a form of one."""
    word = re.sub(r"['’]s$", "", word)
    if word.endswith(("n't", "n’t")):
        return True
    forms = (word, word[:-1], word[:-2], word[:-2], word[:-1], word[:-3], f"{word[:-3]}e", f"{word[:-3]}y")
    endings = ("", "s", "es", "ed", "d", "ing", "ing", "ies")
    stems = (stem for stem, ending in zip(forms, endings, strict=True) if word.endswith(ending))
    return any(stem in _everyday() for stem in stems)


@functools.cache
def _everyday() -> frozenset[str]:
    """The easy words without first names."""
    plain, words = _known()
    return easy_words() - plain - words


@functools.cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """First names that are nothing else, and first names that are also words or places."""
    names = yaml.safe_load((_HERE / "first_names.yml").read_text(encoding="utf-8"))
    return frozenset(names["plain"].split()), frozenset(names["words"].split())


@functools.cache
def _not_names() -> frozenset[str]:
    lines = (_HERE / "not_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
