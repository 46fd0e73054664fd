"""The parts that findings are made of."""

from __future__ import annotations

from fractions import Fraction

from withus.core.findings.finding import Measured, unless_exact


def test_an_upper_figure_is_kept_only_where_it_differs() -> None:
    assert unless_exact(3, 2) == 3
    assert unless_exact(2, 2) is None


def test_a_share_is_an_exact_fraction_and_never_rounded() -> None:
    assert Measured(1, 3, None, None, ()).share == Fraction(1, 3)
