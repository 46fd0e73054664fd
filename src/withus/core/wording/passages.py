"""A text in passages: about a sentence each, so that what did not change is not read again."""

from __future__ import annotations

import re

LONGEST = 400  # letters; a longer sentence is cut between two words
CLOSING = "\"'”’)\\]*_"
END = re.compile(
    rf"[.!?…][{CLOSING}]*\s+"  # the end of a sentence
    r"|\n[^\S\n]*\n\s*"  # an empty line
    r"|\n(?=[^\S\n]*(?:[-*+#>|•]|\d+[.)]))"  # a line that begins a list, a heading, a row
)
A_CUT = re.compile(r"\s+")


def cut(text: str) -> list[str]:
    """Cut a text into passages that, put together, are the text again.

    Shape: each but the last ends in a space or the end of a line, so no word is cut in two.
    Example: cut("One. Two.") is ["One. ", "Two."].
    """
    found: list[str] = []
    begun = 0
    for mark in END.finditer(text):
        _keep(found, text[begun : mark.end()])
        begun = mark.end()
    _keep(found, text[begun:])
    return found


def _keep(found: list[str], text: str) -> None:
    begun = 0
    while len(text) - begun > LONGEST:
        space = A_CUT.search(text, begun + LONGEST)
        if space is None:
            break
        found.append(text[begun : space.end()])
        begun = space.end()
    if begun < len(text):
        found.append(text[begun:])
