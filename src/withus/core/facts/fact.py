"""What every fact has: a type, and fields that are each clear or sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum, StrEnum
from typing import Annotated, Any, ClassVar, TypeAlias, get_args, get_origin, get_type_hints

from withus.core.facts.forms import Form


class Seal(Enum):
    """What a sealed field keeps from view, which says whose key it is under."""

    PERSON = "person"  # who somebody is: one key a person
    TEXT = "text"  # somebody's words: one key a text


class Missing(Enum):
    """Why a sealed field cannot be read."""

    NEVER = "never"  # never opened to whoever asks
    WITHDRAWN = "withdrawn"  # taken from view by an entry that says why
    ERASED = "erased"  # its key is gone


Words: TypeAlias = str | Missing
SealedPerson = Annotated[Words, Seal.PERSON]
SealedText = Annotated[Words, Seal.TEXT]


class Stream(StrEnum):
    """What a fact belongs to: a board, or the partnership as a whole."""

    PARTNERSHIP = "partnership"
    BOARD = "board"  # named by its own `board`
    REFERRED = "referred"  # that of the id in the field that REFERS_BY names
    ENTRY = "entry"  # that of the entry it is about
    OWN = "own"  # one that it begins, under the id that it gives


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that has happened."""

    TYPE: ClassVar[str]
    STREAM: ClassVar[Stream] = Stream.PARTNERSHIP
    REFERS_BY: ClassVar[str] = ""  # the field by which a REFERRED fact finds its stream
    MINTS: ClassVar[str] = ""  # the field that gives a new id, by which later facts may refer
    BY_NOBODY: ClassVar[bool] = False  # no actor, and the day only


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields of a type of fact: those in clear with their forms, and those sealed."""

    clear: Mapping[str, Form]
    sealed: Mapping[str, Seal]


_KNOWN: dict[type[Fact], Layout] = {}  # worked out once a type


def layout(kind: type[Fact]) -> Layout:
    """Tell which fields of a type of fact are clear and which are sealed.

    Shape: Fact type -> Layout(field -> form, field -> seal), in order of name.
    Errors: TypeError for a field that is neither: every field must be one.
    """
    if kind in _KNOWN:
        return _KNOWN[kind]
    hints = get_type_hints(kind, include_extras=True)
    clear: dict[str, Form] = {}
    sealed: dict[str, Seal] = {}
    for name in sorted(each.name for each in fields(kind)):
        mark = marked(hints[name])
        if isinstance(mark, Seal):
            sealed[name] = mark
        elif mark is not None:
            clear[name] = mark
        else:
            raise TypeError(f"{kind.__name__}.{name} is neither clear nor sealed")
    return _KNOWN.setdefault(kind, Layout(clear, sealed))


def marked(hint: Any) -> Any:
    """Tell what an annotation says of a field beside its type, or None.

    Example: `Annotated[str, ID]` says ID.
    """
    return get_args(hint)[1] if get_origin(hint) is Annotated else None
