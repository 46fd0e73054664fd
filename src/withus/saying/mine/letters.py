"""The mail that tells somebody that they were erased. It is the last, and names nobody."""

from __future__ import annotations

from withus.saying.language import _


def erased(partnership: str) -> tuple[str, str]:
    """Tell the subject and the words of the mail to somebody whose erasure is done."""
    words = (
        _("You asked %(partnership)s to erase you. It is done."),
        _(
            "Your name, your words, this address and the ways you signed in are gone from there. "
            "Copies of the keys go within seven days."
        ),
        _(
            "What was counted stays counted, without your name. What people remember, and minutes "
            "published elsewhere, stay as they are."
        ),
        _("You need do nothing. Nobody can answer this mail, and no other will come."),
    )
    told = {"partnership": partnership}
    return _("You were erased"), "\n\n".join(each % told for each in words)
