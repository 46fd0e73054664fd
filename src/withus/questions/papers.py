"""A paper as it is kept, for those who may read the words of the entry that says it is out."""

from __future__ import annotations

from hashlib import sha256

from withus.questions.meeting import MeetingHere
from withus.stores.meeting import papers
from withus.stores.meeting.papers import Kept


def paper_kept(found: MeetingHere, paper: str, entry: int) -> Kept | None:
    """Return a paper, if the words of its entry are shown and it is the one they were about."""
    digest = found.said(entry, "digest")
    kept = papers.find(found.on.origin, paper) if digest else None
    if kept is None:
        return None
    told = kept.content or kept.link.encode()
    return kept if digest == f"sha256 {sha256(told).hexdigest()}" else None
