"""A board for children with special educational needs: parent carers, and a youth group counted.

Adults only: young people take part through a youth group, and no child is named here.
"""

from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT
from withus.core.presets.preset import Preset, agree, half_present, majority, no_objection, present
from withus.core.words import Level

PRESET = Preset(
    code="send",
    level=Level.COUNCIL,
    rules=(
        present(THE_PEOPLE_IT_IS_ABOUT, 2, name="two-in-the-room"),
        half_present(used=False),
        majority(),
        agree(THE_PEOPLE_IT_IS_ABOUT, 2, name="two-must-agree"),
        no_objection(),
    ),
)
