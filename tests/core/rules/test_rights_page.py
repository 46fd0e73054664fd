"""The page of who may do what says what the truth table says."""

from tests.core.rules.rights_page import ACTS, OTHERWISE, PAGE, page
from withus.core.rules.entering import CHECKS, NEEDS
from withus.core.rules.rights import Act


def test_the_page_is_what_the_table_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "write it anew: python -m tests.core.rules.rights_page"
    )


def test_every_right_and_every_check_of_its_own_is_told_in_words() -> None:
    assert set(ACTS) == set(Act)
    assert set(CHECKS) <= set(OTHERWISE) <= set(NEEDS)
