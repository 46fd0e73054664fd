"""Short words with a picture for each idea. Made to be Easy Read; nobody here says it is."""

from __future__ import annotations

from dataclasses import dataclass

from withus.saying.language import _

PICTURES = ("table", "speaking", "phone", "question", "page", "locked", "gone", "up", "stop", "go")


@dataclass(frozen=True, slots=True)
class Idea:
    """One picture, and one to three short sentences."""

    picture: str
    title: str  # what the picture shows
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Ideas under a heading."""

    heading: str
    ideas: tuple[Idea, ...]


def idea(picture: str, *lines: str) -> Idea:
    """Return an idea, with what its picture shows."""
    return Idea(picture, title(picture), lines)


def title(picture: str) -> str:
    """Tell what a picture shows."""
    return {
        "table": _("People round a table"),
        "speaking": _("A person speaking"),
        "phone": _("A telephone"),
        "question": _("A question mark"),
        "page": _("A written page"),
        "locked": _("A page with a lock on it"),
        "gone": _("A page with nothing left on it"),
        "up": _("A board with another one above it"),
        "stop": _("An arrow from some people, stopped by a bar"),
        "go": _("An arrow from some people that goes on, past others"),
    }[picture]


def unchecked() -> str:
    """Tell who has not checked a page yet."""
    return _(
        "This page was made to be easy to read. People with learning disabilities have not checked "
        "it yet."
    )
