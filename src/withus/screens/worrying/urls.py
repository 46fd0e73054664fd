"""Where whoever is hurt or worried finds four doors; and the safeguarding lead's list."""

from django.urls import path

from withus.screens.worrying import doors, looking

app_name = "worrying"
urlpatterns = [
    path("worry/", doors.doors, name="doors"),
    path("worry/told/", doors.told, name="told"),
    path("worries/", looking.every, name="every"),
    path("worries/<str:worry>/", looking.one, name="one"),
]
