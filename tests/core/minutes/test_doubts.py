"""A list that may have been counted wrong says so, and a plain one does not."""

from __future__ import annotations

import pytest

from withus.core.minutes.reading import read_meeting
from withus.core.minutes.sightings import Doubt, Meeting
from withus.core.minutes.text import numbered

PLAIN = "Present:\nBea Quilling, carer\nCal Dornish, Service Manager\nDee Eavesly, Healthwatch\n"


def read(text: str) -> Meeting:
    return read_meeting(numbered(text))


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in read(text).doubts]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "Present: Bea Quilling (Chair), Cal Dornish (Mencap), Dee Eavesly and Fay Gunnel\n",
        "Name\tRole\nPresent\t\nBea Quilling\tCarer\nCal Dornish\tNurse\nDee Eavesly\tClerk\n",
        "Present:\nCarer representative\nChief Executive, NHS Trust\nService user\n",
        PLAIN + "Apologies:\nFay Gunnel, Police\nHal Inskip, Fire Service\n1. Welcome\n",
    ],
)
def test_a_plain_list_leaves_no_doubt(text: str) -> None:
    meeting = read(text)
    assert meeting.doubts == ()
    assert meeting.listed_at_least == meeting.listed == meeting.listed_at_most


def test_a_line_with_no_name_among_names_may_list_nobody() -> None:
    meeting = read(PLAIN + "Learning and development manager\n")
    assert meeting.doubts == (Doubt("no_name", 5, fewer=1),)
    assert (meeting.listed_at_least, meeting.listed, meeting.listed_at_most) == (3, 4, 4)


def test_more_names_on_a_line_than_people_may_be_more_people() -> None:
    meeting = read(PLAIN + "Fay Gunnel, Chair Hal Inskip (Wokingham)\n")
    assert Doubt("more_names", 5, more=1) in meeting.doubts
    assert meeting.listed_at_most == meeting.listed + 1


def test_somebody_only_spoken_for_is_no_more_people() -> None:
    assert codes(PLAIN + "Fay Gunnel, Police (rep Hal Inskip)\n") == []


def test_lone_words_beside_full_names_may_be_people_or_bodies() -> None:
    assert codes("Present: Bea Quilling, Zennor, Cal Dornish, Dee Eavesly\n") == ["lone_word"]
    meeting = read("Present: Bea Quilling, Orla, Tess, Nia\n")
    assert [(doubt.fewer, doubt.more) for doubt in meeting.doubts] == [(3, 0)]


def test_names_run_together_may_be_fewer_or_more() -> None:
    meeting = read("Present: JL, MC, RM\n")
    assert meeting.doubts == (Doubt("names_run_together", 1, fewer=2, more=2),)
    assert (meeting.listed_at_least, meeting.listed_at_most) == (1, 5)


@pytest.mark.parametrize(
    "line",
    [
        "Fay Gunnel Hal Inskip",
        "Mr B Hall, Police Mrs C Lane, Housing",
        "Fay Gunnel (FG) Chairman Hal (HI) Vice Chair",
        "Fay Lane, Head of Care Hal Inskip",
    ],
)
def test_two_lines_run_into_one_may_be_more_people(line: str) -> None:
    (doubt,) = read(PLAIN + line + "\n").doubts
    assert (doubt.line, doubt.fewer) == (5, 0) or doubt.code == "names_run_together"
    assert (doubt.more or 0) > 0


def test_a_group_in_the_middle_of_a_run_may_be_more_people() -> None:
    text = "Present:\nCarers: Bea Quilling, Cal Dornish Police: Fay Gunnel\n"
    assert "more_names" in codes(text)


def test_half_a_name_on_a_line_may_be_nobody() -> None:
    assert codes(PLAIN + "Fay\nGunnel\nHal Inskip, NHS\n") == ["lone_word", "lone_word"]
    assert codes("Present:\nBea\nCal\nDee\nFay Gunnel\n") == []


def test_a_meeting_of_nobody_but_support_is_none() -> None:
    body = "".join(f"{number}. The board noted a report.\n" for number in range(1, 6))
    text = "Present:\nBea Quilling, observer\nCal Dornish, minutes\nDee Eavesly, guest\n"
    assert codes(text + body) == ["few_listed"]


