"""One question about services: the number, the wait, the cost, who can refer, what to say, what comes after.

Asked about one service it is answered from that service's entry; asked about none in particular it is answered for
every service that was shown. What an entry does not hold is said to be unknown, with the words to ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.answer.threshold import threshold
from bot.answer.voices import what_to_say
from bot.answer.words import join_words, say
from bot.conversation.shown.spelling import spelt_out
from bot.directory.eligibility import limits_words
from bot.directory.service import Service
from bot.directory.sessions import when_words
from bot.nlu.questions import Aspect

_SOMEBODY = r"(?:i|we|you|he|she|they|it|mam|mum|dad|school|nursery|a parent|the (?:family|school|parents?|mam|mum|dad))"
_ONE = r"(?:it|they|that one|this one|(?:that|the) (?:first|second|third|fourth|fifth|last|top|bottom) one)"
_WHOSE_JOB = r"is it (?:for |up to |down to )?(?:the |his |her |my )?(?:mum|mam|dad|parents?|family|me|us|school|gp|doctor) (?:to|that has to|who has to|has to) (?:contact|ring|refer|ask|apply|phone|get in touch)"  # "is it for mum to contact the first one or me?"
_RUNS = rf"(?:^|[.,;!?]\s*|\b(?:and|n|so|but|ok|right) )who(?:'?s| is| are)? (?:actually |even |exactly )?(?:runs?|running|provides?|owns?|in charge of|behind|organi[sz]es?) (?:that|this one|them|those|these|{_ONE})(?=\W|$)"
_WHOSE = rf"(?:^|[.,;!?]\s*)(?:and )?(?:is|are) {_ONE} (?:all |run by |part of |from )*(?:the |an? )?(?:council|nhs|charit(?:y|ies))(?:'s)?(?=\W*$| or\b)"
_A_LETTER = r"(?:doctor|gp|dr)'?s? (?:letter|note|referral)"
_A_PLAN = r"(?:an? |the )?(?:ehcp|ehc plan|ehc)"
# "Do they need an EHCP for that", "does the first one only take people with an EHCP"; not "does he need an EHCP to get transport".
_NEEDS_A_PLAN = (
    rf"(?:^|\b(?:and|so|but|ok) )(?:do|does|will|would|must) (?:(?:i|we|you|he|she|{_ONE}) (?:need|have to have)(?: to have)? {_A_PLAN} (?:for|to get) (?:it|that|them|this|these|those|that one|the (?:first|second|third|last) one)\b"
    rf"|{_ONE} (?:need|have to have|only (?:take|see|help)(?: (?:people|kids|children|those|ones|bairns|young people|them))?(?: (?:with|who have|on))?)(?: to have)? {_A_PLAN}\W*$)"
)
# "I'm scared of the phone", "she does not do phones", "mam panics on the phone", "please no telephone", "if I can not hear".
_NOT_BY_PHONE = (
    r"(?:\b(?:(?:afraid|scared|frightened|terrified) of|hates?|do(?:es)?(?:n'?t| not) like|(?:no|not) good (?:on|at|with)|rubbish (?:on|at)|(?:panics?|freezes?|struggles?|clams? up|goes? to pieces|(?:gets? )?(?:so |very |really )?(?:anxious|nervous|panicky|worked up)) (?:on|with|about|over|using)|(?:can'?t|cannot|can not|won'?t|don'?t|doesn'?t|do not|does not) (?:do|use|manage|cope with|(?:hear|talk|speak) (?:on|over)|like))"
    r" (?:using |talking on |speaking on )?(?:the )?(?:(?:tele)?phones?|phoning|ringing|phone calls?|talk(?:ing)? on the phone)\b(?! (?:\w+ )?(?:social|police|school|from|in|at|during|bill|bells?|noises?|sounds?|ringing|sex|games?)\b)"
    r"|\b(?:no|not by|not on the) (?:tele)?phones?(?: calls?)? please\b|\bplease(?:,| can we)? no (?:tele)?phone\b|\b(?:if|as|cos|because|since|when) (?:i|she|he|we) can(?:'?t| ?not) hear\b(?! (?:back|from|about|him|her|them|it)\b))"
)
# Who may bring a child in the place of whoever asks.
_ANOTHER = r"(?:(?:his|her|their|my|our|wor|me|the|a) (?:\w+ )?(?:nan|nana|gran|granny|grandma|grandad|grandfather|grandmother|grandparents?|mam|mum|dad|sister|brother|auntie?|uncle|partner|husband|wife|friend|neighbour|childminder|ta|support worker|carer|family worker|social worker)|nana|gran|grandad|(?:somebody|someone|anyone|anybody) else)"
# In this order: "what do I say when I ring" is not a question for the number.
_ASKED: dict[Aspect, str] = {
    "turned_down": r"\bwhat (?:if|happens if|do (?:i|we) do if|about if)\b(?! (?:i|we|he|she) (?:say|said)).{0,30}\b(?:says? no|said no|turn(?:s|ed)? (?:us|me|him|her|them|it) (?:down|away)|refuses?|refused|wont (?:take|see|have) (?:him|her|us|me)|won't (?:take|see|have) (?:him|her|us|me)|rejects?|knock(?:s|ed)? (?:us|it|him|her) back)\b",
    "you_ring": r"(?!.*\b(?:of a night|at night|weekends?|evenings?|after \w+)\b)\b(?:can|could|will|would|cant|can't) (?:you|u) (?:please |not |just )*(?:ring|call|phone|e-?mail|contact|refer|book|speak to|message|get hold of) (?:them|it for|her for|him for|us in|me in|him in|her in|for (?:me|us)|one for|the \w+ for)\b",
    "with_me": rf"\b(?:can|could|may|does|do|is it (?:ok|okay|all ?right|allowed)|would|will|has)\b.{{0,12}}?\b(?:{_ANOTHER})\b.{{0,12}}\b(?:take|takes|bring|brings|drop|fetch|come along|come (?:in )?with|go (?:in )?with|sit in)\b(?! part\b)(?: (?:him|her|them|me|us|it|along|in|off|to it|to them))?|\b(?:does|do|has|have) it (?:got )?(?:have )?to be me\b.{{0,12}}\b(?:takes?|brings?|comes?|goes)\b|\bgot to be me\b",
    "source": r"\bwhere (?:did|do|does) (?:you|this|that|it|all this|the info\w*)\b.{0,15}\b(?:get|got|come|from)\b|\bwhen (?:was|were) (?:it|this|that|they|the \w+) (?:last )?(?:checked|updated)\b|\bwhat(?:'s|s| is) (?:the|your) source\b|\bsource (?:for|of) (?:the|that|this|it)\b|\bsays who\b|\bhow (?:old|recent|up to date|reliable) is (?:this|that|the info\w*)\b",
    "remote": r"\b(?:can|cn|could|is|are|do|does|would|will)\b.{0,25}\b(?:be done|be had|done|happen|work|see (?:us|him|her|me)|it|they|all)\b.{0,15}\b(?:online|on line|onlien|by video|video call|on zoom|over zoom|on teams|over the phone|on the phone|by phone|virtual(?:ly)?|remote(?:ly)?)\b|\b(?:in person|face to face) or (?:on |over |by )?(?:zoom|teams|online|video|the phone|phone)\b|\b(?:online|on zoom|on teams|by phone|over the phone) or (?:in person|face to face)\b",
    "meanwhile": rf"\bmean ?(?:while|time)\b|\bwhil(?:e|st) {_SOMEBODY}?(?:'re|'s| are| is)? ?wait\w*|\bwhat (?:can|do|should) {_SOMEBODY} do (?:now|until|till|for now|tonight|the night|the neet|toneet)\b|\bwhat (?:am|are) (?:i|we) (?:meant|supposed) to do (?:now|til+|until|while|in the)\b|\b(?:anything|any ?thing|owt|something|summat|what)\b.{{0,12}}\b(?:i|we) (?:can|could) (?:do|try)\b.{{0,25}}\b(?:at home|til+ then|until then|meanwhile|for now|tonight|2 ?nite?|2night|the night)\b",
    "visit": r"^(?!.*\b(?:when it comes to|no ?one|nobody|only one|comes? home (?!visit)|what|how long|book|say|letter|appointment|taxi|bus)\b|.*\b(?:come|go) (?:along )?with (?:me|us)\b).*(?:\b(?:they|it|one|somebody|someone|anybody|anyone|who|which|nurse|visitor|therapist|team|worker|teacher)s?\b.{0,20}\b(?:come|comes|visit|visits)\b(?! (?:from|through|via)\b).{0,20}\b(?:house|home|us|me|here|him|her|into (?:the )?school|to (?:the )?(?:school|nursery))\b|\b(?:they|somebody|someone|nurse|team)\b.{0,12}\bcome (?:out )?to you\b(?! in\b)|\bhome visits?\b)",
    "travel": r"\b(?:get|go|come|reach|travel)\b(?: \w+){0,3} (?:by|on) (?:a |the )?(?:bus|train|metro)\b(?! pass)|\bnear(?: to)? (?:a |the )(?:bus|train|metro)\b|\b(?:which|what) (?:bus|train)(?:es|s)?\b|\b(?:bus|train) (?:stops?|routes?|stations?)\b|\bhow (?:would|wud|do|can|could|will|am|are|on earth do) (?:i|we) (?:supposed to |meant to )?get (?:there|to (?:it|them|any of (?:it|them)))\b|\b(?:parking|car park|(?:can|where do|where can) (?:i|we) park)\b",
    "where": r"\b(?:in|at|on|under) the same (?:place|building|site|roof|spot|town)\b|\bwhere(?:'?s| is| are)\b(?!.*\b(?:number|form|website|web|link|e-?mail|wait\w*|list|open|free|start|ring)\b)|\b(?:is|are) (?:it|that|they|this one|that one) far\b|\bh(?:ow|oo) far\b",
    "say": r"what (?:do|should|can|would|shall|could|will) (?:i|we|they) (?:even |actually )?(?:say|tell|ask)|\b(?:write|tell|give|need|know|help|script)\b.{0,25}\bwhat i (?:can |should |must )?say (?:when|if|on|to them)\b|not sure what to say|what to say",
    "after": r"what(?:'s| is| happens| comes| will happen)? (?:after|next|then)\b|what happens (?:when|if|after|once)|and then what",
    "does": r"\bwhat (?:do|does|wud|would|will) (?:they|it|that|this|that one|the (?:first|second|third|last) one) (?:actually |even |really )?do\b(?! (?:if|when|about|for|with|on|at|in|to|next|now)\b)|\bwhat(?:'s|s| is) the difference\b(?=\W*$| between (?:them|these|those|the two|the (?:first|second|last)))",
    "text": r"\bhow (?:do |can |would |could |should |to )?(?:i |we |you )?write (?:a letter |an e-?mail )?to (?:them|it|these|those)\b|\b(?:by|via|through|over) e-?mail\b|\b(?:do|does|can|could|is|are|any|which|who)\b.{0,30}\b(?:texts?|txts?|texting|live ?chat|web ?chat|chat online|online chat|whatsapp)\b|^\W*(?:text|live chat|online chat|whatsapp)\W*$|^(?!.*\b(?:ring|call|phone) me\b).*(?:" + _NOT_BY_PHONE + r"|\b(?:english|hearing) on (?:the )?(?:tele)?phone\b)",
    "cost": r"\bmoney[\s-]?wise\b|\bout of pocket\b|\b(?:want|wanting|need|take|taking) (?:owt|any money|money|anything|paid) off (?:us|me)\b|\b(?:free|costs?|pay|paying|charge[ds]?|price|how much|afford)\b|\bset (?:us|me|them) back\b|\bfoots? the bill\b",
    "runs": rf"{_RUNS}|{_WHOSE}",
    "wait": r"\bwait(?:ing?|s|ed)?\b|\b(?:takes?|took|taking) (?:ages|months|years|forever)\b|\bhow (?:long|soon)\b|\bsee (?:him|her|them|us|me) soon\b|\bis there a (?:long )?(?:list|queue)\b(?=\W*$| for (?:it|this|that)\b)",
    "plan": _NEEDS_A_PLAN,
    "diagnosis": r"\bdiagnos\w+",
    "hours": r"\b(?:any|some|all) of (?:that|it|this|them|these|those) (?:in|at|of|through|on) (?:the |an? )?(?:nights?|evenings?)\b|\bopen(?:s|ing)?\b|\b24 ?(?:hrs?|hours?)\b|\bhours\b|\b(?:9|nine)[ -]?(?:to|till?|-)[ -]?(?:5|five)\b|\bweekends?\b|\bevenings?\b|\b(?:satur|sun)days?\b|\bhalf[- ]term\b|\bwhat (?:time|day)s?\b|\bwhen (?:is|are|does|do)\b|after school\b",
    "refer": rf"\b(?:allowed|able) to (?:just )?(?:ring|refer|ask|apply|phone)\b|\b(?:have|need|got|must)\b.{{0,12}}\b(?:go to|see|go through|ask)\b.{{0,8}}\b(?:gp|doctor)|\b{_A_LETTER}\b|\bbook(?:ing)?\b|(?<!been )(?<!are )(?<!is )(?<!am )(?<!left )(?<!'re )(?<!i'm )\bwithout (?:the |a |my |our |his |her |going (?:through|via|to) (?:the |a )?)?(?:gp|doctor|hv|health visitor)'?s?\b|\bgo (?:straight|direct\w*) to (?:it|them|that one)\b|\b{_WHOSE_JOB}\b|\bput (?:him|her|them|us|me|it|himself|herself|myself|mesel|themselves) forward\b|\b(?:gp|doctor|hv|health visitor|nursery)\b.{{0,12}}\bto (?:send|refer)\b|\bget (?:them|one|somebody|someone|any of them) to (?:see|take|help|look at) (?:him|her|them|us|me|(?:my|our|wor) \w+)\b|\b(?:ring|call|phone|ask|apply|go|do it)\b.{{0,12}}\b(?:her|him|them|my|me|our|it)sel(?:f|ves)\b|\bgp ref\b|\b(?:via|through|thru) (?:a |the |my |our )?(?:gp|doctor)\b|\bappointments?\b|\b(?:just )?(?:turn|show) up\b|\bwalk in\b|\bsign up\b|\bregister\b|\brefer\w*|\bwho can (?:ask|send|apply|get)\b|\bneed (?:a|the|my|our) (?:gp|doctor)|through (?:the|my|our) (?:gp|doctor)|\bthresholds?\b|\bcriteria\b|\beligib\w+",
    "ages": r"(?<!take )(?<!takes )(?<!took )(?<!taken )(?<!taking )(?<!for )(?<!been )(?<!waited )(?<!wait )(?<!waiting )\bages?\b(?! ago\b)|\b(?:too|so) (?:old|young)\b|\b(?:old|young) enough\b|what age",
    "contact": r"\bpass (?:them|him|her|it|this) (?:on )?to\b|\b(?:numbers?|phone|ring|call|ask|speak to|go to|e-?mails?|contact|address|website|web|link|get hold|where|reach)\b",
}
_IT = r"(?:\s+(?:for|to|about|with|of|from)?\s*(?:it|that|this|them|those|these|any of (?:it|them|these)|there|that one|this one|(?:the )?(?:first|second|third|fourth|fifth|sixth|last) one|either))?"
# The whole message, so that "how long is the wait for an autism assessment" stays a question for the checked answers.
_ALONE = re.compile(
    r"^\W*(?:(?:and|ok|okay|so|but|oh|right|thanks|thank you|please|yes|um|great|(?:just )?one more(?: thing)?|last one|quick one)\W+)*(?:"
    r"what (?:do|should|can|would|shall) (?:i|we) (?:even )?(?:say|tell|ask)(?: them)?(?: (?:when|if|to|on).*)?"
    r"|(?:so )?what happens (?:after|next|then|when i|when we|once)(?: .{0,30})?|what(?:'s| is| comes) next|and then what"
    rf"|(?:is|are|will) (?:it|that|this|they|these|any of (?:it|them|these|this)|all of (?:it|them|this)|the (?:first|second|third|last) one) (?:all )?free|does (?:it|that|this) cost(?: anything| money)?{_IT}"
    rf"|(?:i |we )?(?:need|must|have) (?:to )?pay(?: money| for (?:it|this|that))?|(?:do|will|would) (?:i|we) have to pay{_IT}|how much (?:is it|does it cost|are they){_IT}"
    rf"|wait(?:ing)? ?(?:times?|lists?)|{_A_LETTER}"
    rf"|how long(?: is|'s|s| will)? (?:the |we |i |it )?(?:wait|waiting list|waiting time|be)(?:ing list|ing time)?{_IT}|(?:what(?:'s| is) the|is there a) (?:long )?(?:wait(?:ing? list|ing? time)?|list|queue){_IT}|how (?:long|soon) (?:would|will|do) (?:we|i|it) (?:wait|take|have to wait|be seen){_IT}"
    rf"|(?:do|does|would|will) (?:we|i|you|he|she|they) need (?:to have )?(?:a|any) (?:diagnosis|referral){_IT}|(?:is )?(?:a )?diagnosis needed{_IT}"
    rf"|(?:do|does|will|would|can|could) (?:{_ONE}|she|he|somebody|someone|anyone|anybody|any of (?:them|these)) (?:come|visit)(?: out)?(?: to)?(?: (?:us|me|him|her|people|families|here|(?:the|our|my|your|ur) (?:house|home)|you|home|at home|at (?:your|the) house|(?:in)?(?:to )?(?:the )?(?:school|nursery)))*(?: or (?:do|does|would|will|is it|have) .{{1,45}})?|(?:who|which(?: ones?)?(?: of (?:them|these|those))?)(?: (?:can|will|would))? (?:comes?|visits?)(?: out)?(?: to)? (?:us|me|him|her|the house|our house|here)|(?:do they do )?home visits?"
    rf"|where(?:'?s| is| are)? (?:it|that|this|they|these|those|(?:the )?(?:first|second|third|last|other) one)(?: at)?|(?:is|are) (?:it|that|they) far(?: away| off)?|how far (?:is|are) (?:it|that|they)"
    rf"|what (?:have you|do you have|is there) (?:got )?(?:on |for |at )?(?:a |the )?(?:saturdays?|sundays?|weekends?|evenings?|half[- ]term)"
    r"|(?:what |even )*(?:if|without|with no) .{0,15}\bdiagnos\w+(?: yet| at all)?|what(?:'?s| is| are) the (?:criteria|threshold|thresholds|eligibility)(?: for (?:it|that|this|them|those|these))?|who(?:'s| is) eligible"
    rf"|what meanwhile|(?:and |in )?(?:the )?mean ?(?:while|time)|(?:and )?whil(?:e|st) {_SOMEBODY}?(?:'re|'s| are| is)? ?wait\w*(?: for (?:it|that|this|them))?"
    rf"|what (?:can|do|should|could) {_SOMEBODY} do (?:now|in the mean ?time|meanwhile|for now|tonight|the night|the neet|toneet|this evening|(?:until|till) (?:then|they .{{1,20}}|we .{{1,20}}|(?:the |his |her |our )?(?:appointment|assessment))|while .{{1,25}})"
    rf"|(?:do|does|would|will|should) {_SOMEBODY} (?:need|have to have|have to get|see (?:the|a|my|our) (?:gp|doctor) (?:first )?for) (?:an? |the )?(?:{_A_LETTER}|appointment|referral){_IT}(?: first| from .{{1,25}})?"
    rf"|(?:(?:can|could|do|does|may|should|must) {_SOMEBODY}|(?:am i|are we|is (?:he|she|mam|mum|dad)) (?:allowed|able) to) (?:just )?(?:self[- ]?refer|refer|ring|apply|ask|phone|put (?:him|her|them|us|me|it|himself|herself|myself|mesel|themselves) forward)(?: (?:it|them|in|up|direct\w*|(?:her|him|them|my|me|our|your)sel(?:f|ves)|him|her)){{0,2}}(?: too| as well)?{_IT}(?: as (?:his|her|their|the|an?) (?:\w+ ){{0,2}}\w+)?(?: or (?:does|do|has|have|must|is|can|should) .{{1,45}})?"
    rf"|(?:can|could|do|may) {_SOMEBODY} (?:just )?go (?:straight|direct\w*) to (?:them|{_ONE})(?: (?:and )?(?:without|not through|miss out) .{{1,25}})?"
    rf"|{_WHOSE_JOB}(?: with)?{_IT}(?: or .{{1,25}})?"
    rf"|(?:does|do|must|can) (?:his|her|the|my|our|a|their) (?:gp|doctor|school|nursery|health visitor|hv|senco) (?:have to |need to )?(?:send|refer|ask)(?: for)?(?: him| her| us| them| me| it)?(?: in| first)?"
    rf"|(?:can |could |will |would )(?:somebody|someone|anybody|anyone|they|a nurse) come (?:out )?(?:to )?(?:my|our|the|me|us)(?: house| home)?|(?:somebody|someone|nurse) (?:can )?come (?:to )?(?:my|our|the) (?:house|home)(?= ?\?)"
    rf"|(?:is (?:it|this|that) |can (?:it|this) be )?(?:a )?self[- ]?referr?(?:al|ed)?{_IT}"
    rf"|(?:does|do) (?:it|{_SOMEBODY}) (?:need|have)(?: to go)? (?:via |through )?(?:a |the |to see a )?(?:gp|doctor)'?s?(?: ref\w*)?(?: or can .{{1,25}})?{_IT}|needs? (?:a )?(?:gp|doctor)'?s?(?: ref\w*)?"
    r"|how (?:do|can) (?:i|we) get (?:them|one|somebody|someone|any of them) to (?:see|take|help|look at) (?:him|her|them|us|me|(?:my|our|wor) \w+)"
    rf"|who can (?:refer|ask|apply|send)(?: us| him| her| me| them| in)?{_IT}|how (?:do|can) (?:i|we) (?:refer|get referred|apply|ask|get)(?: him| her| us| them)?{_IT}"
    rf"|(?:do|does|can|could) (?:any of (?:them|these)|{_SOMEBODY}|you) (?:do |use |take |have |get |just )*(?:an? |any |by )?(?:texts?|texting|live ?chat|web ?chat|chat online|online chat|whatsapp)(?: (?:them|it|any(?:one|body)|some(?:one|body)|me|us|him|her|back|instead))*"
    r"|(?:is there|any(?:one|thing|body)?|which(?: ones?)?(?: of (?:them|these))?) (?:(?:i|we|she|he|you) can |can (?:i|we|she|he|you) |to |do |does |have |has |take |takes |an? )*(?:texts?|live ?chat|web ?chat|online chat|whatsapp)"
    r"|(?:ok |so )?(?:who|which one) (?:do|should|can|would|could) (?:i|we|they) (?:ring|call|phone|contact|ask|speak to|go to)(?: then| first| now)?"
    r"|(?:is|are) the (?:drop[- ]?ins?|groups?|sessions?|clubs?|courses?) (?:all )?free|do (?:i|we) (?:need|have) to (?:book|ring first|make an appointment|register|sign up)(?: first| in advance)?|can (?:i|we) (?:just )?(?:turn up|show up|walk in|drop in)"
    r"|(?:is there (?:anything|something)|anything|are any (?:of them )?open|are they (?:open )?)(?: on| open)? (?:at|on|in|of) (?:the |an? )?(?:weekends?|evenings?|saturdays?|sundays?|half[- ]term|(?:school |summer )?holidays)"
    r"|(?:when|what (?:time|day)s?) (?:is|are|does|do) (?:it|they|that|that one|the (?:first|second|third|last) one)(?: all)?(?: open| on| shut| start| close| finish)?"
    r"|how far (?:away )?(?:is|are) (?:it|that|this|they|these|those|the (?:first|second|third|last) one|(?:any|all|each) of (?:it|them|these|those))(?: all)?(?: (?:away|from) .{1,40})?"
    r"|(?:but )?what (?:do|does|wud|would|will) (?:they|it|that|this|that one|the (?:first|second|third|last) one) (?:actually |even |really )?do(?: there| exactly| though| all day)?"
    r"|what(?:'s|s| is) the difference(?: between (?:them|these|those|the two|the (?:first|second|last)\b.{0,40}))?"
    rf"|{_RUNS}|{_WHOSE}(?: or .{{1,25}})?|who are they(?: when they'?re at home| exactly| anyway)?(?:\W+(?:is|are) {_ONE} (?:the |an? )?(?:council|nhs|charity))?"
    r"|(?:have you got |what are |can i have |give me |is there )?(?:the|their|a|any)? ?(?:phone )?numbers?(?: please| then| for (?:it|them|these|those))?"
    r")(?:\s+(?:please|then|pet|though|pls))?\W*$",
    re.IGNORECASE,
)  # fmt: skip


def find_aspect(text: str) -> Aspect | None:
    """What a message asks about a service, or None where it asks for nothing in particular."""
    text = spelt_out(text)
    said = _WHILE_WAITING.sub("", text)
    asked = (aspect for one in dict.fromkeys((said, text)) for aspect, pattern in _ASKED.items() if re.search(pattern, one, re.IGNORECASE))
    return next(asked, None)


# "While I wait. Does the bed wetting service charge for pads": the question is the second sentence.
_WHILE_WAITING = re.compile(rf"^\W*(?:and |so |ok )?whil(?:e|st) {_SOMEBODY}(?:'re|'m|'s| are| am| is)? ?wait\w*[.;]\s+(?=\S)", re.IGNORECASE)


def plainly_asked(text: str) -> Aspect | None:
    """What a message asks by patterns that are nearly always right: of the lines of data/aspects that they match 86% are so labelled."""
    asked = find_aspect(text)
    return asked if asked in _SURE_PATTERNS else None


_SURE_PATTERNS: frozenset[Aspect | None] = frozenset({"with_me", "visit", "travel", "say", "after", "runs", "text", "cost", "diagnosis", "plan", "ages", "turned_down", "you_ring", "source", "remote"})


def also_asked(text: str, first: Aspect | None) -> tuple[Aspect, ...]:
    """What a message asks besides ``first``: "is any of that free and can I just turn up"."""
    clauses = ((find_aspect(clause), clause) for clause in _CLAUSES.split(text))
    asked = dict.fromkeys(aspect for aspect, clause in clauses if aspect in _PLAIN or (aspect == "contact" and _NUMBER.search(clause)))
    return tuple(aspect for aspect in asked if aspect and (first in _PLAIN or first == "first") and aspect != first)


_CLAUSES = re.compile(r"[,;.?!&]\s*|\b(?:and|n)\b", re.IGNORECASE)
# What can be told of in one line each.
_PLAIN: frozenset[Aspect | None] = frozenset({"cost", "wait", "diagnosis", "plan", "hours", "refer", "ages", "text", "runs", "remote"})
# "Can I just ask", "they never phone" are no questions for a number.
_NUMBER = re.compile(r"\b(?:their|the|a|your|what\w*)\b.{0,12}\b(?:phone|numbers?|e-?mail|website)\b|^\W*(?:phone\s+)?numbers?\W*$", re.IGNORECASE)


def not_by_phone(text: str) -> bool:
    """Whether somebody says that the telephone is no way for them."""
    return _NO_PHONE.search(text) is not None


_NO_PHONE = re.compile(_NOT_BY_PHONE, re.IGNORECASE)


def asks_plainly(text: str) -> bool:
    """Whether a message asks for what can be told of each service in a line."""
    return find_aspect(text) in _PLAIN


def stands_alone(text: str) -> bool:
    """Whether the whole message is such a question about what was shown, whatever it was taken for."""
    return bool(_ALONE.match(spelt_out(text)))


def about_one(aspect: Aspect, service: Service, voice: str | None) -> str:
    """The answer from one entry; "contact" by itself is answered by the whole of it (bot/conversation/shown/follow_up.py)."""
    told = _ANSWERS[aspect](service, voice)
    return _capital(told) if aspect == "contact" and service.contact.phone else told


def about_all(aspect: Aspect, services: Sequence[Service], voice: str | None) -> str:
    """One line for all that have the same answer, and one at the end for those that it is not known of."""
    if aspect in _SAID_OF_ALL:
        return say(_SAID_OF_ALL[aspect], voice)
    lead = {"travel": say("travel_unknown"), "you_ring": say("you_ring", voice)}.get(aspect) or say("aspect_for_all")
    told = _ANSWERS[_TOLD_OF_EACH.get(aspect, aspect)]
    known = [service for service in services if not _is_not_seen(aspect, told(service, voice), service)]
    if not known and len(services) > 1:
        return say(_NOT_SEEN[aspect][0], voice, name=say("any_of_these"))
    answers = [_short(told(service, voice), service) for service in known]
    if len(known) == len(services) > 1 and len(set(answers)) == 1:
        return say("aspect_alike", answer=answers[0])
    named: dict[str, list[str]] = {}
    for service, answer in zip(known, answers):
        named.setdefault(answer, []).append(service.name)
    others = [service.name for service in services if service not in known]
    rest = [f"- {say(_NOT_SEEN[aspect][0], voice, name=others[0] if len(others) == 1 else say('the_others'))}"] if others else []
    return "\n".join([lead, *(f"- {join_words(names)}: {answer}" for answer, names in named.items()), *rest])


# What is said once where it is known of none of them, or of the rest: in six lines it is a roll ("we have not seen if X can come to your home").
# The first is said of several; the others too are said of one that it is not known of.
_NOT_SEEN: dict[Aspect, tuple[str, ...]] = {
    "visit": ("visit_unknown",),
    "where": ("where_unknown",),
    "hours": ("hours_not_seen", "when_unknown", "when_unknown_ring"),
    "remote": ("remote_unknown", "remote_unknown_ring"),
}


def _is_not_seen(aspect: Aspect, answer: str, service: Service) -> bool:
    return answer in (say(words, name=service.name, phone=service.contact.phone) for words in _NOT_SEEN.get(aspect, ()))


# The words that hold of all, whatever is shown.
_SAID_OF_ALL: dict[Aspect, str] = {"say": "say_any", "after": "after_any", "turned_down": "turned_down"}
# Once for all is said what holds of all; of each, this.
_TOLD_OF_EACH: dict[Aspect, Aspect] = {"travel": "where", "you_ring": "contact"}


def _short(answer: str, service: Service) -> str:
    """The answer without the name that the line already begins with."""
    return re.sub(rf"(^|\. ){re.escape(service.name)} ", r"\1it ", answer.replace(f" for {service.name}", "")).strip()


def _to_say(service: Service, voice: str | None) -> str:
    own = what_to_say(service.referral.say, voice) if service.referral.say else ""
    return own or say("say_any", voice)


def _the_same_of_any(words: str) -> Callable[[Service, str | None], str]:
    """What no entry holds: the same words for each."""
    return lambda service, voice: say(words, voice)


def _cost(service: Service, voice: str | None) -> str:
    cost = service.cost
    known = {"free": "cost_free", "paid": "cost_paid", "varies": "cost_varies"}.get(cost.amount or "")
    return " ".join(part for part in (say(known, name=service.name) if known else "", cost.words or "") if part) or say(
        "cost_unknown", name=service.name
    )


def _wait(service: Service, voice: str | None) -> str:
    waits = [f"{wait.words}{f' ({wait.as_of})' if wait.as_of else ''}." for wait in service.waits]
    if waits:
        first, *others = waits
        return say("wait_known", name=service.name, waits=" ".join([first, *map(_capital, others)]))
    return say("wait_drop_in" if service.referral.drop_in else "wait_unknown", name=service.name)


_NEEDS_DIAGNOSIS = {"needed": "diagnosis_needed", "not_needed": "diagnosis_not_needed", None: "diagnosis_unknown"}
_NEEDS_PLAN = {"needed": "plan_needed", "not_needed": "plan_not_needed", None: "plan_unknown"}


def _diagnosis(service: Service, voice: str | None) -> str:
    return say(_NEEDS_DIAGNOSIS[service.conditions.diagnosis], name=service.name)


def _plan(service: Service, voice: str | None) -> str:
    return say(_NEEDS_PLAN[service.conditions.ehc_plan], name=service.name)


def _consent(service: Service, voice: str | None) -> str:
    return f"{_door(service, voice)} {say('consent_unknown', voice)}"


def _still_there(service: Service, voice: str | None) -> str:
    checked = f"{service.last_checked:%B %Y}"
    return " ".join(part for part in (say("still_there", name=service.name, checked=checked), service.caution or "") if part)


def _source(service: Service, voice: str | None) -> str:
    read = next((source.what for source in service.sources if not source.what.startswith(_COPIES)), "")
    checked = f"{service.last_checked.day} {service.last_checked:%B %Y}"
    return say("source_is" if read else "source_copies", name=service.name, checked=checked, read=read)


_COPIES = "public code file"  # copies of a service's pages, which nobody can open by that name


def _remote(service: Service, voice: str | None) -> str:
    if service.online:
        return say("remote_online", name=service.name, phone=service.contact.phone)
    return say("remote_unknown_ring" if service.contact.phone else "remote_unknown", name=service.name, phone=service.contact.phone)


def _you_ring(service: Service, voice: str | None) -> str:
    return f"{say('you_ring', voice)} {_capital(_contact(service, voice))}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _hours(service: Service, voice: str | None) -> str:
    sessions = [f"{session.title}: {when_words(session, None)}." for session in service.sessions]
    known = [*sessions, say("when_open", hours=service.contact.hours) if service.contact.hours else ""]
    asked = say("when_unknown_ring", phone=service.contact.phone) if service.contact.phone else say("when_unknown")
    return " ".join(part for part in known if part) or asked


def _door(service: Service, voice: str | None) -> str:
    """Whether a family asks for it themselves, walks in or is referred."""
    referral = service.referral
    door = {True: "refer_self", False: "refer_others"}.get(referral.self) if not referral.drop_in else "refer_drop_in"  # type: ignore[arg-type]
    return say(door or "refer_unknown", voice, name=service.name)


def _refer(service: Service, voice: str | None) -> str:
    referral = service.referral
    parts = [_door(service, voice), referral.who or "", referral.route or ""]
    if voice == "practitioner":
        parts.append(threshold(service))
    return " ".join(dict.fromkeys(part.strip() for part in parts if part))


def _ages(service: Service, voice: str | None) -> str:
    return say("ages_are", name=service.name, ages=limits_words(service.ages))


def _runs(service: Service, voice: str | None) -> str:
    return say("run_by", name=service.name, provider=service.provider)


def _does(service: Service, voice: str | None) -> str:
    return service.summary


_HOME = re.compile(r"[^.!?]*(?<!changes )\b(?:(?:in|to|at) (?:your|the) (?:own )?homes?|at home|home visits?|come to you|visit you)\b[^.!?]*[.!?]", re.IGNORECASE)
_SCHOOL = re.compile(r"[^.!?]*\b(?:come|go|work|visit)s? (?:in(?:to)? )?(?:your child's |the )?(?:schools?|nurser(?:y|ies))\b[^.!?]*[.!?]", re.IGNORECASE)


def comes_out(service: Service) -> bool:
    """Whether its entry says that somebody comes to the family's home."""
    return _HOME.search(_told_of_the_way_in(service)) is not None


