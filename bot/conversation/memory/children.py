"""Which children an enquiry is about after a message: one more, the same again, another in the place of the one before, or one less."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.enquiry import AgeRange, Child
from bot.nlu.children import BOYS, GIRLS, STAGES, ranked_one, split_children
from bot.nlu.correction import Correction

# Words for a child that say which one is meant: two of different groups are two children.
GROUP_OF = {**dict.fromkeys(BOYS | {"him"}, "boy"), **dict.fromkeys(GIRLS | {"her"}, "girl"), **dict.fromkeys(("me", "i"), "me")}
# Said of a child who takes the place of the one before: "sorry, it's for his sister".
_PUT_WRONG = r"typo|auto\s?correct\w*|predictive|(?:phone|it|thumb|spell\s?check)(?:'?s|\s+has)?\s+(?:put|changed|typed|wrote|corrected)"
_INSTEAD = re.compile(
    rf"\b(?:sorry|actually|instead|oops|meant?|{_PUT_WRONG}|not\s+(?:for\s+)?(?:him|her|them|me|my\s+\w+)|wrong\s+(?:child|one))\b|^\W*(?:(?:ah|oh|er|erm|wait|hang\s+on)\W+)*no\b|(?:^\W*|[.!?]\s+)(?:it'?s|this\s+is|it\s+is)\s+(?:for|about)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"^\W*(?:no\W+)?(?:just|only)\s+(?:for\s+|about\s+)?(?:the|my|our)\b", re.IGNORECASE)
_AS_WELL = re.compile(r"\b(?:also|too|as\s+well|same|both|another(?!\s+(?:year|term|month|week|day|appointment|go|chance|time)\b)|and\s+(?:my|his|her|our))\b", re.IGNORECASE)
# "We have a 6 year old too", "my 7 year old": a child who is brought in, and not the one spoken of with a new age.
_BRINGS_IN = re.compile(
    r"\b(?:have|got|there'?s|plus|also)\s+(?:also\s+)?(?:got\s+)?(?:an?|my|our)\b"
    r"|\b(?:my|our|wor|an?)\s+[\w½]+[\s-]*(?:(?:years?|yrs?|y|months?|mths?)[\s-]*o(?:lds?)?|yo|y/o)\b",
    re.IGNORECASE,
)
# Said of one more child, whatever the words for the first were.
ANOTHER = re.compile(
    r"\b(?:(?:his|her|their|the|little|big|baby|older|younger|twin)\s+(?:brother|sister|twin)|siblings?"
    r"|(?:my|our|wor|the|me)\s+other|(?:my|our|wor|me)\s+(?:own|birth|biological|real)\s+(?:\w+\s+)?(?:son|daughter|child|lad|lass|lassie|kid|bairn|boy|girl|baby|toddler|one|un)\b|other\s+(?:ones?|1)\b|another\s+(?:one|son|daughter|child|lad|lass|kid|bairn|boy|girl)"
    r"|second\s+(?:child|son|daughter)|(?:eldest|oldest|youngest|middle)\b|(?:little|big|older|younger)\s+(?:one|un)\b)",
    re.IGNORECASE,
)
# "The baby", where the child spoken of so far is none.
_LITTLE_ONE = re.compile(r"(?:^\W*(?:and\s+|also\s+|then\s+)?|[.,;]\s+(?:and\s+)?|\b(?:the|my|our|wor|a|me)\s+)(?:new\s+)?(?:baby|toddler|little\s+(?:one|un))(?:'?s)?\b", re.IGNORECASE)
# "Small daughter has 6 years", "me big lad's 15": which one it is is said by size, where the known child is much older or younger.
_BY_SIZE = re.compile(r"\b(?:small|smaller|little|littlest|wee|big|bigger|older|younger)\s+(?:one|un|1|son|daughter|lad|lass|boy|girl|bairn|child|brother|sister)\b", re.IGNORECASE)
_LITTLE = 36  # months
_YEARS_YOUNGER = 24  # months
# "My daughter is fine": a child who was spoken of by mistake.
_NAMED_OUT = re.compile(r"\[name\](?:'s|\s+is)\s+(?:absolutely\s+|all\s+)?(?:fine|ok|okay|alright)\b|\b(?:it'?s|it\s+is|meant?)\s+not\s+(?:for|about)\s+\[name\]|\bnot\s+\[name\]", re.IGNORECASE)
# All the children are told of at once: "two kids, 8 and 12".
_COUNTS_THEM_ALL = re.compile(r"\b(?:two|three|four|2|3|4)\s+(?:kids|children|bairns|of\s+them)\b", re.IGNORECASE)
_MISTAKEN = re.compile(rf"\b(?:sorry|soz|oops|meant?|wrong|wrang|mistake|{_PUT_WRONG})\b", re.IGNORECASE)


def of_the_known_baby(memory: Memory, heard: Heard) -> Heard:
    """ "Is the baby too young for it", of 18 months: no more is told than who is meant."""
    if ANOTHER.search(heard.text):
        return heard
    known = [child.age for child in memory.children if child.age is not None]
    called = {word: sum(lo <= age[0] < hi for age in known) for word, (lo, hi) in STAGES.items()}
    told = tuple(age for age in heard.ages if not (called.get(age.words.lower()) == 1 and _THE.search(heard.text[: age.start])))
    return dataclasses.replace(heard, ages=told) if len(told) < len(heard.ages) else heard


def children_after(memory: Memory, heard: Heard, correction: Correction | None, needs: tuple[str, ...]) -> tuple[Child, ...]:
    """The children as they stand after ``heard``; ``needs`` are those of the whole enquiry."""
    if correction and correction.only_needs_words and not heard.ages and _are_somebody_s(memory, heard):
        return memory.children  # "the big one's dry now. Just the biting": whose it is stands
    return _take_the_place(memory, heard, correction, needs) or _children(memory, heard, correction)


def _are_somebody_s(memory: Memory, heard: Heard) -> bool:
    """Whether every need that was heard is one of the children's already."""
    return heard.said <= {need for child in memory.children for need in child.needs}


