"""Ages with no verb, beside the word for a child or a name: "my daughter, 9,", "(7)", "my 7 has", "a six year old"."""

from __future__ import annotations

import re

from bot.nlu.ages.after import cleanly_ends, counts_things
from bot.nlu.ages.patterns import (
    CORRECTING,
    LIMIT_BEFORE,
    MONTH_NAME,
    OLD_IN_THE_PAST_BEFORE,
    OLD_LIMIT_BEFORE,
)
from bot.nlu.ages.reading import NO, Reading, of_subject
from bot.nlu.ages.subject import (
    is_first_name,
    is_initial,
    is_plural,
    names_a_child,
    person_before,
    told_of_another_time,
    window,
    window_back,
    words_before,
)
from bot.nlu.ages.tokens import SENTENCE_ENDS, Quantity, Token, number_at, text_at
from bot.nlu.ages.words import (
    ADULT,
    ANDS,
    BABY,
    BOY_OR_GIRL,
    CHILD_WORDS,
    CONDITION_WORDS,
    COUNTED_NOUNS,
    GAVE_ME,
    JOINING,
    JOINS,
    LETTERED,
    MARKS,
    MONTH_UNITS,
    OLDEST_PUPIL,
    ONE_CHILD,
    OURS,
    PLURAL,
    SAID_OF_SEVERAL,
    THINGS,
    VERBS_IN_S,
    words,
)

_ENDS_OR_TELLS = re.compile(r"(?:[,.] (?:he|she|and he|and she)\b|[.!?]|$)")
_AT_THE_END = SENTENCE_ENDS | {""}
_BABIES = BABY | {"lo", "bab"}
_NO_NAME = THINGS | words("year yr section a b dl sr ts nhs ks p no i number bus stage")
_WHICH_ONE = words("younger older other little big middle youngest oldest")
# "Won't be stared at 8 years old": the "at" ends what was said before.
_LEFT_HANGING = re.compile(r"(?:^| )(?:star|look|laugh|shout|scream|yell|point|pick|poke|sniff|swear|hiss|spit)(?:e|s|ed|ing|t)? at$")
_OF_TWO = words("younger older elder smaller bigger other")
_ONE_OF = words("youngest oldest eldest one middle twin ones")
_FELLOW = words("fella fellow chap")
_ONE_CHILD_OF = ONE_CHILD - _ONE_OF  # "a baby of 7 months"; "the youngest of 4" is one of four
_ANOTHER_ONE = words("one another other second third")
_HAVE_ONE = ANDS | words("got have has with")
_TOLD_WITHIN = 10  # tokens
_TOLD_OF = CHILD_WORDS | words("old yo")
_OURS_ALL = OURS | {"two", "both", "the"}
# "I've one hand free, the other's under a five month old": who lies there, and no limit.
_LIES_ON = re.compile(r"\b(?:hands?|arms?|legs?|stuck|trapped|pinned|buried)\b.* under an?$")
_IF_YOU_ASK = re.compile(r"if you ask (?:him|her|them)\b|by (?:his|her|their) own \w+|(?:or )?so (?:he|she) (?:says|tells)\b")
_DATED_ALONE = re.compile(rf"(?:in|next) {MONTH_NAME} [.!?](?! \d)")
_MEASURES = words("kg kilos kilo st stone lb lbs ft foot cm")
# What goes on about whoever is named: ": knows", "- no friends", ", he can".
_GOES_ON_ABOUT = re.compile(r"[:-] (?![a-z]+ (?:st|street|road|rd)\b)[a-z]|, (?:he|she)\b")
_YOUNGEST_WRITER, _WRITES_ON = 11, re.compile(r"here\b|[,.] (?:i|my|me|im|ive|in|just|wor|dont|cant)\b|(?:and|n) (?:i|my)\b")
_A_MONTH = re.compile(rf"{MONTH_NAME}$")
_GREETINGS, _LONGEST_GREETING = words("hi hello hiya hey heya morning afternoon evening alright"), 6
_SIZES = words("big small")
# What a child's initial may follow: nothing that is itself lettered ("section B 4", "vitamin D 10").
_BEFORE_AN_INITIAL = MARKS | JOINS | OURS | ONE_CHILD | words("with wi w for of about re then but is while so") | {""}
_HOW_A_CHILD_IS = words("fine ok okay well settled happy not no never still has is and behind nonverbal")


