"""The words around a number that tell whether it is a child's age: lists and patterns for `bot.nlu.age_cues`.

The patterns run on a few lower-case words joined by single spaces, never on the whole message.
"""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """A set of words written as one text."""
    return frozenset(text.split())


CHILD_WORDS = words(
    """
    son sons daughter daughters duaghter daugther dauhgter lad lads lass lasses lassie bairn bairns boy boys
    girl girls child children kid kids kiddo kiddos youngest oldest eldest middle baby babys babby bab toddler twin twins
    triplets nephew niece grandson grandaughter granddaughter grandchild grandchildren grandkids brother
    brothers sister sisters sibling siblings bro sis stepson stepdaughter pupil pupils student students teen
    teenager young person youngster little littlest littlun cousin ds dd ones tot laddie granbairn
    grandbairn patient client foster friend preschooler childs infant grandbairns grandsons
    granddaughters nieces nephews cousins stepsons stepdaughters teens teenagers kiddies babies toddlers littleun little'un little'n littl'un littlen
    youngsters laddies granbairns tots littluns
    sn dtr grandaughtr grandaughter ldst eldst oldst dghtr dorter doughter daugter brthr sistr grnddtr grndson bby babba learner
    man woman male female un uns gson gdaughter gdson gs gd dgs dgd fs fd lo lb lg sib sibs cyp yp
    """
)
PLURAL = words(
    """
    sons daughters lads lasses bairns boys girls children kids kiddos twins triplets grandchildren grandkids
    brothers sisters siblings sibs pupils students they both all ages ones two
    three four grandbairns grandsons granddaughters nieces nephews cousins stepsons teens teenagers babies
    toddlers youngsters
    """
)
ADULT = words(
    """
    mum mam mom mother mummy mammy dad father daddy nan nana nanna gran granny grandma grandad granda
    grandpa grandfather grandmother grandparent grandparents partner husband wife fella hubby boyfriend
    girlfriend bf gf aunt auntie uncle carer carers teacher worker senco doctor gp nurse boss neighbour
    childminder parent ex parents consultant manager
    """
)
THINGS = words(
    """
    it that this there what which wait list class group limit number cost price fee score temperature total
    answer appointment meeting time review bus room size section page level band stage question address
    postcode flat plan here everything result distance date week phone house school nursery today tomorrow
    waiting waits weight height iq percentile sats queue letter letters form report paper email bill
    pain anxiety mood attendance rating deadline target start finish holiday holidays college summer course minimum maximum percentage pressure
    """
)
BE = words(
    """
    is are am be was were being r turned turns turning turn
    """
)

# Small marks between the parts of a message, and what joins the ages of a list.
MARKS = frozenset(".,;!?()/-:")
ANDS = frozenset((",", "and", "&", "+", "n", "an", "/"))
JOINS = ANDS | {"or"}

# What a child "is", and with it what a child "has".
CONDITIONS = words("autistic adhd deaf blind disabled dyslexic nonverbal dyspraxic anxious epileptic")
CONDITION_WORDS = CONDITIONS | words("autism autstc asd asc cp palsy dyslexia dyscalculia sighted impaired delay disability disabilities difficulty difficulties difficultys syndrome diabetic diabetes epilepsy arfid downs pda")

