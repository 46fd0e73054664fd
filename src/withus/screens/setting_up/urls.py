"""Where a partnership is set up."""

from django.urls import path

from withus.screens.setting_up import (
    about,
    chosen,
    done,
    duties,
    invitations,
    members,
    places,
    rules,
    start,
)

app_name = "setting_up"
urlpatterns = [
    path("", start.start, name="start"),
    path("new/", start.new, name="new"),
    path("opened/<record:origin>/", done.opened, name="opened"),
    path("<str:draft>/", start.preset, name="preset"),
    path("<str:draft>/last-year/", start.last_year, name="last-year"),
    path("<str:draft>/about/", about.about, name="about"),
    path("<str:draft>/members/", members.members, name="members"),
    path("<str:draft>/places/", places.places, name="places"),
    path("<str:draft>/places/<int:number>/", places.place, name="place"),
    path("<str:draft>/chosen/", chosen.chosen, name="chosen"),
    path("<str:draft>/rules/", rules.rules, name="rules"),
    path("<str:draft>/duties/", duties.duties, name="duties"),
    path("<str:draft>/invitations/", invitations.invitations, name="invitations"),
    path("<str:draft>/check/", done.check, name="check"),
    path("<str:draft>/throw-away/", done.throw_away, name="throw-away"),
]
