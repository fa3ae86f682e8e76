"""Numbers that are no age wherever they stand: a wait, an hour, a thing's age, a texted "to"."""

from __future__ import annotations

import re

from bot.nlu.ages.after import cleanly_ends, counts_described_things, counts_things
from bot.nlu.ages.patterns import FEAST, LATER_AFTER, MONTH_NAME, ONE_TO_TWELVE, SOON_AFTER
from bot.nlu.ages.subject import is_numbered_so, window, window_back, words_before
from bot.nlu.ages.tokens import (
    CLAUSE_ENDS,
    OPENS_A_CLAUSE,
    STOPS,
    Quantity,
    Token,
    number_at,
    quantities,
    text_at,
)
from bot.nlu.ages.words import (
    ANIMALS,
    BE,
    BELONGINGS,
    CHILD_WORDS,
    CONDITIONS,
    COUNTED_NOUNS,
    JOINING,
    LAST_HOUR,
    LETTERED,
    OURS,
    PLURAL,
    THINGS,
    VERBS_IN_S,
    words,
)

# "Had this lad 4 years": so many words back.
_HAD, _HAD_WITHIN = words("had fostered fostering raised raising minded minding known looked looking caring cared"), 4
_THIS_ONE, _WORKS_AS = words("this these"), words("carer carers teacher senco nurse childminder ta governor")
# "Can i tlk 2 sum1 real".
_TEXTED_TO = words(
    "talk tlk speak spk chat listen go gan want wanna need used ring complain moan turn apply write refer send"
)
_SAID_LATELY = 6  # numbers
_MOST_POINTS = 9
_CASES = words("case family scenario enquiry referral example no number")
_COUNTED_UP = words("pupil child student sibling kid client patient")
_UNITS_OF_AGE = words("yo yr yrs year years y yearold")
_TEXTED_FOR = words("a an my me our wor us the him her them")
_AFTER_WHICH_FOR = words("agen again home out excluded xcluded suspended done blamed told off")
_SHORT_WORD = 3
_OF_A_MATE = VERBS_IN_S | words("said told was is has had")
_UNTIL, _ABOUT = words("till til until"), words("about aboot abt around roughly nearly almost")
_TO_OCLOCK = re.compile(rf"(?:,|or|and|to|-) (?:\d\d?|{ONE_TO_TWELVE}) o'?clock\b")
_HOUR_LED_BY = OPENS_A_CLAUSE | words("at about around till until by past gone")
_EVERY_NIGHT = re.compile(r"(?:ish )?(?:every|each|most|some) (?:single )?(?:day|morning|evening|night|neet)s?\b")
_BEDTIME_IS = re.compile(r"(?:^| )(?:bedtime|teatime|hometime|naptime|lights out)(?: (?:here|now|which|that|usually|always|for him|for her|for them|for us))* (?:is|was)(?: (?:about|around))?$")
_ON_AND_OFF = re.compile(rf"on (?:and |, )?(?:\d+|{ONE_TO_TWELVE}) off\b")
_DAYS = words("tomorrow tomoz tmrw tmw tonight sharp prompt monday tuesday wednesday thursday friday saturday sunday")
_IN_THE_MORNING = ("in the morning", "in the night", "of the morning")
# "M-CHAT 13", "EPDS 19 last week, 15 the week before", "post-16"; but "six the week before Christmas" is a birthday.
_SCORED_ON = words("ks chat mchat epds asq asqs aq conners bpvs deap celf wisc sdq gmfcs bmi phq gad post cohort caseload scored scores score weight weighs")
_AREAS = words("dh dl sr ts ne")  # postcodes in and around the county
_COMPARED = re.compile(rf"the (?:week|month|time|term|year) before\b(?! (?:the )?{FEAST}\b)")
_PERIOD = re.compile(r"(?:last|this|the) (?:week|month|term|night|weekend)\b|(?:yesterday|today|tonight|so far)\b")
_TALLIED_WITHIN = 8  # tokens
_STRETCHES = COUNTED_NOUNS | {"years", "yrs"}
_WAITED_WITHIN = 14  # tokens
_WAS_A_CHILD_OF = re.compile(r"(?:^| )(?:when|wen|since|while) (?:[a-z]+ ){1,2}(?:was|were) (?:just |only |still )?an? (?:[a-z]+ )?(?P<child>[a-z]+) of$")
_BY_THE_TIME = re.compile(r"(?:^| )by the time (?:[a-z]+ )?[a-z]+ ?(?:is|are|am|turns?|gets? to|reach(?:es)?|will be)?$")
# "His plan runs out the day he's 25"; not "the day he turns 16 in March", whose date tells today's age.
_THE_DAY = re.compile(r"(?:^| )the (?:very )?(?:day|minute|moment|second|hour|instant) (?:that )?(?:(?:my|our|wor) )?[a-z]+ (?:is|are|am|turns?|hits?|gets? to|reach(?:es)?)$")
# "She's 11 stone and I'm 9": what the writer weighs; a writer of that age is heard in other words.
_AND_I_WEIGH = re.compile(r"\d (?:stone|st) (?:,|and|but|to|, and|, but) (?:i am|am)$")
_YOUNGEST_WRITER = 11  # years
# "House 8, bus 8"; not "in the house 8 and 5".
_NUMBERED_THINGS = words("house bus minibus flat route room")
# What no age follows: "size 10", "book 9", "ext 12", "grade 3 on the GMFCS", "concerta 18".
_NAMED_BY_A_NUMBER = words(
    """
    # number q size pegi ward ext extension question page box chapter episode platform bay gate junction book grade entry option tier
    concerta equasym medikinet elvanse ritalin methylphenidate atomoxetine sertraline fluoxetine risperidone aripiprazole
    """
)
_ON_A_BUS = re.compile(r"on (?:the|our|his|her|their|that|a) (?:mini ?bus|bus|taxi|coach|transport)\b")
_KINDS_OF_CASE = words("lac cla cin clac cic lacs cins")
_MOST_ON_A_CASELOAD = 6
# Not "he's 6 in a year 2 class".
_IN_SOME_YEARS = re.compile(rf"in (?:about |just |only |another )?(?:(?:\d+|{ONE_TO_TWELVE}|a (?:couple of|few)) (?:years|yrs)(?: time)?|a (?:year|yr) or (?:two|so))\b(?! (?:he|she|they|it|we|i)\b)")
_WHOSE_THING = words("the his her my our wor their this that")
_HOLDS_A_THING = words("in with on has have of for a")
_YEARS = words("years yrs yr year")
_NO_OBJECTS = ANIMALS | words("brain mind mentality temper report letter ehcp plan statement assessment diagnosis quote list")
_MEASURES = words("lb lbs st stone ft foot")
_BEFORE_A_THING = words("a an the this that his her their")
# "3yo outgrown buggy": what the child has done with the thing.
_DONE_WITH_IT = words("outgrown outgrew lost broke broken wrecked needs need wants hates loves got without")
_EARLY = words("prem premmie premature prematurely gestation nicu scbu")
_FULL = words("full load loads lots bunch room class group")
_IN_A_ROOM = re.compile(r"in (?:(?:the|our|my|this|each|a) )?(?:room|class|group|setting|base|unit|cohort)\b")
_ON_A_REGISTER, _PUPILS = re.compile(r"on (?:the |our |my )?(?:[a-z]+ )?(?:register|caseload|books|roll)\b"), words("children pupils kids bairns students senco")
_PLACED_AMONG = words("eldest oldest youngest middle second third fourth fifth")
_BESIDE_OTHERS = words("with w wi like than other most normal these those all")
_BETWEEN_AGES = words(", and & n +")
_OWN, _MOST_OF_ONES_OWN = OURS | {"me"}, 6
# "I have my daughter's two", "kinship carers for my sister's two", "my son's two come to me": how many, and not how old the daughter is.
_THEIRS = re.compile(
    r"(?:^| )(?P<has>(?:have|has|got|had|mind|minding|after|watch|watching|raising|up|on|fostering|took|for|of|with|wi|to) )?(?:my|our|wor|me|his|her) (?:(?:late|older|younger|other|big|little) )?[a-z]+ is$"
)
_THEY_DO = re.compile(r"(?:come|came|live|lived|stay|stayed|go|are|were|moved|both|have|need)\b")
_MAMS_AND_STAFF = words("mams mums moms dads parents families staff volunteers")
_THE_GROUP, _SOME = words("the our these those"), words("one two three some most all none any each half both")
_LEADS_TO_A_DATE, _MONTH = words("on by since until till from before after"), re.compile(rf"{MONTH_NAME}$")
_LONGER = {  # what a stretch is a part of; not "9 months a week on Friday"
    "day": re.compile(r"(?:a|per|every|each) (?:week|wk|fortnight|month|term|year)$"),
    "week": re.compile(r"(?:a|per|every|each) (?:month|term|year)$"),
    "month": re.compile(r"(?:a|per|every|each) year$"),
}
_A_TIME = re.compile(r"(?:an?|per) (?:time|session|go|pop|hour|head|slot|lesson|visit)$")
_ABOUT_SO_MANY = re.compile(r"(?:or so|odd) (?P<what>.+)")
_OF_THEM = re.compile(r"(?:of (?:them|whom|which)|both|(?:are )?(?:w|with|wi)) ?")
_CROWDED = words("lane lanes room table bench group class bed car minibus bus ward tent cell teacher coach")
_HE_OR_SHE = words("he she who")
_TELLS_AN_AGE = words("aged age turned turning he she")
_SO_LONG_NOW = re.compile(r"(?:now )?(?:i|we)(?:'ve|ve| have|'d| had) (?:been(?! told)|waited|fought|asked|tried)\b")
_SHORTEST_CARRIED, _FULL_TERM = 22, 37  # weeks
_LEADS_TO_AN_AGE = words("is are am was turned turning nearly almost aged age just only")


