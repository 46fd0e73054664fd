"""Who decides together about people's information, and how long each thing is kept."""

from __future__ import annotations

from withus.core.words import Duty
from withus.saying.language import _
from withus.saying.pack.known import Known, bodies, kept, on_duty
from withus.saying.pack.paper import Line, Paper, always, blank, section


def joint_controllers(told: Known) -> Paper:
    """Tell who is answerable, for what, and whom people can turn to."""
    return Paper(
        opening=_(
            "Joint controllers of %(name)s: the bodies that decide together why and how "
            "information about people is kept. Agree this before the first person is added."
        )
        % {"name": told.name},
        sections=(
            section(_("The bodies"), *bodies(told), blank(_("Which of them decide together."))),
            section(_("Whom people turn to"), *on_duty(told, Duty.DATA), *_turning()),
            section(_("Who does what"), *_tasks()),
            section(
                _("Signed for each body"),
                *(blank(name) for names in told.organisations.values() for name in names),
                blank(_("Any other body")),
            ),
        ),
    )


def _turning() -> tuple[Line, ...]:
    return (
        always(
            _(
                "People ask on the page “Something wrong with how you hold my information?”, by "
                "letter, by phone or through somebody else. It is answered within a month."
            )
        ),
        blank(_("A phone number and a postal address of the data contact.")),
    )


def _tasks() -> tuple[Line, ...]:
    return (
        always(_("The data contact, in Withus."), _("Answers what people ask; orders erasures")),
        always(_("The safeguarding lead, in Withus."), _("Reads worries")),
        always(_("The host’s officer, in Withus."), _("Says who has which duty")),
        blank(_("Who tells people, before they come in, what is kept about them.")),
        blank(_("Who runs the machine, and under what contract.")),
        blank(_("Who tells the others, and whom else, if something goes wrong, and how fast.")),
        blank(_("Whether a user-led organisation keeps a copy, and what it may do with it.")),
    )


def retention(told: Known) -> Paper:
    """Tell how long each thing is kept, and how it goes."""
    return Paper(
        opening=_("What Withus keeps of %(name)s, and when each part goes.") % {"name": told.name},
        sections=(
            section(_("About each person"), *kept()),
            section(_("Of the whole"), *_of_the_whole()),
            section(
                _("What your own rules ask"),
                blank(_("How long your body must keep the minutes and records of its boards.")),
                blank(_("What happens to an erasure while a request for information is open.")),
                blank(_("Who looks at this schedule again, and when.")),
            ),
        ),
    )


def _of_the_whole() -> tuple[Line, ...]:
    return (
        always(
            _("As long as the partnership. No entry is ever changed or taken out."),
            _("The record"),
        ),
        always(
            _("As long as whoever keeps them likes. They hold no names."), _("Copies of the record")
        ),
        always(
            _("The keys that open names: seven days, if backups are made as the guide says."),
            _("Backups"),
        ),
        always(_("Until they are sent, a day at most."), _("E-mails on their way")),
        always(
            _("Until it goes live, or is thrown away whole."),
            _("A practice run"),
        ),
    )
