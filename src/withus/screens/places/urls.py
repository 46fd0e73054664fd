"""Where places are made and ended, deputies chosen, and mandates typed in."""

from django.urls import path

from withus.screens.places import deputies, mandates, places

app_name = "places"
urlpatterns = [
    path("places/", places.every, name="every"),
    path("places/add/", places.add, name="add"),
    path("places/<str:place>/end/", places.end, name="end"),
    path("deputies/", deputies.mine, name="deputies"),
    path("deputies/end/", deputies.end, name="deputy-end"),
    path("mandates/", mandates.every, name="mandates"),
    path("mandates/<str:place>/add/", mandates.add, name="mandate-add"),
    path("mandates/<str:place>/end/", mandates.end, name="mandate-end"),
]