def _take_the_place(
    memory: Memory, heard: Heard, correction: Correction | None, needs: tuple[str, ...]
) -> tuple[Child, ...] | None:
    """The other child alone, where the enquiry was never about the one before; None where that is not said."""
    if not (correction and correction.other_child) or len(memory.children) != 1:
        return None
    named_out = _NAMED_OUT.search(heard.text)
    if not named_out and (correction.same_needs or not _INSTEAD.search(heard.text) or _AS_WELL.search(heard.text)):
        return None
    spans = [(said.need, said.start, said.end) for said in heard.needs]
    described = [child for child in split_children(heard.text, heard.ages, spans) if child.age]
    new = described[-1] if described else Child(who=correction.who)
    return (dataclasses.replace(new, needs=needs, who=new.who or correction.who),)


def _children(memory: Memory, heard: Heard, correction: Correction | None) -> tuple[Child, ...]:
    spans = [(said.need, said.start, said.end) for said in heard.needs]
    described = split_children(heard.text, heard.ages, spans)
    children = list(memory.children)
    little_one = len(children) == 1 and any(_is_the_little_one(children[0], child, heard.text) for child in described)
    if correction and correction.rejected_ages and correction.new_ages and not little_one:
        return _put_right(memory.children, correction)
    aged = [child.age for child in described if child.age]
    several = len(aged) > 1
    known_all = several and len(set(aged)) == len(aged) and set(aged) <= {child.age for child in children}
    told_again = known_all or _COUNTS_THEM_ALL.search(heard.text) is not None
    if _ONLY.search(heard.text) and len(described) == 1 and described[0].age:
        meant = [child for child in children if child.age == described[0].age]
        if meant:
            return (meant[0],)
    known_by = _called_by_their_ages(heard)
    for child in described:
        if child.age is None and len(described) == 1 and not (correction and correction.other_child):
            _give_needs(children, child, memory.about_child, heard.text)
            continue
        again = child.age in known_by
        at = _same_child(children, child, heard.text, correction, again=again) if not (several and child.age) else _counted_again(memory.children, child, told_again or again)
        if at is None:
            children.append(child)
        else:
            known = children[at]
            children[at] = Child(
                closer(child.age, known.age), tuple(dict.fromkeys((*known.needs, *child.needs))), child.who or known.who
            )
    if correction and correction.other_child and not described and _is_new(children, correction.who):
        children.append(Child(who=correction.who))  # "and the same for my daughter": her age is still to be asked
    if correction and correction.same_needs and children:
        # "The same for my daughter": what stood holds for her too.
        children[-1] = children[-1].with_needs((*children[-1].needs, *memory.needs))
    if correction and correction.all_children:
        everybody = [need for child in children for need in child.needs]
        children = [child.with_needs(everybody) for child in children]
    return tuple(children)


