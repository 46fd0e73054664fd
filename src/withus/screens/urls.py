"""Every address Withus answers at. A room brings its own."""

from django.urls import include, path, register_converter

from withus.screens.frame import views
from withus.screens.frame.addresses import RecordName
from withus.screens.practising.views import gone

register_converter(RecordName, "record")

urlpatterns = [
    path("", views.home, name="home"),
    path("sign-in/", include("withus.screens.signing_in.urls")),
    path("me/keys/", include("withus.screens.api_keys.urls")),
    path("check/", include("withus.screens.checking.urls")),
    path("", include("withus.screens.inviting.urls")),
    path("partnerships/", include("withus.screens.joining.urls")),
    path("partnerships/<record:origin>/pack/", include("withus.screens.pack.urls")),
    path("partnerships/<record:origin>/as-a-member/", include("withus.screens.looking.urls")),
    path("partnerships/<record:origin>/record/", include("withus.screens.keeping.urls")),
    path("partnerships/<record:origin>/duties/", include("withus.screens.duties.urls")),
    path(
        "partnerships/<record:origin>/boards/<str:board>/rules/",
        include("withus.screens.deciding.urls"),
    ),
    path("partnerships/<record:origin>/", include("withus.screens.places.urls")),
    path("partnerships/<record:origin>/", include("withus.screens.meeting.urls")),
    path("partnerships/<record:origin>/", include("withus.screens.meeting.minutes.urls")),
    path("partnerships/<record:origin>/", include("withus.screens.meeting.past.urls")),
    path(
        "partnerships/<record:origin>/meetings/<str:meeting>/room/",
        include("withus.screens.meeting.room.urls"),
    ),
    path("partnerships/<record:origin>/", include("withus.screens.deciding.decisions.urls")),
    path("partnerships/<record:origin>/", include("withus.screens.framing.urls")),
    path("partnerships/<record:origin>/", include("withus.screens.drafting.urls")),
    path(
        "partnerships/<record:origin>/works/<str:work>/points/",
        include("withus.screens.answering.urls"),
    ),
    path("say/", include("withus.screens.answering.say.urls")),
    path("me/<record:origin>/said/", include("withus.screens.answering.mine_urls")),
    path("partnerships/<record:origin>/asks/", include("withus.screens.asking.urls")),
    path("partnerships/<record:origin>/", include("withus.screens.worrying.urls")),
    path("partnerships/<record:origin>/practice/", include("withus.screens.practising.urls")),
    path("practice/gone/", gone, name="practice-gone"),
    path("me/", include("withus.screens.mine.urls")),
    path("set-up/", include("withus.screens.setting_up.urls")),
]

handler400 = views.could_not_read
handler403 = views.not_open
handler404 = views.no_such_page
handler500 = views.our_fault
