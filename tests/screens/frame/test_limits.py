"""Too much is refused in words, and never fills the memory or the disk."""

from __future__ import annotations

import io
import resource
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory
from pytest_django import Settings

from tests.screens.conftest import Visit
from withus.screens.frame import uploads

# The server's own way of answering looks after connections that an earlier test has opened.
pytestmark = pytest.mark.django_db(databases=["default", "keys"])

MEGABYTE = 1024 * 1024


@pytest.fixture
def small(settings: Settings, a_room: str) -> str:
    """The room, with limits a thousand times smaller."""
    settings.WITHUS_LARGEST_REQUEST = settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 25_000
    settings.WITHUS_LARGEST_FILE = 10_000
    return a_room + "take/"


def a_file(name: str, size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"x" * size)


def test_files_arrive_in_memory_and_in_no_temporary_file(
    small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        pytest.fail("a temporary file was made")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    sent = {"files": [a_file("a.txt", 9_000), a_file("b.txt", 9_000)]}
    told = Client().post(small, sent).json()
    assert told["files"] == {"a.txt": "BytesIO", "b.txt": "BytesIO"}
    assert (told["too_big"], told["files_too_big"]) == (False, [])


def test_a_file_that_is_too_big_is_left_out_and_named_and_the_others_arrive(small: str) -> None:
    sent = {"files": [a_file("a.txt", 10_001), a_file("b.txt", 10_000)], "minutes": "kept"}
    told = Client().post(small, sent).json()
    assert told["files_too_big"] == ["a.txt"]
    assert (list(told["files"]), told["minutes"]) == (["b.txt"], "kept")


def test_too_much_in_all_is_marked_and_the_words_sent_before_still_arrive(small: str) -> None:
    files = [a_file(f"{n}.txt", 9_000) for n in range(3)]
    told = Client().post(small, {"minutes": "kept", "files": files}).json()
    assert told["too_big"] is True
    assert told["minutes"] == "kept"


def test_too_much_text_is_refused_in_words(small: str, visit: Visit) -> None:
    page = visit.post(small, {"minutes": "x" * 25_001}, status=413)
    assert page.h1 == "That is more than we can take at once"
    assert "paste them" in page.text


def test_too_much_text_in_a_plain_form_is_refused_in_words(small: str, visit: Visit) -> None:
    kind = "application/x-www-form-urlencoded"
    visit.post(small, b"minutes=" + b"x" * 25_001, status=413, content_type=kind)


def test_too_many_fields_are_refused_in_words(a_room: str, visit: Visit) -> None:
    visit.post(a_room + "take/", {f"field{n}": "x" for n in range(2_005)}, status=413)


def test_too_many_files_are_refused_in_words(a_room: str, visit: Visit) -> None:
    files = [a_file(f"{n}.txt", 5) for n in range(13)]
    assert "12 files" in visit.post(a_room + "take/", {"files": files}, status=413).text


def test_too_much_without_its_secret_is_called_too_much(small: str) -> None:
    files = [a_file(f"{n}.txt", 9_000) for n in range(3)]
    strict = Visit(Client(enforce_csrf_checks=True, raise_request_exception=False))
    strict.post(small, {"files": files}, status=413)


def test_a_size_not_said_beforehand_is_refused_in_words(a_room: str, visit: Visit) -> None:
    told = {"headers": {"Transfer-Encoding": "chunked"}}
    visit.post(a_room + "take/", {"minutes": "x"}, status=411, **told)


class Endless(io.RawIOBase):
    """A body of any size that takes no room: what stands first, then nothing but one long line."""

    def __init__(self, first: bytes, size: int) -> None:
        super().__init__()
        self.first, self.left = first, size

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        wanted = self.left if size < 0 else min(size, self.left)
        piece = (self.first[:wanted]).ljust(wanted, b"x")
        self.first, self.left = self.first[wanted:], self.left - wanted
        return piece

    def readline(self, size: int | None = -1) -> bytes:
        return self.read(-1 if size is None else size)


def send(address: str, body: io.RawIOBase | io.BytesIO, *, length: int | str) -> str:
    """Send a body through the whole of Django, as the server would, and return the status."""
    environ = RequestFactory().post(address).environ | {
        "wsgi.input": body,
        "CONTENT_LENGTH": str(length),
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
    }
    told: list[str] = []

    def start(status: str, *_: Any) -> Callable[[bytes], object]:
        told.append(status[:3])
        return bytes

    b"".join(WSGIHandler()(environ, start))
    return told[0]


FILE = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
FIELD = b'--x\r\nContent-Disposition: form-data; name="minutes"\r\n\r\n'


@pytest.mark.parametrize("first", [FILE, FIELD, b"", b"--x\r\nContent-"])
def test_two_hundred_megabytes_are_taken_in_to_the_end_and_never_held(
    a_room: str, first: bytes
) -> None:
    body = Endless(first, 200 * MEGABYTE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert send(a_room + "take/", body, length=body.left) == "413"
    assert body.left == 0
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 100 * 1024, f"the memory grew by {grown} kB"


def test_more_than_anyone_would_send_is_cut_off(a_room: str) -> None:
    body = Endless(FILE, 2 * uploads.TAKEN_IN_AT_MOST)
    assert send(a_room + "take/", body, length=body.left) == "413"
    assert body.left > 0


@pytest.mark.parametrize("length", ["99999", "20", "0", "-1", "many", "²"])
def test_a_false_size_is_no_fault_of_ours(a_room: str, length: str) -> None:
    body = io.BytesIO(FIELD + b"hello\r\n--x--\r\n")
    assert send(a_room + "take/", body, length=length) in ("400", "403")
