"""The tree gives the roots and proofs of RFC 9162, at every size it ever had."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.proofs import naive
from withus.core.proofs.merkle import EMPTY_ROOT, RUN, TreeHead, leaf_hash, root_of, root_over
from withus.core.proofs.refused import ProofRefused
from withus.core.proofs.tree import InMemory, Tree

ENTRIES = [bytes([n]) * (n % 5) for n in range(65)]
SHORT = st.lists(st.binary(max_size=3), max_size=70)
# Certificate Transparency's own example: eight entries and the roots of their trees.
KNOWN_ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
KNOWN_ENTRIES += ["606162636465666768696a6b6c6d6e6f"]
KNOWN_ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def grown(entries: Iterable[bytes]) -> Tree:
    tree = Tree()
    for entry in entries:
        tree.append(leaf_hash(entry))
    return tree


def test_the_known_example_has_its_known_roots() -> None:
    tree = grown(map(bytes.fromhex, KNOWN_ENTRIES))
    assert {size: tree.root(size).hex() for size in KNOWN_ROOTS} == KNOWN_ROOTS


def test_roots_and_proofs_are_those_of_the_definition_at_every_size() -> None:
    tree = grown(ENTRIES)
    for size in range(65):
        whole = ENTRIES[:size]
        assert tree.root(size) == naive.root(whole)
        for index in range(size):
            assert list(tree.inclusion(index, size=size)) == naive.path(index, whole)
            found = tree.consistency(index + 1, size=size)
            assert list(found) == naive.subproof(index + 1, whole, known=True)


@given(SHORT)
def test_an_earlier_root_is_that_of_the_tree_built_so_far(entries: list[bytes]) -> None:
    tree = grown(entries)
    for size in range(len(entries) + 1):
        assert tree.root(size) == grown(entries[:size]).root() == naive.root(entries[:size])


@given(SHORT, SHORT)
def test_trees_of_different_entries_have_different_roots(
    one: list[bytes], two: list[bytes]
) -> None:
    assert (grown(one).root() == grown(two).root()) is (one == two)


def test_the_order_of_entries_matters() -> None:
    swapped = [ENTRIES[1], ENTRIES[0], *ENTRIES[2:]]
    assert grown(swapped).root() != grown(ENTRIES).root()


@given(st.lists(st.integers(0, 40), max_size=8))
def test_runs_of_any_length_give_the_tree_of_single_appends(runs: list[int]) -> None:
    leaves = [leaf_hash(str(n).encode()) for n in range(sum(runs))]
    single: dict[tuple[int, int], bytes] = {}
    several: dict[tuple[int, int], bytes] = {}
    one, many, at = Tree(single), Tree(several), 0
    for leaf in leaves:
        one.append(leaf)
    for run in runs:
        many.extend(leaves[at : at + run])
        at += run
    assert single == several
    assert one.head() == many.head() == root_of(leaves)


@pytest.mark.parametrize("size", [0, 1, RUN - 1, RUN, RUN + 1, 2 * RUN, 3 * RUN + 5, 5 * RUN])
def test_a_root_without_a_tree_is_the_same(size: int) -> None:
    leaves = [leaf_hash(str(n).encode()) for n in range(size)]
    tree = Tree()
    tree.extend(iter(leaves))
    assert root_of(iter(leaves)) == tree.head() == root_over(str(n).encode() for n in range(size))


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_tree_is_taken_up_from_where_its_hashes_are_kept(size: int, more: int) -> None:
    kept: dict[tuple[int, int], bytes] = {}
    leaves = [leaf_hash(bytes([n])) for n in range(size + more)]
    Tree(kept).extend(leaves[:size])
    again = Tree(kept, size=size)
    assert [again.append(leaf) for leaf in leaves[size:]] == list(range(size, size + more))
    assert again.head() == root_of(leaves)


def test_each_place_is_written_once_and_holds_32_bytes() -> None:
    kept = dict[tuple[int, int], bytes]()
    Tree(kept).extend(leaf_hash(entry) for entry in ENTRIES[:64])
    assert sorted(kept) == [(level, i) for level in range(7) for i in range(64 >> level)]
    assert {len(digest) for digest in kept.values()} == {32}


def test_an_empty_tree_has_the_root_of_nothing() -> None:
    assert Tree().head() == TreeHead(0, EMPTY_ROOT) == root_of([]) == root_over([])


def test_what_a_tree_does_not_hold_is_refused() -> None:
    tree = grown(ENTRIES[:5])
    for index, size in ((5, 5), (-1, 5), (3, 3), (0, 0)):
        with pytest.raises(ProofRefused, match="index_beyond"):
            tree.inclusion(index, size=size)
    for asking in (
        lambda: tree.root(6),
        lambda: tree.root(-1),
        lambda: tree.inclusion(0, size=6),
        lambda: tree.consistency(0),
        lambda: tree.consistency(6),
        lambda: tree.consistency(4, size=3),
    ):
        with pytest.raises(ProofRefused, match="size_beyond"):
            asking()


@pytest.mark.parametrize("digest", [b"", b"a" * 31, b"a" * 33])
def test_only_whole_hashes_are_taken(digest: bytes) -> None:
    tree = grown(ENTRIES[:3])
    with pytest.raises(ProofRefused, match="hash_length"):
        tree.append(digest)
    with pytest.raises(ProofRefused, match="hash_length"):
        tree.extend([digest])
    with pytest.raises(ProofRefused, match="hash_length"):
        root_of([digest])
    assert (tree.size, tree.root()) == (3, naive.root(ENTRIES[:3]))


def test_a_tree_stands_as_it_was_when_its_keeping_fails() -> None:
    class Full(dict[tuple[int, int], bytes]):
        def __setitem__(self, place: tuple[int, int], digest: bytes) -> None:
            if place == (2, 0):
                raise OSError("no room")
            super().__setitem__(place, digest)

    tree, leaves = Tree(Full()), [leaf_hash(entry) for entry in ENTRIES[:4]]
    tree.extend(leaves[:3])
    for failing in (lambda: tree.append(leaves[3]), lambda: tree.extend([leaves[3]])):
        with pytest.raises(OSError, match="no room"):
            failing()
        assert (tree.size, tree.root()) == (3, naive.root(ENTRIES[:3]))


@pytest.mark.parametrize("place", [(0, 1), (0, -1), (1, 0), (-1, 0)])
def test_memory_holds_only_what_was_put_there(place: tuple[int, int]) -> None:
    memory = InMemory()
    memory[0, 0] = b"a" * 32
    with pytest.raises(KeyError) as refusal:
        memory[place]
    assert refusal.value.args == (place,)


@pytest.mark.parametrize("place", [(0, 0), (0, 2), (2, 1), (3, 0), (-1, 0)])
def test_memory_is_written_in_order_and_never_again(place: tuple[int, int]) -> None:
    memory = InMemory()
    memory[0, 0] = memory[1, 0] = b"a" * 32
    with pytest.raises(KeyError) as refusal:
        memory[place] = b"b" * 32
    assert refusal.value.args == (place,)
    with pytest.raises(KeyError):  # nor is room made for what was refused
        memory[3, 0] = b"b" * 32


@given(st.integers(0, 40), st.integers(0, 40))
def test_runs_and_single_appends_take_turns(run: int, single: int) -> None:
    leaves = [leaf_hash(bytes([n])) for n in range(run + single)]
    tree = Tree()
    tree.extend(leaves[:run])
    for leaf in leaves[run:]:
        tree.append(leaf)
    assert tree.head() == root_of(leaves)
