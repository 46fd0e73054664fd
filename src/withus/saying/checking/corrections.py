"""What a person put right, said back to them."""

from withus.core.minutes import corrections as put
from withus.core.minutes.corrections import Correction
from withus.core.minutes.series import Series
from withus.core.minutes.showing import publishable
from withus.saying import words
from withus.saying.language import _


def put_right(fact: Correction, series: Series) -> str:
    """Tell one correction in a sentence.

    Reads: `series` as it was read, to tell a place by its words.
    """
    day = _day(fact, series)
    if isinstance(fact, put.PlaceRead):
        said = _("“%(post)s” is %(capacity)s") % {
            "post": _post(fact.key, series),
            "capacity": words.capacity(fact.capacity),
        }
        standing = {True: _(", a member"), False: _(", in support"), None: ""}[fact.member]
        return said + standing + day
    if isinstance(fact, put.PlaceMerged):
        same = ", ".join(filter(None, [fact.role, fact.organisation]))
        return _("“%(post)s” is the same place as “%(same)s”") % {
            "post": _post(fact.key, series),
            "same": same,
        }
    if isinstance(fact, put.PlaceLeftOut):
        return _("“%(post)s” is nobody: left out") % {"post": _post(fact.key, series)} + day
    return _of_meeting(fact, day)


def _of_meeting(fact: Correction, day: str) -> str:
    if isinstance(fact, put.PlaceAdded):
        post = ", ".join(filter(None, [fact.role, fact.organisation]))
        added = _("Added: “%(post)s”, %(capacity)s")
        return added % {"post": post, "capacity": words.capacity(fact.capacity)} + day
    if isinstance(fact, put.MeetingDated):
        return _("The meeting was on %(day)s") % {"day": words.day(fact.held)}
    if isinstance(fact, put.MeetingChaired):
        return _("In the chair: %(capacity)s") % {"capacity": words.capacity(fact.capacity)} + day
    return ""


def _post(key: str, series: Series) -> str:
    seen = (one for meeting in series.meetings for one in meeting.sightings if one.key == key)
    first = next(seen, None) if key else None
    if first is None:
        return publishable(key) or _("no role printed")
    return ", ".join(filter(None, [first.role, first.organisation]))


def _day(fact: Correction, series: Series) -> str:
    number = getattr(fact, "meeting", None)
    held = next((m.held for m in series.meetings if m.number == number), None)
    return f" ({words.day(held)})" if held else ""
