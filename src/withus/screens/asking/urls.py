"""Where the data contact answers what people asked about their information."""

from django.urls import path

from withus.screens.asking import views

app_name = "asking"
urlpatterns = [
    path("", views.every, name="every"),
    path("<str:ask>/", views.one, name="one"),
    path("<str:ask>/hold/", views.hold, name="hold"),
    path("<str:ask>/go-on/", views.go_on, name="go-on"),
    path("<str:ask>/erase/", views.erase, name="erase"),
]
