"""What a check of an installation found, in plain words."""

import textwrap
from collections.abc import Mapping, Sequence

from withus.saying.language import _, ngettext

WIDTH = 80
MOST_SHOWN = 200


def report(found: Mapping[str, Sequence[Mapping[str, str]]]) -> str:
    """Tell, record by record, what differs and what would mend it."""
    if not found:
        return _("There is no record here yet.")
    parts = [_record(origin, faults) for origin, faults in found.items()]
    if any(found.values()):
        parts.append(textwrap.fill(_advice(), WIDTH))
    return "\n\n".join(parts)


def _record(origin: str, faults: Sequence[Mapping[str, str]]) -> str:
    if not faults:
        return _("%(record)s: everything kept follows from its entries.") % {"record": origin}
    head = ngettext(
        "%(record)s: %(count)d difference.", "%(record)s: %(count)d differences.", len(faults)
    ) % {"record": origin, "count": len(faults)}
    shown = [_one(each) for each in faults[:MOST_SHOWN]]
    if len(faults) > MOST_SHOWN:
        shown.append("  " + _("and %(count)d more") % {"count": len(faults) - MOST_SHOWN})
    return "\n".join([head, *shown])


def _one(each: Mapping[str, str]) -> str:
    return f"  {each['table']}  {each['key']}  {each['column']}"


def _advice() -> str:
    return _(
        "Tables and kept states can be made anew from the entries: withus rebuild. Where entries, "
        "hashes or signed heads differ, somebody changed the record itself: ask whoever keeps a "
        "copy, and restore from a backup. Where an erasure is not finished: withus erase RECORD "
        "--finish."
    )
