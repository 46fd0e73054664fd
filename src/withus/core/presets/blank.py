"""A board of one's own: no rule is used unless somebody ticks it."""

from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT
from withus.core.presets.preset import Preset, agree, half_present, majority, no_objection, present
from withus.core.words import Level, Paper

PRESET = Preset(
    code="blank",
    level=Level.COMMUNITY,
    formats=frozenset({Paper.STANDARD}),
    rules=(
        majority(),
        half_present(used=False),
        present(THE_PEOPLE_IT_IS_ABOUT, 2, name="two-in-the-room", used=False),
        agree(THE_PEOPLE_IT_IS_ABOUT, 2, name="two-must-agree", used=False),
        no_objection(),
    ),
)
