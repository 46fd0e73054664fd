"""Every sentence on a page goes through gettext, so that it can be said in Welsh too."""

from __future__ import annotations

import re

import pytest

from tests.house.pages import TAGS, Page, read_page, templates, uncommented
from tests.house.tree import listed, shown

SPOKEN = {
    "alt",
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "title",
}
LETTERS = re.compile(r"[^\W\d_]")
OUR_NAME = "Withus"
QUOTED = re.compile(r"""(?<!_\()(["'])((?:(?!\1).)*)\1""")
TRANSLATING = re.compile(r"\{%\s*(?:blocktrans|trans)(?:late)?\b|\{%\s*now\b")
DATE_PATTERN = re.compile(r"""\|\s*(?:date|time)\s*:\s*(["']).*?\1""")


def has_words(text: str) -> bool:
    """Tell whether text holds letters that are not our own name."""
    return bool(LETTERS.search(text.replace(OUR_NAME, "")))


def spoken_attributes(page: Page) -> list[tuple[int, str]]:
    """Return what a page's attributes say aloud, or show."""
    said = []
    for line, tag, told in page.tags:
        names = set(SPOKEN)
        if tag == "input" and told.get("type") in ("submit", "button", "reset"):
            names.add("value")
        if tag == "meta" and told.get("name") == "description":
            names.add("content")
        said += [(line, f'{name}="{told[name]}"') for name in sorted(names & told.keys())]
    return [(line, words) for line, words in said if has_words(words.split("=", 1)[1])]


def sentences_in_tags(template: str) -> list[tuple[int, str]]:
    """Return the sentences that a Django tag hands on without translating them."""
    template = uncommented(template)
    found = []
    for tag in TAGS.finditer(template):
        if not TRANSLATING.match(tag.group()):
            line = template.count("\n", 0, tag.start()) + 1
            quoted = [q.group(2) for q in QUOTED.finditer(DATE_PATTERN.sub("", tag.group()))]
            found += [
                (line, words) for words in quoted if has_words(words) and " " in words.strip()
            ]
    return found


def untranslated(template: str, *, where: str) -> list[str]:
    """Name every place in a template with words that gettext never sees."""
    page = read_page(template)
    between = [(line, words) for line, words in page.words if has_words(words)]
    found = between + spoken_attributes(page) + sentences_in_tags(template)
    return [f"{where}:{line} {words}" for line, words in sorted(found)]


def test_every_sentence_of_a_template_is_translated() -> None:
    assert templates(), "no template was found: is this test looking in the right place?"
    faults = [
        fault
        for path in templates()
        for fault in untranslated(path.read_text(encoding="utf-8"), where=shown(path))
    ]
    assert not faults, listed(faults)


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Who was there</p>",
        '<img src="a.svg" alt="A meeting">',
        '<input type="submit" value="Send">',
        '<nav aria-label="Pages"></nav>',
        '{% include "a.html" with heading="Who was there" %}',
        '{{ board|default:"No board" }}',
        "{% if board %}<p>{{ board }} met</p>{% endif %}",
        '<svg role="img"><title>A chart</title></svg>',
        '<meta name="description" content="See who was there">',
        '{% if wide %} aria-label="A table"{% endif %}',
    ],
)
def test_a_planted_untranslated_sentence_is_caught(planted: str) -> None:
    assert untranslated(planted, where="x.html")


@pytest.mark.parametrize(
    "fine",
    [
        '<p>{% translate "Who was there" %}</p>',
        "<p>{% blocktranslate count n=n %}One{% plural %}{{ n }} people{% endblocktranslate %}</p>",
        '{% comment "why" %}not shown{% endcomment %}{# nor this #}<p>1 – 2</p>',
        '<a href="{% url "home" %}" title="{% trans "Home" %}">Withus</a>',
        '<time>{{ day|date:"j F Y" }}</time>',
        '{% include "a.html" with heading=_("Who was there") %}',
        '<a lang="cy" href="/cy">Cymraeg</a>',
        '{% if wide %} class="wide"{% endif %} aria-describedby="why"',
        '<div class="box wide" id="main">{{ words }}</div>',
    ],
)
def test_what_is_translated_passes(fine: str) -> None:
    assert untranslated(fine, where="x.html") == []
