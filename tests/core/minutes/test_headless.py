"""Lists with no heading."""

from __future__ import annotations

from withus.core.minutes.headless import above_apologies, bare_list, headless_start, names_above
from withus.core.minutes.reading import read_meeting
from withus.core.minutes.text import numbered

TENANTS = (
    "Tenant Scrutiny Panel Meeting Minutes 4 February 2025.\n- Jenny Hood, Engagement Facilitator\n"
    "- D. McLennan, tenant\n- M. Chair, tenant\nJenny opened the meeting and welcomed everybody.\n"
    "- Minutes and matters arising\n- Any other business\n"
)


def test_a_list_starts_at_two_people_with_posts_one_under_the_other() -> None:
    assert headless_start(numbered(TENANTS)) == 2
    assert headless_start(numbered("Bea Quill, Carer\nThe talk went on.\nCal Dorne, Nurse")) == 0


def test_it_ends_at_the_first_sentence() -> None:
    assert read_meeting(numbered(TENANTS)).listed == 3


def test_a_bare_list_of_posts_is_read() -> None:
    text = "Carers Board\n12 May 2019\nCarer representative\nHead of Service\nHealthwatch\n"
    assert [line.number for line in bare_list(numbered(text))] == [3, 4, 5]
    assert read_meeting(numbered(text)).listed == 3


def test_names_right_above_the_apologies_are_a_list() -> None:
    text = "PPG, 3 May 2019\n\nBea Quilling BQ\n\nCal Dornish\n\nDee Eavesly\n\nApologies: None"
    assert above_apologies(numbered(text)) == 3
    assert read_meeting(numbered(text)).listed == 3
    assert above_apologies(numbered("Bea Quilling\nCal Dornish\nApologies: Dee Eavesly")) == 0


def test_places_with_their_people_above_the_first_heading_belong_to_the_list() -> None:
    text = "Zennor - Mr J. Quilling\nTressa - Mr C. Dornish, Mrs D. Eavesly\n"
    text = f"{text}In attendance - Mr F. Gunnel\n"
    assert names_above(numbered(text), 3) == 1
    assert read_meeting(numbered(text)).listed == 4
