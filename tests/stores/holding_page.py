"""The page of the stores, made from the list: `python -m tests.stores.holding_page` writes it."""

from __future__ import annotations

from collections.abc import Iterable

from tests.house.tree import ROOT
from withus.stores.holding import BESIDE, FILES, PASSING, TABLES
from withus.stores.holds import Holds, Store

PAGE = ROOT / "docs" / "reference" / "stores.md"
BEGINNING = """\
# What is kept where

Every table and file, what it can hold of a person, how
[erasing somebody](../how-to/erase-somebody.md) reaches it, and how long it is kept. This page is
made from `src/withus/stores/holding.py`; a test holds that list against the tables and against the
files of a real run, so that nothing is kept which is not here.

*Sealed* means encrypted under a key that lies in the file of the keys and nowhere else. An *id* or
a *pseudonym* is drawn at random and says nothing by itself; which pseudonyms are whose stands only
in the sealed column of `people_person`. A *commitment* proves what words were, to who has them and
their opening, and tells nothing to anybody else.
"""
RULE = "|---|---|---|---|"
ABOUT = {
    "default": "The main database, in `withus.sqlite3` or on PostgreSQL",
    "keys": "The keys, in `keys/openings.sqlite3`",
}


def page() -> str:
    """Return the page."""
    parts = [BEGINNING]
    for database, title in ABOUT.items():
        parts += [f"## {title}", of_tables(TABLES[database])]
    parts += ["## Files in `WITHUS_VAR`", of_files(FILES)]
    parts += ["While another file is written, and after a kill:", of_files(PASSING)]
    parts += ["## What lies where whoever runs Withus puts it", of_files(BESIDE)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def of_tables(stores: Iterable[Store]) -> str:
    """Return the tables as one table, with the columns that can hold something of a person."""
    rows = []
    for each in stores:
        held: dict[Holds, list[str]] = {}
        for column, holds in each.columns.items():
            if holds is not Holds.NOTHING:
                held.setdefault(holds, []).append(f"`{column}`")
        told = "; ".join(f"{', '.join(names)}: {holds}" for holds, names in held.items())
        rows.append(f"| `{each.name}` | {told or Holds.NOTHING} | {each.reached} | {each.kept} |")
    return "\n".join(
        ["| Table | Holds | An erasure reaches it | Kept |", "|---|---|---|---|", *rows]
    )


def of_files(stores: Iterable[Store]) -> str:
    """Return files as a table."""
    rows = [
        f"| {shown(each.name)} | {each.holds} | {each.reached} | {each.kept} |" for each in stores
    ]
    return "\n".join(
        ["| File | Holds | An erasure reaches it | Kept |", "|---|---|---|---|", *rows]
    )


def shown(name: str) -> str:
    """Return a name as it stands on the page: a pattern as code, words as words."""
    return name if " " in name and "*" not in name else f"`{name}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
