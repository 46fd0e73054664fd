"""The data protection impact assessment, as far as it can be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from withus.core.words import Duty
from withus.saying.language import _
from withus.saying.pack.known import Known, bodies, kept, on_duty, what_it_is
from withus.saying.pack.paper import Line, Paper, Section, always, blank, section


def assessment(told: Known) -> Paper:
    """Tell the assessment: what is planned, what is kept, what could go wrong."""
    return Paper(
        opening=_(
            "What is kept about people in %(name)s, what could go wrong for them, and what is done "
            "about it."
        )
        % {"name": told.name},
        sections=(
            section(_("What is planned"), *what_it_is(told)),
            section(_("Who takes part"), *bodies(told)),
            _whom_it_touches(),
            section(
                _("What is kept, in the words each person reads"),
                *kept(),
                always(_in_the_record(), _("The record")),
            ),
            section(_("What could go wrong, and what is done about it"), *_risks()),
            section(_("Who looks after it"), *on_duty(told, Duty.DATA, Duty.SAFEGUARDING)),
            _decided(),
        ),
    )


def _whom_it_touches() -> Section:
    return section(
        _("Why it matters to people"),
        always(
            _(
                "That somebody holds a place for people who draw on care and support, or for "
                "unpaid carers, can tell something about their health or their family. Treat it "
                "as you treat health records."
            )
        ),
        always(_("Adults only. No decision about one person’s care is made with what is kept.")),
        blank(_("Why it is needed, and on what legal ground the body relies.")),
        blank(_("How the people it is about were asked about this, and what they said.")),
    )


def _in_the_record() -> str:
    return _(
        "It says that a place was made, taken or left, on what day and in what capacity, and which "
        "rules a board has. Once a partnership is live, anybody may read it. No name and no words "
        "of a person are in it in clear. It cannot be changed."
    )


def _risks() -> Iterator[Line]:
    yield always(
        _(
            "Names are sealed. Each person chooses to be shown by name, by role only, or counted "
            "only. On a small board others may still know who it is. Ask each person first."
        ),
        _("Somebody is recognised"),
    )
    yield always(
        _(
            "Names and words can be erased: their keys are deleted, so older backups hold nothing "
            "that opens. That a place was held stays."
        ),
        _("Somebody wants to be forgotten"),
    )
    yield always(
        _("Sealed at rest; the keys lie in a file of their own. Whoever runs the machine can read "
          "what lies on its disk."),
        _("Somebody who may not reads it"),
    )  # fmt: skip
    yield always(
        _(
            "Free text is off until a safeguarding lead and a data contact are named. A worry "
            "button hides an entry from all but the safeguarding lead."
        ),
        _("Somebody writes about harm"),
    )
    yield always(
        _("It is marked as typed, with who typed it, until the person confirms it."),
        _("Something is typed wrongly for somebody"),
    )
    yield always(
        _("Copies that others keep hold no names. Withus cannot call them back."),
        _("A copy lies elsewhere"),
    )
    yield blank(_("Other risks, what is left of each, and who accepts it."))


def _decided() -> Section:
    return section(
        _("Where it runs, and what was decided"),
        blank(_("On which machine, in which country, and who runs it.")),
        blank(_("What the data protection officer advised, on what day.")),
        blank(_("Who decided, on what day, and when this is looked at again.")),
    )
