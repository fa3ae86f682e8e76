"""What a correction replaces: "sorry, 7 not 17", "no, Bishop not Barney", "it's for his sister".

This reads a message that is taken for a correction (by intent, or because an enquiry stands and the message
is short); a first message is for the needs, ages and places to read.
Words are only cut out here; whether "Bishop" is a place or "hearing" a need is for the gazetteer and the
needs to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.enquiry import AgeRange, Enquiry
from bot.nlu.ages import AgeMention, find_ages, scan_ages
from bot.nlu.ages.patterns import ONE_TO_TWELVE
from bot.nlu.ages.tokens import plain
from bot.nlu.ages.words import words
from bot.nlu.children import BOYS, GIRLS, ranked_one

_CHILD = (
    r"(?:son|daughter|lad|lass|bairn|boy|girl|brother|sister|twin|baby|toddler|nephew|niece|grandson"
    r"|granddaughter"
    r"|cousin|eldest|oldest|youngest|middle one|other one|other child|other son|other daughter|other lad"
    r"|other lass|other bairn"
    r"|other boy|other girl|other kid|little one|stepson|stepdaughter|grandchild|child|kid)"
)
_SIBLING = r"(?:brother|sister|bro|sis|cousin|twin)"
_OF_THEM = r"(?:youngest|eldest|oldest|middle one|baby|toddler|twin|other (?:child|lad|lass|bairn|boy|girl|son|daughter))"
_RESTART = re.compile(
    r"\b(?:start(?:ing)? (?:again|over|afresh|from scratch|fresh)|begin again|new (?:question|enquiry|search"
    r"|query)|different question"
    r"|reset|clear (?:that|it|this|everything|all)|forget (?:all (?:of )?(?:that|it)|everything"
    r"|what i (?:said|wrote|told)(?! about))|scrap (?:that|all that|it)(?! (?:one|bit|part|thing))|wipe (?:that|it|everything))\b"
)
# "Do I have to start again with the plan", "does she start again": asked of an assessment or a place.
_SOMEBODY_STARTS_AGAIN = re.compile(
    r"\b(?:does|do|did|have to|has to|having to|will|would|when|if|she|he|they)\b[^.!?]{0,25}\bstart(?:ing)? (?:again|over|afresh|from scratch|fresh)\b"
    r"|\bstart(?:ing)? (?:again|over|afresh|fresh) (?:with|at|in|on|after)\b"
)
# "Case 2: girl, Y10 ...", "thanks. Different family now: ...": a practitioner goes on to the next. Only at the start of a clause, before a colon
# or its like: "excluded for hitting another pupil, and ..." and "our case no 12, still waiting" go on with what stands, and so does
# "Case 2: the sister, 7". "Next: 16F, low mood" and "c2 3yo, deaf" are how clipped notes say it.
_SAME_FAMILY = r"(?!(?:[a-z]+,? ){0,2}(?:my|our|sister|sis|brother|bro|sibling|twin|cousin|youngest|eldest|younger|older|other|same|mam|mum|dad)\b)"
_IN_A_NOTE = r"(?=(?:[a-z]+,? ){0,2}(?:\d{1,2} ?(?:yo|m|f)\b|[mf]\d{1,2}\b|y\d{1,2} (?:boy|girl|lad|lass)\b))"
_NEXT_FAMILY = re.compile(
    rf"^(?:(?:and|ok|right|then) ,? ?)*(?:(?:next(?: one| up)?|2nd|3rd|\dth|second one|third one) ?(?:[:,;)]|-) ?|[2-9]\) ?){_SAME_FAMILY}{_IN_A_NOTE}"
    rf"|^(?:(?:and|ok|right|then) ,? ?)*c ?[2-9] ?(?:[:;,.)]|-)? {_SAME_FAMILY}(?:{_IN_A_NOTE}|(?=\w+, \d{{1,2}},))"
    r"|^(?:(?:and|ok|okay|right|now|so|thanks|thank you|cheers|ta|lovely|great|brilliant|perfect|smashing|grand|good|super|noted|got it|that is (?:great|grand|perfect|lovely)|that's (?:great|grand|perfect|lovely)) ?[,.!]* ?)*"
    r"(?:(?:on to )?(?:the |my )?(?:next|new|different|diff)) (?:family|fam|case|client|patient|pt|pupil)(?: now| please| then)? ?[,.] "
    r"|(?:^|(?<=[,.;:!?] ))(?:(?:and|ok|okay|right|now|so|thanks|cheers|then|on to the) ?,? ?){0,3}"
    r"(?:(?:different|another|next|new) (?:family|case|client|patient|pupil|referral|scenario)(?= ?(?:now|please|then|here)?(?::| -))"
    rf"|(?:case|family|scenario|client|pupil|enquiry) (?:no\.? ?|number )?(?:\d{{1,2}}|two|three|four|five)(?= ?(?:[:;.]| - ))(?! ?(?:[:;.]|-) ?(?:the |his |her )?(?:(?:little|big|older|younger|twin) )?(?:sister|brother|sibling|twin)\b))"
)
# "A different child now, 4, ...": another enquiry of the same writer, from the same place.
_DIFFERENT_CHILD = re.compile(
    r"^(?:(?:and|ok|okay|right|now|so|thanks|cheers|ta) ?,? ?)*(?:an? )?(?:different|another) (?:child|bairn|kid|lad|lass|pupil) (?:(?:altogether|entirely|now|this time|please) )*(?:altogether|entirely|now|this time|please) ?[,:.]"
)
_OTHER_CHILD = re.compile(
    rf"\b(?:(?:it is|it's|its|this is|this one is|this one's|that is|that was|that's|thats|asking"
    rf"|question is|not for (?:him|her|me)[, ]+(?:it's |its )?|meant|mean|same|same (?:again|thing|question)?"
    rf"|what about|how about|and|but|now|also|question|help|about|actually|no|sorry|instead)[,.]? (?:(?:but"
    rf"|is|it's|its|really|actually|again|now|just|all|about|thing|question)[, ]+)*(?:for|about) "
    rf"(?:(?:his|her|my|our|wor|their|the|me) )(?:(?:little|big|younger|older|twin|other|foster|step|own"
    rf"|youngest|eldest|middle|baby) )*(?P<who>{_CHILD})\b"
    rf"|(?:it's|its|it is|i meant?|not (?:him|her)|actually|no|sorry)[, ]+(?:it's |its )?(?:his|her|my|their"
    rf"|our) (?:(?:little|big|younger|older|twin|other) )*(?P<other>{_CHILD})\b(?!'s)"
    rf"|(?:look (?:at|for)|help (?:with|for)|do(?: it)? for) (?:his|her|my|our|their) (?:(?:little|big"
    rf"|younger|older|twin|other) )*(?P<look>{_CHILD})\b(?= (?:instead|too|as well|now)|\W*$)"
    rf"|^(?:no|sorry|actually|oops)?[, ]*(?:it's |its |it is |i meant? )?(?:for |about )?(?:(?:his|her|my"
    rf"|our|their|the) )?(?P<instead>{_CHILD}|her|him),? not (?:(?:for|about|his|her|my|our"
    rf"|the) )*(?:{_CHILD}|her|him)\b"
    rf"|(?:i|we) (?:also )?have (?:another|a second) (?P<another>{_CHILD})\b|(?:what|how) about (?:his|her"
    rf"|my|our|their|the|wor) (?:(?:little|big|younger|older|twin"
    rf"|other) )*(?P<about>{_CHILD})\b"
    # "Now the little un. Is it a dietician I want"; "now my daughter" may be the one who was told of.
    rf"|^(?:(?:and|ok|okay|right|so|then|ta|thanks) ?,? ?)*(?:now|next) ?,? (?:for |about )?(?:the|my|our|wor) (?P<now>(?:(?:little|wee|big|bigger|younger|older|other|second) (?:one|un)|{_OF_THEM}))\b(?! (?:is|'s) ))"
)
_ALL = re.compile(
    r"\b(?:(?:it's |its |for |help (?:for|with) |i mean |i meant )?(?:both of them|both of the kids"
    r"|both (?:the |my )?(?:kids|children|boys|girls|twins|bairns)|all of them"
    r"|the pair of them|all three|all the kids|all (?:my|the) (?:kids|children|bairns))|(?:for|help"
    r"|about) both|same for both|both please)\b(?=\W*$|[,.!?;]| please| really| actually| again)|^(?:(?:and|ok|okay|now|aye|right|so) ?,? )*(?:for )?(?:both"
    r"|all)\W*$"
)
_SAME = re.compile(
    r"\b(?:same(?: again| thing| question| problem| issues?| help)?|as well as|ditto)[, ]+(?:but "
    r"|please )?(?:for|with)\b|\bsame\b.{0,12}\b(?:but|for)\b"
)
_WORD = r"[a-z][a-z'-]*"
_PHRASE = rf"{_WORD}(?: {_WORD}){{0,3}}?"
_A_NOT_B = re.compile(
    rf"(?:^|[,.!;:] ?|\b(?:no|sorry|nope|actually|meant|mean|in|it's|its|is"
    rf"|oops)[, ]+)(?P<new>{_PHRASE}),? not (?:(?:in|at|the|his|her|a|about"
    rf"|for) )*(?P<old>{_PHRASE})(?=[,.!?;]|$| sorry| please)"
)
_NOT_B_A = re.compile(
    # "He's still not potty trained, Crook" and "who isn't potty trained, Crook" say what is, and put nothing right.
    rf"\b(?:(?<!still )(?<!is )(?<!are )(?<!'s )(?<!'re )(?<!was )(?<!does )(?<!do )(?<!did )(?<!has )(?<!have )(?<!can )(?<!will )(?<!if )not"
    rf"|no not|(?<!who )(?<!he )(?<!they )(?<!one )(?<!son )(?<!lad )(?<!lass )(?<!daughter )(?:isn't|isnt|wasn't|wasnt|is not))[ ,]+(?:(?:in|at|the|about|his|her"
    rf"|for) )*(?P<old>{_PHRASE})(?<!nowt)(?<!nothing)(?<!anything)(?:[,.;:]| but)+ ?(?:(?:it's|its|it is|i meant?|but|we're in|i'm in|in"
    rf"|at) )*(?:(?:his|her|the|in|at|about) )*(?P<new>{_PHRASE})(?=[,.!?;]|$)"
)
# "It's not ADHD it's anxiety", with a comma or without.
_NOT_IT_IT_IS = re.compile(
    rf"^(?!.*\b(?:(?:they|school|nursery|council|gp|doctor|camhs|teachers?|senco|everyone|people|he|she) (?:say|says|said|reckons?|thinks?|told)|if|worr\w+|wonder\w*)\b.* not\b).*?"
    rf"\b(?:it's|its|it is|that's|thats|that is) not (?!(?:just|only|all|even|always|simply)\b)(?:(?:the|his|her|about|for|a) )*(?P<old>{_PHRASE})(?:[,.;:]| but| -)* ?(?:it's|its|it is) (?:(?:the|his|her|about|for|more|really|actually|just) )*"
    rf"(?P<new>{_PHRASE})(?=[,.!?;]|$)"
)
_MOVED = re.compile(
    rf"\b(?:(?:we|i)(?:'ve|ve| have|'re| are)? (?:just |actually |now )*(?:moved|moving|moove?d) (?:house "
    rf"|away )?(?:to|in|near|over to|at)"
    rf"|(?:we|i)(?:'ve|ve| have)? moved (?:house )?(?:since|again) ?,? ?(?:and )?(?:it is|it's|its|we're in|we are in|now in)"
    # "Now we change house, is Seaham", in a second language.
    # "Moved last wk, Shildon now".
    rf"|moved (?:house )?(?:last (?:week|wk|month|year)|this (?:week|month)|recently|at the weekend) ?,? ?(?:and )?(?:to |in |it's |its |we're in |now in )?(?=(?:[a-z'-]+ ){{1,3}}now\b)"
    rf"|(?:we|i)(?:'ve|ve| have)? (?:just |now )*changed? (?:house|home|address|flat) ?,? ?(?:and )?(?:it is|it's|is|now)(?: in)?"
    # "Sorry it's actually Murton we live in".
    rf"|(?:(?:actually|sorry|no|wait)[, ]+(?:it's|its|it is)(?: actually| really)?|(?:it's|its|it is) (?:actually|really))(?= (?!(?:awful|hard|his|her|my|a|the|bad|nice|quiet)\b)(?:[a-z'-]+ ){{1,3}}(?:we|i) (?:live|stay|bide)\b)"
    rf"|(?:now|actually|sorry|no)[, ]+(?:we|i|he|she|they)(?:'re| are)? (?:lives?|living|stays?"
    rf"|staying) (?:in|near|at)"
    rf"|(?:change|switch|swap|set|update|make) (?:the |my |our )?(?:town|place|area|location|village"
    rf"|postcode|address|it|that)(?: from (?P<from>{_PHRASE}))? (?:to|for)"
    rf"|(?:i |we )?(?:meant?|should (?:be|say)|make (?:that|it)) (?:in )?|(?:town|place|area"
    rf"|postcode) is(?: actually| really)?|(?:actually|sorry|no)[, ]+(?:we're|were|we are|i'm|im|i am|it's"
    rf"|its) (?:in|near|at|from)|\b(?:we|i)(?:'re|'m|'ve| are| am| have)? (?:just )?(?:moved|moving|flitting)\b[^.!?]{{0,60}} it (?:wants|needs) to be(?: in| at)?(?! sorted| done| before| after| by| soon))"
    rf" ?(?P<place>[a-z][a-z0-9' -]{{1,40}}?)(?= now\b| not\b| instead| please| actually| (?:we|i) (?:live|stay|bide)\b|[,.!?;]|$)"
)
_DROP = re.compile(
    rf"\b(?:forget(?: about)?|ignore|never ?mind(?: about)?|drop(?! ?-? ?ins?\b)|remove|delete|leave(?: out)?|scrap|scrub|scratch|bin|skip|not (?:worried"
    rf"|bothered|asking) about|(?:don't|dont|do not|divvent|dinna|dinnet) (?:worry about|bother (?:with|about)|mind about|need help with|need)|no need for|no bother (?:about|with)"
    rf"|take (?:off|out)|(?<!n't )(?<!not )(?<!never )changed my mind (?:about|on)(?! leaving| not)(?!.*\b(?:do|still) (?:want|need)\b))"
    rf" (?:the |his |her |my |their |about |any )*(?P<what>{_WORD}(?: {_WORD}){{0,3}}?)(?: (?:thing|things"
    rf"|stuff|bit|part|problem|issue|one|side|question|for now|now|anymore|any more|please))*(?=[,.!?;]|$"
    rf"| and\b| but\b| it's| its| (?:he|she|they) (?:went|slept|is|was|has|have|did|does|can)\b| (?:he|she|they|we|i)'(?:s|ve|re|m)\b)"
)
# "You can take the food off the list", "the talking can come off", "tick the sleep off".
_STUFF = "(?: (?:thing|things|stuff|bit|part|one))*"
_OFF_THE_LIST = re.compile(
    rf"(?:^|[.,;!?] |\b(?:you can|can you|can we|could you|please|just|let's|lets|right|ok|okay|so|then) )(?:(?:you can|can you|please|just|now|right|ok) ,? ?)*"
    rf"(?:(?:tick|cross|strike|scratch) (?:the |his |her |their |that )?(?P<ticked>{_WORD}(?: {_WORD})??){_STUFF} off(?: (?:the|that|your|my) (?:list|page))?"
    rf"|(?:take|knock) (?:the |his |her |their |that )?(?P<taken>{_WORD}(?: {_WORD})??){_STUFF} (?:off|out of) (?:the|that|your|my) (?:list|page))(?: (?:now|please|then|for now))*(?=[,.!?;]|$| and\b| but\b| it's| its| (?:he|she|they)\b)"
    rf"|(?:(?:^|(?<=[,.;!?] ))(?:(?:the|his|her|their|that) )?|\b(?:the|his|her|their|that) )(?P<comes>{_WORD}(?: {_WORD})??){_STUFF} (?:can|may|should) (?:come|go) off(?: (?:the|your|my) (?:list|page)|(?= now))"
)
_WHAT_I_SAID = re.compile(
    rf"\b(?:forget|ignore|scrap|never ?mind) what (?:i|we) (?:said|wrote|put|told you) about (?:the |his |her |my |their )*(?P<what>{_WORD}(?: {_WORD})??)"
    rf"(?=[,.!?;]|$| and\b| but\b| it's| its)"
)
_NOT_ASKED = re.compile(
    rf"\b(?:isn't|isnt|is not|it's not|its not|not) (?:the |his |her |my |their )*(?P<what>{_WORD}(?: {_WORD})??) (?:that )?(?:i'm|im|i am|i was|we're|we are)"
    r" (?:really |actually )?(?:asking|talking|worried|bothered|on|here) about"
)
_SOLVED = re.compile(
    rf"(?:^(?:(?:the|his|her|their) )?|\b(?:the|his|her|their) )(?P<what>{_WORD}(?: {_WORD})?) (?:is|are|'s) (?:all )?(?:fine|sorted|ok|okay|sound|better"
    rf"|all right|alright|no longer a problem|not a problem|not the problem)(?: now)?\b"
)
# "Nursery have the nappies in hand", "his speech is being dealt with", "hearing test came back this morning, all clear".
_IN_HAND = re.compile(
    rf"\b(?:have|has|got) (?:the |his |her |their |all the )(?P<what>{_WORD}(?: {_WORD})??) (?:all )?(?:in hand|under control|sorted|covered|dealt with)\b"
    rf"|(?:^(?:(?:the|his|her|their) )?|\b(?:the|his|her|their) )(?P<whats>{_WORD}(?: {_WORD})?) (?:is|are|'s) (?:being |all )?(?:in hand|dealt with|taken care of|under control)\b"
    r"|(?<!newborn )(?<!new born )(?<!birth )\b(?P<tested>hearing|eyes?|sight|vision) (?:tests?|checks?) (?:this \w+ |last \w+ )?(?:came back|was|were|has come back)(?: this \w+| last \w+)?,? (?:all |completely |totally )?(?:clear|fine|normal|ok|okay|good|perfect)(?= ?[.,!;]|$| so\b)"
)
_STILL_OPEN_BEFORE = re.compile(r"\b(?:not|never|nobody|nothing|none|when|once|if|until|till|wish|has anybody|has anyone|have (?:school|they|you|we|the))\b|n't\b")
_STILL_OPEN_AFTER = re.compile(r"\b(?:but|though|although|except|yet)\b")
# What families call a need, as its label has it.
_CALLED = {"nappies": "toilet", "nappy": "toilet", "nights": "sleep", "bedtime": "sleep", "bedtimes": "sleep"}
_TESTING, _ASSESSMENT = "testing", "assessment"  # "blood testing" is another
# "Just the talking please", "so just the talking now": a sentence of its own that sets all else aside.
_ONLY_THIS = re.compile(
    rf"(?:^|[.!] ?)(?:(?:so|right|ok|okay|no|actually|please|and) ,? ?)*(?:it's |its |it is |let's |lets |(?:can|could|shall) (?:we|you|i) )?(?:do |look at |start with |have |stick (?:to|with) )?(?:just|jus|only) (?:(?:need|want|about|for|do|after|with|help with|asking about) )*(?:the|his|her|their|that) "
    rf"(?P<what>{_WORD}(?: (?!now|please|then|left|for|bit|thing|stuff|side|part|one|help){_WORD})?)(?: (?:bit|thing|things|stuff|side|part|one|help|really|we need|left|then|now|please|for now))*(?=[\s.!]*$)"
)
_WHO_HELPS = re.compile(r"\b(?:teams?|nurses?|therapists?|people|services?|groups?|clubs?|drop|school|doctor|number)\b")
# "Council just rang, taxi is sorted, starts Monday".
_SORTED = re.compile(rf"[,.;!?] ?(?P<what>{_WORD}) (?:is|are) (?:all )?(?:sorted|fine now|no longer a problem)(?=\W*$|[,.;!?]| so\b| now\b)")
_NEED_WORDS = re.compile(
    r"\b(?:speech|talk\w*|language|hearing|sight|eyes|vision|sleep\w*|eat\w*|food|toilet\w*|potty|behaviou?r"
    r"|meltdowns?|anxiety|anxious|worr\w+|mood|school|ehcp|ehc|plan|transport"
    r"|taxi|money|dla|pip|benefits|autism|autistic|adhd|add|asd|dyslexia|reading|writing|walking|friends"
    r"|clubs|college|job|work|respite|break|sensory|attendance|exclusion|diagnosis|assessment|wheelchair"
    r"|feeding|grief|bereavement)\b"
)
_NOT_A_WORD = words(
    """that's thats thanks thank right will help know think working true fair what why how who you coping been
    done haven't havent tried he's she's they're hes shes i'm im we're there sure him her me them it that this
    yet really well fine ok okay good bad now here very happy the a an he she they"""
)
_CHILD_ONLY = re.compile(rf"^(?:(?:my|his|her|our|the|for|it's|its) )*(?:(?:other|little|big) )*{_CHILD}$")
_ASKS_WHY = re.compile(r"\W*(?:(?:and|but|so|ok|then)\W+)*why not\b", re.IGNORECASE)


@dataclass(frozen=True)
class Correction:
    """What a message puts right.

    ``who`` is the family's word for the other child; ``same_needs`` that the earlier needs hold for that
    child too. The words are as the family wrote them, in small letters.
    """

    rejected_ages: tuple[AgeRange, ...] = ()
    new_ages: tuple[AgeRange, ...] = ()
    rejected_place_words: tuple[str, ...] = ()
    new_place_words: tuple[str, ...] = ()
    drop_needs_words: tuple[str, ...] = ()
    new_needs_words: tuple[str, ...] = ()
    only_needs_words: tuple[str, ...] = ()  # all else is set aside
    other_child: bool = False
    who: str = ""
    same_needs: bool = False
    all_children: bool = False
    restart: bool = False
    next_family: bool = False  # what begins again is about another family, and the one before may be come back to
    same_place: bool = False  # what begins again is about a child of the same place


@dataclass(frozen=True)
class _Swap:
    places_out: tuple[str, ...] = ()
    places_in: tuple[str, ...] = ()
    needs_out: tuple[str, ...] = ()
    needs_in: tuple[str, ...] = ()
    needs_only: tuple[str, ...] = ()


def find_correction(text: str, today: date, before: Enquiry) -> Correction | None:
    """What ``text`` replaces in the enquiry ``before``, or None where it corrects nothing."""
    if _ASKS_WHY.match(text):
        return None  # "why not speech therapy in Durham?" takes nothing out
    said = plain(text).strip()
    who = _other_child(said)
    everybody = bool(_ALL.search(said))
    kept, dropped = scan_ages(text, today)
    what_if = _WHAT_IF.search(said)
    if what_if:  # "and if he was 12?"
        kept = scan_ages(what_if["age"], today, asked=True)[0]
    only_ages = _ONLY_AGES.match(said) is not None
    if not (kept or dropped):  # "22 months actually"
        now = _NOW_SO_OLD.search(said) if _PUTS_RIGHT.search(said) else None
        kept = scan_ages(now["age"], today, asked=True)[0] if now else find_ages(text, today, asked=only_ages)
    kept = [age for age in kept if what_if or not _says_wider((age.lo, age.hi), before)]
    puts_right = bool(dropped or what_if) or (bool(kept) and bool(_PUTS_RIGHT.search(said) or (_BUT_IS.search(said) and not _OF_OTHERS.search(said))))
    if otherwise := _told_otherwise(said, today, before):
        kept, dropped, puts_right = *otherwise, True
    dropped = [_as_it_was_said(age, kept, before, today) for age in dropped]
    if puts_right and len(before.ages) > 1 and only_ages:  # "sorry, 5 and 8": all anew
        anew = scan_ages(_EXCUSED.sub("", said), today, asked=True)[0]
        kept, dropped = (anew, []) if len(anew) == len(before.ages) else (kept, dropped)
    if puts_right and (own := _not_the_sibling_s(kept, before)):
        kept, who = own, ""
    new_ages = (both := _of_each(kept, before) if puts_right else ()) or tuple((age.lo, age.hi) for age in kept)
    mixed_up = _mixed_up(said, kept, before) if not dropped else None
    puts_right = puts_right or mixed_up is not None
    meant = mixed_up or (_one_meant(said, kept, before) if puts_right and not dropped else None)
    who = "" if meant else who
    swap = _swap(said)
    different_child = bool(_DIFFERENT_CHILD.search(said))
    next_family = different_child or bool(_NEXT_FAMILY.search(said))
    restart = next_family or _restarts(said, swap)
    swap = _Swap() if restart else swap
    if not (restart or who or everybody or puts_right or swap != _Swap()):
        return None
    return Correction(
        rejected_ages=(before.ages if both else ()) or tuple((age.lo, age.hi) for age in dropped) or meant or (_replaced(before, new_ages, one_told=only_ages or _of_one_told(said, kept), only_ages=only_ages, one_more=bool(_ONE_MORE.search(_THINKING_OF.sub(" ", said))) and not _WRONG_CHILD.search(said)) if puts_right and not who else ()),
        new_ages=new_ages,
        rejected_place_words=swap.places_out,
        new_place_words=swap.places_in,
        drop_needs_words=swap.needs_out,
        new_needs_words=swap.needs_in,
        only_needs_words=swap.needs_only,
        other_child=bool(who),
        who=who,
        same_needs=bool(who) and bool(_SAME.search(said)),
        all_children=everybody,
        restart=restart,
        next_family=next_family,
        same_place=different_child,
    )


def _restarts(said: str, swap: _Swap) -> bool:
    """Whether everything is to go: not where "scrap that" leads to what is put in its place."""
    match = _RESTART.search(said)
    if match is None or _SOMEBODY_STARTS_AGAIN.search(said):
        return False
    goes_on = bool(swap.needs_out or swap.places_out) and len(said.split()) > _FEW_WORDS
    return not (goes_on and match.group().split(" ")[0] in ("scrap", "clear", "wipe", "forget"))


_FEW_WORDS = 5
_TEEN = "(?:thir|four|fif|six|seven|eigh|nine)teen"
_EXCUSE = "sorry|soz|oops|no|nope|i|meant|mean|actually|it's|its|should be|make that"
_ONLY_AGES = re.compile(
    rf"^\W*(?:(?:{_EXCUSE}|they|they're|theyre|are|and"
    rf"|years?|yrs?|months?|old|\d{{1,2}}|{ONE_TO_TWELVE}|{_TEEN})\b\W*)+$"
)
# "I make mistake, she will have 6 in December, now she has 5": the age stands last, where English has no verb for it.
_NOW_SO_OLD = re.compile(r"\b(?:he|she)(?: now| only)? (?:has|have)(?: only| now| just)? (?P<age>\d{1,2})(?: (?:only|now|at the moment|for now))*\W*$")
_WHAT_IF = re.compile(
    rf"(?:^\W*(?:and |but |what )*|\bwhat |^(?:and |so |but )*(?:what (?:would |will )?happens?|would|will|does|do|is|are|can|could)\b.{{0,40}} )if (?:he|she|they|i|(?:the|this|our|my) (?:child|pupil|student|kid|bairn|boy|girl|lad|lass)) (?:was|were|had been|is|am|are) (?:only |just |nearly |in )?(?P<age>(?:year )?(?:\d{{1,2}}|{ONE_TO_TWELVE}|{_TEEN})"
    r"(?: (?:years?|months?)(?: old)?)?)(?=\W*$| and in (?:reception|nursery|school|year \d{1,2})\b| (?:instead|though|then|rather than)\b| not (?:in )?(?:year )?\d| ?,? (?:would|will|could|can|what|who|does|do|is)\b)"
)
_EXCUSED = re.compile(rf"^\W*(?:(?:{_EXCUSE})\b\W*)+")
_PUTS_RIGHT = re.compile(
    r"\b(?:sorry|soz|oops|apologies(?= ?[,.:!] ?(?:he|she|it|i|year|y\d|\d|that|should|wrong)\b)|meant|mean|actually|correction|corrected me|put (?:me|us) right|typo|wrong|mistake|should (?:be|say|have)|make that|tell a lie|i lie(?= ?[,.])"
    r")\b|\bno(?=[,.!;:]|$| (?:no|he|he's|hes|she|she's|shes|it|it's|its|they|we|i|i'm|im|the|his|her|my|not|sorry|actually|wait|hang|hold|\d))|^\*"
)


_AN_AGE = rf"(?:(?:year |y)\d{{1,2}}|(?:\d{{1,2}}|{ONE_TO_TWELVE}|{_TEEN})(?: and a half)?(?: (?:years?|yrs?|months?|mths?|weeks?|wks?)(?: old)?)?)"
# "I've said 7, it's 8 months now", "I put year 4 but I meant year 3": what was told, and what holds.
_TOLD_OTHERWISE = re.compile(
    rf"(?:\b(?:i|we)(?:'ve|ve| have)? |^(?:(?:oh|sorry|soz|oops) ?,? ?)?)(?:just |only )?(?:said|put|wrote|typed|told you)(?: down)?(?: (?:he|she|it|they)(?:'s|s| is| was| were))?(?: in)? (?P<old>{_AN_AGE})"
    rf"(?: ?[,.;:-])? ?(?:(?:but|and|sorry|actually|in fact|no|whereas) ?,? ?)*(?:(?:i |we )?mean[t]?|should (?:be|have been|say|have said)|(?:it|he|she|they)(?:'s|s| is|'re| are)(?: really| actually| now)*)(?: in)? (?P<new>{_AN_AGE})(?= ?[,.;!?]| now\b| really\b| actually\b| not\b| and\b| on\b| in (?!the\b|his\b|her\b|their\b)|\W*$)"
)


def _told_otherwise(said: str, today: date, before: Enquiry) -> tuple[list[AgeMention], list[AgeMention]] | None:
    """What holds and what it takes the place of: "I've said 7, it's 8 months now"; None where that is not how it is put, or of nobody's age."""
    match = _TOLD_OTHERWISE.search(said)
    if match is None:
        return None
    new, old = (scan_ages(match[part], today, asked=True)[0] for part in ("new", "old"))
    was = [_as_it_was_said(age, new, before, today) for age in old]
    known = len(before.ages) < 2 or (was and (was[0].lo, was[0].hi) in before.ages)
    return (new, was) if new and known else None