def without_a_verb(tokens: list[Token], q: Quantity, at: int, left: str, right: str) -> Reading:
    """The reading of a number that no verb makes an age; ``at`` is where "nearly" and its like before it begin."""
    limit = OLD_LIMIT_BEFORE if q.old else LIMIT_BEFORE
    led_by = window_back(tokens, q.first)
    no_limit = q.old and (q.upto is not None or _LEFT_HANGING.search(led_by) or _LIES_ON.search(led_by))
    if limit.search(led_by) and not no_limit:
        return NO
    if q.old or (q.unit in ("year", "month") and right.split(" ")[0] in CHILD_WORDS):
        return called_old(tokens, q, at, right)
    if q.upto is not None or text_at(tokens, at - 1) in ADULT:
        return NO
    if _is_of_another(tokens, at):
        return Reading("list")
    return _beside_a_child(tokens, q, at, left, right)


# "C 4 in maths"
_A_GRADE = re.compile(r"(?:in|for|at) (?:maths|english|science|art|french|german|spanish|history|geography|computing|music|pe|re|biology|chemistry|physics)\b")


def by_initial(tokens: list[Token], q: Quantity, right: str) -> Reading:
    """ "S 12 stopped eating", "C 13 cares for R 5": a child as notes say it; not "Room: B 4", "T 2 diabetes", "A 4 bed house"."""
    at = q.first - 1
    if _is_the_writers_initial(tokens, q, right):
        return Reading("strong", by_writer=True)
    before = text_at(tokens, at - 1)
    if q.unit or q.upto is not None or not tokens[q.first].is_number or not is_initial(tokens, at):
        return NO
    if before not in _BEFORE_AN_INITIAL or (before in MARKS and text_at(tokens, at - 2) in LETTERED):
        return NO
    if _A_GRADE.match(right):
        return NO
    first = right.split(" ")[0]
    ends = not first[:1].isalnum()
    # "A" and "one" are words of their own: "A 6 fine" is a child, "A 2 page letter" is none.
    sure = ends or first in CONDITION_WORDS | VERBS_IN_S | _HOW_A_CHILD_IS or first.endswith("ing")
    if (counts_things(right) and first not in VERBS_IN_S) or first.startswith("diabet") or not (sure or (text_at(tokens, at) != "a" and q.value > 1)):
        return NO
    # The same letter is the same child, wherever it stands; "M 11, M 11" are two boys.
    same = (other for other in range(at) if tokens[other].text == tokens[at].text and is_initial(tokens, other))
    return Reading("strong", subject=at if text_at(tokens, at) in BOY_OR_GIRL else next(same, at), apart=True)


