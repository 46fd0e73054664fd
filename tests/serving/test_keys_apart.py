"""Neither the pages nor the worker come near the signing keys: every file they open is watched."""

from __future__ import annotations

import os
import urllib.request
from pathlib import Path

from tests.serving.test_together import a_free_port, answers
from tests.signer.processes import Place, Writer, wait_for

WATCH = """
import os, sys
kept, told = os.environ["WATCHED_FOLDER"], os.environ["WATCHED_LIST"]

def watch(event, given):
    for each in given:
        if isinstance(each, (str, bytes, os.PathLike)) and kept in os.fsdecode(each):
            handle = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
            os.write(handle, f"{event} {os.fsdecode(each)}\\n".encode())
            os.close(handle)
            if os.environ.get("WATCHED_REFUSED"):
                raise PermissionError(13, "Permission denied", os.fsdecode(each))

sys.addaudithook(watch)
"""


class Watched(Place):
    """A place where every touch of the signing folder is written down and, if so told, refused."""

    refused = "yes"

    @property
    def told(self) -> Path:
        return self.folder / "told.txt"

    @property
    def environment(self) -> dict[str, str]:
        plain = super().environment
        hook = self.folder / "hook"
        hook.mkdir(exist_ok=True)
        (hook / "sitecustomize.py").write_text(WATCH)
        return {
            **plain,
            "PYTHONPATH": os.pathsep.join([str(hook), plain["PYTHONPATH"]]),
            "WATCHED_FOLDER": str(self.folder / "signing"),
            "WATCHED_LIST": str(self.told),
            "WATCHED_REFUSED": self.refused,
        }


class OnlyWatched(Watched):
    """A place where the signing folder is watched, and opens."""

    refused = ""


def test_the_pages_and_the_worker_do_their_work_without_the_signing_keys(tmp_path: Path) -> None:
    place = Watched(tmp_path)
    place.make_ready()
    writer, port = Writer(place), a_free_port()
    writer.add(2)
    pages = ("-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "withus.wsgi:application")
    with place.started(*pages, "--no-control-socket"), place.started("-m", "withus", "worker"):
        wait_for(lambda: answers(port))
        for address in ("/", "/check/"):
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=10) as page:
                assert page.status == 200
        swept = "SELECT 1 FROM django_tasks_database_dbtaskresult WHERE status = 'SUCCESSFUL'"
        wait_for(lambda: place.rows(swept) != [])
        writer.add(2)
    writer.end()
    assert place.size() == 5
    assert not place.told.exists(), place.told.read_text()


def test_the_same_watch_sees_the_signer_open_its_key(tmp_path: Path) -> None:
    place = OnlyWatched(tmp_path)
    place.make_ready()
    writer = Writer(place)
    with place.started("-m", "withus", "signer"):
        wait_for(lambda: place.signed() == 1)
    writer.end()
    assert "withus.example%2Fthornmere.key" in place.told.read_text()
