"""What checking a copy of a record came to, in plain sentences."""

from datetime import UTC, date, datetime

from withus.core.verifying.verdict import (
    Result,
    Step,
    Unopened,
    Verdict,
    VouchedBy,
    Voucher,
)
from withus.saying import words
from withus.saying.keeping.failures import failure
from withus.saying.language import _, ngettext
from withus.saying.practising.runs import followed

SHOWN = 10  # entries named one by one; of more it is told how many there are


def report(verdict: Verdict) -> list[str]:
    """Tell a verdict in paragraphs, the answer first."""
    told = [answer(verdict), record(verdict)]
    if verdict.failed is not None:
        told += failure(verdict.failed)
    told += [_("Checked: %(steps)s.") % {"steps": words.listing(steps(verdict))}]
    told += [] if verdict.failed else vouched(verdict)
    if verdict.unopened is not None:
        told.append(unopened(verdict.unopened))
    told += notes(verdict)
    told.append(_("No check can show what was never entered, or that what was entered is true."))
    return told


def answer(verdict: Verdict) -> str:
    """Tell the answer in one sentence."""
    return {
        Result.VERIFIED: _("This copy agrees with what you kept."),
        Result.ONLY_THE_HOST: _("This copy agrees with itself. Only the host vouches for it."),
        Result.DOES_NOT_VERIFY: _("This copy does not verify."),
    }[verdict.result]


def record(verdict: Verdict) -> str:
    """Tell which record it is a copy of, how long it is, and its check-code."""
    size = ngettext("%(count)s entry", "%(count)s entries", verdict.size) % {
        "count": f"{verdict.size:,}"
    }
    told = _("The record %(origin)s, %(size)s.") % {"origin": verdict.origin, "size": size}
    if verdict.head is None:
        return told
    return told + " " + _("The check-code of this copy: %(head)s") % {"head": verdict.head}


def steps(verdict: Verdict) -> list[str]:
    """Tell what was checked and held."""
    said = {
        Step.ENTRIES: _("every entry is in its form and in order of time"),
        Step.OPENINGS: _("every name and text is the one that was sealed"),
        Step.WHOLE: _("the file is whole"),
        Step.TREE: _("the entries are those of the signed head"),
        Step.KEYS: _("each key was named by the one before it"),
        Step.SIGNATURE: _("the head is signed"),
        Step.HEADS: _("what you kept is the start of this record"),
        Step.FIGURES: _("the published figures follow from the entries"),
    }
    return [said[step] for step in verdict.checked] or [_("nothing")]


def vouched(verdict: Verdict) -> list[str]:
    """Tell who vouches for how much of it, and what is left to the host's word."""
    if verdict.result is Result.ONLY_THE_HOST:
        return [
            _(
                "Whoever runs the record could have written all of it anew. Ask somebody who keeps "
                "a copy, or an old letter or e-mail, for a check-code, and give it with --head."
            )
        ]
    told = [by(each) for each in verdict.vouched_by]
    left = verdict.size - verdict.vouched
    if left:
        told.append(
            ngettext(
                "For the last entry there is only the host’s word.",
                "For the last %(count)s entries there is only the host’s word.",
                left,
            )
            % {"count": f"{left:,}"}
        )
    return told


def by(voucher: Voucher) -> str:
    """Tell what one voucher shows."""
    facts = {"count": f"{voucher.size:,}", "name": voucher.name or "", "day": ""}
    if voucher.by is VouchedBy.WITNESS:
        facts["day"] = words.day(day_of(voucher.at))
        return _("%(name)s, who keeps a copy, signed all %(count)s entries on %(day)s.") % facts
    told = ngettext(
        "The check-code you kept agrees: the first entry is as it was then.",
        "The check-code you kept agrees: the first %(count)s entries are as they were then.",
        voucher.size,
    )
    slips = [str(place) for place in voucher.otherwise]
    if slips:
        told += " " + _("Typed otherwise than printed, and taken as a slip: word %(places)s.")
        facts["places"] = words.listing(slips)
    return told % facts


def day_of(at: int | None) -> date | None:
    """Tell the day, in UTC, of seconds since the start of 1970; None beyond any calendar."""
    try:
        return None if at is None else datetime.fromtimestamp(at, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def unopened(counts: Unopened) -> str:
    """Tell what share of the names and texts did not come with the copy, why, and what of it."""
    left = counts.withdrawn + counts.erased + counts.never
    if not counts.sealed:
        return _("There are no sealed names or texts in it.")
    if not left:
        return _("All %(sealed)s sealed names and texts came with it, and were checked.") % {
            "sealed": f"{counts.sealed:,}"
        }
    return _(
        "Of %(sealed)s sealed names and texts, %(left)s did not come with it: %(withdrawn)s "
        "withdrawn, %(erased)s erased, %(never)s never opened to you. What these say is not "
        "checked, and of the erased the record itself says how many there are; no figure depends "
        "on any of them."
    ) % {
        "sealed": f"{counts.sealed:,}",
        "left": f"{left:,}",
        "withdrawn": f"{counts.withdrawn:,}",
        "erased": f"{counts.erased:,}",
        "never": f"{counts.never:,}",
    }


def notes(verdict: Verdict) -> list[str]:
    """Tell what does not change the answer and may matter to whoever reads it."""
    found, told = verdict.notes, list[str]()
    if found.practice:
        told.append(_("It is a practice record: nothing in it happened."))
    before = followed(found.follows)
    if before:
        told.append(before)
    if found.continues is not None:
        told.append(
            _(
                "It goes on from %(origin)s, part of which was lost. What you kept of that record "
                "cannot be held against this one."
            )
            % {"origin": found.continues}
        )
    if found.key_changes:
        where = entries(found.key_changes)
        told.append(_("Another key signs the record since: %(entries)s.") % {"entries": where})
    if found.unknown_keys:
        names = words.listing(list(found.unknown_keys))
        told.append(
            _("Also signed by keys you do not keep, which counts for nothing here: %(names)s.")
            % {"names": names}
        )
    if found.odd or found.lost:
        where = entries(tuple(sorted({*found.odd, *found.lost})))
        told.append(
            _("These fit nothing before them, and change no figure but the count: %(entries)s.")
            % {"entries": where}
        )
    return told


def entries(places: tuple[int, ...]) -> str:
    """Name entries by their numbers, from 0; or tell how many there are."""
    if len(places) > SHOWN:
        return _("%(count)s entries") % {"count": f"{len(places):,}"}
    return words.listing([_("entry %(number)d") % {"number": place} for place in places])
