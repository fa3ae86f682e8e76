"""What is asked for by a word of its own comes first, where it fits."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.conversation import asked_for as module
from bot.conversation.asked_for import asked_for
from tests.conversation.test_steps import DIRECTORY, say


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("my son 6 has outgrown his wheelchair", "wheelchair-service-county-durham"),
        ("is there a dentist who is good with autistic kids", "specialist-dental-service-cddft"),
        ("How do I get Carer's Allowance?", "carers-allowance"),
        ("my girl is 10 with Down's", "downs-syndrome-association"),
    ],
)
def test_the_word_names_its_service(text: str, id: str) -> None:
    assert asked_for(text) == (id,)


@pytest.mark.parametrize("text", ["wheelchair user, 19, wants a flat", "we've already got a dentist", "he's down and can't sleep", "not home ed"])
def test_what_is_only_told_of_is_not_asked_for(text: str) -> None:
    assert asked_for(text) == ()


def test_every_id_is_in_the_directory() -> None:
    ids = yaml.safe_load(Path(module.__file__).with_name("asked_for.yml").read_text(encoding="utf-8"))
    assert [id for id in ids if DIRECTORY.get(id) is None] == []


def test_it_is_among_the_services_shown_and_stays_when_the_age_comes_later() -> None:
    reply, memory = say("he's outgrown his wheelchair", "find_service", "equipment_housing")
    assert "wheelchair-service-county-durham" in [one["id"] for one in reply.services]
    _, memory = say("he's 6", "find_service", memory=memory)
    assert "wheelchair-service-county-durham" in memory.shown


def test_it_is_not_offered_for_a_need_that_it_does_not_meet() -> None:
    reply, _ = say("he's outgrown his wheelchair and can't sleep", "find_service", "sleep")
    assert "wheelchair-service-county-durham" not in [one["id"] for one in reply.services]