def _as_it_was_said(old: AgeMention, new: Sequence[AgeMention], before: Enquiry, today: date) -> AgeMention:
    """ "It's 26 months, not 20", "Year 7 he is, not 8": what is taken back was said in months or as a school year too, or in years, as it stood."""
    if not old.words.isdigit() or not new:
        return old
    if _A_SCHOOL_YEAR.match(new[0].words):
        in_school = scan_ages(f"year {old.words}", today)[0]
        if in_school and (in_school[0].lo, in_school[0].hi) in before.ages:
            return in_school[0]
    if (old.lo, old.hi) in before.ages:
        return old
    months = int(old.words)
    return replace(old, lo=months, hi=months + 1) if (months, months + 1) in before.ages else old


_A_SCHOOL_YEAR = re.compile(r"(?:y|yr|year)\s*\d", re.IGNORECASE)


# "Ok but he is 17", of nobody else: not "his brother wanted to come but he's 11".
_BUT_IS = re.compile(r"\b(?:but|well|yet) (?:he|she)(?:'s|s| is) (?:only |still |just |actually )?\d{1,2}(?= ?(?:[.,!;]|$))")
_OF_OTHERS = re.compile(r"\b(?:brother|sister|bro|sis|siblings?|twin|cousin|friends?|mate|other|nephew|niece|mam|mum|dad|nana|they|them)\b")


