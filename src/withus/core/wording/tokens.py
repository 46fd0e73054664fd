"""What counts as a word, and when two words are the same."""

from __future__ import annotations

import re

# Letters of scripts that write vowels as marks, which belong to the word they stand in.
MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e30-\u0e4e\u0eb0-\u0ecd\u200c\u200d"
)
ALONE = "\u3040-\u30ff\u3400-\u9fff"  # written without spaces: each stands alone
TOKEN = re.compile(
    rf"[{ALONE}]|(?:(?![{ALONE}])[\w{MARKS}])+(?:['’](?:(?![{ALONE}])[\w{MARKS}])+)*|[^\w\s]"
)


def tokens(text: str) -> list[str]:
    """Part a text into its words, as they are written.

    Shape: a word, a number or a single mark, such as `it's`, `2026` and `,`; spaces and line
        ends are none. Marks count, because whoever moves a comma has changed the text.
    Example: tokens("It's ours, too.") is ["It's", "ours", ",", "too", "."].
    """
    return TOKEN.findall(text)


def folded(text: str) -> list[str]:
    """Part a text into its words as they are compared: capitals make no difference.

    Example: folded("Us, us") is ["us", ",", "us"].
    """
    return [word.casefold() for word in TOKEN.findall(text)]
