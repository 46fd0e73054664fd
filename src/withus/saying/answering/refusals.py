"""Why something may not be entered about a point, and what to do next."""

from __future__ import annotations

from withus.saying.language import _


def refusals() -> dict[str, tuple[str, str]]:
    """Tell, by code, what is wrong and what to do next."""
    return {
        "group_of_one": (
            _("A group’s say comes from two people or more, and any other from one."),
            _("Say how many agreed on it, or put it as one person’s point."),
        ),
        "no_such_point": (
            _("There is no such point in this work."),
            _("Look at the list of points."),
        ),
        "point_withdrawn": (
            _("Whoever put that point took it back."),
            _("Nothing was changed."),
        ),
        **of_themes(),
        **of_answers(),
        **of_links(),
        "put_for_another": (
            _("A point is put by whoever has it."),
            _("Whoever runs the work can type it for them."),
        ),
    }


def of_links() -> dict[str, tuple[str, str]]:
    """Tell what is wrong with what is said by a link or typed for somebody, and what to do next."""
    return {
        "no_such_link": (
            _("There is no such link for this work."),
            _("Look at the list of links."),
        ),
        "no_such_answer_here": (
            _("What you began is no longer here."),
            _("Type your code again, or ring whoever gave it to you."),
        ),
        "too_many_cards": (
            _("A link asks at most %(most)s things, each in at most %(longest)s letters."),
            _("Leave one out, or make it shorter."),
        ),
        "no_phone_on_letters": (
            _("There is no number to ring yet."),
            _("Type one at which somebody types for those who cannot use the page."),
        ),
        "so_many_links": (
            _("That is no number of links, or more than %(most)s at once."),
            _("Say how many people get a letter, from 1."),
        ),
        **of_what_is_said(),
    }


def of_themes() -> dict[str, tuple[str, str]]:
    """Tell what is wrong with bringing points together, and what to do next."""
    return {
        "two_points_needed": (
            _("A theme brings two points together, or more."),
            _("Choose another point, or answer this one on its own."),
        ),
        "no_such_theme": (
            _("There is no such theme in this work."),
            _("Look at the list of points."),
        ),
        "joined_them": (
            _("You brought these points together, so somebody else agrees that they belong."),
            _("Ask another of the people it is about."),
        ),
        "not_affected": (
            _("Only somebody it is about can agree that these points belong together."),
            _("Ask a member in a place for the people it is about."),
        ),
        "title_needed": (
            _("The theme has no name yet."),
            _("Say in a few words what these points have in common."),
        ),
        "too_many_themes": (
            _("One of these points is in %(most)s themes already."),
            _("Leave it out, or use one of its themes."),
        ),
        "agreement_missing": (
            _("Nobody it is about has agreed yet that these points belong together."),
            _("Ask one of them to agree, or answer each point on its own."),
        ),
    }


def of_answers() -> dict[str, tuple[str, str]]:
    """Tell what is wrong with an answer, or with telling it, and what to do next."""
    return {
        "no_answer": (
            _("That thanks people, and does not tell them what happens with what they said."),
            _("Say what will be done, or why not: then it is an answer."),
        ),
        "no_such_answer": (
            _("No answer on this work gave that reason before."),
            _("Nothing was changed. Send the answer again."),
        ),
        "went_nowhere_known": (
            _("What the point went into is not in this record."),
            _("Choose a passage of the plan, a suggestion or a decision."),
        ),
        "went_nowhere_yet": (
            _("Nobody has said yet where that point went."),
            _("Wait for the answer. Then say whether it is there."),
        ),
        "not_answered_yet": (
            _("That point is not answered yet, so there is nothing to tell."),
            _("Answer it first."),
        ),
        "told_already": (
            _("They were told of that answer already."),
            _("Nothing was changed. Nobody is told twice."),
        ),
        "said_already": (
            _("You have said already whether that is right."),
            _("Each person says it once. Nothing was changed."),
        ),
        "all_have_said": (
            _("As many as agreed on it have said whether it is right."),
            _("Nothing was changed. If the number is wrong, ask whoever entered it."),
        ),
    }


def of_what_is_said() -> dict[str, tuple[str, str]]:
    """Tell what is wrong with what somebody says by a link, and what to do next."""
    return {
        "nothing_said": (
            _("There is nothing there yet."),
            _("Choose an answer, write something, or add a picture or a recording."),
        ),
        "no_name_to_show": (
            _("The name is missing that is to be shown."),
            _("Type it, or choose another way to be shown."),
        ),
        "nowhere_to_tell": (
            _("It does not say where that reaches you."),
            _("Type the number, the address, or who it is that you trust."),
        ),
        "not_all_answered": (
            _("Something is not answered yet."),
            _("Go back to what is missing. What you have said is kept."),
        ),
        "sent_already": (
            _("That was sent already."),
            _("Nothing was changed. You can take it back, and say it anew."),
        ),
        "no_such_telling": (
            _("Nobody waits to be told of that."),
            _("Look at the list of who is to be told."),
        ),
        "no_route_to_tell": (
            _("It does not say how they were told."),
            _("Choose how: a letter, a text message, a call, or through somebody."),
        ),
        "so_many_in_a_group": (
            _("A group is of 2 people to %(most)s."),
            _("Say how many agreed. More than that are two groups."),
        ),
        "file_not_taken": (
            _("That file is no picture, recording or film that we can take, or it is broken."),
            _("Send a photo (JPEG, PNG), a recording (MP3, M4A, WAV, OGG) or a film (MP4, WebM)."),
        ),
        "file_too_large": (
            _("That file is more than 10 MB."),
            _("Send a smaller photo, or a shorter recording. Or ring, and say it."),
        ),
    }
