"""Every place where something is kept: what it can hold of a person, and how an erasure reaches it.

Whatever keeps something new gets its line here in the same change. The tests hold the list against
the databases' tables and columns, and against the files of a real run; the page docs/reference/
stores.md is made from it.
"""

from __future__ import annotations

from collections.abc import Mapping

from withus.stores.holds import Holds, Kept, Reached, Store

NOTHING, IDS, PSEUDONYMS = Holds.NOTHING, Holds.IDS, Holds.PSEUDONYMS
_DERIVED = (Reached.FOLLOWS, Kept.DERIVED)
_LASTING = (Reached.NOT, Kept.FOR_GOOD)
_MIGRATIONS = Store(
    "django_migrations",
    Reached.NOT_NEEDED,
    Kept.INSTALLATION,
    columns={"app": NOTHING, "name": NOTHING},
)


def _joining(table: str, /, **columns: Holds) -> Store:
    return Store(table, *_DERIVED, columns={"origin": NOTHING, "ref": IDS, **columns})


def _in_the_room(table: str, /, **columns: Holds) -> Store:
    told = {"origin": NOTHING, "meeting": IDS, **columns}
    return Store(table, Reached.WITH_MEETING, Kept.A_MEETING, columns=told)


def _way_in(table: str, /, **columns: Holds) -> Store:
    told = {"account_id": IDS, **columns}
    return Store(table, Reached.ROW, Kept.UNTIL_ERASED, columns=told)


def _answering(table: str, /, *ids: str, **columns: Holds) -> Store:
    told = {"origin": NOTHING, **dict.fromkeys(ids, IDS), **columns}
    return Store(f"answering_{table}", Reached.ROW, Kept.UNTIL_ERASED, columns=told)


def _of_the_library(table: str, /, *columns: str) -> Store:
    """A table that the library of sign-in makes, and that we leave empty."""
    told = dict.fromkeys(columns, NOTHING)
    return Store(table, Reached.NOT_NEEDED, Kept.INSTALLATION, columns=told)


