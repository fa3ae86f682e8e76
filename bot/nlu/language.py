"""Whether a message is in another language than English, so that its writer is told how to reach an interpreter.

Two signs are needed, because families write English in many spellings: few words that an English child knows, and two small
words of one other language (or letters of another script). Libraries that name a language need tens of megabytes and still
take short dialect for Dutch; here a language is only named where its small words are there.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from importlib import resources

OTHER = "und"  # another language, not known which (the tag that BCP 47 has for it)
_SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "uk"}
_LEAST_LETTERS = 4
_MOST_ENGLISH = 0.4
_LEAST_SMALL_WORDS = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Small words of each language that are no English word, slang or name.
_SMALL_WORDS = {
    "pl": "dzień dobry dzien czy można mozna polsku mój moja moje syn córka lat lata ma nie się jest mówi śpi mieszkamy potrzebuję pomocy dziecko proszę jak gdzie mam mnie moj corka sie mowi potrzebuje",
    "ro": "bună ziua româna română romana fiul fiica meu mea are ani nu este vorbește vorbeste doarme locuim ajutor copilul pentru vă rog unde suntem și avem nevoie",
    "es": "buenos buenas días dias hola español espanol hablan mi hijo hija tiene años anos no habla duerme vivimos ayuda necesito por favor niño para con está esta donde",
    "pt": "bom dia português portugues meu minha filho filha tem anos não nao fala dorme moramos ajuda preciso por favor para com está onde",
    "fr": "bonjour parlez vous français francais mon ma fils fille ans ne parle pas dort nous habitons aide besoin je il elle est avec pour avons où",
    "de": "guten deutsch sprechen mein meine sohn tochter ist jahre nicht spricht schläft wir wohnen hilfe brauche ich und bitte für hat alt",
    "it": "buongiorno italiano parlate mio mia figlio figlia anni non parla dorme abitiamo aiuto bisogno ho per favore siamo dove",
    "tr": "merhaba türkçe konuşuyor musunuz oğlum kızım yaşında konuşmuyor uyumuyor yardım ve bir için nasıl istiyorum çocuğum",
    "hu": "jó napot magyarul beszélnek fiam lányom éves nem beszél alszik segítség kell kérek vagyunk és gyerek hogyan",
    "lt": "laba diena lietuviškai mano sūnus dukra metų nekalba nemiega reikia pagalbos gyvename ir kaip vaikas",
}


def other_language(text: str) -> str | None:
    """The BCP 47 tag of the message's language where it is not English ("und": not known which), or None."""
    letters = [char for char in text if char.isalpha()]
    if len(letters) < _LEAST_LETTERS:
        return None
    scripts = Counter(unicodedata.name(char, "").split(" ")[0] for char in letters)
    script, most = scripts.most_common(1)[0]
    if script != "LATIN" and most > len(letters) / 2:
        return _SCRIPTS.get(script, OTHER)
    words = [word.lower() for word in _WORD.findall(text)]
    if sum(map(_is_english, words)) > len(words) * _MOST_ENGLISH:
        return None
    found = {tag: len(small & set(words)) for tag, small in _small_words().items()}
    tag = max(found, key=lambda tag: found[tag])
    return tag if found[tag] >= _LEAST_SMALL_WORDS else None


def _is_english(word: str) -> bool:
    return word in easy_words() or (word.endswith("s") and word[:-1] in easy_words())


@functools.cache
def easy_words() -> frozenset[str]:
    """The Dale-Chall words, which textstat carries: what a ten-year-old reads."""
    listed = resources.files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8")
    return frozenset(listed.lower().split())


@functools.cache
def _small_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(words.split()) - easy_words() for tag, words in _SMALL_WORDS.items()}
