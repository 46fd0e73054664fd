"""The licence is there, whole, and the project names it."""

from __future__ import annotations

import tomllib

from tests.house.tree import ROOT


def is_whole(text: str) -> bool:
    """Tell whether a text is the GNU Affero General Public License from first word to last."""
    told = text.split()
    return (
        told[:5] == ["GNU", "AFFERO", "GENERAL", "PUBLIC", "LICENSE"]
        and told[-1] == "<https://www.gnu.org/licenses/>."
        and len(told) > 5_000
        and all(f"\n  {section}. " in text for section in range(18))
    )


def test_the_licence_is_whole() -> None:
    assert is_whole((ROOT / "LICENSE").read_text(encoding="utf-8"))


def test_the_project_names_the_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "AGPL-3.0-or-later"


def test_a_planted_cut_is_caught() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert not is_whole(text.replace("  13. ", "  "))
    assert not is_whole(text[:-100])
