"""The list of stores is what is there: each table, each column, each file of a real run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from django.db import connections

from tests.house.tree import ROOT
from tests.kept import a_record
from tests.stores.holding_page import PAGE, page
from withus.stores.holding import BESIDE, FILES, PASSING, TABLES
from withus.stores.holds import Store

NUMBERS_AND_DAYS = {
    *("AutoField", "BigAutoField", "BigIntegerField", "IntegerField", "SmallIntegerField"),
    *("BooleanField", "DateField", "DateTimeField"),
}
Tables = Mapping[str, set[str]]


def tables_of(database: str) -> Tables:
    """Return the tables of a database, each with its columns that can hold text or bytes."""
    connection = connections[database]
    told = connection.introspection
    found: dict[str, set[str]] = {}
    with connection.cursor() as cursor:
        for table in told.table_names(cursor):
            columns = told.get_table_description(cursor, table)
            kinds = {each.name: told.get_field_type(each.type_code, each) for each in columns}
            found[table] = {name for name, kind in kinds.items() if kind not in NUMBERS_AND_DAYS}
    return found


def differences(found: Tables, listed: Iterable[Store]) -> list[str]:
    """Name what is there and not listed, or listed and not there."""
    named = {each.name: set(each.columns) for each in listed}
    there = {(table, column) for table, columns in found.items() for column in {*columns, ""}}
    told = {(table, column) for table, columns in named.items() for column in {*columns, ""}}
    return [f"{table}.{column}" for table, column in sorted(there ^ told)]


@a_record
@pytest.mark.parametrize("database", TABLES)
def test_every_table_and_column_is_in_the_list_and_the_list_names_no_other(database: str) -> None:
    assert not differences(tables_of(database), TABLES[database])


@a_record
def test_a_planted_table_and_a_planted_column_are_caught() -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("CREATE TABLE planted (id integer, words text)")
        cursor.execute("ALTER TABLE people_hold ADD COLUMN note varchar(9)")
    found = differences(tables_of("default"), TABLES["default"])
    assert found == ["people_hold.note", "planted.", "planted.words"]
    gone = Store("never_there", *next((s.reached, s.kept) for s in TABLES["keys"]))
    assert "never_there." in differences(tables_of("keys"), (*TABLES["keys"], gone))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the files of a real run: those kept, and those put where the host wished."""
    folder = tmp_path_factory.mktemp("run")
    for name in ("var", "kept"):
        (folder / name).mkdir()
    plain = {name: each for name, each in os.environ.items() if name != "DATABASE_URL"}
    told = {"WITHUS_VAR": str(folder / "var"), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.stores.real_run", str(folder)],
        env={**plain, **told, "DJANGO_SETTINGS_MODULE": "withus.settings"},
        cwd=folder / "kept",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def unlisted(found: Iterable[str], listed: Iterable[Store]) -> list[str]:
    """Name the files that no line of the list means."""
    patterns = [each.name for each in listed]
    return [name for name in found if not any(fits(name, pattern) for pattern in patterns)]


def fits(name: str, pattern: str) -> bool:
    """Tell whether a file is meant by a pattern, folder by folder."""
    parts, wanted = Path(name).parts, Path(pattern).parts
    return len(parts) == len(wanted) and all(map(fnmatchcase, parts, wanted))


def test_every_file_of_a_real_run_is_in_the_list(seen: list[str]) -> None:
    kept = [name.removeprefix("var/") for name in seen if name.startswith("var/")]
    beside = [name.removeprefix("kept/") for name in seen if name.startswith("kept/")]
    assert len(kept) + len(beside) == len(seen)
    assert not unlisted(kept, (*FILES, *PASSING))
    assert not unlisted([name for name in beside if name != "acts.jsonl"], BESIDE)
    assert unlisted(["spilt.tmp", "mirror/forgotten/x"], (*FILES, *PASSING))


def test_every_file_in_the_list_is_there_in_a_real_run(seen: list[str]) -> None:
    kept = [name.removeprefix("var/") for name in seen if name.startswith("var/")]
    missing = [each.name for each in FILES if not any(fits(name, each.name) for name in kept)]
    assert not missing


def test_the_page_of_the_stores_is_made_from_the_list() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "Write it anew: python -m tests.stores.holding_page"
    )
