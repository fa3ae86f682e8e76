"""Whether a message tells that somebody said no: a team to a referral, the council to an EHC plan, one of the services shown."""

from __future__ import annotations

import re

# Of anybody: "CAMHS said no. What next?"
_SAID_NO = re.compile(r"\b(?:said|says?)\s+no\b(?!\s*(?:one|body))|\bturned\s+(?:us|him|her|me|them)\s+(?:down|away)\b|\bknocked\s+(?:us|him|her|me)\s+back\b|\b(?:refused|rejected)\b", re.IGNORECASE)
# "CAMHS bounced the referral"; not "he refused school".
_OF_A_REFERRAL = re.compile(
    r"\b(?:camhs|gp|doctors?|council|la|panel|paediatric\w*|therap(?:y|ists?)|health\s+visitor|school\s+nurse|dla|pip|dwp|social\s+(?:care|services)|they|they'?ve)\s+(?:\w+\s+){0,3}(?:bounced|rejected|turned\s+(?:us|him|her|it|them|me|that|\w+\s+referral)\s+(?:down|away)|knocked\s+(?:us|him|her|it|me)\s+back|said\s+no)\b"
    r"|\b(?:referral|application|claim)s?\s+(?:was|were|got|has\s+been|have\s+been|been|keeps?\s+getting|came\s+back)\s+(?:bounced|rejected|refused|knocked\s+back|turned\s+down|sent\s+back)\b",
    re.IGNORECASE,
)
# "We asked two year ago and were told no", "they said we don't meet the threshold"; not "told him no", "what if we're told no".
_TOLD_NO = re.compile(
    r"(?:^|[.,;!?]\s*|\b(?:and|but|we|i|we've|i've|they|have|just|only)\s+)(?:(?:was|were|got|get|been|being)\s+)?(?:told|telt)\s+(?:(?:us|me)\s+)?no\b(?!\s*(?:one|body))"
    r"|\b(?:didn'?t|don'?t|doesn'?t|did\s+not|do\s+not|wouldn'?t|wouldnt|never)\s+(?:even\s+)?(?:qualify|meet\s+(?:the|their)\s+(?:threshold|criteria|bar))"
    r"|\b(?:not|wasn'?t|isn'?t|weren'?t)\s+(?:bad|severe|disabled|ill|autistic|poorly|complex|high)\s+enough\b",
    re.IGNORECASE,
)
_A_NO = re.compile(
    r"\b(?:said\s+no|knocked\s+(?:\w+\s+)?back|turned\s+(?:\w+\s+)?down|turned\s+\w+\s+away|(?<!he )(?<!she )(?<!he's )(?<!she's )refused|rejected|got\s+nowhere|got\s+nothing|no\s+joy)\b"
    r"|\b(?:didn'?t|never)\s+get\s+(?:it|one|in|a\s+place|anything|anywhere|owt)\b|\bwouldn'?t\s+(?:have|take|see|accept|give)\s+(?:it|him|her|us|them|me)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:ago|last\s+time|last\s+year|(?:years?|yrs?|months)\s+(?:back|since)|before|once|previously|(?:in|last|back\s+in)\s+(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)|way\s+back|the\s+first\s+time|when\s+(?:he|she|they)\s+(?:was|were|wor))\b", re.IGNORECASE
)
_NOT_YET = re.compile(r"\b(?:what|wot|even|and|but)\s+(?:happens\s+)?if\b|\bin\s+case\b|\b(?:teachers?|him|her)\s+(?:was|were)?\s*(?:told|said)\s+no\b", re.IGNORECASE)
_A_PLAN = r"(?:ehcp?s?(?:\s+(?:plan|needs\s+assessment|assessment|request|application))?|(?:education,?\s+health\s+and\s+care|ehc)\s+(?:plan|assessment)|needs\s+assessment)"
_REFUSED = r"(?:refused|rejected|declined|turned\s+down|knocked\s+back|said\s+no)"
# "EHC assessment refused last week", "council refused to assess him"; not "he refused the assessment".
_OF_A_PLAN = re.compile(
    rf"\b{_A_PLAN}\s+(?:\w+\s+){{0,3}}?{_REFUSED}\b|\b(?:they|they'?ve|council|la|panel|durham|authority)\s+(?:\w+\s+){{0,3}}?{_REFUSED}\s+(?:\w+\s+){{0,4}}?{_A_PLAN}"
    rf"|\b(?:they|they'?ve|council|la|panel|durham|authority)\s+(?:\w+\s+){{0,2}}?(?:refus\w+|declin\w+|won'?t)\s+(?:to\s+)?(?:even\s+)?assess\b|\brefus\w+\s+to\s+(?:assess|issue)\b|\bno\s+to\s+(?:an?\s+|the\s+|his\s+|her\s+)?{_A_PLAN}",
    re.IGNORECASE,
)
# Where a plan stands, "they refused it last week", "what if they say no" are of the plan.
_OF_THE_ONE_THAT_STANDS = re.compile(
    r"\b(?:if|when)\s+(?:they|the\s+council|council|la)\s+(?:say|says|said)\s+no\b|\b(?:they|council|la|panel|it)\b.{0,20}\b(?:refused|rejected|turned\s+(?:it|us|him|her|me|them)\s+down|said\s+no(?!\s+\w)|knocked\s+(?:it|us|him|her)\s+back)\b|\b(?:we|i)\b.{0,30}\b(?:was|were|got|been)\s+(?:told\s+no|turned\s+down|refused|knocked\s+back)\b|\bit\s+(?:was|got)\s+(?:refused|rejected|turned\s+down)\b",
    re.IGNORECASE,
)


def said_no(text: str) -> bool:
    """Whether anybody said no to anything."""
    return _SAID_NO.search(text) is not None


def of_before(text: str) -> bool:
    """Whether a family was turned down some while ago, or found not to be hard up enough, so that it is worth asking again."""
    told = _TOLD_NO.search(text) or (_A_NO.search(text) and _LONG_AGO.search(text))
    return bool(told) and _NOT_YET.search(text) is None


def of_a_referral(text: str) -> bool:
    """Whether a team or an office turned a family down."""
    return _OF_A_REFERRAL.search(text) is not None


def of_a_plan(text: str) -> bool:
    """Whether the council said no to an EHC assessment or plan, which is named."""
    return _OF_A_PLAN.search(text) is not None


def of_the_plan_that_stands(text: str) -> bool:
    """Whether the council says no, or might, where an EHC plan is what was asked for."""
    return _OF_THE_ONE_THAT_STANDS.search(text) is not None
