"""The pack of papers."""

from __future__ import annotations

from tests.journeys.going import Way, on_duty
from tests.journeys.insiders import OFFICER

CASES: dict[str, Way] = {
    "pack:index": on_duty("pack/", OFFICER),
    "pack:paper": on_duty("pack/terms-of-reference/", OFFICER),
}
