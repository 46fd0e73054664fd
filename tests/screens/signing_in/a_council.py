"""A council's sign-in at this machine: as much of OpenID Connect as letting one person in takes."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

CLIENT, SECRET = "withus", "a secret: with signs/"


@dataclass
class Council:
    """Who signs in there, and what it says of them, true or false."""

    issuer: str = ""
    said: dict[str, Any] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    signs_with: Any = None
    algorithm: str = "ES256"
    asked: dict[str, str] = field(default_factory=dict)

    def visited(self, address: str) -> dict[str, str]:
        """Sign somebody in who was sent here, and return what they come back with."""
        self.asked = dict(parse_qsl(urlsplit(address).query))
        return {"code": "a-code", "state": self.asked["state"]}

    def token(self) -> str:
        """Say who it was."""
        now = int(time.time())
        told = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "person-7",
            "iat": now,
            "exp": now + 300,
            "nonce": self.asked["nonce"],
            "email": "sam@example.org",
            "email_verified": True,
            **self.said,
        }
        told = {name: value for name, value in told.items() if value is not None}
        return jwt.encode(
            told, self.signs_with or self.key, algorithm=self.algorithm, headers={"kid": "one"}
        )

    def answer(self, path: str, sent: dict[str, list[str]], name: str) -> dict[str, Any]:
        """Answer a question of ours."""
        if path == "/.well-known/openid-configuration":
            told = {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/go",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
            }
            return told | self.about
        if path == "/keys":
            public = json.loads(jwt.algorithms.ECAlgorithm.to_jwk(self.key.public_key()))
            return {"keys": [{**public, "kid": "one", "alg": "ES256", "use": "sig"}]}
        assert name == f"{CLIENT}:a%20secret%3A%20with%20signs%2F"
        digest = hashlib.sha256(sent["code_verifier"][0].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert challenge == self.asked["code_challenge"]
        assert sent["redirect_uri"] == [self.asked["redirect_uri"]]
        return {"id_token": self.token(), "access_token": "unused", "token_type": "Bearer"}


class Door(BaseHTTPRequestHandler):
    """The council's machine."""

    council: ClassVar[Council]

    def do_GET(self) -> None:
        self.say({}, "")

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        name = base64.b64decode(self.headers["Authorization"].split()[1]).decode()
        self.say(parse_qs(self.rfile.read(length).decode()), name)

    def say(self, sent: dict[str, list[str]], name: str) -> None:
        told = json.dumps(self.council.answer(self.path, sent, name)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def a_council() -> Iterator[Council]:
    """Open a council's sign-in for as long as this lasts."""
    Door.council = Council()
    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        Door.council.issuer = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Door.council
        server.shutdown()
