"""Lines that a page has broken in the middle, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from withus.core.minutes import names
from withus.core.minutes.entries import Entry
from withus.core.minutes.runs import parts_of, starts_person
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, fields, plain, unbulleted, unclosed, without_asides
from withus.core.minutes.vocabulary import in_list, is_known

LEAST_PEOPLE = 2  # on a line, before a first name alone at its end is taken for cut in two
LONGEST_WORD = 40  # letters
_LONE = re.compile(r"(?:[,;)\].]|\band|&)\s*([A-Z][\w'’-]*)$")
_HANGS = re.compile(r"(?:\b(?:and|of|for|the|to|with|in)|&|/|\w-|\s[–-])$")
_BULLETED = re.compile(r"^\s*(?:[*•·▪◦●○■□–-]\s|\(?\d{1,3}[.)]|\|)")


def unwrapped(entries: Sequence[Entry]) -> list[Entry]:
    """Tell the entries with those joined that are the rest of the line above.

    Formula: a line goes on if a bracket is open above, the line above ends in a word that cannot
    end it, or this one starts with a bracket or a small letter, or with the surname of the first
    name above. Where that is so of some line, lines of posts and bodies alone, under a line with a
    person, go on as well.
    Not: by the length of lines; names of other lengths must change nothing.
    """
    pairs = pairwise(entries)
    broken = any(
        _follows(one, two) and (_goes_on(one, two) or _after_comma(one, two)) for one, two in pairs
    )
    kept: list[Entry] = []
    for entry in entries:
        last = kept[-1] if kept else None
        if last and _follows(last, entry) and _continues(last, entry, broken=broken):
            kept[-1] = _joined(last, entry)
        else:
            kept.append(entry)
    return kept


def is_cut(text: str) -> bool:
    """Tell whether a line ends in a word that cannot end it, so that the next is the rest of it."""
    return bool(_HANGS.search(text.rstrip()))


def _joined(last: Entry, entry: Entry) -> Entry:
    mark = ", " if "\t" in last.line.text else " "
    line = Line(last.line.number, f"{last.line.text}{mark}{unbulleted(entry.line.text)}")
    return replace(last, line=line, until=entry.line.number)


def _follows(one: Entry, two: Entry) -> bool:
    next_line = two.line.number - max(one.until, one.line.number) == 1
    same = (
        one.part is two.part and one.group_words == two.group_words and one.heading == two.heading
    )
    plain_line = not (two.row or two.post or "\t" in two.line.text)
    return next_line and same and plain_line and not _BULLETED.match(two.line.text)


def _continues(one: Entry, two: Entry, *, broken: bool) -> bool:
    if _goes_on(one, two):
        return True
    if _after_comma(one, two):
        return True
    cells = "\t" in one.line.text or _is_end_of_body(two.line.text)
    return _is_post_below(one, two) and (broken or cells)


def _is_end_of_body(text: str) -> bool:
    """The rest of a body or of a post: "Commissioning Group", "Representative"; no heading."""
    words = plain(text)
    heads = said("group_word").search(words) or said("post").search(words)
    rest = len(fields(text)) == 1 and not heads
    return rest or words in ("representative", "rep", "officer", "manager", "director", "lead")


def _is_post_below(one: Entry, two: Entry) -> bool:
    """A line of a post or a body alone, under a person with some words of a post."""
    posted = not one.row and _has_person(one) and len(fields(one.line.text)) > 1
    return posted and _is_post_alone(two.line.text)


def _after_comma(one: Entry, two: Entry) -> bool:
    comma = one.line.text.rstrip().endswith(",") and not two.line.text.rstrip().endswith(",")
    return comma and _is_post_below(one, two)


def _is_post_alone(text: str) -> bool:
    bare = without_asides(text)
    body = in_list((bare.split() or [""])[-1], "bodies") and not starts_person(bare)
    return is_known(bare) or body


def _has_person(entry: Entry) -> bool:
    return starts_person((fields(unbulleted(entry.line.text)) or [""])[0]) or entry.until > 0


def _goes_on(one: Entry, two: Entry) -> bool:
    """Tell whether the second line is certainly the rest of the first."""
    above, text = one.line.text.rstrip(), two.line.text.strip()
    if unclosed(above) and re.search(r"[)\]]", text):
        return True
    if text.startswith(("(", "[")) and starts_person((fields(unbulleted(above)) or [""])[0]):
        return True
    if above.endswith(",") and said("several_titles").match(unbulleted(above)):
        return True
    open_end = one.inline and not above.endswith((",", ";", "."))
    if open_end and (_starts_with_post(text) or (";" in above and ";" in text)):
        return True
    small = text[:1].islower() and not in_list(text.split()[0], "particles")
    shown = any(letter.isupper() for letter in above)
    return (small and shown) or is_cut(above) or _name_cut(above, text)


def _is_half(last: str) -> bool:
    """A title and one word at the end of a run of people with brackets: "Ms Jo"."""
    return names.has_title(last) and len(names.without_title(last).split()) == 1


def _starts_with_post(text: str) -> bool:
    """Words of a post or a body alone before the first mark, in a run of people."""
    first, mark, _ = text.partition(";" if ";" in text else ",")
    return bool(mark) and "," not in first and is_known(without_asides(first))


def _name_cut(above: str, text: str) -> bool:
    """A first name at the end of a run of names, its surname at the start of the next line."""
    lone = _LONE.search(above[-LONGEST_WORD:])
    parts = parts_of(above)
    if len(parts) < LEAST_PEOPLE or not (
        _is_half(parts[-1].text) or (lone and names.is_name(lone.group(1)))
    ):
        return False
    first = parts_of(text)[:1]
    words = without_asides(first[0].text).split() if first else []
    return len(words) == 1 and words[0][:1].isupper()
