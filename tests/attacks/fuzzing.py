"""Requests by chance: everybody, every address, odd methods, bodies, ids and headers.

Words are planted that nobody may see but who is listed beside them. They lie sealed in one or the
other partnership, so that whatever shows them has opened what it should not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from urllib.parse import quote

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.core.facts.story import an_id, place_made, place_taken
from tests.example_record import HOME, ORIGIN
from tests.screens.authorisation import ASKING, AUTHORISATION, Asked, whereabouts
from tests.screens.cast import ELSEWHERE, LATER, ROLES, Cast, Who
from withus.actions.joining import enter
from withus.core.facts import keeping as k
from withus.core.rules.rights import Act, may
from withus.core.words import Capacity, ChallengeGround, ShownAs
from withus.stores.accounts.accounts import add_address, give_code, link, open_account
from withus.stores.people.identity import add_person
from withus.stores.record.append import THE_HOST

WORDS = {
    ORIGIN: ("Quillfeather", "marrowgate", "thistlewick"),
    ELSEWHERE: ("Ostrander", "pellworth", "gorsemount"),
}
"""By partnership: a name, an address, words that somebody wrote."""
METHODS = ("GET", "GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "PATCH", "DELETE")
ODD_METHODS = ("OPTIONS", "TRACE", "CONNECT", "QUERY", "BREW", "post")
ODD = (
    "", " ", "0", "-1", "1e9", "None", "null", "true", "\x00", "\n\r", "é", "\u202e",
    "../../etc/passwd", "%00", "%", "{{ 7*7 }}", "{% debug %}", "<script>x</script>", "' OR 1=1 --",
    "//evil.example/", "javascript:x", "host", "partnership", "a" * 3000, "9" * 400, "[]", "{}",
)  # fmt: skip
HEADERS = (
    ("host", "evil.example"), ("x-forwarded-host", "evil.example"), ("x-forwarded-proto", "http"),
    ("authorization", "Bearer AAAAAAAAAAAAAAAAAAAAAA"), ("authorization", "Basic ////"),
    ("accept", "application/json"), ("accept-language", "cy,;q=x"), ("range", "bytes=0-"),
    ("referer", "https://evil.example/"), ("transfer-encoding", "chunked"),
    ("x-http-method-override", "DELETE"), ("cookie", "before=x"),
    ("cookie", "here=AAAA; form=AAAA"), ("cookie", "here=\xff"), ("origin", "null"),
    ("if-modified-since", "yesterday"),
    ("content-encoding", "gzip"), ("x-real-ip", "127.0.0.1"), ("expect", "100-continue"),
)  # fmt: skip
TYPES = (
    "application/x-www-form-urlencoded", "application/json", "text/plain", "application/xml",
    "multipart/form-data; boundary=x", "multipart/form-data",
    "application/json; charset=no-such", "",
)  # fmt: skip
FIELD = re.compile(rb'name="([a-z0-9_-]{1,40})"')


def plant(cast: Cast) -> None:
    """Plant a name, an address and words in each partnership."""
    for origin, (name, address, words) in WORDS.items():
        person = add_person(origin, f"Hidda {name}").person
        account = open_account()
        add_address(account, f"hidda@{address}.example")
        give_code(account, now=LATER)
        link(account, origin=origin, person=person)
        made = place_made("hidden", Capacity.UNPAID_CARERS, board=HOME, post=f"Post at {words}")
        taken = replace(place_taken("hidden", "hidden held", ""), person=person)
        said = k.ChallengeRaised(
            challenge=an_id("hidden challenge"),
            entry=9,
            ground=ChallengeGround.SCOPE,
            what=f"As was said in {words}.",
        )
        hidden = replace(taken, shown_as=ShownAs.COUNTED)
        enter(made, hidden, said, record=origin, by=THE_HOST, now=LATER)


def forbidden(who: Who) -> set[str]:
    """Return the planted words that somebody may not see.

    Whoever may see by name who is invited may see the name in their own partnership; nobody else
    may, and nobody at all may see another's address or words.
    """
    found = {word for words in WORDS.values() for word in words}
    if may(Act.SEE_PEOPLE, ROLES.get(who, ())):
        found.discard(WORDS[ELSEWHERE if who is Who.OUTSIDER else ORIGIN][0])
    return found


@dataclass(frozen=True)
class Request:
    """One request: who sends it, and what."""

    who: Who
    method: str
    address: str
    body: bytes = b""
    kind: str = ""
    headers: tuple[tuple[str, str], ...] = ()


class Dice:
    """Requests drawn from a seed."""

    def __init__(self, seed: int, cast: Cast, fields: tuple[str, ...]) -> None:
        """Know whom there is, and which fields forms have."""
        self.dice, self.cast = Random(seed), cast  # noqa: S311  # the same each time
        self.fields = (*fields, "type", "entry", "person", "board", "next", "code", "page")
        boards = [HOME, an_id("care board"), an_id("hidden"), an_id("hidden held")]
        people = [*cast.people.values(), *(each.id for each in cast.accounts.values())]
        self.ids = (*boards, *people, an_id("challenge"), "31", "0", "56", "999999")
        self.shapes = list(shapes(get_resolver().url_patterns))

    def request(self) -> Request:
        """Draw a request."""
        pick = self.dice.choice
        method = pick(METHODS) if self.dice.random() < 0.95 else pick(ODD_METHODS)
        body, kind = self.body() if method not in ("GET", "HEAD") else (b"", "")
        some = tuple(pick(HEADERS) for _ in range(pick((0, 0, 0, 0, 1, 1, 2))))
        return Request(pick(ASKING), method, self.address(), body, kind, some)

    def address(self) -> str:
        """Draw an address: of a row, mostly as it should be; at times of its shape alone."""
        name = self.dice.choice(list(AUTHORISATION))
        origin = self.dice.choice((ORIGIN, ORIGIN, ELSEWHERE, ELSEWHERE, "withus.example/none"))
        asked = Asked(origin, self.dice.choice(list(Who)), self.cast.people)
        if self.dice.random() < 0.6:
            found = reverse(name, kwargs=whereabouts(name, asked))
        else:
            shape = self.dice.choice(self.shapes)
            found = re.sub(r"<[^>]*>", lambda _: quote(self.value(), safe="~"), shape)
        if self.dice.random() < 0.3:
            found += "?" + "&".join(
                f"{self.dice.choice(self.fields)}={quote(self.value(), errors='replace')}"
                for _ in range(self.dice.randrange(1, 4))
            )
        return found

    def value(self) -> str:
        """Draw something to put in a field or an address."""
        if self.dice.random() < 0.6:
            return self.dice.choice(("withus.example~wexcombe", ELSEWHERE, ORIGIN, *self.ids))
        return self.dice.choice(ODD)

    def body(self) -> tuple[bytes, str]:
        """Draw a body and what it says it is."""
        told = {self.dice.choice(self.fields): self.value() for _ in range(self.dice.randrange(6))}
        draw, kind = self.dice.random(), self.dice.choice(TYPES)
        if draw < 0.5:
            pairs = (f"{quote(n)}={quote(v, errors='replace')}" for n, v in told.items())
            return "&".join(pairs).encode(), TYPES[0]
        if draw < 0.7:
            return json.dumps({"facts": [told], **told, "deep": [[[[told]]]]}).encode(), TYPES[1]
        if draw < 0.85:
            parts = (
                f'--x\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}'
                for n, v in told.items()
            )
            return "\r\n".join([*parts, "--x--"]).encode("utf-8", "replace"), TYPES[4]
        return self.dice.randbytes(self.dice.randrange(400)), kind


def shapes(routes: Iterable[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Yield the whole shape of every address, such as /partnerships/<record:origin>/."""
    for route in routes:
        shape = f"{before}{route.pattern}"
        if isinstance(route, URLResolver):
            yield from shapes(route.url_patterns, shape)
        else:
            yield shape


def fields_of(clients: Mapping[Who, Client]) -> tuple[str, ...]:
    """Return the names of the fields of every form that somebody finds on a page.

    Each page is asked for by one of those who get each answer to it, since its form is the same for
    all of them.
    """
    found: set[str] = set()
    for name, told in AUTHORISATION.items():
        answers = {told.expected("GET", who, ORIGIN): client for who, client in clients.items()}
        for client in answers.values():
            answer = client.get(reverse(name, kwargs=whereabouts(name)))
            found |= {each.decode() for each in FIELD.findall(content_of(answer))}
    return tuple(sorted(found - {"viewport"}))


def send(client: Client, request: Request) -> Any:
    """Send a request, and return the answer."""
    return client.generic(
        request.method,
        request.address,
        request.body,
        request.kind or "application/octet-stream",
        headers=dict(request.headers),
    )


def content_of(answer: Any) -> bytes:
    """Return all that was answered: status, headers, cookies and content."""
    content = b"".join(answer) if getattr(answer, "streaming", False) else answer.content
    said = f"{answer.status_code} {sorted(answer.items())} {answer.cookies.output()}\n"
    return said.encode() + bytes(content)
