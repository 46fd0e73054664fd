"""A copy of the record as one file, which verifies with nothing of ours but the command."""

from __future__ import annotations

from io import BytesIO
from typing import Any, cast

import pytest
from django.test import Client

from tests.example_record import opening
from tests.kept import write_story
from tests.screens.conftest import Visit
from tests.screens.kept import RECORD, Kept
from withus.core.bundle import Bundle

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_a_copy_holds_the_entries_up_to_the_check_code_and_opens_nothing(kept: Kept) -> None:
    answer = cast(Any, Client().get(f"{RECORD}copy.bundle"))
    content = b"".join(answer.streaming_content)
    bundle = Bundle(BytesIO(content))
    assert bundle.header().size == len(list(bundle.leaves())) == 55
    assert list(bundle.openings()) == []
    bundle.figures()
    assert bundle.checkpoint()
    bundle.end()
    assert b"Person 1" not in content
    assert "withus.example-thornmere.bundle" in answer["Content-Disposition"]


def test_a_record_that_was_never_signed_has_no_copy_yet(visit: Visit) -> None:
    write_story(facts=[opening()])
    visit(f"{RECORD}copy.bundle", status=404)
    assert "Save a copy" not in visit(RECORD).text
