"""Words put above or below a reply, as the chat and the page beside it show them."""

from __future__ import annotations

from bot.answer.reply import Reply


def test_words_around_a_list_stand_above_and_below_its_services_too() -> None:
    reply = Reply("Here is help.\n\n- Kooth\n\nRing us.", intro="Here is help.", outro="Ring us.").led_by("First.").ending_with("Last.")
    assert reply.text == "First.\n\nHere is help.\n\n- Kooth\n\nRing us.\n\nLast."
    assert (reply.intro, reply.outro) == ("First.\n\nHere is help.", "Ring us.\n\nLast.")


def test_a_reply_with_no_parts_stays_whole() -> None:
    reply = Reply("Thanks.").led_by("First.").ending_with("Last.")
    assert reply == Reply("First.\n\nThanks.\n\nLast.")
