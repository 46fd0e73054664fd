"""The page of the API, made from its own description: `python -m tests.api.reference_page`."""

from __future__ import annotations

import json
from typing import Any

from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "api.md"
BEGINNING = """\
# The API

What programs call, for a person who made them [a key](../how-to/write-with-a-program.md). This
page is made from the description that `/api/v1/openapi.json` gives to machines, and that from the
forms of the [facts](facts.md) themselves; tests hold them together.

Every call but the one for that description carries `Authorization: Bearer` and the key. A body is
JSON in UTF-8, at most 100,000 bytes: each name once, whole numbers only, at most 64 lists or
mappings in one another. Answers are JSON and never kept by caches. A key may call 120 times a
minute.
"""
ENTERING = """\
`POST` the act to the address of its type. The body is an [act](facts.md#an-act) without its type:

| Name | Holds |
|---|---|
| `clear` | every clear field of that type; null where there is nothing to say |
| `sealed` | every sealed field: words, or a person’s id; may be left out where there is none |
| `by` | left out or null: the person of the key. Or the id of the person for whom they type |
| `claimed_at` | left out or null; or when it is said to have been, as `2026-11-20T10:00:00+00:00` |

The header `Idempotency-Key` (1 to 64 signs of ASCII, no spaces) is a word of your own for the
act: sent again within a day, the same act gives the same answer and no second entry.

The answer is 201 with `entries` (their numbers) and `check_code`: the record’s latest
[check-code](../how-to/read-a-record.md) if it was made after the entry, else null. One is due
within a minute.
"""
DECIDING = """\
A decision is no act that is entered: whoever chairs closes the roll of those in the room, and what
comes of it is worked out then. These calls stand beside [pages](../how-to/decide-at-a-meeting.md)
and refuse in the same words. `{meeting}` and `{motion}` are in the address of a motion’s page.
"""
REFUSED = """\
Whatever is refused is told in one form. Nothing was entered then.

| Name | Holds |
|---|---|
| `code` | a word that stays the same |
| `parameters` | what explains it: `field`, `expected`, `needs` ... |
| `sentence` | what is wrong, in the language that `Accept-Language` asks for |
| `remedy` | what would mend it |

What each status means is told [here](../how-to/write-with-a-program.md#if-it-is-refused).
"""


def page() -> str:
    """Return the page."""
    from withus.api.urls import described

    told = json.loads(described())
    posts = {path: each["post"] for path, each in told["paths"].items() if "post" in each}
    gets = {path: each["get"] for path, each in told["paths"].items() if "get" in each}
    schemas = told["components"]["schemas"]
    parts = [BEGINNING, "## Asking", asking(gets, schemas), "## Entering", ENTERING]
    facts = {path: each for path, each in posts.items() if "{" not in path}
    calls = {path: each for path, each in posts.items() if "{" in path}
    parts += [entering(facts, schemas), "## Deciding", DECIDING, calling(calls, schemas)]
    parts += ["## Refusals", REFUSED]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def asking(gets: dict[str, Any], schemas: dict[str, Any]) -> str:
    """Return what can be asked, as a table."""
    rows = ["| Address | Tells | Names in the answer |", "|---|---|---|"]
    for path, each in gets.items():
        answer = named(each["responses"]["200"]["content"]["application/json"]["schema"])
        names = ", ".join(f"`{name}`" for name in schemas[answer]["properties"])
        rows.append(f"| `GET {path}` | {each['summary']} | {names} |")
    return "\n".join(rows)


def entering(posts: dict[str, Any], schemas: dict[str, Any]) -> str:
    """Return what can be entered, as a table."""
    rows = ["| Address | What happened | `clear` | `sealed` |", "|---|---|---|---|"]
    for path, each in posts.items():
        body = schemas[named(each["requestBody"]["content"]["application/json"]["schema"])]
        parts = [schemas[named(body["properties"][name])] for name in ("clear", "sealed")]
        clear, sealed = (fields(part.get("properties", {})) for part in parts)
        rows.append(f"| `{path}` | {each['summary']} | {clear} | {sealed} |")
    return "\n".join(rows)


def calling(posts: dict[str, Any], schemas: dict[str, Any]) -> str:
    """Return the calls that are no facts, as a table."""
    rows = ["| Address | What it does | Body | Names in the answer |", "|---|---|---|---|"]
    for path, each in posts.items():
        body = schemas[named(each["requestBody"]["content"]["application/json"]["schema"])]
        done = next(code for code in ("200", "201") if code in each["responses"])
        answer = named(each["responses"][done]["content"]["application/json"]["schema"])
        names = ", ".join(f"`{name}`" for name in schemas[answer]["properties"])
        told = "; ".join(
            f"`{name}` ({form(schemas[named(one)]) if '$ref' in one else form(refs(one, schemas))})"
            for name, one in body["properties"].items()
        )
        rows.append(f"| `POST {path}` | {each['summary']} | {told} | {names} |")
    return "\n".join(rows)


def refs(told: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return a form with what its parts refer to in their stead."""
    if "anyOf" not in told:
        return told
    parts = [schemas[named(each)] if "$ref" in each else each for each in told["anyOf"]]
    return {"anyOf": parts}


def fields(properties: dict[str, Any]) -> str:
    """Return fields with their forms, one after the other."""
    return "; ".join(f"`{name}` ({form(each)})" for name, each in properties.items())


def form(told: dict[str, Any]) -> str:
    """Tell a form of JSON Schema in few words."""
    if "anyOf" in told:
        return " or ".join(form(each) for each in told["anyOf"])
    if "enum" in told:
        return ", ".join(f"`{word}`" for word in told["enum"])
    if told.get("type") == "array":
        return f"sorted list of {form(told['items'])}" if told["items"] else "list"
    if "A-Za-z0-9_-]{21}" in told.get("pattern", ""):
        return "a person’s id" if "person" in told.get("description", "") else "id"
    if "pattern" in told:
        return f"text `{told['pattern']}`".replace("|", "\\|")
    return kinds(told)


def kinds(told: dict[str, Any]) -> str:
    """Tell a form that has no list and no pattern."""
    told_as = (
        ("maxLength", f"name of at most {told.get('maxLength')}"),
        ("contentEncoding", "base64"),
        ("format", {"date": "day", "date-time": "time"}.get(told.get("format", ""), "")),
        ("maximum", "whole number"),
        ("description", lower(told.get("description", ""))),
    )
    found = [words for name, words in told_as if name in told]
    plain = {"boolean": "true or false", "null": "null", "object": "mapping"}
    return str(found[0] if found else plain[told["type"]])


def lower(sentence: str) -> str:
    """Return a sentence as part of another."""
    return (sentence[:1].lower() + sentence[1:]).rstrip(".")


def named(told: dict[str, Any]) -> str:
    """Return the name of a schema that is referred to."""
    (found,) = told.get("allOf", (told,))
    return str(found["$ref"]).rpartition("/")[2]


if __name__ == "__main__":
    import django

    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
