"""A copy of a record as one file, which anybody may keep and check: its form, written and read.

Canonical JSON lines, each with one key, a newline after each: what it is a copy of, the entries,
what opens their sealed fields as far as the asker may see, the published figures, the signed head,
and a hash over all of these. What follows from the entries, such as the tree, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, BinaryIO, NoReturn

from withus.core.errors import Refusal
from withus.core.facts.sealing import KEY_BYTES, Opening
from withus.core.proofs.base64_strict import from_base64url, to_base64, to_base64url
from withus.core.proofs.canonical import LARGEST_LEAF, Json, canonical, read_canonical
from withus.core.proofs.keys import VerifierKey, check_name, read_verifier_key
from withus.core.proofs.refused import Malformed
from withus.core.proofs.signed_note import MOST_BYTES

FORM = "withus-bundle-1"
LEAF = b'{"leaf":'
OPENING = b'{"opening":'
# The longest line of each kind, in bytes, without its newline.
SHORT, LEAF_LINE = 4_096, LARGEST_LEAF + len(LEAF) + 1
OPENING_LINE, FIGURES_LINE = 2**20, 2**24
CHECKPOINT_LINE = 2 * MOST_BYTES + 64


class NotABundle(Refusal):
    """Say on which line a file stops being a copy of a record."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a copy says it is a copy of. Nothing of it may be believed before it is checked."""

    origin: str
    size: int
    key: VerifierKey


def bundle_lines(
    header: Header,
    *,
    leaves: Iterable[bytes],
    openings: Iterable[tuple[int, Opening]],
    figures: Json,
    checkpoint: bytes,
) -> Iterator[bytes]:
    """Yield the lines of a copy, one at a time, so that a long record is never held whole.

    Shape: leaves in order from 0, as many as the header says; openings in order of entry and path.
    Not: a check of what they say; whoever is given the copy asks `verify`.
    Errors: Malformed as `canonical`.
    Source: RFC 8785; docs/reference/bundle.md.
    """
    digest, count = sha256(), 0
    for line in body_lines(header, leaves, openings, figures, checkpoint):
        digest.update(line)
        count += 1
        yield line
    yield line_of("end", {"sha256": to_base64(digest.digest()), "lines": count})


def body_lines(
    header: Header,
    leaves: Iterable[bytes],
    openings: Iterable[tuple[int, Opening]],
    figures: Json,
    checkpoint: bytes,
) -> Iterator[bytes]:
    """Yield the lines of a copy but for the last, which is over these.

    Shape: as `bundle_lines`.
    """
    told: Json = {
        "form": FORM,
        "origin": header.origin,
        "size": header.size,
        "key": header.key.text(),
    }
    yield line_of("bundle", told)
    for leaf in leaves:
        yield LEAF + leaf + b"}\n"
    for entry, each in openings:
        key = to_base64url(each.key)
        opens: Json = {"entry": entry, "path": each.path, "key": key, "value": each.value}
        yield line_of("opening", opens)
    yield line_of("figures", figures)
    yield line_of("checkpoint", checkpoint.decode())


def line_of(key: str, value: Json) -> bytes:
    """Write one line of a copy.

    Errors: Malformed as `canonical`.
    """
    return canonical({key: value}) + b"\n"


