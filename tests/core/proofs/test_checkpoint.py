"""A signed head says which log, how large and which root, and nothing of it can be altered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.proofs.signing import (
    AT,
    LOG,
    ORIGIN,
    OTHER_WITNESS,
    TREE,
    WITNESS,
    checkpoint,
    code_of,
    every_flip,
    key,
    log_signed,
    witnessed,
)
from withus.core.errors import Refusal
from withus.core.proofs.checkpoint import (
    Checkpoint,
    check_grown,
    cosigned,
    open_checkpoint,
    read_checkpoint,
    signed,
)
from withus.core.proofs.merkle import EMPTY_ROOT
from withus.core.proofs.signed_note import Note, sign

KEYS = [LOG.verifier(), WITNESS.verifier()]


@pytest.mark.parametrize("size", [0, 1, 23, 24])
def test_a_checkpoint_comes_back_from_its_body(size: int) -> None:
    assert read_checkpoint(checkpoint(size).body()) == checkpoint(size)
    assert open_checkpoint(log_signed(size), keys=KEYS).checkpoint == checkpoint(size)
    assert checkpoint(size).head() == TREE.head(size)


def test_the_published_body_is_read() -> None:
    body = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    assert (read_checkpoint(body).size, read_checkpoint(body).body()) == (20852163, body)


def test_every_flip_of_a_signed_checkpoint_is_refused() -> None:
    for changed in every_flip(log_signed()):
        with pytest.raises(Refusal):
            open_checkpoint(changed, keys=KEYS)


def test_a_flip_of_a_witnessed_checkpoint_is_refused_or_leaves_the_witness_out() -> None:
    for changed in every_flip(witnessed()):
        try:
            opened = open_checkpoint(changed, keys=KEYS)
        except Refusal:
            continue
        assert opened.checkpoint == checkpoint()
        assert opened.witnesses() == ()


def test_witnesses_are_told_with_their_times() -> None:
    both = cosigned(witnessed(), by=OTHER_WITNESS, at=AT + 5)
    opened = open_checkpoint(both, keys=[*KEYS, OTHER_WITNESS.verifier()])
    found = [(each.key.name, each.at) for each in opened.witnesses()]
    assert found == [(WITNESS.name, AT), (OTHER_WITNESS.name, AT + 5)]
    assert open_checkpoint(log_signed(), keys=KEYS).witnesses() == ()


def test_a_witness_alone_does_not_make_a_head() -> None:
    assert code_of(lambda: open_checkpoint(witnessed(), keys=KEYS[1:])) == "not_by_the_log"


def test_another_logs_key_does_not_sign_for_this_one() -> None:
    other = key("withus.example/southtown")
    assert code_of(lambda: signed(checkpoint(), by=other)) == "key_name"
    body = checkpoint().body()
    forged = Note(body, (sign(body, by=other),)).encoded()
    asking = lambda: open_checkpoint(forged, keys=[*KEYS, other.verifier()])  # noqa: E731
    assert code_of(asking) == "not_by_the_log"
    assert code_of(lambda: open_checkpoint(forged, keys=KEYS)) == "no_known_key"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("\n24\n", "\n024\n", "not_a_checkpoint"),
        ("\n24\n", "\n+24\n", "not_a_checkpoint"),
        ("\n24\n", "\n-24\n", "not_a_checkpoint"),
        ("\n24\n", "\n\u0662\u0664\n", "not_a_checkpoint"),
        ("\n24\n", "\n0\n", "not_a_checkpoint"),
        ("\n24\n", f"\n{2**63}\n", "not_a_checkpoint"),
        ("\n24\n", "\n", "not_a_checkpoint"),
        ("=\n", "=", "not_a_checkpoint"),
        ("=\n", "=\nextension\n", "not_a_checkpoint"),
        ("=\n", "=\n\n", "not_a_checkpoint"),
        ("=\n", "\n", "not_base64"),
        (ORIGIN, "", "key_name"),
        (ORIGIN, "a b", "key_name"),
    ],
)
def test_other_bodies_are_refused(old: str, new: str, code: str) -> None:
    changed = checkpoint().body().replace(old, new)
    assert changed != checkpoint().body()
    assert code_of(lambda: read_checkpoint(changed)) == code


@given(st.data())
def test_whatever_body_is_read_is_the_one_that_is_written(draw: st.DataObject) -> None:
    body = checkpoint().body()
    at = draw.draw(st.integers(0, len(body)))
    end = draw.draw(st.integers(at, len(body)))
    put = draw.draw(st.text(st.sampled_from("0129+-_=\n\r a\u0662"), max_size=3))
    changed = body[:at] + put + body[end:]
    with suppress(Refusal):
        assert read_checkpoint(changed).body() == changed


def test_what_no_tree_has_is_not_said() -> None:
    for size, root in ((-1, b"a" * 32), (0, b"a" * 32), (1, EMPTY_ROOT), (1, b"a" * 31)):
        asking = lambda s=size, r=root: Checkpoint(ORIGIN, s, r)  # noqa: E731
        assert code_of(asking) == "not_a_checkpoint"


def test_only_a_checkpoint_is_cosigned() -> None:
    note = Note("a\n", (sign("a\n", by=LOG),)).encoded()
    assert code_of(lambda: cosigned(note, by=WITNESS, at=AT)) == "not_a_checkpoint"


def test_a_checkpoint_grows_from_every_earlier_one() -> None:
    for size in range(1, 25):
        check_grown(checkpoint(size), checkpoint(), proof=TREE.consistency(size))
    check_grown(checkpoint(0), checkpoint(), proof=[])


def test_a_checkpoint_that_does_not_grow_is_refused() -> None:
    proof = TREE.consistency(9)
    now, rewritten = checkpoint(), replace(checkpoint(), root=bytes(32))
    cases = {
        "origin_differs": (replace(checkpoint(9), origin=ORIGIN + "/2"), now),
        "earlier_root_differs": (replace(checkpoint(9), root=b"a" * 32), now),
        "root_differs": (checkpoint(9), rewritten),
        "size_beyond": (now, checkpoint(9)),
        "proof_length": (checkpoint(0), now),
    }
    for code, (earlier, later) in cases.items():
        asking = lambda e=earlier, n=later: check_grown(e, n, proof=proof)  # noqa: E731
        assert code_of(asking) == code
    assert code_of(lambda: check_grown(now, rewritten, proof=[])) == "root_differs"
