"""A process that adds to a record: as many entries, in one act, as each line of its input says."""

from __future__ import annotations

import sys

import django

if __name__ == "__main__":
    django.setup()
    from tests.signer.records import add, open_record

    open_record()
    for line in sys.stdin:
        add(int(line))
        print(line, end="", flush=True)