def _told_of_the_way_in(service: Service) -> str:
    return " ".join(part for part in (service.summary, service.referral.route, service.referral.who) if part)


def _visit(service: Service, voice: str | None) -> str:
    told = _HOME.search(_told_of_the_way_in(service)) or _SCHOOL.search(_told_of_the_way_in(service))
    if told:
        return say("visit_known", words=told[0].strip())
    return say("where_no_place" if service.online else "visit_unknown", name=service.name)  # a claims line comes to nobody's home


def _where(service: Service, voice: str | None) -> str:
    places = [venue.written for venue in service.venues if venue.address or venue.postcode]
    if places:
        return say("where_known", name=service.name, places="; ".join(places[:_MOST_PLACES]))
    return say("where_no_place" if service.online else "where_unknown", name=service.name)


_MOST_PLACES = 4


def _travel(service: Service, voice: str | None) -> str:
    return _where(service, voice) if service.online else f"{_where(service, voice)} {say('travel_unknown')}"


_TEXTS = re.compile(r"[^.!?]*\b(?:texts? |live chat|chat online|chat to|chat with|message a)[^.!?]*[.!?]", re.IGNORECASE)


def _text(service: Service, voice: str | None) -> str:
    told = _TEXTS.search(" ".join(part for part in (service.referral.route, service.summary, service.referral.who) if part))
    if told:
        return say("text_known", words=told[0].strip())
    if service.online and not service.contact.phone:
        return say("text_online", name=service.name)
    if service.referral.drop_in:
        return say("text_walk_in")
    return say("text_email" if service.contact.email else "text_unknown", email=service.contact.email)


