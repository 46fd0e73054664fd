"""Where the minutes of a meeting are read, written, and said to be right."""

from django.urls import path

from withus.screens.meeting.minutes import views

app_name = "minutes"
MINUTES = "meetings/<str:meeting>/minutes/"
urlpatterns = [
    path(MINUTES, views.read, name="read"),
    path(f"{MINUTES}write/", views.write, name="write"),
    path(f"{MINUTES}approve/", views.approve, name="approve"),
    path(f"{MINUTES}approve-for-another/", views.approve_for_another, name="approve-for-another"),
]
