"""`withus set-up`: a letter is all that holds the code, and whoever types it may begin."""

from __future__ import annotations

import json

import pytest
from django.utils.timezone import localdate

from tests.kept import a_record
from withus.cli import main
from withus.stores.setting_up.drafts import by_code
from withus.stores.setting_up.models import Draft

pytestmark = a_record
Out = pytest.CaptureFixture[str]


def test_the_letter_says_where_to_go_and_what_to_type(capsys: Out) -> None:
    assert main(["set-up", "Ola Reed"]) == 0
    said = capsys.readouterr().out
    for told in ("Dear Ola Reed,", "http://localhost:8000/set-up/", "28 days", "practice run"):
        assert told in said
    assert max(map(len, said.splitlines())) <= 72


def test_the_code_begins_a_draft_that_knows_their_name(capsys: Out) -> None:
    assert main(["set-up", " Ola Reed ", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    row = by_code(told["code"], on=localdate())
    assert row == Draft.objects.get() and row.account is None
    assert told["code"].replace("-", "") not in str(row.mark)


@pytest.mark.parametrize(("name", "told"), [(" ", "has no name yet"), ("n" * 121, "too long")])
def test_a_name_that_is_none_is_refused(name: str, told: str, capsys: Out) -> None:
    assert main(["set-up", name]) != 0
    assert told in capsys.readouterr().err
    assert not Draft.objects.exists()
