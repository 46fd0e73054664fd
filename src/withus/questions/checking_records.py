"""Whether an old check-code, or a receipt, agrees with the record as it now is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from withus.core.facts.encoding import decode
from withus.core.proofs.check_code import check_against, pieces, read_check_code
from withus.core.proofs.checkpoint import open_checkpoint, read_checkpoint
from withus.core.proofs.merkle import leaf_hash, verify_inclusion
from withus.core.proofs.receipt import read_receipt
from withus.core.proofs.refused import Malformed, ProofRefused
from withus.core.proofs.signed_note import read_note
from withus.questions.finding import live
from withus.questions.keeping import EntrySeen, checkpoint_at, with_boards
from withus.stores.record.models import Log, SignedHead
from withus.stores.record.published import public_keys
from withus.stores.record.read import leaves


class Answer(StrEnum):
    """What came of a check."""

    MATCHES = "matches"
    MENDED = "mended"  # it matches but for one misspelt word
    MISTYPED = "mistyped"  # the words do not fit one another: one was typed wrongly
    DIFFERS = "differs"  # the words fit one another, and not this record
    BEYOND = "beyond"  # of more entries than the record has
    OTHER_RECORD = "other_record"
    NO_KEY = "no_key"
    NOT_SIGNED = "not_signed"
    NOT_IN_IT = "not_in_it"  # the receipt's own proof fails
    FORKED = "forked"  # signed for this record, which now says otherwise


@dataclass(frozen=True, slots=True)
class CodeChecked:
    """What came of checking an old check-code."""

    answer: Answer
    size: int  # that the code is of
    now: int  # entries in the record
    word: int | None = None  # the word that was mended, or the first that differs
    signed: bool = False  # a checkpoint of that very size was signed


@dataclass(frozen=True, slots=True)
class ReceiptChecked:
    """What came of checking a receipt."""

    answer: Answer
    index: int
    size: int
    entry: EntrySeen | None = None


def check_old_code(origin: str, typed: str) -> CodeChecked:
    """Hold a check-code that somebody kept against the record as it now is; refuse other text."""
    log = live(origin).log
    size, _ = pieces(typed)
    if size > log.size:
        answer = Answer.BEYOND if adds_up(typed) else Answer.MISTYPED
        return CodeChecked(answer, size, log.size)
    signed = SignedHead.objects.filter(log=log, size=size).exists()
    try:
        otherwise = check_against(typed, checkpoint=checkpoint_at(log, size))
    except ProofRefused as refusal:
        word = int(refusal.parameters["first"])
        answer = Answer.DIFFERS if adds_up(typed) else Answer.MISTYPED
        return CodeChecked(answer, size, log.size, word, signed)
    if otherwise:
        return CodeChecked(Answer.MENDED, size, log.size, otherwise[0], signed)
    return CodeChecked(Answer.MATCHES, size, log.size, None, signed)


def adds_up(typed: str) -> bool:
    """Tell whether the words of a code fit one another, give or take one."""
    try:
        read_check_code(typed)
    except Malformed:
        return False
    return True


def check_receipt(origin: str, content: bytes) -> ReceiptChecked:
    """Hold a receipt against the record's public key, its entry and the record as it now is."""
    log = live(origin).log
    given = read_receipt(content)
    told = read_checkpoint(read_note(given.checkpoint).text)
    index, size = given.index, told.size
    if told.origin != origin:
        return ReceiptChecked(Answer.OTHER_RECORD, index, size)
    answer = who_signed(log, given.checkpoint)
    if answer is None and (size > log.size or checkpoint_at(log, size) != told):
        answer = Answer.FORKED
    if answer is not None:
        return ReceiptChecked(answer, index, size)
    if index >= size:
        return ReceiptChecked(Answer.NOT_IN_IT, index, size)
    leaf = next(leaves(log, start=index, end=index + 1))
    try:
        verify_inclusion(leaf_hash(leaf), index=index, head=told.head(), proof=given.proof)
    except ProofRefused:
        return ReceiptChecked(Answer.NOT_IN_IT, index, size)
    (seen,) = with_boards(log, [decode(leaf, index=index)])
    return ReceiptChecked(Answer.MATCHES, index, size, seen)


def who_signed(log: Log, note: bytes) -> Answer | None:
    """Tell why a checkpoint is not known to be signed with the record's key; none: it is."""
    keys = public_keys(log)
    if not keys:
        return Answer.NO_KEY
    try:
        open_checkpoint(note, keys=keys)
    except ProofRefused:
        return Answer.NOT_SIGNED
    return None