def _called_by_their_ages(heard: Heard) -> frozenset[AgeRange]:
    """The ages that somebody who was told of is called by: "the 7 year old bites the little one"."""
    return frozenset((age.lo, age.hi) for age in heard.ages if not age.words.isdigit() and _THE.search(heard.text[: age.start]))


_THE = re.compile(r"\b(?:the|my|our|wor)\s+$", re.IGNORECASE)


def _counted_again(known: tuple[Child, ...], child: Child, again: bool) -> int | None:
    """Which known child "I have two kids, 8 and 12" or "not the 6 year old, only the 13 year old" tells of ``again``, or None for one more."""
    ages = [one.age for one in known]
    return ages.index(child.age) if child.age in ages and again else None


def _put_right(children: tuple[Child, ...], correction: Correction) -> tuple[Child, ...]:
    """ "Sorry, 7 not 17": the child with the rejected age, else the last one, has the new age."""
    ages = [child.age for child in children]
    if 1 < len(correction.new_ages) == len(ages) and tuple(ages) == correction.rejected_ages:  # "sorry, 5 and 8"
        pairs = zip(children, correction.new_ages, strict=True)
        return tuple(dataclasses.replace(child, age=age) for child, age in pairs)
    if len(correction.new_ages) > len(ages) and set(ages) <= set(correction.new_ages):  # "sorry, two kids, 8 and 12", of the one of 8
        return (*children, *(Child(age=age) for age in correction.new_ages if age not in ages))
    at = next((ages.index(age) for age in correction.rejected_ages if age in ages), len(children) - 1)
    if at < 0:
        return tuple(Child(age=age) for age in correction.new_ages)
    corrected = dataclasses.replace(children[at], age=correction.new_ages[0])
    return (*children[:at], corrected, *children[at + 1 :])


def closer(new: AgeRange | None, known: AgeRange | None) -> AgeRange | None:
    """The new age, unless it only says more widely what is known: "he's 4", then "nursery"."""
    if new is None or known is None:
        return new or known
    return known if new != known and new[0] <= known[0] and known[1] <= new[1] else new


def _give_needs(children: list[Child], described: Child, about_child: int | None, text: str) -> None:
    """Needs said with no age go to the child that the word points at, else to the only one or the one talked of."""
    at = _by_word(children, described.who)
    if at is None:
        at = ranked_one(text, [child.age for child in children])  # "the baby isn't sitting up"
    if at is None and len(children) == 1:
        at = 0
    if at is None and not described.who and about_child is not None:
        at = about_child
    if at is None and not children:
        children.append(described)
    elif at is not None:
        known = children[at]
        children[at] = known.with_needs((*known.needs, *described.needs))


