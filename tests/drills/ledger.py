"""What was promised: each act begun, and each acknowledged; held against what a record holds.

Nothing acknowledged may be gone or changed; of what was not, all of an act is there or none of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.core.facts.story import an_id

FIRST = 2  # entries before any load: the opening and the board


@dataclass
class Ledger:
    """The acts of one record."""

    begun: dict[str, int] = field(default_factory=dict)  # and how many entries each makes
    acked: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)  # and with which code
    in_flight: int = 0
    stood_unsaid: int = 0  # acts that were in flight, and are in the record

    @property
    def entries(self) -> int:
        """Count the entries that were acknowledged."""
        return sum(map(len, self.acked.values()))

    def take(self, told: dict[str, Any]) -> None:
        """Take in one line of whoever writes."""
        if "begun" in told:
            self.begun[told["begun"]] = told["entries"]
        elif "acked" in told:
            self.acked[told["acked"]] = [(index, digest) for index, digest in told["stand"]]
        elif "failed" in told:
            self.failed.add(told["failed"])
        elif "refused" in told:
            self.refused[told["refused"]] = told["code"]

    def killed(self) -> int:
        """Count what was in flight when whoever wrote was killed."""
        answered = len(self.acked) + len(self.failed) + len(self.refused)
        count = len(self.begun) - answered - self.in_flight
        self.in_flight += count
        return count

    def faults(self, found: dict[str, Any]) -> list[str]:
        """Say all that is not as it was promised."""
        if "unusable" in found:
            return [f"lost: all of it ({found['unusable']})"]
        entries, people = found["entries"], set(found["people"])
        faults = [f"differs: {each}" for each in found["differences"]]
        if [each["index"] for each in entries] != list(range(found["size"])):
            faults.append("the indexes have a gap")
        digests = {each["index"]: each["digest"] for each in entries}
        for act, stand in self.acked.items():
            faults += [f"lost: {act} {n}" for n, digest in stand if digests.get(n) != digest]
            if not self.begun[act] and act not in people:
                faults.append(f"lost: {act}")
        return faults + self._all_or_none(entries) + self._strangers(entries)

    def _all_or_none(self, entries: list[dict[str, Any]]) -> list[str]:
        seen: dict[str, list[str]] = {}
        for each in entries[FIRST:]:
            seen.setdefault(each["id"], []).append(each["says"])
        self.stood_unsaid = 0
        faults = []
        for act, count in self.begun.items():
            said = seen.get(an_id(act), [])
            self.stood_unsaid += bool(said and act not in self.acked)
            if said and act in self.refused:
                faults.append(f"stands though it was refused: {act}")
            if len(said) not in (0, count):
                faults.append(f"half of it stands: {act}")
            if said and (said[0] != f"Post of {act}" or not all(said)):
                faults.append(f"does not open: {act}")
        return faults

    def _strangers(self, entries: list[dict[str, Any]]) -> list[str]:
        ours = {an_id(act) for act in self.begun}
        return [f"nobody's: {each['index']}" for each in entries[FIRST:] if each["id"] not in ours]
