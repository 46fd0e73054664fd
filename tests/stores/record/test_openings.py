"""What opens a sealed field opens that one alone; what is sealed lies nowhere else on the disk."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections

from tests.core.facts.story import ORIGIN, START, place_made, place_taken
from tests.kept import FACTS, a_record, committed, with_people, write_story
from tests.stores.record.acts import begin, make_board, person
from withus.actions.joining import enter
from withus.core.facts.encoding import decode
from withus.core.facts.fact import Missing, layout
from withus.core.facts.sealing import Opening
from withus.core.words import Capacity
from withus.stores.keys.locker import NotOpened, draw_key, find_keys, forget_keys, seal, unseal
from withus.stores.keys.models import Key
from withus.stores.people.identity import identity
from withus.stores.record.append import THE_HOST
from withus.stores.record.models import SealedValue
from withus.stores.record.openings import find_openings
from withus.stores.record.read import find_log, leaves

NAME, WORDS = "Canaria Beltravers", "the heron stood in the third ditch"


def a_seat(words: str = WORDS) -> int:
    """Make a place whose post is told in some words, and return its entry."""
    seat = place_made("seat", Capacity.SERVICES, post=words)
    return enter(seat, record=ORIGIN, by=THE_HOST, now=START)[0]


@pytest.fixture
def seat(db: None, request: pytest.FixtureRequest) -> int:
    """Keep a record whose last entry seals some words."""
    begin()
    make_board()
    return a_seat()


def found(entry: int) -> Opening | Missing | None:
    """Return what opens the post of a place, as the record finds it now."""
    return find_openings(find_log(ORIGIN), [entry])[entry].get("post")


@a_record
def test_every_sealed_field_of_the_story_opens_to_what_was_sealed() -> None:
    people = write_story()
    log = find_log(ORIGIN)
    opened = find_openings(log)
    for index, (fact, content) in enumerate(zip(FACTS, leaves(log), strict=True)):
        read = decode(content, index=index, openings=opened.get(index, {})).fact
        (right,) = with_people(ORIGIN, [fact], people)
        assert read == right
        assert set(opened.get(index, {})) == set(layout(type(fact)).sealed)


@a_record
def test_words_under_another_key_do_not_open(seat: int) -> None:
    name, secret = draw_key()
    Key.objects.create(id=name, secret=secret)
    SealedValue.objects.filter(entry=seat).update(key=name)
    assert found(seat) is Missing.NEVER


@a_record
def test_words_put_in_another_place_do_not_open(seat: int) -> None:
    row = SealedValue.objects.get(entry=seat)
    SealedValue.objects.filter(entry=0).update(key=row.key, content=row.content)
    opened = find_openings(find_log(ORIGIN), [0, seat])
    assert opened[0] == {"about": Missing.NEVER}
    assert isinstance(opened[seat]["post"], Opening)


@a_record
def test_words_of_which_any_byte_was_changed_do_not_open(seat: int) -> None:
    content = bytes(SealedValue.objects.get(entry=seat).content)
    for place in range(len(content)):
        spoilt = bytearray(content)
        spoilt[place] ^= 1
        SealedValue.objects.filter(entry=seat).update(content=bytes(spoilt))
        assert found(seat) is Missing.NEVER, place
    for short in (b"", content[:11], content[:20], content[:-1]):
        SealedValue.objects.filter(entry=seat).update(content=short)
        assert found(seat) is Missing.NEVER, len(short)


@a_record
def test_words_whose_key_is_gone_are_erased_and_no_others(seat: int) -> None:
    assert forget_keys([SealedValue.objects.get(entry=seat).key]) == 1
    assert found(seat) is Missing.ERASED
    assert isinstance(find_openings(find_log(ORIGIN), [0])[0]["about"], Opening)


@a_record
def test_whoever_is_erased_is_erased_wherever_they_are_named() -> None:
    begin()
    make_board()
    ada, bo = person("Ada"), person("Bo")
    for name, who in (("a", ada), ("b", bo), ("c", ada)):
        taken = replace(place_taken(name, f"held {name}", "x"), person=who)
        seat = place_made(name, Capacity.SERVICES)
        enter(seat, taken, record=ORIGIN, by=THE_HOST, now=START)
    forget_keys([identity(ORIGIN, ada).key])
    every = find_openings(find_log(ORIGIN)).values()
    opened = [each["person"] for each in every if "person" in each]
    assert opened[0] is opened[2] is Missing.ERASED
    assert isinstance(opened[1], Opening)
    assert opened[1].value == bo


@pytest.mark.parametrize("length", [0, 1, 12, 5_000])
def test_sealing_hides_and_unsealing_gives_back(length: int) -> None:
    _, key = draw_key()
    words = b"x" * length
    sealed = seal(key, words, bound_to="here")
    assert unseal(key, sealed, bound_to="here") == words
    assert seal(key, words, bound_to="here") != sealed
    for wrong in (draw_key()[1], key[::-1]):
        with pytest.raises(NotOpened):
            unseal(wrong, sealed, bound_to="here")
    with pytest.raises(NotOpened):
        unseal(key, sealed, bound_to="there")


@a_record
def test_more_keys_are_found_than_a_statement_may_name() -> None:
    names = [draw_key() for _ in range(1_200)]
    Key.objects.bulk_create(Key(id=name, secret=secret) for name, secret in names)
    assert find_keys(name for name, _ in names) == dict(names)


def on_the_disk() -> dict[str, bytes]:
    """Return every byte of the databases as they lie on the disk, by database."""
    said: dict[str, bytes] = {}
    for each in connections.all():
        if each.vendor == "sqlite":
            path = Path(str(each.settings_dict["NAME"]))
            files = sorted(path.parent.glob(f"{path.name}*"))
            assert path in files
            said[each.alias] = b"".join(file.read_bytes() for file in files)
        else:
            said[each.alias] = in_the_tables(each.alias)
    return said


def in_the_tables(alias: str) -> bytes:
    """Return every value of every table, for an engine whose files are the server's own."""
    with connections[alias].cursor() as cursor:
        told = b""
        for table in connections[alias].introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  # the tables' own names
            for row in cursor.fetchall():
                told += b"\n".join(
                    bytes(each) if isinstance(each, bytes | memoryview) else str(each).encode()
                    for each in row
                )
        return told


@committed
def test_no_name_and_no_sealed_word_lies_anywhere_on_the_disk() -> None:
    begin()
    make_board()
    who = person(NAME)
    taken = replace(place_taken("seat", "holding", "x"), person=who)
    a_seat()
    enter(taken, record=ORIGIN, by=THE_HOST, now=START)
    disk = on_the_disk()
    assert b"Coming Home board" in disk["default"]  # it does look where things lie
    for spelt in (spelling for canary in (NAME, WORDS) for spelling in spellings(canary)):
        for alias, content in disk.items():
            assert spelt not in content, (alias, spelt)
    assert who.encode() not in b"".join(leaves(find_log(ORIGIN)))
    assert who.encode() not in disk["keys"]


def spellings(words: str) -> set[bytes]:
    """Return words as they might lie on a disk: whole or in part, in either width or as hex."""
    parts = {words, *words.split()} - {"the", "in", "stood", "third"}
    widths = {part.encode(width) for part in parts for width in ("utf-8", "utf-16-le")}
    return widths | {part.encode().hex().encode() for part in parts}
