"""What a finding is: a figure with the lines it counted, or the reason why there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from withus.core.minutes.series import Series


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line that was counted.

    Shape: `meeting` is the meeting's number in its series, `line` the line of its minutes, from 1;
    line 0 was added by hand.
    """

    meeting: int
    line: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A count and what it is of, always together.

    Shape: `count_at_most` and `of_at_most` are None where the figure is exact; `rows` are the
    figures behind it, one row a meeting or a number, for the table.
    """

    count: int
    of: int
    count_at_most: int | None
    of_at_most: int | None
    evidence: tuple[Evidence, ...]
    rows: tuple[tuple[int, ...], ...] = ()

    @property
    def share(self) -> Fraction | None:
        """Tell the share that the count is.

        Formula: count / of; None where nothing is counted of.
        Unit: 0 to 1, exact.
        """
        return Fraction(self.count, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class NotEnough:
    """Why there is no figure: never zero, never "no"."""

    reason: str
    rows: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: its id, what it reads, how it is computed, where it is from."""

    id: str
    reads: frozenset[str]
    compute: Callable[[Series], Measured | NotEnough]
    source: str
    version: int


def unless_exact(at_most: int, exact: int) -> int | None:
    """Tell an upper figure, or None where it is the exact one."""
    return None if at_most == exact else at_most
