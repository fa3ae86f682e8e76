"""The ages of the children in a message, as half-open ranges in months.

"7" is ``[84, 96)``, "18 months" ``[18, 19)``, "7 and a half" ``[90, 96)``, "Year 9" ``[156, 168)`` and a
bump is below 0 (the design's "Meaning"). A number that is not the age of a child now (a wait, a limit, a
past or later age, an adult's age) gives nothing. Ages stop at 25 years, as the local offer does.

Where to look (each module's first line says what it hears):
- a message becomes words and numbers in `tokens`; words and patterns that modules share are in `words` and
  `patterns`; of whom something is said is for `subject`, whether the writer is a parent for `parent`,
  what follows a number for `after`; a number that is no age wherever it stands is left out by `no_age`;
- `numbers` reads the numbers: each is judged in `cues` ("he is 7"), `judged` ("nine is young to ..."), `phrased` ("being eight, he ..."), `little` ("8 months, not reaching"), `beside` ("my daughter, 9"),
  `at` ("can't sit at 13 months") and `lists` ("7 and 9") and `parts` ("6: smears. 8: bolts"), each with a `reading`;
- `stops` puts in the sentence ends that were not typed;
- ages said without a number of their own: `births`, `bumps`, `newborn`, `school`, `stages`;
- another family's child, told of to compare, is left out by `compared`;
- `telegram` and `notes` are read only where nothing else was heard ("screams at socks. 5");
- `learned` judges every number beside the rules, `weighing` lets it overrule them, `labelled` is what it learns from.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from datetime import date

from bot.nlu.ages.births import Stage, find_births
from bot.nlu.ages.bumps import find_bumps, find_young_parent
from bot.nlu.ages.compared import are_own
from bot.nlu.ages.grown import find_grown
from bot.nlu.ages.newborn import find_newborn
from bot.nlu.ages.numbers import AgeMention, Chances, read_numbers
from bot.nlu.ages.patterns import PARENT
from bot.nlu.ages.school import SIBLINGS, find_school_years, now_at_school
from bot.nlu.ages.stages import find_stages
from bot.nlu.ages.stops import read_tokens
from bot.nlu.ages.subject import window_back
from bot.nlu.ages.telegram import find_telegram_ages
from bot.nlu.ages.tokens import Token, quantities
from bot.nlu.ages.weighing import Net
from bot.nlu.ages.words import CHILD_WORDS, MOST_NUMBERS, PLURAL, YOUNG_PARENT, words
from bot.nlu.place.postcodes import blank_whole

__all__ = ["AgeMention", "find_ages", "scan_ages"]

_MOST_MONTHS_OF_A_BUMP = 12
_OF_A_PARENT = re.compile(rf"(?<!young )\b(?:{PARENT})\W{{0,3}}$")
_NURSERY_YEARS = words("nursery reception toddler")
_CORRECTED_BEFORE = re.compile(r"\b(?:corrected|adjusted)(?: age)?(?: is| of| at)?\W{0,3}$", re.IGNORECASE)
_CORRECTED_AFTER = re.compile(r"\W{0,2}(?:old )?(?:corrected|adjusted)\b", re.IGNORECASE)
_UNCORRECTED = re.compile(r"\b(?:actual|actually|real|chronological)(?: age)?(?: is| of)?\W{0,3}$", re.IGNORECASE)
_TOLD_WITHIN = 60  # letters
_WAS_IN = re.compile(
    r"\b(?:was|were|failed|passed|asked|requested|applied|tested|assessed|referred|did|had)\b(?:(?!\b(?:is|are|am|has|have|now|still|today|this|last|yesterday)\b|'s\b)[^.!?,;])* (?:and again )?in $"
)
_SINCE_WITHIN = 30  # letters
_SINCE = re.compile(r"\bsince (?:[a-z]+(?:['’]s)? )?$")
_NO_NAMES = CHILD_WORDS | words("he she they me bump one other both all each them mine")
_NO_CERTAIN_CHILD = words("he she they one other both all each who") | {""}
_MAY_BE_A_BABY = _NO_CERTAIN_CHILD | {"baby", "bairn"}
_MUM_OF = re.compile(r"\b(?:mum|mam|mom|mother|dad|father|parent) (?:of|to|with) (?:an?|two|three|her|his|\d)", re.IGNORECASE)
_YEARS_TO_A_PARENT = 15  # a writer who is so much older than a child that nobody is named for


def find_ages(text: str, today: date, *, asked: bool = False, net: Net | None = None) -> list[AgeMention]:
    """The children's ages now, in the order said; with ``asked``, a bare number answers "how old?".

    Dates of birth give an age on ``today`` (whole years, or the exact month under 2). Twins give two equal
    ranges. Where the rules are alone, as for an answer that was ``asked`` for, there is no ``net``.
    """
    text, said = blank_whole(text), text
    tokens = read_tokens(text)
    # Asked for as late as can be: the net waits for the encoder, which reads beside the rules.
    chances = functools.cache(lambda: _chances(said, tokens, net))
    found = _scan(text, tokens, today, asked, chances)[0]
    # "Wor lass is 28 wick gone" is of a bump.
    if grown := [one for one in find_grown(text) if not any(one.start < mention.end and mention.start < one.end for mention in found)]:
        return sorted([*found, *grown], key=lambda mention: mention.start)
    if found and not all(_is_a_stage(mention) or mention.hi == 0 for mention in found):
        return found
    bare = [
        AgeMention(lo, hi, start, end, text[start:end])
        for lo, hi, start, end in find_telegram_ages(tokens, chances())
    ]
    if found and all(mention.hi == 0 for mention in found):
        return sorted([*found, *_besides(found, bare, text)], key=lambda mention: mention.start)
    # "Two years nine months" is closer than the "nursery" said beside it; another child's stage stands.
    same = _may_be_same if found and found[0].words.lower() in _NURSERY_YEARS else _overlaps
    closer = bare and len(found) == 1 and found[0].lo >= 0 and all(same(mention, found[0]) for mention in bare)
    return bare if not found or closer else found


def _besides(bumps: list[AgeMention], bare: list[AgeMention], text: str) -> list[AgeMention]:
    """The ages of other children beside a bump; of the bump itself "28 weeks" is none, nor is "mum, 22" a child's."""
    return [
        age
        for age in bare
        if age.hi > _MOST_MONTHS_OF_A_BUMP
        and not _OF_A_PARENT.search(text[: age.start].lower())
        and not any(bump.start < age.end and age.start < bump.end for bump in bumps)
    ]