def _replaced(before: Enquiry, new: tuple[AgeRange, ...], *, one_told: bool, only_ages: bool, one_more: bool) -> tuple[AgeRange, ...]:
    """The ages that "I meant 8" or "sorry, 5 and 8" replace: the only one said before, or all where nothing else is said;
    none where one more child is told of ("sorry, I've also got a 3 year old").

    Of several children one new age replaces the nearest, if it is a year off at most: "a 2 year old", then "22 months actually".
    """
    if len(before.ages) == 1:
        return () if one_more else before.ages
    if len(new) == 1 and one_told:
        nearest = min(reversed(before.ages), key=lambda age: _apart(age, new[0]), default=None)
        if nearest is not None and _apart(nearest, new[0]) <= _A_YEAR:
            return (nearest,)
        return before.ages[-1:] if only_ages else ()
    return before.ages if only_ages else ()


def _one_meant(said: str, kept: Sequence[AgeMention], before: Enquiry) -> tuple[AgeRange] | None:
    """The age of the one of several children whom a new age is said of: "sorry, the eldest's 13", "oops, my daughter is 10"."""
    if len(kept) != 1 or len(before.ages) < 2 or len(before.ages) < len(before.children) or _ONE_MORE.search(said):
        return None
    at = said.find(kept[0].words.lower())
    # "The eldest's 13", "my little one is 8": not the little sister whom he hits.
    ranked = ranked_one(said[max(0, at - _BEFORE_AN_AGE) : at], before.ages) if at >= 0 else None
    if ranked is not None:
        return (before.ages[ranked],)
    called = [child.age for child in before.children if child.age and child.who == kept[0].who and child.who not in _NO_CERTAIN_CHILD]
    return (called[0],) if len(called) == 1 else None