def may_be_ages(tokens: list[Token]) -> list[Quantity]:
    """The numbers of a message, without those that are no age wherever they stand: a texted "to", a wait."""
    no_age = (_is_a_point, _is_a_score, _is_lettered, _is_of_a_case, _is_of_a_postcode, _is_a_floor, _texts_to, _has_waited, _has_been_so_long, _is_of_a_thing, _is_rest_of_a_measure, _is_of_hours, _goes_on_for, _waits_again, _is_gone_by, _was_then, _will_be_then, _had_so_long, _is_of_a_pregnancy, _counts_them, _are_others, _are_in_a_room, _is_one_of, _is_a_day_of_a_month, _is_how_often, _is_of_a_tally, _is_about_so_many, _are_so_many_to_one, _are_some_of_them, _are_grown_ups, _is_the_writers_weight, _is_of_a_numbered_thing, _are_so_many_cases, _is_one_sided)
    found = [q for q in quantities(tokens) if (q.value or q.unit == "month") and not any(rules_out(tokens, q) for rules_out in no_age)]
    found = [q for at, q in enumerate(found) if not _is_so_long_now(tokens, q, found[at + 1 :])]
    return [q for at, q in enumerate(found) if not (at and (_days_of(tokens, found[at - 1], q) or _counts_beside_months(tokens, found[at - 1], q) or _is_said_once_more(tokens, found[max(0, at - _SAID_LATELY) : at], q)))]


