"""Help that the writer says is there already: "SALT already involved", "we already see CAMHS". It is not offered again."""

from __future__ import annotations

import re

from bot.conversation.shown.naming import named
from bot.directory.service import Directory, Service

_IS_IN_PLACE = re.compile(
    r"\balready\s+(?:involved|in\s+place|on\s+board|on\s+the\s+case|open|visiting|coming|supporting)\b"
    r"|\b(?:is|are)\s+(?:now\s+)?(?:involved|in\s+place|on\s+board)\b"
    r"|(?:\b(?:is|are|they'?re|theyre)|'s)\s+(?:now\s+|already\s+|all\s+)*(?:helping|supporting|working\s+with|seeing|on\s+(?:with\s+)?it|on\s+to\s+it|dealing\s+with\s+it|sorting\s+it)\b"
    r"|\balready\b[^.;!?]{0,20}\b(?:helping|supporting|seeing|on\s+(?:with\s+)?it)\b|\b(?:have|has|had|'ve|got|see|sees|under|with)\b.{1,40}\balready\b"
    r"|^(?:(?:and|oh|yes|aye|well)\s+)*(?:(?:we|i|he|she|they)(?:'ve|'s|\s+have|\s+has)?\s+)?got\s+(?!to\b|.*\b(?:meeting|appointment|number|letter|problems?|issues?|with)\b)(?:a\s+)?(?:\w+\s+){0,3}?\w+(?:\s+(?:now|on\s+board|coming\s+in|every\s+\w+))?$"
    r"|\balready\s+(?:got|have|has|had|see|sees|seeing|seen\s+by|under|with|working\s+with|open\s+to|getting|gets|get)\b",
    re.IGNORECASE,
)
# What makes it no help that is there: it ended, it is waited for, it does not come, or more of it is wanted.
_NOT_REALLY = re.compile(
    r"^(?:is|are|do|does|has|have|can|could|will|would)\b|\b(?:but|however|though|although|yet|not|no|never|nothing|nowt|stopped|ended|discharged|closed|left|off|wait\w*|list|referr\w*|turned|refus\w*"
    r"|useless|more|again|cancel\w*|once|tried|should|if)\b|n't\b",
    re.IGNORECASE,
)
# "Been on to the virtual school, they're on it": the second half says that the help named in the first is there.
_SPOKEN_TO = re.compile(r"\b(?:been\s+(?:on\s+)?to|spoke(?:n)?\s+to|talked\s+to|rung|rang|contacted|got|with|under|see(?:ing)?)\b", re.IGNORECASE)
_THEY_ARE_ON_IT = re.compile(r"(?:they|they're|theyre|they\s+are|who|he's|she's)\b.{0,10}\b(?:on\s+(?:with\s+|to\s+)?it|on\s+the\s+case|sorting\s+it|dealing\s+with\s+it|helping|involved|looking\s+into\s+it)\W*$", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[.;!?\n,]|\band\s+(?:need|want|would)\b", re.IGNORECASE)


def in_place(text: str, directory: Directory) -> tuple[Service, ...]:
    """The services that a clause of ``text`` names as being there; none where the clause, or the next one, doubts it."""
    clauses = [clause.strip() for clause in _CLAUSE_ENDS.split(text)]
    found: dict[str, Service] = {}
    for clause, after in zip(clauses, [*clauses[1:], ""]):
        clause = f"{clause} {after}" if _THEY_ARE_ON_IT.match(after) and _SPOKEN_TO.search(clause) else clause
        doubted = _NOT_REALLY.search(clause) or re.match(r"(?:but|though|yet|however)\b", after, re.IGNORECASE)
        if _IS_IN_PLACE.search(clause) and not doubted:
            found |= {service.id: service for service in named(re.sub(r"'s\b", "", clause), directory)}
    return tuple(found.values())
