"""Backups, restores and erasures, told in plain words."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from withus.saying.language import _, ngettext

WIDTH = 80


def backed_up(told: Mapping[str, Any]) -> str:
    """Tell where a backup lies, and its keys."""
    lines = [
        _("Backup: %(backup)s (%(bytes)d bytes)") % told,
        _("Keys:   %(keys)s") % told,
        "",
        *_wrapped(
            _(
                "Without its keys a backup cannot be opened. Keep the two in different places. "
                "Copies of the keys are deleted here after seven days, so that what was erased "
                "before then opens nowhere; do the same wherever else you keep them."
            )
        ),
    ]
    return "\n".join(lines)


def copied(told: Mapping[str, Any]) -> str:
    """Tell where a copy of a record lies, and how to check it."""
    lines = [_("%(record)s up to entry %(size)d: %(file)s") % told]
    if told["opened"]:
        lines += _wrapped(_("It holds names and words: give it only to who may see them."))
    lines += _wrapped(
        _("Whoever keeps it checks it with: withus verify FILE --head and an older check-code.")
    )
    return "\n".join(lines)


def restored(told: Sequence[Mapping[str, Any]]) -> str:
    """Tell what came back, record by record."""
    if not told:
        return _("The backup holds no record.")
    return "\n\n".join("\n".join(_record(each)) for each in told)


def _record(each: Mapping[str, Any]) -> list[str]:
    head = _(
        "%(record)s: %(from_backup)d entries from the backup, %(from_mirror)d from the mirror."
    )
    lines = _wrapped(head % each)
    if each["differences"]:
        lines += _wrapped(_("%(differences)d differences: run withus check to see them.") % each)
    if each["lost"]:
        lines += _wrapped(_lost(each["lost"]))
        lines += _wrapped(_what_then(each))
    return lines


def _lost(count: int) -> str:
    return ngettext(
        "%(count)d entry that a signed head covers is in neither.",
        "%(count)d entries that a signed head covers are in neither.",
        count,
    ) % {"count": count}


def _what_then(each: Mapping[str, Any]) -> str:
    if each["continued_as"] is None:
        return _(
            "Find another backup or a copy that somebody keeps. If there is none, restore again "
            "with --continue: the record then goes on under another name, and says what is gone."
        )
    goes_on = _(
        "It goes on as %(continued_as)s, whose first entry names the gap. Whoever holds a place "
        "there confirms it. %(left_out)d entries could not be carried over."
    )
    return goes_on % each


def erased(told: Mapping[str, Any]) -> str:
    """Tell what was erased, or would be."""
    if "held" in told:
        return _("Nothing of %(record)s may be erased for now: %(held)s.") % told
    if "released" in told:
        go_on, none = _("Erasures of %(record)s can go on."), _("There was no hold.")
        return (go_on if told["released"] else none) % told
    count = int(told["openings"])
    if not told["done"]:
        would = ngettext(
            "%(count)d name or text would go. Nothing was erased yet: add --yes.",
            "%(count)d names or texts would go. Nothing was erased yet: add --yes.",
            count,
        )
        return would % {"count": count}
    one, many = "%(count)d name or text is gone.", "%(count)d names or texts are gone."
    gone = ngettext(one, many, count)
    return "\n".join(
        [
            gone % {"count": count},
            *_wrapped(
                _(
                    "Copies of the keys made before now still open it: delete them, or let seven "
                    "days go by."
                )
            ),
        ]
    )


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)
