"""The word lists that tell whether a number is a child's age: of children, adults, things, verbs, small words.

A list that two modules need stands here; one that a single rule needs stands beside the rule.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A set of words written as one text."""
    return frozenset(text.split())


OLDEST = 25  # years; ages stop there, as the local offer does
YOUNG_PARENT = 18 * 12  # months; an age from here on may be a mother's or father's
OLDEST_PUPIL = 19  # years
LAST_HOUR = 12  # a bare number up to it may be an hour of the clock
MOST_NUMBERS = 24  # far above any family; keeps comparing one with another short on hostile input

# --- People ------------------------------------------------------------------------------------------------

BABY = words("baby babby bby")
CHILD_WORDS = BABY | words(
    """
    son sons daughter daughters lad lads laddie laddies lass lasses lassie boy boys girl girls man woman male female
    child childs children kid kids kiddo kiddos kiddies bairn bairns granbairn granbairns grandbairn grandbairns
    babys babbys babies babba bab lo infant tot tots toddler toddlers preschooler teen teens teenager teenagers
    youngster youngsters young person youngest oldest eldest middle twin twins triplets ones un uns
    little littlest littlun littluns littleun little'un little'n littl'un littlen
    brother brothers bro bros sister sisters sis sibling siblings sib sibs cousin cousins
    nephew nephews niece nieces stepson stepsons stepdaughter stepdaughters
    grandson grandsons granddaughter granddaughters grandchild grandchildren grandkids
    pupil pupils student students learner patient client customer foster friend
    ds dd sn dtr gs gd gson gdson gdaughter g'son g'daughter g'dtr dgs dgd fs fd lb lg cyp yp
    dau duaghter daugther dauhgter dghtr dorter doughter daugter ldst eldst oldst brthr sistr
    grandaughter grandaughtr grnddtr grndson
    """
)
BOY_OR_GIRL = words("m f b g")  # "M 8, F 3", as notes say who
PLURAL = words(
    """
    sons daughters lads lasses bairns boys girls children kids kiddos twins triplets babies toddlers teens teenagers
    youngsters brothers bros sisters siblings sibs cousins nieces nephews stepsons
    grandchildren grandkids grandbairns grandsons granddaughters pupils students
    they both all ages ones two three four
    """
)
ONE_CHILD = CHILD_WORDS - PLURAL
ADULT = words(
    """
    mum mam mom mother mummy mammy dad father daddy parent parents ex
    nan nana nanna gran granny grandma grandmother grandad granda grandpa grandfather grandparent grandparents
    partner husband wife fella hubby boyfriend girlfriend bf gf aunt auntie uncle carer carers
    teacher worker senco doctor gp nurse boss manager consultant neighbour childminder
    """
)
PRONOUNS = words("he she they both one other all each them two three mine t'other tother")
OURS = words("my our wor")

# --- Things, conditions, units -----------------------------------------------------------------------------

# What an "is 7" may be said of that is no child.
THINGS = words(
    """
    it that this there what which everything here
    wait waits waiting list queue class group limit minimum maximum number cost price fee score sats temperature total
    percentage percentile centile bmi pulse weight height iq answer result appointment meeting review deadline target
    bus room size section page level band stage question address postcode flat house phone marriage relationship
    plan letter letters form report paper email bill attendance rating pain anxiety mood pressure
    bedtime teatime hometime spare spares stock supplies
    school nursery college time date week distance today tomorrow start finish holiday holidays summer course
    """
)
ANIMALS = words("dog dogs puppy pup cat cats kitten rabbit hamster pony horse")
# What has an age of its own: "his wheelchair is 6 years old", "a 5 year old iPad", "our dog's 12".
BELONGINGS = ANIMALS | words(
    """
    ipad ipads laptop computer device machine phone talker console xbox playstation telly tv screen
    wheelchair chair buggy pushchair pram walker hoist mattress cot seat harness helmet
    splint splints insoles boots shoe shoes coat uniform trousers glasses implant aid aids
    car van wav boiler carpet house building flat bed beds bath doorbell fridge washer cooker
    brain mind mentality temper
    staffy spaniel labrador
    report letter ehcp plan statement assessment diagnosis quote photo photos video leaflet website list
    """
)
# What a child "is", and with it what a child "has".
CONDITIONS = words("autistic adhd deaf blind disabled dyslexic nonverbal dyspraxic anxious epileptic")
CONDITION_WORDS = CONDITIONS | words(
    """
    autism autstc asd asc pda cp palsy dyslexia dyscalculia sighted impaired delay disability disabilities
    difficulty difficulties difficultys syndrome downs diabetic diabetes epilepsy arfid
    """
)
# What is named by a letter and a number: "room B 9", "section F 2", "vitamin D 10".
LETTERED = words(
    """
    room section part plan flat unit block bay set group grade class form type vitamin vit size level route gate key
    option column pathway phase stage step page table ward team question bus postcode
    """
)
WEEK_UNITS = words("week weeks wk wks wick wicks")
MONTH_UNITS = words("month months mth mths mnth mnths munth munths mounth mounths")