def _days_of(tokens: list[Token], before: Quantity, q: Quantity) -> bool:
    """ "9 months & 3 days": the days belong to the months."""
    return q.unit == "day" and before.unit in ("month", "week") and q.first - before.last <= 1


def _counts_beside_months(tokens: list[Token], before: Quantity, q: Quantity) -> bool:
    """ "Boy, 6y 3m, 8 ear infections": whoever tells the months of one child tells them of the next."""
    bare = before.extra_months is not None and not q.unit and q.first - before.last <= 1
    return bare and counts_described_things(window(tokens, q.last, q.last + 4))


def _is_said_once_more(tokens: list[Token], before: list[Quantity], q: Quantity) -> bool:
    """ "Waiting two years for our son. Two years.": a stretch of time by itself, said once more."""
    alone = text_at(tokens, q.first - 1) in STOPS and text_at(tokens, q.last) in STOPS | {""}
    if not q.unit or q.old or not alone:
        return False
    return any((one.value, one.unit, one.old) == (q.value, q.unit, False) and _is_waited(tokens, one) for one in before)


def _is_waited(tokens: list[Token], q: Quantity) -> bool:
    return _waits_before(tokens, q, 4) or any(token.text == "list" for token in tokens[max(0, q.first - 4) : q.first])


def _is_of_a_tally(tokens: list[Token], q: Quantity) -> bool:
    """ "Four last week, three this week": how often, and no birthdays; not "he's 4 last week, his sister's 3 this week"."""
    if q.unit or not _is_of_a_period(tokens, q.first, q.last):
        return False
    near = (at for at in range(max(0, q.first - _TALLIED_WITHIN), q.last + _TALLIED_WITHIN) if not q.first <= at < q.last)
    numbers = ((at, number_at(tokens, at)) for at in near)
    return any(number is not None and _is_of_a_period(tokens, at, number[1]) for at, number in numbers)


def _is_of_a_period(tokens: list[Token], first: int, last: int) -> bool:
    """Whether "last week", "today" or their like follow a number that nobody is said to be."""
    return text_at(tokens, first - 1) not in BE | _TELLS_AN_AGE and _PERIOD.match(window(tokens, last, last + 3)) is not None


