"""Why a file cannot be used as a history of drafting, as the one line a command prints."""

from __future__ import annotations

from collections.abc import Mapping

from withus.core.errors import Refusal
from withus.saying.language import _


def line(refusal: Refusal, *, file: str) -> str:
    """Tell a refusal as one line: file, line, found, expected."""
    found, expected = told().get(refusal.code, told()["not_a_revision"])
    key = str(refusal.parameters.get("key", ""))
    if refusal.code == "value_unknown":
        expected = fields().get(key, expected)
    gaps = {"key": key, "most": refusal.parameters.get("most", ""), "file": " ".join(file.split())}
    parameters = {**gaps, "found": found % gaps, "expected": expected % gaps}
    if "line" not in refusal.parameters:
        return _("%(file)s: found %(found)s; expected %(expected)s") % parameters
    return _("%(file)s, line %(line)s: found %(found)s; expected %(expected)s") % {
        **parameters,
        "line": refusal.parameters["line"],
    }


def told() -> Mapping[str, tuple[str, str]]:
    """Tell what each refusal found and what was expected."""
    a_revision = _('one revision: {"revision", "at", "speaker", "side", "text"}')
    return {
        "no_such_file": (_("no such file, or one that does not open"), _("a file to read")),
        "no_revisions": (_("nothing to read"), _("one revision a line")),
        "line_too_long": (_("a line of more than 16 MB"), _("one revision a line")),
        "not_text": (_("bytes that are no text"), _("text in UTF-8")),
        "not_json": (_("what is no JSON"), a_revision),
        "not_a_revision": (_("something else than a revision"), a_revision),
        "key_twice": (_("the field “%(key)s” twice"), _("each field once")),
        "key_missing": (_("nothing for “%(key)s”"), a_revision),
        "value_unknown": (_("something else for “%(key)s”"), a_revision),
        "revision_twice": (_("a revision that an earlier line has"), _("each revision once")),
        "too_many_revisions": (_("more than %(most)s revisions"), _("at most %(most)s")),
    }


def fields() -> Mapping[str, str]:
    """Tell what a field may hold."""
    name = _("a name of at most 200 letters")
    return {
        "revision": _("a whole number, or a short name"),
        "at": _("a time such as 2026-01-31T10:00:00Z, or null"),
        "speaker": name,
        "side": name,
        "text": _("the whole text of this revision"),
    }
