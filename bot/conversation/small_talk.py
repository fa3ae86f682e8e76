"""Hello, thanks, goodbye, a yes or a no, what is none of its business, and "I'd rather not say"."""

from __future__ import annotations

import dataclasses
import re

from bot.answer.cards import card
from bot.answer.reply import Reply
from bot.answer.words import say
from bot.conversation import (
    feedback,
)
from bot.conversation.asking import A_PHRASE, A_QUESTION
from bot.conversation.finding import ask_what, fallback, find_services, nothing_new, states_what_stands
from bot.conversation.plans import Answer, plan_for
from bot.conversation.questions import GO_ON, next_question
from bot.conversation.shown import entries
from bot.conversation.turn import Turn

_POLITE = re.compile(r"\b(?:thanks?|thank\s+you|ta|cheers|fine|all\s+(?:right|good|i)|later|now|else|bye)\b", re.IGNORECASE)
_BARE_NO = 5  # words of a no to nothing in particular
_LONGEST = 14  # words of a question whether anyone is told
_WHY = {"age": "why_age", "place": "why_place"}
_RATHER_NOT = re.compile(
    r"\b(?:rather\s+not|(?:don'?t|do\s+not)\s+(?:want|wish|like|have)\s+to|not\s+(?:saying|telling|comfortable)|none\s+of\s+your|prefer\s+not|why\s+do\s+you\s+(?:need|want)\s+to\s+know|no\s+thanks?)\b",
    re.IGNORECASE,
)
_WHY_ASKED = re.compile(
    r"\b(?:does|do)\s+(?:it|that|you|u)\s+(?:really\s+)?(?:matter|need)\b|\b(?:why|y)\s+(?:do|are|does|would|is|r)\s+(?:you|u|it|that)\b.{0,20}\b(?:need|want|ask\w*|matter)\b|\bwhat(?:'s|s|\s+has|\s+does)\s+(?:that|it|my\s+\w+|where\b.{0,12})\s+(?:got\s+)?(?:to\s+do|matter)\b",
    re.IGNORECASE,
)
_OLD, _WHERE = re.compile(r"\b(?:how\s+old|age)\b", re.IGNORECASE), re.compile(r"\b(?:where|live|town|village|postcode|address)\b", re.IGNORECASE)
_WHO_KNOWS = re.compile(
    r"\b(?:will|wil|do|does|can|could|would|wud|are|is|r)\s+(?:you|u|they|anyone|anybody|school|it|this|the\s+\w+|my\s+\w+)\b.{0,25}\btell(?:ing)?\s+"
    r"(?:on\s+me|(?:my|me|the)\s+(?:mam|mum|mom|dad|parents?|nana|gran|family|school|teachers?|police|doctor|gp|social)|anyone|anybody|any1|school|people)\b"
    r"|\b(?!do\s+you\s+know\b)(?:will|wil|does|do|would|wud|can|could|are|is)\s+(?:you|my|me|anyone|anybody|they|school|this|it|the)\b.{0,30}\b(?:find\s+out|told|get\s+to\s+know|know(?:\s+(?:about|i|what|that|if)\b|\W*$)|see\s+this)"
    r"|\bwho\s+(?:else\s+)?(?:can|will|gets\s+to)\s+(?:see|read|look\s+at)\s+(?:this|it|what)\b"
    r"|\b(?:private|secret|confidential|anonymous)\b",
    re.IGNORECASE,
)
# "Don't want mam knowing", "without my parents knowing", "don't tell my mam": said by the young, whether or not it is known that they are.
_NOT_MY_PARENTS = re.compile(
    r"\b(?:don'?t|do\s+not|divvent|without|can'?t\s+let)\b.{0,20}(?<!his )(?<!her )(?<!their )(?<!the )(?<!any )\b(?:mum|mam|mom|dad|parents?|family|foster\s+\w+|nana|gran)\b.{0,20}\b(?:know\w*|find(?:ing)?\s+out|involved|told|being\s+told|to\s+see)\b(?!\s+where\b)"
    r"|\b(?:don'?t|do\s+not|dnt|divvent)\s+(?:you\s+)?(?:tell|ring|text|let\s+on\s+to)\s+(?:(?:my|me|wor|the)\s+)?(?:mum|mam|mom|dad|parents?|family|foster\s+\w+|nana|gran|school|teachers?|tutor|doctor|gp|social\s+worker|any(?:one|body)|any1|no\s?(?:one|body))\b(?:\W+(?:about|it|this|that|i\s+said\s+(?:that|this|it|owt|anything)|please|pls|though|tho|yet|like|will\s+(?:you|u)|ok|right))*\W*$",
    re.IGNORECASE,
)


