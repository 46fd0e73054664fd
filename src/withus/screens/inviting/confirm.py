"""What was typed for people and waits until it is confirmed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from withus.core.rules.rights import Act
from withus.screens.frame.me import Me
from withus.screens.inviting.edge import may


@require_safe
@may(Act.CONFIRM_FOR_ANOTHER)
def to_confirm(request: HttpRequest, here: Me) -> HttpResponse:
    return HttpResponse("")
