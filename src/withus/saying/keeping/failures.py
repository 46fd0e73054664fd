"""Why a copy of a record does not verify, in plain words."""

from withus.core.verifying.verdict import Failed
from withus.saying.language import _


def failure(failed: Failed) -> list[str]:
    """Tell what does not hold, where, and both sides where there are two."""
    told = [_why().get(failed.code, _why()["other"])]
    if failed.entry is not None:
        told = [_("Entry %(number)d: %(why)s") % {"number": failed.entry, "why": told[0]}]
    sides = [
        (_("Expected: %(this)s"), failed.expected),
        (_("Found: %(this)s"), failed.got),
    ]
    return told + [said % {"this": this} for said, this in sides if this]


def _why() -> dict[str, str]:
    return {
        "not_an_entry": _("this is not how an entry is written."),
        "origin_differs": _("this is an entry of another record."),
        "time_runs_back": _("it says an earlier time than the entry before it."),
        "no_such_field": _("a text was brought for a part of it that is not sealed."),
        "opening_differs": _("the name or text brought for it is not the one that was sealed."),
        "key_length": _("a key brought for it is not 32 bytes long."),
        "head_of_another": _("The signed head is that of another record."),
        "tree_differs": _(
            "The entries are not those of the signed head: something was changed, added or left "
            "out."
        ),
        "key_unreadable": _("it names a next key in a way that cannot be read."),
        "key_not_named": _("it names a next key, and the key before it did not sign that."),
        "key_differs": _("The copy is signed by another key than the one that may sign it."),
        "not_by_the_log": _("The head is not signed by the record’s own key."),
        "no_known_key": _("The head is not signed by the key that the copy names."),
        "signature_differs": _("A signature under the head is not of this head."),
        "signed_twice": _("One key signed the head twice."),
        "head_differs": _(
            "What you kept is not the start of this record: something before it was changed."
        ),
        "older_than_kept": _("This copy is older than what you kept: entries are missing."),
        "another_key_given": _(
            "The key you gave is not the one you kept. If the record says that its key was "
            "replaced, leave it out."
        ),
        "figures_differ": _("The published figures do not follow from the entries."),
        "other": _("Something in it does not hold."),
    }
