"""Where people are invited, where they answer, and where what was typed for them is confirmed."""

from django.urls import path

from withus.screens.inviting import accept, confirm, invite, one, people, typed

app_name = "inviting"
PEOPLE = "partnerships/<record:origin>/people/"
TO_CONFIRM = "partnerships/<record:origin>/to-confirm/"
urlpatterns = [
    path("in/", accept.start, name="start"),
    path("in/place/", accept.place, name="place"),
    path("in/done/", accept.done, name="done"),
    path("in/no/", accept.no, name="no"),
    path(PEOPLE, people.people, name="people"),
    path(f"{PEOPLE}invitations/", people.invitations, name="invitations"),
    path(f"{PEOPLE}invite/", invite.invite, name="invite"),
    path(f"{PEOPLE}letters/", one.letters, name="letters"),
    path(f"{PEOPLE}invitations/<str:invitation>/", one.invitation, name="invitation"),
    path(f"{PEOPLE}invitations/<str:invitation>/again/", one.again, name="again"),
    path(f"{PEOPLE}invitations/<str:invitation>/revoke/", one.revoke, name="revoke"),
    path(f"{PEOPLE}<str:person>/type/", typed.type_for, name="type"),
    path(TO_CONFIRM, confirm.to_confirm, name="to-confirm"),
    path(f"{TO_CONFIRM}<int:index>/", confirm.say, name="confirm"),
]
