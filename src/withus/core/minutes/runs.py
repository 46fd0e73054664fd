"""One line that lists several people, parted into the text of each."""

import re
from collections.abc import Sequence

from withus.core.minutes import names, runons
from withus.core.minutes.codes import codes_in, has_shape, is_code
from withus.core.minutes.respelling import post_after, respelt
from withus.core.minutes.sharing import Part, Person, of_one_body, share_aside
from withus.core.minutes.terms import said
from withus.core.minutes.text import MASK, asides, fields, masked, plain, unbulleted, without_asides
from withus.core.minutes.vocabulary import (
    WORD,
    in_list,
    is_abbreviation,
    is_known,
    joined,
)

_CUT = re.compile(
    rf"(?P<hard>(?:[;\t]|\s[•·▪●]\s)\s*(?:(?:and|&)\s)?)|"
    r"(?P<comma>,\s*(?:(?:and|&|plus|(?:together )?with(?=\s[A-Z]))\s)?)|"
    rf"(?P<soft>\s(?:and|plus|[Aa]lso|\+)\s|\s?&\s?"
    rf"|(?<={MASK})[. ]\s?(?=[^\W\d_])|(?<={MASK})(?=[A-Z])"
    rf"|(?<=[a-z]{{3}})\.\s?(?=[A-Z][a-z])|\s\s)"
)
PAIR = 2  # words of a name, in a run of names with nothing between them
LONGEST_COMMA = 3  # letters; a longer one has an "and" after it
MANY_CODES = 5  # initials on one line, none of them a body that we know: they are people
LEAST_STARTS = 3  # names, each before words of a post, with no mark between them


def starts_person(text: str) -> bool:
    """Tell whether a part of a line starts another person: a name, or a name and a post.

    Not: a body of unknown words that ends as bodies do, such as Struan Lodge Development Group.
    """
    bare = without_asides(text).strip(" .")
    head = (fields(bare) or [""])[0]
    before = masked(text).find(MASK)
    if names.is_name(head) or (before > 0 and names.is_name(text[:before])):
        return True
    name, rest = names.split_name(head)
    if not name:
        return False
    return names.has_title(head) or (_two_unknown(name) and not _ends_as_a_body(rest))


def starts_full(text: str) -> bool:
    """Tell whether a part starts another person with more than one word of a name."""
    bare = without_asides(text)
    return starts_person(text) and (len(bare.split()) > 1 or names.has_title(bare))


def _two_unknown(name: str) -> bool:
    words = name.split()
    return len(words) >= PAIR and not any(is_known(word) for word in words)


def _ends_as_a_body(rest: str) -> bool:
    words = rest.split()
    if not words or words[0].islower():
        return False
    return in_list(words[-1], "bodies") and not names.holds_listed_word(rest, "posts")


def parts_of(text: str) -> list[Part]:
    """Tell the parts of a line, cut at semicolons, commas, "and" before a name, and brackets.

    Formula: a soft mark ("and", a closed bracket, two spaces) cuts only before another person.
    """
    text = respelt(text)
    hidden = masked(joined(text))
    cuts = list(_CUT.finditer(hidden))
    found: list[Part] = []
    begin, mark = 0, ""
    for place, cut in enumerate(cuts):
        if cut.lastgroup == "soft":
            if hidden[cut.start()] == "." and hidden[cut.start() - 1] != MASK and ";" not in hidden:
                continue  # a full stop for a semicolon, where the line has others
            stop = cuts[place + 1].start() if place + 1 < len(cuts) else len(text)
            if not _opens(text[begin : cut.start()], text[cut.end() : stop]):
                continue
        found.append(Part(mark, text[begin : cut.start()]))
        begin, mark = cut.end(), {"hard": ";", "comma": ","}.get(cut.lastgroup or "", " ")
        stop = cuts[place + 1].start() if place + 1 < len(cuts) else len(text)
        if mark == "," and len(cut.group()) > LONGEST_COMMA and starts_full(text[begin:stop]):
            mark = " "
    found.append(Part(mark, text[begin:]))
    kept = _titles_shared([Part(p.mark, post_after(p.text.strip(" .\t"))) for p in found])
    return [part for part in kept if part.text and not is_nobody(part.text)]


