"""Heads of the story's record, signed by a key that is the same each time."""

from __future__ import annotations

from tests.core.facts.story import ORIGIN, START
from tests.core.proofs.signing import key
from tests.kept import FACTS, write_story
from withus.core.facts.keeping import KeyReplaced
from withus.core.proofs.checkpoint import Checkpoint, signed
from withus.core.proofs.tree import Tree
from withus.stores.record.hashes import Stored
from withus.stores.record.heads import publish
from withus.stores.record.models import Log
from withus.stores.record.read import find_log

LOG_KEY = key(ORIGIN)


def sign(log: Log, size: int | None = None) -> bytes:
    """Sign a head of a record, as its signer does."""
    size = log.size if size is None else size
    head = Checkpoint(ORIGIN, size, Tree(Stored(log), size=log.size).root(size))
    note = signed(head, by=LOG_KEY)
    return publish(log, size=size, note=note, key=LOG_KEY.verifier(), at=START)


def signed_record() -> bytes:
    """Write the story's record, in which one key signs throughout, and sign its head."""
    write_story(facts=[fact for fact in FACTS if not isinstance(fact, KeyReplaced)])
    return sign(find_log(ORIGIN))
