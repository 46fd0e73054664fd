"""What must be true of every page, whatever it says: each check yields the faults it finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from django.conf import settings
from lxml.html import HtmlElement

# The only words of the policy: nothing from anyone else, and no script at all.
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
SHOWN_FIELDS = "//input[not(@type='hidden')] | //select | //textarea"
POINTING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form")
ELSEWHERE = re.compile(r"^(?:[a-z][a-z+.-]*:)?//|^(?:javascript|data|vbscript):", re.IGNORECASE)


def words(element: HtmlElement) -> str:
    """Return what an element says, on one line."""
    return " ".join(element.text_content().split())


def named(tree: HtmlElement, element: HtmlElement) -> bool:
    """Tell whether someone who cannot see it hears what an element is."""
    pointed = [
        words(found)
        for name in element.get("aria-labelledby", "").split()
        for found in tree.xpath("//*[@id=$name]", name=name)
    ]
    shown = [words(label) for label in element.xpath("ancestor::label")]
    tied = tree.xpath("//label[@for=$name]", name=element.get("id", ""))
    return any([element.get("aria-label"), *pointed, *shown, *[words(label) for label in tied]])


def head(tree: HtmlElement) -> Iterator[str]:
    """One language, one title that ends in our name, one h1, no heading left out."""
    if not tree.get("lang"):
        yield "the page does not say its language"
    title = tree.findtext("head/title", "").strip()
    if not title.removesuffix(" – Withus").strip() or not title.endswith(" – Withus"):
        yield f"the title is {title!r}, not “what it is – Withus”"
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    if levels.count(1) != 1:
        yield f"there are {levels.count(1)} h1"
    if any(later > earlier + 1 for earlier, later in pairwise(levels)):
        yield f"a level of heading is left out: {levels}"
    for heading in tree.xpath("//h1|//h2|//h3|//h4"):
        if not words(heading):
            yield f"an empty {heading.tag}"


def landmarks(tree: HtmlElement) -> Iterator[str]:
    """One head, one main, one foot; each way round has its own name; a way to skip."""
    for path in ("/html/body/header", "/html/body/main", "/html/body/footer"):
        if len(tree.xpath(path)) != 1:
            yield f"there are {len(tree.xpath(path))} of {path}"
    names = [nav.get("aria-label") for nav in tree.iter("nav")]
    if not all(names) or len(set(names)) != len(names):
        yield f"the navs are called {names}"
    if not tree.xpath("//a[@href='#main']"):
        yield "there is no link past the head"


def fields(tree: HtmlElement) -> Iterator[str]:
    """Every field has a label; every link, button and picture a name."""
    for field in tree.xpath(SHOWN_FIELDS):
        if not named(tree, field):
            yield f"no label: {field.tag} {dict(field.attrib)}"
    for pressed in tree.xpath("//a | //button | //summary"):
        drawn = pressed.xpath(".//svg[@aria-label] | .//img[@alt!='']")
        if not words(pressed) and not drawn and not pressed.get("aria-label"):
            yield f"no words: {pressed.tag} {dict(pressed.attrib)}"
    for picture in tree.xpath("//*[@role='img'] | //img[not(@alt)]"):
        if picture.tag == "img" or not named(tree, picture):
            yield f"a picture without a name: {picture.tag} {dict(picture.attrib)}"


def identities(tree: HtmlElement) -> Iterator[str]:
    """No id twice; whatever is pointed at is there."""
    counted = Counter(tree.xpath("//@id"))
    yield from (
        f"the id {name!r} is there {times} times" for name, times in counted.items() if times > 1
    )
    pointed = [
        name
        for attribute in POINTING
        for value in tree.xpath(f"//*/@{attribute}")
        for name in value.split()
    ]
    inside = [value[1:] for value in tree.xpath("//@href") if value.startswith("#")]
    yield from (f"nothing has the id {name!r}" for name in {*pointed, *inside} - {*counted, ""})


def inline(tree: HtmlElement) -> Iterator[str]:
    """No script and no style in the page: the policy would refuse them."""
    for element in tree.iter("script", "style"):
        ours = element.tag == "script" and element.get("src", "").startswith("/static/")
        if not ours or element.text:
            yield f"<{element.tag}> in the page"
    for element in tree.xpath("//*[@style]"):
        yield f"a style on <{element.tag}>"
    for name in tree.xpath("//@*[starts-with(name(), 'on')]"):
        yield f"a script in an attribute: {name}"


def addresses(tree: HtmlElement) -> Iterator[str]:
    """Nothing is fetched from anyone else. A link elsewhere says so: rel="external"."""
    for element in tree.xpath("//*[@src or @href or @action or @srcset]"):
        for name in ("src", "href", "action", "srcset"):
            value = element.get(name, "").strip()
            declared = element.tag == "a" and "external" in element.get("rel", "").split()
            if ELSEWHERE.match(value) and not (declared and value.startswith("https://")):
                yield f"an address elsewhere: <{element.tag} {name}={value!r}>"


def policy(headers: Mapping[str, str], *, runs: Iterable[str] = ()) -> Iterator[str]:
    """The headers that keep a page to itself; a page with a script may run ours, or ask us."""
    told = headers.get("Content-Security-Policy", "")
    parts = (part.strip().split(" ", 1) for part in told.split(";") if part.strip())
    allowed = {**POLICY, **dict.fromkeys(runs, "'self'")}
    if {name: " ".join(rest) for name, *rest in parts} != allowed:
        yield f"the policy is {told!r}"
    for name in ("Permissions-Policy", "X-Content-Type-Options", "Referrer-Policy"):
        if not headers.get(name):
            yield f"no {name}"


def doors(tree: HtmlElement) -> Iterator[str]:
    """Help, the source and what is kept stand in the foot of every page."""
    foot = tree.xpath("/html/body/footer")[0]
    numbers = {link for link in foot.xpath(".//@href") if link.startswith("tel:")}
    if numbers != {"tel:999", "tel:111", "tel:116123"}:
        yield f"the numbers in the foot are {sorted(numbers)}"
    if settings.WITHUS_SOURCE_URL and settings.WITHUS_SOURCE_URL not in foot.xpath(".//@href"):
        yield "no link to the source"


PAGE_CHECKS = (head, landmarks, fields, identities, inline, addresses, doors)
