"""Mail is handed on by the worker: to a mail server, once, again if it fails, no words lost."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as django_mail
from pytest_django import Settings

from tests.kept import a_record
from withus.jobs import posting
from withus.stores.outbox import mail
from withus.stores.outbox.models import Mail

pytestmark = a_record


def soon() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=30)


class Server(socketserver.StreamRequestHandler):
    """As much of a mail server as takes one mail, or refuses whoever it is to."""

    taken: list[bytes] = []  # noqa: RUF012

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = []
                while (each := self.rfile.readline()) != b".\r\n":
                    lines.append(each)
                self.taken.append(b"".join(lines))
            if word == b"RCPT" and b"refused@" in line:
                self.wfile.write(b"550 refused@example.org is unknown\r\n")
            else:
                self.wfile.write(b"221 bye\r\n" if word == b"QUIT" else b"250 so be it\r\n")


@pytest.fixture
def server(settings: Settings) -> Iterator[list[bytes]]:
    """A mail server at this machine, and the mails that it took."""
    Server.taken.clear()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Server) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = serving.server_address[:2]
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.DEFAULT_FROM_EMAIL = "Withus <withus@example.org>"
        yield Server.taken
        serving.shutdown()


def test_a_mail_is_handed_to_the_mail_server_and_forgotten(server: list[bytes]) -> None:
    mail.post("sam@example.org", "Your code – now", "1234 5678")
    assert posting.deliver(now=soon()) == 1
    assert posting.deliver(now=soon()) == 0
    (sent,) = server
    assert b"To: sam@example.org" in sent and b"1234 5678" in sent
    assert b"From: Withus <withus@example.org>" in sent
    assert not Mail.objects.exists()


def test_a_mail_that_is_refused_is_tried_again_and_its_words_reach_no_log(
    server: list[bytes], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    mail.post("refused@example.org", "Your code", "1234 5678")
    assert posting.deliver(now=soon()) == 0
    assert Mail.objects.get().tries == 1
    said = "".join(capfd.readouterr()) + caplog.text
    assert "A mail could not be sent: SMTPRecipientsRefused" in said
    assert "refused@" not in said and "1234" not in said


def test_a_subject_with_a_line_end_cannot_add_a_header(server: list[bytes]) -> None:
    mail.post("sam@example.org", "Hello\nBcc: everybody@example.org", "")
    assert posting.deliver(now=soon()) == 0
    assert not server


def test_without_a_mail_server_mail_waits(settings: Settings) -> None:
    settings.EMAIL_HOST = ""
    mail.post("sam@example.org", "Your code", "")
    assert posting.deliver(now=soon()) == 0
    assert Mail.objects.get().tries == 0
    assert not django_mail.outbox


def test_what_is_too_old_is_tidied_away(settings: Settings) -> None:
    settings.EMAIL_HOST = ""
    mail.post("sam@example.org", "Your code", "")
    posting.tidy(now=soon())
    assert Mail.objects.exists()
    posting.tidy(now=soon() + timedelta(days=1))
    assert not Mail.objects.exists()
