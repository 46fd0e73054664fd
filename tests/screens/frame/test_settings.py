"""What a host chooses: a wrong choice stops the start and says what to do."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from withus import settings as chosen

TOLD = """
import json
from withus import settings as s
names = ["ALLOWED_HOSTS", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_TRUSTED_ORIGINS",
         "DEBUG", "SECURE_HSTS_SECONDS", "WITHUS_NATION", "WITHUS_SOURCE_URL"]
print(json.dumps({name: getattr(s, name) for name in names}))
"""


def start(tmp_path: Path, **choices: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of their own."""
    chosen = ("WITHUS_", "DATABASE_URL")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(chosen)}
    there = {"WITHUS_VAR": str(tmp_path / "var"), "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", TOLD],
        env=plain | there | choices,
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_nothing_chosen_it_serves_this_machine_alone(tmp_path: Path) -> None:
    told = json.loads(start(tmp_path).stdout)
    assert set(told["ALLOWED_HOSTS"]) == {"localhost", "127.0.0.1", "[::1]"}
    assert told["DEBUG"] is False
    assert told["WITHUS_NATION"] == "england"
    assert told["CSRF_COOKIE_SECURE"] is False
    assert told["SECURE_HSTS_SECONDS"] == 0


def test_an_address_by_https_switches_on_what_https_allows(tmp_path: Path) -> None:
    told = json.loads(start(tmp_path, WITHUS_PUBLIC_URL="https://withus.example:8443").stdout)
    assert "withus.example" in told["ALLOWED_HOSTS"]
    assert told["CSRF_TRUSTED_ORIGINS"] == ["https://withus.example:8443"]
    assert told["CSRF_COOKIE_NAME"] == "__Host-form"
    assert told["CSRF_COOKIE_SECURE"] is True
    assert told["SECURE_HSTS_SECONDS"] > 0


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("WITHUS_PUBLIC_URL", "withus.example", "Give the whole address"),
        ("WITHUS_PUBLIC_URL", "https://withus.example/us", "Leave out everything after"),
        ("WITHUS_SOURCE_URL", "ask me", "Give the whole address"),
        ("WITHUS_NATION", "england ", "Choose one of: england, wales"),
        ("WITHUS_SECRET_KEY", "short", "Give a longer random one"),
        ("DATABASE_URL", "mysql://withus@host/withus", "Give postgresql://"),
    ],
)
def test_a_wrong_choice_stops_the_start_with_the_remedy(
    tmp_path: Path, name: str, value: str, remedy: str
) -> None:
    ended = start(tmp_path, **{name: value})
    assert ended.returncode != 0
    assert name in ended.stderr
    assert remedy in ended.stderr


@pytest.mark.parametrize("nation", chosen.NATIONS)
def test_each_nation_may_be_chosen(nation: str) -> None:
    assert chosen.the_nation(nation) == nation


def test_a_key_is_made_once_and_only_we_may_read_it(tmp_path: Path) -> None:
    kept = tmp_path / "var" / "secret.key"
    made = chosen.the_secret_key("", kept)
    assert len(made) >= 50
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert chosen.the_secret_key("", kept) == made
    assert [path.name for path in kept.parent.iterdir()] == ["secret.key"]


def test_the_worker_that_comes_second_takes_the_key_of_the_first(tmp_path: Path) -> None:
    kept = tmp_path / "secret.key"
    chosen.write_once(kept, "the first")
    chosen.write_once(kept, "the second")
    assert kept.read_text() == "the first"


def test_a_given_key_is_taken_and_no_file_is_made(tmp_path: Path) -> None:
    assert chosen.the_secret_key("x" * 32, tmp_path / "secret.key") == "x" * 32
    assert not list(tmp_path.iterdir())


def test_a_broken_key_stops_the_start_with_the_remedy(tmp_path: Path) -> None:
    kept = tmp_path / "secret.key"
    kept.write_text("")
    with pytest.raises(ImproperlyConfigured, match="Delete it; a new one is made"):
        chosen.the_secret_key("", kept)


def test_a_folder_that_cannot_be_written_stops_the_start_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    with pytest.raises(ImproperlyConfigured, match="WITHUS_VAR"):
        chosen.the_secret_key("", tmp_path / "var" / "secret.key")


def test_without_an_address_the_database_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "withus.sqlite3"
    told = chosen.the_database("", file=file)
    assert told["ENGINE"].endswith("sqlite3")
    assert told["NAME"] == file
    assert told["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("postgresql://kit:s%40f%2Fe@db.example:5433/with%20us", "kit s@f/e db.example 5433"),
        ("postgres://kit:safe@[::1]/with%20us", "kit safe ::1 "),
        ("postgresql://kit@/with%20us?host=/run/a%20folder", "kit  /run/a folder "),
        ("postgresql://kit@:5433/with%20us?host=%2Frun", "kit  /run 5433"),
        ("postgresql:///with%20us", "   "),
    ],
)
def test_an_address_of_postgresql_is_taken_apart(address: str, parts: str) -> None:
    told = chosen.the_database(address, file=Path("unused"))
    assert told["ENGINE"].endswith("postgresql")
    assert told["NAME"] == "with us"
    assert " ".join(told[name] for name in ("USER", "PASSWORD", "HOST", "PORT")) == parts
    assert told["CONN_HEALTH_CHECKS"] is True
    assert told["OPTIONS"] == {}


def test_how_to_be_sure_of_the_server_is_handed_on() -> None:
    asked = "sslmode=verify-full&sslrootcert=/etc/root.pem"
    told = chosen.postgresql(f"postgresql://kit@db.example/withus?{asked}")
    assert told["OPTIONS"] == {"sslmode": "verify-full", "sslrootcert": "/etc/root.pem"}


@pytest.mark.parametrize(
    "address",
    [
        "mysql://kit:secret@host/withus",
        "kit:secret@host/withus",
        "secret",
        "postgresql://kit:secret@host",
        "postgresql://kit:secret@host/",
        "postgresql://kit:secret@host:eighty/withus",
        "postgresql://kit:secret@host:65536/withus",
        "postgresql://kit:secret@[host/withus",
        "postgresql://kit:secret@%2Frun/withus",
        "postgresql://kit:a/secret@host/withus",
        "postgresql://kit:1/secret@host/withus",
        "postgresql://kit:a#secret@host/withus",
        "postgresql://kit:a?secret@host/withus",
        "postgresql://kit:secret@host/withus?options=-c%20fsync=off",
    ],
)
def test_a_wrong_address_of_a_database_is_refused_without_saying_it(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="%2F") as refused:
        chosen.the_database(address, file=Path("unused"))
    assert "secret" not in str(refused.value)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None
