"""The room of a meeting that begins now, and the people of its board at their browsers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils import timezone

from tests.a_meeting import ORIGIN, Here, a_board
from tests.core.facts.story import an_id
from tests.screens.conftest import Page, Visit
from tests.screens.mine.somebody import signed_in
from withus.core.history.state import Meeting
from withus.stores.record.read import find_log
from withus.stores.record.states import meeting_state

AMBLEFORD = "/partnerships/withus.example~ambleford/"


@dataclass
class Room:
    """A board at a meeting, and each of its people by name as they look at its room."""

    here: Here
    meeting: str
    item: str
    visits: dict[str, Visit] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Return where the room is."""
        return f"{AMBLEFORD}meetings/{self.meeting}/room/"

    @property
    def state(self) -> Meeting:
        """Return the meeting as the record has it."""
        return meeting_state(find_log(ORIGIN), self.meeting)

    def as_(self, name: str) -> Visit:
        """Return the browser of somebody by name."""
        if name not in self.visits:
            self.visits[name] = signed_in(self.here.people[name], origin=ORIGIN).visit
        return self.visits[name]

    def sees(self, name: str, path: str = "", *, status: int = 200) -> Page:
        """Return what somebody sees."""
        return self.as_(name)(self.address + path, status=status)

    def does(self, name: str, does: str, *, status: int = 302, **sent: str) -> Page:
        """Let somebody press a button of the room."""
        return self.as_(name).post(self.address, {"do": does, **sent}, status=status)

    def comes(self, *names: str, way: str = "room") -> None:
        """Let people say that they are here."""
        for name in names:
            self.does(name, "come", holding=sits(name), way=way)

    def leaves(self, name: str) -> None:
        """Let somebody say that they leave."""
        self.does(name, "leave", holding=sits(name))

    def begins(self, *chairs: str, by: str = "Cy", status: int = 302) -> Page:
        """Let somebody open the meeting."""
        sent = {"chairs": [sits(name) for name in chairs or ("Cy",)]}
        return self.as_(by).post(f"{self.address}begin/", sent, status=status)

    def part(self, name: str, mark: str = "") -> tuple[int, str, str]:
        """Return what a page asks for again and again: the status, the words, the mark."""
        headers = {"If-None-Match": mark} if mark else {}
        answer = self.as_(name).client.get(f"{self.address}?part=now", headers=headers)
        return answer.status_code, answer.content.decode(), answer.get("ETag", "")


def sits(name: str) -> str:
    """Return the holding of somebody by name."""
    return an_id(f"{name} sits")


def this_minute() -> datetime:
    """Return the time now, as a meeting has it."""
    return timezone.now().astimezone(UTC).replace(second=0, microsecond=0)


def a_room(*, practice: bool = False) -> Room:
    """Call the board to a meeting that begins now, with one item on its agenda."""
    here = a_board(practice=practice)
    meeting = here.call(this_minute())
    return Room(here, meeting, here.item(meeting))
