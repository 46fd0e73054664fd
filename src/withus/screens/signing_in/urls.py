"""Where people sign in, and see how they get in."""

from django.urls import path

from withus.screens.signing_in import (
    choosing,
    council,
    entering,
    outbox,
    passkeys,
    second,
    ways,
)

app_name = "signing_in"
urlpatterns = [
    path("", entering.start, name="start"),
    path("code/", entering.code, name="code"),
    path("own-code/", entering.own_code, name="own-code"),
    path("passkey/", passkeys.enter, name="passkey"),
    path("second/", second.enter, name="second"),
    path("council/", council.go, name="council"),
    path("council/back/", council.back, name="council-back"),
    path("who/", choosing.who, name="who"),
    path("out/", entering.out, name="out"),
    path("outbox/", outbox.outbox, name="outbox"),
    path("ways/", ways.ways, name="ways"),
    path("ways/address/", ways.add_address, name="address-add"),
    path("ways/address/code/", ways.address_code, name="address-code"),
    path("ways/address/drop/", ways.drop_address, name="address-drop"),
    path("ways/own-code/", ways.new_own_code, name="own-code-new"),
    path("ways/everywhere/", ways.everywhere, name="everywhere"),
    path("ways/passkey/", passkeys.add, name="passkey-add"),
    path("ways/passkey/<str:passkey>/", passkeys.change_name, name="passkey-change"),
    path("ways/passkey/<str:passkey>/drop/", passkeys.drop, name="passkey-drop"),
    path("ways/second/", second.set_up, name="second-set-up"),
    path("ways/second/begin/", second.begin, name="second-begin"),
    path("ways/second/off/", second.turn_off, name="second-off"),
    path("ways/second/spare/", second.spare, name="spare-codes"),
]
