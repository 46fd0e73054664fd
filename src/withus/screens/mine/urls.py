"""Where one finds what is one's own."""

from django.urls import path

from withus.screens.mine import asks, held, pages, places

app_name = "mine"
urlpatterns = [
    path("", pages.page, name="page"),
    path("<record:origin>/", pages.here, name="here"),
    path("<record:origin>/acting/", pages.acting, name="acting"),
    path("<record:origin>/places/<int:entry>/shown/", places.shown, name="shown"),
    path("<record:origin>/places/<int:entry>/leave/", places.leave, name="leave"),
    path("<record:origin>/name/", places.name, name="name"),
    path("<record:origin>/held/", held.held, name="held"),
    path("<record:origin>/held/print/<slug:wanted>/", held.sheet, name="sheet"),
    path("<record:origin>/held/file/", held.copy, name="copy"),
    path("<record:origin>/held/<slug:code>/", held.part, name="part"),
    path("<record:origin>/asks/", asks.asks, name="asks"),
    path("<record:origin>/asks/<str:ask>/", asks.asked, name="asked"),
    path("<record:origin>/erase/", asks.erase, name="erase"),
]