def _contact(service: Service, voice: str | None) -> str:
    contact = service.contact
    if contact.phone:
        return f"{say('contact_ring', phone=contact.phone)}{f', {contact.hours}' if contact.hours else ''}"
    return say("contact_page", url=contact.url) if contact.url else service.referral.route or say("contact_unknown")


# "meanwhile", "simpler", "first" and "recap" are of no one service: bot/conversation/shown/follow_up.py answers them.
_ANSWERS: dict[Aspect, Callable[[Service, str | None], str]] = {
    "visit": _visit,
    "travel": _travel,
    "where": _where,
    "say": _to_say,
    "does": _does,
    "runs": _runs,
    "after": _the_same_of_any("after_one"),
    "turned_down": _the_same_of_any("turned_down"),
    "source": _source,
    "remote": _remote,
    "you_ring": _you_ring,
    "cost": _cost,
    "wait": _wait,
    "diagnosis": _diagnosis,
    "plan": _plan,
    "hours": _hours,
    "refer": _refer,
    "ages": _ages,
    "text": _text,
    "contact": _contact,
    "consent": _consent,
    "language": _the_same_of_any("language_unknown"),
    "with_me": _the_same_of_any("with_me_unknown"),
    "small": _the_same_of_any("small_unknown"),
    "still_there": _still_there,
}
