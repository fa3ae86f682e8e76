"""What is said of an entry that nobody could check, and where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answer.plan_words import plan_reply
from bot.conversation.memory import Memory
from bot.directory.match import match
from bot.directory.plan import Plan
from bot.directory.service import UNVERIFIED_WORDS
from bot.enquiry import Child, Enquiry, Locality
from tests.directory.conftest import TODAY, directory, service

ASKED = Enquiry(("speech_language",), (Child((36, 48)),))
WEEKLY = {"title": "Drop-in", "rrule": "FREQ=WEEKLY;BYDAY=TU", "starts": date(2026, 9, 1), "time": "10:00", "source": "x"}


def ids(plan: Plan) -> list[str]:
    return [result.service.id for result in plan.results]


UNSURE = ({"confidence": "low", "unverified": True}, {"confidence": "low"}, {"unverified": True})


@pytest.mark.parametrize("marked", UNSURE)
def test_what_nobody_could_check_says_so_and_claims_nothing(marked: dict[str, Any]) -> None:
    walk_in = {"self": True, "drop_in": True, "route": "Walk in."}
    plan = match(directory(service("group", referral=walk_in, sessions=[WEEKLY], **marked)), ASKED, TODAY)
    result = plan.results[0]
    assert plan.today == ()
    assert plan.ask == (result,)
    assert result.reasons[0] == UNVERIFIED_WORDS
    assert result.service.caution == UNVERIFIED_WORDS
    for firm in ("It is there", "You can walk in", "You can ask", "fits"):
        assert not any(firm in reason for reason in result.reasons)
    assert "Check the date with them first." in str(result.next)


@pytest.mark.parametrize("marked", UNSURE)
@pytest.mark.parametrize("unsure_opens", [{"self": True, "drop_in": True}, {"self": None, "drop_in": None}])
def test_what_nobody_could_check_never_stands_before_a_like_service_that_somebody_did(marked: dict[str, Any], unsure_opens: dict[str, Any]) -> None:
    unsure = service("a", referral={**unsure_opens, "route": "Go along."}, sessions=[WEEKLY], **marked)
    through_others = service("b", referral={"self": False, "drop_in": False, "who": "A GP.", "route": "Ask a GP."})
    crook = Locality("Crook", True, "Durham County Council", 54.7146, -1.74649)
    for place in (None, crook):
        asked = Enquiry(ASKED.needs, ASKED.children, place)
        assert ids(match(directory(unsure, through_others), asked, TODAY)) == ["b", "a"]


def test_the_entrys_own_caution_comes_after_that_nobody_could_check_it() -> None:
    hub = service("hub", confidence="low", unverified=True, caution="We do not know its town.")
    assert hub.caution == f"{UNVERIFIED_WORDS} We do not know its town."
    assert service("hub", caution="Ring first.").caution == "Ring first."


@pytest.mark.parametrize("marked", UNSURE)
def test_the_reply_and_its_card_say_that_nobody_could_check_it(marked: dict[str, Any]) -> None:
    plan = match(directory(service("group", **marked)), ASKED, TODAY)
    reply = plan_reply(plan, Memory(needs=ASKED.needs, children=ASKED.children))
    assert UNVERIFIED_WORDS in reply.text
    assert "Start here today" not in reply.text
    assert reply.services[0]["caution"] == UNVERIFIED_WORDS
    assert UNVERIFIED_WORDS in str(reply.services[0]["reasons"])