def _titles_shared(parts: list[Part]) -> list[Part]:
    """ "Mr and Mrs Quill" are two of one name."""
    for place in range(len(parts) - 1):
        title, after = parts[place], parts[place + 1]
        if after.mark == " " and said("titles").fullmatch(f"{title.text} "):
            surname = names.without_title(after.text)
            parts[place] = Part(title.mark, f"{title.text} {surname}")
    return parts


def _opens(left: str, right: str) -> bool:
    """Tell whether another person starts after a soft mark."""
    if not starts_person(right):
        return is_code(left) and is_code(right)
    if said("titles").fullmatch(f"{left.strip()} "):
        return True
    alone = len(without_asides(right).split()) == 1
    if alone and masked(left).endswith(MASK) and len(without_asides(left).split()) == 1:
        return False  # "Ed (Eddie) Bloggs"
    return not alone or starts_person(left) or names.has_title(left)


def is_nobody(text: str) -> bool:
    """Tell whether a text under a heading lists nobody: none, vacant, six members of the public."""
    bare = unbulleted(text)
    return not re.search(r"[^\W\d_]{2}", bare) or bool(said("nobody").match(plain(bare)))


def people_of(text: str) -> list[Person]:
    """Tell the people on a line that lists several, such as "Jo Bloggs (Chair), A Bee and C Dee".

    Formula: a part with the shape of a name starts a person, any other is the post of the person
    before; where semicolons part the people, a name after a comma starts one only before a post.
    After "Councillors" each part that may be a surname is a person.
    """
    bare = unbulleted(text).rstrip(". ")
    parts = parts_of(bare)
    found: list[Person] = []
    codes = codes_in([part.text for part in parts])
    whole = any(part.mark == ";" for part in parts)
    title, since = "", 0
    parts = of_one_body(parts) if whole else parts
    lone, bodied = lone_words(parts), _names_before_bodies(parts)
    sure = len(codes) >= MANY_CODES and all(is_code(parts[place].text) for place in codes)
    for place, part in enumerate(parts):
        plural = said("several_titles").match(part.text)
        if plural and (place == 0 or _all_titled(parts[place:])):
            part = Part(part.mark, part.text[plural.end() :])
        if place in codes or place in bodied:
            certain = bool(asides(part.text)) or (sure and place in codes)
            found.append(Person([part.text], doubt=not certain))
            continue
        if lone == [place] and not title:
            found[-1].parts.append(part.text)
            continue
        before = len(found)
        if part.mark == ";":
            since, title = before, ""
        if plural and _all_titled(parts[place:]):
            title = _singular(plural)
        elif title and names.has_title(part.text) and _is_post(parts[place + 1 :]):
            title = ""  # "Councillors Bloggs and Bee. Mr A Dee, Clerk"
        _take(found, part, parts[place + 1 :], whole=whole, title=title)
        if part.mark == " " and len(found) == before + 1 and before:
            share_aside(found[since:])
        if title and masked(part.text).endswith(MASK) and place + 1 < len(parts):
            title = title if parts[place + 1].mark == "," else ""
    return found


def _all_titled(parts: Sequence[Part]) -> bool:
    """ "Councillors" is of all to the first semicolon, unless that parts each from the next."""
    end = next(
        (place for place, part in enumerate(parts) if place and part.mark == ";"), len(parts)
    )
    return end == len(parts) or (end > 1 and all(_surname(part.text) for part in parts[:end]))


