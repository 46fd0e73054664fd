"""Run by another Python, in which WikiWho is installed: texts in, origins and seconds out.

It reads the texts of one history, a JSON string a line, and answers with one line.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

from WikiWho.utils import iter_rev_tokens  # type: ignore[import-not-found]
from WikiWho.wikiwho import Wikiwho  # type: ignore[import-not-found]


class Page:
    """The revisions of a history; the time that reading them takes is nobody's."""

    def __init__(self) -> None:
        """Begin before the first."""
        self.waited = 0.0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield the revisions as WikiWho expects them."""
        began = time.process_time()
        for number, line in enumerate(sys.stdin):
            told = {
                "revid": number,
                "timestamp": "",
                "userid": 1,
                "user": "x",
                "*": json.loads(line),
            }
            self.waited += time.process_time() - began
            yield told
            began = time.process_time()


def main() -> None:
    page, article = Page(), Wikiwho("plan")
    began = time.process_time()
    article.analyse_article(page)
    took = time.process_time() - began - page.waited
    last = article.revisions[article.ordered_revisions[-1]]
    words = [[word.value, word.origin_rev_id] for word in iter_rev_tokens(last)]
    print(json.dumps({"seconds": took, "words": words}), flush=True)


if __name__ == "__main__":
    main()