def test_a_post_and_a_name_joined_by_and_may_be_one_post() -> None:
    fellow = "Fay Gunnel, Senior Lecturer & Winston Churchman Fellow"
    assert codes(f"Present:\nBea Quilling\nCal Dornish\n{fellow}\nDee Eavesly\n") == [
        "parted_by_and"
    ]
    assert read(f"{PLAIN}{fellow}, University\n").listed == 4


def test_two_initials_at_the_start_of_a_line_may_be_two_people() -> None:
    assert "initials" in codes("Present:\nCR/MS Lead Member\nBea Quilling, carer\nCal Dornish\n")


def test_a_register_of_several_meetings_is_in_doubt() -> None:
    rows = "".join(f"{who} Council Y A N\n" for who in ("JL", "MC", "RM", "PS"))
    assert codes("Present:\n" + rows) == ["register"]


def test_a_word_for_people_it_is_about_at_a_paid_place_is_in_doubt() -> None:
    assert "affected_words" in codes(PLAIN + "Fay Gunnel, Nurse and expert by experience, NHS\n")
    assert codes(PLAIN + "Fay Gunnel, Patient Experience Manager, NHS\n") == []


def test_people_under_the_end_of_the_list_may_belong_to_it() -> None:
    text = PLAIN + "Agenda\nFay Gunnel, Police\nHal Inskip, Fire Service\nThe chair was late.\n"
    assert read(text).doubts == (Doubt("people_below", 6, more=2),)
    spoken = PLAIN + "Agenda\nThe chair was late.\nFay Gunnel, Police\nHal Inskip, Fire Service\n"
    assert codes(spoken) == []


def test_a_post_and_a_person_over_the_list_may_belong_to_it() -> None:
    above = "Service manager: Fay Gunnel\nCarers Board\n"
    assert codes(above + PLAIN) == ["people_above"]
    assert codes("Contact officer: Fay Gunnel\nCarers Board\n" + PLAIN) == []
    assert codes("Chair: Fay Gunnel\nCarers Board\n" + PLAIN) == []


def test_many_posts_of_one_person_may_be_of_more() -> None:
    row = "Fay Gunnel, Nurse, Police, Mencap, Housing, Scope, Education, Health\n"
    assert Doubt("more_names", 5, more=3) in read(PLAIN + row).doubts


def test_the_line_that_ended_a_list_may_be_of_it() -> None:
    text = PLAIN + "Business Support: Fay Gunnel\nApologies: none\n"
    assert Doubt("people_below", 5, more=1) in read(text).doubts


def test_crosses_beside_nothing_may_mean_either() -> None:
    text = (
        "In attendance:\nName\tBody\tAttending\nBea Quilling\tMencap\tx\n"
        "Cal Dornish\tPolice\t\nDee Eavesly\tNHS\tx\nFay Gunnel\tScope\tx\n"
    )
    assert read(text).doubts == (Doubt("crosses", 2, fewer=3, more=1),)


def test_a_row_with_a_cell_too_few_may_list_somebody() -> None:
    rows = "Bea Quilling\tMencap\tYes\nCal Dornish Police\tYes\nDee Eavesly\tNHS\tYes\n"
    text = "Name\tBody\tPresent\n" + rows + "Fay Gunnel\tScope\tYes\n"
    assert read(text).doubts == (Doubt("short_row", 3, more=1),)


def test_crosses_beside_ticks_may_mean_either() -> None:
    text = (
        "Members\tRole\t14 Jan\nBea Quilling\tCarer\t✓\n"
        "Cal Dornish\tPolice\tX\nDee Eavesly\tNHS\t✓\n"
    )
    assert [doubt.code for doubt in read(text).doubts] == ["crosses"]


def test_a_list_shorter_than_any_meeting_has_no_upper_end() -> None:
    body = "".join(f"{number}. The board noted a report.\n" for number in range(1, 15))
    meeting = read("Present: Bea Quilling\n" + body)
    assert meeting.doubts == (Doubt("few_listed", 1, more=None),)
    assert meeting.listed_at_most is None


