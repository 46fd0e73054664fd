"""A board, a place and a mandate, as forms have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from withus.core.facts.forms import A_TAG, Form, Named, NotSo
from withus.core.facts.joining import AboveForm, BoardOpened, MandateGranted, PlaceMade
from withus.core.words import (
    Capacity,
    ChosenBy,
    Level,
    MandateMethod,
    PaidBy,
    Paper,
    PlaceKind,
)
from withus.saying.joining import forms
from withus.screens.frame.typed import Typed

MOST, LONGEST_POST = 50, 120
NONE, ELSEWHERE = "none", "elsewhere"


def read_board(typed: Typed, here: Sequence[str]) -> BoardOpened | None:
    """Read a board; `here` are the ids of those of this partnership; None, and the faults noted."""
    name = " ".join(unicodedata.normalize("NFC", typed.one("name")).split())
    if not _fits(Named(), name):
        typed.wrong("board_name_not_so", "name")
    level = typed.chosen("level", list(Level), otherwise="level_missing")
    above = typed.chosen("above", [NONE, ELSEWHERE, *here], otherwise="above_missing")
    parent = {NONE: None, ELSEWHERE: typed.one("elsewhere")}.get(above, above)
    if above == ELSEWHERE and ("#" not in str(parent) or not _fits(AboveForm(), parent)):
        typed.wrong("elsewhere_not_so", "elsewhere")
    papers = frozenset(Paper(each) for each in typed.many("formats") if each in set(Paper))
    if typed.faults:
        return None
    return BoardOpened(board="", name=name, level=Level(level), parent=parent, formats=papers)


def _fits(form: Form, value: object) -> bool:
    try:
        form.write(value)
    except NotSo:
        return False
    return True


def read_place(typed: Typed, board: str) -> tuple[PlaceMade, int] | None:
    """Read places that are alike, and how many; None, and the faults noted, where they are none."""
    many = _many(typed)
    chair = bool(typed.one("chair"))
    if chair and many > 1:
        typed.wrong("one_chair", "many")
    since, until = typed.day("vote_from"), typed.day("vote_until")
    if since and until and until <= since:
        typed.wrong("vote_ends_first", "vote_until")
    codes = {
        "capacity": typed.chosen("capacity", list(Capacity), otherwise="capacity_missing"),
        "kind": typed.chosen("kind", list(PlaceKind), otherwise="kind_missing"),
        "chosen_by": typed.chosen("chosen_by", list(ChosenBy), otherwise="chooser_missing"),
        "paid_by": typed.chosen("paid_by", list(PaidBy), otherwise="payer_missing"),
    }
    tags, term, post = _marks(typed), typed.day("term_until"), _post(typed)
    if typed.faults:
        return None
    made = PlaceMade(
        place="",
        board=board,
        capacity=Capacity(codes["capacity"]),
        kind=PlaceKind(codes["kind"]),
        tags=tags,
        chair=chair,
        vote_from=_day(since),
        vote_until=_day(until),
        term_until=_day(term),
        chosen_by=ChosenBy(codes["chosen_by"]),
        paid_by=PaidBy(codes["paid_by"]),
        post=post,
    )
    return made, many


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _many(typed: Typed) -> int:
    words = typed.one("many")
    if words.isascii() and words.isdecimal() and 1 <= int(words) <= MOST:
        return int(words)
    typed.wrong("not_so_many", "many")
    return 1


def _marks(typed: Typed) -> frozenset[str]:
    marks = [each.strip() for each in typed.one("marks").split(",") if each.strip()]
    if not all(map(A_TAG.fullmatch, marks)):
        typed.wrong("not_marks", "marks")
    return frozenset(marks)


def _post(typed: Typed) -> str:
    post = " ".join(typed.one("post").split())
    if len(post) > LONGEST_POST:
        typed.wrong("post_too_long", "post")
    return post


def read_mandate(typed: Typed, holding: str) -> MandateGranted | None:
    """Read a mandate; None, and the faults noted, where it is none."""
    method = typed.chosen("method", list(MandateMethod), otherwise="method_missing")
    roll, voted = _count(typed, "roll"), _count(typed, "voted")
    if roll is not None and voted is not None and voted > roll:
        typed.wrong("more_than_all", "voted")
    since, until = typed.day("from"), typed.day("until")
    if since is None and not typed.one("from"):
        typed.wrong("day_missing", "from")
    if since and until and until <= since:
        typed.wrong("ends_first", "until")
    every = typed.chosen("report", list(forms.reports()), otherwise="report_missing")
    recall = typed.part("recall", whole=True)
    constituency = "\n".join(typed.one("constituency").splitlines())
    if not constituency:
        typed.wrong("constituency_missing", "constituency")
    if typed.faults:
        return None
    assert since is not None
    return MandateGranted(
        mandate="",
        holding=holding,
        method=MandateMethod(method),
        roll=roll,
        voted=voted,
        from_=date.fromisoformat(since),
        until=_day(until),
        report_every=int(every),
        recall_share=recall,
        constituency=constituency,
    )


def _count(typed: Typed, name: str) -> int | None:
    words = typed.one(name)
    if not words:
        return None
    if words.isascii() and words.isdecimal() and len(words) < 9:
        return int(words)
    typed.wrong(f"{name}_not_a_number", name)
    return None
