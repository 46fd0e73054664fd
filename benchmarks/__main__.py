"""Run the measurements: `./run bench`, or only some: `./run bench serving`."""

from __future__ import annotations

import sys

from benchmarks import (
    appending,
    calling,
    checking,
    deciding,
    pages,
    proofs,
    serving,
    verifying,
    words,
)

MEASUREMENTS = {
    "serving": serving.measure,
    "checking": checking.measure,
    "proofs": proofs.measure,
    "verifying": verifying.measure,
    "appending": appending.measure,
    "calling": calling.measure,
    "deciding": deciding.measure,
    "words": words.measure,
    "pages": pages.measure,
}


def main(typed: list[str]) -> int:
    unknown = [word for word in typed if word not in MEASUREMENTS]
    if unknown:
        print(f"There is {', '.join(MEASUREMENTS)}; not {', '.join(unknown)}.", file=sys.stderr)
        return 2
    for name in typed or MEASUREMENTS:
        print(f"== {name}")
        for line in MEASUREMENTS[name]():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
