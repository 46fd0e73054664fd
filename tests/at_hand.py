"""The command `withus`, at hand: each line that is read is run by a process forked off this one.

A line is JSON: the words, and what is given on the standard input. So is the answer: the exit code,
and what was said on either channel. To start Python and import everything takes far longer than
most of what the command does.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from importlib import import_module
from tempfile import TemporaryFile

import django

from withus.cli import main

NEEDED = (  # what the commands import when they are run
    "withus.actions.inviting",
    "withus.actions.joining",
    "withus.cli.installation",
    "withus.questions.inviting",
    "withus.saying.inviting.letters",
)


def run(words: list[str], given: str) -> dict[str, object]:
    """Run the command in a process of its own, and return its exit code and what it said."""
    with TemporaryFile() as told, TemporaryFile() as out, TemporaryFile() as said:
        told.write(given.encode())
        told.seek(0)
        child = os.fork()
        if child == 0:
            for number, file in enumerate((told, out, said)):
                os.dup2(file.fileno(), number)
            sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
            end(words)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        for file in (out, said):
            file.seek(0)
        return {"code": code, "out": out.read().decode(), "said": said.read().decode()}


def end(words: list[str]) -> None:
    """Run the command, and end with its code as a process of Python ends."""
    code = 1
    try:
        code = main(words)
    except SystemExit as asked:
        code = asked.code if isinstance(asked.code, int) else 1
    except BaseException:  # noqa: BLE001  # it is told, and this process ends here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    django.setup()
    for name in NEEDED:
        import_module(name)
    for line in sys.stdin:
        print(json.dumps(run(**json.loads(line))), flush=True)
