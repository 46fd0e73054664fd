"""Where one begins to look as a member, and stops."""

from django.urls import path

from withus.screens.looking import views

app_name = "looking"
urlpatterns = [
    path("", views.begin, name="begin"),
    path("stop/", views.stop, name="stop"),
]
