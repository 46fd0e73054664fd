"""What somebody does with their own point: says whether it is where it went, or takes it back."""

from __future__ import annotations

from withus.actions import answering as act
from withus.core.errors import Refusal
from withus.core.words import PointSays


def say_of_own(point: str, does: str, *, by: act.By) -> None:
    """Do what was chosen of one's own point, or refuse."""
    if does == "take_back":
        act.take_back(point, by=by)
    elif does in set(PointSays):
        act.says(point, PointSays(does), by=by)
    else:
        raise Refusal("not_chosen")
