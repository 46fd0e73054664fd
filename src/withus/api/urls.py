"""Every address that programs call."""

from __future__ import annotations

import json
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from withus.api.asking import ask_each
from withus.api.bodies import Strict
from withus.api.callers import Key
from withus.api.deciding import decide_each
from withus.api.entering import enter_each
from withus.api.refusing import in_every_case

api = NinjaAPI(
    title="Withus",
    version="1",
    description="Enter what has happened in a partnership, for the person whose key you send.",
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
    auth=Key(),
    parser=Strict(),
)
in_every_case(api)
ask_each(api)
decide_each(api)
enter_each(api)


@cache
def described() -> bytes:
    """Return what there is to call, as OpenAPI. It is the same for everybody, and made once."""
    told = api.get_openapi_schema(path_prefix="api/v1/")
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    return HttpResponse(described(), content_type="application/json; charset=utf-8")


app_name = "api"
urlpatterns = [
    path("openapi.json", schema, name="schema"),
    *(each for each in api.urls[0] if getattr(each, "name", "") != "api-root"),
]
