"""Lines of text as they come: bullets, brackets, fields, and a plain form to match words in."""

import re
from dataclasses import dataclass

LONGEST_LINE = 6000  # letters; what stands beyond is no list of people that anybody printed
# The number of a matter, such as "HWB/2023/001:" or "QS14/83".
_MATTER = r"(?:[A-Z]{1,8}[/ .-]?\d{1,4}(?:[/.-]\d{1,4}){1,3}|\d{2,4}/\d{3})[.:)]?\s+(?=[A-Z])"
_BULLET = re.compile(
    r"^\s*(?:(?:[*•·▪◦‣●○■□➢➤✓✔\-–—]|o(?=\s)|#{1,6})\s*|\(?\d{1,3}[.)](?:\d{1,2}[.)]?)?\s*(?=\S)"
    r"|\d{1,2}(?:[./]\d{1,2})?\s+(?=[A-Z])|\(?[a-z]{1,3}\)\s+|" + _MATTER + "){1,4}"
)
_EMPHASIS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|`)")
_HANDLE = re.compile(r"\s@[\w-]+")
_FIELD = re.compile(r"\t+|\s[–—-]+\s?|(?<=\S)[–—]\s?|(?<=[a-zà-ÿ])-\s|[,;|]\s?|:\s")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`", "") | {"&": " and "})
_SPACES = re.compile(r"\s+")
_NOT_TABS = re.compile(r"[^\S\t]+")
MASK = "\0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of published minutes.

    Shape: `number` counts from 1 in the source; cells of one table row are joined by a tab.
    """

    number: int
    text: str


def numbered(text: str) -> tuple[Line, ...]:
    """Tell the lines of a text with their numbers, empty ones included.

    Unit: a line number, from 1, as a person would count in what they pasted.
    """
    return tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))


def unbulleted(text: str) -> str:
    """Tell a line without its bullet, its number, its emphasis marks and its handles."""
    bare = _EMPHASIS.sub("", _BULLET.sub("", text, count=1))
    return _HANDLE.sub("", bare).strip(" *_")


def is_numbered(text: str) -> bool:
    """Tell whether a line starts with a number of its own, as headings of minutes do."""
    return bool(re.match(r"\W{0,9}(?:\d{1,2}(?:[./]\d{1,2})?[.)]?\s|" + _MATTER + ")", text))


def plain(text: str) -> str:
    """Tell a text in lower case, apostrophes dropped, all else but letters and digits a space.

    Example: plain("Carers’ Rep – R&D") is "carers rep r and d".
    """
    return _NOT_PLAIN.sub(" ", text.lower().translate(_APOSTROPHES)).strip()


def masked(text: str) -> str:
    """Tell a text of the same length with whatever stands in brackets hidden, brackets too."""
    for _ in range(3):
        hidden = _BRACKETS.sub(lambda found: MASK * len(found.group()), text)
        if hidden == text:
            break
        text = hidden
    return text


def fields(text: str) -> list[str]:
    """Tell the fields of a line, parted by commas, dashes, colons or tabs outside brackets."""
    text = re.sub(r" {2,}", " ", text)
    found, begin = [], 0
    for cut in _FIELD.finditer(masked(text)):
        found.append(text[begin : cut.start()])
        begin = cut.end()
    found.append(text[begin:])
    return [field.strip(" .") for field in found if field.strip(" .")]


def asides(text: str) -> list[str]:
    """Tell what stands in brackets."""
    inside = [found[1:-1].strip() for found in _BRACKETS.findall(text)]
    return [aside for aside in inside if aside]


def without_asides(text: str) -> str:
    """Tell a text without its brackets and what stands in them."""
    return _NOT_TABS.sub(" ", masked(text).replace(MASK, " ")).strip()


def unclosed(text: str) -> bool:
    """Tell whether a bracket is opened in a text and not closed."""
    return bool(re.search(r"[(\[]", masked(text)))
