"""The 2,048 words can be read aloud, heard, spelt and typed without being taken for each other."""

from __future__ import annotations

import re
from collections import defaultdict
from hashlib import sha256
from importlib.resources import files

import pytest

from tests.core.proofs.sounding import sounds
from withus.core.proofs.check_code import one_slip, word_list

# Old codes are on paper: the list may never change, not even by a correction.
LIST = "b8f71780f3861fd2c8770a965e36dccf717f8377b6ef179046c20eef221f3369"
ALIKE = """accept except, affect effect, allowed aloud, altar alter, ascent assent, bare bear,
berry bury, board bored, brake break, ceiling sealing, cell sell, cereal serial, chord cord,
coarse course, complement compliment, council counsel, currant current, dear deer, die dye,
draft draught, fair fare, farther father, feat feet, flour flower, grate great, hair hare,
hear here, higher hire, hoard horde, hole whole, key quay, knight night, knot not, lead led,
lessen lesson, leak leek, mail male, main mane, meat meet, medal meddle, morning mourning,
muscle mussel, naval navel, none nun, oar ore, pain pane, pair pear, palate palette, passed past,
patience patients, peace piece, pedal peddle, plain plane, pole poll, practice practise,
presence presents, principal principle, profit prophet, rain reign, right write, road rode,
role roll, root route, rose rows, sail sale, sauce source, scene seen, sea see, sew sow,
sole soul, some sum, son sun, stair stare, stationary stationery, steal steel, storey story,
sundae sunday, sweet suite, symbol cymbal, tail tale, their there, threw through, tide tied,
vain vein, waist waste, wait weight, weak week, weather whether, which witch, wood would"""


def test_the_list_is_the_one_that_was_printed_from() -> None:
    content = files("withus.core.proofs").joinpath("words.txt").read_bytes()
    assert sha256(content).hexdigest() == LIST


def test_there_are_2048_plain_words_in_order() -> None:
    assert len(word_list()) == len(set(word_list())) == 2_048
    assert list(word_list()) == sorted(word_list())
    assert [word for word in word_list() if not re.fullmatch(r"[a-z]{3,8}", word)] == []


def test_no_two_words_are_within_one_slip_of_each_other() -> None:
    near = defaultdict(set)
    for word in word_list():
        for at in range(len(word)):
            near[word[:at] + "?" + word[at + 1 :]].add(word)
            near[word[:at] + word[at + 1 :]].add(word)
        for at in range(len(word) - 1):
            near[word[:at] + word[at + 1] + word[at] + word[at + 2 :]].add(word)
        near[word].add(word)
    together = {(a, b) for found in near.values() for a in found for b in found if a < b}
    assert sorted(pair for pair in together if one_slip(*pair)) == []


def test_no_two_words_sound_alike() -> None:
    heard: dict[str, str] = {}
    for word in word_list():
        for sound in sounds(word):
            assert heard.setdefault(sound, word) == word, (sound, word, heard[sound])


def test_no_two_words_of_a_known_pair_are_both_there() -> None:
    pairs = [pair.split() for pair in ALIKE.replace("\n", " ").split(",")]
    assert [pair for pair in pairs if {*pair} <= {*word_list()}] == []


@pytest.mark.parametrize("pair", ["meat meet", "knight night", "sauce source", "plain plane"])
def test_planted_words_that_sound_alike_are_heard(pair: str) -> None:
    one, two = pair.split()
    assert sounds(one) & sounds(two)


def test_no_word_is_another_with_an_ending() -> None:
    words = set(word_list())
    ends = ("s", "es", "d", "ed", "er", "ing", "ly", "y", "en")
    assert [word for word in words if any(word + end in words for end in ends)] == []
