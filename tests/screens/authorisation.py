"""Who may use each address, and how. An address without a row fails the build.

A row a URL, by its name:

    "inviting:people": row(GET=only(Role.FACILITATOR, Role.OFFICER), needs=["origin"]),
    "mine:page": row(GET=signed_in(), POST=signed_in(422)),
    "mine:leave": row(POST=only(gets=404), own=dict(POST=only(*Role, gets=302)),
                      needs=["origin", "holding"]),

GET and POST tell who gets what. What is not named is a method that is not taken: 405 for everybody,
whoever they are, so the check of the method stands outermost on a view. HEAD answers as GET does.
PUT, PATCH, DELETE and OPTIONS are not taken unless a row names them too: row(DELETE=...).

    anybody(200)        everybody, signed in or not, at home here or not
    signed_in(200)      whoever is signed in, whoever they are; others are asked to sign in (302)
    people(200)         whoever is somebody in the partnership, also without any role
    only(*roles)        whoever has one of these roles in the partnership; `gets=200` unless told

`people` and `only` take `gets` (what those get), `refused` (403: somebody of the partnership who
may not), `outside` (404: signed in, and nobody in this partnership) and `signed_out` (302).

A POST is sent with nothing in it, so what is told is the answer to an empty form: mostly 422.
`needs` names what the address holds: see THINGS. A thing may be one's own or somebody else's. Where
that makes a difference, `own` tells the answers for one's own; GET and POST those for another's.

`forms=False`: what programs send, who carry a key and no cookie. All else that takes a POST must
refuse one without the form's own token.

Each row is tried by everybody in `tests.screens.cast.Who`, in the partnership that most of them
belong to and in the other one, to which the outsider belongs with every role there is; and, where
there is an `origin`, of a practice run and of a record that is not there, which must answer alike.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.core.facts.story import an_id
from tests.example_record import HOME, ORIGIN
from tests.screens.a_cast_meeting import DECISION, ITEM, MEETING, MOTION, PAPER
from tests.screens.a_cast_points import POINT, THEME
from tests.screens.a_cast_work import (
    ACCOUNT,
    CHALLENGE,
    EXISTING,
    REVISION,
    SUGGESTION,
    WORK,
)
from tests.screens.cast import ELSEWHERE, ROLES, Who, a_worry, ask_of, draft_of, past_of, taken_by
from withus.api.entering import ENTERED
from withus.core.rules.rights import Role
from withus.core.setting_up.checking import STEPS

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ASKING = tuple(who for who in Who if who is not Who.ANOTHER)
WHERE = (ORIGIN, ELSEWHERE)


@dataclass(frozen=True)
class Answers:
    """What each gets, as a status."""

    gets: int
    everybody: bool = False
    may: frozenset[Role] | None = frozenset()  # None: whoever is somebody here
    refused: int = 403
    outside: int = 404
    signed_out: int = 302

    def to(self, who: Who, where: str) -> int:
        """Tell the status that somebody gets in a partnership."""
        if self.everybody:
            return self.gets
        if who is Who.ANYONE:
            return self.signed_out
        if where != (ELSEWHERE if who is Who.OUTSIDER else ORIGIN) or who not in ROLES:
            return self.outside
        return self.gets if self.may is None or self.may & ROLES[who] else self.refused


def anybody(gets: int = 200) -> Answers:
    """Tell that it is for everybody."""
    return Answers(gets, everybody=True)


def signed_in(gets: int = 200, *, signed_out: int = 302) -> Answers:
    """Tell that it is for whoever is signed in."""
    return Answers(gets, may=None, outside=gets, signed_out=signed_out)


def people(gets: int = 200, *, outside: int = 404, signed_out: int = 302) -> Answers:
    """Tell that it is for whoever is somebody in the partnership."""
    return Answers(gets, may=None, outside=outside, signed_out=signed_out)


def only(*roles: Role, gets: int = 200, refused: int = 403, **more: int) -> Answers:
    """Tell that it is for whoever has one of some roles in the partnership."""
    return Answers(gets, may=frozenset(roles), refused=refused, **more)  # type: ignore[arg-type]


NOT_TAKEN = anybody(405)
RUN_IT = (Role.FACILITATOR, Role.OFFICER)
SEATED_HERE = (Role.MEMBER, Role.AFFECTED_MEMBER, Role.CHAIR)
CALL_IT = (Role.CHAIR, Role.FACILITATOR)  # the roll
TELL_OF_IT = (*SEATED_HERE, Role.FACILITATOR, Role.OFFICER, Role.ULO_CONTACT)
BESIDE = (*SEATED_HERE, Role.FACILITATOR)  # what is kept beside a board's record
AT_BOARD = ("origin", "board")
AT_MEETING = ("origin", "meeting")
SEE_IT = (*SEATED_HERE, *RUN_IT, Role.ULO_CONTACT)
KEEP_IT = (Role.CHAIR, Role.FACILITATOR)
READ_IT = (*SEATED_HERE, Role.FACILITATOR, Role.OFFICER)  # what a board's meetings are about
AT_WORK = ("origin", "work")
PLAN_READ = ("texts", "compare", "whose", "suggestions", "markdown", "word")
PLAN_WRITTEN = {
    "write": (),
    "write-form": ("form",),
    "suggest": ("revision", "passage"),
    "suggestion": ("suggestion",),
    "bring-in": (),
}
AT_MOTION = ("origin", "meeting", "motion")


@dataclass(frozen=True)
class Row:
    """What an address answers to each method; of one's own things, and of others'."""

    answers: Mapping[str, Answers]
    own: Mapping[str, Answers] | None = None
    needs: Sequence[str] = ()
    forms: bool = True

    def expected(self, method: str, who: Who, where: str, *, own: bool = False) -> int:
        """Tell the status that somebody gets. There is one for everything that can be asked."""
        answers = self.own if own and self.own is not None else self.answers
        named = answers.get("GET" if method == "HEAD" else method)
        return (named or NOT_TAKEN).to(who, where)


def row(
    *,
    needs: Sequence[str] = (),
    own: Mapping[str, Answers] | None = None,
    forms: bool = True,
    **answers: Answers,
) -> Row:
    """Return a row: see the top of this file."""
    methods = {*answers, *(own or {})}
    assert methods and methods <= set(METHODS) - {"HEAD"}, methods
    return Row(answers, own, needs, forms)


def page(gets: int = 200, *, needs: Sequence[str] = ()) -> Row:
    """Return the row of a page for anybody, which takes nothing."""
    return row(GET=anybody(gets), needs=needs)


def form(gets: int, *, needs: Sequence[str] = ()) -> Row:
    """Return the row of what anybody may send, and cannot be read."""
    return row(POST=anybody(gets), needs=needs)


def in_a_place(gets: int) -> Answers:
    """Tell that it is for whoever holds a place; to others there is no such page."""
    return only(Role.MEMBER, Role.AFFECTED_MEMBER, Role.CHAIR, gets=gets, refused=404)


def in_a_draft(gets: int) -> Answers:
    """Tell that it is for whoever sets something up; the cast all do, but who is not signed in."""
    return signed_in(gets)


def a_step(sent: int = 302, *, needs: Sequence[str] = ("draft",)) -> Row:
    """Return the row of a step of setting up: one's own, and nobody else's."""
    own = {"GET": in_a_draft(200), "POST": in_a_draft(sent)}
    return row(GET=signed_in(404), POST=signed_in(404), own=own, needs=needs)


def of_a_meeting(
    *roles: Role, gets: int = 200, sent: int | None = None, also: Sequence[str] = ()
) -> Row:
    """Return the row of a page of a meeting for some roles, which may take what they send."""
    needs = ["origin", "meeting", *also]
    if sent is None:
        return row(GET=only(*roles, gets=gets), needs=needs)
    return row(GET=only(*roles, gets=gets), POST=only(*roles, gets=sent), needs=needs)


def of_a_work(
    *roles: Role, gets: int = 200, sent: int | None = None, also: Sequence[str] = ()
) -> Row:
    """Return the row of a page of a work for some roles, which may take what they send."""
    needs = ["origin", "work", *also]
    if sent is None:
        return row(GET=only(*roles, gets=gets), needs=needs)
    return row(GET=only(*roles, gets=gets), POST=only(*roles, gets=sent), needs=needs)


AUTHORISATION: dict[str, Row] = {
    "home": page(),
    "checking:start": row(GET=anybody(), POST=anybody(422)),
    "checking:open": form(422),
    "checking:example": page(),
    "checking:wrong": page(),
    "checking:people": form(400),  # without what the form carries
    "checking:place": form(400),
    "checking:result": form(400),
    "checking:save": form(400),
    "checking:letters": form(400),
    "checking:letter": form(400),
    "signing_in:start": row(GET=anybody(), POST=anybody(422)),
    "signing_in:code": row(GET=anybody(302), POST=anybody(302)),  # none was asked for
    "signing_in:own-code": row(GET=anybody(), POST=anybody(422)),
    "signing_in:passkey": row(GET=anybody(), POST=anybody(422)),
    "signing_in:second": row(GET=anybody(302), POST=anybody(302)),
    "signing_in:council": page(404),  # none is set
    "signing_in:council-back": page(404),
    "signing_in:who": row(GET=anybody(302), POST=anybody(302)),  # nobody here shares an account
    "signing_in:out": row(GET=anybody(), POST=anybody(302)),
    "signing_in:outbox": page(),  # here: at the machine that runs it
    # Ways in are changed by who signed in a short while ago. The cast did not: see tests/attacks.
    "signing_in:ways": page(302),
    "signing_in:address-add": form(302),
    "signing_in:address-code": row(GET=anybody(302), POST=anybody(302)),
    "signing_in:address-drop": form(302),
    "signing_in:own-code-new": form(302),
    "signing_in:everywhere": form(302),
    "signing_in:passkey-add": row(GET=anybody(302), POST=anybody(302)),
    "signing_in:passkey-change": row(GET=anybody(302), POST=anybody(302), needs=["passkey"]),
    "signing_in:passkey-drop": form(302, needs=["passkey"]),
    "signing_in:second-set-up": row(GET=anybody(302), POST=anybody(302)),
    "signing_in:second-begin": form(302),
    "signing_in:second-off": form(302),
    "signing_in:spare-codes": form(302),
    "inviting:start": row(GET=anybody(), POST=anybody(422)),
    "inviting:place": row(GET=anybody(302), POST=anybody(302)),  # without a code: to type it
    "inviting:done": page(302),
    "inviting:no": page(),
    "inviting:people": row(GET=only(*RUN_IT), needs=["origin"]),
    "inviting:invitations": row(GET=only(*RUN_IT), needs=["origin"]),
    "inviting:invite": row(
        GET=only(*RUN_IT, gets=404), POST=only(*RUN_IT, gets=404), needs=["origin"]
    ),  # to nothing: there is no form for that
    "inviting:letters": row(GET=only(*RUN_IT), needs=["origin"]),
    "inviting:invitation": row(GET=only(*RUN_IT), needs=["origin", "invitation"]),
    "inviting:again": row(POST=only(*RUN_IT, gets=302), needs=["origin", "invitation"]),
    "inviting:revoke": row(POST=only(*RUN_IT, gets=302), needs=["origin", "invitation"]),
    "inviting:type": row(
        GET=only(Role.FACILITATOR),
        POST=only(Role.FACILITATOR, gets=422),
        needs=["origin", "person"],
    ),
    "inviting:to-confirm": row(GET=anybody(), POST=anybody(422), needs=["origin"]),  # with a code
    "inviting:confirm": row(POST=anybody(422), needs=["origin", "index"]),
    "joining:partnerships": page(),
    "joining:partnership": page(needs=["origin"]),
    "joining:board": page(needs=["origin", "board"]),
    "joining:easy-read": page(needs=["origin", "board"]),
    "pack:index": row(GET=only(*RUN_IT), needs=["origin"]),
    "pack:paper": row(GET=only(*RUN_IT), needs=["origin", "paper"]),
    "looking:begin": row(GET=only(*RUN_IT), POST=only(*RUN_IT, gets=302), needs=["origin"]),
    "looking:stop": row(POST=people(302), needs=["origin"]),
    "keeping:record": page(needs=["origin"]),
    "keeping:copy": page(needs=["origin"]),
    "keeping:check-code": form(422, needs=["origin"]),
    "keeping:check-receipt": form(422, needs=["origin"]),
    "keeping:entry": page(needs=["origin", "index"]),
    "mine:page": row(GET=signed_in()),
    "mine:here": row(GET=people(), needs=["origin"]),
    "mine:acting": row(POST=people(404), needs=["origin"]),  # for nobody
    "mine:shown": row(
        GET=people(404),
        POST=people(404),
        own={"GET": in_a_place(200), "POST": in_a_place(422)},
        needs=["origin", "entry"],
    ),
    "mine:leave": row(
        GET=people(404),
        POST=people(404),
        own={"GET": in_a_place(200), "POST": in_a_place(302)},
        needs=["origin", "entry"],
    ),
    "mine:name": row(GET=people(), POST=people(302), needs=["origin"]),
    "mine:held": row(GET=people(), needs=["origin"]),
    "mine:part": row(GET=people(), needs=["origin", "code"]),
    "mine:sheet": row(GET=people(), needs=["origin", "wanted"]),
    "mine:copy": row(GET=people(), needs=["origin"]),
    "mine:asks": row(GET=people(), POST=people(422), needs=["origin"]),
    "mine:asked": row(GET=people(404), own={"GET": people()}, needs=["origin", "ask"]),
    "mine:erase": row(GET=people(), POST=people(302), needs=["origin"]),
    "asking:every": row(GET=only(Role.DATA), needs=["origin"]),
    "asking:one": row(GET=only(Role.DATA), POST=only(Role.DATA, gets=422), needs=["origin", "ask"]),
    "asking:hold": row(POST=only(Role.DATA, gets=422), needs=["origin", "ask"]),
    "asking:go-on": row(POST=only(Role.DATA, gets=422), needs=["origin", "ask"]),  # not held
    "asking:erase": row(
        GET=only(Role.DATA), POST=only(Role.DATA, gets=302), needs=["origin", "ask"]
    ),
    # The board has rules: the next are the officer's to set. See tests/screens/deciding.
    "deciding:rules": row(GET=only(*RUN_IT), POST=only(*RUN_IT), needs=["origin", "board"]),
    "deciding:rule": row(POST=only(*RUN_IT), needs=["origin", "board"]),
    "deciding:law": row(GET=only(*RUN_IT), POST=only(*RUN_IT, gets=422), needs=["origin", "board"]),
    "deciding:check": row(POST=only(*RUN_IT), needs=["origin", "board"]),
    "places:boards": row(GET=only(*RUN_IT), needs=["origin"]),
    "places:open-board": row(GET=only(*RUN_IT), POST=only(*RUN_IT, gets=422), needs=["origin"]),
    "places:every": row(GET=only(*RUN_IT), needs=["origin", "board"]),
    "places:add": row(GET=only(*RUN_IT), POST=only(*RUN_IT, gets=422), needs=["origin", "board"]),
    "places:end": row(
        GET=only(*RUN_IT), POST=only(*RUN_IT, gets=302), needs=["origin", "board", "place"]
    ),
    "places:deputies": row(
        GET=only(*SEATED_HERE), POST=only(*SEATED_HERE, gets=422), needs=["origin", "board"]
    ),
    "places:deputy-end": row(POST=only(*SEATED_HERE, gets=422), needs=["origin", "board"]),
    "places:deputy-type": row(
        GET=only(Role.FACILITATOR), POST=only(Role.FACILITATOR, gets=422), needs=["origin", "board"]
    ),
    "places:mandate-report": row(
        GET=only(Role.FACILITATOR, gets=404),
        POST=only(Role.FACILITATOR, gets=404),
        needs=["origin", "board", "place"],
    ),  # nobody holds it
    "places:mandates": row(GET=only(*RUN_IT), needs=["origin", "board"]),
    "places:mandate-add": row(
        GET=only(*RUN_IT, gets=404),
        POST=only(*RUN_IT, gets=404),
        needs=["origin", "board", "place"],
    ),  # nobody holds it: there is no form for that
    "places:mandate-end": row(
        GET=only(*RUN_IT, gets=404),
        POST=only(*RUN_IT, gets=404),
        needs=["origin", "board", "place"],
    ),
    "meeting:every": page(needs=["origin", "board"]),
    "meeting:call": row(
        GET=only(Role.FACILITATOR),
        POST=only(Role.FACILITATOR, gets=422),
        needs=["origin", "board"],
    ),
    "meeting:page": page(needs=["origin", "meeting"]),
    **{f"meeting:{name}": of_a_meeting(Role.FACILITATOR, sent=422) for name in ("move", "cancel")},
    "meeting:ask": of_a_meeting(*SEATED_HERE, Role.FACILITATOR, sent=422),
    "meeting:place": of_a_meeting(Role.CHAIR, Role.FACILITATOR, sent=422, also=["agenda_item"]),
    "meeting:papers": of_a_meeting(*RUN_IT, sent=422, also=["agenda_item"]),
    "meeting:paper": of_a_meeting(
        *SEATED_HERE, *RUN_IT, gets=404, also=["paper_out"]
    ),  # which is out, and not kept here
    "meeting:needs": of_a_meeting(Role.FACILITATOR, sent=302),
    **{f"meeting:{name}": of_a_meeting(*SEATED_HERE, *RUN_IT) for name in ("pack", "calendar")},
    **{f"meeting:{name}": of_a_meeting(Role.FACILITATOR) for name in ("register", "letters")},
    "meeting:bring": of_a_meeting(Role.FACILITATOR, sent=422),
    "meeting:go-on": row(POST=only(*SEATED_HERE, gets=302), needs=["origin", "meeting"]),
    "meeting:posted": row(POST=only(Role.FACILITATOR, gets=302), needs=["origin", "meeting"]),
    "answering:points": page(needs=["origin", "work"]),
    "answering:point": row(GET=anybody(), POST=anybody(404), needs=["origin", "work", "point"]),
    "answering:file": page(404, needs=["origin", "work", "point"]),  # there is none
    "answering:put": of_a_work(*SEATED_HERE, sent=422),
    **{f"answering:{name}": of_a_work(Role.FACILITATOR, sent=422) for name in ("type", "group")},
    "answering:themes": of_a_work(*READ_IT, sent=422),
    "answering:theme": of_a_work(*READ_IT, sent=422, also=["theme"]),
    **{f"answering:{name}": of_a_work(Role.FACILITATOR, sent=422) for name in ("links", "to-tell")},
    **{f"answering:{name}": of_a_work(Role.FACILITATOR) for name in ("letters", "tell-letters")},
    "answering:stop-link": row(
        POST=only(Role.FACILITATOR, gets=422), needs=["origin", "work", "link"]
    ),
    "answering:answer": of_a_work(Role.CHAIR, *RUN_IT, sent=422, also=["point"]),
    "answering:link": of_a_work(*SEATED_HERE, Role.FACILITATOR, sent=422, also=["point"]),
    "answering:codes": of_a_work(Role.FACILITATOR, also=["point"]),
    "said:mine": row(GET=people(), POST=people(422), needs=["origin"]),
    "say:code": row(GET=anybody(), POST=anybody(422)),
    "say:link": page(422, needs=["typed"]),  # nobody was given that code
    **{  # without a code: to type it
        f"say:{name}": row(GET=anybody(302), POST=anybody(302))
        for name in ("who", "how", "check", "mine")
    },
    "say:card": row(GET=anybody(302), POST=anybody(302), needs=["number"]),
    "framing:every": page(needs=["origin"]),
    "framing:open": row(GET=only(*RUN_IT), POST=only(*RUN_IT, gets=422), needs=["origin"]),
    "framing:work": page(needs=["origin", "work"]),
    "framing:timeline": page(needs=["origin", "work"]),
    "framing:scope": of_a_work(Role.AFFECTED_MEMBER, *RUN_IT, sent=422),
    "framing:promise": of_a_work(Role.OFFICER, sent=422),
    "framing:questions": of_a_work(*READ_IT, sent=422),
    "framing:existing": of_a_work(*READ_IT, sent=422),
    "framing:hidden": of_a_work(*SEATED_HERE, sent=422),
    "framing:one-existing": of_a_work(*READ_IT, sent=422, also=["existing"]),
    "framing:settle": row(POST=only(*RUN_IT, gets=422), needs=["origin", "work", "challenge"]),
    "framing:account": of_a_work(*READ_IT, sent=422),
    "framing:answer": of_a_work(*READ_IT, sent=422, also=["account"]),
    "framing:document": of_a_work(*READ_IT, gets=404, also=["account"]),
    "plan:read": page(needs=AT_WORK),
    **{f"plan:{name}": row(GET=only(*READ_IT), needs=AT_WORK) for name in PLAN_READ},
    "plan:text": row(GET=only(*READ_IT), needs=[*AT_WORK, "revision"]),
    "plan:form": row(GET=only(*READ_IT), needs=[*AT_WORK, "form"]),
    **{
        f"plan:{name}": row(
            GET=only(*READ_IT), POST=only(*READ_IT, gets=422), needs=[*AT_WORK, *also]
        )
        for name, also in PLAN_WRITTEN.items()
    },
    "plan:history": row(
        GET=only(Role.FACILITATOR), POST=only(Role.FACILITATOR, gets=422), needs=AT_WORK
    ),
    "minutes:read": page(needs=["origin", "meeting"]),
    "minutes:write": of_a_meeting(Role.FACILITATOR, sent=422),
    "minutes:approve": row(POST=only(*SEATED_HERE, gets=422), needs=["origin", "meeting"]),
    "minutes:approve-for-another": row(
        POST=only(Role.FACILITATOR, gets=422), needs=["origin", "meeting"]
    ),
    "past_minutes:every": row(GET=only(*BESIDE), needs=AT_BOARD),
    "past_minutes:put-in": row(GET=only(*BESIDE), POST=only(*BESIDE, gets=422), needs=AT_BOARD),
    **{
        f"past_minutes:{name}": row(POST=only(*BESIDE, gets=400), needs=AT_BOARD)
        for name in ("people", "place", "check", "keep")
    },  # without what the form carries
    "past_minutes:put-right": row(GET=only(*BESIDE), needs=[*AT_BOARD, "past"]),
    "past_minutes:take-away": row(
        GET=only(Role.FACILITATOR),
        POST=only(Role.FACILITATOR, gets=302),
        own={"GET": only(*BESIDE), "POST": only(*BESIDE, gets=302)},
        needs=[*AT_BOARD, "past"],
    ),
    "meeting:my-needs": row(GET=people(), POST=people(302), needs=["origin"]),
    "in_the_room:here": row(GET=only(*SEE_IT), POST=only(*SEE_IT, gets=422), needs=AT_MEETING),
    "in_the_room:type": row(
        GET=only(Role.FACILITATOR), POST=only(Role.FACILITATOR, gets=422), needs=AT_MEETING
    ),
    "in_the_room:begin": row(
        GET=only(*KEEP_IT), POST=only(*KEEP_IT, gets=422), needs=AT_MEETING
    ),  # it is under way
    "in_the_room:end": row(GET=only(Role.CHAIR), POST=only(Role.CHAIR, gets=302), needs=AT_MEETING),
    "in_the_room:chair": row(
        GET=only(*KEEP_IT), POST=only(*KEEP_IT, gets=422), needs=AT_MEETING
    ),  # nobody who chairs is in the room
    "in_the_room:turns": row(GET=only(*KEEP_IT), POST=only(*KEEP_IT, gets=422), needs=AT_MEETING),
    "in_the_room:interest": row(
        GET=only(*SEATED_HERE),
        POST=only(*SEATED_HERE, gets=422),
        needs=[*AT_MEETING, "item"],
    ),
    "decisions:put": row(
        GET=only(Role.CHAIR),
        POST=only(Role.CHAIR, gets=422),
        needs=["origin", "meeting", "item"],
    ),
    "decisions:motion": row(GET=only(*READ_IT), needs=AT_MOTION),
    "decisions:stand": row(POST=only(*READ_IT, gets=422), needs=AT_MOTION),
    "decisions:say": row(POST=only(*READ_IT, gets=422), needs=AT_MOTION),
    "decisions:object": row(POST=only(*READ_IT, gets=422), needs=AT_MOTION),
    "decisions:answer": row(POST=only(*READ_IT, gets=422), needs=[*AT_MOTION, "objection"]),
    "decisions:type": row(
        GET=only(Role.FACILITATOR), POST=only(Role.FACILITATOR, gets=422), needs=AT_MOTION
    ),
    "decisions:roll": row(GET=only(*CALL_IT), POST=only(*CALL_IT, gets=302), needs=AT_MOTION),
    "decisions:close": row(POST=only(Role.CHAIR), needs=AT_MOTION),
    "decisions:decision": page(needs=["origin", "decision"]),
    "decisions:signed": row(
        GET=only(*TELL_OF_IT), POST=only(*TELL_OF_IT, gets=422), needs=["origin", "decision"]
    ),
    "decisions:every": page(needs=["origin", "board"]),
    "decisions:report": row(
        GET=only(*TELL_OF_IT), POST=only(*TELL_OF_IT, gets=422), needs=["origin", "board"]
    ),
    "duties:every": page(needs=["origin"]),
    "duties:give": row(GET=only(Role.OFFICER), needs=["origin"]),
    "duties:check": row(
        GET=only(Role.OFFICER, gets=422), POST=only(Role.OFFICER, gets=422), needs=["origin"]
    ),
    "duties:end": row(
        GET=only(Role.OFFICER), POST=only(Role.OFFICER, gets=302), needs=["origin", "given"]
    ),
    # Live partnerships: to whoever may end a practice run, there is none here.
    "practising:about": row(GET=people(404), needs=["origin"]),
    "practising:go-live": row(
        GET=only(Role.OFFICER, gets=404), POST=only(Role.OFFICER, gets=404), needs=["origin"]
    ),
    "practising:throw-away": row(
        GET=only(Role.OFFICER, gets=404), POST=only(Role.OFFICER, gets=404), needs=["origin"]
    ),
    "practice-gone": page(),
    "worrying:doors": row(GET=anybody(), POST=people(422), needs=["origin"]),
    "worrying:told": row(GET=people(), needs=["origin"]),
    "worrying:every": row(GET=only(Role.SAFEGUARDING), needs=["origin"]),
    "worrying:one": row(
        GET=only(Role.SAFEGUARDING),
        POST=only(Role.SAFEGUARDING, gets=422),
        needs=["origin", "worry"],
    ),
    "keeping:receipt": page(needs=["origin", "index"]),
    "setting_up:start": row(GET=anybody(), POST=anybody(422)),
    "setting_up:new": row(POST=signed_in(302)),  # back to the start, for whoever is no officer
    "setting_up:opened": row(GET=only(*RUN_IT), needs=["origin"]),
    **{f"setting_up:{step}": a_step() for step in STEPS},
    "setting_up:preset": a_step(422),  # none is chosen
    "setting_up:last-year": a_step(422),  # none is chosen
    "setting_up:about": a_step(422),  # without a name
    "setting_up:duties": a_step(422),  # of nobody
    "setting_up:check": a_step(422),  # of which nothing is answered
    "setting_up:place": a_step(needs=["draft", "number"]),
    "setting_up:throw-away": row(
        POST=signed_in(404), own={"POST": in_a_draft(302)}, needs=["draft"]
    ),
    "api_keys:keys": row(GET=signed_in(), POST=signed_in(302)),
    "api_keys:end": row(POST=signed_in(302), needs=["key"]),
    # A browser has no key: whoever is signed in is nobody to what programs call.
    "api:schema": page(),
    "api:me": row(GET=anybody(401), forms=False),
    "api:may-decide": row(GET=anybody(401), needs=AT_MOTION[1:], forms=False),
    "api:stand": row(POST=anybody(401), needs=AT_MOTION[1:], forms=False),
    "api:decide": row(POST=anybody(401), needs=AT_MOTION[1:], forms=False),
    "api:board": row(GET=anybody(401), needs=["board"], forms=False),
    **{f"api:{kind.TYPE}": row(POST=anybody(401), forms=False) for kind in ENTERED},
}


@dataclass(frozen=True)
class Asked:
    """What somebody asks for: in which record, and whose thing; ANOTHER's unless their own."""

    origin: str = ORIGIN
    whose: Who = Who.ANOTHER
    people: Mapping[Who, str] = field(default_factory=dict)  # ids, where a cast is there


