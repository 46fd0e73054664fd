"""Where the plan of a work is read, written, suggested to, brought in and taken out."""

from django.urls import path

from withus.screens.drafting import (
    bringing_in,
    history,
    reading,
    suggesting,
    taking_out,
    whose_words,
    writing,
)

app_name = "plan"
PLAN = "works/<str:work>/plan/"
urlpatterns = [
    path(PLAN, reading.read, name="read"),
    path(f"{PLAN}write/", writing.write, name="write"),
    path(f"{PLAN}revisions/", reading.every_text, name="texts"),
    path(f"{PLAN}revisions/<str:revision>/", reading.one_text, name="text"),
    path(f"{PLAN}revisions/<str:revision>/suggest/<int:passage>/", suggesting.make, name="suggest"),
    path(f"{PLAN}compare/", reading.what_differs, name="compare"),
    path(f"{PLAN}whose-words/", whose_words.whose, name="whose"),
    path(f"{PLAN}suggestions/", suggesting.every, name="suggestions"),
    path(f"{PLAN}suggestions/<str:suggestion>/", suggesting.one, name="suggestion"),
    path(f"{PLAN}import/", bringing_in.bring_in, name="bring-in"),
    path(f"{PLAN}import/history/", history.history, name="history"),
    path(f"{PLAN}export.md", taking_out.markdown, name="markdown"),
    path(f"{PLAN}export.docx", taking_out.word, name="word"),
    path(f"{PLAN}versions/<str:form>/", writing.read_form, name="form"),
    path(f"{PLAN}versions/<str:form>/write/", writing.write_form, name="write-form"),
]