MAIN_TABLES = (
    _MIGRATIONS,
    Store(
        "accounts_account",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={"id": IDS, "key": IDS, "password": NOTHING},  # a mark that none will ever do
    ),
    Store(
        "accounts_address",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={"account_id": IDS, "mark": PSEUDONYMS, "sealed": Holds.ADDRESS_SEALED},
    ),
    Store(
        "accounts_link",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={"account_id": IDS, "origin": NOTHING, "person": IDS},
    ),
    Store(
        "accounts_owncode",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={"account_id": IDS, "mark": PSEUDONYMS},
    ),
    _answering("attachment", "owner", "key", sealed=Holds.FILE_SEALED),
    _joining(
        "answering_pointrow",
        **dict.fromkeys(("work", "holding", "themes"), IDS),
        **dict.fromkeys(("way", "capacity", "shown_as", "stands"), NOTHING),
    ),
    _answering("reach", "person", sealed=Holds.REACH_SEALED),
    _answering(
        "sayanswer",
        *("id", "work", "link", "person", "point", "key"),
        kind=NOTHING,
        mark=PSEUDONYMS,
        sealed=Holds.SAID_SEALED,
    ),
    _answering(
        "saylink",
        *("id", "work", "by", "key"),
        mark=PSEUDONYMS,
        sealed=Holds.SAID_SEALED,
    ),
    _answering("telling", "id", "work", "point", "person", route=NOTHING),
    _joining("answering_themerow", work=IDS, stands=NOTHING),
    Store(
        "asking_ask",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={
            "id": IDS,
            "origin": NOTHING,
            "person": IDS,
            "kind": NOTHING,
            "key": IDS,
            "sealed": Holds.WORDS_SEALED,
        },
    ),
    _of_the_library("auth_group", "name"),
    _of_the_library("auth_group_permissions"),
    _of_the_library("auth_permission", "name", "codename"),
    _of_the_library("django_content_type", "app_label", "model"),
    Store(
        "django_tasks_database_dbtaskresult",
        Reached.IN_TIME,
        Kept.SEVEN_DAYS,
        columns={
            "id": NOTHING,
            "args_kwargs": IDS,  # a job is given ids only: see jobs/queue.py
            "task_path": NOTHING,
            "queue_name": NOTHING,
            "backend_name": NOTHING,
            "return_value": NOTHING,
            "exception_class_path": NOTHING,
            "traceback": NOTHING,  # the place of a fault, without its words
            "worker_ids": NOTHING,
            "status": NOTHING,
        },
    ),
    Store(
        "inviting_invitation",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={
            **dict.fromkeys(("id", "person", "place", "board", "by"), IDS),
            **dict.fromkeys(("origin", "duty", "route", "state"), NOTHING),
            "mark": PSEUDONYMS,  # of its code, while it is open
            "sealed": Holds.ADDRESS_SEALED,  # and a number to ring and the code, while it is open
        },
    ),
    _joining("joining_partnershiprow", name=Holds.IN_CLEAR),
    _joining("joining_organisationrow", name=Holds.IN_CLEAR, kind=NOTHING),
    _joining("joining_dutyrow", duty=NOTHING, board=IDS),
    _joining("joining_boardrow", name=Holds.IN_CLEAR, level=NOTHING, parent=IDS),
    _joining("joining_placerow", board=IDS, capacity=NOTHING, holding=IDS),
    _joining("joining_holdingrow", place=IDS, board=IDS, shown_as=NOTHING),
    _in_the_room("meeting_liverow", item=IDS),
    _joining("meeting_meetingrow", board=IDS, stage=NOTHING),
    Store(
        "meeting_carriedrow",
        Reached.FOLLOWS,
        Kept.FOR_GOOD,
        columns={"origin": NOTHING, **dict.fromkeys(("meeting", "item", "into"), IDS)},
    ),
    Store(
        "meeting_need",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={"origin": NOTHING, "person": IDS, "sealed": Holds.NEEDS_SEALED},
    ),
    Store(
        "meeting_needsat",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={
            **dict.fromkeys(("meeting", "person"), IDS),
            "origin": NOTHING,
            "sealed": Holds.NEEDS_SEALED,
        },
    ),
    Store(
        "meeting_notice",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={
            **dict.fromkeys(("meeting", "person"), IDS),
            **dict.fromkeys(("origin", "route"), NOTHING),
        },
    ),
    Store(
        "meeting_paperfile",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={
            **dict.fromkeys(("paper", "key"), IDS),
            "origin": NOTHING,
            "sealed": Holds.PAPERS_SEALED,
        },
    ),
    Store(
        "meeting_pastminutes",
        Reached.BLANKED,
        Kept.UNTIL_TAKEN_AWAY,
        columns={
            **dict.fromkeys(("id", "board", "by", "key"), IDS),
            "origin": NOTHING,
            "sealed": Holds.SEEN_SEALED,
        },
    ),
    _in_the_room("meeting_turnrow", holding=IDS),
    _joining(
        "deciding_motionrow",
        board=IDS,
        meeting=IDS,
        item=IDS,
        kind=NOTHING,
        decision=IDS,
        outcome=NOTHING,
        about=IDS,
    ),
    _joining(
        "framing_workrow",
        board=IDS,
        boards=IDS,
        name=NOTHING,
        level=NOTHING,
    ),
    Store(
        "deciding_positionrow",
        Reached.IN_HOURS,
        Kept.UNTIL_CLOSED,
        columns={
            "origin": NOTHING,
            "meeting": IDS,
            "motion": IDS,
            "holding": IDS,
            "position": NOTHING,
        },
    ),
    Store(
        "drafting_unshared",
        Reached.ROW,
        Kept.UNSHARED,
        columns={
            **dict.fromkeys(("work", "person"), IDS),
            **dict.fromkeys(("origin", "form"), NOTHING),
            "sealed": Holds.WORDS_SEALED,
        },
    ),
    Store(
        "outbox_mail",
        Reached.IN_A_DAY,
        Kept.A_DAY,
        columns={"id": NOTHING, "key": NOTHING, "sealed": Holds.MAIL_SEALED},
    ),
    Store(
        "people_forgetting",
        Reached.NOT_NEEDED,
        Kept.UNTIL_DONE,
        columns={"key": IDS, "origin": NOTHING},
    ),
    Store(
        "people_hold",
        Reached.RELEASED,
        Kept.UNTIL_RELEASED,
        columns={"origin": NOTHING, "ground": Holds.GROUND},
    ),
    Store(
        "people_namemark",
        Reached.ROW,
        Kept.WITH_NAME,
        columns={"person_id": IDS, "mark": PSEUDONYMS},  # of the beginnings of names
    ),
    Store(
        "people_person",
        Reached.ROW,
        Kept.UNTIL_ERASED,
        columns={"id": IDS, "origin": NOTHING, "key": IDS, "sealed": Holds.NAMES_SEALED},
    ),
    Store(
        "practising_thrownaway",
        Reached.NOT_NEEDED,
        Kept.FOR_GOOD,
        columns={
            **dict.fromkeys(("id", "run_by"), IDS),  # of its officers' accounts
            **dict.fromkeys(("origin", "root", "entries"), NOTHING),
            **dict.fromkeys(("mark", "bodies"), NOTHING),  # of names of partnership and bodies
        },
    ),
    Store(
        "record_cosignature",
        *_LASTING,
        columns={"key": Holds.IN_CLEAR, "signature": Holds.IN_CLEAR},  # who keeps a copy, as named
    ),
    Store("record_errand", Reached.NOT_NEEDED, Kept.SEVEN_DAYS, columns={"kind": NOTHING}),
    Store(
        "record_indexed",
        *_DERIVED,
        columns={"stream": IDS, "type": NOTHING, "by": PSEUDONYMS, "typed_by": PSEUDONYMS},
    ),
    Store("record_keptstate", *_DERIVED, columns={"stream": IDS, "state": Holds.SEALS}),
    Store("record_leaf", *_LASTING, columns={"content": Holds.SEALS}),
    Store(
        "record_log",
        *_LASTING,
        columns={"origin": NOTHING, "peaks": NOTHING, "continued_by": NOTHING},
    ),
    Store("record_minted", *_DERIVED, columns={"name": IDS, "stream": IDS}),
    Store("record_publickey", *_LASTING, columns={"line": NOTHING}),
    Store(
        "record_sealedvalue",
        Reached.BLANKED,
        Kept.UNTIL_ERASED,
        columns={"path": NOTHING, "key": IDS, "content": Holds.WORDS_SEALED},
    ),
    Store("record_signedhead", *_LASTING, columns={"note": NOTHING}),
    Store("record_subtree", *_LASTING, columns={"digest": NOTHING}),
    Store(
        "setting_up_draft",
        Reached.WHEN_OLD,
        Kept.AS_A_DRAFT,
        columns={
            **dict.fromkeys(("id", "account_id", "key"), IDS),
            "mark": PSEUDONYMS,  # of its code, until somebody types it
            "sealed": Holds.ALL_SEALED,
        },
    ),
    _way_in("signing_in_councillink", mark=PSEUDONYMS),
    _way_in("signing_in_passkey", id=IDS, mark=PSEUDONYMS, sealed=Holds.PASSKEY_SEALED),
    _way_in("signing_in_secondfactor", sealed=Holds.APP_SEALED),
    Store(
        "signing_in_sentcode",
        Reached.ROW,
        Kept.QUARTER_HOUR,
        columns={
            "id": IDS,
            "account_id": IDS,
            "mark": NOTHING,
            "sealed": Holds.ADDRESS_SEALED,
        },
    ),
    Store(
        "signing_in_session",
        Reached.ROW,
        Kept.TWO_WEEKS,
        columns={"session_key": IDS, "session_data": IDS, "account": IDS},
    ),
    _way_in("signing_in_sparecode", mark=PSEUDONYMS),
    Store(
        "signing_in_tally",
        Reached.IN_HOURS,
        Kept.TWO_HOURS,
        columns={"kind": NOTHING, "mark": PSEUDONYMS},  # of an address, or of a network
    ),
    Store("tokens_pace", Reached.ROW, Kept.TWO_DAYS, columns={"token_id": IDS}),
    Store(
        "tokens_repeatable",
        Reached.ROW,
        Kept.TWO_DAYS,
        columns={"token_id": IDS, "mark": NOTHING, "body": PSEUDONYMS},  # marks of what was sent
    ),
    Store(
        "tokens_token",
        Reached.ROW,
        Kept.NINETY_DAYS,
        columns={"id": IDS, "mark": PSEUDONYMS, "sealed": Holds.WORDS_SEALED},
    ),
    _joining("wording_counted", mark=NOTHING, figures=NOTHING),
    Store(
        "worrying_worry",
        Reached.BLANKED,
        Kept.UNTIL_ERASED,
        columns={
            "id": IDS,
            "origin": NOTHING,
            "by": IDS,  # only of those who chose to give their name
            "key": IDS,
            "sealed": Holds.WORDS_SEALED,
        },
    ),
)
KEY_TABLES = (
    _MIGRATIONS,
    Store("keys_key", Reached.KEY, Kept.UNTIL_ERASED, columns={"id": IDS, "secret": Holds.KEYS}),
)
TABLES: Mapping[str, tuple[Store, ...]] = {"default": MAIN_TABLES, "keys": KEY_TABLES}
"""The tables of each database."""