def test_a_doubt_holds_no_word_of_the_minutes() -> None:
    for doubt in read(PLAIN + "Fay Gunnel, Chair Hal Inskip (Wokingham)\nZennor\n").doubts:
        assert doubt.code.replace("_", "").isalpha()
        assert isinstance(doubt.line, int)


def test_a_line_apart_from_a_list_without_gaps_may_open_the_first_matter() -> None:
    apart = read(PLAIN + "Fay Gunnel, Police\n\nCarlton Tramway, Depot\n")
    assert apart.doubts == (Doubt("next_matter", 7, fewer=1),)
    assert codes(PLAIN.replace("\n", "\n\n") + "Fay Gunnel, Police\n\nHal Inskip, Fire\n") == []


def test_two_names_before_a_body_may_be_one_and_a_place() -> None:
    meeting = read(PLAIN + "Fay Gunnel, Hal Inskip, Argyll Council\n")
    assert (meeting.listed, meeting.listed_at_least) == (5, 4)
    assert codes(PLAIN + "Fay Gunnel, Inskip House, Argyll Council\n") == []


def test_posts_that_match_no_names_leave_the_count_open() -> None:
    names = "Bea Quilling\nCal Dornish\nDee Eavesly\nFay Gunnel\nHal Inskip\n"
    meeting = read("Present:\n" + names + "Service Manager\nHead of Housing\nHealthwatch\n")
    assert Doubt("posts_apart", 2, more=None) in meeting.doubts


def test_a_body_of_carers_may_have_sent_a_worker() -> None:
    assert codes(PLAIN + "Fay Gunnel, Zennor Young Carers\n") == ["affected_words"]
    assert codes(PLAIN + "Fay Gunnel, Young Carers\n") == []


NAMES = "Bea Quilling\nCal Dornish\nDee Eavesly\n"


def test_those_below_a_wide_gap_may_have_been_away_where_nobody_else_is() -> None:
    text = f"Present:\n{NAMES}\n\nFay Gunnel\nHal Inskip\nWelcome\nThe chair welcomed them all.\n"
    assert read(text).doubts == (Doubt("away_within", 7, fewer=2),)
    assert codes(text.replace("Welcome", "Apologies: Ivy Jossling\nWelcome")) == []


def test_a_heading_of_both_lists_over_one_list_is_told() -> None:
    text = f"Attendees and apologies\n{NAMES}Fay Gunnel\nItems\n"
    assert read(text).doubts == (Doubt("away_within", 5, fewer=3),)


def test_apologies_that_are_spoken_of_and_not_listed_are_told() -> None:
    text = f"Present:\n{NAMES}Fay Gunnel\n1. Welcome\nThe chair noted apologies (as above).\n"
    assert read(text).doubts == (Doubt("away_unlisted", 2, fewer=2),)


def test_a_name_that_was_not_read_between_those_who_were_is_told() -> None:
    text = f"Present:\n{NAMES}1 Welcome\nFay Gunnel\nIn attendance:\nHal Inskip, Clerk\n"
    assert codes(f"{text}Apologies: Ivy Joss\n") == ["left_over"]


def test_bodies_in_a_column_of_their_own_are_no_more_names() -> None:
    rows = "Bea Quilling\tCouncil\nCal Dornish\tNHS\nDee Eavesly\tPolice\n"
    rows = f"{rows}Fay Gunnel\tTressa Podmore\nHal Inskip\tNHS\n"
    assert codes(f"Present:\n{rows}Apologies: Ivy Joss\n") == []


def test_many_initials_of_no_body_are_people_for_sure() -> None:
    assert codes("Present: AB, CD, EF, GH, JK\nApologies: LM\nWelcome\nAll were.\nNext\n") == []


def test_a_name_longer_than_any_name_may_be_several() -> None:
    text = f"Present:\n{NAMES}Fay Green Gunnel Hal White Inskip Ivy\nApologies: Kit Joss\n"
    assert read(text).listed_at_most == 6


def test_a_group_below_those_who_were_away_may_have_been_there() -> None:
    text = f"Present:\n{NAMES}Apologies:\nFay Gunnel, Police\n\nScottish Government:\nHal Inskip\n"
    assert Doubt("after_away", 9, more=1) in read(text).doubts
