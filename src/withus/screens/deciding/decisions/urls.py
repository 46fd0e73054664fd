"""Where something is put to a meeting, the roll is called, and decisions are read."""

from django.urls import path

from withus.screens.deciding.decisions import listed, motion, put, read, roll, typing

app_name = "decisions"
MOTION = "meetings/<str:meeting>/motions/<str:motion>/"
urlpatterns = [
    path("meetings/<str:meeting>/items/<str:item>/put/", put.put, name="put"),
    path(MOTION, motion.page, name="motion"),
    path(f"{MOTION}stand/", motion.stand, name="stand"),
    path(f"{MOTION}say/", motion.say, name="say"),
    path(f"{MOTION}object/", motion.objection, name="object"),
    path(f"{MOTION}objections/<str:objection>/", motion.answer, name="answer"),
    path(f"{MOTION}type/", typing.type_for, name="type"),
    path(f"{MOTION}roll/", roll.roll, name="roll"),
    path(f"{MOTION}roll/close/", roll.close, name="close"),
    path("decisions/<str:decision>/", read.decision, name="decision"),
    path("decisions/<str:decision>/signed/", read.signed, name="signed"),
    path("boards/<str:board>/decisions/", listed.every, name="every"),
    path("boards/<str:board>/report-a-decision/", listed.report, name="report"),
]
