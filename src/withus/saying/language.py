"""The language things are said in, for screens, commands and letters alike.

Saying knows no web framework, so it translates by the standard library's gettext from the same
message files as the templates.
"""

import gettext as catalogues
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

LOCALE = Path(__file__).resolve().parent.parent / "locale"
Said = TypeVar("Said")
_language: ContextVar[str] = ContextVar("language", default="en_GB")


@cache
def _catalogue(language: str) -> catalogues.NullTranslations:
    return catalogues.translation("django", LOCALE, languages=[language], fallback=True)


@contextmanager
def said_in(language: str) -> Iterator[None]:
    """Say everything in a language while this lasts; a language with no file is English."""
    token = _language.set(language.replace("-", "_"))
    try:
        yield
    finally:
        _language.reset(token)


def _(sentence: str) -> str:
    """Tell a sentence in the language of the moment."""
    return _catalogue(_language.get()).gettext(sentence)


def said_once(tell: Callable[[], Said]) -> Said:
    """Tell a list of sentences, which is the same each time it is told in a language."""
    return cast(Said, _told(tell, _language.get()))


@cache
def _told(tell: Callable[[], object], language: str) -> object:
    with said_in(language):
        return tell()


def ngettext(one: str, many: str, count: int) -> str:
    """Tell a sentence in its form for a number."""
    return _catalogue(_language.get()).ngettext(one, many, count)
