"""The closed sets that figures are worked out over."""

from __future__ import annotations

from withus.core.words import AFFECTED, Capacity, Standing


def test_the_people_it_is_about_are_those_who_draw_on_services_and_unpaid_carers() -> None:
    assert {Capacity.DRAWS_ON_SERVICES, Capacity.UNPAID_CARERS} == AFFECTED


def test_the_codes_of_capacities_are_those_that_others_build_on() -> None:
    assert [one.value for one in Capacity] == [
        "draws_on_services",
        "unpaid_carers",
        "community",
        "services",
        "elected",
        "independent",
        "other",
        "unsure",
    ]


def test_whoever_may_be_there_in_support_is_counted_as_read_and_not_sure() -> None:
    assert [one for one in Standing if one.counts] == [Standing.MEMBER, Standing.PERHAPS_MEMBER]
    assert [one for one in Standing if one.sure] == [Standing.MEMBER, Standing.IN_SUPPORT]
