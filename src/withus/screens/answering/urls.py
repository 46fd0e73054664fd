"""Where the points of a work are: the list, one of them, themes, links, and who is to be told."""

from django.urls import path

from withus.screens.answering import links, lists, one, put, telling, themes

app_name = "answering"
urlpatterns = [
    path("", lists.points, name="points"),
    path("put/", put.put, name="put"),
    path("type/", put.type_for, name="type"),
    path("group/", put.group, name="group"),
    path("themes/", themes.every, name="themes"),
    path("themes/<str:theme>/", themes.one, name="theme"),
    path("links/", links.every, name="links"),
    path("links/letters/", links.letters, name="letters"),
    path("links/<str:link>/stop/", links.stop, name="stop-link"),
    path("to-tell/", telling.every, name="to-tell"),
    path("to-tell/letters/", telling.letters, name="tell-letters"),
    path("<str:point>/", one.point, name="point"),
    path("<str:point>/file/", one.file, name="file"),
    path("<str:point>/answer/", one.answer, name="answer"),
    path("<str:point>/link/", one.link, name="link"),
    path("<str:point>/codes/", one.codes, name="codes"),
]
