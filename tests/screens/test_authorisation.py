"""Every row of the table of who may use what is tried."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.screens.authorisation import AUTHORISATION

ROWS = [
    (name, method, status)
    for name, statuses in AUTHORISATION.items()
    for method, status in statuses.items()
]


@pytest.mark.parametrize(("name", "method", "status"), ROWS)
def test_an_address_answers_anybody_as_its_row_says(name: str, method: str, status: int) -> None:
    client = Client(raise_request_exception=False)
    assert client.generic(method, reverse(name)).status_code == status


@pytest.mark.parametrize("name", [n for n, row in AUTHORISATION.items() if row["POST"] != 405])
def test_a_form_sent_from_elsewhere_is_refused(name: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    answer = client.post(reverse(name), {"minutes": "Present\nJo Bloggs, Manager"})
    assert answer.status_code == 403
    assert b"Bloggs" not in answer.content
