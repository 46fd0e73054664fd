"""A visitor who looks at every page as it comes: `visit("/check/")`, `visit.post(...)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from lxml import html

from tests.screens.kept import Kept, keep_a_record
from tests.screens.page_checks import PAGE_CHECKS, policy, words

HEAVIEST = 100_000
MOST_FETCHED = 8
OF_TABLES = (
    "/partnerships/",
    "/in/",
    "/sign-in/",
    "/me/",
    "/set-up/",
    "/say/",
)  # pages that ask the database
# Pages of people read names; what is sent there is an act, which no ceiling of pages holds.
OF_PEOPLE = re.compile(
    r"/set-up/|/in/|/sign-in/|/me/|/say/|/partnerships/[^/]+/"
    r"(people|to-confirm|duties|asks|worry|worries|pack|as-a-member|practice|open-a-board"
    r"|meetings/[^/]+|works/[^/]+|what-i-need|decisions/[^/]+/signed"
    r"|boards/[^/]+/(rules/(check|law)|places|deputies|mandates|meetings"
    r"|past-minutes|report-a-decision))/"
)
MOST_QUERIES = 15
FETCHED = "//link[@rel='stylesheet' or @rel='icon']/@href | //img/@src | //script/@src"
MAY_FETCH = re.compile(
    r".*/rules/rule/$|/set-up/[^/]+/rules/$|.*/meetings/[^/]+/room/$"
    r"|.*/plan/(versions/[^/]+/)?write/$"
)  # and only from here
MAY_RUN_A_SCRIPT = re.compile(rf"/sign-in/passkey/$|/sign-in/ways/passkey/$|{MAY_FETCH.pattern}")


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
    opens: bool = False  # a page for anybody on which somebody chose to show their name

    asked: list[str] = field(default_factory=list)  # what the last page asked the database

    def __call__(self, address: str, *, status: int = 200, **headers: str) -> Page:
        return self.count(lambda: self.client.get(address, headers=headers), status)

    def post(self, address: str, sent: Any = None, *, status: int = 200, **more: Any) -> Page:
        """Send a form. The cookie that protects it has tests of its own: see frame."""
        page = self.count(lambda: self.client.post(address, sent, **more), status)
        assert "no-store" in page.response["Cache-Control"]
        return page

    def count(self, send: Callable[[], Any], status: int) -> Page:
        """Send a request and look at its page and at what it asked the database."""
        self.asked.clear()
        with ExitStack() as stack:
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(self.note(connection.alias)))
            response = send()
        asked = "\n".join(self.asked)
        path, method = response.request["PATH_INFO"], response.request["REQUEST_METHOD"]
        most = MOST_QUERIES if path.startswith(OF_TABLES) else 0
        of_people = OF_PEOPLE.match(path) is not None
        act = of_people and method == "POST"
        assert act or len(self.asked) <= most, f"more than {most} queries:\n{asked}"
        opens = of_people or self.opens
        assert opens or "keys: " not in asked, f"a page for anybody asked for keys:\n{asked}"
        return self.look(response, status=status)

    def note(self, alias: str) -> Callable[..., Any]:
        def noted(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            self.asked.append(f"{alias}: {sql}")
            return execute(sql, *rest)

        return noted

    def look(self, response: Any, *, status: int) -> Page:
        assert response.status_code == status, response.content[:2000]
        if response.status_code == 302 or not response["Content-Type"].startswith("text/html"):
            return Page(response)
        tree = html.document_fromstring(response.content.decode())
        faults = [fault for check in PAGE_CHECKS for fault in check(tree)]
        scripts = tree.xpath("//script/@src")
        path = response.request["PATH_INFO"]
        if scripts and not MAY_RUN_A_SCRIPT.match(path):
            faults.append("a script on a page that needs none")
        runs = ["script-src"] if scripts else []
        runs += ["connect-src"] if scripts and MAY_FETCH.match(path) else []
        faults += [*policy(dict(response.items()), runs=runs), *self.weight(response, tree)]
        assert not faults, "\n".join([response.request["PATH_INFO"], *faults])
        return Page(response, tree)

    def weight(self, response: HttpResponse, tree: html.HtmlElement) -> Iterator[str]:
        """All that has to be fetched before the page is whole."""
        fetched = tree.xpath(
            "//link[@rel='stylesheet' or @rel='icon']/@href | //img/@src | //script/@src"
        )
        heavy = len(response.content) + sum(self.size(address) for address in fetched)
        if heavy > HEAVIEST:
            yield f"the page weighs {heavy} bytes"
        if 1 + len(fetched) > MOST_FETCHED:
            yield f"the page is fetched in {1 + len(fetched)} parts"

    def size(self, address: str) -> int:
        found = self.client.get(address)
        assert found.status_code == 200, address
        return len(b"".join(found))


@pytest.fixture
def visit() -> Visit:
    """Pages of tables stay under a ceiling; all others ask the database nothing."""
    return Visit(Client(raise_request_exception=False))


@pytest.fixture
def kept(db: None) -> Kept:
    """A record that anybody may read, 57 entries, signed at 20 and at 55."""
    return keep_a_record()
