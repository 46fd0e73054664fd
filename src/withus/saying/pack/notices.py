"""The privacy notice, in plain words, and in short words with a picture for each idea."""

from __future__ import annotations

from withus.core.words import Duty
from withus.saying.easy_read import Frame, Idea, idea
from withus.saying.language import _
from withus.saying.pack.known import Known, bodies, kept, on_duty
from withus.saying.pack.paper import Line, Paper, always, blank, known, section


def notice(told: Known) -> Paper:
    """Tell people what is kept about them, why, and what they can do."""
    return Paper(
        opening=_("The privacy notice of %(name)s.") % {"name": told.name},
        sections=(
            section(_("Who we are"), known(told.name, _("Partnership")), *bodies(told)),
            section(
                _("Why we keep it"),
                always(_("So that it can be shown who decided, and whether you were part of it.")),
                blank(_("The legal ground for this, in plain words.")),
            ),
            section(_("What we keep"), *kept()),
            section(_("Who sees it"), *_who_sees()),
            section(_("What you can do"), *_what_you_can_do(), *on_duty(told, Duty.DATA)),
            section(
                _("If you are not content"),
                blank(_("How to reach our data protection officer.")),
                always(_("You can also complain to the Information Commissioner.")),
            ),
        ),
    )


def _who_sees() -> tuple[Line, ...]:
    return (
        always(
            _("That somebody holds a place, in what capacity and since when. Not who."),
            _("Everybody"),
        ),
        always(
            _("Your name, if you chose to be shown by name. You can take it off again."),
            _("Everybody, if you say so"),
        ),
        always(
            _("Your name, your place, and how you were invited."),
            _("The facilitator and the host’s officer"),
        ),
        always(_("Your worries, and nothing else."), _("The safeguarding lead")),
        always(_("What you ask about your information."), _("The data contact")),
        always(
            _("They run the machine, and could read what lies on its disk."),
            _("Those who run the machine"),
        ),
    )


def _what_you_can_do() -> tuple[Line, ...]:
    return (
        always(_("See everything that is kept about you, save it and print it.")),
        always(_("Have something put right, or stopped.")),
        always(_("Be erased. Your name and your words go. That a place was held stays.")),
        always(_("Change how you are shown, or leave, at any time.")),
        always(_("You can do all this on your page, or ask somebody to do it for you.")),
    )


def easy_notice(told: Known) -> tuple[Frame, ...]:
    """Tell the same in short words, a picture for each idea."""
    asked = told.who(Duty.DATA)
    who = _("You can ask %(name)s.") % {"name": asked} if asked else _("Ask who you can talk to.")
    return (
        Frame(_("What we keep"), _kept()),
        Frame(_("Who can see it"), _seen()),
        Frame(
            _("What you can do"),
            (
                idea("page", _("You can see what we keep about you."), _("You can print it.")),
                idea("gone", _("You can ask us to take your name away."),
                     _("We will do it."), _("It will still say that somebody had a place.")),
                idea("phone", who, _("Somebody can help you to ask.")),
            ),
        ),
    )  # fmt: skip


def _kept() -> tuple[Idea, ...]:
    return (
        idea("page", _("We write down what is decided."), _("We count how many decided.")),
        idea("speaking", _("We keep your name."), _("We keep how to reach you."),
             _("We keep what you tell us.")),
        idea("locked", _("Your name is locked away."), _("Your words are locked away.")),
    )  # fmt: skip


def _seen() -> tuple[Idea, ...]:
    return (
        idea("table", _("Everybody can see that there is a place."),
             _("They cannot see that it is you.")),
        idea("speaking", _("You can choose to show your name."), _("You can change your mind.")),
        idea("question", _("On a small board, people may guess that it is you."),
             _("Ask us about this before you say yes.")),
    )  # fmt: skip
