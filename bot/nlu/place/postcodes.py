"""Postcodes in a message. Only the outward code is ever kept; a sector gives the position."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from bot.enquiry import Locality

# An inward code ends in none of C I K M O V, so "6yo" is an age.
_UNIT = "[abd-hjlnp-uw-z]{2}"
# "CA 4;3" is an age of a test: a number never goes on behind these. A number that stands apart before one of these counts something and belongs to no postcode: "DL5 4 year old", but
# "DL14 boy aged 6".
_UNITS = r"(?!\s?-?\s?(?:y|m(?:th|onth|ins?)|w(?:k|eek)|days?|hours?|hrs|kids?|children|boys?|girls?|times|of\b))"
_POSTCODE = re.compile(
    rf"(?<!['’])\b(?P<area>[a-z]{{1,2}})(?P<gap>\s)?(?P<district>\d{{1,2}}[a-z]?)"
    rf"(?![;:]\d)(?:\s{{0,2}}(?P<sector>\d)(?:(?P<unit>(?!yrs?\b){_UNIT})\b|\b{_UNITS})|\s(?P<taken_out>\[postcode\]))?(?(taken_out)|\b)(?(gap){_UNITS})",
    re.IGNORECASE,
)
_MAY_BE_ANYONE = "NE1"  # which some write for "anyone"
# A whole postcode; its inward code must never be stored.
WHOLE = re.compile(rf"\b(?P<outward>[a-z]{{1,2}}\s?\d{{1,2}}[a-z]?)\s{{0,2}}\d(?!yrs?\b){_UNIT}\b", re.IGNORECASE)
# Shares of live postcodes inside the county, as the gazetteer's README advises.
_IN, _OUT = 0.98, 0.02
_DURHAM = "Durham County Council"
# Areas with codes that the gazetteer leaves out (large users), so an unknown one there may be either side.
_AROUND = frozenset("CA DH DL NE SR TS".split())
_ELSEWHERE = frozenset(
    """AB AL B BA BB BD BH BL BN BR BS BT CB CF CH CM CO CR CT CV CW DA DD DE DG DN DT DY E EC EH EN EX FK FY G GL GU HA
    HD HG HP HR HS HU HX IG IP IV KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NG NN NP NR NW OL OX PA PE PH PL PO
    PR RG RH RM S SA SE SG SK SL SM SN SO SP SS ST SW SY TA TD TF TN TQ TR TW UB W WA WC WD WF WN WR WS WV YO ZE""".split()
)


@dataclass(frozen=True)
class PostcodeArea:
    """An outward code ("DL14") or a sector ("DL14 6") with its middle, in degrees."""

    code: str
    lat: float
    lon: float
    share_in_county: float
    council: str


@dataclass(frozen=True)
class Postcode:
    """One postcode said: ``text[start:end]``, with its inward code (``whole``) or parted as "dl 14" (``spaced``)."""

    locality: Locality
    start: int
    end: int
    outward: str
    whole: bool
    spaced: bool


class Postcodes:
    """Every outward code and sector of the North East that the gazetteer holds."""

    def __init__(self, areas: dict[str, PostcodeArea]) -> None:
        self._areas = areas

    @classmethod
    def load(cls, file: Path) -> Postcodes:
        """Read postcodes.csv."""
        with file.open(newline="", encoding="utf-8") as rows:
            return cls({row["code"]: _area(row) for row in csv.DictReader(rows)})

    def find(self, text: str, *, asked: bool = False) -> list[Postcode]:
        """Each postcode said, in order; what is no postcode of the gazetteer is left alone ("A690", "P6"), unless it
        is whole, or is all that answers "where?" (``asked``): then it lies elsewhere in the United Kingdom."""
        found = []
        only = text.strip().upper() if asked else ""
        for match in _POSTCODE.finditer(text):
            area, whole = match["area"].upper(), bool(match["unit"] or match["taken_out"])
            outward = area + match["district"].upper()
            locality = self._locality(area, outward, match["sector"], whole=whole or only == outward)
            if locality is not None:
                found.append(
                    Postcode(locality, match.start(), match.end(), outward, whole=whole, spaced=bool(match["gap"]))
                )
        return found

    def _locality(self, area: str, outward: str, sector: str | None, *, whole: bool) -> Locality | None:
        known = self._areas.get(outward)
        if known is not None:
            return _placed(known, self._areas.get(f"{outward} {sector}", known))
        if whole and _is_an_area(area):
            return Locality(outward, None if area in _AROUND else False, None, kind="outcode")
        return None

    def written_without_inward(self, code: str) -> str:
        """What is kept of a whole postcode: its outward ``code``, and where that alone may be anything ("M1"), that it was a postcode."""
        plain = self.knows(code) and code != _MAY_BE_ANYONE
        return code if plain or not _is_an_area(code) else f"{code} [postcode]"

    def knows(self, code: str) -> bool:
        """Whether ``code`` ("dh9") is an outward code of the North East."""
        return code.upper() in self._areas


def blank_whole(text: str) -> str:
    """``text`` with a comma and blanks in place of each whole postcode, the same length: the "1" of "M1 1AA" is no age."""
    return _POSTCODE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    whole = (match["unit"] or match["taken_out"]) and _is_an_area(match["area"].upper()) and not _ORDINAL.search(match[0])
    return "," + " " * (len(match[0]) - 1) if whole else match[0]


# "Told me 7 2nd" is no postcode.
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$", re.IGNORECASE)


def _is_an_area(code: str) -> bool:
    """Whether a code begins with the letters of a postcode area of the United Kingdom."""
    letters = re.match("[A-Z]+", code)
    return letters is not None and letters[0] in _AROUND | _ELSEWHERE


def _placed(code: PostcodeArea, position: PostcodeArea) -> Locality:
    """An outward code as a locality, placed at ``position`` (itself or one of its sectors)."""
    share = position.share_in_county
    in_area = True if share >= _IN else False if share <= _OUT else None
    council = _DURHAM if in_area else None if in_area is None else position.council
    kind = "outcode" if position is code else "sector"
    return Locality(code.code, in_area, council, position.lat, position.lon, kind)  # type: ignore[arg-type]


def _area(row: dict[str, str]) -> PostcodeArea:
    # "Darlington Borough Council 678; Durham County Council 12": the one with most postcodes comes first.
    largest = max(row["councils"].split(";"), key=lambda part: int(part.rsplit(" ", 1)[1])) if row["councils"] else ""
    return PostcodeArea(
        row["code"], float(row["lat"]), float(row["lon"]), float(row["share_in_county"]), largest.strip().rsplit(" ", 1)[0]
    )
