"""What happened in joining, a sentence for each type of fact. Never who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from withus.core.facts import joining as f
from withus.core.facts.fact import Fact
from withus.saying import words
from withus.saying.joining.terms import term
from withus.saying.language import _
from withus.saying.practising.runs import followed


def on(board: str) -> str:
    """Tell on which board, or on one that has no name here.

    Example: on("Coming Home board") is "on the Coming Home board".
    """
    if not board:
        return _("on a board")
    bare = board[4:] if board.lower().startswith("the ") else board
    return _("on the %(board)s") % {"board": bare}


def opened(fact: f.PartnershipOpened, board: str) -> str:
    """Tell that a partnership began."""
    told = _("The partnership %(name)s began to share this record.")
    if fact.practice:
        told = _("The partnership %(name)s began a practice run.")
    before = followed(fact.follows)
    return (told % {"name": fact.name}) + (f" {before}" if before else "")


def organisation_joined(fact: f.OrganisationJoined, board: str) -> str:
    """Tell which body took part."""
    told = {"name": fact.name, "kind": term(fact.kind)}
    return _("%(name)s took part (%(kind)s).") % told


def duty_given(fact: f.DutyGiven, board: str) -> str:
    """Tell that a duty was taken on."""
    return _("Somebody took on a duty: %(duty)s.") % {"duty": term(fact.duty)}


def board_opened(fact: f.BoardOpened, board: str) -> str:
    """Tell that a board began."""
    return _("A board began: %(name)s. %(level)s.") % {
        "name": fact.name,
        "level": term(fact.level),
    }


def place_made(fact: f.PlaceMade, board: str) -> str:
    """Tell that a board got a place, and in what capacity."""
    told = {"on": on(board), "capacity": words.capacity(fact.capacity)}
    if fact.chair:
        return _("A place was made %(on)s, for the chair: %(capacity)s.") % told
    return _("A place was made %(on)s: %(capacity)s.") % told


def place_taken(fact: f.PlaceTaken, board: str) -> str:
    """Tell that somebody took a place."""
    return _("Somebody took a place %(on)s.") % {"on": on(board)}


def place_left(fact: f.PlaceLeft, board: str) -> str:
    """Tell that somebody left a place, and how."""
    told = {"on": on(board), "how": term(fact.how)}
    if fact.early:
        return _("Somebody left a place %(on)s before the end of their term. %(how)s.") % told
    return _("Somebody left a place %(on)s. %(how)s.") % told


def mandate_granted(fact: f.MandateGranted, board: str) -> str:
    """Tell that somebody was chosen to speak for others, how, and by how many."""
    told = {"on": on(board), "chosen": chosen(fact)}
    return _("Somebody with a place %(on)s was %(chosen)s, to speak for them.") % told


def chosen(fact: f.MandateGranted) -> str:
    """Tell how a mandate was given, and by how many.

    Example: chosen by ballot: 40 of 61 people took part.
    """
    told = {"how": term(fact.method), "voted": fact.voted, "roll": fact.roll}
    if fact.voted is not None and fact.roll is not None:
        return _("chosen %(how)s (%(voted)d of %(roll)d people took part)") % told
    if fact.voted is not None:
        return _("chosen %(how)s (%(voted)d people took part)") % told
    if fact.roll is not None:
        return _("chosen %(how)s (%(roll)d people could take part)") % told
    return _("chosen %(how)s (how many took part was not entered)") % told


def simply(sentence: Callable[[], str]) -> Callable[[Any, str], str]:
    """Say the same of every fact of a type, with the board it is on."""
    return lambda fact, board: sentence() % {"on": on(board)}


SENTENCES: Mapping[type[Fact], Callable[[Any, str], str]] = {
    f.PartnershipOpened: opened,
    f.PartnershipClosed: simply(lambda: _("The partnership came to its end.")),
    f.OrganisationJoined: organisation_joined,
    f.DutyGiven: duty_given,
    f.DutyEnded: simply(lambda: _("Somebody laid a duty down.")),
    f.BoardOpened: board_opened,
    f.BoardClosed: simply(lambda: _("A board came to its end.")),
    f.RulesSet: simply(lambda: _("Rules were set %(on)s.")),
    f.PlaceMade: place_made,
    f.PlaceEnded: simply(lambda: _("A place %(on)s was taken away.")),
    f.PlaceTaken: place_taken,
    f.PlaceLeft: place_left,
    f.DeputyNamed: simply(
        lambda: _("Somebody with a place %(on)s chose who may come in their stead.")
    ),
    f.DeputyEnded: simply(lambda: _("Somebody’s deputy %(on)s may no longer come.")),
    f.MandateGranted: mandate_granted,
    f.MandateEnded: simply(
        lambda: _("Somebody with a place %(on)s no longer speaks for those who chose them.")
    ),
    f.MandateReported: simply(
        lambda: _("Somebody with a place %(on)s told those who chose them what they had done.")
    ),
}
