"""Where boards are opened, places are made and ended, deputies chosen, and mandates typed in."""

from django.urls import path

from withus.screens.places import boards, deputies, mandates, places, typed

app_name = "places"
BOARD = "boards/<str:board>/"
urlpatterns = [
    path("boards/", boards.every, name="boards"),
    path("open-a-board/", boards.open_one, name="open-board"),
    path(f"{BOARD}places/", places.every, name="every"),
    path(f"{BOARD}places/add/", places.add, name="add"),
    path(f"{BOARD}places/<str:place>/end/", places.end, name="end"),
    path(f"{BOARD}deputies/", deputies.mine, name="deputies"),
    path(f"{BOARD}deputies/end/", deputies.end, name="deputy-end"),
    path(f"{BOARD}deputies/type/", typed.deputy, name="deputy-type"),
    path(f"{BOARD}mandates/<str:place>/report/", typed.report, name="mandate-report"),
    path(f"{BOARD}mandates/", mandates.every, name="mandates"),
    path(f"{BOARD}mandates/<str:place>/add/", mandates.add, name="mandate-add"),
    path(f"{BOARD}mandates/<str:place>/end/", mandates.end, name="mandate-end"),
]
