"""Finds the place where a family lives in what they wrote: postcode first, then exact names, then near spellings.

The rules against false places (people called Stanley, "at the end of my tether") and the thresholds were measured on
the gazetteer's own check sets; data/gazetteer/README.md names the sources.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.enquiry import Locality
from bot.nlu.place.mention import PlaceMention
from bot.nlu.place.postcodes import Postcodes
from bot.nlu.place.words import Word, home_weight, is_cued, is_organisation, is_own_clause, squash, words_of

_DURHAM = "Durham County Council"
_MOST_WORDS = 5
_FUZZY_MIN_LETTERS = 5
# Similarities from which a misspelling counts, with and without a cue; short names need more.
_CUED, _BARE, _SHORT_EXTRA = 0.76, 0.84, 0.04
# A message longer than this is read no further for near spellings: it would cost time and gain nothing.
_FUZZY_WORDS = 400
# Names that a family says for something else more often than for the place.
_COMMON = frozenset(
    """themselves ourselves himself herself yourself school schools speech special spending sleeping eating reading hearing sensory hitting support dinner settle
    shouting together tether weather whether another worried helping nothing anything everything something""".split()
)


@dataclass(frozen=True)
class Place:
    """One row of the gazetteer."""

    name: str
    kind: str
    lat: float | None
    lon: float | None
    in_area: bool | None
    council: str | None


class Gazetteer:
    """Names and aliases, squashed, with the places they may mean."""

    def __init__(
        self, names: dict[str, list[Place]], rules: dict[str, str], ambiguous: frozenset[str], postcodes: Postcodes
    ) -> None:
        self._names = names
        self._rules = rules
        self._ambiguous = ambiguous
        self._postcodes = postcodes
        self._longest = max(len(name) for name in names)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for name in names:
            if len(name) >= _FUZZY_MIN_LETTERS and rules.get(name) != "never_alone_word":
                self._by_letter[name[0]].append(name)

    @classmethod
    def load(cls, folder: Path) -> Gazetteer:
        """Read the CSV files of ``folder``.

        Raises:
            OSError: a file is missing. KeyError, ValueError: a file has lost a column or a number.
        """
        names: dict[str, list[Place]] = defaultdict(list)
        for spoken, place in _rows(folder):
            key = squash(spoken)
            if place not in names[key]:
                names[key].append(place)
        rules = {squash(row["name"]): row["rule"] for row in _read(folder / "risky_names.csv") if row["rule"] != "note"}
        ambiguous = frozenset(
            squash(row["said"]) for row in _read(folder / "ambiguous.csv") if row["all_in_county"] == "false"
        )
        return cls(dict(names), rules, ambiguous, Postcodes.load(folder / "postcodes.csv"))

    def find(self, text: str, *, asked: bool = False) -> PlaceMention | None:
        """The family's home, or None. With ``asked`` (the last question was "where do you live?") a bare name counts."""
        mentions = [mention for mention in self.find_all(text, asked=asked) if mention.weight > 0]
        return max(mentions, key=_likeliest_home, default=None)

    def find_all(self, text: str, *, asked: bool = False) -> list[PlaceMention]:
        """Every place named, in order, each with how surely it is home."""
        words = words_of(text)
        found = [*self._postcodes.find(text), *self._exact(text, words, asked)]
        if not any(mention.weight > 0 and mention.locality.kind != "area" for mention in found):
            near = self._near(text, words, asked)
            if near:
                found.append(near)
        else:
            found = [self._longer_near(text, words, mention) for mention in found]
        return sorted(found, key=lambda mention: mention.start)

    def _exact(self, text: str, words: list[Word], asked: bool) -> list[PlaceMention]:
        found: list[PlaceMention] = []
        at = 0
        while at < len(words):
            for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                key = "".join(word.key for word in words[at : at + count])
                if key in self._names and self._allowed(key, words, at, at + count, asked):
                    found.append(self._mention(text, words, at, at + count, key, 1.0))
                    at += count
                    break
            else:
                at += 1
        return found

    def _allowed(self, key: str, words: list[Word], start: int, end: int, asked: bool) -> bool:
        rule = self._rules.get(key)
        if rule is None:
            return True
        if is_cued(words, start, end) or (rule == "cue" and is_own_clause(words, start, end)):
            return True
        alone = start == 0 and end == len(words)
        return alone and (asked or rule == "cue")

    def _near(self, text: str, words: list[Word], asked: bool) -> PlaceMention | None:
        best: tuple[float, int, int, str] | None = None
        for start, end, key in self._windows(words[:_FUZZY_WORDS]):
            if key in _COMMON or is_organisation(words, end):
                continue
            cued = is_cued(words, start, end) or (asked and end - start == len(words)) or end - start == len(words)
            match = self._nearest(key, cued)
            if match and (best is None or match[0] > best[0]):
                best = (match[0], start, end, match[1])
        return self._mention(text, words, *best[1:], best[0]) if best else None

    def _longer_near(self, text: str, words: list[Word], mention: PlaceMention) -> PlaceMention:
        """ "sunderland brdge" is Sunderland Bridge, in the county, and not Sunderland."""
        start = next((at for at, word in enumerate(words) if word.start >= mention.start), 0)
        exact = squash(mention.words)
        for count in range(2, 4):
            for first in (start, start - count + 1):
                key = "".join(word.key for word in words[max(first, 0) : max(first, 0) + count])
                if len(key) < len(exact) + 3 or exact not in key:
                    continue
                match = self._nearest(key, True)
                if match and match[0] >= 0.86 and len(match[1]) >= len(exact) + 3 and exact[:4] in match[1]:
                    return self._mention(text, words, max(first, 0), max(first, 0) + count, match[1], match[0])
        return mention

    def _windows(self, words: list[Word]) -> Iterator[tuple[int, int, str]]:
        for start in range(len(words)):
            key = ""
            for end in range(start + 1, min(start + _MOST_WORDS, len(words)) + 1):
                key += words[end - 1].key
                if len(key) > self._longest + 3:
                    break
                if len(key) >= _FUZZY_MIN_LETTERS and key[0].isalpha():
                    yield start, end, key

    def _nearest(self, key: str, cued: bool) -> tuple[float, str] | None:
        cutoff = _CUED if cued else _BARE
        for name, score, _ in process.extract(
            key, self._by_letter.get(key[0], ()), scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=3
        ):
            if len(name) < 7 and score < cutoff + _SHORT_EXTRA:
                continue
            if name in self._rules and (not cued or len(name) < 7 or len(key) > len(name) + 1 or name.startswith("the")):
                continue
            return float(score), name
        return None

    def _mention(self, text: str, words: list[Word], start: int, end: int, key: str, score: float) -> PlaceMention:
        first, last = words[start].start, words[end - 1].end
        weight = home_weight(words, start, end)
        return PlaceMention(self._locality(key), first, last, text[first:last], score, weight)

    def _locality(self, key: str) -> Locality:
        places = self._names[key]
        plain = [place for place in places if squash(place.name) == key]
        inside = [place for place in places if place.in_area]
        candidates = tuple(place.name for place in places) if len(places) > 1 else ()
        if key in self._ambiguous and not any(place.in_area for place in plain) and 0 < 2 * len(inside) <= len(places):
            return Locality(_said(key, places), None, None, candidates=candidates)
        # Among several, the one that bears the plain name, then a town, then one in the county.
        plain_inside = [place for place in plain if place.in_area]
        towns = [place for place in inside if place.kind == "town"]
        best = next(iter(plain_inside or (towns or inside if 2 * len(inside) > len(places) else plain or places)))
        kind = "area" if best.kind == "area" else "place"
        return Locality(best.name, best.in_area, best.council, best.lat, best.lon, kind, candidates)  # type: ignore[arg-type]