def lone_words(parts: Sequence[Part]) -> list[int]:
    """Tell the places of lone words in a run of full names, each a surname or a body as well.

    Example: in "Jo Bloggs, Chest, Heart and Stroke Scotland" it is "Chest".
    """
    if not parts or not starts_full(parts[0].text):
        return []
    followed = [*parts[1:], Part(",", "")]
    return [
        place
        for place, (part, after) in enumerate(zip(parts, followed, strict=True))
        if part.mark == ","
        and after.mark != " "
        and len(part.text.split()) == 1
        and starts_person(part.text)
        and not has_shape(part.text)
    ]


def _names_before_bodies(parts: Sequence[Part]) -> set[int]:
    """Tell the places of "Bea Quill Crossroads, Cal Dorne Age Concern": people, if most are so."""
    found, bare, posted = set(), False, 0
    for place, part in enumerate(parts):
        name, rest = names.split_name(without_asides(part.text))
        rest = "" if rest.startswith(("-", "–")) else rest
        if not bare and _two_unknown(name) and _ends_as_a_body(rest) and is_known(rest):
            found.add(place)
        posted += bool(name) and bool(rest) and place not in found
        bare = not (rest or asides(part.text)) and len(name.split()) == PAIR  # its body follows
    beside = posted >= PAIR and not any(is_known(part.text) for part in parts)
    many = len(found) >= LEAST_STARTS and len(found) * 2 >= len(parts)
    return found if many or beside else set()


def _singular(plural: re.Match[str]) -> str:
    return "Councillor" if plural.group(1) else "Mr"


def _take(
    found: list[Person], part: Part, later: Sequence[Part], *, whole: bool, title: str
) -> None:
    """Add a part to the people found: as another person, or as the post of the last one."""
    if title and (not found or starts_person(part.text) or _surname(part.text)):
        titled = names.has_title(part.text) and not part.text.lower().startswith(
            ("mrs", "ms", "mr")
        )
        found.append(Person([part.text if titled else f"{title} {part.text}"]))
    elif not found or part.mark == ";" or _starts_here(found[-1], part, later, whole=whole):
        unsure = whole and part.mark == ","
        found += [Person(p.parts, doubt=p.doubt or unsure) for p in _unparted(part.text)]
    else:
        post, name = _name_at_the_end(part.text) if _is_post(later) else (part.text, "")
        found[-1].parts.append(post)
        if name:
            found.append(Person([name], doubt=True))


def _starts_here(last: Person, part: Part, later: Sequence[Part], *, whole: bool) -> bool:
    if not starts_person(part.text):
        return False
    if not whole or part.mark == " ":
        return True
    if later and later[0].mark == " ":
        return True
    has_post = len(last.parts) > 1 or not names.is_name(without_asides(last.parts[0]))
    return has_post and (_is_post(later) or masked(part.text).endswith(MASK))


def _is_post(later: Sequence[Part]) -> bool:
    """Tell whether the next part is the words of a post, or an abbreviation of a body."""
    after = later[0] if later else None
    if not after or after.mark != ",":
        return False
    bare = without_asides(after.text)
    post = names.holds_listed_word(bare, "posts")
    return is_known(bare) and (post or is_abbreviation(bare))


def _unparted(text: str) -> list[Person]:
    """Part names that stand side by side with nothing between them: a guess, and marked so."""
    parts = runons.parts_of_run(text)
    return [Person([part], doubt=True) for part in parts] if len(parts) > 1 else [Person([text])]


def _name_at_the_end(text: str) -> tuple[str, str]:
    """Part "Chief Executive Paul Rae" into the post of one person and the name of the next."""
    words = list(WORD.finditer(text))
    if len(words) <= PAIR or not in_list(words[-PAIR - 1].group(), "posts"):
        return text, ""
    start = words[-PAIR].start()
    name = text[start:]
    return (text[:start], name) if _two_unknown(name) and names.is_name(name) else (text, "")


def _surname(text: str) -> bool:
    words = without_asides(text).split()
    post = re.fullmatch(r"(vice |deputy |co )?(chair|chairman|mayor|leader|convener)", plain(text))
    return 1 <= len(words) <= PAIR + 1 and words[0][:1].isupper() and not post
