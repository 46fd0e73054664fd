"""Random facts of every type, made from the forms of their fields."""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as some

from withus.core.facts import FACTS, forms
from withus.core.facts.circumstances import HOST, Circumstances
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.facts.forms import MOST, Form
from withus.core.facts.joining import AboveForm
from withus.core.facts.rows import Minute, Rows, forms_of
from withus.core.facts.supporting import Many
from withus.core.proofs.base64_strict import to_base64url

IDS = some.binary(min_size=16, max_size=16).map(to_base64url)
TAGS = some.from_regex(forms.A_TAG, fullmatch=True)
DAYS = some.dates(date(1900, 1, 1), date(2200, 1, 1))
PLAIN = some.characters(
    codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
)
NAMES = (
    some.text(PLAIN, max_size=40)
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: 0 < len(text) <= forms.LONGEST_NAME)
)
WORDS = some.text(some.characters(codec="utf-8"), max_size=40).map(
    lambda text: unicodedata.normalize("NFC", text.replace("\r", "\n"))
)
SHARES = some.fractions(0, 1, max_denominator=999_999).map(
    lambda share: f"{share.numerator}/{share.denominator}"
)
BASE64S = some.binary(min_size=1, max_size=150).map(lambda told: b64encode(told).decode())
ROOTS = some.binary(min_size=32, max_size=32).map(lambda told: b64encode(told).decode())
INNER = some.none() | some.booleans() | some.integers(-9, 2**53 - 1) | some.text(max_size=4)
JSON = some.recursive(
    INNER,
    lambda each: some.lists(each, max_size=3) | some.dictionaries(some.text(max_size=4), each),
    max_leaves=6,
)
ORIGINS = some.sampled_from(["withus.example/thornmere", "example.org/north/2"])
FOREIGN = some.builds(
    lambda origin, size, share, root: f"{origin}#{int(share * (size - 1))}@{size},{root}",
    ORIGINS,
    some.integers(1, 10**15),
    some.fractions(0, 1).map(Fraction),
    ROOTS,
)
MOMENTS = some.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=some.just(UTC))  # noqa: DTZ001
ZONES = some.integers(-14 * 60, 14 * 60).map(lambda told: timezone(timedelta(minutes=told)))
CLAIMED = some.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES)  # noqa: DTZ001
ACTORS = some.just(HOST) | IDS


def values_of(form: Form) -> some.SearchStrategy[Any]:
    """Return values that a form can have."""
    if isinstance(form, forms.OneOf):
        return some.sampled_from(form.words)
    if isinstance(form, forms.OrNothing):
        return some.none() | values_of(form.form)
    if isinstance(form, forms.SetOf):
        return some.frozensets(values_of(form.form), max_size=4)
    if isinstance(form, forms.Document):
        lists = some.lists(JSON, max_size=3)
        return lists if form.kind is list else some.dictionaries(some.text(max_size=4), JSON)
    if isinstance(form, forms.Text):
        return IDS if form is forms.ID else some.from_regex(form.pattern, fullmatch=True)
    if isinstance(form, forms.Encoded):
        return ROOTS if form.fewest == 32 else BASE64S
    if isinstance(form, Rows):
        return some.dictionaries(IDS, rows_of(form), max_size=3).map(in_order)
    return plain_values()[type(form)]


def rows_of(form: Rows) -> some.SearchStrategy[Any]:
    """Return rows of a list, each about some place held."""
    return some.builds(
        form.kind, **{name: values_of(each) for name, each in forms_of(form.kind).items()}
    )


def in_order(rows: dict[str, Any]) -> tuple[Any, ...]:
    """Return rows, each about the holding it is found by, in order of that."""
    return tuple(replace(rows[holding], holding=holding) for holding in sorted(rows))


@cache
def plain_values() -> dict[type, some.SearchStrategy[Any]]:
    """Return values for each form that has nothing to choose."""
    return {
        forms.Named: NAMES,
        forms.Flag: some.booleans(),
        forms.Count: some.integers(0, MOST),
        Many: some.integers(8, MOST),
        forms.Day: DAYS,
        forms.PartOfOne: SHARES,
        forms.Anything: JSON,
        AboveForm: IDS | FOREIGN,
        Minute: MOMENTS.map(lambda told: told.replace(second=0, microsecond=0)),
    }


def facts_of(kind: type[Fact]) -> some.SearchStrategy[Fact]:
    """Return facts of a type."""
    form = layout(kind)
    clear = {name: values_of(each) for name, each in form.clear.items()}
    sealed = {
        name: IDS
        if seal is Seal.PERSON
        else WORDS.filter(lambda text: unicodedata.is_normalized("NFC", text))
        for name, seal in form.sealed.items()
    }
    return some.builds(kind, **clear, **sealed)


ANY_FACT = some.one_of([facts_of(kind) for kind in FACTS])


@some.composite
def circumstances(draw: some.DrawFn, kind: type[Fact]) -> Circumstances:
    """Return when and by whom a fact of a type may be said."""
    at = draw(MOMENTS)
    if kind.BY_NOBODY:
        return Circumstances(at=at.date(), by=None)
    return Circumstances(
        at=at,
        by=draw(ACTORS),
        typed_by=draw(some.none() | ACTORS),
        claimed_at=draw(some.none() | CLAIMED),
    )
