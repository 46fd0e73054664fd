"""Canonical JSON written and read by rfc8785 alone: slow, and what the quick way must equal."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import rfc8785

from withus.core.proofs.refused import Malformed

DEEPEST = 64


def written(value: Any) -> bytes:
    """Return the canonical bytes of a value, or raise the refusal there is to be."""
    level, depth = [value], 0
    while level:
        if depth == DEEPEST and any(isinstance(each, dict | list | tuple) for each in level):
            raise Malformed("too_deep", {"expected": DEEPEST})
        if any(isinstance(each, float) for each in level):
            raise Malformed("not_exact")
        level = [inner for each in level for inner in inside(each)]
        depth += 1
    try:
        return rfc8785.dumps(value)
    except ValueError as fault:
        raise Malformed("not_exact") from fault


def read(content: bytes, *, at_most: int) -> Any:
    """Return the value of canonical bytes, or raise the refusal there is to be."""
    if len(content) > at_most:
        raise Malformed("too_long", {"found": len(content), "expected": at_most})
    try:
        value = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=with_each_key_once,
            parse_float=no_float,
            parse_constant=no_float,
        )
    except RecursionError as fault:
        raise Malformed("too_deep", {"expected": DEEPEST}) from fault
    except ValueError as fault:
        raise Malformed("not_json") from fault
    if written(value) != content:
        raise Malformed("not_canonical")
    return value


def inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []


def with_each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise Malformed("key_twice")
    return dict(pairs)


def no_float(text: str) -> NoReturn:
    raise Malformed("not_exact", {"found": text[:20]})
