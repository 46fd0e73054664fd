"""Where the rules of a board are changed and set."""

from django.urls import path

from withus.screens.deciding import law, views

app_name = "deciding"
urlpatterns = [
    path("", views.rules, name="rules"),
    path("rule/", views.rule, name="rule"),
    path("check/", views.check, name="check"),
    path("law/", law.law, name="law"),
]
