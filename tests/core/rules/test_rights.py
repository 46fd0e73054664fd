"""Who may do what: the truth table, and the roles that duties and places give."""

from __future__ import annotations

import pytest

from withus.core.rules.rights import MAY, Act, Role, check_may, may
from withus.core.rules.situation import NotAllowed


@pytest.mark.parametrize("act", Act)
def test_every_act_is_in_the_table_and_nobody_without_a_role_may_do_it(act: Act) -> None:
    assert MAY[act]
    assert not may(act, ())


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
def test_may_and_check_may_agree(act: Act, role: Role) -> None:
    if may(act, [role]):
        check_may(act, [role])
        return
    with pytest.raises(NotAllowed) as refused:
        check_may(act, [role])
    assert refused.value.code == "not_yours_to_do"


def test_whoever_reads_worries_by_duty_does_nothing_else_by_it() -> None:
    for role in (Role.SAFEGUARDING, Role.DATA):
        others = {act for act in Act if may(act, [role])} - {Act.PRESS_WORRY}
        assert others <= {Act.READ_WORRIES, Act.ANSWER_ASKS, Act.ORDER_ERASURE}
