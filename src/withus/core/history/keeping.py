"""Keeping, folded: what is said of earlier entries. A change gives None where it fits nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from withus.core.facts import keeping as k
from withus.core.facts.fact import Fact
from withus.core.history.said import Challenge
from withus.core.history.state import Partnership
from withus.core.history.told import Told, corrected, with_change


def person_erased(state: Partnership, one: Told[k.PersonErased]) -> Partnership:
    """Count an erasure: that it happened, not whose."""
    return replace(state, erasures=(*state.erasures, one))


def key_replaced(state: Partnership, one: Told[k.KeyReplaced]) -> Partnership:
    """Take in the key that signs from here on."""
    return replace(state, keys=(*state.keys, one))


def log_continued(state: Partnership, one: Told[k.LogContinued]) -> Partnership | None:
    """Take in that the record goes on from another, as its first entry says or not at all."""
    return replace(state, continues=one) if one.entry == 0 else None


def entry_confirmed(state: Any, one: Told[k.EntryConfirmed]) -> Any:
    """Take in that somebody said an entry is right, or is not."""
    return replace(state, said=replace(state.said, confirmed=(*state.said.confirmed, one)))


def entry_corrected(state: Any, one: Told[k.EntryCorrected]) -> Any:
    """Put one field of an earlier entry right; what it said before stays in the record."""
    name, value = one.fact.field, one.fact.value
    after = with_change(state, one.fact.entry, lambda each: corrected(each, name=name, value=value))
    if after is state:
        return None
    return replace(after, said=replace(after.said, corrections=(*after.said.corrections, one)))


def text_withdrawn(state: Any, one: Told[k.TextWithdrawn]) -> Any:
    """Take in that a text is no longer shown."""
    return replace(state, said=replace(state.said, withdrawn=(*state.said.withdrawn, one)))


def challenge_raised(state: Any, one: Told[k.ChallengeRaised]) -> Any:
    """Take in a challenge, once."""
    if one.fact.challenge in state.said.challenges:
        return None
    return with_challenge(state, one.fact.challenge, Challenge(one))


def challenge_ended(state: Any, one: Told[k.ChallengeEnded]) -> Any:
    """Settle a challenge, once."""
    challenge = state.said.challenges.get(one.fact.challenge)
    if challenge is None or challenge.ended is not None:
        return None
    return with_challenge(state, one.fact.challenge, replace(challenge, ended=one))


def with_challenge(state: Any, name: str, challenge: Challenge) -> Any:
    """Tell a state in which one challenge stands otherwise."""
    challenges = {**state.said.challenges, name: challenge}
    return replace(state, said=replace(state.said, challenges=challenges))


ANY_CHANGES: Mapping[type[Fact], Callable[..., Any]] = {
    k.EntryConfirmed: entry_confirmed,
    k.EntryCorrected: entry_corrected,
    k.TextWithdrawn: text_withdrawn,
    k.ChallengeRaised: challenge_raised,
    k.ChallengeEnded: challenge_ended,
}
PARTNERSHIP_CHANGES: Mapping[type[Fact], Callable[..., Any]] = {
    k.PersonErased: person_erased,
    k.KeyReplaced: key_replaced,
    k.LogContinued: log_continued,
}
