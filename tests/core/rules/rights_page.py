"""The page of who may do what, made from the truth table.

`python -m tests.core.rules.rights_page` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable

from tests.house.tree import ROOT
from withus.core.facts import FACTS
from withus.core.facts import answering as a
from withus.core.facts import deciding as d
from withus.core.facts import drafting as t
from withus.core.facts import framing as w
from withus.core.facts import joining as f
from withus.core.facts import keeping as k
from withus.core.facts import meeting as m
from withus.core.facts.fact import Fact
from withus.core.rules.entering import NEEDS, TYPED_FOR_OTHERS
from withus.core.rules.rights import MAY, Act, Role
from withus.saying.joining.rights import role

PAGE = ROOT / "docs" / "reference" / "who-may-do-what.md"
BEGINNING = """\
# Who may do what

Every right there is, and every type of [fact](facts.md) with what it needs. Withus asks this of
everything that is entered, whether it comes from a screen, a program or a command, by what the
record itself says of whoever acts. This page is made from `src/withus/core/rules/rights.py` and
`entering.py`; tests hold it against them, and try every line of it.

One person may be several. A place gives its rights on its own board; a duty gives them on its
board, or everywhere if it is for the whole partnership. *The host* is whoever acts by the commands
of the machine: the record names them `host`, as who did it or as who typed it, and they are nobody
in the partnership by being that. Whoever has an invitation may take the place or the duty it names.
"""
CONFIRMING = """\
## Confirming what was typed

What a facilitator types for somebody waits for a word from them, or for them. Whoever typed it
never gives that word: not by another way in that leads to both, nor at a browser at which the
typist was signed in during the last 14 days.

