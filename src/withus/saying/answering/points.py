"""Points as pages tell them: who put one, what became of it, and how many say it is right."""

from __future__ import annotations

from withus.core.answering.groups import GroupSaid
from withus.core.answering.standing import PointStands
from withus.core.words import Capacity, PointOutcome, PointSays, PointWay, ShownAs, ToldRoute
from withus.saying import words
from withus.saying.answering import terms
from withus.saying.joining.forms import upper
from withus.saying.language import _, ngettext
from withus.saying.meeting.calling import lower


def stands(code: PointStands) -> str:
    """Tell what became of a point."""
    return {
        PointStands.WAITS: _("Not answered yet"),
        PointStands.ADOPTED: _("Taken up"),
        PointStands.PARTLY: _("Taken up in part"),
        PointStands.NOT: _("Not taken up"),
        PointStands.WITHDRAWN: _("Taken back"),
    }[code]


def mark(code: PointStands) -> str:
    """Tell how its tag is drawn: taken up as shown, all else as still to come or over."""
    return "shown" if code in (PointStands.ADOPTED, PointStands.PARTLY) else "later"


def states() -> list[tuple[str, str]]:
    """Tell what a list of points may be narrowed to."""
    return [("", _("All")), *((each.value, stands(each)) for each in PointStands)]


def sorts() -> list[tuple[str, str]]:
    """Tell the orders of a list of points."""
    return [
        ("waits", _("Not answered first")),
        ("new", _("Newest first")),
        ("old", _("Oldest first")),
    ]


def who(
    shown_as: ShownAs, name: str, capacity: Capacity | None, *, seated: bool, group: bool = False
) -> str:
    """Tell who put a point, as they chose to be shown."""
    if group:
        return _("A group")
    if shown_as is ShownAs.NAMED and name:
        return name
    if shown_as is ShownAs.COUNTED or capacity is None:
        return _("Somebody on the board") if seated else _("Somebody")
    told = lower(words.capacity(capacity))
    if seated:
        return _("A member: %(capacity)s") % {"capacity": told}
    return _("Somebody who says: %(capacity)s") % {"capacity": told}


def came(way: PointWay) -> str:
    """Tell how it came, as a sentence of its own begins."""
    return upper(terms.way(way))


def group(said: GroupSaid) -> str:
    """Tell how many agreed, and how many of them have said that it is right."""
    of = ngettext("%(count)d person agreed.", "%(count)d people agreed.", said.of)
    told = [of % {"count": said.of}]
    told.append(_right(said.right))
    if said.wrong:
        wrong = ngettext("%(count)d says it is not.", "%(count)d say it is not.", said.wrong)
        told.append(wrong % {"count": said.wrong})
    if said.others:
        others = ngettext(
            "%(count)d person who was not in the group says so too.",
            "%(count)d people who were not in the group say so too.",
            said.others,
        )
        told.append(others % {"count": said.others})
    return " ".join(told)


def _right(count: int) -> str:
    if not count:
        return _("None has said yet that it is right.")
    told = ngettext("%(count)d has said it is right.", "%(count)d have said it is right.", count)
    return told % {"count": count}


def missing_words() -> str:
    """Tell those who may read them why words are not there."""
    return _("Its words were taken away.")


def closed_words() -> str:
    """Tell those who may not read it that there are words."""
    return _("A point that the boards of this work can read")


def counted(every: int, waiting: int) -> str:
    """Tell how many points there are, and how many wait."""
    if not every:
        return _("Nobody has put a point yet.")
    told = ngettext("%(count)d point.", "%(count)d points.", every) % {"count": every}
    if not waiting:
        return f"{told} {_('None of them waits for an answer.')}"
    waits = ngettext("%(count)d waits for an answer.", "%(count)d wait for an answer.", waiting)
    return f"{told} {waits % {'count': waiting}}"


def outcomes() -> list[tuple[str, str]]:
    """Tell what can be answered."""
    return [(each.value, terms.outcome(each)) for each in PointOutcome]


def say_where() -> list[tuple[str, str]]:
    """Tell what whoever put a point can say of where it went."""
    return [(each.value, upper(terms.says(each))) for each in PointSays]


def ways() -> list[tuple[str, str]]:
    """Tell the ways in which a point reaches whoever types it."""
    some = (PointWay.PHONE, PointWay.LETTER, PointWay.MEETING)
    return [(each.value, came(each)) for each in some]


def shown() -> list[tuple[str, str]]:
    """Tell how somebody can be shown beside their point."""
    return [
        (ShownAs.COUNTED.value, _("Nobody. Count me, and do not say who I am.")),
        (ShownAs.ROLE.value, _("Say what I am, and not my name.")),
        (ShownAs.NAMED.value, _("My name, to those on the boards of this work.")),
    ]


def capacities() -> list[tuple[str, str]]:
    """Tell as what somebody without a place can say something."""
    some = (
        Capacity.DRAWS_ON_SERVICES,
        Capacity.UNPAID_CARERS,
        Capacity.SERVICES,
        Capacity.COMMUNITY,
        Capacity.OTHER,
    )
    return [
        *((each.value, upper(words.capacity(each))) for each in some),
        ("", _("I’d rather not say")),
    ]


def routes() -> list[tuple[str, str]]:
    """Tell how somebody can be told what happened."""
    return [
        (ToldRoute.SCREEN.value, _("I come back here with my code")),
        (ToldRoute.TEXT.value, _("A text message")),
        (ToldRoute.CALL.value, _("A call")),
        (ToldRoute.LETTER.value, _("A letter")),
        (ToldRoute.SOMEONE.value, _("Through somebody I trust")),
        ("none", _("Nobody need tell me")),
    ]


def route_of(code: str) -> str:
    """Tell one of them."""
    return dict(routes()).get(code, "")


def choices() -> list[tuple[str, str]]:
    """Tell what can be answered to a card."""
    return [("yes", _("Yes")), ("no", _("No")), ("not_sure", _("Not sure"))]


def told_by(code: str) -> str:
    """Tell by which route somebody is to be told; empty where nobody knows one."""
    return upper(terms.route(ToldRoute(code))) if code else _("Nobody knows how to reach them")


def readers() -> str:
    """Tell who reads what is typed about a work."""
    return _("everybody on the boards of this work, and those who run it")


def untitled(number: int) -> str:
    """Tell a theme by its number, where its title is not shown."""
    return _("Theme %(number)d") % {"number": number}


def told_readers() -> str:
    """Tell who reads an answer."""
    return _("whoever put it, and everybody on the boards of this work")


def points_in(count: int) -> str:
    """Tell how many points are in a theme."""
    return ngettext("%(count)d point", "%(count)d points", count) % {"count": count}