def _is_of_a_case(tokens: list[Token], q: Quantity) -> bool:
    """ "Case 3: boy in reception", "pupil two, his sister": how a practitioner counts them; not "client 7 - no speech", "pupil 9, autistic"."""
    before, after = text_at(tokens, q.first - 1), text_at(tokens, q.last)
    if q.unit or after not in (":", "-", ";", ","):
        return False
    return (before in _CASES and after != ",") or (before in _COUNTED_UP and _is_counted_up(tokens, before, int(q.value)))


def _is_counted_up(tokens: list[Token], noun: str, number: int) -> bool:
    """Whether "pupil one" stands before "pupil two", and so on from one."""
    said = [number_at(tokens, at + 1) for at, token in enumerate(tokens) if token.text == noun]
    counted = [int(one[0]) for one in said if one is not None]
    return number in counted and len(counted) > 1 and counted == list(range(1, len(counted) + 1))


def _has_waited(tokens: list[Token], q: Quantity) -> bool:
    """ "Waiting on an assessment for my 4yo 18 months now"."""
    counted_up = bool(q.unit) and not q.old and text_at(tokens, q.last) == "now"
    return counted_up and _waits_before(tokens, q, 12)


def _has_been_so_long(tokens: list[Token], q: Quantity) -> bool:
    """ "Eight months I've been passed from pillar to post", "two years we have waited": how long it has gone on."""
    told = bool({token.text for token in tokens[max(0, q.first - 3) : q.first]} & (BE | CHILD_WORDS | _TELLS_AN_AGE))
    return bool(q.unit) and not q.old and not told and _SO_LONG_NOW.match(window(tokens, q.last, q.last + 4)) is not None


def _is_so_long_now(tokens: list[Token], q: Quantity, behind: list[Quantity]) -> bool:
    """ "Kinship carer for my nephew, 2 years now, he's 13": how long it has been, beside the age."""
    alone = text_at(tokens, q.first - 1) in CLAUSE_ENDS and text_at(tokens, q.last) == "now" and text_at(tokens, q.last + 1) in CLAUSE_ENDS
    if not alone or not q.unit or q.old:
        return False
    return any(not other.unit and text_at(tokens, other.first - 1) in BE and text_at(tokens, other.first - 2) in _HE_OR_SHE for other in behind)


def _waits_before(tokens: list[Token], q: Quantity, within: int) -> bool:
    return any(token.text.startswith("wait") for token in tokens[max(0, q.first - within) : q.first])


def _is_a_point(tokens: list[Token], q: Quantity) -> bool:
    """ "(1) Y3 hits; (2) Y10 won't read; (3) nowt outstanding": which point of a list."""
    if text_at(tokens, q.first - 1) != "(" or text_at(tokens, q.last) != ")" or q.value > _MOST_POINTS:
        return False
    points = [tokens[at].text for at in range(1, len(tokens) - 1) if tokens[at].text.isdigit() and text_at(tokens, at - 1) == "(" and text_at(tokens, at + 1) == ")"]
    return len(points) > 1 and points == [str(step + 1) for step in range(len(points))]


def _is_lettered(tokens: list[Token], q: Quantity) -> bool:
    """ "Room B 9", "section: F 2", "grade C 5", "S 17 assessment"."""
    letter, thing = text_at(tokens, q.first - 1), q.first - 2
    thing -= text_at(tokens, thing) == ":"
    lettered = len(letter) == 1 and letter.isalpha() and text_at(tokens, thing) in LETTERED
    return not q.unit and (lettered or is_numbered_so(tokens, q.first - 1))


def _is_of_a_postcode(tokens: list[Token], q: Quantity) -> bool:
    """ "We're in SR8 5", "DL14 6": the start of a postcode; not "DH9 5yo", "DH9 5 autistic"."""
    district = q.first - 1
    area = tokens[district - 1] if district > 0 else None
    glued = area is not None and area.text in _AREAS and tokens[district].is_number and area.end == tokens[district].start
    follow = text_at(tokens, q.last)
    return glued and not q.unit and len(tokens[q.first].text) == 1 and tokens[q.first].is_number and cleanly_ends(follow) and follow not in CONDITIONS


def _is_a_score(tokens: list[Token], q: Quantity) -> bool:
    """ "M-CHAT 13", "15 the week before"; and what is named by a number: "post-16", "a cohort of 18"."""
    at = q.first - 1
    while text_at(tokens, at) in ("-", "of", "was", "is") and q.first - at < 3:
        at -= 1
    return not q.unit and (text_at(tokens, at) in _SCORED_ON or bool(_COMPARED.match(window(tokens, q.last, q.last + 5))))


