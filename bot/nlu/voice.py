"""Who is writing, and whether a diagnosis or an EHC plan was stated; None means not said."""

from __future__ import annotations

import re
from typing import Literal

from bot.nlu.ages.tokens import plain

Voice = Literal["parent", "grandparent", "foster_carer", "young_person", "practitioner"]

_CHILD = (
    r"(?:(?:step)?(?:son|daughter)|lad|lass|lassie|bairn|boy|girl|child|kid|kids|children|bairns|toddler"
    r"|baby|twins"
    r"|little (?:one|boy|girl|man|lad|lass)"
    r"|eldest|oldest|youngest|teenager|teen|newborn|bump|(?:\d{1,2}|[a-z]{3,9})[ -]?(?:y/?o|yrs?[ -]?old"
    r"|years?[ -]?old|months?[ -]?old))"
)
_ADJECTIVES = r"(?:(?!brother|sister|friend)[a-z]+ ){0,2}"
_FOSTER = re.compile(
    r"\b(?:foster(?:ed)? (?:\w+ )?(?:child|children|son|daughter|lad|lass|boy|girl|kid|bairn|placement|baby"
    r"|teen)"
    r"|(?:i am|i'm|im|we are|we're|were|as) (?:a |an )?(?:\w+ )?foster(?:ing)?(?: (?:carers?|mum|mam|dad"
    r"|parents?|family))?\b"
    r"|foster (?:carer|mum|mam|dad|parent)s? here|(?:we|i) foster\b|(?:our|my) (?:foster|looked[ -]after)"
    r"|child (?:we are|we're|i'm|im) fostering"
    r"|placed with (?:us|me))"
)
_GRANDPARENT = re.compile(
    r"\b(?:(?:my|our|wor|me) "
    + _ADJECTIVES
    + r"(?:grand ?(?:son|daughter|aughter|child|children|kids?|bairns?|baby)|gran(?:bairn|kids))"
    r"|(?:i am|i'm|im|as) (?:a |an |the |his |her |their )?(?:nan|nana|nanna|gran|granny|grandma|grandad"
    r"|granda|grandparent|grandmother|grandfather)\b"
    r"|(?:nan|nana|nanna|grandma|grandad|granda|grandparent) here\b|kinship carer)"
)
_PRACTITIONER = re.compile(
    r"^supporting (?:a|an|this) (?:\w+ )?(?:child|family|young person|pupil|mum|parent)|\b(?:i|we) teach\b|\b(?:i|we) run (?:a|an|the) (?:\w+ )?(?:youth|kids|children'?s|after ?school|holiday) (?:club|group)\b"
    r"|\b(?:(?:i am|i'm|im|as) (?:a |an |the )?(?:\w+[ -]){0,3}?(?:senco|sendco|teacher|ta|teaching assistant"
    r"|headteacher|head teacher"
    r"|health visitor|social worker|gp|nurse|practitioner|keyworker|key worker|childminder|tutor|midwife"
    r"|paediatrician|family worker"
    r"|support worker|youth worker|early help worker|nursery (?:worker|manager|nurse)|therapist|psychologist"
    r"|pastoral lead)\b(?! (?:says|said|told))"
    r"|(?:sen[cd]co|sendco|health visitor|social worker|family (?:support )?worker|teacher|ta|gp|childminder|(?:school |nursery |community )?nurse|midwife|paediatrician|therapist|psychologist|key ?worker|support worker|youth worker|early help) here\b"
    r"|(?:pupil|student|child|boy|girl|lad|little (?:boy|girl)) (?:in|at|from|of) (?:my"
    r"|our) (?:\w+ )?(?:class|school|setting|nursery|care|caseload|tutor group)"
    r"|(?:pupils?|students?) (?:in|at) (?:my|our)|(?:my|our) (?:pupils?|students?|caseload|service users?"
    r"|clients?)\b"
    r"|(?:family|families|parents?|mum|child|young person|teenager|boy|girl) (?:that |who |whom )?(?:i"
    r"|we)(?:'m| am|'re| are)? (?:work(?:ing)? with|support(?:ing)?|visit(?:ing)?\b(?! (?:at|on) (?:weekends?|saturdays?|sundays?)))"
    r"|(?:i|we) (?:work with|support|am supporting|are supporting|'m supporting|'re supporting) (?:a|an"
    r"|families|the|this) (?:\w+ ){0,2}(?:family|families|mum|parent|child|pupil|boy|girl|young person"
    r"|teenager)"
    r"|i work (?:in|at|for) (?:a|an|the|early help|one point) |(?:i|we) have a (?:pupil|student|family)\b"
    r"|on (?:my|our) caseload)"
)
# "Leaving care PA. 21 year old ...", "Early help worker: ...": who they are, in a few words of their own at the start.
_ROLE = (
    r"(?:ey ?senco|senco|sendco|teacher|ta|ot|slt|salt|health visitor|hv|social worker|sw|worker|pa|key ?worker|key person|(?:school |nursery |community )?nurse|childminder|(?:nursery |room |house |team )?manager"
    r"|practitioner|receptionist|tutor|mentor|midwife|paediatrician|therapist|psychologist|room (?:lead|leader)|(?:inclusion|pastoral|safeguarding|early years|transition) lead|deputy head|head ?teacher"
    r"|(?:college|school|sixth form) (?:learning|pastoral|behaviour) support|(?:inclusion|attendance|family liaison) officer|caseworker|gp|gp reg(?:istrar)?|registrar)"
)
_SIGNED = re.compile(
    r"^(?:(?:hi|hiya|hello|morning|afternoon)\b[ ,.!]*)?(?:(?:a|an|the|new|senior|lead|secondary|primary|infant|junior|class|year \d{1,2}|reception|leaving care|early help|early years|one point|school|nursery|nursery school|baby|toddler|community|family|family support|hospital|youth|support|specialist|learning|pastoral|gp|college|sixth form|trainee|student) ){0,3}"
    rf"{_ROLE}(?: again| for (?:an?|this) [a-z ]{{3,30}}| (?:at|in) (?:an?|the) [a-z ]{{3,30}})?(?: here)?(?:\.|:| -|(?<=here),|(?<= lad),|(?<= girl),|(?<= boy),|(?<= child),)(?!.*\b(?:wait\w*|says? (?!not until)|not seen)\b)(?! said| told)"
    # ... and then a case, of nobody of their own.
    r"(?=.{0,80}(?:\b(?:\d{1,2} ?(?:yo|yrs?|years?|months?|mths?|mo|m|f|wks?|weeks?)\b|\d{1,2}y ?\d{0,2}m?\b|y(?:ear)? ?\d|pupil|child|boy|girl|lad|lass|student|baby|family|families|mum|mam|parents?|dad)\b|, \d{1,2}\b))(?!.*\b(?:my|our|wor) (?!class\b|care\b|setting\b|caseload\b|school\b|room\b|group\b|nursery\b|pupils?\b))"
)
_YOUNG_AGE = (
    r"(?:1[1-9]|2[0-5]|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|twenty(?:[ -](?:one|two|three|four|five))?)"
)
_YOUNG_PERSON = re.compile(
    rf"\b(?:(?:i am|i'm|im|iam|am) (?:a |an |only |just |nearly |almost |now "
    rf"|still )*(?:\w+ )?{_YOUNG_AGE}\b(?! (?:weeks?|wks?|months?|days?)\b)"
    rf"|(?:i am|i'm|im) an? (?:\w+ ){{0,2}}(?:lad|lass|girl|boy|student) (?:of |aged )?{_YOUNG_AGE}\b"
    r"|(?:i am|i'm|im) (?:in|at) (?:(?:year|yr|y) ?\d{1,2}|sixth form|6th form|college)|(?:i am|i'm"
    r"|im) (?:a )?(?:teen|teenager|young person)"
    r"|my (?:mum|mam|mom|mother|dad|parents|nan|nana|foster (?:carers?|mum|mam|dad)) (?:and dad )?(?:says"
    r"|said|thinks|wont|won't|doesnt|doesn't|dont|don't"
    r"|is|are|keeps|hates|wants|just|never|has|have|makes|shouts|and dad|cant|can't|told|knows|know|split"
    r"|died)"
    r"|(?:my|our) (?:teachers?|head of year|form tutor|college|sixth form) (?:says|said|wont|won't|dont"
    r"|don't|doesnt|keeps?|hates?|thinks?|is|are))"
)
# "I get done for everything at school".
_IN_TROUBLE = re.compile(r"\bi (?:always |keep )?(?:get|getting) (?:done|detentions?|sent out|wrong off (?:the )?teachers?|put in isolation)\b.{0,30}\b(?:at|in|every|all) (?:school|class|lessons?|the time|day|sixth form|college)\b(?!.*\b(?:he|she|him|his|her|parking|sending|taking|my (?:\w+ )?(?:son|daughter|lad|lass|child|kid|bairn))\b)")
# "15, wheelchair user, bored. Any clubs I could join?"
_WANTS_FOR_ONESELF = re.compile(r"^(?:1[1-9]|2[0-5])[,.] (?=.*\b(?:clubs?|groups?|sports?|teams?)\b.{0,20}\bi (?:can|could|might) (?:\w+ )?(?:join|go to|play|meet)\b)(?!.*\b(?:parents?|mams?|mums?|carers?|he|she|him|his|her|they|my (?:\w+ )?(?:son|daughter|lad|lass|child|kid))\b)")
# "20F, registered blind last year, sat at my nana's": clipped like a note, but of oneself.
_OF_ONESELF = re.compile(r"^(?:1[1-9]|2[0-5]) ?(?:f\b|m\b(?=.*\b(?:i|i'm|im|i've|ive)\b))(?=.*\b(?:my|me) (?:nana?|gran\w*|mam|mum|dad|parents|uni|college|flat|tutor|keyworker|social worker)\b)(?!.*\b(?:he|she|him|her|his|hers|walk\w*|crawl\w*|sit\w*|stand\w*|talk\w*|words?|months?|bottles?|wean\w*|napp\w+|lives|kicks)\b)(?!.*\bmy (?:\w+ )?(?:son|daughter|lad|lass|bairn|child|kid|pupil|student|case|caseload)\b)")
_PARENT = re.compile(
    rf"\b(?:(?:my|our|wor|me) {_ADJECTIVES}{_CHILD}\b(?!'?s? (?:brother|sister|teacher|friend))|(?:i am|i'm"
    rf"|im|as) (?:a |an |his |her |their |the )?(?:\w+ ){{0,4}}?"
    r"(?:mum|mam|mom|mammy|dad|daddy|parent|mother|father|stepmum|stepdad)\b|(?:mum|mam|dad|parent) (?:of"
    r"|to) (?:a |an |one|two|three|four|\d|twins)"
    r"|(?:cope|coping|manage|managing|deal|dealing) with (?:the )?(?:two|three|four|five|both|all|pair|lot) of them"
    r"|(?:me|myself) and (?:his|her|their) (?:dad|mum|mam|father|mother)|(?:we|i)(?:'ve| have)? adopted"
    r"|(?:mum|mam|dad) here\b|(?:i am|i'm|im) (?:\d+ weeks )?(?:pregnant|expecting)|my (?:ds|dd)\b|(?:i've"
    r"|ive|i have) (?:got )?(?:a|an|two|three|\d) "
    r"(?:[a-z0-9-]+ ){0,3}(?:son|daughter|kids|children|boy|girl|lad|lass|bairns?|yo|old)\b)"
)


