"""Where the data contact answers what people asked about their information."""

from django.urls import path

from withus.screens.asking import views

app_name = "asking"
urlpatterns = [
    path("", views.every, name="every"),
    path("<str:wanted>/", views.one, name="one"),
    path("<str:wanted>/hold/", views.hold, name="hold"),
    path("<str:wanted>/go-on/", views.go_on, name="go-on"),
    path("<str:wanted>/erase/", views.erase, name="erase"),
]
