"""Names planted where names stand in minutes, and everything a reading tells, to look for them."""

from __future__ import annotations

from tests.core.minutes.layouts import LAYOUTS, PLAIN_NAMES, minutes_of
from withus.core.minutes.reading import NotMinutes, board_name, read_meeting, split_meetings
from withus.core.minutes.text import numbered

CANARIES = (
    "Zyxquill",
    "ZYXQUILL",
    "zyxquill",
    "Jo Zyxquill",
    "J. Zyxquill",
    "Jo ZYXQUILL",
    "Zyxquill-Carer",
    "Jo O'Zyxquill",
    "Jo Mc Zyxquill",
    "van der Zyxquill",
    "Zyxquill Head",
    "Dr Zyxquill Price",
    "Zyxquill, Jo",
    "Zyxquill Carer",
)
PHRASES = (
    "PA to Councillor {}",
    "EA to {}",
    "Carer representative with supporter {}",
    "Carer representative (with {})",
    "Self-advocate, supported by {}",
    "Service user and her carer {}",
    "Head of Service, deputising for {}",
    "Head of Service (deputising for {})",
    "Head of Service on behalf of {}",
    "Head of Service – in place of {}, Director",
    "Head of Service ({})",
    "Head of Service [{}]",
    "{} Trust",
    "Chair of {} Forum",
    "Carer of {}",
    "wife of {}",
    "Representing {}",
    "Member for {}",
    "{}",
    "chair; {}",
    "Head of Service/{}",
    "Head of Service & {}",
    "Manager {} Director",
    "Director of {} and {}",
)
AROUND = (
    "{} Partnership Board\n\nPresent:\nBea Quill, Carer\nCal Dorne, Chair\n",
    "Minutes of the {} Board\nPresent:\nBea Quill, Carer\nCal Dorne, Chair\n",
    "{}\nPresent:\nBea Quill, Carer\nCal Dorne, Chair\n",
    "Chair: {}\n\nPresent:\nBea Quill, Carer\nCal Dorne, Director\n",
    "Present:\nBea Quill, Carer\n\n{} members:\nCal Dorne, Director\nDee Eaves\n",
    "Present:\nBea Quill, Carer\n\n{}\nCal Dorne\nDee Eaves\n",
    "Members present for {}:\nBea Quill, Carer\nCal Dorne, Director\n",
    "Present:\nBea Quill, Carer\nCal Dorne, Director\nApologies: {} and {}\n",
    "Present:\nBea Quill, Carer\nCal Dorne, Director\n\n{} in the Chair.\nAgreed: {} to write.\n",
    "Present:\nBea Quill, Carer\n{}: Cal Dorne, Director\n",
    "Present\tRole\n{}\tCarer\nCal Dorne\t{}\n",
    "Bea Quill, Carer, {}\nCal Dorne, Director of {}\n",
)
FORMS = (
    "Present:\nBea Quill, {}\nCal Dorne, Director\n",
    "Present: Bea Quill ({}), Cal Dorne (Director), Dee Eaves\n",
    "Name\tRole\tOrganisation\nBea Quill\t{}\tDunmoor Council\n",
    "Name\tRole\tOrganisation\nBea Quill\tCarer\t{}\n",
    "Present:\n{} – Bea Quill\nDirector – Cal Dorne\n",
    "Present:\n\nBea Quill\n{}\n\nCal Dorne\nDirector\n",
    "Present:\n\n{}:\nBea Quill\nCal Dorne\n",
)


def texts(canary: str) -> list[str]:
    """Return minutes with a canary in every field of every layout, and around the list."""
    found = [text.replace("{}", canary) for text in AROUND]
    for layout in LAYOUTS:
        for place in range(len(PLAIN_NAMES)):
            names = list(PLAIN_NAMES)
            names[place] = canary
            found.append(minutes_of(layout, tuple(names)))
    for number, phrase in enumerate(PHRASES):
        turn = number + len(canary)  # each phrase in three of the seven forms, other ones each time
        said = phrase.replace("{}", canary)
        found += [FORMS[(turn + step) % len(FORMS)].replace("{}", said) for step in (0, 2, 5)]
    return found


def told(text: str) -> str:
    """Return all that a reading of a text tells, in small letters."""
    lines = numbered(text)
    board = board_name(lines)
    said = [board]
    for meeting in split_meetings(lines):
        try:
            read = read_meeting(meeting, board=board)
        except NotMinutes as refusal:
            said += [str(refusal), repr(refusal.parameters)]
            continue
        said += [repr(read), *(seen.key for seen in read.sightings)]
    return "\n".join(said).lower()
