"""A learning disability partnership board: the people it is about are in the room and must agree.

Source: rules.md, "Ours".
"""

from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT, Who
from withus.core.presets.preset import Preset, agree, made_up, majority, no_objection, present
from withus.core.words import Capacity, Level

DRAWS = Who(capacity=frozenset({Capacity.DRAWS_ON_SERVICES}))
PRESET = Preset(
    code="learning_disability",
    level=Level.COUNCIL,
    rules=(
        present(THE_PEOPLE_IT_IS_ABOUT, 2, name="two-in-the-room"),
        majority(),
        agree(DRAWS, 2, name="two-must-agree"),
        no_objection(),
        made_up(),
    ),
)
