from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.core.copies import (
    FIRST_KEY,
    SECOND_KEY,
    SIGNED_AT,
    STOLEN_OR_NOT,
    WHOLE_STORY,
    WITNESS,
    Copy,
    copy_of,
    verified,
    whole_copy,
)
from tests.core.flips import all_caught, bits_of, caught_by, flipped, kept_of, with_its_end
from tests.core.random_story import a_story
from withus.core.facts import joining, keeping
from withus.core.facts.joining import PartnershipOpened
from withus.core.proofs.keys import Kind, VerifierKey
from withus.core.proofs.refused import Malformed
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Result, Step, Unopened, VouchedBy

COPY = whole_copy()
LOG_KEY = FIRST_KEY.verifier()


def test_the_story_has_every_type_of_joining_and_keeping_and_verifies() -> None:
    assert {type(fact) for fact in WHOLE_STORY} == {*joining.FACTS, *keeping.FACTS}
    verdict = COPY.verified()
    assert verdict.result is Result.ONLY_THE_HOST
    assert verdict.head == COPY.code()
    assert set(verdict.checked) == set(Step) - {Step.HEADS}
    assert verdict.notes.key_changes == (24,)
    assert verdict.notes.odd == (25,)


@pytest.mark.parametrize("size", [1, 2, 7, 8, 27, 28])
def test_a_check_code_kept_at_any_size_vouches_for_the_entries_before_it(size: int) -> None:
    verdict = COPY.verified(Trust(heads=(COPY.code(size),)))
    assert verdict.result is Result.VERIFIED
    assert verdict.vouched == size
    assert COPY.verified(Trust(checkpoints=(COPY.head(size),))).vouched == size


def test_a_check_code_of_no_entries_vouches_for_nothing() -> None:
    verdict = COPY.verified(Trust(heads=(COPY.code(0),)))
    assert (verdict.result, verdict.vouched) == (Result.ONLY_THE_HOST, 0)


def test_a_slip_in_a_kept_check_code_is_forgiven_and_told() -> None:
    words = COPY.code().split()
    slipped = " ".join([*words[:3], words[3][:-1], *words[4:]])
    verdict = COPY.verified(Trust(heads=(slipped,)))
    assert verdict.result is Result.VERIFIED
    assert verdict.vouched_by[0].otherwise == (3,)


def test_a_check_code_that_nobody_can_have_printed_is_no_news_of_the_record() -> None:
    words = COPY.code().split()
    words[1], words[2] = words[2], words[1]
    with pytest.raises(Malformed):
        COPY.verified(Trust(heads=(" ".join(words),)))


def test_a_witness_the_asker_knows_vouches_for_all_of_it() -> None:
    verdict = COPY.verified(Trust(keys=(WITNESS.verifier(),)))
    (voucher,) = verdict.vouched_by
    assert verdict.result is Result.VERIFIED
    assert (voucher.by, voucher.size, voucher.at) == (VouchedBy.WITNESS, 28, SIGNED_AT)


def test_a_witness_the_asker_does_not_know_counts_for_nothing_and_is_told() -> None:
    verdict = COPY.verified(Trust(keys=(LOG_KEY,)))
    assert verdict.result is Result.ONLY_THE_HOST
    assert verdict.notes.unknown_keys == (WITNESS.name,)


def test_the_hosts_own_key_alone_is_only_the_hosts_word() -> None:
    assert COPY.verified(Trust(keys=(LOG_KEY,))).result is Result.ONLY_THE_HOST
    assert COPY.verified(Trust(keys=(SECOND_KEY.verifier(),))).result is Result.ONLY_THE_HOST


def test_a_copy_that_brings_another_key_than_the_one_kept_does_not_verify() -> None:
    copy = copy_of(WHOLE_STORY[:20], by=STOLEN_OR_NOT)
    assert copy.verified().result is Result.ONLY_THE_HOST
    verdict = copy.verified(Trust(keys=(LOG_KEY,)))
    assert verdict.failed is not None
    assert (verdict.failed.step, verdict.failed.code) == (Step.KEYS, "key_differs")
    assert verdict.failed.expected == LOG_KEY.text()
    assert verdict.failed.got == STOLEN_OR_NOT.verifier().text()


def test_a_record_that_goes_on_from_another_says_so() -> None:
    assert COPY.verified().notes.continues is None
    verdict = copy_of((WHOLE_STORY[25], *WHOLE_STORY[:5])).verified()
    assert verdict.notes.continues == FIRST_KEY.name