# --- Around a number ---------------------------------------------------------------------------------------

BE = words("is are am be was were being r turned turns turning turn")

# Small marks between the parts of a message, and what joins the ages of a list.
MARKS = frozenset(".,;!?()/-:")
ANDS = frozenset((",", "and", "&", "+", "n", "an", "/"))
JOINS = ANDS | {"or"}

# What a bare number counts or measures: "4 cousins", "7 stone", "2 more".
COUNTED_NOUNS = words(
    """
    hours hour hrs hr h oors oor mins min minutes minute seconds days day week weeks month months term terms nights night
    mornings morning afternoons evenings times time x pm o'clock oclock th
    stone st lb lbs kg kilo kilos kilogram kilograms foot ft feet inches inch cm miles mile km mg ml
    quid pounds pound p pence grand hundred thousand percent per points grades grade levels steps step
    kids kid children child boys boy girls girl sons daughters siblings brothers sisters lads lasses bairns friends
    people person adults professionals teachers doctors gps
    schools classes hospitals hospital places appointments appointment sessions session meetings visits calls emails
    letters words word pages sentences reasons point attempts assessments referrals exclusions suspensions
    types op ops tablets meltdowns seizures bottles feeds nappies fingers toes teeth things dogs cats
    seater seaters seat seats door doors wheels wheeler storey berth volt litre mph
    bedrooms bedroom beds bed bus buses buss taxis different other others more of out to-one
    """
)
# What a small number of children is said to do or be: "my two are autistic", "brothers 3 older ones".
SAID_OF_SEVERAL = tuple(
    f"{word} " for word in "are have were both older younger eldest youngest little other autistic".split()
)
# What leads to a stretch of time: "for 18 months", "waited 2 years".
TIME_LED_BY = words(
    """
    for in behind last past waited waiting been after every over gone not without lost took had since until till by
    within ago these did done doing spent served missed
    """
)
# A number after one of these is no age by itself: "page 4", "got 3", "missed 5".
LEADS_TO_A_NUMBER = words(
    """
    in on of to by at for the a an and or top size page level form year yr stage question unit room part all only
    just last next every each about around over under nearly almost plus minus x than got has have had get gets does do
    number no flat bus band tier am section class group team set week day month half past is are was be eats eat
    need needs then holds fits carries seats costs weighs knows says waited lost broke took taken spent since missed reached turns turn turned turning
    """
)
# What opens a clause of another time: "when he was 4", "until she is 16".
WHEN_WORDS = words("when wen whn since until till til untill before after once whenever unless while whilst")

# What ends in s after a child's age and is no thing that it counts: "grandson 3 licks everything".
VERBS_IN_S = words(
    """
    always sometimes besides still this plus barely has was does autistics years yrs months mths weeks
    shes hes whats thats whos wheres hows theres lets its
    acts behaves bounces fixates forgets functions giggles ignores insists interrupts listens manages masks mimics mouths
    obsesses pees poos presents pretends prefers rages reacts recognises relies shuts sings slaps smashes thrives
    understands wanders watches weighs whines wriggles yells
    apologises argues asks attends bangs begs bites blames blinks bolts bumps cares chews chokes climbs comes cooks copes
    copies counts cries draws dribbles drools eats falls feels fights finds finishes flaps freezes gags gets gives goes
    hates hears helps hides hits holds hums hurts interprets jumps keeps kicks knows lacks lashes leans leaves licks lies
    likes limps lines lives looks loves makes melts misses moves mumbles needs paces panics picks plays pockets points
    pulls punches pushes puts reads refuses repeats rocks runs says scratches screams seems sees shakes shares shouts
    shows sits skips sleeps smears soils speaks spins spits squeals squints stammers stands stares starts stays steals
    stims struggles struggels stutters suffers swears absconds takes talks tells thinks throws tires translates trips
    truants turns uses vomits wakes walks wants washes wets whispers works worries writes brings zones
    """
)
# "Shes 2 fat 2 eat": what the texted words for to and too lead to.
TEXTED_AFTER = words(
    """
    fat deep school skl nursery thin much many late long big small heavy young tired scared ill sick bad far good
    eat do go get be see hear sleep talk ever
    """
)
# "Somebody told me 20": "me" is no "my" here.
GAVE_ME = words(
    """
    told tell tells gave give gives cost costs took takes owe owes owed sent sends offered charged paid lent asked
    makes made got say says said
    """
)
# Small words that may follow an age, and lead to no thing that it counts.
JOINING = words(
    """
    and n but or because as so then though that this what where who with from in on at to for
    he she they i we it my our his her ish their the girl boy lad lass
    is isn't has have had was doesn't doesnt cannot wont can could would going needs struggles living
    not please yet now next soon tomorrow nearly almost also too both since old years sorry diagnosed
    autistic nonverbal ive weve theyve
    """
)
