"""Of whom something is said: the child, the writer or the adult that stands before a number."""

from __future__ import annotations

import functools
import re

from bot.nlu.ages.patterns import MONTH_NAME, WEEKDAY
from bot.nlu.ages.tokens import CLAUSE_ENDS, OPENS_A_CLAUSE, SENTENCE_ENDS, SOMEBODY, STOPS, Token, text_at
from bot.nlu.ages.words import ADULT, BELONGINGS, CHILD_WORDS, OURS, PLURAL, THINGS, WHEN_WORDS, words
from bot.privacy.names import find_names, is_everyday, is_word

_DESCRIBES = words("who that with in from at of on placed called living i we named")
_SENTENCE_OVER = SENTENCE_ENDS | {""}
_CLAUSE_OVER = CLAUSE_ENDS | {""}
_TITLES = words("mr mrs miss ms mx dr prof")
_THE = words("the this that my our wor other")
_ONE_I_TELL_OF = words("about after with mean have got foster")  # "the one I mean", "the one I need help with"
_SHORTEST_SMALL_NAME, _NO_SMALL_NAMES = 3, words("max kent chester jordan bishop")
# No child's initial: the writer, a question, "you", a school year.
_NO_INITIALS = words("i q u y")
# Roads, sections of the law that social workers name, a syndrome, a vitamin; of the last two a child may be told before a mark.
_NUMBERED_SO, _NUMBERED_SO_IN_A_CLAUSE = words("a1 a19 m25 s20 t21"), words("s17 b12")
_A_DATE = re.compile(rf"(?:{MONTH_NAME}|{WEEKDAY}|easter|xmas|christmas|september|summer)$")
_OTHER_CLAUSE = words("me him us them it you is are was am but so because and")


def window(tokens: list[Token], start: int, end: int) -> str:
    """The words ``[start, end)`` with single spaces between them, as the patterns read them."""
    return " ".join(token.text for token in tokens[start:end])


def window_before(tokens: list[Token], at: int, most: int) -> str:
    """Up to ``most`` words right before a token, whatever stands between them."""
    return window(tokens, max(0, at - most), at)


def window_back(tokens: list[Token], at: int, most: int = 8, *, ends: frozenset[str] = STOPS) -> str:
    """Up to ``most`` words before a token, within the sentence, or whatever else ``ends`` ends."""
    start = at
    while start > max(0, at - most) and tokens[start - 1].text not in ends:
        start -= 1
    return " ".join(token.text for token in tokens[start:at])


def words_before(tokens: list[Token], at: int, steps: int, *, ends: frozenset[str] = SENTENCE_ENDS) -> set[str]:
    """The words before a token, up to ``steps`` of them, within the sentence, or whatever else ``ends`` ends."""
    found: set[str] = set()
    for step in range(1, steps + 1):
        word = text_at(tokens, at - step)
        if word in ends:
            break
        found.add(word)
    return found


def who_before(tokens: list[Token], at: int) -> str:
    """The nearest word for a person, up to six words before in the sentence: "son", "she"; "me" for the writer."""
    for step in range(1, 7):
        word = text_at(tokens, at - step)
        if word in _SENTENCE_OVER:
            return ""
        if word in ("i", "me"):
            return "me"
        if word in CHILD_WORDS or word in ADULT or word in ("he", "she", "they"):
            return word
    return ""


def person_before(tokens: list[Token], at: int) -> int | None:
    """The nearest word for a person at or before a token, within the sentence and eight words."""
    for step in range(8):
        word = text_at(tokens, at - step)
        if word in _SENTENCE_OVER:
            return None
        if word == "carer" and text_at(tokens, at - step - 1) == "young":
            continue
        if word == "i" and text_at(tokens, at - step - 1) in ("two", "three") and text_at(tokens, at - step + 1) == "have":
            continue  # "the two I've got are six and nearly nine"
        if word in CHILD_WORDS or word in ADULT or word in ("he", "she", "they", "i", "me"):
            return at - step
    return None


def is_plural(tokens: list[Token], at: int | None) -> bool:
    """Whether the word is one for several children: "twins", "they"."""
    return at is not None and text_at(tokens, at) in PLURAL


def told_of_another_time(tokens: list[Token], at: int) -> bool:
    """Whether "when", "since", "until" or their like open the clause: then it is a past or later age."""
    for step in range(5):
        word = text_at(tokens, at - step)
        if word in _CLAUSE_OVER or (step and word in _OTHER_CLAUSE):
            return False
        if word in WHEN_WORDS and not _is_of_now(tokens, at - step) and not (_has_its_own_number(tokens, at - step, at) or _has_its_own_date(tokens, at - step, at)):
            return True
    return False


def _has_its_own_number(tokens: list[Token], when: int, at: int) -> bool:
    """ "Adult team won't pick up till 18 she's 17": the "till" is of the number right behind it."""
    return when + 1 < at and tokens[when + 1].is_number


def _has_its_own_date(tokens: list[Token], when: int, at: int) -> bool:
    """ "Meaning to since about August my lad whos 9": the "since" is of the month, behind which the child is told of."""
    dated = next((place for place in range(when + 1, min(when + 4, at)) if _A_DATE.match(text_at(tokens, place))), None)
    return text_at(tokens, when) == "since" and dated is not None and dated < at


