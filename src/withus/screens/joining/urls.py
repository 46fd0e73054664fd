"""Where partnerships and their boards are."""

from django.urls import path

from withus.screens.joining import views

app_name = "joining"
urlpatterns = [
    path("", views.partnerships, name="partnerships"),
    path("<record:origin>/", views.partnership, name="partnership"),
    path("<record:origin>/boards/<str:board>/", views.board, name="board"),
]
