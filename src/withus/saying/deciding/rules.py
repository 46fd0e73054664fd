"""A rule as one plain sentence, made from its data; and the data, read back from the sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from withus.core.deciding.reading import read_what_can_be
from withus.core.deciding.rule import (
    AtLeast,
    AtMost,
    Bound,
    Caller,
    Force,
    MayCall,
    MoreThan,
    Over,
    Rule,
    RuleKind,
    ShareOf,
)
from withus.core.words import MotionKind
from withus.saying import words
from withus.saying.deciding.people import NotASentence, number, people, read_number, read_people
from withus.saying.deciding.templates import read_day, templates
from withus.saying.language import _, ngettext

__all__ = ["NotASentence", "read_told", "sentence", "told"]


def told(rule: Rule) -> str:
    """Tell a rule whole: its id, what it asks, from when, and what stands behind it."""
    return f"{rule.id}: {sentence(rule)} {behind(rule)}"


def behind(rule: Rule) -> str:
    """Tell from when until when a rule holds, what stands behind it and where it is written."""
    found = []
    if rule.from_ is not None and rule.kind is not RuleKind.VOTE_FROM:
        found.append(_("It holds from %(day)s.") % {"day": words.day(rule.from_)})
    if rule.until is not None:
        found.append(_("It ends on %(day)s.") % {"day": words.day(rule.until)})
    found.append(forces()[rule.force])
    if rule.source is not None:
        found.append(_("Written in: %(source)s.") % {"source": rule.source})
    return " ".join(found)


def sentence(rule: Rule) -> str:
    """Tell what a rule asks, in one sentence or two.

    Example: "At least two of the people it is about must be in the room."
    """
    found = _calling(rule) if rule.kind is RuleKind.MAY_CALL else _main(rule)
    if rule.kind is RuleKind.AGREE:
        found += _when(rule.before, rule.late)
    if rule.motions is not None:
        about = f" {_('or')} ".join(
            text for code, text in motions().items() if code in rule.motions
        )
        found += " " + _("This is for decisions on %(what)s.") % {"what": about}
    return found


def as_entered(told: Any) -> str:
    """Tell the rules of an entry, numbered; each that cannot be read by saying so."""
    rules = read_what_can_be(told)
    said = [f"{sentence(rule)} {behind(rule)}" if rule else unreadable() for rule in rules]
    return " ".join(f"{number}. {each}" for number, each in enumerate(said, 1))


def unreadable() -> str:
    """Tell that a rule of an old record is in no form that can be read."""
    return _("A rule that cannot be read.")


def _main(rule: Rule) -> str:
    kind = type(rule.bound) if rule.bound is not None else None
    whole = isinstance(rule.bound, ShareOf) and rule.bound.share == 1
    none = isinstance(rule.bound, AtMost) and rule.bound.count == 0
    for one in templates():
        known = (one.kind, one.bound, one.all_of_it, one.none_of_it)
        if known == (rule.kind, kind, whole, none):
            return one.fill(_gaps(rule))
    raise NotASentence(rule.id)


def _gaps(rule: Rule) -> dict[str, Any]:
    found: dict[str, Any] = {"who": rule.who}
    match rule.bound:
        case AtLeast(count) | AtMost(count):
            found["n"] = count
        case ShareOf(part) | Over(part):
            found["part"] = part
        case MoreThan(who):
            found["than"] = who
    if rule.of is not None:
        found["of"] = rule.of
    if rule.kind is RuleKind.VOTE_FROM:
        found["day"] = rule.from_
    return found


def _when(before: bool, late: int) -> str:
    if not before and not late:
        return ""
    before_only, both, after = _lateness(late)
    text = both if before and late else before_only if before else after
    return " " + text % {"n": number(late)}


def _lateness(late: int) -> tuple[str, str, str]:
    return (
        _("They may say so before."),
        ngettext(
            "They may say so before, or within %(n)s working day after.",
            "They may say so before, or within %(n)s working days after.",
            late,
        ),
        ngettext(
            "They may say so within %(n)s working day after.",
            "They may say so within %(n)s working days after.",
            late,
        ),
    )


def _calling(rule: Rule) -> str:
    assert rule.what is not None
    callers = "; ".join(_caller(each) for each in rule.any_of)
    return _("%(what)s may be forced by any of these: %(callers)s.") % {
        "what": calls()[rule.what],
        "callers": callers,
    }


def _caller(caller: Caller) -> str:
    found = _("%(n)s of %(who)s") % {"n": number(caller.count), "who": people(caller.who)}
    if caller.signatures is None:
        return found
    signed = ngettext(
        "%(caller)s with %(n)s signature", "%(caller)s with %(n)s signatures", caller.signatures
    )
    return signed % {"caller": found, "n": number(caller.signatures)}


def calls() -> Mapping[MayCall, str]:
    """Tell what some people may force a board to have."""
    return {
        MayCall.MEETING: _("A meeting"),
        MayCall.ITEM: _("An item on the agenda"),
        MayCall.REVIEW: _("A review"),
    }


def motions() -> Mapping[MotionKind, str]:
    """Tell what a board is asked to decide on."""
    return {
        MotionKind.TEXT: _("a text"),
        MotionKind.QUESTION: _("a question"),
        MotionKind.MONEY: _("money"),
        MotionKind.RULES: _("these rules"),
        MotionKind.POLICY: _("a policy"),
        MotionKind.PROMISE: _("a promise"),
        MotionKind.REVIEW: _("a review"),
        MotionKind.PUBLISH: _("publishing"),
        MotionKind.OTHER: _("anything else"),
    }


def forces() -> Mapping[Force, str]:
    """Tell what stands behind a rule."""
    return {
        Force.LAW: _("The board says it is law."),
        Force.CONSTITUTION: _("It is in our constitution."),
        Force.TERMS: _("It is in our terms of reference."),
        Force.PROMISE: _("It is our own promise."),
    }


def read_told(words_: str) -> Rule:
    """Read a rule from what `told` says of it.

    Errors: NotASentence.
    """
    before, both, after = _lateness(2)
    behind = "|".join(re.escape(each) for each in forces().values())
    tail = [
        r"(?P<id>[a-z0-9][a-z0-9_-]{0,39}): (?P<main>.+?)",
        *(_gap(text, f"both{n}") for n, text in enumerate((both, _lateness(1)[1]))),
        _gap(before, "before"),
        *(_gap(text, f"late{n}") for n, text in enumerate((after, _lateness(1)[2]))),
        _gap(_("This is for decisions on %(what)s."), "motions"),
        _gap(_("It holds from %(day)s."), "from"),
        _gap(_("It ends on %(day)s."), "until"),
        f" (?P<force>{behind})",
        _gap(_("Written in: %(source)s."), "source", fits=".+"),
    ]
    match = re.fullmatch("".join(tail), words_, re.S)
    if match is None:
        raise NotASentence(words_)
    found = match.groupdict()
    twice = found["both0"] or found["both1"]
    late = twice or found["late0"] or found["late1"]
    rule = replace(
        _read_main(found["main"]),
        id=found["id"],
        force={text: code for code, text in forces().items()}[found["force"]],
        source=found["source"],
        before=bool(twice) or found["before"] is not None,
        late=read_number(late) if late else 0,
        until=read_day(found["until"]) if found["until"] else None,
    )
    if found["motions"]:
        rule = replace(rule, motions=_read_motions(found["motions"]))
    return replace(rule, from_=read_day(found["from"])) if found["from"] else rule


def _gap(text: str, name: str, *, fits: str = ".+?") -> str:
    head, gap, end = re.split(r"(%\([a-z]+\)s)", text) if "%(" in text else (text, "", "")
    inner = f"(?P<{name}>{fits})" if gap else f"(?P<{name}>)"
    return f"(?: {re.escape(head)}{inner}{re.escape(end)})?"


def _read_motions(text: str) -> frozenset[MotionKind]:
    said = {each: code for code, each in motions().items()}
    parts = text.split(f" {_('or')} ")
    if not set(parts) <= said.keys():
        raise NotASentence(text)
    return frozenset(said[each] for each in parts)


def _read_main(text: str) -> Rule:
    for one in templates():
        found = one.read(text)
        if found is not None:
            whole = ShareOf(Fraction(1)) if one.all_of_it else None
            none = AtMost(0) if one.none_of_it else None
            return Rule(
                id="-",
                kind=one.kind,
                force=Force.PROMISE,
                who=found["who"],
                bound=whole or none or _bound(one.bound, found),
                of=found.get("of"),
                from_=found.get("day"),
            )
    return _read_calling(text)


def _bound(kind: type | None, found: Mapping[str, Any]) -> Bound | None:
    if kind is MoreThan:
        return MoreThan(found["than"])
    value = found.get("n", found.get("part"))
    return None if kind is None else kind(value)


def _read_calling(text: str) -> Rule:
    for what, said in calls().items():
        head = _("%(what)s may be forced by any of these: %(callers)s.") % {
            "what": said,
            "callers": "",
        }
        if text.startswith(head[:-1]) and text.endswith("."):
            callers = text[len(head) - 1 : -1].split("; ")
            found = tuple(_read_caller(each) for each in callers)
            return Rule(
                id="-", kind=RuleKind.MAY_CALL, force=Force.PROMISE, what=what, any_of=found
            )
    raise NotASentence(text)


def _read_caller(text: str) -> Caller:
    match = re.fullmatch(r"([a-z]+|[0-9]+) of (.+?)(?: with ([a-z]+|[0-9]+) signatures?)?", text)
    if match is None:
        raise NotASentence(text)
    signed = read_number(match[3]) if match[3] else None
    return Caller(read_people(match[2]), read_number(match[1]), signed)