def small_talk(turn: Turn) -> Answer:
    """Hello, thank you, goodbye, are you a bot, out of scope; an answer to a question comes first."""
    if turn.answers_question or turn.heard.says_something or turn.keeps_only_some:  # "too much at once, sorry pet. just the sleep for now"
        return find_services(turn)
    if turn.heard.intent == "out_of_scope":
        return _out_of_scope(turn)
    if turn.before.shown and _is_neither_hello_nor_goodbye(turn):  # "boiler man's here, hang on"
        return nothing_new(turn)
    if not turn.memory.needs and not any(letter.isalnum() for letter in turn.heard.text):
        return fallback(turn)  # pictures alone, before anything was said, sound like thanks and may be a cry
    reply = Reply(say(turn.heard.intent, turn.memory.voice))
    if turn.heard.intent in ("thanks", "goodbye") and feedback.may_ask(turn.memory) and not turn.heard.in_doubt:
        return feedback.ask(reply, turn.memory)
    return reply, turn.memory


def _is_neither_hello_nor_goodbye(turn: Turn) -> bool:
    """Whether a message was taken for one and says none: "no bus after 6 up here so evenings are out" is no goodbye."""
    text, intent = turn.heard.text, turn.heard.intent
    return (intent == "greet" and not _HELLO.match(text)) or (intent == "goodbye" and turn.heard.length > A_PHRASE and not _PARTS.search(text))


_PARTS = re.compile(r"\b(?:bye+|by|tara|ta-?ra|ta|cheers|thanks?|thank|thx|cya|night|later|laters|farewell|goodbye|sorted|go|going|gan|off|done|that'?s\s+(?:all|it|me)|all\s+(?:i|we)\s+need\w*|leave\s+it|see\s+(?:you|ya|u)|take\s+care|god\s+bless|enough|stop|close|end)\b", re.IGNORECASE)
_HELLO = re.compile(r"^\W*(?:hi|hiya|hello|hey|heya|alreet|alright|good\s+(?:morning|afternoon|evening)|morning)\b", re.IGNORECASE)


def _out_of_scope(turn: Turn) -> Answer:
    """What this chat is for; nonsense sounds out of scope too, so choices and a person stand below."""
    if turn.before.shown and not A_QUESTION.search(turn.heard.text) and turn.heard.confidence < _SURE_IT_IS_OUT:  # "hang on the door's going"
        return nothing_new(turn)
    if turn.memory.needs:
        return Reply(f"{say('out_of_scope')} {say('go_on')}"), turn.memory
    return ask_what(turn, "out_of_scope") if turn.before.awaiting != "choice" else fallback(turn)


_SURE_IT_IS_OUT = 0.8


def affirm(turn: Turn) -> Answer:
    """A yes to nothing in particular; "?" is none."""
    if not any(letter.isalpha() for letter in turn.heard.text) and "?" in turn.heard.text:
        return fallback(turn)
    if turn.answers_question or turn.heard.says_something or states_what_stands(turn):  # "yes, he's diagnosed"
        return find_services(turn)
    if _IS_IT.match(turn.heard.text):  # "is that allowed"
        return fallback(turn)
    return Reply(say("affirm_nothing_asked")), turn.memory


_IS_IT = re.compile(r"^\W*(?:is|are|was|can|could|do|does|did|should|will|would)\s+(?:it|that|this|they|he|she|we|i)\b", re.IGNORECASE)


def deny(turn: Turn) -> Answer:
    """A no, or "I'd rather not say": fine, never asked again, and what was offered stands."""
    if turn.answers_question or turn.heard.says_something or turn.keeps_only_some:
        return find_services(turn)
    if _ASKS_WHETHER.match(turn.heard.text):  # "so do I have to tell them", of somebody else
        return fallback(turn)
    if turn.memory.awaiting in ("age", "place") or _RATHER_NOT.search(turn.heard.text):
        return _refused(turn)
    if turn.heard.length > _BARE_NO and not _POLITE.search(turn.heard.text):  # "she doesn't want us to tell anyone"
        return fallback(turn)
    return Reply(say("deny_nothing_asked")), dataclasses.replace(turn.memory, awaiting="nothing")


