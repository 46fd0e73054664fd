"""Two who wrote from the same text: what each changed, and one text to bring both together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from withus.core.drafting.comparing import by_words, compare
from withus.core.drafting.joining import join_texts
from withus.core.words import Version
from withus.questions import plan as ask
from withus.saying.drafting import writing as forms
from withus.screens.drafting.shown import changes, line
from withus.screens.framing.here import AtWork
from withus.stores.drafting.unshared import Typed


def both(at: AtWork, version: Version | None, typed: Typed) -> tuple[Typed, dict[str, Any]]:
    """Tell what others saved meanwhile beside what was sent, and a text that holds both."""
    every = ask.plan_texts(at.found, version)
    base = next((one for one in every if one.name == typed.base), None)
    opened = ask.open_texts(at.found, {one.name: one for one in (base, every[-1]) if one}.values())
    start = opened[base.name].text if base else ""
    theirs = opened[every[-1].name].text
    joined = join_texts(start, theirs=theirs, mine=typed.text)
    speaks = ask.who(at.found, [every[-1].told.fact.contributor])
    told = {
        "clash": line(at, every[-1], speaks, ()),
        "theirs": changes(compare(start, theirs)),
        "mine": changes(compare(start, typed.text)),
        "clashes": [by_words(one.theirs, one.mine) for one in joined.clashes],
        "errors": [forms.clash()],
    }
    return replace(typed, base=every[-1].name, text=joined.text), told
