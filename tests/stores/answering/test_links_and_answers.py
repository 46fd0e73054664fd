"""Links and what is said by them: sealed, each code for one thing, gone when it is old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.a_meeting import ORIGIN
from tests.a_works_points import Points, points
from tests.kept import a_record
from tests.reading.pictures import a_png
from withus.stores.answering import answers, files, links
from withus.stores.answering.files import File
from withus.stores.answering.models import Attachment, SayAnswer, SayLink
from withus.stores.keys.locker import NotOpened
from withus.stores.keys.models import Key
from withus.stores.record.keyed import keys_in_use

pytestmark = a_record


@pytest.fixture
def at(db: None) -> Points:
    """A work that links can be made for."""
    return points()


def test_a_link_works_for_its_days_and_no_longer(at: Points) -> None:
    sign = links.marked(at.link())
    now = at.there.here.now
    assert links.by_mark(sign, now=now + timedelta(days=links.DAYS - 1)) is not None
    assert links.by_mark(sign, now=now + timedelta(days=links.DAYS)) is None


def test_what_was_begun_and_never_sent_is_forgotten_with_its_file_and_keys(at: Points) -> None:
    code = at.link("A bus at eleven.")
    link = links.by_mark(links.marked(code), now=at.there.here.now)
    assert link is not None
    row, _ = answers.begin(link, now=at.there.here.now)
    files.keep(row.origin, row.id, File("image/png", "png", a_png()))
    keys = {row.key, Attachment.objects.get().key}
    answers.forget_old(now=row.made_at + answers.KEPT)
    assert SayAnswer.objects.count() == 1
    answers.forget_old(now=row.made_at + answers.KEPT + timedelta(seconds=1))
    assert not SayAnswer.objects.exists()
    assert not Attachment.objects.exists()
    assert not Key.objects.filter(id__in=keys).exists()


def test_what_was_sent_is_not_forgotten_and_its_key_is_spared(at: Points) -> None:
    at.said(at.link())
    row = SayAnswer.objects.get()
    answers.forget_old(now=row.made_at + 10 * answers.KEPT)
    assert SayAnswer.objects.count() == 1
    assert {row.key, SayLink.objects.get().key} <= keys_in_use()


def test_a_file_opens_at_its_own_point_alone(at: Points) -> None:
    one, two = at.put("Bo", "One."), at.put("Bo", "Two.")
    files.keep(ORIGIN, one, File("image/png", "png", a_png()))
    row = Attachment.objects.get()
    assert files.find(ORIGIN, one) == File("image/png", "png", a_png())
    row.owner = two
    row.save()
    with pytest.raises(NotOpened, match="does_not_open"):
        files.find(ORIGIN, two)
