"""Who a service is for, as a practitioner needs it: ages, what must hold first, and who it is not for."""

from __future__ import annotations

from bot.answer.words import join_words
from bot.directory.eligibility import limits_words
from bot.directory.service import Service


def threshold(service: Service) -> str:
    """The entry's limits in short sentences; what nobody has verified is left out."""
    conditions = service.conditions
    first = [
        "a diagnosis" if conditions.diagnosis == "needed" else "",
        "an EHC plan" if conditions.ehc_plan == "needed" else "",
    ]
    needed = join_words([one for one in first if one])
    parts = [
        f"Ages: {limits_words(service.ages)}.",
        f"Needs {needed} first." if needed else "",
        "No diagnosis needed." if conditions.diagnosis == "not_needed" else "",
        _sentence(conditions.under_team),
        _sentence(service.not_for),
    ]
    return " ".join(part for part in parts if part)


def _sentence(words: str | None) -> str:
    return f"{words[0].upper()}{words[1:].rstrip('.')}." if words else ""
