"""Meeting, folded: what each of its facts changes. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import meeting as f
from withus.core.facts.fact import Fact
from withus.core.history.state import AgendaItem, Meeting
from withus.core.history.told import Told


def called(meeting: Meeting, one: Told[f.MeetingCalled]) -> Meeting | None:
    """Call a meeting, once."""
    return replace(meeting, called=one) if meeting.called is None else None


def moved(meeting: Meeting, one: Told[f.MeetingMoved]) -> Meeting | None:
    """Put a meeting at another time or place."""
    return replace(meeting, moved=(*meeting.moved, one)) if meeting.called else None


def cancelled(meeting: Meeting, one: Told[f.MeetingCancelled]) -> Meeting | None:
    """Cancel a meeting, once."""
    fits = meeting.called and meeting.cancelled is None
    return replace(meeting, cancelled=one) if fits else None


def opened(meeting: Meeting, one: Told[f.MeetingOpened]) -> Meeting | None:
    """Open a meeting, once."""
    return replace(meeting, opened=one) if meeting.called and meeting.opened is None else None


def chaired(meeting: Meeting, one: Told[f.MeetingChaired]) -> Meeting | None:
    """Take in who chairs from now on."""
    return replace(meeting, chaired=(*meeting.chaired, one)) if meeting.opened else None


def closed(meeting: Meeting, one: Told[f.MeetingClosed]) -> Meeting | None:
    """Close a meeting that was opened, once."""
    return replace(meeting, closed=one) if meeting.opened and meeting.closed is None else None


def item_asked(meeting: Meeting, one: Told[f.ItemAsked]) -> Meeting | None:
    """Take in what somebody asked for."""
    name = one.fact.item
    if meeting.called is None or name in meeting.items:
        return None
    return replace(meeting, items={**meeting.items, name: AgendaItem(one)})


def item_placed(meeting: Meeting, one: Told[f.ItemPlaced]) -> Meeting | None:
    """Take in what became of an item; said again, the last holds."""
    return with_item(meeting, one.fact.item, placed=one)


def paper_out(meeting: Meeting, one: Told[f.PaperOut]) -> Meeting | None:
    """Take in a paper for an item."""
    item = meeting.items.get(one.fact.item)
    if item is None or one.fact.paper in item.papers:
        return None
    return with_item(meeting, one.fact.item, papers={**item.papers, one.fact.paper: one})


def interest_declared(meeting: Meeting, one: Told[f.InterestDeclared]) -> Meeting | None:
    """Take in that somebody has an interest in an item."""
    item = meeting.items.get(one.fact.item)
    if item is None:
        return None
    return with_item(meeting, one.fact.item, interests=(*item.interests, one))


def with_item(meeting: Meeting, name: str, **changed: Any) -> Meeting | None:
    """Tell a meeting in which one item stands otherwise; None where there is no such item."""
    item = meeting.items.get(name)
    if item is None:
        return None
    return replace(meeting, items={**meeting.items, name: replace(item, **changed)})


def needs_looked_at(meeting: Meeting, one: Told[f.NeedsLookedAt]) -> Meeting | None:
    """Take in whether what people need was there."""
    return replace(meeting, needs=(*meeting.needs, one)) if meeting.called else None


def presence_noted(meeting: Meeting, one: Told[f.PresenceNoted]) -> Meeting | None:
    """Take in that somebody came or left."""
    if meeting.called is None:
        return None
    holding = one.fact.holding
    noted = (*meeting.presence.get(holding, ()), one)
    return replace(meeting, presence={**meeting.presence, holding: noted})


def company_noted(meeting: Meeting, one: Told[f.CompanyNoted]) -> Meeting | None:
    """Take in how many were there in support; said again, the last holds."""
    return replace(meeting, company=one) if meeting.called else None


def item_paused(meeting: Meeting, one: Told[f.ItemPaused]) -> Meeting | None:
    """Count a pause."""
    return replace(meeting, pauses=(*meeting.pauses, one)) if meeting.called else None


def turns_counted(meeting: Meeting, one: Told[f.TurnsCounted]) -> Meeting | None:
    """Take in how often each spoke or signed; said again, the last holds."""
    return replace(meeting, turns=one) if meeting.called else None


def minutes_drafted(meeting: Meeting, one: Told[f.MinutesDrafted]) -> Meeting | None:
    """Take in a version of the minutes: the first, or the one after the last."""
    right = meeting.called and one.fact.version == len(meeting.drafts) + 1
    return replace(meeting, drafts=(*meeting.drafts, one)) if right else None


def minutes_approved(meeting: Meeting, one: Told[f.MinutesApproved]) -> Meeting | None:
    """Take in who said that a version of the minutes is right."""
    known = 0 < one.fact.version <= len(meeting.drafts)
    return replace(meeting, approvals=(*meeting.approvals, one)) if known else None


CHANGES: Mapping[type[Fact], Callable[..., Meeting | None]] = {
    f.MeetingCalled: called,
    f.MeetingMoved: moved,
    f.MeetingCancelled: cancelled,
    f.MeetingOpened: opened,
    f.MeetingChaired: chaired,
    f.MeetingClosed: closed,
    f.ItemAsked: item_asked,
    f.ItemPlaced: item_placed,
    f.PaperOut: paper_out,
    f.NeedsLookedAt: needs_looked_at,
    f.PresenceNoted: presence_noted,
    f.CompanyNoted: company_noted,
    f.ItemPaused: item_paused,
    f.TurnsCounted: turns_counted,
    f.InterestDeclared: interest_declared,
    f.MinutesDrafted: minutes_drafted,
    f.MinutesApproved: minutes_approved,
}
