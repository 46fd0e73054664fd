"""What is known of a partnership, as lines that several papers share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from withus.core.words import Country, Duty, OrganisationKind
from withus.saying.joining.terms import term
from withus.saying.language import _, ngettext
from withus.saying.mine.duties import title
from withus.saying.mine.held import PARTS
from withus.saying.pack.paper import Line, always, blank, known


@dataclass(frozen=True, slots=True)
class Known:
    """What the papers are filled in with: names of bodies and boards, and who has which duty."""

    name: str
    about: str
    country: Country
    since: str
    organisations: Mapping[OrganisationKind, tuple[str, ...]]
    duties: tuple[tuple[Duty, str], ...]
    boards: int

    def who(self, duty: Duty) -> str:
        """Tell by name who has a duty; empty where nobody has."""
        return ", ".join(name or title(duty) for code, name in self.duties if code is duty)


def what_it_is(told: Known) -> Iterator[Line]:
    """Tell what a partnership is."""
    yield known(told.name, _("Partnership"))
    if told.about:
        yield known(told.about, _("What it is about"))
    yield known(term(told.country), _("Country"))
    yield known(told.since, _("Since"))
    boards = ngettext("%(count)d board", "%(count)d boards", told.boards)
    yield known(boards % {"count": told.boards}, _("Boards"))


def bodies(told: Known) -> Iterator[Line]:
    """Tell the organisations that take part."""
    for kind, names in told.organisations.items():
        for name in names:
            yield known(name, term(kind))
    if not told.organisations:
        yield blank(_("The organisations that take part. None has been entered yet."))


def on_duty(told: Known, *wanted: Duty) -> Iterator[Line]:
    """Tell who has each of some duties, or that nobody has."""
    for duty in wanted:
        who = told.who(duty)
        yield (
            known(who, title(duty))
            if who
            else blank(_("%(duty)s: nobody has been named.") % {"duty": title(duty)})
        )


def kept() -> Iterator[Line]:
    """Tell what is kept about a person, part by part, and when each goes."""
    for name, about in PARTS().values():
        yield always(about, name)
