"""Where somebody sees what happened to what they said."""

from django.urls import path

from withus.screens.answering import mine

app_name = "said"
urlpatterns = [path("", mine.said, name="mine")]