def test_a_practice_record_says_so() -> None:
    assert not COPY.verified().notes.practice
    assert isinstance(WHOLE_STORY[0], PartnershipOpened)
    assert copy_of((replace(WHOLE_STORY[0], practice=True),)).verified().notes.practice
    assert not copy_of(WHOLE_STORY[1:2]).verified().notes.practice


def test_a_key_kept_for_another_record_bears_on_none_but_that() -> None:
    for public in (LOG_KEY.public, STOLEN_OR_NOT.verifier().public):
        other = VerifierKey("elsewhere.example/record", public, Kind.HEAD)
        assert COPY.verified(Trust(keys=(other,))).result is Result.ONLY_THE_HOST


def test_what_is_never_opened_is_counted_and_changes_no_figure() -> None:
    verdict = replace(COPY, openings=()).verified()
    assert verdict.failed is None
    assert verdict.unopened == Unopened(sealed=12, withdrawn=1, erased=2, never=9)
    reported = tuple(each for each in COPY.openings if each[0] == 11)
    verdict = replace(COPY, openings=reported).verified()
    assert verdict.unopened == Unopened(sealed=12, withdrawn=0, erased=2, never=9)


def test_no_more_is_erased_than_is_missing() -> None:
    all_but_one = replace(COPY, openings=COPY.openings[1:])
    assert all_but_one.verified().unopened == Unopened(sealed=12, withdrawn=0, erased=1, never=0)
    unreported = tuple(each for each in all_but_one.openings if each[0] != 11)
    verdict = replace(COPY, openings=unreported).verified()
    assert verdict.unopened == Unopened(sealed=12, withdrawn=1, erased=1, never=0)


@pytest.mark.parametrize("anew", [False, True], ids=["as flipped", "end made anew"])
def test_a_flipped_bit_is_caught(anew: bool) -> None:
    dice = random.Random(20261123)  # noqa: S311
    content = COPY.content()
    bits = dice.sample(bits_of(content, anew=anew), 1_500)
    check_flips(content, bits, anew=anew)


@pytest.mark.drill
@pytest.mark.parametrize("anew", [False, True], ids=["as flipped", "end made anew"])
def test_every_flipped_bit_is_caught(anew: bool) -> None:
    content = COPY.content()
    check_flips(content, bits_of(content, anew=anew), anew=anew)


def check_flips(content: bytes, bits: range | list[int], *, anew: bool) -> None:
    """Hold that each flip is caught, but one that hides whose a witness's signature is.

    Whoever hands a copy on may strike out a signature as well; then it counts for nothing.
    """
    trust = kept_of(COPY, 20)
    found, missed = all_caught(content, bits=bits, trust=trust, anew=anew)
    print(*found.most_common(), sep="\n")
    assert anew or not missed
    line = content.index(b"\xe2\x80\x94 " + WITNESS.name.encode())
    for bit in missed:
        assert line <= bit // 8 < line + 31
        changed = with_its_end(flipped(content, bit))
        verdict = verified(changed, trust)
        assert [each.by for each in verdict.vouched_by] == [VouchedBy.CHECK_CODE]
        assert verdict.notes.unknown_keys != ()


@pytest.mark.drill
def test_20000_flips_at_200_entries_are_caught() -> None:
    dice = random.Random(200)  # noqa: S311
    copy = copy_of(a_story(dice, 200))
    content, trust = copy.content(), Trust(heads=(copy.code(150),))
    for bit in dice.sample(range(8 * len(content)), 20_000):
        assert caught_by(flipped(content, bit), trust) != "nothing"


def honest(seed: int) -> Copy:
    dice = random.Random(seed)  # noqa: S311
    copy = copy_of(a_story(dice, dice.randrange(1, 120)))
    return replace(copy, openings=tuple(each for each in copy.openings if dice.random() < 0.7))


@pytest.mark.parametrize("seed", range(30))
def test_an_honest_copy_is_not_refused(seed: int) -> None:
    check_honest(seed)


@pytest.mark.drill
def test_none_of_1000_honest_copies_is_refused() -> None:
    for seed in range(1_000):
        check_honest(seed)


def check_honest(seed: int) -> None:
    copy = honest(seed)
    assert copy.verified().result is Result.ONLY_THE_HOST
    size = 1 + seed % len(copy.entries)
    verdict = copy.verified(Trust(keys=(LOG_KEY,), heads=(copy.code(size),)))
    assert verdict.result is Result.VERIFIED
    assert verdict.notes.odd == verdict.notes.lost == ()
