"""What came of the copies that somebody keeps, and of the signatures they hand back."""

from collections.abc import Mapping
from typing import Any

from withus.core.errors import Refusal
from withus.core.verifying.keeping import Outcome, Taken
from withus.saying.keeping import copies
from withus.saying.keeping.document import failed
from withus.saying.keeping.failures import failure
from withus.saying.language import _, ngettext


def own_key(line: str) -> str:
    """Tell somebody the public half of the key that was made for them."""
    return _(
        "Your key. Send this line to the host and to others who keep a copy, best by letter:"
        "\n  %(line)s"
    ) % {"line": line}


def nothing_brought(folder: str) -> str:
    """Tell where copies are to be put."""
    return _("There is no copy to check. Put one here:\n  %(folder)s") % {"folder": folder}


def waits() -> str:
    """Tell that another process is at work in the folder."""
    return _("This command is at work in the folder already; waiting until it ends.")


def report(found: Outcome) -> list[str]:
    """Tell in paragraphs what came of one copy, the answer first."""
    if found.taken is Taken.REFUSED:
        evidence = _("What was brought is kept as evidence:\n  %(file)s") % {"file": found.paper}
        return [*refused(found), evidence]
    if found.taken is Taken.OLDER:
        return [_older(found), _code(found)]
    if found.taken is Taken.AGAIN:
        return [_again(found), _code(found)]
    return [_grown(found), *_key(found), _code(found), _hand_back(found)]


def refused(found: Outcome) -> list[str]:
    """Tell that a copy was refused, why, and what to do next."""
    told = [
        _("STOP. This copy of %(record)s is not signed: something in it differs.") % _facts(found),
        *(failure(found.failed) if found.failed else []),
        _(
            "What you kept before was not changed. Do not throw the copy away. Compare check-codes "
            "with others who keep a copy, then ask the host why."
        ),
    ]
    if found.failed is not None and found.failed.code == "older_than_kept":
        told.insert(-1, _("If it is only an old file, ask the host for the whole copy of today."))
    return told


def _older(found: Outcome) -> str:
    return _(
        "%(file)s is an older copy of %(record)s: it ends at %(size)s, and you keep %(before)s. "
        "It agrees with what you kept then. Nothing was signed."
    ) % _facts(found)


def _again(found: Outcome) -> str:
    return _(
        "You keep and have signed this copy of %(record)s already, up to %(size)s. Nothing was "
        "changed."
    ) % _facts(found)


def _grown(found: Outcome) -> str:
    if found.before is None:
        return _("You now keep %(record)s, up to %(size)s. It is the first you keep of it.") % (
            _facts(found)
        )
    return _(
        "You now keep %(record)s, up to %(size)s. Until now you kept %(before)s of it: they are "
        "all as they were."
    ) % _facts(found)


def _key(found: Outcome) -> list[str]:
    if found.key is None:
        return []
    if found.given:
        return [_("It is signed by the record’s key that you gave.")]
    return [
        _(
            "The record’s key was taken from the copy itself, on trust, as this is the first you "
            "keep of it. Hold it against a letter, or a page that is not the host’s:\n  %(key)s"
        )
        % {"key": found.key}
    ]


def _code(found: Outcome) -> str:
    return _("The check-code of this copy: %(head)s") % {"head": found.head}


def _hand_back(found: Outcome) -> str:
    return _("You signed it. Hand this file back to the host:\n  %(file)s") % {"file": found.paper}


def _facts(found: Outcome) -> dict[str, str]:
    return {
        "file": found.file,
        "record": found.origin or "",
        "size": _entries(found.size),
        "before": _entries(found.before),
    }


def _entries(count: int | None) -> str:
    told = ngettext("%(count)s entry", "%(count)s entries", count or 0)
    return told % {"count": f"{count or 0:,}"}