def find_voice(text: str) -> Voice | None:
    """Who writes, from plain cues only: None where the words leave it open."""
    words = plain(text)
    if _FOSTER.search(words) and not re.search(r"my foster (?:carers?|mum|mam|dad|parents)", words):
        return "foster_carer"
    if _PRACTITIONER.search(words) or _SIGNED.match(words):
        return "practitioner"
    if _GRANDPARENT.search(words):
        return "grandparent"
    parent, young = _PARENT.search(words), _YOUNG_PERSON.search(words) or _OF_ONESELF.match(words) or _WANTS_FOR_ONESELF.match(words) or _IN_TROUBLE.search(words)
    if parent and young:
        return "parent" if _SPEAKS_AS_PARENT.search(words) else "young_person"
    return "parent" if parent else "young_person" if young else None


_SPEAKS_AS_PARENT = re.compile(
    rf"\bmy {_ADJECTIVES}(?:son|daughter|lad|lass|bairn|toddler|baby|kids|children|child|\d)|\b(?:mum|mam"
    rf"|dad) (?:of|to)\b"
)

_NO_DIAGNOSIS = re.compile(
    r"\b(?:no (?:formal |official |actual )?(?:diagnosis|diagnoses|diagnosed)|(?:not|never|hasn't|hasnt"
    r"|haven't|havent) (?:yet )?(?:had|got|received) (?:an? |any |the |his |her )*diagnosis|(?:not|isn't"
    r"|isnt|never"
    r"|hasn't been|hasnt been|has not been|haven't been|yet to be"
    r"|un)[ -]?(?:been |yet |officially |formally |even )*(?:diagnosed|assessed)|undiagnosed|(?:await"
    r"|wait)\w* (?:for |on |an? |his |her |the |their |my |autism |adhd |asd |formal )*"
    r"(?:diagnosis|assessment|diagnosed|to be (?:diagnosed|assessed))|(?:without|before|don't have|dont have"
    r"|doesn't have|doesnt have|hasn't got|hasnt got|haven't got|havent got"
    r"|still no|refused|pending|want|need|get|getting|after) (?:an? |any |the |his |her |formal |official "
    r"|autism |adhd )*diagnos(?:is|ed)|(?:been )?ruled out"
    r"|pathway|waiting list for (?:autism|adhd|asd|diagnosis)|not got a diagnosis)"
)
_ABOUT_DIAGNOSIS = re.compile(
    r"\b(?:do|does|did) (?:we|i|he|she|they|you|my \w+) need (?:an? |the )?diagnosis"
)
_DIAGNOSED = re.compile(
    r"\b(?:diagnosed|(?:has|have|had|got|with|his|her|my) (?:an? |his |her |my |the |autism |adhd |asd "
    r"|formal |official |recent |new )*(?:diagnosis|diagnoses)"
    r"|diagnosis of|dx(?:'?d)?)\b"
)


