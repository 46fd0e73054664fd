"""The XML of ModernGov's web service (mgWebService.asmx, GetMeeting).

Known of it: a meeting has meetingid, meetingdate (day first), and attendees; each attendee
carries name, roledescription, attendance and membertype as attributes. Other spellings, and
elements in place of attributes, are taken too.
"""

import html
from collections.abc import Iterator

from withus.reading.attendance import Attendee, date_in, written
from withus.reading.elements import parse
from withus.reading.refusals import CannotRead
from withus.reading.text import set_lines

CHUNK = 65_536
PERSON = frozenset("attendee meetingattendee attendance member councillor".split())
MEETING = frozenset("meeting getmeeting meetingdetails meetingdetail".split())
NAME = ("name", "fullname", "fullusername", "attendeename", "membername", "displayname")
ROLE = ("roledescription", "role", "rolename", "position", "title")
MARK = ("attendance", "attendancestatus", "attendancedescription", "status")
TYPE = ("membertype", "attendeetype", "type")
COMMITTEE = ("committeetitle", "committeename", "meetingtitle", "committee")
DATE = ("meetingdate", "date", "meetingdatetime")
SAYS_NOTHING = frozenset("member memberofpublic none other unknown user".split())
ENOUGH_OF_A_FACT = 2_000
OURS = frozenset(("meetingid", "meetingdate", "committeeid", "committeetitle", "attendees"))


class Slices:
    """Bytes in pieces."""

    def __init__(self, content: bytes) -> None:
        """Begin at the start."""
        self._pieces: Iterator[bytes] = (
            content[at : at + CHUNK] for at in range(0, len(content), CHUNK)
        )

    def read(self) -> bytes:
        """Give the next piece."""
        return next(self._pieces, b"")


class MeetingReader:
    """Hears a meeting's elements and keeps its name, its date and who is listed."""

    def __init__(self) -> None:
        """Begin with no meeting."""
        self.lines: list[str] = []
        self.is_ours = False
        self._facts: dict[str, str] = {}
        self._people: list[Attendee] = []
        self._person: dict[str, str] | None = None
        self._person_tag = ""
        self._words: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an opening element."""
        name = short(tag)
        self._words.clear()
        self.is_ours = self.is_ours or name in OURS
        if name in MEETING and self._people:
            self._finish_meeting()
        if self._person is None and name in PERSON:
            self._person = {short(key): value for key, value in attributes.items()}
            self._person_tag = name

    def end(self, tag: str) -> None:
        """Take a closing element, and the words that stood in it."""
        name = short(tag)
        words = "".join(self._words).strip()
        self._words.clear()
        if self._person is None:
            if words:
                self._facts[name] = words
        elif name != self._person_tag:
            self._person.setdefault(name, words)
        else:
            self._finish_person()

    def data(self, words: str) -> None:
        """Take words; agenda texts may be long, and are not wanted."""
        if len(self._words) < ENOUGH_OF_A_FACT:
            self._words.append(words)

    def close(self) -> None:
        """Finish the last meeting."""
        self._finish_meeting()

    def _finish_person(self) -> None:
        """Keep a person who has a name and a mark."""
        person, self._person = self._person or {}, None
        name, role, mark = (first_of(person, keys) for keys in (NAME, ROLE, MARK))
        kind = first_of(person, TYPE)
        known = kind.isalpha() and kind.lower() not in SAYS_NOTHING
        if known and kind.lower() not in f"{name} {role}".lower():
            role = f"{role}, {kind}" if role else kind
        if name and mark:
            self._people.append(Attendee(name, role, mark))

    def _finish_meeting(self) -> None:
        """Write the meeting down and begin the next."""
        if self._people:
            found = date_in(first_of(self._facts, DATE))
            meeting = written(
                first_of(self._facts, COMMITTEE), found[0] if found else "", self._people
            )
            self.lines += ["", *meeting] if self.lines else meeting
        self._people = []


def moderngov_lines(content: bytes) -> list[str]:
    """Write each meeting of the XML as minutes are written."""
    reader = MeetingReader()
    parse(Slices(content), reader)
    if not reader.lines:
        raise CannotRead("no_attendance" if reader.is_ours else "not_moderngov")
    return set_lines(reader.lines)


def first_of(facts: dict[str, str], names: tuple[str, ...]) -> str:
    """Give the first fact known under one of these names; entities come written twice over."""
    return next((html.unescape(facts[name]).strip() for name in names if facts.get(name)), "")


def short(tag: str) -> str:
    """Give an element's name in lower case, without its namespace."""
    return tag.rpartition("}")[2].lower()