_BEFORE_AN_AGE = 30  # letters
_A_YEAR = 12  # months
_NO_CERTAIN_CHILD = words("he she they") | {""}
_ONE_OF_THEM = re.compile(r"\b(?:little|younger|youngest|older|oldest|eldest|big) one\b")
# "He is year 9, I was thinking of the other one".
_THINKING_OF = re.compile(r"\b(?:thinking|on about|talking) (?:of|about) (?:the|my|our|his|her) (?:other|brother|sister)\b(?: (?:one|lad|lass|boy|girl|child))?")
_WRONG_CHILD = re.compile(r"\bwrong (?:child|one|kid|bairn|pupil|lad|lass|boy|girl|file)\b")  # "wrong child. It's a girl, behind with reading too"
_ONE_MORE = re.compile(r"\b(?:also|too|as well|another|others?|both|plus|(?:have|got|there is)(?: also| got)? an?)\b|'(?:ve|s) (?:also )?(?:got )?an?\b")


def _of_one_told(said: str, kept: Sequence[AgeMention]) -> bool:
    """ "Actually he's 8": of a child who was told of; not "actually my niece is 8", "I've a 3 year old as well"."""
    known = _NO_CERTAIN_CHILD | ({"one"} if _ONE_OF_THEM.search(said) else set())  # "the little one turned 8"; not "the middle one is 10"
    return all(age.who in known for age in kept) and not _ONE_MORE.search(said)


