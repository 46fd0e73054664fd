"""How a word may sound, read aloud in England: rough on purpose, so that it errs towards alike.

Each rule gives one or more sounds for a spelling; a word has every combination of them. Vowels
after the first are all taken for the same murmur, as they mostly are in speech.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

SILENT = [
    (r"^(?:kn|gn|pn)", "n"),
    (r"^wr", "r"),
    (r"^rh", "r"),
    (r"^ps", "s"),
    (r"^wh", "w"),
    (r"^gh", "g"),
    (r"m[bn]$", "m"),
    (r"st(?=le$|en$)", "s"),
    (r"l(?=[kmf]$)", ""),
    (r"bt", "t"),
    (r"^isl", "il"),
    (r"(?:t|s|ss)ion|[ct]ian", "+n"),
    (r"[ct]i(?=ous|al)", "+"),
]
CONSONANTS = [
    ("tch", ("C",)), ("sch", ("sk", "+")), ("ch", ("C", "k", "+")), ("sh", ("+",)),
    ("ph", ("f",)), ("th", ("T",)), ("ck", ("k",)), ("dge", ("j",)), ("dg", ("j",)),
    ("qu", ("kw",)), ("q", ("k",)), ("x", ("ks",)), ("cc(?=[eiy])", ("ks",)),
    ("sc(?=[eiy])", ("s",)), ("c(?=[eiy])", ("s",)), ("c", ("k",)), ("gg", ("g",)),
    ("g(?=[eiy])", ("j", "g")), ("z", ("s",)), ("h", ("", "h")),
    (r"([bdfgjklmnprstvw])\1?", ()),
]  # fmt: skip
VOWELS = [
    ("ough", ("O", "W", "Q", "U", "uf", "of")), ("augh", ("O", "af")), ("eigh", ("A", "Y")),
    ("igh", ("Y",)), ("(?:oar|oor|ore|awe|aw|au)", ("O",)), ("our", ("O", "R", "Q@")),
    ("(?:air|eir|are)", ("V",)), ("ere", ("V", "I@")), ("ear", ("V", "R", "I@", "H")),
    ("eer", ("I@",)), ("ar(?![aeiou])", ("H", "O")), ("or(?![aeiou])", ("O", "R")),
    ("(?:er|ir|ur|yr)(?![aeiou])", ("R",)), ("(?:ai|ay)", ("A",)), ("(?:ei|ey)", ("A", "I", "Y")),
    ("ea", ("I", "e", "A")), ("ee", ("I",)), ("ie", ("I", "Y")), ("(?:oa|oe)", ("W",)),
    ("ow", ("W", "Q")), ("ou", ("Q", "U", "u", "W")), ("oo", ("U", "u")),
    ("(?:ue|ew|ui|eu)", ("U", "W")), ("(?:oi|oy)", ("J",)), ("(?:uy|ye)", ("Y",)),
    ("a(?=[^aeiouwyxr]{1,2}e$)", ("A",)), ("e(?=[^aeiouwyx]e$)", ("I",)),
    ("i(?=[^aeiouwyx]{1,2}e$)", ("Y",)), ("y(?=[^aeiouwyx]e$)", ("Y",)),
    ("o(?=[^aeiouwyxr]e$)", ("W", "u")), ("u(?=[^aeiouwyxr]e$)", ("U",)),
    ("e$", ("",)), ("y$", ("I", "Y")), ("i$", ("I", "Y")), ("o$", ("W", "U")), ("a$", ("H",)),
    ("a(?=T|l)", ("a", "H", "O")), ("a", ("a",)), ("e", ("e",)), ("i", ("i", "Y")),
    ("o", ("o", "u")), ("u", ("u", "U")), ("y", ("i", "Y")),
]  # fmt: skip
RULES = [(re.compile(p), sounds) for p, sounds in (*VOWELS, *CONSONANTS, (r"\+n?", ()))]
HELD = re.compile(r"[aeiouAIYWUQJORHV@]+")


@cache
def sounds(word: str) -> frozenset[str]:
    """Return every way a word may sound."""
    for spelling, heard in SILENT:
        word = re.sub(spelling, heard, word)
    return frozenset(murmured("".join(each)) for each in product(*pieces(word)))


def pieces(word: str) -> list[tuple[str, ...]]:
    """Cut a word into spellings and return what each may sound like."""
    at, cut = 0, []
    while at < len(word):
        pattern, heard = next((p, h) for p, h in RULES if p.match(word, at))
        found = pattern.match(word, at)
        assert found is not None
        cut.append(heard or (found[0][0],))
        at = found.end()
    return cut


def murmured(heard: str) -> str:
    """Keep the first vowel as it is; make a murmur of the rest."""
    first = HELD.search(heard)
    if first is None:
        return heard
    return heard[: first.end()] + HELD.sub("@", heard[first.end() :])