MONTH = (
    r"(?:jan(?:uary|ury|uray)?|feb(?:ruary|uary|urary)?|mar(?:ch)?|april?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SOON_AFTER = re.compile(
    rf"^,? ?(?:(?:nearly|almost)(?= ?[.,!?]|$)|(?:next|nxt) (?:week|wk|month|mth|mnth|{DAY}|few|couple)|tomorrow|soon|this (?:month|week|{DAY})"
    rf"|on (?:the )?(?:{DAY}|\d{{1,2}}(?: ?(?:st|nd|rd|th))?(?! ?(?:st|nd|rd|th)? ?(?:of )?{MONTH}| ?(?:mg|ml|mcg|tablets?|meds?|days?|hours?)\b)\b)"
    r"|in (?:a )?(?:few|couple|\d+|[a-z]+)(?: of)? (?:days?|weeks?|wks?)|in (?:a )?(?:few|couple|[1-6]|two|three|four|five|six)(?: of)? (?:months?|mths?|mnths?)"
    r"|in (?:a |about a |the next |under a )(?:fortnight|week|month|few)|within|at the (?:end of the"
    r"|weekend)|any (?:day|week)|shortly|very soon)"
)
LATER_AFTER = re.compile(
    rf"^,? ?(?:on (?:boxing day|christmas (?:day|eve)|xmas (?:day|eve)|new years? (?:day|eve)|halloween|bonfire night)|(?:next|nxt|this coming) (?:year|yr|{MONTH}|spring|summer|birthday|term)"
    rf"|in (?:the )?(?:next )?(?:{MONTH}|spring|summer"
    r"|autumn|winter|new year)|at (?:christmas|xmas|easter)|this (?:year|spring|summer)|on (?:his|her|my"
    r"|their) next"
    rf"|on (?:the )?\d{{1,2}} ?(?:st|nd|rd|th)? ?(?:of )?{MONTH}"
    rf"|come (?:{MONTH}|christmas|xmas|easter|whit|spring|summer|autumn|winter)|in the back ?end"
    r"|in (?:[7-9]|1[0-2]|seven|eight|nine|ten|eleven) (?:months?|mths?|mnths?))\b"
)
DATED_BEFORE = re.compile(rf"(?:in|next|this|come) (?:{MONTH}|year|spring|summer|autumn|winter) when (?:he|she|they|i)$")
JUST_PAST = re.compile(
    rf"^(?:old )?(?:last|yesterday|in (?:the )?(?:{MONTH}|summer|spring|autumn)|on (?:{DAY}|the \d)"
    rf"|at (?:christmas|easter|the weekend)"
    r"|this (?:week|month|year|morning)|(?:a|two|three|\d) (?:few )?(?:days?|weeks?|months?) ago|a few"
    r"|the other)"
)

NEARLY = re.compile(
    r"(?:^| )(?:nearly|almost|neatly|nealry|nealy|nerly|nearley|nearlly|neerly|nearl|allmost|amost|virtually|rising|approaching"
    r"|coming up(?: to| for| on)?"
    r"|comin up|going on|gan on|gannin on|about to (?:be|turn)|bout to turn|soon to be|soon be|will be soon"
    r"|just under"
    r"|just shy of|not quite|close to|getting on for|nigh on|near enough|near)$"
)
TURNING = re.compile(r"(?:^| )(?:turning|turns|turn|will be|be turning|going to be|due to be|would be)$")
TURNED = re.compile(
    r"(?:^| )(?:(?:have |has |just |recently |only )?(?:turned|hit)|just (?:gone|over|past|been)"
    r"|has just been|gone)$"
)
FILLER = re.compile(
    r"(?:^| )(?:now|noo|ainly|only|just|still|currently|already|about|around|approx|approximately|roughly|maybe"
    r"|probably|like|a|an"
    r"|barely|ownly|onny|ony|onli|actually|both|all|well|so|aboot|nobbut|at the moment|even|your|young|or so|,|age|aged|ages"
    r"|really|basically|also)$"
)
NOT = re.compile(r"(?:^| )(?:not|no|instead of|rather than)$")

