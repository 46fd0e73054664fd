"""Where two sets of figures first differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from withus.core.proofs.canonical import Json, canonical

NOTHING = "nothing"
LONGEST = 80


def first_difference(own: Json, other: Json) -> tuple[str, str, str]:
    """Tell where two documents that differ first do so, and what each says there.

    Shape: names from the outermost in, with / between; then both values, cut short.
    Example: ("boards/x/vacant", "1", "2").
    """
    names: list[str] = []
    while isinstance(own, Mapping) and isinstance(other, Mapping):
        name = next(n for n in sorted({*own, *other}) if not same(own, other, n))
        names.append(name)
        if name not in own or name not in other:
            return "/".join(names), shown(own, name), shown(other, name)
        own, other = own[name], other[name]
    return "/".join(names), short(own), short(other)


def same(own: Mapping[str, Json], other: Mapping[str, Json], name: str) -> bool:
    """Tell whether two mappings have one value under a name; true and 1 are not one value."""
    return name in own and name in other and canonical(own[name]) == canonical(other[name])


def shown(within: Mapping[str, Json], name: str) -> str:
    """Tell the value under a name, or that there is none."""
    return short(within[name]) if name in within else NOTHING


def short(value: Json) -> str:
    """Write a value on one line, cut short.

    Unit: at most 80 characters.
    """
    if isinstance(value, Mapping | Sequence) and not isinstance(value, str):
        value = canonical(value).decode()
    told = str(value)
    return told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"
