"""The plan again, otherwise: sooner, nearer, online, without what was tried, more of it, for me and not for him."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from bot.answer.reply import Button, Reply
from bot.answer.words import say
from bot.conversation import refusals
from bot.conversation.asking import FEW_WORDS, ONE_MATTER
from bot.conversation.hubs import nearest_hub
from bot.conversation.memory.needs import FOR_THE_WRITER
from bot.conversation.plans import Answer, of_one, offer, person_reply, plan_for, plan_out_of, shown_services
from bot.conversation.shown import aspects
from bot.conversation.shown.naming import by_name, by_place_in_list
from bot.conversation.turn import Turn
from bot.directory.geography import distance_miles
from bot.directory.service import Service
from bot.directory.sessions import next_session

_TRIED = re.compile(
    r"\b(?:(?:we|i|they|she|he)(?:'?ve| have|'?s| has| had)?\s*(?:already\s+)?(?:tried|been\s+to|been\s+through|done|had)\s+(?!enough\b|(?:\d+|two|three|four|five|six|several|so\s+many|loads\s+of)\s+(?:placements?|homes?|moves?|schools?|years?|months?|weeks?|operations?|seizures?|nights?|kids?|children)\b|(?:(?:the|his|her|my|their)\s+(?:ages?|year|town|place|address|postcode)|it|that|this|them|him|her)\s+(?:down\s+)?wrong\b)(?:it|that|this|them|those|these|all|both|\w+)"
    r"|(?<!been )(?:already\s+)?(?<!been )tried\b|been there|(?<!i'm )(?<!im )(?<!i am )no\s+good\b(?!\s+(?:at|on)\b)|no\s+use\b|useless\b"
    r"|(?:they|it|camhs|\w+)\s+(?:said\s+no\b(?!\s*(?:-|one|body))|turned\s+(?:us|him|her|me)\s+(?:down|away)|knocked\s+(?:us|him|her|me)\s+back|refused|rejected|discharged|won'?t\s+(?:see|take)|never\s+(?:answer|ring|rang|got)|don'?t\s+answer))",
    re.IGNORECASE,
)
# What was shown is meant: "we've tried that", "they said no"; "we've tried everything" tells how hard it has been.
_WHAT_WAS_SHOWN = re.compile(r"\b(?:it|that|this|them|they|those|these|both|all\s+of)\b|\bbeen\s+there\b", re.IGNORECASE)
# "We've tried melatonin and the warm bath and all that": things done at home, and none of the services shown.
_TRIED_AT_HOME = re.compile(
    r"\b(?:we|i|they|she|he)(?:'?ve|\s+have|'?s|\s+has|\s+had)?\s+(?:already\s+|also\s+)?(?:tried|done)\s+(?:(?:all|the|a|an|some|his|her|every)\s+)*"
    r"(?:melatonin|magnesium|charts?|bedtime|routines?|baths?|warm\s+\w+|lavender|diar(?:y|ies)|stars?|stickers?|reward\w*|time\s*outs?|naughty\s+\w+|bribes?|bribing|shouting|ignoring|hiding|cutting|timers?|now\s+and\s+next|visuals?|weighted\s+\w+|white\s+noise|blackout\s+\w+|laxatives?|movicol|prunes|alarms?|diets?|vitamins?|apps?|books?|youtube|google|sprays?|creams?)\b",
    re.IGNORECASE,
)
_NOT_GROUP = re.compile(
    r"\b(?:not|no|nothing|hates?|(?:can'?t|cannot|won'?t)\s+(?:do|manage|cope\s+(?:with|in)|go\s+to|join))\s+(?:a\s+|in\s+a\s+|any\s+|with\s+a\s+)?groups?\b"
    r"|\bgroups?\b.{0,20}\b(?:won'?t|can'?t|too\s+much|not\s+for)\b|\bone\s+to\s+one\b|\b1[ -](?:to|2)[ -]1\b|\b1:1\b",
    re.IGNORECASE,
)
_WITH_GROUPS = re.compile(
    r"^\W*(?:(?:and|or|so|ok)\W+)*(?:is|are)\s+there?\s+(?:an?|any)\s+(?:\w+\s+)?groups?\b(?!\s+(?:size|chat|for\s+(?:me|parents?|carers?|m[ua]ms?|dads?)))|\b(?:groups?|others)\b.{0,12}\b(?:rather\s+than|instead\s+of|(?<!rather )not)\s+(?:a\s+|an\s+)?(?:one|1|individual)\b|\b(?:prefers?|rather\s+have|rather\s+be\s+in|better\s+in)\s+(?:a\s+|in\s+a\s+)?groups?\b", re.IGNORECASE
)
_ASKS = r"(?:\b(?:any\w*|some\w*|owt|summat|is\s+there|are\s+there|what|which|who|need|want|got|have)\b.{0,40}|^\W*(?:\w+\s+){0,3})"
_SOONER = re.compile(
    _ASKS + r"\b(?:sooner|quicker|faster|earlier|right\s+now|straight\s+away|this\s+week|today)\b"
    r"|\bcan'?t\s+wait\s+(?:that|so)\s+long\b|\b(?:too\s+long\s+(?:a\s+)?wait|wait\s+(?:is|'s)\s+too\s+long)\b"
    r"|\b(?:any\w*|some\w*|owt|summat|is\s+there|are\s+there|which|what|who)\b.{0,30}\b(?:no|not\s+an?|without\s+an?|(?:has|have|does|do|is)n'?t\s+(?:got\s+|have\s+)?an?)\s+(?:\w+\s+)?wait(?:s|ing(?:\s+lists?)?)?\b"
    r"|(?<!n't )(?<!not )\b(?:prefers?|wants?|needs?)\s+(?:to\s+\w+\s+)?(?:an?\s+|some\s+)?drop[\s-]?ins?\b"
    r"|\b(?:some|any)(?:where|thing|one)\s+(?:with\s+no|without)\s+(?:any\s+)?(?:forms?|referrals?)\b",
    re.IGNORECASE,
)
_NEARER = re.compile(
    _ASKS + r"\b(?:nearer|closer|nearest|closest|most\s+near|more\s+local|near\s+(?:me|us|here|home)|walking\s+distance)\b|\btoo\s+far\b|\b(?:no|don'?t\s+have\s+a|haven'?t\s+got\s+a)\s+car\b|\bdon'?t\s+drive\b",
    re.IGNORECASE,
)
# "Which is closest?" asks of those shown; "anything closer?" for others.
_WHICH_IS_NEAREST = re.compile(r"^\W*(?:(?:and|so|ok|right)\W+)*(?:which|what|where)(?:'?s|\s+is|\s+one\s+is|\s+one'?s|\s+of\s+(?:these|them|those)\s+is)?\s+(?:the\s+)?(?:nearest|closest|most\s+near)\b", re.IGNORECASE)
_NATIONAL = re.compile(
    _ASKS + r"\b(?:national(?=\s+(?:ones?|help|services?|charit\w+|organisations?|helplines?|support)\b|\W*$)|nationwide|nation\s*wide|country\s*wide|(?:for|across|covers?)\s+the\s+whole\s+(?:country|uk|of\s+england))(?![\w])", re.IGNORECASE
)
_ONLINE = re.compile(
    r"\b(?:(?:some|any)(?:one|body|1)|is\s+there\s+(?:a\s+|any\s+)?(?:one|1))\s+(?:that\s+)?(?:i|we|s?he)\s+(?:can|could)\s+(?:just\s+)?(?:message|text|msg)\b(?!\s+me\b)|"
    + _ASKS
    + r"(?:\bonline\b|\bon\s*line\b|\bby\s+(?:phone|text)|over\s+the\s+phone|\bvideo\b|\bzoom\b|\bfrom\s+home|\bvirtual(?!\s+(?:school|head))\b|\bapps?\b|\b(?:do|use|watch|try)\b[^,.]{0,20}\bon\s+(?:the|a|my)\s+(?:laptop|computer|tablet|ipad)\b|can'?t\s+(?:leave|get\s+out\s+of)\s+the\s+house)",
    re.IGNORECASE,
)
_DROP_IN = re.compile(
    r"\b(?:some|any)where\s+(?:ye|you|u|i|we|a|ah)\s+can\s+just\s+(?:go|gan|walk\s+in|pop\s+in|nip\s+in|turn\s+up|show\s+up|drop\s+in)(?=\W*$|\s+(?:to|with|and|without)\b)"
    r"|\b(?:any\w*|some\w*|owt|summat|is\s+there|are\s+there|which|where|what)\b.{0,40}\b(?:drop(?:ping)?[\s-]*ins?|walk[\s-]*ins?|(?:just\s+)?walk\s+into|(?:turn|show)(?:ing)?\s+up)\b|^\W*(?:any\s+)?drop[\s-]*ins?\W*$",
    re.IGNORECASE,
)
# "Are the drop-ins free" asks something else of them.
_OF_DROP_INS = re.compile(r"\b(?:free|cost|pay|book|when|time|open|weekends?|evenings?)\b", re.IGNORECASE)
# "Anything other than a drop-in", "we tried some drop-ins".
_NO_DROP_IN = re.compile(r"\b(?:\w+n'?t|not|no|never|other\s+than|without|instead\s+of|rather\s+than|tried|been\s+to)\b[^,.;!?]{0,12}\bdrop[\s-]*ins?\b", re.IGNORECASE)
_IN_PERSON = re.compile(
    r"(?<!not )(?<!hates )(?<!hate )\b(?:face[\s-]*(?:to|2)[\s-]*face|in\s+person|in\s+the\s+flesh)\b(?!.{0,20}\b(?:scares?|is\s+too|too\s+(?:hard|much)|is\s+hard)\b)|\bnot\s+(?:just\s+)?(?:online|on\s*line|on\s+a\s+screen|over\s+the\s+phone)\b",
    re.IGNORECASE,
)
_NOT_IN_PERSON = re.compile(r"\b(?:won'?t|can'?t|cannot|doesn'?t|don'?t|not|no|never|nobody|hates?|scared|without|instead\s+of|rather\s+than)\b.{0,40}\b(?:face[\s-]*(?:to|2)[\s-]*face|in\s+person)\b", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:any(?:thing|one|body)\s+else|any\s+(?:others?|more)|what\s+else|who\s+else|other\s+(?:options?|help|ideas?|places?|services?)|more\s+(?:options?|help|ideas?|places?|services?|please)|show\s+(?:me\s+)?more|the\s+rest)\b",
    re.IGNORECASE,
)
_MORE_LIKE = re.compile(r"(?<!sounds )(?<!that's )(?<!thats )(?<!looks )\b(?:more|others?|anything|something)\s+(?:like|similar\s+to)\s+(?:this|that|it|the|those|them|\w+)\b|\bsimilar\b", re.IGNORECASE)
_FOR_ME = re.compile(
    r"\b(?:(?:some|any)thing|owt|summat)\s+(?:just\s+)?for\s+(?:me|us|myself|ourselves|mums?|dads?|(?:the\s+)?(?:parents?|carers?))\b"
    r"|\b(?:help|support|group|someone|somebody)\s+(?:just\s+)?for\s+(?:me|myself|us|parents?|carers?)\b"
    r"|\bfor\s+me\b.{0,12}\bnot\s+(?:for\s+)?(?:him|her|them|the\s+(?:kids?|child(?:ren)?))\b|\bwhat\s+about\s+me\b|\bwhat(?:\s+(?:do|can)\s+i\s+do|'s\s+there|\s+is\s+there)\s+for\s+me\b(?!\s+(?:\w+\s+)?(?:son|daughter|lads?|lass|bairns?|mam|mum|boys?|girls?|kids?|\w*child\w*))",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:what|wot|wat)(?:'?s|\s+is|\s+was)\s+(?:that|the)\s+.{2,20}\s+(?:thing|one|place|team|group)\s+(?:called|you\s+said|u\s+said)\b|\bshow\b.{0,40}\bagain\b|\b(?:can|could|may) (?:i|we) (?:see|have|get) (?:(?:(?:the|that|those|my|these|all) )+(?:list|ones?|numbers?|services?|links?|names)|those|them)\b.{0,30}\bagain\b|\b(?:the|that|my)\s+list\s+again\b|\bwhat\s+(?:was|were)\s+(?:on\s+)?(?:the|that|my)\s+(?:list|ones?)\b|\bwhat\s+(?:was|were)\s+(?:the|them|those)\s+\w+\s+(?:ones|clubs|groups|places)\s+again\b", re.IGNORECASE)
_GROUP_KINDS = frozenset({"youth_activity", "parent_carer_forum", "participation_group", "family_hub", "short_breaks"})

Narrower = Callable[[Turn], Answer]


def find_narrower(text: str) -> Narrower | None:
    """How the plan is wanted otherwise, or None where the message does not say so."""
    text = _NO_PHONES.sub(" ", text)
    if _DROP_IN.search(text) and not _OF_DROP_INS.search(text) and not _NO_DROP_IN.search(text):
        return drop_in
    if _IN_PERSON.search(text) and not _NOT_IN_PERSON.search(text):  # "she won't speak to anyone face to face" wants the other thing
        return in_person
    return next((narrower for pattern, narrower in _WAYS if pattern.search(text)), None)


# "Phoning is no good for her": how somebody may be reached, and nothing that was tried.
_NO_PHONES = re.compile(r"\b(?:tele)?(?:phones?|phoning|ringing|phone\s+calls?)(?:'?s|\s+is|\s+are)?\s+no\s+(?:good|use)\b", re.IGNORECASE)


def is_tired_talk(text: str, narrower: Narrower | None, names_one: bool) -> bool:
    """Whether "tried" is said of nothing that was shown, so that nothing must be taken out."""
    return narrower is without_tried and not names_one and (not _WHAT_WAS_SHOWN.search(text) or _TRIED_AT_HOME.search(text) is not None)


def without_tried(turn: Turn) -> Answer:
    """Not what was tried: what is named, else the one talked of, else everything that was shown."""
    named = by_name(turn.heard.text, turn.directory, turn.memory.shown)
    placed = by_place_in_list(turn.heard.text, turn.memory.shown)
    gone = tuple(service.id for service in named) or ((placed,) if placed else ())
    if not gone and turn.memory.focus is None and len(turn.memory.shown) > 1 and not _said_of_all(turn.heard.text):
        return _which_was_tried(turn)
    if not gone:
        gone = (turn.memory.focus,) if turn.memory.focus and not _said_of_all(turn.heard.text) else turn.memory.shown
    names = [service.name for service in turn.directory.all_of(gone) if service.id in turn.memory.shown]
    lead = say("tried_one", name=names[0]) if len(names) == 1 else say("tried_some")
    if refusals.said_no(turn.heard.text):  # more than that it is taken out
        lead = f"{say('turned_down', turn.memory.voice)} {lead}"
    return _offer_without(turn, lead, declined=gone)


def _which_was_tried(turn: Turn) -> Answer:
    """ "They said no", of one of several: which, before help that may be the right one is taken away."""
    buttons = tuple(Button(service.name, f"We tried {service.name}") for service in shown_services(turn))
    refused = _REFUSED.search(turn.heard.text)
    return Reply(say("which_refused" if refused else "which_was_tried"), buttons=buttons), dataclasses.replace(turn.memory, awaiting="tried")


_REFUSED = re.compile(r"\b(?:no|refused|rejected|turned|knocked|won'?t|discharged)\b", re.IGNORECASE)


def which_it_was(turn: Turn) -> Answer | None:
    """The answer to "which one was it?": a name, a place in the list, or all of them; None for anything else."""
    text, shown = turn.heard.text, turn.memory.shown
    if turn.before.awaiting != "tried":
        return None
    said = by_name(text, turn.directory, shown) or by_place_in_list(text, shown) or _ALL_OF_THEM.search(text)
    turn = turn.with_memory(needs=turn.before.needs, awaiting="nothing")
    return without_tried(turn) if said and turn.heard.length <= FEW_WORDS else None


# The whole of an answer, and no question or remark about them: not "what if they say no an all", "what do I say to them".
_ALL_OF_THEM = re.compile(
    r"^\W*(?:(?:aye|yes|yeah|yep|no|nope|well|oh|just|it\s+was|was|honestly|(?:i|we)(?:'?ve)?(?:\s+have)?(?:\s+already)?\s+(?:tried|had)|tried)\W+)*(?:all|both|everything|every\s+one|every\s+single\s+one|the\s+lot|the\s+both)"
    r"(?:\s+of\s+(?:them|those|these|it|the\s+above)|\s+(?:them|those|these|three|four|five|six))*(?:\W+(?:really|now|said\s+no|refused|sorry|please))*\W*$|^\W*(?:(?:aye|yes|tried|we\s+tried)\W+)*(?:them|those|these)(?:\s+all)?\W*$",
    re.IGNORECASE,
)


def again(turn: Turn) -> Answer:
    """The same list: "show me the clubs again"; of one matter where one of several is named ("what were the sleep ones again")."""
    named = tuple(need for need in turn.before.needs if need in turn.heard.said)
    if not named:
        return offer(plan_for(turn.memory, turn), turn.memory, turn)
    only = dataclasses.replace(turn.memory, needs=named)
    reply, after = offer(plan_for(only, turn), only, turn)
    return reply, dataclasses.replace(after, needs=turn.memory.needs)


def without_groups(turn: Turn) -> Answer:
    """Nothing where a child must join others."""
    groups = tuple(service.id for service in turn.directory.services if service.kind in _GROUP_KINDS)
    return _offer_without(turn, say("not_groups"), declined=groups)


def with_groups(turn: Turn) -> Answer:
    """Only where a child or a parent meets others."""
    keep = [service.id for service in turn.directory.services if service.kind in _GROUP_KINDS]
    return _only(turn, keep, say("groups"), say("nothing_groups"))


def sooner(turn: Turn) -> Answer:
    """What takes people today or on a set day soon; where the plan already began with it, that is said."""
    keep = [one.id for one in turn.directory.services if _is_soon(one, turn)]
    return _only(turn, keep, say("sooner"), say("nothing_sooner"))


def nearer(turn: Turn) -> Answer:
    """What is nearer than the nearest that was shown; the place is asked for once where it is not known."""
    memory = turn.memory
    if memory.locality is None:
        if "place" in memory.asked:
            return _only(turn, [one.id for one in turn.directory.services if one.online], say("nearer_unknown"), say("nothing_online"))
        return Reply(say("ask_place", memory.voice)), dataclasses.replace(memory, awaiting="place", asked=(*memory.asked, "place"))
    shown = [(miles, one) for one in shown_services(turn) if (miles := distance_miles(one, memory.locality)) is not None]
    nearest = min(shown, key=lambda pair: pair[0], default=None)
    if nearest is not None and _WHICH_IS_NEAREST.search(turn.heard.text):
        told = say("nearest_is", name=nearest[1].name, miles=f"{nearest[0]:g}", place=memory.locality.name)
        return of_one(told, nearest[1], turn)
    closer = [
        one.id
        for one in turn.directory.services
        if (miles := distance_miles(one, memory.locality)) is not None and (nearest is None or miles < nearest[0])
    ]
    if nearest is None:
        hub = nearest_hub(memory.locality, turn)
        if hub is None:
            return _only(turn, closer, say("nearer"), say("nothing_with_a_door", place=memory.locality.name))
        return _only(turn, closer, say("nearer"), say("nothing_with_a_door_but_a_hub", place=memory.locality.name, name=hub[0].name, miles=f"{hub[1]:g}"))
    best = say("nothing_nearer", name=nearest[1].name, miles=f"{nearest[0]:g}", place=memory.locality.name)
    return _only(turn, closer, say("nearer"), best)


def online(turn: Turn) -> Answer:
    """What can be had from home: online, or a line to ring."""
    keep = [one.id for one in turn.directory.services if one.online]
    return _only(turn, keep, say("online"), say("nothing_online"))


def from_home(turn: Turn) -> Answer:
    """ "We've no car and there's two buses a day": what comes to the family, is online or by phone, and which of the others is nearest."""
    keep = [one.id for one in turn.directory.services if one.online or aspects.comes_out(one)]
    known = [(miles, one) for one in shown_services(turn) if (miles := distance_miles(one, turn.memory.locality)) is not None]
    nearest, place = min(known, key=lambda pair: pair[0], default=None), turn.memory.locality
    near = say("nearest_is", name=nearest[1].name, miles=f"{nearest[0]:g}", place=place.name) if nearest and place else ""
    return _only(turn, keep, " ".join(part for part in (say("from_home"), near) if part), say("nothing_from_home"))


def of_a_kind(turn: Turn) -> Answer | None:
    """ "Is there like a gaming club", "any sleep clinics": a thing of the kind that is listed is asked for. Those whose entry speaks of it, else
    the list again, with words that say so."""
    asked = _A_THING.match(turn.heard.text)
    if asked is None or turn.heard.length > ONE_MATTER:
        return None
    turn = turn.as_before().with_memory(awaiting="nothing")
    words = {stem for word in asked["what"].lower().split() if len(stem := word.strip(",.?!'").rstrip("s")) > _SHORT and stem not in _SAYS_LITTLE}
    fits = plan_out_of(lambda one: any(re.search(rf"\b{re.escape(word)}", f"{one.name} {one.summary}", re.IGNORECASE) for word in words), turn)
    if fits:
        return offer(fits, turn.memory, turn, lead=say("of_that_kind"))
    return offer(plan_for(turn.memory, turn), turn.memory, turn, lead=say("not_of_that_kind"))


_A_THING = re.compile(
    r"^\W*(?:(?:and|or|so|ok|but|right|well|actually|pls|please)\W+)*(?:(?:is|are)\s+there(?!\s+(?:a\s+(?:cost|charge|fee|wait\w*|list|queue|number|form)|any\s+(?:cost|charge|wait\w*|chance|way|point|news|money)|any(?:one|body)|some(?:one|body))\b)|any(?!\s+(?:idea|chance|more|others?|news|of)\b|one|body|way|more|where\b)|(?:owt|summat|something|anything)(?!\s+else)|do\s+(?:they|any\s+of\s+(?:them|these))\s+(?:do|run|offer)|does\s+any(?:one|body|\s+of\s+them)\s+(?:do|run|offer)|have\s+you\s+got|what\s+about|how\s+about)"
    r"\s*(?:like\s+)?(?:a\s+|an\s+|any\s+|some\s+|owt\s+|anything\s+|something\s+|summat\s+)?(?:like\s+|with\s+|for\s+|to\s+do\s+with\s+|where\s+)?(?P<what>\w.*?)(?:\W+(?:or\s+(?:summat|something|owt|anything)|at\s+all|round\s+here|please|maybe|then|though))*\W*$",
    re.IGNORECASE,
)
_SHORT = 3  # letters: "art" is in "starting" and "part"
_SAYS_LITTLE = frozenset("like kids kid child children them they that this those these for with her his him age ages about place places thing things help support group club team clinic course service services near local free good someone somebody".split())


def drop_in(turn: Turn) -> Answer:
    """Where one can walk in; where that is not known of any, that is said."""
    keep = [one.id for one in turn.directory.services if one.is_verified and ((one.referral.drop_in and not one.online) or next_session(one, turn.today, turn.now))]
    return _only(turn, keep, say("drop_in"), say("no_drop_in"))


def in_person(turn: Turn) -> Answer:
    """What is not only on a screen or a telephone."""
    keep = [one.id for one in turn.directory.services if not one.online and not one.area.is_national]
    return _only(turn, keep, say("in_person"), say("nothing_in_person"))


def national(turn: Turn) -> Answer:
    """What covers the whole country."""
    return _only(turn, [one.id for one in turn.directory.services if one.area.is_national], say("national"), say("nothing_national"))


def more(turn: Turn) -> Answer:
    """What fits and was not shown yet."""
    return _offer_without(turn, say("more"), seen=(*turn.memory.seen, *turn.memory.shown))


def more_like(turn: Turn) -> Answer:
    """Others of the same kind as the one that is meant."""
    id = by_place_in_list(turn.heard.text, turn.memory.shown) or turn.memory.focus
    named = by_name(turn.heard.text, turn.directory, turn.memory.shown)
    model = turn.directory.get(id) if id else (named[0] if named else None)
    if model is None:
        return more(turn)
    keep = [one.id for one in turn.directory.by_kind.get(model.kind, ()) if one.id != model.id]
    return _only(turn, keep, say("more_like", name=model.name), say("nothing_like", name=model.name))


def for_me(turn: Turn) -> Answer:
    """Help for whoever cares: their own need joins the enquiry, and this answer is about it alone."""
    if turn.memory.voice == "young_person":
        return more(turn)
    memory = dataclasses.replace(turn.memory, needs=tuple(dict.fromkeys((FOR_THE_WRITER, *turn.before.needs))))
    only = dataclasses.replace(memory, needs=(FOR_THE_WRITER,))
    plan = plan_for(only, turn)
    if not plan.results:
        return person_reply(say("nothing_more"), memory, turn)
    # It is about whoever asks, so that the children are left out of its words; they stay in the enquiry.
    reply, after = offer(plan, dataclasses.replace(only, children=()), turn)
    return reply, dataclasses.replace(after, needs=memory.needs, children=memory.children)


_WAYS: tuple[tuple[re.Pattern[str], Narrower], ...] = (
    (_FOR_ME, for_me),
    (_WITH_GROUPS, with_groups),
    (_NOT_GROUP, without_groups),
    (_TRIED, without_tried),
    (_ONLINE, online),
    (_NEARER, nearer),
    (_NATIONAL, national),
    (_SOONER, sooner),
    (_MORE_LIKE, more_like),
    (_MORE, more),
    (_AGAIN, again),
)


def _only(turn: Turn, keep: list[str], lead: str, none: str) -> Answer:
    """The plan out of these services only; ``none`` says honestly that there is no such help."""
    plan = plan_out_of(lambda one: one.id in keep, turn)
    if plan is None:
        return person_reply(none, turn.memory, turn)
    if {result.service.id for result in plan.results} <= {*turn.memory.shown}:
        lead = f"{lead} {say('already_shown')}"
    return offer(plan, turn.memory, turn, lead=lead)


def _offer_without(turn: Turn, lead: str, declined: tuple[str, ...] = (), seen: tuple[str, ...] = ()) -> Answer:
    memory = dataclasses.replace(turn.memory, declined=tuple(dict.fromkeys((*turn.memory.declined, *declined))))
    plan = plan_for(memory, turn, without=seen)
    if not plan.results:
        return person_reply(say("nothing_more"), memory, turn)
    return offer(plan, memory, turn, lead=lead)


def _said_of_all(text: str) -> bool:
    # "We rang them and they said no" is of one of them.
    words = r"\b(?:all|everything|both)\b" if refusals.said_no(text) else r"\b(?:all|them|those|these|everything|both)\b"
    return bool(re.search(words, text, re.IGNORECASE))


def _is_soon(service: Service, turn: Turn) -> bool:
    referral = service.referral
    soon = referral.drop_in or (referral.self and (service.contact.phone or service.online)) or next_session(service, turn.today, turn.now)
    return service.is_verified and bool(soon)
