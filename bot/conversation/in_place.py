"""Help that the writer says is there already: "SALT already involved", "we already see CAMHS". It is not offered again."""

from __future__ import annotations

import re

from bot.conversation.shown.naming import named
from bot.directory.service import Directory, Service

_IS_IN_PLACE = re.compile(
    r"\balready\s+(?:involved|in\s+place|on\s+board|on\s+the\s+case|open|visiting|coming|supporting)\b"
    r"|\b(?:is|are)\s+(?:now\s+)?(?:involved|in\s+place|on\s+board)\b"
    r"|\balready\s+(?:got|have|has|had|see|sees|seeing|seen\s+by|under|with|working\s+with|open\s+to|getting|gets|get)\b",
    re.IGNORECASE,
)
# What makes it no help that is there: it ended, it is waited for, it does not come, or more of it is wanted.
_NOT_REALLY = re.compile(
    r"^(?:is|are|do|does|has|have|can|could|will|would)\b|\b(?:but|however|though|although|yet|not|no|never|nothing|nowt|stopped|ended|discharged|closed|left|off|wait\w*|list|referr\w*|turned|refus\w*"
    r"|useless|more|again|cancel\w*|once|tried|should|if)\b|n't\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[.;!?\n,]|\band\s+(?:need|want|would)\b", re.IGNORECASE)


def in_place(text: str, directory: Directory) -> tuple[Service, ...]:
    """The services that a clause of ``text`` names as being there; none where the clause, or the next one, doubts it."""
    clauses = [clause.strip() for clause in _CLAUSE_ENDS.split(text)]
    found: dict[str, Service] = {}
    for clause, after in zip(clauses, [*clauses[1:], ""]):
        doubted = _NOT_REALLY.search(clause) or re.match(r"(?:but|though|yet|however)\b", after, re.IGNORECASE)
        if _IS_IN_PLACE.search(clause) and not doubted:
            found |= {service.id: service for service in named(clause, directory)}
    return tuple(found.values())
