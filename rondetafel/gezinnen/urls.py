from django.urls import path

from rondetafel.gezinnen.views import afscherming, delen, feiten, maatregel, tafel

app_name = "gezinnen"
urlpatterns = [
    path("<uuid:pk>/tafel/", tafel.tafel, name="tafel"),
    path("<uuid:pk>/tafel/nieuw/", tafel.stoel_nieuw, name="stoel_nieuw"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/", tafel.stoel, name="stoel"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/uitnodigen/", tafel.uitnodigen, name="uitnodigen"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/brief/", tafel.brief, name="brief"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/stoppen/", tafel.stoppen, name="stoppen"),
    path("<uuid:pk>/tafel/<uuid:stoel_pk>/vragen/", delen.vraag_nieuw, name="vraag_nieuw"),
    path("<uuid:pk>/wie-leest/", delen.wie_leest, name="wie_leest"),
    path("<uuid:pk>/vraag/<uuid:vraag_pk>/", delen.vraag, name="vraag"),
    path("<uuid:pk>/vraag/<uuid:vraag_pk>/noteren/", delen.noteren, name="noteren"),
    path("<uuid:pk>/vraag/<uuid:vraag_pk>/intrekken/", delen.intrekken, name="intrekken"),
    path("<uuid:pk>/vraag/<uuid:vraag_pk>/toch/", delen.doorbreken, name="doorbreken"),
    path("<uuid:pk>/persoon/<uuid:persoon_pk>/", feiten.persoon, name="persoon"),
    path("<uuid:pk>/persoon/<uuid:persoon_pk>/geboortedatum/", feiten.geboortedatum, name="geboortedatum"),
    path("<uuid:pk>/persoon/<uuid:persoon_pk>/beslissen/", feiten.wilsoordeel, name="wilsoordeel"),
    path("<uuid:pk>/persoon/<uuid:persoon_pk>/informatie/", feiten.informatie, name="informatie"),
    path("<uuid:pk>/persoon/<uuid:persoon_pk>/verjaardag/", feiten.verjaardag, name="verjaardag"),
    path("<uuid:pk>/gezag/<uuid:gezag_pk>/stoppen/", feiten.gezag_stoppen, name="gezag_stoppen"),
    path("<uuid:pk>/persoon/<uuid:persoon_pk>/onthullen/", afscherming.onthullen, name="onthullen"),
    path("<uuid:pk>/persoon/<uuid:persoon_pk>/maatregel/", maatregel.maatregel_nieuw, name="maatregel_nieuw"),
    path(
        "<uuid:pk>/maatregel/<uuid:maatregel_pk>/verlengen/",
        maatregel.maatregel_verlengen,
        name="maatregel_verlengen",
    ),
    path(
        "<uuid:pk>/maatregel/<uuid:maatregel_pk>/stoppen/",
        maatregel.maatregel_stoppen,
        name="maatregel_stoppen",
    ),
    path(
        "<uuid:pk>/maatregel/<uuid:maatregel_pk>/jeugdbeschermer/",
        maatregel.maatregel_toewijzen,
        name="maatregel_toewijzen",
    ),
    path(
        "<uuid:pk>/maatregel/<uuid:maatregel_pk>/kenmerk/",
        maatregel.maatregel_kenmerk,
        name="maatregel_kenmerk",
    ),
    path("<uuid:pk>/afscherming/", afscherming.afscherming, name="afscherming"),
    path("<uuid:pk>/afscherming/nieuw/", afscherming.afschermen, name="afschermen"),
    path(
        "<uuid:pk>/afscherming/<uuid:afscherming_pk>/stoppen/",
        afscherming.afscherming_stoppen,
        name="afscherming_stoppen",
    ),
]