def _file(name: str, holds: Holds, reached: Reached, kept: Kept) -> Store:
    return Store(name, reached, kept, holds)


_KEPT_KEYS = (Holds.KEYS, Reached.KEY)
FILES = (
    _file("withus.sqlite3", Holds.ALL_SEALED, Reached.FILE, Kept.UNTIL_ERASED),
    _file("withus.sqlite3-wal", Holds.ALL_SEALED, Reached.FILE, Kept.WHILE_RUNNING),
    _file("withus.sqlite3-shm", NOTHING, Reached.NOT_NEEDED, Kept.WHILE_RUNNING),
    _file("keys/openings.sqlite3", *_KEPT_KEYS, Kept.UNTIL_ERASED),
    _file("keys/openings.sqlite3-wal", *_KEPT_KEYS, Kept.WHILE_RUNNING),
    _file("keys/openings.sqlite3-shm", NOTHING, Reached.NOT_NEEDED, Kept.WHILE_RUNNING),
    _file("secret.key", NOTHING, Reached.NOT_NEEDED, Kept.INSTALLATION),
    _file("signing/lock", NOTHING, Reached.NOT_NEEDED, Kept.INSTALLATION),
    _file("signing/*.key", NOTHING, Reached.NOT_NEEDED, Kept.FOR_GOOD),
    _file("signing/*.head", NOTHING, Reached.NOT_NEEDED, Kept.FOR_GOOD),
    _file("mirror/*/entries.jsonl", Holds.SEALS, *_LASTING),
    _file("mirror/*/checkpoint", NOTHING, Reached.NOT_NEEDED, Kept.FOR_GOOD),
    _file("mirror/forgotten", IDS, Reached.NOT_NEEDED, Kept.FOR_GOOD),
)
"""The files in the folder WITHUS_VAR; `mirror` may lie elsewhere, in WITHUS_MIRROR."""

