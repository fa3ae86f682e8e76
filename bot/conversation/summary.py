"""What stands in the enquiry, in one line that a family can check: "sleep, for a 4-year-old, near Crook"."""

from __future__ import annotations

from bot.answer.age_words import age_words
from bot.answer.voices import address
from bot.answer.words import join_words, need_words
from bot.conversation.memory import Memory
from bot.conversation.memory.needs import DOMESTIC_ABUSE
from bot.enquiry import AgeRange, Locality
from bot.nlu.children import FAMILY_NEEDS

# Not in a line that stays on the page, where whoever picks up the telephone could read it.
_NOT_FOR_SHOW = frozenset({DOMESTIC_ABUSE})


def summarise(memory: Memory) -> str:
    """One line, or "" when nothing has been said yet. Several children have their own needs beside them."""
    needs = tuple(need for need in memory.needs if need not in _NOT_FOR_SHOW)
    by_child = child_words(memory, needs)
    parts = [by_child] if by_child else []
    if not by_child and needs:
        parts.append(need_words(needs))
    ages = ages_in_question(memory, needs)
    if not by_child and ages:
        parts.append(f"for {join_words([age_words(age) for age in ages])}")
    if memory.locality:
        parts.append(place_words(memory.locality))
    return address(", ".join(parts), memory.voice)


def child_words(memory: Memory, needs: tuple[str, ...]) -> str:
    """ "sleep for a 9-year-old and talking for a 3-year-old", where several children have needs of their own."""
    owned = [
        (child, tuple(need for need in needs if need in child.needs)) for child in memory.children if child.age is not None
    ]
    if len(owned) < 2 or not all(own for _, own in owned) or len({own for _, own in owned}) == 1:
        return ""
    said = [f"{need_words(own)} for {age_words(child.age)}" for child, own in owned if child.age]
    anybody = tuple(need for need in needs if not any(need in own for _, own in owned))
    return join_words([*said, *([need_words(anybody)] if anybody else [])])


def ages_in_question(memory: Memory, needs: tuple[str, ...]) -> list[AgeRange]:
    """The ages of the children who need something ("brother 6 fine" is not one); of all, where it was said of none."""
    owned = {need for child in memory.children for need in child.needs}
    told = bool(owned) and set(needs) <= owned | FAMILY_NEEDS
    return [child.age for child in memory.children if child.age and (child.needs or not told)]


def place_words(place: Locality) -> str:
    """ "near Crook"; "in County Durham" where no town was said."""
    return f"in {place.name}" if place.kind == "area" else f"near {_shared_name(place)}"


def _shared_name(place: Locality) -> str:
    """ "Trimdon", of which there are three close by: nobody said which."""
    first = place.name.split()[0]
    shared = place.in_area and len(place.candidates) > 1 and all(name.split()[0] == first for name in place.candidates)
    return first if shared else place.name
