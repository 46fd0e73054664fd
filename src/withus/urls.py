"""Every address Withus answers at: those of people, and those of programs."""

from django.urls import include, path

from withus.screens.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("api/v1/", include("withus.api.urls")),
    path("", include("withus.screens.urls")),
]
