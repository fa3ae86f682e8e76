"""Replies as the templates draw them."""

from __future__ import annotations

import pytest

from bot.answer.words import chat
from bot.web.shared import share_link
from bot.web.views import Span, blocks, card, groups, reply_view, spans, tel, urgent_view, web_link
from bot.web.words import PART_HEADINGS, WAITING_HEADING
from tests.web.fakes import UNDERSTOOD, service


def test_empty_lines_part_paragraphs_and_dashes_make_lists() -> None:
    text = "Hello.\nMore.\n\nThree things:\n- one\n- two\n• three\nAfter."
    drawn = [
        (block.kind, ["".join(span.text for span in line) for line in block.lines]) for block in blocks(text)
    ]
    assert drawn == [
        ("paragraph", ["Hello.", "More."]),
        ("paragraph", ["Three things:"]),
        ("list", ["one", "two", "three"]),
        ("paragraph", ["After."]),
    ]


@pytest.mark.parametrize(
    ("line", "linked", "href"),
    [
        ("Ring 0300 123 4567.", "0300 123 4567", "tel:03001234567"),
        ("(0191) is old, 0191 387 7777 is it", "0191 387 7777", "tel:01913877777"),
        ("Childline 0800 1111 if", "0800 1111", "tel:08001111"),
        ("Samaritans 116 123, any hour", "116 123", "tel:116123"),
        ("In danger? Ring 999.", "999", "tel:999"),
        ("999: ring now", "999", "tel:999"),
        ("or ring 111 and choose option 2", "111", "tel:111"),
        ("call +44 191 387 7777 now", "+44 191 387 7777", "tel:+441913877777"),
        ("see https://a.example/x?y=1, then", "https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("(https://a.example/x)", "https://a.example/x", "https://a.example/x"),
    ],
)
def test_numbers_and_addresses_in_words_are_linked(line: str, linked: str, href: str) -> None:
    assert [span for span in spans(line) if span.href] == [Span(linked, href)]
    assert "".join(span.text for span in spans(line)) == line


@pytest.mark.parametrize(
    "line",
    ["He is 111 months old", "from 2022 to 2023", "text SHOUT to 85258", "option 2", "1, 2, 3", "20 12 2026"],
)
def test_other_numbers_are_not(line: str) -> None:
    assert spans(line) == (Span(line),)


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        ("03000 267 979 (option 4)", "tel:03000267979"),
        ("999", "tel:999"),
        ("text SHOUT to 85258", None),
        ("", None),
    ],
)
def test_a_phone_field_rings_its_number(phone: str, href: str | None) -> None:
    assert tel(phone) == href


@pytest.mark.parametrize(
    "value", [None, 3, "", "x", "ftp://a.example", "javascript:x", "http://", "https://[", "//a.b"]
)
def test_only_web_pages_are_linked(value: object) -> None:
    assert web_link(value) is None


@pytest.mark.parametrize(
    ("miles", "said"),
    [
        (0.2, "Less than a mile away"),
        (1, "About 1 mile away"),
        (3.4, "About 3 miles away"),
        (None, None),
        (True, None),
    ],
)
def test_distance_in_words(miles: object, said: str | None) -> None:
    assert card(service(distance_miles=miles)).distance == said


def test_an_absent_fact_is_absent() -> None:
    bare = card({"id": "a", "name": "A"})
    assert (bare.phone, bare.tel, bare.url, bare.cost, bare.checked, bare.next, bare.reasons) == (
        None, None, None, None, None, None, (),
    )  # fmt: skip


def test_the_same_step_is_not_said_twice() -> None:
    assert card(service(next="Ring.", route="Ring.")).route is None


@pytest.mark.parametrize(("cost", "said"), [("free", "Free"), ("£5 a term", "£5 a term"), (None, None)])
def test_cost_in_words(cost: str | None, said: str | None) -> None:
    assert card(service(cost=cost)).cost == said


def test_cards_stand_under_the_parts_of_the_plan() -> None:
    cards = [service(id="b", part="ask"), service(id="a", part="today"), service(id="c", part=None)]
    drawn = [(group.heading, [card.id for card in group.cards]) for group in groups(cards)]
    assert drawn == [("Start here today", ["a"]), ("Ask for this", ["b"]), (None, ["c"])]


def test_a_long_part_folds_its_later_cards() -> None:
    drawn = groups([service(id=str(number), part="today") for number in range(5)])
    assert [card.id for card in drawn[0].cards] == ["0", "1", "2"]
    assert [card.id for card in drawn[0].folded] == ["3", "4"]
    assert groups([service(id=str(number)) for number in range(5)], at_once=5)[0].folded == ()


def test_a_card_opens_with_one_sentence_and_with_what_could_rule_it_out() -> None:
    drawn = card(
        service(
            summary="Help to talk. It is free. Ask.",
            reasons=["For talking.", "Check first: it is for schools."],
        )
    )
    assert (drawn.lead, drawn.more) == ("Help to talk.", "It is free. Ask.")
    assert (drawn.checks, drawn.reasons) == (("Check first: it is for schools.",), ("For talking.",))


def test_a_source_that_is_no_page_is_named() -> None:
    assert card(service(source="A council report, 2024")).source == Span("A council report, 2024")
    assert card(service()).source == Span("See the source", "https://www.example.org/source")


def test_a_plan_goes_around_its_cards_and_words_alone_go_before() -> None:
    reply = {"text": "All of it.", "buttons": [], "services": [service()]}
    assert reply_view(reply).before == blocks("All of it.")
    drawn = reply_view(
        reply | {"intro": "Here.", "notes": ["Note."], "outro": "Ask us.", "while_waiting": ["Sing."]}
    )
    assert (drawn.before, drawn.tips, drawn.after) == (
        blocks("Here."),
        ("Sing.",),
        blocks("Note.\n\nAsk us."),
    )


def test_lines_to_take_along_stand_in_a_box_and_only_there() -> None:
    reply = {"text": "Here.\n\n- A: 1\n- B: 2", "copy": "- A: 1\n- B: 2", "buttons": [], "services": []}
    drawn = reply_view(reply)
    assert (drawn.before, drawn.copy) == (blocks("Here."), "- A: 1\n- B: 2")
    assert reply_view(reply | {"copy": ""}).copy is None


def test_the_first_urgent_sentences_stand_and_the_others_are_a_list() -> None:
    first, others = urgent_view(
        "In danger now? Ring 999. Crisis: ring 111. Samaritans 116 123. Childline 0800 1111."
    )
    assert "".join(span.text for span in first) == "In danger now? Ring 999. Crisis: ring 111."
    assert ["".join(span.text for span in line) for line in others] == [
        "Samaritans 116 123.",
        "Childline 0800 1111.",
    ]


def test_a_link_to_share_holds_needs_ages_and_place_only() -> None:
    assert share_link(UNDERSTOOD) == "/help?need=speech_language&age=36-48&place=Crook"
    assert share_link({"needs": [], "ages": [[1, 2]], "locality": None}) is None


def test_the_page_and_the_assistants_words_head_the_parts_of_a_plan_alike() -> None:
    headings = (chat()[f"{part}_heading"] for part in ("today", "ask", "waiting"))
    assert tuple(headings) == (PART_HEADINGS["today"], PART_HEADINGS["ask"], WAITING_HEADING)
