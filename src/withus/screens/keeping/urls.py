"""Where a record is read and checked."""

from django.urls import path

from withus.screens.keeping import checks, views

app_name = "keeping"
urlpatterns = [
    path("", views.record, name="record"),
    path("copy.bundle", views.copy, name="copy"),
    path("check-code/", checks.check_code, name="check-code"),
    path("check-receipt/", checks.check_receipt, name="check-receipt"),
    path("entries/<int:index>/", views.entry, name="entry"),
    path("entries/<int:index>/receipt.txt", views.receipt, name="receipt"),
]
