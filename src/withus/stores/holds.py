"""What there is to know of a place where something is kept, to erase somebody from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Holds(StrEnum):
    """What of a person a column or a file can hold."""

    NOTHING = "nothing of a person"
    IDS = "ids"
    PSEUDONYMS = "ids and pseudonyms"
    SEALS = "pseudonyms and commitments; names of bodies and boards, in clear"
    NAMES_SEALED = "a name and pseudonyms, sealed"
    WORDS_SEALED = "words and people’s ids, sealed"
    ADDRESS_SEALED = "an e-mail address, sealed"
    MAIL_SEALED = "an e-mail with its address, sealed"
    PAPERS_SEALED = "a paper of a meeting with its name, sealed"
    SAID_SEALED = "what somebody says by a link, sealed"
    FILE_SEALED = "a picture, a recording or a film, sealed"
    REACH_SEALED = "how somebody wishes to be told, with a number or an address, sealed"
    NEEDS_SEALED = "what somebody needs to take part, sealed"
    SEEN_SEALED = "what was read from old minutes, without names, sealed"
    PASSKEY_SEALED = "a public key and the name they gave it, sealed"
    APP_SEALED = "a secret that an app of codes shares, sealed"
    ALL_SEALED = "names, words and ids, sealed"
    KEYS = "the keys that open names and words"
    IN_CLEAR = "names of bodies and boards, in clear"
    GROUND = "a ground in the host’s words, in clear"
    WORDS = "words and people’s ids, opened"
    AS_TYPED = "names and words, as they were typed"


class Reached(StrEnum):
    """How an erasure reaches it."""

    NOT_NEEDED = "not at all: nothing there leads to anybody"
    FOLLOWS = "not at all: it follows from the entries"
    NOT = "not at all: an entry is never changed"
    KEY = "the keys are deleted and the file is written anew"
    BLANKED = "blanked, and the file is written anew"
    ROW = "the row is deleted, and the file is written anew"
    FILE = "written anew with its database"
    KEYS_GO = "it opens nowhere once the keys are gone"
    IN_A_DAY = "not at all: it goes within a day, with its key"
    IN_HOURS = "not at all: it goes within hours"
    IN_TIME = "not at all: it goes after seven days"
    WHEN_OLD = "not at all: it goes when it is opened, thrown away, or ninety days old"
    BY_HAND = "not at all: whoever keeps it deletes it"
    RELEASED = "the row is deleted when the hold is released"
    WITH_MEETING = "not at all: it goes with the meeting"


class Kept(StrEnum):
    """How long it is kept."""

    FOR_GOOD = "as long as the record"
    DERIVED = "as long as the record; made anew by a rebuild"
    UNTIL_ERASED = "until it is erased, at most as long as the record"
    WITH_NAME = "until the name is erased; made anew by a rebuild"
    SEVEN_DAYS = "seven days after its work is done"
    A_DAY = "until it is sent, a day at most"
    TWO_HOURS = "two hours"
    QUARTER_HOUR = "until it is used, a quarter of an hour at most"
    TWO_WEEKS = "two weeks after somebody was last here"
    DAYS_OF_KEYS = "seven days, if backups are made as told"
    NINETY_DAYS = "ninety days and one at most"
    AS_A_DRAFT = "until it is opened or thrown away, ninety days after its last change at most"
    UNSHARED = "until it is saved or thrown away, ninety days after its last change at most"
    TWO_DAYS = "two days at most"
    UNTIL_CLOSED = "until they leave the room or the meeting is over, two days at most"
    WHILE_RUNNING = "while the program runs"
    A_MOMENT = "a moment; after a kill until the next start, or a backup a week later"
    INSTALLATION = "as long as the installation"
    UNTIL_DONE = "until the erasure is finished"
    UNTIL_TAKEN_AWAY = "until it is taken away, at most as long as the record"
    UNTIL_RELEASED = "until the hold is released"
    A_MEETING = "until the meeting is closed, two days after its end at most"
    OTHERS = "as long as whoever keeps it likes"


@dataclass(frozen=True, slots=True)
class Store:
    """A table or a file, and what is to be known of it to erase somebody."""

    name: str
    reached: Reached
    kept: Kept
    holds: Holds = Holds.NOTHING
    columns: Mapping[str, Holds] = field(default_factory=dict)  # those of text or bytes
