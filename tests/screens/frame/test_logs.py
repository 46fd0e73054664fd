"""Nothing a person sent may reach a log, by any way."""

from __future__ import annotations

import logging

import pytest
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter
from pytest_django import Settings

from withus.screens.frame.logs import NothingSent, Sparing

PASTED = "Asha Quillfeather"


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every line as our formatter writes it."""
    lines: list[str] = []
    keep = caplog.handler.emit

    def write(record: logging.LogRecord) -> None:
        lines.append(Sparing().format(record))
        keep(record)

    monkeypatch.setattr(caplog.handler, "emit", write)
    for name in ("django", "django.server"):
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    return lines


def test_a_fault_is_logged_by_page_kind_and_place(logged: list[str], a_room: str) -> None:
    Client(raise_request_exception=False).post(a_room + "fail/", {"minutes": PASTED})
    line = "\n".join(logged)
    assert "500 POST /room/fail/ builtins.ValueError" in line
    assert "a_room.py" in line
    assert PASTED not in line


@pytest.mark.parametrize(
    "address", ["/check/?q=Quillfeather", "/Quillfeather/", "/room/fail/?q=Quillfeather"]
)
def test_no_address_is_logged_whole(logged: list[str], a_room: str, address: str) -> None:
    assert a_room
    client = Client(raise_request_exception=False)
    client.post(address, {"minutes": PASTED}, headers={"Referer": "http://a/Quillfeather"})
    client.get(address, headers={"Host": "Quillfeather.example"})
    assert logged
    assert "quillfeather" not in "\n".join(logged).lower()


def test_a_word_from_other_peoples_code_is_not_logged() -> None:
    words = (__file__, 7, "cannot parse %s", (PASTED,), None)
    line = Sparing().format(logging.LogRecord("pypdf", logging.WARNING, *words))
    assert line == "WARNING pypdf test_logs:7"


def test_our_own_words_are_logged_whole() -> None:
    words = (__file__, 7, "%s files are ready", (3,), None)
    line = Sparing().format(logging.LogRecord("withus.start", logging.WARNING, *words))
    assert line == "WARNING withus.start 3 files are ready"


def test_a_report_of_a_fault_holds_nothing_that_was_sent() -> None:
    request = RequestFactory().post("/", {"minutes": PASTED})
    held = request.POST["minutes"]
    try:
        raise ValueError("in a frame that holds it")
    except ValueError as fault:
        reporter = ExceptionReporter(request, type(fault), fault, fault.__traceback__)
    assert isinstance(reporter.filter, NothingSent)
    assert held not in reporter.get_traceback_text()
    assert held not in reporter.get_traceback_html()


def test_nobody_is_sent_a_report_by_mail(settings: Settings) -> None:
    assert settings.ADMINS == []
    kinds = [type(way).__name__ for way in logging.getLogger("django").handlers]
    assert "AdminEmailHandler" not in kinds
