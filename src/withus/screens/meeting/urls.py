"""Where meetings are: the list of a board's, each on a page of its own, and what is done there."""

from django.urls import path

from withus.screens.meeting import agenda, bringing, calling, lists, needs, page, papers, printed

app_name = "meeting"
BOARD, MEETING = "boards/<str:board>/meetings/", "meetings/<str:meeting>/"
urlpatterns = [
    path(BOARD, lists.every, name="every"),
    path(f"{BOARD}call/", calling.call, name="call"),
    path(MEETING, page.page, name="page"),
    path(f"{MEETING}move/", calling.move, name="move"),
    path(f"{MEETING}cancel/", calling.cancel, name="cancel"),
    path(f"{MEETING}ask/", agenda.ask, name="ask"),
    path(f"{MEETING}from-earlier/", bringing.bring, name="bring"),
    path(f"{MEETING}items/<str:agenda_item>/place/", agenda.place, name="place"),
    path(f"{MEETING}items/<str:agenda_item>/papers/", papers.put_out, name="papers"),
    path(f"{MEETING}papers/<str:paper_out>/", papers.read, name="paper"),
    path(f"{MEETING}needs/", needs.of_all, name="needs"),
    path(f"{MEETING}needs/go-on/", needs.go_on, name="go-on"),
    path(f"{MEETING}pack/", printed.pack, name="pack"),
    path(f"{MEETING}register/", printed.register, name="register"),
    path(f"{MEETING}letters/", printed.letters, name="letters"),
    path(f"{MEETING}letters/posted/", printed.posted, name="posted"),
    path(f"{MEETING}calendar.ics", printed.calendar, name="calendar"),
    path("what-i-need/", needs.mine, name="my-needs"),
]
