"""What a board's rules mean for those it is about, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable

from withus.core.deciding.each import LeftOut
from withus.core.deciding.mirror import Mirror
from withus.core.deciding.voting import MOTIONS
from withus.core.findings.finding import NotEnough
from withus.core.words import MotionKind
from withus.saying import words
from withus.saying.deciding.people import number
from withus.saying.deciding.rules import motions
from withus.saying.language import _, ngettext


def reflected(mirror: Mirror | NotEnough) -> tuple[list[str], list[str]]:
    """Tell the plain mirror, sentence by sentence: who is there, then what the rules mean.

    Example: 14 members. 2 are people it’s about. The others can decide without them. If two of
        them must agree, they can’t.
    """
    if isinstance(mirror, NotEnough):
        return [], [why_not(mirror)]
    return who_is_there(mirror), meaning(mirror)


def in_short(mirror: Mirror | NotEnough) -> str:
    """Tell in one sentence whether it can be decided without the people it is about.

    Example: The others can decide without them.
    """
    if isinstance(mirror, NotEnough):
        return why_not(mirror)
    if mirror.members and not mirror.affected:
        return _("Nobody it is about has a vote.")
    return " ".join(meaning(mirror)[:1])


def why_not(reason: NotEnough) -> str:
    """Tell why it cannot be told what the rules mean."""
    return {
        "rule_unreadable": _("One of the rules cannot be read, so what they mean cannot be told."),
        "too_many_cases": _("The rules tell too many sorts of places apart to be worked out here."),
    }[reason.reason]


def who_is_there(mirror: Mirror) -> list[str]:
    """Tell how many members there are, and how many of them are people it is about."""
    all_of_them = ngettext("%(count)d member.", "%(count)d members.", mirror.members) % {
        "count": mirror.members
    }
    if not mirror.members:
        return [_("Nobody has a vote here.")]
    if not mirror.affected:
        return [all_of_them, _("None of them is a person it’s about.")]
    if mirror.affected == mirror.members:
        return [all_of_them, _("All of them are people it’s about.")]
    about = ngettext("%(count)d is a person it’s about.", "%(count)d are people it’s about.",
                     mirror.affected)  # fmt: skip
    return [all_of_them, about % {"count": mirror.affected}]


def meaning(mirror: Mirror) -> list[str]:
    """Tell whether it can be decided without them, and what would follow if they had to agree."""
    if not mirror.ruled:
        return [_("No rule says who must be there or agree.")]
    if not mirror.members:
        return []
    if not mirror.possible:
        return [_("Under these rules nothing can be decided, whoever agrees.")]
    found = [_never(mirror.possible)] if mirror.possible != MOTIONS else []
    if not mirror.affected:
        return found
    if mirror.affected == mirror.members:
        found += [_("Nobody else can decide.")] if not mirror.without_affected else []
    else:
        found.append(_without(mirror.without_affected, among=mirror.possible))
        found += _supposing(mirror)
    return found + _of_those_who_draw(mirror)


def each_told(sorts: Iterable[LeftOut]) -> list[tuple[str, int, str]]:
    """Tell, for each sort of members, how many they are and whether it is decided without them.

    Example: ("Unpaid carer", 2, "Yes")
    """
    found = []
    for one in sorts:
        who = words.capacity(one.capacity) if one.capacity else _("The people it is about")
        answer = _("Yes") if one.without else _("No")
        if one.without and one.without != MOTIONS:
            answer = _("Yes, on %(what)s") % {"what": on(one.without)}
        found.append((who, one.members, answer))
    return found


def both_sides(them: int, rest: int, *, without: frozenset[MotionKind]) -> tuple[str, str, str]:
    """Tell a picture of two sides: who says no, who says yes, and what becomes of it.

    Example: These 5 say no. These 7 say yes. Nothing is decided.
    """
    no = ngettext("This %(count)d says no", "These %(count)d say no", them) % {"count": them}
    yes = ngettext("This %(count)d says yes", "These %(count)d say yes", rest) % {"count": rest}
    if not without:
        return no, yes, _("Nothing is decided.")
    if without == MOTIONS:
        return no, yes, _("It is decided.")
    return no, yes, _("It is decided, where it is about %(what)s.") % {"what": on(without)}


def _never(possible: frozenset[MotionKind]) -> str:
    never = _("Nothing can be decided on %(what)s, whoever agrees.")
    return never % {"what": on(MOTIONS - possible)}


def _without(without: frozenset[MotionKind], *, among: frozenset[MotionKind]) -> str:
    if not without:
        return _("The others can’t decide without them.")
    if without == among:
        return _("The others can decide without them.")
    if len(without) * 2 > len(among):
        most = _("The others can decide without them, but not on %(what)s.")
        return most % {"what": on(among - without)}
    return _("The others can decide without them, but only on %(what)s.") % {"what": on(without)}


def _supposing(mirror: Mirror) -> list[str]:
    if not mirror.without_affected or mirror.if_they_must:
        return []
    must = ngettext("If %(n)s of them must agree, they can’t.",
                    "If %(n)s of them must agree, they can’t.", mirror.must_agree)  # fmt: skip
    return [must % {"n": number(mirror.must_agree)}]


def _of_those_who_draw(mirror: Mirror) -> list[str]:
    """Tell of those who draw on services alone, where that differs."""
    if not mirror.draws:
        return [_("None of them draws on care and support.")]
    if mirror.without_draws == mirror.without_affected:
        return []
    whole, where = mirror.without_draws == mirror.possible, {"what": on(mirror.without_draws)}
    if mirror.affected == mirror.members:
        if whole:
            return [_("The unpaid carers can decide without those who draw on care and support.")]
        some = _(
            "Without those who draw on care and support, unpaid carers can decide on %(what)s."
        )
        return [some % where]
    if whole:
        together = _(
            "The others and the unpaid carers together can decide without those who draw on care "
            "and support."
        )
        return [together]
    some = _(
        "The others and the unpaid carers together can decide on %(what)s without those who draw "
        "on care and support."
    )
    return [some % where]


def on(kinds: Iterable[MotionKind]) -> str:
    """Tell kinds of motion in words.

    Example: a text or money
    """
    wanted = set(kinds)
    return f" {_('or')} ".join(said for code, said in motions().items() if code in wanted)