def _is_of_now(tokens: list[Token], at: int) -> bool:
    """ "Look after him", "after school", "what can you do when a lad of 13 won't go": "when" and "after" of no other time."""
    word, before = text_at(tokens, at), text_at(tokens, at - 1)
    if word in ("while", "whilst", "since"):
        return _is_a_reason(tokens, at)
    if word == "after":
        return before in ("look", "looking") or text_at(tokens, at + 1) in ("school", "nursery", "tea", "college")
    return word == "when" and before in ("do", "de", "dee")


def _is_a_reason(tokens: list[Token], at: int) -> bool:
    """ "Since she is 14 she gets asked", "while he's three we can't": of now; not "since he's 3 he's been waiting"."""
    opens = text_at(tokens, at) != "since" or text_at(tokens, at - 1) in OPENS_A_CLAUSE
    present = any(text_at(tokens, at + step) in ("is", "am", "are") for step in (1, 2, 3))
    return opens and present and "been" not in window(tokens, at, at + 9).split()


def described_child(tokens: list[Token], at: int) -> int | None:
    """The child of "my granddaughter who I have custody of is 11": words that describe may stand between."""
    for step in range(1, 10):
        word = text_at(tokens, at - step)
        if word in _SENTENCE_OVER:
            return None
        if word == "one" and _tells_which_one(tokens, at - step, at):
            return at - step
        if word in CHILD_WORDS and text_at(tokens, at - step + 1) in _DESCRIBES:
            return None if told_of_another_time(tokens, at - step) else at - step
    return None


def _tells_which_one(tokens: list[Token], one: int, last: int) -> bool:
    """ "The one I'm on about", "the one with autism": of the writer's children; not "the one we rang", "the one with a ramp"."""
    if text_at(tokens, one - 1) not in _THE:
        return False
    after, ends = text_at(tokens, one + 1), text_at(tokens, last)
    with_it = after == "with" and text_at(tokens, one + 2) not in ("a", "an", "the", "more", "most")
    return with_it or after == "who" or (after in ("i", "we") and ends in _ONE_I_TELL_OF)


def names_a_child(tokens: list[Token], at: int) -> bool:
    """Whether a word is a child's name: after a child word, with a capital, or first in what is said."""
    word = text_at(tokens, at)
    if not word.isalpha() or word in THINGS or word in BELONGINGS or word in ADULT:
        return False
    near = [text_at(tokens, at - step) for step in (1, 2, 3)]
    if any(other in CHILD_WORDS for other in near):
        return True
    if near[0] in ("the", "a", "an", "every", "each", "this", "that", "their", "its", "no"):
        return False
    return tokens[at].capital or (
        near[0] in ("", ".", ",", "!", "?", "and", "my", "our", "wor", "but") and len(word) > 2
    )


def is_first_name(tokens: list[Token], at: int) -> bool:
    """Whether a word is a name that was taken out, or one that would be: "Lily 19", "lily 19"."""
    word, before = text_at(tokens, at), text_at(tokens, at - 1)
    if before in ADULT or before in _TITLES:
        return False
    return word == SOMEBODY or ((at == 0 or tokens[at].capital) and _is_known(word))


def is_small_name(tokens: list[Token], at: int) -> bool:
    """Whether a name stands there in small letters, and is no word: "jay 12 needs pads. lexi 8 hates noise"; not "max 10", "june 5"."""
    word = text_at(tokens, at)
    if at < 0 or tokens[at].capital or len(word) < _SHORTEST_SMALL_NAME or text_at(tokens, at - 1) not in OPENS_A_CLAUSE | OURS | {"n", "&"}:
        return False
    return word not in _NO_SMALL_NAMES and not (_A_DATE.match(word) or is_word(word) or is_everyday(word)) and _is_known(word)


def is_initial(tokens: list[Token], at: int) -> bool:
    """ "K 10, R 3", "C 13 cares for R 5": one capital, written apart from its number, as notes call a child; no road."""
    if not 0 <= at < len(tokens) - 1 or not tokens[at].capital or tokens[at].end - tokens[at].start != 1:
        return False
    glued = tokens[at].end == tokens[at + 1].start and tokens[at + 1].is_number
    glued = glued or (text_at(tokens, at - 1) == "-" and tokens[at - 1].end == tokens[at].start)  # "PHQ-A 17"
    return not (glued or is_numbered_so(tokens, at)) and tokens[at].text not in _NO_INITIALS


def is_numbered_so(tokens: list[Token], at: int) -> bool:
    """ "S 20", "S 17 assessment", "M 25 is shut", "vitamin B 12": a letter and a number that name a thing together."""
    named = f"{text_at(tokens, at)}{text_at(tokens, at + 1)}"
    return named in _NUMBERED_SO or (named in _NUMBERED_SO_IN_A_CLAUSE and text_at(tokens, at + 2).isalnum())


def may_be_a_name(tokens: list[Token], at: int) -> bool:
    """Whether a word with a capital is no word of the language, nor one that things are numbered by."""
    word = text_at(tokens, at)
    known = word in CHILD_WORDS or word in ADULT or word in THINGS or is_word(word) or is_everyday(word)
    return len(word) > 1 and word.isalpha() and tokens[at].capital and not known


@functools.lru_cache(maxsize=4096)
def _is_known(word: str) -> bool:
    """Whether a word is one of the first names that would be taken out of what is stored."""
    return word.isalpha() and find_names(word.capitalize()) == [(0, len(word))]