def _had_so_long(tokens: list[Token], q: Quantity) -> bool:
    """ "Been fostering this lad 4 years", "had this lad three month", "been a foster carer 12 years"; not "fostering a lad 4 years old"."""
    if q.unit == "year" and not q.old and text_at(tokens, q.first - 1) in _WORKS_AS and text_at(tokens, q.first - 2) != "young":
        return True
    counted = (q.unit == "year" or text_at(tokens, q.first - 2) in _THIS_ONE) and bool(q.unit) and not q.old and text_at(tokens, q.first - 1) in CHILD_WORDS
    return counted and not _HAD.isdisjoint(words_before(tokens, q.first, _HAD_WITHIN))


def _is_of_a_thing(tokens: list[Token], q: Quantity) -> bool:
    """ "The 5 year old iPad", "the hoist is 12 years old", "her two year old hearing aids keep failing"; not "my 5yo glasses off all day", "my 4 year old no diagnosis"."""
    if _follows_its_thing(tokens, q):
        return True
    first, second = text_at(tokens, q.last), text_at(tokens, q.last + 1)
    described = second in BELONGINGS and first.isalpha() and first not in JOINING | CHILD_WORDS | _DONE_WITH_IT | {"no", "not"}
    opens_a_note = text_at(tokens, q.first - 1) in OPENS_A_CLAUSE and tokens[q.last - 1].text == "yo"  # "7yo shoes on wrong feet"
    if not q.old or opens_a_note or not (first in BELONGINGS or described):
        return False
    after = text_at(tokens, q.last + 1 + (first not in BELONGINGS))
    before = text_at(tokens, q.first - 1)
    described_by_it = after.endswith(("er", "ing", "ed"))  # "a 4 year old chair climber"
    return cleanly_ends(after) or (before in _BEFORE_A_THING and not described_by_it)


def _follows_its_thing(tokens: list[Token], q: Quantity) -> bool:
    """ "The hoist is 12", "his new bed is 8 years old", "hearing aids 3 years old"; not "my son in a wheelchair is 9", "autism assessment 6yo"."""
    said = text_at(tokens, q.first - 1) in BE
    thing = q.first - 1 - said
    if text_at(tokens, thing) not in BELONGINGS:
        return False
    before = {text_at(tokens, thing - 1), text_at(tokens, thing - 2)}
    if said and text_at(tokens, thing) in ANIMALS and not tokens[thing].capital:  # "cat is 14"; Cat may be a girl
        return True
    if said and text_at(tokens, thing - 1) == "is" and text_at(tokens, thing - 2) in CHILD_WORDS:  # "my daughter's aids are 3"
        return True
    if said and before & _WHOSE_THING:
        return not before & (CHILD_WORDS | _HOLDS_A_THING)
    return bool(before & OPENS_A_CLAUSE) and q.old and text_at(tokens, q.last - 2) in _YEARS and text_at(tokens, thing) not in _NO_OBJECTS


def _is_rest_of_a_measure(tokens: list[Token], q: Quantity) -> bool:
    """ "4lb 9", "5 foot 2", "twin 2 isn't crawling", "17 times 23"."""
    before = text_at(tokens, q.first - 1)
    measures = before in _MEASURES and q.first > 1 and tokens[q.first - 2].is_number
    return not q.unit and (measures or before in ("twin", "times"))


def _is_a_floor(tokens: list[Token], q: Quantity) -> bool:
    """ "36m+ on the box", "a 16+ provision", "the group is 11+"; not "he's 3+", "3+1"."""
    plus = text_at(tokens, q.last) == "+" and tokens[q.last].start == tokens[q.last - 1].end
    joins = number_at(tokens, q.last + 1) is not None
    of_a_group = text_at(tokens, q.first - 2) in THINGS
    return plus and not joins and (text_at(tokens, q.first - 1) not in BE or of_a_group)


