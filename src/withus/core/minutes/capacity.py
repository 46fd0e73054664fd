"""In what capacity somebody listed holds a place, read from the words of the post alone."""

import re
from dataclasses import dataclass

from withus.core.minutes.terms import CapacityTerm, said, terms
from withus.core.minutes.text import plain
from withus.core.words import AFFECTED, Capacity


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was read so: a code, the words that decided, and what to ask."""

    code: str
    words: str = ""
    ask: str | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A capacity with its reason."""

    capacity: Capacity
    why: Reason


LONGEST_POST = 240  # letters; what a post says, it says before


def matched(text: str) -> str:
    """Tell the text that terms are matched in: plain, and cut where it speaks of somebody else."""
    related = said("relation").sub(r"\1", plain(text[:LONGEST_POST]))
    return said("with_company").sub("", related).strip()


def _fits(term: CapacityTerm, text: str) -> re.Match[str] | None:
    if term.unless and term.unless.search(text):
        return None
    return term.pattern.search(text)


def _first(text: str, *, skip: frozenset[str] = frozenset()) -> tuple[CapacityTerm, str] | None:
    for term in terms().capacities:
        match = None if term.id in skip else _fits(term, text)
        if match:
            return term, match.group().strip()
    return None


def of_post(role: str, organisation: str) -> Read | None:
    """Tell the capacity that a role and an organisation speak of, or None where they say nothing.

    Formula: the first term of terms.toml that is found; a term for a paid post is then settled by
    the kind of body it is in.
    Reads: words of posts and bodies only, never a name.
    Not: who the person is, or what they live with.
    """
    role_text, all_text = matched(role), matched(f"{role} {organisation}")
    for text in dict.fromkeys((role_text, all_text)):
        found = _first(text)
        if found and (text == all_text or found[0].capacity in AFFECTED | {Capacity.ELECTED}):
            return _settled(*found, all_text=all_text, organisation=matched(organisation))
    return None


_BODY_TERMS = frozenset({"healthwatch", "community", "services"})


def _settled(term: CapacityTerm, words: str, *, all_text: str, organisation: str) -> Read:
    if term.capacity is not None:
        capacity, ask = term.capacity, term.ask
        if capacity in AFFECTED and _staff_of_a_service(all_text, organisation):
            return Read(Capacity.UNSURE, Reason(term.id, words, "employed_or_affected"))
        return Read(capacity, Reason(term.id, words, ask))
    body = _body(organisation) or _body(all_text)
    if body:
        return Read(body, Reason(term.id, words))
    return Read(Capacity.OTHER, Reason(term.id, words, "which_body"))


def _body(text: str) -> Capacity | None:
    for term in terms().capacities:
        if term.id in _BODY_TERMS and _fits(term, text):
            return term.capacity
    return None


def _staff_of_a_service(all_text: str, organisation: str) -> bool:
    """A carer or somebody who draws on services, listed under a service and as nobody's voice."""
    body = _body(organisation) if organisation else None
    return body is Capacity.SERVICES and not said("represents").search(all_text)


def of_heading(words: str) -> Read | None:
    """Tell the capacity that a heading gives to everybody under it, or None."""
    text = matched(words)
    found = _first(text, skip=frozenset({"post", "forum_director", "experience_post"}))
    if not found:
        return None
    term, hit = found
    mixed = _first(text.replace(hit, " "), skip=frozenset({"post", "services", "community"}))
    if mixed and mixed[0].capacity in AFFECTED and mixed[0].capacity != term.capacity:
        return Read(Capacity.UNSURE, Reason("mixed_heading", hit))
    capacity = term.capacity or _body(text) or Capacity.OTHER
    return Read(capacity, Reason(f"heading_{term.id}", hit, term.ask))