_ASKS_WHETHER = re.compile(
    r"^\W*(?:(?:so|and|but|ok|right)\W+)*(?:(?:do|does|will|would)\s+(?:i|we|he|she|they)\s+(?:have|need)\s+to\b(?!\s+(?:say|tell\s+(?:you|u|this|it)|give\s+(?:you|u)|answer)\b)"
    r"|(?:can|could|may|will|would|are|is|do|does)\s+(?:(?:my|me|our|wor|his|her|their|the)\s+\w+|they|he|she|school|nursery|college|camhs|council)\s+(?:\w+\s+){0,2}(?:say\s+no|refuse|stop|block|turn)\b)",
    re.IGNORECASE,
)


def just_thanks(turn: Turn) -> Answer | None:
    """ "Ok ta x", "ok bye", and no more, which no classifier makes anything of."""
    said = turn.as_before().with_heard(needs=())  # "smashing ta" breaks nothing
    if _JUST_BYE.match(turn.heard.text):
        return small_talk(said.with_heard(intent="goodbye"))
    return _thank(said) if _JUST_THANKS.match(turn.heard.text) else None


# "Smashing, ta", "canny. bye for now": what no needs are told of.
_PRAISE = r"smashing|lovely|brill\w*|great|grand|champion|canny|magic|class|perfect|fab\w*|super|sound|lush|belter|mint|spot\s+on|cracking"
_JUST_BYE = re.compile(
    rf"^\W*(?:(?:ok|okay|k|kk|right|aye|{_PRAISE}|ta|thx|thanks?(?:\s+you)?(?:\s+(?:very|so)\s+much)?|thank\s+u|cheers|(?:you\s+are|you'?re|ur|that'?s|so|very|really|all)\s+(?:(?:so|very|really)\s+)?(?:kind|good|helpful|great|lovely|brilliant)|for\s+being\s+(?:so\s+)?(?:straight|honest|clear|quick|helpful)(?:\s+with\s+(?:me|us))?)\W+)*(?:bye|byee+|bye\s+bye|good\s?bye|ta-?ra|tara|cya|night\s+night|good\s?night|(?:i'?m\s+)?deleting\s+(?:this|it)(?:\s+chat)?)(?:\W+(?:x+|pet|hun|hinny|love|mate|then|now|for\s+now))*\W*$",
    re.IGNORECASE,
)


def _thank(turn: Turn) -> Answer:
    return small_talk(turn.with_heard(intent="thanks"))


def kind_thanks(turn: Turn) -> Answer | None:
    """ "Lovely, thank you. He's a little star": thanks with a kind word about the child, that ask and tell nothing."""
    heard, before, memory = turn.heard, turn.before, turn.memory
    same = (memory.needs, memory.children, memory.locality) == (before.needs, before.children, before.locality)
    quiet = before.shown and memory.alarm == "none" and before.awaiting not in GO_ON and same and not turn.answers_question
    if not quiet or entries.names_one(turn):
        return None
    if _HEARTFELT.match(heard.text):
        return None if "?" in heard.text else _thank(turn)
    kind = heard.intent in ("find_service", "nlu_fallback") and _KIND_THANKS.match(heard.text)
    return _thank(turn) if kind and not _ASKS_SOMETHING.search(heard.text) else None