def _is_of_hours(tokens: list[Token], q: Quantity) -> bool:
    """ "9 till 3 is all we get", "a 9-5 job", "two, three o'clock it goes on till", "three in the morning"."""
    if q.unit or q.old:
        return False
    right = window(tokens, q.last, q.last + 3)
    if text_at(tokens, q.first - 1) == "at" and q.value <= LAST_HOUR and text_at(tokens, q.last) in _DAYS:  # "nurse coming at 9 tomorrow"
        return True
    if _is_of_shifts(tokens, q, right) or (q.value <= LAST_HOUR and _is_of_every_day(tokens, q, right)):
        return True
    of_the_clock = right.startswith(_IN_THE_MORNING) or _TO_OCLOCK.match(right)
    if of_the_clock and q.value <= LAST_HOUR and text_at(tokens, q.first - 1) in _HOUR_LED_BY:  # "Three in the morning again"
        return True
    until, to = text_at(tokens, q.last), number_at(tokens, q.last + 1)
    opens = to is not None and (until in _UNTIL or (until in ("-", "to") and to[0] < q.value <= LAST_HOUR and text_at(tokens, q.last + 1) != "zero"))
    since = number_at(tokens, q.first - 2) if text_at(tokens, q.first - 1) in ("-", "to") else None
    return opens or (since is not None and q.value < since[0] <= LAST_HOUR)


