"""What an alarm is about, within its level, so that each danger gets the vetted words for it.

A swallowed battery needs an ambulance and no word about feelings; hands round a throat need those who know about
domestic abuse. The families of the rules tell most of it, hints too, since that there is an alarm is decided by then. Where
only the learned net heard one, the plain words of the danger do.
"""

from __future__ import annotations

import re

from bot.enquiry import Danger, SafetyLevel
from bot.nlu.safety import alarms

# Families, by the start of their id, that tell of a body in danger whatever brought it there.
_BODY_FAMILIES = ("emergency.", "poison.swallowed")
_MISSING_FAMILIES = ("missing",)
# ... of danger from somebody, or from what somebody may do.
_VIOLENT_FAMILIES = ("harm_to_others", "violence.happening")
# What somebody else does, or a body: whatever is left tells of what somebody may do to themselves.
_BY_OTHERS = (
    *_BODY_FAMILIES, *_MISSING_FAMILIES, *_VIOLENT_FAMILIES,
    "sexual_harm", "groomed_or_exploited", "hurt_by_adult", "afraid_at_home", "domestic_abuse", "bruises", "neglect", "restraint", "forced", "abuse.", "harm_told_of",
    "carer.own_hands", "hurt.", "home.", "exploited.", "extremism", "marriage_", "cruel.", "left.", "partner.", "child.", "lesson.", "harm.",
)  # fmt: skip

