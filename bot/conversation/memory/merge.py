"""How a new message changes what stands: corrections replace, additions add, "start again" clears."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from bot.conversation.asking import FEW_WORDS
from bot.conversation.heard import Heard
from bot.conversation.memory import Memory
from bot.conversation.memory.children import children_after, is_the_writer, of_the_known_baby
from bot.conversation.memory.home import home_after
from bot.conversation.memory.meant import (
    OLD_ENOUGH_TO_WRITE,
    WORN_OUT,
    answer_to_question,
    assessed_for_it,
    has_been_tested,
    of_a_body,
    of_the_way_there,
    of_the_writer,
    safe_for_now,
    without_an_age_to_come,
    without_the_writer_s_hearing,
    without_what_is_denied,
)
from bot.conversation.memory.needs import FOR_THE_WRITER, needs_after, on_the_way_to_school
from bot.conversation.memory.put_away import called_back, opens_another, put_away
from bot.conversation.memory.who_is_left import fine_ones, left_out, one_more_is_fine, without_the_fine_one
from bot.conversation.memory.whom import (
    THE_SAME,
    of_another_family,
    of_the_other,
    of_the_sibling,
    talked_about,
    the_one_who,
    whose_need_is_over,
    without,
    without_ages_of,
)
from bot.enquiry import Child
from bot.nlu.ages.patterns import ONE_TO_TWELVE
from bot.nlu.correction import Correction, find_correction
from bot.nlu.needs.dismissed import only_sets_aside
from bot.nlu.voice import Voice, find_voice, has_diagnosis, has_ehc_plan

# "What about his sister, she's 9": where no need is said, what is asked for is what stands.
_ASKED_FOR_TOO = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|right|thanks|ta)\W+)*(?:what|how)\s+about\s+(?:for\s+)?(?:his|her|my|our|wor|their|the)\b", re.IGNORECASE
)
_FINE = re.compile(r"\b(?:fine|ok|okay|alright)\b", re.IGNORECASE)
# "And his brother too, 11".
_HIM_TOO = re.compile(
    r"^\W*(?:and|plus|also)?\W*(?:for\s+)?(?:his|her|my|our|wor|their|the)\s+(?:\w+\s+)?(?:brother|sister|twin|son|daughter|lad|lass|bairn|boy|girl|one|eldest|youngest)\s+(?:too|an?'?\s+all|as\s+well|also)\b"
    rf"(?:\W+(?:he'?s|she'?s|who'?s|is|aged|age|only|just|nearly)){{0,3}}\W*(?:\d{{1,2}}½?|{ONE_TO_TWELVE}|\w+teen)?(?:yo|y|m|\s+(?:and\s+a\s+half|years?(?:\s+old)?|months?(?:\s+old)?))?\W*$",
    re.IGNORECASE,
)


def merge(memory: Memory, heard: Heard, today: date) -> Memory:
    """The memory after ``heard``. Pure: the same two always give the same."""
    memory = called_back(memory, heard) or memory
    stands = bool(memory.needs or memory.children or memory.locality)
    memory, correction = _what_is_left(memory, heard, today)
    heard = answer_to_question(memory, heard, today)
    heard = of_the_sibling(of_a_body(heard))
    heard = safe_for_now(memory, heard)
    heard = of_the_writer(memory, without_the_writer_s_hearing(memory, heard))
    heard = of_the_way_there(memory, without_an_age_to_come(memory, of_the_known_baby(memory, heard)))
    memory, heard = without_what_is_denied(memory, heard)
    if stands and (only_sets_aside(heard.text) or one_more_is_fine(heard.text)) and not fine_ones(memory.children, heard):
        # "There's a baby as well but she's fine": nobody who needs anything comes in.
        heard = dataclasses.replace(heard, needs=(), ages=())
    memory, heard = has_been_tested(memory, assessed_for_it(memory, heard))
    if correction is not None and correction.other_child:
        memory, heard = of_the_other(memory, heard)
    if fine := fine_ones(memory.children, heard) or whose_need_is_over(memory, heard.text):
        memory, heard = without(memory, fine), without_ages_of(fine, heard)
        correction = None
    gone = left_out(memory.children, heard)
    if gone is not None:
        memory, heard = without(memory, gone[0]), gone[1]
        correction = None
    asked_for_too = stands and _is_asked_for_too(heard)
    if asked_for_too:
        heard = dataclasses.replace(heard, needs=())
    says_the_same = bool(memory.needs and (THE_SAME.search(heard.text) or asked_for_too))
    if says_the_same:
        heard = heard.without(*(heard.said - set(memory.needs)))
    everybody = bool(correction and correction.all_children)
    if everybody and memory.about_child is not None:
        correction = None  # "both of them again" leaves each child's needs as they are
    needs = needs_after(memory, heard, correction)
    children = children_after(memory, heard, correction, needs)
    needs = on_the_way_to_school(needs, memory, children)
    children = without_the_fine_one(children, heard.text) if stands else children
    if says_the_same and len(children) > len(memory.children):
        children = (*children[:-1], children[-1].with_needs(memory.needs))
    return dataclasses.replace(
        memory,
        needs=needs,
        # What is no longer a need of the enquiry is no longer a child's.
        children=tuple(child.with_needs(need for need in child.needs if need in needs) for child in children),
        locality=home_after(memory, heard, correction),
        has_diagnosis=_latest(has_diagnosis(heard.text), memory.has_diagnosis),
        has_ehc_plan=_latest(has_ehc_plan(heard.text), memory.has_ehc_plan),
        voice=_for_whom(_voice_said(memory, heard) or _likely_voice(memory, heard, children), children),
        alarm=heard.safety if heard.safety != "none" else memory.alarm,
        about_child=talked_about(memory, heard, children) if not everybody else None,
    )


def _what_is_left(memory: Memory, heard: Heard, today: date) -> tuple[Memory, Correction | None]:
    """What of the enquiry goes on, and what the message puts right of it; a first message has nothing before it to put right."""
    if opens_another(memory, heard):
        return put_away(memory, heard.text), None
    memory = of_another_family(memory, heard)
    if not (memory.needs or memory.children or memory.locality) or the_one_who(heard, memory.children) is not None:
        return memory, None  # "what about the lad who won't go into school" tells of nobody new
    correction = find_correction(heard.text, today, memory.as_enquiry())
    if correction is None or not correction.restart:
        return memory, correction
    anew = put_away(memory, heard.text) if correction.next_family else Memory(voice=memory.voice)
    return dataclasses.replace(anew, locality=memory.locality if correction.same_place else anew.locality), correction


def _is_asked_for_too(heard: Heard) -> bool:
    """Whether all that is said is that a brother or a sister has it too, or what there is for one: nobody who misses out."""
    text = heard.text
    asked = heard.length <= FEW_WORDS and heard.said <= {"sibling_young_carer"} and _ASKED_FOR_TOO.match(text)
    return bool(asked or _HIM_TOO.match(text)) and not _FINE.search(text)


def _voice_said(memory: Memory, heard: Heard) -> str | None:
    """Who writes, as the words say; a foster carer whose "own daughter is 12" is one still."""
    said = find_voice(heard.text)
    return memory.voice if said is None or (said == "parent" and memory.voice in ("foster_carer", "grandparent")) else said


def _for_whom(voice: str | None, children: tuple[Child, ...]) -> str | None:
    """Who is written to: a young person who asks only for a brother or sister is not told of "help for you"."""
    others = any(child.needs and child.age and not is_the_writer(child) for child in children)
    own = any(child.needs and is_the_writer(child) for child in children)
    aged = any(child.age and is_the_writer(child) for child in children)
    return None if voice == "young_person" and others and not own and aged else voice


def _likely_voice(memory: Memory, heard: Heard, children: tuple[Child, ...]) -> Voice | None:
    """Who likely writes; nobody of whom only a little child is known, or who asked for help as a parent, writes as the young person."""
    ages = [child.age for child in children if child.age is not None]
    too_young = bool(ages) and all(age[1] <= OLD_ENOUGH_TO_WRITE for age in ages)
    worn_out = FOR_THE_WRITER in heard.said and WORN_OUT.search(heard.text) is not None
    grown_up = worn_out or FOR_THE_WRITER in memory.needs or _OF_A_MARRIAGE.search(heard.text) is not None
    return None if heard.likely_voice == "young_person" and (too_young or grown_up) else heard.likely_voice


_OF_A_MARRIAGE = re.compile(r"\b(?:wife|husband|hubby|missus)\b", re.IGNORECASE)


def _latest(new: bool | None, old: bool | None) -> bool | None:
    return old if new is None else new
