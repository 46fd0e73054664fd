"""What was made anew, in plain words."""

from collections.abc import Mapping

from withus.saying.language import _, ngettext


def report(done: Mapping[str, int]) -> str:
    """Tell how many entries each record was made anew from."""
    if not done:
        return _("There is no record here yet.")
    return "\n".join(
        ngettext(
            "%(record)s: made anew from %(count)d entry.",
            "%(record)s: made anew from %(count)d entries.",
            count,
        )
        % {"record": record, "count": count}
        for record, count in done.items()
    )
