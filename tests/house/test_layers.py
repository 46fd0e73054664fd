"""The contracts in pyproject.toml, which `./run lint` holds the code to, do catch a bad import."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

CHECK = "from importlinter.cli import lint_imports_command as check; check(['--no-cache'])"
ROOMS = (
    *("api", "cli", "screens", "jobs", "signer", "reading", "saying"),
    *("actions", "questions", "stores", "core"),
)


def a_house(folder: Path, *, room: str, line: str) -> Path:
    """Make an empty house with our contracts, and plant one line in one room."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for each in ROOMS:
        (folder / "withus" / each).mkdir(parents=True)
        (folder / "withus" / each / "__init__.py").write_text(line if each == room else "")
    (folder / "withus" / "__init__.py").touch()
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, '.'); {CHECK}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_house_with_no_bad_import_passes(tmp_path: Path) -> None:
    checked = lint(a_house(tmp_path, room="cli", line="import withus.core\n"))
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("core", "import withus.saying\n"),
        ("core", "import django\n"),
        ("saying", "import withus.screens\n"),
        ("reading", "import withus.saying\n"),
        ("screens", "import withus.cli\n"),
        ("screens", "import withus.api\n"),
        ("api", "import withus.screens\n"),
        ("api", "import withus.signer\n"),
        ("actions", "import ninja\n"),
        ("questions", "import withus.actions\n"),
        ("screens", "import withus.signer\n"),
        ("jobs", "import withus.signer\n"),
        ("actions", "import django_tasks\n"),
    ],
)
def test_a_planted_bad_import_is_caught(tmp_path: Path, room: str, line: str) -> None:
    checked = lint(a_house(tmp_path, room=room, line=line))
    assert checked.returncode != 0
    assert "BROKEN" in checked.stdout, checked.stdout + checked.stderr


def test_a_planted_room_that_no_contract_names_is_caught(tmp_path: Path) -> None:
    folder = a_house(tmp_path, room="core", line="")
    (folder / "withus" / "cupboard.py").touch()
    assert lint(folder).returncode != 0
