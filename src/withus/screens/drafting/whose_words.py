"""Whose words the plan is made of: told by capacity, and to each person what is theirs."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from withus.core.findings.finding import NotEnough
from withus.core.rules.rights import Act
from withus.questions.wording import whose_words
from withus.saying.wording import panel as saying
from withus.screens.frame.allowed import rendered
from withus.screens.framing.here import AtWork, about, of_a_work


@require_safe
@of_a_work(Act.READ_BOARD)
def whose(request: HttpRequest, at: AtWork) -> HttpResponse:
    """Show whose words the plan is made of, what lasted, and who took out whose."""
    if not at.found.state.revisions:
        raise Http404
    told = whose_words(at.found, mine=frozenset(at.holdings))
    if isinstance(told, NotEnough):
        context = about(at) | {"why_not": saying.nothing(told.reason)}
        return rendered(request, "drafting/whose.html", context)
    panel = saying.panel(told)
    context = about(at) | {
        "panel": panel,
        "table": saying.table(panel),
    }
    return rendered(request, "drafting/whose.html", context)
