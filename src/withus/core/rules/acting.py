"""Whoever acts, as the rules know them: what they are here, and what is about them."""

from __future__ import annotations

from dataclasses import dataclass

from withus.core.rules.rights import Act, Role, check_may


@dataclass(frozen=True, slots=True)
class Acting:
    """Whoever wants a fact entered, as the record has them under the lock; no screen tells it."""

    roles: frozenset[Role]
    person: str | None = None  # None: the host
    mine: frozenset[int] = frozenset()  # the entries that are about them
    theirs: frozenset[int] = frozenset()  # those about whom they choose as their deputy
    typist: frozenset[Role] | None = None  # what whoever types for them is; None: nobody does
    typists: frozenset[int] = frozenset()  # the entries that are about whoever types for them
    invited: bool = False  # an action found an open invitation to just this, with its code
    commanded: bool = False  # the host's command enters it for them
    together: bool = False  # they share a way in, now or lately, with whom they must not be

    @property
    def host(self) -> bool:
        """Tell whether the host acts, or types, by the commands of the machine."""
        return self.commanded or Role.HOST in self.roles or Role.HOST in (self.typist or ())


def check_allowed(act: Act, acting: Acting) -> None:
    """Refuse whoever has no right to an act; what the host types, the host may enter.

    Errors: NotAllowed `not_yours_to_do`.
    """
    check_may(act, acting.roles | ({Role.HOST} if acting.host else set()))
