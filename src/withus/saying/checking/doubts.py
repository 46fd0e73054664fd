"""What a reading could not tell, as sentences, and whom to ask."""

from withus.core.minutes.series import Series
from withus.core.words import Capacity, Standing
from withus.saying import words
from withus.saying.checking import counting, reasons
from withus.saying.language import _, ngettext

MOST_SHOWN = 6


def doubts(series: Series) -> list[str]:
    """Tell what could not be told from these minutes, most telling first."""
    return [
        *_counted(series),
        *_unplaced(series),
        *_asked(series),
        *_support(series),
        *_meetings(series),
    ]


def _counted(series: Series) -> list[str]:
    """How far the lists themselves may be out, meeting by meeting."""
    told = [
        sentence
        for meeting in series.meetings
        for sentence in (counting.open_count(meeting), counting.open_roles(meeting))
        if sentence
    ]
    if len(told) <= MOST_SHOWN:
        return told
    more = len(told) - MOST_SHOWN + 1
    rest = _("%(count)d more such lists: the page “Put us right” names them.") % {"count": more}
    return [*told[: MOST_SHOWN - 1], rest]


def _unplaced(series: Series) -> list[str]:
    unsure = [
        (meeting, seen)
        for meeting in series.meetings
        for seen in meeting.sightings
        if seen.standing.counts and seen.capacity is Capacity.UNSURE
    ]
    if not unsure:
        return []
    posts = dict.fromkeys(_post(seen.role, seen.organisation) for _meeting, seen in unsure)
    named = [f"“{post}”" for post in posts if post][:MOST_SHOWN]
    sentence = ngettext(
        "%(count)d place could not be told", "%(count)d places could not be told", len(unsure)
    ) % {"count": len(unsure)}
    return [f"{sentence}: {words.listing(named)}." if named else f"{sentence}."]


def _post(role: str, organisation: str) -> str:
    return ", ".join(filter(None, [role, organisation]))


def _asked(series: Series) -> list[str]:
    found: dict[str, str] = {}
    for meeting in series.meetings:
        for seen in meeting.sightings:
            ask = reasons.ask(seen.why)
            if ask and seen.affected:
                found.setdefault(_post(seen.role, seen.organisation), ask)
    return [f"“{post}”: {ask}" for post, ask in list(found.items())[:MOST_SHOWN] if post]


def _support(series: Series) -> list[str]:
    perhaps = sum(
        not seen.standing.sure for meeting in series.meetings for seen in meeting.sightings
    )
    certain = any(
        seen.standing is Standing.PERHAPS_IN_SUPPORT
        for meeting in series.meetings
        for seen in meeting.sightings
    )
    if not perhaps or not certain:
        return []
    return [
        _("Minutes often do not say who is a member. %(count)d may be members or in support.")
        % {"count": perhaps}
    ]


def _meetings(series: Series) -> list[str]:
    undated = sum(meeting.held is None for meeting in series.meetings)
    unchaired = sum(meeting.chair is None for meeting in series.meetings)
    told = []
    if undated:
        told.append(
            ngettext(
                "No day was found for %(count)d meeting.",
                "No day was found for %(count)d meetings.",
                undated,
            )
            % {"count": undated}
        )
    if unchaired:
        told.append(
            ngettext(
                "For %(count)d meeting it is not said who was in the chair.",
                "For %(count)d meetings it is not said who was in the chair.",
                unchaired,
            )
            % {"count": unchaired}
        )
    return told
