"""Why a copy, or what somebody keeps, cannot be read: one line, found and expected."""

from withus.core.errors import Refusal
from withus.saying.language import _


def line(refusal: Refusal, *, file: str) -> str:
    """Tell a refusal as the one line a command prints."""
    facts = {"line": "", "position": "", "maybe": "", **refusal.parameters}
    found, expected = _told().get(refusal.code, _told()["other"])
    where = _("%(file)s, line %(line)s") if facts["line"] else "%(file)s"
    return _("%(where)s: found %(found)s; expected %(expected)s") % {
        "where": where % {"file": " ".join(file.split()), "line": facts["line"]},
        "found": found % facts,
        "expected": expected % facts,
    }


def _told() -> dict[str, tuple[str, str]]:
    return {**_of_files(), **_of_copies(), **_of_what_is_kept()}


def _of_files() -> dict[str, tuple[str, str]]:
    return {
        "no_such_file": (_("no such file"), _("a file to read")),
        "not_text": (_("something that is not text"), _("lines of text")),
        "other": (_("something else"), _("the form withus-bundle-1")),
    }


def _of_copies() -> dict[str, tuple[str, str]]:
    its_own = _("JSON in its one canonical form")
    whole = _("a whole copy; ask for it again")
    return {
        "other_form": (_("another form"), _("a copy in the form withus-bundle-1")),
        "out_of_order": (_("another kind of line"), _("the lines of a copy in their order")),
        "not_the_form": (_("a line with other parts"), _("the parts that this line has")),
        "line_too_long": (_("a line that is too long"), _("a line of a copy")),
        "too_long": (_("a line that is too long"), _("a line of a copy")),
        "breaks_off": (_("a file that breaks off"), whole),
        "more_after_the_end": (_("more after the end"), whole),
        "damaged": (_("a copy that is not as it was written"), whole),
        "changed_meanwhile": (
            _("a file that was changed while it was read"),
            _("a file that stays as it is; try again when it is whole"),
        ),
        "not_json": (_("no JSON"), its_own),
        "not_canonical": (_("JSON in another spelling"), its_own),
        "not_exact": (_("a number that is not whole"), its_own),
        "key_twice": (_("a name that comes twice"), its_own),
        "too_deep": (_("lists too deep in one another"), its_own),
        "type_unknown": (
            _("an entry of a kind that this program does not know"),
            _("a kind it knows; a newer program may know this one"),
        ),
        "not_a_note": (_("no signed head"), _("a signed head")),
        "not_a_checkpoint": (_("no signed head"), _("a signed head")),
        "not_32_bytes": (_("a key of another length"), _("a key of 32 bytes as base64url")),
        "not_base64url": (_("a key in another spelling"), _("a key of 32 bytes as base64url")),
    }


def _of_what_is_kept() -> dict[str, tuple[str, str]]:
    a_key = _("a key as its record, or whoever keeps a copy, gives it: NAME+ID+KEY")
    a_code = _("a check-code: a size and twelve words")
    return {
        "not_trust": (_("another kind of line"), _("“record”, “key”, “head” or a comment after #")),
        "not_a_key": (_("no key"), a_key),
        "key_id": (_("a key that is not as it was given"), a_key),
        "key_name": (_("a key whose name cannot be one"), a_key),
        "key_length": (_("a key of another length"), a_key),
        "not_base64": (_("a key in another spelling"), a_key),
        "no_size": (_("no size"), a_code),
        "words_counted": (_("%(found)s words"), a_code),
        "check_sum": (
            _("a check-code in which a word or the size is not what was printed"),
            a_code,
        ),
        "word_unknown": (
            _("a check-code whose word %(position)s is in no list; perhaps: %(maybe)s"),
            a_code,
        ),
    }
