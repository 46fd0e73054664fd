"""Whether somebody listed is a member or there in support, and who is in the chair."""

from collections.abc import Sequence

from withus.core.minutes.capacity import Reason, matched
from withus.core.minutes.headings import Part
from withus.core.minutes.showing import HIDDEN
from withus.core.minutes.terms import said, terms
from withus.core.minutes.text import asides, plain, without_asides
from withus.core.words import Standing


def of_listed(
    text: str, *, part: Part, split_list: bool, group: str = ""
) -> tuple[Standing, Reason]:
    """Tell the standing of somebody from the words of their post and the heading they are under.

    Formula: sure words (note-taker, guest, supporter) make support anywhere; under "in attendance"
    beside a list of members everybody is in support; on one undivided list, words such as media or
    project manager make it "perhaps in support".
    Reads: `split_list` says that the minutes list members and others apart; `group`, the words of
    a heading of a few people within the list, such as "Supporters".
    """
    found = _support(text)
    grouped = _support(group)
    for sure in (found, grouped):
        if sure and sure[2]:
            return Standing.IN_SUPPORT, Reason(sure[0], sure[1])
    if part is Part.IN_ATTENDANCE:
        return Standing.IN_SUPPORT, Reason("headed_in_attendance")
    if split_list or said("member_mark").search(plain(text)):
        return Standing.MEMBER, Reason("headed_member")
    if found:
        standing = Standing.PERHAPS_MEMBER if found[3] else Standing.PERHAPS_IN_SUPPORT
        return standing, Reason(found[0], found[1])
    return Standing.MEMBER, Reason("on_the_list")


def _support(text: str) -> tuple[str, str, bool, bool] | None:
    bare = matched(text)
    for term in terms().supports:
        match = term.pattern.search(bare)
        if match and not (term.unless and term.unless.search(bare)):
            return term.id, match.group().strip(), term.sure, term.adviser
    return None


def is_chair(marks: Sequence[str], posts: Sequence[str], *, board: str) -> bool:
    """Tell whether somebody is listed as in the chair of this board.

    Formula: a mark in brackets beside the name, or a field of their post, is a word for the chair
    alone; or a field says "chair of" this board. "Chair" followed by another body is not.
    Reads: `board` is the board's own name, may be empty.
    """
    chair = terms().chair
    marks = [*marks, *(aside for post in posts for aside in asides(post))]
    if any(chair.match(plain(mark)) for mark in marks):
        return True
    # A word that is not shown is still a word: "Chair of … Forum" is of another forum.
    texts = [plain(without_asides(post).replace(HIDDEN, " another ")) for post in posts]
    for place, text in enumerate(texts):
        after = texts[place + 1] if place + 1 < len(texts) else ""
        elsewhere = said("another_body").search(after) and not said("chairs_post").search(after)
        if chair.match(text) and ("independent" in text or not elsewhere):
            return True
        of_board = said("chair_of_board").match(text)
        if of_board and board and _same_board(of_board.group("name"), plain(board)):
            return True
    return False


def _same_board(one: str, other: str) -> bool:
    words, names = set(one.split()), set(other.split())
    return words <= names or names <= words
