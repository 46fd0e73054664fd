"""A health and wellbeing board, or a committee of an integrated care board."""

from withus.core.deciding.rule import Of
from withus.core.deciding.who import THE_PEOPLE_IT_IS_ABOUT
from withus.core.presets.preset import Preset, agree, half_present, majority, present
from withus.core.words import Level

PRESET = Preset(
    code="health_committee",
    level=Level.COUNCIL,
    rules=(
        half_present(),
        majority(Of.VOTING),
        present(THE_PEOPLE_IT_IS_ABOUT, 1, name="one-in-the-room"),
        agree(THE_PEOPLE_IT_IS_ABOUT, 1, name="one-must-agree", used=False),
    ),
)
