"""What a host may name outside this machine, from the environment: a mail server, and a council.

A wrong value stops Withus at the start, with the remedy in the message, and never with a password.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed to, as whom, and from which address; without a host, nowhere."""

    host: str = ""
    port: int = 25
    name: str = ""
    password: str = ""
    sender: str = ""
    tls_at_once: bool = False
    tls_then: bool = False


@dataclass(frozen=True, slots=True)
class Council:
    """A council whose own sign-in (OpenID Connect) lets people in here too."""

    name: str
    issuer: str
    client: str
    secret: str


def the_mail_server(address: str, *, sender: str) -> MailServer:
    """The parts of smtps://name:password@host, or smtp://, each percent-decoded; TLS always."""
    if not address:
        return MailServer()
    parts, port = _taken_apart(address)
    if parts is None or parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise no_such_mail_server()
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise no_such_mail_server()
    _check_sender(sender)
    at_once = parts.scheme == "smtps"
    return MailServer(
        host=parts.hostname,
        port=port or (465 if at_once else 587),
        name=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        sender=sender,
        tls_at_once=at_once,
        tls_then=not at_once and parts.hostname not in THIS_MACHINE,
    )


def _check_sender(sender: str) -> None:
    address = parseaddr(sender)[1]
    if "@" not in address.strip("@") or any(each in sender for each in "\r\n"):
        raise ImproperlyConfigured(
            "WITHUS_SMTP is set, so WITHUS_MAIL_FROM is needed: the address that mail comes from, "
            "for example Withus <withus@example.org>."
        )


def no_such_mail_server() -> ImproperlyConfigured:
    """What to say of a wrong WITHUS_SMTP: not the value, since it may hold a password."""
    return ImproperlyConfigured(
        "WITHUS_SMTP is no address of a mail server. Give smtps://name:password@host for one that "
        "speaks TLS from the start (port 465), or smtp://name:password@host for one that begins "
        "it with STARTTLS (port 587). In names and passwords write @ as %40, : as %3A, / as %2F "
        "and % as %25. Without WITHUS_SMTP, mail stays on a page of this machine."
    )


def the_council(chosen: Mapping[str, str]) -> Council | None:
    """The council that is named, all four parts of it; or none."""
    names = ("NAME", "ISSUER", "CLIENT", "SECRET")
    told = {name: chosen.get(f"WITHUS_COUNCIL_{name}", "").strip() for name in names}
    if not any(told.values()):
        return None
    missing = [f"WITHUS_COUNCIL_{name}" for name in names if not told[name]]
    if missing:
        raise ImproperlyConfigured(
            f"{', '.join(missing)} is missing. A council’s sign-in needs all four: "
            "WITHUS_COUNCIL_NAME, WITHUS_COUNCIL_ISSUER, WITHUS_COUNCIL_CLIENT and "
            "WITHUS_COUNCIL_SECRET; or leave all of them out."
        )
    return Council(
        name=told["NAME"],
        issuer=the_issuer(told["ISSUER"]),
        client=told["CLIENT"],
        secret=told["SECRET"],
    )


def the_issuer(value: str) -> str:
    """The address of a council’s sign-in. It is asked over https, or on this machine."""
    parts, _ = _taken_apart(value)
    by_https = parts is not None and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in THIS_MACHINE)
    )
    if parts is None or not by_https or not parts.hostname or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            f"WITHUS_COUNCIL_ISSUER is {value!r}. Give the issuer exactly as the council’s "
            "sign-in tells it, beginning with https://, for example https://login.example.gov.uk."
        )
    return value


def _taken_apart(address: str) -> tuple[SplitResult | None, int | None]:
    try:
        parts = urlsplit(address)
        return parts, parts.port
    except ValueError:
        return None, None
