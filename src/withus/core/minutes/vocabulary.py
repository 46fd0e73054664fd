"""The published lists of words of posts, bodies and places: what is on them may be shown."""

import re

from withus.core.minutes.terms import known_words, places_by_first_word, words_called

WORD = re.compile(r"[^\W_]+(?:[.'’\-–][^\W_]+)*\.?|[&/+]")
JOINER = "ǀ"  # a letter, so that a place of several words is one word while we look at it
SHORTEST_SHOUT = 7  # letters: a shorter text in capitals may be an abbreviation
_LETTERS = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"(?!Mc|Mac)(?:[A-Z]{2,4}s?|[A-Z][a-z]?[A-Z]{1,3}[a-z]?)")
_SPACES = re.compile(r"\s+")


def joined(text: str) -> str:
    """Tell a text with the words of each place of several words joined into one.

    Shape: some places hold a person's name ("Aneurin Bevan"), so they are known only as a whole.
    Source: places.txt.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        return text
    whole = list(text)
    end = 0
    for word in _LETTERS.finditer(lowered):
        for place in places_by_first_word().get(word.group(), ()):
            stop = word.start() + len(place)
            whole_word = not lowered[stop : stop + 1].isalnum()
            if word.start() >= end and whole_word and lowered.startswith(place, word.start()):
                whole[word.start() : stop] = _SPACES.sub(JOINER, text[word.start() : stop])
                end = stop
                break
    return "".join(whole)


def apart(text: str) -> str:
    """Tell a text with the words of its places parted again: the other way round from joined."""
    return text.replace(JOINER, " ")


def in_list(word: str, name: str) -> bool:
    """Tell whether a word is on one of the lists of lists.toml.

    Source: lists.toml, the list of that name.
    """
    return word.lower().strip(".").replace("’", "'") in words_called(name)


def is_break(word: str) -> bool:
    """Tell whether a word only joins others: of, and, for. A capital alone is an initial."""
    return in_list(word, "breaks") and not (len(word.strip(".")) == 1 and word.isupper())


def may_be_surname(word: str) -> bool:
    """Tell whether a word of our lists is a surname as well, or one half of a double one."""
    return any(in_list(half, "surnames") for half in (word, *word.split("-")) if half)


def shouting(text: str) -> bool:
    """Tell whether a text is in capitals throughout, so that capitals tell nothing."""
    return len(text) >= SHORTEST_SHOUT and not any(letter.islower() for letter in text)


def is_abbreviation(word: str) -> bool:
    """Tell whether a word has the shape of an abbreviation of two to four capitals."""
    return bool(_ABBREVIATION.fullmatch(word.strip(".")))


def listed(word: str) -> bool:
    """Tell whether a word is on the published lists, whatever its capitals.

    Source: words.txt and places.txt.
    """
    if JOINER in word:
        return True
    known, bare = known_words(), word.strip(".").replace("’", "'").lower()
    if bare in known or bare.removesuffix("'s") in known or bare.replace("'", "") in known:
        return True
    parts = [part for part in re.split(r"[-–.']", bare) if part]
    return len(parts) > 1 and all(part in known for part in parts)


def knows(word: str, *, loud: bool) -> bool:
    """Tell whether one word may be shown: listed, a number or a short abbreviation in capitals.

    Reads: `loud`, whether the text around it is in capitals throughout.
    """
    if listed(word) or word.strip(".").isdigit():
        return True
    return not loud and is_abbreviation(word)


def is_known(text: str) -> bool:
    """Tell whether every word of a text may be shown, so that it holds no name.

    Not: that a text with other words is a name; it may be a body we don't know.
    """
    words = WORD.findall(joined(text))
    loud = shouting(text)
    return bool(words) and all(knows(word, loud=loud) for word in words)
