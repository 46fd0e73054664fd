"""The fields of an entry: what each is called, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from withus.core.facts.fact import Fact, Seal, layout
from withus.core.facts.forms import AN_ID
from withus.core.facts.rows import Row
from withus.saying import words
from withus.saying.deciding.rules import as_entered
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.saying.meeting.happened import starting


def clear_fields(fact: Fact, *, board: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each clear field, in the order of the fact's own making."""
    names = layout(type(fact)).clear
    for name in (each for each in fact.__dataclass_fields__ if each in names):
        said = board if name == "board" and board else value(getattr(fact, name))
        yield label(name), said


def sealed_fields(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the name of each sealed field and what kind of thing is sealed; it is never opened."""
    for name, seal in layout(type(fact)).sealed.items():
        person = seal is Seal.PERSON
        yield label(name), _("sealed: who this is") if person else _("sealed: words")


def value(told: Any) -> str:
    """Tell what a clear field says."""
    if told is None:
        return _("nothing entered")
    if isinstance(told, bool):
        return _("yes") if told else _("no")
    if isinstance(told, StrEnum):
        return term(told)
    if isinstance(told, datetime):
        return starting(told)
    if isinstance(told, date):
        return words.day(told)
    if isinstance(told, tuple):
        return "; ".join(row(each) for each in told) or _("none")
    if isinstance(told, frozenset):
        return words.listing(sorted(value(each) for each in told)) or _("none")
    if isinstance(told, list):
        return as_entered(told)
    if isinstance(told, dict):
        return ", ".join(f"{name}: {value(each)}" for name, each in sorted(told.items()))
    if isinstance(told, str) and AN_ID.fullmatch(told):
        return _("the one called %(code)s…") % {"code": told[:3]}
    return str(told)


def row(told: Row) -> str:
    """Tell a row of a list: the place by its code, and what the list says of it."""
    parts = (f"{label(each.name)}: {value(getattr(told, each.name))}" for each in fields(told))
    return ", ".join(parts)


def label(name: str) -> str:
    """Tell what a field is called; one not known here by its own name."""
    known = (
        _of_meetings(),
        _of_decisions(),
        _of_works(),
        _of_partnerships(),
        _of_places(),
        _of_mandates(),
        _of_entries(),
    )
    return next((each[name] for each in known if name in each), name)


def _of_partnerships() -> dict[str, str]:
    return {
        "name": _("Name"),
        "practice": _("A practice run"),
        "follows": _("What it follows"),
        "country": _("Country"),
        "about": _("What it is about"),
        "organisation": _("Organisation"),
        "kind": _("Kind"),
        "given": _("Duty it is"),
        "duty": _("Duty"),
        "from_": _("From"),
        "until": _("Until"),
        "level": _("Level"),
        "parent": _("Board above"),
        "formats": _("Forms its papers come in"),
        "rules": _("Rules"),
        "decision": _("Decision it follows from"),
    }


def _of_places() -> dict[str, str]:
    return {
        "board": _("Board"),
        "place": _("Place"),
        "capacity": _("In what capacity"),
        "tags": _("The board’s own words for it"),
        "chair": _("In the chair"),
        "vote_from": _("Votes from"),
        "vote_until": _("Votes until"),
        "term_until": _("Term ends"),
        "chosen_by": _("Chosen by"),
        "paid_by": _("Paid for by"),
        "post": _("Post"),
        "holding": _("Time in the place"),
        "shown_as": _("How they are shown"),
        "person": _("Person"),
        "how": _("How"),
        "early": _("Before the end of the term"),
        "deputy": _("Deputy"),
        "meeting": _("Meeting"),
    }


def _of_meetings() -> dict[str, str]:
    return {
        "starts": _("Starts"),
        "ends": _("Ends"),
        "ways": _("Ways to take part"),
        "called_by": _("Called in what capacity"),
        "where": _("Where"),
        "chairs": _("In the chair"),
        "item": _("Item on the agenda"),
        "title": _("Title"),
        "order": _("Place on the agenda"),
        "urgent": _("Urgent"),
        "private_by_law": _("Private by law"),
        "told_before": _("People were told beforehand"),
        "paper": _("Paper"),
        "form_of": _("Another form of"),
        "format": _("Form"),
        "day": _("Day"),
        "digest": _("Its hash"),
        "answer": _("Answer"),
        "quarter": _("Quarter"),
        "asked": _("People who said what they need"),
        "came": _("They came"),
        "way": _("By which way"),
        "self_entered": _("Entered by themselves"),
        "supporters": _("Supporters"),
        "interpreters": _("Interpreters"),
        "turns": _("Turns"),
        "recused": _("Takes no part in it"),
        "version": _("Version"),
        "text": _("Minutes"),
        "holdings": _("Who said so"),
    }


def _of_decisions() -> dict[str, str]:
    return {
        "motion": _("What was put"),
        "revision": _("Which text"),
        "words": _("In these words"),
        "position": _("Where they stand"),
        "why": _("Why"),
        "rule": _("Rule"),
        "by": _("In what capacity"),
        "objection": _("Objection"),
        "roll": _("Where each stood"),
        "met": _("Met"),
        "unmet": _("Not met"),
        "of_last_entry": _("The entry before it"),
        "whole": _("All of them are entered"),
        "by_decision": _("Decision in its place"),
        "body": _("Body"),
        "by_law": _("By law"),
        "reported": _("What was told"),
        "outside_rule": _("Outside which rule"),
        "how_known": _("How it is known"),
    }


def _of_works() -> dict[str, str]:
    return {
        "work": _("Work"),
        "boards": _("Boards that take part"),
        "about_one_person": _("About one person"),
        "side": _("Side"),
        "d": _("Whom it is about"),
        "f_is_d": _("About carers alone"),
        "step": _("How far power is shared"),
        "existing": _("What was there before"),
        "since": _("Since"),
        "said_by": _("Who says so"),
        "started": _("Began on"),
        "asked": _("Who was asked"),
        "documents": _("Documents"),
        "digests": _("Their hashes"),
        "account": _("How it began"),
        "agrees": _("It began so"),
        "was_in": _("They were in by then"),
        "practised": _("Begun in the practice run"),
        "question": _("Question"),
        "joins": _("Proposals it brings together"),
        "bases": _("Written from"),
        "contributor": _("Whose words"),
        "scribe": _("Who wrote it down"),
        "version_of": _("In another form"),
        "imported": _("From a file"),
        "paragraphs": _("Its paragraphs"),
        "credits": _("Who put it into this form, and who checked it"),
        "suggestion": _("Suggestion"),
        "paragraph": _("Which paragraph"),
        "point": _("Point"),
        "points": _("Points"),
        "said_capacity": _("Capacity as they say"),
        "group_of": _("How many agreed on it"),
        "attachment": _("What goes with it"),
        "theme": _("Theme"),
        "to": _("Where it went"),
        "same_reason_as": _("Entry with the same reason"),
        "says": _("What they say of it"),
        "route": _("How they were told"),
    }


def _of_mandates() -> dict[str, str]:
    return {
        "mandate": _("Mandate"),
        "method": _("How they were chosen"),
        "roll": _("People who could take part"),
        "voted": _("People who took part"),
        "report_every": _("Days from one report back to the next"),
        "recall_share": _("Share that can recall them"),
        "constituency": _("For whom they speak"),
        "routes": _("How they reported back"),
        "report": _("Report back"),
    }


def _of_entries() -> dict[str, str]:
    return {
        "entry": _("Entry it is about"),
        "right": _("It is right"),
        "field": _("What was put right"),
        "value": _("What it should have said"),
        "path": _("Which words"),
        "ground": _("Reason"),
        "appeal_by": _("Can be appealed until"),
        "reason": _("Reason in words"),
        "challenge": _("Challenge"),
        "what": _("What was said"),
        "spoken": _("Times they spoke"),
        "signed": _("Times they signed"),
        "outcome": _("What came of it"),
        "openings": _("Sealed fields that can no longer be opened"),
        "key": _("The new key"),
        "signature": _("The old key’s signature on it"),
        "origin": _("The record before"),
        "size": _("Entries it had"),
        "root": _("Its last hash"),
        "kept": _("Entries that are kept"),
    }
