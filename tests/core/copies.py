"""Copies of small records for the tests, honest ones and the parts of which others are made."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256

from tests.core.facts.story import ORIGIN, STORY, leaves
from withus.core.bundle import Header, bundle_lines
from withus.core.errors import Refusal
from withus.core.facts.encoding import decode
from withus.core.facts.fact import Fact
from withus.core.facts.keeping import KeyReplaced
from withus.core.facts.sealing import Opening
from withus.core.history.figures import figures
from withus.core.history.fold import replay
from withus.core.proofs.base64_strict import to_base64
from withus.core.proofs.canonical import Json
from withus.core.proofs.check_code import check_code
from withus.core.proofs.checkpoint import Checkpoint, cosigned, signed
from withus.core.proofs.keys import Kind, SigningKey
from withus.core.proofs.merkle import root_over
from withus.core.verify import verify
from withus.core.verifying.key_changes import name_next_key
from withus.core.verifying.openings import Opened, check_openings
from withus.core.verifying.trust import Trust
from withus.core.verifying.verdict import Verdict


def key(name: str, told: str, kind: Kind = Kind.HEAD) -> SigningKey:
    """Return a key, the same each time."""
    return SigningKey(name, sha256(told.encode()).digest(), kind)


FIRST_KEY, SECOND_KEY = key(ORIGIN, "first"), key(ORIGIN, "second")
STOLEN_OR_NOT = key(ORIGIN, "another")
WITNESS = key("ulo.example/witness", "witness", Kind.COSIGNATURE)
SIGNED_AT = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp())
NEXT_KEY = name_next_key(ORIGIN, SECOND_KEY.verifier(), by=FIRST_KEY)
WHOLE_STORY: tuple[Fact, ...] = tuple(
    NEXT_KEY if isinstance(fact, KeyReplaced) else fact for fact in STORY
)
"""The story with every type of fact, and in it a change of key that is one."""


@dataclass(frozen=True)
class Copy:
    """The parts of a copy; what is left at None is worked out from the rest."""

    entries: tuple[bytes, ...]
    openings: tuple[tuple[int, Opening], ...] = ()
    by: SigningKey = FIRST_KEY
    brings: SigningKey | None = None  # the key that the copy says signed it
    witnesses: tuple[SigningKey, ...] = ()
    published: Json = field(default=None)
    signed: bytes | None = None

    def head(self, size: int | None = None) -> Checkpoint:
        """Return the head of the entries, or of the first of them."""
        head = root_over(self.entries[:size])
        return Checkpoint(ORIGIN, head.size, head.root)

    def code(self, size: int | None = None) -> str:
        """Return the check-code of the entries, or of the first of them."""
        return check_code(self.head(size)).text()

    def figures(self) -> Json:
        """Return the figures of the entries."""
        return figures(replay(decode(leaf, index=i) for i, leaf in enumerate(self.entries)))

    def note(self) -> bytes:
        """Return the head, signed and witnessed."""
        note = signed(self.head(), by=self.by)
        for witness in self.witnesses:
            note = cosigned(note, by=witness, at=SIGNED_AT)
        return note

    def lines(self) -> list[bytes]:
        """Return the copy's lines."""
        brings = (self.brings or self.by).verifier()
        return list(
            bundle_lines(
                Header(ORIGIN, len(self.entries), brings),
                leaves=self.entries,
                openings=self.openings,
                figures=self.figures() if self.published is None else self.published,
                checkpoint=self.signed or self.note(),
            )
        )

    def content(self) -> bytes:
        """Return the copy as a file."""
        return b"".join(self.lines())

    def verified(self, trust: Trust | None = None) -> Verdict:
        """Return what checking the copy comes to."""
        return verified(self.content(), trust)


def verified(content: bytes, trust: Trust | None = None) -> Verdict:
    """Return what checking a file comes to: the same, whoever checks its openings."""
    alone = checked(content, trust or Trust())
    aside = checked(content, trust or Trust(), partial(check_openings, io.BytesIO(content)))
    assert comparable(alone) == comparable(aside)
    if isinstance(alone, Refusal):
        raise alone
    return alone


def checked(
    content: bytes, trust: Trust, openings: Callable[[], Opened] | None = None
) -> Verdict | Refusal:
    """Return what checking a file comes to, or why it cannot be checked."""
    try:
        return verify(io.BytesIO(content), trust=trust, openings=openings)
    except Refusal as fault:
        return fault


def comparable(found: Verdict | Refusal) -> object:
    """Return a verdict, or all that a refusal says."""
    return found if isinstance(found, Verdict) else (type(found), found.code, found.parameters)


def copy_of(story: Sequence[Fact], *, by: SigningKey = FIRST_KEY) -> Copy:
    """Return an honest copy of a story, with every opening."""
    written = list(leaves(tuple(story)))
    openings = [(i, each) for i, (_, opened) in enumerate(written) for each in opened]
    return Copy(tuple(leaf for leaf, _ in written), tuple(openings), by=by)


def whole_copy() -> Copy:
    """Return an honest copy in which every type of fact has happened, witnessed."""
    return replace(copy_of(WHOLE_STORY, by=SECOND_KEY), witnesses=(WITNESS,))


def reended(lines: Sequence[bytes]) -> bytes:
    """Return lines with the last made anew, as whoever altered the others would."""
    body = b"".join(lines)
    digest, count = to_base64(sha256(body).digest()), len(lines)
    return body + b'{"end":{"lines":%d,"sha256":"%s"}}\n' % (count, digest.encode())
