"""What families are told about how things work: whole, sourced, dated, plain and found under one question only."""

from __future__ import annotations

import functools
import re
from datetime import date
from pathlib import Path

import pytest
import textstat
import yaml

from bot.answer.faq import Faq, FaqStore, load_faqs
from bot.answer.faq_check import faq_mistakes

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "faq"
LOADED = load_faqs(FOLDER)
FAQS = LOADED.entries
# Short names that families meet in letters, and the words that an answer must give with each.
SPELLED_OUT = {
    "EHC": "education, health and care",
    "SENCO": "teacher who leads on special needs",
    "CAMHS": "child and adolescent mental health services",
    "DLA": "Disability Living Allowance",
    "PIP": "Personal Independence Payment",
    "SENDIASS": "free advice",
    "IPSEA": "a law charity",
    "SEND": "special",
    "NICE": "guidelines",
    "ADHD": "attention deficit hyperactivity disorder",
}
BLAME = re.compile(r"\b(?:hard to engage|challenging|suffers?|suffering|non-compliant|mum)\b", re.I)
WORDS = re.compile(r"[\w'-]+")


ENTRY = (
    '- {id: one, question: "What?", also: [], answer: This., sources: [{what: a page, says: so}], '
    "last_checked: 2026-11-24}\n"
)


@functools.cache
def _service_ids() -> set[str]:
    found: set[str] = set()
    for file in (ROOT / "services").rglob("*.yml"):
        raw = yaml.safe_load(file.read_text(encoding="utf-8"))
        found.update(one["id"] for one in raw.get("services", [raw]))
    return found


def _ids(entry: Faq) -> str:
    return entry.id


def _plain(text: str) -> str:
    return " ".join(WORDS.findall(text.lower().replace("’", "'")))


@pytest.mark.parametrize("entry", FAQS, ids=_ids)
def test_answer_has_a_length_that_can_be_read_in_a_chat(entry: Faq) -> None:
    assert 25 <= len(entry.answer.split()) <= 70


@pytest.mark.parametrize("entry", FAQS, ids=_ids)
def test_answer_has_reading_age_of_eleven_at_most(entry: Faq) -> None:
    assert textstat.flesch_kincaid_grade(entry.answer) <= 6


@pytest.mark.parametrize("entry", FAQS, ids=_ids)
def test_answer_says_what_its_short_names_mean(entry: Faq) -> None:
    """A name that the question itself uses may stand alone, as whoever asks has met it."""
    unexplained = [
        short
        for short, words in SPELLED_OUT.items()
        if _has(entry.answer, short) and words not in entry.answer and not _has(entry.question, short)
    ]
    assert unexplained == []


def _has(text: str, word: str) -> bool:
    return re.search(rf"\b{word}\b", text) is not None


@pytest.mark.parametrize("entry", FAQS, ids=_ids)
def test_answer_blames_and_assumes_nothing(entry: Faq) -> None:
    assert not BLAME.search(entry.answer)


@pytest.mark.parametrize("entry", FAQS, ids=_ids)
def test_answer_names_its_sources_and_their_date(entry: Faq) -> None:
    assert entry.sources
    assert all(source["what"].strip() and source["says"].strip() for source in entry.sources)
    assert isinstance(entry.last_checked, date)
    assert entry.last_checked <= date.today()


@pytest.mark.parametrize("entry", FAQS, ids=_ids)
def test_answer_points_only_to_services_in_the_directory(entry: Faq) -> None:
    assert len(entry.services) <= 2
    assert set(entry.services) <= _service_ids()


@pytest.mark.parametrize("entry", FAQS, ids=_ids)
def test_question_is_asked_in_several_ways(entry: Faq) -> None:
    assert 3 <= len(entry.also) <= 8


def test_no_phrasing_stands_under_two_questions() -> None:
    where: dict[str, set[str]] = {}
    for entry in FAQS:
        for phrasing in (entry.question, *entry.also):
            where.setdefault(_plain(phrasing), set()).add(entry.id)
    assert {phrasing: ids for phrasing, ids in where.items() if len(ids) > 1} == {}


def test_no_phrasing_is_written_twice_in_one_entry() -> None:
    twice = [
        entry.id
        for entry in FAQS
        if len({_plain(one) for one in (entry.question, *entry.also)}) < 1 + len(entry.also)
    ]
    assert twice == []


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(ENTRY * 2, encoding="utf-8")
    with pytest.raises(ValueError, match="used twice: one"):
        load_faqs(tmp_path)


