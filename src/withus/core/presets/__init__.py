"""Where a board may start from: a suggestion each, for it to change. The explicit list of them.

A preset cites no law but what the design's own sources name; all else is the board's own promise,
suggested here, and for its monitoring officer to look at.
"""

from __future__ import annotations

from collections.abc import Mapping

from withus.core.presets import blank, carers, committee, integration, learning, send, tenants
from withus.core.presets.preset import Preset, started_from

__all__ = ["PRESETS", "Preset", "started_from"]

PRESETS: Mapping[str, Preset] = {
    each.code: each
    for each in (
        learning.PRESET,
        carers.PRESET,
        send.PRESET,
        integration.PRESET,
        committee.PRESET,
        tenants.PRESET,
        blank.PRESET,
    )
}