def document(found: Outcome) -> dict[str, Any]:
    """Tell what came of one copy as the JSON that others may build on."""
    return {
        "file": found.file,
        "result": found.taken.value,
        "record": found.origin,
        "size": found.size,
        "head": found.head,
        "before": found.before,
        "record_key": found.key,
        "key_given": found.given if found.key else None,
        "cosigned": found.paper if found.taken is not Taken.REFUSED else None,
        "evidence": found.paper if found.taken is Taken.REFUSED else None,
        "failed": None if found.failed is None else failed(found.failed),
        "why": None if found.refusal is None else found.refusal.code,
    }


def handed_in(told: Mapping[str, Any]) -> str:
    """Tell the host what came of a signature that was handed in."""
    said = (
        _("%(name)s, who keeps a copy, signed %(record)s up to entry %(size)s. It is kept.")
        if told["new"]
        else _("%(name)s’s signature of %(record)s up to entry %(size)s was here already.")
    )
    return said % told


def line(refusal: Refusal, *, file: str) -> str:
    """Tell on one line why somebody's folder, or a copy, cannot be used."""
    if refusal.code not in _own():
        return copies.line(refusal, file=str(refusal.parameters.get("file", file)))
    wrong, then = _own()[refusal.code]
    facts = {"origin": "", "name": "", "file": file, **refusal.parameters}
    return f"{wrong % facts} {then % facts}"


def _own() -> dict[str, tuple[str, str]]:
    back = _("Bring it back from your own copy of the folder, or begin in a new one.")
    return {
        "own_key_lost": (_("Your key is missing: %(file)s."), back),
        "own_key_unreadable": (_("Your key cannot be read: %(file)s."), back),
        "own_name": (
            _("That name cannot be one to sign with."),
            _("Take one of at most 100 letters, without spaces or a plus sign."),
        ),
        "other_name": (
            _("You sign as %(name)s in this folder."),
            _("Leave out --name, or begin in another folder."),
        ),
        "kept_lost": (
            _("You signed %(origin)s before, and what you kept of it is missing."),
            _("Bring back %(file)s and the folder “kept”; nothing was signed."),
        ),
        "key_not_kept": (
            _("The key of %(origin)s is missing in %(file)s."),
            _("Give it with --key, from a letter; nothing was signed."),
        ),
        "kept_unreadable": (_("What you kept cannot be read: %(file)s."), back),
        "changed_meanwhile": (
            _("%(file)s was changed while it was read."),
            _("Try again when it is whole; nothing was signed."),
        ),
        "key_kind": (
            _("The key given with --key is not that of a record."),
            _("Give the record’s own; nothing was signed."),
        ),
        "cannot_write": (
            _("%(file)s could not be written."),
            _("See that there is room, and that the folder is yours; then try again."),
        ),
    }


def refusals() -> dict[str, tuple[str, str]]:
    """Tell what is said of signatures that are handed in and not taken."""
    again = _("Ask whoever signed it for the file again.")
    return {
        "no_such_head": (
            _("No head of %(origin)s with %(size)s entries was signed here."),
            _("Ask whoever signed it which copy it was; it did not come from here."),
        ),
        "head_not_ours": (
            _("The head of %(origin)s with %(size)s entries that was signed is not ours."),
            _(
                "Somebody shows another record under this name: keep the file, and tell people. "
                "If anything was restored here, look there first."
            ),
        ),
        "not_signed_so": (_("%(name)s’s signature is not under this head."), again),
        "not_of_a_keeper": (
            _("That is not the key of somebody who keeps a copy."),
            _("Give the line that they sent you."),
        ),
        "another_key_alike": (
            _("Another key with the same name and number signed this head already."),
            _("Ask %(name)s which of the two is theirs, and for a new one."),
        ),
        "signed_by_too_many": (
            _("No more signatures fit under this head."),
            _("Those that are here stay. The next head has room again."),
        ),
        "not_a_signed_head": (_("%(file)s is not a signed head."), again),
        "not_a_key_line": (
            _("The line given with --of is not that of a key."),
            _("Copy it again, or ask for it again."),
        ),
    }
