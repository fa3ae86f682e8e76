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


def find_grown(text: str) -> list[AgeMention]:
    """Each son or daughter of 26 to 59 whose age is told: "my son is 27"."""
    return [
        AgeMention(int(told["age"]) * 12, int(told["age"]) * 12 + 12, told.start("age"), told.end("age"), told["age"], told["who"].lower())
        for told in (*_GROWN.finditer(text), *_ALONE.finditer(text))
    ]
