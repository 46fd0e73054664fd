"""What was entered, in plain words."""

from collections.abc import Mapping
from typing import Any

from withus.saying.language import _, ngettext


def report(told: Mapping[str, Any]) -> str:
    """Tell how many entries were made, where they stand, and the ids that were given."""
    entries = told["entries"]
    if not entries:
        return _("Nothing was entered: the file holds no acts.")
    head = ngettext(
        "%(record)s: %(count)d entry, number %(first)d.",
        "%(record)s: %(count)d entries, numbers %(first)d to %(last)d.",
        len(entries),
    ) % {
        "record": told["record"],
        "count": len(entries),
        "first": entries[0],
        "last": entries[-1],
    }
    return "\n".join([head, *(f"  {name}  {given}" for name, given in told["ids"].items())])