def _is_a_stage(mention: AgeMention) -> bool:
    """Whether an age of a year at least was said without digits: "reception", "sixth form", "toddler"."""
    return not any(letter.isdigit() for letter in mention.words) and mention.hi - mention.lo >= 12


def _chances(text: str, tokens: list[Token], net: Net | None) -> dict[int, float]:
    """How likely each number is an age, by where it starts in the text."""
    numbers = [number for number in quantities(tokens) if number.value][: MOST_NUMBERS * 4] if net is not None else []
    chances = net.chances(text, tokens, numbers) if net is not None and numbers else []
    return {tokens[number.first].start: chance for number, chance in zip(numbers, chances) if chance is not None}


def scan_ages(text: str, today: date, *, asked: bool = False) -> tuple[list[AgeMention], list[AgeMention]]:
    """The ages that hold, and those the writer takes back ("sorry, 7 not 17" takes back 17)."""
    text = blank_whole(text)
    return _scan(text, read_tokens(text), today, asked, dict)


def _scan(
    text: str, tokens: list[Token], today: date, asked: bool, chances: Chances
) -> tuple[list[AgeMention], list[AgeMention]]:
    births = find_births(text, today, asked=asked)
    bumps = find_bumps(tokens)
    years = find_school_years(tokens)
    taken = [(found.start, found.end) for found in (*births, *bumps, *years)]
    numbers, rejected = read_numbers(text, tokens, taken, chances, asked=asked, bumps=bool(bumps))
    school = [_mention(text, stage) for stage in now_at_school(tokens, years) if not _is_over(text, stage, numbers)]
    born = [_mention(text, stage) for stage in births for _ in range(_born_together(tokens, stage))]
    if numbers:  # "he's 15 and hasn't been out since his 13th birthday"
        born = [mention for mention in born if not _SINCE.search(text[max(0, mention.start - _SINCE_WITHIN) : mention.start].lower())]
    exact = sorted([*numbers, *born], key=lambda found: found.start)
    exact = _same_child_once(_without_corrected(text, exact))
    young = find_young_parent(tokens, bumps[0]) if bumps else None
    if young is not None and not any(mention.start < young.end and young.start < mention.end for mention in exact):
        _insert(exact, _mention(text, young))
    exact = _add_other_children(exact, [m for m in school if not any(_overlaps(m, n) for n in exact)])
    small = any(found.lo >= 9 and found.hi <= 60 for found in exact)
    stages = [
        _mention(text, stage)
        for stage in find_stages(tokens, alone=not exact, asked=asked or len(tokens) <= 2, small=small)
    ]
    newborn = find_newborn(tokens)
    if bumps or newborn:  # the baby that is spoken of is the one to come, or the one whose weeks are said
        stages = [stage for stage in stages if stage.hi != 12]
    exact = _add_other_children(exact, stages if newborn is None else [_mention(text, newborn), *stages])
    for stage in bumps:
        _insert(exact, _mention(text, stage))
    told = _without_young_parent(exact, of_a_parent=_MUM_OF.search(text) is not None)
    own = are_own(text, [mention.start for mention in told])
    return [_without_name(mention) for mention, is_own in zip(told, own, strict=True) if is_own], rejected


def _is_over(text: str, year: Stage, numbers: list[AgeMention]) -> bool:
    """ "He was on a part-time timetable in Year 9 ... he's 17 now", "failed her phonics in year 2, she's 8": told of the same child, who is older."""
    older = any(age.lo >= year.hi and age.who in _NO_CERTAIN_CHILD | {year.who} for age in numbers)
    return older and _WAS_IN.search(text[max(0, year.start - _TOLD_WITHIN) : year.start].lower()) is not None


