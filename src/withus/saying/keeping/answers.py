"""What came of checking an old check-code or a receipt, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from withus.core.errors import Refusal
from withus.saying.language import _


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: whether it holds (shown, not or cant), the answer, what it means, what next."""

    shows: str
    verdict: str
    answer: str
    meaning: str
    next: str


Told = Mapping[str, int | None]


def of_code(answer: str, told: Told) -> Said:
    """Tell what came of checking an old check-code.

    Shape: `told` holds `size` (entries the code is of), `now` (entries here) and `word`.
    """
    told = {**told, "word": told.get("word") or 0}
    return {**_code_fits(told), **_code_does_not(told)}[answer]


def of_receipt(answer: str, told: Told) -> Said:
    """Tell what came of checking a receipt.

    Shape: `told` holds `index` (the entry) and `size` (entries its checkpoint is of).
    """
    return {**_receipt_fits(told), **_receipt_does_not(told)}[answer]


def _code_fits(told: Told) -> dict[str, Said]:
    same = _("The first %(size)d entries are the same now as when the code was made.") % told
    now = (
        _(
            "Nobody has changed, added or taken away anything among them. The record has %(now)d "
            "entries today."
        )
        % told
    )
    mended = _("Word %(word)d was spelt otherwise; there is only one word that it can be.") % told
    keep = _("Keep the newest check-code too: it covers what has been added since.")
    return {
        "matches": Said("shown", _("It matches"), same, now, keep),
        "mended": Said(
            "shown", _("It matches, with one word mended"), f"{same} {mended}", now, keep
        ),
    }


def _code_does_not(told: Told) -> dict[str, Said]:
    return {
        "mistyped": Said(
            "cant",
            _("Cannot tell"),
            _("Something was typed wrongly: the words and the number do not fit one another."),
            _("So we cannot tell whether the record has changed. That is no sign that it has."),
            _("Type the number and the 12 words again, as they are printed."),
        ),
        "differs": Said(
            "not",
            _("It differs"),
            _("It differs from word %(word)d on.") % told
            if told.get("word") != 1
            else _("It differs from the first word."),
            _(
                "The words fit one another, so they were typed rightly. They are not those of this "
                "record at %(size)d entries. Either the code is of another record, or this one was "
                "changed."
            )
            % told,
            _("Keep the paper it stands on. Show it to others who keep check-codes, and to us."),
        ),
        "beyond": Said(
            "not",
            _("It is of more entries"),
            _("The code is of %(size)d entries. This record has %(now)d.") % told,
            _("Either the code is of another record, or entries are gone from this one."),
            _("Keep the paper it stands on. Show it to others who keep check-codes, and to us."),
        ),
    }


def _receipt_fits(told: Told) -> dict[str, Said]:
    return {
        "matches": Said(
            "shown",
            _("The receipt is right"),
            _("Entry %(index)d is in this record, as the receipt says.") % told,
            _("It was signed when the record had %(size)d entries, and those are the same now.")
            % told,
            _("Keep the receipt: it shows this to anybody, also if this page should be gone."),
        ),
        "no_key": Said(
            "cant",
            _("Cannot tell"),
            _("We cannot check who signed this receipt: the record’s public key is not here yet."),
            _("That is no sign that the receipt is wrong."),
            _("Ask whoever runs this copy for the public key, and come back."),
        ),
    }


def _receipt_does_not(told: Told) -> dict[str, Said]:
    return {
        "other_record": Said(
            "cant",
            _("Cannot tell"),
            _("This receipt is of another record."),
            _("It can only be checked against the record it names on the line after its hashes."),
            _("Find that record, and check the receipt there."),
        ),
        "not_signed": Said(
            "not",
            _("Not signed by this record"),
            _("This record’s key did not sign this receipt."),
            _("So it shows nothing about this record: part of it was changed or made up."),
            _(
                "Paste it again, whole. If that does not mend it, get another from the entry’s "
                "page."
            ),
        ),
        "not_in_it": Said(
            "not",
            _("The receipt does not hold"),
            _("The head was signed by this record, but the hashes do not lead to entry %(index)d.")
            % told,
            _("So the receipt does not show that entry. Part of it was changed or mixed up."),
            _("Get the receipt anew from the entry’s page."),
        ),
        "forked": Said(
            "not",
            _("The record has changed"),
            _("The receipt is signed, and the record here is no longer the one that was signed."),
            _(
                "When it was signed, the record had %(size)d entries. One of those has been "
                "changed or taken away since."
            )
            % told,
            _("Keep the receipt safe. It is evidence. Show it to others, outside the host too."),
        ),
    }


def refused(refusal: Refusal) -> str:
    """Tell why what was typed cannot be read, and what to do next."""
    told: dict[str, object] = {"found": 0, "expected": 12, **refusal.parameters}
    return {
        "no_size": _(
            "There is no number in it. A check-code begins with one: type the number and the "
            "12 words."
        ),
        "words_counted": _(
            "There are %(found)s words after the number; a check-code has 12. Type all of them."
        )
        % told,
        "nothing_given": _("There is nothing to check yet. Paste it, or type it in."),
        "too_long": _("That is too long to be a receipt. Choose the file that was saved as one."),
    }.get(
        refusal.code,
        _(
            "That cannot be read as a receipt. Paste the whole text, from its first line to its "
            "last."
        ),
    )