class Bundle:
    """A copy being read: its parts are asked for in the order in which they stand, each once."""

    def __init__(self, file: BinaryIO) -> None:
        """Take a file of bytes that has not been read from."""
        self._file = file
        self._digest = sha256()
        self._lines = 0
        self._waiting = b""
        self._size = 0

    @property
    def lines(self) -> int:
        """Tell how many lines have been read.

        Unit: lines.
        """
        return self._lines

    @property
    def so_far(self) -> tuple[int, bytes]:
        """Tell how many lines have been read, and the hash over them.

        Unit: lines.
        """
        return self._lines, self._digest.digest()

    def header(self) -> Header:
        """Read what it is a copy of.

        Errors: NotABundle.
        """
        told = self._value("bundle", SHORT, {"form", "origin", "size", "key"})
        if told["form"] != FORM:
            self.refuse("other_form", found=str(told["form"])[:40], expected=FORM)
        self._size = self._whole_number(told["size"])
        if not isinstance(told["origin"], str) or not isinstance(told["key"], str):
            self.refuse("not_the_form")
        try:
            check_name(told["origin"])
            return Header(told["origin"], self._size, read_verifier_key(told["key"]))
        except Malformed as fault:
            self.refuse(fault.code)

    def leaves(self) -> Iterator[bytes]:
        """Yield each leaf's own bytes.

        Not: a check that they are canonical, which whoever decodes them makes.
        Errors: NotABundle.
        """
        readline, update = self._file.readline, self._digest.update
        for index in range(self._size):
            line = readline(LEAF_LINE + 2)
            self._lines = index + 2
            if line[:8] != LEAF or line[-2:] != b"}\n":
                self._check_whole(line, LEAF_LINE)
                self.refuse("out_of_order", expected="leaf")
            update(line)
            yield line[8:-2]

    def openings(self) -> Iterator[tuple[int, Opening]]:
        """Yield each opening with the entry whose field it opens.

        Not: a check that it does; see `check_opening`.
        Errors: NotABundle, also where they are out of order or one comes twice.
        """
        before: tuple[int, str] = (-1, "")
        while self._ahead(OPENING_LINE).startswith(OPENING):
            told = self._value("opening", OPENING_LINE, {"entry", "path", "key", "value"})
            place = self._whole_number(told["entry"]), told["path"]
            if not isinstance(place[1], str) or not isinstance(told["value"], str):
                self.refuse("not_the_form")
            if place <= before:
                self.refuse("out_of_order", expected="opening")
            before = place
            yield place[0], Opening(place[1], told["value"], self._key(told["key"]))

    def pass_over_openings(self) -> None:
        """Go past the openings without a look at what they say.

        Not: a check of them; whoever passes over them has had that done elsewhere.
        Errors: NotABundle.
        """
        while self._ahead(OPENING_LINE).startswith(OPENING):
            self._digest.update(self._line(OPENING_LINE))

    def figures(self) -> Json:
        """Read the figures that were published with the record.

        Errors: NotABundle.
        """
        return self._value("figures", FIGURES_LINE)  # type: ignore[no-any-return]

    def checkpoint(self) -> bytes:
        """Read the signed head, as the bytes of its note.

        Errors: NotABundle.
        """
        told = self._value("checkpoint", CHECKPOINT_LINE)
        if not isinstance(told, str):
            self.refuse("not_the_form")
        return told.encode()

    def end(self) -> None:
        """Refuse a copy that is not whole: another hash or number of lines, or anything after it.

        Errors: NotABundle `damaged`.
        """
        digest, count = to_base64(self._digest.digest()), self._lines
        told = self._value("end", SHORT, {"sha256", "lines"})
        if told["sha256"] != digest or told["lines"] != count:
            self.refuse("damaged", found=str(told["sha256"])[:44], expected=digest)
        if self._ahead(SHORT):
            self._lines += 1
            self.refuse("more_after_the_end")

    def refuse(self, code: str, *, line: int | None = None, **told: str) -> NoReturn:
        """Say that the line just read, or another, is not as it must be.

        Errors: NotABundle, always.
        """
        raise NotABundle(code, {"line": self._lines if line is None else line, **told})

    def _ahead(self, most: int) -> bytes:
        if not self._waiting:
            self._waiting = self._file.readline(most)
        return self._waiting

    def _line(self, most: int) -> bytes:
        line = self._ahead(most)
        if not line.endswith(b"\n"):  # what was looked at ahead is cut short
            line += self._file.readline(most)
        self._waiting = b""
        self._lines += 1
        self._check_whole(line, most)
        return line

    def _value(self, key: str, most: int, keys: set[str] | None = None) -> Any:
        line = self._line(most)
        if not line.startswith(b'{"%s":' % key.encode()):
            self.refuse("out_of_order", expected=key)
        try:
            told = read_canonical(line[:-1], at_most=most)
        except Malformed as fault:
            self.refuse(fault.code)
        if not isinstance(told, dict) or told.keys() != {key}:
            self.refuse("not_the_form")
        value = told[key]
        if keys is not None and (not isinstance(value, dict) or value.keys() != keys):
            self.refuse("not_the_form")
        self._digest.update(line)
        return value

    def _check_whole(self, line: bytes, most: int) -> None:
        if len(line) > most + 1:
            self.refuse("line_too_long", found=f"more than {most} bytes")
        if not line.endswith(b"\n"):
            self.refuse("breaks_off")

    def _whole_number(self, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.refuse("not_the_form")
        return value

    def _key(self, text: object) -> bytes:
        try:
            key = from_base64url(text) if isinstance(text, str) else b""
        except Malformed as fault:
            self.refuse(fault.code)
        if len(key) != KEY_BYTES:
            self.refuse("not_32_bytes")
        return key