def _is_the_writers_initial(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "m13, my sis is 4", "f 16 here. since nan died": a young person who opens with it; not "m18, stuck again"."""
    opens = q.first == 1 and tokens[0].text in ("m", "f") and not q.unit and q.upto is None
    return opens and tokens[1].is_number and _YOUNGEST_WRITER <= q.value <= OLDEST_PUPIL and _WRITES_ON.match(right) is not None


def called_old(tokens: list[Token], q: Quantity, at: int, right: str) -> Reading:
    """ "My 7 year old", "a 7 year old lad"; not "since 3 years old", "what six month olds do"."""
    if OLD_IN_THE_PAST_BEFORE.search(window_back(tokens, q.first)) or _of_any_child(tokens, q, right):
        return NO
    subject = person_before(tokens, at - 1) if text_at(tokens, at - 1) not in ("have", "got", "has") else None
    if subject is not None and (
        tokens[subject].text in ("i", "me", *ADULT)
        or any(token.text in ("and", "but", "&") for token in tokens[subject : q.first])
    ):
        subject = None
    for step, word in enumerate(right.split(" ")[:3]):
        if word in CHILD_WORDS:
            subject = q.last + step
            break
        if not word.isalpha() or word in JOINING:
            break
    return Reading("list", subject=subject, several=is_plural(tokens, subject))


def _of_any_child(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "Doing what six month olds do": children in general."""
    whose = text_at(tokens, q.first - 1) in _OURS_ALL
    return q.many and not whose and right.startswith(("can ", "should ", "would ", "are ", "do"))


def _beside_a_child(tokens: list[Token], q: Quantity, at: int, left: str, right: str) -> Reading:
    """ "my daughter, 9," and "(7)" and "my 7 has": a number beside the word for a child, counting nothing."""
    if _counts_something(tokens, q, at, right):
        return NO
    if CORRECTING.search(left) and cleanly_ends(right):
        return Reading("strong", corrects=True)
    before = text_at(tokens, at - 1)
    of_one = before in ("he", "she") and (not q.unit or right == "" or not right[0].isalpha())
    if of_one or (before == "i" and _is_the_writers(tokens, q, at, right)):
        return of_subject(tokens, at - 1, loose=False)
    if before in OURS or before == "mine" or (before == "me" and text_at(tokens, at - 2) not in GAVE_ME):
        return NO if text_at(tokens, at - 2) == "of" else _my_number(q, right)  # "number 2 of my 4"
    step = at - 1
    if text_at(tokens, step) in (",", "(", ":", "-", "/", "of", "is", "."):
        step -= 1
    if _is_that_childs(tokens, q, at, step, right) or _is_the_smaller(tokens, q, step):
        if told_of_another_time(tokens, step):
            return NO
        return Reading("list", subject=step, several=is_plural(tokens, step), by_writer=_is_what_i_am(tokens, step))
    if q.unit == "year" and right.split(" ")[0] in CHILD_WORDS:
        return Reading("list", subject=q.last)
    if _has_years(tokens, q, at, right):
        return of_subject(tokens, at - 2, loose=False)
    return _beside_a_name(tokens, q, at, step, right)


def _has_years(tokens: list[Token], q: Quantity, at: int, right: str) -> bool:
    """ "He has 6 years", "he have 3.", "my daughter have 12, she translate", as a second language says it."""
    verb, who = text_at(tokens, at - 1), text_at(tokens, at - 2)
    if verb in ("has", "have") and q.unit == "year" and cleanly_ends(right):
        return True
    if verb != "have":
        return False
    he_have = who in ("he", "she") and right[:1] in _AT_THE_END
    return he_have or (who in ONE_CHILD and not q.unit and _ENDS_OR_TELLS.match(right) is not None)


def _counts_something(tokens: list[Token], q: Quantity, at: int, right: str) -> bool:
    """Whether a number is a count or a stretch of time: "the oldest one", "4 cousins", "5 weeks of this"."""
    the_oldest_one = tokens[q.first].text == "one" and not q.unit
    counted = counts_things(right) and not _is_called_by_age(tokens, q, right) and not is_of_one_child(tokens, at)
    small = q.unit in ("week", "month") and text_at(tokens, at - 1) in _BABIES  # "lo 5 wks colic"
    goes_on = q.unit != "" and not cleanly_ends(right) and not small and not is_of_one_child(tokens, at)
    return the_oldest_one or counted or goes_on or _splits_a_count(tokens, q, right)


def _is_the_writers(tokens: list[Token], q: Quantity, at: int, right: str) -> bool:
    """ "School say not our job. i 14.", as a second language says it."""
    return not q.unit and not right[:1].isalpha() and text_at(tokens, at - 2) in ("", *SENTENCE_ENDS, ",")


def _splits_a_count(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "Three boys, two with ADHD"."""
    several = text_at(tokens, q.first - 1) == "," and text_at(tokens, q.first - 2) in PLURAL
    count = number_at(tokens, q.first - 3) if several else None
    some_of_them = right.startswith(("with ", "diagnosed ", "autistic ", "of ", "on "))
    return count is not None and q.value <= count[0] and some_of_them


def is_of_one_child(tokens: list[Token], at: int) -> bool:
    """ "A baby of 7 months asleep next door"."""
    of_one = text_at(tokens, at - 1) == "of" and text_at(tokens, at - 2) in _ONE_CHILD_OF
    return (of_one and not told_of_another_time(tokens, at - 2)) or _is_of_another(tokens, at)


def _is_of_another(tokens: list[Token], at: int) -> bool:
    """ "A three year old and one of 15 months", "one of 5 with autism and one of 2": children, and no count or wait."""
    if not _is_one_of(tokens, at):
        return False
    number = number_at(tokens, at)
    unit = "" if number is None else text_at(tokens, number[1])
    told = words_before(tokens, at - 2, _TOLD_WITHIN)
    if unit in MONTH_UNITS or unit in ("years", "yrs"):
        return bool(told & _TOLD_OF) and "wait" not in told
    if text_at(tokens, at - 3) not in _HAVE_ONE or number is None or counts_things(window(tokens, number[1], number[1] + 1)):
        return False
    others = any(_is_one_of(tokens, other) and other != at for other in range(3, len(tokens)))
    return others or (text_at(tokens, at - 3) in ANDS and bool(told & _TOLD_OF))


def _is_one_of(tokens: list[Token], at: int) -> bool:
    """Whether "one of" or "another of" leads to a number."""
    of = text_at(tokens, at - 1) == "of" and text_at(tokens, at - 2) in _ANOTHER_ONE
    return of and number_at(tokens, at) is not None


def _is_that_childs(tokens: list[Token], q: Quantity, at: int, child: int, right: str) -> bool:
    """Whether a number after the word for a child is that child's age, not a count of children."""
    word, link = text_at(tokens, child), text_at(tokens, at - 1)
    if word == "one" and text_at(tokens, child - 1) in _WHICH_ONE:
        return True
    if word.isdigit() and _is_one_of_them(tokens, child):  # "one of the 9, fifteen months, gags"
        return text_at(tokens, child + 1) == "," and cleanly_ends(right)
    if word in _OF_TWO and child == at - 1 and text_at(tokens, child - 1) in _OURS_ALL:  # "the younger 3, the older 5"
        return cleanly_ends(right) and not right.startswith(SAID_OF_SEVERAL)
    if link == "of" and word in _FELLOW and child == at - 2:  # "meds for a fella of 9"
        return not q.unit and q.value <= OLDEST_PUPIL and cleanly_ends(right)
    if word not in CHILD_WORDS or word in ("little", "middle", "young", "friend", "foster"):
        return False
    counted = right.startswith(SAID_OF_SEVERAL) and (word in PLURAL or not right.startswith("have "))
    twins = word == "twins" or text_at(tokens, child - 1) == "twin"  # "twin girls 3 both hardly talk"
    if (link == "of" and word in _ONE_OF) or (q.value <= 4 and not q.unit and counted and not twins):
        return False
    return link != "." or right[:1] in (".", ",", "", "&", "a")


def _is_what_i_am(tokens: list[Token], child: int) -> bool:
    """ "I am boy of 12", "I'm a girl of 14": the writer."""
    am = child - 1 - (text_at(tokens, child - 1) == "a")
    return text_at(tokens, child) in ONE_CHILD and text_at(tokens, am) == "am" and text_at(tokens, am - 1) == "i"


def _is_the_smaller(tokens: list[Token], q: Quantity, child: int) -> bool:
    """ "Big is year 6, middle year 2, small 17 month", as a second language says it; not "small 6", a size."""
    listed = text_at(tokens, child) in _SIZES and text_at(tokens, child - 1) in (",", "and") and q.unit in ("year", "month")
    return listed and any(token.text in _SIZES for token in tokens[:child])


def _is_one_of_them(tokens: list[Token], count: int) -> bool:
    """Whether a number says of how many somebody is one: "one of the 9"."""
    return text_at(tokens, count - 1) in ("the", "our", "my") and window(tokens, count - 3, count - 1) == "one of"


def _is_called_by_age(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "Grandson 3 licks everything": a verb in -s follows, not a thing that is counted."""
    before = text_at(tokens, q.first - 1)
    one_child = before in CHILD_WORDS and before not in PLURAL
    return one_child and tokens[q.first].is_number and q.value >= 2 and right.split(" ")[0] not in COUNTED_NOUNS


def _my_number(q: Quantity, right: str) -> Reading:
    """ "my 7 has autism" is a child of 7, "my two are autistic" is two children."""
    counts = right.startswith(SAID_OF_SEVERAL) or (
        q.value <= 4 and not q.unit and not right.startswith(("has ", "is "))
    )
    return NO if counts or q.unit in ("week", "day") else Reading("list")


def _beside_a_name(tokens: list[Token], q: Quantity, at: int, name: int, right: str) -> Reading:
    """ "Ellie (9)", "my lad Tom 9", "he hates socks, 5."; a telegram that opens with the age: "15, autistic"."""
    mark = text_at(tokens, q.first - 1)
    closed = right[:1] in (")", ",", "") or right.startswith(("and ", "who ")) or _IF_YOU_ASK.match(right)
    if mark == "(" and text_at(tokens, name) in ADULT:  # "Mum (19) is pregnant"
        return NO
    if _opens_brackets(tokens, q, name, right) or _is_of_a_name(tokens, q, name, right):
        return Reading("strong", subject=name, by_writer=text_at(tokens, name) == "me", apart=text_at(tokens, name) != "me")
    if (mark == "(" and right[:1] == ")") or (mark == "," and closed and names_a_child(tokens, name)):
        child = person_before(tokens, name)
        return Reading("list", subject=child) if child is not None or text_at(tokens, name).isalpha() else NO
    if cleanly_ends(right) and not q.unit and tokens[max(at - 1, 0)].capital and at > 1:
        child = person_before(tokens, at - 2)
        if (
            child is not None
            and tokens[child].text in CHILD_WORDS
            and text_at(tokens, at - 1) not in _NO_NAME
        ):
            return Reading("list", subject=child)
    aside = (
        mark in (",", "just", "only")
        and right[:1] in ("", ".", ",", ")", "!", "?")
        and not tokens[max(at - 2, 0)].is_number
    )
    if aside and mark == "," and right[:1] == "," and _stands_apart(tokens, q):
        return Reading("list")
    child = person_before(tokens, at - 1) if aside and not q.unit else None
    if child is not None and tokens[child].text not in (*ADULT, "i", "me"):
        return Reading("list", subject=child)
    opens = at == 0 or _is_greeted(tokens, at, right) or _is_noted(tokens, at, right)
    return Reading("strong") if opens and _opens_a_telegram(q, right) else NO


def _opens_brackets(tokens: list[Token], q: Quantity, name: int, right: str) -> bool:
    """ "Jake (15, Asperger's, ...)", "me (19, dyspraxic)", "mine (12)"; not "section F (4, 5 and 6)", "Mum (19, tired)"."""
    if text_at(tokens, q.first - 1) != "(" or right[:1] not in (",", ")", ";") or (q.unit and not q.old) or q.value < 2:
        return False
    listed = number_at(tokens, q.last + 1) is not None and not _is_measured(tokens, q.last + 1)
    word = text_at(tokens, name)
    writer = word == "me" and text_at(tokens, name - 1) not in GAVE_ME
    return not listed and (word in ONE_CHILD - {"one"} or writer or word == "mine" or is_first_name(tokens, name))


def _is_measured(tokens: list[Token], at: int) -> bool:
    """ "31kg", "4ft"."""
    return text_at(tokens, at + 1) in _MEASURES


def _is_of_a_name(tokens: list[Token], q: Quantity, name: int, right: str) -> bool:
    """ "Toby, 4: knows every station", "Ahmed 11, he can not hear good"; not "May, 4: ring back", "Luke 4: 12"."""
    if q.unit or not 2 <= q.value <= OLDEST_PUPIL or not tokens[q.first].is_number:
        return False
    if name not in (q.first - 1, q.first - 2) or text_at(tokens, q.first - 1) not in (",", tokens[name].text):
        return False
    return _GOES_ON_ABOUT.match(right) is not None and is_first_name(tokens, name) and not _A_MONTH.match(text_at(tokens, name))


def _is_greeted(tokens: list[Token], at: int, right: str) -> bool:
    """ "Hi. 18, care leaver", "Hi all, YJS. 15, on licence?": no more than a greeting stands before."""
    greeting = tokens[:at]
    greets = 1 < at <= _LONGEST_GREETING and greeting[0].text in _GREETINGS and greeting[-1].text in MARKS
    return greets and right.startswith(", ") and right[2:3].isalpha() and not any(token.is_number for token in greeting) and not ADULT & set(right.split()[:6])


def _is_noted(tokens: list[Token], at: int, right: str) -> bool:
    """ "Transition nurse: 16, epilepsy, mum asks": who writes, and the child."""
    writer = tokens[:at]
    notes = 1 < at <= _LONGEST_GREETING and writer[-1].text in (":", "-") and all(token.text.isalpha() for token in writer[:-1])
    lettered = any(token.text in LETTERED for token in writer)
    return notes and not lettered and right.startswith(", ") and right.split(" ")[1] in CONDITION_WORDS


def _stands_apart(tokens: list[Token], q: Quantity) -> bool:
    """ "Not one mate left to call for him, 14, and it shows": bare between commas, with no other number beside it."""
    if q.unit or q.value <= 1 or not tokens[q.first].is_number:
        return False
    return not any(number_at(tokens, at) is not None for at in (q.first - 2, q.first - 3, q.last + 1, q.last + 2))


def _opens_a_telegram(q: Quantity, right: str) -> bool:
    """ "15, autistic", "just 2 and no words", "14 and pregnant", and others that open with the age."""
    if _DATED_ALONE.match(right) and not q.unit:  # "15 in March. My sister is 6"
        return True
    if q.unit or re.match(r"(?:,|and|or|-|&) (?:\d|then|counting|more|a |maybe|sometimes)", right):
        return False
    clean = cleanly_ends(right) and right != ""
    return right[:1] == "," or (clean and (q.exact_part or q.first > 0 or right.startswith("and ")))
