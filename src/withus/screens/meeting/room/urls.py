"""The addresses of a meeting’s room."""

from django.urls import path

from withus.screens.meeting.room import chair, running, views

app_name = "in_the_room"

urlpatterns = [
    path("", views.here, name="here"),
    path("type/", running.type_for, name="type"),
    path("begin/", running.begin, name="begin"),
    path("chair/", chair.chair, name="chair"),
    path("end/", running.end, name="end"),
    path("turns/", running.turns, name="turns"),
    path("interest/<str:item>/", views.interest, name="interest"),
]
