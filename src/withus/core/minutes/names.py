"""What has the shape of a person's name; who it is, is never asked."""

import re

from withus.core.minutes.showing import publishable
from withus.core.minutes.terms import said, words_called
from withus.core.minutes.vocabulary import (
    JOINER,
    WORD,
    in_list,
    is_abbreviation,
    is_break,
    is_known,
    joined,
    knows,
    listed,
    may_be_surname,
    shouting,
)

__all__ = [
    "has_elected_title",
    "has_title",
    "is_known",
    "is_name",
    "is_placeholder",
    "publishable",
    "split_name",
]
MOST_WORDS = 5  # of a name, titles not counted
MIDDLE = 2  # words after a first name, the first of them on a list of ours
LONGEST_NAME = 80  # letters
_SPACES = re.compile(r"\s+")
_ENDS = " ,.;:–-"


def has_elected_title(text: str) -> bool:
    """Tell whether a text starts with the title of an elected member, such as Cllr."""
    return bool(said("elected_title").match(text))


def _titles_end(text: str) -> int:
    found = said("titles").match(f"{text} ")
    return min(found.end(), len(text)) if found else 0


def has_title(text: str) -> bool:
    """Tell whether a text starts with a title that a name follows, such as Mr or Councillor."""
    return _titles_end(text) > 0


def without_title(text: str) -> str:
    """Tell a text without the titles it starts with."""
    return text[_titles_end(text) :].strip()


def rank_of(text: str) -> str:
    """Tell the police rank that a text starts with, which is the post as well."""
    found = said("rank").match(text)
    return found.group().strip(" .") if found else ""


def is_initials(word: str) -> bool:
    """Tell whether a word is the initials of a first name, such as J. or J.P."""
    return bool(re.fullmatch(r"(?:[A-Z]\.?){1,3}", word)) and (len(word) == 1 or "." in word)


def _is_capital(word: str, *, low: bool) -> bool:
    return low or word[:1].isupper() or in_list(word, "particles")


def is_name(text: str) -> bool:
    """Tell whether a text has the shape of a person's name and holds nothing else.

    Shape: after any titles at most five words, each a capital or a particle, the first on no list
    of ours, not ending as the name of a body does; in a text all in small letters at least two.
    Not: who it is; nothing is looked up.
    """
    bare = _SPACES.sub(" ", text[: LONGEST_NAME + 1]).strip(_ENDS)
    if not bare or len(bare) > LONGEST_NAME or re.search(r"[,;:/(]", bare) or "\t" in text.strip():
        return False
    if is_placeholder(bare):
        return True
    rest = bare[_titles_end(bare) :].strip()
    if not rest or len(rest.split()) > MOST_WORDS:
        return False
    low = not any(letter.isupper() for letter in rest)
    if low and len(rest.split()) < 2:
        return False
    name, left = split_name(bare)
    return bool(name) and (not left or _is_last_name(left, name))


def _is_last_name(left: str, name: str) -> bool:
    """A word left over may still be the last of a name of three: Mary Ann Carer, Jo Grey Bloggs."""
    words = left.split()
    if len(words) == MIDDLE and len(name.split()) == 1:
        return words[0].isalpha() and words[0][0].isupper() and _is_middle(*words)
    return len(name.split()) >= 2 and len(words) == 1 and may_be_surname(left)


def _is_middle(word: str, last: str) -> bool:
    paid = in_list(word, "posts") or in_list(word, "bodies") or is_break(word)
    return not (paid or is_abbreviation(word)) and last[0].isupper() and not is_known(last)


def is_placeholder(text: str) -> bool:
    """Tell whether a text stands where a name was taken out, such as "Member 3" or "redacted"."""
    return bool(said("placeholder").fullmatch(text[_titles_end(text) :].strip()))


def split_name(field: str) -> tuple[str, str]:
    """Tell the name a field starts with, and what is left of the field.

    Shape: (name, rest); the name is empty where the field starts with words of a post or is a body.
    Example: split_name("Jo Bloggs Head of Service") is ("Jo Bloggs", "Head of Service").
    """
    text = said("postnominal").sub("", _SPACES.sub(" ", field)).strip(" ,")
    start = _titles_end(text)
    placeholder = said("placeholder_start").match(text, start) or said("withheld").match(text)
    if placeholder:
        return text[: placeholder.end()].strip(), text[placeholder.end() :].strip(" ,")
    whole = joined(text)
    words = list(WORD.finditer(whole, start))
    if not words:
        return "", text
    end = _name_end(whole, words, titled=start > 0)
    return text[:end].strip(), text[end:].strip(" ,")


def _name_end(text: str, words: list[re.Match[str]], *, titled: bool) -> int:
    """Tell where the name that a text starts with ends; 0 where it starts with none."""
    low = not any(letter.isupper() for letter in text)
    run = _run_of_capitals(text, words, low=low)
    count = _words_of_name([word.group() for word in run], titled=titled, loud=shouting(text))
    if not count:
        return 0
    if not titled and count == 1 and _is_a_body(run, words):
        return 0
    return run[count - 1].end()


def _run_of_capitals(text: str, words: list[re.Match[str]], *, low: bool) -> list[re.Match[str]]:
    """The words from the start with nothing but spaces between them, all written as names are."""
    run: list[re.Match[str]] = []
    end = words[0].start()
    for word in words:
        between = text[end : word.start()].strip()
        if between or not _is_capital(word.group(), low=low) or is_break(word.group()):
            break
        run.append(word)
        end = word.end()
    return run


def _words_of_name(words: list[str], *, titled: bool, loud: bool) -> int:
    """Count the words, from the first, that are the name: initials or a first name, a surname."""
    place = 0
    while place < len(words) and is_initials(words[place]):
        place += 1
    lettered = place > 0
    if not lettered:
        if not words or not (titled or _may_be_first(words[0], loud=loud)):
            return 0
        place = 1
    while place < len(words) and in_list(words[place], "particles") and words[place:][1:]:
        place += 1
    if place < len(words) and (lettered or _may_be_surname(words, place, loud=loud)):
        place += 1
    while place < len(words) and not knows(words[place], loud=loud):
        place += 1
    alone = lettered and place == sum(map(is_initials, words))
    return 0 if alone and not titled else place


def _may_be_first(word: str, *, loud: bool) -> bool:
    if JOINER in word:
        return False
    return not knows(word, loud=loud) or in_list(word, "particles")


def _may_be_surname(words: list[str], place: int, *, loud: bool) -> bool:
    word = words[place]
    if not knows(word, loud=loud) or in_list(word, "particles"):
        return True
    if is_abbreviation(word) and not loud:
        spoken = bool(re.search(r"[AEIOUY]", word)) and not listed(word)
        return place == 1 and (spoken or (word.isupper() and may_be_surname(word)))
    if may_be_surname(word):
        return True
    last = place == len(words) - 1
    return last and not (in_list(word, "bodies") or in_list(word, "posts"))


def _is_a_body(run: list[re.Match[str]], words: list[re.Match[str]]) -> bool:
    """One unknown word before words of our lists that end as a body does: Larkrise School."""
    return len(words) > 1 and in_list(words[-1].group(), "bodies") and len(run) > 1


def initials_of(name: str) -> str:
    """Tell the first letters of a name, titles left out, to know them again beside it."""
    words = re.findall(r"[^\W\d_][\w'’]*", name[_titles_end(name) :])
    return "".join(word[0].upper() for word in words)


def holds_listed_word(text: str, name: str) -> bool:
    """Tell whether any word of a text is on one of the lists of lists.toml."""
    return bool(words_called(name) & {word.lower() for word in WORD.findall(text)})
