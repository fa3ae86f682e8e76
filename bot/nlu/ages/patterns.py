"""What the few words right before or after a number mean: nearly, later, a wait, a level, a limit, a past.

The patterns run on up to eight lower-case words joined by single spaces, never on the whole message: those
named ..._BEFORE (and the small words below) end at the number, those named ..._AFTER begin behind it.
"""

from __future__ import annotations

import re

# --- Parts of patterns -------------------------------------------------------------------------------------

MONTH_NAME = (
    r"(?:jan(?:uary|ury|uray)?|feb(?:ruary|uary|urary)?|mar(?:ch)?|april?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
ONE_TO_TWELVE = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
MOTHER = r"mum|mam|mom|mother"
PARENT = rf"{MOTHER}|dad|father"
_MONTHS = r"(?:months?|mths?|mnths?|munths?|mounths?)"
_TH = r"(?:st|nd|rd|th)"
# What tells a real age: "age on form: 8", "age in years is 8".
_TRULY = r"(?:(?:the |his |her |my )?(?:form|paper|years|yrs|real|calendar|passport|certificate|(?:last |next )?birthday|now|present|today))\b"
_DOSE = r"(?:mg|ml|mcg|tablets?|meds?|days?|hours?)"

# --- The birthday is to come -------------------------------------------------------------------------------

_NUMBER = rf"\d{{1,2}}|{ONE_TO_TWELVE}"
_TOMORROW = (
    r"(?:tomm?orr?ow|tomm?orr?o|tomora|tomorra|tomoz|tmrw|tmrow|tmr|tmw|2 mo?ro?w?|2 morrow|the morn"
    r"|(?:the )?day after tomorrow)"
)
FEAST = (
    r"(?:christmas|xmas|crimbo|easter|whit|halloween|new year|half term|(?:the )?(?:summer|easter|christmas) holidays)"
)
_NAMED_DAY = (
    r"(?:halloween|bonfire (?:night|neet)|(?:christmas|xmas)(?: (?:day|eve))?|boxing day|easter(?: (?:sunday|monday))?|new years?(?: is)? (?:day|eve)"
    r"|(?:pancake|valentines?(?: is)?|st (?:patricks?|georges?)) day|good friday)"
)
# "17 on Friday just gone": the birthday is over.
_IS_OVER = r"(?! (?:just )?(?:gone|past|there)\b)"
# Within half a year: "8 this Friday", "4 in three weeks", "12 on the 3rd" (of this month).
_WHICH_IS = r"(?:(?:and )?(?:which|that) (?:is|will be) (?:only |just |like |about )?)"
_A_FEW = rf"(?:an?|\d+|{ONE_TO_TWELVE}|few|couple of|a few|a couple of)"
SOON_AFTER = re.compile(
    rf"^,? ?(?:{_WHICH_IS}{_A_FEW} (?:(?:days?|weeks?|wks?)|months?(?= off| away)) (?:off|away|to go|time)|{_WHICH_IS}?(?:"
    r"(?:nearly|almost)(?= ?[.,!?]|$)"
    rf"|(?:next|nxt) (?:week|wk|month|mth|mnth|{WEEKDAY}|few|couple)"
    rf"|{_TOMORROW}\b|soon|this (?:coming )?(?:month|week|weekend|{WEEKDAY})|later this (?:week|month)"
    rf"|(?:on |come ){WEEKDAY}\b{_IS_OVER}|{WEEKDAY}(?= (?:and|but|week)\b| ?[.,!?]|$)|on (?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b{_IS_OVER}"
    rf"|(?:on|come) (?:the )?(?:\d{{1,2}}(?![.]\d)(?: ?{_TH})?(?! ?{_TH}? ?(?:of )?{MONTH_NAME}| ?{_DOSE}\b| / \d)\b)"
    r"|in (?:a )?(?:few|couple|\d+|(?!the )[a-z]+)(?: of)? (?:days?|weeks?|wks?)"
    rf"|in (?:a )?(?:few|couple|[1-6]|two|three|four|five|six)(?: of)? {_MONTHS}"
    r"|in (?:a |about a |the next |under a )(?:fortn(?:ight|ite|eet|eight)|week|month|few)"
    r"|within|(?:at|by|before) the (?:end of the|weekend)|(?:the )?end of the (?:week|month)|over the weekend|any (?:day|week)|shortly|very soon))"
)
# Within the year: "4 in May", "18 next summer", "12 on the 3rd of June", "9 in eight months".
WHICH_IS = re.compile(rf"^,? ?{_WHICH_IS}")
LATER_AFTER = re.compile(
    rf"^,? ?{_WHICH_IS}?(?:"
    r"(?:on|come|by) (?:boxing day|christmas (?:day|eve)|xmas (?:day|eve)|new years?(?: is)? (?:day|eve)|halloween|bonfire night)"
    rf"|(?:next|nxt|this coming) (?:year|yr|{MONTH_NAME}|spring|summer|birthday|term)"
    rf"|in (?:the )?(?:next )?(?:{MONTH_NAME}|spring|summer|autumn|winter|new year){_IS_OVER}"
    rf"|(?:(?:{_NUMBER}) weeks|(?:a |the )?(?:week|wk|fortnight)) (?:on|from|today|after|{_TOMORROW}|{WEEKDAY})"
    rf"|(?:at|by|(?:just )?(?:after|before)|over|around|round|this side of) (?:the )?{FEAST}"
    r"|on (?:valentines?(?: is)? day|(?:pancake|st (?:patricks?|georges?)) day|easter (?:sunday|monday)|good friday)"
    r"|(?:just )?when the (?:clocks|schools?|(?:new )?term|nights|summer|holidays|snow|leaves)"
    rf"|(?:at |in |by )?(?:the )?(?:early|late|mid|end of|start of|beginning of)(?: (?:-|in))? (?:the )?(?:{MONTH_NAME}|(?:next |new )?year|summer)"
    r"|later (?:on )?(?:this|in the) year"
    r"|this (?:year|spring|summer)"
    r"|on (?:his|her|my|their) next"
    rf"|on (?:the )?\d{{1,2}} ?{_TH}? ?(?:of )?{MONTH_NAME}|on {MONTH_NAME} (?:the )?\d{{1,2}}|on \d{{1,2}} / \d{{1,2}}"
    rf"|(?:the )?(?:day|night|week|month|fortnight) (?:before|after) (?:the )?{FEAST}"
    rf"|come (?:{MONTH_NAME}|christmas|xmas|easter|whit|spring|summer|autumn|winter)"
    r"|in the back ?end"
    rf"|in (?:[7-9]|1[0-2]|seven|eight|nine|ten|eleven) {_MONTHS})\b"
)
# "In March when he turns".
DATED_BEFORE = re.compile(
    rf"(?:in|next|this|come) (?:{MONTH_NAME}|year|spring|summer|autumn|winter) when (?:he|she|they|i)$"
)
# "Tomorrow he is 6": behind the date, the child.
WHO_IS_IT = re.compile(
    r" (?:(?:then|when) )?(?:(?:my|our|wor|the|his|her) )?[a-z]+(?: (?:is|am|are|was|were|will|be|finally|officially))*$"
)
# "He was 9 last week" is nine now.
JUST_PAST_AFTER = re.compile(
    r"^(?:old )?(?:"
    rf"last|yesterday|(?:on )?{WEEKDAY}|in (?:the )?(?:{MONTH_NAME}|summer|spring|autumn)|on the \d"
    rf"|(?:on|at) {_NAMED_DAY}(?! (?:day|eve|sunday|monday|when|that year|the year|in \d|\d))|at the weekend|this (?:week|month|year|morning)"
    r"|(?:a|two|three|\d) (?:few )?(?:days?|weeks?|months?) ago|a few|the other)"
)

# --- Small words right before a number ---------------------------------------------------------------------

NEARLY = re.compile(
    r"(?:^| )(?:nearly|almost|neatly|nealry|nealy|nerly|nearley|nearlly|neerly|nearl|allmost|amost|virtually"
    r"|rising|approaching|coming up(?: to| for| on)?|comin up|going on|gan on|gannin on"
    r"|about to (?:be|turn)|bout to turn|soon to be|soon (?:will )?be|(?:(?<=he )|(?<=she )|(?<=son )|(?<=lad )|(?<=lass )|(?<=boy )|(?<=girl )|(?<=bairn )|(?<=daughter ))soon (?:is|turns)|will be soon"
    r"|just under|just shy of|not quite|close to|getting on for|pushing|knocking on(?: for)?|(?:days?|weeks?|wks?|months?|bit) (?:off|shy of|away from)|nigh on|near enough|near"
    # "three weeks till she's 18"
    rf"|(?:(?:(?:an?|\d+|{ONE_TO_TWELVE}|few|of) )?(?:days?|weeks?|wks?|fortnight)|(?:an?|[2-6]|two|three|four|five|six) months?)"
    r" (?:till?|til|until|before|from|to) (?:he|she|they|i) (?:is|are|am|turns?|turning|be))$"
)
TURNING = re.compile(r"(?:^| )(?:turning|turns|turn|hits|hitting|will be|be turning|going to be|due to be|would be)$")
NOT_YET = re.compile(
    r"(?:^| )(?:(?:not|hasn't|hasnt|haven't|havent) (?:(?:yet|even|quite) )?(?:turned|hit|reached)(?: yet)?|not (?:even )?yet"
    r"|yet to (?:be|turn|hit|reach)|not (?:yet|even) (?:be|turning))$"
)
TURNED = re.compile(
    r"(?:^| )(?:(?:have |has |just |recently |only )?(?:turned|hit)|just (?:gone|gan|over|past|been)"
    r"|has just been|gone|reached|(?:(?<=is )|(?<=am )|(?<=are ))(?:well )?past|not long(?: since)?|newly|freshly)$"
)
NOT = re.compile(r"(?:^| )(?:not|no|instead of|rather than)$")
# What may be stepped over, for it changes nothing.
FILLER = re.compile(
    r"(?:^| )(?:now|noo|no but|ainly|only|just|still|currently|already|about|around|approx|approximately|roughly|maybe"
    r"|probably|like|a|an|barely|ownly|onny|ony|onli|actually|both|all|well|so|aboot|nobbut|at the moment|even"
    r"|nowt but|nothing but|no (?:more|older) than|all of|an? (?:very |really |right )?(?:old|young)|your|young|or so|,|age|aged|ages|really|basically|also|officially)$"
)
AGE_WORD = re.compile(r"(?:^| )(?:age|aged|ages|agd|aegd)(?: (?:is|of|are|was|=|:|-))*$")
AGE_OF_WHOM = re.compile(
    r"(?:^| )(?:age of (?:my |the |our )?\w+ (?:is|=|:)"  # "age of my son is"
    rf"|ages? (?:on|in|at|by|last|as of) {_TRULY}(?: life| \w+)? ?(?:is|are|=|:|-)"
    r"|ages? (?:(?:is|are) )?(?:as follows|below|in order|given|respectively) ?[,:=-]?)$"
)
# "I meant", "sorry, it is": what follows replaces what was said.
CORRECTING = re.compile(
    r"(?:^| )(?:meant|mean|ment|sorry|soz|oops|make that|should be|should say|should have been|typo"
    r"|correction|actually|rather|\*)"
    r"(?: (?:to (?:say|put|type|write)|about that|he is|she is|,|is|:|it is|that is|-))*$"
)

# --- A stretch of time -------------------------------------------------------------------------------------

# "9 months on the list", "2 years behind", "6 weeks premature".
DURATION_AFTER = re.compile(
    r"^(?:- )?(?:now )?(?:(?:we|i|he|she|they) (?:have|has) )?(?:"
    r"behind|ahint|adrift|free|in(?= ?[.,!?]|$)|out(?= ?[.,!?]|$)|arguing|late|later|delayed?|wait\w*"
    r"|on (?:the|a|this|that|an?)? ?(?:\w+ )?(?:wait\w*|list|pathway)|in the queue"
    r"|into|away|off|ago|younger|older|overdue|ahead|long|left|to go|without|apart"
    r"|list|backlog|gap|plan|check|review|course|programme|project|anniversary"
    r"|in (?:a row|total|the system|care)|running|and counting"
    r"|for (?:an?|the) |pregnant|premature|prem|early|gestation|clean|sober|at (?:this|that|the) |before |since"
    r"|referral|turnaround|down the line|back\b|with (?:us|me|them|him|her)\b|sat (?:in|at|on|about|doing)\b)"
)
# The same of a number that opens what is said: "20 months and nobody has rung".
TIME_WENT_AFTER = re.compile(
    r"^(?:on|wait\w*|since|ago|later|now|of|for|in|to|without|off|before|after|from|left|until|till?"
    r"|premature|prem|early|pregnant|gone"
    r"|(?:and|n|but) (?:nobody|no one|nothing|(?:[a-z]+ ){1,3}(?:havent|hasnt|has|have|never|still) (?:not )?"
    r"(?:rang|rung|phoned|called|heard(?! (?:one|a|any|a single|him say|her say) (?:sound|word|noise|mam|mum|dad))|seen|replied|been|got|had|waiting))"
    r"|and (?:waiting|counting|still waiting)|she has|he has|we have|i have)\b"
)

# --- A level, a size or a limit ----------------------------------------------------------------------------

# "10 level", "3 trousers", "16 and over".
LEVEL_AFTER = re.compile(
    r"^(?:'? ?)?(?:level|levels|ability|standard|clothes|clothing|clothe|expectations|curriculum|stuff|nappies"
    r"|books|(?:old )?(?:s|is) (?:reading |speech |language )?(?:level|ability|standard)|in (?:everything|shoes|boots|trainers)|service|services|team|range|limit|boundary|trousers|shoes"
    r"|(?:and|or|&) (?:over|under|above|below|older|younger"
    r"|up(?! (?:at|all|every|half|most|through|in|again|with|from|til|till|until|for|by|and|\d|(?:two|three|four|five|six|seven|ten) times)))"
    r"|upwards|onwards|plus(?! (?:an?|my|our|wor|the|two|\d))|under \d)\b"
)
_ABILITY = (
    r"(?:reading|readin|rdg|mental|developmental|developmentally|functioning|functions|working|works|spelling"
    r"|emotional|emotionally|mentally|language|cognitive|cognitively|academic|academically|speech"
    r"|social(?! (?:group|worker|club|skills))|socially|learning(?! (?:disab|diffic))|reads|maths|wears|wearing"
    r"|size|operating|operates|equivalent|performing)"
)
_SEEMS = (
    r"(?:behaves|acts|acting|talks|speaks|talking|more|feels|play|plays|looks|is|being|presents|thinks|just)"
)
_PART_OF_A_CHILD = (
    r"(?:mind|mentality|understanding|vocabulary|maturity|ability|brain|body|behaviour|skills|speech|language"
    r"|strength|head)"
)
# "The weight of an eight year old", "doing what a two year old does": told by an age that is not the child's.
# "He's working about where a five-year-old would"; not "somewhere where a 5 year old can play".
_WORKS = r"(?:^| )(?:working|works|performing|functioning|reading|reads|writing|(?:he|she) is|about|roughly)(?: at)?(?: (?:about|around|roughly|just))?"
# "A lad who says he's 17": nobody says so of a child of their own.
LEVEL_OF = (
    rf"(?:{_PART_OF_A_CHILD}|weight|height|size|level) of an?|(?:^| )(?:doing|does|do) what an?|{_WORKS} where an?|(?:^| )who (?:says|reckons|claims) (?:he|she) is"
)
# "Were 12 on the waiting list"
PLACE_IN_A_QUEUE = re.compile(r"(?:th )?on (?:the |a |his |her )?(?:waiting )?list\b|in the queue\b")
# "Bone age of a", "literacy age 5y2m", "cognitive age 7"
AGE_OF_A_SKILL = (
    r"(?:^| )(?:bone|skeletal|dental|hearing|listening|comprehension|reading|spelling|literacy|numeracy|phonics|number"
    r"|cognitive|developmental|mental|emotional|functional|functioning|language|speech|receptive|expressive|motor|academic) age"
    r"(?: (?:of|is|was|at|about|around|like|a|an|the|as|only))*"
)
LEVEL_BEFORE = re.compile(
    # "reading age of", "working at the level of a"
    rf"(?:(?:^| ){_ABILITY}(?: \w+)?(?: (?:age|ages|level|at|of|is|about|around|like|to|a|an|in|the|only|that|as))*"
    # "bone age of a"
    rf"|{AGE_OF_A_SKILL}"
    # "age in shoes: 2", "age by his spelling is"
    rf"|(?:^| )ages? (?:in|by|for|at|when|to) (?!{_TRULY})(?:[a-z]+ ){{1,3}}(?:is|was|=|:|-)"
    # "acts like a", "looks as if" (below), "is more like"
    rf"|(?:^| ){_SEEMS} (?:more )?(?:like|as)(?: an?| that of an?| (?:he|she|they) (?:is|are|was|were))?"
    r"|(?:^| )level(?: of)?(?: an?)?|equivalent (?:of|to)(?: an?)?|than (?:an?|any|most|other|my)(?: \w+)?"
    # "most", "any normal": children in general
    r"|(?:^| )(?:most|other|normal|typical|typically|average|any|every|regular) ?(?:developing )?"
    # "the mind of a", "like a lad of", "everything she is"
    rf"|{LEVEL_OF}"
    r"|(?:^| )(?:like|lyk) an?(?: (?:\w+ )?\w+ of)?|(?:^| )like (?:an? )?(?:baby|child|kid|bairn|toddler)(?: of)?"
    r"|(?:everything|development) (?:he|she) is(?: about)?|things an?"
    r"|in (?:his|her|their) (?:mind|head) (?:he|she) is"
    # "the plan still says he is": an age on paper is an old one
    r"|(?:plan|letter|report|form) (?:still )?(?:says|describes|has) (?:he|she) is|(?:^| )thinks (?:he|she) is"
    # "sleeps like he is", "like living with a"
    r"|(?:like|as if|as though) (?:he|she|they) (?:is|are|was|were)"
    # "They treat me like I'm 9"; "like" alone is a filler: "it's like I'm 15 and ..."
    r"|(?:treat|talk|speak|feel|act|look|sound)[a-z]*(?: (?:to|at|with|me|us|you|him|her|them))* (?:like|as if|as though) (?:i|we|you) (?:am|are|was|were)(?: (?:still|only|just|about))*"
    r"|(?:^| )like [a-z]+ing(?: (?:with|to|after))? an?(?: \w+)?"
    r"|level of an? \w+ of|more like|compared (?:to|with)(?: an?)?"
    r"|to that of an?)$"
)
# "under 5", "up to the age of 16", "bed by 7": of a bare number.
LIMIT_BEFORE = re.compile(
    r"(?:^| )(?:under|unders|over|below|above|than|up ?to|upto|beyond|min|max|minimum|maximum|least|less"
    r"|past|to|till|til|until|untill|since|from|by|before|after|at|service for|between)"
    r"(?: the| their| his| her| an?)?(?: (?:age|ages|aged)(?: of)?)?$"
)
# The same of a number that "year old" follows: fewer words, for "to a 5 year old" is a child.
OLD_LIMIT_BEFORE = re.compile(
    r"(?:^| )(?:(?:(?:was|were|is|are) (?:made |meant |built )for|under|over|below|above|(?<!better )(?<!worse )(?<!harder )(?<!easier )than|up ?to|upto|minimum|maximum|least)(?: the| an?)?"
    r"|(?:till?|until|untill|since|from|by|before|after|at|to)(?: (?:the )?(?:age|ages|aged)(?: of)?)?)$"
)
# The same before "age": "from the age of 5", "anyone aged 16".
AGE_LIMIT_BEFORE = re.compile(
    r"(?:^| )(?:from|since|at|by|until|till|til|under|over|to|before|after|the|people|anyone|between|"
    r"for|everyone|those)(?: (?:the|an?|his|her|my|our|their))?$"
)

# "Will be 5 before the place comes up".
NOT_YET_AFTER = re.compile(r"^(?:(?:years )?old )?(?:by (?:then|the time|that)|when|before)\b")

# --- A past ------------------------------------------------------------------------------------------------

OLD_IN_THE_PAST_BEFORE = re.compile(
    r"(?:^| )(?:when|since|until|till|from|diagnosed at|by|before)(?: (?:just|only|about|around))?$"
)
PAST_EVENT_BEFORE = re.compile(
    r"(?:diagnosed|adopted|placed|moved|removed|started|stopped|walked|talked|spoke|came|died|fostered|assessed"
    r"|wrote|lost \w+ \w+|arrived|referred|seen|tested|regressed|discharged)(?: \w+)?(?: at)?$"
)

# "4 cousins": a plain plural, that the number counts.
PLURAL_NOUN = re.compile(r"^[a-z]{2,}[a-rt-z]s$")
