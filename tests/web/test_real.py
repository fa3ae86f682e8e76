"""The real parts, put together."""

from __future__ import annotations

import pytest

from bot.directory.vocabulary import NEEDS
from bot.nlu.place import gazetteer
from bot.web import real
from bot.web.shared import share_link


def test_a_warning_says_nothing_about_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_SERVICES", "/srv/secret/services")
    monkeypatch.setattr(real, "directory_warning", lambda: "/srv/secret/services/a/b.yml:3: no name")
    assert real._directory_warning() == "services/a/b.yml:3: no name"


@pytest.mark.parametrize(
    "words", ["Crook", "Bishop Auckland", "DL14", "Barnard Castle", "Darlington", "Esh Winning"]
)
def test_the_link_to_share_finds_its_place_again(words: str) -> None:
    found = gazetteer().find(words, asked=True)
    assert found
    place = {"name": found.locality.name, "in_area": True, "council": None}
    link = share_link({"needs": [sorted(NEEDS)[0]], "ages": [[36, 48]], "locality": place})
    assert link
    again = real._locality(found.locality.name)
    assert again.name == found.locality.name
    assert real._plan_for([sorted(NEEDS)[0]], [(36, 48)], found.locality.name)["text"]
