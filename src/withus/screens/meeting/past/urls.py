"""Where minutes of a board's meetings before are put in, read, put right and taken away."""

from django.urls import path

from withus.screens.meeting.past import putting_in, views

app_name = "past_minutes"
PAST = "boards/<str:board>/past-minutes/"
urlpatterns = [
    path(PAST, views.every, name="every"),
    path(f"{PAST}put-in/", putting_in.put_in, name="put-in"),
    path(f"{PAST}people/", putting_in.people, name="people"),
    path(f"{PAST}place/", putting_in.place, name="place"),
    path(f"{PAST}check/", putting_in.check, name="check"),
    path(f"{PAST}keep/", putting_in.keep, name="keep"),
    path(f"{PAST}<str:past>/put-right/", putting_in.put_right, name="put-right"),
    path(f"{PAST}<str:past>/take-away/", views.take_away, name="take-away"),
]