def _apart(one: AgeRange, other: AgeRange) -> int:
    """The months between two ages; 0 where they touch."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _says_wider(age: AgeRange, before: Enquiry) -> bool:
    """Whether an age only says more widely what is known: the "nursery" of "nursery say no" puts no 4-year-old right."""
    return any(age != known and age[0] <= known[0] and known[1] <= age[1] for known in before.ages)


def _not_the_sibling_s(kept: Sequence[AgeMention], before: Enquiry) -> list[AgeMention]:
    """ "She's 9, it's her sister that's 7", where 7 is what was said of her: the 9 alone; none where nothing is mixed up so."""
    if len(before.ages) != 1 or len(kept) != 2:
        return []
    own = [age for age in kept if (age.lo, age.hi) != before.ages[0] and age.who not in _SIBLINGS]
    others = [age for age in kept if (age.lo, age.hi) == before.ages[0] and age.who in _SIBLINGS]
    return own if len(own) == len(others) == 1 else []


_SIBLINGS = words("brother sister bro sis sibling cousin twin")


def _of_each(kept: Sequence[AgeMention], before: Enquiry) -> tuple[AgeRange, ...]:
    """The new ages of a boy and a girl in the order they are known: "no, she's 13 and he's 8"; none where it is not said of each."""
    if not len(kept) == len(before.children) == len(before.ages) == 2:
        return ()
    told = {_boy_or_girl(age.who): (age.lo, age.hi) for age in kept}
    groups = [_boy_or_girl(child.who) for child in before.children]
    return tuple(told[group] for group in groups) if set(groups) == set(told) == {"boy", "girl"} else ()


def _boy_or_girl(who: str) -> str:
    return "boy" if who in BOYS else "girl" if who in GIRLS else ""


def _mixed_up(said: str, kept: Sequence[AgeMention], before: Enquiry) -> tuple[AgeRange] | None:
    """The age that was another child's: "no wait that's the other lad, the one who doesn't sleep is 8"; None where nobody is mixed up so."""
    match = _OF_ANOTHER_CHILD.search(said)
    if match is None or len(kept) != 1 or not before.ages or (kept[0].lo, kept[0].hi) in before.ages or said.find(kept[0].words.lower()) < match.end():
        return None
    called = [child.age for child in before.children if child.age and child.who == match["other"]]
    was = before.ages if len(before.ages) == 1 else called
    return (was[0],) if len(was) == 1 else None


