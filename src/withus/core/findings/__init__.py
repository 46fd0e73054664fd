"""The findings: one file each, and the explicit tuple of all."""

from withus.core.findings.chair import CHAIR
from withus.core.findings.finding import Evidence, Finding, Measured, NotEnough
from withus.core.findings.members_and_heads import MEMBERS_AND_HEADS
from withus.core.findings.one_on_their_own import ONE_ON_THEIR_OWN
from withus.core.findings.whose_meeting import WHOSE_MEETING

FINDINGS: tuple[Finding, ...] = (MEMBERS_AND_HEADS, CHAIR, ONE_ON_THEIR_OWN, WHOSE_MEETING)

__all__ = ["FINDINGS", "Evidence", "Finding", "Measured", "NotEnough"]
