from django.urls import path

from rondetafel.veiligheid.views import dossier, verwijsindex

app_name = "veiligheid"
urlpatterns = [
    path("", dossier.dossiers, name="dossiers"),
    path("begin/", dossier.begin_op_nummer, name="begin_op_nummer"),
    path("begin/<uuid:gezin_id>/", dossier.begin, name="begin"),
    path("verwijsindex/", verwijsindex.signalen, name="signalen"),
    path("verwijsindex/<uuid:gezin_id>/", verwijsindex.signaal_nieuw, name="signaal_nieuw"),
    path("verwijsindex/<uuid:pk>/intrekken/", verwijsindex.signaal_intrekken, name="signaal_intrekken"),
    path("<uuid:pk>/", dossier.dossier, name="dossier"),
    path("<uuid:pk>/openen/", dossier.openen, name="openen"),
    path("<uuid:pk>/stap/<int:nummer>/", dossier.stap, name="stap"),
    path("<uuid:pk>/inschatten/", dossier.inschatten, name="inschatten"),
    path("<uuid:pk>/inschattingen/", dossier.inschattingen, name="inschattingen"),
    path("<uuid:pk>/leden/", dossier.leden, name="leden"),
    path("<uuid:pk>/leden/<uuid:lid_id>/", dossier.lid_stoppen, name="lid_stoppen"),
    path("<uuid:pk>/wie-keek/", dossier.wie_keek, name="wie_keek"),
    path("<uuid:pk>/sluiten/", dossier.sluiten, name="sluiten"),
]
