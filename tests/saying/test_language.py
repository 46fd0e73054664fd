"""The language things are said in."""

from __future__ import annotations

import gettext

import pytest

from withus.saying import language
from withus.saying.words import day


class Welsh(gettext.NullTranslations):
    """Two sentences in another language."""

    def gettext(self, message: str) -> str:
        return {"day not given": "dim dyddiad"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "%(count)d cyfarfod"


@pytest.fixture
def _with_welsh(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogues = {"cy": Welsh()}
    monkeypatch.setattr(
        language, "_catalogue", lambda name: catalogues.get(name, gettext.NullTranslations())
    )


@pytest.mark.usefixtures("_with_welsh")
def test_sentences_are_in_the_language_of_the_moment_and_then_as_before() -> None:
    with language.said_in("cy"):
        assert day(None) == "dim dyddiad"
        assert (
            language.ngettext("%(count)d meeting", "%(count)d meetings", 2) == "%(count)d cyfarfod"
        )
        with language.said_in("en-gb"):
            assert day(None) == "day not given"
        assert day(None) == "dim dyddiad"
    assert day(None) == "day not given"


def test_a_language_we_do_not_speak_is_english() -> None:
    with language.said_in("tlh"):
        assert language.ngettext("one", "many", 1) == "one"
        assert language.ngettext("one", "many", 2) == "many"


@pytest.mark.usefixtures("_with_welsh")
def test_the_language_is_given_back_when_something_fails() -> None:
    with pytest.raises(ValueError, match="stop"), language.said_in("cy"):
        raise ValueError("stop")
    assert day(None) == "day not given"
