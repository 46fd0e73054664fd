from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.copies import copy_of
from tests.core.facts.story import ORIGIN, STORY
from withus.core.proofs.check_code import check_code
from withus.core.proofs.checkpoint import Checkpoint
from withus.core.proofs.merkle import leaf_hash
from withus.core.proofs.tree import Tree
from withus.core.verifying.heads import check_heads
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Differs, Failed, Step, VouchedBy, Voucher

COPY = copy_of(STORY[:9])
OTHER = replace(COPY.head(7), root=bytes(32))
LATER = replace(COPY.head(), size=10)


def tree() -> Tree:
    """Return the tree over the entries of the copy."""
    found = Tree()
    found.extend(map(leaf_hash, COPY.entries))
    return found


def test_each_head_that_was_kept_vouches_for_the_entries_it_has() -> None:
    trust = Trust(heads=(COPY.code(3),), checkpoints=(COPY.head(7), COPY.head()))
    assert check_heads(trust, tree=tree(), origin=ORIGIN) == (
        Voucher(VouchedBy.CHECK_CODE, 3),
        Voucher(VouchedBy.CHECKPOINT, 7),
        Voucher(VouchedBy.CHECKPOINT, 9),
    )


@pytest.mark.parametrize(
    ("head", "code", "got"),
    [(OTHER, "head_differs", COPY.code(7)), (LATER, "older_than_kept", COPY.code())],
)
@pytest.mark.parametrize("whole", [False, True], ids=["check-code", "checkpoint"])
def test_a_head_that_the_record_never_had_is_refused_with_the_one_it_had(
    head: Checkpoint, code: str, got: str, whole: bool
) -> None:
    kept = check_code(head).text()
    trust = Trust(checkpoints=(head,)) if whole else Trust(heads=(kept,))
    with pytest.raises(Differs) as fault:
        check_heads(trust, tree=tree(), origin=ORIGIN)
    assert fault.value.failed == Failed(Step.HEADS, code, None, kept, got)
