from django.urls import path

from rondetafel.gezinsplan.papier import Vorm
from rondetafel.werkplek import views
from rondetafel.werkplek.kopie import views as kopie

app_name = "werkplek"
urlpatterns = [
    path("", views.vandaag, name="vandaag"),
    path("gezinnen/", views.gezinnen, name="gezinnen"),
    path("gezin/<uuid:pk>/", views.gezin, name="gezin"),
    path("gezin/<uuid:pk>/plan/gewoon.pdf", views.papier, {"vorm": Vorm.GEWOON}, name="papier"),
    path("gezin/<uuid:pk>/plan/groot.pdf", views.papier, {"vorm": Vorm.GROOT}, name="papier_groot"),
    path("gezin/<uuid:pk>/plan/overleg.pdf", views.papier, {"vorm": Vorm.OVERLEG}, name="papier_overleg"),
    path("gezin/<uuid:pk>/nieuw/", views.nieuw, name="nieuw"),
    path("gezin/<uuid:pk>/kaart/<uuid:persoon_pk>/", views.kindkaart, name="kindkaart"),
    path("gezin/<uuid:pk>/zoals/<uuid:stoel_pk>/", views.zoals, name="zoals"),
    path("gezin/<uuid:pk>/zoals-gevraagd/<uuid:vraag_pk>/", views.zoals_gevraagd, name="zoals_gevraagd"),
    path("gezin/<uuid:pk>/wie-keek/", views.wie_keek, name="wie_keek"),
    path("gezin/<uuid:pk>/wie-keek/bestand/", views.wie_keek_bestand, name="wie_keek_bestand"),
    path("gezin/<uuid:pk>/kopie/", kopie.kopie, name="kopie"),
    path("gezin/<uuid:pk>/kopie/bestand/", kopie.bestand, name="kopie_bestand"),
    path("veiligheid/<uuid:pk>/delen/", views.actie_delen, name="actie_delen"),
    path("logboek/", views.logboek_lezen, name="logboek"),
    path("logboek/bestand/", views.logboek_bestand, name="logboek_bestand"),
]
