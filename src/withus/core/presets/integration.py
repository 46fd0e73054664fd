"""An Integration Joint Board in Scotland, whose other members vote from 1 September 2026.

Source: rules.md, rule 6 of the six real rules; the instrument as the design's sources name it.
"""

from datetime import date
from fractions import Fraction

from withus.core.deciding.rule import Force, Of, Rule, RuleKind, ShareOf
from withus.core.deciding.who import ALL, THE_PEOPLE_IT_IS_ABOUT, Who
from withus.core.presets.preset import Preset, agree, majority
from withus.core.setting_up.plan import Choice
from withus.core.words import Capacity, Level

VOTE_FROM = date(2026, 9, 1)
SOURCE = "SSI 2025/405, in force on 1 September 2026"
OTHERS = Who(
    capacity=frozenset({Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS, Capacity.COMMUNITY})
)
PRESET = Preset(
    code="integration_joint_board",
    level=Level.COUNCIL,
    rules=(
        Choice(
            Rule(
                id="vote-from",
                kind=RuleKind.VOTE_FROM,
                force=Force.LAW,
                source=SOURCE,
                who=OTHERS,
                from_=VOTE_FROM,
            )
        ),
        Choice(
            Rule(
                id="half-present",
                kind=RuleKind.PRESENT,
                force=Force.PROMISE,
                who=ALL,
                bound=ShareOf(Fraction(1, 2)),
            )
        ),
        majority(Of.VOTING),
        agree(THE_PEOPLE_IT_IS_ABOUT, 2, name="two-must-agree", used=False),
    ),
)
