"""Whatever is sealed under a key, in one list: what a sweep spares, and what goes with its key."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model

from withus.stores.accounts.marks import MARKS
from withus.stores.accounts.models import Account
from withus.stores.answering.models import Attachment, SayAnswer, SayLink
from withus.stores.asking.models import Ask
from withus.stores.meeting.models import PaperFile, PastMinutes
from withus.stores.outbox.models import Mail
from withus.stores.people.models import Person
from withus.stores.record.models import SealedValue
from withus.stores.setting_up.models import Draft
from withus.stores.worrying.models import Worry

BLANKED: tuple[type[Model], ...] = (SealedValue, Worry)
"""A row stays without its key: an entry, or a worry that hides one."""
OF_ANSWERING: tuple[type[Model], ...] = (Attachment, SayLink, SayAnswer)
OF_MEETINGS: tuple[type[Model], ...] = (PaperFile, PastMinutes)
GONE: tuple[type[Model], ...] = (Person, Account, Ask, Mail, Draft, *OF_MEETINGS, *OF_ANSWERING)
"""A row is nothing without its key, and goes with it."""


def keys_in_use() -> set[str]:
    """Return the keys that something is sealed under, and the one that marks are made with."""
    used = {MARKS}
    for table in (*BLANKED, *GONE):
        used |= set(table._default_manager.exclude(key="").values_list("key", flat=True))
    return used


def drop_sealed_under(keys: Iterable[str]) -> None:
    """Take away what was sealed under keys that are gone."""
    wanted = list(keys)
    for table in GONE:
        table._default_manager.filter(key__in=wanted).delete()
    SealedValue.objects.filter(key__in=wanted).update(key="", content=b"")
    Worry.objects.filter(key__in=wanted).update(key="", sealed=b"", by="")
