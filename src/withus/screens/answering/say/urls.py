"""Where people say something without an account."""

from django.urls import path

from withus.screens.answering.say import back, cards, start

app_name = "say"
urlpatterns = [
    path("", start.code, name="code"),
    path("my/who/", cards.who, name="who"),
    path("my/how/", cards.how, name="how"),
    path("my/check/", cards.check, name="check"),
    path("my/card/<int:number>/", cards.card, name="card"),
    path("my/", back.mine, name="mine"),
    path("<str:typed>/", start.link, name="link"),
]
