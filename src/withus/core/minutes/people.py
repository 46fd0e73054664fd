"""One listed line into the people on it, with their names already gone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from withus.core.minutes import names, runs
from withus.core.minutes.codes import is_code
from withus.core.minutes.showing import publishable
from withus.core.minutes.terms import said
from withus.core.minutes.text import asides, fields, plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import in_list, is_known, may_be_surname


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody listed: the words of their post, never their name.

    Shape: `posts` and `marks` may be shown; `doubt` is a code where the line may be read
    otherwise; `key` tells two listings of one person apart within one text, is compared only there
    and never leaves it.
    """

    posts: tuple[str, ...]
    marks: tuple[str, ...]
    line: int
    elected_title: bool = False
    supporter: bool = False
    doubt: str = ""
    key: str = field(default="", repr=False, compare=False)


def said_away(listed: Listed) -> bool:
    """Tell whether somebody's own line says that they were not there."""
    return any(said("away").match(plain(word)) for word in (*listed.marks, *listed.posts))


def _without_code(part: str) -> str:
    """A column of initials before the name is that name again: "JO Jill Oakes"."""
    code = re.match(r"([A-Z]{2,4})\s+(?=[A-Z])", part)
    if not code:
        return part
    name, _ = names.split_name(without_asides(part[code.end() :]))
    same = names.initials_of(name)[:1] == code.group(1)[:1]
    return part[code.end() :] if len(name.split()) > 1 and same else part


def one_person(text: str, line: int, *, before: Sequence[str] = ()) -> Listed:
    """Tell the person that one line lists: name first, or post first, or post alone.

    Reads: `before` are words of the post that stand before the line, such as "Chair" in
    "Chair: Jo Bloggs".
    """
    bare = _without_company(unbulleted(text))
    parts = _bracket_joined([_without_code(part) for part in fields(bare)] or [bare])
    place = next((n for n, part in enumerate(parts) if _holds_name(part)), None)
    if place is None and len(parts) == 1 and asides(bare) and is_code(bare):
        marks = [mark.strip() for aside in asides(bare) for mark in aside.split(",")]
        return Listed((), _shown(marks), line, key=plain(without_asides(bare)))
    if place is None:
        return Listed(_shown([*before, *parts]), (), line, names.has_elected_title(parts[0]))
    named = parts[place]
    name, rest = _name_and_rest(named)
    others = [part for n, part in enumerate(parts) if n != place]
    posts = [*before, names.rank_of(name), rest, *others]
    inside = [mark.strip() for aside in asides(named) for mark in aside.split(",")]
    marks = [mark for mark in inside if not _is_initials(mark, name)]
    return Listed(
        posts=_shown([post for post in posts if not _is_initials(post, name, exact=True)]),
        marks=_shown(marks),
        line=line,
        elected_title=names.has_elected_title(without_asides(named)),
        key=plain(name),
    )


def _bracket_joined(parts: list[str]) -> list[str]:
    """A field that is nothing but brackets belongs to the field before it."""
    joined: list[str] = []
    for part in parts:
        if joined and not without_asides(part):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _name_and_rest(part: str) -> tuple[str, str]:
    """Part a field into name and post; a lone word that may be a surname is of the name."""
    bare = without_asides(part)
    name, rest = names.split_name(bare)
    surname = len(rest.split()) == 1 and may_be_surname(rest) and len(name.split()) > 1
    return (bare, "") if surname else (name, rest)


def _shown(words: Sequence[str]) -> tuple[str, ...]:
    kept = (publishable(_without_notes(word)) for word in words if word and not is_note(word))
    return tuple(filter(None, kept))


def _without_notes(text: str) -> str:
    """A post without the brackets that only say when somebody came: "Carer (until 11.15am)"."""
    for aside in asides(text):
        if is_note(aside):
            text = re.sub(rf"\s*[(\[]\s*{re.escape(aside)}\s*[)\]]", "", text)
    return text


def is_note(text: str) -> bool:
    """Tell whether words beside a name only say when or how somebody came: "left at 3pm"."""
    words = re.findall(r"[a-z]+", plain(text))
    if not words or not in_list(words[0], "note_starts"):
        return False
    return all(in_list(word, "note_words") for word in words)


def _holds_name(part: str) -> bool:
    return bool(names.split_name(without_asides(part))[0])


def _is_initials(mark: str, name: str, *, exact: bool = False) -> bool:
    """Initials beside a name are that name again: JB, PYa, SKG."""
    if not re.fullmatch(r"[A-Z][A-Za-z]{0,3}", mark):
        return False
    capitals = re.sub(r"[a-z]", "", mark)
    if names.initials_of(name) in (capitals, mark.upper()) and len(capitals) > 1:
        return True
    return not exact and len(mark) == len("JB") and not is_known(mark.lower())


def _without_company(text: str) -> str:
    found = said("company").search(text)
    return text[: found.start()].rstrip(" ,([") if found and found.start() else text


def company(text: str, line: int) -> Listed | None:
    """Tell the supporter, interpreter or assistant who is named on somebody else's line."""
    for aside in (*asides(text), text):
        found = said("company").search(aside)
        if not found and aside != text:
            found = re.match(r"(?:with|and) (?=[A-Z])", aside)
        who = aside[found.end() :].strip(" :-–,").split(",")[0] if found else ""
        if who and not is_known(who):
            return Listed(("supporter",), (), line, supporter=True)
    return None


def several(text: str, line: int) -> list[Listed]:
    """Tell the people on a line that lists several.

    Formula: see runs.people_of; whoever may as well be read otherwise is in doubt.
    """
    found = []
    for person in runs.people_of(text):
        listed = one_person(", ".join(person.parts), line)
        if listed.key or listed.posts or person.doubt:
            found.append(replace(listed, doubt="names_run_together") if person.doubt else listed)
    return found