_KIND_THANKS = re.compile(
    r"^\W*(?:(?:ok|okay|right|aye|oh|aw|lovely|great|brilliant|perfect|that'?s\s+(?:lovely|great|brilliant|grand|good))\W+)*(?:ta|cheers|thx|thanks|thank\s*(?:you|u))\b.*"
    r"\b(?:star|angel|treasure|gem|darling|my\s+world|good\s+(?:lad|lass|boy|girl|bairn|kid|'?un)|bless\s+(?:him|her|them|you)|(?:love|loves|proud\s+of)\s+(?:him|her|them)|lovely\s+(?:lad|lass|boy|girl|bairn|kid)|anything\s+for\s+(?:him|her|them)|weight\s+off|appreciate)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Thank you. You've no idea what it is to get a straight answer".
_HEARTFELT = re.compile(r"^\W*(?:(?:ok|okay|right|aye|oh|aw)\W+)*(?:ta|cheers|thx|thanks|thank\s*(?:you|u))\b.{0,60}\b(?:straight\s+answer|(?:means|meant)\s+(?:so\s+much|a\s+lot|the\s+world)|no\s+idea\s+(?:what|how)|(?:a|such\s+a|been\s+a)\s+(?:great\s+|big\s+|real\s+|massive\s+)?(?:help|relief))\b", re.IGNORECASE | re.DOTALL)
_ASKS_SOMETHING = re.compile(r"\?|\b(?:but|what|when|where|which|who|how|why|can|could|would\s+you|should|is\s+there|are\s+there|do\s+(?:i|we|they|you)|need|help|worried|problem|not|never)\b|n't\b", re.IGNORECASE)
_JUST_THANKS = re.compile(rf"^\W*(?:(?:ok|okay|kk|right|aye|yeah|oh|aw|ah|{_PRAISE})\W+)*(?:ta|cheers|thx|thanx|tnx|ty|tyvm|thanks|thank\s*(?:you|u)|nice\s+one|champion)(?:\W+(?:x+|pet|hun|hinny|love|lovely|flower|petal|darling|chick|duck|mate|marra|brother|bro|sister|friend|my\s+friend|dear|sir|madam|very\s+much|a\s+lot|so\s+much|loads|ta|for\s+(?:that|this|your\s+help)|again|bye))*\W*$", re.IGNORECASE)


def starts_afresh(turn: Turn) -> Answer | None:
    """ "Start again", where nothing was said yet or all is cleared already."""
    nothing_stands = not (turn.before.needs or turn.before.children or turn.before.locality)
    return (Reply(say("restart")), turn.memory) if nothing_stands and _START_AGAIN.match(turn.heard.text) else None


_START_AGAIN = re.compile(r"^\W*(?:(?:can|could|may)\s+(?:i|we)\s+|let'?s\s+|please\s+)?(?:start\s+(?:again|over|afresh)|begin\s+again|reset|restart|new\s+(?:chat|question))\W*$", re.IGNORECASE)


def will_not_say(turn: Turn) -> Answer | None:
    """ "I'd rather not say how old he is" while that is asked, whatever it sounds like besides."""
    refuses = turn.before.awaiting in GO_ON and _RATHER_NOT.search(turn.heard.text)
    return _refused(turn) if refuses and not turn.answers_question and not turn.heard.says_something else None


def why_asked(turn: Turn) -> Answer | None:
    """ "Does it matter where I live?", while that is asked: why it helps, and that nobody has to say."""
    if turn.before.awaiting not in GO_ON or turn.answers_question or turn.heard.needs or not _WHY_ASKED.search(turn.heard.text):
        return None
    return Reply(f"{say(_WHY[turn.before.awaiting], turn.memory.voice)}\n\n{say('go_on')}"), turn.memory


def _refused(turn: Turn) -> Answer:
    if not turn.memory.needs:
        return Reply(say("refused")), dataclasses.replace(turn.memory, awaiting="nothing")
    both = _OLD.search(turn.heard.text) and _WHERE.search(turn.heard.text)
    if turn.before.awaiting not in GO_ON or both:
        # Said of questions to come as well: none of them is asked.
        turn = turn.with_memory(asked=(*turn.memory.asked, *GO_ON))
    # The list is not read out again for a no; what else would sharpen it may still be asked.
    question = next_question(turn.memory, plan_for(turn.memory, turn))
    words = say(GO_ON[question] if question else "go_on", turn.memory.voice)
    asked = (*turn.memory.asked, question) if question else turn.memory.asked
    cards = tuple(card(one) for one in turn.directory.all_of(turn.memory.shown))
    return Reply(f"{say('refused')} {words}", services=cards), dataclasses.replace(turn.memory, awaiting=question or "nothing", asked=asked)


def who_is_told(turn: Turn) -> Answer | None:
    """A young person's question whether anyone is told: their own answer, before what else it may sound like."""
    text, voice = turn.heard.text, turn.memory.voice
    asks = (voice == "young_person" and _WHO_KNOWS.search(text)) or (voice in ("young_person", None) and _NOT_MY_PARENTS.search(text))
    if not asks or turn.heard.length > _LONGEST:
        return None
    memory = turn.without_new_needs
    return Reply("\n\n".join(part for part in (say("what_stays_private"), say("go_on") if memory.needs else "") if part)), memory
