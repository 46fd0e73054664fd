"""Names that stand side by side on a line, with no mark between one person and the next."""

import re

from withus.core.minutes import names
from withus.core.minutes.text import MASK, masked
from withus.core.minutes.vocabulary import WORD, in_list, is_known, may_be_surname

PAIR = 2  # words of a name
LEAST_STARTS = 3  # names, each before words of a post, with no mark between them
LEAST_RUN = 4  # words on no list, side by side, that can't be one name
_PART_OF_NAME = re.compile(r"[A-Z][\w'’]+(?:-[A-Z][\w'’]+)*")


def run_on_starts(text: str) -> list[int]:
    """Tell where people start in a line of names and posts with no mark between them.

    Shape: places of letters; none but where at least three names each stand before known words.
    Example: "Jo Bligh Carer Governor Al Quill Staff Governor Flo Trent Chair" has three.
    """
    if len(text.split()) < LEAST_STARTS * 3 or re.search(r"[,;\t]|\s[–—-]\s", text):
        return []
    words = [(word.start(), word.group()) for word in WORD.finditer(text)]
    known = [is_known(word) for _, word in words]
    starts = [
        words[place][0]
        for place in range(len(words) - PAIR)
        if not known[place]
        and (not known[place + 1] or may_be_surname(words[place + 1][1]))
        and (place == 0 or known[place - 1])
    ]
    return starts if len(starts) >= LEAST_STARTS else []


def are_names(text: str) -> bool:
    """Tell whether a line is at least three names side by side with nothing between them."""
    return len(parts_of_run(text)) >= LEAST_STARTS


def parts_of_run(text: str) -> list[str]:
    """Part names that stand side by side with nothing between them; one part where none do."""
    starts = run_on_starts(text)
    if starts:
        ends = [*starts[1:], len(text)]
        return [text[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    end = masked(text).find(MASK)
    run, tail = (text[:end], text[end:]) if end >= 0 else (text, "")
    words = run.split()
    if not _is_run(words, run):
        return [text]
    pairs = [" ".join(words[place : place + PAIR]) for place in range(0, len(words), PAIR)]
    return [*pairs[:-1], f"{pairs[-1]} {tail}".strip()]


def _is_run(words: list[str], run: str) -> bool:
    """Tell whether words are names of two words each, the first of them on no list of ours."""
    if names.has_title(run) or any(in_list(word, "particles") for word in words):
        return False
    if len(words) < LEAST_RUN or len(words) % PAIR or not all(map(_PART_OF_NAME.fullmatch, words)):
        return False
    return not any(map(is_known, words[::PAIR])) and (
        sum(map(is_known, words)) * LEAST_RUN <= len(words)
    )
