"""What the page itself says, apart from its templates. What the assistant says comes from the assistant."""

from __future__ import annotations

# A first message that names a need, an age and a town shows by example what helps most.
STARTERS = (
    "My 3-year-old is not talking yet. We live in Bishop Auckland",
    "My son is 8, he is waiting for an autism assessment. We live in Consett",
    "My daughter is 14 and can't face school. We live in Peterlee",
    "I'm 16 and I feel anxious all the time. I live in Durham",
)

# As the assistant heads the same parts where it answers in words alone (bot/answer/words/chat.yml).
PART_HEADINGS = {"today": "Start here today", "ask": "Ask for this"}
WAITING_HEADING = "While you wait"

COSTS = {"free": "Free", "paid": "You pay for this", "varies": "The cost depends on what you need"}

# From the gazetteer's sources (see NOTICE): the licences ask for these lines to be shown.
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0 "
    "(NaPTAN and NPTG, Department for Transport).",
    "Contains OS data © Crown copyright and database right 2025-2026.",
    "Contains Royal Mail data © Royal Mail copyright and database right 2025-2026.",
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
)

FORGOTTEN = "We have deleted this chat. Nothing you typed is kept."
FORGET_PENDING = (
    "We have cleared this page. Part of our service is not answering just now: "
    "we will keep trying to delete your chat there."
)
EXPIRED = (
    "This page was left for a long time, so we started a new chat. "
    "Your message is still in the box: please send it again."
)
EXPIRED_SENT = "This page was left for a long time, so your last chat was cleared. This is a new one."
