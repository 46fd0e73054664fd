"""Reading what a program sends: JSON in which nothing is left to guess."""

from __future__ import annotations

import json
import re
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from withus.core.proofs.canonical import refuse_a_number, refuse_inexact, with_each_key_once
from withus.core.proofs.plain import SAFE
from withus.core.proofs.refused import Malformed

HALF_A_PAIR = re.compile(rb"\\u[dD][89a-fA-F]")
LONGEST_NUMBER = 17


class Strict(Parser):
    """Takes a body as an entry would be: UTF-8, each name once, whole numbers, not too deep."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read a body, or refuse it."""
        return read(request.body)


def read(content: bytes) -> Any:
    """Read JSON; refuse what could be read in two ways, or by no later reader."""
    try:
        value = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=with_each_key_once,
            parse_float=refuse_a_number,
            parse_constant=refuse_a_number,
            parse_int=whole,
        )
        if HALF_A_PAIR.search(content):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise Malformed("too_deep") from None
    except ValueError:
        raise Malformed("not_json") from None
    refuse_inexact(value)
    return value


def whole(digits: str) -> int:
    """Read a whole number that every reader of JSON holds exactly."""
    if len(digits) > LONGEST_NUMBER or abs(number := int(digits)) > SAFE:
        raise Malformed("not_exact")
    return number
