"""Why something may not be entered about a meeting, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell, by code, what is wrong and what to do next."""
    return {**_of_stages(), **_of_calling(), **_of_the_chair(), **of_the_room(), **_of_minutes()}


def _of_stages() -> dict[str, tuple[str, str]]:
    return {
        "no_such_meeting": (
            _("There is no such meeting in this record."),
            _("Call the meeting first, or check the address."),
        ),
        "meeting_called": (_("The meeting has not begun."), _("Open the meeting first.")),
        "meeting_open": (
            _("The meeting is under way."),
            _("Close the meeting first, or do this before the next one begins."),
        ),
        "meeting_closed": (
            _("The meeting is over."),
            _("Bring it to the next meeting. A wrong entry of this one can be put right."),
        ),
        "meeting_gone_by": (
            _("The time of that meeting has gone by, and nobody opened it."),
            _("Ask for it at the next meeting."),
        ),
        "meeting_cancelled": (
            _("The meeting was cancelled."),
            _("Call another meeting."),
        ),
    }


def _of_the_chair() -> dict[str, tuple[str, str]]:
    return {
        "chair_not_here": (
            _("Whoever chairs must be in the room themselves."),
            _("Let them come, by phone or by video link too; or let somebody here take the chair."),
        ),
        "chair_here": (
            _("Somebody chairs this meeting, and is in the room."),
            _("Ask them to hand on the chair, or wait until they leave."),
        ),
        "chairs_already": (_("They chair it already."), _("Choose somebody else who is here.")),
        "quarter_counted": (
            _("The needs of that quarter are counted already."),
            _("There is nothing to do."),
        ),
        "quarter_to_come": (
            _("That quarter is not over."),
            _("Count it when it is."),
        ),
        "too_few_to_show": (
            _("They are too few to be told of safely."),
            _("Nothing is entered of fewer than eight people."),
        ),
        "past_minutes_gone": (
            _("Somebody took these minutes away meanwhile."),
            _("Put them in anew, if they are still wanted."),
        ),
        "not_whoever_put_in": (
            _("Only whoever put these minutes in takes them away, or a facilitator."),
            _("Ask a facilitator, or put right what is wrong in them."),
        ),
    }


def _of_calling() -> dict[str, tuple[str, str]]:
    return {
        "time_gone_by": (_("That time has gone by."), _("Choose a time to come.")),
        "no_way": (
            _("Nobody could take part: there is no room, no phone and no link."),
            _("Choose one way at least."),
        ),
        "not_your_capacity": (
            _("You do not hold a place here in that capacity."),
            _("Act from the place you hold."),
        ),
        "no_such_item": (
            _("There is no such item."),
            _("Ask for the item first, or check the address."),
        ),
        "not_on_agenda": (
            _("That item is not on the agenda."),
            _("Whoever runs the work, or the chair, puts it on the agenda first."),
        ),
        "carried_already": (
            _("That was brought to a later meeting already."),
            _("Look at the meetings after it."),
        ),
        "words_gone": (
            _("The words of that item are no longer there."),
            _("Ask for it anew, in words of your own."),
        ),
        "no_such_paper": (
            _("There is no such paper for this item."),
            _("Put out the ordinary form first, or choose another paper."),
        ),
        "day_to_come": (_("That day has not come yet."), _("Enter it on the day, or later.")),
        "reason_needed": (
            _("The reason is missing."),
            _("Say why, in a sentence: those whom it concerns read it."),
        ),
    }


def of_the_room() -> dict[str, tuple[str, str]]:
    """Tell why somebody may not come, leave or do something in the room."""
    return {
        "no_chair": (
            _("Nobody is in the chair."),
            _("Choose somebody with a place on this board to chair the meeting."),
        ),
        "not_here": (
            _("They are not in the meeting now."),
            _("They come back first, in the room, by phone or by link."),
        ),
        "here_already": (_("They are in the meeting already."), _("There is nothing to do.")),
        "self_entered_differs": (
            _("It does not say truly who entered this."),
            _("Whoever comes enters it themselves; what another types for them is named as that."),
        ),
        "stopped": (
            _("Somebody does not understand: the meeting is stopped."),
            _("Make it clear first. Then whoever chairs goes on."),
        ),
        "too_early": (
            _("The meeting is not today."),
            _("You can say that you are here from twelve hours before it begins."),
        ),
        "not_a_break": (
            _("That is no break."),
            _("Give the minutes as a number, %(most)s at most."),
        ),
        "turns_not_kept": (
            _("This meeting does not count turns."),
            _("The chair or the facilitator begins that first."),
        ),
        "nobody_chosen": (_("Nobody is chosen."), _("Choose who came or left.")),
        "no_way_chosen": (
            _("It does not say how they are there."),
            _("Choose in the room, by phone, by video link, or that they leave."),
        ),
        "not_said_whether": (
            _("It does not say whether you leave the item."),
            _("Choose one of the two."),
        ),
        "not_a_count": (
            _("That is no number of people."),
            _("Give a number in figures; none is 0."),
        ),
        "turns_of_all": (
            _("The turns do not name everybody who was there, and nobody else."),
            _("Count everybody who was there, also those who said nothing: with 0."),
        ),
    }


def _of_minutes() -> dict[str, tuple[str, str]]:
    return {
        "version_differs": (
            _("There is a later version of these minutes."),
            _("Read the last version, and go on from that."),
        ),
        "minutes_approved": (
            _("These minutes are approved."),
            _("What is wrong in them is put right in the next meeting’s minutes."),
        ),
        "not_present": (
            _("Only those who were there can say that the minutes are right."),
            _("Ask somebody who was there."),
        ),
    }
