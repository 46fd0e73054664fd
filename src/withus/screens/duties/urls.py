"""Where one sees who has which duty, and names them."""

from django.urls import path

from withus.screens.duties import views

app_name = "duties"
urlpatterns = [
    path("", views.every, name="every"),
    path("give/", views.give, name="give"),
    path("give/check/", views.check, name="check"),
    path("<str:given>/end/", views.end, name="end"),
]
