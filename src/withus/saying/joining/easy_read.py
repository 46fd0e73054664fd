"""A board in short words, a picture for each idea: who is on it, who decides, whom to ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from withus.core.deciding.mirror import Mirror
from withus.core.findings.finding import NotEnough
from withus.core.words import Level
from withus.saying.deciding.people import number
from withus.saying.easy_read import Frame, Idea, idea
from withus.saying.inviting.letters import the_board
from withus.saying.language import _, ngettext


@dataclass(frozen=True, slots=True)
class BoardTold:
    """What the frames tell of a board."""

    name: str
    partnership: str
    level: Level
    places: int
    drawing: int  # places held by people who draw on care and support
    caring: int  # and by unpaid carers
    vacant: int
    means: Mirror | NotEnough
    promised: bool  # only promises keep the others from deciding without them
    above: Sequence[tuple[str, str]]  # the boards above, the nearest first, and who decides there
    further: bool  # a board above that this page cannot tell of
    helpers: Sequence[str]  # names of those who run it, for those who may see them


def frames(told: BoardTold) -> tuple[Frame, ...]:
    """Tell a board, idea by idea."""
    return (
        Frame(_("What this is"), _what(told)),
        Frame(_("Who is on the board"), _who(told)),
        Frame(_("Can the others decide without them?"), _decides(told)),
        Frame(_("Who is above this board"), _above(told)),
        Frame(_("What you can do"), _to_do(told)),
    )


def _what(told: BoardTold) -> tuple[Idea, ...]:
    this = _("This is %(board)s.") % {"board": the_board(told.name)}
    return (
        idea("table", this, _("A board is a group of people."), _("They decide things together.")),
        idea("page", _part_of(told), _level(told.level)),
    )


def _part_of(told: BoardTold) -> str:
    return _("It is part of %(partnership)s.") % {"partnership": told.partnership}


def _level(level: Level) -> str:
    return {
        Level.PERSON: _("It decides about one person’s support."),
        Level.COMMUNITY: _("It decides things for a community."),
        Level.COUNCIL: _("It decides things for everybody in a council’s area."),
        Level.NATION: _("It decides things for a whole nation."),
    }[level]


def _who(told: BoardTold) -> tuple[Idea, ...]:
    """Tell how many places there are, and whom they are for."""
    if not told.places:
        return (idea("question", _("Nobody has a place yet.")),)
    first = [_places(told.places)]
    if told.vacant:
        first.append(_empty(told.vacant))
    about = (
        _("Some people draw on care and support."),
        _("Some people look after somebody, and nobody pays them. They are unpaid carers."),
        _("We call all of them the people it is about."),
    )
    affected = told.drawing + told.caring
    return (
        idea("table", *first),
        idea("speaking", *about),
        idea("speaking" if affected else "question", *_held(told)),
    )


def _places(count: int) -> str:
    return ngettext(
        "The board has %(count)d place.", "The board has %(count)d places.", count
    ) % {"count": count}  # fmt: skip


def _empty(count: int) -> str:
    return ngettext("%(count)d place is empty.", "%(count)d places are empty.", count) % {
        "count": count
    }


def _held(told: BoardTold) -> list[str]:
    if not told.drawing and not told.caring:
        return [_("None of them has a place on this board now.")]
    drawing = ngettext(
        "%(count)d person on the board draws on care and support.",
        "%(count)d people on the board draw on care and support.",
        told.drawing,
    )
    caring = ngettext(
        "%(count)d person is an unpaid carer.", "%(count)d people are unpaid carers.", told.caring
    )
    return [drawing % {"count": told.drawing}, caring % {"count": told.caring}]


def _decides(told: BoardTold) -> tuple[Idea, ...]:
    """Tell whether the others can decide without the people it is about."""
    means = told.means
    if isinstance(means, NotEnough):
        return (idea("question", _("We cannot tell."), _("The rules are too hard to work out.")),)
    if not means.members or not means.affected:
        nobody = _("None of the people it is about has a vote.")
        return (idea("go", nobody, _("So the others decide without them.")),)
    if not means.ruled:
        return (
            idea(
                "question",
                _("No rule says who must agree."),
                _("So it is not settled who decides."),
            ),
        )
    found = [_answer(means)]
    if told.promised and not means.without_affected:
        found.append(
            idea("question", _("This hangs on a promise."),
                 _("Without the promise, the others could decide without them."))
        )  # fmt: skip
    return tuple(found)


def _answer(means: Mirror) -> Idea:
    if not means.possible:
        return idea("stop", _("Nobody can decide anything."), _("The rules do not fit together."))
    if means.affected == means.members:
        return idea("table", _("There are no others."), _("Everybody who votes is one of them."))
    if not means.without_affected:
        return idea("stop", _("No."), _("The others cannot decide without them."),
                    _("The rules of the board say so."))  # fmt: skip
    if means.without_affected != means.possible:
        return idea("go", _("Sometimes."), _("The others can decide some things without them."))
    lines = [_("Yes."), _("The others can decide without them.")]
    if not means.if_they_must:
        must = _("A rule could change that: %(n)s of them must agree.")
        lines.append(must % {"n": number(means.must_agree)})
    return idea("go", *lines)


def _above(told: BoardTold) -> tuple[Idea, ...]:
    """Tell the boards above, and who decides there."""
    if not told.above and not told.further:
        return (idea("table", _("No other board is above this one.")),)
    found = [
        idea("up", _("%(board)s is above this board.") % {"board": name},
             _("It may have the last word."), decides)
        for name, decides in told.above
    ]  # fmt: skip
    if told.further:
        found.append(
            idea("question", _("Another board is above."), _("We do not know who decides there."))
        )
    return tuple(found)


def _to_do(told: BoardTold) -> tuple[Idea, ...]:
    helped = [_("You can read this with somebody.")]
    if told.helpers:
        asked = _("You can ask %(names)s.") % {"names": f" {_('or')} ".join(told.helpers)}
    else:
        asked = _("You can ask whoever told you about this board.")
    return (
        idea("phone", asked, *helped),
        idea("speaking", _("You can say what you think."),
             _("You can say it by phone, in a letter, or with help."), _("It counts the same.")),
        idea("page", _("What is decided is written down."), _("Everybody can read it."),
             _("A name is only shown if the person wants that.")),
    )  # fmt: skip
