"""How somebody gets in: add a way, take one away. Each change is told to all their addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from withus.actions.signing_in import Asking, Words
from withus.core.rules import signing_in as rules
from withus.stores.accounts import accounts
from withus.stores.accounts.marks import mark, plain_address
from withus.stores.accounts.models import Account, OwnCode
from withus.stores.outbox import mail
from withus.stores.signing_in import codes, factors, passkeys, tallies
from withus.stores.signing_in.sessions import end_all
from withus.stores.tokens.tokens import end_tokens

Told = Callable[[str], tuple[str, str]]
"""Tells a change, by its code, in a mail: its subject and its body."""


@dataclass(frozen=True, slots=True)
class Changing:
    """Whose ways in are changed, and how the change is told."""

    account: Account
    told: Told

    def tell(self, change: str, *, also: str = "") -> None:
        """Tell a change to all addresses of the account, and to one that it had before."""
        known = accounts.addresses(self.account)
        for address in dict.fromkeys([*known, *([also] if also else [])]):
            mail.post(address, *self.told(change))


def ask_to_add(account: Account, address: str, *, asking: Asking, words: Words) -> str:
    """Send a code to a new address, to show that it is theirs; return the id to try it under."""
    sign = mark("address", plain_address(address))
    asking.count(rules.SENT_FROM_HERE, mark("address from here", sign + asking.here))
    asking.count(rules.SENT, sign)
    sent = codes.make(account, now=asking.now, address=address)
    mail.post(address, *words(sent.code))
    return sent.id


def add_address(changing: Changing, name: str, typed: str, *, asking: Asking) -> None:
    """Add the address that a right code was sent to."""
    asking.count(rules.WRONG_FROM_HERE, asking.here)
    taken = codes.take(name, typed, now=asking.now, for_address=True)
    if taken.account != changing.account or not taken.address:
        raise rules.NotRight("code_over")
    accounts.add_address(changing.account, taken.address)
    tallies.take_back(rules.WRONG_FROM_HERE, asking.here, now=asking.now)
    changing.tell("address-added")


def drop_address(changing: Changing, address: str) -> None:
    """Take an address away, unless it is the last way in."""
    _check_another_is_left(changing.account)
    if plain_address(address) not in map(plain_address, accounts.addresses(changing.account)):
        raise rules.NotRight("no_such_way")
    accounts.drop_address(changing.account, address)
    changing.tell("address-dropped", also=address)


def drop_passkey(changing: Changing, passkey: str) -> None:
    """Take a passkey away, unless it is the last way in."""
    _check_another_is_left(changing.account)
    passkeys.drop(changing.account, passkey)
    changing.tell("passkey-dropped")


def name_passkey(account: Account, passkey: str, name: str) -> None:
    """Give a passkey another name."""
    if not name.strip():
        raise rules.NotRight("name_missing")
    passkeys.rename(account, passkey, name.strip())


def make_own_code(changing: Changing, *, asking: Asking) -> str:
    """Make a new code on paper, in the place of the one before; return it, once."""
    code = accounts.give_code(changing.account, now=asking.now)
    changing.tell("own-code-made")
    return code


def begin_second(account: Account) -> None:
    """Draw a secret for an app of codes, unless one is in use."""
    if not factors.is_on(account):
        factors.draw(account)


def turn_second_on(changing: Changing, typed: str, *, asking: Asking) -> list[str]:
    """Turn the second factor on with a first code from the app; return spare codes, once."""
    asking.count(rules.WRONG_SECOND, changing.account.id)
    factors.check(changing.account, typed, now=asking.now)
    tallies.take_back(rules.WRONG_SECOND, changing.account.id, now=asking.now)
    spare = factors.turn_on(changing.account)
    changing.tell("second-on")
    return spare


def turn_second_off(changing: Changing) -> None:
    """Turn the second factor off."""
    factors.turn_off(changing.account)
    changing.tell("second-off")


def make_spare_codes(changing: Changing) -> list[str]:
    """Make new spare codes, in the place of those before; return them, once."""
    if not factors.is_on(changing.account):
        raise rules.NotRight("no_such_way")
    spare = factors.new_spare_codes(changing.account)
    changing.tell("spare-made")
    return spare


def sign_out_everywhere(changing: Changing) -> None:
    """End every session of an account, and every key that lets a program in."""
    end_all(changing.account)
    end_tokens(changing.account.id)
    changing.tell("signed-out")


def _check_another_is_left(account: Account) -> None:
    ways = len(accounts.addresses(account)) + len(passkeys.of(account))
    ways += OwnCode.objects.filter(account=account).count()
    rules.check_another_way_is_left(ways)
