"""The outsider who sends anything: spoilt files, spoilt forms, and far too much of them."""

from __future__ import annotations

import random
import resource
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.reading.fuzzing import spoilt_files
from tests.screens.checking.flow import DEVON, texts

SLOWEST = 2.0  # seconds
MOST_MEMORY = 200 * 1024 * 1024
FORMS = ("people", "place", "result", "save", "letters", "letters/page", "open", "")


def answered(client: Client, seed: int, count: int) -> tuple[Counter[int], float]:
    """Upload spoilt files one after another; tell the statuses and the slowest answer."""
    statuses: Counter[int] = Counter()
    slowest = 0.0
    for name, content in spoilt_files(seed, count):
        began = time.perf_counter()
        answer = client.post("/check/", {"files": SimpleUploadedFile(name or "a", content)})
        slowest = max(slowest, time.perf_counter() - began)
        statuses[answer.status_code] += 1
        assert b"Traceback" not in answer.content
    return statuses, slowest


def test_a_sample_of_spoilt_uploads_gets_a_page_and_never_a_fault(client: Client) -> None:
    statuses, _ = answered(client, seed=7, count=25)
    assert statuses.total() == 25
    assert statuses.keys() <= {200, 422}


@pytest.mark.drill
def test_a_thousand_spoilt_uploads_get_a_page_in_time_and_in_memory(client: Client) -> None:
    statuses, slowest = answered(client, seed=11, count=1_000)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(f"\n{dict(statuses)}, slowest {slowest:.2f} s, largest child {peak / 2**20:.0f} MB")
    assert statuses.keys() <= {200, 422}
    assert slowest <= SLOWEST
    assert peak <= MOST_MEMORY


def spoilt_forms(client: Client, dice: random.Random, count: int) -> Iterator[int]:
    """Send what a form carries, spoilt, to every page that takes it."""
    first = client.post("/check/", {"minutes": texts(DEVON[:2])})
    check = first.context["check"]
    lines = first.context["lines"]
    for _ in range(count):
        place = dice.randrange(len(check))
        letters = dice.choice(["", "A", "\x00", "é", "=" * 9, check[:50], "-_" * 40])
        sent = {
            "check": check[:place] + letters + check[place + dice.randrange(4) :],
            "lines": dice.choice([lines, lines[: place % 90], letters]),
            "do": dice.choice(["place", "add", "count", "undo-0", "undo-x", "undo-9999999"]),
            "place": dice.choice(["0", "9999", "-1", "x", "", "٣"]),
            "capacity": dice.choice(["services", "", "king"]),
            "standing": dice.choice(["member", "nobody", "?"]),
            "where": dice.choice(["all", "1", "77", "x"]),
            "meeting": dice.choice(["1", "60", "x", ""]),
            "same": dice.choice(["", "1", "x"]),
            "role": letters,
            "day-1": dice.choice(["", "1 1 2024", "99/99/99", "x" * 5000]),
            "letter": dice.choice(["chair", "x"]),
            "text-chair": letters,
        }
        if dice.random() < 0.3:
            sent["check"] = check
        yield client.post(f"/check/{dice.choice(FORMS)}".rstrip("/") + "/", sent).status_code


def test_spoilt_forms_get_a_page_and_never_a_fault() -> None:
    client = Client(raise_request_exception=False)
    statuses = Counter(spoilt_forms(client, random.Random(3), 150))  # noqa: S311
    assert statuses.keys() <= {200, 400, 422}
    assert statuses[200] > 5


def test_a_field_that_unpacks_to_far_too_much_is_refused(client: Client) -> None:
    import base64
    import zlib

    bomb = base64.urlsafe_b64encode(zlib.compress(b'"' + b"a" * 50_000_000 + b'"', 9)).decode()
    assert client.post("/check/result/", {"check": bomb}).status_code == 400


def test_two_hundred_megabytes_pasted_are_refused_with_what_to_do(client: Client) -> None:
    answer = client.post("/check/", {"minutes": "Jo Bloggs, Manager\n" * 1_500_000})
    assert answer.status_code == 413
    assert b"more than we can take" in answer.content
