"""The real parts, put together."""

from __future__ import annotations

import pytest

from bot.directory.vocabulary import NEEDS
from bot.enquiry import SafetyLevel
from bot.nlu.place import gazetteer
from bot.web import real
from bot.web.brain import nothing_understood
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


@pytest.mark.parametrize(
    ("level", "said", "starts"),
    [
        ("crisis", "he's swallowed a battery", "Ring 999 now. Say what has happened"),
        ("crisis", "I'm 15 and my mate has collapsed and isn't breathing", "Ring 999 now. You can ring it yourself"),
        ("crisis", "Health visitor here. Baby of 5 weeks is floppy and won't feed", "Ring 999 now, or have a colleague ring"),
        ("crisis", "he takes a knife to school", "Thank you for telling me. If anyone has a weapon"),
        ("safeguarding", "her partner strangles her", "Thank you for telling me. You have done the right thing. It is not your fault. A life may be in danger"),
        ("crisis", "she wants to die", "Thank you for telling me. You have done the right thing. If anyone's life"),
    ],
)
def test_the_front_door_alone_has_the_card_of_each_danger_and_voice(level: SafetyLevel, said: str, starts: str) -> None:
    assert real._vetted(level, said, nothing_understood()).text.startswith(starts)
