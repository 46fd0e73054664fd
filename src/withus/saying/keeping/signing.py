"""Why a record's head is not signed, and what to do next, as one line."""

from withus.core.errors import Refusal
from withus.saying.language import _


def why_not(refusal: Refusal, *, origin: str) -> str:
    """Tell in one line why nothing more is signed for a record."""
    wrong, then = _all().get(refusal.code, _unknown(refusal))
    facts = {"origin": origin, **refusal.parameters}
    return _("%(origin)s: nothing more is signed. %(wrong)s %(then)s") % {
        "origin": origin,
        "wrong": wrong % facts,
        "then": then % facts,
    }


def _unknown(refusal: Refusal) -> tuple[str, str]:
    told = _("What is to be signed is not as it should be (%(code)s).")
    return told % {"code": refusal.code}, _restore()


def _restore() -> str:
    return _(
        "Bring the entries back from their copy with withus restore, then start Withus again; "
        "say openly that it happened."
    )


def _own_file() -> str:
    return _(
        "Bring back the folder “signing” as it last was, then start Withus again. If there is no "
        "such copy, the record goes on under another name: withus restore --continue."
    )


def _all() -> dict[str, tuple[str, str]]:
    return {
        "fewer_entries": (
            _("%(signed)s entries were signed; the database holds %(found)s of them."),
            _restore(),
        ),
        "entries_missing": (_("Entries are missing after entry %(signed)s."), _restore()),
        "entries_differ": (
            _("Of the %(signed)s entries that were signed, some are not what they were."),
            _restore(),
        ),
        "entry_differs": (
            _("Entry %(entry)s is not what it was when it was signed."),
            _restore(),
        ),
        "another_head": (
            _("For %(signed)s entries the database holds a head that is not ours."),
            _("Whoever wrote it there could write in the database. Find out who, and tell people."),
        ),
        "own_file_lost": (_("The signer’s own file %(file)s is missing."), _own_file()),
        "own_file_unreadable": (_("The signer’s own file %(file)s is spoilt."), _own_file()),
        "own_file_behind": (
            _("The signer’s own files stop at %(signed)s entries; a later head was shown."),
            _own_file(),
        ),
        "not_an_entry": (_("There is an entry that is not in the one form."), _restore()),
    }
