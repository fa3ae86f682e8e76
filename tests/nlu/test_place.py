"""Where a family lives, and where nobody lives."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.place import gazetteer
from bot.nlu.place.mention import Role
from tests.timing import own_seconds

DATA = Path(__file__).parent / "data"


def name(text: str, *, asked: bool = False) -> str | None:
    found = gazetteer().find(text, asked=asked)
    return found.locality.name if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we live in barney", "Barnard Castle"),
        ("chesterlestreet", "Chester-le-Street"),
        ("just outside spenymoor", "Spennymoor"),
        ("DL14 6QW", "DL14"),
        ("my postcode is dh1 5uj", "DH1"),
        ("school is in Durham but we live in Shildon", "Shildon"),
        ("moved from Darlington to Consett", "Consett"),
        ("not Crook, Willington", "Willington"),
        ("Bishop not Barney", "Bishop Auckland"),
        ("up Weardale", "Weardale"),
        ("County Durham", "County Durham"),
        ("we live in Leeds", "Leeds"),
        ("Hartlepool way", "Hartlepool"),
        ("Durham County Council said no", None),
        ("Darlington Memorial won't see him", None),
        ("my son Stanley", None),
        ("our Brandon is 9", None),
        ("I'm at the end of my tether", None),
        ("I hope someone can help us this spring", None),
        ("left by themselves", None),
        ("the A690 was shut", None),
        ("", None),
    ],
)
def test_the_home_is_found_and_nothing_else(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "in_area", "council"),
    [
        ("Darlington", False, "Darlington Borough Council"),
        ("Crook", True, "Durham County Council"),
        ("I'm in Middleton", None, None),
        ("near the Toon", False, "Newcastle City Council"),
        ("DL1 1AA", False, "Darlington Borough Council"),
    ],
)
def test_inside_or_outside_the_county(text: str, in_area: bool | None, council: str | None) -> None:
    found = gazetteer().find(text, asked=True)
    assert found is not None
    assert (found.locality.in_area, found.locality.council) == (in_area, council)


def test_a_full_postcode_is_kept_only_as_its_outward_code() -> None:
    found = gazetteer().find("we are DL14 6QW")
    assert found is not None
    assert "6QW" not in str(found.locality)
    assert found.words == "DL14"


def test_a_risky_name_alone_counts_when_the_place_was_asked_for() -> None:
    assert name("no place", asked=True) == "No Place"
    assert name("there is no place for him") is None


def is_right(text: str, expected: str) -> bool:
    found = gazetteer().find(text)
    return found is not None and expected in (found.locality.name, *found.locality.candidates)


def rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_the_gazetteer_s_own_check_sets() -> None:
    positives, negatives = rows("check_positive.csv"), rows("check_negative.csv")
    assert sum(is_right(row["text"], row["expected"]) for row in positives) / len(positives) >= 0.98
    assert sum(gazetteer().find(row["text"]) is not None for row in negatives) / len(negatives) <= 0.01


def test_whole_sentences_find_the_right_home_and_invent_none() -> None:
    positives = [row for row in rows("place_sentences.csv") if row["place"]]
    negatives = [row for row in rows("place_sentences.csv") if not row["place"]]
    assert sum(is_right(row["text"], row["place"]) for row in positives) / len(positives) >= 0.98
    assert sum(gazetteer().find(row["text"]) is not None for row in negatives) / len(negatives) <= 0.01
    sure = {True: "true", False: "false", None: "unknown"}
    found = [(gazetteer().find(row["text"]), row["in_area"]) for row in positives]
    assert sum(sure[place.locality.in_area] == wanted for place, wanted in found if place) / len(found) >= 0.98


@pytest.mark.parametrize(
    ("text", "expected", "role"),
    [
        ("His dad lives in Hartlepool", None, None),
        ("His dad lives in Shildon", "Shildon", Role.BARE),
        ("we used to live in Sunderland", None, None),
        ("we don't live in Durham", None, None),
        ("I'm from Newcastle originally", None, None),
        ("can't get to Durham on the bus", None, None),
        ("his school is in Ferryhill", "Ferryhill", Role.SCHOOL),
        ("his school is in Darlington", None, None),
        ("up Weardale at Westgate", "Westgate", Role.CUED),
        ("Hilton near Yarm", "Hilton (Stockton)", Role.CUED),
        ("does ne1 know a good group", None, None),
        ("we're at SW1A 1AA", "SW1A", Role.HOME),
        ("DL14 7 year old boy", "DL14", Role.HOME),
    ],
)
def test_what_a_place_is_to_the_family(text: str, expected: str | None, role: Role | None) -> None:
    found = gazetteer().find(text)
    assert (found.locality.name if found else None, found.role if found else None) == (expected, role)


@pytest.mark.parametrize("piece", ["Durham ", "dl14 6qw ", "we live near spenymor and ", "not ", "\n"])
def test_a_huge_message_is_read_in_good_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert own_seconds(lambda: gazetteer().find(text)) < 5


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    for mention in gazetteer().find_all(text):
        assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("I don't know how to reach her. Brandon", "Brandon"),
        ("Six he is. Stanley", "Stanley"),
        ("latching hurts sooo bad, baby 9 days old. chilton xx", "Chilton"),
        ("They should be sorting that, surely? Who can make them. Pity Me", "Pity Me"),
        ("it's my lad, Stanley", None),
        ("thanks. Stanley", None),
        ("people just pity me", None),
    ],
)
def test_a_name_that_ends_the_message_on_its_own_is_the_place(text: str, place: str | None) -> None:
    found = gazetteer().find(text)
    assert (found.locality.name if found else None) == place


@pytest.mark.parametrize("text", ["any support in Stanley?", "feeding support round Durham", "is there support around Crook for carers", "support at Consett please"])
def test_support_in_a_town_is_no_football_team(text: str) -> None:
    assert gazetteer().find(text) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("newly in Murton (SR7)", "Murton"),
        ("speech therapy crook", "Crook"),
        ("adhd crook 9", "Crook"),
        ("my back is crook", None),
        ("any chance of hope", None),
        ("he's led in bed all day", None),
        ("after a placement in Darlington that lasted nine days. We're in Toft Hill, DL14", "Toft Hill"),
        ("up at 5 for my shift in Durham, home is Kelloe", "Kelloe"),
        ("School is in Ferryhill, home is Chilton", "Chilton"),
        ("LAC sibs, placement in Seaham", "Seaham"),
        ("We came to Crook last year", "Crook"),
        ("me marras aal live in Sunderland. owt on for us in Murton near Seaham?", "Murton"),
        ("p lee", "Peterlee"),
        ("SR8 1 is our postcode but it's Peterlee anyway", "Peterlee"),
        ("TS28 5AB Wingate", "Wingate"),
        ("our postcode is DH9, nana lives in Barnard Castle", "DH9"),
        ("DL14, he goes to school in Durham", "DL14"),
    ],
)
def test_places_as_further_sets_told_them(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize("text", ["dyslexia help for 8 year old, Cassop", "8 year old Cassop"])
def test_the_old_of_an_age_is_part_of_no_name(text: str) -> None:
    assert name(text) == "Cassop"


@pytest.mark.parametrize(
    "text",
    [
        "nobody cares about the likes of me",
        "she put her head on the table's edge",
        "have you got the dates for it",
        "the fees for the club are dear",
        "she is sore round the mouth",
        "he has been well since Easter",
        "she has done well this year",
        "I'm frightened they'll think we'll send him back",
        "he'd talk the hind leg off a donkey",
        "we came out the other side of it",
        "my daughter wears aids and hates them",
        "I've got great mates",
        "he starts on new hands of cards",
        "we live in the middle of the country",
        "he was told off in the court",
        "they put it on a plate for him",
        "and now castle is all he says",
        "where are we up to on that list",
        "his red car is all he plays with",
        "is the hub on Fishburne Street",
        "we tried the shields and the cups",
        "hypotonia and head lag, not fixing",
        "he ate a whole tray of Yorkshires",
    ],
)
def test_everyday_words_that_run_together_like_a_name_are_no_place(text: str) -> None:
    assert name(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we live in spenny more", "Spennymoor"),
        ("near bishop oakland", "Bishop Auckland"),
        ("he is 4, newton aycilffe", "Newton Aycliffe"),
        ("chester-ie-street 4 year old not talking", "Chester-le-Street"),
        ("anything on near ferryhil", "Ferryhill"),
        ("everything in Consett's full", "Consett"),
        ("does the county's team come out", "County Durham"),
    ],
)
def test_misspelt_and_owning_names_are_still_heard(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "my brother lives in Leeds and can't help",
        "his father has moved to Glasgow and never rings",
        "my sister in York says to ask for a plan",
        "the ex is in Scotland now, we are safe",
        "he came here from Bradford with a plan",
        "they fled from Leeds in June",
        "our wedding is in Edinburgh and we need a sitter",
        "I'm off to London with work next week",
        "his diagnosis was done in Manchester",
        "did Sunderland win at the weekend",
        "what was the Newcastle score",
        "how come you sent me a Darlington one",
        "he knows every bus between here and Darlington",
        "we don't want Darlington",
        "we're moving to Cornwall, does the plan come too",
        "she loved her day at Houghall",
        "she finishes at Villa Real this summer",
        "there's a residential at Hamsterley and she wants to go",
        "we have a caravan at Crimdon",
        "his dad is in Durham jail",
        "college is in Durham and he cannot do buses",
        "he's in Leeds now and we are fine",
    ],
)
def test_where_others_live_or_one_only_goes_is_no_home(text: str) -> None:
    assert name(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("any autism groups in Darlington for my 8 year old", "Darlington"),
        ("family in Darlington, two children", "Darlington"),
        ("my daughter is 9 and lives in Leeds with me", "Leeds"),
        ("we have just moved to Darlington from Consett", "Darlington"),
        ("my partner and I are in Darlington with a two year old", "Darlington"),
        ("we come from Darlington, is there a group", "Darlington"),
        ("he's 14 and in Darlington, who helps with nerves", "Darlington"),
        ("LAC sibs, placement in Sunderland", "Sunderland"),
        ("no bus from Shildon on a Sunday", "Shildon"),
        ("it's two buses from Wingate to her school", "Wingate"),
        ("will they bring her from Tow Law", "Tow Law"),
        ("I've no way to get there from Willington", "Willington"),
        ("help roond Stanley for a lad of ten", "Stanley"),
        ("who would help him find work in Shildon", "Shildon"),
        ("the family have no car and live in Trimdon", "Trimdon Colliery"),
        ("Y5 girl Crook, ASD dx", "Crook"),
        ("cannot sit still, he's 6 Crook", "Crook"),
        ("is there somewhere for babies, a singing group Crook", "Crook"),
        ("would love a club. Crook but I can drive", "Crook"),
        ("the nearest to Crook please, he is 3", "Crook"),
        ("does the nurse cover Crook", "Crook"),
        ("fussy eating help Shildon", "Shildon"),
        ("we live at Houghall", "Houghall"),
        ("Murton? no, Easington Lane", "Easington Lane"),
        ("it's Crook near Willington", "Crook"),
        ("we're in Stanley not Stanhope", "Stanley"),
        ("I said Shildon but I meant Crook", "Crook"),
        ("I wrote DH1 but it should be DL14", "DL14"),
        ("ny grps 4 a 2 yr old nr nwtn ayclff", "Newton Aycliffe"),
    ],
)
def test_homes_said_in_passing_are_heard(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("does the Sacriston hub weigh babies", "Sacriston"),
        ("our Crook health visitor has left", "Crook"),
        ("he's in year 3 at Sedgefield primary", "Sedgefield"),
        ("she goes to Shildon comp", "Shildon"),
        ("goes to Seaham High School", "Seaham"),
        ("he got a place at Bishop Barrington School", None),
        ("he's at Durham Johnston School", None),
        ("school nurse, Burnopfield", "Burnopfield"),
        ("the school nurse Burnopfield", "Burnopfield"),
        ("nurse Langley was kind", None),
        ("Peterlee police brought him home", "Peterlee"),
        ("Shildon surgery said to ask you, we live in Coundon", "Coundon"),
        ("Durham library has no ramp", None),
        ("Hartlepool hub sent us away", None),
        ("Bishop Auckland hospital kept us waiting", None),
        ("Highfield school won't answer", None),
        ("does woodland nursery have places", None),
        ("our Stanley nursery report came", None),
    ],
)
def test_what_serves_a_village_says_that_home_is_not_far(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is there a youth club? we're at Newton Hall side of Durham city", "Durham"),
        ("a family in Gilesgate, Durham", "Durham"),
        ("He's 6. Deneside, Seaham", "Seaham"),
        ("Murton, Seaham", "Murton"),
        ("gilesgate durham", "Gilesgate"),
        ("We're on the Gateshead side, Rowlands Gill", "Rowlands Gill"),
        ("Bishop way - Coundon", "Coundon"),
        ("Cotherstone in Teesdale", "Cotherstone"),
        ("Co. Durham (Horden)", "Horden"),
        ("I live near St. John's Chapel in Weardale", "St John's Chapel"),
        ("Stanley (DH9)", "Stanley"),
        ("DH7 Brandon", "Brandon"),
        ("fir tree, crook", "Crook"),
        ("Fir Tree near Crook", "Fir Tree"),
        ("we're in Eaglscliffe nee wait Langly Mooor", "Langley Moor"),
        ("Consett soz Crook", "Crook"),
        ("Newton Aycliffe DL5", "Newton Aycliffe"),
        ("Sedgefield TS21", "Sedgefield"),
        ("we live in Peterlee but wait in Durham", "Peterlee"),
        ("no groups in Crook, should be in Durham", "Crook"),
        ("we are in Crook, i mean in Durham they have loads", "Crook"),
        ("there's not one in Crook", "Crook"),
        ("were in Consett wait were in Stanley", "Stanley"),
        ("we live in Newcastle road, Chester le street", "Chester-le-Street"),
        ("Sunderland Road Durham", "Durham"),
        ("we're off Durham Road in Consett", "Consett"),
        ("sunderland address but SR7 postcode", "SR7"),
        ("i'm in Durham... hang on, Spennymoor", "Spennymoor"),
        ("Consett - actually Leadgate", "Leadgate"),
        ("He goes to school in Crook, actually lives in Consett", "Consett"),
        ("is it Crook or Consett, wait list is long", "Crook"),
        ("we live in Hamsterley, the one by the forest, not the one up by Consett", "Hamsterley"),
        ("the Hamsterley by the forest, not the one up by Consett", "Hamsterley"),
        ("it's not one for us, we're near Consett", "Consett"),
        ("we are near Hartlepool, Blackhall", "Blackhall Colliery"), ("near Sunderland, Murton", "Murton"),
        ("we live near Darlington. Durham said they don't cover us", "Darlington"),
    ],
)
def test_two_places_said_together_tell_one_home(text: str, expected: str) -> None:
    assert name(text) == expected


def test_a_part_of_a_town_is_the_town_but_lies_where_the_part_does() -> None:
    both, part = gazetteer().find("Gilesgate, Durham"), gazetteer().find("Gilesgate")
    assert both is not None
    assert part is not None
    assert (both.locality.lat, both.locality.lon) == (part.locality.lat, part.locality.lon)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no we live in Shildon", "Shildon"),
        ("He does not stay asleep and we live in Crook", "Crook"),
        ("My husband works nights and we're in Shildon", "Shildon"),
        ("I live and work in Shildon", "Shildon"),
        ("who works in Shildon with deaf children", "Shildon"),
        ("I'm in Rookhope and it's too far to anything", "Rookhope"),
        ("We live in Rookhope which is too far from everything", "Rookhope"),
        ("he's been left with no school place in Shildon", "Shildon"),
        ("we feel left on our own in Shildon", "Shildon"),
        ("her mam left her with me in Coundon", "Coundon"),
        ("no food left in the house in Coundon", "Coundon"),
        ("we love Coundon but there's nothing for him", "Coundon"),
        ("I love Brandon but he bites", None),
        ("the family I work with are in Coundon", "Coundon"),
        ("who is the epilepsy specialist in Coundon", "Coundon"),
        ("we need a paediatrician in Coundon", "Coundon"),
        ("can I claim for appointments in Durham", None),
        ("we need to get to an appointment in Durham", None),
        ("where do I go for help for Shildon", "Shildon"),
        ("there used to be a scheme in Consett, is there still?", "Consett"),
        ("we're waiting for CAMHS Peterlee", "Peterlee"),
        ("Shildon works best for us", "Shildon"),
        ("ADHD support for parents bishop auckland", "Bishop Auckland"),
        ("we live in a village called Coundon", "Coundon"),
        ("he was born here in Shildon", "Shildon"),
        ("he left Durham in May", None),
        ("I left him in Consett", None),
        ("he's called Chilton", None),
        ("Durham is too far for us", None),
        ("we no longer live in Crook", None),
        ("she works in Durham", None),
        ("the Durham Works course is full", None),
    ],
)
def test_words_that_mostly_deny_a_home_deny_only_their_own(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I want to get the bus by myself from Langley Park into Durham", "Langley Park"),
        ("they've not given him a seat on the bus from Witton Park", "Witton Park"),
        ("a bus ride from Shildon", "Shildon"),
        ("How far is that from Newton Aycliffe?", "Newton Aycliffe"),
        ("not too far from Shildon", "Shildon"),
        ("do they come out as far as Shildon", "Shildon"),
        ("would they travel to Shildon", "Shildon"),
        ("we came back to Shildon", "Shildon"),
        ("we moved back from Spain to Coundon", "Coundon"),
        ("we're too far from Durham out in Coundon", "Coundon"),
        ("I can only get as far as Coundon", "Coundon"),
        ("she gets as far as the gate in Coundon", "Coundon"),
        ("how can we get to Durham", None),
        ("I can get to Durham on the 21", None),
        ("the last bus from Durham is at 6", None),
        ("the train from Durham was cancelled", None),
        ("we missed the bus from Consett again", None),
        ("we drove as far as Whitby", None),
        ("he's to go back to Newcastle for a scan", None),
        ("What score did Sunderland get on Saturday?", None),
    ],
)
def test_a_journey_starts_at_home_and_help_comes_to_it(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("barney lass, 16 and pregnant", "Barnard Castle"),
        ("Hi, Stanley mum of 2 here", "Stanley"),
        ("My daughter is self harming, we're Stanley", "Stanley"),
        ("respite in the Stanley area", "Stanley"),
        ("baby group stanley", "Stanley"),
        ("parenting course bishop evenings", "Bishop Auckland"),
        ("speech therapist for Crook", "Crook"),
        ("Crook is where we live", "Crook"),
        ("Chilton's our village", "Chilton"),
        ("our nearest town is Crook", "Crook"),
        ("family up past Westgate", "Westgate"),
        ("What clubs for lads like this? Crook area", "Crook"),
        ("a group for nanas? stanley or near. lonely", "Stanley"),
        ("any baby groups crook or willington", "Crook"),
        ("Pity Me, boy 4", "Pity Me"),
        ("Brandon lad in his class hit him", None),
        ("Stanley is where I get my strength", None),
        ("walked past Stanley in the yard", None),
        ("physio for brandon", None),
        ("help stanley", None),
        ("Stanley or Alfie, one of them bit me", None),
        ("Pity me. I'm tired", None),
        ("he plays in the woodland area", None),
    ],
)
def test_a_name_that_people_bear_is_a_place_where_the_words_say_so(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dl1 boy 5", "DL1"),
        ("SR4 girl of 7", "SR4"),
        ("DL14 year 9 lad", "DL14"),
        ("DL5 4 year old", "DL5"),
        ("my dh 2 boys and me", None),
    ],
)
def test_a_child_after_a_postcode_is_not_counted_by_it(text: str, expected: str | None) -> None:
    assert name(text) == expected


def test_many_kisses_cost_no_time() -> None:
    for text in (f"we live in Crook, thanks {'x' * 400} Sarah", f"we live in Crook {'thanks x ta ' * 60}"):
        assert own_seconds(partial(name, text)) < 0.25
        assert name(text) == "Crook"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the offender has relocated to Shildon, mum and M 6 in Blackhall Rocks", "Blackhall Rocks"),
        ("perp moved to Bradford, nothing since. F 7 won't sleep. Horden", "Horden"),
        ("his dad moved to Crook last year. we are still Wingate way", "Wingate"),
        ("my mam moved to Horden. he's 4, Crook", "Crook"),
        ("my sister's friend moved to York", None),
        ("mum moved to Horden in June, M 4", "Horden"),
        ("sw here. mum in darlo w 2 kids, who covers them?", "Darlington"),
        ("We live just outside Sunderland, his school comes under Durham council", "Sunderland"),
        ("we live near Darlington, his paediatrician is under Durham", "Darlington"),
        ("her dad moved her to Crook in May", "Crook"),
        ("dad moved to Seaham with the kids in May", "Seaham"),
        ("me and my ex moved to Crook", "Crook"),
        ("my partner and I moved to Darlington", "Darlington"),
        ("dad moved out. we moved to Consett", "Consett"),
    ],
)
def test_where_only_somebody_else_moved_is_no_home(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nana has him tues and weds in Hartlepool", None),
        ("he's with his dad every weekend in Sunderland", None),
        ("his dad has him in Shildon every weekend, we're Crook", "Crook"),
        ("gran has had him in Darlington since he was 2", "Darlington"),
        ("any clubs at weekends in Shildon", "Shildon"),
        ("we live in Darlington and he's with his dad at weekends", "Darlington"),
    ],
)
def test_where_a_child_is_for_part_of_the_week_is_no_home(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Y5 boy lives Tow Law school is in Crook", "Tow Law"),
        ("she lives Peterlee college in Hartlepool", "Peterlee"),
        ("attended a domestic job at Horden, 2 kids there", "Horden"),
        ("responded to a job in Spennymoor, lad of 12 out again", "Spennymoor"),
        ("he started a job at Peterlee", None),
        ("my job in Durham is nights", None),
    ],
)
def test_clipped_notes_say_where_a_family_lives(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the others do not understand him I live at Newton Aycliffe", "Newton Aycliffe"),
        ("the review has not happened in 20 working days We are at Wheatley Hill Who is in charge", "Wheatley Hill"),
        ("his tablets stopped working months ago were in Sunderland but right on the edge", "Sunderland"),
        ("the nurse left in July whos ours now were DH6 2DA", "DH6"),
        ("he was put out of his second school Gateshead Nobody will have him", "Gateshead"),
        ("Newcastle Six School wont ask for a plan", "Newcastle upon Tyne"),
        ("we are in Seaham council wont answer", "Seaham"),
        ("speech not clear Family live in Bishop Auckland", "Bishop Auckland"),
        ("he is 14 and cannot be left Dipton", "Dipton"),
        ("it has left its mark Sedgefield", "Sedgefield"),
        ("she cannot hear out of her left ear we are in Consett", "Consett"),
        ("I lost a week of wages for appointments Trimdon Village", "Trimdon Village"),
        ("he will not sit and watch the match Consett", "Consett"),
        ("her mum is at work Peterlee", "Peterlee"),
        ("who do we go to Newton Aycliffe", "Newton Aycliffe"),
        ("lonely and nobody to talk to Seaton Delaval", "Seaton Delaval"),
        ("I care for my mam who has MS Pelton Fell", "Pelton Fell"),
        ("M 6 Crook Up every night at 3", "Crook"),
        ("they take the mick out of his voice. y9 crook", "Crook"),
        ("wet by dinner time Six Crook", "Crook"),
        ("my daughter is 16 Crook Who sorts the taxi", "Crook"),
        ("were on the Gateshead side Rowlands Gill", "Rowlands Gill"),
        ("school office here Sedgefield", "Sedgefield"),
        ("asd anger issues 12 stanley", "Stanley"),
        ("bedwetting nurse 8 stanley", "Stanley"),
        ("His daughter, 13, live with me now in town Stanley. She do not smile", "Stanley"),
        ("School is in Houghton le Spring and boy live there also", "Houghton-le-Spring"),
        ("no its Horden, near Peterlee", "Horden"),
    ],
)
def test_a_home_is_heard_where_the_stop_before_it_was_left_out(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Brandon He is four and cannot sit",
        "my lad loves Stanley The teacher says so",
        "he is 9 Stanley He screams all night",
        "thanks Stanley Please help",
        "nobody to talk to Stanley hates me",
        "table 6 crook by the door",
        "Spring He gets worse",
        "we have no hope She cries",
        "Ms Crook says he is behind",
        "he supports Sunderland He hates school",
        "loves everything Newcastle United",
        "she is at school Gateshead",
        "her dad lives in Leeds He never rings",
        "I fell out with my sister in Leeds Were not speaking",
        "left our house in Durham in May",
        "she works in Durham We need help",
        "appointment Durham on Friday",
        "who can go to Durham",
        "not in Durham We said so",
        "anxious in room 12 stanley",
        "he has been up since 4 stanley is tired",
    ],
)
def test_a_stop_left_out_makes_no_home_of_a_person_or_a_place_gone_to(text: str) -> None:
    assert name(text) is None


def test_titles_and_capitals_throughout_begin_no_sentences() -> None:
    assert name("My Son Stanley Is Six And We Live In Crook") == "Crook"
    assert name("MY SON STANLEY IS SIX WE LIVE IN CROOK") == "Crook"


@pytest.mark.parametrize(
    ("kept", "code"),
    [("we live at LS1 [postcode]", "LS1"), ("SW1A [postcode]", "SW1A"), ("M1 [postcode]", "M1"), ("we live in NE1 [postcode]", "NE1")],
)
def test_a_postcode_elsewhere_is_known_once_its_end_was_taken_out(kept: str, code: str) -> None:
    mention = gazetteer().find(kept)
    assert mention is not None
    assert (mention.locality.name, mention.locality.in_area) == (code, False)


def test_half_a_postcode_elsewhere_is_one_only_where_a_place_was_asked_for() -> None:
    asked = gazetteer().find("SW1A", asked=True)
    assert asked is not None
    assert asked.locality.in_area is False
    assert gazetteer().find("the M1 is shut") is None
    assert gazetteer().find("a B9 please", asked=True) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("I've checked, they moved to Houghton le Spring in August", "Houghton-le-Spring"), ("they've moved to Darlington", "Darlington"), ("my parents, they moved to Hartlepool", None), ("his dad? they moved to Leeds", None)],
)
def test_where_they_moved_to_is_home_unless_somebody_else_is_spoken_of(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(("text", "place"), [("boy in Y3, can't decode, spelling well behind, we think dyslexia. Also Belmont.", "Belmont"), ("I saw him hit her the other day. Also Stanley said so", None), ("He hits his sister. Also Stanley.", None)])
def test_also_before_a_name_that_ends_a_note_is_a_place(text: str, place: str | None) -> None:
    found = gazetteer().find(text)
    assert (found.locality.name if found else None) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no we're near Hartlepool like but it's Durham council", "County Durham"),
        ("boy 8, near Hartlepool but in County Durham, behaviour", "County Durham"),
        ("We're by Hartlepool but the council is Durham", "County Durham"),
        ("near Sunderland but we come under Durham", "County Durham"),
        ("hi we live just outside Darlington but pay council tax to Durham", "County Durham"),
        ("we're nearly in Hartlepool but Durham council", "County Durham"),
        ("Wingate, near Hartlepool but Durham council", "Wingate"),
        ("near Hartlepool but Durham council won't help", "Hartlepool"),
        ("near Hartlepool and it's not Durham council", "Hartlepool"),
        ("we live in Hartlepool, Durham council said no", "Hartlepool"),
    ],
)
def test_a_stated_council_beats_the_nearby_town(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "in_area"),
    [
        ("Seaton. The Seaton by Seaham, not Seaton Carew", "Seaton", True),
        ("Seaton, the one by Seaham", "Seaton", True),
        ("Seaton, not Seaton Carew", "Seaton", True),
        ("Seaton", "Seaton", None),
    ],
)
def test_a_shared_name_is_told_apart_by_the_town_beside_it_or_the_one_denied(text: str, expected: str, in_area: bool | None) -> None:
    found = gazetteer().find(text, asked=True)
    assert found is not None
    assert (found.locality.name, found.locality.in_area) == (expected, in_area)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My granddaughter lives in Yarm, I'm in Sedgefield", "Yarm"),
        ("I'm in Darlo, the grandbairns are in Shildon", "Shildon"),
        ("We're ower in Darlo but wor doctor's in Aycliffe.", "Darlington"),
        ("his consultant's in Newcastle, we're Tow Law", "Tow Law"),
        ("FASD clinic's in Sunderland and has a list of 60. What's local to Rushyford?", "Rushyford"),
        ("any sleep clinics round Stanley?", "Stanley"),
        ("School in Lanchester, home Quebec (the Durham one!).", "Quebec"),
        ("school in Durham city. Address Pity Me.", "Pity Me"),
        ("the taxi still goes to the old address in Shildon; they live in Crook now", "Crook"),
        ("cannit see it. Doggie, near Ferryhill.", "West Cornforth"),
        ("my family live in Thornaby, before we was in Horden", "Thornaby"),
        ("Hexham end of Northumberland if that makes a difference", "Hexham"),
        ("not that durham, county durham", "County Durham"),
        ("it's Gateshead we're in just now", "Gateshead"),
        ("its Seaham im in at the minute", "Seaham"),
    ],
)
def test_home_is_told_from_where_others_live_treat_or_were(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the woman in the food bank at Crook said there was a grant", None),
        ("the nurse at the clinic in Peterlee told me to ask for portage", None),
        ("the educational psychologist in Durham never wrote back", None),
        ("CAMHS in Durham have shut his case", None),
        ("doctor in Darlington wont write letter", None),
        ("my friend from Stanley said theres money for nappies", None),
        ("the lady at the job centre in Consett gave me this number", None),
        ("her therapist moved to Leeds", None),
        ("doctor in Willington give only vitamin. We live Crook", "Crook"),
        ("dr in Consett says adhd but paed in Durham says no. dipton", "Dipton"),
        ("mum in Crook says she is struggling", "Crook"),
        ("his teacher in Spennymoor is leaving", "Spennymoor"),
        ("we need a midwife in Coundon", "Coundon"),
        ("any health visitor in Crook?", "Crook"),
        ("physio in Crook", "Crook"),
        ("every football team round Newton Aycliffe says he is too much", "Newton Aycliffe"),
        ("the skeul in Pelton says he never sits", "Pelton"),
        ("A café in Barnard Castle gave her a trial", "Barnard Castle"),
        ("crying in the shower with the radio on. Horden", "Horden"),
        ("the others at Shildon baths stared", "Shildon"),
    ],
)
def test_where_somebody_is_who_told_or_treated_is_no_home(text: str, expected: str | None) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She struggles at her secondary, which is in Durham. We are in Bearpark", "Bearpark"),
        ("School's in Wolsingham, doctor's in Crook, hospital is Bishop. We're up at Tow Law.", "Tow Law"),
        ("My mam's in Shildon, his nana's in Bishop, there's just me and him in Coundon", "Coundon"),
        ("my mother in law in West Auckland minds him. Evenwood, boy 2", "Evenwood"),
        ("my brother's lad in Crook has a worker, we're only in Bishop Auckland", "Bishop Auckland"),
        ("Health visitor is based at Stanley, mum and baby live in Consett", "Consett"),
        ("childminder's in Stanley so I drop him on the way from Tanfield to work", "Tanfield"),
        ("lad broke his arm at Hartlepool, anyway we're Blackhall Colliery", "Blackhall Colliery"),
        ("we go to a group in Newton Aycliffe but we're Sedgefield and it's too far", "Sedgefield"),
        ("theres a group in Spennymoor tuesdays but nowt in ferryhill", "Ferryhill"),
        ("Tried the group at Thornley, too loud. Wheatley Hill. Boy 5", "Wheatley Hill"),
        ("she works nights at a factory in Newton Aycliffe, we've a flat in Shildon", "Shildon"),
        ("Waited 2 years for an assessment at Bishop Auckland, he's 8 now. Shildon.", "Shildon"),
        ("two buses to the clinic at Chester and two back to Sacriston", "Sacriston"),
        ("it got lost when we moved out of NE38. Pelton Fell now", "Pelton Fell"),
        ("NE38 was where she was, she's with me in Pelton Fell now", "Pelton Fell"),
        ("DL16 6XX is home, he's at his dads in Durham weekends", "DL16"),
        ("there's no group in Fishburn where we live, the doctor in Sedgefield asked", "Fishburn"),
        ("he got lost in Durham on a trip. Witton le Wear is where we live", "Witton-le-Wear"),
        ("its stanhope we live, up the dale", "Stanhope"),
        ("me and my mam in Crook", "Crook"),
        ("Castleside just up from Consett", "Castleside"),
        ("Lumley way, well, Bournmoor", "Bournmoor"),
        ("Stanley way but really it's Dipton", "Dipton"),
        ("near Consett, Leadgate actually", "Leadgate"),
        ("a tiny village called Hett", "Hett"),
    ],
)
def test_home_is_told_from_places_spoken_of_in_passing(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's my son's boy, he's 6. They live in Darlington, I'm in Newton Aycliffe", "Darlington"),
        ("My grandbairns are down from Thornaby, where they live. I'm at Middleton-in-Teesdale", "Thornaby"),
        ("Nana here from Shildon, my daughter and the baby are in Darlington", "Darlington"),
        ("My daughter lives in Gateshead with the twins, I'm in Consett and have them Fridays", "Gateshead"),
        ("grandson aged 4 lives in Yarm with his mam. I am in Sedgefield", "Yarm"),
        ("Our daughter lives over in Hartlepool with our grandson. We're at Wingate", "Hartlepool"),
        ("my grandson lives with me, I'm in Crook, his mam is in Leeds", "Crook"),
    ],
)
def test_of_a_grandparent_home_is_where_the_child_lives(text: str, expected: str) -> None:
    assert name(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "CA 5;2 VABS 3;1 please advise",
        "CA 7 on the profile sheet",
        "He lives for Newcastle United, it's all he talks about",
        "took him to Beamish and he ran off",
        "the 21 to Durham was late again",
        "Is the 6 to Durham all right for a buggy?",
        "he bit a lad at Whitley Bay baths",
        "Wynyard woods was the only peace I had",
        "on Radio Newcastle this morning",
        "toilets at Durham bus station",
        "I want him in bowes class not the other",
        "met a bloke off the internet in Newcastle, she is 15",
    ],
)
def test_an_age_of_a_test_a_bus_an_outing_and_a_class_are_no_home(text: str) -> None:
    assert name(text) is None


def test_a_code_of_carlisle_is_a_place_where_the_words_say_so() -> None:
    assert name("we live in CA4") == "CA4"
    assert name("CA4 8QE") == "CA4"


@pytest.mark.parametrize("text", ["same but for my friend in Medomsley, her girl's 3", "cheers. my mate's lass in Medomsley is just the same, she's 13", "the same for my sister in Medomsley, her lad is 4"])
def test_whom_the_same_is_asked_for_lives_where_it_says(text: str) -> None:
    assert [mention.role for mention in gazetteer().find_all(text)] == [Role.CUED]
