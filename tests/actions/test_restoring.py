"""An invitation that waits comes back with a backup: its letter is still in somebody's hands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.actions.inviting_cast import NOW, PLACE, gather, invited
from tests.cli.test_record_commands import Out, emptied, told
from tests.core.facts.story import ORIGIN
from tests.kept import committed
from withus.actions import inviting as act
from withus.core.words import ShownAs
from withus.stores.inviting import invitations as kept
from withus.stores.inviting.invitations import Route, State
from withus.stores.inviting.models import Invitation
from withus.stores.record.read import find_log
from withus.stores.record.states import board_state

pytestmark = committed


@pytest.mark.parametrize("with_keys", [True, False])
def test_the_code_of_an_open_invitation_works_after_a_restore(
    tmp_path: Path, capsys: Out, with_keys: bool
) -> None:
    cast = gather()
    waits, code = invited(cast)
    made = told(capsys, "backup", str(tmp_path / "kept"))
    emptied()
    assert not Invitation.objects.exists()
    words = ["--keys", made["keys"]] if with_keys else []
    told(capsys, "restore", made["backup"], *words, code=0 if with_keys else 1)
    if not with_keys:
        assert Invitation.objects.get().id == waits
        with pytest.raises(kept.CodeVoid):
            kept.by_code(code, now=NOW)
        return
    row = kept.by_code(code, now=NOW)
    assert (row.id, row.state, row.by) == (waits, State.OPEN, cast.facilitator)
    assert (kept.sealed_of(row).phone, kept.sealed_of(row).code) == ("01234 567890", code)
    act.accept(row.id, sent=row.sent, account=None, shown_as=ShownAs.ROLE, now=NOW)
    board = board_state(find_log(ORIGIN), str(row.board))
    assert board.places[PLACE].held is not None
    assert kept.find(ORIGIN, waits).state == State.TAKEN


def test_what_was_closed_before_the_backup_stays_closed_after_it(
    tmp_path: Path, capsys: Out
) -> None:
    cast = gather()
    waits, code = invited(cast, route=Route.IN_PERSON)
    act.revoke(waits, record=ORIGIN, by=cast.facilitator, now=NOW)
    made = told(capsys, "backup", str(tmp_path / "kept"))
    emptied()
    told(capsys, "restore", made["backup"], "--keys", made["keys"])
    assert kept.find(ORIGIN, waits).state == State.REVOKED
    with pytest.raises(kept.CodeVoid):
        kept.by_code(code, now=NOW)
