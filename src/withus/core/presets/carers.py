"""A carers' partnership board: unpaid carers are in the room and must agree."""

from withus.core.deciding.who import Who
from withus.core.presets.preset import Preset, agree, made_up, majority, no_objection, present
from withus.core.words import Capacity, Level

CARERS = Who(capacity=frozenset({Capacity.UNPAID_CARERS}))
PRESET = Preset(
    code="carers",
    level=Level.COUNCIL,
    rules=(
        present(CARERS, 2, name="two-in-the-room"),
        majority(),
        agree(CARERS, 2, name="two-must-agree"),
        no_objection(),
        made_up(),
    ),
)
