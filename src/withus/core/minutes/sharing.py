"""What stands in brackets after the last of several people, and is of them all."""

from collections.abc import Sequence
from dataclasses import dataclass

from withus.core.minutes import names
from withus.core.minutes.terms import said
from withus.core.minutes.text import MASK, asides, masked, plain, without_asides


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line between two marks, and the mark before it: ";", "," or a soft one."""

    mark: str
    text: str


@dataclass(slots=True)
class Person:
    """The parts of a line that are about one person; whether another reading is as good."""

    parts: list[str]
    doubt: bool = False


def share_aside(found: Sequence[Person]) -> None:
    """ "Tom and Ruth Quill (carers)", "Jo Bloggs and A Bee (Camden)": the brackets are of both.

    Those of a plural are of everybody before as well: "Ali, Tom and Ruth Quill (carers)".
    """
    inside = asides(found[-1].parts[0])
    words = plain(inside[0]) if len(inside) == 1 else ""
    if not words or said("one_post").search(words) or said("one_affected").search(words):
        return
    plural = said("groups_of_people").fullmatch(words.split()[-1])
    for one in found[-2::-1] if plural else found[-2:-1]:
        if len(one.parts) > 1 or asides(one.parts[0]):
            return
        one.parts.append(inside[0])


def of_one_body(parts: Sequence[Part]) -> list[Part]:
    """Names between semicolons, brackets after the last or "and" before it: all of that body."""
    found: list[list[Part]] = []
    for part in parts:
        if part.mark != ";" and found:
            found[-1].append(part)
        else:
            found.append([part])
    return [
        Part(" " if 0 < place <= _last_name(group) else part.mark, part.text)
        for group in found
        for place, part in enumerate(group)
    ]


def _last_name(group: Sequence[Part]) -> int:
    """Tell the place of the last of several names: before brackets, or after an "and"."""
    are_names = [names.is_name(without_asides(part.text)) for part in group]
    joined = [place for place, part in enumerate(group) if place and part.mark == " "]
    last = len(group) - 1 if masked(group[-1].text).endswith(MASK) else (joined or [0])[-1]
    return last if all(are_names[: last + 1]) else 0
