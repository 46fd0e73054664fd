"""Where partnerships and their boards are."""

from django.urls import path

from withus.screens.joining import easy_read, views

app_name = "joining"
urlpatterns = [
    path("", views.partnerships, name="partnerships"),
    path("<record:origin>/", views.partnership, name="partnership"),
    path("<record:origin>/boards/<str:board>/", views.board, name="board"),
    path("<record:origin>/boards/<str:board>/easy-read/", easy_read.easy_read, name="easy-read"),
]
