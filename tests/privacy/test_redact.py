"""What identifies somebody goes; what help depends on stays."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.privacy.measure import labelled, ours, score, scrubbed
from bot.nlu.ages import find_ages
from bot.nlu.place import gazetteer
from bot.ops.paths import ROOT
from bot.privacy.redact import redact
from tests.timing import own_seconds

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my son Jack is 4 and Jack won't sleep", "my son [name] is 4 and [name] won't sleep"),
        ("my daughter Ellie-Mae is autistic", "my daughter [name] is autistic"),
        ("she is called lily", "she is called [name]"),
        ("Mrs Smith said no", "Mrs [name] said no"),
        ("our Brandon is 9", "our [name] is 9"),
        ("ring me on 07700 900123", "ring me on [phone]"),
        ("mail a.b@example.org", "mail [email]"),
        ("we are at 12 High Street, Crook DL15 9HS", "we are at [address], Crook DL15"),
        ("born 12/03/2019 and not talking", "aged 7 years 8 months and not talking"),
        ("his NHS number is 943 476 5919", "his NHS number is [NHS number]"),
        ("Dr Anand Rao wrote", "Dr [name] wrote"),
        ("I'm mum to Priya and Arjun", "I'm mum to [name] and [name]"),
        ("help Theodora, she is 11", "help [name], she is 11"),
        ("im kieran 15", "im [name] 15"),
        ("emma, mam of 2", "[name], mam of 2"),
        ("we are at 2 The Green, Wolsingham", "we are at [address], Wolsingham"),
        ("nhs 999 123 4567", "nhs [NHS number]"),
        ("kicked out of st aidans comp", "kicked out of [school]"),
        ("he goes to St John's Primary School in Crook", "he goes to [school] in Crook"),
        ("we live at 4 oak close, Crook", "we live at [address], Crook"),
        ("im at 12 fern way", "im at [address]"),
        ("I was born 12/05/1985", "I was born [date of birth]"),
        ("DOB 12/31/2015", "DOB [date of birth]"),
        ("date of birth: 3-Apr-1999", "date of birth: [date of birth]"),
        ("3/4/1999 dob", "[date of birth] dob"),
        ("my daughter Małgorzata is 5", "my daughter [name] is 5"),
        ("my son Łukasz won't eat", "my son [name] won't eat"),
        ("he is called D'Angelo", "he is called [name]"),
    ],
)
def test_what_identifies_goes(text: str, expected: str) -> None:
    assert redact(text, TODAY).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "I rang 03000 267 979 and 116 123",
        "he's called names at school",
        "my son is autistic and lives in Stanley",
        "Portage and the SENCO said no",
        "I'm Autistic and scared",
        "his special school is too far",
        "waited 14 months, 3 schools, 2 hours a night",
        "im 14 i want to die",
        "my Grandson Lives with me and Won't eat",
        "our Daisy Chain sessions",
        "ring Contact on 0808 808 3555 or 0300 123 4567",
        "im desperate, its from school",
        "mam of Crook twins",
        "my son wants to kill himself",
        "I swallowed 28 pills way too many",
        "I took 20 sertraline tablets close to midnight",
        "he took 20 amitriptyline way over the dose",
        "born at 28 weeks, 3 months in hospital",
        "",
    ],
)
def test_what_help_depends_on_stays(text: str) -> None:
    assert redact(text, TODAY).text == text


@pytest.mark.parametrize("text", ["Apologies, he is year 9, I was thinking of the other one", "Correction, she's 4", "Honestly, she is 6 and up all night"])
def test_a_word_that_leads_in_is_nobody_s_name(text: str) -> None:
    assert redact(text, TODAY).text == text


def test_a_service_s_own_number_stays() -> None:
    assert (
        redact("I rang 01388 123456", TODAY, keep=frozenset({"01388 123456"})).text == "I rang 01388 123456"
    )


# Floors under what benchmarks/privacy/RESULTS.md reports: (recall, over-redaction) for each set of labelled messages.
FLOORS = {"first": (0.99, 0.01), "second": (0.98, 0.02), "third": (0.95, 0.02), "fourth": (0.75, 0.02)}


@pytest.mark.parametrize("name", FLOORS)
def test_labelled_messages_keep_their_figures(name: str) -> None:
    lines = [line for line in labelled() if line.of == name]
    assert len(lines) >= 36
    found = score(lines, ours)
    recall, over_redaction = FLOORS[name]
    assert found.recall >= recall, found.faults
    assert found.over_redaction <= over_redaction, found.faults
    assert found.ages_said == found.ages


def test_it_finds_more_and_loses_less_than_a_general_library() -> None:
    mine, theirs = score(labelled(), ours), score(labelled(), scrubbed())
    assert mine.recall > theirs.recall
    assert mine.over_redaction < theirs.over_redaction


def test_a_word_that_never_ends_does_not_stop_the_front_door() -> None:
    assert own_seconds(lambda: redact("mum mum mum " + "a" * 1980, TODAY)) < 2


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    redact(text, TODAY)


@pytest.mark.parametrize("part", ["dev", "fresh", "fresh_2", "fresh_3", "fresh_4", "fresh_5"])
def test_ages_and_places_are_heard_alike_when_names_are_out(part: str) -> None:
    for line in (ROOT / "tests" / "understanding" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        kept = redact(text, TODAY).text
        assert [(age.lo, age.hi) for age in find_ages(kept, TODAY)] == [(age.lo, age.hi) for age in find_ages(text, TODAY)], kept
        homes = [found and found.locality.name for found in map(gazetteer().find, (kept, text))]
        assert homes[0] == homes[1], kept


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Our Ellie is 7 and she's awake half the night", [(84, 96)]),
        ("Wor Ellie's 10", [(120, 132)]),
        ("Ruby is 3 and not talking, Alfie is 9 and has terrible meltdowns", [(36, 48), (108, 120)]),
        ("2 kids. Jack 14 flat refuses to go to school. Amelia 5 and a half cant cope with noise", [(168, 180), (66, 72)]),
    ],
)
def test_a_named_child_has_an_age(text: str, ages: list[tuple[int, int]]) -> None:
    assert [(age.lo, age.hi) for age in find_ages(redact(text, TODAY).text, TODAY)] == ages


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("12/3/15", "aged 11 years 8 months"),
        ("14.2.18", "aged 8 years 9 months"),
        ("3 March 2019", "aged 7 years 8 months"),
        ("7 9 11", "7 9 11"),
        ("8/10/12", "8/10/12"),
        ("My kids were born 3/3/2020 and 4/4/2022", "My kids were aged 6 years 8 months and aged 4 years 7 months"),
        ("born in 2015, autistic", "between 10 and 11 years old, autistic"),
        ("born in 2024", "between 22 and 34 months old"),
    ],
)
def test_a_birth_becomes_an_age_that_is_read_again(text: str, left: str) -> None:
    today = date(2026, 11, 27)
    assert redact(text, today).text == left
    bare = not text.lower().startswith(("born", "my"))
    born, read = find_ages(text, today, asked=bare), find_ages(left, today, asked=bare)
    assert [age.lo for age in read] == [age.lo for age in born]
