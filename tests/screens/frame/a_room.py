"""A room that exists only in tests: it takes what is sent, and fails when asked to."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import include, path
from django.views.decorators.http import require_POST

from withus.screens.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Tell what arrived."""
    files = {file.name: type(file.file).__name__ for file in request.FILES.getlist("files")}
    marks = {name: getattr(request, name) for name in ("too_big", "files_too_big")}
    return JsonResponse({"minutes": request.POST.get("minutes"), "files": files, **marks})


def form(request: HttpRequest) -> HttpResponse:
    """Give a form's secret, and with it the cookie."""
    return HttpResponse(get_token(request), content_type="text/plain")


def fail(request: HttpRequest) -> HttpResponse:
    held = request.POST["minutes"]
    raise ValueError(f"cannot read {held}")


def closed(_: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [
    path("", include("withus.screens.urls")),
    path("room/take/", take, name="take"),
    path("room/form/", form, name="form"),
    path("room/fail/", fail, name="fail"),
    path("room/closed/", closed, name="closed"),
]
