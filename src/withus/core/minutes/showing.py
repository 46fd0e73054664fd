"""What of a role or a body may be shown: only words of published lists, so that no name is.

A list of names can never be whole; a list of the words of posts and public bodies can be checked.
So a role is shown with just those of its words that are on the list (terms/words.txt,
terms/places.txt) or are a short abbreviation in capitals, and everything else becomes "…".
"""

import re

from withus.core.minutes.terms import said
from withus.core.minutes.vocabulary import (
    WORD,
    apart,
    in_list,
    is_abbreviation,
    is_break,
    joined,
    knows,
    listed,
    may_be_surname,
    shouting,
)

HIDDEN = "…"
_Run = list[tuple[str, str]]  # what stands before a word, and the word


def publishable(text: str) -> str:
    """Tell a role or an organisation with only the words that may be shown; the rest is "…".

    Formula: a word stays if it is on the published lists or an abbreviation in capitals; words
    after a title, or after a word on no list, go too, up to a post or a kind of body.
    Not: whether what is left is the whole role.
    Example: publishable("PA to Councillor Quill") is "PA to Councillor …".
    """
    text = joined(text)
    loud = shouting(text)
    low = not any(letter.isupper() for letter in text)
    shown: list[str] = []
    run: _Run = []
    end = 0
    for match in WORD.finditer(text):
        between, word = text[end : match.start()], match.group()
        breaks = is_break(word)
        if breaks or between.strip():
            shown += _shown(run, loud=loud, low=low)
            run = []
        if breaks:
            shown += [between, word]
        else:
            run.append((between, word))
        end = match.end()
    shown += _shown(run, loud=loud, low=low)
    closing = text[end:] if text[end:].strip() in (")", "]") else ""
    return _tidied("".join(shown) + closing)


def _shown(run: _Run, *, loud: bool, low: bool) -> list[str]:
    """Show the words of one run of words with nothing between them but spaces."""
    if not run:
        return []
    words = [word for _, word in run]
    hidden = _hidden(words, loud=loud, low=low)
    shown = []
    for place, (between, word) in enumerate(run):
        stays = place not in hidden and len(word.strip(".")) > 1 and knows(word, loud=loud)
        shown += [between, word if stays or word.isdigit() else HIDDEN]
    return shown


def _hidden(words: list[str], *, loud: bool, low: bool) -> set[int]:
    """Tell the places of the words of a name: from the word that opens it to a post or a body."""
    body = _ends_in_body(words, loud=loud)
    hidden: set[int] = set()
    opened = False
    for place, word in enumerate(words):
        capital = low or word[:1].isupper()
        unknown = not body and not knows(word, loud=loud)
        if capital and (unknown or _follows_a_title(words, place)):
            opened = True
        elif opened and not may_be_surname(word) and _closes_a_name(word):
            opened = False
        if opened:
            hidden.add(place)
    return hidden


def _follows_a_title(words: list[str], place: int) -> bool:
    if place == 0 or not in_list(words[place - 1], "titles"):
        return False
    return not in_list(words[place], "titles") and not in_list(words[place], "posts")


def _closes_a_name(word: str) -> bool:
    return in_list(word, "posts") or in_list(word, "bodies")


def _ends_in_body(words: list[str], *, loud: bool) -> bool:
    """A kind of body at the end tells that the words before it are no person's name."""
    last = words[-1]
    if is_abbreviation(last) and not loud:
        return listed(last) and not in_list(last, "surnames")
    return in_list(last, "bodies") and not in_list(last, "surnames")


def _tidied(text: str) -> str:
    text = apart(text)
    text = re.sub(r"…(?:[\s.'’-]*…)+", HIDDEN, text)
    text = re.sub(r"[(\[]\s*…?\s*[)\]]", "", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text))
    text = said("dangling").sub("", text)
    return text.strip(" ,;:-–—/&") if re.search(r"\w", text) else ""
