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
        "put_for_another": (
            _("A point is put by whoever has it."),
            _("Whoever runs the work can type it for them."),
        ),
    }
