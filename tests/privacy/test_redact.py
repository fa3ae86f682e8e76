"""What identifies somebody goes; what help depends on stays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.redact import redact

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
        ("born 12/03/2019 and not talking", "aged 7 and not talking"),
        ("his NHS number is 943 476 5919", "his NHS number is [NHS number]"),
        ("he goes to St John's Primary School in Crook", "he goes to [school] in Crook"),
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
        "my son wants to kill himself",
        "",
    ],
)
def test_what_help_depends_on_stays(text: str) -> None:
    assert redact(text, TODAY).text == text


def test_a_service_s_own_number_stays() -> None:
    assert redact("I rang 01388 123456", TODAY, keep=frozenset({"01388 123456"})).text == "I rang 01388 123456"


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    redact(text, TODAY)