def test_an_edit_that_breaks_a_file_leaves_the_last_good_answers(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(ENTRY, encoding="utf-8")
    store = FaqStore(tmp_path)
    assert [entry.id for entry in store.current().entries] == ["one"]
    for broken in ("- id: [broken", ENTRY.replace("This.", "null"), ENTRY.replace("question", "qestion")):
        file.write_text(broken, encoding="utf-8")
        assert [entry.id for entry in store.current().entries] == ["one"]
        assert "signpost check" in (store.warning or "")
    file.write_text(ENTRY.replace("one", "two"), encoding="utf-8")
    assert [entry.id for entry in store.current().entries] == ["two"]
    assert store.warning is None


def test_files_that_were_never_good_are_refused_each_time(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- id: [broken", encoding="utf-8")
    store = FaqStore(tmp_path)
    for _ in range(2):
        with pytest.raises(yaml.YAMLError):
            store.current()


def test_the_check_says_file_line_and_what_to_write(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(
        "- id: one\n  qestion: What?\n  needs: [slep]\n  answer: This.\n  sources: [{what: a page, says: so}]\n"
        "  last_checked: 24 November\n  services: [chldline]\n- id: one\n  question: What?\n  answer: This.\n  sources: []\n"
        "  last_checked: 2026-11-24\n",
        encoding="utf-8",
    )
    found = [str(one).removeprefix(f"{file}:") for one in faq_mistakes(tmp_path, {"childline"})]
    assert [one.split(":", 1)[0] for one in found] == ["2", "3", "6", "7", "8", "11"]
    for one, told in zip(found[:5], ("question", "sleep", "2026-11-24", "childline", f"{file}:1"), strict=True):
        assert told in one


def test_our_own_questions_have_no_mistake() -> None:
    assert faq_mistakes(FOLDER, _service_ids()) == []


def test_a_complaint_is_never_sent_to_a_trust_that_does_not_run_the_service() -> None:
    """The one number that is known is the hospital trust's; each answer that shows it says whose CAMHS is."""
    for entry in FAQS:
        if "cddft-patient-experience" in entry.services:
            assert "only for the hospital trust" in entry.answer
            assert "CAMHS (child and adolescent mental health services) is" in entry.answer


@pytest.mark.parametrize("text", ["I want to complain about CAMHS", "how do i complain about camhs", "who takes complaints about camhs"])
def test_a_complaint_about_camhs_is_answered_with_its_own_trust_and_no_number_made_up(text: str) -> None:
    found = LOADED.find(text, [("none", 0.9)])
    assert found is not None
    assert found.id == "complain-camhs"
    assert "Tees, Esk and Wear Valleys" in found.answer
    assert "cddft-patient-experience" not in found.services
    assert not re.search(r"\d{3}", found.answer)


def test_a_complaint_about_camhs_finds_its_answer_before_the_next_training_too() -> None:
    found = LOADED.find("I want to complain about CAMHS", [("complain-nhs", 0.9)])
    assert found is not None
    assert found.id == "complain-camhs"


def test_a_misspelt_need_is_refused_with_the_one_that_is_meant(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text(ENTRY.replace("answer:", "needs: [transprt], answer:"), encoding="utf-8")
    with pytest.raises(ValueError, match="one: no need is called 'transprt': did you mean 'transport'"):
        load_faqs(tmp_path)


@pytest.mark.parametrize(
    ("ranked", "needs", "wanted"),
    [
        ([("attendance-fines", 0.12), ("permanent-exclusion-challenge", 0.13), ("none", 0.1)], ("exclusion_suspension",), "permanent-exclusion-challenge"),
        ([("attendance-fines", 0.12), ("permanent-exclusion-challenge", 0.13), ("none", 0.1)], ("sleep",), None),
        ([("none", 0.8), ("permanent-exclusion-challenge", 0.04)], ("exclusion_suspension",), None),
        ([("ehc-how-long", 0.7), ("school-transport-distance", 0.05)], ("transport",), None),
        ([], ("transport",), None),
    ],
)
def test_what_stands_tells_which_question_is_meant(ranked: list[tuple[str, float]], needs: tuple[str, ...], wanted: str | None) -> None:
    found = LOADED.of_what_stands(ranked, needs)
    assert (found.id if found else None) == wanted
