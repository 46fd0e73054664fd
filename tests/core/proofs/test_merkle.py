"""A right proof is taken; one with a single bit changed is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.proofs import naive
from withus.core.proofs.merkle import TreeHead, leaf_hash, verify_consistency, verify_inclusion
from withus.core.proofs.refused import ProofRefused
from withus.core.proofs.tree import Tree

LEAVES = [leaf_hash(str(n).encode()) for n in range(64)]
TREE = Tree()
TREE.extend(LEAVES)
SIZES = st.integers(1, 64)
BITS = st.integers(0, 255)


def head(size: int) -> TreeHead:
    return TreeHead(size, TREE.root(size))


def taken(check: Callable[[], None]) -> bool:
    """Tell whether a check takes what it is given; whatever it returns is no answer."""
    try:
        assert check() is None  # type: ignore[func-returns-value]
    except ProofRefused:
        return False
    return True


def included(leaf: bytes, index: int, whole: TreeHead, proof: Sequence[bytes]) -> bool:
    return taken(lambda: verify_inclusion(leaf, index=index, head=whole, proof=proof))


def consistent(one: TreeHead, two: TreeHead, proof: Sequence[bytes]) -> bool:
    return taken(lambda: verify_consistency(one, two, proof=proof))


def flipped(digest: bytes, bit: int) -> bytes:
    changed = bytearray(digest)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def flips(proof: Sequence[bytes], bit: int) -> Iterator[list[bytes]]:
    for at, step in enumerate(proof):
        yield [*proof[:at], flipped(step, bit), *proof[at + 1 :]]


def near(number: int) -> list[int]:
    return [number ^ (1 << bit) for bit in range(8)]


def test_every_leaf_at_every_size_up_to_64_is_shown() -> None:
    for size in range(1, 65):
        for index in range(size):
            proof = TREE.inclusion(index, size=size)
            assert included(LEAVES[index], index, head(size), proof)


def test_every_pair_of_sizes_up_to_64_is_shown() -> None:
    for size in range(1, 65):
        for earlier in range(1, size + 1):
            proof = TREE.consistency(earlier, size=size)
            assert consistent(head(earlier), head(size), proof)


@given(SIZES, st.data(), BITS)
def test_a_flipped_bit_of_leaf_root_or_proof_is_refused(
    size: int, draw: st.DataObject, bit: int
) -> None:
    index = draw.draw(st.integers(0, size - 1))
    leaf, proof, whole = LEAVES[index], TREE.inclusion(index, size=size), head(size)
    assert not included(flipped(leaf, bit), index, whole, proof)
    assert not included(leaf, index, replace(whole, root=flipped(whole.root, bit)), proof)
    assert not any(included(leaf, index, whole, other) for other in flips(proof, bit))


@given(SIZES, st.data(), BITS)
def test_a_flipped_bit_of_either_root_or_of_the_proof_is_refused(
    size: int, draw: st.DataObject, bit: int
) -> None:
    earlier = draw.draw(st.integers(1, size))
    proof, one, two = TREE.consistency(earlier, size=size), head(earlier), head(size)
    assert not consistent(replace(one, root=flipped(one.root, bit)), two, proof)
    assert not consistent(one, replace(two, root=flipped(two.root, bit)), proof)
    assert not any(consistent(one, two, other) for other in flips(proof, bit))


def test_every_flipped_bit_of_one_proof_of_each_kind_is_refused() -> None:
    leaf, into, grew = LEAVES[5], TREE.inclusion(5, size=23), TREE.consistency(13, size=23)
    for bit in range(256):
        assert not included(flipped(leaf, bit), 5, head(23), into)
        assert not any(included(leaf, 5, head(23), other) for other in flips(into, bit))
        assert not any(consistent(head(13), head(23), other) for other in flips(grew, bit))


def test_every_flipped_bit_of_an_index_is_refused() -> None:
    for size in range(1, 65):
        for index in range(size):
            proof = TREE.inclusion(index, size=size)
            for other in near(index):
                assert not included(LEAVES[index], other, head(size), proof)


def test_a_flipped_bit_of_a_size_is_refused_unless_the_path_is_the_same_to_the_letter() -> None:
    """A root does not say how large its tree is: RFC 9162's own check cannot either."""
    for size in range(1, 65):
        for index in range(size):
            proof = TREE.inclusion(index, size=size)
            for other in near(size):
                same = index < other and naive.turns(index, other) == naive.turns(index, size)
                whole = replace(head(size), size=other)
                assert included(LEAVES[index], index, whole, proof) is same


def test_a_flipped_bit_of_two_sizes_is_refused_unless_the_path_is_the_same_to_the_letter() -> None:
    for size in range(1, 65):
        for earlier in range(1, size):
            proof, one, two = TREE.consistency(earlier, size=size), head(earlier), head(size)
            way = naive.joins(earlier, size)
            for other in near(earlier):
                same = 0 < other < size and naive.joins(other, size) == way
                assert consistent(replace(one, size=other), two, proof) is same
            for other in near(size):
                same = other > earlier and naive.joins(earlier, other) == way
                assert consistent(one, replace(two, size=other), proof) is same


