"""What is said to somebody in danger: the right numbers for age, place and voice, each with a source."""

from __future__ import annotations

import pytest

from bot.answer.safety import SafetyAnswer, load, safety_answer, urgent_line
from bot.enquiry import AgeRange, Danger, SafetyLevel

LEVELS: tuple[SafetyLevel, ...] = ("crisis", "safeguarding")
VOICES = (None, "parent", "grandparent", "foster_carer", "young_person", "practitioner")


def answer(
    danger: Danger,
    *,
    age: AgeRange | None = None,
    in_area: bool | None = None,
    council: str | None = None,
    voice: str | None = None,
    domestic_abuse: bool = False,
) -> SafetyAnswer:
    return safety_answer(
        danger, child_age=age, in_area=in_area, council=council, voice=voice, domestic_abuse=domestic_abuse
    )


def names(given: SafetyAnswer) -> list[str]:
    return [contact.name for contact in given.contacts]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("domestic_abuse", [True, False])
def test_999_comes_first_and_every_number_is_in_the_text(
    level: SafetyLevel, voice: str | None, domestic_abuse: bool
) -> None:
    given = answer(level, voice=voice, domestic_abuse=domestic_abuse)
    assert given.contacts[0].phone == "999"
    for contact in given.contacts:
        assert contact.phone is not None
        assert contact.phone in given.text


@pytest.mark.parametrize("voice", VOICES)
def test_a_crisis_gives_the_mental_health_option_and_someone_to_listen(voice: str | None) -> None:
    text = answer("crisis", voice=voice).text
    assert "111 and choose option 2" in text
    assert "116 123" in text


def test_a_young_person_gets_childline_early() -> None:
    assert "Childline" in names(answer("crisis", voice="young_person", age=(168, 180)))[:3]
    assert names(answer("safeguarding", voice="young_person"))[1] == "Childline"


def test_childline_is_left_out_from_nineteen() -> None:
    assert "Childline" in names(answer("crisis", voice="young_person", age=(216, 228)))
    assert "Childline" not in names(answer("crisis", voice="young_person", age=(228, 240)))


@pytest.mark.parametrize("in_area", [True, None])
def test_first_contact_is_given_in_county_durham_or_where_nobody_knows(in_area: bool | None) -> None:
    given = answer("safeguarding", in_area=in_area)
    assert "03000 267 979" in given.text
    assert "County Durham" in given.text


def test_outside_the_county_the_own_council_is_named_without_a_made_up_number() -> None:
    given = answer("safeguarding", in_area=False, council="Sunderland City Council")
    assert "03000 267 979" not in given.text
    own = next(contact for contact in given.contacts if contact.name.endswith("Sunderland City Council"))
    assert own.phone is None
    assert "Social care at Sunderland City Council" in given.text


def test_domestic_abuse_gives_harbour_with_the_age_of_its_number() -> None:
    given = answer("safeguarding", domestic_abuse=True, in_area=True)
    assert "03000 202 525" in given.text
    assert "may have changed" in given.text
    assert "03000 202 525" not in answer("safeguarding", domestic_abuse=True, in_area=False).text


def test_a_life_at_risk_comes_before_domestic_abuse() -> None:
    both, alone = answer("crisis", domestic_abuse=True, in_area=True), answer("crisis", in_area=True)
    assert both.contacts[: len(alone.contacts)] == alone.contacts
    assert [contact.name for contact in both.contacts[len(alone.contacts) :]] == ["Harbour Support Services", load()["contacts"]["domestic_abuse_helpline"]["name"]]


def test_where_no_child_is_told_of_no_line_says_your_child() -> None:
    for level in LEVELS:
        given = safety_answer(level, child_age=None, in_area=None, council=None, voice=None, domestic_abuse=False, child_told=False)
        assert "Your child" not in given.text
        assert "0800 1111" in given.text


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("voice", VOICES)
def test_the_words_are_short_and_say_that_the_chat_goes_on(level: SafetyLevel, voice: str | None) -> None:
    text = answer(level, voice=voice).text
    assert "Thank you for telling me" in text
    assert "carry on here" in text
    assert len(text.split()) <= 190


def test_every_number_has_a_source() -> None:
    for entry in load()["contacts"].values():
        assert (entry["phone"] is None) == (entry["source"] is None)


def test_the_urgent_line_is_one_line_with_the_urgent_numbers() -> None:
    line = urgent_line()
    assert "\n" not in line
    for number in ("999", "111", "03000 267 979", "116 123", "0800 1111"):
        assert number in line


def test_no_alarm_needs_no_answer() -> None:
    with pytest.raises(ValueError, match="no alarm"):
        answer("none")


BODY_CARDS: tuple[Danger, ...] = ("emergency", "missing")
FEELINGS = ("feel", "Samaritans", "PAPYRUS", "suicide", "mental health", "sorry", "If it is you")


@pytest.mark.parametrize("danger", BODY_CARDS)
@pytest.mark.parametrize("voice", VOICES)
def test_where_minutes_count_the_card_is_short_and_says_nothing_of_feelings(danger: Danger, voice: str | None) -> None:
    text = answer(danger, voice=voice).text
    assert text.startswith("Ring 999 now")
    assert len(text.split()) <= 125
    assert [word for word in FEELINGS if word in text] == []
    assert "carry on here" in text


@pytest.mark.parametrize("voice", VOICES)
def test_an_emergency_says_what_to_tell_999_to_stay_and_when_111_will_do(voice: str | None) -> None:
    given = answer("emergency", voice=voice)
    assert names(given) == ["999", "NHS 111"]
    assert "what has happened" in given.text
    assert "tay with" in given.text  # "Stay with them", "while you stay with them"


@pytest.mark.parametrize("voice", VOICES)
def test_a_knife_or_a_threat_goes_to_those_who_keep_people_safe(voice: str | None) -> None:
    given = answer("threat", voice=voice, in_area=True)
    assert names(given)[0] == "999"
    assert names(given).index("First Contact (Durham County Council)") < names(given).index("Police, when it is not happening now")
    # A weapon may be meant for oneself too: who listens comes after those who keep people safe.
    assert names(given).index("Police, when it is not happening now") < next(at for at, name in enumerate(names(given)) if name.startswith("NHS 111"))


@pytest.mark.parametrize("voice", [None, "parent", "practitioner"])
def test_a_life_at_risk_from_a_partner_names_who_helps_with_that_first(voice: str | None) -> None:
    given = answer("partner", voice=voice, in_area=True)
    assert names(given) == ["999", "First Contact (Durham County Council)", "Harbour Support Services", "National Domestic Abuse Helpline (Refuge)"]
    assert "A&E" in given.text


def test_a_practitioner_hears_that_hands_on_a_neck_are_a_high_risk() -> None:
    text = answer("partner", voice="practitioner").text
    for words in ("very high risk", "even with no marks", "MARAC", "safeguarding lead today"):
        assert words in text


def test_where_a_partner_is_feared_a_threat_names_who_helps_with_that_too() -> None:
    assert "03000 202 525" in answer("threat", domestic_abuse=True, in_area=True).text
    assert "03000 202 525" not in answer("emergency", domestic_abuse=True, in_area=True).text
