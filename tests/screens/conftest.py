"""A visitor who looks at every page as it comes: `visit("/check/")`, `visit.post(...)`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from lxml import html

from tests.screens.page_checks import PAGE_CHECKS, policy, words

HEAVIEST = 100_000
MOST_FETCHED = 8


@dataclass(frozen=True)
class Page:
    """An answer; if it is a page, parsed."""

    response: HttpResponse
    tree: html.HtmlElement = field(default_factory=lambda: html.Element("html"))

    @property
    def text(self) -> str:
        """What the main part says, on one line."""
        return words(self.tree.xpath("//main")[0])

    @property
    def h1(self) -> str:
        return words(self.tree.xpath("//h1")[0])


@dataclass(frozen=True)
class Visit:
    """A person at a browser; every page they get is checked before the test sees it."""

    client: Client

    def __call__(self, address: str, *, status: int = 200, **headers: str) -> Page:
        return self.look(self.client.get(address, headers=headers), status=status)

    def post(self, address: str, sent: Any = None, *, status: int = 200, **more: Any) -> Page:
        """Send a form. The cookie that protects it has tests of its own: see frame."""
        page = self.look(self.client.post(address, sent, **more), status=status)
        assert page.response["Cache-Control"] == "no-store"
        return page

    def look(self, response: Any, *, status: int) -> Page:
        assert response.status_code == status, response.content[:2000]
        if not response["Content-Type"].startswith("text/html"):
            return Page(response)
        tree = html.document_fromstring(response.content.decode())
        faults = [fault for check in PAGE_CHECKS for fault in check(tree)]
        faults += [*policy(dict(response.items())), *self.weight(response, tree)]
        assert not faults, "\n".join([response.request["PATH_INFO"], *faults])
        return Page(response, tree)

    def weight(self, response: HttpResponse, tree: html.HtmlElement) -> Iterator[str]:
        """All that has to be fetched before the page is whole."""
        fetched = tree.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //img/@src")
        heavy = len(response.content) + sum(self.size(address) for address in fetched)
        if heavy > HEAVIEST:
            yield f"the page weighs {heavy} bytes"
        if 1 + len(fetched) > MOST_FETCHED:
            yield f"the page is fetched in {1 + len(fetched)} parts"

    def size(self, address: str) -> int:
        found = self.client.get(address)
        assert found.status_code == 200, address
        return len(b"".join(found))


def no_tables(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    pytest.fail(f"A page asked the database: {sql}")


@pytest.fixture
def visit() -> Iterator[Visit]:
    """Nothing is kept by any room yet, so no page may ask the database anything."""
    with connection.execute_wrapper(no_tables):
        yield Visit(Client(raise_request_exception=False))
