"""The file of a plan to its text: plain text with marks, or a Word document."""

from __future__ import annotations

from dataclasses import dataclass

from withus.core.drafting.paragraphs import plain
from withus.core.errors import Refusal
from withus.reading.apart import read_apart
from withus.reading.kinds import kind_of
from withus.reading.limits import FILE_BYTES
from withus.reading.refusals import CannotRead
from withus.reading.text import decode
from withus.reading.word_text import DROPPED

TOO_MUCH = {
    *("too_big", "too_much_inside", "too_many_lines", "took_too_long", "took_too_much_memory"),
}
CODES = {
    "encrypted": "plan_file_locked",
    "old_word": "plan_file_old",
    "binary": "plan_file_other",
    "not_a_docx": "plan_file_other",
    "empty": "plan_file_empty",
    **dict.fromkeys(TOO_MUCH, "plan_file_too_big"),
}


class NotAPlan(Refusal):
    """Say that a file gives no text of a plan. It quotes nothing of the file."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The text of a file, and how many pictures of it were left out."""

    text: str
    pictures: int = 0


def plan_text(content: bytes) -> PlanFile:
    """Return the text of a plan's file; its name is not asked, since it may name somebody.

    Errors: NotAPlan, a code for each reason.
    """
    try:
        if len(content) > FILE_BYTES:
            raise CannotRead("too_big")
        kind = kind_of(content)
        if kind == "docx":
            _, lines = read_apart("docx text", content)
            pictures = int(lines[-1].removeprefix(DROPPED))
            return PlanFile(plain("\n".join(lines[:-1])), pictures)
        if kind != "text":
            raise CannotRead("binary")
        return PlanFile(plain(decode(content)))
    except CannotRead as problem:
        raise NotAPlan(CODES.get(problem.code, "plan_file_broken")) from None