# What an address holds. A value, or what gives it for what is asked: lambda asked: ...
THINGS: dict[str, str | int | Callable[[Asked], str | int]] = {
    "origin": lambda asked: asked.origin,
    "entry": lambda asked: taken_by(asked.whose, asked.origin),
    "code": "name",
    "paper": "assessment",
    "wanted": "here",
    "ask": lambda asked: ask_of(asked.whose, asked.origin, asked.people),
    "worry": lambda asked: a_worry(asked.origin),
    "given": an_id("safeguarding duty"),
    "board": HOME,
    "place": an_id("Coming Home 2"),  # nobody holds it
    "meeting": MEETING,
    "work": WORK,
    "point": POINT,
    "theme": THEME,
    "link": "none",
    "typed": "AAAA-AAAA-AAAA",
    "existing": EXISTING,
    "account": ACCOUNT,
    "challenge": CHALLENGE,
    "revision": REVISION,
    "suggestion": SUGGESTION,
    "form": "easy_read",
    "passage": 0,
    "item": ITEM,
    "motion": MOTION,
    "objection": "none",
    "decision": DECISION,
    "index": 31,
    "invitation": lambda asked: an_id(f"invitation {asked.origin}"),
    "agenda_item": ITEM,
    "paper_out": PAPER,
    "past": lambda asked: past_of(asked.whose, asked.origin, asked.people),
    "person": lambda asked: asked.people.get(
        Who.OUTSIDER if asked.origin == ELSEWHERE else asked.whose, "nobody"
    ),
    "draft": lambda asked: draft_of(asked.whose),
    "number": 0,
    "key": "a" * 21 + "A",
    "passkey": "a" * 22,
}


def whereabouts(name: str, asked: Asked | None = None) -> dict[str, str | int]:
    """Return what an address needs to be whole: which record, which board, which entry."""
    found: dict[str, str | int] = {}
    for needed in AUTHORISATION[name].needs:
        thing = THINGS[needed]
        found[needed] = thing(asked or Asked()) if callable(thing) else thing
    return found
