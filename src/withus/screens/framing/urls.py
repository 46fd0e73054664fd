"""Where works are: the list of a partnership's, each on a page of its own, and how it begins."""

from django.urls import path

from withus.screens.framing import lists, opening, page

app_name = "framing"
WORK = "works/<str:work>/"
urlpatterns = [
    path("works/", lists.every, name="every"),
    path("works/open/", opening.begin, name="open"),
    path(WORK, page.page, name="work"),
]
