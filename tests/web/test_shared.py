"""The link that shows the same help again."""

from __future__ import annotations

import pytest

from bot.web.parts import Understood
from bot.web.shared import read_age, share_link
from tests.web.fakes import FakeBrain, parts, service


def plan_for(needs, ages, place):
    if not needs or "nonsense" in needs:
        raise ValueError("unknown need")
    return {"text": f"{needs} {ages} {place}", "buttons": [], "services": [service()]}


async def test_a_link_shows_the_plan_for_what_it_holds(start, brain: FakeBrain) -> None:
    client = await start(parts(brain, plan_for=plan_for))
    async with client.get("/help?need=sleep&need=behaviour&age=36-48&age=-3-0&place=Crook") as response:
        assert response.status == 200
        html = await response.text()
    assert "[&#39;sleep&#39;, &#39;behaviour&#39;] [(36, 48), (-3, 0)] Crook" in html
    assert "Children&#39;s speech and language therapy" in html
    assert "Set-Cookie" not in response.headers
    assert brain.heard == []


@pytest.mark.parametrize("query", ["", "need=nonsense", "need=sleep&age=old", "need=sleep&age=9-3"])
async def test_a_link_that_is_not_ours_leads_to_the_chat(start, brain: FakeBrain, query: str) -> None:
    client = await start(parts(brain, plan_for=plan_for))
    async with client.get(f"/help?{query}") as response:
        assert response.status == 404
        assert "ask in the chat" in await response.text()


async def test_the_answer_offers_its_link(start, brain: FakeBrain) -> None:
    client = await start(parts(brain, plan_for=plan_for))
    async with client.post("/embed", data={"message": "hello"}) as response:
        assert response.status == 403
    headers = {"Sec-Fetch-Site": "same-origin"}
    async with client.post("/embed", data={"message": "hello"}, headers=headers) as response:
        assert "/help?need=speech_language&amp;age=36-48&amp;place=Crook" in await response.text()


@pytest.mark.parametrize("text", ["", "3", "3-", "-", "a-b", "48-36", "36-36", "1000-2000", "36-48x"])
def test_only_a_range_of_months_is_an_age(text: str) -> None:
    with pytest.raises(ValueError, match="not an age"):
        read_age(text)


def test_no_address_says_that_somebody_asked_about_abuse() -> None:
    understood: Understood = {"needs": ["sleep"], "ages": [[36, 48]], "locality": None}
    assert share_link(understood) == "/help?need=sleep&age=36-48"
    assert share_link({**understood, "needs": ["sleep", "domestic_abuse"]}) is None