def _is_of_shifts(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "I do nights, 4 on 4 off"."""
    on = text_at(tokens, q.first - 1) == "on" and number_at(tokens, q.first - 2) is not None
    return _ON_AND_OFF.match(right) is not None or (on and text_at(tokens, q.last) == "off")


def _is_of_every_day(tokens: list[Token], q: Quantity, right: str) -> bool:
    """ "Bedtime here is 7", "around 6ish every night he kicks off"; not "my lad 6 every night up"."""
    led_to = text_at(tokens, q.first - 1) in _HOUR_LED_BY - OPENS_A_CLAUSE
    return _BEDTIME_IS.search(window_back(tokens, q.first)) is not None or (led_to and _EVERY_NIGHT.match(right) is not None)


def _goes_on_for(tokens: list[Token], q: Quantity) -> bool:
    """ "2 going on 3 years waiting": a stretch of time; not "he's 3 going on 18 months"."""
    if text_at(tokens, q.first - 1) in BE:
        return False
    upto = number_at(tokens, q.last + 2) if window(tokens, q.last, q.last + 2) == "going on" else None
    unit = "" if upto is None else text_at(tokens, upto[1])
    return upto is not None and unit in _STRETCHES and text_at(tokens, upto[1] + 1) != "old"


def _waits_again(tokens: list[Token], q: Quantity) -> bool:
    """ "We waited 14 months and now they say another 6"; not "one is 4 and another 6"."""
    again = text_at(tokens, q.first - 1) == "another" and not q.unit
    return again and _waits_before(tokens, q, _WAITED_WITHIN)


def _is_gone_by(tokens: list[Token], q: Quantity) -> bool:
    """ "He isn't settled till gone 10", "no sleep till about 4", an hour; not "she's gone 10"."""
    about = text_at(tokens, q.first - 1) in _ABOUT and text_at(tokens, q.first - 2) in _UNTIL | {"by", "from", "since", "before", "after"}
    by_the_clock = text_at(tokens, q.first - 1) == "gone" and text_at(tokens, q.first - 2) in _UNTIL | {"at", "it", "its", "by"}
    it_is = window(tokens, q.first - 3, q.first) == "it is gone" if q.first > 2 else False
    return (about or by_the_clock or it_is) and not q.unit and q.value <= LAST_HOUR


def _was_then(tokens: list[Token], q: Quantity) -> bool:
    """ "When he was a baby of 3 months": the age of another time."""
    was_a = _WAS_A_CHILD_OF.search(window_back(tokens, q.first, 10))
    return was_a is not None and was_a["child"] in CHILD_WORDS


def _will_be_then(tokens: list[Token], q: Quantity) -> bool:
    """ "He will see very little by the time he's 25", "it ends the day he's 25", "she's 18 in four years": the age of a time to come."""
    right = window(tokens, q.last, q.last + 6)
    if _THE_DAY.search(window_back(tokens, q.first, 8)) and not (SOON_AFTER.match(right) or LATER_AFTER.match(right)):
        return True
    return _BY_THE_TIME.search(window_back(tokens, q.first, 8)) is not None or (not q.unit and _IN_SOME_YEARS.match(right) is not None)


def _is_of_a_pregnancy(tokens: list[Token], q: Quantity) -> bool:
    """ "Prem baby (29 weeks)", "a 27 week prem": how long he was carried."""
    near = {token.text for token in tokens[max(0, q.first - 4) : q.last + 2]}
    of_now = q.old or text_at(tokens, q.first - 1) in BE
    return not of_now and q.unit == "week" and _SHORTEST_CARRIED <= q.value < _FULL_TERM and not near.isdisjoint(_EARLY)


def _are_others(tokens: list[Token], q: Quantity) -> bool:
    """ "A club wi 8 yr olds", "like most 5 year olds", "full of 10 year olds": children of that age, and not one's own."""
    before = text_at(tokens, q.first - 1)
    full = before == "of" and text_at(tokens, q.first - 2) in _FULL
    many = tokens[q.last - 1].text == "olds" or (full and text_at(tokens, q.last) in PLURAL)  # "full of 8 year old boys"
    return q.old and many and (full or before in _BESIDE_OTHERS)


def _are_in_a_room(tokens: list[Token], q: Quantity) -> bool:
    """ "Room leader, 16 in the room", "24 children, 7 on the SEN register": how many; not "he's 16, in the unit"."""
    if not q.unit and _ON_A_REGISTER.match(window(tokens, q.last, q.last + 4)) and words_before(tokens, q.first, 10) & _PUPILS:
        return True
    opens = text_at(tokens, q.first - 1) in CLAUSE_ENDS | {"", "with", "have", "got"}
    return not q.unit and opens and _IN_A_ROOM.match(window(tokens, q.last, q.last + 4)) is not None


def _is_one_of(tokens: list[Token], q: Quantity) -> bool:
    """ "The eldest of 4", "third of five", "middle one of three", "one of the 9"; not "one of 9 with autism"."""
    of = q.first - 1 - (text_at(tokens, q.first - 1) in OURS)  # "the eldest of my 3"
    placed = of - 1 - (text_at(tokens, of - 1) in ("one", "child"))
    of_the = text_at(tokens, q.first - 1) in _THE_GROUP and text_at(tokens, q.first - 2) == "of" and text_at(tokens, q.first - 3) in _SOME
    return not q.unit and (of_the or (text_at(tokens, of) == "of" and text_at(tokens, placed) in _PLACED_AMONG))


def _is_a_day_of_a_month(tokens: list[Token], q: Quantity) -> bool:
    """ "On December 3 I am 13"; not "May 3, Leo 5", which may be a girl."""
    return not q.unit and text_at(tokens, q.first - 2) in _LEADS_TO_A_DATE and _MONTH.match(text_at(tokens, q.first - 1)) is not None


def _is_how_often(tokens: list[Token], q: Quantity) -> bool:
    """ "Our granddaughter, eight, three days a week": how often we have her, and no baby; "petrol is 14 a time"."""
    if not q.unit and _A_TIME.match(window(tokens, q.last, q.last + 2)):
        return True
    longer = _LONGER.get(q.unit)
    return longer is not None and not q.old and longer.match(window(tokens, q.last, q.last + 2)) is not None


def _counts_them(tokens: list[Token], q: Quantity) -> bool:
    """ "My two, 6 and 13", "my sister's two (5 & 7)", "for my sister's two": how many there are; not "my two, he won't sleep"."""
    few = not q.unit and 2 <= q.value <= _MOST_OF_ONES_OWN
    theirs = few and text_at(tokens, q.first - 1) == "is" and _THEIRS.search(window_back(tokens, q.first))
    if theirs and (theirs["has"] or _THEY_DO.match(window(tokens, q.last, q.last + 2))):
        return True
    mine = few and (text_at(tokens, q.first - 1) in _OWN or bool(theirs))
    behind = q.last + (text_at(tokens, q.last) in (",", ":", "-", "are", "is", "("))
    return mine and behind > q.last and _numbers_from(tokens, behind) == q.value


def _is_about_so_many(tokens: list[Token], q: Quantity) -> bool:
    """ "Ten or so words", "5 odd meltdowns"; not "he's 7 or so clothes hurt him"."""
    about = _ABOUT_SO_MANY.match(window(tokens, q.last, q.last + 4))
    return not q.unit and text_at(tokens, q.first - 1) not in BE and about is not None and counts_things(about["what"])


def _are_so_many_to_one(tokens: list[Token], q: Quantity) -> bool:
    """ "Lessons are 12 to a lane": how crowded it is."""
    return not q.unit and window(tokens, q.last, q.last + 2) in ("to a", "to each", "to every", "to one", "per") and text_at(tokens, q.last + 2) in _CROWDED


def _are_some_of_them(tokens: list[Token], q: Quantity) -> bool:
    """ "3 kids, 2 w SEN", "four children two of them autistic"; not "2 kids, 9 with autism and 4"."""
    at = q.first - 1 - (text_at(tokens, q.first - 1) == ",")
    all_of_them = number_at(tokens, at - 1) if text_at(tokens, at) in PLURAL else None
    return not q.unit and all_of_them is not None and q.value <= all_of_them[0] and _OF_THEM.match(window(tokens, q.last, q.last + 3)) is not None


def _are_grown_ups(tokens: list[Token], q: Quantity) -> bool:
    """ "6 mams", "two dads in the group"."""
    before = text_at(tokens, q.first - 1)
    return not q.unit and text_at(tokens, q.last) in _MAMS_AND_STAFF and before not in CHILD_WORDS | BE | _LEADS_TO_AN_AGE | {"of"}


def _is_the_writers_weight(tokens: list[Token], q: Quantity) -> bool:
    """ "She's 11 stone and I'm 9"; not "he's 6 stone and I'm 14"."""
    return not q.unit and q.value < _YOUNGEST_WRITER and _AND_I_WEIGH.search(window_back(tokens, q.first)) is not None


def _is_of_a_numbered_thing(tokens: list[Token], q: Quantity) -> bool:
    """ "House 8, bus 8, 8 on the minibus", "box 7 on the form"; not "two in the house 8 and 5", "he's 8 on the bus"."""
    if q.unit or q.upto is not None:
        return False
    if text_at(tokens, q.first - 1) in _NAMED_BY_A_NUMBER:
        return True
    thing = text_at(tokens, q.first - 1) in _NUMBERED_THINGS and text_at(tokens, q.first - 2) in CLAUSE_ENDS | {"", ":", "on"}
    many = text_at(tokens, q.first - 1) in CLAUSE_ENDS | {"", "with", "have", "and"} and text_at(tokens, q.first - 2) not in CHILD_WORDS
    return thing or (many and _ON_A_BUS.match(window(tokens, q.last, q.last + 4)) is not None)


def _are_so_many_cases(tokens: list[Token], q: Quantity) -> bool:
    """ "2 LAC, same mum: M (17) ... K (8)": how many, where as many numbers follow; not "14 LAC, moved twice"."""
    few = not q.unit and 2 <= q.value <= _MOST_ON_A_CASELOAD and text_at(tokens, q.last) in _KINDS_OF_CASE
    if not few or text_at(tokens, q.first - 1) in BE | CHILD_WORDS | _TELLS_AN_AGE:
        return False
    return sum(other.first >= q.last for other in quantities(tokens)) >= q.value


def _is_one_sided(tokens: list[Token], q: Quantity) -> bool:
    """ "One-sided deafness", "a one-off"; not "one - no words yet"."""
    if tokens[q.first].text != "one" or q.unit or text_at(tokens, q.last) != "-" or not text_at(tokens, q.last + 1).isalpha():
        return False
    return tokens[q.last - 1].end == tokens[q.last].start and tokens[q.last].end == tokens[q.last + 1].start


def _numbers_from(tokens: list[Token], at: int) -> int:
    """How many numbers stand there, with no more than a comma or an "and" between them."""
    count, number = 0, number_at(tokens, at)
    while number is not None:
        count += 1
        at = number[1] + (text_at(tokens, number[1]) in _BETWEEN_AGES)
        number = number_at(tokens, at) if at > number[1] else None
    return count


def _texts_to(tokens: list[Token], q: Quantity) -> bool:
    """Whether the number is the texted word "to" after a verb, or "for" before "a"."""
    if q.unit:
        return False
    before, after = text_at(tokens, q.first - 1), text_at(tokens, q.last)
    if q.value == 2 and before == "turn" and after in ("her", "his", "him", "my", "me", "the"):
        return True  # "doesnt turn 2 her name"
    is_mate = q.value == 8 and before == "m" and tokens[q.first - 1].end == tokens[q.first].start and after in _OF_A_MATE
    if is_mate:  # "m8 says you can't"
        return True
    # "Xcluded agen 4 kickin off"; not "my lad 4 coming up 5".
    for_doing = len(after) > _SHORT_WORD and after.endswith(("in", "ing")) and before in _AFTER_WHICH_FOR
    if q.value == 4 and after in ("good", "gud") and before in ("gone", "out", "off", "away", "stopped", "finished"):
        return True  # "nxt time hes gone 4 gud"
    # "Meds 4 me", "fc 4 13yo lad"
    joined = after == "an" and number_at(tokens, q.last + 1) is not None  # "bairns, 4 an 6"
    leads = (after in _TEXTED_FOR and not joined) or for_doing or (after.isdigit() and text_at(tokens, q.last + 1) in _UNITS_OF_AGE)
    texted_for = q.value == 4 and tokens[q.first].is_number and leads and before not in _LEADS_TO_AN_AGE
    return texted_for or (q.value == 2 and before in _TEXTED_TO)
