"""Where the pages for checking a board are."""

from django.urls import path

from withus.screens.checking import letters, people, result, start

app_name = "checking"
urlpatterns = [
    path("", start.start, name="start"),
    path("open/", start.reopen, name="open"),
    path("example/", result.example, name="example"),
    path("wrong/", start.wrong, name="wrong"),
    path("people/", people.people, name="people"),
    path("place/", people.place, name="place"),
    path("result/", result.result, name="result"),
    path("save/", result.save, name="save"),
    path("letters/", letters.letters, name="letters"),
    path("letters/page/", letters.page, name="letter"),
]
