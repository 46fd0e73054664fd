"""Why something cannot be used as a board's rules: what was found, and what was expected."""

from __future__ import annotations

from collections.abc import Mapping

from withus.core.errors import Refusal
from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell each refusal of a rule as what is wrong and what to do next."""
    return {
        code: (
            _("Rule %(rule)s: %(found)s.") % {"rule": "%(rule)s", "found": found},
            _("It needs %(expected)s.") % {"expected": expected},
        )
        for code, (found, expected) in told().items()
    }


def line(refusal: Refusal, *, file: str, at: int | None = None) -> str:
    """Tell a refusal as the one line a command prints: file, line, found, expected."""
    found, expected = told().get(refusal.code, in_files()["not_a_rules_file"])
    if refusal.code in in_files():
        found, expected = in_files()[refusal.code]
    gaps = _Gaps(refusal.parameters)
    parameters = {
        "file": " ".join(file.split()),
        "line": at,
        "found": found % gaps,
        "expected": what_is_expected(refusal, expected) % gaps,
    }
    if at is None:
        return _("%(file)s: found %(found)s; expected %(expected)s") % parameters
    return _("%(file)s, line %(line)s: found %(found)s; expected %(expected)s") % parameters


class _Gaps(dict[str, str | int]):
    """A refusal may come without a parameter; its sentence still holds."""

    def __missing__(self, key: str) -> str:
        return "?"


def what_is_expected(refusal: Refusal, otherwise: str) -> str:
    """Tell what a field may hold, where it is one that is known."""
    if refusal.code != "value_unknown":
        return otherwise
    return fields().get(str(refusal.parameters.get("field")), otherwise)


def told() -> Mapping[str, tuple[str, str]]:
    """Tell what each refusal found and what was expected."""
    return {
        "not_a_list": (_("“%(found)s” instead of rules"), _("a list of rules")),
        "too_many_rules": (_("too many rules"), _("at most %(most)s rules")),
        "rule_twice": (_("an id that another rule has"), _("an id of its own")),
        "rule_unknown": (_("“%(found)s”, which is no rule"), _("a rule with its kind")),
        "keys_unknown": (
            _("“%(keys)s”, which does not belong there"),
            _("the fields that the reference lists, and no others"),
        ),
        "key_missing": (_("nothing for “%(key)s”"), _("“%(key)s” to be given")),
        "value_unknown": (
            _("“%(found)s” for “%(field)s”"),
            _("one of the values that the reference lists"),
        ),
        "one_of_bounds": (
            _("%(found)s to say how many it asks for"),
            _("one of at_least, at_most, share, over and more_than that its kind may have"),
        ),
        "source_missing": (
            _("no source for the force “%(force)s”"),
            _("where it is written, and of what day"),
        ),
        "rule_ends_first": (_("an end before the beginning"), _("an “until” after “from”")),
        "who_unknown": (
            _("“%(found)s”, which says of nobody who they are"),
            _("“all”, or one of affected, capacity, kind, tag, chair, mandated and not"),
        ),
        "nested_too_deep": (_("“not” within “not” too often"), _("at most four of them")),
        **not_to_be_met(),
    }


def not_to_be_met() -> Mapping[str, tuple[str, str]]:
    """Tell what is found where nobody could meet a rule."""
    return {
        "too_few_for_rule": (
            _("a rule that asks for %(asked)s, where the places for them number %(there)s"),
            _("no more than there are; make the places first"),
        ),
        "nobody_for_rule": (
            _("a rule that no place could meet"),
            _("people who have a place on the board; make the places first"),
        ),
        "not_one_to_cast": (
            _("%(there)s places to decide a tie"),
            _("exactly one place"),
        ),
    }


def in_files() -> Mapping[str, tuple[str, str]]:
    """Tell what is found and expected in a file alone."""
    return {
        "not_a_rules_file": (_("“%(found)s”"), _("a file in the form withus-rules-1")),
        "not_json": (_("what is no JSON"), _("a file in the form withus-rules-1")),
        "not_text": (_("bytes that are no text"), _("a file in the form withus-rules-1")),
        "key_twice": (_("the field “%(key)s” twice"), _("each field once")),
        "too_long": (_("more than a megabyte"), _("the rules and places of one board")),
        "no_such_file": (_("no such file, or one that does not open"), _("a file to read")),
        "too_many_places": (_("too many places"), _("at most %(most)s places")),
        "not_one_sort": (
            _("places of more than one sort"),
            _("one capacity and one kind at most on each line, and all tags they have"),
        ),
    }


def fields() -> Mapping[str, str]:
    """Tell what a field may hold."""
    many = _("a whole number from 1 to 10,000")
    return {
        "kind": _("one of the kinds that the reference lists"),
        "force": _("law, constitution, terms or promise"),
        "at_least": many,
        "signatures": many,
        "count": many,
        "at_most": _("a whole number from 0 to 10,000"),
        "share": _("a share such as 1/2, above 0 and at most 1"),
        "over": _("a share such as 1/2, below 1"),
        "of": _("places, here or voting"),
        "late": _("a whole number of working days from 0 to 5"),
        "before": _("true or false"),
        "from": _("a day such as 2026-09-01"),
        "until": _("a day such as 2026-09-01"),
        "--on": _("a day such as 2026-09-01"),
        "id": _("small letters, figures and dashes, at most 40"),
        "source": _("some words on one line, at most 200 letters"),
        "tag": _("a list of marks, each in small letters, figures and _"),
        "places": _("a list of places, each with who and count"),
    }
