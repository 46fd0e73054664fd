"""Backups, copies and restores, told in plain words."""

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
    if not each["mirror_given"]:
        lines += _wrapped(_who_may_be_back())
    return lines


def _who_may_be_back() -> str:
    return _(
        "No mirror was given, and it holds the list of what was erased. Whoever was erased after "
        "these keys were copied may be back, unless this installation’s own list names them: look "
        "through the erasures you did since, and do them again."
    )


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


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH)
