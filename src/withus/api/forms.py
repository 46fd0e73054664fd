"""The form of each call, made from the forms that the core gives to a fact's own fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, create_model
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from withus.core.facts import forms
from withus.core.facts.encoding import is_plain
from withus.core.facts.fact import Fact, Seal, layout
from withus.core.facts.forms import Form, NotSo
from withus.core.facts.joining import AboveForm
from withus.core.facts.rows import Minute, Rows, forms_of

Json = dict[str, Any]
AN_ID: Json = {"type": "string", "pattern": f"^({forms.AN_ID.pattern})$"}
WORDS: Json = {"type": "string", "description": "Words in NFC; lines end with LF alone."}
A_PERSON: Json = {**AN_ID, "description": "The id of a person of this partnership."}
A_TIME: Json = {
    "type": "string",
    "format": "date-time",
    "description": "When it is said to have been, with its zone.",
}


class Exactly(BaseModel):
    """A mapping with these names, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def body_of(kind: type[Fact]) -> type[BaseModel]:
    """Make the form of the call that enters a type of fact."""
    form = layout(kind)
    clear = {name: (_read_by(each), ...) for name, each in form.clear.items()}
    sealed = {name: (_sealed(each), ...) for name, each in form.sealed.items()}
    inner: dict[str, Any] = {
        "clear": _mapping(f"{kind.__name__}Clear", clear),
        "sealed": _mapping(f"{kind.__name__}Sealed", sealed),
    }
    return create_model(
        f"{kind.__name__}Body",
        __base__=Exactly,
        __doc__=kind.__doc__,
        by=(_or_nothing(_text(forms.is_id, "id"), A_PERSON, "For whom you type."), None),
        claimed_at=(_or_nothing(_moment, A_TIME, ""), None),
        **inner,
    )


def fact_of(kind: type[Fact], body: Any) -> Fact:
    """Return the fact that a call is about."""
    return kind(**dict(body.clear), **dict(body.sealed))


def _mapping(name: str, fields: dict[str, Any]) -> tuple[Any, Any]:
    """Make a mapping; one that has no names may be left out."""
    made = create_model(name, __base__=Exactly, **fields)
    return (made, ...) if fields else (made, Field(default_factory=made))


def _read_by(form: Form) -> Any:
    return Annotated[Any, PlainValidator(_said(form.read)), WithJsonSchema(described(form))]


def _sealed(seal: Seal) -> Any:
    person = seal is Seal.PERSON
    fits, name = (forms.is_id, "id") if person else (is_plain, "text")
    told = WithJsonSchema(A_PERSON if person else WORDS)
    return Annotated[Any, PlainValidator(_said(_text(fits, name))), told]


def _or_nothing(read: Callable[[Any], Any], told: Json, more: str) -> Any:
    described = {**told, "description": more} if more else told
    shape = {"anyOf": [described, {"type": "null"}]}
    form = _said(lambda value: None if value is None else read(value))
    return Annotated[Any, PlainValidator(form), WithJsonSchema(shape)]


def _said(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Let the library tell the core's own refusal of a value."""

    def reading(value: Any) -> Any:
        try:
            return read(value)
        except NotSo as refusal:
            expected = {"expected": refusal.parameters["expected"]}
            raise PydanticCustomError("not_the_form", "not the form", expected) from None

    return reading


def _text(fits: Callable[[str], bool], name: str) -> Callable[[Any], str]:
    def reading(value: Any) -> str:
        if not isinstance(value, str) or not fits(value):
            raise NotSo("not_the_form", {"expected": name})
        return value

    return reading


def _moment(value: Any) -> datetime:
    """Read a time as an entry would hold it: in its one spelling, with its zone."""
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise NotSo("not_the_form", {"expected": "time"}) from None
    if found.utcoffset() is None or found.isoformat() != value:
        raise NotSo("not_the_form", {"expected": "time"})
    return found


def described(form: Form) -> Json:
    """Tell a form in the words of JSON Schema."""
    if isinstance(form, forms.OrNothing):
        return {"anyOf": [described(form.form), {"type": "null"}]}
    if isinstance(form, forms.SetOf):
        sorted_ = "Sorted, and nothing twice."
        inner = described(form.form)
        return {"type": "array", "items": inner, "uniqueItems": True, "description": sorted_}
    if isinstance(form, forms.OneOf):
        return {"type": "string", "enum": [each.value for each in form.words]}
    if isinstance(form, forms.Text):
        return {"type": "string", "pattern": f"^({form.pattern.pattern})$"}
    if isinstance(form, forms.Named):
        return {"type": "string", "minLength": 1, "maxLength": form.longest}
    if isinstance(form, forms.Document):
        return {"type": "array", "items": {}} if form.kind is list else {"type": "object"}
    if isinstance(form, Rows):
        row = {name: described(each) for name, each in forms_of(form.kind).items()}
        inner = {"type": "object", "properties": row, "required": [*row]}
        return {"type": "array", "items": inner, "description": "In order of holding."}
    return dict(PLAIN[type(form)])


PLAIN: dict[type, Json] = {
    forms.Flag: {"type": "boolean"},
    forms.Count: {"type": "integer", "minimum": 0, "maximum": forms.MOST},
    forms.Day: {"type": "string", "format": "date"},
    forms.PartOfOne: {"type": "string", "pattern": f"^({forms.A_SHARE.pattern})$"},
    forms.Encoded: {"type": "string", "contentEncoding": "base64"},
    forms.Anything: {"description": "In the form of the field that is put right."},
    Minute: {"type": "string", "pattern": "^[0-9-]{10}T[0-9]{2}:[0-9]{2}Z$"},
    AboveForm: {
        "type": "string",
        "description": "A board’s id here, or its place in another record: origin#index@size,root.",
    },
}
