"""Why something that should show what is in a record does not, and what to do next."""

from withus.core.errors import Refusal
from withus.saying.language import _


def line(refusal: Refusal) -> str:
    """Tell a refusal on one line: what is wrong, then what to do next."""
    return " ".join(said(refusal))


def said(refusal: Refusal) -> tuple[str, str]:
    """Tell a refusal as what is wrong and what to do next."""
    every = sentences()
    wrong, then = every.get(refusal.code, every["other"])
    told = _Gaps(refusal.parameters)
    return wrong % told, then % told


def sentences() -> dict[str, tuple[str, str]]:
    """Tell what is said for each code, and, under `other`, for one we do not know."""
    return {
        **_of_check_codes(),
        **_of_entries(),
        **_of_receipts(),
        **_of_signatures(),
        **_of_keys(),
        **_of_copies(),
        "other": (_("This does not hold up."), _again()),
    }


class _Gaps(dict[str, str | int]):
    """A refusal may come without a parameter; its sentence still holds."""

    def __missing__(self, key: str) -> str:
        return "?"


def _again() -> str:
    return _("Ask whoever gave it to you for it again.")


def _ask() -> str:
    return _(
        "Keep what you have, do not overwrite it, and ask those who keep the record why; others "
        "who keep a copy can check theirs."
    )


def _typed() -> str:
    return _("Look at the code again and type it as it is printed: the number, then twelve words.")


def _of_check_codes() -> dict[str, tuple[str, str]]:
    return {
        "no_size": (_("The check-code has no number before its words."), _typed()),
        "words_counted": (
            _("A check-code has %(expected)s words; this has %(found)s."),
            _typed(),
        ),
        "word_unknown": (
            _("Word %(position)s is not a word of check-codes."),
            _("Look at it again. It may be one of these, if any stand here: %(maybe)s."),
        ),
        "check_sum": (
            _("One of the words, or the number, is not what was printed."),
            _typed(),
        ),
        "other_size": (
            _("This check-code is of %(found)s entries, and what it is held to has %(expected)s."),
            _("Hold it to the record as it was at that number of entries."),
        ),
        "words_differ": (
            _("%(wrong)s words differ, the first of them word %(first)s."),
            _(
                "Look at the code again. If it is typed as printed, this is not the record it was "
                "printed from: keep the paper and ask those who keep the record why."
            ),
        ),
    }


def _of_entries() -> dict[str, tuple[str, str]]:
    return {
        "too_long": (
            _("This is %(found)s bytes long; at most %(expected)s are allowed."),
            _("Make it shorter, or enter it in parts."),
        ),
        "too_deep": (
            _("Lists stand inside lists more than %(expected)s times over."),
            _("Write it more simply."),
        ),
        "not_exact": (
            _("This holds a number with a decimal point, too large a number, or broken letters."),
            _("Give whole numbers, and text as any program writes it."),
        ),
        "not_json": (_("This is not written as an entry is."), _again()),
        "not_canonical": (
            _("This says what an entry may say, but is not written in the one way it must be."),
            _again(),
        ),
        "entries_differ": (
            _("An entry in this part of the copy is not the one that was signed for."),
            _ask(),
        ),
    }


def _of_receipts() -> dict[str, tuple[str, str]]:
    return {
        "not_a_receipt": (_("This is not a receipt, or it was changed."), _again()),
        "index_beyond": (
            _("The receipt is for entry %(index)s, and the record has %(size)s, counted from 0."),
            _("Check it against a newer copy of the record."),
        ),
        "hash_length": (_("A line of the receipt is too long or too short."), _again()),
        "proof_length": (_("The receipt has lines too many or too few."), _again()),
        "root_differs": (_("This is not in the record that was signed."), _ask()),
        "earlier_root_differs": (
            _("The record as it was earlier is not the one that you kept."),
            _ask(),
        ),
        "size_beyond": (
            _("The record has %(expected)s entries; %(found)s was asked for."),
            _("Ask for a number from 1 to that, or for a newer copy of the record."),
        ),
    }


def _of_signatures() -> dict[str, tuple[str, str]]:
    return {
        "not_a_checkpoint": (_("This is not a signed state of a record."), _again()),
        "not_a_note": (_("This is not a signed text, or it was changed."), _again()),
        "not_base64": (_("Some letters of it are missing or were changed."), _again()),
        "not_base64url": (_("Some letters of it are missing or were changed."), _again()),
        "too_many_signatures": (
            _("There are more than %(expected)s signatures."),
            _("Keep those of the people you know, and leave out the rest."),
        ),
        "no_known_key": (
            _("None of the keys you trust has signed this."),
            _("Check that you have the right key, and that this is the right record."),
        ),
        "signature_differs": (
            _("The signature of %(key)s is not under these words: they were changed."),
            _ask(),
        ),
        "signed_twice": (_("One key has signed this twice."), _again()),
        "not_by_the_log": (
            _("The record itself has not signed this; only others have."),
            _("Ask those who keep the record for what it signed."),
        ),
        "origin_differs": (
            _("These are of two different records."),
            _("Choose two of the same record."),
        ),
        "time_beyond": (
            _("The time of the signature cannot be written."),
            _("Set the clock of this computer, and sign again."),
        ),
    }


def _of_keys() -> dict[str, tuple[str, str]]:
    whole = _("Copy the key’s whole line again, or ask for it again.")
    return {
        "not_a_key": (_("This is not the line of a key."), whole),
        "key_id": (_("The line of this key was changed or has a slip in it."), whole),
        "key_length": (_("The key is %(found)s bytes long, not %(expected)s."), whole),
        "key_name": (
            _("The name is not that of a key here."),
            _("Use the record’s own name, without spaces or a plus sign."),
        ),
        "key_kind": (
            _("This key is kept for signing something else."),
            _("The record signs with its own key; those who keep a copy sign with theirs."),
        ),
        "key_twice": (
            _("The same key or the same field is there twice."),
            _("Take one of the two out."),
        ),
    }


def _of_copies() -> dict[str, tuple[str, str]]:
    fetch = _("Fetch that part of the copy again.")
    return {
        "not_a_tile": (_("This is not a part of a copy of a record."), fetch),
        "tile_length": (_("A part of the copy breaks off, or has too much in it."), fetch),
        "tile_beyond": (
            _("The record has %(size)s entries, and no such part."),
            _("Ask for a part that it has, or for a newer signed state."),
        ),
        "tile_missing": (_("A part of the copy is missing."), fetch),
        "tile_differs": (_("A part of the copy is not the one that was signed for."), _ask()),
    }
