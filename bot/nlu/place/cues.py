"""What the words around a name say of it: that it is a place, or a person."""

from __future__ import annotations

import re

from bot.nlu.place.words import SMALL_NUMBERS, Word, phrase_set, word_set

PREPOSITIONS = word_set("in near nr around round roond outside by at towards ower over doon up doun within oot")
FILLERS = word_set("in at near from to over ower up down out just outside by doon ower round roond around the here now still")
CLOSE = word_set("near nearer nearest close closer closest next came local")
LIVE = word_set("live lives living stay stays staying bide bides home homes")
_LIVING = LIVE | word_set("lived based moved moving move come comes from were im flat house area")
_BEFORE_HOME = word_set("live lives living stay homes rehoused cover covers town village")  # "now in town Stanley"
_HEADS_A_LINE = word_set("home address")
_WHOLE = word_set("whole all middle centre side end outskirts edge top bottom village town parish")
_AFTER = word_set("area way village town centre estate side county co durham based local families mams mums dads")
# "Up past Crook", "a farm above Crook", but not "walked past Stanley" nor "a teacher above Winston".
_BEYOND = word_set("past above beyond")
_UP_TO_BEYOND = word_set("up out just over farm house miles mile bit way family")
# "Anything on Crook": said of what goes on there, the "in" left out.
_GOING_ON = word_set("whats anything owt something anythink nowt nothing groups classes")
# "Crook's where we live", "Chilton is my village".
_SAYS_HOME = phrase_set(
    "where i,where we,where im,where were,my village,our village,my town,our town,my nearest,our nearest,the nearest"
)
_I_LIVE = word_set("live stay bide am are im were")
_PARENTS = word_set("mam mum mummy dad lad lass family parent carer nana granda girl boy")
# A name right after one of these is somebody's own: "our Brandon", "uncle Winston".
_PERSON = word_set(
    """my our wor son lad bairn called named little uncle aunty auntie mr mrs miss ms dr doctor nurse granda grandad
    brother sister dad cousin friend his her with for and poor young daughter lass husband wife partner hi hello
    thanks is im cheers regards love"""
)
_SIGNS_OFF = word_set("thanks cheers regards love hi hello")
# Two words that say by themselves that a place follows.
_TOLD_IN_A_PAIR = phrase_set("home is,town is,village is,location is,came to,relocated to,i meant,i mean")
# A name that is an everyday word too.
_FEW_WORDS = 6
_SERVICES = word_set("group groups club clubs cafe clinic class classes course courses help support therapy service services")
_CHILD = word_set("girl boy male female child pupil lad lass")
_BEFORE_A_NOUN = word_set("a an the some this that is was are by for little my our his her and no not feel feels feeling go went little mr mrs miss ms dr")
_TIMES = word_set("evenings mornings afternoons weekends weekdays saturdays sundays please")


def is_person(words: list[Word], start: int, end: int) -> bool:
    """Whether the name is somebody's own: "our Brandon", but not "for Brandon area"."""
    if start == 0 or words[start - 1].ends_clause:
        return False
    after = words[end].key if end < len(words) and not words[end - 1].ends_clause else ""
    previous = words[start - 1].key
    if (start > 1 and (words[start - 2].key, previous) in _TOLD_IN_A_PAIR) or is_a_place_called([word.key for word in words[max(0, start - 4) : start]]):
        return False
    return previous in _PERSON and not (previous in ("for", "im", "is", "and", "with") and after in _AFTER)


def is_a_place_called(before: list[str]) -> bool:
    """ "A village called Crook", "a place near Bishop called Crook"."""
    return before[-1:] in (["called"], ["named"]) and bool(set(before) & _SETTLEMENTS)


_SETTLEMENTS = word_set("village town place somewhere estate hamlet")


def is_cued(words: list[Word], start: int, end: int) -> bool:
    """Whether the words around ``words[start:end]`` say that it is a place where somebody lives or is."""
    before = [word.key for word in words[max(0, start - 4) : start]]
    previous = before[-1] if before else ""
    after = [word.key for word in words[end : end + 2]]
    following = after[0] if after else ""
    if is_person(words, start, end) or following in ("dc", "usa", "america", "canada"):
        return False
    if "not" in (previous, following) or tuple(before[-2:]) in _TOLD_IN_A_PAIR:  # "Bishop not Barney" names two places
        return True
    heads_a_line = previous in _HEADS_A_LINE and (start < 2 or words[start - 2].ends_clause)  # "school in Lanchester, home Quebec"
    if previous in PREPOSITIONS or previous in _BEFORE_HOME or heads_a_line or _is_part_or_near(before) or is_a_place_called(before):
        return True
    if previous in ("from", "to") and any(word in _LIVING or word in _PARENTS for word in before[:-1]):
        return True
    if previous == "from" and len(before) == 1:
        return True
    if previous in FILLERS and any(word in _LIVING for word in before):
        return True
    if start == 0 and following in ("near", "nr"):
        return True
    if _is_one_from(words, start, end) or _says_home(words, end) or _is_near_in_a_pair(before):
        return True
    ends = words[end - 1].ends_clause or following in _GOES_ON_OF_HOME
    if previous == "were" and ends and (start < 2 or words[start - 2].ends_clause or words[start - 2].key == "but"):  # "we're Stanley"
        return True
    return _is_the_area_around(words, start, end)


_GOES_ON_OF_HOME = word_set("and but so")


