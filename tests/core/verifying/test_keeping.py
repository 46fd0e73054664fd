"""What somebody who keeps copies does with the next one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.copies import FIRST_KEY, WITNESS, copy_of, verified
from tests.core.facts.story import ORIGIN, STORY
from withus.core.facts.keeping import KeyReplaced
from withus.core.proofs.signed_note import read_note
from withus.core.verifying.keeping import Known, Taken, by_the_log_alone, known_of, taken
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Failed

HONEST = copy_of([fact for fact in STORY if not isinstance(fact, KeyReplaced)])
KEY = FIRST_KEY.verifier()


def known(*codes: int, last: int | None = None) -> Known:
    """Return what somebody keeps who kept heads of so many entries."""
    head = None if last is None else HONEST.head(last)
    return Known(ORIGIN, (KEY,), codes=tuple(HONEST.code(size) for size in codes), last=head)


def came(size: int, kept: Known) -> tuple[Taken, Failed | None]:
    """Return what comes of an honest copy of so many entries."""
    openings = tuple(each for each in HONEST.openings if each[0] < size)
    copy = replace(HONEST, entries=HONEST.entries[:size], openings=openings)
    return taken(verified(copy.content(), kept.trust(size)), kept)


@pytest.mark.parametrize(
    ("size", "kept", "expected"),
    [
        (5, known(), Taken.KEPT),
        (9, known(5, last=5), Taken.KEPT),
        (9, known(5, 9, last=5), Taken.AGAIN),
        (9, known(5, 9, last=9), Taken.AGAIN),
        (5, known(5, 9, last=9), Taken.OLDER),
        (7, known(5, 9, last=9), Taken.REFUSED),
        (7, known(9, last=9), Taken.REFUSED),
        (7, known(9), Taken.REFUSED),
        (7, known(last=9), Taken.REFUSED),
    ],
)
def test_what_comes_of_a_copy_follows_from_what_is_kept(
    size: int, kept: Known, expected: Taken
) -> None:
    found, failed = came(size, kept)
    assert found is expected
    if expected is Taken.REFUSED:
        assert failed is not None
        assert (failed.code, failed.expected) == ("older_than_kept", HONEST.code(9))
        assert failed.got == HONEST.code(size)
    else:
        assert failed is None


@pytest.mark.parametrize("kept", [known(), known(5, last=5), known(5, 27, last=27)])
def test_a_copy_that_does_not_verify_is_refused_whatever_is_kept(kept: Known) -> None:
    verdict = replace(HONEST, published={}).verified()
    assert verdict.failed is not None
    assert taken(verdict, kept) == (Taken.REFUSED, verdict.failed)


def test_the_longest_head_counts_wherever_it_is_kept() -> None:
    assert known().size is None
    assert known(5, 9, last=7).size == 9
    assert known(5, last=7).size == 7


def test_a_shorter_copy_is_held_to_the_heads_it_can_be_held_to() -> None:
    kept = known(5, 9, last=9)
    assert kept.trust(9) == Trust((KEY,), kept.codes, (HONEST.head(9),))
    assert kept.trust(6) == Trust((KEY,), kept.codes[:1], ())
    assert known(5, 9, last=7).trust(7) == Trust((KEY,), kept.codes[:1], (HONEST.head(7),))
    assert known(5, 9).trust(5) == Trust((KEY,), kept.codes[:1], ())


def test_only_the_records_own_keys_and_those_of_keepers_are_trusted() -> None:
    other = replace(FIRST_KEY, name="withus.example/elsewhere").verifier()
    found = known_of(ORIGIN, Trust((other, WITNESS.verifier())), last=None, given=(KEY,))
    assert (found.keys, found.others) == ((KEY,), (WITNESS.verifier(),))


def test_what_others_signed_is_left_out_of_what_is_kept() -> None:
    both = replace(HONEST, witnesses=(WITNESS,)).note()
    assert by_the_log_alone(both, key=KEY) == HONEST.note()
    assert len(read_note(both).signatures) == 2
