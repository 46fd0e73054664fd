"""What somebody is told of what became of what they said: by e-mail, and in a letter to print."""

from __future__ import annotations

from withus.core.answering.back import Back
from withus.saying.answering import terms
from withus.saying.language import _


def mail(told: Back, *, where: str) -> tuple[str, str]:
    """Tell an answer as an e-mail. It holds no words of anybody: those are on the page."""
    about = {"work": told.work, "partnership": told.partnership}
    lines = [
        opening(told),
        "",
        _("You said something for “%(work)s” (%(partnership)s).") % about,
        _("Now there is an answer. %(outcome)s.") % {"outcome": terms.outcome(told.outcome)},
        "",
        _("The answer, and why, stand on your page:"),
        where,
        "",
        _("There you can say whether it is right, or take back what you said."),
    ]
    return _("What happened to what you said"), "\n".join(lines)


def opening(told: Back) -> str:
    """Tell how a letter begins."""
    return _("Dear %(name)s,") % {"name": told.name} if told.name else _("Hello,")


def said(told: Back) -> str:
    """Tell what a letter is about."""
    return _("You said this for “%(work)s”:") % {"work": told.work}


def closed(told: Back) -> str:
    """Tell what a letter is about to whoever is not named beside what they said."""
    about = {"work": told.work}
    return _("You said something for “%(work)s”. Now there is an answer, on your page.") % about


def answered(told: Back) -> str:
    """Tell what was answered, before the reason."""
    return f"{terms.outcome(told.outcome)}."