def _likeliest_home(mention: PlaceMention) -> tuple[int, bool, float, int]:
    """Home before a bare name, a place before the dale around it, then the surest, then the first."""
    return mention.weight, mention.locality.kind != "area", mention.score, -mention.start


def _said(key: str, places: list[Place]) -> str:
    """The part of the name that the places share: what the family said, spelled right."""
    first = places[0].name.split(" (")[0]
    words = first.replace("-", " ").split()
    shared = [word for word in words if squash(word) in key]
    return " ".join(shared) or first


def _rows(folder: Path) -> Iterator[tuple[str, Place]]:
    for row in _read(folder / "places.csv"):
        place = Place(
            row["name"], row["kind"], float(row["lat"]), float(row["lon"]), row["in_county"] == "true", row["council"]
        )
        for spoken in (row["name"], row["name"].split(" (")[0], *filter(None, row["aliases"].split("|"))):
            yield spoken, place
    for row in _read(folder / "areas.csv"):
        in_area = {"true": True, "false": False}.get(row["in_county"])
        council = _DURHAM if in_area else None
        place = Place(row["name"], "area", float(row["lat"]), float(row["lon"]), in_area, council)
        for spoken in (row["name"], *filter(None, row["aliases"].split("|"))):
            yield spoken, place
    for row in _read(folder / "far_places.csv"):
        yield row["name"], Place(row["name"], "town", None, None, False, row["council"] or None)


def _read(file: Path) -> list[dict[str, str]]:
    with file.open(newline="", encoding="utf-8") as rows:
        return list(csv.DictReader(rows))