def _is_the_area_around(words: list[Word], start: int, end: int) -> bool:
    """ "Crook area", "Stanley or near", but not "the Brandon family"."""
    after = [word.key for word in words[end : end + 2]]
    if after[:1] == ["or"]:
        return bool(set(after[1:]) & _OR_NEAR)
    named = start > 0 and not words[start - 1].ends_clause and words[start - 1].key in ("a", "the", "my", "this", "that")
    return bool(set(after[:1]) & _AFTER) and not named


_OR_NEAR = word_set("near nearby close around thereabouts")


def _is_one_from(words: list[Word], start: int, end: int) -> bool:
    """ "I'm a Barney lass", "Crook lad, 14", "Stanley mum of 2": whoever it is comes from there."""
    if end >= len(words) or words[end].key not in _PARENTS or words[end - 1].owns:
        return False
    following = words[end + 1].key if end + 1 < len(words) else ""
    opens = start == 0 or words[start - 1].ends_clause or words[start - 1].key in ("a", "an")
    return following == "here" or (opens and (words[end].ends_clause or following in _WITH_OR_WANTING))


_WITH_OR_WANTING = word_set("of with here needing looking wanting")


def _is_near_in_a_pair(before: list[str]) -> bool:
    """ "Up past Crook", "anything on Crook"."""
    last, earlier = before[-1:], before[-2:-1]
    if last and last[0] in _BEYOND:
        return not earlier or earlier[0] in _UP_TO_BEYOND
    return last == ["on"] and bool(set(earlier) & _GOING_ON)


def _says_home(words: list[Word], end: int) -> bool:
    """ "Crook is where we live", "Chilton's our village"."""
    after = [word.key for word in words[end : end + 4]]
    if after[:1] == ["is"]:
        del after[0]
    elif not words[end - 1].owns:
        return False
    return tuple(after[:2]) in _SAYS_HOME and (after[0] != "where" or bool(_I_LIVE & set(after[1:3])))


def _is_part_or_near(before: list[str]) -> bool:
    """ "The whole of Crook", "nearest to Crook"."""
    if len(before) < 2:
        return False
    return before[-2] in {"of": _WHOLE, "to": CLOSE}.get(before[-1], ())


_AGAIN = frozenset({"also", "again", "still"})


def is_own_clause(words: list[Word], start: int, end: int, *, anywhere: bool = True) -> bool:
    """Whether the name is all that its clause says: "Crook, 4 year old". Without ``anywhere`` only the last clause
    counts ("... hates noise. brandon"), because names of children begin messages."""
    ends = words[end - 1].ends_clause or (end < len(words) and words[end].key in ("but", "like"))  # "Crook but I'd drive"
    if not ends or (end < len(words) and not anywhere):
        return False
    if start == 0:
        return True
    again = start > 1 and words[start - 1].key in _AGAIN and words[start - 2].ends_sentence
    if again and any(any(letter.isdigit() for letter in word.key) for word in words[:start]):  # "boy in Y3, dyslexia. Also Belmont."
        start -= 1
    before = words[start - 1]
    # "I can't reach her. Brandon" is a sentence of its own; "it's him, Brandon" and "thanks. Stanley" are people.
    named = _SIGNS_OFF if before.ends_sentence else _PERSON
    return before.ends_clause and before.key not in named


def ends_a_few_words(words: list[Word], start: int, end: int) -> bool:
    """ "Speech therapy crook", "adhd crook 9": too short for a crook or a surname to be told of."""
    after = words[end:]
    numbers_only = all(word.key.isdigit() for word in after)
    return 1 < len(words) <= _FEW_WORDS and start > 0 and numbers_only and words[start - 1].key not in _BEFORE_A_NOUN


def is_a_clause_of_names(words: list[Word], start: int, end: int) -> bool:
    """ "... Who can make them? Pity Me", "Fir Tree, boy, 9": words written as a name that begin or end the message."""
    if end - start < 2 or not all(word.capital for word in words[start:end]):
        return False
    if start == 0:
        return end < len(words) and words[end - 1].ends_clause
    return end == len(words) and words[start - 1].ends_clause


def ends_but_for_times(words: list[Word], end: int) -> bool:
    """ "Parenting course Bishop evenings"."""
    return all(word.key in _TIMES for word in words[end:])


def follows_an_age_or_a_service(before: Word) -> bool:
    """ "... she's 8 Crook", "he hates it. y9 crook", "is there a women group Bishop"."""
    return bool(_AN_AGE.match(before.key)) or before.key in SMALL_NUMBERS or before.key in _SERVICES


# A number, a school year, "9yo".
_AN_AGE = re.compile(r"\d+$|(?:y|yr)\d{1,2}$|\d{1,2}(?:yo|yrs?|y|mths?)$")


def follows_an_age(words: list[Word], start: int) -> bool:
    """ "ASD anger issues 12 Stanley": who writes keywords puts a child's name before the age, and the town behind it."""
    before = [word.key for word in words[max(0, start - 2) : start]]
    return len(before) == 2 and bool(_AN_AGE_ALONE.match(before[1])) and before[0] not in _NUMBERED


_AN_AGE_ALONE = re.compile(r"(?:[1-9]|1\d|2[0-5])(?:yo|yrs?|y)?$")
_NUMBERED = word_set("room class number no flat bus route unit ward house group set table page at by about section")


def follows_a_child_in_notes(words: list[Word], start: int) -> bool:
    """ "Y8 girl Crook, ASD dx": clipped notes name a school year or an age, the child and the place."""
    return start > 1 and words[start - 1].key in _CHILD and any(letter.isdigit() for letter in words[start - 2].key)