# Behind it comes how old the child is who is meant; not "that's the other lad who's 12", "that's his brother, he's 12", "that's his brother's bike, he's 12".
_OF_ANOTHER_CHILD = re.compile(
    rf"(?:\b(?:that is|that's|thats|that was|those were|i (?:gave|told|put)(?: you)?) (?:for |about )?(?:(?:the|my|our|wor|his|her|their) (?:other|wrong) (?P<other>{_CHILD}|one|un)(?:'?s)?(?: age| year)?"
    rf"|(?:my|our|wor|his|her|their) (?:(?:little|big|older|younger|twin|other) )*{_SIBLING}(?:'?s)? (?:age|year|details|birthday|date of birth|dob|one|file|record)|(?:my|our|wor|his|her|their) (?:(?:little|big|older|younger|twin|other) )*{_SIBLING}'s)"
    rf"|\b(?:thinking (?:of|about)|(?:mix\w*|muddl\w*|confus\w*) (?:(?:him|her|them|it|that|up) )*(?:with|for)) (?:the|my|our|wor|his|her|their) (?:(?:little|big|older|younger|twin|other) )*(?:{_CHILD}|{_SIBLING}|one))"
    r"(?: (?:i|you) (?:gave|told|put|said|wrote)(?: you)?)?(?: (?:sorry|pet|not him|not her|there))? ?[,.;:-]"
)


