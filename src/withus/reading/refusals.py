"""Why a file could not be read: a code, what was found, and what was expected."""

from withus.core.errors import Refusal

# code: (found, expected). Never anything from inside the file: it may hold names.
REASONS: dict[str, tuple[str, str]] = {
    "empty": ("nothing to read", "a file with text in it"),
    "binary": ("bytes that are not text", "text, a web page, .docx, PDF or ModernGov XML"),
    "half_a_zip": ("a zip file that breaks off", "a whole .docx file"),
    "half_a_pdf": ("a PDF that breaks off", "a whole PDF"),
    "not_a_docx": ("a zip file that is not a Word document", "a .docx file"),
    "old_word": ("an old Office file, such as .doc", "the same text saved as .docx"),
    "encrypted": ("a file locked with a password", "the same file without a password"),
    "pictures_only": ("a PDF of pictures, without text", "a PDF whose text can be selected"),
    "too_many_pages": (
        "a PDF of more than 60 pages, too long",
        "at most 60 pages: give the attendance page",
    ),
    "broken": ("a damaged file", "a file that opens in its own program"),
    "xml_entities": ("XML that defines its own entities", "XML without a document type"),
    "not_moderngov": ("XML of another kind", "a ModernGov meeting (GetMeeting)"),
    "no_attendance": (
        "a ModernGov meeting without its attendance",
        "the XML of GetMeeting, or the saved attendance page",
    ),
    "too_big": ("more than 10 MB", "at most 10 MB a file"),
    "too_many_files": ("more than 12 files", "at most 12 files at a time"),
    "too_much_together": ("more than 25 MB in all", "at most 25 MB at a time"),
    "too_much_inside": ("more than 50 MB when unpacked", "at most 50 MB when unpacked"),
    "took_too_long": ("a file that takes too long to read", "the attendance page alone"),
    "took_too_much_memory": ("a file that needs too much memory", "the attendance page alone"),
    "too_many_lines": ("more than 20,000 lines", "at most 20,000 lines: the attendance page"),
}


class CannotRead(Exception):
    """A reader gives up; it knows why, though not what the file is called."""

    def __init__(self, code: str) -> None:
        """Keep the code, which must be one of REASONS."""
        super().__init__(code)
        self.code = code


class Unreadable(Refusal):
    """A named file that could not be read; its parameters are file, found and expected."""

    def __init__(self, code: str, *, file: str, found: str, expected: str) -> None:
        """Keep the code and the three facts that the sentence is made of."""
        super().__init__(code, {"file": file, "found": found, "expected": expected})


def unreadable(code: str, file: str) -> Unreadable:
    """Say why this file cannot be read, in the words of REASONS."""
    found, expected = REASONS[code]
    return Unreadable(code, file=file, found=found, expected=expected)