BLOCKED_AFTER = words(
    """
    hours hour hrs hr h mins min minutes minute seconds times time x schools kids kid children child
    boys boy girls girl sons daughters siblings brothers sisters lads lasses bairns stone st lb lbs kg kilo kilos kilogram kilograms
    foot ft feet inches inch cm miles mile km quid pounds pound p pence percent pm o'clock oclock sessions
    session appointments appointment nights night mornings morning afternoons evenings meetings letters
    words word people adults professionals teachers doctors different other others more of out points grades
    grade levels terms term th bus places steps step per tablets mg ml meltdowns seizures exclusions
    suspensions days fingers toes things reasons nappies pages sentences gps taxis buses buss visits calls
    emails bottles feeds dogs cats bedrooms bedroom bed beds hundred thousand grand to-one day week weeks
    month months lines friends point person ops op hospital attempts assessments referrals classes hospitals types
    """
)
DURATION_AFTER = re.compile(
    r"^(?:- )?(?:now )?(?:(?:we|i|he|she|they) (?:have|has) )?(?:behind|ahint|adrift|free|in(?= ?[.,!?]|$)|out(?= ?[.,!?]|$)|arguing|late|later|delayed?|wait\w*"
    r"|on (?:the|a|this|that|an?)? ?"
    r"(?:\w+ )?(?:wait\w*|list|pathway)|in the queue|into|away|off|ago|younger|older|overdue|ahead|long|left"
    r"|to go|without|apart"
    r"|list|backlog|gap|plan|check|review|course|programme|project|anniversary|in (?:a row|total|the system"
    r"|care)|running|and counting"
    r"|for (?:an?|the) |pregnant|premature|prem|early|gestation|clean|sober|at (?:this|that|the) |before |since"
    r"|referral|turnaround|down the line|back\b|with (?:us|me|them|him|her)\b)"
)
# The same of a number that opens what is said, and the words that lead to a stretch of time.
TIME_WENT = re.compile(
    r"^(?:on|wait\w*|since|ago|later|now|of|for|in|to|without|off|before|after|from|left|until|till|premature|prem"
    r"|early|pregnant|gone|(?:and|n|but) (?:nobody|no one|nothing|(?:[a-z]+ ){1,3}(?:havent|hasnt|has|have|never|still) (?:not )?(?:rang|rung|phoned|called|heard|seen|replied|been|got|had|waiting))|and (?:waiting|counting|still waiting)|she has|he has|we have|i have)\b"
)
TIME_LED_BY = words(
    "for in behind last past waited waiting been after every over gone not without lost took had since until till by within ago these"
)
LEVEL_AFTER = re.compile(
    r"^(?:'? ?)?(?:level|levels|ability|standard|clothes|clothing|clothe|expectations|curriculum|stuff"
    r"|nappies|books|s level|in everything|service"
    r"|services|team|range|limit|boundary|trousers|shoes|(?:and|or|&) (?:over|under|above|below|older"
    r"|younger|up(?! (?:at|all|every|half|most|through|in|again|with|from|til|till|until|for|by|and|\d)))|upwards|onwards|plus)\b"
)
LEVEL_BEFORE = re.compile(
    r"(?:(?:^| )(?:reading|readin|mental|developmental|developmentally|functioning|functions|working|works|spelling"
    r"|emotional|emotionally"
    r"|mentally|language|cognitive|cognitively|academic|academically|speech|social(?! (?:group|worker|club|skills))|socially|learning(?! (?:disab|diffic))|reads"
    r"|maths|wears"
    r"|wearing|size|operating|operates|equivalent|performing)(?: \w+)?(?: (?:age|ages|level|at|of|is|about"
    r"|around|like|to|a|an|in|the|only|that|as))*"
    r"|(?:^| )(?:behaves|acts|acting|talks|speaks|talking|more|feels|play|plays|looks|is|being|presents"
    r"|thinks|just) (?:more )?(?:like|as)(?: an?| that of an?| (?:he|she|they) (?:is|are|was|were))?"
    r"|(?:^| )level(?: of)?(?: an?)?|equivalent (?:of|to)(?: an?)?|than (?:an?|any|most|other|my)(?: \w+)?"
    r"|(?:^| )(?:most|other|normal|typical|typically|average|any|every|regular) ?(?:developing )?"
    r"|(?:mind|mentality|understanding|vocabulary|maturity|ability|brain|body|behaviour|skills|speech"
    r"|language|strength|head) of an?"
    r"|(?:^| )(?:like|lyk) an?(?: (?:\w+ )?\w+ of)?|(?:^| )like (?:an? )?(?:baby|child|kid|bairn|toddler)(?: of)?|(?:everything|development) (?:he|she) is(?: about)?|things an?"
    r"|in (?:his|her|their) (?:mind|head) (?:he|she) is|(?:plan|letter|report|form) (?:still )?(?:says|describes|has) (?:he|she) is|(?:^| )thinks (?:he|she) is|level of an? \w+ of|more like|as if (?:he|she|they) (?:is|are|was|were)|compared (?:to|with)(?: an?)?|to that of an?)$"
)
LIMIT_BEFORE = re.compile(
    r"(?:^| )(?:under|unders|over|below|above|than|up ?to|upto|beyond|min|max|minimum|maximum|least|less"
    r"|past|to|till|til|until"
    r"|untill|since|from|by|before|after|at|service for|between)(?: the| their| his| her| an?)?(?: (?:age"
    r"|ages|aged)(?: of)?)?$"
)
OLD_LIMIT_BEFORE = re.compile(
    r"(?:^| )(?:(?:under|over|below|above|than|up ?to|upto|minimum|maximum|least)(?: the| an?)?"
    r"|(?:till?|until|untill|since|from|by|before|after|at|to)(?: (?:the )?(?:age|ages|aged)(?: of)?)?)$"
)
AGE_WORD = re.compile(r"(?:^| )(?:age|aged|ages|agd|aegd)(?: (?:is|of|are|was|=|:|-))*$")
AGE_OF_WHOM = re.compile(r"(?:^| )age of (?:my |the |our )?\w+ (?:is|=|:)$")
AGE_LIMIT_HEAD = re.compile(
    r"(?:^| )(?:from|since|at|by|until|till|til|under|over|to|before|after|the|people|anyone|between|"
    r"for|everyone|those)(?: the| an)?$"
)
FIT_FOR_AGE = re.compile(
    r"(?:^| )(?:too (?:young|old|little|small|big)|(?:old|young) enough|only|still)(?: for \w+| to \w+)? at$"
)
FIT_AFTER = re.compile(r"^(?:too (?:young|old|little|small|early|late|big)|(?:old|young) enough)\b")
NOT_YET = re.compile(r"^(?:(?:years )?old )?(?:by (?:then|the time|that)|when|before)\b")
AT_THIS_AGE = re.compile(
    r"^(?:(?:(?:he|she|it|they) (?:is|are)|its|it's) (?:worse|still|now|getting)|(?:he|she"
    r"|they) (?:has (?!to)|still|cannot|wont|doesnt|doesn't|cant))"
)
OLD_IN_THE_PAST = re.compile(
    r"(?:^| )(?:when|since|until|till|from|diagnosed at|by|before)(?: (?:just|only|about|around))?$"
)
PAST_EVENT = re.compile(
    r"(?:diagnosed|adopted|placed|moved|removed|started|stopped|walked|talked|spoke|came|died|fostered"
    r"|assessed|"
    r"wrote|lost \w+ \w+|arrived|referred|seen|regressed|discharged)(?: \w+)?(?: at)?$"
)
PRONOUNS = words(
    """
    he she they both one other all each them two three mine t'other tother
    """
)
COUNTED = (
    "are ",
    "have ",
    "were ",
    "both ",
    "older ",
    "younger ",
    "eldest ",
    "youngest ",
    "little ",
    "other ",
    "autistic ",
)
TIME_OF = words(
    """
    when wen since until till til untill before after once whenever unless while whilst whn
    """
)
CORRECTING = re.compile(
    r"(?:^| )(?:meant|mean|ment|sorry|soz|oops|make that|should be|should say|should have been|typo"
    r"|correction|actually|rather|\*)"
    r"(?: (?:to (?:say|put|type|write)|about that|he is|she is|,|is|:|it is|that is|-))*$"
)
MEASURE_NOUN = re.compile(r"^[a-z]{2,}[a-rt-z]s$")