def _other_child(said: str) -> str:
    match = _OTHER_CHILD.search(said)
    if match is None:
        return ""
    return next(who for who in match.groups() if who)


def _swap(said: str) -> _Swap:
    """The words put out and put in; words that speak of a need are a need's, others may be a place."""
    out, new = [], []
    drops = [match["what"] for pattern in (_DROP, _WHAT_I_SAID, _NOT_ASKED) for match in pattern.finditer(said)]
    drops += [next(filter(None, match.groups())) for match in _OFF_THE_LIST.finditer(said)]
    drops += [match["what"] for pattern in (_SOLVED, _SORTED) for match in pattern.finditer(said) if not _is_wished_for(said, match)]
    swaps = [match for pattern in (_NOT_IT_IT_IS, _A_NOT_B, _NOT_B_A) if (match := pattern.search(said)) is not None and not _states(match)]
    # "Sorry not anxious, angry": "sorry" is nothing new, so what follows is.
    swap = next((match for match in swaps if _bare(match["new"])), next(iter(swaps), None))
    if swap is not None:
        out.append(_bare(swap["old"]))
        new.append(_bare(swap["new"]))
    moved = _MOVED.search(said)
    if moved is not None and not new:
        new.append(_bare(moved["place"]))
        if moved["from"]:
            out.append(_bare(moved["from"]))
    out, new = [w for w in out if w], [w for w in new if w]
    about_needs = any(_NEED_WORDS.search(word) for word in (*out, *new))
    drops = [_label(word) for word in drops if _bare(word)]
    drops += [_label(next(filter(None, match.groups()))) for match in _IN_HAND.finditer(said) if _is_settled(said, match)]
    only = tuple(_label(match["what"]) for match in _ONLY_THIS.finditer(said) if _bare(match["what"]) and not _WHO_HELPS.search(match["what"]))
    if about_needs:
        return _Swap(needs_out=(*drops, *out), needs_in=tuple(new), needs_only=only)
    return _Swap(tuple(out), tuple(new), needs_out=tuple(drops), needs_only=only)


