"""Every address Withus answers at. A room brings its own."""

from django.urls import include, path

from withus.screens.frame import views

urlpatterns = [
    path("", views.home, name="home"),
    path("check/", include("withus.screens.checking.urls")),
]

handler400 = views.could_not_read
handler403 = views.not_open
handler404 = views.no_such_page
handler500 = views.our_fault
