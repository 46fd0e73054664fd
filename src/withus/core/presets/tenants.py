"""A tenants' panel: more than half of it tenants, and some of them may force a review.

Source: rules.md, the kinds `made_up` and `may_call`.
"""

from withus.core.deciding.rule import Caller, Force, MayCall, Over, Rule, RuleKind
from withus.core.deciding.who import ALL, Who
from withus.core.presets.preset import HALF, Preset, agree, majority, present
from withus.core.setting_up.plan import Choice
from withus.core.words import Capacity, Level

TENANTS = Who(capacity=frozenset({Capacity.DRAWS_ON_SERVICES}))
PRESET = Preset(
    code="tenants",
    level=Level.COMMUNITY,
    rules=(
        present(TENANTS, 2, name="two-in-the-room"),
        majority(),
        agree(TENANTS, 2, name="two-must-agree"),
        Choice(
            Rule(
                id="half-tenants",
                kind=RuleKind.MADE_UP,
                force=Force.PROMISE,
                who=TENANTS,
                bound=Over(HALF),
            )
        ),
        Choice(
            Rule(
                id="review",
                kind=RuleKind.MAY_CALL,
                force=Force.PROMISE,
                what=MayCall.REVIEW,
                any_of=(Caller(ALL, 5), Caller(TENANTS, 1, 10)),
            )
        ),
    ),
)