@given(SIZES, st.data())
def test_a_proof_with_a_hash_more_or_less_is_refused(size: int, draw: st.DataObject) -> None:
    index = draw.draw(st.integers(0, size - 1))
    into, grew = TREE.inclusion(index, size=size), TREE.consistency(index + 1, size=size)
    for more in (LEAVES[0], head(size).root):
        assert not included(LEAVES[index], index, head(size), [*into, more])
        assert not included(LEAVES[index], index, head(size), [more, *into])
        assert not consistent(head(index + 1), head(size), [*grew, more])
        assert not consistent(head(index + 1), head(size), [more, *grew])
    for at in range(len(into)):
        assert not included(LEAVES[index], index, head(size), [*into[:at], *into[at + 1 :]])
    for at in range(len(grew)):
        less = [*grew[:at], *grew[at + 1 :]]
        assert not consistent(head(index + 1), head(size), less)


@pytest.mark.parametrize("cut", [31, 33])
def test_hashes_that_share_their_bytes_otherwise_are_refused(cut: int) -> None:
    both = LEAVES[0] + LEAVES[1]
    assert included(LEAVES[0], 0, head(2), [LEAVES[1]])
    assert not included(both[:cut], 0, head(2), [both[cut:]])
    one, proof = TreeHead(1, both[:cut]), [both[cut:]]
    assert not consistent(one, head(2), proof)


def test_a_node_is_never_taken_for_a_leaf() -> None:
    inner = TREE.root(2)
    assert leaf_hash(LEAVES[0] + LEAVES[1]) != inner
    assert not included(inner, 0, head(4), TREE.inclusion(0, size=4)[1:])


@given(st.lists(st.integers(0, 2), min_size=2, max_size=30), st.data())
def test_a_rewritten_past_is_never_consistent(digits: list[int], draw: st.DataObject) -> None:
    """Whatever hashes of either tree are offered, an altered tree does not grow from the first."""
    size = len(digits)
    earlier, at = draw.draw(st.integers(1, size)), draw.draw(st.integers(0, size - 1))
    honest, other = Tree(), Tree()
    honest.extend(leaf_hash(bytes([n, d])) for n, d in enumerate(digits))
    other.extend(leaf_hash(bytes([n, d + (n == at)])) for n, d in enumerate(digits))
    one, two = TreeHead(earlier, honest.root(earlier)), TreeHead(size, other.root())
    for source in (honest, other):
        assert consistent(one, two, source.consistency(earlier)) is (
            at >= earlier and source is other
        )


def test_sizes_that_show_nothing_are_refused() -> None:
    empty = TreeHead(0, TREE.root(0))
    assert not consistent(empty, empty, [])
    assert not consistent(empty, head(4), [])
    assert not consistent(head(5), head(4), [])
    assert not consistent(TreeHead(-1, empty.root), head(4), [])
    assert not included(LEAVES[0], 0, empty, [])
    assert not included(LEAVES[0], -1, head(4), TREE.inclusion(0, size=4))
    assert not consistent(head(4), head(4), [LEAVES[0]])
    assert not consistent(head(4), replace(head(5), size=4), [])


@pytest.mark.parametrize(
    ("earlier", "proof", "found"),
    [(3, [], 0), (4, [], 0), (3, [b"a" * 32] * 9, 9), (3, [b"a" * 32], 1)],
)
def test_a_proof_of_growth_of_another_length_is_refused_as_that(
    earlier: int, proof: list[bytes], found: int
) -> None:
    with pytest.raises(ProofRefused, match="proof_length") as refusal:
        verify_consistency(head(earlier), head(7), proof=proof)
    assert refusal.value.parameters == {"found": found}


def test_a_proof_between_heads_of_one_size_is_refused_as_that() -> None:
    with pytest.raises(ProofRefused, match="proof_length") as refusal:
        verify_consistency(head(4), head(4), proof=[LEAVES[0]])
    assert refusal.value.parameters == {"found": 1}
    with pytest.raises(ProofRefused, match="root_differs"):
        verify_consistency(head(4), replace(head(5), size=4), proof=[])


@pytest.mark.parametrize(
    ("index", "proof", "code"),
    [
        *((4, [], "index_beyond"), (0, [b"a"], "hash_length")),
        *((0, LEAVES[:1], "proof_length"), (0, LEAVES[:3], "proof_length")),
    ],
)
def test_a_refusal_says_which_part_is_wrong(index: int, proof: list[bytes], code: str) -> None:
    with pytest.raises(ProofRefused) as refusal:
        verify_inclusion(LEAVES[0], index=index, head=head(4), proof=proof)
    assert refusal.value.code == code