# What may tell of somebody who wants to die, by words that no accident needs: then the lines about suicide stand, whatever else is there.
_OWN_LIFE = re.compile(
    r"\b(?:slit\w*|wrists?|overdos\w*|od'?d|tablets?|pills?|paracetamol|ibuprofen|sleepers|packets?|self[\s-]?harm\w*|deeper|cutting|(?:still|just|i|i'?ve|ive|she'?s|he'?s|used\s+to)\s+cut|into\s+the\s+sea|be\s+(?:a\s+)?dead|dead\s+(?:now|boy|girl)|hissel|(?:whole\s+)?box\s+of|noose|hanged|hanging|hung|ligature|rope|cord|suicid\w*|on\s+purpose|end\s+(?:it|things|everything)|(?:want\w*|wanna|going|gonna|ready|wish\w*)\s+(?:to\s+)?(?:die|be\s+dead)|wanna\s+die"
    r"|(?:him|her|my|them)\s*sel(?:f|ves)|notes?|good\s?bye|bye|had\s+enough|(?:can'?t|cannot|cant)\s+(?:do|take|go\s+on|cope|carry\s+on)|no\s+point|depress\w*|hopeless|rails?|railway|(?:train|railway|the)\s+(?:lines?|tracks?)|bridge|viaduct|river|cliff|roof|ledge|gas\s+on|(?:going\s+to|gonna)\s+do\s+(?:it|this|something))\b",
    re.IGNORECASE,
)
# "She pulled the kettle on herself" is an accident.
_SPILT = re.compile(r"\b(?:pull\w*|spil\w+|knock\w*|tip\w*)\b[^.!?]{0,30}\b(?:on|over)\s+(?:to\s+)?(?:him|her|them)\s*sel\w+", re.IGNORECASE)
# "He is holding a knife to his throat", "she tied a scarf round her neck": to their own body, and not to mine.
_MEANS = r"(?:kni(?:fe|ves)|blades?|razors?|glass|scissors|belt|scarf|tights|string|lead|wire|laces?|tie|dressing\s+gown)"
_TO_THEIR_OWN_BODY = re.compile(
    rf"(?=.*\b{_MEANS}\b).*\b(?:(?:he|son|lad|boy|brother|nephew|grandson|husband|dad|student|pupil|\d+\s?m)\b[^.!?]{{0,60}}\bhis|(?:she|daughter|lass|girl|sister|niece|granddaughter|wife|mam|mum|student|pupil|\d+\s?f)\b[^.!?]{{0,60}}\bher|i\b[^.!?]{{0,60}}\bmy|they\b[^.!?]{{0,60}}\btheir)"
    r"\s+(?:own\s+)?(?:throat|neck|belly|stomach|chest|tummy|arms?|veins?)\b",
    re.IGNORECASE | re.DOTALL,
)
# Too young for the lines about suicide, whatever was swallowed.
_SMALL_CHILD = re.compile(
    r"\b(?:baby|babies|bab(?:by|s)|bairn|toddler|newborn|infant|little\s+(?:one|lad|lass|girl|boy|un)|(?:[1-7]|one|two|three|four|five|six|seven)[\s-]*(?:y/?o|yrs?|years?)(?:[\s-]*olds?)?|(?:he|she)(?:'?s|\s+is)\s+(?:only\s+|just\s+)?(?:[1-7]|one|two|three|four|five|six|seven)\b(?!\s*(?:ft|foot|stone|weeks?\s+into))|\d+\s*(?:months?|mths?|weeks?|wks?|days?)\s*old)\b",
    re.IGNORECASE,
)
_NOT_SMALL = re.compile(r"\b(?:(?:i'?m|i\s+am|s?he'?s|s?he\s+is|aged?)\s+1\d|1\d[\s-]*(?:y/?o|yrs?|years?)|teen\w*|wristbands?|i\s+want|both\s+of\s+us|us\s+both|i\s+(?:still\s+|just\s+)?cut|i'?ve\s+cut)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:floppy|limp|lifeless|unconscious|unresponsive|choking|fitting|convuls\w+|seizures?|anaphyla\w+|epipen|midazolam|collapsed|bleeding|blood\s+everywhere|scald\w*|drown(?:ed|ing)|electrocut\w+"
    r"|(?:gone|going|turned|lips?|face)\s+(?:\w+\s+){0,2}(?:blue|grey|purple)|(?:not|n'?t|stopped|barely|hardly|can'?t|cannot|struggling\s+to)\s+(?:breath\w*)|won'?t\s+(?:wake|come\s+round)|can'?t\s+wake"
    r"|swallow\w*|battery|bleach|temperature\s+of|rash\s+(?:\w+\s+){0,3}(?:fade|glass)|overheat\w*|(?:not|won'?t|isn'?t|hasn'?t)\s+(?:\w+\s+)?(?:feed\w*|fed(?!\s+up)))\b",
    re.IGNORECASE,
)
_VIOLENT = re.compile(
    r"\b(?:kni(?:fe|ves)|blade|machete|axe|hammer|gun|bat|weapon|petrol|stab\w*|shoot\w*|murder\w*|(?:kill|killing)\s+(?:his|her|my|the|me|us|him|them|someone|somebody|people|everyone|a|all)\b(?:\s+(?:mam|mum|dad|teacher|sister|brother|baby|kids))?"
    r"|death\s+threats?|set\s+fire|burn\s+(?:the|our|us|down))\b",
    re.IGNORECASE,
)
_STRANGLED = re.compile(
    r"\b(?:strangl\w+|throttl\w+|chok(?:ed|es|ing|e)\s+(?:me|her|him|us|mam|mum|my\s+\w+)|suffocat\w+|pillow\s+(?:on|over|in(?:to)?)\s+(?:my|her|me)\s+face"
    r"|(?:hands?|arms?|belt|fingers|forearm)\s+(?:were\s+|was\s+)?(?:a?round|roond|on|at|to|over|against|across)\s+(?:\w+\s+){0,2}?(?:necks?|throats?)"
    r"|(?:by|at|roond|round|around)\s+(?:the|my|her|his)\s+(?:neck|throat)|(?:grab\w*|grips?|gripp\w*|squeez\w*|squash\w*|held|holds?|holding|press\w*)\s+(?:(?:me|her|him)\s+(?:by\s+)?)?(?:[\w']+\s+){0,2}?(?:neck|throat)"
    r"|(?:marks?|bruis\w+|prints?)\s+(?:\w+\s+){0,4}(?:neck|throat)|squeez\w+\s+(?:\w+\s+){0,2}(?:till|until)\s+(?:\w+\s+){0,2}(?:black\w*|pass\w*|saw\s+stars|out))\b",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\b(?:husband|hubby|partner|boyfriend|bf|girlfriend|gf|wife|fella|feller|other\s+half|bloke|ex|ex[\s-](?:husband|partner|wife|boyfriend)"
    r"|(?:her|their|the\s+(?:kids|bairns|children|baby)'?s?|his|(?:son|daughter|baby|bairn|lad|lass)'?s)\s+(?:step\s*)?(?:dad|father)|(?<!my\s)(?<!wor\s)(?<!me\s)(?:dad|daddy|father)\b(?=.{0,80}\b(?:mam|mammy|mum|mummy|mother|her)(?:'?s)?\b))(?:'?s)?\b",
    re.IGNORECASE | re.DOTALL,
)
# A child does it, by standing right before what is done: not "he strangled me in front of our 4 year old daughter".
_A_CHILD_DOES_IT = re.compile(
    r"\b(?:(?:my|our|wor|her|his)\s+(?:[\w-]+\s+){0,3}?(?:son|daughter|lad|lass|boy|girl|kid|child|bairn|grandson|granddaughter|brother|sister|toddler|\d+\s+year\s+old|pupil)|(?:a|the)\s+pupil|classmate|year\s*\d+)(?:'?s|'?ll)?\s+(?:who\s+)?(?:has\s+|had\s+|have\s+|is\s+|just\s+|said\s+he'?ll\s+|says\s+he'?ll\s+|threaten\w*\s+to\s+)*"
    r"(?:strangl\w+|throttl\w+|chok\w+|put|puts|got|grab\w*|squeez\w*|held|holds|kill\w*|stab\w*|threaten\w*|attack\w*|hit\w*|hurt\w*)\b",
    re.IGNORECASE,
)
# "I shook him": done, and by the one who writes.
_I_DID_IT = re.compile(r"\bi(?:'?ve|\s+have)?\s+(?:just\s+|only\s+|really\s+|accidentally\s+)?(?:shook|shaken|smothered|strangled|dropped|threw|thrown)\s+(?:him|her|them|the\s+\w+|my\s+\w+)\b(?!\s+(?:a|an|the|my|off\s+at|at\s+(?:school|nursery)))", re.IGNORECASE)
# "I'm scared I'll hurt the baby", "I could smother him": what the one who writes fears to do is a crisis of their own.
_I_MIGHT = re.compile(
    r"\b(?:i|i'?m|i'?ll|i'?ve)\b(?:(?!\b(?:he|she|they|dad|mam|mum|husband|partner|ex|boyfriend|lad|son|daughter|who|that\s+he)\b)[^.!?]){0,60}\b(?:hurt\w*|harm\w*|shak\w*|shook|smother\w*|drown\w*|throw\w*|suffocat\w*|kill\w*|hit\w*|throttl\w*|strangl\w*|stab\w*)\b"
    r"|\b(?:not\s+safe|alone)\s+with\s+(?:the|my|him|her|them)\b|\bintrusive\b|\bvoices?\b",
    re.IGNORECASE,
)


def danger(text: str, level: SafetyLevel) -> Danger:
    """What ``text``, which raised an alarm of ``level``, tells of: "he swallowed a battery" is an emergency, and no crisis of the mind.

    Whatever may tell of somebody who wants to die stays a "crisis", whose words hold all that the others do but for abuse: "she won't
    wake, she's taken tablets", "he's got a knife and he's had enough".
    """
    if level == "none":
        return level
    by_a_partner, strangled = _of_a_partner(text), _STRANGLED.search(text)
    if level == "safeguarding":
        if _BY_MY_OWN_HAND.search(text):
            return "crisis"
        return "partner" if by_a_partner and strangled and not _I_DID_IT.search(text) else level
    raised = {alarm.rule: alarm.hint for alarm in reversed(list(alarms(text)))}  # a family's plain words come before its hints
    of_body, of_violence, missing = (any(rule.startswith(those) for rule in raised) for those in (_BODY_FAMILIES, _VIOLENT_FAMILIES, _MISSING_FAMILIES))
    small = _SMALL_CHILD.search(text) and not _NOT_SMALL.search(text)
    if _TO_THEIR_OWN_BODY.search(text) or (_OWN_LIFE.search(_SPILT.sub(" ", text)) and not (small and of_body)):
        return "crisis"
    of_themselves = any(not rule.startswith(_BY_OTHERS) for rule in raised)
    mine = not _I_WAS.search(text) and (_I_DID_IT.search(text) or _I_MIGHT.search(text))  # "I want to kill my husband": nobody does it to the one who writes
    if by_a_partner and (strangled or (of_violence and not of_themselves)) and not mine:
        return "partner"
    if of_themselves and not strangled and not (of_body and small):
        return "crisis"
    if of_body or _I_DID_IT.search(text):
        return "emergency"
    if of_violence or _VIOLENT.search(text):
        return "crisis" if _I_MIGHT.search(text) and not strangled else "threat"
    if missing:
        return "missing"
    return "emergency" if _BODY.search(text) else level


# "When my mum goes to work I tie things round my neck", which the net takes for harm by somebody.
_BY_MY_OWN_HAND = re.compile(
    r"\b(?:i|i'?ve|i'?m)\s+(?:\w+\s+){0,2}(?:tie|tied|tying|wrap\w*|put|loop\w*|pull\w*|tighten\w*)\b[^.!?]{0,30}\b(?:round|around)\s+(?:my|me)\s+(?:own\s+)?(?:neck|throat)\b"
    r"|\b(?:i|i'?ve|i'?m)\s+(?:\w+\s+){0,2}(?:cut|cuts|cutting|burn|burnt|burned|burning|starv\w+|hurt|hurting|harm|harmed|harming)\s+(?:my|me)sel(?:f|')?\b",
    re.IGNORECASE,
)


# A grown woman is told of: "next door's lass said he'd strangled her".
_A_WOMAN = re.compile(r"\b(?:mam|mum|mother|parent|sister|friend|neighbour|lass|woman|client|she\s+(?:told|said|says|disclosed|whispered))\b", re.IGNORECASE)
_HE_TO_ME = re.compile(r"\b(?:he|him)(?:'?[sd]|\s+has|\s+had)?\b[^.!?]{0,40}\bm[ey]\b", re.IGNORECASE)
_HE_TO_HER = re.compile(r"\bhe(?:'?[sd]|\s+has|\s+had)?\b", re.IGNORECASE)
_I_WAS = re.compile(r"\b(?:i\s+(?:was|got|been|have\s+been)|i'?ve\s+been)\s+(?:\w+\s+)?(?:strangl|throttl|chok)ed\b", re.IGNORECASE)
_DAD_TO_MAM = re.compile(r"\b(?:step\s*)?(?:dad|father)\b[^.!?]{0,60}\b(?:mam|mammy|mum|mummy|mother)\b", re.IGNORECASE)


def _of_a_partner(text: str) -> bool:
    """Whether somebody's partner does it; "he strangled me" is one too, unless a child is told of who does, or of whom "he" may be said."""
    if _A_CHILD_DOES_IT.search(text):
        return False
    if _PARTNER.search(text) or _I_WAS.search(text) or _DAD_TO_MAM.search(text):
        return True
    strangled, small = _STRANGLED.search(text), _SMALL_CHILD.search(text)
    if strangled is None:
        return False
    he_may_be_a_child = small is not None and small.start() < strangled.start()
    return bool((_HE_TO_ME.search(text) and not he_may_be_a_child) or (_A_WOMAN.search(text) and _HE_TO_HER.search(text)))
