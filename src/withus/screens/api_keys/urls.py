"""Where keys for programs are made and ended."""

from django.urls import path

from withus.screens.api_keys import views

app_name = "api_keys"
urlpatterns = [
    path("", views.keys, name="keys"),
    path("<str:key>/end/", views.end, name="end"),
]
