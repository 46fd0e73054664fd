"""A device that makes passkeys and signs with them, as WebAuthn level 2 writes it down."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode
from lxml.html import HtmlElement

PRESENT_AND_UNLOCKED = 0x05
NEW_KEY = 0x40


def asked(page: HtmlElement) -> dict[str, Any]:
    """Return what a page asks of a device."""
    told: dict[str, Any] = json.loads(page.xpath("//form/@data-asked")[0])["publicKey"]
    return told


@dataclass
class Device:
    """A device with one passkey."""

    origin: str = "http://testserver"
    host: str = "testserver"
    handle: bytes = b"a-handle-of-sixteen+"
    uses: int = 0
    flags: int = PRESENT_AND_UNLOCKED
    whose: bytes = b""
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, page: HtmlElement) -> str:
        """Make a passkey for a page, and return what its form sends."""
        from fido2.utils import websafe_decode

        told = asked(page)
        self.whose = websafe_decode(told["user"]["id"])
        cose = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]
        public = cbor.encode(cose)
        length = len(self.handle).to_bytes(2, "big")
        credential = bytes(16) + length + self.handle + public
        about = self.about(self.flags | NEW_KEY) + credential
        response = {
            "clientDataJSON": websafe_encode(self.client("webauthn.create", told)),
            "attestationObject": websafe_encode(
                cbor.encode({"fmt": "none", "attStmt": {}, "authData": about})
            ),
        }
        return self.sent(response)

    def sign(self, page: HtmlElement) -> str:
        """Sign what a page asks, and return what its form sends."""
        self.uses += 1
        client, about = self.client("webauthn.get", asked(page)), self.about(self.flags)
        signature = self.key.sign(about + sha256(client).digest(), ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": websafe_encode(client),
            "authenticatorData": websafe_encode(about),
            "signature": websafe_encode(signature),
            "userHandle": websafe_encode(self.whose),
        }
        return self.sent(response)

    def about(self, flags: int) -> bytes:
        """Return what a device says of itself and of the site."""
        return sha256(self.host.encode()).digest() + bytes([flags]) + self.uses.to_bytes(4, "big")

    def client(self, kind: str, told: dict[str, Any]) -> bytes:
        """Return what a browser says of the page."""
        return json.dumps(
            {"type": kind, "challenge": told["challenge"], "origin": self.origin}
        ).encode()

    def sent(self, response: dict[str, str]) -> str:
        """Return the answer as the script writes it."""
        name = websafe_encode(self.handle)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})
