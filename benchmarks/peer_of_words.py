"""Run by another Python, in which WikiWho is installed: histories in, origins and seconds out.

It reads one JSON list of texts a line, and answers each with one line.
"""

from __future__ import annotations

import json
import sys
import time

from WikiWho.utils import iter_rev_tokens  # type: ignore[import-not-found]
from WikiWho.wikiwho import Wikiwho  # type: ignore[import-not-found]


def main() -> None:
    for line in sys.stdin:
        texts = json.loads(line)
        page = [
            {"revid": number, "timestamp": "", "userid": 1, "user": "x", "*": text}
            for number, text in enumerate(texts)
        ]
        began = time.process_time()
        article = Wikiwho("plan")
        article.analyse_article(page)
        took = time.process_time() - began
        last = article.revisions[article.ordered_revisions[-1]]
        words = [[word.value, word.origin_rev_id] for word in iter_rev_tokens(last)]
        print(json.dumps({"seconds": took, "words": words}), flush=True)


if __name__ == "__main__":
    main()
