"""The tree in pieces that can be kept as files and fetched alone, in the C2SP tlog-tiles form.

A tile holds up to 256 neighbouring hashes of every eighth level of the tree: level 0 those of the
entries, each further level the roots of full tiles below. A bundle holds the entries themselves. A
full tile never changes, so it may be cached for ever; a partial one is only good for the sizes at
which it is that wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from withus.core.proofs.canonical import LARGEST_LEAF
from withus.core.proofs.merkle import HASH_BYTES, TreeHead, folded, leaf_hashes, top
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.proofs.tree import Hashes, peaks

HEIGHT = 8
WIDTH = 1 << HEIGHT
HIGHEST = 63
LENGTH_BYTES = 2
LARGEST_INDEX = 2**63 - 1
PATH = re.compile(
    r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?"
)


@dataclass(frozen=True, slots=True)
class Tile:
    """Which tile: its level (none for a bundle of entries), its index there, and its width."""

    level: int | None
    index: int
    width: int = WIDTH

    def __post_init__(self) -> None:
        """Refuse what no tile can be."""
        fits = self.level is None or 0 <= self.level <= HIGHEST
        if not fits or not 0 <= self.index <= LARGEST_INDEX or not 0 < self.width <= WIDTH:
            raise Malformed("not_a_tile")

    def is_full(self) -> bool:
        """Tell whether the tile is full, and so never changes and may be cached for ever.

        Source: C2SP tlog-tiles, "Merkle Tree".
        """
        return self.width == WIDTH


def path(tile: Tile) -> str:
    """Tell where a tile is kept.

    Shape: `tile/LEVEL/INDEX`, the index in threes of digits, all but the last after an x; for a
        partial tile then `.p/WIDTH`.
    Source: C2SP tlog-tiles, "Merkle Tree" and "Log entries".
    Example: index 1234067 of level 0 is `tile/0/x001/x234/067`.
    """
    digits = str(tile.index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    threes = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    named = "/".join([*(f"x{three}" for three in threes[:-1]), threes[-1]])
    level = "entries" if tile.level is None else str(tile.level)
    return f"tile/{level}/{named}" + ("" if tile.is_full() else f".p/{tile.width}")


def read_path(text: str) -> Tile:
    """Read where a tile is kept, in the one spelling that `path` writes.

    Errors: Malformed `not_a_tile`.
    Source: C2SP tlog-tiles, "Merkle Tree" and "Log entries".
    """
    found = PATH.fullmatch(text)
    if found is None:
        raise Malformed("not_a_tile")
    level = None if found[1] == "entries" else int(found[1])
    index = int(re.sub("[x/]", "", found[2]))
    tile = Tile(level, index, int(found[3] or WIDTH))
    if path(tile) != text:
        raise Malformed("not_a_tile")
    return tile


def tiles_of(size: int) -> Iterator[Tile]:
    """Yield the tiles of hashes of a tree, level by level, each in the width it has at that size.

    Formula: level l holds floor(size / 256^l) hashes, 256 a tile.
    Not: the bundles of entries, which stand beside those of level 0.
    Source: C2SP tlog-tiles, "Partial Tiles".
    Example: 256 leaves are a full tile of level 0 and one of level 1, one hash wide.
    """
    level = 0
    while size:
        full, rest = divmod(size, WIDTH)
        for index in range(full):
            yield Tile(level, index)
        if rest:
            yield Tile(level, full, rest)
        level, size = level + 1, full


def content(hashes: Hashes, tile: Tile, *, size: int) -> bytes:
    """Tell the bytes of a tile of hashes, from where a tree of so many leaves keeps them.

    Shape: 32 bytes for each hash, 8,192 for a full tile.
    Errors: ProofRefused `tile_beyond` if the tree has no such tile; Malformed `not_a_tile` for a
        bundle of entries.
    Source: C2SP tlog-tiles, "Merkle Tree".
    """
    if tile.level is None:
        raise Malformed("not_a_tile")
    check_within(tile, size=size)
    first, level = tile.index * WIDTH, tile.level * HEIGHT
    return b"".join(hashes[level, first + at] for at in range(tile.width))


def check_within(tile: Tile, *, size: int) -> None:
    """Refuse a tile that a tree of so many leaves does not have, in just that width.

    Errors: ProofRefused `tile_beyond`.
    Source: C2SP tlog-tiles, "Partial Tiles".
    """
    held = (size >> HEIGHT * (tile.level or 0)) - tile.index * WIDTH
    if min(held, WIDTH) != tile.width:
        raise ProofRefused("tile_beyond", {"size": size})


def read_hashes(told: bytes, tile: Tile) -> list[bytes]:
    """Read the hashes of a tile.

    Errors: Malformed `tile_length` unless there are 32 bytes for each.
    Source: C2SP tlog-tiles, "Merkle Tree".
    """
    if len(told) != tile.width * HASH_BYTES:
        raise Malformed("tile_length", {"found": len(told), "expected": tile.width * HASH_BYTES})
    return [told[at : at + HASH_BYTES] for at in range(0, len(told), HASH_BYTES)]


def entries_content(entries: Sequence[bytes]) -> bytes:
    """Tell the bytes of a bundle of entries.

    Shape: for each entry its length in two bytes, the higher first, and its bytes.
    Errors: Malformed `not_a_tile` for none or more than 256 entries; `too_long` for one of more
        than 65,535 bytes.
    Source: C2SP tlog-tiles, "Log entries".
    """
    if not 0 < len(entries) <= WIDTH:
        raise Malformed("not_a_tile")
    longest = max(map(len, entries))
    if longest > LARGEST_LEAF:
        raise Malformed("too_long", {"found": longest, "expected": LARGEST_LEAF})
    return b"".join(len(each).to_bytes(LENGTH_BYTES, "big") + each for each in entries)


def read_entries(told: bytes) -> list[bytes]:
    """Read the entries of a bundle.

    Not: a check that they are those of the tree; see `check_entries`.
    Errors: Malformed `tile_length` if it breaks off; `not_a_tile` for none or more than 256.
    Source: C2SP tlog-tiles, "Log entries".
    """
    found, at = list[bytes](), 0
    while at < len(told) and len(found) <= WIDTH:
        start = at + LENGTH_BYTES
        at = start + int.from_bytes(told[at:start], "big")
        if max(start, at) > len(told):
            raise Malformed("tile_length", {"found": len(told), "expected": max(start, at)})
        found.append(told[start:at])
    if not 0 < len(found) <= WIDTH:
        raise Malformed("not_a_tile")
    return found


def check_entries(entries: Sequence[bytes], hashes: Sequence[bytes]) -> None:
    """Refuse unless entries are those whose hashes a tile of level 0 holds.

    Errors: ProofRefused `entries_differ`, with the place in the tile, from 0, of the first.
    Source: C2SP tlog-tiles, "Log entries".
    """
    pairs = zip(leaf_hashes(entries), hashes, strict=False)
    first = next((at for at, (ours, told) in enumerate(pairs) if ours != told), None)
    if first is None and len(entries) == len(hashes):
        return
    place = min(len(entries), len(hashes)) if first is None else first
    raise ProofRefused("entries_differ", {"place": place})


def root_from(tiles: Mapping[Tile, bytes], *, size: int) -> TreeHead:
    """Tell the size and root that the partial tiles of a tree have.

    Formula: the hashes of a partial tile stand for the perfect subtrees at the tree's right edge;
        from the highest level down they are all there are, and fold to the root.
    Reads: of `tiles` the partial ones that `tiles_of` names, at most one a level.
    Not: a check of full tiles, nor against a signed head; see `check_tile`.
    Errors: ProofRefused `tile_missing`; Malformed `tile_length`.
    Source: C2SP tlog-tiles, "Partial Tiles"; RFC 9162 section 2.1.2.
    """
    edge = list[bytes]()
    for level in range(size.bit_length() // HEIGHT, -1, -1):
        whole, rest = divmod(size >> HEIGHT * level, WIDTH)
        if rest:
            hashes = hashes_of(Tile(level, whole, rest), tiles)
            edge += [top(hashes[at << up : (at + 1) << up]) for up, at in peaks(0, rest)]
    return TreeHead(size, folded(edge))


def check_tile(tile: Tile, tiles: Mapping[Tile, bytes], *, head: TreeHead) -> None:
    """Refuse unless a tile of hashes belongs to the tree that a head vouches for.

    Formula: the hashes of a full tile fold to its hash in the tile above; the last above is
        partial, and the partial tiles together fold to the root.
    Reads: of `tiles` this one, those above it and the partial ones.
    Errors: ProofRefused `tile_beyond`, `tile_missing`, `tile_differs` with the level and index of
        the one that the tile above does not know, `root_differs`; Malformed `tile_length`.
    Source: C2SP tlog-tiles, "Merkle Tree"; RFC 9162 section 2.1.1.
    """
    if tile.level is None:
        raise Malformed("not_a_tile")
    check_within(tile, size=head.size)
    if root_from(tiles, size=head.size) != head:
        raise ProofRefused("root_differs", {"size": head.size})
    level, index, hashes = tile.level, tile.index, hashes_of(tile, tiles)
    while len(hashes) == WIDTH:
        parent = tile_at(level + 1, index // WIDTH, size=head.size)
        above = hashes_of(parent, tiles)
        if top(hashes) != above[index % WIDTH]:
            raise ProofRefused("tile_differs", {"level": level, "index": index})
        level, index, hashes = level + 1, parent.index, above


def tile_at(level: int, index: int, *, size: int) -> Tile:
    """Tell the tile at a place, in the width it has in a tree of so many leaves.

    Errors: Malformed `not_a_tile` if there is none there.
    Source: C2SP tlog-tiles, "Partial Tiles".
    """
    return Tile(level, index, min((size >> HEIGHT * level) - index * WIDTH, WIDTH))


def hashes_of(tile: Tile, tiles: Mapping[Tile, bytes]) -> list[bytes]:
    """Tell the hashes of one of the tiles at hand.

    Errors: ProofRefused `tile_missing`; Malformed `tile_length`.
    """
    if tile not in tiles:
        raise ProofRefused("tile_missing", {"level": tile.level or 0, "index": tile.index})
    return read_hashes(tiles[tile], tile)
