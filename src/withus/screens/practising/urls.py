"""Where a practice run ends."""

from django.urls import path

from withus.screens.practising import views

app_name = "practising"
urlpatterns = [
    path("", views.about, name="about"),
    path("go-live/", views.go_live, name="go-live"),
    path("throw-away/", views.throw_away, name="throw-away"),
]
