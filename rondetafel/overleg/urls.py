from django.urls import path

from rondetafel.overleg.views import datum, intake, overleg, vaststellen, verzetten

app_name = "overleg"
urlpatterns = [
    path("", overleg.overleggen, name="overleggen"),
    path("nieuw/<uuid:gezin_id>/", overleg.nieuw, name="nieuw"),
    path("vaststellen/<uuid:gezin_id>/", vaststellen.vaststellen, name="vaststellen"),
    path("intake/<uuid:gezin_id>/", intake.intake, name="intake"),
    path("intake/<uuid:gezin_id>/alles/", intake.intake_alles, name="intake_alles"),
    path("intake/<uuid:gezin_id>/datum/", datum.intake_datum, name="intake_datum"),
    path("intake/<uuid:gezin_id>/kan/<uuid:stoel_id>/", datum.reactie, name="reactie"),
    path("intake/<uuid:gezin_id>/<str:stap>/", intake.intake_stap, name="intake_stap"),
    path("datum/<uuid:pk>/weg/", datum.datum_weg, name="datum_weg"),
    path("<uuid:pk>/", overleg.overleg, name="overleg"),
    path("<uuid:pk>/agenda/", datum.agenda, name="agenda"),
    path("<uuid:pk>/verzetten/", verzetten.verzetten, name="verzetten"),
    path("<uuid:pk>/afzeggen/", verzetten.afzeggen, name="afzeggen"),
    path("<uuid:pk>/vastleggen/", overleg.vastleggen, name="vastleggen"),
]
