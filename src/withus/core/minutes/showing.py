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
    is_break,
    is_abbreviation,
    joined,
    knows,
    listed,
    shouting,
)

HIDDEN = "…"
_Run = list[tuple[str, str]]  # what stands before a word, and the word


def publishable(text: str) -> str:
    """Tell a role or an organisation with only the words that may be shown; the rest is "…".

    Formula: a word stays if it is on the published lists or an abbreviation in capitals; a word
    after a title, or after a word on no list, goes too unless the words end in a kind of body.
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
    hidden_from = _hidden_from(words, loud=loud, low=low)
    shown = []
    for place, (between, word) in enumerate(run):
        stays = place < hidden_from and len(word.strip(".")) > 1 and knows(word, loud=loud)
        shown += [between, word if stays or word.isdigit() else HIDDEN]
    return shown


def _hidden_from(words: list[str], *, loud: bool, low: bool) -> int:
    """Tell the place of the first word that opens a name; from there on nothing is shown."""
    body = _ends_in_body(words, loud=loud)
    for place, word in enumerate(words):
        capital = low or word[:1].isupper()
        titled = place > 0 and in_list(words[place - 1], "titles") and capital
        if titled and not in_list(word, "titles") and not in_list(word, "posts"):
            return place
        if not body and capital and not knows(word, loud=loud):
            return place
    return len(words)


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
