"""What the pages keep on which a code is typed by somebody who is not signed in."""

from __future__ import annotations

from withus.saying.language import _


def of_a_code() -> str:
    """Tell what such a page keeps, for its foot."""
    return _(
        "What this page keeps: how often wrong codes came from your network, for two hours. The "
        "code itself is let go. One cookie protects the forms. If the code is right, another says "
        "that you typed it, and for two weeks at most that you are signed in."
    )
