"""Why a check cannot go on, as what was found and what to do next; and as one line."""

from dataclasses import dataclass

from withus.core.errors import Refusal
from withus.saying.language import _


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal told: what is wrong, and what to do next."""

    wrong: str
    next: str


def told(refusal: Refusal) -> Told:
    """Tell a refusal in plain words, with what to do next."""
    wrong, then = _all().get(refusal.code, _all()["broken"])
    facts = {"file": _("What you put in"), "where": "", "meeting": "", **refusal.parameters}
    return Told(wrong % facts, then % facts)


def line(refusal: Refusal) -> str:
    """Tell a refusal as the one line a command prints: file, what was found, what was expected."""
    facts = {"file": _("input"), **refusal.parameters}
    if "found" in facts and "expected" in facts:
        found, expected = facts["found"], facts["expected"]
    else:
        found, expected = _found_expected(refusal)
    return _("%(file)s: found %(found)s; expected %(expected)s") % {
        "file": " ".join(str(facts["file"]).split()),
        "found": found,
        "expected": expected,
    }


def _found_expected(refusal: Refusal) -> tuple[str, str]:
    return {
        "not_minutes": (
            _("no list of people"),
            _("minutes with a heading such as Present, Attendance or Apologies"),
        ),
        "too_long": (_("more lines than minutes have"), _("the page that says who was there")),
        "too_many_listed": (
            _("a list longer than a meeting’s"),
            _("the page that says who was there"),
        ),
        "not_a_check": (
            _("something else in “%(where)s”") % {"where": refusal.parameters.get("where", "")},
            _("a withus-check-1 file"),
        ),
    }.get(refusal.code, (refusal.code, _("minutes")))


def _all() -> dict[str, tuple[str, str]]:
    return {**_of_minutes(), **_of_files(), **_of_limits()}


def _of_minutes() -> dict[str, tuple[str, str]]:
    return {
        "nothing_given": (
            _("There is nothing to read yet."),
            _("Paste the minutes, or choose a file."),
        ),
        "not_minutes": (
            _("%(file)s: we found no list of people."),
            _(
                "Copy the part that says who was there, with its heading (Present, Attendance, "
                "Apologies), one person a line, and paste that."
            ),
        ),
        "not_a_check": (
            _("%(file)s is not a check saved by Withus, or it was changed by hand (%(where)s)."),
            _("Choose the file you saved, or check the minutes again."),
        ),
        "not_json": (
            _("%(file)s is not a check saved by Withus."),
            _("Choose the file whose name ends in .json that you saved from a result."),
        ),
        "not_a_day": (
            _("That day is not in the calendar."),
            _("Give it as day, month and year, such as 4 11 2025."),
        ),
        "no_words": (
            _("Say what the place is."),
            _("Give the role or the organisation as the minutes print it, without a name."),
        ),
        "not_an_address": (
            _("That is not the address of a page."),
            _("Give all of it, such as https://www.example.gov.uk/minutes, or leave it out."),
        ),
        "no_saved_file": (
            _("No file was chosen."),
            _("Choose the file whose name ends in .json that you saved from a result."),
        ),
        "too_many_corrections": (
            _("That is more than 500 corrections."),
            _("Save this result, and go on with fewer meetings at a time."),
        ),
        "no_such_file": (
            _("%(file)s could not be opened."),
            _("Check its name and the folder it is in."),
        ),
        "cannot_write": (
            _("%(file)s could not be written."),
            _("Choose a folder of your own."),
        ),
        "not_a_choice": (
            _("One of the answers is not a choice on the page."),
            _("Go back and choose again."),
        ),
    }


def _of_files() -> dict[str, tuple[str, str]]:
    other_ways = _("Open it in its own program and paste the text instead.")
    return {
        "empty": (_("%(file)s is empty."), _("Choose a file with text in it.")),
        "binary": (_("%(file)s is not a kind of file we read."), _(
            "We read text, web pages, Word (.docx), PDF with text, and ModernGov meetings. You can "
            "also paste the text.")),
        "half_a_zip": (_("%(file)s breaks off in the middle."), _("Download it again.")),
        "half_a_pdf": (_("%(file)s breaks off in the middle."), _("Download it again.")),
        "not_a_docx": (_("%(file)s is not a Word document."), other_ways),
        "old_word": (_("%(file)s is an old Word or Office file (.doc)."), _(
            "Save it as .docx, or paste the text.")),
        "encrypted": (_("%(file)s is locked with a password."), _(
            "Ask for a copy without a password, or paste the text.")),
        "pictures_only": (_("%(file)s is a PDF of pictures: there is no text in it."), _(
            "Ask the board for a version with text. It must publish one that everybody can read.")),
        "broken": (_("%(file)s is damaged."), other_ways),
        "xml_entities": (_("%(file)s is XML that could do harm, so we did not read it."), _(
            "Save the meeting's attendance page instead.")),
        "not_moderngov": (_("%(file)s is XML, and not a ModernGov meeting."), _(
            "Save the meeting's attendance page, or paste the text.")),
        "no_attendance": (_("%(file)s is a ModernGov meeting without its attendance."), _(
            "Save the meeting's attendance page instead.")),
    }  # fmt: skip


def _of_limits() -> dict[str, tuple[str, str]]:
    page = _("Give just the page that says who was there, or paste it.")
    return {
        "too_big": (_("%(file)s is bigger than 10 MB."), page),
        "too_many_files": (_("That is more than 12 files."), _("Give at most 12 at a time.")),
        "too_many_meetings": (
            _("That is more than 12 meetings."),
            _("Give at most 12 at a time, and save each result."),
        ),
        "too_much_together": (_("That is more than 25 MB in all."), _("Give fewer files.")),
        "too_much_inside": (_("%(file)s is bigger than 50 MB when unpacked."), page),
        "too_many_pages": (_("%(file)s has more than 60 pages: too long."), page),
        "too_many_lines": (_("%(file)s has more than 20,000 lines."), page),
        "too_long": (_("%(file)s has more lines than minutes have."), page),
        "too_many_listed": (_("%(file)s lists more people than were ever at a meeting."), page),
        "took_too_long": (_("%(file)s took too long to read."), page),
        "took_too_much_memory": (_("%(file)s needs too much memory."), page),
    }