def _label(what: str) -> str:
    return _ASSESSMENT if what == _TESTING else " ".join(_CALLED.get(word, word) for word in what.split())


def _is_wished_for(said: str, match: re.Match[str]) -> bool:
    """ "Until the sleep is sorted", "I wish his sleep was sorted": nothing is solved yet."""
    begins = max(said.rfind(mark, 0, match.start()) for mark in ".!?;") + 1
    return _STILL_OPEN_BEFORE.search(said[begins : match.start()]) is not None


def _is_settled(said: str, match: re.Match[str]) -> bool:
    """Whether somebody has it in hand: not "haven't got the taxi sorted", "have school got it covered?", "in hand but we've waited two years"."""
    ends = min((at for mark in ".!?;" if (at := said.find(mark, match.end())) >= 0), default=len(said))
    return not (said[ends : ends + 1] == "?" or _is_wished_for(said, match) or _STILL_OPEN_AFTER.search(said[match.end() : ends]))


def _states(match: re.Match[str]) -> bool:
    """ "She's not sleeping either", "somebody who's not the school": says what is, and puts nothing right."""
    return match["new"].split(" ")[-1] in _SUBJECTS


_SUBJECTS = words("he's hes she's shes they're theyre who's whos i'm im we're he she they who i we that's is are was am does do did has have had also always often usually mostly currently definitely probably just he'll she'll they'll i'll we'll it'll will would can could should must might")
_LEADING = re.compile(
    r"^(?:(?:no|sorry|nope|actually|oops|i|we|mean|meant|it's|its|it|is|live|living|moved to|in|at|near|the"
    r"|his|her|my|for|about|a|but|that) ?,? )+"
)


def _bare(phrase: str) -> str:
    """A phrase without its small leading words; "" where it names neither place nor need."""
    bare = _LEADING.sub("", phrase.strip(" ,'-") + " ").strip()
    unusable = (
        not bare
        or bool(_NOT_A_WORD & set(bare.split(" ")))
        or _CHILD_ONLY.match(bare)
        or bare.split(" ")[0] in _NUMBERS
    )
    return "" if unusable else bare


_NUMBERS = words(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty"""
)
