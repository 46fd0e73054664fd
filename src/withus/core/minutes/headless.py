"""Lists of people with no heading over them."""

import re
from collections.abc import Sequence

from withus.core.minutes import names, runs
from withus.core.minutes.dates import has_date
from withus.core.minutes.groups import group_with_rest
from withus.core.minutes.headings import Part, ends_list, is_prose
from withus.core.minutes.headings import heading as heading_of
from withus.core.minutes.tables import as_cells, with_slashes
from withus.core.minutes.terms import said
from withus.core.minutes.text import Line, fields, plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import is_known

LONGEST_DATED = 80  # letters of a line that only tells a day


def headless_start(lines: Sequence[Line]) -> int:
    """Tell the number of the line where a list with no heading over it starts; 0 for none.

    Formula: the first of two lines one under the other that each list a person and their post.
    """
    before = 0
    for line in with_slashes(lines):
        text = as_cells(line.text)
        if not text:
            continue
        if not person_and_post(text):
            before = 0
        elif before:
            return before
        else:
            before = line.number
    return 0


LEAST_BLOCK = 4  # people one under the other with no heading anywhere
LEAST_ABOVE = 2  # people right above the first heading
LEAST_ALONE = 3  # people right above "Apologies", where there is no other list


def names_above(lines: Sequence[Line], heading: int, *, least: int = LEAST_ABOVE) -> int:
    """Tell the number of the line where people are listed right above the first heading; else 0.

    Shape: at least two lines, each starting with a person, with nothing but gaps between.
    """
    found: list[Line] = []
    for line in reversed([line for line in with_slashes(lines) if line.number < heading]):
        text = as_cells(line.text)
        if not text:
            continue
        first = (fields(unbulleted(text)) or [""])[0]
        if is_prose(text) or has_date(text) or not (runs.starts_full(first) or _grouped(text)):
            break
        found.append(line)
    listed = len(found) >= least or any(is_run(line.text) for line in found)
    return found[-1].number if listed else 0


def is_run(text: str) -> bool:
    """Tell whether a line alone lists at least four people by their full names."""
    titled = said("several_titles").search(text) is not None
    parts = [part.text for part in runs.parts_of(unbulleted(text))]
    return not is_prose(text) and sum(map(runs.starts_full, parts)) + titled >= LEAST_BLOCK


def first_run(lines: Sequence[Line]) -> int:
    """Tell the number of the first line that lists several people with no heading; 0 for none."""
    runs_of = (line for line in with_slashes(lines) if is_run(line.text))
    return next((line.number for line in runs_of if heading_of(line.text) is None), 0)


def _grouped(text: str) -> bool:
    """A place or a body, and its people: "Zennor - Mr J. Bloggs, Mrs A. Bee"."""
    grouped = group_with_rest(text)
    return grouped is not None and runs.starts_person(grouped[1])


def above_apologies(lines: Sequence[Line]) -> int:
    """Tell the number of the line where a list with no heading starts right above "Apologies"."""
    for line in with_slashes(lines):
        found = heading_of(as_cells(line.text))
        if found and found.part is Part.APOLOGIES:
            return names_above(lines, line.number, least=LEAST_ALONE)
    return 0


def people_alone(lines: Sequence[Line]) -> int:
    """Tell the number of the line where people stand one under the other with no post known.

    Shape: at least four lines next to each other, each a full name, perhaps with brackets or words
    of a post after it; 0 for none.
    """
    found: list[int] = []
    for line in with_slashes(lines):
        text = unbulleted(as_cells(line.text)).rstrip(" ,;.")
        if "\t" not in text and runs.starts_full(text) and _is_name_with_post(text):
            found.append(line.number)
        elif len(found) >= LEAST_BLOCK:
            break
        else:
            found = []
    return found[0] if len(found) >= LEAST_BLOCK else 0


def _is_name_with_post(text: str) -> bool:
    bare = without_asides(text)
    name, rest = names.split_name(bare)
    return names.is_name(bare) or (names.is_name(name) and is_known(rest))


def person_and_post(text: str) -> bool:
    """Tell whether a line lists a person and their post, side by side."""
    parts = fields(unbulleted(text))
    if len(parts) < 2 or is_prose(text) or ends_list(text) or has_date(text):
        return False
    cells = [cell for cell in unbulleted(text).split("\t") if cell.strip()]
    if len(cells) > 1 and all(map(runs.starts_person, cells)):
        return True
    person = runs.starts_person(parts[0]) and is_known(parts[1])
    return person or (is_known(parts[0]) and runs.starts_person(parts[1]))


def bare_list(lines: Sequence[Line]) -> list[Line]:
    """Tell the lines that may list somebody where a list was pasted with nothing around it."""
    filled = [line for line in lines if line.text.strip() and not _not_a_person(line.text)]
    return [line for line in filled if not _is_title(line.text)]


def _not_a_person(text: str) -> bool:
    dated = has_date(text) and len(text) < LONGEST_DATED
    return is_prose(text) or runs.is_nobody(text) or bool(dated) or bool(re.match(r"\W*$", text))


def _is_title(text: str) -> bool:
    """A line that names a board or says what the paper is, and lists nobody."""
    said = re.search(r"\b(board|committee|panel|minutes|notes|meeting|agenda)\b", plain(text))
    return bool(said) and not re.search(r"[,\t(]|\s[–-]\s", text)
