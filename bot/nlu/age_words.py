"""The word lists that tell whether a number is a child's age: of children, adults, things, verbs, small words."""

from __future__ import annotations


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
TIME_LED_BY = words(
    "for in behind last past waited waiting been after every over gone not without lost took had since until till by within ago these"
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
