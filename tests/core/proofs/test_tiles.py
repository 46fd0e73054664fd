"""A tree cut into tiles is the same tree, and every path and bundle has one spelling."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.proofs.signing import code_of
from withus.core.proofs.merkle import EMPTY_ROOT, TreeHead, leaf_hash
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.proofs.tiles import (
    LARGEST_INDEX,
    Tile,
    check_entries,
    check_tile,
    content,
    entries_content,
    path,
    read_entries,
    read_hashes,
    read_path,
    root_from,
    tiles_of,
)
from withus.core.proofs.tree import InMemory, Tree

LEVELS = st.none() | st.integers(0, 63)
SIZES = (1, 2, 255, 256, 257, 511, 512, 700, 65_535, 65_536, 65_537, 66_000)
ENTRIES = [b"", b"a", b"bc" * 300, b"\x00\x01"]


@cache
def grown() -> tuple[InMemory, Tree]:
    hashes = InMemory()
    tree = Tree(hashes)
    tree.extend(leaf_hash(str(n).encode()) for n in range(SIZES[-1]))
    return hashes, tree


def cut(size: int) -> dict[Tile, bytes]:
    hashes, _ = grown()
    return {tile: content(hashes, tile, size=size) for tile in tiles_of(size)}


def head(size: int) -> TreeHead:
    return TreeHead(size, grown()[1].root(size))


@pytest.mark.parametrize("size", SIZES)
def test_tiles_have_the_root_of_the_tree_they_were_cut_from(size: int) -> None:
    tiles = cut(size)
    assert root_from(tiles, size=size) == head(size)
    for tile in (*tiles,) if len(tiles) < 9 else (*(*tiles,)[:3], *(*tiles,)[-5:]):
        check_tile(tile, tiles, head=head(size))


@given(st.integers(0, SIZES[-1]))
def test_the_tiles_of_any_size_have_its_root(size: int) -> None:
    hashes, _ = grown()
    partial = {tile: b"" for tile in tiles_of(size) if not tile.is_full()}
    told = {tile: content(hashes, tile, size=size) for tile in partial}
    assert root_from(told, size=size) == head(size)


@given(st.integers(0, SIZES[-1]))
def test_tiles_hold_each_hash_of_every_eighth_level_once(size: int) -> None:
    tiles = list(tiles_of(size))
    assert len(set(tiles)) == len(tiles)
    for level in range(4):
        widths = [tile.width for tile in tiles if tile.level == level]
        assert sum(widths) == size // 256**level
        assert [tile.index for tile in tiles if tile.level == level] == list(range(len(widths)))
        assert all(width == 256 for width in widths[:-1])


def test_the_tiles_of_the_standards_own_example_are_as_it_says() -> None:
    tiles = list(tiles_of(70_000))
    assert tiles.count(Tile(0, 273, 112)) == tiles.count(Tile(1, 1, 17)) == 1
    assert [t for t in tiles if t.level == 2] == [Tile(2, 0, 1)]
    assert len(tiles) == 273 + 1 + 1 + 1 + 1
    assert list(tiles_of(256)) == [Tile(0, 0), Tile(1, 0, 1)]
    assert list(tiles_of(0)) == []
    assert root_from({}, size=0) == TreeHead(0, EMPTY_ROOT)


@given(LEVELS, st.integers(0, LARGEST_INDEX), st.integers(1, 256))
def test_every_path_is_read_back(level: int | None, index: int, width: int) -> None:
    tile = Tile(level, index, width)
    assert read_path(path(tile)) == tile


@pytest.mark.parametrize(
    ("tile", "text"),
    [
        (Tile(0, 1_234_067), "tile/0/x001/x234/067"),
        (Tile(63, 0, 1), "tile/63/000.p/1"),
        (Tile(None, 999, 255), "tile/entries/999.p/255"),
        (Tile(None, 1_000), "tile/entries/x001/000"),
        (Tile(1, LARGEST_INDEX), "tile/1/x009/x223/x372/x036/x854/x775/807"),
    ],
)
def test_a_path_is_as_the_standard_says(tile: Tile, text: str) -> None:
    assert path(tile) == text
    assert read_path(text) == tile


@pytest.mark.parametrize(
    "text",
    [
        *("", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/00/000", "tile/64/000", "tile/-1/000"),
        *("tile/0/001/000", "tile/0/x000/001", "tile/0/x001", "tile/0/x001/x000", "tile/0/000/"),
        *("tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/257", "tile/0/000.p/01"),
        *("tile/0/000.p/", "tile/0/000.p/1\n", "/tile/0/000", "tile/0/٠٠٠", "tile/Entries/000"),
        "tile/0/x009/x223/x372/x036/x854/x775/808",
        "tile/0/x001/x000/x000/x000/x000/x000/x000/000",
    ],
)
def test_other_spellings_of_a_path_are_refused(text: str) -> None:
    assert code_of(lambda: read_path(text)) == "not_a_tile"


@pytest.mark.parametrize(
    ("level", "index", "width"),
    [(-1, 0, 1), (64, 0, 1), (0, -1, 1), (0, LARGEST_INDEX + 1, 1), (0, 0, 0), (None, 0, 257)],
)
def test_no_tile_is_outside_the_form(level: int | None, index: int, width: int) -> None:
    assert code_of(lambda: Tile(level, index, width)) == "not_a_tile"


@pytest.mark.parametrize(
    "tile", [Tile(0, 2, 189), Tile(0, 2, 187), Tile(0, 2), Tile(0, 3, 1), Tile(1, 0, 3)]
)
def test_a_tile_the_tree_does_not_have_is_refused(tile: Tile) -> None:
    hashes, _ = grown()
    assert len(content(hashes, Tile(0, 2, 188), size=700)) == 188 * 32
    assert code_of(lambda: content(hashes, tile, size=700)) == "tile_beyond"
    assert code_of(lambda: check_tile(tile, cut(700), head=head(700))) == "tile_beyond"


def test_a_bundle_of_entries_is_no_tile_of_hashes() -> None:
    hashes, _ = grown()
    assert code_of(lambda: content(hashes, Tile(None, 0), size=700)) == "not_a_tile"
    assert code_of(lambda: check_tile(Tile(None, 0), cut(700), head=head(700))) == "not_a_tile"


@given(st.sampled_from([256, 700, 66_000]), st.data())
def test_a_flipped_bit_of_any_tile_is_found(size: int, draw: st.DataObject) -> None:
    tiles = cut(size)
    tile = draw.draw(st.sampled_from(sorted(tiles, key=path)))
    told = bytearray(tiles[tile])
    bit = draw.draw(st.integers(0, 8 * len(told) - 1))
    told[bit // 8] ^= 1 << bit % 8
    found = code_of(lambda: check_tile(tile, {**tiles, tile: bytes(told)}, head=head(size)))
    assert found == ("tile_differs" if tile.is_full() else "root_differs")


def test_a_tile_is_held_to_every_tile_above_it() -> None:
    tiles = cut(66_000)
    above = tiles[Tile(1, 0)]
    flipped = {**tiles, Tile(1, 0): bytes([above[0] ^ 1]) + above[1:]}
    assert code_of(lambda: check_tile(Tile(0, 0), flipped, head=head(66_000))) == "tile_differs"
    with pytest.raises(ProofRefused, match="tile_differs") as refusal:
        check_tile(Tile(0, 1), flipped, head=head(66_000))
    assert refusal.value.parameters == {"level": 1, "index": 0}
    check_tile(Tile(0, 256), flipped, head=head(66_000))


@pytest.mark.parametrize("missing", [Tile(0, 0), Tile(1, 0, 2), Tile(0, 2, 188)])
def test_a_missing_tile_is_named(missing: Tile) -> None:
    tiles = cut(700)
    del tiles[missing]
    with pytest.raises(ProofRefused, match="tile_missing") as refusal:
        check_tile(Tile(0, 0), tiles, head=head(700))
    assert refusal.value.parameters == {"level": missing.level, "index": missing.index}


@pytest.mark.parametrize("length", [0, 31, 33, 96])
def test_a_tile_of_another_length_is_refused(length: int) -> None:
    assert read_hashes(b"a" * 32 + b"b" * 32, Tile(0, 0, 2)) == [b"a" * 32, b"b" * 32]
    with pytest.raises(Malformed, match="tile_length") as refusal:
        read_hashes(b"a" * length, Tile(0, 0, 2))
    assert refusal.value.parameters == {"found": length, "expected": 64}


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
def test_entries_come_back_from_their_bundle(entries: list[bytes]) -> None:
    told = entries_content(entries)
    assert read_entries(told) == entries
    check_entries(entries, [leaf_hash(entry) for entry in entries])


def test_a_bundle_is_as_the_standard_says() -> None:
    assert entries_content([b"a", b"b" * 258]) == b"\x00\x01a\x01\x02" + b"b" * 258
    assert read_entries(entries_content([b"a" * 65_535] * 256)) == [b"a" * 65_535] * 256
    assert code_of(lambda: entries_content([b"a" * 65_536])) == "too_long"


@pytest.mark.parametrize("count", [0, 257])
def test_a_bundle_holds_1_to_256_entries(count: int) -> None:
    assert code_of(lambda: entries_content([b"a"] * count)) == "not_a_tile"
    assert code_of(lambda: read_entries(b"\x00\x01a" * count)) == "not_a_tile"


@given(st.integers(1, len(entries_content(ENTRIES)) - 1))
def test_a_bundle_that_breaks_off_is_refused_or_shorter(cut_at: int) -> None:
    told = entries_content(ENTRIES)[:cut_at]
    whole = [len(entries_content(ENTRIES[:count])) for count in (1, 2, 3)]
    if cut_at in whole:
        assert read_entries(told) == ENTRIES[: whole.index(cut_at) + 1]
    else:
        assert code_of(lambda: read_entries(told)) == "tile_length"


@pytest.mark.parametrize(
    ("entries", "place"),
    [(ENTRIES[:3], 3), ([*ENTRIES, b""], 4), ([b"x", *ENTRIES[1:]], 0), (ENTRIES[::-1], 0)],
)
def test_entries_of_another_tile_are_refused(entries: list[bytes], place: int) -> None:
    with pytest.raises(ProofRefused, match="entries_differ") as refusal:
        check_entries(entries, [leaf_hash(entry) for entry in ENTRIES])
    assert refusal.value.parameters == {"place": place}
