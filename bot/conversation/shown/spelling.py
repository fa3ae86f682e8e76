"""The words that questions about help are asked with, typed as they sound: "wud i need a docters letter", "wots the fone nmber"."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

_AS_IT_SOUNDS = {
    "wot": "what", "wat": "what", "whot": "what", "wots": "what's", "wats": "what's", "hw": "how", "hoo": "how", "wen": "when", "wer": "where", "hu": "who",
    "wich": "which", "cn": "can", "cud": "could", "culd": "could", "wud": "would", "wuld": "would", "shud": "should", "shuld": "should", "duz": "does",
    "u": "you", "ya": "you", "r": "are", "ther": "there", "n": "and", "fone": "phone", "phon": "phone", "fones": "phones", "nmber": "number", "numba": "number",
    "nmbr": "number", "furst": "first", "frist": "first", "secund": "second", "howse": "house", "cum": "come", "wate": "wait", "wating": "waiting",
    "docter": "doctor", "docters": "doctor's", "docta": "doctor", "doctas": "doctor's", "apointment": "appointment", "emale": "email", "skool": "school", "lettr": "letter", "leter": "letter",
    "rite to": "write to", "thay": "they", "dey": "they", "jus": "just", "meself": "myself", "mesel": "myself",
}  # fmt: skip
# Long enough that one or two wrong letters make no other word of them.
_ASKED_WITH = ("appointment", "appointments", "referral", "referrals", "diagnosis", "interpreter", "waiting", "website", "weekends", "opening", "telephone", "assessment", "criteria", "threshold", "eligible", "self-refer", "holidays")
_SHORTEST, _ALIKE = 6, 82
# English words that look like one of those.
_OTHERS = frozenset(
    "appointed disappointment disappointments ointment awaiting wasting wailing wanting writing walking weekend weekday pending opinion openings reopening interpreters interprets interpreted interpreting"
    " diagnosed diagnoses diagnose diagnosing diagnostic assessments reassessment thresholds websites telephoned telephones holiday".split()
)
_SOUNDS = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _AS_IT_SOUNDS), key=len, reverse=True))})\b", re.IGNORECASE)
_LONG_WORD = re.compile(rf"\b[a-z]{{{_SHORTEST},}}\b", re.IGNORECASE)


def spelt_out(text: str) -> str:
    """The same with those words as they are written, so that a pattern finds them."""
    return _LONG_WORD.sub(_nearly, _SOUNDS.sub(lambda match: _AS_IT_SOUNDS[match[0].lower()], text))


def _nearly(match: re.Match[str]) -> str:
    word = match[0].lower()
    if word in _OTHERS or word in _ASKED_WITH:
        return match[0]
    found = process.extractOne(word, _ASKED_WITH, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else match[0]