def _without_corrected(text: str, mentions: list[AgeMention]) -> list[AgeMention]:
    """ "11 months, corrected age 8 months": of a child born early; the real age counts where both are said, and is told in months too."""
    real = [mention for mention in mentions if not _is_corrected(text, mention)]
    if len(real) == len(mentions):
        return mentions
    return [_in_months(mention) if _UNCORRECTED.search(text[: mention.start]) else mention for mention in real] or mentions


def _in_months(mention: AgeMention) -> AgeMention:
    """ "Corrected age 9 months, actual 12" is of a child of 12 months, and not of 12 years."""
    months = mention.lo // 12
    return replace(mention, lo=months, hi=months + 1) if mention.words.isdigit() and mention.lo == months * 12 else mention


def _is_corrected(text: str, mention: AgeMention) -> bool:
    return bool(_CORRECTED_BEFORE.search(text[: mention.start]) or _CORRECTED_AFTER.match(text[mention.end :]))


def _without_young_parent(mentions: list[AgeMention], *, of_a_parent: bool) -> list[AgeMention]:
    """ "I'm 21 and she's three months", "my 4yo bites, I'm 23 on my own": the writer is the baby's mother or father, whose age is no child's.

    With ``of_a_parent``, "Mum of a 2 year old. She's 24" tells of her so."""
    parents = ("me", "she", "he") if of_a_parent else ("me",)
    children = [mention for mention in mentions if mention.lo >= 0 and mention.who in _MAY_BE_A_BABY]
    baby = any(child.hi <= 24 for child in children)
    return [
        mention
        for mention in mentions
        if mention.who not in parents
        or mention.lo < YOUNG_PARENT
        or not (baby or any(mention.lo - child.hi >= _YEARS_TO_A_PARENT * 12 for child in children))
    ]


def _without_name(mention: AgeMention) -> AgeMention:
    """Leaves out a child's own name: it tells children apart while reading, and is never kept."""
    named = mention.listed is not None or mention.who not in _NO_NAMES
    return replace(mention, who="", listed=None) if named else mention


def _born_together(tokens: list[Token], birth: Stage) -> int:
    """How many children one date of birth is said of."""
    at = next((at for at, token in enumerate(tokens) if token.start >= birth.start), len(tokens))
    before = set(window_back(tokens, at).split())
    return 3 if "triplets" in before else 2 if "twins" in before or ("twin" in before and before & PLURAL) else 1


def _same_child_once(mentions: list[AgeMention]) -> list[AgeMention]:
    """Leaves out an age said again of the same child, and joins "8, nearly 9" into the closer one."""
    kept: list[AgeMention] = []
    for mention in mentions:
        same = next((at for at, other in enumerate(kept) if _said_again(other, mention)), None)
        if same is None:
            kept.append(mention)
            continue
        if mention.hi - mention.lo < kept[same].hi - kept[same].lo:
            named = kept[same] if kept[same].who else mention
            kept[same] = replace(mention, who=named.who, listed=named.listed)
    return kept


def _said_again(first: AgeMention, second: AgeMention) -> bool:
    """Whether a second age is the first child's again: "my son is 8 ... he's 8"; not "M 8, M 8", nor twins."""
    if (first.start, first.end) == (second.start, second.end) or not _overlaps(first, second):
        return False
    if first.listed is not None and second.listed is not None:
        return first.listed == second.listed
    return first.who == second.who or bool({first.who, second.who} & _NO_CERTAIN_CHILD)


def _overlaps(first: AgeMention, second: AgeMention) -> bool:
    """Whether both may be one age: 8 and "nearly 9", 3 and "40 months"."""
    return first.lo < second.hi and second.lo < first.hi


def _may_be_same(first: AgeMention, second: AgeMention) -> bool:
    """Whether two ages are a year apart at most, so that the stage of one child may have been said beside the age."""
    return first.lo < second.hi + 12 and second.lo < first.hi + 12


def _add_other_children(exact: list[AgeMention], more: list[AgeMention]) -> list[AgeMention]:
    """Adds school years and stages, except where they only repeat the age of a child already given."""
    result = list(exact)
    for mention in more[:MOST_NUMBERS]:
        if not any(_may_be_same(mention, other) and not _is_a_siblings(mention, other) for other in exact):
            _insert(result, mention)
    return result


def _is_a_siblings(mention: AgeMention, other: AgeMention) -> bool:
    """ "The 3 yr old ... and her sister up in Reception": another child, though a year apart; not "her brother starts reception, he's 4"."""
    told_before = other.start < mention.start and other.who not in SIBLINGS | {"me"}
    return mention.who in SIBLINGS and told_before and not _overlaps(mention, other)


def _insert(mentions: list[AgeMention], mention: AgeMention) -> None:
    """Puts a mention in the order said; those there keep the place where their child was first named."""
    at = next((at for at, other in enumerate(mentions) if other.start > mention.start), len(mentions))
    mentions.insert(at, mention)


def _mention(text: str, stage: Stage) -> AgeMention:
    """A stage, a birth or a bump with the words that said it."""
    return AgeMention(stage.lo, stage.hi, stage.start, stage.end, text[stage.start : stage.end], stage.who)
