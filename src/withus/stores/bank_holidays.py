"""Bank holidays of the countries, from a library: the one calendar of the house."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import holidays

from withus.core.words import Country

SUBDIVISIONS: Mapping[Country, str] = {
    Country.ENGLAND: "ENG",
    Country.WALES: "WLS",
    Country.SCOTLAND: "SCT",
    Country.NORTHERN_IRELAND: "NIR",
}


def bank_holidays(country: Country, *, about: date) -> frozenset[date]:
    """Return the bank holidays of a country from the year before a day to the year after."""
    return _of_years(country, about.year)


@cache
def _of_years(country: Country, year: int) -> frozenset[date]:
    years = range(year - 1, year + 2)
    found = holidays.country_holidays("GB", subdiv=SUBDIVISIONS[country], years=years)
    return frozenset(found)
