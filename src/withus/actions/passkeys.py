"""Passkeys: add one, and sign in with one. What they sign is checked by the library fido2."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from withus.actions.getting_in import Changing
from withus.actions.signing_in import Asking
from withus.core.rules import signing_in as rules
from withus.core.rules.signing_in import NotRight
from withus.stores.accounts import accounts
from withus.stores.accounts.models import Account
from withus.stores.signing_in import passkeys, tallies

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Site:
    """What a passkey is for: a host by its name, and the one origin its pages come from."""

    host: str
    origin: str

    def server(self) -> Fido2Server:
        """Return what checks passkeys for this site."""
        party = PublicKeyCredentialRpEntity(name="Withus", id=self.host)
        return Fido2Server(party, verify_origin=lambda origin: origin == self.origin)


@dataclass(frozen=True, slots=True)
class Where:
    """The site, and from where and when it is asked."""

    site: Site
    asking: Asking


def begin_adding(account: Account, *, site: Site) -> tuple[Told, Told]:
    """Return what a browser needs to make a passkey, and what to hold until it has."""
    known = passkeys.of(account)
    first = next(iter(accounts.addresses(account)), "Withus")
    asked, state = site.server().register_begin(
        PublicKeyCredentialUserEntity(name=first, display_name=first, id=account.id.encode()),
        credentials=[AttestedCredentialData(each.credential) for each in known],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(asked), state


def add(
    changing: Changing, answer: Mapping[str, Any], *, name: str, state: Told, at: Where
) -> None:
    """Add the passkey that a browser made."""
    if not name.strip():
        raise NotRight("name_missing")
    data = _checked(lambda: at.site.server().register_complete(state, answer).credential_data)
    if data is None:
        raise NotRight("passkey_wrong")
    passkeys.add(
        changing.account,
        name=name.strip(),
        handle=data.credential_id,
        credential=bytes(data),
        on=at.asking.now.date(),
    )
    changing.tell("passkey-added")


def begin_signing_in(*, site: Site) -> tuple[Told, Told]:
    """Return what a browser needs to ask for any passkey of ours, and what to hold meanwhile."""
    asked, state = site.server().authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(asked), state


def sign_in(answer: Mapping[str, Any], *, state: Told, at: Where) -> Account:
    """Return the account that a passkey lets in."""
    at.asking.count(rules.WRONG_FROM_HERE, at.asking.here)
    given = _checked(lambda: AuthenticationResponse.from_dict(answer))
    known = passkeys.by_handle(given.raw_id)
    credential = AttestedCredentialData(known.credential)
    _checked(lambda: at.site.server().authenticate_complete(state, [credential], given))
    handle = given.response.user_handle
    if handle is not None and handle != known.account.id.encode():
        raise NotRight("passkey_wrong")
    passkeys.note_use(known, given.response.authenticator_data.counter)
    tallies.take_back(rules.WRONG_FROM_HERE, at.asking.here, now=at.asking.now)
    return known.account


def _checked(check: Callable[[], Any]) -> Any:
    """Do a check of the library's; what a browser sent wrong is a refusal, whatever its fault."""
    try:
        return check()
    except Exception as fault:  # it reads bytes that anybody may send
        raise NotRight("passkey_wrong") from fault
