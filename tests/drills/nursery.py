"""A process that has the application loaded, and forks one to work in as often as it is told.

It reads a JSON object a line and answers on its standard output; a fork ends with `ended`. It has
itself no thread and no connection, so each fork is as one just started, without the wait.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from typing import Any

import django


def main() -> None:
    """Serve until the input closes."""
    django.setup()
    import tests.drills.acting
    import tests.drills.looking  # here, once for all

    tests.drills.acting.print_line({"ready": os.getpid()})
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(_done(json.loads(line)))
        tests.drills.acting.print_line({"pid": child})
        code = os.waitpid(child, 0)[1]
        tests.drills.acting.print_line({"ended": os.waitstatus_to_exitcode(code)})


def _done(asked: dict[str, Any]) -> int:
    try:
        _do(asked)
    except BaseException:  # noqa: BLE001  # a fork must end here whatever it meets
        traceback.print_exc()
        return 1
    return 0


def _do(asked: dict[str, Any]) -> None:
    from django.db import DatabaseError, connections

    from tests.drills.acting import Load, open_record, print_line, write
    from tests.drills.looking import look
    from withus.core.errors import Refusal

    for alias, name in asked.get("databases", {}).items():
        connections[alias].settings_dict["NAME"] = name
    if asked["do"] == "open":
        print_line({"people": open_record(asked["origin"])})
    elif asked["do"] == "write":
        write(Load(**asked["load"]), asked["people"])
    elif asked["do"] == "note":
        from tests.drills.noting import noted

        load, people = Load(**asked["load"]), asked["people"]
        noted(load, asked["folder"], people, synchronous=asked["synchronous"])
    else:
        try:
            found = look(asked["origin"])
        except (DatabaseError, Refusal) as fault:
            found = {"unusable": str(fault)}
        sys.stdout.write(json.dumps({"looked": found}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
