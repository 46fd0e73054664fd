"""Where works are: the list of a partnership's, each on a page of its own, and how it begins."""

from django.urls import path

from withus.screens.framing import account, asking, before, lists, opening, page, timeline, whom

app_name = "framing"
WORK = "works/<str:work>/"
urlpatterns = [
    path("works/", lists.every, name="every"),
    path("works/open/", opening.begin, name="open"),
    path(WORK, page.page, name="work"),
    path(f"{WORK}scope/", whom.confirm, name="scope"),
    path(f"{WORK}promise/", whom.promise, name="promise"),
    path(f"{WORK}questions/", asking.questions, name="questions"),
    path(f"{WORK}existing/", before.existing, name="existing"),
    path(f"{WORK}existing/not-told/", before.hidden, name="hidden"),
    path(f"{WORK}existing/<str:existing>/", before.one_existing, name="one-existing"),
    path(f"{WORK}challenges/<str:challenge>/", before.settle, name="settle"),
    path(f"{WORK}account/", account.tell, name="account"),
    path(f"{WORK}account/<str:account>/", account.answer, name="answer"),
    path(f"{WORK}account/<str:account>/document/", account.given, name="document"),
    path(f"{WORK}timeline/", timeline.timeline, name="timeline"),
]