def _same_child(children: list[Child], child: Child, text: str, correction: Correction | None, *, again: bool) -> int | None:
    """Which known child is meant, or None for one more; ``again`` where the age is what a known child is called by."""
    if correction and correction.other_child:
        return _by_word(children, correction.who) if GROUP_OF.get(correction.who) else None
    # "Nursery won't have her" says no more than that she is 4.
    same_age = [at for at, known in enumerate(children) if known.age is not None and child.age is not None and closer(child.age, known.age) == known.age]
    if not (_MISTAKEN.search(text) and len(children) == 1):  # "my phone's put lad, it's my lass, she's still 7"
        same_age = [at for at in same_age if not _of_two_groups(child, children[at])]  # twins, told of one by one
    if same_age and (again or not ANOTHER.search(text)):
        return same_age[0]  # "and the 11-year-old is worried" is one of those already spoken of
    if len(children) == 1 and _is_told_by_size(children[0], child, text):
        return None
    by_word = _by_word(children, child.who)
    if by_word is not None and not ANOTHER.search(text):
        return by_word
    without_age = [at for at, known in enumerate(children) if known.age is None]
    if without_age:
        return without_age[0]
    if ANOTHER.search(text):
        return None
    only = children[0] if len(children) == 1 else None
    if only and (_is_brought_in(only, child, text) or _is_the_little_one(only, child, text)):
        return None
    return 0 if only and not _of_two_groups(child, only) else None


def _is_told_by_size(known: Child, child: Child, text: str) -> bool:
    """Whether "small daughter has 6 years" is said of another than the known one of 12, and puts nothing right."""
    if known.age is None or child.age is None or not _BY_SIZE.search(text) or _MISTAKEN.search(text):
        return False
    return child.age[0] >= known.age[1] + _YEARS_YOUNGER or known.age[0] >= child.age[1] + _YEARS_YOUNGER


def _of_two_groups(one: Child, other: Child) -> bool:
    """Whether the words for them tell two children apart: a son and a daughter."""
    groups = {GROUP_OF.get(one.who), GROUP_OF.get(other.who)}
    return None not in groups and len(groups) > 1


def _is_brought_in(known: Child, child: Child, text: str) -> bool:
    """Whether an age that the known child cannot have is said of a child in words that bring one in."""
    if known.age is None or child.age is None or (_INSTEAD.search(text) and not _AS_WELL.search(text)):
        return False
    apart = child.age[0] >= known.age[1] or known.age[0] >= child.age[1]
    return apart and bool(_BRINGS_IN.search(text) or _AS_WELL.search(text))


def _is_the_little_one(known: Child, child: Child, text: str) -> bool:
    """Whether a baby or toddler is spoken of, who cannot be the known child."""
    if known.age is None or child.age is None or _MISTAKEN.search(text):
        return False
    younger = child.age[1] <= _LITTLE <= known.age[0] or child.age[0] + _YEARS_YOUNGER <= known.age[0]
    return younger and bool(_LITTLE_ONE.search(text))


def child_called(words: str, children: Sequence[Child]) -> int | None:
    """Which of several children "her", "the lad" or "the little one" means: by the last word, else by who is older; None where none or several may be."""
    at = _by_word(children, words.split()[-1].lower())
    return at if at is not None else ranked_one(words, [child.age for child in children])


def is_the_writer(child: Child) -> bool:
    """Whether a child is the young person who writes."""
    return GROUP_OF.get(child.who) == "me"


def _by_word(children: Sequence[Child], who: str) -> int | None:
    group = GROUP_OF.get(who)
    found = [at for at, known in enumerate(children) if group and GROUP_OF.get(known.who) == group]
    return found[-1] if len(found) == 1 else None


def _is_new(children: list[Child], who: str) -> bool:
    """Whether the word is for a girl or a boy, and none of them has been spoken of."""
    group = GROUP_OF.get(who)
    return group is not None and all(known.who and GROUP_OF.get(known.who) != group for known in children)
