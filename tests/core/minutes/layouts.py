"""Attendance lists in the layouts that boards print, with a place for each name.

All boards and people are invented. `{0}` to `{7}` stand where the names are.
"""

from __future__ import annotations

HEAD = "Dunmoor Carers' Partnership Board\nMinutes of the meeting held on 12 May 2019\n\n"
TAIL = "\n\nMinutes of the last meeting\nAgreed.\n"

COMMAS = """Present:
{0}, Independent Chair
{1}, Carer representative
{2}, Expert by experience, Speak Out Dunmoor
{3}, Head of Commissioning, Dunmoor Council
Councillor {4}, Cabinet Member for Adults, Dunmoor Council
{5}, Chief Executive, Dunmoor Mind
{6}, Minute taker, Dunmoor Council

Apologies:
{7}, Carer representative"""

DASHES = """Attendees
{0} – Chair, Healthwatch Dunmoor
{1} – Family carer
{2} – Service user representative
{3} – Commissioning Manager (Dunmoor Council)
Cllr {4} – Dunmoor Council
{5} – Manager (Dunmoor Carers' Centre)
{6} – notes

Apologies
{7} – Family carer"""

BRACKETS = """Present: {0} (Chair), {1} (Carer), {2} (Service User Representative), \
{3} (Dunmoor Council), Cllr {4}, {5} (Dunmoor Mencap) and {6} (minutes).

Apologies: {7} (Carer)."""

ROLE_FIRST = """Attendees
Independent Chair – {0}
Carer representative – {1}
Tenant representative – {2}
Director of Adult Social Care – {3}
Lead Member – Councillor {4}
Healthwatch – {5}
Notes – {6}

Apologies
Carer representative – {7}"""

TABLE = """Name\tRole\tOrganisation
{0}\tChair\tHealthwatch Dunmoor
{1}\tParent carer\tDunmoor Parent Carer Forum
{2}\tPatient representative\tMillgate Surgery
{3}\tHead of Service\tDunmoor Council
Cllr {4}\tPortfolio Holder\tDunmoor Council
{5}\tChief Officer\tDunmoor Mencap
{6}\tMinute taker\tDunmoor Council

Apologies
{7}\tParent carer\tDunmoor Parent Carer Forum"""

COLUMNS = """Present:      {0}                Independent Chair
              {1}                 Carer Representative
              {2}                 Patient Representative
              {3}                 Practice Manager
              Cllr {4}                 Dunmoor Council
              {5}                 Dunmoor Mind
              {6}                 Administrator (notes)

Apologies:    {7}"""

GROUPS = """WHO WAS THERE

Chair:
{0}

Family carers:
{1}

Experts by experience:
{2} (with supporter {6})

Adult Social Care:
{3}, Commissioning Manager

Councillors:
Councillor {4}

Voluntary sector:
{5} (Dunmoor Mencap)

Apologies
{7}"""

TWO_LINES = """PRESENT

{0}
Independent Chair

{1}
Carer representative

{2}
Service User Representative

{3}
Director of Operations, Dunmoor NHS Trust

Councillor {4}
Cabinet Member, Dunmoor Council

{5}
Chief Officer, Dunmoor Mind

{6}
Minute taker

APOLOGIES

{7}
Carer representative"""

BULLETS = """People at the meeting
* {0} (Chair)
* {1}, carer
* {2}, self-advocate
* {3}, Commissioning Lead, Dunmoor Council
* Cllr {4}
* {5}, Dunmoor Mencap
* {6}, note taker

Sorry not to be here
* {7}"""

PIPES = """## Attendance

| Organisation | Name | Role |
|---|---|---|
| Independent | {0} | Chair |
| Carers' group | {1} | Carer |
| Dunmoor People First | {2} | Person with lived experience |
| Dunmoor Council | {3} | Head of Service |
| Dunmoor Council | Cllr {4} | Cabinet Member |
| Dunmoor Mind | {5} | Chief Officer |
| Dunmoor Council | {6} | Minute taker |

## Apologies

| Organisation | Name | Role |
|---|---|---|
| Carers' group | {7} | Carer |"""

TICKS = """Name\tRole\tPresent\tApologies
{0}\tIndependent Chair\t✓\t
{1}\tParent Carer Rep\t✓\t
{2}\tService user rep\t✓\t
{3}\tHead of Service, Dunmoor Council\t✓\t
Cllr {4}\tLead Member\t✓\t
{5}\tChief Officer, Dunmoor Mind\t✓\t
{6}\tAdmin, minutes\t✓\t
{7}\tParent Carer Rep\t\t✓"""

SEMICOLONS = """Present: {0}, Chair; {1}, Carer representative; {2}, Service user representative; \
{3}, Director of Adult Social Care; Councillor {4}; {5}, Chief Officer, Dunmoor Mind

In attendance: {6}, Minute taker

Apologies: {7}, Carer representative"""

LAYOUTS = {
    "commas": COMMAS,
    "dashes": DASHES,
    "brackets": BRACKETS,
    "role first": ROLE_FIRST,
    "table": TABLE,
    "columns": COLUMNS,
    "groups": GROUPS,
    "two lines": TWO_LINES,
    "bullets": BULLETS,
    "pipes": PIPES,
    "ticks": TICKS,
    "semicolons": SEMICOLONS,
}
PLACES = 8
PLAIN_NAMES = (
    "Ali Khanna",
    "Bea Quill",
    "Cal Dorne",
    "Dee Eaves",
    "Fay Gwent",
    "Hal Innes",
    "Jo Kites",
    "Lee Munn",
)


def minutes_of(layout: str, names: tuple[str, ...] = PLAIN_NAMES) -> str:
    """Return minutes in one of the layouts, with these names in their places."""
    listed = LAYOUTS[layout]
    for place, name in enumerate(names):
        listed = listed.replace(f"{{{place}}}", name)
    return HEAD + listed + TAIL
