"""The age of a son or daughter who is past 25: told plainly, and then for the answer to say that this list ends there.

The rules of the other modules hear no age above 25, because most such numbers are a parent's.
"""

from __future__ import annotations

import re

from bot.nlu.ages.numbers import AgeMention

_CHILD = r"(?:son|daughter|lad|lass|child|bairn|boy|girl)"
_IS = r"(?:\s*,\s*|\s*\(\s*|'s\s+|\s+is\s+|\s+who(?:'s|\s+is)\s+|\s+(?:is\s+)?aged\s+)(?:(?:now|just|only|nearly)\s+)?"
# "My lad's 30 weeks behind", "my boy is 28 out of 30" count something else: what may follow an age is told.
_ENDS = r"(?=\s*(?:$|[,.;!?)](?!\d)|(?:and|but|now|with|who|years?\s+old|yrs?\s+old|yo|y/o)\b))"
_AGE = r"(?P<age>2[6-9]|[3-5]\d)"
_GROWN = re.compile(rf"\b(?:my|our|wor)\s+(?:\w+\s+)?(?P<who>{_CHILD}){_IS}{_AGE}{_ENDS}", re.IGNORECASE)
# "He is 27", and nothing else, answers how old.
_ALONE = re.compile(rf"^\W*(?P<who>he|she)(?:'?s|\s+is)\s+(?:(?:now|actually|just)\s+)?{_AGE}(?:\s+(?:years\s+old|now))?\W*$", re.IGNORECASE)
# "My 30 year old daughter", "26yo son".
_YEARS_OLD = re.compile(
    rf"(?:^\W*|\b(?:my|our|wor|have\s+an?|got\s+an?|with\s+an?)\s+){_AGE}[\s-]*(?:(?:years?|yrs?)[\s-]*olds?|yo|y/o)\s+(?:(?:autistic|disabled|deaf|blind|adult|grown[\s-]up|step)\s*)?(?P<who>{_CHILD})\b"
    r"(?!\s+(?:has|with)\s+(?:\w+\s+){0,2}(?:kids?|children|bairns|sons?|daughters?|baby|twins)\b)",
    re.IGNORECASE,
)
# "He is 26 and autistic", where nobody else was spoken of.
_AND_IS = re.compile(
    rf"(?:^|(?<=[.,;!?]\s))(?P<who>he|she)(?:'?s|\s+is)\s+(?:now\s+)?{_AGE}(?:\s+and|,)\s+(?:is\s+)?(?:autis\w+|adhd|disabled|deaf|blind|epileptic|non[\s-]?verbal|down'?s|lives\s+(?:with|at)|still\s+lives|has\s+(?:a\s+)?(?:learning|autism|adhd|asd|cerebral|down'?s|epilepsy))",
    re.IGNORECASE,
)
_GROWN_UP = r"\b(?:husband|wife|partner|boyfriend|girlfriend|fella|ex|fianc[eé]e?|(?:his|her|their|the|my|our|baby's)\s+(?:mam|mum|mom|mother|dad|father))"
_IS_ONE = re.compile(rf"{_GROWN_UP}[,\s]*$", re.IGNORECASE)  # "it's his mam, our daughter, 29"
_TELLS_OF_OTHERS = re.compile(rf"{_GROWN_UP}\b|\b(?:my|our|wor)\s+(?:\w+\s+)?{_CHILD}\b", re.IGNORECASE)


def find_grown(text: str) -> list[AgeMention]:
    """Each son or daughter of 26 to 59 whose age is told: "my son is 27"; not "it's his mam, our daughter, 29"."""
    and_is = () if _TELLS_OF_OTHERS.search(text) else _AND_IS.finditer(text)
    told_of = (*_GROWN.finditer(text), *_ALONE.finditer(text), *_YEARS_OLD.finditer(text), *and_is)
    return [
        AgeMention(int(told["age"]) * 12, int(told["age"]) * 12 + 12, told.start("age"), told.end("age"), told["age"], told["who"].lower())
        for told in {told.start("age"): told for told in told_of}.values()
        if not _IS_ONE.search(text[: told.start()])
    ]