VERBS_IN_S = words(
    """
    always does goes likes loves hates wants needs struggles hits bites kicks refuses wakes cries screams
    talks speaks eats sleeps attends gets keeps says thinks feels seems looks lives makes takes suffers
    soils wets runs hears sees finds stims lashes throws melts starts still sometimes besides years yrs
    months mths weeks has was autistics this plus walks hurts worries comes stays uses moves turns shes hes
    pulls bangs punches pushes rocks shouts stutters stammers lacks falls chews hides sits lies draws plays
    works drools points spits swears absconds struggels attends barely
    gives puts brings helps knows asks tells shows says reads writes counts holds stands leaves finishes hurts
    cares looks washes cooks copes steals smears licks chews scratches picks bolts jumps climbs fights argues
    freezes panics shakes gags chokes vomits dribbles squints trips bumps limps tires hums squeals whispers mumbles
    whats thats whos wheres hows theres lets its shares leans interprets pockets translates
    repeats copies lines spins flaps paces stares zones blinks misses skips truants begs apologises blames
    """
)

# "Shes 2 fat 2 eat", "4 ever": the texted words for to, too and for.
TEXTED_AFTER = words(
    "fat deep school skl nursery thin much many late long big small young tired scared ill sick bad far good eat do go get be see hear sleep talk ever"
)

# "Somebody told me 20": "me" is no "my" here.
GAVE_ME = words("told tell tells gave give gives cost costs took takes owe owes owed sent sends offered charged paid lent asked makes made got say says said")

JOINING = words(
    """
    and but who with has have had is was now so in next at he she they i we my the cannot wont doesn't
    doesnt isn't or because as soon tomorrow this on please not that and n both too also can could would yet
    nearly almost going to for ish her his our their it what since struggles needs old sorry diagnosed
    autistic nonverbal where living from girl boy lad lass then though years
    """
)
