"""What a log line may hold: where something went wrong, never what somebody sent.

The words of an exception, the arguments of a message, an address with its query: each can carry
a line of pasted minutes. So a line names the page, the kind of fault and the lines of code.
"""

import logging
import traceback
from collections.abc import ItemsView
from types import TracebackType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class Sparing(logging.Formatter):
    """Our own messages whole (they hold no one's words); of any other, only where it came from."""

    def format(self, record: logging.LogRecord) -> str:
        parts = [record.levelname, record.name, what_happened(record)]
        if record.exc_info and record.exc_info[0]:
            parts.append(where(record.exc_info[0], record.exc_info[2]))
        return " ".join(parts)


def what_happened(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if isinstance(request, HttpRequest):
        return f"{getattr(record, 'status_code', '-')} {request.method} {page(request)}"
    if record.name.split(".")[0] == "withus":
        return record.getMessage()
    return f"{record.module}:{record.lineno}"


def page(request: HttpRequest) -> str:
    """The pattern of the address, not the address: even that can hold what somebody typed."""
    match = request.resolver_match
    return f"/{match.route}" if match else "(no page of ours)"


def where(kind: type[BaseException], trail: TracebackType | None) -> str:
    """The kind of fault, and the file, line and function at each step down to it."""
    steps = traceback.extract_tb(trail)
    lines = [f"\n  {step.filename}:{step.lineno} {step.name}" for step in steps]
    return f"{kind.__module__}.{kind.__qualname__}" + "".join(lines)


class NothingSent(SafeExceptionReporterFilter):
    """Keeps what was sent, and every variable, out of any report Django may write."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(
        self, request: HttpRequest | None, tb_frame: Any
    ) -> ItemsView[str, Any]:
        return {}.items()