| In which way | Who | For what |
|---|---|---|
| own code | the person themselves, signed in | what names them, or is said by them |
| second person | another affected member, or the contact at the ULO | what is about somebody else |
| letter | a facilitator who did not type the entry types the letter | what names whoever wrote it |
"""
ACTS = {
    Act.SEE_PEOPLE: "see by name who is invited and who holds which place",
    Act.KEEP_RECORD: "open the record, go on from another, replace the key that signs",
    Act.SET_UP: "enter organisations, boards, places, mandates, and a board’s first rules",
    Act.CHANGE_RULES: "set a board’s rules again, until the board has met",
    Act.CLOSE: "close a board or the partnership",
    Act.END_PRACTICE: "go live from a practice run, or throw it away",
    Act.NAME_DUTIES: "give duties and end them",
    Act.INVITE: "invite somebody",
    Act.TAKE_PLACE: "enter that somebody else took a place",
    Act.TYPE_FOR_OTHERS: "type for somebody, who is named as who acted",
    Act.TYPE_A_LETTER: "type a letter by which somebody confirms",
    Act.CONFIRM_FOR_ANOTHER: "confirm what was typed for somebody else",
    Act.OWN_PLACE: "leave one’s place, choose how it is shown, name a deputy, report",
    Act.READ_BOARD: "read what a board’s meetings are about, their papers and notices",
    Act.CALL_MEETING: "call a meeting, move it, cancel it",
    Act.OPEN_MEETING: "open a meeting, and say who chairs it",
    Act.RUN_MEETING: "put motions, call the roll, answer objections, close the meeting",
    Act.SEE_ROOM: "see who is in the room of a meeting, and what goes on there",
    Act.KEEP_MEETING: "note supporters and interpreters, needs, and turns",
    Act.ASK_FOR_ITEM: "ask for an item on the agenda",
    Act.PLACE_ITEM: "put an item on the agenda, or say why not",
    Act.PUT_OUT_PAPER: "put out papers",
    Act.PAUSE_ITEM: "say: stop, I don’t understand",
    Act.DRAFT_MINUTES: "write the minutes",
    Act.PAST_MINUTES: "put in, read and put right what minutes say of a board’s earlier meetings",
    Act.SETTLE_DECISION: "enter what came of a decision once its days are over",
    Act.REPORT_DECISION: "tell of what was decided or signed elsewhere",
    Act.OPEN_WORK: "begin to work on something together",
    Act.CONFIRM_SCOPE: "say for the host whom a work is about",
    Act.CONFIRM_FOR_AFFECTED: "say for those it is about whom a work is about",
    Act.PROMISE_STEP: "promise how far a body shares power in a work",
    Act.TELL_EXISTING: "tell what was there before a work, and how it began",
    Act.FRAME: "enter which question a board agreed, and what it set aside",
    Act.DRAFT: "write the plan of a work, and take in suggestions",
    Act.JOIN_POINTS: "bring points under a theme, and link them to where they went",
    Act.ANSWER_POINT: "answer points",
    Act.TELL_CONTRIBUTOR: "note that somebody was told what became of their point",
    Act.CHALLENGE: "say that an entry is not so",
    Act.SETTLE_CHALLENGE: "settle what somebody else challenged",
    Act.WITHDRAW_TEXT: "take somebody else’s words from view, with a reason that is shown",
    Act.PRESS_WORRY: "press the worry button",
    Act.READ_WORRIES: "read what the worry button hides",
    Act.ANSWER_ASKS: "answer what people ask about how their information is held",
    Act.ORDER_ERASURE: "order that somebody is erased",
    Act.PRINT_PACK: "print the drafts for the data protection officer, with names",
    Act.LOOK_AS_MEMBER: "see the pages as a member sees them, and enter nothing meanwhile",
}
OWN = "whoever holds the place"
KEEPS = "*keep meeting*; or whoever those present chose to chair it"
CHAIRS = "*run meeting*; or whoever those present chose to chair it"
OTHERWISE: dict[type[Fact], str] = {
    f.RulesSet: "a board’s first: *set up*; later ones: *change rules*; once the board has met, "
    "*set up*, and only what it decided",
    f.PlaceTaken: "whoever is invited to it, for themselves; not in a place they made",
    f.PlaceLeft: OWN,
    f.DeputyNamed: OWN,
    f.DeputyEnded: OWN,
    f.MandateReported: OWN,
    f.DutyGiven: "*name duties*; or whoever is invited to it, for themselves",
    f.DutyEnded: "*name duties*; or whoever has it",
    k.EntryConfirmed: "see below",
    k.EntryCorrected: "how a place is shown: whoever holds it; words of one’s own: whoever "
    "entered them; else the right that the entry itself needs",
    k.TextWithdrawn: "*withdraw text*; or whoever entered the text",
    k.ChallengeRaised: "*challenge*: a member of that board",
    k.ChallengeEnded: "*settle challenge*; withdrawn: whoever raised it, and nobody else",
    m.MeetingCalled: "*call meeting*; from a place, in its own capacity",
    m.MeetingChaired: "whoever chairs and is there; where nobody who chairs is, whoever is there, "
    "or *open meeting*",
    m.MeetingClosed: CHAIRS,
    m.ItemAsked: "*ask for item*; from a place, in its own capacity",
    m.PresenceNoted: OWN,
    m.CompanyNoted: KEEPS,
    m.TurnsCounted: KEEPS,
    m.InterestDeclared: OWN,
    m.MinutesApproved: f"{OWN}, or held it at that meeting",
    d.MotionPut: CHAIRS,
    d.BeforeSaid: OWN,
    d.AssentGiven: OWN,
    d.ExceptionMade: CHAIRS,
    d.ObjectionMade: OWN,
    d.ObjectionAnswered: f"{CHAIRS}; taken back: whoever made it",
    d.DecisionTaken: f"{CHAIRS}; and is in the room",
    d.DecisionReversed: f"{CHAIRS}; what a later meeting decided: *settle decision*",
    d.DecisionReopened: CHAIRS,
    w.ScopeConfirmed: "for those it is about: *confirm for affected*; for the host: *confirm "
    "scope*; nobody for both",
    w.QuestionProposed: f"{OWN}; from none: *frame*",
    t.RevisionMade: f"{OWN}; from none: *draft*; with a suggestion as it is: *draft*, for its "
    "maker",
    t.SuggestionMade: f"{OWN}; from none: *draft*",
    t.SuggestionDiscussed: f"{OWN}; from none: *draft*",
    t.SuggestionEnded: "*draft*; taken back: whoever made it",
    a.PointPut: f"{OWN}; from none: whoever is asked by a link, a letter or a code",
    w.StartAnswered: f"{OWN}, if it was asked",
    a.JoiningAgreed: f"{OWN}, if it is of the people it is about, and not who joined them",
    a.PointConfirmed: "whoever put the point",
    a.PointWithdrawn: "whoever put the point",
    k.PersonErased: "nobody: it comes with an erasure, which the data contact orders",
}


def page() -> str:
    """Return the page."""
    parts = [BEGINNING, "## Rights", rights(), "## Facts", facts(), CONFIRMING]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def rights() -> str:
    """Return the truth table: a line a right, with everyone who has it."""
    lines = ["| Right | What it is | Who has it |", "|---|---|---|"]
    lines += [f"| {named(act)} | {ACTS[act]} | {roles(MAY[act])} |" for act in Act]
    return "\n".join(lines)


def roles(some: Iterable[Role]) -> str:
    """Return roles in words, in their order."""
    told = [the_host(each) for each in Role if each in set(some)]
    everybody = len(told) >= len(Role) - 1
    return "everybody who is somebody there" if everybody else ", ".join(told)


def the_host(one: Role) -> str:
    """Return a role in words; the host in two."""
    return "the host" if one is Role.HOST else role(one)


def named(act: Act) -> str:
    """Return a right by its name."""
    return f"*{act.value.replace('_', ' ')}*"


def facts() -> str:
    """Return a line for each type of fact: who enters it, and whether it may be typed for them."""
    lines = ["| Fact | Who enters it | Typed for them |", "|---|---|---|"]
    for kind in FACTS:
        who = OTHERWISE.get(kind) or named(NEEDS[kind])
        typed = "yes" if kind in TYPED_FOR_OTHERS else ""
        lines.append(f"| `{kind.TYPE}` | {who} | {typed} |")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
