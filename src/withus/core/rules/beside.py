"""What is kept beside the record of a board: read from minutes, and no part of what happened."""

from __future__ import annotations

from collections.abc import Iterable

from withus.core.rules.rights import Role
from withus.core.rules.situation import NotAllowed


def may_take_away(roles: Iterable[Role], *, own: bool) -> bool:
    """Tell whether somebody may take away what was read from minutes.

    Formula: a facilitator may, and whoever put it in.
    """
    return own or Role.FACILITATOR in set(roles)


def check_may_take_away(roles: Iterable[Role], *, own: bool) -> None:
    """Refuse whoever did not put it in, and does not run the work.

    Errors: NotAllowed `not_whoever_put_in`.
    """
    if not may_take_away(roles, own=own):
        raise NotAllowed("not_whoever_put_in")