PASSING = (
    _file("signing/.*.part", NOTHING, Reached.NOT_NEEDED, Kept.A_MOMENT),
    _file("mirror/*/.*.part", NOTHING, Reached.NOT_NEEDED, Kept.A_MOMENT),
)
"""Files in those folders that are there while another is written, or after a kill."""

BESIDE = (
    _file("withus-*.jsonl", Holds.ALL_SEALED, Reached.KEYS_GO, Kept.OTHERS),
    _file("withus-keys-*.sqlite3", Holds.KEYS, Reached.IN_TIME, Kept.DAYS_OF_KEYS),
    _file(".withus-*.part", Holds.KEYS, Reached.IN_TIME, Kept.A_MOMENT),
    _file("*.bundle", Holds.SEALS, *_LASTING[:1], Kept.OTHERS),
    _file("*.bundle, with --opened", Holds.WORDS, Reached.BY_HAND, Kept.OTHERS),
    _file("the folder of withus witness", Holds.SEALS, Reached.NOT, Kept.OTHERS),
    _file("the log, on standard error", NOTHING, Reached.NOT_NEEDED, Kept.OTHERS),
    _file("files given to withus enter", Holds.AS_TYPED, Reached.BY_HAND, Kept.OTHERS),
    _file("PostgreSQL’s own files", Holds.ALL_SEALED, Reached.KEYS_GO, Kept.OTHERS),
)
"""What lies where whoever runs Withus puts it."""
