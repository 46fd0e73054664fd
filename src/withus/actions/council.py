"""A council's own sign-in, by OpenID Connect: where to send somebody, and what they come back with.

It lets in who is here already and opens no account. What the council signs is checked by PyJWT.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import jwt

from withus.core.errors import Refusal
from withus.stores.accounts.models import Account
from withus.stores.signing_in import councils

PATIENCE = 8.0
MOST = 1_000_000  # bytes of an answer
SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]


class NotLetIn(Refusal):
    """Say that a council's sign-in let nobody in."""


@dataclass(frozen=True, slots=True)
class Client:
    """What we are to a council's sign-in."""

    issuer: str
    client: str
    secret: str
    back: str  # the address that they come back to


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


def begin(us: Client) -> tuple[str, dict[str, str]]:
    """Return where to send somebody, and what to hold until they come back."""
    held = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
    digest = hashlib.sha256(held["verifier"].encode()).digest()
    asked = {
        "response_type": "code",
        "scope": "openid email",
        "client_id": us.client,
        "redirect_uri": us.back,
        "state": held["state"],
        "nonce": held["nonce"],
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    return f"{_told_by(us)['authorization_endpoint']}?{urlencode(asked)}", held


def come_back(us: Client, *, code: str, state: str, held: Mapping[str, str]) -> Account:
    """Return whom a council's sign-in lets in, who is here already."""
    if not code or not secrets.compare_digest(state, held.get("state", "")) or not state:
        raise NotLetIn("council_failed")
    told = _claims(us, code, held)
    subject, address = str(told["sub"]), told.get("email")
    account = councils.linked(us.issuer, subject)
    if account is None and isinstance(address, str) and told.get("email_verified") is True:
        account = councils.tie(us.issuer, subject, address)
    if account is None:
        raise NotLetIn("council_unknown")
    return account


def _claims(us: Client, code: str, held: Mapping[str, str]) -> dict[str, Any]:
    about = _told_by(us)
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": us.back,
        "code_verifier": held["verifier"],
    }
    name = f"{quote(us.client, safe='')}:{quote(us.secret, safe='')}".encode()
    given = _asked(
        about["token_endpoint"],
        sent=urlencode(sent).encode(),
        headers={"Authorization": f"Basic {base64.b64encode(name).decode()}"},
    )
    keys = _asked(about["jwks_uri"])
    try:
        token = str(given["id_token"])
        wanted = jwt.get_unverified_header(token).get("kid")
        fitting = [each for each in jwt.PyJWKSet.from_dict(keys).keys if each.key_id == wanted]
        told: dict[str, Any] = jwt.decode(
            token,
            fitting[0],
            algorithms=SIGNED_BY,
            audience=us.client,
            issuer=us.issuer,
            leeway=60,
            options={"require": ["exp", "iat", "sub", "aud", "iss", "nonce"]},
        )
    except (jwt.PyJWTError, LookupError, TypeError, ValueError) as fault:
        raise NotLetIn("council_failed") from fault
    if not secrets.compare_digest(str(told["nonce"]), held["nonce"]):
        raise NotLetIn("council_failed")
    if told.get("azp", us.client) != us.client:
        raise NotLetIn("council_failed")
    return told


def _told_by(us: Client) -> dict[str, Any]:
    about = _asked(f"{us.issuer.rstrip('/')}/.well-known/openid-configuration")
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if about.get("issuer") != us.issuer or not all(isinstance(about.get(n), str) for n in needed):
        raise NotLetIn("council_failed")
    return about


def _asked(
    address: str, *, sent: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Ask the council's machine, over https or on this machine; go nowhere that it sends us on."""
    parts = urlsplit(address)
    here = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
    if parts.scheme != "https" and not here:
        raise NotLetIn("council_failed")
    request = urllib.request.Request(address, data=sent, headers=dict(headers or {}))  # noqa: S310
    try:
        with urllib.request.build_opener(_NoRedirects).open(request, timeout=PATIENCE) as answer:
            told = json.loads(answer.read(MOST))
    except (OSError, HTTPException, ValueError) as fault:
        raise NotLetIn("council_failed") from fault
    if not isinstance(told, dict):
        raise NotLetIn("council_failed")
    return told
