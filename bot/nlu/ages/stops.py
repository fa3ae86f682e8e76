"""Where a sentence ends though no stop was typed: "She is nearly 4 Live in Wingate Who do I chase".

Voice dictation and tired thumbs leave the stops out. What is said next would then be read as what the number counts
("4 Live"), or a word of another sentence as what leads to it. A capital within running text tells most of these ends.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.nlu.ages.patterns import MONTH_NAME, PLURAL_NOUN, WEEKDAY
from bot.nlu.ages.subject import is_first_name, words_before
from bot.nlu.ages.tokens import SENTENCE_ENDS, Quantity, Token, number_at, quantities, text_at, tokenize
from bot.nlu.ages.words import (
    CHILD_WORDS,
    CONDITION_WORDS,
    COUNTED_NOUNS,
    LETTERED,
    OURS,
    VERBS_IN_S,
    WHEN_WORDS,
    words,
)

# What opens a sentence where it has a capital, and is no name.
_OPENERS = words(
    """
    he she we they it you my our wor his her their its is are was were can cannot could would should does doesnt doesn't did
    didnt do dont don't has hasnt have havent had what where who whose how when why which whats wheres hows there theres this
    these those that no not nothing nobody never any anyone anybody anything everything everyone just still only also but and so
    then now since because cos if after before always both neither all please help need needs want wants told says said wont
    nearly almost turned turns aged age live lives living been being got gets getting waiting diagnosed looking trying
    """
)
# What no sentence ends with.
_GOES_ON = words(
    """
    a an the my our wor his her their your this and or but n nor of in to with wi from by for as than into like called named
    is are am was were be mr mrs miss dr st
    """
)
_STREETS = words("street st road rd terrace avenue close lane drive court crescent villas gardens place way view grove house row estate")
_SPEAKS = words("i ive im id ill he hes she shes we weve were they theyve theyre")  # "Two years Ive waited"
_NUMBERED = LETTERED | words("year yr years number no post")
_A_DATE = re.compile(rf"(?:{MONTH_NAME}|{WEEKDAY}s?)$")
_NO_NAME_AFTER = words("st saint the at in from mr mrs miss ms dr")  # "St Bedes 9"
_YEARS = words("year yr")
_LEADS_TO_A_YEAR = words(
    """
    about around during through approximately maybe only just start starts started starting enter entering finish finished finishing
    repeat repeating left current next last since till until old school early late be not meant actually
    """
)
_MOST_CAPITALS = 0.6  # a message with more of them has them for another reason


def read_tokens(text: str) -> list[Token]:
    """The tokens of a message, with a full stop of no width wherever one was left out."""
    tokens = _with_is_of_names(tokenize(text))
    if not _has_capitals_for_sentences(tokens):
        return tokens
    behind_numbers = {number.last for number in quantities(tokens) if not _goes_on_behind(tokens, number)}
    read: list[Token] = []
    for at, token in enumerate(tokens):
        if at and _opens_a_sentence(text, tokens, at, behind_number=at in behind_numbers):
            read.append(Token(".", tokens[at - 1].end, tokens[at - 1].end))
        read.append(token)
    return read


def _with_is_of_names(tokens: list[Token]) -> list[Token]:
    """Reads "Hopes seven", "Daniels 5" and "Ones three the others five" as "Hope is seven", where the apostrophe was left out."""
    read: list[Token] = []
    for at, token in enumerate(tokens):
        if _is_name_with_is(tokens, at):
            read += [replace(token, text=token.text[:-1], end=token.end - 1), Token("is", token.end - 1, token.end)]
        else:
            read.append(token)
    return read


def _is_name_with_is(tokens: list[Token], at: int) -> bool:
    """Whether a first name with a bare s, or "ones" that opens a message, leads to a number."""
    token = tokens[at]
    if not token.capital or not token.text.endswith("s") or number_at(tokens, at + 1) is None:
        return False
    if text_at(tokens, at - 1) in OURS and token.text not in CHILD_WORDS and tokens[at - 1].end < token.start:  # "wor Hopes seven"
        return True
    name = replace(token, text=token.text[:-1])
    is_name = not is_first_name([token], 0) and is_first_name([name], 0) and text_at(tokens, at - 1) not in _NO_NAME_AFTER
    return is_name or (token.text == "ones" and at == 0)


def leaves_out_stops(tokens: list[Token]) -> bool:
    """Whether no sentence ends with a typed stop but the last."""
    return not any(token.text in SENTENCE_ENDS and token.end > token.start for token in tokens[:-1])


def _has_capitals_for_sentences(tokens: list[Token]) -> bool:
    """Whether capitals stand out; not "HE IS 7 AND", nor "My Son Is 7"."""
    spelt = [token for token in tokens if token.text.isalpha() and token.end > token.start]
    return bool(spelt) and sum(token.capital for token in spelt) <= _MOST_CAPITALS * len(spelt)


def _opens_a_sentence(text: str, tokens: list[Token], at: int, *, behind_number: bool) -> bool:
    """Whether a word has a capital because a sentence begins with it, and nothing marks that."""
    token, before = tokens[at], tokens[at - 1].text
    if not token.capital or not token.text.isalpha() or not before[-1:].isalnum() or before in _GOES_ON or token.start == tokens[at - 1].end:
        return False
    if text[token.start : token.start + 2].isupper():  # "4 CAMHS workers"; "I" tells nothing either, and "he" of "Hes" ends behind its H
        return False
    if number_at(tokens, at) is not None:  # "told to wait Six Crook"
        return before not in _NUMBERED and number_at(tokens, at - 1) is None
    if token.text in _YEARS and number_at(tokens, at + 1) is not None:  # "till it stops Year three Shotton Colliery"
        return before not in _LEADS_TO_A_YEAR
    if text_at(tokens, at + 1) == "is" and words_before(tokens, at, 4) & WHEN_WORDS and is_first_name(tokens, at):
        return before not in WHEN_WORDS | CHILD_WORDS  # "since August Alfie is four"
    return token.text in _OPENERS or (behind_number and not _is_counted(token.text))


def _goes_on_behind(tokens: list[Token], number: Quantity) -> bool:
    """ "Two years Ive waited", "we're at 14 Front Street": what follows a number with a capital belongs to it."""
    waits = number.unit and not number.old and text_at(tokens, number.last) in _SPEAKS
    address = any(text_at(tokens, number.last + step) in _STREETS for step in (1, 2))
    return bool(waits or address)


def _is_counted(word: str) -> bool:
    """ "3 Children", "15 May", "4 Autism Groups": a capital for its own sake."""
    plural = PLURAL_NOUN.match(word) and word not in VERBS_IN_S | CONDITION_WORDS
    return bool(plural or word in COUNTED_NOUNS | CHILD_WORDS or _A_DATE.match(word))
