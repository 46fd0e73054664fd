"""Somebody who sets a partnership up, page by page, as a browser sends it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.utils.timezone import now

from tests.core.setting_up.plans import LIST
from tests.screens.conftest import Page, Visit
from withus.actions.setting_up import let_start
from withus.stores.setting_up.models import Draft

ABOUT = {
    "name": "Thornmere Together",
    "host": "Thornmere Council",
    "host_kind": "council",
    "board": "Learning Disability Partnership Board",
    "level": "council",
    "country": "england",
    "formats": ["standard", "easy_read"],
    "about": "How people live well.",
}
DUTIES = {
    "safeguarding": "other",
    "name-safeguarding": "Lee Guard",
    "data": "other",
    "name-data": "Dot Keeper",
    "facilitator": "me",
    "phone": "01632 960123",
}


@dataclass(frozen=True)
class Walk:
    """A browser at a draft."""

    visit: Visit
    draft: str

    def at(self, step: str) -> str:
        return f"/set-up/{self.draft}/{step}/" if step else f"/set-up/{self.draft}/"

    def see(self, step: str) -> Page:
        return self.visit(self.at(step))

    def send(self, step: str, sent: dict[str, Any], *, status: int = 302) -> Page:
        return self.visit.post(self.at(step), sent, status=status)

    def as_it_stands(self, step: str) -> dict[str, Any]:
        """Return what a browser would send of a page as it is shown."""
        form = self.see(step).tree.xpath("//main//form[@method='post']")[0]
        told = dict(form.form_values())
        told.pop("csrfmiddlewaretoken")
        return told

    def all_but_opened(self) -> None:
        """Answer every step, and come to where it is opened."""
        self.send("", {"preset": "learning_disability"})
        self.send("about", ABOUT)
        self.send("members", {"pasted": LIST})
        for step in ("places", "chosen", "rules"):
            self.send(step, self.as_it_stands(step))
        self.send("duties", DUTIES)
        self.send("invitations", self.as_it_stands("invitations"))


def begun(name: str = "Ola Reed") -> Walk:
    """Return somebody who has just typed the code from their letter."""
    visit = Visit(Client(raise_request_exception=False))
    visit.post("/set-up/", {"code": let_start(name, now=now())})
    return Walk(
        visit, Draft.objects.get(mark=None, account=visit.client.session["_auth_user_id"]).id
    )