def has_diagnosis(text: str) -> bool | None:
    """Whether the child has a diagnosis: False if denied or waited for, None if not said."""
    words = plain(text)
    if _ABOUT_DIAGNOSIS.search(words):
        return None
    if _NO_DIAGNOSIS.search(words):
        remaining = _NO_DIAGNOSIS.sub(" ", words)
        return re.search(r"\bdiagnosed (?:with|at|as|last|in|when|aged)", remaining) is not None
    return True if _DIAGNOSED.search(words) else None


_PLAN = r"(?:ehcp|ehc plan|ehc|e\.h\.c\.p|echp|ehpc|education,? health (?:and|&) care plan)"
_NO_PLAN = re.compile(
    rf"\b(?:(?:no|without|not got|hasn't got|hasnt got|haven't got|havent got|don't have|dont have"
    rf"|doesn't have|doesnt have|has not got|have not got|hasn't|never had|want|wants|need|needs"
    rf"|get|getting|apply(?:ing)? for|applied for|asked for|waiting (?:for|on)|refused|turned down for"
    rf"|request(?:ed)?|rejected for|denied|no to|won't give|wont give)(?: (?:an?|any|his|her|the|our|us|him"
    rf"|my|for|to get))* {_PLAN}"
    rf"|{_PLAN}(?: (?:was|has been|got|been|application|request|assessment|needs assessment))* (?:refused"
    rf"|rejected|turned down|denied|in progress|pending))\b"
)
_HAS_PLAN = re.compile(
    rf"\b(?:(?:has|have|got|had|with|his|her|their|my|our|'s|on|s got|ve got)(?: (?:an?|got|already|now"
    rf"|just|his|her|finally|had|the|our|full|draft|final|in place))* {_PLAN}"
    rf"|{_PLAN} (?:in place|says|already|names|is not being|isn't being|isnt being|was issued|review"
    rf"|annual review)|(?:we|he|she|they)(?:'ve| have|'s| has)? (?:already )?(?:got |have )?a plan\b)"
)
_ABOUT_PLANS = re.compile(
    rf"\b(?:what is|what's|whats|how do (?:i|we) (?:get|apply for)|is) (?:an?|the)? ?{_PLAN}"
)


def has_ehc_plan(text: str) -> bool | None:
    """Whether the child has an EHC plan: False if denied, refused or applied for, None if not said."""
    words = plain(text)
    if _ABOUT_PLANS.search(words):
        return None
    if _NO_PLAN.search(words):
        return False
    return True if _HAS_PLAN.search(words) else None
