"""Where people sign in, and see how they get in."""

from django.urls import path

from withus.screens.signing_in import entering, outbox

app_name = "signing_in"
urlpatterns = [
    path("", entering.start, name="start"),
    path("code/", entering.code, name="code"),
    path("own-code/", entering.own_code, name="own-code"),
    path("out/", entering.out, name="out"),
    path("outbox/", outbox.outbox, name="outbox"),
]
