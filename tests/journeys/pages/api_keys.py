"""Keys for programs."""

from __future__ import annotations

from tests.journeys.going import Way, at

CASES: dict[str, Way] = {
    "api_keys:keys": at("/me/keys/"),
    "api_keys:end": at("/me/keys/"),  # leads back there
}
