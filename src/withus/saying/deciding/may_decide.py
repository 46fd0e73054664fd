"""Whether a board may decide now, why not, and what would mend it: one wording for every door.

What a page, an answer to a program and a command say comes from here, and from `Stands` alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from withus.core.deciding.decide import Seat
from withus.core.deciding.now import Stands
from withus.core.deciding.room import Answer, Count, count
from withus.core.deciding.rule import AtMost, Force, Rule, RuleKind
from withus.core.deciding.who import ALL
from withus.core.words import Outcome
from withus.saying import words
from withus.saying.deciding.people import number, people
from withus.saying.deciding.rules import forces, sentence
from withus.saying.language import _, ngettext


@dataclass(frozen=True, slots=True)
class Told:
    """The answer in short, why, and what comes next."""

    answer: str
    sentence: str
    remedy: str


def refused(found: Stands) -> tuple[str, str]:
    """Tell why a board may not decide, and what would mend it.

    Formula: the strongest force behind what is unmet speaks first; all that is unmet is listed.
    Not: that the law allows it. A record knows only the rules that were entered.
    Source: rules.md, How it is worked out, 9.
    """
    if found.decision.to_answer:
        return _unanswered(len(found.decision.to_answer))
    lacking = sorted(found.decision.unmet, key=lambda rule: list(Force).index(rule.force))
    force = found.decision.force
    assert force is not None, "a board that may not decide lacks something"
    rules = " ".join(_lacking(rule, found.seats, strongest=force) for rule in lacking)
    mend = " ".join(dict.fromkeys(_mend(rule, found.seats) for rule in _largest(found, lacking)))
    if force is not Force.PROMISE:
        return f"{_heads()[force]} {rules}", f"{mend} {_or_another_day()}"
    return (
        f"{_('Our rule isn’t met.')} {rules} {_in_law(found)} {_promise(lacking)}",
        f"{mend} {_or_go_on()}",
    )


def told(found: Answer) -> Told:
    """Tell whether the board may decide now, by those in the room and where they stand so far."""
    if found.lacks_people:
        why, mend = refused(found.stands)
        return Told(_("Not yet"), why, mend)
    if found.waits_for_room:
        return _to_be_asked(found)
    outcome = found.by_roll.decision.outcome
    why = f"{outcomes()[outcome]} {_because(found.by_roll)}".strip()
    return Told(_("Yes"), why, _close(found))


def _to_be_asked(found: Answer) -> Told:
    silent, ask = silent_in_room(len(found.silent)), ask_each()
    if found.roll:
        return Told(_("Not yet"), silent, ask)
    enough = _("All whom the rules ask for are in the room.")
    return Told(_("Yes"), f"{enough} {silent}", ask)


def ask_each() -> str:
    """Tell that whoever has not said is to be asked."""
    return _("Ask each of them where they stand. To stand aside is an answer too.")


def not_all(silent: int) -> tuple[str, str]:
    """Tell that some in the room must be asked before the roll can be closed."""
    return silent_in_room(silent), ask_each()


def silent_in_room(count: int) -> str:
    """Tell how many in the room have not said where they stand."""
    return ngettext(
        "%(n)s person in the room has not said where they stand.",
        "%(n)s people in the room have not said where they stand.",
        count,
    ) % {"n": _capital(number(count))}


def _close(found: Answer) -> str:
    if not found.silent:
        return _("Whoever chairs closes the roll.")
    return f"{silent_in_room(len(found.silent))} {_('The roll can be closed without them.')}"


def outcomes() -> Mapping[Outcome, str]:
    """Tell what would come of it, as people stand now."""
    return {
        Outcome.MAY_NOT: _("As people stand now, it may not be decided."),
        Outcome.NOT_CARRIED: _("As people stand now, it is not carried."),
        Outcome.CARRIED: _("As people stand now, it is carried."),
        Outcome.ADVISED: _("As people stand now, it is advice: no rule asks for agreement."),
        Outcome.WAITING: _("As people stand now, it waits for those who are away."),
        Outcome.LAPSED: _("As people stand now, it lapses."),
        Outcome.UNSETTLED: _("As people stand now, it is not settled."),
    }


def _because(found: Stands) -> str:
    decision = found.decision
    if decision.to_confirm:
        return to_be_confirmed(len(decision.to_confirm))
    rules = " ".join(f"{sentence(rule)} {counted(rule, found.seats)}" for rule in decision.unmet)
    if decision.outcome is Outcome.WAITING:
        return f"{rules} {waiting_for(len(decision.waiting_for), decision.days)}"
    return rules


def to_be_confirmed(count: int) -> str:
    """Tell that a decision hangs on what another entered for some people."""
    return ngettext(
        "It hangs on %(n)s person for whom somebody else entered where they stand, until that is "
        "confirmed.",
        "It hangs on %(n)s people for whom somebody else entered where they stand, until that is "
        "confirmed.",
        count,
    ) % {"n": number(count)}


def waiting_for(count: int, days: int) -> str:
    """Tell for how many people a decision waits, and how long."""
    whom = ngettext("%(n)s person who is away", "%(n)s people who are away", count)
    within = ngettext(
        "%(whom)s may still agree within %(days)s working day.",
        "%(whom)s may still agree within %(days)s working days.",
        days,
    )
    told = {"whom": whom % {"n": number(count)}, "days": number(days)}
    return _capital(within % told)


def counted(rule: Rule, seats: Sequence[Seat]) -> str:
    """Tell how far a rule is met.

    Example: In the room now: 1 of 3.
    """
    if rule.kind is RuleKind.NO_OBJECTION:
        return _("An objection stands.")
    found = count(rule, seats)
    gaps = {"there": found.there, "of": found.of}
    if rule.kind is RuleKind.PRESENT:
        return _("In the room now: %(there)d of %(of)d.") % gaps
    return _("They who agree: %(there)d of %(of)d.") % gaps


def _largest(found: Stands, lacking: Sequence[Rule]) -> list[Rule]:
    """Tell of several rules about the same people the one that asks for most of them."""
    most: dict[object, Rule] = {}
    for rule in lacking:
        one = (rule.who, type(rule.bound))
        known = most.get(one)
        if known is None or _more(rule, found) > _more(known, found):
            most[one] = rule
    return list(most.values())


def _more(rule: Rule, found: Stands) -> int:
    there = count(rule, found.seats)
    return there.needed - there.there


def _lacking(rule: Rule, seats: Sequence[Seat], *, strongest: Force) -> str:
    found = f"{sentence(rule)} {counted(rule, seats)}"
    if rule.source is not None:
        found += " " + _("Written in: %(source)s.") % {"source": rule.source}
    return found if rule.force is strongest else f"{found} {forces()[rule.force]}"


def _mend(rule: Rule, seats: Sequence[Seat]) -> str:
    found = count(rule, seats)
    who = people(rule.who or ALL)
    if isinstance(rule.bound, AtMost):
        return _too_many(found, who)
    more = max(found.needed - found.there, 1)
    if found.needed > found.of:
        return _("There are too few places for %(who)s today.") % {"who": who}
    return ngettext(
        "Ask %(n)s more of %(who)s to come, in the room, by phone or by video link, or to send the "
        "deputy they chose.",
        "Ask %(n)s more of %(who)s to come, in the room, by phone or by video link, or to send the "
        "deputies they chose.",
        more,
    ) % {"n": number(more), "who": who}


def _too_many(found: Count, who: str) -> str:
    gaps = {"n": number(found.there - found.needed), "who": who}
    return _("Let %(n)s of %(who)s stay out of the roll-call.") % gaps


def _unanswered(many: int) -> tuple[str, str]:
    wrong = ngettext(
        "This cannot be decided yet: %(n)s objection has not been answered.",
        "This cannot be decided yet: %(n)s objections have not been answered.",
        many,
    )
    mend = _("Answer it, or ask whoever made it whether they take it back.")
    return wrong % {"n": number(many)}, mend


def _heads() -> Mapping[Force, str]:
    return {
        Force.LAW: _("This meeting can’t decide. The law asks for this:"),
        Force.CONSTITUTION: _("This meeting can’t decide. Our constitution asks for this:"),
        Force.TERMS: _("This meeting can’t decide. Our terms of reference ask for this:"),
    }


def _or_another_day() -> str:
    return _("Or choose another day.")


def _or_go_on() -> str:
    return _("Wait for that, ask somebody by phone, or go on and say why: it will be shown.")


def _in_law(found: Stands) -> str:
    """Tell what the law says of it, as far as anybody has said so here."""
    if found.law_told:
        return _("In law this meeting can decide, by the legal rules entered here.")
    return _("This record holds no legal rule against it.")


def _promise(rules: Sequence[Rule]) -> str:
    days = sorted({rule.from_ for rule in rules if rule.from_ and rule.force is Force.PROMISE})
    if not days:
        return _("It would break a promise.")
    told = words.listing([words.day(each) for each in days])
    return _("It would break the promise made on %(day)s.") % {"day": told}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
