"""Our vocabularies as the standard's taxonomies, and its terms read back.

Read back are only our own terms (by id) and exact labels. A likeness is no evidence that a service helps with a need.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.directory.service import Service
from bot.directory.vocabulary import KINDS, NEED_AREAS, NEED_HINTS, NEEDS, need_texts
from bot.oruk.ids import uuid_for

Fields = dict[str, Any]

TAXONOMIES: Mapping[str, tuple[str, str]] = {
    "needs": ("SEND needs", "What a service helps with, grouped by area; the words are those that families read."),
    "kinds": ("Service kind", "What kind of help a service is."),
    "access": ("Way in", "How a family comes to a service, and what must hold before they can have it."),
}
_LINK_TYPES = {"needs": "need", "kinds": "service", "access": "access"}


@dataclass(frozen=True)
class Flag:
    """A yes or no (or a word) of our file that the standard has no field for: published as a term, where it is known."""

    code: str
    name: str
    description: str
    path: tuple[str, ...]
    value: Any


FLAGS: tuple[Flag, ...] = (
    Flag("self_referral", "Self-referral", "A family or young person can ask for it themselves.", ("referral", "self"), True),
    Flag("professional_referral", "Professional referral", "A family cannot ask for it themselves: somebody has to refer them.", ("referral", "self"), False),
    Flag("drop_in", "Drop-in", "They can just turn up.", ("referral", "drop_in"), True),
    Flag("no_drop_in", "No drop-in", "They cannot just turn up.", ("referral", "drop_in"), False),
    Flag("remote", "Online or by phone", "Help comes by phone, text, video or web.", ("online",), True),
    Flag("not_remote", "Not online or by phone", "Help does not come by phone, text, video or web.", ("online",), False),
    Flag("diagnosis_needed", "Diagnosis needed", "A diagnosis is needed first.", ("conditions", "diagnosis"), "needed"),
    Flag("no_diagnosis_needed", "No diagnosis needed", "No diagnosis is needed.", ("conditions", "diagnosis"), "not_needed"),
    Flag("ehc_plan_needed", "EHC plan needed", "An education, health and care (EHC) plan is needed first.", ("conditions", "ehc_plan"), "needed"),
    Flag("no_ehc_plan_needed", "No EHC plan needed", "No education, health and care (EHC) plan is needed.", ("conditions", "ehc_plan"), "not_needed"),
    Flag("pupils_only", "Pupils only", "Only for pupils of a school or setting.", ("conditions", "in_school"), True),
    Flag("not_only_pupils", "Not only pupils", "Not only for pupils of a school or setting.", ("conditions", "in_school"), False),
    Flag("follows_gp", "Follows the GP", "It goes by where the family's GP is, not by the council's border.", ("area", "follows_gp"), True),
)  # fmt: skip


@dataclass(frozen=True)
class Term:
    """One term; ``taxonomy`` is a key of TAXONOMIES."""

    taxonomy: str
    code: str
    name: str
    description: str
    parent: str | None = None

    @property
    def id(self) -> str:
        """Its UUID."""
        return uuid_for("term", f"{self.taxonomy}/{self.code}")

    @property
    def fields(self) -> Fields:
        """As the standard has it; ``code`` is a field of its core that the UK profile leaves out."""
        parent = {"parent_id": uuid_for("term", f"{self.taxonomy}/{self.parent}")} if self.parent else {}
        return {
            "id": self.id,
            "code": self.code,
            "name": self.name,
            "description": self.description,
            **parent,
            "taxonomy": TAXONOMIES[self.taxonomy][0],
            "taxonomy_id": uuid_for("taxonomy", self.taxonomy),
            "term_uri": f"urn:uuid:{self.id}",
        }


@functools.cache
def terms() -> Mapping[str, Term]:
    """Every term by its id. An area of needs is a term too, above its needs."""
    areas = dict.fromkeys(NEED_AREAS.values())
    found = [Term("needs", f"area/{area}", area.replace("_", " ").capitalize(), f"Needs in the area of {area.replace('_', ' ')}.") for area in areas]
    found += [Term("needs", need, need_texts()[need]["short"], NEED_HINTS[need], f"area/{NEED_AREAS[need]}") for need in NEEDS]
    found += [Term("kinds", kind, said[0].upper() + said[1:], said) for kind, said in KINDS.items()]
    found += [Term("access", flag.code, flag.name, flag.description) for flag in FLAGS]
    return {term.id: term for term in found}


def taxonomy_fields() -> list[Fields]:
    """Our taxonomies as the standard has them."""
    return [{"id": uuid_for("taxonomy", key), "name": name, "description": about} for key, (name, about) in TAXONOMIES.items()]


def attributes_of(service: Service) -> list[Fields]:
    """A service's terms. ``label`` (a field of the core) tells a main need from one that it also helps with."""
    found = [_attribute(service, "kinds", service.kind)]
    found += [_attribute(service, "needs", need, "main") for need in service.main]
    found += [_attribute(service, "needs", need, "also") for need in service.also]
    return found + [_attribute(service, "access", flag.code) for flag in FLAGS if _value(service, flag) == flag.value]


def read_terms(term: Mapping[str, Any]) -> list[Term]:
    """Which of ours a feed's term is: the one of this id, else all whose name or code is exactly its name."""
    id, name = term.get("id"), term.get("name")
    if isinstance(id, str) and id in terms():
        return [terms()[id]]
    return list(_by_label().get(" ".join(name.casefold().split()), ())) if isinstance(name, str) else []


@functools.cache
def _by_label() -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for term in terms().values():
        for label in dict.fromkeys((term.name.casefold(), term.code.replace("_", " "))):
            found[label] = (*found.get(label, ()), term)
    return found


def _attribute(service: Service, taxonomy: str, code: str, label: str | None = None) -> Fields:
    term = terms()[uuid_for("term", f"{taxonomy}/{code}")]
    return {
        "id": uuid_for("attribute", f"{service.id}:{taxonomy}/{code}"),
        "link_id": uuid_for("service", service.id),
        "link_type": _LINK_TYPES[taxonomy],
        **({"label": label} if label else {}),
        "taxonomy_term_id": term.id,
        "taxonomy_term": term.fields,
    }


def _value(service: Service, flag: Flag) -> Any:
    value: Any = service
    for key in flag.path:
        value = getattr(value, key)
    return value
