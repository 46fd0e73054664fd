"""Erasures, told in plain words to whoever has to answer for them."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from withus.saying.language import _, ngettext

WIDTH = 80


def told(told: Mapping[str, Any]) -> str:
    """Tell who was found, what was erased or would be, or what holds erasures."""
    if "people" in told:
        return found(told["people"])
    if "held" in told:
        return _("Nothing of %(record)s may be erased for now: %(held)s.") % told
    if "released" in told:
        go_on, none = _("Erasures of %(record)s can go on."), _("There was no hold.")
        return (go_on if told["released"] else none) % told
    if "openings" not in told:
        none = _("No erasure has left anything to do.")
        return _paragraphs(none if told["finished"] else _not_whole())
    return would(told["openings"]) if not told["done"] else done(told)


def found(people: Sequence[Mapping[str, Any]]) -> str:
    """Tell who has a name, with what an erasure takes."""
    if not people:
        nobody = _("Nobody of that name is known here: they may have been erased.")
        others = _("Others may still name them in their own words; no command can find those.")
        return _paragraphs(nobody, others)
    lines = [f"{each['id']}  {each['name']} ({_places(each['places'])})" for each in people]
    then = _("Nothing was kept of this question. To erase one of them, give their id: --person=ID.")
    return "\n".join([*lines, "", _paragraphs(then)])


def _places(count: int) -> str:
    return ngettext("%(count)d place", "%(count)d places", count) % {"count": count}


def would(count: int) -> str:
    """Tell what an erasure would take away."""
    return ngettext(
        "%(count)d name or text would go. Nothing was erased yet: add --yes.",
        "%(count)d names or texts would go. Nothing was erased yet: add --yes.",
        count,
    ) % {"count": count}


def done(told: Mapping[str, Any]) -> str:
    """Tell what is gone, and what no erasure here reaches."""
    gone = ngettext(
        "%(count)d name or text is gone.", "%(count)d names or texts are gone.", told["openings"]
    ) % {"count": told["openings"]}
    state = _whole() if told["finished"] else _not_whole()
    return "\n".join(
        [_paragraphs(gone, state), "", _paragraphs(_("Not reached by this:")), *_rest()]
    )


def _whole() -> str:
    return _("The keys are deleted, and the files were written anew without them.")


def _not_whole() -> str:
    return _(
        "Traces are still in the files here: somebody was reading, or a folder could not be "
        "written. The worker tries again within a day; to do it now, use --finish."
    )


def _rest() -> list[str]:
    rest = (
        _(
            "copies of the keys made before now, which open older backups: delete them, or let "
            "seven days go by"
        ),
        _(
            "their name inside what others wrote, or what was entered by the host: "
            "--text ENTRY/FIELD"
        ),
        _("copies of the record that others keep, with names or words in them: ask them"),
        _("names of bodies and boards, which stand in the entries in clear and stay"),
    )
    return [
        textwrap.fill(each, WIDTH, initial_indent="- ", subsequent_indent="  ") for each in rest
    ]


def _paragraphs(*sentences: str) -> str:
    return "\n".join(textwrap.fill(each, WIDTH) for each in sentences)
