"""Minutes in words: drafted from the record, and who has said that they are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from withus.core.history.state import Meeting, Objection
from withus.core.meeting.account import Asked, Attended, Counted, Decided, TalkedOf
from withus.core.meeting.standing import when
from withus.core.words import Capacity, ObjectionOutcome, Placed, Position, Way
from withus.saying import words
from withus.saying.deciding.rules import sentence
from withus.saying.joining.terms import term
from withus.saying.language import _, ngettext
from withus.saying.meeting import calling
from withus.saying.meeting.agenda import marks

HEADING, POINT = "# ", "- "
Words = Mapping[tuple[int, str], str]


@dataclass(frozen=True, slots=True)
class ToMinute:
    """All that minutes begin from: what the record tells, and the words that may be read."""

    name: str
    meeting: Meeting
    attended: Attended
    items: tuple[TalkedOf, ...]
    words: Words
    named: tuple[str, ...] = ()  # of those there, who chose to be shown by name


def drafted(told: ToMinute) -> str:
    """Tell a meeting as minutes: headings and points, to be read and put right by people."""
    time = when(told.meeting)
    lines = [
        _("Minutes of %(board)s") % {"board": told.name},
        f"{calling.time(time.starts, time.ends)}.",
        "",
        HEADING + _("Who was there"),
        *_who(told),
    ]
    for number, item in enumerate(told.items, 1):
        lines += ["", *_item(number, item, told)]
    paused = _paused(len(told.meeting.pauses))
    if paused:
        lines += ["", HEADING + _("Stop, I don’t understand"), paused]
    return "\n".join(lines) + "\n"


def _who(told: ToMinute) -> list[str]:
    here, away, by = told.attended.here, told.attended.away, told.attended.by
    together = {"here": sum(here.values()), "all": sum(here.values()) + sum(away.values())}
    found = [_("Members: %(here)d of %(all)d.") % together]
    found += [f"{POINT}{words.capacity(code)}: {here[code]}" for code in _ordered(here)]
    if told.named:
        found.append(
            _("Of them, who chose to be shown by name: %(names)s.")
            % {"names": words.listing(told.named)}
        )
    apart = [
        _("%(way)s: %(count)d") % {"way": calling.ways([way]), "count": by[way]}
        for way in (Way.PHONE, Way.LINK)
        if by.get(way)
    ]
    found += [f"{each}." for each in apart]
    if told.attended.deputies:
        found.append(
            _("Came by a deputy of their own choice: %(count)d.")
            % {"count": told.attended.deputies}
        )
    if away:
        found.append(_("Away: %(who)s.") % {"who": _counted(away)})
    if told.attended.chairs:
        chairs = words.listing([words.capacity(code) for code in told.attended.chairs])
        found.append(_("In the chair: %(who)s.") % {"who": chairs})
    return [*found, *_company(told.meeting)]


def _company(meeting: Meeting) -> list[str]:
    if meeting.company is None:
        return []
    fact = meeting.company.fact
    told = {"supporters": fact.supporters, "interpreters": fact.interpreters}
    return [
        _("With them: supporters %(supporters)d, interpreters %(interpreters)d. Not counted.")
        % told
    ]


def _item(number: int, item: TalkedOf, told: ToMinute) -> list[str]:
    one = told.meeting.items[item.name]
    assert one.placed is not None
    fact = one.placed.fact
    title = told.words.get((one.asked.entry, "title")) or _("An item whose words are not shown")
    if fact.private_by_law:
        title = _("Something private by law")
    found = [f"{HEADING}{number}. {title}", f"{calling.asked_by(one.asked.fact.capacity)}."]
    found += [f"{each}." for each in marks(fact)]
    if fact.outcome is not Placed.ON:
        found.append(f"{term(fact.outcome)}.")
    reason = told.words.get((one.placed.entry, "reason"))
    if reason and not fact.private_by_law:
        found.append(_("Why: %(reason)s") % {"reason": reason})
    if item.left:
        left = ", ".join(
            f"{words.capacity(code)} {item.left[code]}" for code in _ordered(item.left)
        )
        found.append(_("Left this item because of an interest: %(who)s.") % {"who": left})
    for each in item.asked:
        found += _asked(each, told, private=fact.private_by_law)
    return found


def _asked(asked: Asked, told: ToMinute, *, private: bool) -> list[str]:
    put = told.words.get((asked.motion.put.entry, "words"), "")
    shown = _("Its words are not shown") if private or not put else put
    found = [_("The board was asked: %(words)s") % {"words": shown}]
    for code, one in asked.objections:
        found += _objection(code, one, {} if private else told.words)
    for each in asked.motion.exceptions:
        why = "" if private else told.words.get((each.entry, "why"), "")
        found.append(
            _("It went on though its promise “%(rule)s” was not met. Why: %(why)s")
            % {"rule": each.fact.rule, "why": why}
        )
    return found + (_decided(asked.decided) if asked.decided else [_("It was not decided.")])


def _objection(code: Capacity | None, one: Objection, said: Words) -> list[str]:
    who = words.capacity(code) if code else ""
    reason = said.get((one.made.entry, "reason"), "")
    found = [POINT + _("Objection (%(who)s): %(reason)s") % {"who": who, "reason": reason}]
    if one.answered is not None:
        told = {
            "outcome": term(one.answered.fact.outcome),
            "answer": said.get((one.answered.entry, "answer"), ""),
        }
        taken_back = one.answered.fact.outcome is ObjectionOutcome.WITHDRAWN
        line = _("%(outcome)s.") if taken_back else _("%(outcome)s. Answer: %(answer)s")
        found.append(POINT + line % told)
    return found


def _decided(one: Decided) -> list[str]:
    found = [f"{term(one.outcome)}."]
    said = _stood()
    for code in _ordered(one.stood):
        stood = one.stood[code]
        where = ", ".join(f"{text} {stood[each]}" for each, text in said.items() if each in stood)
        found.append(f"{POINT}{words.capacity(code)}: {where}")
    found += [_("By this rule: %(rule)s") % {"rule": sentence(each)} for each in one.met]
    found += [_("This rule was not met: %(rule)s") % {"rule": sentence(each)} for each in one.unmet]
    if one.typed:
        found.append(
            ngettext(
                "For %(count)d of them somebody else entered it.",
                "For %(count)d of them somebody else entered it.",
                one.typed,
            )
            % {"count": one.typed}
        )
    return found


def _stood() -> dict[Position, str]:
    return {
        Position.AGREE: _("agreed"),
        Position.DISAGREE: _("disagreed"),
        Position.ASIDE: _("stood aside"),
    }


def _paused(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "It was said %(count)d time. Nobody notes by whom.",
        "It was said %(count)d times. Nobody notes by whom.",
        count,
    ) % {"count": count}


def _counted(some: Counted) -> str:
    return ", ".join(f"{words.capacity(code)} {some[code]}" for code in _ordered(some))


def _ordered(counted: Iterable[Capacity]) -> list[Capacity]:
    known = set(counted)
    return [code for code in words.ORDER if code in known]


def parts(text: str) -> list[dict[str, object]]:
    """Tell minutes as a page shows them: headings, paragraphs and lists.

    Shape: a line that begins with `# ` is a heading, one with `- ` a point of a list.
    """
    found: list[dict[str, object]] = []
    for line in text.splitlines():
        if line.startswith(HEADING):
            found.append({"kind": "heading", "text": line.removeprefix(HEADING)})
        elif line.startswith(POINT):
            point = line.removeprefix(POINT)
            last = found[-1] if found else {}
            if last.get("kind") == "list":
                found[-1] = {"kind": "list", "points": [*_points(last), point]}
            else:
                found.append({"kind": "list", "points": [point]})
        elif line.strip():
            found.append({"kind": "line", "text": line})
    return found


def _points(part: Mapping[str, object]) -> list[object]:
    points = part["points"]
    assert isinstance(points, list)
    return points


def approved(said: Counted, here: Counted, *, enough: bool) -> str:
    """Tell how many of those present have said that the minutes are right, and whether it will do.

    Example: 3 of the 4 who were there say that these minutes are right. They are approved.
    """
    told = {"said": sum(said.values()), "here": sum(here.values())}
    found = ngettext(
        "%(said)d of the %(here)d who were there say that these minutes are right.",
        "%(said)d of the %(here)d who were there say that these minutes are right.",
        told["said"],
    )
    rest = _("They are approved.") if enough else _not_yet(here)
    return f"{found % told} {rest}"


def _not_yet(here: Counted) -> str:
    affected = here.get(Capacity.DRAWS_ON_SERVICES, 0) + here.get(Capacity.UNPAID_CARERS, 0)
    if affected:
        return _(
            "They are approved when more than half of them do, one of the people it is about "
            "among them."
        )
    return _("They are approved when more than half of them do.")


def by_capacity(said: Counted, here: Counted) -> dict[str, object]:
    """Tell by capacity who was there and who has said yes: counts, and no names."""
    return {
        "caption": _("Who was there, and who says that the minutes are right"),
        "headers": [_("In what capacity"), _("Were there"), _("Say they are right")],
        "rows": [
            [words.capacity(code), str(here[code]), str(said.get(code, 0))]
            for code in _ordered(here)
        ],
        "foot": [_("Together"), str(sum(here.values())), str(sum(said.values()))],
    }


def to_confirm(count: int) -> str:
    """Tell for how many a yes was typed that they have yet to confirm."""
    if not count:
        return ""
    return ngettext(
        "For %(count)d more, somebody typed that they are right. It counts once they confirm it.",
        "For %(count)d more, somebody typed that they are right. It counts once they confirm it.",
        count,
    ) % {"count": count}


Say = Callable[[], str]
REFUSED: Mapping[str, Say] = {
    "minutes_empty": lambda: _("Write the minutes. Nothing stands in the box."),
    "minutes_too_long": lambda: _("The minutes are too long: at most 20,000 characters."),
    "minutes_changed": lambda: _(
        "Somebody else saved another version since you opened this page. Read it first; yours is "
        "still in the box."
    ),
    "nobody_chosen": lambda: _("Choose who told you that the minutes are right."),
}


def refused(code: str) -> str:
    """Tell what is to be put right in the form."""
    return REFUSED[code]()
