"""Where the officer's pack is."""

from django.urls import path

from withus.screens.pack import views

app_name = "pack"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:paper>/", views.one, name="paper"),
]
